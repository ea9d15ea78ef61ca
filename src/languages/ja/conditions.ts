import type { Chunk } from './chunks.js'
import { headOf, isNegator, unitAt } from './grammar.js'
import { isPerson } from './nouns.js'
import type { Parse } from './parse.js'
import { surfacesOf } from './words.js'

/** ば, たら, と, なら: what stands in the condition is not said to happen. */
export const conditionsIn = (parse: Parse): readonly Chunk[] =>
  parse.chunks.filter(
    (chunk) =>
      chunk.boundary === 'condition' &&
      !isSoundWord(parse, chunk) &&
      !/^(?:よる|気づく|気付く|思う|見る)$/.test(unitAt(headOf(chunk)).word.base) &&
      !/^(?:よい|良い|いい)$/.test(parse.words[chunk.last + 1]?.base ?? '') &&
      !isOfferOf(parse, chunk) &&
      !isGiven(parse, chunk) &&
      !isInvitation(parse, chunk) &&
      !isOfAnybody(parse, chunk) &&
      !isQuotation(parse, chunk),
  )

/** 効くと専門家が断言, 効く、と多くの方が実感: と before a verb of saying or feeling quotes. */
function isQuotation(parse: Parse, chunk: Chunk): boolean {
  if (parse.words[lastWord(parse, chunk)]!.surface !== 'と') return false
  const main = parse.chunks.slice(chunk.index + 1, chunk.index + 12)
  // 治りが早いと、特養からのまとめ買いが増えています: what is said brings orders
  if (chunk.hasComma && main.some((c) => c.units.some((u) => orders.test(u.word.surface)))) return true
  const said = main.findIndex((c) =>
    c.units.some((u) => sayings.test(u.word.base) || sayings.test(u.word.surface) || u.hit?.row.id === 'evidence.report'),
  )
  return said >= 0 && !main.slice(0, said).some((c) => c.isPredicate && c.boundary !== 'soft')
}

const orders =
  /^(?:まとめ買い|リピート|リピーター|注文|指名|指名買い|お便り|便り|声|お声|口コミ|評判|支持|反響|感想|定期便|ファン|クチコミ|箱買い)$/

const sayings =
  /^(?:断言|言う|いう|話す|語る|評判|話題|口コミ|太鼓判|実感|感じる|思う|考える|発表|報告|説明|紹介|評価|人気|好評|絶賛|呼ぶ|称する|信じる|述べる|主張|宣伝|表示|うたう|謳う|結論|示唆|期待|聞く|喜ぶ|驚く|する|申し上げる|申す|記す|教わる|言い張る|言い切る|豪語|納得|確信|気づく|明らか|判明|わかる|分かる|示す|認める|証明|確認|実証|立証|突き止める|突きとめる|知る|教える|伝える|噂|注目|うわさ|おっしゃる|仰る|語り継ぐ|漏らす)$/

/**
 * 頻尿対策なら、この一粒; 尿酸値が気になりだしたら、アンセリン: a condition and a thing instead of a main clause offer the thing; so do a wish
 * (負けたくなかったら, 抜け出したいなら) and a noun with なら before a sentence about something sold.
 */
function isOfferOf(parse: Parse, chunk: Chunk): boolean {
  const last = parse.words[lastWord(parse, chunk)]!
  const rest = parse.chunks.slice(chunk.index + 1)
  const isOffered = rest.some((c) => c.units.some((u) => u.hit?.row.type === 'agent' || /^(?:これ|コレ)$/.test(u.word.surface)))
  if (isOffered && chunk.tail.some((w) => w.base === 'たい')) return true
  if (isOffered && /^(?:なら|ならば)$/.test(last.surface) && chunk.units.at(-1)!.word.kind === '名詞') return true
  // 痛風といえば、この粒ですよね: what comes to mind first
  if (
    isOffered &&
    /(?:と(?:いえば|言えば|いったら|くれば|来れば))、?$/.test(surfacesOf(parse.words, Math.max(0, chunk.first - 1), chunk.last + 1)) &&
    !rest.some((c) => isAsserted(c) && unitAt(headOf(c)).word.kind === '動詞')
  )
    return true
  // …を招くなら、ふさぐのはこのグルタミンです: what is sold is the answer
  if (/^(?:なら|ならば|たら)$/.test(last.surface) && rest.at(-1)?.units.some((u) => u.hit?.row.type === 'agent')) return true
  // 薬を飲むと眠くなる方へ: it says who
  const people = rest[rest.findIndex((c) => c.isPredicate) + 1]
  if (people && parse.chunks[people.index - 1]!.boundary === 'adnominal' && isPerson(unitAt(headOf(people)).word.surface)) return true
  if (
    isOffered &&
    (chunk.hasComma || !rest.some((c) => c.isPredicate)) &&
    !rest.some(isAsserted) &&
    !/^(?:も|は|では|が)$/.test(rest.at(-1)!.link)
  )
    return true
  // ゆがんで見えはじめたら、ルテインのはじめどき
  if (isOffered && /(?:はじめ|始め|飲み|とり|摂り|替え|試し|頼り)(?:どき|時)|出番|合図/.test(surfacesOf(parse.words, chunk.last + 1)))
    return true
  if (!/^(?:なら|ならば)$/.test(last.surface)) return false
  return rest.length > 0 && !rest.some(isAsserted)
}

