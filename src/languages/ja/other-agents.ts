import type { Agent } from '../../core/sentence.js'
import type { Chunk } from './chunks.js'
import { spanOf } from './cues.js'
import { headOf, isTargetUnit, unitAt } from './grammar.js'
import { isPerson } from './nouns.js'
import { valenceOf } from './outcome.js'
import type { Parse } from './parse.js'
import { surfacesOf } from './words.js'

// What does it where nothing that is sold stands in the sentence: habits, therapies, drugs, the course of an illness.

/** 週に三回の早歩きを続けると、血圧が下がる: without anything sold in the sentence, what people do or are given is what does it. */
export function otherBeside(parse: Parse, takenBy: ReadonlySet<number>): Agent | undefined {
  if (parse.hits.some((hit) => hit.row.type === 'agent')) return undefined
  const drug = drugTaken(parse) ?? waterTaken(parse) ?? done(parse)
  if (drug) return drug
  if (parse.chunks.some((c) => c.units.some((u) => takings.test(u.word.base) && /^(?:飲む|摂る|のむ|摂取)$/.test(u.word.base))))
    return undefined
  const habits = parse.lexicon.list('habit')
  for (const chunk of parse.chunks) {
    // 禁酒1か月で, お酒を減らすと, 筋肉を鍛えると: a way of living
    const named = chunk.units.find((u) => habits.has(u.word.surface) || (chunk.isPredicate && habits.has(u.word.base)))
    if (
      named &&
      (chunk.isPredicate
        ? chunk.boundary === 'condition' || isMadeHabit(parse, chunk)
        : /^(?:で|は|が|も|により|によって)$/.test(chunk.link)) &&
      !isOfDescription(parse, chunk) &&
      !isWithout(parse, chunk)
    )
      return { kind: 'other', at: spanOf(parse, named.first, named.last), why: 'other.lifestyle' }
    // スマートフォンを手放すと: what is done with a thing
    if (/^(?:を|に)$/.test(chunk.link) && isThing.test(unitAt(headOf(chunk)).hit?.row.id ?? '') && isCondition(parse, chunk))
      return { kind: 'other', at: spanOf(parse, chunk.first, chunk.last), why: 'other.lifestyle' }
    // リハビリを続けて, 湿布を貼ったら: what was done for it
    const cared = chunk.units.find(
      ({ hit }) => hit !== undefined && (isMedicine(hit.row) || /^other\.(?:exercise|therapy)/.test(hit.row.id)),
    )
    if (cared && /^(?:を|に|へ)$/.test(chunk.link) && isDone(parse, chunk))
      return { kind: 'other', at: spanOf(parse, cared.first, cared.last), why: 'other.therapy' }
    // 肺炎球菌ワクチンの接種券: whatever is said of a vaccine
    const therapy = chunk.units.find((u) => /^other\.therapy/.test(u.hit?.row.id ?? '') || /ワクチン$/.test(u.word.surface))
    if (therapy && !isMeasuredAt(parse, chunk) && !/^(?:より|よりも)$/.test(chunk.link) && !isWithout(parse, chunk) && chunk.index > 0)
      return { kind: 'other', at: spanOf(parse, therapy.first, therapy.last), why: 'other.therapy' }
    const head = unitAt(headOf(chunk))
    const id = head.hit?.row.id ?? ''
    if (takenBy.has(chunk.index) || !/^other\.(?:exercise|diet|sleep|lifestyle|drug|device|therapy)/.test(id)) continue
    // ウォーキングを楽しむ方のほか、血圧を下げたい方にも: who else takes it
    if (isOfCustomers(parse, chunk)) continue
    if (/^(?:の|より|よりも|に|前|後)$/.test(chunk.link) || isWithout(parse, chunk) || isOfDescription(parse, chunk)) continue
    if (isMeasuredAt(parse, chunk) || isConceded(parse, chunk) || hasWorn(parse, chunk)) continue
    return { kind: 'other', at: spanOf(parse, head.first, head.last), why: id }
  }
  return undefined
}

