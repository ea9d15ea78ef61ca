import type { Block, InlineMark } from '../core/block.js'
import { byScript } from '../core/by-script.js'
import type { Citation } from '../core/document.js'
import type { TextSpan } from '../core/span.js'
import { identifiersOf } from './identifiers.js'
import {
  COUNTING_LETTER,
  ENGLISH_WORD,
  NUMBER_SIGN,
  OTHER_WORD,
  plainLabel,
  romanFigure,
  SOURCE_WORD,
  withPlainFigures,
  wordOf,
} from './labels.js'
import { sourcesNamedIn } from './named-sources.js'
import { isSpace } from './pieces.js'
import { Taken } from './taken.js'

/** `#ref-3`, `#cite_note-2`, `#fn1`, `#ref-smith`: an anchor that names a reference. `#sources` or `#reference` alone is a heading. */
const REFERENCE_ANCHOR = /^#(?:user-content-)?(?:(?:ref|cite|fn|note|bib|source|r)[-_:]?(?:note|ref)?[-_:]?\d|(?:ref|cite|bib)[-_:]\p{L})/iu

/** A pointer to a source before it is resolved. One hit may ask for several entries (`[2-4]`). */
export interface CitationHit {
  readonly at: TextSpan
  readonly kind: Citation['kind']
  readonly labels: readonly string[]
  readonly href?: string
  /** Shapes with other uses: a citation only where the article has a numbered list (`(1)`, a number behind a full stop, `1)`), or an entry by these names. */
  readonly needsList: boolean
  /** Words that number other things as well: a citation only of an entry that is listed. */
  readonly isLoose?: boolean
  /** A raised figure: where notes of the page are marked with raised figures, it belongs to them. */
  readonly isRaised: boolean
  /** The letters are no words of the sentence: analysers do not see them. */
  readonly isMark: boolean
}

const NUMBERS = '\\d{1,3}(?:\\s?[,，、;‐-―~〜～－-]\\s?\\d{1,3}){0,12}'
/** `[12, p. 4]`, `[3, ch. 2]`, `［2、図3］`: a place in the work. */
const PLACE =
  '(?:(?:pp?|[Cc]h|[Ff]igs?|[Ss]ec|[Tt]ab|[Aa]pp)\\.?\\s?\\d|[Cc]hapters?\\s\\d|[Tt]ables?\\s\\d|[Ff]igures?\\s\\d|§+\\s?\\d|\\d{1,4}(?:[-–〜～]\\d{1,4})?\\s?(?:頁|ページ)|[図表]\\s?\\d|第\\d)'
