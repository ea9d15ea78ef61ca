import type { Hit } from './hit.js'
import type { JapaneseLexicon } from './lexicon.js'
import type { Word } from './words.js'

/** Rows that stand for names no list holds: recognised by their last characters. */
const rowOfEnding: readonly (readonly [RegExp, string])[] = [
  [/(?:症候群|感染症|過敏症|依存症|恐怖症|不全症|障害|結石|梗塞|硬化症|壊死|出血熱)$/, 'disease.named-by-form'],
  [/(?:症|炎|病|癌|がん|ガン|腫|疹|不全|麻痺)$/, 'disease.named-by-form'],
  [/(?:痛|痛み)$/, 'symptom.named-by-form'],
  [/(?:(?:病|炎|症|毒|球|桿|白癬|大腸|結核|コレラ|赤痢|サルモネラ|ピロリ)菌|[ァ-ヺ一-龯]ウイルス)$/, 'pathogen.bacteria'],
  [
    /(?:補充|薬物|放射線|ホルモン|化学|免疫|抗凝固|降圧|インスリン|光線|透析)療法$|(?:抗.{1,6}|ホルモン|降圧|鎮痛|血糖降下|脂質低下|利尿|阻害|遮断|拡張|抑制|刺激|安定)(?:剤|薬)$|.(?:治療|予防|症|炎|病)薬$/,
    'drug.named-by-form',
  ],
]

/** Ordinary words that end like a disease. */
const lookAlikes = new Set([
  '臆病', '看病', '仮病', '闘病', '発病', '火炎', '陽炎', '気炎', '炎', '病', '症', '腫', '疹', '痛', '痛み', '発症', '重症', '軽症', '後遺症', '既往症', '無病',
  '万病', '傷病', '疾病', '苦痛', '心痛', '激痛', '無痛', '悲痛', '沈痛', '対症', '頭の痛み', '胸の痛み', '心配症', '潔癖症', '出不精', '熱症', '職業病', '現代病',
  '筋肉痛', '給水障害', '通信障害', '電波障害', 'システム障害', '障害', '支障', '老病', '伝染病', 'うどんこ病', 'うどん粉病', 'べと病', 'いもち病', 'さび病', '黒星病', '黒点病', '炭疽病', '立枯病', '灰色かび病', '軟腐病', '葉枯病', '縮葉病', '国民病', '文明病', '大企業病', '五月病', '風土病', '業病', '疫病', '流行病', '持病', '難病', '奇病', '熱病', '恋の病', '性病', '飼育病', '魚病', '白点病', '青枯病', '根こぶ病', '萎凋病', '半身萎凋病', '萎黄病', 'すす病', '紋枯病', '赤星病', '根腐病', '根腐れ病', 'モザイク病', '胴枯病', 'てんぐ巣病', '天狗巣病', '褐斑病', '斑点病', '白絹病', '菌核病', '縞葉枯病', 'ばか苗病', 'つる枯病', 'つる割病', 'そうか病', '輪紋病', '火傷病', '晩腐病', '灰星病', 'もち病', '白さび病', '赤さび病', '褐色さび病', 'かいよう病', '松枯れ病', '立ち枯れ病', '立枯れ病', '葉枯れ病', '尾ぐされ病', '尾腐れ病', 'コショウ病', '腐蛆病', 'チョーク病', '黄化病', '斑紋病', 'つわり', '不全', '麻痺', '蓄膿', '渇望症', '温症', '冷症', '原因不明の病', 'とうがん', 'りゅうがん', 'ひがん', 'しがん', 'きがん', 'ねんがん', 'ほうがん', 'かいがん', 'どうがん',
]) // biome-ignore format: a table

/** ナチュラル抗うつ剤: what is said of the name and is no part of it. */
const ofNature = new Set(['ナチュラル', 'オーガニック', 'ボタニカル', 'ハーバル', '天然'])

/**
 * A noun run that ends like the name of a disease or a pain (〜症, 〜炎, 〜病, 〜がん, 〜腫, 〜痛) and begins at this word, when it is no ordinary word.
 * Runs of other scripts (機械障害) need a body part or a known word, so 障害 alone never counts.
 */
export function openName(words: readonly Word[], first: number, lexicon: JapaneseLexicon): Hit | undefined {
  const head = words[first]!
  if (!isNamePart(head) || ofNature.has(head.surface)) return undefined
  if (first > 0 && joins(words[first - 1]!, head) && !ofNature.has(words[first - 1]!.surface)) return undefined
  let name = ''
  let best: Hit | undefined
  for (let last = first; last < words.length && last < first + 8; last++) {
    const word = words[last]!
    if (last > first && !joins(words[last - 1]!, word)) break
    if (!isNamePart(word)) break
    name += word.surface
    if (
      /^(?:がん|ガン)$/.test(name) ||
      // ヴィーガン, スローガン
      (last === first && /^[ァ-ヺー]+ガン$/.test(name)) ||
      isTail(words, first, name) ||
      lookAlikes.has(name) ||
      (lookAlikes.has(word.surface) && last === first)
    )
      continue
    const id = rowOfEnding.find(([ending]) => ending.test(name) && name.length > 1)?.[1]
    const row = id === undefined ? undefined : lexicon.row(id)
    if (row && isBodily(name)) best = { row, surface: -1, first, last, isWeak: false, byBase: false }
  }
  return best
}

/** The end of an ordinary word that the dictionary cuts elsewhere: うど|ん|こ病. */
function isTail(words: readonly Word[], first: number, name: string): boolean {
  let text = name
  for (let i = first - 1; i >= 0 && i >= first - 3 && words[i]!.to === words[i + 1]!.from; i--) {
    text = words[i]!.surface + text
    // 葉のう|どんこ病: the cut may lie inside the word before as well
    for (let from = 0; from < text.length - name.length; from++) if (lookAlikes.has(text.slice(from))) return true
  }
  return false
}

const isNamePart = (word: Word): boolean =>
  (word.kind === '名詞' && !['非自立', '代名詞', '数', '副詞可能'].includes(word.detail)) ||
  (word.kind === '接頭詞' && word.detail === '名詞接続')

const joins = (a: Word, b: Word): boolean => a.to === b.from && isNamePart(a) && isNamePart(b)

/** 障害 and 不全 are faults of machines too: they need something of the body before them. */
function isBodily(name: string): boolean {
  if (!/(?:障害|不全|出血熱|壊死)$/.test(name)) return true
  return /[肝腎心脳肺胃腸膵脾胆骨筋神経血栓尿眼視聴耳鼻喉皮膚関節免疫代謝内分泌消化呼吸循環睡眠摂食記憶認知情動味覚嗅覚運動機能感覚発達学習気分不安人格更年期卵巣前立腺性]/.test(
    name.replace(/(?:障害|不全)$/, ''),
  )
}
