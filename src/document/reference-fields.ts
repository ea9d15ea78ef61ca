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
  /\b\d{1,4}\s?[(（][^)）]{1,14}[)）](?:\s?[:：,、]\s?[eEsS]?\d+(?:\s?[-–—−]\s?[eEsS]?\d+)?)?|\b\d{1,4}\s?[:：]\s?[eEsS]?\d+(?:\s?[-–—−]\s?[eEsS]?\d+)?|\bpp?\.\s?[eEsS]?\d+(?:\s?[-–—−]\s?\d+)?|\bvol(?:ume|\.)?\s?\d+|第?\d+巻|\d+\s?[-–〜~]\s?\d+\s?(?:頁|ページ)|\b\d{1,4},\s?(?:[eE]?\d{2,}(?:\s?[-–—−]\s?\d+)?)/i

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
  const body = blank(text, [
    ...identifiers.map(({ at }) => at),
    ...matches(text, /\b(?:doi|PMID|PMCID|ISBN|available (?:at|from)|retrieved from|accessed)\b\s*[:：]?/gi),
  ])
  const year = [...body.matchAll(YEAR(body))].at(0)
  const locator = LOCATOR.exec(body)
  const segments = segmentsOf(body, year?.index, locator?.index)
  const [first, ...rest] = segments
  const hasAuthors = first !== undefined && isAuthors(first.text, texts)
  const titled = hasAuthors ? rest : segments
  // "URL: to be added" leaves an entry that is otherwise there; "data on file" is all there is
  const isEmpty = isPlaceholder(text, texts) && (!year || !locator)
  // behind authors the title comes first, however short, where a journal follows it
  const title = isEmpty ? undefined : hasAuthors && rest.length > 1 ? rest[0] : titled.find((segment) => isTitle(segment.text))
  const source = title ? titled[titled.indexOf(title) + 1] : undefined
  const found = {
    ...(hasAuthors && { authors: first.text }),
    ...(title && { title: { text: title.text, at: title.at } }),
    ...(source && { source: source.text }),
    ...(year && { year: year[0] }),
    ...(locator && { locator: locator[0] }),
  }
  return { ...found, identifiers, missing: missingOf(found, identifiers) }
}

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
  /[.．](?=\s|\p{Lo}|$)|[.．](?=[\p{Lu}\d][^.\s])|[。」』”]|"(?=[\s,.]|\p{Lo}|$)|(?<=["”“」』)）])\s?[,、]|[(（](?=(?:19|20)\d{2})|(?<=\s)["“「『]|[:：](?=\p{Lu}\p{Ll}+\s\d)/gu,
)

/** The parts of an entry before its volume and pages: cut at full stops, closing quotes and Japanese brackets. */
function segmentsOf(body: string, year: number | undefined, locator: number | undefined): Segment[] {
  const segments: Segment[] = []
  const label = /^[\s]*(?:[[(（［【]?\d{1,3}[\])）］】.．、]|[[(（［][a-z][\])）］]|※\d*|[*•・^↑-])?\s*/.exec(body)?.[0].length ?? 0
  const end = Math.min(locator ?? body.length, body.length)
  let from = label
  const push = (to: number): void => {
    const raw = body.slice(from, to)
    const lead = /^[\s"“”„「『()（）.,、。:：;&-]*/.exec(raw)![0].length
    const text = raw.slice(lead).replace(/[\s"“”」』()（）.,、。:：;&-]+$/, '')
    if (/[\p{L}]/u.test(text) && !/^(?:19|20)\d{2}$/.test(text))
      segments.push({ text, at: { from: from + lead, to: from + lead + text.length } })
    from = to
  }
  for (const match of body.slice(0, end).matchAll(FIELD_END(body))) {
    const at = match.index
    if (match[0].startsWith('.') && isInitial(body, at)) continue
    if (at + 1 > from) push(at + 1)
  }
  if (end > from) push(end)
  if (year !== undefined && year >= end) return segments
  return segments
}

const INITIAL = byScript(/(?:^|[\s.-])\p{Lu}$/u)
const AMONG_INITIALS = byScript(/^(?:\s?\p{Lu}[.,]|-\p{Lu}\.|,|\s?&|\s?and\b)/u)
const NEXT_AUTHOR = byScript(/^\s+\p{Lu}[\p{Ll}'’-]+,/u)
const FAMILY_NAME_FIRST = byScript(/\p{Ll}[\p{L}'’-]*,?\s(?:\p{Lu}[.\s-]{0,2}){0,2}\p{Lu}$/u)

/** `Smith J. A.` and `J. Smith,`: a point that ends no field. Behind a family name it ends the authors: `Smith J. Title, …`. */
function isInitial(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 40), at)
  const after = text.slice(at + 1, at + 40)
  if (!INITIAL(before).test(before)) return false
  if (AMONG_INITIALS(after).test(after)) return true
  return NEXT_AUTHOR(after).test(after) && !FAMILY_NAME_FIRST(before).test(before)
}

const NAME_EN = byScript(
  /^(?:[\p{Lu}][\p{L}'’-]*(?:\s[\p{Lu}][\p{L}'’-]+){0,2},?\s(?:\p{Lu}\.?-?\s?){1,3}|(?:\p{Lu}\.\s?){1,3}[\p{Lu}][\p{L}'’-]+)(?=[\s,.;&、]|$)/u,
)
const NAMES_JA = byScript(
  /^[\p{sc=Han}\p{sc=Katakana}\p{sc=Hiragana}ー・A-Za-z\s.]{2,16}(?:[、,，・;]\s?[\p{sc=Han}\p{sc=Katakana}\p{sc=Hiragana}ー・A-Za-z\s.]{1,16}){0,12}$/u,
)

function isAuthors(segment: string, texts: NoticeTexts): boolean {
  if (NAME_EN(segment).test(segment) || /\bet al\b/.test(segment)) return true
  const folded = fold(segment)
  if (segment.length <= 60 && segment.split(/\s+/).length <= 8 && texts.organisations.en.some((word) => holdsPhrase(folded, word)))
    return true
  if (segment.length <= 24 && texts.organisations.ja.some((word) => segment.endsWith(word))) return true
  if (/(?:[、,，]\s?(?:他|ほか)|ら|ほか)$/.test(segment) && segment.length <= 60) return true
  return isJapaneseNames(segment)
}

/** 山田太郎、佐藤花子: short names of Han letters (with a given name in Latin or katakana), no particle between them. */
function isJapaneseNames(segment: string): boolean {
  if (!NAMES_JA(segment).test(segment) || /[のをにがはとでへ]/.test(segment)) return false
  const names = segment.split(/[、,，;]\s?/)
  return (
    names.every(
      (name) =>
        /^\p{sc=Han}{2,5}$/u.test(name) ||
        /^\p{sc=Han}{1,3}\s\p{sc=Han}{1,3}$/u.test(name) ||
        /^[\p{sc=Katakana}ー・]{2,10}\s?[A-Z]{1,3}$/u.test(name),
    ) &&
    (names.length > 1 || /^\p{sc=Han}{3,4}$/u.test(segment) || /\s|[A-Z]$/.test(segment))
  )
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
