import type { ActFamily, Agent, Cue, Effect, SilentReason } from '../../core/sentence.js'
import type { TextSpan } from '../../core/span.js'
import { textOverlaps } from '../../core/span.js'
import { adjustFamily, described } from './adjusted.js'
import type { TargetGroup } from './groups.js'
import { isPersonWord, populationIn } from './populations.js'
import { qualifiersOf } from './qualifiers.js'
import type { Reading } from './reading.js'
import { type CueHit, silenceOf } from './settings.js'
import { outcomeOf } from './valence.js'
import type { Hit } from './vocabulary.js'

/** An effect with the words its act stands on: constructions replace what they cover. */
export interface Draft extends Effect {
  readonly first: number
  readonly last: number
  /** Holds only beside what is sold. */
  readonly isBeside?: true
}

/** How far two pieces may lie apart and still be one underlined stretch. */
const farthestJoin = 12

/** Makes effects of an act, its agent and its targets: what qualifies them, which cues govern them, what comes of them. */
export class Drafts {
  constructor(
    private readonly reading: Reading,
    private readonly cues: readonly CueHit[],
  ) {}

  /** A draft for each target; one without a target where there is none. */
  draft(act: Hit, family: ActFamily, found: readonly TargetGroup[], end: number, agent: Agent, by: string): Draft[] {
    const [head] = found
    const limitOfAct = head && head.first > act.last ? nextClause(this.reading, head.last + 1) : this.reading.words.length
    const groups = found.filter(
      (group, i) => i === 0 || (group.first < limitOfAct && !(head!.first > act.last && hasOwnAct(this.reading, group))),
    )
    const base = { agent, first: act.first, last: act.last, by }
    const concept = { concept: act.concept, family, at: act.at }
    if (groups.length === 0) {
      const settings = this.covering(act.at)
      return [
        { ...base, act: concept, qualifiers: [], settings, outcome: 'none', silent: silenceOf(settings) ?? 'no-target', parts: [act.at] },
      ]
    }
    const drafts: Draft[] = []
    for (const [index, group] of groups.entries()) {
      const limit = Math.max(end, groups[index + 1]?.first ?? 0)
      drafts.push(this.#draftOf(act, base, concept, group, limit))
    }
    return drafts
  }

  #draftOf(act: Hit, base: Pick<Draft, 'agent' | 'first' | 'last' | 'by'>, concept: Effect['act'], group: TargetGroup, end: number): Draft {
    const { reading } = this
    const qualifiers = qualifiersOf(reading, group, Math.min(act.last + 1, group.first), end).list
    const population = populationIn(reading, group.last + 1, Math.min(nextClause(reading, group.last + 1), end + 16))
    const targetAt = reading.span(group.first, group.last)
    const family = adjustFamily(reading, act, group)
    const outcome = outcomeOf(family, group.hit.row)
    const settings = this.covering(act.at, targetAt)
    return {
      ...base,
      act: { ...concept, family },
      target: described(act, group),
      qualifiers,
      ...(population && { population }),
      settings,
      outcome,
      ...silent(silenceOf(settings) ?? silenceOfAgent(base.agent) ?? (outcome === 'harm' ? 'harm' : undefined)),
      parts: joined(reading, act, group),
    }
  }

  /** The cues that govern an act, or all of its target. */
  covering(act: TextSpan, target?: TextSpan): readonly Cue[] {
    return this.cues
      .filter(
        (cue) =>
          textOverlaps(cue.reach, act) ||
          (target !== undefined &&
            textOverlaps(cue.reach, target) &&
            (cue.setting === 'negated' ? cue.at.from > act.to : true) &&
            (cue.reach.from <= act.from || deniesObject(cue, act))),
      )
      .map(({ setting, cue, at, reach }) => ({ setting, cue, at, reach }))
  }
}

/** "nourishes the brain, and in children with autism it …": whom the next clause is about is not whom this one serves. */
function nextClause(reading: Reading, from: number): number {
  for (let i = from; i < reading.words.length; i++) {
    if (reading.tag(i) !== 'conj' && reading.surface(i) !== ';') continue
    let next = i + 1
    const isParted = reading.tag(next) === 'comma'
    if (isParted) next++
    const opens = ['in', 'for', 'with', 'among', 'to'].includes(reading.surface(next))
    if (opens && isParted) return i
    // "…, and people with gout report fewer flares"
    if (reading.tag(i - 1) === 'comma' && isPersonWord(reading.surface(next)) && goesOn(reading, next)) return i
    if (opens && reading.tags.some((tag, k) => k > next && (tag === 'verb' || tag === 'aux') && isMain(reading, k, next))) return i
  }
  return reading.words.length
}

const goesOn = (reading: Reading, from: number): boolean => {
  const named = reading.words.findIndex((_, k) => k > from && reading.targetAt(k) !== undefined)
  return named > 0 && ['word', 'verb', 'aux'].includes(reading.tag(reading.targetAt(named)!.last + 1))
}

/** "supports digestion and protection from colds": the noun before it says what is done to it. */
const hasOwnAct = (reading: Reading, { first }: TargetGroup): boolean =>
  ['from', 'of', 'for', 'against'].includes(reading.surface(first - 1)) &&
  reading.hitsAt(first - 2).some(({ row, entry, pos, last }) => {
    if (row.type !== 'act' || pos !== 'noun' || last !== first - 2) return false
    return (entry.links ?? ['of', 'for']).includes(reading.surface(first - 1))
  })

/** A verb behind a pronoun, or behind the comma that closes the opening phrase: "… it rebuilds", "…, calms". */
const isMain = (reading: Reading, verb: number, from: number): boolean => {
  const before = reading.before(verb)
  return before > from && (reading.tag(before) === 'pron' || reading.tag(before) === 'comma')
}

/** "prevents neither cancer nor colds", "cures nothing": the object is denied. */
const deniesObject = ({ cue, at }: Cue, act: TextSpan): boolean => cue === 'negated.subject' && at.from - act.to <= 1

/** The field of a draft that says why it is no claim. */
export const silent = (reason: SilentReason | undefined): { silent?: SilentReason } => (reason === undefined ? {} : { silent: reason })

/** An agent that is not sold silences what it does. */
export const silenceOfAgent = (agent: Agent): SilentReason | undefined => (agent.kind === 'other' ? 'other-agent' : undefined)

function joined(reading: Reading, act: Hit, group: TargetGroup): readonly TextSpan[] {
  const target = reading.span(group.first, group.last)
  if (group.first > act.last) {
    if (group.first - act.last <= farthestJoin) return [{ from: act.at.from, to: target.to }]
    return [act.at, target]
  }
  if (group.last < act.first) {
    if (act.first - group.last <= farthestJoin) return [{ from: target.from, to: act.at.to }]
    return [target, act.at]
  }
  return [act.at]
}