/** A trouble told with the verb that wore the part out: 酷使した目, not 腫瘍. */
const isWornOut = ({ words }: Parse, chunk: Chunk | undefined): boolean => {
  const unit = chunk?.units.at(-1)
  if (!unit || chunk!.isPredicate || !isTargetUnit(unit) || valenceOf(unit.hit!.row) !== 'bad') return false
  return words.slice(unit.first, unit.last).some((w) => w.kind === '動詞')
}

/** スクワットで傷んだ筋繊維の修復に: what wore the part out does not mend it. */
export const hasWorn = (parse: Parse, { index, link }: Chunk): boolean => {
  const { chunks } = parse
  const verb = chunks[index + 1]
  if (link === 'で' && isWornOut(parse, verb)) return true
  // 筋トレで追い込んだ日の: after it, not by it
  if (link === 'で' && verb?.units.some(({ hit }) => hit?.row.id === 'qualifier.after-exercise')) return true
  return (
    link === 'で' &&
    verb?.boundary === 'adnominal' &&
    (isOccasion(chunks[index + 2]) ||
      /^(?:傷む|いたむ|傷つく|疲れる|くたびれる|失う|減る|張る|こわばる|壊れる|すり減る|使う|使い切る|酷使|消耗|落ちる|乱れる|弱る|荒れる|失われる|固まる)$/.test(
        unitAt(headOf(verb)).word.base,
      ))
  )
}

/** 筋トレで追い込んだ日の関節に, テニスで走り回った翌朝: when it is, not by what. */
const isOccasion = (chunk: Chunk | undefined): boolean =>
  chunk !== undefined &&
  /^(?:の|に|は|こそ|には|も|)$/.test(chunk.link) &&
  /^(?:日|夜|晩|朝|夕方|翌日|翌朝|次の日|あと|後|週末|週|帰り|帰り道|ご褒美|直後)$/.test(unitAt(headOf(chunk)).word.surface)

/** 一日中パソコンを見ても: in spite of it. */
const isConceded = ({ chunks }: Parse, { index }: Chunk): boolean => {
  const verb = chunks.slice(index + 1, index + 3).find((c) => c.isPredicate)
  return verb !== undefined && /(?:て|で)も、?$/.test(surfacesOf(verb.tail))
}

/** 健診の先生に驚かれた, 夏の健診でA判定: where the figure was read brought nothing about. */
export const isMeasuredAt = ({ words }: Parse, { first, last, link, units }: Chunk): boolean =>
  (/^(?:の|で|に|では|も|から)$/.test(link) && units.some(({ hit }) => hit?.row.id === 'other.drug.clinical-test')) ||
  /^.{0,4}(?:健診|検診|健康診断|人間ドック|検査|内視鏡|胃カメラ|CT|MRI|レントゲン|エコー|超音波|マンモグラフィー?|心電図|血液検査|尿検査|診察|問診|血圧計|体重計|体温計)(?:の|で|に|では|も|から)/.test(
    surfacesOf(words, first, last + 1),
  ) ||
  (clinics.test(surfacesOf(words, first, last + 1)) && told.test(surfacesOf(words, last + 1, last + 12)))

/** 止まったと眼科で確認, 婦人科で小さくなったと言われた: where it was said. */
const clinics = /(?:科|外来|病院|医院|クリニック|主治医|先生|医師)(?:で|に|から|も|では)、?$/
const told = /^[^。]{0,16}(?:確認|言われ|告げられ|診断|指摘|太鼓判|驚|ほめられ|褒められ|びっくり|判明|わかり|聞)/

