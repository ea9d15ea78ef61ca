import type { ActFamily, Agent, Setting, SilentReason, Target, TargetType } from '../../core/sentence.js'
import type { TextSpan } from '../../core/span.js'
import type { PhraseSentence } from '../../match/phrase.js'
import type { CompiledPhrase, ConstructionRow } from '../../match/schema.js'
import { type Draft, silenceOfAgent, silent } from './drafts.js'
import type { EffectBuilder } from './effects.js'
import { type TargetGroup, targetGroups } from './groups.js'
import { causedOtherwise, otherCause, standIns, taking } from './other-cause.js'
import { isSoldKind } from './pitch.js'
import { populationIn } from './populations.js'
import { qualifiersOf } from './qualifiers.js'
import type { Reading } from './reading.js'
import { silenceOf } from './settings.js'
import { creditedSale, labelled, signOfSale, toldOfBuyer } from './sold.js'
import { isTargetType } from './vocabulary.js'
import { beForms } from './words.js'

/** Cues of these settings that lie inside the words of a construction are its own. */
const usedUp: ReadonlySet<Setting> = new Set<Setting>(['negated', 'warning', 'conditional', 'instruction'])

/** Turns of phrase with typed slots (`rules/constructions`). Negators inside the words of one are its own and count no more. */
export function constructionEffects(
  reading: Reading,
  builder: EffectBuilder,
  phrases: PhraseSentence,
  rows: readonly CompiledPhrase<ConstructionRow>[],
): Draft[] {
  const drafts: Draft[] = []
  for (const { row, pattern } of rows) {
    if (row.names !== undefined) continue
    for (const match of phrases.matches(pattern)) {
      const typeOf = (concept: string) => reading.hits.find((h) => h.concept === concept)?.row.type ?? 'lexical'
      const slots = Object.values(match.slots).filter(({ concept }) => isTargetType(typeOf(concept)))
      // "easier breathing with COPD": the disease decides
      const slot = slots.find(({ concept }) => typeOf(concept) === 'disease') ?? slots[0]
      const at = reading.span(match.first, match.last)
      const groups = targetGroups(reading, slot?.first ?? match.first, Math.max(match.last, slot?.last ?? 0) + 1)
      const group = groups[0] ?? overlapping(reading, match.first, match.last)
      // "A vaccine won't let measles spread"
      const allows = reading.tag(match.first) === 'aux' && ['let', 'allow'].includes(reading.lemma(match.first + 1))
      const finite = (allows || reading.tag(match.first) === 'verb') && reading.tag(match.first - 1) !== 'to'
      const doer = finite
        ? builder.agents.ofVerb(match.first)
        : (ofPurpose(reading, builder, match.first) ?? builder.agents.ofNoun(match.first))
      if (hasObject(reading, row.id, match.first, match.last) || wasSoBefore(reading, match.last)) continue
      const agent =
        otherCause(reading, row.id, match.first, match.last) ??
        ofThing(reading, match.first, group) ??
        ofAnimal(reading, match.first) ??
        ofPredicate(reading, builder, match.first, match.last) ??
        ofAdvice(reading, match.first, match.last) ??
        ofStart(reading, row.id, match.first, doer) ??
        ofCourse(reading, row, match.first, match.last) ??
        givenTo(reading, builder, match.first, doer) ??
        ((doer.kind === 'unknown' && (seesIt(reading, match.first) || isReported(reading, match.first))) ||
        (row.id === 'construction.vouched-for-good' && doer.kind === 'unknown') ||
        (row.id === 'construction.good-reported' && isReported(reading, match.last)) ||
        isSeen(reading, match.first, doer) ||
        vouchedFor(reading, match.first, doer)
          ? { kind: 'zero' as const }
          : soldIfUnknown(byHabit(builder, speakerless(doer, reading, row.family), match.last + 1), reading))
      const settings = builder.drafts.covering(at).filter((cue) => !usedUp.has(cue.setting) || cue.at.from < at.from || cue.at.to > at.to)
      // "takes generalized anxiety down a notch": the trouble decides
      const isStated = row.target !== undefined && !(group && troubles.has(group.target.type))
      const target = isStated ? statedTarget(row.target!, at) : (group?.target ?? betterIn(row, at))
      const population = populationIn(reading, match.first, Math.min(reading.words.length, match.last + 12))
      if (row.beside) {
        drafts.push(besideSold(reading, row, at, settings, match))
        continue
      }
      drafts.push({
        agent,
        act: { concept: row.id, family: row.family, at },
        ...(target && { target }),
        qualifiers: group ? qualifiersOf(reading, group, match.first, match.last + 1).list : [],
        ...(population && { population }),
        settings,
        outcome: row.outcome,
        ...silent(
          silenceOf(settings) ??
            silenceOfAgent(agent) ??
            silenceOfComplaint(row.id, reading, match.first, match.last) ??
            (row.outcome === 'harm' ? 'harm' : undefined),
        ),
        parts: [at],
        by: row.id,
        first: match.first,
        last: match.last,
      })
    }
  }
  return longestOnly(drafts)
}

