import type { CompiledSurface, Lexicon } from '../../match/schema.js'
import { nounForms, type VerbForm, verbForms } from './inflection.js'
import { fold, wordsOf } from './tokens.js'
import { everydayVerbs } from './verbs.js'
import { beForms, commonVerbs } from './words.js'

/**
 * The words of a lexicon in all their English forms, as plain data: the build makes it once for the rules that ship, so that nothing is inflected
 * when the linter starts (`inflect` makes the same where the rules are a user's own).
 */
export interface Inflected {
  /** First word of an entry's form -> the forms that begin with it: other words, index into `Lexicon.surfaces`, form of a verb. */
  readonly forms: Readonly<Record<string, readonly (readonly [rest: string, surface: number, form?: VerbForm])[]>>
  /** First word of a verb that may leave a particle behind its object ("brings a fever down") -> particle, surface, form. */
  readonly split: Readonly<Record<string, readonly (readonly [particle: string, surface: number, form: VerbForm])[]>>
  readonly suffixes: readonly (readonly [suffix: string, surface: number])[]
  /** Words that end like a disease and are none. */
  readonly lookAlikes: readonly string[]
  readonly lemmas: Readonly<Record<string, string>>
  readonly verbs: Readonly<Record<string, VerbForm>>
}

/** Particles a verb may leave behind its object: "brings a fever down". */
const particles = new Set(['down', 'off', 'up', 'out', 'away', 'back'])

export function inflect(lexicon: Lexicon): Inflected {
  const forms = new Map<string, [string, number, VerbForm?][]>()
  const split = new Map<string, [string, number, VerbForm][]>()
  const suffixes: [string, number][] = []
  const lookAlikes: string[] = []
  const lemmas = new Map<string, string>()
  const verbs = new Map<string, VerbForm>()

  const addVerb = (base: string): void => {
    for (const [form, name] of verbForms(base)) {
      if (!lemmas.has(form)) lemmas.set(form, base)
      if (!verbs.has(form) || name === 'base') verbs.set(form, name)
    }
  }
  const put = ([first, ...rest]: readonly string[], surface: number, form?: VerbForm): void =>
    push(forms, first!, form ? [rest.join(' '), surface, form] : [rest.join(' '), surface])
  const addEntry = (entry: CompiledSurface, surface: number): void => {
    const row = lexicon.concepts.get(entry.concept)!
    if (row.id === 'lexical.look-alike') {
      lookAlikes.push(...nounForms(fold(entry.text)))
      return
    }
    if (entry.text.startsWith('-')) {
      suffixes.push([fold(entry.text.slice(1)), surface])
      return
    }
    const words = wordsOf(entry.text)
    const [head, ...rest] = words
    if (head === undefined) return
    const pos = entry.pos ?? (row.type === 'act' ? 'verb' : 'noun')
    if (pos === 'verb') {
      addVerb(head)
      for (const [form, name] of verbForms(head)) {
        put([form, ...rest], surface, name)
        if (rest.length === 1 && particles.has(rest[0]!)) push(split, form, [rest[0]!, surface, name])
      }
    } else if (pos === 'noun' && !entry.exact) {
      for (const form of nounForms(words.at(-1)!)) put([...words.slice(0, -1), form], surface)
    } else {
      put(words, surface)
      if (entry.exact) put([...words.slice(0, -1), `${words.at(-1)}s`], surface)
    }
  }

  for (const verb of commonVerbs) addVerb(verb)
  for (const verb of everydayVerbs) addVerb(verb)
  for (const verb of ['be', 'have', 'do']) for (const [form] of verbForms(verb)) lemmas.set(form, verb)
  for (const form of beForms) lemmas.set(form, 'be')
  for (const [index, entry] of lexicon.surfaces.entries()) addEntry(entry, index)
  return {
    forms: Object.fromEntries(forms),
    split: Object.fromEntries(split),
    suffixes,
    lookAlikes,
    lemmas: Object.fromEntries(lemmas),
    verbs: Object.fromEntries(verbs),
  }
}

function push<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}
