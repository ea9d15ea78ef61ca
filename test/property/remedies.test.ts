import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { faultsOfRemedies, fixAll } from '../remedies.js'

const singular =
  'This statement has not been evaluated by the Food and Drug Administration. This product is not intended to diagnose, treat, cure, or prevent any disease.'
const plural = singular.replace('This statement has', 'These statements have')
const japanese =
  'これらの記述は、米国食品医薬品局による評価を受けたものではありません。本製品は、いかなる疾病の診断、治療、治癒、または予防を目的とするものではありません。'

const claim = fc.constantFrom(
  'Magnesium supports restful sleep.',
  'Zinc supports the immune system.',
  'It helps maintain focus.',
  'マグネシウムは安らかな眠りをサポートします。',
  '亜鉛は免疫機能の維持に役立ちます。',
)
const mark = fc.constantFrom('', '*', '\\*', '†', '‡', '※', '※1', '**')
const filler = fc.constantFrom('', 'Sixty capsules a jar.', '60粒入り。', '> Kept in glass.', '## How to take it', '- one\n- two')
const disclaimer = fc.constantFrom(
  singular,
  plural,
  japanese,
  plural.replace('the Food and Drug Administration', 'the FDA'),
  plural.replace('evaluated', 'approved'),
  plural.replace(', or prevent', ''),
  singular.split('. ')[1]!,
  japanese.replace('治癒、', ''),
  `Disclaimer: ${plural}`,
)
const frame = fc.constantFrom<readonly [string, string]>(['', ''], ['**', '**'], ['* ', ''], ['*', '*'], ['> **', '**'])
const page = fc
  .record({
    claims: fc.array(fc.tuple(claim, mark, filler), { minLength: 1, maxLength: 4 }),
    notice: fc.option(fc.tuple(frame, mark, disclaimer), { freq: 5, nil: undefined }),
    isFirst: fc.boolean(),
    lineEnd: fc.constantFrom('\n', '\r\n'),
    path: fc.constantFrom('page.md', 'page.txt', 'page.html'),
  })
  .map(({ claims, notice, isFirst, lineEnd, path }) => {
    const paragraphs = claims.flatMap(([words, symbol, between]) => [`${words}${symbol}`, between]).filter((words) => words !== '')
    if (notice) {
      const [frame, symbol, words] = notice
      // plain text has no bold, HTML none of Markdown's lists and quotes, and asterisks inside of asterisks are no page anybody writes
      const isPlain = path.endsWith('.txt') || (path.endsWith('.html') && frame[0] !== '**') || (symbol === '**' && frame[0] !== '')
      const [open, close] = isPlain ? ['', ''] : frame
      paragraphs.splice(isFirst ? 0 : paragraphs.length, 0, `${open}${symbol}${words}${close}`)
    }
    const text = path.endsWith('.html')
      ? paragraphs.map((words) => `<p>${words.replace(/^\*\*(.*)\*\*$/s, '<b>$1</b>')}</p>`).join('\n')
      : paragraphs.join('\n\n')
    return { source: text.replace(/\n/g, lineEnd), path }
  })

describe('remedies of any page', () => {
  it('take their findings away and bring no others', async () => {
    await fc.assert(
      fc.asyncProperty(page, async ({ source, path }) => {
        expect(await faultsOfRemedies(source, path)).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  it('come to an end, and keep the line ends of the page', async () => {
    await fc.assert(
      fc.asyncProperty(page, async ({ source, path }) => {
        const fixed = await fixAll(source, path)
        if (source.includes('\r\n')) expect(fixed).not.toMatch(/(?<!\r)\n/)
      }),
      { numRuns: 150 },
    )
  })
})
