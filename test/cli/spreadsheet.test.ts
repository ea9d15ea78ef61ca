import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { folder } from '../unit/cli/stub.js'
import { isBuilt, real } from './real.js'

const canRun = spawnSync('soffice', ['--version']).status === 0
if (!canRun) console.warn('test/cli/spreadsheet: skipped, LibreOffice is not here (.ci/readers --spreadsheet installs it)')

/** Its title would become 2, were it not written as text. */
const article = `# =1+1

CalmRoot supports memory, "focus" and calm.

頭痛を治療します。
`

describe.skipIf(!canRun || !isBuilt)('the inventory in LibreOffice', () => {
  /** What LibreOffice shows in each cell, row by row, with tabs between. */
  const shown = async (format: 'csv' | 'xlsx') => {
    const root = folder({ 'claimlint.config.json': '{"root":true}', 'a.md': article })
    const { code, err } = await real(root, ['claims', 'a.md', '--format', format, '-o', `claims.${format}`])
    expect([code, err]).toEqual([0, ''])
    const profile = `-env:UserInstallation=file://${join(root, 'profile')}`
    const read = format === 'csv' ? ['--infilter=CSV:44,34,76,1'] : []
    const argv = [profile, '--headless', ...read, '--convert-to', 'tsv:Text - txt - csv (StarCalc):9,34,76,1,,0,false,false,true']
    execFileSync('soffice', [...argv, '--outdir', join(root, 'out'), join(root, `claims.${format}`)], { cwd: root, stdio: 'ignore' })
    return readFileSync(join(root, 'out/claims.tsv'), 'utf8')
  }

  it.each(['csv', 'xlsx'] as const)('%s: a row a claim, the formula in the title stays text', { timeout: 120_000 }, async (format) => {
    const rows = (await shown(format)).trim().split('\n')
    const claims = JSON.parse((await real(folder({ 'a.md': article }), ['claims', 'a.md', '--no-config'])).out)
    const { length } = claims.documents[0].articles[0].claims
    expect(length).toBe(2)
    expect(rows).toHaveLength(length + 1)
    expect(rows.join('\n')).toContain('頭痛を治療')
    // CSV has no types: there an apostrophe keeps the formula from being one.
    const titles = rows.slice(1).map((row) => row.split('\t')[1])
    expect(titles).toEqual(format === 'csv' ? ["'=1+1", "'=1+1"] : ['=1+1', '=1+1'])
  })
})
