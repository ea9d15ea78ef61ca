import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { packDictionary } from '../../../src/build/pack-dictionary.js'
import { readDictionary } from '../../../src/languages/ja/tokenizer/dictionary-file.js'
import { PackedTokenizer } from '../../../src/languages/ja/tokenizer/packed.js'
import { loadStock } from '../../../src/languages/ja/tokenizer/stock.js'

const folder = mkdtempSync(join(tmpdir(), 'claimlint-test-'))
afterAll(() => rmSync(folder, { recursive: true }))

packDictionary(join(folder, 'ja.dict'))
const packed = new PackedTokenizer(readDictionary(join(folder, 'ja.dict'), []))
const stock = await loadStock()

const sentences = readFileSync(new URL('fixtures/sentences.txt', import.meta.url), 'utf8')

const surfaces = (text: string): string[] => packed.tokenize(text).map((word) => word.surface)

const ALPHABETS = {
  hiragana: 'あいうえおかがきぎくけげこごさざしじすせそぞただちつってでとどなにぬねのはばひふへほまみむめもゃやゆよらりるれろわをん',
  katakana: 'アイウエオカガキギクグケコゴサシジスズセソタダチツッテトドナニノハバパヒビピフプベペポマミムメモヤュラリルレロワンヴー',
  'half-width kana': 'ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾋﾌﾐﾑﾝﾞﾟｰ｡､',
  kanji: '効果治療病気薬症状改善予防健康食品摂取成分研究日一二三人年月大中小上下行生血圧糖尿肌骨脳心力',
  latin: 'abcdefgxyzABCXYZａｂＡＢéß',
  digits: '0123456789０１２９一二三十百千万兆.,',
  emoji: ['😀', '🇯🇵', '👨‍👩‍👧', '✨', '❤️', '👍🏽'],
  'beyond the BMP': ['𠮷', '𩸽', '𠀋', '\ud800', '\udc00', '𝒂'],
  symbols: '。、！？!?「」（）()・…〜※*†‡★〓%％™®@#/\\"\'|',
  'combining marks': 'かはウハ\u3099\u309a\u0301\u0308\u200d\u200b\ufe0f\u00ad',
  blanks: [' ', '\t', '\n', '\r\n', '\r', '\u3000', '\u00a0', '\ufeff', '\0'],
  'other scripts': 'αβγΔдЖЩкا한국ไทย',
}
const characters = Object.fromEntries(Object.entries(ALPHABETS).map(([name, units]) => [name, fc.constantFrom(...units)]))

describe('the packed tokenizer cuts as kuromoji does', () => {
  test.each(sentences.trimEnd().split('\n'))('%s', (sentence) => {
    expect(packed.tokenize(sentence)).toEqual(stock.tokenize(sentence))
  })

  test('a whole text, with LF and with CRLF', () => {
    for (const text of [sentences, sentences.replaceAll('\n', '\r\n')]) expect(packed.tokenize(text)).toEqual(stock.tokenize(text))
  })

  test.each(['永野市', '大井沢', '星和', '憂ふる', '嘉手苅の大正通', '小泉で久多川合'])('of two cuts of %s that cost the same', (text) => {
    expect(packed.tokenize(text)).toEqual(stock.tokenize(text))
  })

  test.each(Object.keys(ALPHABETS))('random strings of %s', (name) => {
    const text = fc.array(characters[name]!, { maxLength: 60 }).map((parts) => parts.join(''))
    fc.assert(
      fc.property(text, (text) => {
        expect(packed.tokenize(text)).toEqual(stock.tokenize(text))
      }),
      { numRuns: 150, seed: 1 },
    )
  })

  test('random strings of all alphabets mixed', () => {
    const stretch = fc.oneof(...Object.values(characters).map((character) => fc.array(character, { minLength: 1, maxLength: 6 })))
    const text = fc.array(stretch, { maxLength: 12 }).map((stretches) => stretches.flat().join(''))
    fc.assert(
      fc.property(text, (text) => {
        expect(packed.tokenize(text)).toEqual(stock.tokenize(text))
      }),
      { numRuns: 1_000, seed: 2 },
    )
  })

  test('every code unit on its own', () => {
    for (let unit = 0; unit <= 0xffff; unit++) {
      const text = String.fromCharCode(unit)
      const [mine, theirs] = [packed.tokenize(text), stock.tokenize(text)]
      if (JSON.stringify(mine) !== JSON.stringify(theirs)) expect(mine).toEqual(theirs)
    }
  })
})

describe('words and offsets', () => {
  test('all surfaces joined give the text, and offsets point at them, never into a surrogate pair', () => {
    const text = fc.string({ unit: 'binary', maxLength: 80 })
    fc.assert(
      fc.property(text, (text) => {
        let end = 0
        for (const word of packed.tokenize(text)) {
          expect(word.start).toBe(end)
          expect(text.slice(word.start, word.end)).toBe(word.surface)
          expect(text.codePointAt(word.end - 1)).toBeLessThan(0x10000)
          end = word.end
        }
        expect(end).toBe(text.length)
      }),
      { seed: 3 },
    )
  })

  test('empty text has no words', () => {
    expect(packed.tokenize('')).toEqual([])
  })

  test.each([' ', '\u3000\u3000', '\r\n', '\n\n'])('blank text %j is kept', (text) => {
    expect(surfaces(text).join('')).toBe(text)
  })

  test('a homograph takes its dictionary form from its neighbours', () => {
    const baseOf = (text: string, surface: string) => packed.tokenize(text).find((word) => word.surface === surface)?.base
    expect(baseOf('学校へ行った', '行っ')).toBe('行く')
    expect(baseOf('手術を行った', '行っ')).toBe('行う')
  })
})

describe('long runs', () => {
  test('20,000 times the same letter is one unknown word, at once', () => {
    const began = performance.now()
    expect(packed.tokenize('ー'.repeat(20_000))).toMatchObject([{ start: 0, end: 20_000 }])
    expect(performance.now() - began).toBeLessThan(1_000)
  })

  test('a run longer than kuromoji may be given is cut on the same places throughout', () => {
    const once = surfaces('にはにわにわとりがいる')
    expect(surfaces('にはにわにわとりがいる'.repeat(2_000))).toEqual(Array.from({ length: 2_000 }, () => once).flat())
  })
})
