import type { Agent, AnalysisContext } from '../../core/sentence.js'
import type { Standing } from './around.js'
import type { Chunk, Unit } from './chunks.js'
import { spanOf } from './cues.js'
import type { Draft } from './effects.js'
import { headOf, isAct, isListed, isModifier, isTargetUnit, type Place, unitAt } from './grammar.js'
import { isPerson, isTransparent } from './nouns.js'
import { valenceOf } from './outcome.js'
import type { Parse } from './parse.js'
import { type Presence, productIn } from './presence.js'
import { surfacesOf, type Word } from './words.js'

/**
 * The open readings (docs/effect-frames.md, section 2): what a product is said to do in words that no list of acts holds.
 *
 * - **open act**: a target that is good (a part, a function, a natural state) stands under a predicate that is not known to be no effect
 *   (`lexical.list.no-effect`: sell, contain, eat, write …), and the sentence names what is sold: セラミドが肌のうるおいを逃がさず.
 * - **residual**: a trouble (a disease, a symptom, a pathogen, a marker) that no act has taken stands in a sentence that names what is
 *   sold. It is a claim unless the frame says that it happens, is bewared of or is only spoken about: NACで肺にからむ痰がゆるみ.
 *
 * Settings (negation, referral, correction …) are weighed afterwards, as for every effect. `taken` are targets an act already has; `isBeside`
 * says that a neighbouring sentence names what is sold, which completes a trouble told in the first person or as a heading; `isPromise`, that it is nothing
 * but that name, and this one a short promise.
 */
export function openActsOf(
  parse: Parse,
  context: AnalysisContext,
  topic: Agent | undefined,
  taken: ReadonlySet<number>,
  { isBeside, isPromise, isLed }: Pick<Standing, 'isBeside' | 'isPromise' | 'isLed'>,
): Draft[] {
  const row = parse.lexicon.row('act.open')
  if (!row) return []
  const agent = productIn(parse, context, topic, isBeside)
  if (!agent) return []
  const drafts: Draft[] = []
  const isOn = (list: string) => parse.words.some((w) => parse.lexicon.list(list).has(w.surface) || parse.lexicon.list(list).has(w.base))
  const isFarm = isOn('farming')
  const isQuality = isOn('quality')
  const said = new Set<number>()
  for (const chunk of parse.chunks) {
    for (const [at, unit] of chunk.units.entries()) {
      const target = unit.hit?.row
      if (
        !target ||
        !isTargetUnit(unit) ||
        (target.type === 'drug-or-therapy' && !isSetBeside(parse, { chunk, at })) ||
        (target.type === 'drug-class' && target.id !== 'drug-class.action') ||
        taken.has(unit.first)
      )
        continue
      // オーバートレーニング症候群とは、…: it is explained
      if (!isOpenTarget(parse, { chunk, at }) || chunk.link === 'とは') continue
      if (unit.hit?.isWeak || target.id === 'pathogen.allergen') continue
      const isGood = valenceOf(target) === 'good' && !/^drug-/.test(target.type)
      if (isGood && isBeside && !isPromise && !agent.chunk && !/^(?:に|へ)$/.test(parse.chunks.at(-1)!.link)) continue
      if (isGood && isExplained(parse, chunk, agent)) continue
      if (!isGood && (isFarm || (isQuality && target.type === 'pathogen'))) continue
      const governor = governorOf(parse, { chunk, at }, isGood, isLed)
      if (!governor) continue
      const isHeading = isGood && isPromise && isPurposeAlone(parse, governor, unit)
      const verdict = isHeading ? 'kept' : isGood ? readGood(parse, governor, chunk, agent) : readBad(parse, governor, { chunk, at }, agent)
      if (!verdict) continue
      const head = governor.predicate && unitAt(headOf(governor.predicate))
      if (isGood && head && said.has(head.first)) continue
      // 乾燥しがちな肌の水分を逃がしません: a state that comes by itself leaves the predicate to what is good
      if (head && target.type !== 'natural-state') said.add(head.first)
      // a trouble is claimed where it is named: the settings that count are those that reach it
      const act = (isGood && head) || unit
      // 痛まない膝: the denial is what is claimed
      const end = !isGood && chunk.units.at(-1) === unit && isNegated(chunk) ? lastNegator(parse, chunk) : act.last
      const own = verdict === 'not-lost' && governor.predicate ? spanOf(parse, act.first, governor.predicate.last) : undefined
      drafts.push({
        act: {
          concept: row.id,
          family: isGood ? 'preserve' : target.type === 'marker' ? 'lower' : 'mitigate',
          at: spanOf(parse, act.first, act.last),
        },
        row,
        target: { row: target, first: unit.first, last: unit.last },
        pieces: [
          [unit.first, unit.last],
          [act.first, end],
        ],
        place: governor.predicate ? headOf(governor.predicate) : { chunk, at },
        agent: agent.agent,
        isLicensed: true,
        by: isGood ? 'open-act' : 'residual',
        outcome: 'benefit',
        ...(own && { own }),
        ...(!isGood && (isFreeOf(governor, chunk) || !(governor.hasCure || isDenied(parse, governor))) && { outlivesNegators: true }),
        ...(governor.isAudience &&
          isAilment(target.type) && {
            population: { kind: 'patients' as const, concept: target.id, at: spanOf(parse, unit.first, unit.last) },
          }),
      })
    }
  }
  return drafts
}

