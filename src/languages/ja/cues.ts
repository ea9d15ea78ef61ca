import type { Cue } from '../../core/sentence.js'
import { textSpan } from '../../core/span.js'
import type { PhraseSentence } from '../../match/phrase.js'
import type { Chunk } from './chunks.js'
import { conditionsIn, isPast, lastWord } from './conditions.js'
import { headOf, isAct, isNegator, isTargetUnit, unitAt } from './grammar.js'
import type { Parse } from './parse.js'
import { matchesOf } from './patterns.js'
import { surfacesOf } from './words.js'

/** Nouns whose absence is the absence of the effect: 効果はない, 治すものではない. */
const effectNouns =
  /^(?:こと|もの|の|ん|わけ|訳|はず|つもり|ため|目的|意味|効果|効能|効き目|ききめ|作用|働き|はたらき|ちから|機能|性質|役割|力|根拠|証拠|エビデンス|方法|薬|医薬品|治療薬|治療法|特効薬|もん|人|方|者|存在|必要|保証|科学的根拠|裏付け|データ|報告|例|話|確証)$/

/** The cues of a sentence, in folded offsets: patterns of `rules/cues`, then negators that no pattern has used up. */
export function cuesOf(parse: Parse, sentence: PhraseSentence): Cue[] {
  const used = new Set<number>()
  const lookAlike = new Set<number>()
  const cues: Cue[] = []
  for (const { compiled, match } of matchesOf(parse.lexicon.cues, sentence)) {
    const { row } = compiled
    const indexes = range(match.first, match.last)
    if (indexes.some((i) => used.has(i)) && (row.setting === 'none' || row.setting === 'negated')) continue
    if (row.setting === 'none') {
      for (const i of indexes) {
        used.add(i)
        lookAlike.add(i)
      }
      continue
    }
    // 手術の予約を取り消しました: no words are taken back
    if (/^(?:quoted|referral)$/.test(row.setting) && indexes.every((i) => lookAlike.has(i))) continue
    // 痛風を予防する粒 ※個人差があります: a note takes nothing back
    if (row.setting === 'warning' && parse.words[match.first - 1]?.surface === '※' && parse.words[match.first]!.surface === '個人') continue
    // 胃が痛いときに飲んだら、楽になりました: it tells what happened
    if (row.id === 'conditional.case' && isPast(parse)) continue
    // スッキリさせたい時に。: nothing follows on the case
    if (
      row.id === 'conditional.case' &&
      (isTakenThen(parse, match.last) || parse.words.slice(match.last + 1).every((w) => w.kind === '記号'))
    )
      continue
    if (row.setting === 'negated') for (const i of indexes) used.add(i)
    const chunk = chunkOf(parse, match.last)
    cues.push({
      setting: row.setting,
      cue: row.id,
      at: spanOf(parse, match.first, match.last),
      reach: reachOf(parse, row.reach, match.first, match.last, chunk),
    })
  }
  const spoken = new Set(cues.filter((c) => c.setting === 'attributed' || c.setting === 'hedged').map((c) => c.at.from))
  cues.push(...adviceOf(parse), ...nullFindingOf(parse))
  return [...cues, ...negatorsOf(parse, used), ...conditionsOf(parse).filter((c) => !spoken.has(c.at.from))]
}

/** 胸やけを繰り返すときは、2カプセルをお飲みください: the trouble is the occasion to take what is sold. */
function isTakenThen(parse: Parse, last: number): boolean {
  const main = parse.chunks.filter((c) => c.first > last)
  if (!main.some((c) => c.units.some((u) => /^(?:product|ingredient)\./.test(u.hit?.row.id ?? '')))) return false
  const predicate = main.findLast((c) => c.isPredicate)
  if (!predicate || /^(?:を|で)$/.test(main.at(-1)!.link)) return /^(?:を|で|)$/.test(main.at(-1)!.link)
  return (
    predicate.units.some((u) => /^(?:飲む|のむ|試す|試し|召し上がる|どうぞ|一口|服用|お飲み)$/.test(u.word.base)) &&
    !predicate.tail.some((w) => isNegator(w.base, w.kind))
  )
}

