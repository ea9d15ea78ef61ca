import type { AnalysisContext, Analyzer, Effect, Sentence } from '../../../src/core/sentence.js'
import { createEnglishAnalyzer } from '../../../src/languages/en/index.js'
import { lexiconOf } from '../../../src/match/lexicon.js'
import { loadRules } from '../../../src/match/load.js'

/** The analyser over the rules of this repository, built once a test file. */
const english: Analyzer = createEnglishAnalyzer(lexiconOf(loadRules('rules'), 'en'))

const prose: AnalysisContext = { productNames: [], ingredients: [], role: 'prose' }

export const sentencesOf = (text: string, context: Partial<AnalysisContext> = {}): readonly Sentence[] =>
  english.analyze(text, { ...prose, ...context })

export const effectsOf = (text: string, context: Partial<AnalysisContext> = {}): readonly Effect[] =>
  sentencesOf(text, context).flatMap((sentence) => sentence.effects)

/** The effects that are said of a product and do good: what a claim can be made of. */
export const claimsOf = (text: string, context: Partial<AnalysisContext> = {}): readonly Effect[] =>
  effectsOf(text, context).filter((effect) => !effect.silent && effect.outcome === 'benefit' && effect.agent.kind !== 'unknown')

/** The words an effect underlines. */
export const wordsOf = (text: string, effect: Effect): string[] => effect.parts.map((part) => text.slice(part.from, part.to))
