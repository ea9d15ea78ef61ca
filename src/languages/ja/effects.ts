import type {
  Act,
  ActFamily,
  Agent,
  AnalysisContext,
  Cue,
  Effect,
  Population,
  Qualifier,
  SilentReason,
  Target,
} from '../../core/sentence.js'
import { type TextSpan, textContains, textCover } from '../../core/span.js'
import type { ConceptRow } from '../../match/schema.js'
import { isAdvice } from './advice.js'
import { agentOf } from './agents.js'
import type { Chunk, Unit } from './chunks.js'
import { spanOf } from './cues.js'
import { headOf, isAct, isVerbal, type Place, unitAt } from './grammar.js'
import { isTarget } from './lexicon.js'
import { isLicensed } from './license.js'
import { compose, outcomeOf, valenceOf } from './outcome.js'
import type { Parse } from './parse.js'
import { populationOf } from './population.js'
import type { Found } from './targets.js'
import { surfacesOf } from './words.js'

/** An effect before its settings are weighed. Offsets are into the folded text. */
export interface Draft {
  readonly act: Act
  readonly row: ConceptRow
  readonly target?: { readonly row: ConceptRow; readonly first: number; readonly last: number }
  /** Word indexes of everything that belongs to it, agent left out. */
  readonly pieces: readonly (readonly [number, number])[]
  readonly place: Place
  readonly agent: Agent
  readonly isLicensed: boolean
  readonly by: string
  /** A fixed outcome, for constructions, which count their own negators. */
  readonly outcome?: Effect['outcome']
  /** Words whose negators are part of the draft itself. */
  readonly own?: TextSpan
  /** A bare ない elsewhere in the sentence does not deny it; only a phrase that denies claims (〜とは言えない) does. */
  readonly outlivesNegators?: boolean
  readonly population?: Population
}

/** Effects made by acts: verbs, nouns for acts, compounds. */
export function draftsOf(parse: Parse, context: AnalysisContext, topic: Agent | undefined): Draft[] {
  const { targets } = parse
  const drafts: Draft[] = []
  for (const chunk of parse.chunks) {
    for (let at = 0; at < chunk.units.length; at++) {
      const place = { chunk, at }
      if (!isAct(unitAt(place))) continue
      const found = targets.of(place, isVerbalUse(parse, place))
      if (found.length === 0) {
        drafts.push(draftOf(parse, place, undefined, context, topic))
        continue
      }
      for (const each of found) {
        // 心臓が縮む, 腸を狙う: what is fought or fades is a trouble
        if (unitAt(place).hit!.row.id === 'act.quell' && valenceOf(unitAt(each.target).hit!.row) === 'good') continue
        merge(drafts, draftOf(parse, place, each, context, topic))
      }
    }
  }
  return drafts
}

/** Verbs, adjectives, noun + する, and nouns that end a heading or clause: 不眠症が改善, がんを予防。 */
function isVerbalUse(parse: Parse, { chunk, at }: Place): boolean {
  const unit = chunk.units[at]!
  if (isVerbal(unit)) return true
  if (at < chunk.units.length - 1) return false
  return (
    chunk.isPredicate ||
    chunk.link === '' ||
    parse.chunks[chunk.index - 1]?.link === 'を' ||
    parse.chunks[chunk.index - 1]?.link === 'が' ||
    /^(?:に|にも|を|が|も|で)$/.test(chunk.link)
  )
}

/** The outer act of 予防に役立つ takes the place of the inner one: one effect for both. */
function merge(drafts: Draft[], draft: Draft): void {
  const twin = drafts.findIndex(
    (d) =>
      d.target &&
      draft.target &&
      d.target.first === draft.target.first &&
      draft.pieces.some(([first]) => first === unitAt(d.place).first) &&
      d.place.chunk.index <= draft.place.chunk.index,
  )
  if (twin < 0) drafts.push(draft)
  else drafts[twin] = { ...draft, isLicensed: draft.isLicensed || drafts[twin]!.isLicensed }
}