/** It is had or done, and the rest follows from it: not 薬を飲んでも, not 注射を打たずに. */
function isDone({ chunks }: Parse, chunk: Chunk): boolean {
  const verb = chunks[chunk.index + 1]
  return (
    verb?.isPredicate === true &&
    /^(?:受ける|続ける|つづける|貼る|打つ|塗る|さす|通う|始める|はじめる|行う|使う|する|受診)$/.test(unitAt(headOf(verb)).word.base) &&
    /^(?:soft|condition)$/.test(verb.boundary) &&
    !verb.tail.some((w) => /^(?:も|ない|ぬ|ず|ん)$/.test(w.base))
  )
}

const isThing = /^other\.(?:device|thing|lifestyle)/

/** 7時間寝るようにしたら, 早く寝ることにして */
const isMadeHabit = ({ chunks }: Parse, { index }: Chunk): boolean => {
  const [turn, verb] = [chunks[index + 1], chunks[index + 2]]
  return (
    /^(?:よう|こと)$/.test(turn ? unitAt(headOf(turn)).word.surface : '') &&
    verb !== undefined &&
    unitAt(headOf(verb)).word.base === 'する' &&
    /^(?:soft|condition)$/.test(verb.boundary)
  )
}

/** The verb it belongs to is a condition. */
const isCondition = ({ chunks }: Parse, chunk: Chunk): boolean =>
  chunks.slice(chunk.index + 1).find((c) => c.isPredicate)?.boundary === 'condition'

/** いつもの散歩が楽しくなる、足腰サポート; 脂っこい食事が好きな方の: the subject of words that describe what comes after them. */
export function isOfDescription({ chunks }: Parse, chunk: Chunk): boolean {
  if (!/^(?:が|も|の)$/.test(chunk.link)) return false
  const next = chunks.slice(chunk.index + 1).find((c) => (c.isPredicate && !isCopied(c, chunks)) || c.tail.some((w) => w.surface === 'な'))
  const last = next?.tail.filter((w) => w.kind !== '記号').at(-1)
  return (
    next !== undefined &&
    next.index < chunks.length - 1 &&
    (next.boundary === 'adnominal' ||
      last?.surface === 'な' ||
      (next.hasComma && (last?.form ?? unitAt(headOf(next)).word.form) === '基本形'))
  )
}

/** 楽しく|なる: an adjective that the next verb goes on. */
const isCopied = (c: Chunk, chunks: readonly Chunk[]): boolean =>
  unitAt(headOf(c)).word.kind === '形容詞' &&
  /^(?:なる|する)$/.test(chunks[c.index + 1] ? unitAt(headOf(chunks[c.index + 1]!)).word.base : '')

/** 抗菌薬を半年間飲むことで, 処方された薬で: a medicine is what is taken. */
function drugTaken(parse: Parse): Agent | undefined {
  const taken = parse.chunks.findIndex((c) => c.units.some((u) => /^(?:飲む|のむ|服用|使う|使用|投与|処方|注射|塗る)$/.test(u.word.base)))
  if (taken < 0 || parse.chunks[taken]!.tail.some((w) => /^(?:ない|ず|ぬ)$/.test(w.base))) return undefined
  // 薬を飲んでいる方の, 薬のせいで: whose trouble it is, or what brought it
  const next = parse.chunks[taken + 1]
  if (next && parse.chunks[taken]!.boundary === 'adnominal' && (isPerson(headWord(next)) || isHard(parse, next))) return undefined
  if (parse.words.some((w) => /^(?:せい|副作用)$/.test(w.surface))) return undefined
  for (const chunk of parse.chunks.slice(0, taken + 1).reverse()) {
    const drug = chunk.units.find(({ hit }) => hit !== undefined && isMedicine(hit.row))
    if (drug && (chunk.link === 'を' || chunk.link === 'で' || chunk.index === taken))
      return { kind: 'other', at: spanOf(parse, drug.first, drug.last), why: drug.hit!.row.id }
  }
  return undefined
}