/** 骨の破壊は止まりませんでした, 痛みを減らさなかった: beside what is sold, a benefit that did not come. */
function nullFindingOf(parse: Parse): Cue[] {
  const main = parse.chunks.findLast((c) => c.isPredicate && c.depth === 0 && c.boundary !== 'adnominal')
  if (!main || !parse.hits.some((hit) => hit.row.type === 'agent')) return []
  const { tail, units } = main
  const negator = tail.findIndex((w) => isNegator(w.base, w.kind))
  if (negator < 0 || !tail.slice(negator).some((w) => w.base === 'た') || tail.some((w) => /^(?:なる|か)$/.test(w.surface))) return []
  const { hit, word } = units.at(-1)!
  const isBenefit =
    hit?.row.type === 'act' && /^(?:heal|prevent|mitigate|lower|restore|respond)$/.test(hit.row.family ?? '') && word.base !== '戻る'
  if (!isBenefit && !parse.lexicon.list('remit').has(word.base) && !/^(?:変わる|見える|現れる|得る|認める|示す|確認)$/.test(word.base))
    return []
  return [
    {
      setting: 'quoted',
      cue: 'quoted.null-finding',
      at: spanOf(parse, main.first, main.last),
      reach: spanOf(parse, 0, parse.words.length - 1),
    },
  ]
}

/** よく火を通してください, 早めに治療しましょう: advice that names nothing to swallow. */
function adviceOf(parse: Parse): Cue[] {
  const { words, hits } = parse
  const last = words.findLastIndex((w) => w.kind !== '記号')
  const text = surfacesOf(words)
  if (!/(?<!せて)(?:ください|下さい|ましょう|しょう)$/.test(surfacesOf(words, Math.max(0, last - 2), last + 1)) && !advised.test(text))
    return []
  // ルマルートで、季節を乗り切りましょう: a name that no list holds
  if (
    words.some(
      (w, i) =>
        /^[ァ-ヺー]{4,}$/.test(w.surface) &&
        /^(?:で|が|と)$/.test(words[i + 1]?.surface ?? '') &&
        !hits.some((hit) => hit.first <= i && i <= hit.last),
    )
  )
    return []
  // ぶり返す蓄膿症、今年こそ終わらせましょう: a promise
  if (promised.test(text)) return []
  // 消える瞬間を見てください: it shows, and advises nothing
  if (
    /(?:見て(?:みて)?|ご覧|聞いて|信じて|想像して|実感して|体感して|確かめて|味わって|出会って|(?<!(?:薬局|薬店|病院|医療機関)で)お(?:試し|寄せ|聞かせ|知らせ|求め)|ご(?:紹介|注文|感想を))(?:ください|下さい)/.test(
      text,
    )
  )
    return []
  const isOfDailyLife = dailyLife.test(text)
  if (
    (!isOfDailyLife && hits.some((hit) => hit.row.type === 'agent')) ||
    words.some(
      (w) =>
        !isOfDailyLife &&
        /^(?:飲む|のむ|摂る|とる|食べる|召し上がる|試す|続ける|お試し|使う|本品|一粒|取り入れる|役立てる|任せる|迎える)$/.test(w.base),
    )
  )
    return []
  return [
    {
      setting: 'instruction',
      cue: 'instruction.advice',
      at: spanOf(parse, Math.max(0, last - 1), last),
      reach: spanOf(parse, 0, words.length - 1),
    },
  ]
}

const promised =
  /(?:今(?:年|度|夜|日|冬|春|夏|秋)?こそ|もう|そろそろ|きっぱり|今度こそ|すっきり|とは)[^。]{0,8}(?:終わ(?:り|らせ)|おわ(?:り|らせ)|卒業し|卒業|さよなら(?:し)?|サヨナラ(?:し)?|お?別れし|断ち切り|断ち|克服し|撃退し|おさらばし|手を切り|縁を切り|やっつけ|打ち勝ち|抜け出し)(?:にし)?ましょう。?$/

