import type { Agent, AnalysisContext } from '../../core/sentence.js'
import type { TextSpan } from '../../core/span.js'
import type { Chunk, Unit } from './chunks.js'
import { spanOf } from './cues.js'
import { headOf, isAct, isTargetUnit, type Place, unitAt } from './grammar.js'
import { isPerson } from './nouns.js'
import { courseOf, hasWorn, isHard, isMeasuredAt, isOfDescription, isWithout, otherBeside, takings } from './other-agents.js'
import { valenceOf } from './outcome.js'
import type { Parse } from './parse.js'
import { surfacesOf } from './words.js'

/** Case phrases that name who or what does it. */
const agentLinks = /^(?:は|が|も|には|では|で|なら|とは|によって|により|による|こそ|って|だけで|のみで|から|の力で)$/

const pronouns = new Set(['これ', 'それ', 'こちら', '本品', '当品', 'コレ', 'この一粒', 'これら'])

/** Who is said to do it. A zero subject takes the topic the block has been about. */
export function agentOf(parse: Parse, act: Place, takenBy: ReadonlySet<number>, context: AnalysisContext, topic: Agent | undefined): Agent {
  let unknown: Agent | undefined
  let other: Agent | undefined
  /** Inside a clause that describes a noun: its subject is not ours. */
  let isForeign = false
  /** In an earlier clause of the sentence: its subject may be another, its topic is the same. */
  let isPast = false
  /** 抜け毛が減り、ボリュームが出て: an act with a subject of its own does not take that of the clause before. */
  const hasSubject = [...takenBy].some((i) => i < act.chunk.index && /^(?:が|も)$/.test(parse.chunks[i]!.link))
  for (let i = act.chunk.index - 1; i >= 0; i--) {
    const chunk = parse.chunks[i]!
    if (chunk.depth < act.chunk.depth) break
    if (chunk.isPredicate && chunk.boundary === 'strong' && i < act.chunk.index) break
    if (chunk.isPredicate) {
      isForeign = chunk.boundary === 'adnominal'
      if (!isForeign) isPast = true
      continue
    }
    // 肺炎球菌から体が守られる: it befalls the part
    if (
      chunk.link === 'が' &&
      act.chunk.tail.some((w) => /^(?:れる|られる)$/.test(w.base)) &&
      unitAt(headOf(chunk)).hit?.row.type === 'body-part'
    )
      continue
    // 放射線治療によるただれ: what brought the trouble does not relieve it
    if (chunk.link === 'による' && isTargetUnit(parse.chunks[chunk.index + 1]?.units.at(-1))) continue
    if (takenBy.has(chunk.index) || !agentLinks.test(chunk.link) || isWithout(parse, chunk) || isMeasuredAt(parse, chunk)) continue
    const hit = unitAt(headOf(chunk)).hit
    // くすみが抜けて、透明感アップ: a trouble that went does not bring what comes
    if (isPast && chunk.link === 'が' && hit && isTargetUnit(unitAt(headOf(chunk))) && (hasSubject || valenceOf(hit.row) === 'bad'))
      continue
    if ((isForeign && !/^(?:は|も|には|では)$/.test(chunk.link)) || isOfDescription(parse, chunk)) continue
    if (/^(?:が|も)$/.test(chunk.link) && isOfOwner(parse, i, act.chunk.index)) continue
    const agent = agentIn(parse, chunk, context)
    // スマホで酷使した目の: what brought the trouble
    if (agent?.kind === 'other' && chunk.link === 'で' && hasWorn(parse, chunk)) continue
    if (agent && agent.kind !== 'other' && agent.kind !== 'unknown') return agent
    if (agent?.kind === 'other') other ??= agent
    else if (agent && (chunk.link === 'は' || (!isPast && /^(?:が|も)$/.test(chunk.link)))) unknown ??= agent
  }
  const focus = focusOf(parse, act.chunk)
  if (focus) return focus
  const head = describedBy(parse, act.chunk)
  if (other) return head?.kind === 'product' || head?.kind === 'ingredient' ? head : other
  if (head) return head
  if (unknown) return isBefallen(parse, act) && isKin(parse, unknown) ? { ...unknown, why: beneficiary } : unknown
  const beside = otherBeside(parse, takenBy) ?? (topic && isSold(topic) ? undefined : courseOf(parse))
  if (beside) return beside
  return topic && isCarried(topic) ? topic : { kind: 'zero' }
}