/** 尿が黄色くなるのは…ためです, 肝細胞は三大栄養素の代謝など: why something is so or what it comes of, or what a part does with a nutrient among much else. */
function isExplained({ words }: Parse, chunk: Chunk, { agent, chunk: seller }: Presence): boolean {
  if (agent.kind !== 'ingredient' || !seller) return false
  if (chunk.link === 'は' && seller.index > chunk.index && /^(?:の|や|など|と)$/.test(seller.link)) return true
  // 肝臓は、アルコールを酢酸へと分解します: the part itself does it
  if (
    chunk.link === 'は' &&
    seller.index > chunk.index &&
    /^(?:へ|へと|に|を|から)$/.test(seller.link) &&
    isWorkOfPart.test(surfacesOf(words))
  )
    return true
  return /のは、?[^。]*(?:(?:ため|から|せい)(?:です|だ|である)?。?$|による(?:もの|こと|の)(?:です|だ|で))/.test(surfacesOf(words))
}

/** What parts of the body do with a substance. */
const isWorkOfPart =
  /(?:分解|代謝|合成|ろ過|濾過|吸収|分泌|排泄|処理|解毒|変換|貯蔵)し(?:ます|て|、)|(?:分解|代謝|合成|ろ過|濾過|吸収|分泌|排泄|処理|解毒|変換|貯蔵)する/

/** 深い眠り。テアニン200mg: a function and nothing else beside the name of what is offered. */
const isPurposeAlone = ({ chunks, lexicon, words }: Parse, { predicate, link }: Governor, { first, last }: Unit): boolean =>
  !predicate &&
  link === '' &&
  chunks.every((c) => !c.isPredicate || c.boundary === 'adnominal') &&
  !lexicon.list('bare-part').has(surfacesOf(words, first, last + 1))

const isAilment = (type: string): boolean => type === 'disease' || type === 'symptom' || type === 'abnormal-state' || type === 'marker'

interface Governor {
  /** The predicate that what the target stands in belongs to; absent in a heading or a list of nouns. */
  readonly predicate?: Chunk
  /** The case particle that joins them. */
  readonly link: string
  /** Nouns between the target and the predicate. */
  readonly nouns: readonly string[]
  /** One of them is an act: 緑内障の予防にはならない. */
  readonly hasAct: boolean
  /** One that does away with it: 痛風の予防を目的とした食品ではありません. */
  readonly hasCure: boolean
  /** A clause that only describes a noun stood between. */
  readonly hops: number
  /** The people who have the trouble are those the sentence turns to: リウマチの方に. */
  readonly isAudience: boolean
}

const cures = /^(?:heal|prevent|mitigate|lower|restore|detect)$/

/** Phrases followed to the right. */
const furthest = 12

/** Where a trouble comes from, and when: the thing offered behind it is for that. */
const origins = /^(?:原因|要因|誘因|引き金|裏側|裏|季節|時期|シーズン|流行|流行期)$/

