import type { CompiledPhrase } from './schema.js'
import type { WordLookup } from './word-table.js'

/** Numbers of the phrases of each kind that cannot do without a word. */
export interface FiledUnder {
  readonly cues?: readonly number[]
  readonly constructions?: readonly number[]
}

/** The phrases of one kind by a word each of them cannot do without, so that a sentence is compared only with those it may hold. */
export class FiledPhrases<Row> {
  readonly #words: WordLookup<FiledUnder>
  readonly #always: readonly number[]

  /** `always`: numbers of the phrases that any words may hold. */
  constructor(
    private readonly phrases: readonly CompiledPhrase<Row>[],
    { words, always }: { readonly words: WordLookup<FiledUnder>; readonly always: Required<FiledUnder> },
    private readonly kind: keyof FiledUnder,
  ) {
    this.#words = words
    this.#always = always[kind]
  }

  /** Those that may stand where these words do, in the order of the rule files. */
  holding(words: Iterable<string>): CompiledPhrase<Row>[] {
    return this.#among(new Set(this.#always), words)
  }

  /** Of those the ones that one of these words calls up. */
  calledBy(words: Iterable<string>): CompiledPhrase<Row>[] {
    return this.#among(new Set(), words)
  }

  #among(found: Set<number>, words: Iterable<string>): CompiledPhrase<Row>[] {
    for (const word of words) for (const index of this.#words.get(word)?.[this.kind] ?? []) found.add(index)
    return [...found].sort((a, b) => a - b).map((index) => this.phrases[index]!)
  }
}
