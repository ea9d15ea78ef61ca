import type { Reading } from './reading.js'
import { type CueHit, clauseEnd, clauseStart } from './settings.js'
import { isSign } from './sold.js'

/** Who tells of the reader, of himself or of what he sells tells no history. */
const present = new Set('i my me we our ours us you your yours today now nowadays still modern customers users'.split(' '))
const datePrepositions = new Set(['in', 'by', 'until', 'before', 'around', 'of', 'from', 'during', 'about', 'circa'])
/** "1747", "the 1800s", "in the 1990s": before anybody who reads bought anything. */
const year = /^(?:1[0-8]\d\d|19[0-8]\d|1[0-9]\d0s|[1-9]\d\ds)$/
/** How far from its verb the thing told of may stand. */
const farthest = 24

/**
 * What an age that is over did against disease: a mark of the age and a simple past ("The Romans gave garlic for fever", "was once sold as a cure").
 * A perfect or a participle ("has been used for centuries", "used since Roman times") is a tradition that lives on, and stays the seller's word.
 */
export function historyCues(reading: Reading): CueHit[] {
  if (reading.words.some(({ surface }) => present.has(surface))) return []
  const mark = reading.words.findIndex((_, i) => marksAge(reading, i))
  if (mark < 0) return []
  const cues: CueHit[] = []
  for (let i = 0; i < reading.words.length; i++) {
    if (!isPast(reading, i)) continue
    const first = clauseStart(reading, i)
    const last = Math.min(clauseEnd(reading, i + 1), nextPresent(reading, i + 1), i + farthest) - 1
    const at = reading.span(mark, mark)
    cues.push({ setting: 'quoted', cue: 'quoted.history', at, reach: reading.span(first, Math.max(i, last)), first: mark, last: mark })
    i = Math.max(i, last)
  }
  return cues
}

function marksAge(reading: Reading, i: number): boolean {
  if (reading.hitsAt(i).some(({ concept, first }) => concept === 'lexical.age' && first === i)) return true
  const s = reading.surface(i)
  if (year.test(s)) return [1, 2].some((step) => datePrepositions.has(reading.surface(i - step)))
  // "was once sold", "once common": not "once a day", "once you", "at once"
  return s === 'once' && isPast(reading, i - 1)
}

/** A finite verb in the past: "gave", "prescribed sea air", "was sold", "were first given". */
function isPast(reading: Reading, i: number): boolean {
  const s = reading.surface(i)
  if (s === 'was' || s === 'were') return !tellsOfSold(reading, i)
  const tag = reading.tag(i)
  const before = reading.before(i)
  const form = reading.lemma(i) !== s && !/(?:s|ing)$/.test(s)
  if (tag === 'verb') return form && reading.tag(before) !== 'aux'
  // "doctors carried herbs", "the Greeks relied on it": a subject right before, its object or a preposition right after
  if (tag !== 'ved' || reading.tag(before) !== 'word') return false
  const people = reading
    .hitsAt(before)
    .some(({ concept }) => concept === 'other.person' || concept === 'lexical.age' || concept === 'evidence.person')
  return people || ['word', 'det', 'to'].includes(reading.tag(i + 1))
}

/** "Guava was once used for …": of what is sold, named or left out, a past passive is what its seller makes of the past. */
function tellsOfSold(reading: Reading, be: number): boolean {
  const first = clauseStart(reading, be)
  return first === be || reading.hits.some((hit) => isSign(reading, hit) && first <= hit.first && hit.last < be)
}

/** Where a verb of today takes over ("…, and garlic lowers blood pressure"); infinitives go on with what was begun. */
function nextPresent(reading: Reading, from: number): number {
  let opened = false
  for (let i = from; i < reading.words.length; i++) {
    const s = reading.surface(i)
    const tag = reading.tag(i)
    if (perfect.has(s)) return i
    if (opened && tag === 'verb' && reading.tag(reading.before(i)) !== 'to' && (s === reading.lemma(i) || s.endsWith('s'))) return i
    opened ||= tag === 'comma' || tag === 'conj' || tag === 'rel' || tag === 'sub'
  }
  return reading.words.length
}
const perfect = new Set(['is', 'are', 'has', 'have', 'can', 'will', 'may', 'does', 'do'])
