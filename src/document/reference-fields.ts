import { byScript } from '../core/by-script.js'
import type { ReferenceField } from '../core/document.js'
import type { TextSpan } from '../core/span.js'
import { fold, holdsPhrase } from './english-disclaimer.js'
import { type Identifier, identifiersOf, isArchive } from './identifiers.js'
import { labelAt, withPlainFigures } from './labels.js'
import type { NoticeTexts } from './notice-texts.js'
import {
  authorHead,
  isAuthors,
  isInitial,
  isOrganisation,
  listedHead,
  organisationHead,
  type Segment,
  signedBehindTitle,
  signedHead,
} from './reference-authors.js'
import { holdsBook, imprintOf, isByTitle, isFoundAsItStands, isIssue, namesGroup, readsLikeJournal } from './work-kinds.js'

/** What a reference entry says, as far as it could be read. `at` of the title is an offset into the entry's text. */
export interface ReferenceFields {
  readonly authors?: string
  readonly title?: { readonly text: string; readonly at: TextSpan }
  readonly source?: string
  readonly year?: string
  readonly locator?: string
  readonly identifiers: readonly Identifier[]
  readonly missing: readonly ReferenceField[]
}

/** `Dis.2016;49` too: a point before a year ends the journal, unless a figure stands before it. `1920×1080` is a size. */
const YEAR = byScript(/(?<![\d/:;–-])(?<![^\p{L}]\.)(?:19|20)\d{2}(?=[a-z]?(?![\d×]|\s×))/gu)
/** A year before 1900 is one only where a year stands: `Vereins 3 (1889) 41–44`, `March 25, 1834.` */
const OLD_YEAR = /(?<=[(（;,』]\s?|[a-z.]\s)1[5-8]\d{2}(?=[)）.,年]|\s*$)/
/** What will be out stands where the year would. */
const IN_PRESS = /[(（]?(?:in press|accepted|印刷中|掲載決定|掲載予定)[)）]?(?=[,.;，。、「『]|\s|$)/i
const LOCATOR =
  /\b\d{1,4}\s?[(（](?=[^)）]*\d|suppl|pt\b|part|spring|summer|autumn|fall|winter|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|増刊|特別|臨時|別冊)[^)）]{1,14}[)）](?:\s?[:：,、]\s?[a-z]{0,2}\d+(?:\s?[-–—−]\s?[a-z]?\d+)?)?|\b\d{1,4}\s?[:：]\s?[a-z]{0,2}\d+(?:\s?[-–—−]\s?[a-z]?\d+)?|\bpp?\.\s?(?!(?:19|20)\d{2}\b)[eEsS]?\d+(?:\s?[-–—−]\s?\d+)?|\bvol(?:ume|\.)?\s?\d+|第?\d+巻|\b(?:19|20)\d{2},\s(?:[ivx]{1,4}|\d{1,3}),\s\d{1,4}|(?:\d+\s?[-–〜~]\s?)?\d+\s?(?:頁|ページ)|\b(?!\d{1,3},\d{3}(?![\d–-]))\d{1,4}[,，、]\s?(?:[eE]?\d{2,}(?:\s?[-–—−]\s?\d+)?)|(?<=\)), \d{1,4}(?:[-–—−]\d{1,4})?(?=\.?\s*$)|\b\d{1,4}\s?[（(]?Suppl(?:ement|\.)?\s?\d{0,2}[)）]?\s?[:：]\s?[a-z]?\d+/i

