import { describe, expect, it } from 'vitest'
import { excerptLine, excerptRows, wrap } from '../../../src/reporters/excerpt.js'
import { Lines } from '../../../src/reporters/lines.js'
import { joinEdits } from '../../../src/reporters/report.js'
import { displayWidth } from '../../../src/reporters/width.js'
import { folder, run, stubEngine } from '../cli/stub.js'

describe('lines', () => {
  it('end at CRLF, LF and CR', () => {
    const lines = new Lines('a\r\nb\rc\n\nd')
    expect([0, 3, 5, 7, 8, 9, 99].map((offset) => lines.at(offset))).toEqual([
      { line: 1, column: 1 },
      { line: 2, column: 1 },
      { line: 3, column: 1 },
      { line: 4, column: 1 },
      { line: 5, column: 1 },
      { line: 5, column: 2 },
      { line: 5, column: 2 },
    ])
    expect([1, 2, 3, 4, 5, 6].map((line) => lines.range(line))).toEqual([
      { start: 0, end: 1 },
      { start: 3, end: 4 },
      { start: 5, end: 6 },
      { start: 7, end: 7 },
      { start: 8, end: 9 },
      undefined,
    ])
  })
})

describe('display width', () => {
  it.each([
    ['abc', 3],
    ['治療', 4],
    ['ｱﾄﾋﾟ', 4],
    ['ＡＢ', 4],
    ['😀', 2],
    ['🇯🇵', 2],
    ['👩‍👩‍👧', 2],
    ['𠮷', 2],
    ['é', 1],
    ['e\u0301', 1],
    ['❤️', 2],
    ['a\u200bb', 2],
    ['「」', 4],
    ['†*※', 3],
  ])('of %s is %d', (text, width) => {
    expect(displayWidth(text)).toBe(width)
  })
})

describe('excerpts', () => {
  it('underline wide letters and emoji in their columns', () => {
    expect(excerptRows('🇯🇵本品は不眠症を治療します。', [{ from: 7, to: 13, sign: '^' }], 80)).toEqual([
      '🇯🇵本品は不眠症を治療します。',
      `${' '.repeat(8)}${'^'.repeat(12)}`,
    ])
  })

  it('show a line break inside the sentence as a space and mark what follows rightly', () => {
    expect(excerptRows('It\r\n treats gout.', [{ from: 5, to: 16, sign: '^' }], 80)).toEqual(['It treats gout.', '   ^^^^^^^^^^^'])
  })

  it('break English at spaces and Japanese anywhere but before 。', () => {
    expect(wrap('one two three four', 10)).toEqual(['one two', 'three four'])
    expect(wrap('あいうえお。かき', 10)).toEqual(['あいうえお。', 'かき'])
  })

  it('cut what is far from the marks', () => {
    const rows = excerptRows(`${'word '.repeat(60)}treats gout ${'word '.repeat(60)}`, [{ from: 300, to: 311, sign: '^' }], 40)
    expect(rows[0]).toBe('…')
    expect(rows.at(-1)).toBe('…')
    expect(rows.some((row) => /^ *\^{11}$/.test(row))).toBe(true)
    expect(rows.length).toBeLessThan(8)
  })

  it('cut to one line round the words', () => {
    const text = `${'前'.repeat(50)}治療${'後'.repeat(50)}`
    const line = excerptLine({ text, from: 50, to: 52, line: 1 }, 40)
    expect(line).toContain('治療')
    expect(displayWidth(line)).toBeLessThanOrEqual(40)
    expect(line.startsWith('…') && line.endsWith('…')).toBe(true)
  })
})

describe('several edits of one fix', () => {
  it('become one that covers them', () => {
    const edits = [
      { span: { start: 6, end: 7 }, text: 'X' },
      { span: { start: 0, end: 0 }, text: '<' },
    ]
    expect(joinEdits(edits, 'abcdefgh')).toEqual({ range: [0, 7], text: '<abcdefX' })
    expect(joinEdits([...edits, { span: { start: 5, end: 8 }, text: '' }], 'abcdefgh')).toBeUndefined()
    expect(joinEdits([], 'a')).toBeUndefined()
  })
})

