import type { ConceptHit } from '../../core/sentence.js'
import type { CompiledSurface, ConceptRow, ConceptType, Lexicon } from '../../match/schema.js'
import type { WordLookup } from '../../match/word-table.js'
import { derived } from './derived.js'
import type { Inflected, WordEntry } from './inflected.js'
import { isPlural, singular, type VerbForm } from './inflection.js'
import type { Word } from './tokens.js'
import { auxiliaries, coordinators, determiners, doForms, haveForms, isAdverb, prepositions, pronouns, subordinators } from './words.js'

/** A concept found, with the entry it was found by and, for verbs, the form. */
export interface Hit extends ConceptHit {
  readonly row: ConceptRow
  readonly entry: CompiledSurface
  readonly form?: VerbForm
  /** The turn of phrase that names it. */
  readonly by?: string
  /** Read as a noun, a verb or neither by its entry; a noun entry and a verb entry may match the same word. */
  readonly pos: 'verb' | 'noun' | 'adjective' | 'fixed'
}

interface Leaf {
  readonly surface: number
  readonly form?: VerbForm
}

interface Node {
  readonly next: Map<string, Node>
  readonly leaves: Leaf[]
}

const newNode = (): Node => ({ next: new Map(), leaves: [] })

const targetTypes: ReadonlySet<ConceptType> = new Set<ConceptType>([
  'disease',
  'symptom',
  'abnormal-state',
  'natural-state',
  'marker',
  'pathogen',
  'body-part',
  'function',
  'wellbeing',
  'deficiency',
  'drug-or-therapy',
  'drug-class',
  'nutrient',
])
export const isTargetType = (type: ConceptType): boolean => targetTypes.has(type)

/** The more serious of two readings of the same words wins. */
export const gravity: Readonly<Record<string, number>> = {
  disease: 12,
  'drug-or-therapy': 11,
  'drug-class': 10,
  deficiency: 9,
  'abnormal-state': 8,
  symptom: 7,
  pathogen: 6,
  marker: 5,
  'natural-state': 4,
  function: 3,
  wellbeing: 2,
  'body-part': 1,
  nutrient: 0,
}

/** The words of the rule set in all their English forms, and a dictionary for everyday words. Built once; pure afterwards. */
export class Vocabulary {
  readonly #words: WordLookup<WordEntry>
  /** Forms by their first word, as a tree of the words behind it; grown when the first word is met. */
  readonly #grown = new Map<string, Node>()
  readonly #suffixes: Inflected['suffixes']
  readonly #lookAlikes: ReadonlySet<string>
  readonly #descriptions = new Map<string, { readonly lemma: string; readonly pos: string }>()

  constructor(
    readonly lexicon: Lexicon,
    inflected: Inflected,
  ) {
    this.#words = inflected.words
    this.#suffixes = inflected.suffixes
    this.#lookAlikes = new Set(inflected.lookAlikes)
  }

