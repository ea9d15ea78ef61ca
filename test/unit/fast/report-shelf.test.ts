import { describe, expect, it } from 'vitest'
import { type ReportShelf, shelfFor } from '../../../src/fast/report-shelf.js'
import type { FileReport } from '../../../src/reporters/report.js'

const report = (name: string, text = 'Treats gout.'): FileReport => ({
  filePath: name,
  messages: [
    {
      ruleId: 'us-fda/disease-claim-explicit',
      severity: 'error',
      message: `「${text}」\u2028\n`,
      line: 1,
      column: 1,
      endLine: 1,
      endColumn: 2,
      utf8Column: 1,
      utf8EndColumn: 2,
      range: [0, 1],
      text,
      basis: [{ cite: '21 CFR 101.93(g)' }],
      related: [],
      suggestions: [],
      fingerprint: 'f',
      excerpt: { text, from: 0, to: 1, line: 1 },
      article: 0,
    },
  ],
  suppressed: [],
  coverage: { language: ['en', 'ja'], sentences: 1, characters: 12, unread: [] },
  leftAside: 0,
})

/** Fills a shelf that expects so many files, with one report replaced. */
async function filled(files: number): Promise<ReportShelf> {
  const shelf = await shelfFor(files)
  const places = [...Array(files).keys()].map((i) => shelf.add(report(`${i}.md`)))
  shelf.replace(places[1]!, report('1.md', '𠮷野家の葛'))
  return shelf
}

describe('the shelf of reports', () => {
  it.each([3, 500])('gives %i reports back in their order, as often as it is asked', async (files) => {
    const shelf = await filled(files)
    const expected = [...Array(files).keys()].map((i) => report(`${i}.md`, i === 1 ? '𠮷野家の葛' : undefined))
    expect(shelf.length).toBe(files)
    expect([...shelf]).toEqual(expected)
    expect([...shelf]).toEqual(expected)
  })

  it('holds the reports of few files as they are and those of many packed', async () => {
    const few = await shelfFor(2)
    const many = await shelfFor(500)
    const one = report('a.md')
    few.add(one)
    many.add(one)
    expect([...few][0]).toBe(one)
    expect([...many][0]).not.toBe(one)
  })
})