function draftOf(parse: Parse, place: Place, found: Found | undefined, context: AnalysisContext, topic: Agent | undefined): Draft {
  const unit = unitAt(place)
  const row = unit.hit!.row
  const families = [...(found?.inner ?? []).map((inner) => unitAt(inner).hit?.row.family ?? 'preserve'), row.family ?? 'serve']
  const target = found && targetOf(found)
  const made = familyOf(families, target?.row, isExcessive(parse, place, found))
  const isMadeWell =
    made === 'raise' && target && valenceOf(target.row) === 'bad' && wellMade.test(surfacesOf(parse.words, unit.first, unit.last + 1))
  const family = isMadeWell || (target && isRegained(parse, unit, target)) ? 'restore' : made
  const taken = new Set(found ? argumentsOf(parse, found) : [])
  const pieces: [number, number][] = [[unit.first, unit.last]]
  for (const inner of found?.inner ?? []) pieces.push([unitAt(inner).first, unitAt(inner).last])
  if (target) pieces.push([target.first, target.last])
  const population = target && populationOf(parse, place, target.first)
  return {
    act: { concept: row.id, family, at: spanOf(parse, unit.first, unit.last) },
    row,
    ...(target && { target }),
    pieces,
    place,
    agent:
      isPhysiology(parse, place, found) || isAdvice(parse)
        ? { kind: 'other', why: 'physiology' }
        : agentOf(parse, place, taken, context, topic),
    isLicensed: isVerbal(unit) || isLicensed(parse, place),
    by: 'act',
    ...(population && { population }),
  }
}

/** 割れやすい爪をすこやかにする, きしむ髪をしなやかに: to make well what is not is no more of the trouble. */
const wellMade = /^(?:すこやか|健やか|健康|元気|なめらか|しなやか|やわらか|柔らか|明る|軽やか|若々し|きれい|キレイ|丈夫|つややか|すべすべ)/

/** 上がらなかった肩が上がる: what was not, is. */
const isRegained = (parse: Parse, { word }: Unit, { first, last }: NonNullable<Draft['target']>): boolean =>
  parse.words.slice(first, last + 1).some((w, i, inside) => w.kind === '動詞' && w.base === word.base && inside[i + 1]?.base === 'ない')

/** 髪は1か月に約1cm伸びます, ピントは毛様体筋で調節されます: what a part does by itself is the topic, told for all time, and nothing sold is named. */
function isPhysiology(parse: Parse, { chunk }: Place, found: Found | undefined): boolean {
  const isLast = parse.chunks.slice(chunk.index + 1).every((c) => /^(?:いう|言う|考える|知る)$/.test(unitAt(headOf(c)).word.base))
  if (found?.target.chunk.link !== 'は' || found.inner.length > 0 || !isLast) return false
  if (valenceOf(unitAt(found.target).hit!.row) !== 'good' || parse.hits.some((hit) => hit.row.type === 'agent')) return false
  const { tail } = parse.chunks.at(-1)!
  return tail.some((w) => /^(?:ます|いる)$/.test(w.base)) && !tail.some((w) => /^(?:た|ない|ん)$/.test(w.base))
}

/** The phrases that make up the argument: シナプスの数が is one, though only シナプス is the target. */
function argumentsOf(parse: Parse, { target, inner }: Found): readonly number[] {
  const indexes = [target.chunk.index, ...inner.map((place) => place.chunk.index)]
  for (let i = target.chunk.index; i < parse.chunks.length; i++) {
    const { link, boundary } = parse.chunks[i]!
    indexes.push(i)
    if (!/^(?:の|への|における|に対する|や|と)$/.test(link) && boundary !== 'adnominal') break
  }
  return indexes
}

/** Acts folded into one. Keeping damage away from something good keeps it; too much of a good thing is damage. */
function familyOf(families: readonly ActFamily[], target: ConceptRow | undefined, isTooMuch: boolean): ActFamily {
  const [first, ...outer] = families
  const start = isTooMuch && first === 'raise' ? 'cause' : first!
  const family = outer.reduce((inner, next) => compose(inner, next), start)
  return start === 'cause' && outer.length > 0 && family === 'prevent' && target && valenceOf(target) === 'good' ? 'preserve' : family
}

/** 過剰に, 過度な: said of the act nearest the target. */
function isExcessive(parse: Parse, place: Place, found: Found | undefined): boolean {
  const { chunk } = found?.inner[0] ?? place
  return parse.chunks
    .slice(Math.max(0, chunk.index - 1), chunk.index + 1)
    .some((c) => c.units.some((u) => /^(?:過剰|過度|異常|余計|余分)$/.test(u.word.surface)))
}

function targetOf({ target }: Found): NonNullable<Draft['target']> {
  const { first, last, hit } = unitAt(target)
  return { row: hit!.row, first, last }
}

