/** Words before the figure of a source: `文献1`, `（参考文献2）`, `出典3`; the figure alone is the label. */
export const SOURCE_WORD = '(?:(?:下記|上記|後掲|巻末|末尾)の?)?(?:(?:参考|引用|参照|主要)?文献|引用元?|出典|典拠)(?:番号)?'
/** Words that number other things as well: `資料1`, `［参2］`, `〔文3〕`. They count where the list has them too. */
export const OTHER_WORD = '(?:参考資料|資料|史料|文書|書類|図書|参考|参照|参|文|論文|記事|書)'
/** `Item 1:`, `Document C.`: so too in English. */
export const ENGLISH_WORD =
  '(?:[Ii]tem|[Dd]ocument|[Dd]oc\\.|[Pp]aper|[Ee]xhibit|[Ff]ile|[Ee]ntry|[Ss]ource|[Tt]ext|[Bb]ook|[Rr]eport|[Aa]rticle|[Ss]tudy|[Ww]ork|[Tt]itle|[Rr]ecord)'
export const NUMBER_SIGN = '(?:[Nn][Oo][.．]|№|[#＃])\\s?'

/** Letters that count where figures do: イロハ, アイウ, 甲乙丙, A to Z. */
export const COUNTING_LETTER = '[ア-ンA-ZＡ-Ｚ甲乙丙丁戊己庚辛壬癸]'

const KANJI = '〇一二三四五六七八九'
const IN_FIGURES =
  /(?<=[[({（［〔【〈《｛](?:(?:参考|引用)?文献|資料|史料|参考|参|文|出典|引用|脚?注|第)?|(?:文献|史料|資料|出典|注)|(?:^|\n)[ \t\u3000]*[(（]?)([一二三四五六七八九十]{1,3})(?:[、・,，〜～–-](?:[一二三四五六七八九十]{1,3}))*(?=[\])}）］〕】〉》｝、.．]|[ \t\u3000:：]|$)/gm

/**
 * The same text, letter for letter as long, with the figures that labels are written in as plain ones: `［１］`, `（註一）`, `❷`, `⑶`, `文献Ⅳ`. What is no label reads
 * a little differently, so only shapes of labels may be looked for in it.
 */
export function withPlainFigures(text: string): string {
  if (!/[０-９註❶-➓⑴-⒛Ⅰ-Ⅻⅰ-ⅻ一二三四五六七八九十]/u.test(text)) return text
  return text
    .replace(/[０-９]/g, (figure) => String.fromCharCode(figure.charCodeAt(0) - 0xfee0))
    .replaceAll('註', '注')
    .replace(/[❶-❿➀-➉➊-➓⑴-⒇⒈-⒛]/gu, circled)
    .replace(/[Ⅰ-Ⅸⅰ-ⅸ]/g, (figure) => String((figure.charCodeAt(0) & 0xf) + 1))
    .replace(IN_FIGURES, (written) => written.replace(/[一二三四五六七八九十]+/g, plain))
}

/** ❷ as ②, ⑶ as ③. */
function circled(figure: string): string {
  const code = figure.charCodeAt(0)
  const first = [0x2776, 0x2780, 0x278a, 0x2474, 0x2488].filter((start) => start <= code).sort((a, b) => b - a)[0]!
  return String.fromCharCode(0x2460 + code - first)
}

/** 十二 as 12, 二十一 as 021, 十 as ⑩: as many letters as it had. */
function plain(written: string): string {
  if (!written.includes('十')) return written.replace(/./g, (letter) => String(KANJI.indexOf(letter)))
  if (written === '十') return '⑩'
  const [tens = '', ones = ''] = written.split('十')
  const value = (tens === '' ? 1 : KANJI.indexOf(tens)) * 10 + (ones === '' ? 0 : KANJI.indexOf(ones))
  return String(value).padStart(written.length, '0')
}

const ROMAN: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10 }

/** `IV` as 4. */
export function romanFigure(written: string): string {
  const values = [...written.toUpperCase()].map((letter) => ROMAN[letter] ?? 0)
  return String(values.reduce((sum, value, i) => sum + (value < (values[i + 1] ?? 0) ? -value : value), 0))
}

/** How an entry opens: `[1]`, `2.`, `（3）`, `④`, `文献5`, `資料6`, `注7`, `※8`, `[イ]`, `No.9`, `Roe2015:`. In text with plain figures. */
const LABEL = new RegExp(
  `^[\\s\\u200b]*(?:[・•]\\s?)?(?:[[［【〔]\\s?(?<bracket>(?:${NUMBER_SIGN})?@?[\\p{L}\\w※*†:+_-]{1,24}|[①-⑳])\\s?[\\]］】〕]|[〈《<＜]\\s?(?<angle>\\d{1,3}|[①-⑳]|${COUNTING_LETTER})\\s?[〉》>＞]|[{｛](?<brace>\\d{1,3})[}｝]|[(（](?<round>(?:${SOURCE_WORD}|${OTHER_WORD})?\\d{1,3}|[a-z]|[ivx]{2,6}|${COUNTING_LETTER})[)）]|(?<point>\\d{1,3})(?:[.．、)）](?!\\d)|\\s*[:：]\\s)|(?<kana>[ア-ン甲乙丙丁戊])[.．、)）]|(?<roman>[ivxlc]{1,6})[.)](?=\\s)|@?(?<key>\\p{L}[\\p{L}_-]{1,24}(?:19|20)\\d{2}[a-z]?)[\\s\\u3000:：.．]\\s*(?=\\p{L})|[(（]?※[(（]?(?<mark>\\d{1,3}|[①-⑳])[)）]{0,2}|[(（［[【〔]?[脚後補]?注[(（]?(?<note>\\d{1,3}|[①-⑳])[)）\\]］】〕]{0,2}|(?<raised>[¹²³⁰⁴-⁹]{1,3})|(?:${SOURCE_WORD}|Ref(?:erence|\\.)?\\s)\\s?(?:${NUMBER_SIGN})?(?<word>\\d{1,3}(?!\\d)|[①-⑳]|[IVX]{1,4}(?![\\p{L}\\d]))[)）]?|(?<other>(?:${SOURCE_WORD}|${OTHER_WORD})\\s?(?:\\d{1,2}(?![\\d年月日頁巻号])|${COUNTING_LETTER}(?=[\\s\\u3000:：.．)）])))[)）]?|(?<english>${ENGLISH_WORD}\\s(?:\\d{1,2}|[A-Z]))(?=\\s?[.:)–—-]\\s)[.)–—-]?|(?:${NUMBER_SIGN})(?<sign>\\d{1,3})(?=\\s)|[(（]?(?<circled>[①-⑳])[)）]?)[\\s\\u3000:：.．]*`,
  'u',
)

