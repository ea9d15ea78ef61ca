import type { ActFamily, Agent } from '../../core/sentence.js'
import type { ConstructionRow } from '../../match/schema.js'
import type { EffectBuilder } from './effects.js'
import type { TargetGroup } from './groups.js'
import { otherCause, standIns, taking } from './other-cause.js'
import { isSoldKind } from './pitch.js'
import type { Reading } from './reading.js'
import { signOfSale } from './sold.js'
import { beForms } from './words.js'

/** Who brings about what a turn of phrase (`row`, words `first` to `last`) tells of `group`; what is sold where the sentence names nobody we know. */
export function agentOfTurn(
  reading: Reading,
  builder: EffectBuilder,
  row: ConstructionRow,
  { first, last }: { readonly first: number; readonly last: number },
  group: TargetGroup | undefined,
): Agent {
  // "A vaccine won't let measles spread"
  const allows = reading.tag(first) === 'aux' && ['let', 'allow'].includes(reading.lemma(first + 1))
  const finite = (allows || reading.tag(first) === 'verb') && reading.tag(first - 1) !== 'to'
  const doer = finite ? builder.agents.ofVerb(first) : (ofPurpose(reading, builder, first) ?? builder.agents.ofNoun(first))
  const other =
    otherCause(reading, row.id, first, last) ??
    ofThing(reading, first, group) ??
    ofAnimal(reading, first) ??
    ofPredicate(reading, builder, first, last) ??
    ofAdvice(reading, first, last) ??
    ofStart(reading, row.id, first, doer) ??
    ofCourse(reading, row, first, last) ??
    givenTo(reading, builder, first, doer)
  if (other) return other
  const isTold =
    (doer.kind === 'unknown' && (seesIt(reading, first) || isReported(reading, first))) ||
    (row.id === 'construction.vouched-for-good' && doer.kind === 'unknown') ||
    (row.id === 'construction.good-reported' && isReported(reading, last)) ||
    isSeen(reading, first, doer) ||
    vouchedFor(reading, first, doer)
  return isTold ? { kind: 'zero' } : soldIfUnknown(byHabit(builder, speakerless(doer, reading, row.family), last + 1), reading)
}

/** "I lost 40 pounds by walking": a known habit did it; what "by clearing …" does, what is sold does so. */
function byHabit(builder: EffectBuilder, agent: Agent, end: number): Agent {
  const means = builder.viaMeans(agent, end)
  return means.why === 'habit' ? agent : means
}

/** "Start tonight and you will never have another cold sore": what follows on nothing but to start or to order, the shop's own offer. */
function ofStart(reading: Reading, id: string, first: number, doer: Agent): Agent | undefined {
  if (!['construction.never-again', 'construction.no-other-time'].includes(id) || doer.why !== 'person') return undefined
  const and = reading.words.findIndex(({ surface }, i) => i < first && surface === 'and')
  if (and < 1 || and > mostInStart || !starts.has(reading.surface(0)) || reading.surface(and + 1) !== 'you') return undefined
  const between = reading.words.slice(1, and).every(({ surface, pos }) => pos === 'symbol' || pos === 'number' || whenStarted.has(surface))
  return between ? { kind: 'zero' } : undefined
}
const mostInStart = 6
const starts = new Set('start begin order subscribe try take drink sip chew swallow use apply'.split(' '))
const whenStarted = new Set(
  'today tonight now here early this it these them one two us ours our a the once twice daily every each day morning night evening week month for at in before bed breakfast'.split(
    ' ',
  ),
)

/** "Wash your hands to keep germs away": what an order to do anything but take serves. */
function ofPurpose(reading: Reading, builder: EffectBuilder, first: number): Agent | undefined {
  const agent = first > 1 && reading.tag(first - 1) === 'to' ? builder.agents.ofVerb(first) : undefined
  // "Our founder drinks it daily to keep gout away"
  const object = agent?.at === undefined ? -1 : reading.words.findIndex(({ at }) => at.from === agent.at?.from)
  const isTaken =
    agent &&
    (agent.kind === 'pronoun' || isSoldKind(agent)) &&
    reading.words.slice(Math.max(0, object - 3), object).some(({ lemma }) => swallowing.has(lemma))
  return isTaken || agent?.why === 'habit' ? agent : undefined
}

