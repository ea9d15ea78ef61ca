import { expect, test } from 'vitest'
import { loadTokenizer } from '../../../src/languages/ja/tokenizer/index.js'
import { StockTokenizer } from '../../../src/languages/ja/tokenizer/stock.js'

const stock = await loadTokenizer('kuromoji')

test('gives surface, dictionary form, part of speech and conjugation', () => {
  expect(stock.tokenize('食べた')).toEqual([
    { surface: '食べ', base: '食べる', pos: '動詞,自立,*,*', conjugationType: '一段', conjugationForm: '連用形', start: 0, end: 2 },
    { surface: 'た', base: 'た', pos: '助動詞,*,*,*', conjugationType: '特殊・タ', conjugationForm: '基本形', start: 2, end: 3 },
  ])
})

test('an unknown word is its own dictionary form', () => {
  const [word] = stock.tokenize('Zqx')
  expect(word).toMatchObject({ surface: 'Zqx', base: 'Zqx' })
})

test.each(['😀😀ビタミンが効く', '🇯🇵🇯🇵の𠮷野家で食べた。', '\ud800高い\udc00', 'a\0b', '👨‍👩‍👧とサプリ', '★😀★'])(
  'loses nothing of %j',
  (text) => {
    const words = stock.tokenize(text)
    expect(words.map((word) => word.surface).join('')).toBe(text)
    for (const word of words) expect(text.slice(word.start, word.end)).toBe(word.surface)
  },
)

test('words beside an emoji are read as without it', () => {
  const surfaces = stock.tokenize('😀😀ビタミンが効く').map((word) => word.surface)
  expect(surfaces).toEqual(['😀', '😀', 'ビタミン', 'が', '効く'])
})

test('a surrogate pair is one word and its own dictionary form', () => {
  expect(stock.tokenize('𠮷')).toMatchObject([{ surface: '𠮷', base: '𠮷', start: 0, end: 2 }])
})

test('a sentence is cut the same whatever stands before it', () => {
  const alone = stock.tokenize('元気になる').map((word) => word.surface)
  for (const before of ['本当！', '本当?', '本当、', '本当\r\n']) {
    const after = stock.tokenize(`${before}元気になる`).filter((word) => word.start >= before.length)
    expect(after.map((word) => word.surface)).toEqual(alone)
  }
})

test('a run without punctuation stays affordable', () => {
  const began = performance.now()
  const words = stock.tokenize('ー'.repeat(4_000))
  expect(words.at(-1)?.end).toBe(4_000)
  expect(performance.now() - began).toBeLessThan(6_000)
})

test('a run that kuromoji cannot read becomes one unreadable word', () => {
  const broken = new StockTokenizer({ tokenize: () => [] })
  expect(broken.tokenize('はい。いいえ')).toEqual([
    { surface: 'はい。', base: 'はい。', pos: '記号,一般,*,*', conjugationType: '*', conjugationForm: '*', start: 0, end: 3 },
    { surface: 'いいえ', base: 'いいえ', pos: '記号,一般,*,*', conjugationType: '*', conjugationForm: '*', start: 3, end: 6 },
  ])
})

test('empty text has no words', () => {
  expect(stock.tokenize('')).toEqual([])
})

test('a kind is loaded once per process', () => {
  expect(loadTokenizer('kuromoji')).toBe(loadTokenizer('kuromoji'))
})
