import type { ActFamily, Agent, TargetType } from '../../core/sentence.js'
import { Agents } from './agents.js'
import { type Draft, Drafts } from './drafts.js'
import { type TargetGroup, targetGroups } from './groups.js'
import { objectEnd } from './object.js'
import { handedOn, isSold, openActAt, openActs, ownedAfter, predicates, readerAfter, takesOpenAct } from './open-act.js'
import { isSoldKind } from './pitch.js'
import { isMerePlace } from './place.js'
import { ailmentOf, isPersonWord } from './populations.js'
import type { Reading } from './reading.js'
import type { CueHit } from './settings.js'
import type { Hit } from './vocabulary.js'
import { beForms, causatives, haveForms } from './words.js'

/** Means that take a claim away from the product: "by walking", "with a balanced diet". */
const habits = new Set(['exercise', 'diet', 'sleep', 'lifestyle', 'habit', 'drug', 'device', 'law'])

/** Acts of which a trouble is the object. */
const ending: ReadonlySet<ActFamily> = new Set<ActFamily>(['heal', 'prevent', 'mitigate', 'lower', 'respond', 'restore'])
const standIns = new Set(['it', 'them', 'this', 'that', 'these', 'those'])
const troubles: ReadonlySet<TargetType> = new Set<TargetType>(['disease', 'symptom', 'abnormal-state', 'pathogen', 'marker'])

/** What opens a phrase that names a means. */
const means = new Set(['with', 'using', 'through', 'via', 'thanks', 'on', 'by'])

/** Builds the effects of one sentence from its acts: docs/effect-frames.md, sections 1 to 4. */
export class EffectBuilder {
  readonly agents: Agents
  readonly drafts: Drafts

  constructor(
    private readonly reading: Reading,
    cues: readonly CueHit[],
  ) {
    this.agents = new Agents(reading)
    this.drafts = new Drafts(reading, cues)
  }

  /** One effect for each act and target, in order of the acts. */
  build(): Draft[] {
    const drafts: Draft[] = []
    for (const hit of this.reading.hits) {
      if (hit.row.type === 'act') drafts.push(...this.#ofAct(hit))
    }
    for (const act of openActs(this.reading)) drafts.push(...this.#ofOpenAct(act))
    for (const hit of predicates(this.reading)) drafts.push(...this.#ofPredicate(hit))
    if (!drafts.some((draft) => draft.target)) drafts.push(...this.#onReader())
    return drafts
  }

  /** A verb that no list names, of a product, with a part or function of the body in its reach. */
  #ofOpenAct(act: Hit): Draft[] {
    const { reading } = this
    const end = Math.min(reading.words.length, objectEnd(reading, act.last + 1))
    const groups = targetGroups(reading, act.last + 1, end).filter((group) => takesOpenAct(group) && !isMerePlace(reading, group))
    if (groups.length === 0) return []
    const agent = this.agents.ofVerb(act.first)
    return isSold(reading, agent, act.first) ? this.drafts.draft(act, 'preserve', groups, end, agent, 'act.open') : []
  }

  /** "The powder that wakes you up", "A root that keeps you calm". */
  #ofPredicate(hit: Hit): Draft[] {
    const { reading } = this
    const agent = this.agents.ofVerb(hit.first)
    if (!isSold(reading, agent, hit.first)) return []
    const groups = targetGroups(reading, hit.first, hit.last + 1).slice(0, 1)
    const act = { ...openActAt(reading, hit.first), last: hit.last, at: hit.at }
    return this.drafts.draft(act, 'preserve', groups, hit.last + 1, agent, 'act.predicate')
  }

  /** "helps you sink into deep sleep": the target of a verb that no list names. */
  #whatItHandsOn(act: Hit): TargetGroup[] {
    const inner = handedOn(this.reading, act)
    return inner ? targetGroups(this.reading, inner.first, inner.end).filter(takesOpenAct) : []
  }

  /** What it does to you or me, where nothing else in the sentence is a target. */
  #onReader(): Draft[] {
    const { reading } = this
    for (const act of reading.hits) {
      const group = act.row.type === 'act' && act.pos === 'verb' && reading.tag(act.first) === 'verb' ? ownedAfter(reading, act) : undefined
      const agent = group && this.agents.ofVerb(act.first)
      if (group && isSold(reading, agent!, act.first))
        return this.drafts.draft(act, act.row.family!, [group], group.last + 1, agent!, 'act.on-reader')
    }
    for (let i = 0; i < reading.words.length; i++) {
      const group = reading.tag(i) === 'verb' ? readerAfter(reading, i) : undefined
      if (!group) continue
      const agent = this.agents.ofVerb(i)
      if (agent.kind === 'zero' || !isSold(reading, agent, i)) continue
      const act = openActAt(reading, i)
      return this.drafts.draft(act, 'preserve', [group], group.last + 1, agent, 'act.on-reader')
    }
    return []
  }

