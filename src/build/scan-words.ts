import type { LanguageId } from '../core/sentence.js'
import type { ScanWord, ScanWords } from '../fast/scan.js'
import { inflect, type WordEntry } from '../languages/en/inflected.js'
import { nounForms, verbForms } from '../languages/en/inflection.js'
import { isTargetType, wakingConcepts } from '../languages/en/vocabulary.js'
import { auxiliaries, coordinators, determiners, prepositions, pronouns, subordinators } from '../languages/en/words.js'
import { lexiconOf } from '../match/lexicon.js'
import { conceptFits, parsePhrase } from '../match/phrase.js'
import type { ConceptRow, PhrasePattern, RuleSet } from '../match/schema.js'

/**
 * What a file must hold for English to yield anything, as pieces of ASCII letters and digits: the scan leaves a file unread that holds none of them, so a
 * piece too many costs time and one too few costs findings.
 */
export function scanWordsOf(rules: RuleSet): ScanWords<ReadonlyMap<string, ScanWord>> {
  const lexicon = lexiconOf(rules, 'en')
  const inflected = inflect(lexicon)
  const words = new Map<string, ScanWord>()
  const add = (piece: string, as: ScanWord): void => {
    words.set(piece, { ...words.get(piece), ...as })
  }
  const prefixes = new Set<string>()
  const patterns = patternsOf(rules).filter((pattern) => !hasWakingSlot(pattern, rules))
  const asked = patterns.flatMap(slotWants)

  const file = (surface: number, form: string): void => {
    const entry = lexicon.surfaces.at(surface)!
    const row = lexicon.concepts.get(entry.concept)!
    const piece = longestPiece(form)
    if (piece === undefined) return
    // a weak entry yields nothing without a stronger one; the stronger ones but agents are words of the scan themselves
    if (row.type === 'agent') add(piece, { companion: true })
    if (!wakes(row) && !conceptFits(row, asked)) return
    if (entry.weak) add(piece, { weak: true })
    else add(piece, { strong: true })
  }
  for (const [first, { forms }] of inflected.words) {
    for (const [rest, surface] of forms ?? []) file(surface, `${first} ${rest}`)
  }
  for (const pattern of patterns) {
    for (const { kind, text } of anchorOf(pattern)) {
      const piece = longestPiece(text)
      if (kind === 'prefix') prefixes.add(piece ?? text)
      else if (piece !== undefined) for (const form of formsOf(piece, inflected.words)) add(form, { strong: true })
    }
  }
  // "Eczemend softgels": names made of the stem of a disease
  for (const { text } of lexicon.concepts.get('lexical.name-stem')?.en ?? [])
    if (text.length >= shortestStem) prefixes.add(text.toLowerCase())
  const endings = inflected.suffixes.flatMap(([suffix]) => nounForms(suffix))
  return {
    words,
    prefixes: [...prefixes].sort(),
    endings: [...new Set(endings)].sort(),
  }
}

/** Shorter stems name nothing by themselves (`languages/en/names.ts`). */
const shortestStem = 4

/** What makes the English analyser read a sentence. */
const wakes = (row: ConceptRow): boolean =>
  row.type === 'act' || row.type === 'evidence' || isTargetType(row.type) || wakingConcepts.has(row.id)

/** All phrases that can become a finding or a claim by themselves. */
function patternsOf(rules: RuleSet): PhrasePattern[] {
  const of = (language: LanguageId) => [
    ...rules.rules.flatMap((rule) => rule.match?.phrase?.[language] ?? []),
    ...rules.authorised.flatMap((row) => row.disease[language] ?? []),
    ...rules.constructions.flatMap((row) => row[language] ?? []),
  ]
  return of('en').map(parsePhrase)
}

/** Whether a slot of the pattern can only be filled by what wakes a sentence anyway. */
function hasWakingSlot({ elements }: PhrasePattern, rules: RuleSet): boolean {
  return elements.some(
    (element) =>
      element.kind === 'slot' && !element.optional && rules.concepts.every((row) => wakes(row) || !conceptFits(row, element.wants)),
  )
}

/** What the slots of a phrase that has nothing else ask for: those concepts wake too. */
function slotWants(pattern: PhrasePattern): readonly string[] {
  if (anchorOf(pattern).length > 0) return []
  return pattern.elements.flatMap((element) => (element.kind === 'slot' && !element.optional ? element.wants : []))
}

/** The required word whose alternatives are longest; a number or a sign alone is none. */
function anchorOf({ elements }: PhrasePattern) {
  const candidates = elements.flatMap((element) => {
    if (element.kind !== 'word' || element.optional) return []
    const lengths = element.tests.map(({ kind, text }) => (kind === 'number' || kind === 'end' ? 0 : (longestPiece(text)?.length ?? 0)))
    return [{ tests: element.tests, length: Math.min(...lengths) }]
  })
  const best = candidates.sort((a, b) => b.length - a.length)[0]
  return best && best.length > 0 ? best.tests : []
}

/**
 * Of several the longest that is no word of grammar. The ending of a verb ("leaves no doubt") makes it no rarer, so one letter counts for nothing: of pieces about
 * as long the last, which names the thing ("the flu").
 */
function longestPiece(form: string): string | undefined {
  const pieces = (form.toLowerCase().match(/[a-z0-9]+/g) ?? []).reverse()
  const named = pieces.filter((piece) => !isOfGrammar(piece))
  const among = named.length > 0 ? named : pieces
  const longest = Math.max(...among.map(({ length }) => length))
  return among.find(({ length }) => length >= longest - 1)
}

const isOfGrammar = (word: string): boolean =>
  [determiners, prepositions, pronouns, coordinators, subordinators, auxiliaries].some((words) => words.has(word))

/** Surfaces whose dictionary form may be the word. */
function formsOf(word: string, words: ReadonlyMap<string, WordEntry>): Set<string> {
  const forms = new Set([word, ...nounForms(word), ...verbForms(word).map(([form]) => form)])
  for (const [form, { lemma }] of words) if (lemma === word) forms.add(form)
  return forms
}