/** What the settings leave of a draft: the effect with its cues, outcome and, when it is no claim, the reason. */
export function effectOf(parse: Parse, draft: Draft, cues: readonly Cue[], question: boolean): Effect {
  const core = draft.act.at
  const covering = cues.filter((cue) => textContains(cue.reach, core) || (draft.own && textContains(cue.reach, draft.own)))
  const denies = (cue: Cue) =>
    cue.setting === 'negated' &&
    !(draft.own && textContains(draft.own, cue.at)) &&
    !(draft.outlivesNegators && cue.cue === 'negated.auxiliary')
  const negators = covering.filter((cue) => denies(cue) && !isOfNextClause(parse, draft, cue))
  const isNegated = negators.length % 2 === 1
  const outcome =
    draft.outcome === undefined
      ? outcomeOf(isGoing(draft) ? 'lower' : draft.act.family, draft.target?.row, isNegated && !isOfOthers(draft, negators))
      : isNegated && draft.outcome === 'benefit'
        ? 'none'
        : draft.outcome
  // an even number of negators, or one that turned a harm into a benefit, is used up
  const settings = covering.filter((cue) => cue.setting !== 'negated' || (negators.includes(cue) && isNegated && outcome !== 'benefit'))
  const silent = silenceOf(draft, settings, outcome, question)
  const target: Target | undefined = draft.target && {
    concept: draft.target.row.id,
    type: isTarget(draft.target.row) ? (draft.target.row.type as Target['type']) : 'nutrient',
    at: spanOf(parse, draft.target.first, draft.target.last),
  }
  return {
    agent: draft.agent,
    act: draft.act,
    ...(target && { target }),
    qualifiers: draft.target ? qualifiersOf(parse, draft) : [],
    ...(draft.population && { population: draft.population }),
    settings,
    outcome,
    ...(silent && { silent }),
    parts: partsOf(parse, draft),
    by: draft.by,
  }
}

/** 疾病に罹患している者を対象に開発された食品ではありません: the purpose is denied, not what the people in it have. */
const isOfOthers = ({ act, place }: Draft, negators: readonly Cue[]): boolean =>
  act.family === 'cause' && place.chunk.boundary === 'adnominal' && negators.every(({ cue }) => cue !== 'negated.auxiliary')

/**
 * 消化をサポートするもので、病気の治療を目的としたものではありません: a clause that ends in a noun and で is complete, and a benefit to the body
 * is not denied along with the disease of the next clause.
 */
function isOfNextClause(parse: Parse, draft: Draft, cue: Cue): boolean {
  const between = parse.chunks.filter(
    (c) => c.index >= draft.place.chunk.index && c.hasComma && parse.words[c.last]!.to <= cue.at.to && c.depth <= draft.place.chunk.depth,
  )
  const isGood = draft.target !== undefined && valenceOf(draft.target.row) === 'good'
  return between.some((end) => {
    const isNounEnd = /^(?:もの|の)$/.test(end.units.at(-1)!.word.surface) || end.units.some((u) => u.hit?.row.type === 'agent')
    if (end.index > draft.place.chunk.index && isNounEnd && end.tail.some((w) => w.surface === 'で') && end.link.replace('で', '') === '')
      return true
    if (!isGood || end.boundary !== 'soft') return false
    return parse.chunks.slice(end.index + 1).some((c) => c.units.some((u) => u.hit !== undefined && ill.has(u.hit.row.type)))
  })
}

const ill: ReadonlySet<string> = new Set(['disease', 'symptom', 'abnormal-state', 'drug-or-therapy'])

/** 元気がなくなる, 骨を溶かす: what is good goes. */
const isGoing = ({ place, target }: Draft): boolean =>
  target?.row.type === 'function' &&
  valenceOf(target.row) === 'good' &&
  /^(?:なくなる|無くなる|消える|失う|失われる|消滅|溶かす|壊す)$/.test(unitAt(place).word.base)

/** Settings that say the effect is not asserted of the product, in the order they are named. */
const silencing: readonly (Cue['setting'] & SilentReason)[] = [
  'referral',
  'warning',
  'quoted',
  'counterfactual',
  'concession',
  'instruction',
  'conditional',
]

function silenceOf(draft: Draft, settings: readonly Cue[], outcome: Effect['outcome'], question: boolean): SilentReason | undefined {
  if (!draft.target) return 'no-target'
  if (!isTarget(draft.target.row) && !draft.target.row.id.startsWith('ingredient.')) return 'no-target'
  // 脂肪肝が気になり始めたら。: the turn of phrase is itself a condition
  const isOwn = (cue: Cue) => draft.by === 'construction.concern' || (draft.own !== undefined && textContains(draft.own, cue.at))
  const counted = settings.filter((cue) => cue.setting !== 'conditional' || !isOwn(cue))
  const setting = silencing.find((s) => counted.some((cue) => cue.setting === s))
  if (settings.some((cue) => cue.setting === 'negated')) return 'negated'
  if (setting) return setting
  if (outcome === 'harm') return 'harm'
  if (question || settings.some((cue) => cue.setting === 'question')) return 'question'
  if (draft.agent.kind === 'other' || isDefinition(draft)) return 'other-agent'
  if (outcome === 'none') return draft.act.family === 'cause' ? 'harm' : 'not-health'
  if (!draft.isLicensed) return 'other-agent'
  return undefined
}

