import { lazy } from '../../core/lazy.js'
import { type Chunk, chunksOf, unitsOf } from './chunks.js'
import type { Grammar } from './grammar.js'
import { hitsOf } from './hits.js'
import type { JapaneseLexicon } from './lexicon.js'
import { offeredName } from './offered-names.js'
import { Targets } from './targets.js'
import { surfacesOf, type Word } from './words.js'

/** A sentence taken apart, and what its words aim at. */
export interface Parse extends Grammar {
  readonly targets: Targets
  /** First and last word of a name that no list holds and that is offered: カルナベストをどうぞ. */
  readonly offered: () => readonly [number, number] | undefined
}

/** A phrase inside the name that is offered: its words say nothing. */
export const isOfName = ({ offered }: Parse, { first, last }: Chunk): boolean => {
  const name = offered()
  return name !== undefined && name[0] <= last && first <= name[1]
}

export function parse(words: readonly Word[], lower: string, text: string, lexicon: JapaneseLexicon): Parse {
  const hits = hitsOf(words, lower, text, lexicon)
  const grammar: Grammar = { words, hits, chunks: chunksOf(words, unitsOf(words, hits)), lexicon }
  return { ...grammar, targets: new Targets(grammar), offered: lazy(() => offeredIn(words, lexicon)) }
}

function offeredIn(words: readonly Word[], lexicon: JapaneseLexicon): readonly [number, number] | undefined {
  const name = offeredName(surfacesOf(words), lexicon)
  if (!name) return undefined
  let to = 0
  const inside = words.flatMap((word, i) => {
    const from = to
    to += word.surface.length
    return name.from < to && from < name.to ? [i] : []
  })
  return [inside[0]!, inside.at(-1)!]
}