/** BMIが高めの方の体重を減らす: it tells whose weight it is. */
export const isOfOwner = ({ chunks }: Parse, subject: number, act: number): boolean =>
  chunks.slice(subject + 1, act).some((c) => c.link === 'の' && isPerson(unitAt(headOf(c)).word.surface))

/** Whoever is the subject only has the good of it: 娘は風邪知らず, 母はひざの痛みが消えました. */
export const beneficiary = 'beneficiary'

/** 風邪知らず, 熱を出さない, 痛みが消える: it befalls somebody, who does nothing. */
function isBefallen(parse: Parse, { chunk, at }: Place): boolean {
  const { hit, word } = chunk.units[at]!
  if (hit?.row.id === 'act.suffer') return true
  if (word.surface === '知らず') return true
  return hit?.row.type === 'act' && /^(?:が|も)$/.test(parse.chunks[chunk.index - 1]?.link ?? '')
}

function isKin({ chunks, words }: Parse, { at }: Agent): boolean {
  const chunk = chunks.find((c) => at !== undefined && words[c.first]!.from <= at.from && at.from < words[c.last]!.to)
  return chunk !== undefined && (isPerson(unitAt(headOf(chunk)).word.surface) || household.test(surfacesOf(chunk.units.map((u) => u.word))))
}

const household =
  /^(?:わが家|我が家|うち|わが子|我が子|一家|家族全員|家じゅう|家中|全員|みんな|皆|私|わたし|僕|ぼく|俺|オレ|自分|夫婦ふたり|クラス)$/

const isSold = ({ kind }: Agent): boolean => kind === 'product' || kind === 'brand' || kind === 'ingredient'

/** 治せるのは医師だけです, 和らげたのはコルヒチンでした: what stands after 〜のは is the one that does it. */
function focusOf(parse: Parse, chunk: Chunk): Agent | undefined {
  const { chunks } = parse
  const at = chunks.findIndex(
    (c, i) => i > chunk.index && i <= chunk.index + 3 && c.link === 'は' && headOf(c).chunk.units.at(-1)!.word.surface === 'の',
  )
  if (at < 0 || chunks[at - 1]!.boundary !== 'adnominal') return undefined
  const focus = chunks.slice(at + 1)
  if (!focus.at(-1)?.tail.some((w) => w.base === 'です' || w.base === 'だ')) return undefined
  const units = focus.flatMap((c) => c.units)
  if (units.some((u) => u.hit?.row.type === 'agent')) return undefined
  const doer = units.find(({ hit }) => hit !== undefined && isOther(hit.row))
  return doer && { kind: 'other', at: spanOf(parse, doer.first, doer.last), why: doer.hit!.row.id }
}

/** Something that is not what is sold: agents of their own, medicines, the people who treat. */
const isOther = ({ id, type }: { readonly id: string; readonly type: string }): boolean =>
  type === 'other-agent' || type === 'drug-or-therapy' || type === 'drug-class' || id === 'evidence.person'

/** 血圧を下げる酢: the noun that the clause describes does it. */
function describedBy(parse: Parse, chunk: Chunk): Agent | undefined {
  const compound = chunk.units.find((u) => u.hit?.row.type === 'agent')
  if (compound?.hit) return { kind: compound.hit.row.id.startsWith('ingredient.') ? 'ingredient' : 'product' }
  if (chunk.boundary !== 'adnominal' && chunk.link !== 'の') return undefined
  for (let i = chunk.index + 1; i < Math.min(parse.chunks.length, chunk.index + 5); i++) {
    const next = parse.chunks[i]!
    const named = next.units.find((u) => u.hit?.row.type === 'agent' || u.hit?.row.type === 'other-agent')
    if (named?.hit) {
      const id = named.hit.row.id
      if (named.hit.row.type === 'agent')
        return { kind: id.startsWith('ingredient.') ? 'ingredient' : 'product', at: spanOf(parse, named.first, named.last) }
      const later = parse.chunks.slice(i, i + 3).some((c) => c.units.some((u) => u.hit?.row.type === 'agent'))
      const isHead = next.units.at(-1) === named
      if (!later && isHead && /^other\.(?:exercise|diet|lifestyle|drug|law|device|therapy|thing)/.test(id))
        return { kind: 'other', at: spanOf(parse, named.first, named.last), why: id }
    }
    if ((i === parse.chunks.length - 1 || isShown(parse, next)) && isWay(parse, next, chunk))
      return { kind: 'other', at: spanOf(parse, next.first, next.last), why: 'other.lifestyle' }
    if (next.isPredicate || !/^(?:の|と|や|)$/.test(next.link)) break
  }
  return undefined
}