/** "My cholesterol was fine to begin with", "were normal already": how it has always been, no change. */
function wasSoBefore(reading: Reading, last: number): boolean {
  if (!sound.has(reading.surface(last))) return false
  const next = reading.surface(last + 1)
  return (
    (next === 'to' && ['begin', 'start'].includes(reading.surface(last + 2))) ||
    (next === 'all' && reading.surface(last + 2) === 'along') ||
    ['already', 'anyway', 'before', 'beforehand', 'always'].includes(next) ||
    [1, 2].some((step) => ['already', 'always'].includes(reading.surface(last - step)))
  )
}
const sound = new Set(['fine', 'normal', 'good', 'ok', 'okay', 'healthy', 'perfect', 'textbook'])

/** What surrounds an illness ("The walker is in the garage now"): told of what is sold where the sentence names it, left open for its neighbours (`compose`) where not. */
function besideSold(
  reading: Reading,
  row: ConstructionRow,
  at: TextSpan,
  settings: Draft['settings'],
  { first, last }: { readonly first: number; readonly last: number },
): Draft {
  const sold =
    row.beside === 'credit'
      ? (creditedSale(reading) ?? labelled(reading) ?? toldOfBuyer(reading))
      : (signOfSale(reading) ??
        labelled(reading) ??
        toldOfBuyer(reading) ??
        (row.beside === 'scene' && isBareLine(reading, first, last) ? lineOfLabel : undefined))
  const unsaid = settings.map(({ setting }) => setting).find((setting) => setting !== 'attributed' && setting !== 'hedged')
  const other = isOfGoods(reading) || causedOtherwise(reading, first, last)
  return {
    agent: sold ?? { kind: 'unknown' },
    act: { concept: row.id, family: row.family, at },
    target: statedTarget(row.target ?? 'disease.unlisted', at),
    qualifiers: [],
    settings,
    outcome: row.outcome,
    ...silent(
      silenceOf(settings) ??
        unsaidAs(isDenied(reading, row, first) ? 'negated' : unsaid) ??
        (other ? 'other-agent' : sold ? undefined : 'no-product-on-page'),
    ),
    parts: [at],
    by: row.id,
    first,
    last,
    isBeside: true,
  }
}

/** "My father no longer finds his way home": what was able before is so no more. */
const isDenied = (reading: Reading, { family }: ConstructionRow, first: number): boolean =>
  family === 'restore' && [1, 2].some((step) => denying.has(reading.surface(first - step)))
const denying = new Set("longer never not cannot can't won't couldn't n't hardly barely seldom rarely doesn't didn't don't".split(' '))

const lineOfLabel: Agent = { kind: 'zero' }

/** "Lights out in twenty minutes": a line that is nothing but the turn of phrase; what it adds is of the body, of times of day, of meals and effort. "at our karaoke bar" is something else. */
function isBareLine(reading: Reading, first: number, last: number): boolean {
  let added = 0
  for (const [i, word] of reading.words.entries()) {
    if (word.surface === '?') return false
    if ((first <= i && i <= last) || word.pos === 'symbol') continue
    added++
    if (notOfLine.has(word.surface) || reading.tag(i) === 'aux') return false
    const isSmall = word.pos === 'function' || word.pos === 'number' || word.pos === 'adverb' || ofTime.has(word.lemma)
    if (!isSmall && !reading.hitsAt(i).some(({ concept, row }) => ofBody.test(concept) || ofBody.test(row.type))) return false
  }
  return added <= mostAdded
}
const mostAdded = 9
const notOfLine = new Set(['our', 'this', 'these', 'said', 'says'])
const ofBody =
  /^(?:function|wellbeing|natural-state|body-part|nutrient|population|qualifier|lexical\.(?:life-\w+|part|better|better-part|manner|meal|exertion|hard))/
const ofTime = new Set(
  `day week month year hour minute second season summer winter spring fall autumn age life work school bed bedtime breakfast
   long big busy hard happy healthy good better easy calm bright strong new little full out whole last next first late early less more grow growing inside start whatever
   ten twenty thirty forty fifty sixty seventy eighty ninety two three four five six seven eight nine
   kid child baby mom mother man woman dad parent people athlete runner rider cyclist lifter singer teacher student`.split(/\s+/),
)

