import type { CompiledPhrase, PhrasePattern } from '../../match/schema.js'
import type { WordLookup } from '../../match/word-table.js'
import type { Inflected, WordEntry } from './inflected.js'
import type { Word } from './tokens.js'

/** Patterns by a word each of them cannot do without: a sentence is compared only with those it may match. */
export class PatternIndex<Row> {
  readonly #words: WordLookup<WordEntry>
  readonly #always: readonly number[]

  constructor(
    private readonly phrases: readonly CompiledPhrase<Row>[],
    { words, always }: Inflected,
    private readonly kind: 'cues' | 'constructions',
  ) {
    this.#words = words
    this.#always = always[kind]
  }

  /** In the order of the rule files. */
  candidates(words: readonly Word[]): readonly CompiledPhrase<Row>[] {
    const found = new Set(this.#always)
    for (const word of words) {
      for (const index of this.#words.get(word.surface)?.[this.kind] ?? []) found.add(index)
      if (word.lemma !== word.surface) for (const index of this.#words.get(word.lemma)?.[this.kind] ?? []) found.add(index)
    }
    return [...found].sort((a, b) => a - b).map((index) => this.phrases[index]!)
  }
}

/** The required element with the fewest words, all of them plain. */
export function anchorOf(pattern: PhrasePattern): readonly string[] | undefined {
  let best: string[] | undefined
  for (const element of pattern.elements) {
    if (element.kind !== 'word' || element.optional) continue
    const words = element.words.map((word) => (word.startsWith('=') ? word.slice(1) : word))
    if (words.some((word) => !/^[a-z']+$/.test(word) && !/^[^\p{L}\p{N}#*]$/u.test(word))) continue
    if (!best || words.length < best.length) best = words
  }
  return best
}
