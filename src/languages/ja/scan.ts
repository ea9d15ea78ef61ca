import { type JapaneseWords, pairOf } from './prepared.js'
import type { Stretch } from './split.js'

/**
 * Finds out without tokenising whether a sentence can hold a target, an act or an appeal to research: every such word begins with one of
 * a known set of character pairs, and inflected words with a known first character.
 */
export class Scan {
  readonly #pairs: ReadonlySet<number>
  readonly #singles: ReadonlySet<number>

  constructor({ pairs, singles }: JapaneseWords['wakers']) {
    this.#pairs = new Set(pairs)
    this.#singles = new Set(singles)
  }

  wakes(lower: string, { from, to }: Stretch): boolean {
    for (let i = from; i < to; i++) {
      const code = lower.charCodeAt(i)
      if (this.#singles.has(code) || this.#pairs.has(pairOf(lower, i))) return true
    }
    return /[症炎病癌腫痛]/.test(lower.slice(from, to))
  }
}
