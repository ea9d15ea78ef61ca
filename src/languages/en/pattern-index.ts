import type { CompiledPhrase, PhrasePattern } from '../../match/schema.js'
import type { Word } from './tokens.js'

/** Patterns by a word each of them cannot do without: a sentence is compared only with those it may match. */
export class PatternIndex<Row> {
  readonly #byWord = new Map<string, number[]>()
  readonly #always: number[] = []

  constructor(private readonly phrases: readonly CompiledPhrase<Row>[]) {
    for (const [index, { pattern }] of phrases.entries()) {
      const anchor = anchorOf(pattern)
      if (!anchor) this.#always.push(index)
      for (const word of anchor ?? []) {
        const list = this.#byWord.get(word)
        if (list) list.push(index)
        else this.#byWord.set(word, [index])
      }
    }
  }

  /** In the order of the rule files. */
  candidates(words: readonly Word[]): readonly CompiledPhrase<Row>[] {
    const found = new Set(this.#always)
    for (const word of words) {
      for (const index of this.#byWord.get(word.surface) ?? []) found.add(index)
      if (word.lemma !== word.surface) for (const index of this.#byWord.get(word.lemma) ?? []) found.add(index)
    }
    return [...found].sort((a, b) => a - b).map((index) => this.phrases[index]!)
  }
}

/** The required element with the fewest words, all of them plain. */
function anchorOf(pattern: PhrasePattern): readonly string[] | undefined {
  let best: string[] | undefined
  for (const element of pattern.elements) {
    if (element.kind !== 'word' || element.optional) continue
    const words = element.words.map((word) => (word.startsWith('=') ? word.slice(1) : word))
    if (words.some((word) => !/^[a-z']+$/.test(word) && !/^[^\p{L}\p{N}#*]$/u.test(word))) continue
    if (!best || words.length < best.length) best = words
  }
  return best
}