describe('the pretty report', () => {
  const page = async (text: string, argv: readonly string[] = []) => (await run(folder({ 'a.md': text }), ['a.md', ...argv])).out

  it('shows the sentence once, underlined, with what is wrong, what to do and the law', async () => {
    expect(await page('Quiet.\n\nIt treats gout and supports sleep.\n')).toBe(
      [
        'a.md',
        '     3  It treats gout and supports sleep.',
        '           ^^^^^^^^^^^     ^^^^^^^^^^^^^^',
        '        error   “treats gout” is a disease claim.  us-fda/disease-claim-explicit',
        '                → Write about normal function.',
        '                21 CFR 101.93(g)(2)(i)',
        '        error   No symbol leads from this claim to the disclaimer.  us-fda/claim-not-linked',
        '                → --fix can do this',
        '',
        '✖ 2 errors, 0 warnings, 0 infos in 1 file; 1 can be fixed with --fix',
        '  2 sentences read (en)',
        '  Law: us-fda as of 2026-01-31, evidence as of 2026-01-31',
        '  More on a rule: claimlint explain us-fda/disease-claim-explicit',
        '',
      ].join('\n'),
    )
  })

  it('says advice and law once a file', async () => {
    const out = await page('It treats gout.\n\nIt treats colds.\n')
    expect(out.match(/Write about normal function/g)).toHaveLength(1)
    expect(out.match(/101\.93/g)).toHaveLength(1)
    expect(out).toContain('“treats colds” is a disease claim.')
  })

  it('folds findings that say the same into one headline with its places', async () => {
    const text = Array.from({ length: 12 }, (_, i) => `Part ${i} supports sleep.`).join('\n\n')
    const out = await page(text)
    expect(out.match(/No symbol leads/g)).toHaveLength(1)
    expect(out).toContain('Part 7 supports sleep.')
    expect(out).not.toContain('Part 8 supports sleep.')
    expect(out).toContain('and 4 more: lines 17, 19, 21, 23')
  })

  it('says of a clean page what was read and under which law', async () => {
    expect(await page('A quiet page.\n')).toBe(
      [
        '✔ a.md: no findings; 1 sentence read (en)',
        '✔ 0 errors, 0 warnings, 0 infos in 1 file',
        '  1 sentence read (en)',
        '  Law: us-fda as of 2026-01-31, evidence as of 2026-01-31',
        '',
      ].join('\n'),
    )
  })

  it('says of a page without a sentence that nothing was read', async () => {
    expect(await page('\n')).toContain('? a.md: no findings; no sentence in it could be read')
  })

  it('says that possible claims did not count, since nothing is sold', async () => {
    const engine = {
      ...stubEngine,
      lint: async (...args: Parameters<typeof stubEngine.lint>) => ({
        ...(await stubEngine.lint(...args)),
        silent: [{ reason: 'no-product-on-page' as const, span: { start: 0, end: 2 }, text: 'It', article: 0 }],
      }),
    }
    const root = folder({ 'a.md': 'It is sold.' })
    expect((await run(root, ['a.md'], { engine })).out).toContain('1 possible claim does not count')
    expect((await run(root, ['a.md', '--format', 'json'], { engine })).err).toContain('1 possible claim does not count')
  })

  it('marks law that nobody compared with a copy', async () => {
    expect(await page('Many studies show it.')).toContain('15 USC 45 (unverified)')
  })

  it('speaks Japanese throughout', async () => {
    const out = await page('これは治療です。\n\nIt supports sleep.', ['--locale', 'ja'])
    expect(out).toContain('「治療」は疾病の表現です。')
    expect(out).toContain('エラー')
    expect(out).toContain('→ --fix で直せます')
    expect(out).not.toMatch(/\b(?:error|sentences|Law|can)\b/)
  })

  it('colours on demand only', async () => {
    expect(await page('It treats gout.', ['--color'])).toContain('\u001b[31m')
    const root = folder({ 'a.md': 'It treats gout.' })
    expect((await run(root, ['a.md'], { env: { FORCE_COLOR: '1' } })).out).toContain('\u001b[')
    expect((await run(root, ['a.md'], { env: { FORCE_COLOR: '1', NO_COLOR: '1' } })).out).not.toContain('\u001b[')
    expect((await run(root, ['a.md', '--no-color'], { env: { FORCE_COLOR: '1' } })).out).not.toContain('\u001b[')
  })
})
