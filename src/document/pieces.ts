import type { TextSpan } from '../core/span.js'

/**
 * Sentence-like pieces of a block's visible text, found by punctuation alone: the document layer decides what is a notice and what is not
 * before any language is analysed. Line breaks inside a sentence (a soft wrap, a `<br>`) do not end it; a line that opens with a note symbol does.
 */
export function piecesOf(text: string): readonly TextSpan[] {
  const pieces: TextSpan[] = []
  let from = 0
  const close = (to: number): void => {
    const piece = trimmed(text, { from, to })
    if (piece.from < piece.to) pieces.push(piece)
    from = to
  }
  for (const match of text.matchAll(/[.!?。！？\n]/g)) {
    const at = match.index
    if (at < from) continue
    if (match[0] === '\n') {
      if (endsSentence(text, at) || opensNote(text, at + 1)) close(at + 1)
    } else if ('。！？'.includes(match[0])) close(skipTrailers(text, at + 1))
    else if (isFullStop(text, at)) close(skipTrailers(text, skipNumber(text, at)))
  }
  close(text.length)
  return pieces
}

/** The lines of a block's text as a reader of a note sees them: a soft-wrapped line stays with the one before it. */
export function linesOf(text: string): readonly TextSpan[] {
  const lines: TextSpan[] = []
  let from = 0
  for (const match of text.matchAll(/\n/g)) {
    if (!endsSentence(text, match.index) && !opensNote(text, match.index + 1)) continue
    lines.push(trimmed(text, { from, to: match.index }))
    from = match.index + 1
  }
  lines.push(trimmed(text, { from, to: text.length }))
  return lines.filter((line) => line.from < line.to)
}

export function trimmed(text: string, at: TextSpan): TextSpan {
  let { from, to } = at
  while (from < to && isSpace(text[from]!)) from++
  while (to > from && isSpace(text[to - 1]!)) to--
  return { from, to }
}

export const isSpace = (letter: string): boolean => /[\s\u200b\u2060\ufeff]/.test(letter)

const SYMBOLS = '*＊∗﹡⁎†‡✝§¶#＃^＾°◆'
const CLOSERS = ')）]］}」』】〕〉》”’"\'»'
const NOTE_START = /^[ \t\u3000\u200b]*[([（［〔]?(?:[*＊∗﹡⁎†‡✝§¶◆※]|[¹²³⁴-⁹]|注\d{0,2}[)）:：]|\d{1,2}[)）]\s)/

const opensNote = (text: string, at: number): boolean => NOTE_START.test(text.slice(at, at + 16))

/** A line that holds nothing but a symbol opens the note in the next line. */
const SYMBOL_ALONE = /^[\s\u200b]*[([（［〔]?(?:[*＊∗﹡⁎†‡✝§¶◆※]{1,3}[0-9０-９]{0,2}|[¹²³⁴-⁹]{1,2}|注\d{0,2})[)）\]］〕:：]?[\s\u200b]*$/

/** Was the last visible letter before `at` the end of a sentence, its marks and brackets left aside? */
function endsSentence(text: string, at: number): boolean {
  if (SYMBOL_ALONE.test(text.slice(Math.max(text.lastIndexOf('\n', at - 1) + 1, at - 24), at))) return false
  let i = at - 1
  const least = Math.max(0, at - 64)
  while (i >= least && (isSpace(text[i]!) || SYMBOLS.includes(text[i]!) || CLOSERS.includes(text[i]!) || /[¹²³⁰⁴-⁹※]/.test(text[i]!))) i--
  return i < 0 || '.!?。！？:：'.includes(text[i]!)
}

/** After a full stop: closing quotes and brackets, the symbols and bracketed numbers that belong to the sentence before. */
function skipTrailers(text: string, at: number): number {
  if (opensNextNote(text, at)) return at
  const trailer =
    /^(?:[)）\]］}」』】〕〉》”’"'»]|[*＊∗﹡⁎†‡✝§¶#＃^＾°◆]{1,3}|[¹²³⁰⁴-⁹]+|[[［【]\^?[\d,，、\s–-]{1,12}[\]］】]|※[0-9０-９]{0,2}(?=\s|$))/
  let i = at
  for (let match = trailer.exec(text.slice(i, i + 20)); match; match = trailer.exec(text.slice(i, i + 20))) i += match[0].length
  return i
}

/** `※1 100gあたり。※2 …`: in a line that a symbol opens the numbered symbol behind a sentence opens the next note. */
function opensNextNote(text: string, at: number): boolean {
  if (!/^[※*＊]\d/.test(text.slice(at, at + 2))) return false
  const line = text.slice(Math.max(text.lastIndexOf('\n', at - 1) + 1, at - 400), at)
  return /^[\s\u200b]*[([（［〔]?[※*＊]\d/.test(line) && /^[※*＊]\d{1,2}[)）]?[\s\u3000]?[\p{L}\p{N}「『“"]/u.test(text.slice(at, at + 8))
}

/** A figure glued to the full stop (`… weeks.1 Another`) is the number of a reference and belongs to the sentence before. */
function skipNumber(text: string, at: number): number {
  const isBehindWord = text[at] === '.' && /[a-z)]/.test(text[at - 1] ?? '')
  const number = isBehindWord ? /^\d{1,3}(?:[,–-]\d{1,3}){0,4}(?=\s|$)/.exec(text.slice(at + 1, at + 24)) : null
  return at + 1 + (number?.[0].length ?? 0)
}

const ABBREVIATION = /(?:^|[\s(（])(?:[A-Za-z]|U\.S|F\.D\.A|e\.g|i\.e|al|vs|Dr|Mr|Mrs|Ms|Prof|No|Vol|Fig|approx|cf|St)$/

function isFullStop(text: string, at: number): boolean {
  const after = skipTrailers(text, at + 1)
  const next = text[after]
  // the number of a note or entry: `2. These statements …`
  if (text[at] === '.' && /(?:^|\n)\s*\d{1,2}$/.test(text.slice(Math.max(0, at - 8), at)) && next !== undefined) return false
  if (text[at] === '.' && /\d/.test(text[at - 1] ?? '') && /\d/.test(text[at + 1] ?? '')) return false
  if (next !== undefined && !isSpace(next)) {
    const glued = after > at + 1 ? /[\p{Lu}\p{Lo}]/u.test(next) : /\p{Lo}/u.test(next)
    return glued || skipNumber(text, at) > at + 1
  }
  return text[at] !== '.' || !ABBREVIATION.test(text.slice(Math.max(0, at - 8), at))
}