const swallowing = new Set('take drink use sip eat chew swallow brew keep pour stir mix apply give'.split(' '))

const mostBeforeState = 3
/** "The new bottle feels lighter": how a thing itself is, no state of who takes it. */
function ofThing(reading: Reading, first: number, group: TargetGroup | undefined): Agent | undefined {
  const subject = reading.before(group?.first ?? first)
  const isState =
    group !== undefined &&
    group.first >= first &&
    group.first <= first + mostBeforeState &&
    /^wellbeing\.(?:feel-good|do-better|state)$/.test(group.target.concept)
  return isState && reading.hitsAt(subject).some(({ concept, last }) => concept.startsWith('product.') && last === subject)
    ? { kind: 'other', why: 'thing' }
    : undefined
}

/** "Our champion steer shed thirty pounds" */
const ofAnimal = (reading: Reading, first: number): Agent | undefined =>
  reading.hitsAt(first - 1).some(({ concept, last }) => concept === 'other.animal' && last === first - 1)
    ? { kind: 'other', why: 'animal' }
    : undefined

/** "The best-known cure for warts was a toad", "For people with asthma the rule is …": the turn of phrase is no predicate; what the verb behind it says decides. */
function ofPredicate(reading: Reading, builder: EffectBuilder, first: number, last: number): Agent | undefined {
  const opens = reading.surface(first) === 'for' && (first === 0 || reading.tag(first - 1) === 'stop')
  if (opens) {
    const verb = reading.tags.findIndex((tag, i) => i > last && (tag === 'verb' || tag === 'aux' || tag === 'stop' || tag === 'comma'))
    const agent = verb > last + 1 && !['stop', 'comma'].includes(reading.tag(verb)) ? builder.agents.ofVerb(verb, last + 1) : undefined
    return agent?.kind === 'other' ? agent : undefined
  }
  if (!beForms.has(reading.surface(last + 1)) || reading.tags.slice(first, last + 1).some((tag) => tag === 'verb' || tag === 'aux'))
    return undefined
  const nominal = [1, 2, 3].some((step) => ['for', 'against'].includes(reading.surface(last + 1 - step)))
  return nominal ? builder.agents.ofComplement(last + 2) : undefined
}

/** "When a migraine hits, lie down in a dark room": what one does then is nothing to take. */
const ofAdvice = (reading: Reading, first: number, last: number): Agent | undefined =>
  first === 0 &&
  ['when', 'if', 'whenever'].includes(reading.surface(0)) &&
  reading.tag(last + 1) === 'comma' &&
  resting.has(reading.surface(last + 2)) &&
  signOfSale(reading) === undefined
    ? { kind: 'other', why: 'habit' }
    : undefined
const resting = new Set(
  'lie rest sleep sit breathe call ask visit dim close lean stand walk stretch cool wash seek phone dial contact consult elevate raise massage stay'.split(
    ' ',
  ),
)

/** "A cold goes away in about a week": the usual course, which nothing brings about. */
const ofCourse = (reading: Reading, { id }: ConstructionRow, first: number, last: number): Agent | undefined =>
  id === 'construction.gone' &&
  first <= 1 &&
  reading.words.slice(first, last + 1).some(({ surface }) => ['go', 'goes'].includes(surface)) &&
  ['in', 'within', 'after'].includes(reading.surface(last + 1)) &&
  [2, 3, 4, 5].some((step) => ['day', 'week', 'month', 'hour'].includes(reading.lemma(last + step))) &&
  last + mostInCourse >= reading.words.length &&
  signOfSale(reading) === undefined
    ? { kind: 'other', why: 'topic' }
    : undefined
const mostInCourse = 7

/** Where the words before a turn of phrase name nobody we know, what is sold in the sentence is what it tells of. */
function soldIfUnknown(agent: Agent, reading: Reading): Agent {
  if (agent.kind !== 'unknown') return agent
  // "Half the orchestra uses it in place of beta blockers"
  const used = reading.words.find(({ surface }, i) => surface === 'it' && taking.has(reading.lemma(i - 1)))
  return signOfSale(reading) ?? (used ? { kind: 'pronoun', at: used.at } : agent)
}