/** 朝、コップ一杯の水を飲むと */
function waterTaken(parse: Parse): Agent | undefined {
  const taken = parse.chunks.find((c) => c.boundary === 'condition' && unitAt(headOf(c)).word.base === '飲む')
  const object = taken && parse.chunks[taken.index - 1]
  if (object?.link !== 'を' || !/^(?:水|お水|白湯|さ湯|お湯|ぬるま湯|湯|牛乳|常温水|炭酸水)$/.test(headWord(object))) return undefined
  return { kind: 'other', at: spanOf(parse, object.first, taken!.last), why: 'other.diet' }
}

/** お湯の温度を下げると, 前かがみをやめると, よくかんで食べると: what people do on purpose with something that is not sold. */
function done(parse: Parse): Agent | undefined {
  // 部屋を暗くすると, 室温を低めにすれば: how a room is arranged
  const room =
    /(?:部屋|寝室|照明|明かり|灯り|電気|画面|室温|温度|湿度|音量|音|枕|カーテン|設定)[をも][^。、]{1,5}(?:く|に|めに)(?:する|し)(?:と|れば|たら|ておくと)/.test(
      surfacesOf(parse.words),
    )
  if (room) return { kind: 'other', at: spanOf(parse, 0, parse.words.length - 1), why: 'other.lifestyle' }
  const verb = parse.chunks.find((c) => c.boundary === 'condition' && c.depth === 0 && c.isPredicate)
  const before = verb && objectOf(parse, verb)
  if (!before || !verb.tail.some((w) => w.surface === 'と' || w.surface === 'ば')) return undefined
  const { base } = headWordOf(verb)
  const isChewed = base === '食べる' && /^(?:かむ|噛む)$/.test(headWordOf(before).base)
  const isMoved = before.link === 'を' && moved.test(base)
  if (!isChewed && !isMoved && !(before.link === 'を' && !before.units.some(isTargetUnit) && deliberate.test(base))) return undefined
  return { kind: 'other', at: spanOf(parse, before.first, verb.last), why: 'other.lifestyle' }
}

/** ここを5秒押すと, 首をゆっくり3回回すと: how long and how often it is done stands between. */
const objectOf = ({ chunks, words }: Parse, { index }: Chunk): Chunk | undefined => {
  const nearest = chunks[index - 1]
  const isSpan =
    nearest &&
    /^[0-9一二三四五十数約ほんの]*(?:秒|分|回|度|周|時間|分間|秒間|セット)(?:ほど|くらい|ぐらい|間|ずつ)?、?$/.test(
      surfacesOf(words, nearest.first, nearest.last + 1),
    )
  return isSpan && chunks[index - 2]?.link === 'を' ? chunks[index - 2] : nearest
}

const deliberate =
  /^(?:作る|設ける|決める|下げる|上げる|減らす|増やす|控える|やめる|止める|変える|ほぐす|伸ばす|曲げる|回す|温める|冷やす|浴びる|閉じる|開ける|消す|つける|洗う|拭く|着る|脱ぐ|履く|はく|敷く|挟む|置く|押す|もむ|さする|吸う|吐く|歩く|休む|取り替える|換える|替える|薄める|煮る|ゆでる|外す|離す|遠ざける|避ける|よける|刺激|なでる|こする|握る|にぎる|つまむ|踏む|当てる|あてる|反らす|たたく|鍛える|持ち上げる)$/

/** What is done to a part of the body. */
const moved = /^(?:回す|伸ばす|曲げる|動かす|もむ|揉む|さする|ほぐす|鍛える|閉じる|開く|冷やす|反らす|すぼめる|たたく|叩く|繰り返す|返す)$/

const headWordOf = (chunk: Chunk) => unitAt(headOf(chunk)).word

const headWord = (chunk: Chunk): string => unitAt(headOf(chunk)).word.surface

const isMedicine = ({ id, type }: { readonly id: string; readonly type: string }): boolean =>
  type === 'drug-or-therapy' || type === 'drug-class' || /^other\.drug/.test(id)