  #ofAct(act: Hit): Draft[] {
    const family = act.row.family
    if (!family) return []
    if (act.pos === 'verb') return this.#ofVerb(act, family)
    if (act.pos === 'noun' && this.reading.isVerbal(act.first)) return []
    return this.#ofNoun(act, family)
  }

  #ofVerb(act: Hit, family: ActFamily): Draft[] {
    const { reading } = this
    const tag = reading.tag(act.first)
    if (tag !== 'verb' && tag !== 'ving' && tag !== 'ved') return []
    const compound = tag === 'ving' || (tag === 'ved' && reading.words[act.first]!.glued) ? this.#compoundTarget(act) : undefined
    if (compound) return this.drafts.draft(act, family, [compound], act.last + 1, this.agents.ofNoun(compound.first), 'act.compound')
    if (tag === 'ved' && (this.#isPassive(act.first) || this.#isReduced(act))) return this.#ofPassive(act, family)
    const from = this.#objectStart(act)
    if (from === undefined) return []
    const to = this.#objectEnd(act, from)
    if (causativeHandsOn(reading, act, to)) return []
    let groups = targetGroups(reading, from, to).filter((group) => !isMerePlace(reading, group))
    if (groups.length === 0) groups = this.#sharedObject(act)
    if (groups.length === 0) groups = this.#whatItCauses(to)
    if (groups.length === 0) groups = this.#whatItHandsOn(act)
    const modifies = tag !== 'verb' && (reading.tag(reading.before(act.first)) === 'det' || (tag === 'ved' && !this.#hasSubject(act.first)))
    const agent = this.viaMeans(modifies ? this.agents.ofNoun(act.first) : this.agents.ofVerb(act.first), to)
    if (groups.length === 0 && isSoldKind(agent) && act.concept !== 'act.harm') groups = this.#antecedent(act, family)
    return this.drafts.draft(act, family, groups, to, agent, 'act.object')
  }

  /** Where the object begins: after the link where the entry asks for one. */
  #objectStart(act: Hit): number | undefined {
    const { links } = act.entry
    if (!links) return act.last + 1
    return this.#linkAfter(
      act.last + 1,
      links,
      act.entry.text === 'protect' || act.entry.text === 'shield' || act.entry.text === 'guard' ? 9 : 2,
    )
  }

  #objectEnd(act: Hit, from: number): number {
    const { reading } = this
    const end = objectEnd(reading, from)
    // an object that a stated "from" or "against" follows ends there for the verb that keeps it
    return end < from ? act.last + 1 : Math.min(end, reading.words.length)
  }

  #linkAfter(from: number, links: readonly string[], most: number): number | undefined {
    for (let i = from; i < from + most; i++) {
      const s = this.reading.surface(i)
      if (links.includes(s)) return i + 1
      const tag = this.reading.tag(i)
      if (s === '' || tag === 'stop' || tag === 'verb' || tag === 'sub' || tag === 'rel') return undefined
    }
    return undefined
  }

  /** "cholesterol-lowering", "pain relief": the target stands right before the act. */
  #compoundTarget(act: Hit): TargetGroup | undefined {
    const { reading } = this
    const left = reading.targetAt(act.first - 1)
    if (!left || left.last !== act.first - 1 || left.row.type === 'wellbeing') return undefined
    if (act.pos === 'verb') {
      const next = reading.tag(act.last + 1)
      const glued = reading.words[act.first]!.glued
      if (!glued && (next === 'det' || next === 'pron' || reading.targetAt(act.last + 1))) return undefined
      if (!glued && reading.isVerbal(left.first - 1) && next !== 'word') return undefined
    }
    const [group] = targetGroups(reading, left.first, left.last + 1)
    return group
  }

  #isPassive(i: number): boolean {
    const k = this.reading.before(i)
    const s = this.reading.surface(k)
    return (
      beForms.has(s) ||
      ['get', 'gets', 'got', 'becomes'].includes(s) ||
      (this.reading.tag(k) === 'conj' && this.reading.tag(k - 1) === 'ved')
    )
  }

  /** "hunger switched off by one konjac shot": a passive without its auxiliary. */
  #isReduced(act: Hit): boolean {
    return this.reading.surface(act.last + 1) === 'by' && this.reading.targetAt(act.first - 1)?.last === act.first - 1
  }

  #hasSubject(i: number): boolean {
    const k = this.reading.before(i)
    const tag = this.reading.tag(k)
    return (
      k >= 0 &&
      (tag === 'pron' || tag === 'word' || tag === 'rel' || tag === 'comma' || tag === 'conj' || haveForms.has(this.reading.surface(k)))
    )
  }

  /** "Arthritis is relieved by turmeric": the subject is the target, "by" or "with" brings the agent. */
  #ofPassive(act: Hit, family: ActFamily): Draft[] {
    const { reading } = this
    let start = act.first - 1
    while (start > 0 && !['stop', 'sub', 'rel', 'verb'].includes(reading.tag(start - 1))) start--
    const groups = targetGroups(reading, start, act.first)
    const by = this.#means(act.last + 1)
    const end = by < 0 ? by : objectEnd(reading, by + 1)
    const agent: Agent = by < 0 ? this.#ofOpeningPhrase(start, act.first) : this.agents.ofPhraseAfter(by + 1, end)
    return this.drafts.draft(act, family, groups, Math.max(end, act.last + 1), agent, 'act.passive')
  }

  /** "With reishi, gout can be beaten": the phrase the clause opens with names who acts, if one does. */
  #ofOpeningPhrase(start: number, verb: number): Agent {
    const { reading } = this
    const comma = reading.tags.findIndex((tag, i) => i > start && tag === 'comma')
    if (comma < 0 || comma > verb || !means.has(reading.surface(start))) return { kind: 'other', why: 'unstated' }
    return this.agents.ofPhraseAfter(start + (reading.surface(start + 1) === 'to' ? 2 : 1), comma)
  }

  /** Where "by" or "with" brings the agent of a passive: right after it, or after what the subject becomes ("kept clear by"). */
  #means(from: number): number {
    for (let i = from; i < from + 3; i++) {
      if (['by', 'with', 'through', 'using', 'via'].includes(this.reading.surface(i))) return i
      if (this.reading.tag(i) !== 'word' && this.reading.tag(i) !== 'adv') return -1
    }
    return -1
  }

  #ofNoun(act: Hit, family: ActFamily): Draft[] {
    const { reading } = this
    const compound = this.#compoundTarget(act)
    if (compound && act.pos === 'noun') {
      return this.drafts.draft(act, family, [compound], act.last + 1, this.#ofNominal(compound.first, act.last + 1), 'act.noun-compound')
    }
    const from = this.#linkAfter(act.last + 1, act.entry.links ?? ['of', 'for'], act.pos === 'adjective' ? 2 : 1)
    if (from === undefined) return []
    const to = Math.min(objectEnd(reading, from), reading.words.length)
    const groups = targetGroups(reading, from, to)
    const ailment = groups.length === 0 ? ailmentOf(reading, from) : undefined
    return this.drafts.draft(act, family, ailment ? [ailment] : groups, to, this.#ofNominal(act.first, to), `act.${act.pos}`)
  }

  /** A nominal act that is itself the subject of a verb is what the sentence speaks about, not what a product does. */
  #ofNominal(first: number, end: number): Agent {
    const { reading } = this
    const agent = this.agents.ofNoun(first)
    if (agent.kind !== 'zero') return this.viaMeans(agent, end)
    for (let k = first - 1; k >= 0; k--) {
      const tag = reading.tag(k)
      // "… and the treatment of infection was never the same": another clause
      if (tag === 'stop' || tag === 'sub' || (tag === 'conj' && k > first - 3 && reading.tag(k + 1) === 'det')) break
      if (tag === 'verb' || tag === 'aux' || tag === 'prep') return agent
    }
    for (let k = end; k < Math.min(reading.words.length, end + 4); k++) {
      const tag = reading.tag(k)
      // "relief you can feel": a clause that hangs on it
      if (tag === 'stop' || tag === 'comma' || tag === 'rel' || tag === 'conj' || (tag === 'pron' && k === end)) break
      if (tag === 'aux' || (tag === 'verb' && !isBout(reading, k))) return this.#isWanted(end) ? agent : { kind: 'other', why: 'topic' }
    }
    return agent
  }

  /** "cavity prevention kids ask for", "the cold fighter your family will actually take": a clause without "that" in which it is wanted. */
  #isWanted(from: number): boolean {
    const { reading } = this
    const isPerson = (i: number) =>
      isPersonWord(reading.surface(i)) || reading.hitsAt(i).some(({ row, last }) => peopled.has(row.type) && last === i)
    let k = from
    while (k < from + 3 && !isPerson(k)) k++
    if (!isPerson(k)) return false
    do k++
    while (reading.tag(k) === 'aux' || reading.tag(k) === 'adv')
    if (!wanting.has(reading.lemma(k))) return false
    do k++
    while (['prep', 'adv'].includes(reading.tag(k)))
    return k >= reading.words.length || ['stop', 'comma'].includes(reading.tag(k))
  }

  /** "diagnose, treat, cure, or prevent any disease": a verb without an object shares that of the verb after it. */
  #sharedObject(act: Hit): TargetGroup[] {
    const { reading } = this
    let i = act.last + 1
    let steps = 0
    while (i < reading.words.length && steps++ < 24) {
      const tag = reading.tag(i)
      if (tag === 'conj' || tag === 'comma') {
        i++
        continue
      }
      const next = reading.hitsAt(i).find((hit) => hit.row.type === 'act' && hit.first === i && hit.pos === 'verb')
      if (!next || !reading.isVerbal(i) || reading.tag(i) !== reading.tag(act.first)) return []
      const from = this.#objectStart(next)
      if (from === undefined) return []
      const groups = targetGroups(reading, from, this.#objectEnd(next, from))
      if (groups.length > 0) return groups
      i = next.last + 1
    }
    return []
  }

  /** "I had candida; our drops cleared it": a pronoun as the object stands for the trouble named last before it. */
  #antecedent(act: Hit, family: ActFamily): TargetGroup[] {
    const { reading } = this
    const i = act.last + 1
    if (!ending.has(family) || !standIns.has(reading.surface(i)) || ['word', 'num', 'ving', 'det'].includes(reading.tag(i + 1))) return []
    const before = targetGroups(reading, 0, act.first).filter(({ target }) => troubles.has(target.type))
    return before.slice(-1)
  }

  /** "deals with what causes hangovers": acting on the cause of a disease is acting on the disease. */
  #whatItCauses(to: number): TargetGroup[] {
    const { reading } = this
    let i = reading.tag(to) === 'comma' ? to + 1 : to
    if (reading.tag(i) !== 'rel') return []
    i++
    while (reading.tag(i) === 'adv' || reading.tag(i) === 'aux') i++
    const cause = reading.hitsAt(i).find((hit) => hit.row.family === 'cause' && hit.first === i)
    return cause ? targetGroups(reading, cause.last + 1, Math.min(reading.words.length, objectEnd(reading, cause.last + 1))) : []
  }

  /**
   * Without an agent of its own, "by walking" or "with regular exercise" names one that is not the product. What somebody did for himself he did with what is
   * sold, also where its name stands within the object: "I cured my eczema with fish oil".
   */
  viaMeans(agent: Agent, end: number): Agent {
    const { reading } = this
    if (agent.kind !== 'zero' && agent.why !== 'person' && agent.kind !== 'unknown') return agent
    for (let i = Math.max(0, end - (this.#isTeller(agent) ? longestMeans : 1)); i < Math.min(reading.words.length, end + 4); i++) {
      if (!['by', 'with', 'through', 'using'].includes(reading.surface(i))) continue
      // "lungs scarred by smoking": what did the damage
      if (reading.hitsAt(i - 1).some(({ concept, last }) => concept === 'abnormal-state.damaged-part' && last === i - 1)) continue
      const means = this.agents.ofPhraseAfter(i + 1, Math.min(reading.words.length, objectEnd(reading, i + 1)))
      if (means.kind === 'other' && habits.has(means.why ?? '')) return means
      if (agent.kind !== 'zero' && isSoldKind(means)) return means
      // "I cured my eczema with this"
      if (agent.why === 'person' && ['this', 'these'].includes(reading.surface(i + 1)) && ['stop', ''].includes(reading.tag(i + 2) ?? ''))
        return { kind: 'pronoun', at: reading.words[i + 1]!.at }
    }
    return agent
  }

  #isTeller = ({ at }: Agent): boolean =>
    at !== undefined && this.reading.words.some((word) => word.at.from === at.from && tellers.has(word.surface))
}

const wanting = new Set(
  'ask beg love enjoy want need crave trust take choose swear request prefer adore like drink swallow finish'.split(' '),
)
const peopled = new Set(['population', 'other-agent'])
const longestMeans = 6
const tellers = new Set(['i', 'we', 'he', 'she'])

/** "helps your body fight colds": the inner verb says what is done. */
function causativeHandsOn(reading: Reading, act: Hit, end: number): boolean {
  if (!causatives.has(reading.lemma(act.first)) || end >= reading.words.length) return false
  let i = end
  while (reading.tag(i) === 'to' || reading.tag(i) === 'adv') i++
  return (
    i > act.last &&
    reading.tag(i) === 'verb' &&
    reading.hitsAt(i).some((hit) => hit.row.type === 'act' && hit.first === i) &&
    ['help', 'aid', 'assist', 'allow', 'enable', 'let'].includes(reading.lemma(act.first))
  )
}

/** "relief from colitis flares": how a trouble comes is a noun behind its name, though a verb is written like it. */
const isBout = (reading: Reading, i: number): boolean =>
  bouts.has(reading.surface(i)) && reading.targetAt(i - 1) !== undefined && !['word', 'det', 'pron'].includes(reading.tag(i + 1))
const bouts = new Set(
  'flare flares attacks spells swings aches pains cramps sweats shakes tremors stings itches rashes drips coughs sneezes throbs spasms'.split(
    ' ',
  ),
)