const isAsserted = (c: Chunk): boolean => c.isPredicate && c.boundary !== 'adnominal'

/** 痛風の友人にすすめたら、感謝されました: it was done, and that came of it. */
const isGiven = (parse: Parse, chunk: Chunk): boolean =>
  parse.words[lastWord(parse, chunk)]!.surface.endsWith('ら') &&
  gifts.test(unitAt(headOf(chunk)).word.base) &&
  (isPast(parse) || heard.test(surfacesOf(parse.words))) &&
  !refused.test(surfacesOf(parse.words))

const refused = /止められ|断られ|叱られ|怒られ|やめ|医師|主治医|薬剤師|薬では?ない/
const heard = /(?:た|だ|ない)(?:と(?:言い|いい|話し|喜び|教えてくれ)ます|そう(?:です|だ)|とのこと|とか)[^。]{0,4}。?$/

const gifts =
  /^(?:すすめる|勧める|薦める|贈る|送る|届ける|渡す|手渡す|あげる|わたす|教える|紹介|プレゼント|分ける|差し入れる|試す|飲む|続ける)$/

/** 痛風を食い止めるなら、この粒を足しましょう: who wants that is told to take what is sold. */
function isInvitation(parse: Parse, chunk: Chunk): boolean {
  const { words, chunks } = parse
  if (!/^(?:なら|ならば|たら|だら|には|ければ|れば)$/.test(words[lastWord(parse, chunk)]!.surface)) return false
  const rest = chunks.slice(chunk.index + 1)
  if (begins.test(surfacesOf(words, chunk.last + 1))) return true
  if (!rest.some((c) => c.units.some((u) => /^(?:product|ingredient)\./.test(u.hit?.row.id ?? '')) && !/^(?:は|も|では)$/.test(c.link)))
    return false
  const said = surfacesOf(words, chunk.last + 1)
  return invites.test(said) && !/医師|相談|受診|控え|やめ|止め|避け|注意|確認|前に|ない|ません(?!か)/.test(said)
}

/** …を遅らせたいなら、今夜から材料をとり始めましょう: it is taken, though it has no name. */
const begins =
  /^(?![^。]*(?:水分|野菜|魚|牛乳|食事|塩分|運動|お薬|薬を))[^。]*(?:飲み|のみ|とり|摂り|補い|足し)(?:始め|はじめ)(?:ましょう|ませんか|てください|てみませんか|てみましょう)[。!！♪]?$/

const invites =
  /(?:足し|加え|プラスし|飲み|飲んで|のんで|補い|補って|始め|始めて|はじめ|はじめて|試し|試して|選び|選んで|続け|続けて|頼り|頼って|任せ|任せて|用意し|備え|常備し|入れ|入れて|思い出し|思い出して)(?:ましょう|ませんか|みませんか|みましょう|ください|てください|くださいね|みてください|みては(?:いかが)?|おきましょう|おきたい)[^。]{0,4}[。!！♪]?$/

/** 研究者なら誰でも知っている, 愛好家ならご存じ: those who know it set no condition. */
const isOfAnybody = (parse: Parse, chunk: Chunk): boolean =>
  /^(?:なら|ならば)$/.test(parse.words[lastWord(parse, chunk)]!.surface) &&
  /^、?(?:誰でも|誰もが|だれでも|だれもが|みんな|皆|必ず)?[^。、]{0,12}(?:知っ|知る|ご存じ|ご存知|常識|うなず|頷)/.test(
    surfacesOf(parse.words, chunk.last + 1),
  )

/** つるんと, ポロッと: how it happens, not whether. */
const isSoundWord = ({ words }: Parse, chunk: Chunk): boolean =>
  /^[ぁ-んァ-ヺー]+[んンっッ]と、?$/.test(surfacesOf(words, chunk.first, chunk.last + 1))

export function lastWord({ words }: Parse, chunk: Chunk): number {
  let last = chunk.last
  while (last > chunk.first && words[last]!.kind === '記号') last--
  return last
}

/** The main clause tells of something that happened. */
export const isPast = ({ chunks }: Parse): boolean => {
  const main = chunks.findLast((c) => c.isPredicate && c.depth === 0)
  return main?.tail.some((w) => w.base === 'た') === true && !main.tail.some((w) => isNegator(w.base, w.kind))
}
