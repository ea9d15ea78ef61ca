import type { AnalysisContext } from '../../core/sentence.js'
import { agentIn, isOfOwner } from './agents.js'
import type { Chunk } from './chunks.js'
import type { Draft } from './effects.js'
import { headOf, unitAt } from './grammar.js'
import { valenceOf } from './outcome.js'
import type { Parse } from './parse.js'
import { isLacking, takingIn } from './presence.js'
import { surfacesOf } from './words.js'

// What the body does by itself. A page that sells also teaches, and a verb beside a part of the body is no claim there: the subject of the clause, the topic
// carried from the sentence before and the form of the sentence tell who does it.

/** What the sentences of a block have been about so far. */
export type Told = 'body' | 'sold' | undefined

/** Whether an effect of the sentence is what the body does by itself, and what the next sentence goes on from. */
export interface Bodily {
  readonly does: (draft: Draft) => boolean
  readonly told: Told
}

export function bodilyOf(parse: Parse, context: AnalysisContext, told: Told): Bodily {
  const subjects = parse.chunks.filter((chunk) => isSubject(chunk) && isOfBody(parse, chunk, context))
  const place = parse.chunks.find(
    (chunk) =>
      /^(?:では|には|の中では)$/.test(chunk.link) && isAnatomy(parse, chunk) && (hasSubjectAfter(parse, chunk) || comesAbout(parse)),
  )
  const sold =
    parse.chunks.some((chunk) => acts(parse, chunk, context, told, place !== undefined)) ||
    (takingIn(parse) !== undefined && !fed.test(surfacesOf(parse.words)))
  const next: Told = sold ? 'sold' : subjects.length > 0 || place ? 'body' : told
  const isTold = !sold && isGeneral(parse)
  const isFood = isCleftOfFoods(parse)
  return {
    told: next,
    does: (draft) =>
      (isFood && draft.place.chunk.depth === 0) ||
      isByBody(parse, draft) ||
      isOfTakenDrug(parse, draft) ||
      (isTold &&
        ((place !== undefined && told !== 'sold') ||
          isExplained(parse) ||
          (isOfLack(parse) && told !== 'sold') ||
          isListing(parse, draft) ||
          isOwnWork(parse, draft, context, told))),
  }
}

/** 菌が食物繊維を食べて: nobody takes anything. */
const fed = /菌[がは][^。]{0,12}(?:食べ|えさに|餌に|エサに|分解し|発酵させ)/

/** The subject of the clause is of the body, or there is none and the sentences before have been about the body. */
function isOwnWork(parse: Parse, draft: Draft, context: AnalysisContext, told: Told): boolean {
  const { target } = draft
  if (!target || isOfClause(parse, draft)) return false
  const isGood = valenceOf(target.row) === 'good' || target.row.type === 'function'
  const subject = subjectOf(parse, draft)
  if (!subject) return isGood && told === 'body' && !isSalesVerb(draft) && draft.by !== 'serve'
  const isSelf = (chunk: Chunk): boolean => chunk.first <= target.first && target.last <= chunk.last
  // 細菌はこれを酸に変えます, 半数で前立腺が肥大します: a trouble that does something else, or comes with the years
  if (draft.by === 'residual' && isSelf(subject)) return worksOn(parse, subject, draft) || isNatural(parse)
  // 痛みは翌日に強くなり、1週間ほどで消えます: how it runs
  if (told === 'body' && draft.by === 'act' && subject.link === 'は' && isSelf(subject) && isRun(parse)) return true
  if (!isOfBody(parse, subject, context)) return false
  // 細胞がれんがのように積み重なり: how a part is built
  if (isSelf(subject) && arranged.test(unitAt(draft.place).word.base)) return true
  if (worksOn(parse, subject, draft)) return isGood || told !== 'sold'
  if (told === 'sold') return false
  if (isGood && (told === 'body' || isNatural(parse))) return true
  if (!isSelf(ownedBy(parse, subject))) return !isRegaining(draft)
  return isGood && subject.link === 'は' && !isSalesVerb(draft)
}

/** How parts of the body lie to each other. */
const arranged =
  /^(?:積み重なる|積みかさなる|重なる|並ぶ|ならぶ|走る|通る|つながる|集まる|分かれる|枝分かれ|覆う|おおう|囲む|埋める|埋まる|詰まる|位置|収まる|接する|隔てる|連なる|入り組む|張り巡らす|張りめぐらす|散らばる|すむ|住む|棲む|暮らす)$/

