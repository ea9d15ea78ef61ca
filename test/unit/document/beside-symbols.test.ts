import { describe, expect, it } from 'vitest'
import type { Article } from '../../../src/core/document.js'
import { articleOf, disclaimerOf, JA, MANY, markersOf } from './helpers.js'

const cited = ({ citations, references }: Article): string[] =>
  citations.map(({ text, reference }) => `${text} -> ${reference === undefined ? 'nothing' : references[reference]!.text.slice(0, 8)}`)

const ONE_SOURCE = 'Pell A, Roe B. Petals and pigments. Flower Notes. 2014;5:33-38.'
const TWO_SOURCES = 'Haas P. Stigmas in rows. Flower Notes. 2011;13:4-9.'

describe('a symbol before the label of a reference', () => {
  it.each([
    ['Eases sore legs* (a)', 'call * -> fda-disclaimer'],
    ['Keeps a calm mood * [A, B]', 'call * -> fda-disclaimer'],
    ['気分を支えます ＊（1）', 'call * -> fda-disclaimer'],
    ['Keeps a calm mood † [1]', 'call † -> nothing'],
    ['Keeps a calm mood§ (2)', 'call § -> nothing'],
  ])('counts in %s', async (line, expected) => {
    expect(markersOf(await articleOf(`${line}\n\n\\* ${MANY}\n`))).toContain(expected)
  })

  it('counts where the number is raised', async () => {
    const page = `<ul><li>helps you relax§<sup>1</sup></li><li>supports sleep†<sup>1,2</sup></li></ul><p>* ${MANY}</p>`
    expect(markersOf(await articleOf(page, 'html'))).toEqual(['call § -> nothing', 'call † -> nothing', 'note *'])
  })

  it.each(['See 21 CFR §4 there', 'area = w* (h)', 'Cases are 12 * (9)', '難易度：中 辛さ：**（5段階）', 'Heat: ** (of 5)'])(
    'is none in %s',
    async (line) => {
      expect(markersOf(await articleOf(`${line}\n`))).toEqual([])
    },
  )
})

describe('a disclaimer behind a title in one block', () => {
  it.each([`LEGAL SCREEN\n${MANY}`, `【法定表示の画面】\n${JA}`, `■最終画面\n${JA}`])('begins at its own words in %s', async (block) => {
    const { span } = await disclaimerOf(`${block}\n`, 'text')
    expect(span.start).toBe(block.indexOf('\n') + 1)
  })
})

describe('entries that only the text shows to be some', () => {
  it('stand under any heading where the text asks for them by number', async () => {
    const article = await articleOf(
      `Measured by us (1), dried as ever (2), and the rest (5).\n\nTHE SMALL SHELF\n(1) A telephone call with the grower.\n(2) ${TWO_SOURCES}\n`,
      'text',
    )
    expect(cited(article)).toEqual(['(1) -> A teleph', '(2) -> Haas P. ', '(5) -> nothing'])
    expect(article.references[0]!.missing).not.toEqual([])
  })

  it('are none where nothing asks for them', async () => {
    const article = await articleOf(`We grow it.\n\nHOW TO ORDER\n(1) Data on file, ask us.\n(2) Call the shop.\n`, 'text')
    expect(article.references).toEqual([])
  })

  it('are what links with a name and a year lead to', async () => {
    const article = await articleOf(
      `<p>Followed for a day <a href="#pell">(Pell 2014)</a>; another chart <a href="#bram">(Bram 2021)</a>.</p><p id="pell">${ONE_SOURCE}</p>`,
      'html',
    )
    expect(cited(article).slice(0, 2)).toEqual(['(Pell 2014) -> Pell A, ', '(Bram 2021) -> nothing'])
  })

  it('are no paragraphs that a menu leads to', async () => {
    const article = await articleOf(
      '<nav><a href="#us">About (2017)</a></nav><p id="us">Roe, J. (2017) founded the mill, pp. 4-9 tell how.</p>',
      'html',
    )
    expect(article.references).toEqual([])
  })

  it('open with the name that stands alone in brackets', async () => {
    const article = await articleOf(
      `Pollen keeps in tins (Brandt). Others differ (Maca).\n\n## Works Cited\n\nBrandt. Conversation with the author.\n\n${ONE_SOURCE}\n`,
    )
    expect(cited(article)).toEqual(['(Brandt) -> Brandt. '])
  })

  it('are not asked for by words that end like a label', async () => {
    const article = await articleOf(`訴求文2、説明書1。色は測ります(1)。\n\n## 文献\n\n1. ${ONE_SOURCE}\n2. ${TWO_SOURCES}\n`)
    expect(cited(article)).toEqual(['(1) -> Pell A, '])
  })

  it('are asked for by a raised number with a bracket behind a unit', async () => {
    const article = await articleOf(
      `<p>90 N<sup>5)</sup> on 3 m<sup>2</sup></p><h2>Sources</h2><p>1) ${ONE_SOURCE}</p><p>2) ${TWO_SOURCES}</p>`,
      'html',
    )
    expect(cited(article)).toEqual(['5) -> nothing'])
  })
})

describe('a list without a heading', () => {
  it('holds what the text asks for in square brackets, source or not', async () => {
    const text = 'See [1] for how it is pressed.\n\n[1] Corvid leaflet (not published).\n'
    expect((await articleOf(text, 'text')).references.map(({ label }) => label)).toEqual(['1'])
    const files = 'It fizzes.[b] It is pressed.[a]\n\n[a] Cinder files.\n\n[b] Rand O. Fizz of tablets. J Fizz. 2017;2(3):31-36.\n'
    expect((await articleOf(files, 'text')).references.map(({ label }) => label)).toEqual(['a', 'b'])
  })

  it('does not hold a bracketed line that nobody asks for', async () => {
    expect((await articleOf('It is pressed.\n\n[1] Corvid leaflet (not published).\n', 'text')).references).toEqual([])
  })

  it('stands under terms that links lead to, one of them in a script of its own', async () => {
    const html =
      '<p>Grown <a href="#k">[Kov18]</a>.</p><p>乾燥<a href="#d">［田澄2020］</a></p><dl><dt id="k">[Kov18]</dt><dd>Kovács Z. Buds. Dye Plants. 2018;13(1):22-30.</dd><dt id="m">［宗方2015］</dt><dd>宗方の論文</dd></dl>'
    const { references, citations } = await articleOf(html, 'html')
    expect(references.map(({ label }) => label)).toEqual(['Kov18', '宗方2015'])
    expect(citations.map(({ text, reference }) => [text, reference])).toEqual([
      ['[Kov18]', 0],
      ['［田澄2020］', undefined],
    ])
  })

  it('may count in Roman figures from (i) on', async () => {
    const text =
      'Blue (ii).\n\n## Sources\n\n(i) Bell C. Riboflavin in foresters. For Health. 2016;20(1):55-63.\n(ii) Ludd M. Rice bran. Tabletting. 2019;6(2):17-24.\n(iii) Ludd M. Stearates. Tabletting. 2014;1(1):1-8.\n'
    expect((await articleOf(text)).references.map(({ label }) => label)).toEqual(['i', 'ii', 'iii'])
  })
})
