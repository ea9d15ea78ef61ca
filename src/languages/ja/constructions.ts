import type { Agent, AnalysisContext } from '../../core/sentence.js'
import type { PhraseMatch, PhraseSentence } from '../../match/phrase.js'
import { isAdvice } from './advice.js'
import { agentIn, agentOf } from './agents.js'
import { chunkOf, spanOf } from './cues.js'
import type { Draft } from './effects.js'
import { headOf, isTargetUnit } from './grammar.js'
import { isTarget } from './lexicon.js'
import type { Parse } from './parse.js'
import { matchesOf } from './patterns.js'
import { ownedBy } from './population.js'
import { surfacesOf } from './words.js'

/** What heals and is no target by itself: a substitute for it is one for a therapy. */
const isRemedy = /^other\.(?:drug|therapy)/

/** What stands around a turn of phrase, for those that need it: something sold in the sentence or next to it, a bare name next to it, a sentence that is a scene. */
export interface Beside {
  readonly sold: () => boolean
  readonly name: () => boolean
  readonly scene: () => boolean
  readonly credit: () => boolean
}

/** `scenes` count where the sentence says nothing else of the body. */
export interface Turns {
  readonly drafts: readonly Draft[]
  readonly scenes: readonly Draft[]
}

/** Turns of phrase of `rules/constructions`: {病気} が怖くない, {薬} に代わる. They count their own negators. */
export function constructionsOf(
  parse: Parse,
  sentence: PhraseSentence,
  context: AnalysisContext,
  topic: Agent | undefined,
  beside: Beside,
): Turns {
  const drafts: Draft[] = []
  const scenes: Draft[] = []
  const taken = new Set<number>()
  const begun = new Set<number>()
  for (const { compiled, match } of matchesOf(parse.lexicon.constructions, sentence)) {
    if (taken.has(match.first) && taken.has(match.last)) continue
    // what surrounds an illness gives way to what says more
    if (compiled.row.beside && (isTaken(taken, match) || !isPlaced(compiled.row.beside, beside) || isOfQuality(parse))) continue
    const isScene = typeof compiled.row.beside === 'string'
    // 目が合う: no part of the body
    if (isScene && parse.hits.some((hit) => hit.row.id === 'lexical.body-idiom')) continue
    if (compiled.row.beside === 'credit' && parse.hits.some((hit) => ills.has(hit.row.type))) continue
    // 抗がん剤と併用で効果を高める: two patterns from one word on are one turn of phrase
    if (/^(?:augment|substitute)$/.test(compiled.row.family) && begun.has(match.first)) continue
    if (!isScene) begun.add(match.first)
    if (!isScene) for (let i = match.first; i <= match.last; i++) taken.add(i)
    const slots = Object.values(match.slots)
    const slot = slots.find((hit) => isTarget(parse.lexicon.row(hit.concept)!)) ?? slots.find((hit) => isRemedy.test(hit.concept))
    const concept = compiled.row.target ?? (slot && isRemedy.test(slot.concept) ? 'therapy.medication' : slot?.concept)
    const row = parse.lexicon.row(concept ?? '')
    const chunk = chunkOf(parse, match.last)
    const at = spanOf(parse, match.first, match.last)
    const act = { concept: compiled.row.id, family: compiled.row.family, at }
    const list = isScene ? scenes : drafts
    list.push({
      act,
      row: { id: compiled.row.id, type: 'act', family: compiled.row.family },
      ...(row && { target: { row, first: slot?.first ?? match.first, last: slot?.last ?? match.last } }),
      pieces: [[match.first, match.last]],
      place: headOf(chunk),
      // 椅子から立たなくなった。DHAのおかげかな: the sentence beside it says who did it, and what is not so is what is told
      ...(compiled.row.beside === 'credit' && { outlivesNegators: true }),
      agent:
        compiled.row.beside === 'credit'
          ? { kind: 'zero' }
          : isPhysiology(parse, compiled.row.id, match.first) || isAdvice(parse)
            ? { kind: 'other', why: 'physiology' }
            : (meansIn(parse, match.first, match.last, context) ??
              ownerless(
                parse,
                match.first,
                match.last,
                agentOf(parse, headOf(chunk), chunksOf(parse, match.first, match.last), context, topic),
              )),
      isLicensed: true,
      by: compiled.row.id,
      ...(slot && ownedBy(parse, slot.first)),
      outcome: compiled.row.family === 'substitute' && isOfRearing(parse, match.last) ? 'none' : compiled.row.outcome,
      own: at,
    })
  }
  return { drafts, scenes }
}

/** What a scene that thanks what is sold is about where one of these is named: no function. */
const ills: ReadonlySet<string> = new Set(['disease', 'symptom', 'abnormal-state', 'marker', 'pathogen', 'drug-or-therapy'])

const isPlaced = (needs: true | 'name' | 'scene' | 'credit', beside: Beside): boolean =>
  beside.sold() && (needs === true || beside[needs]())

const isTaken = (taken: ReadonlySet<number>, { first, last }: PhraseMatch): boolean => {
  for (let i = first; i <= last; i++) if (taken.has(i)) return true
  return false
}

/** 検査の結果、農薬は検出されませんでした: what is tested is the thing sold, not its buyer. */
const isOfQuality = ({ words, lexicon }: Parse): boolean =>
  words.some(
    ({ surface }) =>
      lexicon.list('farming').has(surface) ||
      (surface !== '陰性' && surface !== '基準値' && surface !== '検査結果' && lexicon.list('quality').has(surface)),
  )

