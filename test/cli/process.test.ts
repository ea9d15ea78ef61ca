import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { folder } from '../unit/cli/stub.js'
import { bin, hasBundle, spawned } from './real.js'

describe.skipIf(!hasBundle)('bin/claimlint.js', () => {
  const root = folder({
    'claimlint.config.yaml': 'root: true\n',
    'clean.md': 'The library opens at nine.\n',
    'bad.md': 'CalmRoot treats insomnia.\n',
    'ja.txt': '🇯🇵このサプリは不眠症を治療します。\n',
    'binary.md': new Uint8Array([0xff, 0x00, 0x81, 0xfe, 0x00]),
  })

  it('exits 0, 1 and 2', async () => {
    expect((await spawned(root, ['clean.md'])).code).toBe(0)
    expect((await spawned(root, ['bad.md'])).code).toBe(1)
    expect((await spawned(root, ['binary.md', 'bad.md'])).code).toBe(2)
    expect((await spawned(root, ['bad.md', '--no-such-option'])).code).toBe(2)
  })

  it('prints the version and help on standard output', async () => {
    expect((await spawned(root, ['--version'])).out).toMatch(/^\d+\.\d+\.\d+\n$/)
    expect((await spawned(root, ['--help'])).out).toContain('claims')
    expect((await spawned(root, ['claims', '--help'])).out).toContain('--format')
  })

  it('finds a Japanese claim behind a flag, at its exact place', async () => {
    const [file] = JSON.parse((await spawned(root, ['ja.txt', '--format', 'json'])).out)
    const found = file.messages.find((message: { ruleId: string }) => message.ruleId === 'us-fda/disease-claim-explicit')
    expect(found).toMatchObject({ line: 1, column: 11, text: '不眠症を治療' })
  })

  it('reads standard input and gives the same bytes twice', async () => {
    const argv = ['-', '--stdin-filename', 'x.md', '--format', 'json']
    const first = await spawned(root, argv, 'CalmRoot treats insomnia.')
    expect(first.code).toBe(1)
    expect((await spawned(root, argv, 'CalmRoot treats insomnia.')).out).toBe(first.out)
  })

  it('writes a long report to a pipe whole', async () => {
    const long = folder({ 'a.md': Array.from({ length: 3000 }, () => 'CalmRoot treats insomnia.').join('\n\n') })
    const out = execFileSync('sh', ['-c', '"$0" "$1" a.md --no-config --format json | cat', process.execPath, bin], {
      cwd: long,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    })
    expect(JSON.parse(out)[0].messages.length).toBeGreaterThanOrEqual(3000)
  })

  it('ends quietly when nobody reads on', async () => {
    const out = execFileSync('sh', ['-c', '"$0" "$1" rules --format json 2>&1 | head -c 10', process.execPath, bin], {
      cwd: root,
      encoding: 'utf8',
    })
    expect(out).toHaveLength(10)
  })
})