/** The label that opens a text with plain figures, its sort, and how far it reaches. */
export function labelAt(text: string): { readonly label: string; readonly sort: string; readonly length: number } | undefined {
  const match = LABEL.exec(text)
  if (!match) return undefined
  const { bracket, angle, brace, round, point, kana, roman, key, mark, note, raised, word, other, english, sign, circled } =
    match.groups ?? {}
  const label =
    bracket ??
    angle ??
    brace ??
    round ??
    point ??
    kana ??
    roman ??
    key ??
    (mark && `※${mark}`) ??
    (note && `注${note}`) ??
    raised ??
    (word && (/\d|[①-⑳]/.test(word) ? word : romanFigure(word))) ??
    other ??
    english ??
    sign ??
    circled
  const sort = Object.entries(match.groups ?? {}).find(([, value]) => value !== undefined)?.[0] ?? ''
  return label === undefined ? undefined : { label: plainLabel(label), sort, length: match[0].length }
}

const WORD_AND_FIGURE = new RegExp(`^(?:${SOURCE_WORD})?\\s?(?:${NUMBER_SIGN})?(?=\\d)`)
const WORD_AND_ROMAN = new RegExp(`^${SOURCE_WORD}\\s?([IVX]{1,4})$`)

const ENGLISH_LABEL = new RegExp(`^${ENGLISH_WORD}\\s(?:\\d{1,2}|[A-Z])$`)

/** `文献01` as 1, `#2` as 2, `文献IV` as 4, `脚注5` as 注5; other labels in one spelling. */
export function plainLabel(written: string): string {
  const label = written.normalize('NFKC').replace(/^@/, '')
  const roman = WORD_AND_ROMAN.exec(label)?.[1]
  if (roman !== undefined) return romanFigure(roman)
  if (ENGLISH_LABEL.test(label)) return label.toLowerCase().replace(/[\s.]/g, '')
  return label
    .replace(WORD_AND_FIGURE, '')
    .replace(/^[脚後補]注/, '注')
    .replace(/\s/g, '')
    .replace(/^(\D*)0+(?=\d)/, '$1')
}

const NUMBER = /^\d+$/
const ROMAN_LABEL = '(?:[ivxlc]{2,}|[IVX]{2,})$'

/** What the labels of a list may be: イ, 甲 or B; a or A; ii or II; a key such as Roe20; figures. A label is of the first sort that fits. */
export const sorts: readonly RegExp[] = [
  new RegExp(`^${COUNTING_LETTER}$`),
  /^[a-zA-Z]$/,
  new RegExp(`^${ROMAN_LABEL}`),
  new RegExp(`^(?!${ROMAN_LABEL})\\p{L}[\\p{L}\\d+:_-]+$`, 'u'),
  NUMBER,
]

/** The sort of a label; what fits none is looked for among figures. */
export const sortOf = (label: string): RegExp => sorts.find((sort) => sort.test(label)) ?? NUMBER

/** The word of 資料2, 文書A, `item3`: what its list calls an entry. */
export const wordOf = (label: string): string | undefined => WORDED.exec(label)?.[1]

/** What all labels of such a list open with: the word, or the letters of S1 and Q12. */
export const stemOf = (label: string): string | undefined => wordOf(label) ?? /^(\p{Lu}{1,2})\d{1,2}$/u.exec(label)?.[1]

/** 資料2 as 2, where the list has figures alone; 2 as `source2`, where all it has are such. */
export function unworded(label: string, listed: ReadonlyMap<string, number>): string {
  if (/^(?:\d+|[A-Z])$/.test(label) && listed.size > 0) {
    const word = wordOf([...listed.keys()][0]!)
    return word !== undefined && [...listed.keys()].every((other) => wordOf(other) === word) ? word + label.toLowerCase() : label
  }
  const [, word, figure] = WORDED.exec(label) ?? []
  if (word === undefined || figure === undefined) return label
  return listed.has(figure) && ![...listed.keys()].some((other) => other.startsWith(word)) ? figure : label
}
const WORDED = new RegExp(
  `^(${SOURCE_WORD}|${OTHER_WORD}|${ENGLISH_WORD.toLowerCase().replace('\\.', '')})(\\d+|${COUNTING_LETTER}|[a-z])$`,
)
