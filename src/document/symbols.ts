import type { TextSpan } from '../core/span.js'
import { withPlainFigures } from './labels.js'

/** A symbol as it stands in a block's visible text, before anybody knows whether it is a marker. */
export interface SymbolHit {
  readonly at: TextSpan
  readonly symbol: string
  readonly written: string
  readonly role: 'call' | 'note' | 'alone'
  /** `#`, `^`, `°`, `§` and letters have other uses: such a hit counts only if a partner with the same symbol stands on the page. */
  readonly weak: boolean
}

/** Two markers are the same exactly when this is equal: full width is half width, circled digits are digits, the asterisk operators are asterisks. */
export const normalSymbol = (written: string): string =>
  withPlainFigures(written)
    .normalize('NFKC')
    .replace(/[∗⁎]/g, '*')
    .replace(/[()[\]【】〔〕\s:\\]/g, '')

/** `**40名`, `※1日`: a figure that counts something is no part of the symbol; 日本 and 個人 begin words. */
const COUNTED =
  '日(?!本)|個(?!人)|本(?![製品商剤サコ])|[名粒年月円歳回週包袋錠件社種倍割枚秒杯滴匙]|人(?![体工間])|(?:mg|g|ml|kg|cm|IU|[mμµ]c?g)(?![a-zA-Z])'
const FIGURES = `[0-9０-９]{1,2}(?![0-9０-９%％]|[.,:：][0-9０-９]|${COUNTED})`
/** Signs that usually open a list, rate a product or adorn a heading: a marker only where a note has the same. */
const ORNAMENTS = '◎◊⋄❧∆Δ❋✢❖✽✻✱✳✶✴⁑⁂‖¤★☆◇▲△■□●○♦'
const PLAIN = `\\\\?[*＊∗﹡⁎]{1,4}(?:${FIGURES})?|[†✝]{1,3}|‡{1,3}|◆{1,2}|※{1,2}(?:(?:${FIGURES}|[¹²³⁴-⁹①-⑳]{1,2}(?!${COUNTED}))|[(（][0-9０-９]{1,2}[)）])?`
const SYMBOL = new RegExp(
  `[(（［[〔【](?:${PLAIN})[)）］\\]〕】]|${PLAIN}|[§¶#＃^＾°]{1,2}|[${ORNAMENTS}]{1,3}|[(（［[【〔]注[0-9０-９①-⑳]{0,2}[)）\\]］】〕]|注[0-9０-９①-⑳]{0,2}[)）:：]|注[0-9０-９①-⑳]{1,2}`,
  'g',
)
const WEAK = new RegExp(`^[§¶#＃^＾°${ORNAMENTS}]`)

/** An ornament says nothing before a note unless the same stands on a statement. */
export const isOrnament = (symbol: string): boolean => new RegExp(`^[${ORNAMENTS}]`).test(symbol)

/** What may stand between the symbols of one note: `*†`, `*, †`, `* / **`, `* and †`, `※1、※2`. */
const JOIN = /^[^\S\n]*(?:[,，、/／&＆+＋・;；|｜]|and|or|と|および|及び|または|又は)?[^\S\n]*$/

/** What may stand between those of one statement: `memory*,†`. */
const STRICT_JOIN = /^[,，、;/／][^\S\n]?$/

/** Do the two stretches of the text belong to one row of symbols? Behind a statement only a comma or the like joins them. */
export const areJoined = (text: string, before: TextSpan, after: TextSpan, strictly = false): boolean =>
  before.to <= after.from && (strictly ? STRICT_JOIN : JOIN).test(text.slice(before.to, Math.min(after.from, before.to + 12)))

/** Finds the symbols of a text that may be markers. `outputs`: where a template prints something, so that a symbol there stands behind words. */
export function symbolsOf(visible: string, isCode: (at: TextSpan) => boolean, outputs: ReadonlySet<number> = NONE): readonly SymbolHit[] {
  const hits: SymbolHit[] = []
  const text = withPlainFigures(visible)
  const rows = [...spacedRows(text), ...faces(text), ...stars(text), ...stressed(text), ...addresses(text), ...garlands(text)]
  for (const match of text.matchAll(SYMBOL)) {
    const length = match[0].length + (closesItself(text, match.index, match[0]) ? 1 : 0)
    const at = { from: match.index, to: match.index + length }
    const written = visible.slice(at.from, at.to)
    if (isCode(at) || isRaisedFigure(text, at) || rows.some(({ from, to }) => at.from >= from && at.to <= to)) continue
    const before = hits.at(-1)
    // a symbol that follows another one does what that does
    const isInRow = before !== undefined && before.role !== 'alone' && areJoined(text, before.at, at, before.role === 'call')
    const role = isInRow
      ? { role: before.role, weak: WEAK.test(written) }
      : outputs.has(at.from)
        ? behindOutput(written, text.slice(at.to, at.to + 40))
        : roleOf(text, at, written)
    if (role) hits.push({ at, symbol: normalSymbol(written), written, role: role.role, weak: role.weak })
  }
  return hits
}

