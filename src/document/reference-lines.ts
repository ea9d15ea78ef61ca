import { byScript } from '../core/by-script.js'
import type { TextSpan } from '../core/span.js'
import { labelAt, withPlainFigures } from './labels.js'
import { trimmed } from './pieces.js'

/** An entry of a list as it stands in one block. */
export interface EntryLine {
  readonly at: TextSpan
  readonly label?: string
}

/** A label and nothing else, which stands in a line, as a term or in a cell; a figure or letter without brackets is one in a cell only. */
export function labelAlone(text: string, isCell: boolean): string | undefined {
  const written = text.trim()
  if (written === '' || written.length > 12) return undefined
  const bare = isCell ? /^(\d{1,3}|[A-Za-z]|[ivx]{1,5}|[IVX]{1,5})[.):]?$/.exec(written)?.[1] : undefined
  if (bare !== undefined) return bare
  const found = labelAt(withPlainFigures(written))
  return found && /^[\s.:)\]]*$/.test(written.slice(found.length)) ? found.label : undefined
}

/** Entries that stand as lines of one paragraph, or `inline` behind one another; without any label a paragraph is no list. */
export function entryLines(text: string, within: TextSpan, inline: boolean): EntryLine[] {
  const bare = bareLines(text, within)
  if (bare.length > 0) return bare
  const starts: { from: number; label: string; sort: string }[] = []
  const body = text.slice(within.from, within.to)
  for (const match of body.matchAll(inline ? /^|\n|(?<=[.?!)\]"”’*>/\d。」』]\s?)\s/g : /^|\n/g)) {
    const from = within.from + match.index + match[0].length
    const found = labelAt(text.slice(from, from + 32))
    const opensLine = match[0] === '' || match[0] === '\n'
    const last = starts.at(-1)
    if (found && (opensLine || (last && last.sort === found.sort && follows(last.label, found.label)))) starts.push({ from, ...found })
    else if (match[0] === '\n' && starts.length === 0) return []
  }
  return starts.flatMap(({ from, label }, i) => {
    const at = trimmed(text, { from, to: starts[i + 1]?.from ?? within.to })
    return at.from < at.to ? [{ at, label }] : []
  })
}

/** Does the second label come after the first, with one left out at most: 2 behind 1, b behind a, ii behind i, any key behind a key? */
function follows(first: string, second: string): boolean {
  const [a, b] = [ordinalsOf(first), ordinalsOf(second)]
  return a.length === 0 || b.length === 0
    ? a.length === b.length && first !== second
    : a.some((n) => b.includes(n + 1) || b.includes(n + 2))
}

const ROMAN = 'i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx'.split(' ')

/** What a label counts as: `c` is a letter and a Roman figure; `LEE19` and `NRV` count nothing. */
function ordinalsOf(label: string): readonly number[] {
  const figures = /\d+$/.exec(label)?.[0]
  if (figures !== undefined) return /^\p{L}{2,}/u.test(label) ? [] : [Number(figures)]
  const lower = label.toLowerCase()
  return [...(ROMAN.includes(lower) ? [ROMAN.indexOf(lower) + 1] : []), ...(/^[a-z]$/.test(lower) ? [lower.charCodeAt(0) - 96] : [])]
}

/** `1 名取「…」…` over `2 鏑木「…」…`: two lines and more that count from one, with no more than space behind the figure; other lines go on. */
function bareLines(text: string, within: TextSpan): EntryLine[] {
  const starts: number[] = []
  for (const { 0: line, index } of text.slice(within.from, within.to).matchAll(/[^\n]+/g)) {
    if (new RegExp(`^\\s*${starts.length + 1}[ \t\u3000]+[^\\d\\s.,;:)]`).test(line)) starts.push(within.from + index)
    else if (starts.length === 0 || /^\s*\d{1,3}[ \t\u3000]/.test(line)) return []
  }
  if (starts.length < 2) return []
  return starts.map((from, i) => ({ at: trimmed(text, { from, to: starts[i + 1] ?? within.to }), label: `${i + 1}` }))
}

/** What an entry without a label opens with: `Smith J`, `Smith, Jane`, `J. Smith`, a title in quotation marks, anybody and a year. */
const OPENING = byScript(
  /^(?:["“„«]\p{Lu}|(?:\p{Ll}{2,3} ){0,2}\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)?,? (?:\p{Lu}\.?[ -]?){1,3}(?=[,.;:&(\s]|$)|(?:\p{Ll}{2,3} ){0,2}\p{Lu}[\p{L}'’-]+, \p{Lu}[\p{L}’'-]+|(?:\p{Lu}\. ?){1,3}\p{Lu}\p{L}+|\p{Lu}[^.]{2,80}\.? [(](?:(?:19|20)\d{2}|n\.d\.|in press)|\p{Lu}[\p{L}'’-]+ (?:et al\b|(?:and|&) \p{Lu}[\p{L}'’-]+[,.]? [(]?(?:19|20)\d{2}))/u,
)
export const opensLikeEntry = (text: string): boolean => OPENING(text).test(text.trimStart())

/** Where an entry may end: pages, a year, an address, a bracket. */
const CLOSING = /(?:\d[-–—]\d+|\b(?:19|20)\d{2}|\d{2,}|https?:\S+|10\.\d{4,9}\/\S+|[)\]])[.;]?\s*$/

/** Volume and pages, or an address. */
const LED = /\d\s?[(:]\s?\d|,\s(?:pp?\.\s)?\d+[-–]\d|https?:\S|\b10\.\d{4,9}\//

/**
 * The lines of a list without labels, wrapped ones put together: another entry begins where a line ended like one and the next opens like one.
 */
export function unlabelledLines(text: string, within: TextSpan): EntryLine[] {
  const starts: number[] = []
  let before = ''
  let entry = ''
  for (const { 0: line, index } of text.slice(within.from, within.to).matchAll(/[^\n]+/g)) {
    const written = line.trim()
    if (written === '') continue
    const opens = OPENING(written).test(written)
    const isNext = /[.;)\]"”>]$/.test(before) || /https?:\S+$|10\.\d{4,9}\/\S+$/.test(before) || (opens && CLOSING.test(before))
    // `… (2015). Title.` goes on with `Nutrition & Vision, 8(2), 77–85.`
    const isRest = !LED.test(entry) && LED.test(written) && !/(?:19|20)\d{2}/.test(written.replace(/https?:\S+/, ''))
    // `Kreider, R. B. (2017).` goes on with its title, and `… (3rd ed.).` with `Wiley.`
    const isHeadOnly = !LED.test(entry) && /[(（](?:19|20)\d{2}[a-z]?[)）][.:,]?$/.test(before)
    const isTitled = CLOSING.test(before) && /^["“\p{Lu}]/u.test(written) && /\s\S+\s/.test(written)
    const isStart = starts.length === 0 || (isNext && !isRest && !isHeadOnly && (opens || isTitled))
    if (isStart) starts.push(within.from + index)
    entry = isStart ? written : `${entry} ${written}`
    before = written
  }
  return starts.map((from, i) => ({ at: trimmed(text, { from, to: starts[i + 1] ?? within.to }) }))
}

/** Labels that only their order shows to be such: `A. Smith J. …` over `B. …`, `I. …`, `1 Smith …`, `No. 1 …`, `#1 …`, `Source 1: …`. */
export function labelledInOrder<T extends EntryLine>(entries: readonly T[], textOf: (entry: T) => string): readonly T[] {
  if (entries.length < 2 || entries.some(({ label }) => label !== undefined)) return entries
  const labels = entries.map((entry) => {
    const [, worded, bare, letter] = IN_ORDER.exec(textOf(entry)) ?? []
    return worded ?? bare ?? letter ?? ''
  })
  const isFirst = ordinalsOf(labels[0]!).includes(1)
  const counts = isFirst && labels.every((label, i) => i === 0 || (ordinalsOf(label).length > 0 && follows(labels[i - 1]!, label)))
  return counts ? entries.map((entry, i) => ({ ...entry, label: labels[i]! })) : entries
}
const IN_ORDER =
  /^\s*(?:(?:#|№\s?|(?:no|ref|reference|source|note|citation|study|paper|fn)\.?\s?)(\d{1,3})|(\d{1,3})(?=\s)|([a-z]|[ivx]{1,5})(?=[.:)]|[ \u3000][\u30a0-\u30ff\u4e00-\u9fff]))[\s.:)\]—–-]+(?=\S)/i