/** 血液は酸素を全身に運んでいます: a turn of phrase that is as true of the body by itself, where a part of it is the topic and nothing sold is named. */
function isPhysiology({ chunks, hits, words }: Parse, id: string, first: number): boolean {
  if (!ofTheBody.has(id) || hits.some((hit) => hit.row.type === 'agent')) return false
  const topic = chunks.find((c) => c.link === 'は' && c.last < first)
  return topic !== undefined && isTargetUnit(topic.units.at(-1)) && words.slice(-4).some((w) => w.base === 'ます' || w.base === 'です')
}

const ofTheBody: ReadonlySet<string> = new Set([
  'construction.reaches-ends',
  'construction.stuff-of-body',
  'construction.bowels-well',
  'construction.breaks-down-food',
  'construction.makes-up',
])

/** 父は、痛風がこれで治まりました: what is sold, as the means by which it comes about, inside the turn of phrase. */
const meansIn = (parse: Parse, first: number, last: number, context: AnalysisContext): Agent | undefined =>
  parse.chunks
    .filter((chunk) => first < chunk.first && chunk.last < last && chunk.link === 'で')
    .map((chunk) => agentIn(parse, chunk, context))
    .find((agent) => agent !== undefined && agent.kind !== 'other' && agent.kind !== 'unknown')

/** 髪が抜けにくく: a part or a trouble just before the turn of phrase is what it is about, not who does it. */
function ownerless(parse: Parse, first: number, last: number, agent: Agent): Agent {
  // 「胃がんの家系だから」と、板前の岡田さんは: who comes after it only says so
  if (agent.kind === 'unknown' && agent.at && (agent.at.from >= parse.words[last]!.to || isQuotedIn(parse, first, last)))
    return { kind: 'zero' }
  // 婦人科の先生が「筋腫、小さいね」と: who says it does not bring it about
  if (agent.kind === 'other' && /^other\.therapy\./.test(agent.why ?? '') && isQuotedIn(parse, first, last)) return { kind: 'zero' }
  // 常連の大工さんは腱鞘炎が楽になったと言って、…を買っていかれます: who buys it does not bring it about
  if (agent.kind === 'unknown' && agent.at && isBuyer(parse, agent.at.from)) return { kind: 'zero' }
  // 長年の頭痛持ちが、…: whoever it is tells of what the page sells
  if (agent.kind === 'unknown' && agent.at && !isTopic(parse, agent.at.from)) return { kind: 'zero' }
  // 吸入器を使う回数が減り: what the turn of phrase speaks of does not do it; in 朝の体操で体が軽く it does
  if (agent.kind === 'other' && agent.at && parse.words[first]!.from < agent.at.to && agent.at.to <= parse.words[last]!.to)
    return isMeans(parse, agent.at.from) ? agent : { kind: 'zero' }
  const row = agent.kind === 'other' && agent.why !== undefined ? parse.lexicon.row(agent.why) : undefined
  if (!row || !isTarget(row) || row.type === 'drug-or-therapy') return agent
  const before = parse.chunks[chunkOf(parse, first).index - 1]
  return before && agent.at && parse.words[before.first]!.from <= agent.at.from ? { kind: 'zero' } : agent
}

const isBuyer = (parse: Parse, from: number): boolean => {
  const text = surfacesOf(parse.words)
  const { words } = parse
  const at = words.findIndex((w) => w.from === from)
  const who = surfacesOf(words, Math.max(0, at - 1), at + 3)
  return (
    /(?:さん|さま|様|氏|くん|ちゃん|常連|お客)/.test(who) &&
    /(?:買っ|買い|購入|注文|リピート|続け|飲[みんむ]|愛用|定期)/.test(text) &&
    !/医師|先生|治療|手術|薬を|病院|通院|リハビリ|ヨガ|体操|運動/.test(text)
  )
}

/** 「うちは胃がんの家系だから」と: said by somebody, who does not do it. */
const isQuotedIn = (parse: Parse, first: number, last: number): boolean =>
  chunkOf(parse, first).depth > 0 && parse.chunks.slice(chunkOf(parse, last).index).some((c) => c.depth === 0)

/** 体操で: by which it comes about. */
const isMeans = ({ chunks, words }: Parse, from: number): boolean =>
  chunks.some((c) => c.link === 'で' && words[c.first]!.from <= from && from < words[c.last]!.to)

/** 薪は…: what the sentence is about is no teller of it. */
const isTopic = ({ chunks, words }: Parse, from: number): boolean =>
  chunks.some((c) => c.link === 'は' && words[c.first]!.from <= from && from < words[c.last]!.to)

/** Words after the turn of phrase in which the keeping of animals is looked for: 使わ|ず|に|育て. */
const rearingReach = 3

const isOfRearing = ({ words, lexicon }: Parse, last: number): boolean =>
  words.slice(last + 1, last + 1 + rearingReach).some((w) => lexicon.list('rearing').has(w.base) || lexicon.list('rearing').has(w.surface))

/** The phrases a match runs through: none of them is its agent. */
const chunksOf = ({ chunks }: Parse, first: number, last: number): ReadonlySet<number> =>
  new Set(chunks.filter((chunk) => chunk.first <= last && first <= chunk.last).map((chunk) => chunk.index))
