import { decodePieces, type Piece } from '../character-references.js'

const MARKUP = /<!--[\s\S]*?-->|<[!?/]?[A-Za-z][^<>]*>|<[!?/][^<>]*>/g

/**
 * Finds where each part of a text node's value stands: the parser gives the stretch it came from, which may hold tags and
 * comments that were moved elsewhere. Returns `undefined` when value and source cannot be brought together.
 */
export function alignText(text: string, start: number, end: number, value: string): Piece[] | undefined {
  // What `<pre>` and text areas begin with, and raw text of scripts and styles, holds no references.
  const candidates = [() => decodePieces(text, start, end, 'html-text'), () => withoutMarkup(text, start, end), () => raw(text, start, end)]
  for (const candidate of candidates) {
    const pieces = candidate()
    const read = pieces.map((piece) => piece.value).join('')
    if (read === value) return pieces
    if (read === `\n${value}` && pieces[0]!.value.startsWith('\n')) return [...raw(text, start + 1, pieces[0]!.end), ...pieces.slice(1)]
  }
  return undefined
}

function withoutMarkup(text: string, start: number, end: number): Piece[] {
  const pieces: Piece[] = []
  let from = start
  for (const match of text.slice(start, end).matchAll(MARKUP)) {
    pieces.push(...decodePieces(text, from, start + match.index, 'html-text'))
    from = start + match.index + match[0].length
  }
  pieces.push(...decodePieces(text, from, end, 'html-text'))
  return pieces
}

const raw = (text: string, start: number, end: number): Piece[] => (start < end ? [{ value: text.slice(start, end), start, end }] : [])
