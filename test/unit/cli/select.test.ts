import { execFileSync } from 'node:child_process'
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { folder, run } from './stub.js'

interface Report {
  readonly filePath: string
  readonly messages: readonly { line: number; ruleId: string }[]
}

const lint = async (cwd: string, argv: readonly string[], stdin = '') => {
  const outcome = await run(cwd, [...argv, '--format', 'json'], { stdin })
  const reports: Report[] = outcome.out ? JSON.parse(outcome.out) : []
  return {
    ...outcome,
    files: reports.map((report) => report.filePath),
    lines: reports.flatMap((report) => report.messages.map((message) => `${report.filePath}:${message.line}`)),
  }
}

const git = (cwd: string, ...args: string[]): string =>
  execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', '-c', 'commit.gpgsign=false', ...args], {
    cwd,
    encoding: 'utf8',
  })

/** A repository with these files committed. */
function repository(files: Readonly<Record<string, string>>): string {
  const root = folder(files)
  git(root, 'init', '-q', '-b', 'main')
  git(root, 'add', '.')
  git(root, 'commit', '-q', '-m', 'first')
  return root
}

describe('--files-from', () => {
  const root = folder({ 'a.md': 'x', 'b c.md': 'x', '[d].md': 'x', list: 'a.md\r\n[d].md\n', empty: '' })
  it('takes names a line, or ended by NUL, from a file or standard input', async () => {
    expect((await lint(root, ['--files-from', 'list'])).files).toEqual(['[d].md', 'a.md'])
    expect((await lint(root, ['--files-from', '-', '-0'], 'b c.md\0a.md\0')).files).toEqual(['a.md', 'b c.md'])
  })
  it('does not fall back to the whole folder when the list is empty', async () => {
    expect((await lint(root, ['--files-from', 'empty'])).code).toBe(2)
    expect(await lint(root, ['--files-from', 'empty', '--allow-empty'])).toMatchObject({ code: 0, files: [] })
    expect((await lint(root, ['--files-from', 'nowhere'])).err).toContain('nowhere')
  })
})

describe('--shard', () => {
  it('is the same union whatever n', async () => {
    const root = folder(Object.fromEntries(Array.from({ length: 7 }, (_, i) => [`f${i}.md`, 'x'])))
    const all = (await lint(root, ['.'])).files
    for (const n of [1, 2, 3, 7, 9]) {
      const parts = await Promise.all(Array.from({ length: n }, (_, i) => lint(root, ['.', '--shard', `${i + 1}/${n}`])))
      expect(parts.flatMap((part) => part.files).sort()).toEqual(all)
    }
    for (const wrong of ['0/2', '3/2', '1', 'a/b']) expect((await lint(root, ['.', '--shard', wrong])).code).toBe(2)
  })
})

describe('--staged', () => {
  it('lints the index, not the working tree', async () => {
    const root = repository({
      'a.md': 'Quiet.',
      'b.md': 'It treats gout.',
      'gone.md': 'It treats gout.',
      'old.md': 'It treats gout. One two three.',
      'p.png': 'x',
    })
    writeFileSync(join(root, 'a.md'), 'It treats gout.')
    git(root, 'add', 'a.md')
    writeFileSync(join(root, 'a.md'), 'Quiet again.')
    git(root, 'mv', 'old.md', 'new name.md')
    git(root, 'rm', '-q', 'gone.md')
    writeFileSync(join(root, 'p.png'), '\0\0')
    git(root, 'add', 'p.png')
    writeFileSync(join(root, 'untracked.md'), 'It treats gout.')
    expect(await lint(root, ['--staged'])).toMatchObject({ code: 1, lines: ['a.md:1', 'new name.md:1'] })
    expect((await lint(root, ['--staged', 'a.md'])).files).toEqual(['a.md'])
  })
  it('finds nothing to do without staged articles, and works from a folder below', async () => {
    const root = repository({ 'deep/a.md': 'Quiet.' })
    expect(await lint(root, ['--staged'])).toMatchObject({ code: 0, files: [] })
    writeFileSync(join(root, 'deep/a.md'), 'It treats gout.')
    git(root, 'add', '.')
    expect((await lint(join(root, 'deep'), ['--staged'])).files).toEqual(['a.md'])
  })
  it('is refused outside of a repository and with --fix', async () => {
    expect((await lint(folder({ 'a.md': 'x' }), ['--staged'])).err).toContain('git rev-parse')
    expect((await lint(repository({ 'a.md': 'x' }), ['--staged', '--fix'])).err).toContain('index')
  })
})

describe('--since', () => {
  it('reports findings on changed lines only, untracked files whole', async () => {
    const root = repository({ 'a.md': 'It treats gout.\nQuiet.\nIt treats gout.\n', 'b.md': 'It treats gout.\n', 'å b.md': 'Quiet.\n' })
    writeFileSync(join(root, 'a.md'), 'It treats gout.\nIt treats colds.\nQuiet.\nIt treats gout.\n')
    writeFileSync(join(root, 'å b.md'), 'Quiet.\nIt treats gout.\n')
    writeFileSync(join(root, 'new.md'), 'It treats gout.\n')
    expect((await lint(root, ['.', '--since', 'HEAD'])).lines).toEqual(['a.md:2', 'new.md:1', 'å b.md:2'])
    expect((await lint(root, ['b.md', '--since', 'HEAD'])).code).toBe(0)
  })
  it('sees a text that looks like a diff header for what it is', async () => {
    const root = repository({ 'a.md': 'Quiet.\n' })
    writeFileSync(join(root, 'a.md'), 'Quiet.\n++ b/other.md\nIt treats gout.\n')
    expect((await lint(root, ['.', '--since', 'HEAD'])).lines).toEqual(['a.md:3'])
  })
  it('names an unknown revision', async () => {
    const { code, err } = await lint(repository({ 'a.md': 'x' }), ['.', '--since', 'no-such'])
    expect([code, err]).toEqual([2, expect.stringContaining('no-such')])
    expect((await lint(repository({ 'a.md': 'x' }), ['.', '--since', '--output=x'])).code).toBe(2)
  })
})