/** 血行をよくする入浴法については、動画をご覧ください: it is told elsewhere on the page. */
const isShown = ({ chunks }: Parse, { link }: Chunk): boolean =>
  /^(?:について|については|に関して|を|は)$/.test(link) &&
  chunks
    .slice(-2)
    .some(({ units }) =>
      units.some(({ word }) =>
        /^(?:紹介|ご覧|解説|説明|伝える|お伝え|まとめる|公開|配信|教える|学ぶ|見る)$/.test(word.base || word.surface),
      ),
    )

/** 眠りの質を高める三つの習慣, 疲れを取る入浴法: a heading that promises ways of doing it. 新習慣 is what is sold; over a disease any may be: 喘息を抑える三つのステップ. */
function isWay({ chunks, lexicon, words }: Parse, chunk: Chunk, act: Chunk): boolean {
  if (words[chunk.first]!.surface === '新') return false
  const { surface } = unitAt(headOf(chunk)).word
  const isNamed = lexicon.list('way').has(surface) || (chunk.units.length > 1 && /^(?:法|術|方)$/.test(surface))
  return isNamed && !chunks.slice(0, act.index + 1).some(({ units }) => units.some(({ hit }) => hit && isOfIllness(hit.row)))
}

/** お薬手帳が薄くなる暮らし: what is done without the things of care is no way of living. */
const isOfIllness = ({ id, type }: { readonly id: string; readonly type: string }): boolean =>
  ofIllness.has(type) || /^(?:lexical\.care|other\.drug\.care|other\.therapy\.care)/.test(id)

const ofIllness: ReadonlySet<string> = new Set(['disease', 'symptom', 'abnormal-state', 'marker', 'pathogen'])

