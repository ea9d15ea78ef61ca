import type { ActFamily, Agent, Cue } from '../../core/sentence.js'
import type { Agents } from './agents.js'
import { type Draft, silenceOfAgent, silent } from './drafts.js'
import { actsAsClass } from './drug-classes.js'
import type { EffectBuilder } from './effects.js'
import { type TargetGroup, targetGroups } from './groups.js'
import { objectEnd } from './object.js'
import { ailmentOf, populationIn } from './populations.js'
import { qualifiersOf } from './qualifiers.js'
import type { Reading } from './reading.js'
import { silenceOf } from './settings.js'
import { outcomeOf } from './valence.js'
import type { Hit } from './vocabulary.js'

/** Words after which "for X" says what a thing is for. */
const fitting = new Set([
  'perfect',
  'ideal',
  'great',
  'suitable',
  'best',
  'designed',
  'formulated',
  'made',
  'intended',
  'used',
  'taken',
  'recommended',
  'recommending',
  'known',
  'famous',
  'excellent',
  'developed',
  'created',
  'prized',
  'sought',
  'treasured',
  'revered',
  'renowned',
  'cherished',
  'valued',
  'safe',
  'right',
  'tea',
  'answer',
  'solution',
  'choice',
  'supplement',
  'need',
  'must',
  'boon',
  'friend',
  'ally',
  'needed',
  'necessary',
  'help',
  'fix',
  'remedy',
  'relief',
  'secret',
  'cure',
  'antidote',
  ...'favorite favourite staple bestseller seller pick hero comfort backup rescue kit helper companion lifeline lifesaver godsend weapon defense defence go-to hit standby mainstay'.split(
    ' ',
  ),
])
/** Verbs whose "for" says what a thing is for, in any form. */
const advising = new Set(['prescribe', 'recommend', 'use', 'take', 'suggest'])
/** Claims without an act verb: "For hot flashes", "herbs for high blood pressure", "migraine drops", "nature's antidepressant". */
export function servingEffects(reading: Reading, builder: EffectBuilder): Draft[] {
  const drafts: Draft[] = []
  for (let i = 0; i < reading.words.length; i++) {
    if (reading.surface(i) === 'for') drafts.push(...forTarget(reading, builder, i))
  }
  for (const hit of reading.hits) {
    if (hit.row.type === 'drug-class') drafts.push(...ofClass(reading, builder, hit))
    else if (['disease', 'symptom', 'abnormal-state', 'pathogen'].includes(hit.row.type))
      drafts.push(...beforeProduct(reading, builder, hit))
  }
  return drafts
}

function forTarget(reading: Reading, builder: EffectBuilder, at: number): Draft[] {
  const left = reading.before(at)
  const first = left < 0 || reading.tag(left) === 'stop'
  const product = reading.hitsAt(left).some((hit) => hit.row.type === 'agent' && hit.last === left)
  if (isTopicOfStudy(reading, at)) return []
  const advised = advising.has(reading.lemma(left)) || (reading.tag(left) === 'pron' && advising.has(reading.lemma(left - 1)))
  const fits = fitting.has(reading.surface(left)) || advised || isDose(reading, left)
  const good = isGood(reading, left)
  if (!first && !product && !fits && !good) return []
  const end = Math.min(reading.words.length, objectEnd(reading, at + 1))
  const ailment = ailmentOf(reading, at + 1)
  const named = targetGroups(reading, at + 1, end)
  const caused = causedBy(reading, at, first || fits)
  if (caused) return [draft(reading, builder, { group: caused, agent: { kind: 'zero' }, from: at, to: caused.last + 1, by: 'serve.for' })]
  const groups = ailment && ((good && !fits) || (named.length === 0 && fits)) ? [ailment] : good && !fits ? [] : named
  if (groups.length === 0) return ofPeople(reading, builder, at)
  const population = populationIn(reading, at + 1, end)
  // what doctors recommend, not they themselves, is for it
  let agent: Agent = reading.isVerbal(left)
    ? (builder.agents.inSentence() ?? { kind: opensLabel(reading, left) ? 'zero' : 'unknown' })
    : product
      ? (builder.agents.inSentence() ?? builder.agents.ofNoun(at))
      : builder.agents.ofNoun(at)
  if (first) agent = mainSubject(reading, builder.agents, at + 1) ?? agent
  // "for several years …": the noun after "for" must be the target, not something it hangs on
  if (named.length > 0 && !nearTarget(reading, at + 1, named[0]!)) return ofPeople(reading, builder, at)
  return groups
    .filter((group) => group.target.type !== 'drug-or-therapy')
    .map((group) => draft(reading, builder, { group, agent, from: at, to: end, by: 'serve.for', population }))
}

