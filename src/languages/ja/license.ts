import type { Chunk } from './chunks.js'
import { headOf, isAct, isListed, isVerbal, type Place } from './grammar.js'
import { isPerson, isTransparent } from './nouns.js'
import type { Parse } from './parse.js'

/** Verbs that turn a noun for an act into the act: 改善を図る, 予防につながる, 治療に用いる, 改善が見られる. */
const carriers = new Set([
  '図る', 'はかる', '目指す', 'めざす', '期待', '実感', '体感', '確認', '示す', '示唆', '報告', '実証', '証明', '立証', '発表', 'もたらす', '実現', '得る', '可能', '約束', 'できる', '出来る', '見込める', '見られる', 'みられる',
  '見る', 'みる', '認める', 'つながる', '繋がる', 'つなげる', '導く', 'なる', '役立てる', '用いる', '使う', '使用', '利用', '活用', '適す', '向く', '一役', '叶える', 'かなえる', 'いい', '感じる', '検証', '裏付ける', '裏づける', '物語る', '突き止める', '突きとめる', '届ける', '特化',
  '優れる', 'すぐれる', '力', '明らか', '解明', 'わかる', '分かる', '判明', '後押し', '誇る', '持つ', 'もつ', '有する', '発揮', '関わる', '関与', '重要', '大切', '効果的', 'おこなう', '狙う', '考える', '伴う', '反映', '観察', 'いわれる', '期す', '挙げる', '貢ぐ', '保証', '手軽', '簡単',
]) // biome-ignore format: a table

/** Nouns after の that promise the act: 予防のため, 改善の決め手. */
const promises =
  /^(?:ため|為|お供|味方|秘訣|決定版|版|最終兵器|新定番|頼れる一粒|決め手|鍵|カギ|要|基本|切り札|強い味方|名医|特効薬|妙薬|効果|第一歩|サポーター|救世主|エース|王様|力|新常識|習慣|選択肢|可能性|体|からだ|カラダ|身体|毎日|生活|暮らし|人生|パートナー|定番|お守り|一助|コツ|方法)$/

/**
 * True when the page says of the act that it happens or is offered: a predicate, a heading that ends in it, 〜に, 〜サプリ, or a verb that
 * carries it. 治療を受ける, 治療中, 予防接種 and 治療薬について only speak of it.
 */
export function isLicensed(parse: Parse, place: Place): boolean {
  const { chunk } = place
  if (chunk.units[place.at]!.hit?.row.family === 'name') return true
  const isPrefix = chunk.units[place.at]!.hit?.row.id === 'act.against'
  const at = isPrefix ? place.at + 1 : place.at
  for (const unit of chunk.units.slice(at + 1)) {
    if (unit.hit?.row.type === 'agent') return true
    if (isAct(unit)) return isVerbal(unit) || isLicensed(parse, { chunk, at: chunk.units.indexOf(unit) })
    if (unit.word.surface === '中' || unit.word.surface === '後' || unit.word.surface === '前' || unit.word.surface === '時') return false
    if (!isTransparent(unit.word.surface))
      return /^(?:習慣|生活|系|派|例|実績|事例|体験|体験談|効果|宣言|計画|プロジェクト|ごはん|レシピ|食|飯|活|メソッド|プログラム|用|向け|型|タイプ|に)$/.test(
        unit.word.surface,
      )
  }
  if (hasSuffix(chunk, /^(?:中|後|前|時|歴|費|薬|法|者|院|所|師|剤|用品|策)$/)) return false
  if (chunk.isPredicate) return true
  const next = parse.chunks[chunk.index + 1]
  if (!next || next.depth < chunk.depth) return true
  if (chunk.tail.some((w) => w.kind === '記号' && /[。！？!?」』:：|―—]/.test(w.surface))) return true
  if (isListed(chunk))
    return isAct(next.units.at(-1))
      ? isLicensed(parse, headOf(next))
      : chunk.link === ''
        ? isOpenEnded(parse, chunk)
        : isCarried(parse, chunk)
  if (chunk.link === '') return isOpenEnded(parse, chunk)
  if (chunk.link === 'の') {
    const head = next.units.at(-1)!
    return next.units.some((u) => u.hit?.row.type === 'agent') || isAct(head) || promises.test(head.word.surface)
  }
  return isCarried(parse, chunk)
}

function hasSuffix(chunk: Chunk, suffix: RegExp): boolean {
  return chunk.units.slice(-1).some((u) => !u.hit && u.word.detail === '接尾' && suffix.test(u.word.surface))
}

/** No verb follows that could say something else of it. */
function isOpenEnded(parse: Parse, chunk: Chunk): boolean {
  return !parse.chunks.slice(chunk.index + 1).some((c) => c.isPredicate && c.depth <= chunk.depth)
}

/** The verb that governs it carries it, or, for 〜に, no verb follows at all. */
function isCarried(parse: Parse, chunk: Chunk): boolean {
  const rest = parse.chunks.slice(chunk.index + 1, chunk.index + 8)
  for (const next of rest) {
    const head = next.units.at(-1)!
    if (
      next.units.some(
        (u) => carriers.has(u.word.base) || carriers.has(u.word.surface) || (u.word.base === 'ある' && /^(?:が|は|も)$/.test(chunk.link)),
      )
    )
      return true
    if (next.tail.some((w) => w.base === 'できる') || next.units.some((u) => u.hit?.row.type === 'evidence')) return true
    if (isAct(head)) return true
    if (next.isPredicate || isPerson(head.word.surface)) return false
  }
  return /^(?:に|へ|には|にも|で)$/.test(chunk.link)
}
