import type { CompiledSurface, Lexicon } from '../../match/schema.js'
import type { WordLookup } from '../../match/word-table.js'
import { anchorOf } from './anchors.js'
import { nounForms, type VerbForm, verbForms } from './inflection.js'
import { fold, wordsOf } from './tokens.js'
import { everydayVerbs } from './verbs.js'
import { beForms, commonVerbs } from './words.js'

/** What the lexicon says of one word. */
export interface WordEntry {
  /** The forms of entries that begin with the word: the other words, number of the surface, form of a verb. */
  forms?: (readonly [rest: string, surface: number, form?: VerbForm])[]
  /** Where it is a verb that may leave a particle behind its object ("brings a fever down"): particle, number of the surface, form. */
  split?: (readonly [particle: string, surface: number, form: VerbForm])[]
  lemma?: string
  verb?: VerbForm
  /** Opens sentences, or names a person or a place: no name of a product. */
  ordinary?: true
  /** Names a person, a place, an institution: no part of a product's name. */
  proper?: true
  /** Numbers of the cues and constructions that cannot do without the word. */
  cues?: number[]
  constructions?: number[]
}

/**
 * The words of a lexicon in all their English forms, as plain data: the build makes it once for the rules that ship, so that nothing is inflected
 * when the linter starts (`inflect` makes the same where the rules are a user's own).
 */
export interface Inflected<Words extends WordLookup<WordEntry> = WordLookup<WordEntry>> {
  readonly words: Words
  readonly suffixes: readonly (readonly [suffix: string, surface: number])[]
  /** Words that end like a disease and are none. */
  readonly lookAlikes: readonly string[]
  /** Numbers of the cues and constructions that any words may hold. */
  readonly always: { readonly cues: readonly number[]; readonly constructions: readonly number[] }
}

/** Particles a verb may leave behind its object: "brings a fever down". */
const particles = new Set(['down', 'off', 'up', 'out', 'away', 'back'])

export function inflect(lexicon: Lexicon): Inflected<ReadonlyMap<string, WordEntry>> {
  const words = new Map<string, WordEntry>()
  const suffixes: [string, number][] = []
  const lookAlikes: string[] = []

  const of = (word: string): WordEntry => {
    let entry = words.get(word)
    if (!entry) {
      entry = {}
      words.set(word, entry)
    }
    return entry
  }
  const addVerb = (base: string): void => {
    for (const [form, name] of verbForms(base)) {
      const entry = of(form)
      entry.lemma ??= base
      if (!entry.verb || name === 'base') entry.verb = name
    }
  }
  const put = ([first, ...rest]: readonly string[], surface: number, form?: VerbForm): void => {
    const entry = of(first!)
    entry.forms ??= []
    entry.forms.push(form ? [rest.join(' '), surface, form] : [rest.join(' '), surface])
  }
  const addEntry = (entry: CompiledSurface, surface: number): void => {
    const row = lexicon.concepts.get(entry.concept)!
    if (row.id === 'lexical.look-alike') {
      lookAlikes.push(...nounForms(fold(entry.text)))
      return
    }
    if (row.id === 'lexical.not-a-name' || row.id === 'lexical.proper-name') {
      const word = of(fold(entry.text))
      word.ordinary = true
      if (row.id === 'lexical.proper-name') word.proper = true
      return
    }
    if (entry.text.startsWith('-')) {
      suffixes.push([fold(entry.text.slice(1)), surface])
      return
    }
    const parts = wordsOf(entry.text)
    const [head, ...rest] = parts
    if (head === undefined) return
    const pos = entry.pos ?? (row.type === 'act' ? 'verb' : 'noun')
    if (pos === 'verb' && rest.length === 1 && entry.text.includes('-')) {
      // "jump-starts": of a verb with a hyphen the last part is inflected
      for (const [form, name] of verbForms(rest[0]!)) put([head, form], surface, name)
    } else if (pos === 'verb') {
      addVerb(head)
      for (const [form, name] of verbForms(head)) {
        put([form, ...rest], surface, name)
        if (rest.length !== 1 || !particles.has(rest[0]!)) continue
        const verb = of(form)
        verb.split ??= []
        verb.split.push([rest[0]!, surface, name])
      }
    } else if (pos === 'noun' && !entry.exact) {
      for (const form of nounForms(parts.at(-1)!)) put([...parts.slice(0, -1), form], surface)
    } else {
      put(parts, surface)
      if (entry.exact) put([...parts.slice(0, -1), `${parts.at(-1)}s`], surface)
    }
  }
  const fileUnderWords = (kind: 'cues' | 'constructions'): number[] => {
    const always: number[] = []
    for (const [index, { pattern }] of lexicon[kind].entries()) {
      const anchor = anchorOf(pattern)
      if (!anchor) always.push(index)
      for (const word of anchor ?? []) {
        const entry = of(word)
        entry[kind] ??= []
        entry[kind].push(index)
      }
    }
    return always
  }

  for (const verb of commonVerbs) addVerb(verb)
  for (const verb of everydayVerbs) addVerb(verb)
  for (const verb of ['be', 'have', 'do']) for (const [form] of verbForms(verb)) of(form).lemma = verb
  for (const form of beForms) of(form).lemma = 'be'
  for (const [index, entry] of [...lexicon.surfaces].entries()) addEntry(entry, index)
  const always = { cues: fileUnderWords('cues'), constructions: fileUnderWords('constructions') }
  return { words, suffixes, lookAlikes, always }
}
