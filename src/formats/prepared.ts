import type { Span } from '../core/span.js'
import type { Piece } from './character-references.js'

/** Stands, in the text a parser gets, where the source holds something that is not text (a template expression). */
export const PLACEHOLDER = '\uE000'

/**
 * A source made ready for a parser: byte order mark and carriage returns taken out, template expressions blanked.
 * `plain` and `text` are equally long; `at` leads back to the source.
 */
export interface Prepared {
  readonly source: string
  /** The source with `\n` line ends and without a byte order mark. */
  readonly plain: string
  /** `plain` with whatever the parser must not see replaced, letter for letter. */
  readonly text: string
  /** The source offset of an offset in `plain` or `text`. Before a line end it is the place before the `\r`. */
  at(offset: number): number
  /**
   * Where a stretch of `plain` does not stand letter for letter in the source (a string with escapes): the stretches it is written in,
   * in source offsets. Absent where every line is written as it reads.
   */
  piecesIn?(start: number, end: number): readonly Piece[]
}

/**
 * Takes out the byte order mark, makes `\r\n` and `\r` one `\n`, and hides what is no text.
 * @param hide rewrites the plain text to one of the same length
 */
export function prepare(source: string, hide: (plain: string) => string = (plain) => plain): Prepared {
  const base = source.charCodeAt(0) === 0xfeff ? 1 : 0
  const body = base ? source.slice(base) : source
  if (!body.includes('\r')) return { source, plain: body, text: hide(body), at: (offset) => offset + base }

  const removed: number[] = []
  let plain = ''
  let from = 0
  for (let cr = body.indexOf('\r'); cr >= 0; cr = body.indexOf('\r', cr + 1)) {
    const pair = body.charCodeAt(cr + 1) === 10
    plain += pair ? body.slice(from, cr) : `${body.slice(from, cr)}\n`
    if (pair) removed.push(cr - removed.length)
    from = cr + 1
  }
  plain += body.slice(from)
  return { source, plain, text: hide(plain), at: (offset) => offset + base + countBelow(removed, offset) }
}

/** A part of a prepared source as a source of its own, with some stretches (in the whole's offsets) made blank. */
export function slicePrepared(
  whole: Prepared,
  start: number,
  end: number,
  blanks: readonly { start: number; end: number }[] = [],
): Prepared {
  let text = ''
  let from = start
  for (const blank of blanks) {
    text += whole.text.slice(from, blank.start) + ' '.repeat(blank.end - blank.start)
    from = blank.end
  }
  text += whole.text.slice(from, end)
  const { piecesIn } = whole
  return {
    source: whole.source,
    plain: whole.plain.slice(start, end),
    text,
    at: (offset) => whole.at(offset + start),
    ...(piecesIn && { piecesIn: (from, to) => piecesIn(from + start, to + start) }),
  }
}

/**
 * The text that pieces of a prepared text add up to: what a string with escapes reads as. Line ends become `\n`; each letter keeps its place.
 */
export function piecewise(whole: Prepared, pieces: readonly Piece[]): Prepared {
  const parts = withPlainLineEnds(pieces)
  const plain = parts.map(({ value }) => value).join('')
  const starts: number[] = []
  let length = 0
  for (const { value } of parts) {
    starts.push(length)
    length += value.length
  }
  const partAt = (offset: number): number => Math.max(0, countBelow(starts, offset + 1) - 1)
  /** A letter of a replaced piece stands at its edges. */
  const place = (index: number, offset: number, isEnd: boolean): number => {
    const { value, start, end } = parts[index]!
    const inside = offset - starts[index]!
    return value.length === end - start ? start + inside : isEnd ? end : start
  }
  const at = (offset: number): number => {
    if (parts.length === 0) return whole.at(0)
    if (offset >= length) return whole.at(parts.at(-1)!.end)
    return whole.at(place(partAt(offset), offset, false))
  }
  const piecesIn = (start: number, end: number): Piece[] => {
    const found: Piece[] = []
    for (let i = partAt(start); i < parts.length && starts[i]! < end; i++) {
      const from = Math.max(start, starts[i]!)
      const to = Math.min(end, starts[i]! + parts[i]!.value.length)
      if (from >= to) continue
      found.push({ value: plain.slice(from, to), start: whole.at(place(i, from, false)), end: whole.at(place(i, to, true)) })
    }
    return found
  }
  return { source: whole.source, plain, text: plain, at, piecesIn }
}

/** `\r\n` and `\r` as one `\n`, even where each letter is an escape of its own. */
function withPlainLineEnds(pieces: readonly Piece[]): Piece[] {
  const parts: Piece[] = []
  for (const piece of pieces) {
    const last = parts.at(-1)
    if (piece.value === '\n' && last?.value === '\r') parts[parts.length - 1] = { value: '\n', start: last.start, end: piece.end }
    else parts.push(piece)
  }
  return parts.flatMap((piece) => (piece.value === '\r' ? { ...piece, value: '\n' } : piece.value === '' ? [] : piece))
}

function countBelow(sorted: readonly number[], limit: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]! < limit) low = middle + 1
    else high = middle
  }
  return low
}

/** `text` with every letter but line ends replaced by the placeholder. */
export function blankOut(text: string, placeholder: string = PLACEHOLDER): string {
  return text.replace(/[^\n\r]/g, placeholder)
}

export const sourceSpan = (prepared: Prepared, start: number, end: number): Span => ({ start: prepared.at(start), end: prepared.at(end) })
