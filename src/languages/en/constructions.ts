import type { Agent, Setting, SilentReason, Target, TargetType } from '../../core/sentence.js'
import type { TextSpan } from '../../core/span.js'
import type { PhraseSentence } from '../../match/phrase.js'
import type { CompiledPhrase, ConstructionRow } from '../../match/schema.js'
import { type Draft, silenceOfAgent, silent } from './drafts.js'
import type { EffectBuilder } from './effects.js'
import { type TargetGroup, targetGroups } from './groups.js'
import { causedOtherwise, taking } from './other-cause.js'
import { populationIn } from './populations.js'
import { qualifiersOf } from './qualifiers.js'
import type { Reading } from './reading.js'
import { silenceOf } from './settings.js'
import { creditedSale, labelled, signOfSale, toldOfBuyer } from './sold.js'
import { agentOfTurn } from './turn-agents.js'
import { isTargetType } from './vocabulary.js'

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
      if (hasObject(reading, row.id, match.first, match.last) || wasSoBefore(reading, match.last)) continue
      const agent = agentOfTurn(reading, builder, row, match, group)
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
