import type { WordingDifference } from '../core/document.js'
import type { TextSpan } from '../core/span.js'
import { holdsPhrase, type Word, wordsOf } from './english-disclaimer.js'
import type { EnglishDisclaimer } from './notice-texts.js'

/** A difference with its place in the block's text; the caller knows the block. */
export interface RawDifference extends Omit<WordingDifference, 'place'> {
  readonly at?: TextSpan
}

export interface EnglishWording {
  readonly differences: readonly RawDifference[]
  readonly number?: 'singular' | 'plural'
}

/** Where the two sentences of a disclaimer stand in a block's text; one of them may be missing, or one sentence may be both. */
export interface FoundSentences {
  readonly evaluation?: TextSpan
  readonly intention?: TextSpan
}

/** Compares a disclaimer with 21 CFR 101.93(c), word by word. Case, quotes, punctuation and spacing do not count. */
export function compareEnglish(text: string, found: FoundSentences, law: EnglishDisclaimer): EnglishWording {
  const number = numberOf(text, found.evaluation)
  const [first = '', second = ''] = (number === 'singular' ? law.singular : law.plural).split(/(?<=\.)\s+/)
  const differences: RawDifference[] = []
  if (!found.evaluation) differences.push({ kind: 'missing-sentence', found: '', expected: first })
  if (!found.intention) differences.push({ kind: 'missing-sentence', found: '', expected: second })
  if (found.evaluation && found.intention && found.evaluation.from === found.intention.from) {
    differences.push(...compareWords(text, found.evaluation, `${first} ${second}`, law))
  } else {
    if (found.evaluation) differences.push(...compareWords(text, found.evaluation, first, law))
    if (found.intention) differences.push(...compareWords(text, found.intention, second, law))
  }
  if (found.intention) differences.push(...serialComma(text, found.intention))
  return number ? { differences, number } : { differences }
}

function numberOf(text: string, at: TextSpan | undefined): 'singular' | 'plural' | undefined {
  if (!at) return undefined
  const words = wordsOf(text, at).map((word) => word.text)
  const subject = words.find((word) => /^(?:statements?|claims?)$/.test(word))
  const verb = words.find((word) => /^(?:has|have|was|were|is|are)$/.test(word))
  if (!subject) return undefined
  const plural = [subject.endsWith('s'), words[0] === 'these', verb !== undefined && /^(?:have|were|are)$/.test(verb)]
  return plural.filter(Boolean).length >= 2 ? 'plural' : 'singular'
}

function compareWords(text: string, at: TextSpan, expected: string, law: EnglishDisclaimer): RawDifference[] {
  const words = wordsOf(text, at).slice(0, 80)
  const wanted = wordsOf(expected, { from: 0, to: expected.length }).map((word) => word.text)
  const hunks = diff(words, wanted)
  const differences = verbDifferences(words, wanted, hunks, law)
  for (const hunk of hunks) differences.push(...explain(hunk, words, law, at.to))
  return differences
}

interface Hunk {
  readonly found: readonly Word[]
  readonly expected: readonly string[]
}

/** Longest common subsequence over words: some 80 by 25, never more. */
function diff(found: readonly Word[], expected: readonly string[]): Hunk[] {
  const length = Array.from({ length: found.length + 1 }, () => new Uint8Array(expected.length + 1))
  for (let i = found.length - 1; i >= 0; i--) {
    for (let j = expected.length - 1; j >= 0; j--) {
      const row = length[i]!
      row[j] = found[i]!.text === expected[j] ? 1 + length[i + 1]![j + 1]! : Math.max(length[i + 1]![j]!, row[j + 1]!)
    }
  }
  const hunks: Hunk[] = []
  let open: { found: Word[]; expected: string[] } = { found: [], expected: [] }
  const close = (): void => {
    if (open.found.length || open.expected.length) hunks.push(open)
    open = { found: [], expected: [] }
  }
  let [i, j] = [0, 0]
  while (i < found.length || j < expected.length) {
    if (i < found.length && j < expected.length && found[i]!.text === expected[j]) {
      close()
      i++
      j++
    } else if (j >= expected.length || (i < found.length && length[i + 1]![j]! >= length[i]![j + 1]!)) open.found.push(found[i++]!)
    else open.expected.push(expected[j++]!)
  }
  close()
  return hunks
}