const BRACKET = new RegExp(
  `[[［【〔]\\s?(?:${SOURCE_WORD}|[Rr]efs?\\.?|[Rr]eferences?|[Nn]otes?|[Ss]ee|cf\\.)?\\s?(${NUMBERS})(?:[,，、:：]\\s?${PLACE}[^[\\]［］【】〔〕\\n]{0,12})?\\s?[\\]］】〕]`,
  'g',
)
const ROUND = new RegExp(
  `[(（](?:${SOURCE_WORD}\\s?)?(${NUMBERS})[)）](?:(?=\\s{0,2}(?:[.。,、;:：!?！？*＊†‡※[［(（]|$|\\n))|(?<=[.。!?！？”"」』][(（]\\d{1,3}[)）])(?=\\s)|(?<=[^\\s\\d()（）]\\s?[(（]\\d{1,3}[)）])(?=\\s(?:and|or|but|while|which|who|that|as|in|to|for|with|is|are|was|were|has|have|can|may|from|than|when|by|on|at)\\b|[がにとをはでもの]))`,
  'g',
)
/** `(Ref. 1)`, `(Refs. 2, 4–6)`, `(see References 1 and 3)`, `（参考文献3）`: whatever follows, the word says what the figures are. */
const WORDED_ROUND = new RegExp(
  `[(（](?:(?:see|cf\\.)\\s|[→⇒]\\s?)?(?:${SOURCE_WORD}\\s?(?:${NUMBER_SIGN})?|[Rr]efs?\\.?\\s?|[Rr]eferences?\\s?)(${NUMBERS}(?:,?\\s(?:and|&)\\s\\d{1,3})?)\\s?(?:を?参照|参考|より|による)?[)）]`,
  'g',
)
/** `（文献II）`, `[文献IV、V]`. */
const WORDED_ROMAN = new RegExp(
  `[[(（［〔【]${SOURCE_WORD}\\s?([IVX]{1,4}(?:\\s?[,、・]\\s?[IVX]{1,4}){0,6})\\s?(?:を?参照)?[\\])）］〕】]`,
  'g',
)
/** `（資料2）`, `［参1、3］`: such words number other things as well. */
const OTHER_WORDED = new RegExp(
  `[[(（［〔【](${SOURCE_WORD}|${OTHER_WORD})\\s?(${NUMBERS}|${COUNTING_LETTER}(?:\\s?[,，、・]\\s?${COUNTING_LETTER}){0,6})(?:を?参照)?[\\])）］〕】]`,
  'g',
)
/** `(Source: item 1.)`, 資料1による, (文書Cの卓上法), `see Document B`: the word a list calls its entries by, wherever it stands. */
const CALLED = new RegExp(
  `(?<![\\p{L}\\p{N}])${ENGLISH_WORD}s?\\s(?:\\d{1,2}|[A-Z])(?![\\p{L}\\p{N}])|(?:${SOURCE_WORD}|(?!(?<=\\p{sc=Han})[参文書])${OTHER_WORD})(?:\\d{1,2}(?![\\d年月日頁巻号件点本冊％%])|[A-Z](?![\\p{Lu}\\p{Ll}\\d]))`,
  'gu',
)
/** `〈1〉`, `<2>`, `[#3]`. */
const ODD_BRACKETS = new RegExp(`[〈《<＜]\\s?(${NUMBERS})\\s?[〉》>＞]|[[［][#＃](${NUMBERS})[\\]］]`, 'g')
/** `[イ]`, `〔甲〕`, `［ア、イ］`, `[B]`. */
const COUNTED_LETTERS = new RegExp(`[[(（［〔【](${COUNTING_LETTER}(?:\\s?[,，、・]\\s?${COUNTING_LETTER}){0,6})[\\])）］〕】]`, 'g')
const OPEN_ROUND = byScript(
  new RegExp(`(?=\\d)(?<=[\\p{L}。」』”"ー.†‡§¶]|[*＊※](?=\\d{1,3}\\s?[,，、])|\\d[)）][,，、・–〜~-]\\s?)(${NUMBERS})[)）](?!\\d)`, 'gu'),
)
const GLUED = byScript(
  new RegExp(
    `(?=\\d)(?<=[\\p{L})\\]"”’%][.。])(${NUMBERS})(?=\\s+[\\p{Lu}"“「]|\\s*$|\\n|(?<=。\\d{1,3})\\s?(?![日粒回杯錠包枚年月週時分人本個つ袋匹度])\\p{Lo})`,
    'gu',
  ),
)
/** `{1}`, as some editors type what they number by hand. */
const BRACES = new RegExp(`[{｛]\\s?(${NUMBERS})\\s?[}｝]`, 'g')
/** Pandoc's `^1^`, and `^1`, `^(1)`, `^[1]` as typed where nothing can be raised. */
const CARET = new RegExp(`\\^[[(]?(${NUMBERS})[\\])]?(?:\\^|(?=[\\s.,;:)。、]|$))`, 'g')
/** `[a]`, `[B, C]`, `(A)`: only where the list is lettered. */
const LETTER = /[[［]([a-z](?:\s?[,;–-]\s?[a-z]){0,6}|[A-Z](?:\s?[,;–-]\s?[A-Z]){0,6})[\]］]|[(（]([A-Z](?:\s?[,;–-]\s?[A-Z]){0,6})[)）]/g
/** `[vi]`, `(iv)`, `[Wyn20]`, `[Ade13, Pir18]`, `[LAB]`, pandoc's `[@mori2022; see @roe2015, p. 4]`: only where the list has such labels. */
const ROMAN = /[[［(（]((?:[ivxlc]{1,6})(?:\s?[,;–-]\s?[ivxlc]{1,6}){0,6}|[IVX]{1,6}(?:\s?[,;–-]\s?[IVX]{1,6}){0,6})[\]］)）]/g
const KEYS =
  /[[［〔]((?:\p{Lu}{1,2}\d{1,2}|\p{Lu}[\p{L}+:_-]{1,20}(?:\d{2,4}[a-z]?)?|\p{Lo}[\p{Lo}+:_-]{0,8}\d{2,4}[a-z]?)(?:\s?[,;、；]\s?(?:\p{Lu}{1,2}\d{1,2}|\p{Lu}[\p{L}+:_-]{1,20}(?:\d{2,4}[a-z]?)?|\p{Lo}[\p{Lo}+:_-]{0,8}\d{2,4}[a-z]?)){0,8})(?:,\s(?:pp?\.\s?)?\d{1,4})?[\]］〕]/gu
