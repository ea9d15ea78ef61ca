import type { Cue, Setting, SilentReason } from '../../core/sentence.js'
import type { TextSpan } from '../../core/span.js'
import type { PhraseSentence } from '../../match/phrase.js'
import type { CompiledPhrase, CueRow } from '../../match/schema.js'
import type { Reading } from './reading.js'
import { beForms, modals } from './words.js'

/** A cue with the words it is made of. */
export interface CueHit extends Cue {
  readonly first: number
  readonly last: number
}

/** All cues of a sentence with their reach. Look-alikes (`setting: none`) use up the words they cover. */
export function findCues(reading: Reading, phrases: PhraseSentence, cues: readonly CompiledPhrase<CueRow>[], at: TextSpan): CueHit[] {
  const used: { readonly first: number; readonly last: number }[] = []
  const found: CueHit[] = []
  const believed = cues.some(({ row, pattern }) => row.id === 'quoted.belief' && phrases.matches(pattern).length > 0)
  for (const { row, pattern } of cues) {
    if (row.setting === 'none' && !(believed && row.id === 'none.presupposing')) used.push(...phrases.matches(pattern))
  }
  for (const { row, pattern } of cues) {
    if (row.setting === 'none') continue
    for (const match of phrases.matches(pattern)) {
      if (used.some((u) => u.first <= match.last && match.first <= u.last)) continue
      if (row.id === 'instruction.how-to' && namesMeans(reading, match.last)) continue
      // the month of May, a can of beans
      if (match.first === match.last && modals.has(reading.surface(match.first)) && reading.tag(match.first) === 'word') continue
      found.push({
        setting: row.setting,
        cue: row.id,
        at: reading.span(match.first, match.last),
        reach: reachOf(reading, row, match.first, match.last, at),
        first: match.first,
        last: match.last,
      })
    }
  }
  return found.sort((a, b) => a.first - b.first || a.last - b.last)
}

/** "How to beat gout with our tea": the means is what is sold, and the heading a claim. */
function namesMeans(reading: Reading, from: number): boolean {
  for (let i = from + 1; i < reading.words.length; i++) {
    if (!['with', 'using'].includes(reading.surface(i))) continue
    for (let k = i + 1; k < i + 4; k++) if (reading.hitsAt(k).some((hit) => hit.row.type === 'agent')) return true
  }
  return false
}

function reachOf(reading: Reading, row: CueRow, first: number, last: number, sentence: TextSpan): TextSpan {
  const start = () => reading.words[clauseStart(reading, first)]!.at.from
  const end = () => reading.words[clauseEnd(reading, last + 1) - 1]!.at.to
  switch (row.reach) {
    case 'forward':
      if (row.setting === 'conditional')
        return { from: reading.words[first]!.at.from, to: reading.words[conditionEnd(reading, last + 1) - 1]!.at.to }
      if (row.setting === 'negated')
        return { from: reading.words[first]!.at.from, to: reading.words[negationEnd(reading, first, last + 1) - 1]!.at.to }
      return { from: reading.words[first]!.at.from, to: end() }
    case 'backward':
      return { from: start(), to: reading.words[last]!.at.to }
    case 'clause':
    case 'both':
      return { from: start(), to: end() }
    case 'sentence':
      return conceded.has(row.setting as Setting)
        ? (concessionAround(reading, first, last) ?? toTurn(reading, last, fromSemicolon(reading, first, sentence)))
        : sentence
  }
}

/** Settings of advice: in a concession they say nothing of the main clause. */
const conceded: ReadonlySet<Setting> = new Set<Setting>(['referral', 'warning'])
const conceding = new Set(['while', 'although', 'though', 'albeit', 'even'])

/** "While no supplement replaces your doctor, ours eases gout": advice in a clause that concedes reaches over that clause alone. */
function concessionAround(reading: Reading, first: number, last: number): TextSpan | undefined {
  const { words } = reading
  for (let i = 0; i <= first; i++) {
    if (!conceding.has(reading.surface(i)) || (i > 0 && reading.tag(i - 1) !== 'comma')) continue
    if (reading.surface(i) === 'even' && !['though', 'if'].includes(reading.surface(i + 1))) continue
    let end = i + 1
    while (end < words.length && !(reading.tag(end) === 'comma' && opensMainClause(reading, end + 1)) && reading.tag(end) !== 'stop') end++
    if (last < end && end < words.length + Number(i > 0)) return reading.span(i, Math.min(end, words.length - 1))
  }
  return undefined
}

/** "Not evaluated by FDA, but thousands beat gout with it": advice reaches as far as the "but" behind it. */
function toTurn(reading: Reading, last: number, reach: TextSpan): TextSpan {
  const { words } = reading
  for (let i = last + 2; i < words.length; i++) {
    if (reading.surface(i) !== 'but' || reading.tag(i - 1) !== 'comma' || !opensMainClause(reading, i + 1)) continue
    return { from: reach.from, to: words[i - 1]!.at.to }
  }
  return reach
}

/** "Supports a calm mood; not for people on medication": advice reaches over no semicolon to what was said before. */
function fromSemicolon(reading: Reading, first: number, sentence: TextSpan): TextSpan {
  let i = first - 1
  while (i >= 0 && reading.surface(i) !== ';') i--
  return i < 0 ? sentence : { from: reading.words[i + 1]!.at.from, to: sentence.to }
}

/** Conjunctions that turn against what was said: a negation does not pass them. */
const turning = new Set([
  'but',
  'yet',
  'because',
  'although',
  'though',
  'while',
  'whereas',
  'however',
  'so',
  'since',
  'when',
  'if',
  'unless',
])