function verbDifferences(
  words: readonly Word[],
  wanted: readonly string[],
  hunks: readonly Hunk[],
  law: EnglishDisclaimer,
): RawDifference[] {
  if (!law.verbs.every((verb) => wanted.includes(verb))) return []
  const present = words.map((word) => word.text).filter((word) => law.verbs.includes(word))
  const missing = law.verbs.filter((verb) => !present.includes(verb))
  const differences: RawDifference[] = missing.map((verb) => ({ kind: 'missing-verb', found: '', expected: verb }))
  if (missing.length === 0 && present.join() !== law.verbs.join())
    differences.push({ kind: 'order', found: present.join(', '), expected: law.verbs.join(', ') })
  for (const word of hunks.flatMap((hunk) => hunk.found)) {
    if (law.otherVerbs.includes(word.text)) differences.push({ kind: 'added-verb', found: word.text, expected: '', at: word.at })
  }
  return differences
}

/** Says what a stretch of other words amounts to. Verbs of the list are dealt with before. */
function explain(hunk: Hunk, all: readonly Word[], law: EnglishDisclaimer, end: number): RawDifference[] {
  const found = hunk.found.filter((word) => !law.verbs.includes(word.text) && !law.otherVerbs.includes(word.text))
  const expected = hunk.expected.filter((word) => !law.verbs.includes(word))
  const [foundText, expectedText] = [found.map((word) => word.text).join(' '), expected.join(' ')]
  const first = found[0]
  const last = found.at(-1)
  const place = first && last ? { at: { from: first.at.from, to: Math.min(last.at.to, end) } } : {}
  const make = (kind: RawDifference['kind']): RawDifference[] => [{ kind, found: foundText, expected: expectedText, ...place }]

  if (!foundText && !expectedText) return []
  if (expected.includes('not') && !all.some((word) => /^(?:not|never|cannot|neither)$|n't$/.test(word.text))) return make('negation-lost')
  if (expected.includes('intended') && !all.some((word) => /^(?:meant|designed|intend)$/.test(word.text))) return make('intention-lost')
  if (expected.includes('evaluated')) {
    if (found.some((word) => law.approved.includes(word.text))) return make('approved-for-evaluated')
    if (found.some((word) => law.reviewed.includes(word.text))) return make('changed-verb')
  }
  if (found.some((word) => law.abbreviations.includes(word.text))) {
    if (expected.length === 0) return /^(?:(?:the )?us ?)?fda$/.test(foundText) ? make('extra-words') : make('agency-abbreviated')
    return make('agency-abbreviated')
  }
  if (expected.some((word) => /^(?:food|drug|administration)$/.test(word)) && foundText) {
    return /^(?:&|u s|us|united states)$/.test(foundText)
      ? make('extra-words')
      : make(law.agencies.some((agency) => holdsPhrase(foundText, agency)) || found.length > 1 ? 'wrong-agency' : 'changed-verb')
  }
  if (found.some((word) => law.hedges.includes(word.text))) return make('hedge-inserted')
  if (foundText && expected.length === 0) return make('extra-words')
  const isNumber = (word: string): boolean => /^(?:this|these|statements?|has|have|products?|is|are|diseases?|any)$/.test(word)
  if (foundText && found.every((word) => isNumber(word.text)) && expected.every(isNumber)) return make('number')
  return make(foundText ? 'extra-words' : 'missing-words')
}

/** `cure or prevent` for `cure, or prevent`: the comma is in the law's text, and nobody is misled without it. */
function serialComma(text: string, at: TextSpan): RawDifference[] {
  const match = /[a-z](\s+or)\s+prevent/i.exec(text.slice(at.from, at.to))
  if (!match || !/,/.test(text.slice(at.from, at.from + match.index))) return []
  const from = at.from + match.index + 1
  return [
    {
      kind: 'serial-comma',
      found: text.slice(from, from + match[1]!.length).trim(),
      expected: ', or',
      at: { from, to: from + match[1]!.length },
    },
  ]
}