const AT_KEYS =
  /[[［](?:[^[\]@\n]{0,30}@[\p{L}\d][\w\p{L}:.#$%&+?<>~/-]*[^[\]@;\n]{0,40};?\s?){1,8}[\]］]|(?<![\w@])@\p{L}[\p{L}_-]{1,24}(?:19|20)\d{2}[a-z]?\b/gu
/** `…という測定があります③。` */
const CIRCLED = /(?<=[\p{L}。」』）)ー%％†‡*＊※§¶])[(（［[〔]?([①-⑳](?:[,，、・]?[①-⑳]){0,4})[)）］\]〕]?(?=[。、,.．，\s)）」』]|$)/gu
const WORD = new RegExp(
  `(?:${SOURCE_WORD}(?:${NUMBER_SIGN})?|\\b(?:see|cf\\.)\\s(?:also\\s)?(?:note|ref(?:erence|\\.)?)s?|\\b(?:notes?|refs?\\.?|references?)(?=\\s\\d{1,3}[)）]))\\s?(\\d{1,3})(?!\\d|\\s?[%％件本点冊篇編報年]|[.,]\\d)`,
  'gi',
)
const RAISED = /[¹²³⁰⁴-⁹]{1,3}(?:[,،˒ʼ⁻–-][¹²³⁰⁴-⁹]{1,3}){0,8}/g
/** `[2], [3]`, `[A]`, `(4)`: figures or letters in brackets are all of a cell. */
const SOURCE_CELL =
  /^\s*(?:[[(（［](?:\d{1,3}(?:\s?[,;–-]\s?\d{1,3}){0,5}|[A-Za-z]|[ivxIVX]{1,5}|\p{Lu}{1,2}\d{1,2}|\p{Lu}[\p{L}+:_-]{1,20}\d{2,4}[a-z]?)[\])）］][,;\s]*){1,6}$/u
const FOOTNOTE = /\[\^([^\]\s]{1,40})\]/g
/** Units, ions and powers whose raised figure is no citation: m², 10⁶, Ca²⁺, mol⁻¹. */
const BEFORE_POWER = /[=+×·*/]\s?\p{L}{1,3}$|(?:^|[^\p{L}°])(?:[kcmµμn]?m|ft|in|yd|mi|km|s|kg|g|r|R|χ|x|n|p|I|[A-Z][a-z]?)$|\d$/u

