import { fileURLToPath } from 'node:url'
import type { AnalysisContext, Analyzer, Sentence } from '../../../src/core/sentence.js'
import { createJapaneseAnalyzer } from '../../../src/languages/ja/index.js'
import { loadTokenizer } from '../../../src/languages/ja/tokenizer/index.js'
import { lexiconOf } from '../../../src/match/lexicon.js'
import { loadRules } from '../../../src/match/load.js'

const rules = loadRules(fileURLToPath(new URL('../../../rules', import.meta.url)))
const lexicon = lexiconOf(rules, 'ja')
const tokenizer = await loadTokenizer('packed')
const analyzer: Analyzer = createJapaneseAnalyzer(lexicon, tokenizer)

const context: AnalysisContext = { productNames: [], ingredients: [], role: 'prose' }

export const read = (text: string): readonly Sentence[] => analyzer.analyze(text, context)