describe('baseline', () => {
  it('records what stands, keeps the day, and sees a swap of one violation for another', async () => {
    const root = folder({
      'a.md': 'It treats gout.\n',
      'b.md': 'It treats colds.\n',
      'claimlint.config.json': '{"root":true,"baseline":"base.json"}',
    })
    writeFileSync(join(root, 'base.json'), '{"version":1,"files":{}}')
    expect((await run(root, ['baseline'])).code).toBe(0)
    const written = JSON.parse(readFileSync(join(root, 'base.json'), 'utf8'))
    expect(Object.keys(written.files)).toEqual(['a.md', 'b.md'])
    expect(written.files['a.md'][0]).toMatchObject({ rule: 'us-fda/disease-claim-explicit', since: '2026-06-15' })
    expect((await lint(root, ['.'])).code).toBe(0)

    written.files['a.md'][0].since = '2025-01-01'
    writeFileSync(join(root, 'base.json'), JSON.stringify(written))
    writeFileSync(join(root, 'b.md'), 'It treats flu.\n')
    const swapped = await lint(root, ['.'])
    expect(swapped).toMatchObject({ code: 1, lines: ['b.md:1'] })
    expect(swapped.err).toContain('1 baseline entries met no finding')

    expect((await run(root, ['baseline', 'b.md'])).code).toBe(0)
    const again = JSON.parse(readFileSync(join(root, 'base.json'), 'utf8'))
    expect(again.files['a.md'][0].since).toBe('2025-01-01')
    expect((await lint(root, ['.'])).code).toBe(0)
  })
  it('takes --baseline, and refuses what is none', async () => {
    const root = folder({ 'a.md': 'It treats gout.\n', 'wrong.json': '{"version":2}', 'broken.json': '{' })
    expect((await run(root, ['baseline', '-o', 'mine.json'])).err).toContain('1 findings')
    expect((await lint(root, ['a.md', '--baseline', 'mine.json'])).code).toBe(0)
    for (const file of ['wrong.json', 'broken.json', 'none.json'])
      expect((await lint(root, ['a.md', '--baseline', file])).err).toContain(file)
  })
})

describe('waivers', () => {
  it('lists every kind with age and state', async () => {
    const rule = 'us-fda/disease-claim-explicit'
    const root = repository({
      'a.md': `<!-- claimlint-disable-next-line ${rule} -- statute -->\nIt treats gout.\n\n<!-- claimlint-disable-next-line ${rule} -- idle -->\nQuiet.\n`,
      'claimlint.config.json': '{"root":true}',
      'claimlint.waivers.yml': `- { fingerprint: "0-0", rule: ${rule}, reason: "=old", approver: Jo, until: "2026-06-01", added: "2026-05-01" }\n`,
    })
    const listed = JSON.parse((await run(root, ['waivers', '--format', 'json'])).out)
    expect(listed.map((each: { place: string; kind: string; state: string }) => `${each.place} ${each.kind} ${each.state}`)).toEqual([
      'a.md:1 comment used',
      'a.md:4 comment unused',
      'claimlint.waivers.yml:1 waiver expired',
    ])
    expect(listed[0].since).toMatch(/^\d{4}-\d{2}-\d{2}$/)
    expect(listed[2]).toMatchObject({ age: 45, approver: 'Jo' })
    expect((await run(root, ['waivers'])).out).toContain('by Jo, until 2026-06-01, 45 days')
    expect((await run(root, ['waivers', '--format', 'csv'])).out).toContain(`"'=old"`)
    expect((await run(folder({}), ['waivers'])).out).toBe('No waiver or suppression.\n')
  })
})

describe('--watch', () => {
  it('lints again after a change, keeps the last good report, and ends with 130', async () => {
    const root = folder({ 'a.md': 'It treats gout.', 'claimlint.config.json': '{"root":true}' })
    const stop = new AbortController()
    const outcome = run(root, ['a.md', '--watch', '--format', 'unix'], { signal: stop.signal })
    const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds))
    await pause(500)
    writeFileSync(join(root, 'a.md'), 'It treats colds.')
    await pause(700)
    writeFileSync(join(root, 'draft.json'), '{')
    renameSync(join(root, 'draft.json'), join(root, 'claimlint.config.json'))
    await pause(700)
    stop.abort()
    const { code, out, err } = await outcome
    rmSync(root, { recursive: true })
    expect(code).toBe(130)
    expect(
      out
        .trimEnd()
        .split('\n')
        .map((line) => /“(.*)”/.exec(line)?.[1]),
    ).toEqual(['treats gout', 'treats colds', 'treats colds'])
    expect(err).toContain('claimlint.config.json')
  })
})