/** 体がストレスに対処するのを助けます: what the part does is what is helped, and somebody else helps. */
function isOfClause({ chunks }: Parse, { place }: Draft): boolean {
  const object = chunks[place.chunk.index - 1]
  return object?.link === 'を' && /^(?:の|こと)$/.test(unitAt(headOf(object)).word.surface)
}

/** 巣が感染に負けないのは、世話をしているからです: it tells why something is so. */
const isExplained = ({ words }: Parse): boolean =>
  /のは、?[^。]*(?:から|ため|せい)(?:です|だ|である|なの(?:です|だ))。?$/.test(surfacesOf(words))

/** 腸の細菌によってエクオールに変わる: the body, or what lives in it, does it, and something else is changed. */
function isByBody(parse: Parse, { target }: Draft): boolean {
  if (!target) return false
  let at = parse.chunks.findIndex((c) => c.first <= target.first && target.last <= c.last)
  while (parse.chunks[at]?.link === 'の') at++
  const chunk = parse.chunks[at]
  return chunk !== undefined && /^(?:によって|により)$/.test(chunk.link) && isAnatomy(parse, chunk)
}

/** 善玉菌のえさになるのは、玉ねぎ、ごぼう、バナナなど。: a cleft whose answer is a list of what a kitchen has. */
const isCleftOfFoods = ({ words }: Parse): boolean => {
  const listed =
    /のは、?([^。]+?)(?:など|といった食べ物|といった食品)?(?:です|だ|である)?。?$/.exec(surfacesOf(words))?.[1]?.split(/[、・]/) ?? []
  return listed.length > 1 && listed.filter((each) => foods.test(each)).length * 2 >= listed.length
}

const foods =
  /(?:野菜|果物|海藻|わかめ|ひじき|もずく|玉ねぎ|たまねぎ|ごぼう|バナナ|りんご|みかん|キウイ|いちご|キャベツ|白菜|ほうれん草|小松菜|ブロッコリー|にんじん|かぼちゃ|さつまいも|じゃがいも|里いも|長いも|大根|れんこん|トマト|ピーマン|きのこ|しいたけ|しめじ|豆腐|納豆|味噌|みそ|ぬか漬け|漬物|キムチ|ヨーグルト|牛乳|チーズ|小魚|青魚|いわし|さば|鮭|さけ|まぐろ|かつお|卵|たまご|鶏肉|豚肉|牛肉|レバー|赤身|あさり|しじみ|玄米|雑穀|大麦|オートミール|そば|パン|ご飯|ごはん|味噌汁|みそ汁|ナッツ|くるみ|アーモンド|枝豆|豆類|豆|葉物|根菜|柑橘|緑茶|甘酒)$/

/** ホルモンに関わる薬を飲んでいる方: what the drug does that somebody takes. */
function isOfTakenDrug({ chunks }: Parse, { place: { chunk } }: Draft): boolean {
  const [drug, taken] = [chunks[chunk.index + 1], chunks[chunk.index + 2]]
  return (
    chunk.boundary === 'adnominal' &&
    drug?.link === 'を' &&
    /(?:薬|剤)$/.test(unitAt(headOf(drug)).word.surface) &&
    taken !== undefined &&
    /^(?:飲む|のむ|服用|使う|使用|処方|投与|受ける)$/.test(unitAt(headOf(taken)).word.base)
  )
}

/** 鉄が足りないと、体は…: what comes of a lack. */
const isOfLack = (parse: Parse): boolean =>
  parse.chunks.some((chunk) => chunk.link === 'が' && isLackingIn(parse, chunk) && parse.chunks[chunk.index + 1]?.boundary === 'condition')

/** 快適な消化、規則正しいお通じ、そして多様な菌です: nouns that sum up what was asked for. */
const isListing = ({ chunks }: Parse, { place }: Draft): boolean =>
  !place.chunk.isPredicate &&
  chunks.filter((c) => c.hasComma && !c.isPredicate && c.link === '').length > 1 &&
  /^(?:です|だ|である)$/.test(chunks.at(-1)!.tail.find((w) => w.kind === '助動詞')?.base ?? '') &&
  !chunks.some((c) => c.isPredicate && c.boundary !== 'adnominal' && c !== chunks.at(-1))

