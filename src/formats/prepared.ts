import type { Span } from '../core/span.js'

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
  return { source: whole.source, plain: whole.plain.slice(start, end), text, at: (offset) => whole.at(offset + start) }
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