export function agentIn(parse: Parse, chunk: Chunk, context: AnalysisContext): Agent | undefined {
  const head = unitAt(headOf(chunk))
  const at = spanOf(parse, head.first, head.last)
  const text = surfacesOf(chunk.units.map((u) => u.word)).toLowerCase()
  if (context.productNames.some((name) => name !== '' && text.includes(name.toLowerCase()))) return { kind: 'brand', at }
  if (context.ingredients.some((name) => name !== '' && text.includes(name))) return { kind: 'ingredient', at }
  // 緑茶を一日五杯飲む人は: what they take
  if (isPerson(head.word.surface) || head.hit?.row.id === 'other.person' || /^(?:群|グループ|園児|児童|党|派)$/.test(head.word.surface)) {
    const taken = takenBy(parse, chunk)
    if (taken) return { kind: 'ingredient', at: taken }
  }
  for (const unit of [...chunk.units].reverse()) {
    const row = unit.hit?.row
    if (!row) continue
    if (row.type === 'agent')
      return { kind: row.id.startsWith('ingredient.') ? 'ingredient' : 'product', at: spanOf(parse, unit.first, unit.last) }
    if (row.id === 'evidence.person' && unit === head && /^(?:は|が)$/.test(chunk.link) && !reports(parse))
      return { kind: 'other', at, why: row.id }
    if (row.type === 'evidence') return undefined
    if (row.id === 'other.organ' && ownsIngredient(parse, chunk)) return { kind: 'ingredient', at }
    // 朝ヨガ3か月で
    const isSpan = chunk.link === 'で' && /^(?:か月|ヶ月|カ月|ヵ月|週間|年間|日間|分|回)$/.test(head.word.surface)
    if (row.type === 'other-agent' && (unit === head || isSpan))
      return isDoer(row.id, chunk.link) && !hasWorn(parse, chunk) ? { kind: 'other', at, why: row.id } : undefined
  }
  if (/^(?:機|器|機器|具|台|チェア|クッション|枕|体操)$/.test(head.word.surface) && chunk.units.length > 1)
    return { kind: 'other', at, why: 'other.device' }
  // むずかしい話はさておき: put aside
  if (/^(?:さておく|さておき|ともかく|とにかく|別|抜き)$/.test(headAfter(parse, chunk))) return undefined
  if (head.word.surface === 'こと' || head.word.surface === 'の') return activityOf(parse, chunk)
  if (pronouns.has(head.word.surface)) return { kind: 'pronoun', at }
  if (head.hit?.row.type === 'drug-or-therapy' && !/^(?:に|の|も)$/.test(chunk.link)) return { kind: 'other', at, why: head.hit.row.id }
  // 免疫とは、…仕組みのこと: a definition; とはいえ, とは違い are none
  if (
    chunk.link === 'とは' &&
    !pronouns.has(head.word.surface) &&
    !/^(?:いう|言う|違う|異なる|別|裏腹|思える|無縁|限る)$/.test(headAfter(parse, chunk))
  )
    return { kind: 'other', at, why: 'definition' }
  // 生きた善玉菌が腸まで届き: what is in the product
  if (head.hit?.row.id === 'function.gut-flora' && isTakenIn(parse, chunk)) return { kind: 'ingredient', at }
  // たっぷりの睡眠で: sleep did it
  if (chunk.link === 'で' && /^(?:睡眠|休養|休息|深呼吸|早寝|早起き)$/.test(head.word.surface))
    return { kind: 'other', at, why: 'other.sleep' }
  if (isTargetUnit(head))
    return /^(?:は|が)$/.test(chunk.link) || (chunk.link === 'も' && valenceOf(head.hit!.row) !== 'bad')
      ? { kind: 'other', at, why: head.hit!.row.id }
      : undefined
  // この春は: when, not who
  if (
    isAct(head) ||
    /^(?:狙い|ねらい|目的|特長|特徴|秘密|理由|ポイント|コツ|きっかけ|結果|答え|魅力|持ち味|真骨頂|役目|仕事|効果|合言葉|テーマ|願い|春|夏|秋|冬|梅雨|季節|時期|シーズン|週|あと|後|中)$/.test(
      head.word.surface,
    )
  )
    return undefined
  const owner = parse.chunks[chunk.index - 1]
  // 深呼吸の習慣で: what one does
  if (
    chunk.link === 'で' &&
    head.word.surface === '習慣' &&
    owner?.link === 'の' &&
    /^(?:深呼吸|睡眠|早寝|昼寝|休養)$/.test(unitAt(headOf(owner)).word.surface)
  )
    return { kind: 'other', at, why: 'other.lifestyle' }
  if (owner?.link === 'の' && head.word.surface !== '中') {
    // ヨガなどの実践は, 乳酸菌の摂取は: the noun stands for what it is about
    const named = owner.units.find((u) => u.hit?.row.type === 'agent' || u.hit?.row.type === 'other-agent')
    const row = named?.hit?.row
    if (named && row?.type === 'agent')
      return { kind: row.id.startsWith('ingredient.') ? 'ingredient' : 'product', at: spanOf(parse, named.first, named.last) }
    if (named && row && isDoer(row.id, '') && isDoer(row.id, chunk.link))
      return { kind: 'other', at: spanOf(parse, named.first, named.last), why: row.id }
  }
  if (head.word.detail === '非自立' || head.word.detail === '副詞可能' || head.word.detail === '数' || /^[何一二三1-9][度回]$/.test(text))
    return undefined
  // 栄養士の9割が: a share of people who say so
  if (/(?:割|半数|%|人|名|パーセント)$/.test(text) && /[0-9一二三四五六七八九十百千半]/.test(text)) return undefined
  const form = parse.lexicon.list('bodily').has(head.word.surface) ? undefined : byForm(text)
  if (form) return form === 'zero' ? undefined : { kind: form, at }
  return { kind: 'unknown', at }
}

/** What the people are described as taking: 乳酸菌をのむ園児, コーヒー党. */
function takenBy(parse: Parse, chunk: Chunk): TextSpan | undefined {
  const isSold = (unit: Unit) => unit.hit?.row.type === 'agent'
  const own = chunk.units.find(isSold)
  if (own) return spanOf(parse, own.first, own.last)
  const verb = parse.chunks[chunk.index - 1]
  if (
    verb?.boundary !== 'adnominal' ||
    !/^(?:飲む|のむ|摂る|とる|食べる|摂取|続ける|たしなむ|嗜む|愛飲)$/.test(unitAt(headOf(verb)).word.base)
  )
    return undefined
  for (let i = verb.index - 1; i >= 0 && i >= verb.index - 5 && parse.chunks[i]!.boundary !== 'strong'; i--) {
    const unit = parse.chunks[i]!.units.find(isSold)
    if (unit) return spanOf(parse, unit.first, unit.last)
  }
  return undefined
}

const isTakenIn = ({ words }: Parse, chunk: Chunk): boolean => {
  const text = surfacesOf(words, Math.max(0, chunk.first - 6), chunk.last + 6)
  return /[億兆]個|生きた|生きて|腸まで|配合|由来の/.test(text)
}

