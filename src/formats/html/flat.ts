import { decodePieces } from '../character-references.js'
import type { Page } from '../page.js'
import { type Prepared, sourceSpan } from '../prepared.js'
import { VisibleText } from '../visible-text.js'
import { BLOCK_ELEMENTS, SKIPPED_ELEMENTS } from './elements.js'
import type { HtmlPlace } from './place.js'

const MARKUP = /<!--[\s\S]*?(?:-->|$)|<(\/?)([A-Za-z][A-Za-z0-9-]*)[^<>]*>/g

/** Reads HTML tag by tag, without its structure: for input that nests too deep for a parser. Every letter keeps its place. */
export function readFlat(prepared: Prepared, page: Page, place: HtmlPlace): void {
  page.unread.push({ what: 'structure-not-read', span: sourceSpan(prepared, 0, prepared.text.length) })
  let text = new VisibleText(prepared, 'collapse')
  let begin = 0
  let from = 0
  let skipping: string | undefined
  const flush = (end: number) => {
    page.add(text.finish(), { ...place, span: sourceSpan(prepared, begin, end) })
    text = new VisibleText(prepared, 'collapse')
    begin = end
  }
  const add = (end: number) => {
    if (!skipping) for (const piece of decodePieces(prepared.text, from, end, 'html-text')) text.add(piece.value, piece.start, piece.end)
  }
  for (const match of prepared.text.matchAll(MARKUP)) {
    add(match.index)
    from = match.index + match[0].length
    const name = match[2]?.toLowerCase()
    if (!name) continue
    if (skipping) {
      if (match[1] && name === skipping) skipping = undefined
    } else if (!match[1] && SKIPPED_ELEMENTS.has(name)) skipping = name
    if (BLOCK_ELEMENTS.has(name)) flush(from)
  }
  add(prepared.text.length)
  flush(prepared.text.length)
}
