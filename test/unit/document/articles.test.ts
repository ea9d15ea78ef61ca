import { describe, expect, it } from 'vitest'
import { languageOf } from '../../../src/document/language.js'
import { linesOf, piecesOf } from '../../../src/document/pieces.js'
import { JA, MANY, ONE, read } from './helpers.js'

const titles = async (source: string, format: 'markdown' | 'html' | 'text' = 'markdown'): Promise<(string | undefined)[]> =>
  (await read(source, format)).articles.map(({ title }) => title)

describe('articles of a page', () => {
  it('are told apart by first-level headings where the first one has its own disclaimer', async () => {
    expect(await titles(`# A\n\nSupports memory.\\*\n\n\\*${ONE}\n\n# B\n\nSupports mood.`)).toEqual(['A', 'B'])
  })

  it('are one where the disclaimer at the end serves them all', async () => {
    expect(await titles(`# A\n\nSupports memory.\\*\n\n# B\n\nSupports mood.\\*\n\n\\*${MANY}`)).toEqual(['A'])
  })

  it('are one where headings of the first level are used for sections', async () => {
    const page = `# Benefits\n\nSupports memory.\\* [1]\n\n# Disclaimer\n\n\\*${ONE}\n\n# References\n\n1. Liu G. Memory. Neuron. 2016;49:971-990.`
    expect(await titles(page)).toHaveLength(1)
  })

  it('are told apart by <article>, unless a footer serves the page', async () => {
    const both = (rest: string): string => `<article><h2>A</h2><p>x</p></article><article><h2>B</h2><p>y</p></article>${rest}`
    expect(await titles(both(''), 'html')).toEqual(['A', 'B'])
    expect(await titles(both(`<footer>*${MANY}</footer>`), 'html')).toEqual(['A'])
  })

  it('are one where the only list stands outside of <article>, without what the footer says', async () => {
    const article = (name: string): string => `<article><h2>${name}</h2><p>Tea was taxed.<sup>1</sup></p></article>`
    const list = '<aside><h3>Sources</h3><p>1. Whitlow A. Taxes. Boise: Sagebrush Press; 2008.</p></aside>'
    const { articles } = await read(`${article('A')}${article('B')}${list}<footer><p>Tea Co., Ashland, 2024.</p></footer>`, 'html')
    expect(articles.map(({ references, citations }) => [references.length, citations.map(({ reference }) => reference)])).toEqual([
      [1, [0, 0]],
    ])
  })

  it('are told apart in a pasted page by the title behind list and disclaimer', async () => {
    const one = (title: string): string =>
      `${title}\n\nマグネシウムは記憶力をサポートします。*\n\n参考文献\n\n  1. Suzuki A. ミネラル. 栄養研究. 2019;10:11-19.\n\n${JA}\n`
    expect(await titles(`${one('睡眠とマグネシウム')}\n${one('記憶とマグネシウム')}`, 'text')).toEqual([
      '睡眠とマグネシウム',
      '記憶とマグネシウム',
    ])
  })

  it('are told apart where the numbers of references begin anew, unless one disclaimer serves both', async () => {
    const chapter = (name: string): string =>
      `## ${name}\n\nTea was taxed.[1]\n\n### References\n\n1. Liu G. ${name} and taxes. Neuron. 2016;49:971-990.\n`
    expect(await titles(`${chapter('Tea')}\n${chapter('Salt')}`)).toEqual(['Tea', 'Salt'])
    expect(await titles(`${chapter('Tea')}\n${chapter('Salt')}\n\\*${ONE}`)).toHaveLength(1)
  })

  it('an empty page is one empty article', async () => {
    const { articles, blocks } = await read('')
    expect([articles.length, blocks.length, articles[0]?.span]).toEqual([1, 0, { start: 0, end: 0 }])
  })
})

describe('pieces', () => {
  const pieces = (text: string): string[] => piecesOf(text).map(({ from, to }) => text.slice(from, to))

  it.each([
    ['Supports memory.* Supports focus.*', ['Supports memory.*', 'Supports focus.*']],
    ['サポートします。*さらに維持します。*', ['サポートします。*', 'さらに維持します。*']],
    ['By the U.S. Food office. Then.', ['By the U.S. Food office.', 'Then.']],
    ['A soft\nwrap goes on. New.', ['A soft\nwrap goes on.', 'New.']],
    ['Costs 4.50 a day', ['Costs 4.50 a day']],
    ['Only $18\n*Excludes taxes.', ['Only $18', '*Excludes taxes.']],
    ['A trial ran.1 Another ran.', ['A trial ran.1', 'Another ran.']],
  ])('%s', (text, expected) => {
    expect(pieces(text)).toEqual(expected)
  })

  it('lines keep a soft wrap and part notes', () => {
    const text = '*Excludes\ntaxes.\n**Ships free.'
    expect(linesOf(text).map(({ from, to }) => text.slice(from, to))).toEqual(['*Excludes\ntaxes.', '**Ships free.'])
  })
})

describe('the language of a text', () => {
  it.each([
    ['Magnesium supports memory.', 'en'],
    ['マグネシウムは記憶力をサポートします。', 'ja'],
    ['Magtein®(マグネシウムL-トレオネート)を1.5g含む', 'ja'],
    ['The word 記憶 means memory in Japanese texts.', 'en'],
    ['12 * 3', 'en'],
    ['𠮷野家の味', 'ja'],
  ])('%s', (text, language) => {
    expect(languageOf(text)).toBe(language)
  })
})
