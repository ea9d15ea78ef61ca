import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { folder, run } from '../unit/cli/stub.js'

/** Microsoft's SARIF multitool: named by SARIF_MULTITOOL, or installed from npm beside us. */
const multitool = [process.env.SARIF_MULTITOOL, 'node_modules/@microsoft/sarif-multitool-linux/Sarif.Multitool'].find(
  (path) => path && existsSync(path),
)
const isPreCommitThere = spawnable('pre-commit', ['--version'])

if (!multitool)
  console.warn(
    'test/cli/readers: SARIF is not validated, there is no SARIF multitool (npm install @microsoft/sarif-multitool, or set SARIF_MULTITOOL)',
  )
if (!isPreCommitThere) console.warn('test/cli/readers: .pre-commit-hooks.yaml is not validated, pre-commit is not installed')

function spawnable(command: string, argv: readonly string[]): boolean {
  try {
    execFileSync(command, argv, { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

const article = 'It treats gout, "supports sleep" & more.\n\n😀 これは治療です。studies show it.\n'

describe.skipIf(!multitool)('SARIF multitool', () => {
  it('finds no error and no warning in the log, GitHub rules included', async () => {
    const root = folder({ 'docs/a b.md': article, 'clean.md': 'Quiet.\n' })
    await run(root, ['.', '--format', 'sarif=log.sarif'])
    const argv = [
      'validate',
      'log.sarif',
      '--rule-kind',
      'Sarif;Ghas',
      '--level',
      'Error;Warning',
      '--output',
      'found.sarif',
      '--log',
      'ForceOverwrite',
    ]
    const env = { ...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1' }
    execFileSync(resolve(multitool!), argv, { cwd: root, env, stdio: 'ignore' })
    const found = JSON.parse(readFileSync(join(root, 'found.sarif'), 'utf8').replace(/^\ufeff/, ''))
    const grave = found.runs[0].results.filter((each: { level?: string }) => each.level !== 'note' && each.level !== 'none')
    expect(grave.map((each: { ruleId: string; message: object }) => [each.ruleId, each.message])).toEqual([])
  })
})

describe.skipIf(!isPreCommitThere)('pre-commit', () => {
  it('accepts the hook manifest', () => {
    const root = folder({})
    mkdirSync(join(root, 'hook'))
    writeFileSync(join(root, 'hook/.pre-commit-hooks.yaml'), readFileSync('.pre-commit-hooks.yaml'))
    expect(() => execFileSync('pre-commit', ['validate-manifest', join(root, 'hook/.pre-commit-hooks.yaml')], { cwd: root })).not.toThrow()
  })
})
