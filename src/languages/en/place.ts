import type { TargetGroup } from './groups.js'
import type { Reading, Tag } from './reading.js'
import { beForms, set } from './words.js'

/**
 * A part of the body that is only where something lies, goes to or comes from: "dissolves in the intestine", "between cheek and gum", "made in the brain", "from the
 * skin of wild cod", "the main protein of skin". The verb before it tells of no effect; "fastens calcium to bone" does, and "your" names the reader's own.
 */
export function isPlace(reading: Reading, group: TargetGroup): boolean {
  let at = group.first - 1
  while (modifying.has(reading.tag(at)) && !owned.has(reading.surface(at)) && !isAct(reading, at)) at--
  if (reading.tag(at) !== 'prep' && reading.surface(at) !== 'like') return false
  const prep = reading.surface(at)
  if (prep === 'of' && !matter.has(reading.lemma(at - 1))) return false
  if (!placing.has(prep)) return false
  let verb = at - 1
  while (verb >= 0 && !reading.isVerbal(verb) && !beForms.has(reading.surface(verb)) && reading.tag(verb) !== 'stop') verb--
  if (verb < 0 || reading.tag(verb) === 'stop') return prep === 'from' && reading.surface(group.first - 1) !== 'from'
  return (
    beForms.has(reading.surface(verb)) ||
    handling.has(reading.lemma(verb)) ||
    reading.hitsAt(verb).some(({ concept }) => concept === 'lexical.no-effect')
  )
}

/** Where something reaches to or is kept: no object of any act. */
export function isMerePlace(reading: Reading, group: TargetGroup): boolean {
  let at = group.first - 1
  while (
    modifying.has(reading.tag(at)) &&
    !owned.has(reading.surface(at)) &&
    !isAct(reading, at) &&
    !['up', 'down'].includes(reading.surface(at))
  )
    at--
  return isMeasure(reading, at) || isStore(reading, at)
}

/** "warm water up to the ankle", "a towel down to the knees": how far something reaches. */
const isMeasure = (reading: Reading, at: number): boolean =>
  reading.surface(at) === 'to' && ['up', 'down'].includes(reading.surface(at - 1))

/** "the share of DHA in red blood cells": how much of it there is in the body; the supply of a nutrient is no effect (21 U.S.C. 343(r)(6)). */
function isStore(reading: Reading, at: number): boolean {
  if (!['in', 'inside', 'within'].includes(reading.surface(at))) return false
  for (let i = at - 1; i > at - farthestShare; i--)
    if (reading.surface(i + 1) === 'of' && shares.has(reading.lemma(i)))
      return reading.hits.some(({ row, first, last }) => row.type === 'agent' && first > i && last < at)
  return false
}
const shares = set('share level amount content concentration proportion percentage quantity store')
const farthestShare = 7

const modifying: ReadonlySet<Tag> = new Set<Tag>(['word', 'det', 'conj', 'num', 'adv'])
/** "Ceramides from wheat keep skin dewy" */
const isAct = (reading: Reading, i: number): boolean => reading.hitsAt(i).some(({ row }) => row.type === 'act')
const owned = set('your my his her our')
const placing = set('in on into onto under between inside from of behind like around at through across')
/** What a body is made of, and pictures of it: "the main protein of skin". */
const matter = set(
  'protein component constituent part pigment mineral layer fat substance hormone tissue organ gland kind picture photo drawing shape color colour size poster map model',
)
/** What a user does with a dose and a maker with a raw material. */
const handling = set(
  'take place hold put press keep let dissolve melt swallow chew suck rinse spray drop dab rub apply massage inhale open release make produce find get obtain collect draw extract gather store name remind',
)
