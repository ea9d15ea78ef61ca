import { type Dictionary, decodeDictionary, linesOf, SAME_BASE } from './dictionary.js'
import { readDictionary } from './dictionary-file.js'
import { Lattice } from './lattice.js'
import { mask, runEnd, unmask } from './runs.js'
import type { Morpheme, Tokenizer } from './types.js'

type Grammar = Pick<Morpheme, 'pos' | 'conjugationType' | 'conjugationForm'>

/** Our own lattice over the packed dictionary: the words of `StockTokenizer`, faster, and without its bound on runs. */
export class PackedTokenizer implements Tokenizer {
  readonly #dictionary: Dictionary
  readonly #lattice: Lattice
  readonly #grammars: readonly Grammar[]
  readonly #bases: readonly string[]

  /** `bytes` as `readDictionary` gives them; they are viewed, not copied, so several workers can share them. */
  constructor(bytes: ArrayBufferLike) {
    this.#dictionary = decodeDictionary(bytes)
    this.#lattice = new Lattice(this.#dictionary)
    this.#grammars = linesOf(this.#dictionary.grammarTexts).map(grammarOf)
    this.#bases = linesOf(this.#dictionary.baseTexts)
  }

  tokenize(text: string): readonly Morpheme[] {
    const masked = mask(text)
    const morphemes: Morpheme[] = []
    let start = 0
    const add = (token: number, end: number): void => {
      morphemes.push(this.#morpheme(masked, token, start, end))
      start = end
    }
    while (start < masked.length) {
      this.#lattice.cut(masked, start, runEnd(masked, start, masked.length), add)
    }
    return masked === text ? morphemes : unmask(text, morphemes)
  }

  #morpheme(text: string, token: number, start: number, end: number): Morpheme {
    const surface = text.slice(start, end)
    const base = this.#dictionary.base[token]!
    const { pos, conjugationType, conjugationForm } = this.#grammars[this.#dictionary.grammar[token]!]!
    return { surface, base: base === SAME_BASE ? surface : this.#bases[base]!, pos, conjugationType, conjugationForm, start, end }
  }
}

function grammarOf(line: string): Grammar {
  const [pos, conjugationType, conjugationForm] = line.split('\t')
  return { pos: pos!, conjugationType: conjugationType!, conjugationForm: conjugationForm! }
}

/** Loads the dictionary that the build packed, or views one that is in memory. Throws a SetupError when it is missing or damaged. */
export function loadPacked(bytes: ArrayBufferLike = readDictionary()): Tokenizer {
  return new PackedTokenizer(bytes)
}