/** Ends of advice that gives no order: …を防ぐには、こまめな休憩が基本です among them. */
const advised =
  /(?:(?:に|の)は、?[^。]*(?:が|も)(?:基本|第一|いちばん|一番|大切|大事|重要|肝心|肝要|鉄則|近道|有効|効果的|不可欠|役立ちます|欠かせません|必要)(?:です|だ|である)?|と(?:よ|い)い(?:でしょう|です)?|こと(?:が|も)(?:大切|重要|必要|(?:すす|勧)められて|推奨されて)[^。]{0,6}|のが(?:おすすめ|基本)です)[。]?$/

/** What advice on daily life speaks of. */
const dailyLife =
  /(?:水分|休憩|休息|睡眠|休養|塩分補給)を|歯(?:みが|磨)き粉|歯ブラシ|マスクを|日焼け止め|手洗い|うがいを|よくかんで|よく噛んで/

const range = (first: number, last: number): number[] => Array.from({ length: last - first + 1 }, (_, i) => first + i)

export const spanOf = ({ words }: Parse, first: number, last: number) => textSpan(words[first]!.from, words[last]!.to)

export function chunkOf({ chunks }: Parse, word: number): Chunk {
  return chunks.find((c) => word <= c.last) ?? chunks.at(-1)!
}

function reachOf(parse: Parse, kind: 'forward' | 'backward' | 'clause' | 'sentence' | 'both', first: number, last: number, chunk: Chunk) {
  const { words } = parse
  const end = words.length - 1
  switch (kind) {
    case 'sentence':
      return spanOf(parse, 0, end)
    case 'backward':
      return spanOf(parse, clauseStart(parse, chunkOf(parse, first), isStrong), last)
    case 'forward':
      return spanOf(parse, first, clauseEnd(parse, chunk))
    default:
      return spanOf(parse, clauseStart(parse, chunkOf(parse, first), isStrong), clauseEnd(parse, chunk))
  }
}

const isStrong = (chunk: Chunk): boolean => chunk.boundary === 'strong'
const isAnyBoundary = (chunk: Chunk): boolean => chunk.boundary === 'strong' || chunk.boundary === 'soft' || chunk.boundary === 'condition'

/** Word index where the clause of this phrase begins: after the nearest boundary before it, quotations inside the clause left whole. */
function clauseStart(parse: Parse, chunk: Chunk, isBoundary: (c: Chunk) => boolean): number {
  let start = chunk.first
  for (let i = chunk.index - 1; i >= 0; i--) {
    const before = parse.chunks[i]!
    if (before.depth <= chunk.depth && isBoundary(before) && !(before.depth < chunk.depth)) break
    start = before.first
  }
  return start
}

function clauseEnd(parse: Parse, chunk: Chunk): number {
  for (let i = chunk.index; i < parse.chunks.length; i++) if (parse.chunks[i]!.boundary === 'strong') return parse.chunks[i]!.last
  return parse.words.length - 1
}

/** 続くんだって, 眠れるんです: behind the dictionary form ん explains; it denies behind 飲ま, ませ. */
const isExplaining = ({ words }: Parse, index: number): boolean => words[index]!.surface === 'ん' && words[index - 1]?.form === '基本形'

/** Every ない, ん, ず that is no part of a pattern. It governs what stands before it in its own clause. */
function negatorsOf(parse: Parse, used: ReadonlySet<number>): Cue[] {
  const cues: Cue[] = []
  for (const [index, word] of parse.words.entries()) {
    if (used.has(index) || !isNegator(word.base, word.kind) || isExplaining(parse, index) || isAsked(parse, index)) continue
    if (parse.hits.some((hit) => hit.first <= index && index <= hit.last)) continue
    const chunk = chunkOf(parse, index)
    if (isAside(parse, index)) {
      cues.push({ setting: 'negated', cue: 'negated.auxiliary', at: spanOf(parse, index, index), reach: spanOf(parse, chunk.first, index) })
      continue
    }
    const outer = chunk.boundary === 'adnominal' ? afterTopic(parse, negationStart(parse, chunk), chunk) : negationStart(parse, chunk)
    const start = Math.max(outer, quotationStart(parse, chunk))
    cues.push({ setting: 'negated', cue: 'negated.auxiliary', at: spanOf(parse, index, index), reach: spanOf(parse, start, index) })
  }
  return cues
}