const NONE: ReadonlySet<number> = new Set()

/** `{{ price }}‡`; a star behind what is printed may as well rate or ask for an entry. */
const behindOutput = (written: string, after: string): Pick<SymbolHit, 'role' | 'weak'> => ({
  role: DISCLAIMER.test(after) ? 'note' : 'call',
  weak: WEAK.test(written) || /^[*＊]{3,}/.test(written),
})

/** The disclaimer itself begins behind the symbol. */
const DISCLAIMER =
  /^[)\]）］〕]?[:：]?\s?["“「『]?(?:(?:これらの|この|上記の|本|当)\s?(?:記述|記載|表示|文言|表現|説明|主張|内容|情報|効能|製品|商品|ページ|サイト)|(?:These|This|The above)\s(?:statements?|claims?|products?)\b)/i

/** `*1)`, `※2）`: a numbered symbol with half a bracket, which closes none that was opened in the line. */
function closesItself(text: string, from: number, written: string): boolean {
  if (!/^[*＊∗※].*[0-9０-９]$/.test(written) || !/[)）]/.test(text[from + written.length] ?? '')) return false
  const before = text.slice(Math.max(text.lastIndexOf('\n', from) + 1, from - 80), from)
  return !/[(（][^()（）]*$/.test(before)
}

/** `* * * * *`: three symbols and more with spaces between rate something or rule the page off. */
const spacedRows = (text: string): readonly TextSpan[] =>
  [...text.matchAll(/(?<!\S)(?:([*＊†‡◆※])[ \t\u3000]+)(?:\1[ \t\u3000]+)+\1(?!\S)/g)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
  }))

/** `*****`: five stars. */
const stars = (text: string): readonly TextSpan[] => placesOf(text, /[*＊]{5,}/g)

/** `asks about *that* jingle`, `釘は***一日百本***まで`: in a letter of plain text a pair stresses what stands between. Behind a particle nobody puts a symbol. */
const stressed = (text: string): readonly TextSpan[] => [
  ...placesOf(text, /(?<=[\p{L}\p{N},;:—–][ \t]+)([*＊])(?=\p{L})[^*＊\n.!?。！？]{0,30}(?<=\p{L})\1(?![\p{L}\p{N}*＊])/gu),
  ...placesOf(
    text,
    /(?<=[はがをにでのもへや、，「『（(：—―…！？～〜\s\u3000])(?<!\n)([*＊]{1,4})(?![*＊\s\u3000はがをにでともや、。，．・）)」』])[^*＊\n。]{1,30}(?<![*＊\s\u3000]|ます|です)\1(?![*＊])/gu,
  ),
]

/** `088*` in an address: no symbol of the page's. */
const addresses = (text: string): readonly TextSpan[] =>
  placesOf(text, /(?:https?:\/\/|www\.)[^\s、。「」『』（）()<>]*?[\d=&?_-][*＊]+(?![*＊])/g)

/** `*:..｡o○☆ﾟ･`, `-*-*-*-`: symbols that adorn. */
const garlands = (text: string): readonly TextSpan[] =>
  placesOf(text, /(?:[-~〜～+=・:｡゜ﾟ･○☆★◇◆♪♡♥❤_＿o.][*＊†※]|[*＊†※][-~〜～+=・:｡゜ﾟ･○☆★◇◆♪♡♥❤_＿o.]){2,}[*＊†※]?/g)

const placesOf = (text: string, pattern: RegExp): readonly TextSpan[] =>
  [...text.matchAll(pattern)].map((match) => ({ from: match.index, to: match.index + match[0].length }))

/** `(*^_^*)`: a face. */
const faces = (text: string): readonly TextSpan[] =>
  [...text.matchAll(/[(（](?=[^()（）]{0,8}[_＿ω∀▽Д≧≦´｀^＾])[^()（）\p{sc=Han}\p{sc=Hiragana}A-Za-z0-9\s]{3,10}[)）]/gu)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
  }))