  #startingWith(first: string): Node | undefined {
    const known = this.#grown.get(first)
    if (known) return known
    const forms = this.#words.get(first)?.forms
    if (!forms) return undefined
    const root = newNode()
    for (const [rest, surface, form] of forms) {
      let node = root
      for (const word of rest === '' ? [] : rest.split(' ')) {
        const next = node.next.get(word) ?? newNode()
        node.next.set(word, next)
        node = next
      }
      node.leaves.push(form ? { surface, form } : { surface })
    }
    this.#grown.set(first, root)
    return root
  }

  /** Dictionary form and rough part of speech of one word. */
  describe = (surface: string): { readonly lemma: string; readonly pos: string } => {
    const known = this.#descriptions.get(surface)
    if (known) return known
    const entry = this.#words.get(surface)
    const pos = posOfWord(surface, entry?.verb !== undefined)
    const lemma = entry?.lemma ?? (pos === 'noun' ? singular(surface) : surface)
    const description = { lemma, pos }
    // bounded: hostile input must not grow it without end
    if (this.#descriptions.size < 20_000) this.#descriptions.set(surface, description)
    return description
  }

  /** The form of a word that may be a verb. */
  verbForm(surface: string): VerbForm | undefined {
    return this.#words.get(surface)?.verb
  }

  /** True of a word that no list knows, no verb and no noun made of other words: the name of a plant, a compound, a product. */
  isUnlisted({ surface, lemma, pos }: Word): boolean {
    if (pos !== 'noun' || surface.length <= 3 || derived.test(surface)) return false
    return !this.#words.get(surface)?.ordinary && !this.#words.get(lemma)?.ordinary
  }

  /** True of a word that names a person, a place, an institution. */
  isProper(surface: string): boolean {
    return this.#words.get(surface)?.proper === true
  }

  /** All concepts in a sentence, the longest reading at each place, in order. */
  match(words: readonly Word[]): Hit[] {
    const hits: Hit[] = []
    for (let i = 0; i < words.length; i++) this.#matchAt(words, i, hits)
    return hits.length === 0 ? hits : withoutContained(withoutWeak(hits))
  }

  #matchAt(words: readonly Word[], first: number, hits: Hit[]): void {
    let node = this.#startingWith(words[first]!.surface)
    const before = hits.length
    for (let i = first; node; node = words[++i] ? node.next.get(words[i]!.surface) : undefined) {
      for (const leaf of node.leaves) this.#accept(words, first, i, leaf, hits)
    }
    for (const [particle, surface, form] of this.#words.get(words[first]!.surface)?.split ?? []) {
      for (let i = first + 2; i <= first + 6 && i < words.length; i++) {
        if (words[i]!.surface === particle) {
          this.#accept(words, first, first, { surface, form }, hits)
          break
        }
      }
    }
    if (hits.length === before) this.#matchSuffix(words, first, hits)
  }

  #matchSuffix(words: readonly Word[], at: number, hits: Hit[]): void {
    const { surface } = words[at]!
    if (surface.length < 7 || this.#lookAlikes.has(surface)) return
    for (const [suffix, index] of this.#suffixes) {
      if (
        surface.endsWith(suffix) ||
        (isPlural(surface) && singular(surface).endsWith(suffix) && !this.#lookAlikes.has(singular(surface)))
      ) {
        this.#accept(words, at, at, { surface: index }, hits)
        return
      }
    }
  }

  #accept(words: readonly Word[], first: number, last: number, leaf: Leaf, hits: Hit[]): void {
    const entry = this.lexicon.surfaces.at(leaf.surface)!
    const row = this.lexicon.concepts.get(entry.concept)!
    if (entry.exact && !isExact(words, first, last, entry.text)) return
    if (!neighboursAllow(words, first, last, entry)) return
    if (isTargetType(row.type) && isInName(words, first, last)) return
    // "relaxed rules": a participle of a state is no state
    if (leaf.form === 'ed' && first === last && isTargetType(row.type) && words[first]!.surface.endsWith('ed')) return
    hits.push({
      concept: entry.concept,
      at: { from: words[first]!.at.from, to: words[last]!.at.to },
      first,
      last,
      surface: leaf.surface,
      row,
      entry,
      pos: posOf(entry, row),
      ...(leaf.form && { form: leaf.form }),
    })
  }
}

/** Words of the names of journals and institutions: "J Alzheimers Dis", "Diabetes Care", "Arthritis Foundation". */
const nameWords = new Set(
  'dis res rev care lett med clin sci prev ther int metab nutr foundation association society institute journal center centre council charity college academy department research university hospital day week month'.split(
    ' ',
  ),
)

/** A target that is part of such a name is none. */
function isInName(words: readonly Word[], first: number, last: number): boolean {
  const before = words[first - 1]
  if (before?.raw === 'J' || (before?.surface === 'of' && words[first - 2]?.surface === 'journal')) return true
  if (!words[first]!.capital) return false
  const after = words[last + 1]
  if (!after?.capital || after.raw === after.raw.toUpperCase()) return false
  return nameWords.has(after.surface)
}

function posOf(entry: CompiledSurface, row: ConceptRow): Hit['pos'] {
  return entry.pos ?? (row.type === 'act' ? 'verb' : 'noun')
}

function posOfWord(surface: string, isVerb: boolean): string {
  if (
    determiners.has(surface) ||
    prepositions.has(surface) ||
    pronouns.has(surface) ||
    auxiliaries.has(surface) ||
    coordinators.has(surface) ||
    subordinators.has(surface) ||
    haveForms.has(surface) ||
    doForms.has(surface) ||
    surface === "'s"
  ) {
    return 'function'
  }
  if (isAdverb(surface)) return 'adverb'
  if (/^\p{N}/u.test(surface)) return 'number'
  if (!/[\p{L}]/u.test(surface)) return 'symbol'
  return isVerb ? 'verb' : 'noun'
}

