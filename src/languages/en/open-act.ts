import type { Agent } from '../../core/sentence.js'
import type { ConceptRow } from '../../match/schema.js'
import type { TargetGroup } from './groups.js'
import { objectEnd } from './object.js'
import { isSoldKind } from './pitch.js'
import type { Reading } from './reading.js'
import type { Hit } from './vocabulary.js'

/** The act of a verb that no list names. */
const row: ConceptRow = { id: 'act.open', type: 'act', family: 'preserve' }

/**
 * The open act (docs/effect-frames.md, section 2): sellers use any verb, so every verb is an act on the body unless `rules/concepts/open-acts.yml`
 * says that it tells of contents, trade, handling or talk. It needs what a listed act does not: an agent that is certainly what is sold, and a
 * target that is a part, function or natural state of the body. What it does to a disease the residual reading decides (`residual.ts`).
 */
export function openActs(reading: Reading): Hit[] {
  const hits: Hit[] = []
  for (let i = 0; i < reading.words.length; i++) {
    const tag = reading.tag(i)
    if (tag !== 'verb' && !(tag === 'ving' && isAdjunct(reading, i))) continue
    if (reading.hitsAt(i).some((hit) => hit.row.type === 'act' || hit.concept === 'lexical.no-effect')) continue
    if (isGrowth(reading, i)) continue
    hits.push(openActAt(reading, i))
  }
  return hits
}

/** "Lion's mane grows as a shaggy beard on beech": what a plant does by itself. */
export const isGrowth = (reading: Reading, i: number): boolean =>
  growing.has(reading.lemma(i)) && (reading.surface(i + 1) === 'as' || reading.surface(i + 1) === 'wild' || reading.tag(i + 1) === 'prep')
const growing = new Set(['grow', 'bloom', 'sprout', 'flower', 'ripen', 'thrive', 'fruit'])

/** The act of the verb at word `i`. */
export function openActAt(reading: Reading, i: number): Hit {
  const { at, lemma } = reading.words[i]!
  return { concept: row.id, row, at, first: i, last: i, surface: -1, entry: { concept: row.id, text: lemma }, pos: 'verb' }
}

/** "wakes you up", "keeps you calm": a turn of phrase that is verb and function at once, said of whoever its subject is. */
export const predicates = (reading: Reading): Hit[] =>
  reading.hits.filter(
    ({ first, last, row: { type }, pos }) =>
      pos === 'fixed' &&
      openTargets.has(type) &&
      last > first &&
      readers.has(reading.surface(first + 1)) &&
      (reading.tag(first) === 'verb' || reading.surface(first) !== reading.lemma(first)),
  )

/** "helps you sink into deep sleep": what the verb behind a causative does, where no list names it. */
export function handedOn(reading: Reading, causative: Hit): { readonly first: number; readonly end: number } | undefined {
  if (!['help', 'let'].includes(reading.lemma(causative.first))) return undefined
  let verb = causative.last + 1
  if (reading.surface(verb) === 'your' || reading.tag(verb) === 'det') verb++
  verb++
  if (reading.tag(verb) === 'to') verb++
  const acts =
    reading.tag(verb) === 'verb' && !reading.hitsAt(verb).some(({ row, concept }) => row.type === 'act' || concept === 'lexical.no-effect')
  if (!acts) return undefined
  let first = verb + 1
  while (['prep', 'adv'].includes(reading.tag(first))) first++
  return { first, end: Math.min(reading.words.length, objectEnd(reading, first)) }
}

/** "…, leaving skin soft", "by drawing water into …": a participle that tells what the subject does besides. */
const isAdjunct = (reading: Reading, i: number): boolean => {
  const before = reading.before(i)
  return reading.tag(before) === 'comma' || ['by', 'while'].includes(reading.surface(before))
}

const openTargets = new Set(['function', 'body-part', 'wellbeing', 'natural-state'])

/** Targets that an open act may be said of. */
export const takesOpenAct = (group: TargetGroup): boolean => openTargets.has(group.target.type)

/** True where the agent of an open act is what is sold: named, or a pronoun that can stand for nothing else. */
export function isSold(reading: Reading, agent: Agent, verb: number): boolean {
  if (isSoldKind(agent)) return true
  if (agent.kind === 'pronoun' && agent.at) return isProductPronoun(reading, agent.at.from)
  // a label: "Keeps skin supple"
  if (agent.kind === 'zero' && isProven(reading, verb)) return true
  return agent.kind === 'zero' && reading.words[verb]!.surface !== reading.lemma(verb) && startsClause(reading, verb)
}

/** "Clinically proven to smooth fine lines": a label says what it is shown to do. */
const isProven = (reading: Reading, verb: number): boolean =>
  reading.tag(verb - 1) === 'to' && verb < mostInProof && proven.has(reading.surface(verb - 2)) && reading.tag(0) !== 'pron'
const proven = new Set([
  'proven',
  'shown',
  'tested',
  'known',
  'found',
  'demonstrated',
  'guaranteed',
  'formulated',
  'designed',
  'made',
  'crafted',
])
const mostInProof = 6

function startsClause(reading: Reading, verb: number): boolean {
  const before = reading.before(verb)
  return before < 0 || reading.tag(before) === 'stop' || reading.tag(before) === 'conj' || reading.tag(before) === 'comma'
}

