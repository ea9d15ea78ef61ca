import { byScript } from '../core/by-script.js'
import type { ReferenceField } from '../core/document.js'
import type { TextSpan } from '../core/span.js'
import { fold, holdsPhrase } from './english-disclaimer.js'
import { type Identifier, identifiersOf } from './identifiers.js'
import type { NoticeTexts } from './notice-texts.js'

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

/** `Dis.2016;49` too: a point before a year ends the journal, unless a figure stands before it. */
const YEAR = byScript(/(?<![\d/:;–-])(?<![^\p{L}]\.)(?:19|20)\d{2}(?=[a-z]?(?![\d]))/gu)
const LOCATOR =
  /\b\d{1,4}\s?[(（][^)）]{1,14}[)）](?:\s?[:：,、]\s?[a-z]{0,2}\d+(?:\s?[-–—−]\s?[a-z]?\d+)?)?|\b\d{1,4}\s?[:：]\s?[a-z]{0,2}\d+(?:\s?[-–—−]\s?[a-z]?\d+)?|\bpp?\.\s?[eEsS]?\d+(?:\s?[-–—−]\s?\d+)?|\bvol(?:ume|\.)?\s?\d+|第?\d+巻|(?:\d+\s?[-–〜~]\s?)?\d+\s?(?:頁|ページ)|\b\d{1,4},\s?(?:[eE]?\d{2,}(?:\s?[-–—−]\s?\d+)?)|(?<=\)), \d{1,4}(?:[-–—−]\d{1,4})?(?=\.?\s*$)/i