/** 肌が本来のうるおいを取り戻します: what becomes of a part, not what it does. */
const isRegaining = ({ place }: Draft): boolean =>
  /^(?:取り戻す|とりもどす|保つ|増す|得る|持つ|感じる|覚える|蓄える|たくわえる|抱く|まとう|宿す|帯びる|放つ)$/.test(unitAt(place).word.base)

/** 腎臓が余分なミネラルを排出します: the part does something to something else. */
const worksOn = ({ chunks }: Parse, subject: Chunk, draft: Draft): boolean =>
  !isRegaining(draft) && chunks.slice(subject.index + 1, draft.place.chunk.index).some(({ link }) => link === 'を')

/** セロトニンの9割は: a share or a number stands for what it is counted of. */
function ownedBy({ chunks }: Parse, subject: Chunk): Chunk {
  const owner = chunks[subject.index - 1]
  return owner?.link === 'の' &&
    /(?:割|%|数|量|一部|部分|ほとんど|多く|半分|大半|働き|はたらき|力|濃度|分泌|構造|壁|表面|中心|端)$/.test(
      surfacesOf(subject.units.map((u) => u.word)),
    )
    ? owner
    : subject
}

const isSubject = ({ link, isPredicate }: Chunk): boolean => !isPredicate && /^(?:は|が|も|こそ|では|には)$/.test(link)

/** The nearest phrase before the effect, or in its turn of phrase, that is the subject of its clause. */
function subjectOf(parse: Parse, { place, pieces }: Draft): Chunk | undefined {
  const end = Math.max(place.chunk.index, ...pieces.map(([, last]) => parse.chunks.findIndex((c) => c.first <= last && last <= c.last)))
  let isPast = false
  for (let i = end; i >= 0; i--) {
    const chunk = parse.chunks[i]!
    if (chunk.isPredicate) {
      if (i < place.chunk.index && chunk.boundary === 'strong') return undefined
      if (i < place.chunk.index && chunk.boundary !== 'adnominal' && chunk.boundary !== 'none') isPast = true
      continue
    }
    if (chunk.depth < place.chunk.depth) return undefined
    if (
      chunk.link === 'は' ||
      (!isPast && /^(?:が|も)$/.test(chunk.link) && !isOfNoun(parse, chunk, place.chunk) && !isOfOwner(parse, i, place.chunk.index))
    )
      return chunk
  }
  return undefined
}

/** 血圧が高い方の: the subject of words that describe a noun before the predicate. A comma behind it or a word that only sorts things (余分な, 古い) shows that it is not. */
function isOfNoun({ chunks }: Parse, subject: Chunk, act: Chunk): boolean {
  const next = chunks[subject.index + 1]
  if (!next || next.index >= act.index || !next.isPredicate || next.boundary !== 'adnominal' || subject.hasComma) return false
  return !sorting.test(unitAt(headOf(next)).word.base)
}

const sorting =
  /^(?:余分|余計|古い|新しい|大きい|小さい|細かい|太い|細い|暗い|明るい|特別|重要|必要|大切|さまざま|様々|主|大量|有害|不要|青い|赤い|白い|黒い|長い|短い|冷たい|熱い|温かい|違う|同じ|十分|余る|残る)$/

/** 体内では…の途中で生まれます: where a nutrient comes from. */
const comesAbout = ({ chunks }: Parse): boolean =>
  chunks.at(-1)!.isPredicate && /^(?:生まれる|できる|生じる|作る|つくる|合成|生成|産生)$/.test(unitAt(headOf(chunks.at(-1)!)).word.base)

const hasSubjectAfter = ({ chunks }: Parse, { index }: Chunk): boolean =>
  chunks.slice(index + 1).some(({ link, isPredicate }) => !isPredicate && link === 'が')

/** A part of the body, a substance or a process of it; also a noun of the dictionary that is nothing sold. */
function isOfBody(parse: Parse, chunk: Chunk, context: AnalysisContext): boolean {
  if (isAnatomy(parse, ownedBy(parse, chunk)) || isAnatomy(parse, chunk)) return true
  const owner = parse.chunks[chunk.index - 1]
  if (owner?.link === 'の' && isAnatomy(parse, owner) && isIngredient(chunk)) return true
  const agent = agentIn(parse, chunk, context)
  if (agent?.kind !== 'other') return false
  const row = parse.lexicon.row(agent.why ?? '')
  return (
    agent.why === 'other.organ' ||
    (row !== undefined && row.type !== 'other-agent' && valenceOf(row) === 'good' && row.type !== 'drug-or-therapy')
  )
}