const headAfter = ({ chunks }: Parse, { index }: Chunk): string => (chunks[index + 1] ? unitAt(headOf(chunks[index + 1]!)).word.base : '')

/** パパイヤ種子の酵素: the ingredient's, not the body's. */
function ownsIngredient(parse: Parse, chunk: Chunk): boolean {
  const owner = parse.chunks[chunk.index - 1]
  return (
    chunk.units.some((u) => u.hit?.row.type === 'agent') || (owner?.link === 'の' && owner.units.some((u) => u.hit?.row.type === 'agent'))
  )
}

/** By で only what people do or take brings something about: 運動で, 食事で; a person, a study or a disease has to be the subject. */
const isDoer = (id: string, link: string): boolean =>
  /^(?:は|が|も|こそ|によって|により)$/.test(link) || /^other\.(?:exercise|diet|sleep|lifestyle|drug|device|therapy)/.test(id)

/** The sentence reports what somebody found or says; otherwise a doctor who is its subject is the one who does it. */
const reports = ({ hits }: Parse): boolean => hits.some((hit) => /^evidence\.(?:report|recommend|study|human|animal)$/.test(hit.row.id))

/** 笑うことは, 歩くことで: doing something other than taking a thing. */
function activityOf(parse: Parse, chunk: Chunk): Agent | undefined {
  const last = parse.chunks[chunk.index - 1]
  // 動かし続けること
  const isGoingOn =
    last !== undefined && /^(?:続ける|つづける)$/.test(unitAt(headOf(last)).word.base) && parse.chunks[last.index - 1]?.isPredicate
  const doing = isGoingOn ? parse.chunks[last.index - 1] : last
  if (!doing?.isPredicate || !/^(?:は|が|も|で)$/.test(chunk.link) || isHard(parse, chunk)) return undefined
  // 飛び起きることがなくなりました: what happens no more did nothing
  if (chunk.link !== 'で' && happenings.test(headAfter(parse, chunk))) return undefined
  const head = unitAt(headOf(doing))
  if (head.word.kind === '形容詞') return undefined
  // 目指すのは、病気と無縁の体: what follows is what is aimed at
  if (chunk.link === 'は' && chunk.units.at(-1)!.word.surface === 'の' && aims.test(head.word.base)) return undefined
  if (isAct(head) || isTargetUnit(head) || takings.test(head.word.base) || takings.test(head.word.surface)) return undefined
  const object = parse.chunks[doing.index - 1]
  if (object?.units.some((u) => u.hit?.row.type === 'agent')) return undefined
  return { kind: 'other', at: spanOf(parse, chunk.first, chunk.last), why: 'other.lifestyle' }
}

const happenings = /^(?:なくなる|無くなる|減る|増える|ある|ない|できる|出来る|多い|少ない|続く|起きる|起こる|やむ|止む|激減|半減)$/

const aims =
  /^(?:目指す|めざす|狙う|ねらう|求める|願う|望む|こだわる|選ぶ|提案|考える|おすすめ|すすめる|叶える|かなえる|注目|届ける|欲しい|ほしい|違う)$/

/** A noun no list knows, by its shape: 一包 is a dose, 〜エキス an ingredient, a word in katakana or Latin letters perhaps the brand. */
function byForm(text: string): 'product' | 'ingredient' | 'zero' | undefined {
  if (/(?:[一二三1-9]|ひと|毎日|毎朝)(?:包|杯|粒|本|袋|錠|滴|さじ|匙|缶|パック|瓶)$/.test(text)) return 'product'
  if (
    /(?:エキス|オイル|油|ペプチド|酸|素|菌|茶|酵素|ハーブ|粉末|果実|種子|抽出物|末|[a-z0-9]株|プロテイン|ポリフェノール|ウォーター|ドリンク|ゼリー|サプリ)$/.test(
      text,
    )
  )
    return 'ingredient'
  return /[ァ-ヺー]{3,}|[a-z]{2,}/.test(text) ? 'zero' : undefined
}

/** What a sentence is about, for the next one: its は phrase. */
export function topicOf(parse: Parse, context: AnalysisContext): Agent | undefined {
  const topic = parse.chunks.find((chunk) => chunk.link === 'は' && !chunk.isPredicate && chunk.depth === 0)
  return topic && agentIn(parse, topic, context)
}

/** Exercise, food, drugs stay the subject of a next sentence that has none; an organ or a person does not. */
const isCarried = ({ kind, why }: Agent): boolean =>
  kind === 'other' && /^other\.(?:exercise|diet|lifestyle|drug|device|therapy)/.test(why ?? '')
