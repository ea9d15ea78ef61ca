import { expect, it } from 'vitest'
import { createEnglishAnalyzer } from '../../../src/languages/en/index.js'
import { inflect, type WordEntry } from '../../../src/languages/en/inflected.js'
import { cutterOf } from '../../../src/languages/ja/cutter.js'
import { createJapaneseAnalyzer } from '../../../src/languages/ja/index.js'
import { indexWords, type JapaneseEntry } from '../../../src/languages/ja/prepared.js'
import { loadTokenizer } from '../../../src/languages/ja/tokenizer/index.js'
import { Shipped } from '../../../src/lint/shipped.js'
import { lexiconOf } from '../../../src/match/lexicon.js'
import { loadRules } from '../../../src/match/load.js'
import { encodeWordTable, WordTable } from '../../../src/match/word-table.js'

const rules = loadRules('rules')
const texts = rules.rules
  .flatMap(({ examples }) => [...examples.invalid, ...examples.valid])
  .flatMap((example) => {
    const text: unknown = typeof example === 'string' ? example : Object.values(example)[0]
    return typeof text === 'string' ? [text] : []
  })
const context = { role: 'paragraph', productNames: [], ingredients: [] } as const
const asData = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

it('reads English the same with forms made at build time', () => {
  const lexicon = lexiconOf(rules, 'en')
  const { words, ...rest } = inflect(lexicon)
  const prepared = createEnglishAnalyzer(lexicon, { words: new WordTable<WordEntry>(encodeWordTable(words)), ...rest })
  const fresh = createEnglishAnalyzer(lexicon)
  const english = [...texts, 'constructor __proto__ hasOwnProperty toString cures flu', 'It brought the fever right down.']
  expect(english.length).toBeGreaterThan(100)
  for (const text of english) expect(asData(prepared.analyze(text, context))).toEqual(asData(fresh.analyze(text, context)))
})

it('reads the rules of the package the same when only what is asked for is read of them', () => {
  const shipped = new Shipped()
  const [full, lean] = [shipped.rules(), shipped.leanRules()]
  expect(lean.concepts.map(({ id, en, ja }) => ({ id, en, ja }))).toEqual(full.concepts.map(({ id, en, ja }) => ({ id, en, ja })))
  for (const language of ['en', 'ja'] as const) {
    const [all, asked] = [[...lexiconOf(full, language).surfaces], lexiconOf(lean, language).surfaces]
    expect(all.map((_, index) => asked.at(index))).toEqual(all)
    expect([...asked]).toEqual(all)
    expect(asked.at(all.length)).toBeUndefined()
  }
})

it('finds in a table of words what was put in, and nothing else', () => {
  const entries = new Map<string, unknown>([
    ['', { head: true }],
    ['a', 1],
    ["can't", [1, 2]],
    ['Ménière', { lemma: '–' }],
    ['\ud83c\udf3f', 'herb'],
    ['__proto__', 'no'],
  ])
  const table = new WordTable<unknown>(encodeWordTable(entries))
  for (const [word, entry] of entries) expect(table.get(word)).toEqual(entry)
  for (const word of ['b', 'aa', 'constructor', 'Meniere', "can'", '\t', 'a\t1']) expect(table.get(word)).toBeUndefined()
  const wide = new Map<string, unknown>([
    ['', [1]],
    ['睡眠', { forms: ['睡眠の質'] }],
    ['が', '癌'],
    ['ｶﾞﾝ', 'a'],
  ])
  const japanese = new WordTable<unknown>(encodeWordTable(wide))
  for (const [word, entry] of wide) expect(japanese.get(word)).toEqual(entry)
  for (const word of ['睡', '睡眠の', 'か']) expect(japanese.get(word)).toBeUndefined()
  expect(() => encodeWordTable(new Map([['a\tb', 1]]))).toThrow()
})

it('reads Japanese the same with words spelt and cut at build time', async () => {
  const lexicon = lexiconOf(rules, 'ja')
  const tokenizer = await loadTokenizer('packed')
  const { words, ...rest } = indexWords(lexicon, cutterOf(tokenizer))
  expect(words.size).toBeGreaterThan(1000)
  const prepared = createJapaneseAnalyzer(lexicon, tokenizer, { words: new WordTable<JapaneseEntry>(encodeWordTable(words)), ...rest })
  const fresh = createJapaneseAnalyzer(lexicon, tokenizer)
  for (const text of texts) expect(asData(prepared.analyze(text, context))).toEqual(asData(fresh.analyze(text, context)))
})
