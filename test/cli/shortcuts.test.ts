import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { bin, hasBundle, isBuilt, real, spawned } from './real.js'

const { generate } = await import(pathToFileURL(resolve('bench/gen-corpus.mjs')).href)
const root = realpathSync(mkdtempSync(join(tmpdir(), 'shortcuts-')))
afterAll(() => rmSync(root, { recursive: true, force: true }))

/** A folder of generated articles, English and Japanese, Markdown and HTML. */
function site(name: string, n: number): string {
  const out = join(root, name)
  generate({ out, n, seed: name })
  return out
}

const put = (folder: string, name: string, text: string): void => {
  mkdirSync(dirname(join(folder, name)), { recursive: true })
  writeFileSync(join(folder, name), text)
}

const entriesOf = (folder: string): string[] => readdirSync(join(folder, '.claimlintcache')).filter((name) => name.endsWith('.json'))

describe.runIf(isBuilt)('--cache', () => {
  it('gives the same bytes cold, warm, after a change and without', async () => {
    const cwd = site('same', 4)
    for (const format of ['json', 'html', 'sarif']) {
      const lint = (...more: string[]) => real(cwd, ['--format', format, ...more, '.'])
      const without = await lint('--no-cache')
      expect(without.code).toBe(1)
      expect(await lint('--cache')).toEqual(without)
      expect(await lint('--cache')).toEqual(without)
      put(cwd, 'new.md', `This tea cures gout (${format}).\n`)
      expect(await lint('--cache')).toEqual(await lint())
    }
  }, 120_000)

  it('does not lint again what has not changed, and does what has', async () => {
    const cwd = site('changed', 4)
    await real(cwd, ['--cache', '.'])
    const before = entriesOf(cwd)
    await real(cwd, ['--cache', '.'])
    expect(entriesOf(cwd)).toEqual(before)
    put(cwd, 'a.md', 'This tea cures gout.\n')
    await real(cwd, ['--cache', '.'])
    expect(entriesOf(cwd).length).toBe(before.length + 1)
    await real(cwd, ['--cache', '--rule', 'us-fda/disease-claim-explicit: off', '.'])
    expect(entriesOf(cwd).length).toBe(2 * (before.length + 1))
  }, 60_000)

  it('writes a damaged entry anew and leaves files of others alone', async () => {
    const cwd = site('damaged', 3)
    const first = await real(cwd, ['--cache', '--format', 'json', '.'])
    const [cut, changed, empty] = entriesOf(cwd).map((name) => join(cwd, '.claimlintcache', name))
    const whole = readFileSync(cut!, 'utf8')
    writeFileSync(cut!, whole.slice(0, -20))
    writeFileSync(changed!, readFileSync(changed!, 'utf8').replace('"messages":[', '"messages":[ '))
    writeFileSync(empty!, '')
    put(cwd, '.claimlintcache/notes.json', 'mine')
    expect(await real(cwd, ['--cache', '--format', 'json', '.'])).toEqual(first)
    expect(readFileSync(cut!, 'utf8')).toBe(whole)
    expect(readFileSync(join(cwd, '.claimlintcache/notes.json'), 'utf8')).toBe('mine')
  }, 60_000)

  it('refuses a file in the place of its folder', async () => {
    const cwd = site('file', 1)
    put(cwd, 'cache.txt', 'words')
    const { code, err } = await real(cwd, ['--cache', '--cache-location', 'cache.txt', '.'])
    expect(code).toBe(2)
    expect(err).toContain('is a file')
    expect(readFileSync(join(cwd, 'cache.txt'), 'utf8')).toBe('words')
  })

  it('knows used and unused waivers of articles it does not read again, and lets an edited waiver count', async () => {
    const cwd = join(root, 'waived')
    put(cwd, 'claimlint.config.yaml', 'root: true\n')
    put(cwd, 'a.md', 'This tea cures gout.\n')
    const lint = () => real(cwd, ['--cache', '--format', 'json', '--report-unused-waivers', 'a.md'])
    const found = JSON.parse((await lint()).out)[0].messages.find((m: { ruleId: string }) => m.ruleId === 'us-fda/disease-claim-explicit')
    const waiver = (fingerprint: string, until: string): string =>
      `- fingerprint: ${fingerprint}\n  rule: us-fda/disease-claim-explicit\n  reason: r\n  approver: a\n  until: ${until}\n`
    const rulesFound = async () =>
      JSON.parse((await lint()).out).flatMap((f: { messages: { ruleId: string }[] }) => f.messages.map((m) => m.ruleId))
    put(cwd, 'claimlint.waivers.yml', waiver(found.fingerprint, '2027-01-01') + waiver('0000000000000000-0', '2027-01-01'))
    for (let run = 0; run < 2; run++) {
      const rules = await rulesFound()
      expect(rules).not.toContain('us-fda/disease-claim-explicit')
      expect(rules.filter((id: string) => id === 'claimlint/waiver-unused').length).toBe(1)
    }
    put(cwd, 'claimlint.waivers.yml', waiver(found.fingerprint, '2026-01-01'))
    for (let run = 0; run < 2; run++) {
      const rules = await rulesFound()
      expect(rules).toContain('us-fda/disease-claim-explicit')
      expect(rules).toContain('claimlint/waiver-expired')
    }
  })
})

describe.runIf(hasBundle)('--concurrency', () => {
  it('gives the same bytes with workers, in the same order', async () => {
    const cwd = site('workers', 6)
    const one = await spawned(cwd, ['--format', 'json', '--concurrency', '1', '.'])
    expect(JSON.parse(one.out).length).toBe(6)
    expect(await spawned(cwd, ['--format', 'json', '--concurrency', '2', '.'])).toEqual(one)
    expect(await spawned(cwd, ['--format', 'json', '--concurrency', '2', '--cache', '.'])).toEqual(one)
    expect(await spawned(cwd, ['--format', 'json', '--concurrency', '2', '--cache', '.'])).toEqual(one)
    expect(bin).toMatch(/claimlint\.js$/)
  }, 120_000)

  it('refuses what is no number', async () => {
    const { code, err } = await real(root, ['--concurrency', 'many', 'workers'])
    expect(code).toBe(2)
    expect(err).toContain('--concurrency takes a number')
  })
})

describe.runIf(isBuilt)('--timing', () => {
  it('shows stages, rules and counts, and changes no finding', async () => {
    const cwd = site('timing', 2)
    const plain = await real(cwd, ['--format', 'json', '.'])
    const { out, err, code } = await real(cwd, ['--format', 'json', '--timing', '.'])
    expect({ out, code }).toEqual({ out: plain.out, code: plain.code })
    for (const name of ['analyse', 'read', 'judge', 'check', 'evidence/', 'sentences']) expect(err).toContain(name)
  })
})

describe.runIf(isBuilt)('--fix on the broken examples', () => {
  it.each(['fixable.md', 'fixable.html'])('leads to a page without findings in one run: %s', async (name) => {
    const cwd = join(root, `fixed-${name}`)
    put(cwd, name, readFileSync(resolve('examples', name), 'utf8'))
    const before = JSON.parse((await real(cwd, ['--no-config', '--format', 'json', name])).out)
    expect(before[0].errorCount).toBe(2)
    expect((await real(cwd, ['--no-config', '--fix', name])).code).toBe(0)
    const once = readFileSync(join(cwd, name), 'utf8')
    const after = JSON.parse((await real(cwd, ['--no-config', '--format', 'json', name])).out)
    expect(after[0].messages).toEqual([])
    await real(cwd, ['--no-config', '--fix', name])
    expect(readFileSync(join(cwd, name), 'utf8')).toBe(once)
  })
})
