import { fileURLToPath } from 'node:url'
import type { AnalysisContext, Analyzer, Effect, Sentence } from '../../../src/core/sentence.js'
import { createJapaneseAnalyzer } from '../../../src/languages/ja/index.js'
import { loadTokenizer } from '../../../src/languages/ja/tokenizer/index.js'
import { lexiconOf } from '../../../src/match/lexicon.js'
import { loadRules } from '../../../src/match/load.js'

const rules = loadRules(fileURLToPath(new URL('../../../rules', import.meta.url)))
export const lexicon = lexiconOf(rules, 'ja')
export const tokenizer = await loadTokenizer('packed')
export const analyzer: Analyzer = createJapaneseAnalyzer(lexicon, tokenizer)

export const context: AnalysisContext = { productNames: [], ingredients: [], role: 'prose' }

export const read = (text: string): readonly Sentence[] => analyzer.analyze(text, context)
export const effectsOf = (text: string): readonly Effect[] => read(text).flatMap((sentence) => sentence.effects)
/** The effects that are claims. */
export const claimsOf = (text: string): readonly Effect[] => effectsOf(text).filter((effect) => effect.silent === undefined)
/** The words of each part of each claim, for comparison with what a reader would underline. */
export const wordsOf = (text: string, effects: readonly Effect[]): string[][] =>
  effects.map((effect) => effect.parts.map(({ from, to }) => text.slice(from, to)))
