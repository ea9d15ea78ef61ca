import type { TargetType } from '../../core/sentence.js'
import { tokenize, type Word } from './tokens.js'
import type { Vocabulary } from './vocabulary.js'

/** A name cut as text is. */
interface Name {
  readonly words: readonly Word[]
  /** It speaks of no part of the body and of no illness: inside it no word is read. */
  readonly isOpaque: boolean
}

/** A name that holds one of these may itself be a claim ("Arthritis Relief", "Joint Ease"): its words stay what they are. */
const telling: ReadonlySet<string> = new Set<TargetType>([
  'disease',
  'symptom',
  'abnormal-state',
  'pathogen',
  'marker',
  'body-part',
  'drug-class',
  'drug-or-therapy',
])

/** Finds the names of products, from the configuration and the page, among the words of a text. */
export class ProductNames {
  readonly #known = new Map<string, Name>()

  constructor(private readonly vocabulary: Vocabulary) {}

  /**
   * The words with every product name marked; a name of ordinary words ("Deep Rest", "Velvet Bloom") is one word. Where the name is written with
   * a capital the text has to be.
   */
  mark(words: readonly Word[], names: readonly string[], text: string): readonly Word[] {
    if (names.length === 0) return words
    const known = names.map((name) => this.#of(name)).sort((a, b) => b.words.length - a.words.length)
    const result: Word[] = []
    for (let i = 0; i < words.length; ) {
      const name = known.find((each) => stands(each, words, i))
      if (!name) {
        result.push(words[i++]!)
        continue
      }
      const part = words.slice(i, i + name.words.length)
      result.push(...(name.isOpaque ? [joined(part, text)] : part.map((word) => ({ ...word, isName: true }))))
      i += part.length
    }
    return result
  }

  #of(name: string): Name {
    const known = this.#known.get(name)
    if (known) return known
    const words = tokenize(name, this.vocabulary.describe)
    const made = { words, isOpaque: !this.vocabulary.match(words).some(({ row }) => telling.has(row.type)) }
    // bounded: every page brings names of its own
    if (this.#known.size > mostKept) this.#known.clear()
    this.#known.set(name, made)
    return made
  }
}

const mostKept = 500

const stands = ({ words }: Name, text: readonly Word[], at: number): boolean =>
  words.length > 0 && words.every((word, i) => text[at + i]?.surface === word.surface && (!word.capital || text[at + i]!.capital))

function joined(words: readonly Word[], text: string): Word {
  const [first, last] = [words[0]!, words.at(-1)!]
  if (first === last) return { ...first, isName: true }
  const surface = words.map((word) => word.surface).join(' ')
  const at = { from: first.at.from, to: last.at.to }
  return { ...first, at, surface, lemma: surface, pos: 'noun', raw: text.slice(at.from, at.to), isName: true }
}
