import type { Population, Qualifier, Target, TargetType } from '../../core/sentence.js'
import type { TextSpan } from '../../core/span.js'
import type { Reading } from './reading.js'
import { gravity, type Hit } from './vocabulary.js'
import { auxiliaries } from './words.js'

/** A target as a phrase: the gravest concept in it decides, the rest are its words. `first`/`last` are word indexes. */
export interface TargetGroup {
  readonly target: Target
  readonly hit: Hit
  readonly first: number
  readonly last: number
  /** Other targets in the phrase, most of all what hangs on the head ("the pain of arthritis"). */
  readonly others: readonly Hit[]
}

/** Words that hang one target on another: "pain from gout", "stiffness associated with arthritis", "damage to the liver". */
const nesting = new Set([
  'of',
  'from',
  'associated',
  'related',
  'linked',
  'due',
  'caused',
  'affected',
  'lost',
  'resulting',
  'accompanying',
  'brought',
  'triggered',
  'tied',
  'to',
  'in',
  'behind',
  'plagued',
])
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
    if (tag === 'to' && i > from && !isAbility(reading, i)) break
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

const persons = new Set([
  'people',
  'those',
  'persons',
  'individuals',
  'adults',
  'women',
  'men',
  'anyone',
  'everyone',
  'patients',
  'children',
  'kids',
  'seniors',
  'folks',
  'teens',
  'users',
  'customers',
  ...'child kid boy girl teen toddler baby man woman person someone somebody anybody everybody guy dad mom mum mother father grandma grandpa grandmother grandfather parent husband wife ones athlete athletes runner runners worker workers student students'.split(
    ' ',
  ),
])

