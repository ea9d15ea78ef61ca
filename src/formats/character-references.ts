import { decodeHTML, decodeHTMLAttribute, decodeHTMLStrict } from 'entities'

/** A stretch of a source and what it reads as. Where the two are the same letters, it stands for itself. */
export interface Piece {
  readonly value: string
  readonly start: number
  readonly end: number
}

/** How character references are read: HTML takes `&amp` without a semicolon in text, hardly in attributes, Markdown never. */
export type ReferenceStyle = 'html-text' | 'html-attribute' | 'markdown'

const DECODERS = { 'html-text': decodeHTML, 'html-attribute': decodeHTMLAttribute, markdown: decodeHTMLStrict } as const
const REFERENCE = /&(?:#[xX]?[0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]{1,40});?/g

/** What the character reference `raw` reads as; `raw` itself when it is none. */
export function decodeReference(raw: string, style: ReferenceStyle): string {
  if (style !== 'markdown') return DECODERS[style](raw)
  const number = /^&#(?:[xX]([0-9a-fA-F]{1,6})|([0-9]{1,7}));$/.exec(raw)
  if (!number) return raw.startsWith('&#') ? raw : DECODERS.markdown(raw)
  const code = number[1] ? Number.parseInt(number[1], 16) : Number.parseInt(number[2]!, 10)
  // CommonMark 6.2: zero and what is no code point reads as the replacement character; controls are left as they are.
  const valid = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
  return valid ? String.fromCodePoint(code) : '\uFFFD'
}

/** Splits `text.slice(start, end)` into stretches that stand for themselves and character references. */
export function decodePieces(text: string, start: number, end: number, style: ReferenceStyle): Piece[] {
  const slice = text.slice(start, end)
  const pieces: Piece[] = []
  let from = 0
  for (const match of slice.matchAll(REFERENCE)) {
    const value = decodeReference(match[0], style)
    if (value === match[0]) continue
    if (match.index > from) pieces.push({ value: slice.slice(from, match.index), start: start + from, end: start + match.index })
    from = match.index + match[0].length
    pieces.push({ value, start: start + match.index, end: start + from })
  }
  if (from < slice.length) pieces.push({ value: slice.slice(from), start: start + from, end })
  return pieces
}
