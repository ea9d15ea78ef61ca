import { expect, it } from 'vitest'
import { defaultConfig } from '../../../src/core/config.js'
import { createJapaneseAnalyzer } from '../../../src/languages/ja/index.js'
import { loadTokenizer } from '../../../src/languages/ja/tokenizer/index.js'
import { createEngine } from '../../../src/lint/lint.js'
import { Meter } from '../../../src/lint/meter.js'
import { Catalogue } from '../../../src/match/catalogue.js'
import { lexiconOf } from '../../../src/match/lexicon.js'
import { loadRules } from '../../../src/match/load.js'
import { PhraseSentence } from '../../../src/match/phrase.js'
import { generatedArticles } from './articles.js'

/*
 * The work that articles cost, counted: counts do not wobble as milliseconds do, so that a change that parses twice, tokenises what need not be tokenised or
 * tries every pattern on every sentence fails here on any machine. Limits leave room for more rules and words, not for another order of growth.
 */

const engine = await createEngine()
const rules = loadRules('rules')
const english = generatedArticles('en', 8)
const japanese = generatedArticles('ja', 8)
const lengthOf = (texts: readonly string[]): number => texts.reduce((sum, text) => sum + text.length, 0)

it('parses each article once and analyses no more than it parses', async () => {
  const meter = new Meter()
  let characters = 0
  for (const text of [...english, ...japanese]) {
    const { coverage } = await engine.lint(text, { path: 'a.md', config: defaultConfig, meter, scan: true })
    characters += coverage.characters
  }
  expect(meter.counts.get('characters parsed')).toBe(lengthOf([...english, ...japanese]))
  expect(characters).toBeLessThan(meter.counts.get('characters parsed')!)
  for (const name of ['read', 'assemble', 'analyse', 'judge', 'check']) expect(meter.stages.get(name)!.calls, name).toBe(16)
})

it('parses nothing of a text without candidates', async () => {
  const meter = new Meter()
  await engine.lint('The train leaves platform four at noon.\n'.repeat(50), { path: 'a.md', config: defaultConfig, meter, scan: true })
  expect(meter.counts.size).toBe(0)
})

it('tokenises no Japanese sentence twice, and none where no word of the lexicon can stand', async () => {
  const tokenizer = await loadTokenizer('packed')
  let tokenised = 0
  let isReading = false
  const counting = {
    tokenize(text: string) {
      if (isReading) tokenised += text.length
      return tokenizer.tokenize(text)
    },
  }
  const analyzer = createJapaneseAnalyzer(lexiconOf(rules, 'ja'), counting)
  const context = { role: 'prose', productNames: [], ingredients: [] }
  analyzer.analyze('睡眠', context)
  isReading = true
  for (const text of japanese) analyzer.analyze(text, context)
  const share = tokenised / lengthOf(japanese)
  expect(share).toBeGreaterThan(0.1)
  expect(share).toBeLessThan(1)
})

it('tries few of the phrases there are on a sentence', async () => {
  const catalogue = new Catalogue(rules, defaultConfig)
  const concepts = catalogue.concepts
  const all = rules.rules.flatMap((rule) => rule.match?.phrase?.en ?? []).length
  let sentences = 0
  let tried = 0
  for (const text of english) {
    const { document } = await engine.lint(text, { path: 'a.md', config: defaultConfig })
    for (const sentence of document.blocks.flatMap((block) => block.sentences)) {
      if (sentence.language !== 'en') continue
      sentences++
      tried += catalogue.phrases('en').candidates(new PhraseSentence(sentence, { concepts })).length
    }
  }
  expect(sentences).toBeGreaterThan(500)
  expect(tried / sentences).toBeLessThan(0.03 * all)
})
