import type { CompiledPhrase, PhrasePattern } from '../../match/schema.js'
import type { WordLookup } from '../../match/word-table.js'
import type { Inflected, WordEntry } from './inflected.js'
import type { Word } from './tokens.js'
import { auxiliaries, coordinators, determiners, doForms, haveForms, prepositions, pronouns, subordinators } from './words.js'

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

/** The required element of plain words that stands in the fewest sentences: no words of grammar among them if possible, then as few as possible. */
export function anchorOf(pattern: PhrasePattern): readonly string[] | undefined {
  let best: string[] | undefined
  let cost = Number.POSITIVE_INFINITY
  for (const element of pattern.elements) {
    if (element.kind !== 'word' || element.optional) continue
    const words = element.words.map((word) => (word.startsWith('=') ? word.slice(1) : word))
    if (words.some((word) => !/^[a-z']+$/.test(word) && !/^[^\p{L}\p{N}#*]$/u.test(word))) continue
    const costHere = words.length + (words.some(isGrammar) ? 1000 : 0)
    if (costHere >= cost) continue
    best = words
    cost = costHere
  }
  return best
}

const isGrammar = (word: string): boolean =>
  !/[a-z]/.test(word) ||
  [determiners, prepositions, pronouns, auxiliaries, coordinators, subordinators, haveForms, doForms].some((words) => words.has(word))