/** From a target over の-phrases and list members to the predicate; undefined when the phrase only speaks about the target (糖尿病の本). */
function governorOf(parse: Parse, place: Place, isGood: boolean, isLed: boolean): Governor | undefined {
  const { chunks, lexicon } = parse
  const list = lexicon.list('about')
  const about = { has: (noun: string) => list.has(noun) && !(isLed && origins.test(noun)) }
  const nouns: string[] = []
  /** Says no more than that the trouble is there: 膝が痛む人, 止まらない咳. */
  const isMere = (chunk: Chunk): boolean => {
    const { base } = unitAt(headOf(chunk)).word
    return (
      !isGood &&
      chunk.boundary === 'adnominal' &&
      (lexicon.list('occur').has(base) || (lexicon.list('remit').has(base) && isNegated(chunk)))
    )
  }
  let hops = 0
  let hasAct = false
  let hasCure = false
  let isAudience = false
  let link = ''
  let i = place.chunk.index
  for (let steps = 0; steps < furthest; steps++) {
    const chunk = chunks[i]
    if (!chunk) return { link, nouns, hasAct, hasCure, hops, isAudience }
    if (chunk.isPredicate) {
      if (i > place.chunk.index && about.has(unitAt(headOf(chunk)).word.surface)) return undefined
      if (!isMere(chunk) || i === chunks.length - 1) return { predicate: chunk, link, nouns, hasAct, hasCure, hops, isAudience }
      // 蓄膿症で詰まりっぱなしだった鼻が通る: the noun that has the trouble, and what becomes of it
      hops++
      i++
      continue
    }
    const head = unitAt(headOf(chunk))
    if (i > place.chunk.index || place.at < chunk.units.length - 1) {
      if (about.has(head.word.surface)) return undefined
      nouns.push(head.word.surface)
      if (isAct(head)) {
        hasAct = true
        hasCure ||= cures.test(head.hit!.row.family ?? '')
      }
      if (isPerson(head.word.surface) && isTurnedTo(parse, chunk)) isAudience = true
    }
    link = chunk.link
    if (/(?:の|への|における|に対する|による|からの|での)$/.test(link) || isListed(chunk) || isModifier(chunk)) {
      i++
      continue
    }
    const next = predicateAfter(parse, chunk)
    if (!next) return { link, nouns, hasAct, hasCure, hops, isAudience }
    if (isMere(next) && next.index < chunks.length - 1) {
      hops++
      i = next.index + 1
      continue
    }
    return { predicate: next, link, nouns, hasAct, hasCure, hops, isAudience }
  }
  return undefined
}

/** 〜の方に, 〜の人へ, 〜の方のために. */
function isTurnedTo({ chunks }: Parse, chunk: Chunk): boolean {
  if (/^(?:に|へ|にも|には|にこそ|こそ)$/.test(chunk.link)) return true
  const next = chunks[chunk.index + 1]
  return (
    (chunk.link === 'の' || chunk.link === '') &&
    next !== undefined &&
    /^(?:ため|為|味方|必見|向け|専用)$/.test(unitAt(headOf(next)).word.surface)
  )
}

/** は and も reach over clauses that describe nouns; other particles belong to the next predicate. */
function predicateAfter(parse: Parse, chunk: Chunk): Chunk | undefined {
  const isTopic = /(?:は|も)$/.test(chunk.link)
  for (const next of parse.chunks.slice(chunk.index + 1)) {
    if (next.depth < chunk.depth) return undefined
    if (!next.isPredicate) {
      if (!isTopic && isAct(unitAt(headOf(next))) && next.link === '') return next
      continue
    }
    if (isTopic && next.boundary === 'adnominal' && next.index < parse.chunks.length - 1) continue
    return next
  }
  return undefined
}

/** 睡眠学会, 皮膚科医, 肌着: a target inside the name of something else is none. */
function isOpenTarget(parse: Parse, { chunk, at }: Place): boolean {
  const about = parse.lexicon.list('about')
  const isBad = valenceOf(chunk.units[at]!.hit!.row) !== 'good'
  for (const unit of chunk.units.slice(at + 1)) {
    if (isTargetUnit(unit) || isAct(unit) || isTransparent(unit.word.surface) || unit.hit?.row.type === 'agent') continue
    if (isPerson(unit.word.surface)) continue
    if (about.has(unit.word.surface)) return false
    if (unit.word.detail === '接尾' && /^(?:科|学|会|法|医|院|剤|薬|士|師|家|器|機|計|店|式)$/.test(unit.word.surface)) return false
    if (isBad) continue
    if (unit.word.kind === '名詞' && unit.word.detail === '一般' && !/^(?:まわり|周り|全体|内|中|機能|ケア)$/.test(unit.word.surface))
      return false
  }
  return true
}

