import type { Agent, AnalysisContext } from '../../core/sentence.js'
import type { Chunk, Unit } from './chunks.js'
import { spanOf } from './cues.js'
import { headOf, unitAt } from './grammar.js'
import type { JapaneseLexicon } from './lexicon.js'
import type { Parse } from './parse.js'
import { surfacesOf } from './words.js'

/** What a sentence names as sold. */
export interface Presence {
  readonly agent: Agent
  readonly chunk?: Chunk
}

/** Taking it is enough to speak of it: 飲みはじめて, 半年続けたら, この一本で. */
const takings = /^(?:飲む|のむ|摂る|続ける|飲み始める|服用|摂取|愛飲|愛用|飲用|常飲)$/

const subjectLinks = /^(?:は|が|も|で|では|には|こそ|なら|によって|により|から|だけで|のおかげで|とともに|と)$/

/**
 * The product, brand or ingredient that the sentence speaks of, wherever it stands; what only takes part in a contrast (のない, 不足) does not count.
 * `isBeside`: the sentence before or after names it. Undefined when there is none, or when something that is not sold is the subject (運動, 手術, ワクチン).
 */
export function productIn(parse: Parse, context: AnalysisContext, topic: Agent | undefined, isBeside: boolean): Presence | undefined {
  let found: Presence | undefined
  let pointed: Presence | undefined
  let other: Chunk | undefined
  for (const chunk of parse.chunks) {
    const text = surfacesOf(chunk.units.map((u) => u.word)).toLowerCase()
    const head = unitAt(headOf(chunk))
    if (context.productNames.some((name) => name !== '' && text.includes(name.toLowerCase())))
      return { agent: at(parse, chunk, head, 'brand'), chunk }
    const named = chunk.units.find((u) => u.hit?.row.type === 'agent')
    // 処方される: a verb
    const isVerb = named === head && chunk.isPredicate && chunk.tail.some((w) => w.base === 'する')
    if (named && !isVerb && !isLacking(parse, chunk, named)) {
      const kind = named.hit!.row.id.startsWith('ingredient.') ? 'ingredient' : 'product'
      found ??= { agent: at(parse, chunk, named, kind), chunk }
      continue
    }
    if (pronouns.test(head.word.surface) && /^(?:は|が|も|で|を|こそ|なら|だけで|さえ)$/.test(chunk.link) && isPitch(parse)) {
      pointed ??= { agent: at(parse, chunk, head, 'pronoun'), chunk }
      continue
    }
    const id = head.hit?.row.id ?? ''
    if (head.hit?.row.type === 'drug-or-therapy' && /^(?:は|が|で|によって|により)$/.test(chunk.link)) other ??= chunk
    // 再検査で胃にポリープ: where it was found
    if (id === 'other.drug.clinical-test') continue
    if (/^other\.(?:exercise|diet|lifestyle|drug|device|therapy|sleep)/.test(id) && subjectLinks.test(chunk.link) && chunk.link !== 'と')
      other ??= chunk
  }
  if (found) return found
  if (pointed) return pointed
  if (other) return undefined
  const taking = takingIn(parse)
  if (taking) return { agent: { kind: 'zero' }, chunk: taking }
  if (isBeside) return { agent: { kind: 'zero' } }
  return topic?.kind === 'product' || topic?.kind === 'ingredient' || topic?.kind === 'brand' ? { agent: topic } : undefined
}

/** The verb that says that something is taken, of which there is not too much and which is no medicine. */
export function takingIn(parse: Parse): Chunk | undefined {
  const lack = parse.lexicon.list('lack')
  const taking = parse.chunks.find(
    (chunk) =>
      chunk.units.some((u) => takings.test(u.word.base)) &&
      !isGoingOn(chunk, parse) &&
      !chunk.units.some((u) => lack.has(u.word.surface) || /^(?:過剰|すぎ|過ぎ)$/.test(u.word.surface)) &&
      !chunk.tail.some((w) => /^(?:すぎる|過ぎる)$/.test(w.base)),
  )
  return taking && !isDrugTaken(parse, taking) ? taking : undefined
}

/** 見続ける, 座り続ける: something else goes on. */
const isGoingOn = ({ units, first }: Chunk, { words, chunks }: Parse): boolean => {
  const verb = units.find((u) => u.word.base === '続ける')
  if (!verb) return false
  const before = words[verb.first - 1]
  return before?.kind === '動詞' && !chunks.some((c) => c.first <= first && c.units.some((u) => u !== verb && takings.test(u.word.base)))
}

const pronouns = /^(?:これ|コレ|こちら|こいつ|コイツ)$/

/** これ in a text that sells: with a verb of taking, or of what it does; これは脳の病気です only explains. */
const isPitch = ({ chunks }: Parse): boolean =>
  !chunks.at(-1)!.tail.some((w) => w.base === 'です' || w.base === 'だ') ||
  chunks.some((c) => c.units.some((u) => takings.test(u.word.base)))

const at = (parse: Parse, _chunk: Chunk, unit: Unit, kind: Agent['kind']): Agent => ({ kind, at: spanOf(parse, unit.first, unit.last) })