/** "For hot, tender fingers that lupus swells overnight": what has made the part ill is what the label is for. */
function causedBy(reading: Reading, at: number, isFor: boolean): TargetGroup | undefined {
  const opens = at === 0 ? reading.words[0]!.capital : at === 1 && isFor && opensLabel(reading, 0)
  if (!opens || reading.tags.slice(at + 1, -1).includes('stop')) return undefined
  const rel = reading.words.findIndex(({ surface }, i) => i > at && i <= at + farthestRelative && ['that', 'which'].includes(surface))
  if (rel < 0 || !reading.hitsAt(rel - 1).some(({ row, concept }) => bodily.test(row.type) || bodily.test(concept))) return undefined
  const ill = reading.hitsAt(rel + 1).find(({ row, first }) => row.type === 'disease' && first === rel + 1)
  if (!ill || reading.tags.slice(ill.last + 1, -1).includes('comma')) return undefined
  const acts = ['verb', 'aux', 'ved', 'word'].includes(reading.tag(ill.last + 1)) && reading.lemma(ill.last + 1) !== 'be'
  return acts ? targetGroups(reading, ill.first, ill.last + 1)[0] : undefined
}
const farthestRelative = 7
const bodily = /^(?:body-part|function|abnormal-state|natural-state|symptom|other\.organ|lexical\.(?:life-)?part)$/

/** "Energy for people worn down by anemia": a good thing for those who are ill. */
const isGood = (reading: Reading, left: number): boolean =>
  left >= 0 &&
  left < mostInGood &&
  reading.hitsAt(left).some(({ row, last }) => ['function', 'wellbeing'].includes(row.type) && last === left)
const mostInGood = 4

/** "For men whose PSA worries their urologist.": a label that says no more than who it is for, by what ails them. */
function ofPeople(reading: Reading, builder: EffectBuilder, at: number): Draft[] {
  if (at !== 0 || !reading.words[0]!.capital) return []
  let i = 1
  while (i < 4 && ['word', 'det', 'num', 'ved', 'adv'].includes(reading.tag(i)) && !people.has(reading.surface(i))) i++
  if (!people.has(reading.surface(i)) || !binding.has(reading.surface(i + 1))) return []
  if (reading.tags.slice(i + 1, -1).some((tag) => tag === 'comma' || tag === 'stop')) return []
  const [group] = targetGroups(reading, i + 2, reading.words.length)
  if (!group || !['disease', 'symptom', 'abnormal-state', 'marker'].includes(group.target.type)) return []
  return [draft(reading, builder, { group, agent: { kind: 'zero' }, from: at, to: group.last + 1, by: 'serve.for' })]
}
const people = new Set(
  'men women people those anyone everyone kids children adults seniors grandparents mothers fathers parents athletes runners readers folks man woman person child'.split(
    ' ',
  ),
)
const binding = new Set(['whose', 'who', 'with', 'living', 'facing', 'battling', 'fighting', 'suffering'])

/** "Specially formulated for hearts that skip": a participle that opens a label has what is sold as its subject. */
const opensLabel = (reading: Reading, participle: number): boolean =>
  reading.tag(participle) === 'ved' &&
  reading.before(participle) < 0 &&
  !['used', 'taken', 'prescribed'].includes(reading.surface(participle))

/** "A trial of magnesium for migraine": what is studied, not what it is for. */
function isTopicOfStudy(reading: Reading, at: number): boolean {
  const study = reading.hits.find((hit) => hit.concept === 'evidence.study' || hit.concept === 'evidence.human')
  if (!study || study.last >= at || at - study.last > 6) return false
  return (
    ['of', 'on', 'into', 'with'].includes(reading.surface(study.last + 1)) && !reading.hits.some((hit) => hit.concept === 'evidence.report')
  )
}

/** "Chew one for …", "One gummy before homework for …": nothing but a dose stands before. */
function isDose(reading: Reading, last: number): boolean {
  if (reading.tags.slice(1, last + 1).some((tag) => ['verb', 'aux', 'stop', 'comma'].includes(tag))) return false
  if (dosing.has(reading.surface(0))) return last <= mostInDose
  return [1, 2, 3].some((i) => i <= last && reading.hitsAt(i).some((hit) => hit.concept.startsWith('product.') && hit.first === i))
}
const dosing = new Set(['take', 'chew', 'sip', 'drink', 'try', 'use', 'swallow', 'pop', 'grab', 'enjoy', 'suck', 'keep'])
const mostInDose = 4

/** Only modifiers stand between "for" and its target. */
function nearTarget(reading: Reading, from: number, group: TargetGroup): boolean {
  for (let i = from; i < group.first; i++) {
    const tag = reading.tag(i)
    if (tag === 'verb' || tag === 'aux' || tag === 'rel' || reading.words[i]!.pos === 'number') return false
    if (timespan.has(reading.surface(i))) return false
  }
  return true
}