const isNegator = (w: Word): boolean =>
  /^(?:ない|ん|ぬ|ず|にくい|づらい|がたい)$/.test(w.base) || (w.kind === '助動詞' && w.surface === 'ず')

export const isNegated = (chunk: Chunk): boolean => chunk.tail.some(isNegator) || /^(?:ない|無い)$/.test(unitAt(headOf(chunk)).word.base)

/** 花粉症とは関係がない, 糖尿病には使えない: the very thing said of the trouble is denied. */
function isDenied({ lexicon }: Parse, { predicate, hops, link }: Governor): boolean {
  // ヘルニアで起き上がれませんでした: what it kept from
  if (link === 'で' && predicate?.tail.some(({ base }) => base === 'た')) return false
  if (!predicate || hops > 0 || !isNegated(predicate) || (predicate.boundary !== 'strong' && predicate.boundary !== 'none')) return false
  // 痛風に欠かせません, 足りていません: it is needed
  if (/^(?:欠かす|手放す|譲る|外す|はずす|足りる|切らす|きらす|絶やす)$/.test(unitAt(headOf(predicate)).word.base)) return false
  return !lexicon.list('occur').has(unitAt(headOf(predicate)).word.base)
}

/** 鼻がムズムズしない、甜茶のあめ: a symptom told as a verb does not come. */
const isFreeOf = ({ predicate }: Governor, chunk: Chunk): boolean => predicate === chunk && isNegated(chunk)

const lastNegator = ({ words }: Parse, { tail, last }: Chunk): number => {
  const negator = tail.findLast((w) => isNegator(w))
  return negator ? words.indexOf(negator) : last
}

/** クレアチンは筋肉にたくわえられます: what becomes of the nutrient itself, told in the passive. */
const isFate = ({ lexicon }: Parse, predicate: Chunk, { agent, chunk }: Presence): boolean =>
  agent.kind === 'ingredient' &&
  (!chunk || /^(?:は|が|も)$/.test(chunk.link)) &&
  predicate.tail.some(({ base }) => base === 'れる' || base === 'られる') &&
  lexicon.list('fate').has(unitAt(headOf(predicate)).word.base)

/** やさしく|包む: a verb comes straight after it. */
const isHow = ({ chunks }: Parse, { index, tail }: Chunk): boolean =>
  tail.length === 0 &&
  chunks[index + 1] !== undefined &&
  !chunks[index + 1]!.units.some((u) => u.word.detail === '非自立') &&
  /く$/.test(unitAt(headOf(chunks[index]!)).word.surface)

/** A good target: kept or raised by whatever is not known to be no effect. `not-lost`: 逃がさない, 途切れない. */
function readGood(
  parse: Parse,
  { predicate, link, nouns, hops }: Governor,
  chunk: Chunk,
  agent: Presence,
): 'kept' | 'not-lost' | undefined {
  const { lexicon } = parse
  if (hops > 0) return undefined
  if (!predicate) {
    // のどにシュッ: how it is taken
    const last = parse.chunks.at(-1)
    if (last && lexicon.list('no-effect').has(unitAt(headOf(last)).word.surface)) return undefined
    // 朝のお通じリズムに、チコリの根: a heading gives a thing a purpose; マグネシウムと睡眠 only names its subject
    if (parse.chunks.some((c) => c.isPredicate && c.boundary !== 'adnominal')) return undefined
    return /^(?:に|へ|にも|には|を)$/.test(link) || (link === '' && parse.chunks.some((c) => c.isPredicate)) ? 'kept' : undefined
  }
  // 胃の弱い方は: it says who
  const described = predicate.boundary === 'adnominal' ? parse.chunks[predicate.index + 1] : undefined
  if (described && isPerson(unitAt(headOf(described)).word.surface)) return undefined
  const { word } = unitAt(headOf(predicate))
  const isNoun = word.kind === '名詞'
  if (
    isNoun &&
    predicate.tail.some((w) => w.base === 'だ' || w.base === 'です' || w.base === 'ある') &&
    !lexicon.list('help').has(word.surface)
  ) {
    return word.detail === 'サ変接続' || word.detail === '形容動詞語幹' ? 'kept' : undefined
  }
  if (lexicon.list('no-effect').has(word.base) || lexicon.list('no-effect').has(word.surface)) return undefined
  if (lexicon.list('occur').has(word.base) && !lexicon.list('change').has(word.base)) return undefined
  if (/^(?:から|まで|と|より|で)$/.test(link)) return undefined
  if (isFate(parse, predicate, agent)) return undefined
  // おなかにやさしく、…: gentle to it; やさしく包む says how
  if (
    link === 'に' &&
    /^(?:やさしい|優しい)$/.test(word.base) &&
    (predicate.tail.length > 0 || predicate.boundary !== 'none') &&
    !isHow(parse, predicate)
  )
    return undefined
  // 関節のつくり、…: a noun made of a verb
  if (link === 'の' && word.kind === '動詞' && word.form.startsWith('連用') && predicate.tail.every((w) => w.kind === '記号'))
    return undefined
  const isLoss = lexicon.list('loss').has(word.base) || lexicon.list('loss').has(word.surface)
  if (isNegated(predicate)) return isLoss ? 'not-lost' : undefined
  if (isLoss) return undefined
  return nouns.some((noun) => lexicon.list('lack').has(noun)) || chunk.tail.length < 0 ? undefined : 'kept'
}