const AUTHORS = byScript(
  /\b[\p{Lu}][\p{L}'’-]+,? (?:[\p{Lu}]\.?-?){1,3}(?=[\s,.;、。&]|$)|\bet al\b|(?:、|,|，)\s?(?:他|ほか)[。．.]|ほか[。．.]/u,
)

/** How much a text looks like a reference entry: how many of year, locator, identifier or address, author names it has. */
export function referenceSignals(text: string): number {
  return [/(?:19|20)\d{2}/.test(text), LOCATOR.test(text), identifiersOf(text).length > 0, AUTHORS(text).test(text)].filter(Boolean).length
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
export function readReference(text: string, texts: NoticeTexts): ReferenceFields {
  const identifiers = identifiersOf(text)
  if (REFERS_BACK.test(text) || LAW.test(text)) return { identifiers, missing: [] }
  const body = blank(text, [
    ...identifiers.map(({ at }) => at),
    ...matches(text, /\b(?:doi|PMID|PMCID|ISBN|available (?:at|from)|retrieved from|accessed)\b\s*[:：]?/gi),
  ])
  const year = [...body.matchAll(YEAR(body))].at(0)
  const imprint = IMPRINT(body).exec(body)
  const locator = LOCATOR.exec(body)
  const label = LABEL.exec(body)?.[0].length ?? 0
  const head = (imprint && signedHead(body, label)) ?? authorHead(body, label, texts)
  const segments = segmentsOf(body, head?.at.to ?? label, imprint?.index ?? locator?.index ?? body.length)
  const [first] = segments
  const authors = head ?? (first && isAuthors(first.text, texts, segments.length > 2) ? first : undefined)
  const titled = authors && authors === first ? segments.slice(1) : segments
  // "URL: to be added" leaves an entry that is otherwise there; "data on file" is all there is
  const isEmpty = isPlaceholder(text, texts) && (!year || !locator)
  // behind authors the title comes first, however short, where a journal follows it; so does what stands in quotes
  const opening = titled[0]
  const isFirst = opening !== undefined && ((authors && titled.length > 1) || /["“「『]$/.test(body.slice(0, opening.at.from)))
  const titleOrBoth = isEmpty ? undefined : isFirst ? opening : titled.find((segment) => isTitle(segment.text))
  const source = titleOrBoth ? titled[titled.indexOf(titleOrBoth) + 1] : undefined
  const publisher = imprint && { text: imprint[1]! }
  const [title, journal] = titleOrBoth && !source && locator && !publisher ? atLastComma(titleOrBoth) : [titleOrBoth, publisher ?? source]
  const found = {
    ...(authors && { authors: authors.text }),
    ...(title && { title: { text: title.text, at: title.at } }),
    ...(journal && { source: journal.text.replace(/[,，、;\s]+(?:19|20)\d{2}年?$/, '') }),
    ...(year && { year: year[0] }),
    ...(locator && { locator: locator[0] }),
  }
  // an organisation publishes its own reports
  const published = { ...found, ...(authors && title && !journal && isOrganisation(authors.text, texts) && { source: authors.text }) }
  return { ...found, identifiers, missing: missingOf(published, identifiers) }
}

/** A shortened note, which leads to the entry before it: `Ibid., 104`, `Arber, op. cit., 131`, `同上、204頁`, `上野、前掲書`. */
const REFERS_BACK =
  /^[\s[\]().\d]*(?:ibid\b|id\.(?=[\s,]))|\b(?:op|loc)\.\s?cit\b|\bsupra note\b|^[\s[\]().\d]*(?:同上|同前|同書|同論文)|前掲(?:書|論文|注|[（(]?注?\d)/i
/** What the law says is found by its number. */
const LAW =
  /\b\d{1,2}\s(?:C\.?F\.?R\.?|U\.?S\.?C\.?|F\.?R\.?|Fed\.\sReg\.)\s(?:§+\s?|[Pp]arts?\s)?\d|\bFed(?:eral|\.)\sReg(?:ister|\.)\s(?:\d|vol)|(?:法律|政令|省令|府令|告示|通知)第\d+号|法[』」]?(?:\s?[（(][^)）]*[)）])?\s?第\d+条/
/** `(Cambridge: Cambridge University Press, 1912)`: where a book was published. */
const IMPRINT = byScript(/[(（](?:\p{Lu}[^():（）]{1,40}:\s)?([^():,（）]{2,60}),\s(?:19|20)\d{2}[)）]/u)

function missingOf(
  found: Partial<Record<'authors' | 'title' | 'source' | 'year' | 'locator', unknown>>,
  identifiers: readonly Identifier[],
): ReferenceField[] {
  const isFindable = identifiers.some(
    ({ kind, isValid }) => isValid && (kind === 'doi' || kind === 'pmid' || kind === 'pmcid' || kind === 'isbn'),
  )
  if (isFindable) return []
  const hasAddress = identifiers.some(
    ({ kind, isValid }) => isValid && (kind === 'url' || kind === 'nct' || kind === 'umin' || kind === 'jrct'),
  )
  if (hasAddress && (found.title || found.authors)) return []
  const fields: ReferenceField[] = []
  if (!found.authors) fields.push('author')
  if (!found.title) fields.push('title')
  if (!found.source) fields.push('source')
  if (!found.year) fields.push('year')
  if (!found.locator && !hasAddress) fields.push('locator')
  return fields
}

interface Segment {
  readonly text: string
  readonly at: TextSpan
}

const FIELD_END = byScript(
  /[.．](?=\s|\p{Lo}|$)|[.．](?=[\p{Lu}\d][^.\s])|[。」』”]|"(?=[\s,.]|\p{Lo}|$)|(?<=["”“」』)）])\s?[,、]|[(（](?=(?:19|20)\d{2})|(?<=[\s)）])["“「『]|(?<=[\s)）])[‘'](?=\p{Lu})|[:：](?=\p{Lu}\p{Ll}+\s\d)/gu,
)

const LABEL = /^\s*(?:[[(（［【]?\d{1,3}[\])）］】.．、]|[[(（［][a-z][\])）］]|[¹²³⁰⁴-⁹]{1,3}|\d{1,2}(?=\s+\p{L})|※\d*|[*•・^↑-])?\s*/u
/** What stands between authors and title where no full stop does: a colon, an opening quote, the year in brackets. */
const HEAD_END = /\s?[:：]\s?|\s?(?=["“「『])|[,，、]?\s?(?=[(（](?:19|20)\d{2})/g

/** 長浜・滝「題名」, フォス・ライター「題名」: family names alone, which only a title behind them shows to be authors. */
const FAMILY_NAMES = byScript(
  /^(?:\p{sc=Han}{1,4}|[\p{sc=Katakana}ー]{2,10})(?:[・、,，]\s?(?:\p{sc=Han}{1,4}|[\p{sc=Katakana}ー]{2,10})){0,5}$/u,
)

/** `Jane Doe and Mark Roe, "Title"`: as people sign, which only a quoted title or a publisher behind them shows. */
const GIVEN_NAMES_FIRST = byScript(
  /^\p{Lu}[\p{L}.'’-]+(?:\s\p{Lu}[\p{L}.'’-]*){1,3}(?:,?\s(?:and\s)?\p{Lu}[\p{L}.'’-]+(?:\s\p{Lu}[\p{L}.'’-]*){1,3})*$/u,
)

/** `Johnson M: …`, `山田太郎「…」`, `佐藤花子(2015)…`: authors and editors who open an entry. */
function authorHead(body: string, from: number, texts: NoticeTexts): Segment | undefined {
  const opening = body.slice(from, from + 200)
  for (const { index } of opening.matchAll(HEAD_END)) {
    const text = opening.slice(0, index).replace(/[.,，、\s]+$/, '')
    if (text === '' || /^[A-Za-z]$/.test(text)) continue
    const isNamed =
      isAuthors(text, texts) ||
      (/^\s?[「『]/.test(opening.slice(index)) && FAMILY_NAMES(text).test(text)) ||
      (/^\s?["“]/.test(opening.slice(index)) && GIVEN_NAMES_FIRST(text).test(text))
    return !holdsFullStop(text) && isNamed ? { text, at: { from, to: from + index } } : undefined
  }
  return undefined
}

/** `Agnes Arber, Herbals: …(Cambridge: …)`: who signs a book stands before its first comma. */
function signedHead(body: string, from: number): Segment | undefined {
  const comma = body.indexOf(', ', from)
  const text = body.slice(from, comma)
  return comma > from && GIVEN_NAMES_FIRST(text).test(text) ? { text, at: { from, to: comma } } : undefined
}

/** A full stop that is no point behind an initial or "et al". */
const holdsFullStop = (text: string): boolean =>
  [...text.matchAll(/[.．。](?=.)/g)].some(
    ({ index }) => text[index] === '。' || !(isInitial(text, index) || /\bal$/.test(text.slice(0, index))),
  )

/** The parts of an entry before its volume and pages: cut at full stops, closing quotes and Japanese brackets. */
function segmentsOf(body: string, start: number, end: number): Segment[] {
  const segments: Segment[] = []
  let from = start
  const push = (to: number): void => {
    const raw = body.slice(from, to)
    const lead = /^[\s"'“”„‘「『()（）.,、。:：;&-]*/.exec(raw)![0].length
    const text = raw.slice(lead).replace(/[\s"'“”’」』()（）.,、。:：;&-]+$/, '')
    if (/[\p{L}]/u.test(text) && !/^(?:19|20)\d{2}年?$/.test(text))
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

/** `題名, 誌名` before a volume: what stands behind the last comma is the journal. */
function atLastComma(segment: Segment): readonly [Segment, Segment | undefined] {
  const at = segment.text.search(/\s?[,，、][^,，、]*$/)
  if (at < 2) return [segment, undefined]
  const [title, rest] = [segment.text.slice(0, at), segment.text.slice(at)]
  const source = rest.replace(/^[\s,，、]+/, '')
  const from = segment.at.to - source.length
  return [
    { text: title, at: { from: segment.at.from, to: segment.at.from + at } },
    source === '' ? undefined : { text: source, at: { from, to: segment.at.to } },
  ]
}

const INITIAL = byScript(/(?:^|[\s.-])\p{Lu}$/u)
const AMONG_INITIALS = byScript(/^(?:\s?\p{Lu}[.,]|-\p{Lu}\.|,|\s?&|\s?(?:and|et al)\b)/u)
const NEXT_AUTHOR = byScript(/^\s+\p{Lu}[\p{Ll}'’-]+(?:,|\s(?:and|&)\s)/u)
const FAMILY_NAME_FIRST = byScript(/\p{Lu}[\p{L}'’-]+,?\s(?:\p{Lu}[.\s-]{0,2}){0,2}\p{Lu}$/u)

/** `Smith J. A.`, `J. Smith,`, `U.S. Department`: a point that ends no field. Behind a family name it ends the authors: `Smith J. Title, …`. */
function isInitial(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 40), at)
  const after = text.slice(at + 1, at + 40)
  if (/\b(?:U\.[SK]|St|trans)$/.test(before)) return true
  if (!INITIAL(before).test(before)) return false
  if (AMONG_INITIALS(after).test(after)) return true
  return NEXT_AUTHOR(after).test(after) && !FAMILY_NAME_FIRST(before).test(before)
}

const NAME_EN = byScript(
  /^(?:(?:(?:de|da|di|dos|du|del|della|van|von|der|den|ter|ten|la|le|el|al|bin|ibn)\s){0,3}[\p{Lu}][\p{L}'’-]*(?:\s[\p{Lu}][\p{L}'’-]+){0,2},?\s(?:\p{Lu}\.?-?\s?){1,3}|(?:\p{Lu}\.\s?){1,3}[\p{Lu}][\p{L}'’-]+)(?=[\s,.;&、]|$)/u,
)
const NAMES_JA = byScript(
  /^[\p{sc=Han}\p{sc=Katakana}\p{sc=Hiragana}ー・A-Za-z\s.]{2,16}(?:[、,，・;]\s?[\p{sc=Han}\p{sc=Katakana}\p{sc=Hiragana}ー・A-Za-z\s.]{1,16}){0,12}$/u,
)

function isOrganisation(segment: string, texts: NoticeTexts): boolean {
  const folded = fold(segment)
  const words = folded.split(/\s+/)
  // one is named in a few words, or by its first ones
  const opening = words.length <= 8 && segment.length <= 60 ? folded : words.slice(0, 3).join(' ')
  return (
    texts.organisations.en.some((word) => holdsPhrase(opening, word)) ||
    (segment.length <= 24 && texts.organisations.ja.some((word) => segment.endsWith(word)))
  )
}

/** `Smith, John`, `Doe, Jane, and Mark Roe`: names written out, which read like any words. */
const FULL_NAME = byScript(
  /^\p{Lu}[\p{L}'’-]+, \p{Lu}\p{Ll}+(?: \p{Lu}\.?)?(?:,(?: and)? \p{Lu}\p{Ll}+(?: \p{Lu}\.)? \p{Lu}[\p{L}'’-]+){0,4}$/u,
)

/** `isOpening`: title and source follow, so that a name written out is one. */
function isAuthors(written: string, texts: NoticeTexts, isOpening = false): boolean {
  const segment = written.replace(/\s?[(（]?(?:編著?|著|監修|監訳|訳|編集|編者|[Ee]ds?\.?)[)）]?$/, '')
  if (NAME_EN(segment).test(segment) || /\bet al\b/.test(segment)) return true
  if (isOpening && FULL_NAME(segment).test(segment)) return true
  if (isOrganisation(segment, texts)) return true
  if (/(?:[、,，]\s?(?:他|ほか)|ら|ほか)$/.test(segment) && segment.length <= 60) return true
  return isJapaneseNames(segment)
}

/** 山田太郎、佐藤花子: short names of Han letters (with a given name in Han, kana or Latin letters), no particle between them. */
function isJapaneseNames(segment: string): boolean {
  if (!NAMES_JA(segment).test(segment)) return false
  const names = segment.split(/[、,，;・]\s?(?=\p{sc=Han})|[、,，;]\s?/u)
  return (
    names.every((name) => NAME_JA.some((shape) => shape.test(name))) &&
    (names.length > 1 || /^\p{sc=Han}{3,4}$/u.test(segment) || /\s|[A-Z]$|^\p{sc=Han}+[\p{sc=Hiragana}\p{sc=Katakana}ー]+$/u.test(segment))
  )
}

const NAME_JA = [
  /^\p{sc=Han}{2,5}$/u,
  /^\p{sc=Han}{1,3}\s(?:\p{sc=Han}{1,3}|\p{sc=Hiragana}{2,4}|[\p{sc=Katakana}ー]{2,6})$/u,
  /^\p{sc=Han}{2,3}[\p{sc=Katakana}ー]{2,4}$/u,
  // 浅野はるか, but no 体力づくり
  /^\p{sc=Han}{2,3}\p{sc=Hiragana}{2,4}(?<!づくり|つくり|について|における|のため|まで|から|とは|など|との|への|での)$/u,
  /^\p{sc=Hiragana}{2,4}\s\p{sc=Hiragana}{2,4}$/u,
  /^[\p{sc=Katakana}ー・]{2,10}\s?[A-Z]{1,3}$/u,
]

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