/** "You will never catch a cold again", "I was pain free": the reader or the one who tells is not the agent. */
function speakerless(agent: Agent, reading: Reading, family: ActFamily): Agent {
  if (agent.kind !== 'other' || agent.why !== 'person') return agent
  // "She plans menus for patients with heart failure": nothing that is sold, and no pronoun that stands for it
  if (family === 'serve') return doesOwnWork(reading, agent) ? agent : { kind: 'zero' }
  if (!agent.at) return agent
  if (reading.hits.some(({ row, at }) => row.type === 'population' && at.from === agent.at!.from)) return { kind: 'zero' }
  const word = reading.words.find((w) => w.at.from === agent.at?.from)
  return word && (word.pos === 'number' || tellers.has(word.surface)) ? { kind: 'zero' } : agent
}

const workers = new Set(['she', 'he', 'they', 'nurse', 'nurses', 'doctors', 'volunteers'])
const doesOwnWork = (reading: Reading, { at }: Agent): boolean =>
  at !== undefined &&
  reading.words.some((word) => at.from <= word.at.from && word.at.to <= at.to && workers.has(word.surface)) &&
  signOfSale(reading) === undefined &&
  !reading.words.some(({ surface }) => standIns.has(surface) || surface === 'our')

/** "Every woman who finishes the box sees her fibroids shrink": who sees it does not bring it about. */
const seesIt = (reading: Reading, first: number): boolean => ['see', 'watch', 'feel', 'notice'].includes(reading.lemma(first))

/** "Nine out of ten testers said their nails grew faster": what those who take it tell of themselves. */
function isReported(reading: Reading, first: number): boolean {
  const verb = reading.words.findIndex(({ lemma }, i) => i > 0 && i < first && telling.has(lemma))
  if (verb < 0 || first - verb > farthestTold) return false
  return (
    reading.words.slice(0, verb).some(({ surface }) => takers.has(surface)) && !reading.hits.some(({ concept }) => ofStudy.test(concept))
  )
}
const telling = new Set('say tell report agree write notice feel find claim swear confirm rate describe admit see'.split(' '))
const farthestTold = 5
const takers = new Set(
  'testers users customers members subscribers reviewers panelists panel tasters shoppers clients readers buyers regulars'.split(' '),
)
const ofStudy = /^evidence\.(?:study|human|review|animal|in-vitro)$/

/** "It gives everyone who tries it more energy": who is given it does not bring it about. */
function givenTo(reading: Reading, builder: EffectBuilder, first: number, doer: Agent): Agent | undefined {
  if (doer.why !== 'person') return undefined
  const verb = reading.words.findIndex(({ lemma }, i) => i < first && giving.has(lemma) && reading.tag(i) === 'verb')
  if (verb < 0 || first - verb > farthestGift) return undefined
  const giver = builder.agents.ofVerb(verb)
  return giver.kind === 'other' || giver.kind === 'unknown' ? undefined : giver
}
const giving = new Set(['give', 'bring', 'offer', 'grant', 'hand', 'lend', 'gift', 'leave'])
const farthestGift = 7

/** "Most people notice a sunnier mood": the verb stands before the turn of phrase, an article between them. */
const isSeen = (reading: Reading, first: number, doer: Agent): boolean =>
  seesIt(reading, first - 1) ||
  (doer.why === 'person' && reading.tag(first - 1) === 'det' && noticing.has(reading.lemma(first - 2)) && reading.tag(first - 2) === 'verb')
/** "Leading cardiologists trust this softgel to keep …": who vouches for what is sold does not bring it about. */
function vouchedFor(reading: Reading, first: number, doer: Agent): boolean {
  if (doer.why !== 'person') return false
  const verb = reading.words.findIndex(({ lemma }, i) => i > 0 && i < first && vouching.has(lemma))
  return verb > 0 && reading.hits.some((hit) => verb < hit.first && hit.first < first && hit.row.type === 'agent')
}
const vouching = new Set(
  'trust recommend choose pick use love favor favour like rate rank name want suggest buy keep take swear'.split(' '),
)

const noticing = new Set(['notice', 'report', 'feel', 'see', 'enjoy', 'describe', 'mention'])

const tellers = new Set(
  'i you we my your he she people customers users one women men testers volunteers members readers subscribers'.split(' '),
)