/**
 * ロキソニンに頼る前に, 葛根湯のかわりに: a medicine called by its name, which stands for what it treats. Not the subject of the sentence, nor what
 * somebody takes or what the thing sold does to it (ワルファリンを服用中の方, 降圧薬の作用を弱める).
 */
function isSetBeside(parse: Parse, { chunk, at }: Place): boolean {
  if (!chunk.units[at]!.hit!.row.also?.includes('drug.named')) return false
  if (at < chunk.units.length - 1 && !/^(?:代わり|替わり|並み|超え|級|風|以上|併用|知らず|いらず)$/.test(chunk.units.at(-1)!.word.surface))
    return false
  if (/^(?:は|が|とは|では|って|には)$/.test(chunk.link)) return false
  const around = parse.chunks.slice(Math.max(0, chunk.index - 2), chunk.index + 4)
  const isOn = (words: RegExp) => around.some((c) => c.units.some((u) => words.test(u.word.base) || words.test(u.word.surface)))
  return (
    !isOn(/^(?:作用|血中|濃度|代謝|吸収|影響|相互作用|飲み合わせ|弱める|妨げる|干渉|処方|治療|医薬品|成分名|別|別物|違う|異なる)$/) &&
    !isOn(/^(?:服用|使用|投与|飲む|のむ|受ける|お飲み|ご使用|ご服用)$/)
  )
}

/** A trouble: a claim unless it is said to come, or the thing sold is said to bring it. */
function readBad(
  parse: Parse,
  { predicate, link, hasAct, hops, isAudience }: Governor,
  place: Place,
  { chunk: agent }: { readonly chunk?: Chunk },
): 'eased' | 'not-lost' | undefined {
  const { lexicon } = parse
  if (!predicate || isAudience) return 'eased'
  const { word } = unitAt(headOf(predicate))
  const names = [word.base, word.surface]
  const isOf = (list: string) => names.some((name) => lexicon.list(list).has(name))
  if (isOf('occur') && isNegated(predicate)) return hasAct ? undefined : 'not-lost'
  // 脂肪分の少ない牛乳: what is in it
  if (place.chunk.units[place.at]!.hit?.row.type === 'function' && /^(?:少ない|多い|低い|高い|豊富)$/.test(word.base)) return undefined
  // 風邪を二つに分けて考えます: it is spoken of
  if (link === 'を' && isOf('no-effect') && !isNegated(predicate) && hops === 0) return undefined
  // 熱がひく subsides, 風邪をひく comes
  if (/^(?:ひく|引く)$/.test(word.base) && link !== 'を') return 'eased'
  if (isOf('occur') && hops === 0) {
    const isBefore = agent !== undefined && agent.index < predicate.index && agent.index < place.chunk.index
    return isBefore && parse.chunks.slice(agent.index, predicate.index).every((c) => c.boundary !== 'strong') ? undefined : 'eased'
  }
  return 'eased'
}