/** It opens the sentence, or something sold is named before it. */
function isProductPronoun(reading: Reading, from: number): boolean {
  const index = reading.words.findIndex((word) => word.at.from === from)
  if (index <= 1) return true
  return reading.hits.some((hit) => hit.row.type === 'agent' && hit.last < index)
}

/** "helps you stick to the plan", "keeps your thoughts on one thing", "helps the body adapt": a benefit of a listed act on the reader, whatever else it names. */
export function ownedAfter(reading: Reading, act: Hit): TargetGroup | undefined {
  const i = act.last + 1
  const s = reading.surface(i)
  if (
    !favouring.has(act.row.family ?? '') ||
    reading.hits.some((hit) => hit.concept === 'lexical.trade' || hit.concept === 'lexical.kitchen')
  )
    return undefined
  if (
    helping.has(reading.lemma(act.first)) &&
    (readers.has(s) || people.has(s)) &&
    !errands.has(reading.lemma(i + 1)) &&
    !errands.has(reading.lemma(i + 2))
  )
    return readerTarget(reading, i)
  const body = ['the', 'your', 'my', 'our'].includes(s) && bodies.has(reading.surface(i + 1))
  const own = ['your', 'my'].includes(s) && !nameBelonging(reading, i + 1) && act.concept !== 'act.provide'
  return body || own ? readerTarget(reading, i) : undefined
}
const favouring = new Set(['preserve', 'raise', 'restore', 'mitigate'])
const helping = new Set(['help', 'let'])
/** Those whom a seller helps to do better: "helps golfers sink the putt". */
const people = new Set(
  `kids children toddlers babies teens teenagers students pupils seniors adults women men moms mums mothers fathers parents athletes runners cyclists swimmers
   golfers climbers dancers singers gamers drivers pilots players lifters rowers hikers skiers surfers nurses workers readers travelers travellers sleepers`.split(
    /\s+/,
  ),
)
const bodies = new Set('body mind system head brain senses insides metabolism organism whole female male inner'.split(' '))
/** What a shop helps its buyers with. */
const errands = new Set(
  `choose pick find save track plan measure store understand compare decide navigate cook bake prepare organize count dose order shop pay return open pour mix
   scoop reorder sort label read contact reach log build design match give support share send buy get make learn see know tell avoid reduce cut spend to`.split(
    /\s+/,
  ),
)
/** What a shop helps with and a capsule never does. */
const choosing = new Set('choose pick find save track plan order shop compare decide navigate reorder return sort count'.split(' '))
/** Things one has and does not live in. */
const belongings = new Set(
  `tea coffee smoothie smoothies salad salads toast plate pantry cupboard kitchen bag pocket order orders inbox account box shelf yogurt cereal oatmeal soup water
   bottle mug cup glass drink drinks shake shakes meal meals recipe recipes money budget wallet cart data privacy details information home house garden plants
   lawn dog cat pet pets furniture floor floors shoes clothes phone device devices business brand team store website page pages files file package shipment
   subscription purchase payment points rewards place spot name number list spoon fridge freezer drawer counter desk car bike holiday trip experience choice
   decision decisions questions question doctor dentist pharmacist supplement supplements pills pill capsules vitamins vitamin routine diet intake supply
   stash dose lunch breakfast dinner snack snacks baking cooking cakes batter dough pan knife knives`.split(/\s+/),
)
function nameBelonging(reading: Reading, from: number): boolean {
  for (let i = from; i < from + 3 && !['stop', 'comma', 'prep'].includes(reading.tag(i)); i++)
    if (belongings.has(reading.surface(i))) return true
  return false
}

/** Verbs of trade and talk whose object is a buyer or listener, not a body. */
const toBuyers = new Set(
  'tell ask cost save charge show send remind thank write call email teach offer sell ship refund pay buy owe hand bill warn want need like love invite inform notify contact greet meet see hear find bring'.split(
    ' ',
  ),
)
const readers = new Set(['you', 'me', 'us', 'him', 'her'])

const reader: ConceptRow = { id: 'wellbeing.reader', type: 'wellbeing' }

/**
 * "helps you make short work of a steak", "keeps me on my feet": an act on the reader or on the one who tells is an effect on well-being, whatever
 * follows. The object that stands for the body; undefined where the verb trades or talks, or where a number follows ("gives you 60 servings").
 */
export function readerAfter(reading: Reading, verb: number): TargetGroup | undefined {
  const i = verb + 1
  if (!readers.has(reading.surface(i)) || toBuyers.has(reading.lemma(verb))) return undefined
  if (reading.hits.some((hit) => hit.concept === 'lexical.trade')) return undefined
  const next = reading.words[i + 1]
  if (helping.has(reading.lemma(verb)) && choosing.has(reading.lemma(i + 1))) return undefined
  return !next || next.pos === 'number' || next.pos === 'symbol' ? undefined : readerTarget(reading, i)
}

/** The reader or teller at word `i`, as a target of an effect on well-being. */
export function readerTarget(reading: Reading, i: number): TargetGroup {
  const { at } = reading.words[i]!
  const hit: Hit = {
    concept: reader.id,
    row: reader,
    at,
    first: i,
    last: i,
    surface: -1,
    entry: { concept: reader.id, text: 'you' },
    pos: 'noun',
  }
  return { target: { concept: reader.id, type: 'wellbeing', at }, hit, first: i, last: i, others: [] }
}