const AUTHORS = byScript(
  /\b[\p{Lu}][\p{L}'’-]+,? (?:[\p{Lu}]\.?-?){1,3}(?=[\s,.;、。&]|$)|\bet al\b|(?:、|,|，)\s?(?:他|ほか)[。．.]|ほか[。．.]/u,
)

/** What leads to a work or a place in it less surely than volume and page: a chapter, the number of a report. */
const PLACE =
  /\bch(?:apter|ap\.|\.)\s?\d|\bCD\d{6}|\bart(?:icle|\.)?\s(?:no\.?|ID|number)?:?\s?[a-z]?\d|\b[A-Z]{2,6}(?:\/[A-Z0-9.-]{2,12}){2,4}|\b(?:Report|Publication|Bulletin|Paper|Abstract|Leaflet|Circular)\s(?:No\.?\s)?[A-Z-]{0,4}\d|\bNo\.\s[A-Z-]{0,4}\d|\b(?:Issue|Release|[Ee]ntry|Table|Figure|Map|Plate|Sheet|[Oo]bject)\s(?:No\.?\s)?[A-Z]{0,3}\d|(?:第\d+|\d+)(?:表|図)|(?<=[(（\s、])\d{1,2}月|第\d+次|\d{1,4}号|第\d+(?:[章節号面]|条)|\d+\s?面|別紙|付録/i

/** How much a text looks like a reference entry: how many of year, locator, identifier or address, author names it has. */
export function referenceSignals(written: string): number {
  const text = withFigures(withoutWayBack(written))
  return [
    /(?:19|20)\d{2}(?!\s?×)/.test(text) || OLD_YEAR.test(text),
    LOCATOR.test(text),
    identifiersOf(text).length > 0,
    AUTHORS(text).test(text),
  ].filter(Boolean).length
}

/** "Data on file", 社内資料: words in the place of a source. */
export function isPlaceholder(text: string, { placeholders }: NoticeTexts): boolean {
  const folded = fold(text)
  return placeholders.en.some((phrase) => holdsPhrase(folded, phrase)) || placeholders.ja.some((phrase) => folded.includes(phrase))
}

/**
 * Reads an entry in the usual styles (Vancouver, APA, MLA, Japanese). What a work can be found by decides what is missing:
 * a DOI, PMID or PMCID alone suffices, an address suffices with a title or an author.
 */
export function readReference(written: string, texts: NoticeTexts): ReferenceFields {
  const text = withFigures(withoutWayBack(written))
  const identifiers = identifiersOf(text)
  if (isFoundAsItStands(text)) return { identifiers, missing: [] }
  const body = blank(text, [
    ...identifiers.map(({ at }) => at),
    ...matches(text, /\b(?:doi|PMID|PMCID|ISBN|available (?:at|from)|retrieved from|accessed)\b\s*[:：]?/gi),
  ])
  const old = OLD_YEAR.exec(body) ?? IN_PRESS.exec(body)
  const year = [...body.matchAll(YEAR(body))].at(0) ?? old ?? /(?:明治|大正|昭和|平成|令和)\s?(?:元|\d{1,3})年/.exec(body)
  const published = imprintOf(body)
  const locator = LOCATOR.exec(body)
  const label = labelLength(body)
  const head =
    (published && signedHead(body, label)) ??
    authorHead(body, label, texts) ??
    listedHead(body, label) ??
    organisationHead(body, label, texts)
  // `J. Roe: Salt and the kidney. Lancet, 1922`: no town called Roe
  const imprint = published && published.index >= (head?.at.to ?? 0) ? published : undefined
  const segments = segmentsOf(body, head?.at.to ?? label, imprint?.index ?? locator?.index ?? body.length)
  const [first] = segments
  const authors =
    head ??
    (first && isAuthors(first.text, texts, segments.length > 2) ? first : undefined) ??
    signedBehindTitle(body, label, texts) ??
    // `Guidance for Industry: … FDA, January 2002.`
    (locator ? undefined : segments.slice(1).find(({ text }) => isOrganisation(text, texts)))
  const titled = authors && authors === first ? segments.slice(1) : segments
  // "URL: to be added" leaves an entry that is otherwise there; "data on file" is all there is
  const isEmpty = isPlaceholder(text, texts) && (!year || !locator)
  // behind authors the title comes first, however short, where a journal follows it; so does what stands in quotes
  const opening = titled[0]
  const isFirst = opening !== undefined && ((authors && titled.length > 1) || /["“「『]$/.test(body.slice(0, opening.at.from)))
  const titleOrBoth = isEmpty ? undefined : isFirst ? opening : titled.find((segment) => isTitle(segment.text))
  const source = titleOrBoth ? titled[titled.indexOf(titleOrBoth) + 1] : undefined
  const publisher = imprint && { text: imprint.publisher }
  const isAlone = titleOrBoth && !source && locator && !publisher
  const [title, journal] = isAlone ? titleAndJournal(titleOrBoth, authors !== undefined) : [titleOrBoth, publisher ?? source]
  const found = {
    ...(authors && { authors: authors.text }),
    ...(title && { title: { text: title.text, at: title.at } }),
    ...(journal && { source: journal.text.replace(/[,，、;\s]+(?:19|20)\d{2}年?$/, '') }),
    ...((year || imprint) && { year: imprint?.year ?? year![0] }),
    ...(locator && { locator: locator[0] }),
  }
  // an organisation publishes its own reports
  const isOwn = authors !== undefined && isOrganisation(authors.text, texts)
  const signed = { ...found, ...(isOwn && title && !journal && { source: authors.text }) }
  const place = locator ?? PLACE.exec(body) ?? ((imprint || isOwn || old || isByTitle(text) || isIssue(text)) && (title ?? authors))
  const isUnsigned = (imprint && title) || (isIssue(text) && (title ?? journal ?? authors))
  const needed = {
    ...signed,
    ...(place && { locator: place }),
    // a book is known by its author and title
    ...((old || isByTitle(text)) && title && authors && { source: title }),
    ...(isUnsigned && { authors: isUnsigned, title: isUnsigned, source: isUnsigned }),
  }
  const missing = missingOf(needed, identifiers)
  // `薬理と治療 2014;42(9):699-706 中村桂子ほか「…」`: what stands in quotes behind volume and pages counts as well
  const behind = locator ? body.slice(locator.index + locator[0].length) : ''
  const stretches =
    segments.length + (head ? 1 : 0) + (/[「『"“]\s?\p{L}|\p{sc=Han}{2}/u.test(behind) ? segmentsOf(behind, 0, behind.length).length : 0)
  const isFound =
    !isEmpty &&
    found.year !== undefined &&
    ((locator !== null && isOneOfThree(missing) && stretches >= 3) ||
      holdsBook(body.slice(label)) ||
      (isOwn && !title && place !== undefined && authors.text.split(/\s/).length >= 5))
  const isWithoutTitle = missing.length > 0 && found.year !== undefined && locator !== null && isLed(body.slice(label), locator[0])
  return { ...found, identifiers, missing: isFound ? [] : isWithoutTitle ? ['title'] : missing }
}

/** Three stretches of words with year and pages: what was not read is there in an order that no style here knows, `「題名」氏名, 『誌名』第19巻`. */
const isOneOfThree = (missing: readonly ReferenceField[]): boolean => missing.length === 1 && /^(?:author|title|source)$/.test(missing[0]!)

/** `Hartley et al., 2015, J Caps Sci 12:201`, `山田ら, 日食保管誌, 12, 201 (2015)`: who, journal, volume and page lead to a paper without its title. */
const isLed = (entry: string, locator: string): boolean =>
  /^\d{1,4}\s?[(（:：,]/.test(locator) &&
  namesGroup(entry) &&
  /\p{L}{2}/u.test(entry.slice(entry.search(/[,.、:：(（\s]/)).replace(locator, ''))

function missingOf(
  found: Partial<Record<'authors' | 'title' | 'source' | 'year' | 'locator', unknown>>,
  identifiers: readonly Identifier[],
): ReferenceField[] {
  const isFindable = identifiers.some(({ kind, isValid, value }) => isValid && (kind !== 'url' || isArchive(value)))
  if (isFindable) return []
  const hasAddress = identifiers.some(({ kind, isValid }) => isValid && kind === 'url')
  if (hasAddress && (found.title || found.authors)) return []
  const fields: ReferenceField[] = []
  if (!found.authors) fields.push('author')
  if (!found.title) fields.push('title')
  if (!found.source) fields.push('source')
  if (!found.year) fields.push('year')
  if (!found.locator && !hasAddress) fields.push('locator')
  return fields
}

/** `↩` behind a footnote leads back to where it is called. */
const withoutWayBack = (text: string): string => text.replace(/\s*(?:(?:↩|⤴|↑|↵|⏎|\^)\uFE0E?|\[?(?:back|return|戻る)\]?)\s*$/, '')

/** 一九九四年, 七二〜八八頁: figures for figures, letter for letter. */
const withFigures = (text: string): string =>
  text.replace(
    /[〇零一二三四五六七八九十百千]+(?:[〜～~–—―‐−ー-][〇零一二三四五六七八九十百千]+)?(?=[年頁巻号輯集冊]|ページ)/g,
    (written) =>
      written
        .replace(/[〇零一二三四五六七八九]/g, (letter) => String('〇一二三四五六七八九'.indexOf(letter.replace('零', '〇'))))
        .replace(/[十百千]/g, '0')
        .replace(/[~—―‐−ー]/g, '-'),
  )

const FIELD_END = byScript(
  /[.．](?=\s|\p{Lo}|$)|\s\/\s|\s?[｜|]\s?|[.．](?=[\p{Lu}\d][^.\s])|[。」』”]|"(?=[\s,.]|\p{Lo}|$)|(?<=["”“」』)）])\s?[,、]|[(（](?=(?:19|20)\d{2})|(?<=[\s)）])["“「『]|(?<=[\s)）])[‘'](?=\p{Lu})|[:：](?=\p{Lu}\p{Ll}+\s\d)/gu,
)

const LABEL =
  /^\s*(?:[-・]\s?)?(?:[[({（［【〔｛]?注?[\d〇一二三四五六七八九十]{1,3}[\])}）］】〕｝.．、]|[[(（［][a-z][\])）］]|[¹²³⁰⁴-⁹]{1,3}|[(（]?[①-⑳][)）]?|\d{1,2}(?=\s+\p{L})|[(（]?※\d*[)）]?\s?[:：.．]?|注\d{1,3}[)）]?[:：]?|[[［]@?[\p{L}\w:+-]{2,24}[\]］]|[ivxlc]{1,6}[.)]\s|@?\p{L}[\p{L}_-]{1,24}(?:19|20)\d{2}[a-z]?\s(?=\p{Lu})|[*•・^↑-])?\s*/u
/** How far the label reaches that the entry opens with. */
const labelLength = (body: string): number =>
  Math.max(LABEL.exec(body)?.[0].length ?? 0, labelAt(withPlainFigures(body.slice(0, 40)))?.length ?? 0)

/** `2nd ed`, `Rev. ed`, 第2版, `[dissertation]`: no field of its own. */
const EDITION =
  /^(?:(?:\d{1,2}(?:st|nd|rd|th)|rev(?:ised|\.)?|second|third|new)\s(?:rev\.\s)?ed(?:ition|n)?|第?\d{1,2}版|改訂版|Vol(?:ume|\.)?\s?\d+)$/i

/** The parts of an entry before its volume and pages: cut at full stops, closing quotes and Japanese brackets. */
function segmentsOf(body: string, start: number, end: number): Segment[] {
  const segments: Segment[] = []
  let from = start
  const push = (to: number): void => {
    const raw = body.slice(from, to)
    const lead = /^[\s"'“”„‘「『()（）.,，．、。:：;&-]*/.exec(raw)![0].length
    const text = raw.slice(lead).replace(/[\s"'“”’」』()（）.,，．、。:：;&-]+$/, '')
    if (/[\p{L}]/u.test(text) && !/^(?:19|20)\d{2}年?$/.test(text) && !EDITION.test(text))
      segments.push({ text, at: { from: from + lead, to: from + lead + text.length } })
    from = to
  }
  for (const match of body.slice(0, end).matchAll(FIELD_END(body))) {
    const at = match.index
    if (match[0].startsWith('.') && isInitial(body, at)) continue
    if (at + 1 > from) push(at + 1)
  }
  if (end > from) push(end)
  return segments
}

/** `題名, 誌名` or `題名 誌名` before a volume: what stands behind the last comma, or the last space of Japanese words, is the journal. */
function titleAndJournal(segment: Segment, isSigned: boolean): readonly [Segment | undefined, Segment | undefined] {
  const space = /[,，、]/.test(segment.text)
    ? -1
    : segment.text.search(/(?<=[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー])[ \u3000](?=\S{2,20}$)/u)
  if (space >= 2) return splitAt(segment, space)
  if (isSigned && readsLikeJournal(segment.text) && !/[,，、]/.test(segment.text)) return [undefined, segment]
  return atLastComma(segment)
}

function atLastComma(segment: Segment): readonly [Segment, Segment | undefined] {
  const at = segment.text.search(/\s?[,，、][^,，、]*$/)
  if (at < 2) return [segment, undefined]
  return splitAt(segment, at)
}

function splitAt(segment: Segment, at: number): readonly [Segment, Segment | undefined] {
  const [title, rest] = [segment.text.slice(0, at), segment.text.slice(at)]
  const source = rest.replace(/^[\s,，、]+/, '')
  const from = segment.at.to - source.length
  return [
    { text: title, at: { from: segment.at.from, to: segment.at.from + at } },
    source === '' ? undefined : { text: source, at: { from, to: segment.at.to } },
  ]
}

const isTitle = (segment: string): boolean =>
  segment.split(/\s+/).length >= 2 || /[\p{sc=Han}\p{sc=Katakana}\p{sc=Hiragana}]{3,}/u.test(segment) || segment.length >= 12

function matches(text: string, pattern: RegExp): TextSpan[] {
  return [...text.matchAll(pattern)].map((match) => ({ from: match.index, to: match.index + match[0].length }))
}

/** The same text with the stretches as spaces, so that offsets stay. */
export function blank(text: string, spans: readonly TextSpan[]): string {
  let [result, at] = ['', 0]
  for (const { from, to } of [...spans].sort((a, b) => a.from - b.from)) {
    if (to <= at) continue
    result += text.slice(at, Math.max(at, from)) + ' '.repeat(to - Math.max(at, from))
    at = to
  }
  return result + text.slice(at)
}