/** 毎日休まずお届けします, 手を抜かず, 迷わず: how something is done; what is said before stands. */
const isAside = ({ words }: Parse, index: number): boolean =>
  (kept.test(words[index - 1]?.surface === 'ませ' ? (words[index - 2]?.base ?? '') : (words[index - 1]?.base ?? '')) &&
    !/^(?:なく|なけれ|なかっ)$/.test(words[index]!.surface)) ||
  /だけでは足り(?:ませ)?$/.test(surfacesOf(words, Math.max(0, index - 6), index)) ||
  (words[index]!.surface === 'ず' &&
    (asides.has(words[index - 1]?.base ?? '') || /^(?:我慢|無理|心配|妥協|油断|遠慮)$/.test(words[index - 2]?.surface ?? '')))

/** リジンを切らしません: it is always there. */
const kept = /^(?:切らす|きらす|絶やす|欠かす|欠かせる)$/

const asides = new Set(
  '休む 欠かす かかす 惜しむ おしむ 怠る 抜く 迷う まよう 絶える たえる 思う 諦める あきらめる ためらう 躊躇う 遅れる 飽きる あきる 構う かまう 問う 関わる かかわる 焦る あせる 慌てる あわてる 頑張る がんばる 忘れる 待つ 途切れる 急ぐ 取り逃がす もらす 漏らす'.split(
    ' ',
  ),
)

/** 先生から「まだしなくて大丈夫」と: what is said denies nothing before its quotation mark. */
function quotationStart({ chunks }: Parse, { index, depth, first }: Chunk): number {
  if (depth === 0) return 0
  let start = first
  for (let i = index - 1; i >= 0 && chunks[i]!.depth >= depth; i--) start = chunks[i]!.first
  return start
}

/** 軽くなった人は、飲まなかった人の2倍: what describes a noun denies nothing of the topic before it. */
function afterTopic({ chunks }: Parse, start: number, chunk: Chunk): number {
  const topic = chunks.findLast((c) => c.index < chunk.index && c.first >= start && c.link === 'は' && c.hasComma)
  return topic ? topic.last + 1 : start
}

/** うんざりしていませんか: the reader is asked whether it is so. */
function isAsked({ words }: Parse, index: number): boolean {
  const before = surfacesOf(words, Math.max(0, index - 3), index)
  return (
    /(?:てい|でい|て|で)ませ$/.test(before) && words[index + 1]?.surface === 'か' && words.slice(index + 2).every((w) => w.kind === '記号')
  )
}

function negationStart(parse: Parse, chunk: Chunk): number {
  const head = unitAt(headOf(chunk))
  const isExistence = /^(?:ない|無い|ある|いる|存在|見当たる)$/.test(head.word.base)
  if (!isExistence) {
    const isOuter = effectNouns.test(head.word.surface) || head.word.base === 'する'
    return clauseStart(parse, chunk, isOuter ? (c) => isStrong(c) || isDeniedItself(c) : isAnyBoundary)
  }
  // クセのない, 副作用はない: only the thing itself is denied, unless it is the effect
  const subject = parse.chunks[chunk.index - 1]
  if (!subject) return chunk.first
  const noun = unitAt(headOf(subject))
  return effectNouns.test(noun.word.surface) || isAct(noun) || isTargetUnit(noun) ? clauseStart(parse, chunk, isStrong) : subject.first
}

/** 治療せず、予防もしません: what is denied already is not denied again by the member of the list after it. */
const isDeniedItself = (chunk: Chunk): boolean =>
  chunk.boundary === 'soft' && chunk.hasComma && chunk.tail.some((w) => isNegator(w.base, w.kind) && /^(?:ず|なく)$/.test(w.surface))

function conditionsOf(parse: Parse): Cue[] {
  return conditionsIn(parse).map((chunk) => ({
    setting: 'conditional' as const,
    cue: 'conditional.form',
    at: spanOf(parse, lastWord(parse, chunk), lastWord(parse, chunk)),
    reach: spanOf(parse, clauseStart(parse, chunk, isAnyBoundary), chunk.last),
  }))
}
