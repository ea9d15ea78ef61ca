import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defaultConfig } from '../../src/core/config.js'
import type { FileResult } from '../../src/lint/result.js'
import { testEngine } from '../engine.js'

/** Pieces that pages are made of, the awkward ones included: markup, entities, emoji, 𠮷, half-width kana, markers, both languages. */
const piece = fc.constantFrom(
  'Magnesium supports restful sleep.',
  'This tea cures migraine',
  'It prevents colds.*',
  'Studies show it works.[1]',
  'helps main*tain* healthy **joi**nts',
  'lowers cholest&shy;erol',
  'マグネシウムは睡眠の質をサポートします。*',
  '不眠症が治ります。',
  '研究で効果が示されています※1',
  'ｶﾞﾝ予防に',
  '🇯🇵糖尿病に効く',
  '𠮷野家のお茶は高血圧を改善',
  '&amp;&lt;&#39;',
  '👩‍👩‍👧 relief of gas',
  '\\*These statements have not been evaluated by the Food and Drug Administration.',
  'This product is not intended to diagnose, treat, cure, or prevent any disease.',
  '※これらの記述は食品医薬品局によって評価されたものではありません。',
  '<p title="cures gout">',
  '</p>',
  '<!-- x -->',
  '| a | b |\n|---|---|\n| relieves pain | † |',
  '# ',
  '- ',
  '1. ',
  '> ',
  '[a](b)',
  '![heals acne](i.png)',
  '[^1]',
  '[^1]: Smith J. Title. J Nutr. 2019;1:1-2.',
  '## References',
  '## 参考文献',
  '---\ntitle: treats gout\n---\n',
  '```\ncures\n```',
  '\u00ad',
  '\u200b',
  '\ufeff',
  '*',
  '＊',
  '†',
  '。',
  '\r\n',
  '\n',
  '\n\n',
  ' ',
)
const page = fc
  .array(fc.oneof({ weight: 6, arbitrary: piece }, { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }) }), {
    maxLength: 30,
  })
  .map((p) => p.join(''))
const format = fc.constantFrom('markdown', 'html', 'text')
const lint = async (source: string, id: string) => (await testEngine()).lint(source, { path: 'page', format: id, config: defaultConfig })

const splitsPair = (source: string, at: number) => /[\ud800-\udbff]/.test(source[at - 1] ?? '') && /[\udc00-\udfff]/.test(source[at] ?? '')

function spansOf(result: FileResult) {
  return [
    ...result.findings.flatMap((f) => [
      f.span,
      ...f.related.map((r) => r.span),
      ...[...(f.fix ?? []), ...f.suggestions.flatMap((s) => s.edits)].map((e) => e.span),
    ]),
    ...result.claims.flatMap((c) => [c.span, ...c.parts]),
    ...result.silent.map((s) => s.span),
    ...result.document.articles.flatMap((a) => [...a.markers, ...a.citations, ...a.references, ...a.notices].map((p) => p.span)),
  ]
}

describe('a lint of any page', () => {
  it('never throws, crashes no rule, and reports places inside the source on code-point boundaries', async () => {
    await fc.assert(
      fc.asyncProperty(page, format, async (source, id) => {
        const result = await lint(source, id)
        expect(result.crashed).toEqual([])
        for (const { start, end } of spansOf(result)) {
          expect(start).toBeGreaterThanOrEqual(0)
          expect(end).toBeGreaterThanOrEqual(start)
          expect(end).toBeLessThanOrEqual(source.length)
          expect(splitsPair(source, start) || splitsPair(source, end)).toBe(false)
        }
      }),
      { numRuns: 400 },
    )
  })

  it('gives the same result twice', async () => {
    await fc.assert(
      fc.asyncProperty(page, format, async (source, id) => {
        expect(JSON.stringify(await lint(source, id))).toBe(JSON.stringify(await lint(source, id)))
      }),
      { numRuns: 60 },
    )
  })

  it('only moves when blank lines are put before a Markdown page', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          piece.filter((p) => !p.startsWith('---') && p !== '\ufeff'),
          { maxLength: 12 },
        ),
        async (pieces) => {
          const source = `Start.\n\n${pieces.join('')}`
          const places = (result: FileResult, shift: number) =>
            result.findings.map((f) => `${f.rule} ${f.span.start - shift}-${f.span.end - shift}`)
          expect(places(await lint(`\n\n${source}`, 'markdown'), 2)).toEqual(places(await lint(source, 'markdown'), 0))
        },
      ),
      { numRuns: 120 },
    )
  })
})
