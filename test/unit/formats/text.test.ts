import { describe, expect, it } from 'vitest'
import { text } from '../../../src/formats/text/index.js'
import { cpuTimeOf } from './cpu-time.js'
import { outline, parse, sourceOf } from './helpers.js'

const roles = (source: string) => outline(text, source)

describe('plain text', () => {
  it('joins hard-wrapped lines into one block', async () => {
    expect(await roles('It treats\ninsomnia and\nhelps focus.\n\nNext.')).toEqual([
      'prose: It treats\ninsomnia and\nhelps focus.',
      'prose: Next.',
    ])
  })

  it('keeps the place of a word over a line end', async () => {
    const source = '\uFEFF  It treats  \r\n  insomnia. 🇯🇵 𠮷'
    const { blocks } = await parse(text, source)
    expect(blocks[0]!.text).toBe('It treats\ninsomnia. 🇯🇵 𠮷')
    expect(sourceOf(source, blocks, 'treats\ninsomnia')).toBe('treats  \r\n  insomnia')
    expect(sourceOf(source, blocks, '𠮷')).toBe('𠮷')
  })

  it('takes unwrapped lines as written', async () => {
    const long = '神経可塑性は、生涯を通じて脳が適応し、再構築し、新たな接続を形成する能力であり、学習と記憶の土台になると考えられている。'
    expect(await roles(`図の説明。\n${long}`)).toEqual(['prose: 図の説明。', `prose: ${long}`])
    expect(await roles(`  • 見出し\n    ${long}\n  • 次`)).toEqual(['list-item: 見出し', `list-item: ${long}`, 'list-item: 次'])
  })

  it('ends an entry of wide lines at its address', async () => {
    const entry = 'Ito, M. (2021). Water activity in dry culture powders. Dry Goods Research, 7, 130-141. https://doi.org/10.5555/dgr.2021'
    expect(await roles(`${entry}\nLindqvist, A. (2020). Unpublished data.`)).toEqual([
      `prose: ${entry}`,
      'prose: Lindqvist, A. (2020). Unpublished data.',
    ])
  })

  it.each(['•', '・', '●', '◦', '▪', '- ', '– ', '1. ', '1) ', '(1) ', '（１）', '①', '１．', '1.'])(
    'knows the bullet %j',
    async (bullet) => {
      expect(await roles(`${bullet}記憶力を支える\n${bullet}集中力を支える`)).toEqual([
        'list-item: 記憶力を支える',
        'list-item: 集中力を支える',
      ])
    },
  )

  it.each(['1.5 g a day', '2010年の研究では', '-5 degrees', '100 mg of it', '3.14である'])('takes %j for text', async (line) => {
    expect(await roles(`${line}.`)).toEqual([`prose: ${line}.`])
  })

  it('nests lists by indentation and numbers them', async () => {
    const { blocks } = await parse(text, '  1. one\n    • inner\n    • inner\n  2. two\n\n  3. three')
    expect(blocks.map(({ depth, bullet }) => [depth, bullet?.ordinal, bullet?.list])).toEqual([
      [1, 1, 0],
      [2, undefined, 1],
      [2, undefined, 1],
      [1, 2, 0],
      [1, 3, 0],
    ])
  })

  it('takes one asterisk line for a note, several for a list', async () => {
    expect(await roles('Supports memory.*\n\n* These statements have not been evaluated.')).toEqual([
      'prose: Supports memory.*',
      'prose: * These statements have not been evaluated.',
    ])
    expect(await roles('* one\n* two')).toEqual(['list-item: one', 'list-item: two'])
    expect(await roles('We have:\n  * one')).toEqual(['prose: We have:', 'list-item: one'])
  })

  it.each(['*These', '†These', '※個人の', '＊本品', '注１）本品', '[1] Smith'])('starts a block at the note %j', async (note) => {
    expect(await roles(`Supports memory.*\n${note} and more`)).toEqual(['prose: Supports memory.*', `prose: ${note} and more`])
  })

  it('takes a short line alone for a heading when it is reasonably clear', async () => {
    expect(await roles('参考文献\n\n本文です。')).toEqual(['heading: 参考文献', 'prose: 本文です。'])
    expect(await roles('Why sleep matters\n\nText here.')).toEqual(['heading: Why sleep matters', 'prose: Text here.'])
    for (const line of ['本文です。', 'Really?', 'Supports memory*', 'See https://a.example', '以下のとおり:', '1024 683 著者']) {
      expect(await roles(`${line}\n\n本文です。`)).toEqual([`prose: ${line}`, 'prose: 本文です。'])
    }
    expect(await roles('本文です。\n\nSupports memory')).toEqual(['prose: 本文です。', 'prose: Supports memory'])
  })

  it('passes over rules', async () => {
    expect(await roles('a.\n-----\nb.\n＊＊＊\nc.')).toEqual(['prose: a.', 'prose: b.', 'prose: c.'])
  })

  it('passes over the times of a transcript', async () => {
    const cues = 'WEBVTT\n\n1\n00:04.000 --> 00:08.500\nWe dry it.\n\n2\n00:00:08,500 --> 00:00:13,000\nIt is red.'
    expect((await parse(text, cues)).blocks.map(({ text }) => text)).toEqual(['WEBVTT', 'We dry it.', 'It is red.'])
    expect(await roles('12\nbottles')).toEqual(['prose: 12\nbottles'])
  })

  it.each([
    ['spaces', `a${' '.repeat(1_000_000)}b`],
    ['dashes', '- '.repeat(300_000)],
    ['numbers', '1. '.repeat(300_000)],
    ['lines', 'a\n'.repeat(200_000)],
    ['items', '- a\n'.repeat(100_000)],
    ['asterisk lines', '* a\n'.repeat(100_000)],
  ])('%s take no long time', async (_, source) => {
    expect(await cpuTimeOf(() => parse(text, source))).toBeLessThan(5_000)
  })
})
