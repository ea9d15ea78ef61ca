import type { JapaneseLexicon } from './lexicon.js'
import type { Stretch } from './split.js'

/**
 * Finds out without tokenising whether a sentence can hold a target, an act or an appeal to research: every such word begins with one of
 * a known set of character pairs, and inflected words with a known first character.
 */
export class Scan {
  readonly #pairs = new Set<number>()
  readonly #singles = new Set<number>()

  constructor(lexicon: JapaneseLexicon) {
    for (const word of lexicon.wakers()) {
      // 治す stands in the text as 治し: of a short word that inflects only the stem is sure
      const stem = /[ぁ-ん]$/.test(word) && word.length <= 2 ? 1 : 2
      if (word.length === 1 || stem === 1) this.#singles.add(word.charCodeAt(0))
      else this.#pairs.add(pair(word.charCodeAt(0), word.charCodeAt(1)))
    }
  }

  wakes(lower: string, { from, to }: Stretch): boolean {
    for (let i = from; i < to; i++) {
      const code = lower.charCodeAt(i)
      if (this.#singles.has(code) || this.#pairs.has(pair(code, lower.charCodeAt(i + 1)))) return true
    }
    return /[症炎病癌腫痛]/.test(lower.slice(from, to))
  }
}

const pair = (a: number, b: number): number => a * 0x10000 + b
