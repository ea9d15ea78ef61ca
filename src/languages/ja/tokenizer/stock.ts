import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { IpadicFeatures } from 'kuromoji'
import { mask, runEnd, unmask } from './runs.js'
import type { Morpheme, Tokenizer } from './types.js'

/** kuromoji takes time and memory quadratic in the length of a run, so longer runs are cut here, wherever that falls. */
const LONGEST_RUN = 512

/** What a word counts as when kuromoji finds no way through a run: a symbol, so that no rule takes it for a noun or a verb. */
const UNREADABLE = { pos: '記号,一般,*,*', conjugationType: '*', conjugationForm: '*' }

/** The part of kuromoji's tokenizer used here. */
export interface Analyser {
  tokenize(text: string): readonly Pick<IpadicFeatures, Field>[]
}
type Field =
  | 'surface_form'
  | 'basic_form'
  | 'pos'
  | 'pos_detail_1'
  | 'pos_detail_2'
  | 'pos_detail_3'
  | 'conjugated_type'
  | 'conjugated_form'

/** The library kuromoji behind our interface: bounded runs, exact offsets, and no text lost. */
export class StockTokenizer implements Tokenizer {
  readonly #analyser: Analyser

  constructor(analyser: Analyser) {
    this.#analyser = analyser
  }

  tokenize(text: string): readonly Morpheme[] {
    const masked = mask(text)
    const morphemes: Morpheme[] = []
    for (let start = 0; start < masked.length; ) {
      const end = runEnd(masked, start, Math.min(masked.length, start + LONGEST_RUN))
      morphemes.push(...this.#tokenizeRun(masked.slice(start, end), start))
      start = end
    }
    return masked === text ? morphemes : unmask(text, morphemes)
  }

  /**
   * Adds up the lengths of the words for offsets: kuromoji's `word_position` counts code points and goes wrong after a lattice break.
   * A run whose words don't add up to it (kuromoji returns none when its lattice breaks) is one unreadable word.
   */
  #tokenizeRun(run: string, offset: number): Morpheme[] {
    const tokens = this.#analyser.tokenize(run)
    if (tokens.map((token) => token.surface_form).join('') !== run) {
      return [{ surface: run, base: run, ...UNREADABLE, start: offset, end: offset + run.length }]
    }
    let start = offset
    return tokens.map((token) => {
      const end = start + token.surface_form.length
      const morpheme: Morpheme = {
        surface: token.surface_form,
        base: token.basic_form === '*' ? token.surface_form : token.basic_form,
        pos: `${token.pos},${token.pos_detail_1},${token.pos_detail_2},${token.pos_detail_3}`,
        conjugationType: token.conjugated_type,
        conjugationForm: token.conjugated_form,
        start,
        end,
      }
      start = end
      return morpheme
    })
  }
}

/** The folder of dictionary files inside the installed kuromoji package. */
export function kuromojiDictionaryFolder(): string {
  return join(dirname(createRequire(import.meta.url).resolve('kuromoji/package.json')), 'dict')
}

/** Loads kuromoji with the dictionary that comes with it. Rejects when the package or its dictionary cannot be read. */
export async function loadStock(): Promise<Tokenizer> {
  const { default: kuromoji } = await import('kuromoji')
  return new Promise((resolve, reject) => {
    kuromoji.builder({ dicPath: kuromojiDictionaryFolder() }).build((error, analyser) => {
      if (error) reject(error)
      else resolve(new StockTokenizer(analyser))
    })
  })
}