const anatomy =
  /(?:細胞|神経|ホルモン|受容体|血管|動脈|静脈|リンパ|筋|腺|膜|骨|軟骨|靱帯|腱|線維|繊維|中枢|反射|時計|体温|脂肪|組織|器官|臓器|抗体|酵素|物質|胃|腸|肝|腎|肺|脳|皮|臓|球|液|血|脂|皮脂|角層|層|線維束|胃酸|胆汁|唾液|汗|涙|尿|便|毛|毛包|毛根|爪|粘膜|角膜|網膜|水晶体|黄斑|染色体|遺伝子|ミトコンドリア|シナプス|ニューロン|マクロファージ|サイトカイン|リズム|体内|体|心拍|脈|呼吸|代謝|免疫|菌叢|細菌|睡眠|眠り|レム睡眠|老化|加齢|年齢)$/

const isAnatomy = ({ lexicon }: Parse, chunk: Chunk): boolean => {
  const { word, hit } = unitAt(headOf(chunk))
  if (lexicon.list('bodily').has(word.surface)) return true
  return hit?.row.type !== 'agent' && (hit?.row.id === 'other.organ' || (word.kind === '名詞' && anatomy.test(word.surface)))
}

/** The phrase names what is sold as the one that acts, or with which somebody does. */
function acts(parse: Parse, chunk: Chunk, context: AnalysisContext, told: Told, isPlaced: boolean): boolean {
  if (!isSold(parse, chunk, context, told)) return false
  if (isMatterOfBody(parse, chunk)) return false
  // 皮膚のコラーゲンは: the body's own
  const owner = parse.chunks[chunk.index - 1]
  if (owner?.link === 'の' && isAnatomy(parse, owner) && isIngredient(chunk)) return false
  const { link } = roleOf(parse, chunk)
  if (isLackingIn(parse, chunk)) return false
  if (isPlaced && link === 'が' && isIngredient(chunk)) return false
  if (/^(?:を|に|へ|まで|より|への|をも)$/.test(link)) {
    // 腸の中では、菌が食物繊維を食べて: somebody else eats it
    const eater = parse.chunks[chunk.index - 1]
    if (eater?.link === 'が' && /菌$/.test(surfacesOf(eater.units.map((u) => u.word)))) return false
    const verb = parse.chunks.slice(chunk.index + 1).find((c) => c.isPredicate)
    return verb !== undefined && given.test(unitAt(headOf(verb)).word.base)
  }
  return true
}

/** セラミドなどの脂が, コラーゲンの太い線維が, メラトニンというホルモンが: what a part of the body is made of or called. */
function isMatterOfBody(parse: Parse, chunk: Chunk): boolean {
  if (!isIngredient(chunk)) return false
  let at = chunk.index
  while (parse.chunks[at] && (/^(?:の|などの|や|と|という|といった)$/.test(parse.chunks[at]!.link) || isPlainAdjective(parse.chunks[at]!)))
    at++
  const head = parse.chunks[at]
  return at > chunk.index && head !== undefined && !head.isPredicate && isAnatomy(parse, head) && !isIngredient(head)
}

const isPlainAdjective = (chunk: Chunk): boolean =>
  (chunk.isPredicate && chunk.boundary === 'adnominal' && unitAt(headOf(chunk)).word.kind === '形容詞') ||
  /^(?:という|といった)$/.test(surfacesOf(chunk.units.map((u) => u.word)))

const isIngredient = ({ units }: Chunk): boolean => units.some((u) => u.hit?.row.id.startsWith('ingredient.'))

/** What people do with what is sold, or how it stands in it: 〜を配合した, 〜に含まれる. */
const given =
  /^(?:飲む|のむ|摂る|とる|取る|食べる|摂取|補給|続ける|継続|使う|使用|取り入れる|補う|併用|配合|組み合わせる|与える|投与|加える|含む|含まれる|始める|選ぶ|試す|濃縮|凝縮|詰める|ブレンド|プラス|採用|由来|チャージ|届ける)$/

/** Over the の of an owner and the members of a list to the phrase that stands in the sentence: コラーゲンの線維が, 胃酸とペプシンが. */
function roleOf({ chunks }: Parse, chunk: Chunk): Chunk {
  let at = chunk
  while (/^(?:の|や|と|か|も|など|などの)$/.test(at.link) && !(at.link === 'も' && !chunks[at.index + 1])) {
    const next = chunks[at.index + 1]
    if (!next || next.isPredicate) return at
    if (at.link === 'も') return at
    at = next
  }
  return at
}