/** 鉄が不足すると, 砂糖不使用: what is missing does nothing. */
export function isLacking(parse: Parse, chunk: Chunk, unit: Unit): boolean {
  const lack = parse.lexicon.list('lack')
  const after = chunk.units[chunk.units.indexOf(unit) + 1]?.word.surface
  if (after && lack.has(after)) return true
  // サプリではなくマットレス: named to say that it is not meant
  if (/^(?:では|じゃ|でも)?(?:なく|なくて|ありません)/.test(surfacesOf(parse.words, unit.last + 1, unit.last + 5))) return true
  const next = parse.chunks[chunk.index + 1]
  if (!next || !/^(?:が|の|は|も|を)$/.test(chunk.link)) return false
  const head = unitAt(headOf(next))
  return lack.has(head.word.surface) || lack.has(head.word.base)
}

/** 薬を飲んでいる, 抗凝固薬を服用, お薬を必ず飲んで: a medicine is taken, not what is sold. */
function isDrugTaken(parse: Parse, taking: Chunk): boolean {
  const object = parse.chunks.findLast(({ index, link }) => index < taking.index && link === 'を') ?? parse.chunks[taking.index - 1]
  const ids = [...(object?.units ?? []), ...taking.units].map((u) => u.hit?.row)
  return (
    ids.some((row) => row?.type === 'drug-or-therapy' || /^other\.(?:drug|therapy|exercise|diet|lifestyle|sleep)/.test(row?.id ?? '')) ||
    /^(?:酒|お酒|水|薬|お茶)$/.test(object ? unitAt(headOf(object)).word.surface : '')
  )
}

/** What a neighbouring sentence says of something taken, without a word that a list holds: 西洋トチノキの粒, 桑の葉茶, 毎朝飲んでいます. */
const takenWords =
  /(?:の|い|ん|ス|ン|ル|ト|ク|た)粒|[1一]日(?:に)?[0-9一二三四五六]{1,2}(?:粒|錠|包|カプセル)|[ァ-ヺー一-龯ぁ-ん]{2}(?:粉末|青汁)|[ァ-ヺー一-龯]{2}(?:茶|酢|エキス|オイル)|(?:ひげ|むぎ|はと麦|そば|どくだみ|よもぎ|ごぼう|しょうが|たんぽぽ|なた豆|ばら)茶|[たるい](?:この)?一(?:本|粒|杯|包)[。!！]?$|(?:飲|のみ|のん|なめ|愛用|愛飲|服用|摂取)(?:[まんみむめてで]|し|始|続|つづ)|サプリ|カプセル|のおかげ|この(?:水|きのこ|キノコ|お茶|茶|粒|酢|油|実|豆|粉)(?:だけ|と(?:歩|暮|過)|に(?:出会|替え|変え|感謝))/

/** How shop copy names what it sells without a word that a list holds: 手放せません, 30粒, 定期便. */
const offered =
  /手放せ(?:ま|な|ず)|リピ(?:ート|買い)|定期便|[0-9](?:mg|粒|包|錠|日分|カプセル)|日分|[一ひ]と?[粒包錠]|[一-龯ァ-ヺー]{2}配合/

/** The text names something sold or offered, or says that something is taken. */
export const tellsOffer = (text: string, lexicon: JapaneseLexicon): boolean => offered.test(text) || tellsTaking(text, lexicon)

/** The text names something sold, or says that something is taken. */
export const tellsTaking = (text: string, lexicon: JapaneseLexicon): boolean =>
  takenWords.test(text.replace(/(?:薬|酒|水|牛乳|ビール|コーヒー)を(?:飲|のん)/g, '')) || namesSold(text, lexicon)

/** マカ, not a piece of a longer word. */
const isWholeKatakana = (text: string, from: number, word: string): boolean =>
  /^[ァ-ヺー]{2}$/.test(word) && !/[ァ-ヺー]/.test((text[from - 1] ?? '') + (text[from + word.length] ?? ''))

/** A word for something sold stands in the text, read without cutting it: enough to know what a neighbouring sentence is about. */
export function namesSold(text: string, lexicon: JapaneseLexicon): boolean {
  const lower = text.toLowerCase()
  for (let i = 0; i < lower.length; i++) {
    for (const form of lexicon.formsAt(lower, i)) {
      const isNamed =
        form.text.length >= 3 ||
        (form.row.id.startsWith('ingredient.') && (/^[一-龯]{2}$/.test(form.text) || isWholeKatakana(lower, i, form.text)))
      if (form.row.type === 'agent' && isNamed && !form.row.id.startsWith('lexical') && lower.startsWith(form.text, i)) return true
    }
  }
  return false
}

/** A disease stands in the text, read without cutting it. */
export function namesIllness(text: string, lexicon: JapaneseLexicon): boolean {
  for (let i = 0; i < text.length; i++)
    for (const form of lexicon.formsAt(text, i))
      if (form.row.type === 'disease' && form.text.length >= 3 && text.startsWith(form.text, i)) return true
  return false
}

/** カフェインではありません, サプリは飲んでいません: what is sold is named as that which it was not. */
export const setsAside = (sentence: string): boolean =>
  /(?:では|じゃ)(?:ありません|ない(?:です)?)[。!！]?$|(?:飲ん|使っ|頼っ|摂っ|買っ)ていません|(?:飲ま|使わ|買わ)(?:なくて|ずに|なくても)|二の次|箱のまま|置いておき|あと回し|後回し/u.test(
    sentence,
  )