/** 自然に消えることが多く, 多くの場合 … 軽くなっていきます: how a trouble runs by itself, no matter what anybody sells. */
export function courseOf(parse: Parse): Agent | undefined {
  if (parse.hits.some((hit) => hit.row.type === 'agent')) return undefined
  if (parse.chunks.some((c) => c.units.some((u) => /^(?:飲む|のむ|摂る|続ける|試す|始める|塗る)$/.test(u.word.base)))) return undefined
  const text = surfacesOf(parse.words)
  const isTopic = parse.chunks.some((c) => c.link === 'は' && c.units.some(isTargetUnit))
  if (
    isTopic &&
    /自然に|自然と|ひとりでに|おのずと|(?:ふつう|普通|通常|たいてい|たいがい|大抵|一般に|多くは|ほとんどは?)[^。]{0,8}(?:日|週間|か月|ヶ月|時間)(?:以内|ほど|くらい|ぐらい|前後|程度)?(?:に|で)/.test(
      text,
    )
  )
    return { kind: 'other', at: spanOf(parse, 0, parse.words.length - 1), why: 'other.course' }
  const found = /(?:こと|場合|もの)(?:が|も|は)(?:多|ほとんど|少なくな)|多くの場合|多くは|大半は|のが(?:特徴|ふつう|普通|一般的)/.exec(text)
  return found ? { kind: 'other', at: spanOf(parse, 0, parse.words.length - 1), why: 'other.course' } : undefined
}

/** 運動も食事制限もなしで: named to say that it is not needed. */
export function isWithout(parse: Parse, chunk: Chunk): boolean {
  // 点眼薬だけでは心細い: it does not do
  if (/(?:だけ|ばかり|のみ)では?は?$/.test(surfacesOf(chunk.tail.filter((w) => w.kind !== '記号'))) && /では/.test(surfacesOf(chunk.tail)))
    return true
  for (let i = chunk.index + 1; i < chunk.index + 4; i++) {
    const next = parse.chunks[i]
    if (!next) return false
    const { surface, base } = unitAt(headOf(next)).word
    if (
      /^(?:なし|無し|不要|抜き|ゼロ|せず|ナシ|卒業|終わり|終了|外し|返却|処分)$/.test(surface) ||
      /^(?:ない|いる|要る|手放す|減る|減らす|やめる|外す|はずす|置く|しまう|捨てる|返す|忘れる|外れる|断る|脱ぐ)$/.test(base)
    )
      return true
    if (next.link !== chunk.link && !next.isPredicate && !/^(?:回数|量|数|出番)$/.test(surface)) return false
  }
  return false
}

/** 起き上がるのもつらかった腰の痛み: what was hard to do did nothing. */
export const isHard = ({ chunks }: Parse, chunk: Chunk): boolean =>
  /^(?:つらい|辛い|大変|苦痛|怖い|こわい|嫌|いや|やっと|おっくう|億劫|難しい|困難|苦しい|痛い|しんどい|無理|精一杯)$/.test(
    chunks[chunk.index + 1] ? unitAt(headOf(chunks[chunk.index + 1]!)).word.base : '',
  )

/** What is done with what is sold, or said of it in passing. */
export const takings =
  /^(?:飲む|摂る|とる|取る|食べる|摂取|補給|続ける|継続|使う|使用|取り入れる|補う|併用|配合|組み合わせる|与える|投与|加える|上昇|する|なる|ある)$/

/** A pursuit of people named beside those whom the sentence is about: 運動する方だけでなく, ヨガが好きな方をはじめ. */
function isOfCustomers(parse: Parse, chunk: Chunk): boolean {
  const rest = surfacesOf(parse.words, chunk.first)
  return /^[^、。]{2,24}?(?:方|方々|人|人々|皆さま|皆さん|皆様)(?:の(?:ほか|他)(?:に|にも)?|はもちろん|だけで(?:は)?なく|のみならず|ばかりか|に(?:加え|くわえ)て?|や|から|をはじめ(?:として|とし)?|も)、?.{2,40}たい(?:方|人|方々|皆さま|皆様)(?:に|へ|まで|から|の)/u.test(
    rest,
  )
}
