import { execFileSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { applyFixes } from '../../../src/reporters/fixes.js'
import { unifiedDiff } from '../../../src/reporters/unified-diff.js'
import { folder, run, stubEngine } from './stub.js'

const read = (root: string, name: string) => readFileSync(join(root, name), 'utf8')

describe('--fix', () => {
  it('writes the safe fixes, reports what is left, and changes nothing the second time', async () => {
    const root = folder({ 'a.md': 'It supports sleep and supports mood.\r\nIt treats gout.\r\n' })
    const first = await run(root, ['a.md', '--fix', '--format', 'json'])
    expect(read(root, 'a.md')).toBe('It supports sleep* and supports mood*.\r\nIt treats gout.\r\n')
    expect(first.code).toBe(1)
    expect(JSON.parse(first.out)[0].messages.map((message: { ruleId: string }) => message.ruleId)).toEqual([
      'us-fda/disease-claim-explicit',
    ])
    expect(first.err).toContain('a.md: 2 fixed')
    const { mtimeMs } = statSync(join(root, 'a.md'))
    const second = await run(root, ['a.md', '--fix', '--format', 'json'])
    expect(second.out).toBe(first.out)
    expect(statSync(join(root, 'a.md')).mtimeMs).toBe(mtimeMs)
  })

  it('keeps a byte order mark and UTF-16', async () => {
    const utf16 = Buffer.from('\ufeffIt supports sleep.', 'utf16le')
    const root = folder({ 'a.md': '\ufeffIt supports sleep.', 'b.md': utf16, 'c.md': Buffer.from(utf16).swap16() })
    expect((await run(root, ['.', '--fix'])).code).toBe(0)
    expect(read(root, 'a.md')).toBe('\ufeffIt supports sleep*.')
    expect(readFileSync(join(root, 'b.md')).toString('utf16le')).toBe('\ufeffIt supports sleep*.')
    expect(readFileSync(join(root, 'c.md')).swap16().toString('utf16le')).toBe('\ufeffIt supports sleep*.')
  })

  it('leaves what it cannot write back, says so and still reports it', async () => {
    // 「です supports sleep」 in Shift_JIS
    const bytes = Buffer.from([0x82, 0xc5, 0x82, 0xb7, ...Buffer.from(' supports sleep.')])
    const root = folder({ 'a.md': bytes })
    const { code, err } = await run(root, ['a.md', '--fix'])
    expect([code, err]).toEqual([1, expect.stringContaining('shift_jis')])
    expect(readFileSync(join(root, 'a.md')).equals(bytes)).toBe(true)
  })

  it.each([
    [['-', '--fix'], 'standard input'],
    [['a.md', '--fix', '--fix-dry-run'], 'choose one'],
    [['a.md', '--fix-dry-run', '--format', 'json'], 'NAME=FILE'],
  ])('refuses %j', async (argv, hint) => {
    const { code, err } = await run(folder({ 'a.md': 'x' }), argv)
    expect([code, err]).toEqual([2, expect.stringContaining(hint)])
  })

  it('gives line ends inside a fix the form the file has', async () => {
    const engine = {
      ...stubEngine,
      lint: async (...args: Parameters<typeof stubEngine.lint>) => {
        const result = await stubEngine.lint(...args)
        return { ...result, findings: result.findings.map((each) => ({ ...each, fix: [{ span: { start: 0, end: 2 }, text: 'A\n\nB' }] })) }
      },
    }
    const root = folder({ 'a.md': 'It treats gout.\r\nQuiet.\r\n' })
    const { out } = await run(root, ['a.md', '--format', 'json'], { engine })
    expect(JSON.parse(out)[0].messages[0].fix.text).toBe('A\r\n\r\nB')
  })
})

describe('--fix-dry-run', () => {
  it('prints a patch that git applies, and writes nothing', async () => {
    const text = `${'Quiet.\r\n'.repeat(10)}It supports sleep.\r\n${'Quiet.\r\n'.repeat(10)}It supports mood.`
    const root = folder({ 'deep/a.md': text })
    const { out, code } = await run(root, ['deep/a.md', '--fix-dry-run'])
    expect(code).toBe(0)
    expect(read(root, 'deep/a.md')).toBe(text)
    expect(out).toContain('--- a/deep/a.md\n+++ b/deep/a.md\n@@ -8,7 +8,7 @@\n')
    execFileSync('git', ['apply', '--whitespace=nowarn', '-'], { cwd: root, input: out })
    expect(read(root, 'deep/a.md')).toBe(text.replace('sleep', 'sleep*').replace('mood', 'mood*'))
  })
})

describe('fixes', () => {
  it('that overlap wait; those that touch do not', () => {
    const fix = (from: number, to: number, text: string) => ({ range: [from, to] as const, text })
    expect(applyFixes('abcdef', [fix(2, 4, 'X'), fix(3, 5, 'Y'), fix(4, 5, 'Z')])).toEqual({ text: 'abXZf', applied: 2 })
    expect(applyFixes('ab', [fix(1, 1, '*'), fix(1, 1, '†')])).toEqual({ text: 'a*b', applied: 1 })
    expect(applyFixes('ab', [fix(0, 1, 'X'), fix(1, 1, '*')])).toEqual({ text: 'X*b', applied: 2 })
  })
})

describe('unified diff', () => {
  it.each([
    ['', 'a\n'],
    ['a\n', ''],
    ['a', 'a\n'],
    ['a\nb\nc\n', 'a\nc\n'],
    ['1\n2\n3\n4\n5\n6\n7\n8\n9\n', '1\nx\n3\n4\n5\n6\n7\n8\ny\n'],
    [`${'l\n'.repeat(30)}end`, `start\n${'l\n'.repeat(30)}end\nmore`],
  ])('is a patch that git applies: %j', (before, after) => {
    const root = folder({ 'f.txt': before })
    execFileSync('git', ['apply', '--whitespace=nowarn', '--unidiff-zero', '-'], { cwd: root, input: unifiedDiff('f.txt', before, after) })
    expect(read(root, 'f.txt')).toBe(after)
  })
  it('of equal texts is empty', () => {
    expect(unifiedDiff('f', 'a\n', 'a\n')).toBe('')
  })
})