/** "in people with …", "for adults who …": whom it is for is no part of the object. */
function opensPopulation(reading: Reading, prep: number): boolean {
  if (!['in', 'for', 'among'].includes(reading.surface(prep))) return false
  for (let k = prep + 1; k <= prep + 2; k++) if (persons.has(reading.surface(k))) return true
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

/** The targets between two words, grouped into phrases, in order. */
export function targetGroups(reading: Reading, from: number, to: number): TargetGroup[] {
  const hits: Hit[] = []
  let last = -1
  for (let i = from; i < to; i++) {
    const hit = reading.targetAt(i)
    if (!hit || hit.first <= last || hit.first < from || hit.last >= to) continue
    if (
      reading
        .hitsAt(i)
        .some(
          (other) =>
            other.row.type === 'qualifier' &&
            other.first <= hit.first &&
            hit.last <= other.last &&
            other.last - other.first > hit.last - hit.first,
        )
    )
      continue
    if (hit.pos === 'verb' && !isStateVerb(reading, hit)) continue
    hits.push(hit)
    last = hit.last
  }
  const phrases: Hit[][] = []
  for (const hit of hits) {
    const open = phrases.at(-1)
    const previous = open?.at(-1)
    if (open && previous && !isListed(reading, previous.last + 1, hit.first)) open.push(hit)
    else phrases.push([hit])
  }
  return mergeTrailing(phrases)
    .map(groupOf)
    .filter((group) => !isApposition(reading, group))
}

/** "scurvy, a disease that is now rare": the word disease says no more than the name before it. */
function isApposition(reading: Reading, { hit }: TargetGroup): boolean {
  if (hit.concept !== 'disease.disease') return false
  let i = hit.first - 1
  while (i > hit.first - 4 && ['det', 'word', 'adv', 'ved'].includes(reading.tag(i))) i--
  return reading.tag(i) === 'comma' && reading.hits.some((other) => other.last < i && ['disease', 'deficiency'].includes(other.row.type))
}

/** "a sleep diary" is not sleeping: a state read from a verb does not follow an article or a preposition. */
function isStateVerb(reading: Reading, hit: Hit): boolean {
  const before = reading.tag(reading.before(hit.first))
  return reading.words[hit.first]!.pos === 'verb' && before !== 'det' && before !== 'prep' && before !== 'clitic'
}

/** "bones weakened by osteoporosis". */
const isHangingBy = (reading: Reading, i: number): boolean => reading.surface(i) === 'by' && reading.tag(i - 1) === 'ved'

/** Only commas, conjunctions and modifiers lie between: two members of a list. */
function isListed(reading: Reading, from: number, to: number): boolean {
  let listed = false
  let nested = false
  for (let i = from; i < to; i++) {
    const tag = reading.tag(i)
    if (tag === 'conj' || tag === 'comma' || tag === 'stop') {
      listed = true
      nested = false
    } else if (nesting.has(reading.surface(i)) || isHangingBy(reading, i)) {
      listed = false
      nested = true
    } else if ((tag === 'prep' || tag === 'ving') && !nested) listed = true
  }
  return listed
}

/** "the pain and stiffness associated with arthritis": what hangs on the last member hangs on all of them. */
function mergeTrailing(phrases: readonly Hit[][]): Hit[][] {
  const final = phrases.at(-1)
  if (!final || final.length < 2 || phrases.length < 2) return [...phrases]
  const gravest = final.reduce((a, b) => (gravity[b.row.type]! > gravity[a.row.type]! ? b : a))
  if (gravest === final[0] || gravity[gravest.row.type]! < gravity['abnormal-state']!) return [...phrases]
  if (!phrases.every((phrase) => gravity[phrase[0]!.row.type]! < gravity[gravest.row.type]!)) return [...phrases]
  return [phrases.flat()]
}

function groupOf(hits: readonly Hit[]): TargetGroup {
  const hit = hits.reduce((a, b) => (gravity[b.row.type]! > gravity[a.row.type]! ? b : a))
  const first = hits[0]!.first
  const last = hits.at(-1)!.last
  return {
    target: { concept: hit.concept, type: hit.row.type as TargetType, at: hit.at },
    hit,
    first,
    last,
    others: hits.filter((other) => other !== hit),
  }
}

const premodifiers = new Set(['word', 'adv', 'num', 'det', 'ved', 'ving', 'clitic', 'conj'])

/** The qualifiers of a phrase: right before it, inside it, or after it up to the end of the object. */
export function qualifiersOf(
  reading: Reading,
  group: TargetGroup,
  from: number,
  to: number,
): { readonly list: readonly Qualifier[]; readonly last: number } {
  const list: Qualifier[] = []
  let last = group.last
  let first = group.first
  while (first > from && premodifiers.has(reading.tag(first - 1)) && !reading.targetAt(first - 1)) first--
  const seen = new Set<Hit>()
  for (let i = first; i < reading.words.length; i++) {
    if (i > group.last) {
      const tag = reading.tag(i)
      if (tag === 'stop' || tag === 'sub') {
        // "cramps so severe that …"
        if (![i, i + 1].some((k) => reading.hitsAt(k).some((hit) => hit.row.type === 'qualifier'))) break
      }
      if (i >= to + 12) break
    }
    for (const hit of reading.hitsAt(i)) {
      if (hit.row.type !== 'qualifier' || seen.has(hit)) continue
      // "mild cognitive impairment" is the name of a disease, not a mild one
      const inName = group.hit.first <= hit.first && hit.last <= group.hit.last
      if (inName && group.hit.row.type !== 'natural-state' && hit.concept !== 'qualifier.severe') continue
      seen.add(hit)
      // an adjective before a later target is that target's
      if (hit.first > group.last && hit.last === hit.first && reading.targetAt(hit.last + 1)) continue
      const natural = hit.concept === 'qualifier.menopause' && ofMenopause.has(group.hit.concept)
      list.push({ concept: natural ? 'qualifier.cycle' : hit.concept, at: hit.at })
      if (hit.last > last) last = hit.last
    }
  }
  const cause = list.some(({ concept }) => concept.startsWith('qualifier.after-')) ? undefined : harmlessCause(reading, group)
  if (cause) list.push(cause)
  const range = normalRange(reading, group)
  if (range && !list.some(({ concept }) => concept === 'qualifier.normal-range'))
    list.push({ concept: 'qualifier.normal-range', at: range })
  for (const hit of reading.hits) {
    if (sentenceWide.has(hit.concept) && !seen.has(hit)) list.push({ concept: hit.concept, at: hit.at })
  }
  const therapy = ofTherapy(reading)
  if (therapy && !list.some(({ concept }) => concept === 'qualifier.of-therapy'))
    list.push({ concept: 'qualifier.of-therapy', at: therapy })
  return { list, last }
}

/** What comes with menopause as with a cycle. */
const ofMenopause = new Set(['symptom.sweating', 'symptom.mood', 'symptom.swelling', 'symptom.edema', 'symptom.menstrual'])

const therapies = /^(?:antibiotics?|chemo(?:therapy)?|radiation|radiotherapy|statins?|infusions?|steroids?)$/

/** "while you are on antibiotics", "chemo had wiped out her appetite", "after the last infusion": what a therapy does to the body. */
function ofTherapy(reading: Reading): TextSpan | undefined {
  for (let i = 0; i < reading.words.length; i++) {
    if (!therapies.test(reading.surface(i))) continue
    for (let k = i - 1; k >= Math.max(0, i - 4); k--) if (beside.has(reading.surface(k))) return reading.span(k, i)
    if (['had', 'has', 'left', 'wiped', 'took', 'stripped', 'robbed', 'upset', 'leave', 'leaves', 'can'].includes(reading.surface(i + 1)))
      return reading.span(i, i + 1)
  }
  return undefined
}
const beside = new Set(['on', 'during', 'after', 'from', 'through', 'following', 'between'])

/** Qualifiers that hold for the whole sentence: "During flu season, …", "… while you are on antibiotics". */
const sentenceWide = new Set(['qualifier.flu-season', 'qualifier.of-therapy'])

const afterwards = new Set(['after', 'following', 'post'])
/** Cramps come while one runs; other pains that do are none of exercise. */
const meanwhile = new Set(['at', 'on', 'during', 'in', 'mid'])
const earned = new Set(['earned', 'got', 'gained'])

/** "after a long run", "earned in training", "after a heavy dinner": exercise and a meal are harmless causes, whatever their adjectives. */
function harmlessCause(reading: Reading, group: TargetGroup): Qualifier | undefined {
  const cramps = group.hit.concept === 'symptom.muscle-cramps' || reading.lemma(group.last) === 'cramp'
  for (let i = group.last + 1; i < Math.min(reading.words.length, group.last + 8); i++) {
    const s = reading.surface(i)
    const from = s === 'from' || (cramps && meanwhile.has(s))
    // "after every dinner": what comes back with each meal is no occasional trouble
    if (recurring.has(reading.surface(i + 1)) && group.target.type === 'symptom') continue
    if (!from && !afterwards.has(s) && !(reading.surface(i + 1) === 'in' && earned.has(s))) continue
    for (let k = i + 1; k < i + 6; k++) {
      const hit = reading.hitsAt(k).find(({ concept }) => concept === 'lexical.exertion' || (concept === 'lexical.meal' && !from))
      if (hit)
        return {
          concept: hit.concept === 'lexical.meal' ? 'qualifier.after-meals' : 'qualifier.after-exercise',
          at: reading.span(i, hit.last),
        }
      if (['stop', 'verb', 'sub', 'comma'].includes(reading.tag(k))) break
    }
  }
  return undefined
}

const recurring = new Set(['every', 'each', 'most', 'all'])

const ranges = new Set(['range', 'ranges', 'limits', 'bounds', 'zone', 'band'])
const healthy = new Set(['normal', 'healthy', 'usual', 'ordinary'])

/** "already in a healthy, normal range", "within its usual healthy limits": equal words to "already within the normal range" (65 FR 1018). */
function normalRange(reading: Reading, group: TargetGroup): TextSpan | undefined {
  for (let i = group.last + 1; i < Math.min(reading.words.length, group.last + 14); i++) {
    const s = reading.surface(i)
    if (s === 'already' && [1, 2, 3].some((step) => healthy.has(reading.surface(i + step))))
      return reading.span(i, Math.min(i + 3, reading.words.length - 1))
    if (!ranges.has(s)) continue
    for (let k = i - 1; k >= i - 6 && k > group.last; k--) {
      if (!['in', 'within', 'inside'].includes(reading.surface(k))) continue
      for (let j = k + 1; j < i; j++) if (healthy.has(reading.surface(j))) return reading.span(k, i)
    }
  }
  return undefined
}

/** What ails the people that the words at `from` name: "people who get frequent migraines". */
export function ailmentOf(reading: Reading, from: number): TargetGroup | undefined {
  for (let i = from; i < from + 3; i++) {
    const patients = patientsAt(reading, i, reading.words.length)
    if (patients) return targetGroups(reading, i + 1, Math.min(reading.words.length, i + 9))[0]
  }
  return undefined
}

/** Whom the words after `from` name as the people it is for: "in diabetics", "for people with high cholesterol". */
export function populationIn(reading: Reading, from: number, to: number): Population | undefined {
  for (let i = from; i < to; i++) {
    const patients = patientsAt(reading, i, to)
    if (patients) return patients
    const hit = reading.hitsAt(i).find((h) => h.row.type === 'population' && h.first === i)
    const kind = hit && kindOfPopulation(hit.concept)
    if (hit && kind) return { kind, concept: hit.concept, at: hit.at }
  }
  return undefined
}

/** "children with ADHD", "anyone who suffers from gout". */
function patientsAt(reading: Reading, i: number, to: number): Population | undefined {
  if (!persons.has(reading.surface(i)) || !suffering.has(reading.surface(i + 1))) return undefined
  for (let k = i + 1; k < Math.min(to, i + 8); k++) {
    const target = reading.targetAt(k)
    if (target && ['disease', 'abnormal-state', 'symptom'].includes(target.row.type))
      return { kind: 'patients', concept: target.concept, at: reading.span(i, target.last) }
    if (reading.tag(k) === 'stop') return undefined
  }
  return undefined
}

/** "adults with …", "those who suffer from …", "people living with …". */
const suffering = new Set([
  'with',
  'who',
  'whose',
  'suffering',
  'living',
  'struggling',
  'coping',
  'dealing',
  'battling',
  'diagnosed',
  'affected',
  'prone',
  'in',
  'at',
  'under',
  'fighting',
  'facing',
  'troubled',
])

function kindOfPopulation(concept: string): Population['kind'] | undefined {
  if (concept.startsWith('population.patients')) return 'patients'
  if (concept.startsWith('population.smokers')) return 'smokers'
  if (concept.startsWith('population.pregnant')) return 'pregnant'
  return concept.startsWith('population.') ? 'healthy' : undefined
}
