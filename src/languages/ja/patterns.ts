import type { PhraseMatch, PhraseSentence } from '../../match/phrase.js'
import type { PhrasePattern } from '../../match/schema.js'

interface Compiled {
  readonly pattern: PhrasePattern
}

/** Patterns filed under a word they cannot do without, so that a sentence is compared only with those it may hold. */
export class PatternIndex<P extends Compiled> {
  readonly #byWord = new Map<string, P[]>()
  readonly #always: P[] = []
  readonly #order = new Map<P, number>()

  constructor(patterns: readonly P[]) {
    for (const [index, compiled] of patterns.entries()) {
      this.#order.set(compiled, index)
      const words = keyWords(compiled.pattern)
      if (words.length === 0) this.#always.push(compiled)
      for (const word of words) {
        const list = this.#byWord.get(word)
        if (list) list.push(compiled)
        else this.#byWord.set(word, [compiled])
      }
    }
  }

  /** Every match of every pattern in the sentence, patterns in the order of their files. */
  *matches(sentence: PhraseSentence): Iterable<{ readonly compiled: P; readonly match: PhraseMatch }> {
    const candidates = new Set(this.#always)
    const { tokens } = sentence.subject
    for (const [index, token] of tokens.entries()) {
      // a word of a pattern may span two morphemes: 課徴|金
      const next = tokens[index + 1]
      if (next) for (const compiled of this.#byWord.get(token.surface + next.surface) ?? []) candidates.add(compiled)
      for (const compiled of this.#byWord.get(token.surface) ?? []) candidates.add(compiled)
      for (const compiled of this.#byWord.get(token.lemma) ?? []) candidates.add(compiled)
    }
    const inOrder = [...candidates].sort((a, b) => this.#order.get(a)! - this.#order.get(b)!)
    for (const compiled of inOrder) for (const match of sentence.matches(compiled.pattern)) yield { compiled, match }
  }

  /** Words of which a sentence must hold one, for the patterns that have such words. */
  literals(): Iterable<string> {
    return this.#byWord.keys()
  }
}

/** The alternatives of the longest required word of the pattern: the rarest guess there is without counting. */
function keyWords(pattern: PhrasePattern): readonly string[] {
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