/** "For three decades the hormone …": how long, not what for. */
const timespan = new Set(
  'years year decades decade centuries century generations generation months month weeks days hours hour minutes minute seconds nights ages aeons millennia'.split(
    ' ',
  ),
)

/** Who the main clause after an opening "For X, …" is about. */
function mainSubject(reading: Reading, agents: Agents, from: number): Agent | undefined {
  for (let i = from; i < Math.min(reading.words.length, from + 8); i++) {
    // "For mastitis, when nursing hurts": the clause tells of the trouble, nobody acts in it
    if (reading.tag(i) === 'comma') return tellsWhen(reading, i + 1) ? undefined : agents.ofMainClause(i + 1)
    if (reading.tag(i) === 'stop') return undefined
  }
  return undefined
}

/** A clause of time up to the end of the line, after which no main clause comes. */
const tellsWhen = (reading: Reading, at: number): boolean =>
  ['when', 'because', 'whenever'].includes(reading.surface(at)) &&
  !reading.tags.slice(at, -1).some((tag) => tag === 'comma' || tag === 'stop')

/** "migraine capsules", "arthritis cream": a disease in front of a product word. */
function beforeProduct(reading: Reading, builder: EffectBuilder, hit: Hit): Draft[] {
  let i = hit.last + 1
  while (i < hit.last + 3 && reading.tag(i) === 'word' && !reading.hitsAt(i).some((h) => h.row.type === 'agent')) i++
  const product = reading.hitsAt(i).find((h) => h.concept.startsWith('product.') && h.first === i)
  if (!product || reading.tag(hit.last + 1) !== 'word' || i > hit.last + 2) return []
  const [group] = targetGroups(reading, hit.first, hit.last + 1)
  if (!group) return []
  const next = reading.tag(product.last + 1)
  // "Flu shots are available": a fact about where things are sold, unless it is ours
  // "Our pill organizer has rows for diabetes tablets": what is sold is the box
  const device = reading.hits.find(({ concept, first }) => concept === 'other.device' && first < hit.first)
  if (device)
    return [
      draft(reading, builder, {
        group,
        agent: { kind: 'other', why: 'device', at: device.at },
        from: hit.first,
        to: product.last + 1,
        by: 'serve.product-name',
      }),
    ]
  const agent: Agent =
    ['drug', 'medicine', 'medication'].includes(reading.lemma(product.last)) || next === 'prep'
      ? { kind: 'unknown' }
      : { kind: 'product', at: product.at }
  return [draft(reading, builder, { group, agent, from: hit.first, to: product.last + 1, by: 'serve.product-name' })]
}

/** "A plant-derived antibiotic", "antiviral throat spray", "antihistamine action from quercetin". */
function ofClass(reading: Reading, builder: EffectBuilder, hit: Hit): Draft[] {
  if (!actsAsClass(reading, hit)) return []
  const [group] = targetGroups(reading, hit.first, hit.last + 1)
  if (!group) return []
  const subject = builder.agents.ofNoun(hit.first)
  const agent = subject.kind === 'unknown' ? (builder.agents.inSentence() ?? subject) : subject
  return [draft(reading, builder, { group, agent, from: hit.first, to: hit.last + 1, by: 'serve.drug-class' })]
}

interface Serving {
  readonly group: TargetGroup
  readonly agent: Agent
  readonly from: number
  readonly to: number
  readonly by: string
  readonly population?: ReturnType<typeof populationIn>
}

function draft(reading: Reading, builder: EffectBuilder, { group, agent, from, to, by, population }: Serving): Draft {
  const family: ActFamily = 'serve'
  const at = reading.span(from, Math.max(from, Math.min(to - 1, Math.max(group.last, from))))
  // "for ears that never stop ringing": a negator among the words of the trouble is the trouble's own
  const ofTrouble = (cue: Cue): boolean => group.hit.at.from <= cue.at.from && cue.at.to <= group.hit.at.to
  const settings = builder.drafts.covering(at).filter((cue) => !ofTrouble(cue))
  return {
    agent,
    act: { concept: 'act.serve', family, at },
    target: group.target,
    qualifiers: qualifiersOf(reading, group, from, to).list,
    ...(population && { population }),
    settings,
    outcome: outcomeOf(family, group.hit.row),
    ...silent(silenceOf(settings) ?? silenceOfAgent(agent)),
    parts: [by === 'serve.product-name' ? reading.span(from, to - 1) : at],
    by,
    first: from,
    last: Math.max(group.last, from),
  }
}
