import { isPersonWord } from './populations.js'
import type { Reading } from './reading.js'
import { auxiliaries } from './words.js'

const stopping = new Set([
  'by',
  'while',
  'via',
  'so',
  'than',
  'before',
  'until',
  'unless',
  'during',
  'without',
  'because',
  'rather',
  'instead',
  'despite',
  'after',
])
/** Longest object that is read. */
const farthest = 48

/** Where the object that begins at word `from` ends (exclusive): at the next clause, verb or stop. */
export function objectEnd(reading: Reading, from: number): number {
  const limit = Math.min(reading.words.length, from + farthest)
  let i = from
  for (; i < limit; i++) {
    const tag = reading.tag(i)
    if (tag === 'stop') {
      if (reading.surface(i) === '(' && reading.targetAt(i + 1)) continue
      if (reading.surface(i) === ')' || reading.surface(i) === '"' || reading.surface(i) === '“' || reading.surface(i) === '”') continue
      break
    }
    if (tag === 'rel' && i > from) break
    if (tag === 'prep' && i > from && opensPopulation(reading, i)) break
    if (tag === 'sub' || (tag === 'aux' && auxiliaries.has(reading.surface(i)))) break
    if (tag === 'verb' && i > from && !reading.targetAt(i)) break
    if (tag === 'to' && i > from && !isAbility(reading, i) && !isDegree(reading, i)) break
    if (stopping.has(reading.surface(i)) && tag !== 'word' && !isHanging(reading, i)) break
    if ((tag === 'conj' || tag === 'comma') && opensClause(reading, i)) break
  }
  // the noun before an auxiliary or a verb is the subject of what follows
  if (i < limit && (reading.tag(i) === 'aux' || reading.tag(i) === 'verb')) {
    for (let k = i - 1; k > from; k--) if (reading.tag(k) === 'conj' || reading.tag(k) === 'comma') return k
  }
  return i
}

/** "caused by", "brought on by", "more than": the preposition hangs on what is before it. */
function isHanging(reading: Reading, i: number): boolean {
  const s = reading.surface(i)
  if (s === 'by') return reading.tag(i - 1) === 'ved' || reading.surface(i - 1) === 'on'
  return s === 'than' && ['more', 'less', 'fewer'].includes(reading.surface(i - 1))
}

const isAbility = (reading: Reading, to: number): boolean =>
  ['ability', 'abilities', 'capacity', 'power', 'capability'].includes(reading.surface(to - 1)) ||
  ['body', 'muscles', 'system'].includes(reading.surface(to - 1))

/** "mild to moderate depression" */
const isDegree = (reading: Reading, to: number): boolean => degrees.has(reading.surface(to - 1)) && degrees.has(reading.surface(to + 1))
const degrees = new Set(['mild', 'moderate', 'severe', 'early', 'late', 'mid-stage', 'acute', 'chronic'])

/** "in people with …", "for adults who …": whom it is for is no part of the object. */
function opensPopulation(reading: Reading, prep: number): boolean {
  if (!['in', 'for', 'among'].includes(reading.surface(prep))) return false
  for (let k = prep + 1; k <= prep + 2; k++) if (isPersonWord(reading.surface(k))) return true
  return false
}

/** A conjunction or comma after which another verb takes over. */
function opensClause(reading: Reading, i: number): boolean {
  let k = i + 1
  while (reading.tag(k) === 'conj' || reading.tag(k) === 'adv') k++
  const tag = reading.tag(k)
  if (tag === 'aux' || tag === 'sub') return true
  // "… and calms rosacea": a finite act, though a noun is written like it
  const acts = reading.hitsAt(k).some((hit) => hit.row.type === 'act' && hit.form === 's')
  if (tag === 'verb' && (acts || !reading.targetAt(k))) return true
  if (tag === 'ving' && reading.hitsAt(k).some((hit) => hit.row.type === 'act')) return true
  if (tag === 'pron') return true
  // "wards off pellagra, now rare among …", "…, seldom seen today": what is told of it besides
  return (
    reading.tag(i) === 'comma' &&
    k > i + 1 - Number(asides.has(reading.surface(i + 1))) &&
    (tag === 'ved' || rarity.has(reading.surface(k)))
  )
}
const asides = new Set(['seldom', 'rarely', 'hardly', 'now', 'once', 'still'])
const rarity = new Set(['rare', 'common', 'uncommon', 'unknown', 'seldom', 'rarely', 'hardly'])