function isExact(words: readonly Word[], first: number, last: number, text: string): boolean {
  const raw = words
    .slice(first, last + 1)
    .map((w) => w.raw)
    .join(' ')
  // the hyphen of "SAM-e" is no word
  const written = text.replaceAll('-', ' ')
  return raw === written || raw === `${written}s`
}

const fits = (word: Word, pattern: string): boolean =>
  pattern.endsWith('*') ? word.surface.startsWith(pattern.slice(0, -1)) : word.surface === pattern || word.lemma === pattern

/** Conditions on the neighbours: up to four words on, up to two words back. */
function neighboursAllow(words: readonly Word[], first: number, last: number, entry: CompiledSurface): boolean {
  const { notBefore, notAfter, onlyBefore, onlyAfter } = entry
  if (!notBefore && !notAfter && !onlyBefore && !onlyAfter) return true
  const on = words.slice(last + 1, last + 5)
  const back = words.slice(Math.max(0, first - 2), first)
  const some = (list: readonly Word[], patterns: readonly string[]) => list.some((w) => patterns.some((p) => fits(w, p)))
  if (notBefore && some(on, notBefore)) return false
  if (notAfter && some(back, notAfter)) return false
  if (onlyBefore && !some(on, onlyBefore)) return false
  return !(onlyAfter && !some(back, onlyAfter))
}

/** A weak entry counts only beside a sign that is not. */
function withoutWeak(hits: Hit[]): Hit[] {
  if (!hits.some((hit) => hit.entry.weak)) return hits
  const strong = hits.some(
    (hit) => !hit.entry.weak && (isTargetType(hit.row.type) || hit.row.type === 'evidence' || hit.row.type === 'agent'),
  )
  return strong ? hits : hits.filter((hit) => !hit.entry.weak)
}

/** Drops what lies inside a longer reading (a qualifier inside a target stays), and of two targets on the same words the less serious. */
function withoutContained(hits: readonly Hit[]): Hit[] {
  const sorted = [...hits].sort((a, b) => a.first - b.first || b.last - a.last)
  const kept: Hit[] = []
  for (const hit of sorted) {
    let inside = false
    for (let i = kept.length - 1; i >= 0 && !inside; i--) {
      const other = kept[i]!
      if (other.first < hit.first - 12) break
      const wider = other.first <= hit.first && hit.last <= other.last && other.last - other.first > hit.last - hit.first
      if (wider && !staysInside(hit, other)) inside = true
    }
    const previous = kept.at(-1)
    const twin = previous !== undefined && isTwin(previous, hit)
    if (!inside && !twin) kept.push(hit)
  }
  return kept.filter((hit, i) => !isTargetType(hit.row.type) || !hasGraverTwin(kept, hit, i))
}

/** A qualifier stays inside a target it belongs to, and words of phrases and of evidence hide no target, agent or person. */
function staysInside(inner: Hit, outer: Hit): boolean {
  if (inner.row.type === 'qualifier') return isTargetType(outer.row.type)
  if (outer.row.type === 'act') return inner.row.type !== 'act'
  return (outer.row.type === 'lexical' || outer.row.type === 'evidence') && outer.row.type !== inner.row.type && inner.row.type !== 'act'
}

/** The same concept read from the same words in the same way. */
const isTwin = (a: Hit, b: Hit): boolean =>
  a.concept === b.concept && a.first === b.first && a.last === b.last && a.pos === b.pos && a.entry.links?.join() === b.entry.links?.join()

/** True when another target on the very same words is more serious, or as serious and listed first. `kept` is sorted by place. */
function hasGraverTwin(kept: readonly Hit[], hit: Hit, at: number): boolean {
  for (const step of [-1, 1]) {
    for (let i = at + step; kept[i]?.first === hit.first; i += step) {
      const other = kept[i]!
      if (other.last !== hit.last || !isTargetType(other.row.type)) continue
      const [mine, theirs] = [gravity[hit.row.type]!, gravity[other.row.type]!]
      if (theirs > mine || (theirs === mine && other.surface < hit.surface)) return true
    }
  }
  return false
}

/** Concepts of no waking type that make a sentence worth reading all the same; the scan of files reads by the same list (`build/scan-words.ts`). */
export const wakingConcepts: ReadonlySet<string> = new Set([
  'population.patients',
  'qualifier.flu-season',
  'lexical.life-sign',
  'lexical.told',
  'lexical.scene-turn',
  'lexical.care',
  'lexical.care-place',
  'lexical.clinician',
  'lexical.clinical-test',
])
