import type { ActFamily, TargetType } from '../../core/sentence.js'
import type { ConceptRow, Lexicon, SurfaceEntry } from '../../match/schema.js'
import type { Cutter } from './cuts.js'
import { fold } from './fold.js'
import { PatternIndex } from './patterns.js'
import { spellings } from './spellings.js'

/** One way a concept is written, ready to be looked for. */
export interface Form {
  readonly row: ConceptRow
  readonly entry: SurfaceEntry
  /** Index into `Lexicon.surfaces`. */
  readonly surface: number
  /** Folded, lower case. */
  readonly text: string
}

/** A form matched by the dictionary forms of its words, so that it may be inflected. */
export interface WordForm extends Form {
  readonly words: readonly string[]
}

const targets: ReadonlySet<string> = new Set<TargetType>([
  'disease', 'symptom', 'abnormal-state', 'natural-state', 'marker', 'pathogen', 'body-part', 'function', 'wellbeing', 'deficiency',
  'drug-or-therapy', 'drug-class', 'nutrient',
]) // biome-ignore format: a table

/** True when the concept can be what an act is done to. */
export const isTarget = (row: ConceptRow): boolean => targets.has(row.type)

/** Everything `rules/` says about Japanese words, indexed for reading text from left to right. Made once; cuts its inflected forms then. */
export class JapaneseLexicon {
  readonly cues: PatternIndex<Lexicon['cues'][number]>
  readonly constructions: PatternIndex<Lexicon['constructions'][number]>
  /** Longest katakana piece first, by first character: what an unknown katakana word may be made of. */
  readonly #pieces = new Map<string, string[]>()
  readonly #forms = new Map<string, Form[]>()
  readonly #wordForms = new Map<string, WordForm[]>()
  readonly #lists = new Map<string, Set<string>>()

  constructor(
    readonly source: Lexicon,
    cutter: Cutter,
  ) {
    const pieces = new Set<string>()
    for (const [surface, entry] of [...source.surfaces].entries()) {
      const row = source.concepts.get(entry.concept)
      if (!row) continue
      if (row.id.startsWith(listPrefix)) {
        this.#addToList(row.id.slice(listPrefix.length), fold(entry.text).text)
        continue
      }
      for (const spelling of spellings(fold(entry.text).text)) {
        const form: Form = { row, entry, surface, text: entry.exact ? spelling : spelling.toLowerCase() }
        if (row.type === 'act' || row.type === 'evidence' || canInflect(spelling)) this.#addWords(form, cutter)
        if (row.type !== 'act') add(this.#forms, keyOf(form.text), form)
        if (isKatakanaWord(form.text)) pieces.add(form.text)
      }
    }
    for (const list of this.#forms.values()) list.sort((a, b) => b.text.length - a.text.length)
    for (const piece of pieces) add(this.#pieces, piece[0]!, piece)
    for (const list of this.#pieces.values()) list.sort((a, b) => b.length - a.length)
    this.cues = new PatternIndex(source.cues)
    this.constructions = new PatternIndex(source.constructions)
  }

  /** Forms whose first one or two characters stand at this place of a folded, lower-case text, longest first. */
  *formsAt(lower: string, at: number): Iterable<Form> {
    yield* this.#forms.get(lower.slice(at, at + 2)) ?? []
    yield* this.#forms.get(lower[at]!) ?? []
  }

  wordFormsOf(base: string): readonly WordForm[] {
    return this.#wordForms.get(base) ?? []
  }

  /** Known katakana words that begin here, longest first. */
  piecesAt(text: string, at: number): readonly string[] {
    return (this.#pieces.get(text[at]!) ?? []).filter((piece) => text.startsWith(piece, at))
  }

  /** The words of `lexical.list.<name>`: nouns as written, verbs in their dictionary form. They are asked for by frames and match nothing by themselves. */
  list(name: string): ReadonlySet<string> {
    return this.#lists.get(name) ?? none
  }

  #addToList(name: string, word: string): void {
    const list = this.#lists.get(name)
    if (list) list.add(word)
    else this.#lists.set(name, new Set([word]))
  }

  row(id: string): ConceptRow | undefined {
    return this.source.concepts.get(id)
  }

  /** The family an act counts under; `serve` for rows without one. */
  familyOf(row: ConceptRow): ActFamily {
    return row.family ?? 'serve'
  }

  /** First characters of everything that can wake a sentence. */
  *wakers(): Iterable<string> {
    for (const list of this.#forms.values()) for (const form of list) yield form.text
    for (const list of this.#wordForms.values()) for (const form of list) yield form.text
    yield* this.constructions.literals()
  }

  /** Kana verbs may be cut otherwise after a particle than alone (自然に|さ|がる): both cuts are known. */
  #addWords(form: Form, cutter: Cutter): void {
    const alone = cutter.alone(form.text)
    if (alone.length === 0) return
    add(this.#wordForms, alone[0]!, { ...form, words: alone })
    // 病気|知らず: a suffix is one word where the verb alone is two
    if (alone.length > 1) add(this.#wordForms, form.text, { ...form, words: [form.text] })
    if (!/^[ぁ-ん]{3,}$/.test(form.text)) return
    const words = cutter.afterParticle(form.text)
    if (words && words.length > 1 && words.join() !== alone.join()) add(this.#wordForms, words[0]!, { ...form, words })
  }
}

const listPrefix = 'lexical.list.'
const none: ReadonlySet<string> = new Set()

const keyOf = (text: string): string => text.slice(0, 2).toLowerCase()

/** Ends like a verb, an adjective or a past form: its words may stand in other forms. */
const canInflect = (text: string): boolean => text.length > 2 && /[\u4e00-\u9fff\u3040-\u309f][いるうくすつぬぶむぐた]$/.test(text)

const isKatakanaWord = (text: string): boolean => /^[ァ-ヺー]{2,}$/.test(text)

function add<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}
