import type { Marker, Notice, ReadBlock } from '../../src/core/document.js'
import type { Edit } from '../../src/core/finding.js'
import type { CheckContext } from '../../src/core/rule.js'
import type { TextSpan } from '../../src/core/span.js'

/** The symbol as it has to be typed in this kind of source: Markdown reads a bare `*` as markup. */
export const typed = (symbol: string, format: string): string => (format === 'markdown' ? symbol.replace(/[*_]/g, '\\$&') : symbol)

/** A symbol that can be typed behind a sentence without a second meaning there: a figure would read as a number of the text. */
export const isTypeable = (symbol: string): boolean => /^(?:[*†‡◆]{1,3}|※\d{0,2}|\*\d{1,2})$/.test(symbol)

/** Inserts a symbol right behind the visible offset; nothing where the source there is not the visible text letter by letter. */
export function insertAfter(block: ReadBlock, offset: number, symbol: string, format: string): Edit | undefined {
  const letter = { from: offset - 1, to: offset }
  if (offset < 1 || block.role === 'metadata' || block.role === 'alt-text' || !block.map.isOneRun(letter)) return undefined
  const { end } = block.map.toSource(letter)
  return { span: { start: end, end }, text: typed(symbol, format) }
}

/** Inserts a symbol right before the visible offset. */
export function insertBefore(block: ReadBlock, offset: number, symbol: string, format: string): Edit | undefined {
  const letter = { from: offset, to: offset + 1 }
  if (!block.map.isOneRun(letter)) return undefined
  const { start } = block.map.toSource(letter)
  return { span: { start, end: start }, text: typed(symbol, format) }
}

/**
 * Gives a statement this symbol: in the place of those it carries that lead nowhere, else behind its end. Nothing to do where it carries it
 * already; undefined where the source cannot be edited there.
 */
export function markWith(
  symbol: string,
  block: ReadBlock,
  at: TextSpan,
  calls: readonly Marker[],
  format: string,
): readonly Edit[] | undefined {
  const lost = calls.filter((marker) => marker.notice === undefined && marker.reference === undefined && marker.symbol !== symbol)
  if (lost.some(({ swallowed, span }) => swallowed || span.end <= span.start)) return undefined
  const isMarked = calls.some((marker) => marker.symbol === symbol)
  if (lost.length > 0) return lost.map(({ span }, i) => ({ span, text: i === 0 && !isMarked ? typed(symbol, format) : '' }))
  if (isMarked) return []
  const edit = insertAfter(block, endOf(block, at), symbol, format)
  return edit && [edit]
}

/** The end of a sentence behind its last visible letter, closing quotes and brackets included. */
export function endOf(block: ReadBlock, at: { readonly from: number; readonly to: number }): number {
  let to = Math.min(at.to, block.text.length)
  while (to > at.from && /[\s\u200b]/.test(block.text[to - 1]!)) to--
  while (to < block.text.length && /[.!?。！？)）」』”’"]/.test(block.text[to]!)) to++
  return to
}

/** Replaces the words of a disclaimer; nothing where markup or entities stand between them. */
export function replaceWords(notice: Notice, blocks: readonly ReadBlock[], text: string): Edit | undefined {
  const { words } = notice
  if (!words || !blocks[words.block]!.map.isOneRun(words.at)) return undefined
  return { span: words.span, text }
}

/** `fix` when all edits are there and safe, else nothing. */
export const fixOf = (...edits: readonly (Edit | undefined)[]): { readonly fix?: readonly Edit[] } => {
  const known = edits.filter((edit): edit is Edit => edit !== undefined)
  return known.length > 0 && known.length === edits.length ? { fix: known } : {}
}

export const sourceOf = ({ document }: CheckContext, { start, end }: { readonly start: number; readonly end: number }): string =>
  document.source.slice(start, end)

/** Words cut to a length that fits a message. */
export const short = (text: string): string => {
  const flat = text.replace(/\s+/g, ' ').trim()
  return flat.length > 60 ? `${flat.slice(0, 57)}…` : flat
}