const unsaidAs = (setting: Setting | undefined): SilentReason | undefined =>
  setting === 'question' || setting === 'negated' || setting === 'warning' || setting === 'referral' || setting === 'quoted'
    ? setting
    : undefined

/** Taste, parcel and price. */
const isOfGoods = (reading: Reading): boolean =>
  reading.hits.some(({ concept, first }) => concept === 'lexical.trade' || (concept === 'lexical.kitchen' && !isMixture(reading, first))) ||
  reading.words.some(({ surface }) => ofGoods.has(surface))
/** "the beet and hibiscus blend" */
const isMixture = (reading: Reading, i: number): boolean => reading.surface(i) === 'blend' && i > 0 && reading.tag(i - 1) === 'word'
const ofGoods = new Set(
  'taste flavor flavour smell price parcel delivery shipping lid cap label tested batch purity lead brochure recipe vegan'.split(' '),
)

const troubles: ReadonlySet<TargetType> = new Set<TargetType>(['disease', 'symptom', 'abnormal-state', 'pathogen', 'marker'])

/** "takes the edge off a long week": how people feel, where no part or function is named. */
const betterIn = ({ id }: ConstructionRow, at: TextSpan): Target | undefined =>
  id === 'construction.better-state' ? statedTarget('wellbeing.better-life', at) : undefined

/** "It cleared (up) my eczema", "They healed his ulcers": a pronoun and a verb with an object say who did it, not that the trouble went by itself. */
const hasObject = (reading: Reading, id: string, first: number, last: number): boolean =>
  id === 'construction.gone' && pronouns.has(reading.surface(first)) && owners.has(reading.surface(last + 1))
const pronouns = new Set(['it', 'this', 'these', 'they', 'those', 'both'])
const owners = new Set(['my', 'his', 'her', 'our', 'your', 'their', 'both', 'all'])

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

/** The target that a row names itself: a concept id begins with its type. */
const statedTarget = (concept: string, at: TextSpan): Target => ({ concept, type: concept.split('.')[0] as TargetType, at })

/** A target that begins inside the words of a construction and goes on after them. */
function overlapping(reading: Reading, first: number, last: number): TargetGroup | undefined {
  for (let i = first; i <= last; i++) {
    const hit = reading.targetAt(i)
    if (hit && hit.first >= first) return targetGroups(reading, hit.first, hit.last + 1)[0]
  }
  return undefined
}

/** "You will never catch a cold again", "I was pain free": the reader or the one who tells is not the agent. */
function speakerless(agent: Agent, reading: Reading, family: ActFamily): Agent {
  if (agent.kind !== 'other' || agent.why !== 'person') return agent
  // "She plans menus for patients with heart failure": nothing that is sold, and no pronoun that stands for it
  if (family === 'serve') return doesOwnWork(reading, agent) ? agent : { kind: 'zero' }
  if (!agent.at) return agent
  if (reading.hits.some(({ row, at }) => row.type === 'population' && at.from === agent.at!.from)) return { kind: 'zero' }
  const word = reading.words.find((w) => w.at.from === agent.at?.from)
  // "you will never have another cold sore": what the reader is promised
  const isPromised = word?.surface === 'you' && family === 'prevent'
  return word && (word.pos === 'number' || isPromised || tellers.has(word.surface)) ? { kind: 'zero' } : agent
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

/** That people suffer from something is a claim only where a pitch answers it (`compose`) or a label says no more. */
const silenceOfComplaint = (id: string, reading: Reading, first: number, last: number): SilentReason | undefined =>
  id === 'construction.complaint' && (first > 0 || reading.tags.some((tag) => tag === 'verb' || tag === 'aux')) && !isUrged(reading, last)
    ? 'other-agent'
    : undefined

/** "If you suffer from eczema, try our borage oil": an order to take what is sold follows. */
const isUrged = (reading: Reading, last: number): boolean =>
  ['if', 'when'].includes(reading.surface(0)) &&
  reading.words.some(({ lemma }, i) => i > last && taking.has(lemma) && ['comma', 'sub', 'adv'].includes(reading.tag(i - 1))) &&
  signOfSale(reading) !== undefined

/** Of two constructions on the same words the longer stays. */
function longestOnly(drafts: readonly Draft[]): Draft[] {
  const sorted = [...drafts].sort((a, b) => a.first - b.first || b.last - a.last)
  const kept: Draft[] = []
  const told: Draft[] = []
  for (const draft of sorted) {
    if (draft.by === 'construction.told') {
      told.push(draft)
      continue
    }
    const before = kept.at(-1)
    if (before && !draft.isBeside === !before.isBeside && draft.first <= before.last && draft.last <= before.last) continue
    kept.push(draft)
  }
  return [...told, ...kept]
}