/** 長期増強は、シナプスの強化である: what a thing is, not what it does. */
const isDefinition = ({ agent, place }: Draft): boolean =>
  agent.kind === 'unknown' &&
  !isVerbal(unitAt(place)) &&
  place.chunk.isPredicate &&
  place.chunk.tail.some((w) => w.base === 'だ' || w.base === 'です' || w.base === 'ある')

/** Qualifiers in the phrases that lead up to the target, and in its compound. */
function qualifiersOf(parse: Parse, draft: Draft): Qualifier[] {
  const target = draft.target!
  const found: Qualifier[] = []
  const chunk = parse.chunks.find((c) => c.first <= target.first && target.first <= c.last)
  if (!chunk) return found
  for (let i = chunk.index; i >= 0 && i >= chunk.index - 4; i--) {
    const c: Chunk = parse.chunks[i]!
    if (i < chunk.index && (c.boundary === 'strong' || c.boundary === 'soft' || c.boundary === 'condition')) break
    for (const unit of c.units) {
      if (unit.hit?.row.type === 'qualifier' && unit.first < target.first)
        found.push({ concept: unit.hit.row.id, at: spanOf(parse, unit.first, unit.last) })
    }
    if (i < chunk.index && /^(?:を|が|は|も)$/.test(c.link)) break
  }
  found.reverse()
  const therapy = valenceOf(target.row) === 'bad' ? therapyBefore(parse, chunk) : undefined
  if (therapy) found.push(therapy)
  const occasion = occasionAfter(parse, chunk)
  return occasion ? [...found, occasion] : found
}

/** 放射線治療中の口の渇きやだるさ, 薬の副作用のだるさ: a trouble as a therapy brings it. */
function therapyBefore(parse: Parse, chunk: Chunk): Qualifier | undefined {
  for (let i = chunk.index - 1; i >= 0 && i >= chunk.index - 4; i--) {
    const c = parse.chunks[i]!
    if (c.isPredicate || !/^(?:の|や|と|による|に伴う|にともなう|からの|)$/.test(c.link)) return undefined
    const last = c.units.length - 1
    for (const unit of [c.units[last], c.units[last - 1]]) {
      const { hit } = unit ?? {}
      if (!unit || !hit || !/^drug/.test(hit.row.type)) continue
      const said = surfacesOf(parse.words, unit.first, c.last + 1)
      const isIts =
        /副作用|(?:中|期間中|時|直後|後)(?:の|$)|による|に伴う|にともなう/.test(said) ||
        /^副作用/.test(surfacesOf(parse.words, c.last + 1, c.last + 2))
      return isIts && c.last < chunk.last ? { concept: 'qualifier.of-therapy', at: spanOf(parse, unit.first, unit.last) } : undefined
    }
  }
  return undefined
}

/** 胃もたれが気になる食べすぎの夜, 足がつりそうな終盤: the occasion that words with the target describe. */
function occasionAfter(parse: Parse, chunk: Chunk): Qualifier | undefined {
  for (let c: Chunk | undefined = chunk; c && c.index <= chunk.index + 3; c = parse.chunks[c.index + 1]) {
    const unit = c === chunk ? undefined : c.units.find((u) => occasions.test(u.hit?.row.id ?? ''))
    if (unit) return { concept: unit.hit!.row.id, at: spanOf(parse, unit.first, unit.last) }
    if (c.isPredicate ? c.boundary !== 'adnominal' : !/^(?:が|や|と|に)$/.test(c.link)) return undefined
  }
  return undefined
}

const occasions = /^qualifier\.(?:after-(?:meals|exercise)|occasional|normal-range)$/

/** Words that may stand inside one stretch without being part of the effect: particles, adverbs. */
const isFiller = (kind: string, detail: string): boolean =>
  kind === '助詞' || kind === '助動詞' || kind === '副詞' || detail === '接尾' || detail === '非自立' || kind === '記号'

/** The pieces in order; neighbours with only particles and adverbs between them are one stretch. */
function partsOf(parse: Parse, draft: Draft): TextSpan[] {
  const pieces = [...draft.pieces].sort((a, b) => a[0] - b[0])
  const parts: TextSpan[] = []
  let open: [number, number] | undefined
  for (const [first, last] of pieces) {
    if (open && parse.words.slice(open[1] + 1, first).every((w) => isFiller(w.kind, w.detail) || /^(?:する|なる)$/.test(w.base))) {
      open = [open[0], Math.max(open[1], last)]
      continue
    }
    if (open) parts.push(spanOf(parse, open[0], open[1]))
    open = [first, last]
  }
  if (open) parts.push(spanOf(parse, open[0], open[1]))
  return parts.length > 0 ? parts : [textCover([draft.act.at])]
}
