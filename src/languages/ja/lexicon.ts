import type { ActFamily, TargetType } from '../../core/sentence.js'
import { FiledPhrases } from '../../match/filed-phrases.js'
import type { ConceptRow, ConstructionRow, CueRow, Lexicon, SurfaceEntry } from '../../match/schema.js'
import type { JapaneseWords } from './prepared.js'

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

/** Everything `rules/` says about Japanese words, indexed for reading text from left to right. Of `words` only what a text asks for is read. */
export class JapaneseLexicon {
  readonly cues: FiledPhrases<CueRow>
  readonly constructions: FiledPhrases<ConstructionRow>
  readonly #forms = new Map<string, readonly Form[]>()
  readonly #wordForms = new Map<string, readonly WordForm[]>()
  readonly #lists = new Map<string, ReadonlySet<string>>()
  #complaints: ReadonlyMap<string, readonly string[]> | undefined

  constructor(
    readonly source: Lexicon,
    private readonly words: JapaneseWords,
  ) {
    this.cues = new FiledPhrases(source.cues, words, 'cues')
    this.constructions = new FiledPhrases(source.constructions, words, 'constructions')
  }

  /** Forms whose first one or two characters stand at this place of a folded, lower-case text, longest first. */
  *formsAt(lower: string, at: number): Iterable<Form> {
    yield* this.#formsUnder(lower.slice(at, at + 2))
    yield* this.#formsUnder(lower[at]!)
  }

  #formsUnder(key: string): readonly Form[] {
    let forms = this.#forms.get(key)
    if (!forms) {
      forms = (this.words.words.get(key)?.forms ?? []).map(([surface, text]) => this.#form(surface, text))
      if (this.#forms.size < mostKept) this.#forms.set(key, forms)
    }
    return forms
  }

  wordFormsOf(base: string): readonly WordForm[] {
    let forms = this.#wordForms.get(base)
    if (!forms) {
      forms = (this.words.words.get(base)?.inflected ?? []).map(([surface, text, words]) => ({ ...this.#form(surface, text), words }))
      if (this.#wordForms.size < mostKept) this.#wordForms.set(base, forms)
    }
    return forms
  }

  #form(surface: number, text: string): Form {
    const entry = this.source.surfaces.at(surface)!
    return { row: this.source.concepts.get(entry.concept)!, entry, surface, text }
  }

  /** Known katakana words that begin here, longest first. */
  piecesAt(text: string, at: number): readonly string[] {
    return (this.words.words.get(text[at]!)?.pieces ?? []).filter((piece) => text.startsWith(piece, at))
  }

  /** The words of `lexical.list.<name>`: nouns as written, verbs in their dictionary form. They are asked for by frames and match nothing by themselves. */
  list(name: string): ReadonlySet<string> {
    let list = this.#lists.get(name)
    if (!list) {
      list = new Set(this.words.lists[name])
      this.#lists.set(name, list)
    }
    return list
  }

  /** Parts of the body with the kinds of signs they may have (`lexical.list.complaint.<kind>.part`). */
  get complaints(): ReadonlyMap<string, readonly string[]> {
    this.#complaints ??= kindsOfParts(this.words.lists)
    return this.#complaints
  }

  row(id: string): ConceptRow | undefined {
    return this.source.concepts.get(id)
  }

  /** The family an act counts under; `serve` for rows without one. */
  familyOf(row: ConceptRow): ActFamily {
    return row.family ?? 'serve'
  }
}

/** Bounded: hostile input must not grow what is kept without end. */
const mostKept = 20_000

function kindsOfParts(lists: JapaneseWords['lists']): ReadonlyMap<string, readonly string[]> {
  const kinds = new Map<string, string[]>()
  for (const [name, parts] of Object.entries(lists)) {
    const kind = /^complaint\.(.+)\.part$/.exec(name)?.[1]
    if (kind === undefined) continue
    for (const part of parts) kinds.set(part, [...(kinds.get(part) ?? []), kind])
  }
  return kinds
}
