import { chunksOf, unitsOf } from './chunks.js'
import type { Grammar } from './grammar.js'
import { hitsOf } from './hits.js'
import type { JapaneseLexicon } from './lexicon.js'
import { Targets } from './targets.js'
import type { Word } from './words.js'

/** A sentence taken apart, and what its words aim at. */
export interface Parse extends Grammar {
  readonly targets: Targets
}

export function parse(words: readonly Word[], lower: string, text: string, lexicon: JapaneseLexicon): Parse {
  const hits = hitsOf(words, lower, text, lexicon)
  const grammar: Grammar = { words, hits, chunks: chunksOf(words, unitsOf(words, hits)), lexicon }
  return { ...grammar, targets: new Targets(grammar) }
}