function isSold(parse: Parse, chunk: Chunk, context: AnalysisContext, told: Told): boolean {
  const text = surfacesOf(chunk.units.map((u) => u.word)).toLowerCase()
  if ([...context.productNames, ...context.ingredients].some((name) => name !== '' && text.includes(name))) return true
  if (chunk.units.some((u) => u.hit?.row.type === 'agent')) return true
  if (chunk.isPredicate || !/^(?:は|が|も|で|なら|こそ|には|では|により|によって|から|の)$/.test(chunk.link) || isAnatomy(parse, chunk))
    return false
  const kind = agentIn(parse, chunk, context)?.kind
  return kind === 'zero' || kind === 'product' || kind === 'brand' || kind === 'ingredient' || (kind === 'pronoun' && told !== 'body')
}

const isLackingIn = (parse: Parse, chunk: Chunk): boolean =>
  chunk.units.some((unit) => unit.hit?.row.type === 'agent' && isLacking(parse, chunk, unit)) && !isEnough(parse, chunk)

/** マグネシウムが足りていると */
function isEnough({ chunks }: Parse, { index }: Chunk): boolean {
  const next = chunks[index + 1]
  return next !== undefined && unitAt(headOf(next)).word.base === '足りる' && !next.tail.some((w) => /^(?:ない|ん|ぬ|ず)$/.test(w.base))
}

const longestSlogan = 10

/** Told for all time, of nobody in particular: no past, no call, no outcry, no first person, and a sentence with an end. */
function isGeneral({ chunks, words }: Parse): boolean {
  const last = chunks.at(-1)
  if (!last?.isPredicate || last.depth > 0) return false
  // 男性ホルモンを補う: a cell of a table, a bullet
  if (!last.tail.some((w) => /^(?:ます|です|だ|。|ん)$/.test(w.base))) return false
  // 心が前を向く。: a slogan
  if (!last.tail.some((w) => /^(?:ます|です|だ)$/.test(w.base)) && surfacesOf(words).length <= longestSlogan) return false
  if (last.tail.some((w) => /^(?:た|う|たい|くださる|下さる|ましょ)$/.test(w.base) || /^[!！♪☆★?？]$/.test(w.surface))) return false
  // 産毛が戻ってきたんです: it happened
  if (/[ただ][んの]です。?$/.test(surfacesOf(words))) return false
  return !words.some((w) => /^(?:私|僕|わたし|わたくし|うち|当社|当店|弊社|あなた|皆さま|皆様|みなさま|いま|今|体験|実感)$/.test(w.surface))
}

/** The course of nature: 年齢とともに, 約4週間ごとに, 卵胞期, 増えたり減ったり. */
const isNatural = ({ words }: Parse): boolean =>
  /(?:年齢|加齢|年|歳月)(?:とともに|と共に|に伴|につれ|を重ね|で)|[歳代](?:ごろ|頃)?(?:から|を過ぎ|になる|に)|につれて|それにつれ|(?:日|週間|か月|ヶ月|年)ごとに|(?:夜|朝|昼|日中)になると|(?:卵胞|黄体|排卵|月経|成長|思春|更年|妊娠)期|たり[^。]{1,8}たり|歳までに|の(?:半数|多く|大半|[0-9一二三四五六七八九]割)で|人に1人/.test(
    surfacesOf(words),
  )

/** 1週間ほどで, 数日のうちに */
const isRun = ({ words }: Parse): boolean =>
  /(?:日|週間|か月|ヶ月|時間)(?:ほど|くらい|ぐらい|前後|以内|程度|のうち)(?:で|に)/.test(surfacesOf(words))

/** Words of a shop, not of a textbook. */
const isSalesVerb = ({ place, act }: Draft): boolean =>
  /^(?:construction\.(?:fill-with|person-refreshed|part-and-gift|lift|orders))/.test(act.concept) ||
  [unitAt(place).word.surface, unitAt(place).word.base].some((w) =>
    /^(?:サポート|応援|ケア|導く|整える|改善|アップ|キープ|引き出す|いたわる|届ける|高める|促す|目指す|叶える|かなえる|フォロー|バックアップ|向上|役立つ|実感|メンテナンス|リセット|リフレッシュ|チャージ|満たす)$/.test(
      w,
    ),
  )