export function citationsOf(block: Block, isCode: (at: TextSpan) => boolean): readonly CitationHit[] {
  const written = block.text
  const text = withPlainFigures(written)
  const hits: CitationHit[] = []
  const taken = new Taken(text.length)
  const add = (at: TextSpan, kind: Citation['kind'], more: Partial<CitationHit> = {}): void => {
    if (isCode(at) || taken.has(at)) return
    taken.add(at)
    hits.push({ at, kind, labels: [], needsList: false, isRaised: false, isMark: true, ...more })
  }
  const numbers = (pattern: RegExp, more: Partial<CitationHit>, accepts: (at: TextSpan) => boolean = () => true): void => {
    for (const match of text.matchAll(pattern)) {
      const at = { from: match.index, to: match.index + match[0].length }
      const labels = labelsOf(match[1] ?? match[2] ?? match[0])
      if (labels.length > 0 && accepts(at)) add(at, 'number', { labels, ...more })
    }
  }
  /** A column of a table that says where each row is from. */
  const isSourceCell = block.role === 'table-cell' && (block.cell?.column ?? 0) > 0 && SOURCE_CELL.test(text)
  const isInside = (at: TextSpan): boolean => isSourceCell || !startsLine(text, at.from) || goesOnAfter(text, at)

  // a raised link is told by where it leads, so links come first
  for (const mark of block.marks) if (mark.kind === 'link') addLink(mark, text, add)
  for (const mark of block.marks) addMark(mark, text, add)
  for (const match of text.matchAll(FOOTNOTE))
    add({ from: match.index, to: match.index + match[0].length }, 'footnote', { labels: [match[1]!] })
  numbers(BRACKET, {}, isInside)
  numbers(
    RAISED,
    { isRaised: true },
    (at) => isInside(at) && !BEFORE_POWER.test(text.slice(Math.max(0, at.from - 6), at.from)) && !/[⁺⁻+\-−]/.test(text[at.to] ?? ''),
  )
  numbers(
    CARET,
    { needsList: true, isRaised: true },
    (at) => isInside(at) && !BEFORE_POWER.test(text.slice(Math.max(0, at.from - 6), at.from)),
  )
  numbers(BRACES, { needsList: true }, isInside)
  numbers(ODD_BRACKETS, { needsList: true }, isInside)
  for (const match of text.matchAll(WORDED_ROMAN)) {
    const labels = match[1]!.split(/\s?[,、・]\s?/).map(romanFigure)
    add({ from: match.index, to: match.index + match[0].length }, 'number', { labels, needsList: true })
  }
  for (const match of text.matchAll(OTHER_WORDED)) {
    const at = { from: match.index, to: match.index + match[0].length }
    const figures = /\d/.test(match[2]!) ? labelsOf(match[2]!) : match[2]!.normalize('NFKC').split(/\s?[,、・]\s?/)
    if (isInside(at)) add(at, 'number', { labels: figures.map((figure) => plainLabel(match[1]! + figure)), needsList: true })
  }
  numbers(WORDED_ROUND, { needsList: true }, isInside)
  for (const match of text.matchAll(CALLED)) {
    const at = { from: match.index, to: match.index + match[0].length }
    const label = plainLabel(match[0].replace(/s(?=\s)/, ''))
    const isBracketed = /[(（[［][^()（）[\]［］\n]{0,40}$/.test(text.slice(0, at.from))
    // at the start of a line it may label an entry
    const goesOn = /^(?:\s\p{Ll}|[はがのをにでと]|による)/u.test(text.slice(at.to))
    if ((goesOn || isInside(at)) && wordOf(label) !== undefined)
      add(at, 'number', { labels: [label], needsList: true, isMark: false, isLoose: !isBracketed })
  }
  numbers(ROUND, { needsList: true }, isInside)
  numbers(OPEN_ROUND(text), { needsList: true }, (at) => isInside(at) && !closesBracket(text, at.from))
  numbers(GLUED(text), { needsList: true })
  for (const match of text.matchAll(CIRCLED)) {
    const labels = [...match[1]!.matchAll(/[①-⑳]/g)].map(([figure]) => figure.normalize('NFKC'))
    add({ from: match.index, to: match.index + match[0].length }, 'number', { labels, needsList: true })
  }
  numbers(WORD, { needsList: true, isMark: false })
  for (const match of text.matchAll(LETTER)) {
    const at = { from: match.index, to: match.index + match[0].length }
    if (isInside(at)) add(at, 'number', { labels: lettersOf(match[1] ?? match[2]!), needsList: true })
  }
  for (const match of text.matchAll(COUNTED_LETTERS)) {
    const at = { from: match.index, to: match.index + match[0].length }
    const labels = match[1]!.normalize('NFKC').split(/\s?[,、・]\s?/)
    if (isInside(at)) add(at, 'number', { labels, needsList: true })
  }
  for (const identifier of identifiersOf(written))
    add(identifier.at, 'identifier', { labels: [identifier.value], isMark: identifier.kind !== 'url' || !/\s/.test(identifier.text) })
  for (const source of sourcesNamedIn(written))
    add(source.at, source.kind, { labels: source.names, isMark: source.isBracketed, needsList: source.isLoose === true })
  // brackets that are no source of another kind
  for (const match of text.matchAll(ROMAN)) {
    const at = { from: match.index, to: match.index + match[0].length }
    if (isInside(at)) add(at, 'number', { labels: romansOf(match[1]!), needsList: true })
  }
  for (const match of text.matchAll(AT_KEYS)) {
    const labels = [...match[0].matchAll(/@([\p{L}\d][\w\p{L}:+/-]*)/gu)].map(([, key]) => key!)
    const at = { from: match.index, to: match.index + match[0].length }
    if (isInside(at)) add(at, 'number', { labels, needsList: true })
  }
  for (const match of text.matchAll(KEYS)) {
    const at = { from: match.index, to: match.index + match[0].length }
    if (isInside(at)) add(at, 'number', { labels: match[1]!.split(/\s?[,;、]\s?/).map(plainLabel), needsList: true })
  }
  return withRuns(
    text,
    hits.sort((a, b) => a.at.from - b.at.from),
  )
}

/** `[2]–[4]`, `1)-3)`, `〔2〕から〔4〕`: two figures, each in its own brackets or raised, that name the first and the last of a run. */
function withRuns(text: string, hits: readonly CitationHit[]): readonly CitationHit[] {
  return hits.map((hit, i) => {
    const before = hits[i - 1]
    if (before?.kind !== 'number' || hit.kind !== 'number' || !RUN.test(text.slice(before.at.to, hit.at.from))) return hit
    const [first, last] = [Number(before.labels.at(-1)), Number(hit.labels[0])]
    // NaN compares as false
    if (!(last > first + 1 && last - first <= 30)) return hit
    return { ...hit, labels: [...Array.from({ length: last - first - 1 }, (_, k) => String(first + 1 + k)), ...hit.labels] }
  })
}
const RUN = /^\s?(?:[‐-―−~〜～－-]|to|through|から)\s?$/

/** `1, 2`, `2–4`, `A`: all of a cell in a column that says where its rows are from. */
const BARE_CELL = new RegExp(`^\\s*(?:(${NUMBERS})|([A-Za-z](?:\\s?[,、・]\\s?[A-Za-z]){0,4}|[ivxIVX]{1,5}))\\s*$`)

/** The bare labels of such a cell. */
export function citationsInCell({ text }: Block): readonly CitationHit[] {
  const plain = withPlainFigures(text)
  const [written, figures, letters] = BARE_CELL.exec(plain) ?? []
  if (written === undefined) return []
  const from = plain.search(/\S/)
  const at = { from, to: from + written.trim().length }
  const labels = figures === undefined ? letters!.split(/\s?[,、・]\s?/) : labelsOf(figures)
  return [{ at, kind: 'number', labels, needsList: true, isLoose: true, isRaised: false, isMark: true }]
}

type Add = (at: TextSpan, kind: Citation['kind'], more?: Partial<CitationHit>) => void

/** `1`, `[2,3]`, `4–6`, also beside symbols and letters: `1,*`, `†,2`, `1*`, `1,a`. */
const RAISED_ROW =
  /^\s*[[(（]?(?:(?:[*†‡§¶]{1,3}|[a-z])[,;]\s?){0,3}(\d{1,3}(?:\s?[,–—-]\s?\d{1,3}){0,8})(?:\s?[,;]?\s?[*†‡§¶]{1,3}|[,;]\s?[a-z]){0,3}[\])）]?\s*$/

function addMark(mark: InlineMark, text: string, add: Add): void {
  if (mark.kind === 'footnote-call') add(mark.at, 'footnote', { labels: [mark.label] })
  if (mark.kind === 'superscript') {
    const roman = /^\s*[[(（]?([ivx]{1,5})[\])）]?\s*$/.exec(text.slice(mark.at.from, mark.at.to))
    if (roman && !startsLine(text, mark.at.from)) add(mark.at, 'number', { labels: [roman[1]!], needsList: true })
    const raised = RAISED_ROW.exec(text.slice(mark.at.from, mark.at.to))
    const base = text.slice(Math.max(0, mark.at.from - 6), mark.at.from)
    // `40 g<sup>3,6</sup>`, `90N<sup>5)</sup>`: no power has two figures or a bracket
    const isPower =
      BEFORE_POWER.test(base) && (/\d$/.test(base) || !/,/.test(raised?.[1] ?? '')) && !/[)\]）］]\s*$/.test(raised?.[0] ?? '')
    if (raised && !startsLine(text, mark.at.from) && !isPower) {
      const from = mark.at.from + raised[0].indexOf(raised[1]!)
      const at = /[*†‡§¶a-z]/.test(raised[0]) ? { from, to: from + raised[1]!.length } : mark.at
      add(at, 'number', { labels: labelsOf(raised[1]!), isRaised: true })
    }
  }
}