const BEFORE_LINE = /(?:^|\n)[\s\u3000\u200b]*[([（［〔「『“"']?$/
/** `免責事項：*これらの…`, `【注】*…`, `disclaimer: "*These …"`: a lead in the place of a line's start. */
const LEAD = /(?:^|\n)[\s\u3000\u200b]*[^\s.!?。！？][^.!?。！？\n]{0,24}[:：】〉》=][\s\u3000\u200b]*["'“‘「『]?$/
const AFTER_SYMBOL = /^[)\]）］〕]?[\s\u200b]*[:：.．—–-]?[\s\u200b]*/
/** `お客様の声※個人の感想です`: the remark itself behind the symbol. */
const REMARK =
  /^\s?(?:個人の(?:感想|意見)|写真|画像|イメージ|効果に|効能|価格|税込|送料|当社|自社|掲載|表示は|数量|限定|詳し|詳細|初回|なくなり|在庫)/
const SENTENCE_END = /[.!?。！？][)）\]］」』”’"'»]*[\s\u3000\u200b]*$/
const ASCII_WORD = /[A-Za-z0-9_]/

function roleOf(text: string, at: TextSpan, written: string): { role: SymbolHit['role']; weak: boolean } | undefined {
  const before = text.slice(Math.max(0, at.from - 40), at.from)
  const after = text.slice(at.to, at.to + 40)
  const weak = WEAK.test(written)
  // #高血圧改善 #モリンガ: tags
  if (/^[#＃]$/.test(written) && /^\p{L}/u.test(after) && (/\s[#＃]\p{L}/u.test(after) || /(?:^|\s)[#＃]\p{L}\S*\s+$/u.test(before)))
    return undefined
  // `sleep.\*` in plain text is an asterisk that was escaped for Markdown, `dir\*` a pattern
  if (written.startsWith('\\') && /[\w:\\/]$/.test(before)) return undefined
  // 「*」, "*": the symbol is spoken of
  if (/[「『“"'‘]$/.test(before) && /^[」』”"'’]/.test(after))
    return isLegend(before, after, false) ? { role: 'note', weak: false } : undefined
  if (BEFORE_LINE.test(at.from <= 40 ? before : `x${before}`)) {
    if (/^\S*[/\\]|^\.\w/.test(after)) return undefined
    const rest = after.replace(AFTER_SYMBOL, '')
    const isFirst = text.slice(0, at.from).trim().length <= 1
    if (rest === '')
      return !isFirst ? { role: 'call', weak } : text.trim().length <= written.length + 4 ? { role: 'alone', weak } : undefined
    // a line wrapped before the symbol of the sentence it goes on with: `… づくりを助けます\n(注1)。`
    if (!isFirst && /^[)\]）］〕]?[。、，．,;]/.test(after)) return { role: 'call', weak }
    if (/^[#＃§¶^°]/.test(written) && ASCII_WORD.test(after[0] ?? '')) return { role: 'note', weak: true }
    return { role: 'note', weak }
  }
  if (
    /(?:^|[\s|｜│┃║>,，「『“"'：:】］〉》]|(?:^|[\s\]］】])[（(]\p{L}[\p{L}\p{N} ・]{1,20}[)）])$/u.test(before) &&
    DISCLAIMER.test(after)
  )
    return { role: 'note', weak }
  if (/^[注註]/.test(written)) {
    if (/[:：]$/.test(written)) return SENTENCE_END.test(before) ? { role: 'note', weak: true } : undefined
    return /^(?:[\s。、．.,！!？?）)」』]|$)/.test(after) ? { role: 'call', weak: !/[)）]$/.test(written) } : undefined
  }
  if (isLegend(before, after, /^[([]/.test(written))) return { role: 'note', weak: false }
  if (LEAD.test(at.from <= 40 ? before : `x${before}`) && /^\s?[\p{L}「『“"]/u.test(after)) return { role: 'note', weak }
  const previous = before.at(-1) ?? ''
  const next = after[0] ?? ''
  // `（※は軽減税率の対象）`: what the symbol means
  if (/[（(［[]$/.test(before) && /^\s?(?:印)?(?:は|が|の(?:つ|付)|付)/.test(after)) return { role: 'note', weak: false }
  if (isMasked(before, after, written) || isPartOfCode(before, written) || /^\s?(?:必須|任意|要入力|入力必須)/.test(after)) return undefined
  // `※1 100gあたり。※2 …`, `*These … disease. **Price …`: in a line that a symbol opens each sentence may have its own
  if (SENTENCE_END.test(before) && /^[)\]）］〕]?[\s\u3000]?[\p{L}\p{N}「『“"]/u.test(after) && opensLineOfNotes(text, at.from, written))
    return { role: 'note', weak }
  // `助けます。※[イ]`, `＊①`: a citation behind the symbol
  const isBeforeCitation = /^(?:[[(（［〔【〈][^\s[\](){}（）［］〔〕【】〈〉]{1,8}[\])）］〕】〉]|[①-⑳])(?:[\s。、,.]|$)/.test(after)
  if (
    written.startsWith('※') &&
    !/[0-9０-９]/.test(written) &&
    /\S/.test(next) &&
    !isBeforeCitation &&
    (SENTENCE_END.test(before) || REMARK.test(after))
  )
    return { role: 'note', weak: false }
  if (isArithmetic(before, after, written) || isRating(before, written, after) || isPattern(previous, next, after)) return undefined
  const isGluedToText = /\S/.test(previous) && !isSpaceLike(previous)
  if (!isGluedToText) {
    if (/^[([（［〔]/.test(written) && /^(?:[\s.,;:!?。、！？]|$)/.test(after)) return { role: 'call', weak: weak || /^\s+\S/.test(after) }
    // `a positive mood § [A, B]`: apart from the words, with a reference behind it
    if (LABELS_BEHIND.test(after) && /[\p{L}\p{N})）」』]\s$/u.test(before)) return { role: 'call', weak: !/^[†‡]/.test(written) }
    // in a column of its own no section is numbered
    const isInColumn = /^[§¶]/.test(written) && /\S(?:[ \u3000]{2,}|\t[ \t]*)$/.test(before)
    // `Theo ***`: three stars and more apart from the words rate
    if (after.trim() === '' || /^[ \t\u3000]*\n/.test(after))
      return { role: 'call', weak: (weak && !isInColumn) || /^[*＊]{3,}$/.test(written) }
    if (!SENTENCE_END.test(before) && !/[:：]\s*$/.test(before)) return undefined
    return isSpaceLike(next) ? { role: 'call', weak: true } : { role: 'note', weak }
  }
  // `relax§1`, `sleep†2,3`: the number of a reference behind it, raised perhaps
  const isBeforeNumber = /^[†‡§¶]$/.test(written) && /^\d{1,2}(?:[,–-]\d{1,2}){0,4}[.。]?(?:\s|$)/.test(after)
  if (ASCII_WORD.test(previous) && ASCII_WORD.test(next) && !/[0-9０-９]$/.test(written) && !isBeforeNumber) return undefined
  if (/^[*＊]{4}|^[*＊]{2,}$/.test(written) && (/^[*＊]{4}/.test(written) || /[（(［[「『"“]$/.test(before)))
    return { role: 'call', weak: true }
  // `定休日※祝日は営業`: the remark itself; a statement goes on with a particle
  if (/^※$/.test(written) && REMARK_WORD.test(after)) return { role: 'call', weak: true }
  if (weak && !(SENTENCE_END.test(before) && (next === '' || isSpaceLike(next)) && !/^[#＃°]/.test(written)))
    return { role: 'call', weak: true }
  return { role: 'call', weak: false }
}

/** ` [A, B]`, ` (2)` at the end of a line, cell or sentence. */
const LABELS_BEHIND =
  /^[ \u3000]?[[(（［〔](?:\d{1,2}|[A-Za-z])(?:[,、–-]\s?(?:\d{1,2}|[A-Za-z])){0,4}[\])）］〕][.。]?[ \t\u3000]*(?:\n|$)/

/** `Fields marked * are required`, `An asterisk (*) indicates …`, `*印は必須`: a line that says what the symbol means opens with it only in sense. */
const isLegend = (before: string, after: string, isBracketed: boolean): boolean =>
  /\b(?:marked|indicated|denoted|labell?ed|flagged|followed)\s(?:with|by|as)?\s?(?:an?\s)?(?:asterisk\s)?[("'“‘「]?$/i.test(before) ||
  (/\basterisks?\s["'“‘]?$/i.test(before) && (isBracketed || /^["'”’]/.test(after))) ||
  (/\bfields? with (?:an? )?$/i.test(before) && /^\s(?:are|is|must)\b/.test(after)) ||
  /^[)）」]?\s?の?(?:印|マーク|記号)(?:の|は|が|を)/.test(after) ||
  /^[)）」]?\s?の(?:項目|欄)は/.test(after)

/** `^1^`, `^[2]`: a caret that raises a figure. */
const isRaisedFigure = (text: string, { from, to }: TextSpan): boolean =>
  /^[\^＾]$/.test(text.slice(from, to)) &&
  (/^\s?[[(]?\d/.test(text.slice(to, to + 4)) || /\^[[(]?[\d,–-]{1,12}[\])]?$/.test(text.slice(Math.max(0, from - 16), from)))

/** Does the line begin with a symbol of the same sort, but not this one? */
function opensLineOfNotes(text: string, at: number, written: string): boolean {
  const line = text.slice(Math.max(text.lastIndexOf('\n', at - 1) + 1, at - 400), at).trimStart()
  const first = /^[([（［〔]?(?:[*＊]{1,3}\d{0,2}|[†‡§¶]{1,3}|※\d{0,2}|注\d{0,2})/.exec(line)?.[0]
  return first !== undefined && normalSymbol(first) !== normalSymbol(written) && /[*＊]/.test(first) === /[*＊]/.test(written)
}

const isSpaceLike = (letter: string): boolean => letter === '' || /[\s\u200b]/.test(letter)

/** `2 * 12`, `3*4=12`, `10*20*30 cm`, `W60*D40`, `幅60*奥行40`. */
const isArithmetic = (before: string, after: string, written: string): boolean => {
  if (!/^[*＊∗﹡⁎^＾]/.test(written)) return false
  if (/[0-9０-９]$/.test(written)) return /[\d０-９][ ]?$/.test(before)
  // `exercise* (a)`: a word and its symbol, then the letter of a reference
  if (/[a-z]{2}$/.test(before) && /^ [(（]/.test(after)) return false
  return (
    /[\d０-９)）a-zA-Z][ ]?$/.test(before) &&
    /^[ ]?(?:[\d０-９(（]|(?:[WDHL]|幅|奥行き?|高さ|縦|横|厚[さみ]|長さ|直径)[ ]?[\d０-９])/.test(after) &&
    !/[.!?。][)）]?$/.test(before)
  )
}

/** `026-000-****`, `K***さん`, `id=***`: letters that were struck out. */
const isMasked = (before: string, after: string, written: string): boolean =>
  /^[*＊]+$/.test(written) &&
  (/^\s?(?:さん|さま|様|氏|君|くん|ちゃん|殿|市|町|県)/.test(after) && (written.length > 1 || /(?:^|[^\p{L}])\p{L}$/u.test(before))
    ? true
    : written.length > 1 &&
      (/[-‐－=_＿@#＃/]$/.test(before) ||
        /^[-‐－=_＿@\d]/.test(after) ||
        (written.length > 2 && /(?:(?:^|[^\p{L}])[A-Za-z]|\d)$/u.test(before) && !NUTRIENT.test(before))))

/** `vitamin D***`, `K2***`, `CoQ10***`: a nutrient and its symbol. */
const NUTRIENT = /(?:\bvitamins?\s[A-K]|ビタミン\s?[A-K]|[A-Za-z]-?\d{1,2})$/i

/** `K*04`, `AO*33`: a shelf mark. `ビタミンC*1` and `DHA*2` have a note. */
const isPartOfCode = (before: string, written: string): boolean =>
  /^[*＊]0\d?$/.test(written) || (/^[*＊][1-9]\d$/.test(written) && /(?:^|[^\p{L}\p{N}])[A-Z]{1,4}-?$/u.test(before))

/** Behind ※ without a space: words that begin a remark, and none that go on with what was said. */
const REMARK_WORD =
  /^(?:[\p{sc=Han}\p{sc=Katakana}])(?!(?:合|有|用|来|分|当|産|製|型|値|量|比|上|下|満|能|感|力|質|料|剤|類|系|酸)(?:[^\p{L}]|[のはがをにで]|$))/u

/** `4.5*`, `評価4.5*`, `5* hotel`, `辛さ：**（5段階）`: up to five stars. */
const isRating = (before: string, written: string, after: string): boolean =>
  (/^[*＊]{1,5}$/.test(written) &&
    /[:：]\s?$/.test(before) &&
    /^\s?[(（](?:[3-5３-５五]段階|(?:out )?of (?:3|5|three|five)\b)/.test(after)) ||
  (/^[*＊]{3,5}$/.test(written) &&
    /(?:\bstars?\b[^.]{0,16}|\bout of (?:five|5)|\brat(?:ing|ed)|評価|おすすめ度|満足度)[.:：]?\s?$/i.test(before)) ||
  (/^[*＊]$/.test(written) && /(?:^|[\s(（:：/／はがをもにで]|評価|点数|星)[0-5](?:[.．]\d)?$|(?<![\d.．])[0-5][.．]\d$/.test(before))

/** Masked words (`f**k`), globs (`*.md`, `src/*`), file names. */
const isPattern = (previous: string, next: string, after: string): boolean =>
  previous === '/' || next === '/' || previous === '\\' || /^\.\w/.test(after) || previous === '_' || next === '_'
