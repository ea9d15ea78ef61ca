import type { PhraseMatch, PhraseSentence } from '../../match/phrase.js'
import type { CompiledPhrase, PhrasePattern } from '../../match/schema.js'
import type { WordLookup } from '../../match/word-table.js'
import type { JapaneseEntry, JapaneseWords } from './prepared.js'

/** Patterns filed under a word they cannot do without, so that a sentence is compared only with those it may hold. */
export class PatternIndex<Row> {
  readonly #words: WordLookup<JapaneseEntry>
  readonly #always: readonly number[]

  constructor(
    private readonly phrases: readonly CompiledPhrase<Row>[],
    { words, always }: JapaneseWords,
    private readonly kind: 'cues' | 'constructions',
  ) {
    this.#words = words
    this.#always = always[kind]
  }

  /** Every match of every pattern in the sentence, patterns in the order of their files. */
  *matches(sentence: PhraseSentence): Iterable<{ readonly compiled: CompiledPhrase<Row>; readonly match: PhraseMatch }> {
    const candidates = new Set(this.#always)
    const ask = (word: string): void => {
      for (const index of this.#words.get(word)?.[this.kind] ?? []) candidates.add(index)
    }
    const { tokens } = sentence.subject
    for (const [index, token] of tokens.entries()) {
      // a word of a pattern may span two morphemes: 課徴|金
      const next = tokens[index + 1]
      if (next) ask(token.surface + next.surface)
      ask(token.surface)
      if (token.lemma !== token.surface) ask(token.lemma)
    }
    for (const index of [...candidates].sort((a, b) => a - b)) {
      const compiled = this.phrases[index]!
      for (const match of sentence.matches(compiled.pattern)) yield { compiled, match }
    }
  }
}

/** The alternatives of the longest required word of the pattern: the rarest guess there is without counting. */
export function keyWords(pattern: PhrasePattern): readonly string[] {
  let best: readonly string[] = []
  let length = 0
  for (const element of pattern.elements) {
    if (element.kind !== 'word' || element.optional || element.words.some((w) => w.length > 1 && w.endsWith('*'))) continue
    const words = element.words.map((w) => (w.startsWith('=') ? w.slice(1) : w))
    const shortest = Math.min(...words.map((w) => w.length))
    if (shortest > length) {
      best = words
      length = shortest
    }
  }
  return best
}
