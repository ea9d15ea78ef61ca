import type { PhraseSentence } from './phrase.js'
import type { PhrasePattern, WordTest } from './schema.js'

/**
 * Patterns filed under words of which each needs one, or else under what a slot of theirs asks for, so that a sentence is compared only with those it may hold. Never leaves out a pattern that
 * matches: the test compares it with trying them all.
 */
export class PhraseIndex<Item> {
  readonly #byWord = new Map<string, number[]>()
  /** Words that may be cut into several tokens, by their first two characters. */
  readonly #byPair = new Map<number, number[]>()
  readonly #byWant = new Map<string, number[]>()
  readonly #always: number[] = []

  constructor(
    private readonly items: readonly Item[],
    patternOf: (item: Item) => PhrasePattern,
  ) {
    for (const [index, item] of items.entries()) {
      const pattern = patternOf(item)
      const anchor = anchorOf(pattern)
      if (!anchor) this.#fileBySlot(pattern, index)
      for (const { kind, text } of anchor ?? []) {
        file(this.#byWord, text, index)
        if (kind === 'run' && text.length > 1) file(this.#byPair, pairAt(text, 0), index)
      }
    }
  }

  #fileBySlot({ elements }: PhrasePattern, index: number): void {
    const slot = elements.find((element) => element.kind === 'slot' && !element.optional)
    if (slot?.kind !== 'slot') this.#always.push(index)
    else for (const want of slot.wants) file(this.#byWant, want, index)
  }

  /** What may match, in the order it was given. */
  candidates(sentence: PhraseSentence): Item[] {
    const found = new Set(this.#always)
    for (const word of sentence.words) for (const index of this.#byWord.get(word) ?? []) found.add(index)
    if (this.#byWant.size > 0) for (const want of sentence.wants) for (const index of this.#byWant.get(want) ?? []) found.add(index)
    if (this.#byPair.size > 0) {
      const { joined } = sentence
      for (let i = 0; i + 1 < joined.length; i++) for (const index of this.#byPair.get(pairAt(joined, i)) ?? []) found.add(index)
    }
    return [...found].sort((a, b) => a - b).map((index) => this.items[index]!)
  }
}

/** The required word of the pattern whose alternatives are longest: the rarest guess there is without counting. */
function anchorOf({ elements }: PhrasePattern): readonly WordTest[] | undefined {
  let best: readonly WordTest[] | undefined
  let length = 0
  for (const element of elements) {
    if (element.kind !== 'word' || element.optional) continue
    if (element.tests.some(({ kind }) => kind === 'prefix' || kind === 'number' || kind === 'end')) continue
    const shortest = Math.min(...element.tests.map(({ text }) => text.length))
    if (shortest <= length) continue
    best = element.tests
    length = shortest
  }
  return best
}

const pairAt = (text: string, at: number): number => text.charCodeAt(at) * 0x10000 + text.charCodeAt(at + 1)

function file<Key>(map: Map<Key, number[]>, key: Key, index: number): void {
  const list = map.get(key)
  if (list) list.push(index)
  else map.set(key, [index])
}