function addLink(mark: Extract<InlineMark, { kind: 'link' }>, text: string, add: Add): void {
  const words = text.slice(mark.at.from, mark.at.to)
  const number = /^\s*[[(（［]?(\d{1,3})[\])）］]?\s*$/.exec(words)
  if (mark.href.startsWith('#')) {
    if (number) add(mark.at, 'number', { labels: [number[1]!], href: mark.href })
    else if (REFERENCE_ANCHOR.test(mark.href) && /\p{L}/u.test(words)) add(mark.at, 'link', { href: mark.href, isMark: false })
    return
  }
  if (isSourceAddress(mark.href, words))
    add(mark.at, 'link', { href: mark.href, isMark: number !== null || /^\s*\[?(?:source|ref|link|出典|文献)\]?\s*$/i.test(words) })
}

const SHOP =
  /\/(?:products?|collections?|cart|checkout|shop|store|buy|order|account|login|contact|pages\/faq|terms|privacy)(?:[/?#]|$)|(?:amazon|rakuten|instagram|facebook|twitter|x|tiktok|youtube|pinterest|line)\.(?:com|co\.jp|me|jp)/i
const CALL_TO_ACTION =
  /^(?:buy|shop|order|add to cart|subscribe|sign up|contact|learn more about us|購入|ご購入|注文|カート|お問い合わせ|お申し込み)/i
const READING = /(?:blog|research|stud(?:y|ies)|science|reference|article|clinical|evidence|journal|\.pdf)/i

/** A link is a pointer to a source unless it leads into a shop. Whether the source is a good one is another rule's question. */
function isSourceAddress(href: string, words: string): boolean {
  if (CALL_TO_ACTION.test(words.trim()) || SHOP.test(href)) return false
  return /^https?:\/\//i.test(href) ? true : /^doi:/i.test(href) || (/^\.{0,2}\//.test(href) && READING.test(href))
}

/** `（佐藤，2017，p.46）`: the bracket behind the figure was opened before it. */
const closesBracket = (text: string, from: number): boolean =>
  /[(（][^()（）\n]*(?:19|20)\d{2}[^()（）\n]*$/.test(text.slice(Math.max(0, from - 80), from))

const startsLine = (text: string, at: number): boolean => {
  let i = at - 1
  while (i >= 0 && text[i] !== '\n' && isSpace(text[i]!)) i--
  return i < 0 || text[i] === '\n'
}

/** `… worth a look\n[6, 7], and …`: a line that was wrapped before the number, of a sentence that goes on behind it. */
const goesOnAfter = (text: string, { from, to }: TextSpan): boolean =>
  /[^\s.。!！?？:：]\s*\n\s*$/.test(text.slice(Math.max(0, from - 12), from)) && /^(?:[.,;:。、]|\s?[a-z])/.test(text.slice(to, to + 2))

/** `A, C–E`: letters, and those between two. */
const lettersOf = (written: string): string[] =>
  written.split(/\s?[,;]\s?/).flatMap((part) => {
    const [from = '', to = from] = part.split(/\s?[–-]\s?/)
    const count = to.charCodeAt(0) - from.charCodeAt(0)
    return count >= 0 ? Array.from({ length: count + 1 }, (_, i) => String.fromCharCode(from.charCodeAt(0) + i)) : [from, to]
  })

const ROMAN_FIGURES = 'i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx'.split(' ')

/** `i, iii–v`, in capitals or not. */
const romansOf = (written: string): string[] =>
  written.split(/\s?[,;]\s?/).flatMap((part) => {
    const [from = '', to = from] = part.split(/\s?[–-]\s?/)
    const [first, last] = [from, to].map((figure) => ROMAN_FIGURES.indexOf(figure.toLowerCase()))
    if (from === to || first! < 0 || last! < first!) return from === to ? [from] : [from, to]
    const run = ROMAN_FIGURES.slice(first, last! + 1)
    return /[IVX]/.test(from) ? run.map((figure) => figure.toUpperCase()) : run
  })

/** `1, 3–5` asks for 1, 3, 4 and 5. Years and runs over thirty entries are no references. */
function labelsOf(written: string): string[] {
  const labels: string[] = []
  const parts = written.normalize('NFKC').split(/,?\s(?:and|&)\s|\s?[,،˒ʼ、;]\s?/)
  for (const part of parts) {
    const [from, to] = part.split(/[‐-―~〜⁻−-]/).map((side) => Number.parseInt(side.trim(), 10))
    if (from === undefined || Number.isNaN(from) || from === 0) return []
    const end = to === undefined || Number.isNaN(to) ? from : to
    if (end < from || end - from > 30) return []
    for (let n = from; n <= end; n++) labels.push(String(n))
  }
  return labels
}