/** Index of the word after the clause that word `from` lies in. */
export function clauseEnd(reading: Reading, from: number): number {
  const { words } = reading
  for (let i = Math.max(from, 1); i < words.length; i++) {
    const s = words[i]!.surface
    if (s === ';' || s === '—' || s === '–' || s === ':') return i
    if ((s === '.' || s === '!' || s === '?') && words[i + 1]?.capital) return i
    if (turning.has(s) && reading.tag(i) !== 'word' && i > from && !(s === 'so' && reading.tag(i + 1) === 'adv')) return i
    if ((reading.tag(i) === 'comma' || reading.tag(i) === 'conj') && i > from && opensMainClause(reading, i + 1)) return i
  }
  return words.length
}

/**
 * Where a negation ends. It covers verbs coordinated with the one it denies ("does not treat, cure or prevent"), but not a finite verb
 * after a negated auxiliary or object: "does not stain and relieves hay fever", "contains no sugar and supports …".
 */
function negationEnd(reading: Reading, first: number, from: number): number {
  const end = clauseEnd(reading, from)
  if (deniesSubject(reading, first)) return end
  for (let i = from; i < end; i++) {
    const tag = reading.tag(i)
    if (tag !== 'conj' && tag !== 'comma') continue
    if (reading.surface(i) === 'nor' || reading.surface(i) === 'or') continue
    // "not for insomnia, only for the odd restless night"
    if (reading.surface(first) === 'not' && confining.has(reading.surface(i + 1))) return i
    let k = i + 1
    while (reading.tag(k) === 'conj' || reading.tag(k) === 'adv') k++
    if (reading.tag(k) === 'verb' && reading.lemma(k) !== reading.surface(k)) return i
  }
  return end
}

const confining = new Set(['only', 'just', 'merely', 'simply', 'solely'])

/** "No herb cures …", "None of them treat …": the subject is denied, and with it all its verbs. */
function deniesSubject(reading: Reading, first: number): boolean {
  const s = reading.surface(first)
  if (!['no', 'none', 'nothing', 'nobody', 'neither', 'few', 'little'].includes(s)) return false
  const before = reading.tag(first - 1)
  return (
    first === 0 ||
    before === 'stop' ||
    before === 'sub' ||
    before === 'comma' ||
    before === 'rel' ||
    beForms.has(reading.surface(first - 1)) ||
    before === 'conj'
  )
}

/** Where an if-clause ends: at the main clause, which may be an order. */
function conditionEnd(reading: Reading, from: number): number {
  const end = clauseEnd(reading, from)
  for (let i = from; i < end; i++) {
    if (reading.tag(i) !== 'comma') continue
    let k = i + 1
    while (reading.tag(k) === 'adv' || reading.surface(k) === 'then' || reading.surface(k) === 'please') k++
    if (reading.tag(k) === 'verb' && !isList(reading, i, end)) return i
  }
  return end
}

/** "to treat, cure or prevent": more members follow the comma. */
function isList(reading: Reading, comma: number, end: number): boolean {
  for (let i = comma + 2; i < Math.min(end, comma + 6); i++)
    if (reading.tag(i) === 'conj' && reading.isVerbal(i + 1) && reading.isVerbal(comma - 1)) return true
  return false
}

/** First word of the clause that word `at` lies in. */
export function clauseStart(reading: Reading, at: number): number {
  for (let i = at - 1; i >= 0; i--) {
    const s = reading.surface(i)
    if (s === ';' || s === '—' || s === '–' || s === ':' || turning.has(s)) return i + 1
    if ((reading.tag(i) === 'comma' || reading.tag(i) === 'conj') && opensMainClause(reading, i + 1) && i + 1 <= at) return i + 1
  }
  return 0
}

/** A subject of its own and a finite verb follow: a new main clause begins. */
function opensMainClause(reading: Reading, from: number): boolean {
  let i = from
  while (reading.tag(i) === 'conj' || reading.tag(i) === 'adv') i++
  const tag = reading.tag(i)
  if (tag !== 'pron' && tag !== 'det' && tag !== 'word' && tag !== 'num') return false
  for (let k = i + 1; k < i + 8; k++) {
    const next = reading.tag(k)
    if (next === 'verb' || next === 'aux') return true
    if (next === 'stop' || next === 'comma' || next === 'sub' || next === 'to' || next === 'rel' || next === 'conj') return false
  }
  return false
}

const silencing: readonly (readonly [Setting, SilentReason])[] = [
  ['quoted', 'quoted'],
  ['counterfactual', 'counterfactual'],
  ['referral', 'referral'],
  ['warning', 'warning'],
  ['negated', 'negated'],
  ['question', 'question'],
  ['conditional', 'conditional'],
  ['instruction', 'instruction'],
  ['concession', 'concession'],
]

/** Settings under which a sentence of prose tells nothing of what is sold, whatever they reach in it; a denial is weighed by its reach. */
export const unsaying: ReadonlySet<Setting> = new Set<Setting>([
  'quoted',
  'counterfactual',
  'referral',
  'warning',
  'instruction',
  'question',
  'conditional',
])

/** Why these settings keep a candidate silent; undefined where they do not (hedged and attributed words stay claims). */
export function silenceOf(settings: readonly Cue[]): SilentReason | undefined {
  return silencing.find(([setting]) => settings.some((cue) => cue.setting === setting))?.[1]
}
