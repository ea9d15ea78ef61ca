import type { Marker } from '../core/document.js'
import type { BlockFindings } from './block-findings.js'
import type { MarkHit } from './marks.js'
import type { FoundNotice } from './notices.js'
import { placeIn } from './place.js'
import { normalSymbol } from './symbols.js'

/** A marker before it is known where it leads. */
export type RawMarker = Omit<Marker, 'notice' | 'reference'>

export function markerOf(found: BlockFindings, hit: MarkHit, role: Marker['role']): RawMarker {
  return {
    block: found.index,
    at: hit.at,
    span: hit.source ?? found.block.map.toSource(hit.at),
    role,
    symbol: hit.symbol,
    written: hit.written,
    ...(hit.swallowed && { swallowed: hit.swallowed }),
  }
}

/**
 * The symbols that mark a notice: its own, its bullet, numbers before its words, a symbol alone in the block or cell before it, its footnote
 * label. `asked`: is there a citation with this number that no entry answers?
 */
export function noteMarkersOf(
  found: BlockFindings,
  notice: FoundNotice,
  previous: BlockFindings | undefined,
  asked: (label: string) => boolean,
): readonly RawMarker[] {
  const own = notice.marks.flatMap((mark) => {
    if (typeof mark === 'number') return [markerOf(found, found.marks[mark]!, 'note')]
    return mark === 'bullet' ? bulletMarker(found) : []
  })
  if (own.length > 0) return own
  if (notice.fidelity === 'fused') return []
  const { block } = found
  if (block.role === 'footnote' && block.label !== undefined) {
    const written = `[^${block.label}]`
    return [{ ...placeIn(found, { from: notice.at.from, to: notice.at.from }), role: 'note', symbol: written, written }]
  }
  if (notice.kind !== 'fda-disclaimer') return []
  const numbers = numbersBefore(found, notice)
  if (numbers.length > 0) return numbers
  const ordinal =
    block.bullet?.ordinal === undefined
      ? undefined
      : (/^[a-zA-Z](?=\.$)|^[ivxIVX]{1,6}(?=\.$)/.exec(block.bullet.text)?.[0] ?? String(block.bullet.ordinal))
  // an item of a numbered list of notes
  if (block.bullet && ordinal !== undefined && asked(ordinal)) {
    const { span, text: written } = block.bullet
    return [{ block: found.index, at: { from: 0, to: 0 }, span, role: 'note', symbol: ordinal, written }]
  }
  return previous ? aloneIn(previous, asked) : []
}

function bulletMarker({ block, index }: BlockFindings): RawMarker[] {
  if (!block.bullet) return []
  const { span, text: written } = block.bullet
  const isSwallowed = block.marks.some((mark) => mark.kind === 'delimiter' && mark.as === 'bullet')
  const swallowed = isSwallowed ? { swallowed: 'bullet' as const } : {}
  return [{ block: index, at: { from: 0, to: 0 }, span, role: 'note', symbol: normalSymbol(written), written, ...swallowed }]
}

/** `1) These statements …`, `(1, 2) …`. */
function numbersBefore(found: BlockFindings, { at, words }: FoundNotice): RawMarker[] {
  const lead = found.block.text.slice(at.from, words.from)
  const list = /^\s*[[(（［]?(\d{1,2}(?:\s?[,，、&]\s?\d{1,2}){0,4})[\])）］.．]?\s*(?=[^\d:：]|$)/.exec(lead)
  if (!list) return []
  const start = at.from + list[0].indexOf(list[1]!)
  return [...list[1]!.matchAll(/\d{1,2}/g)].map((match) => {
    const from = start + match.index
    return { ...placeIn(found, { from, to: from + match[0].length }), role: 'note', symbol: match[0], written: match[0] }
  })
}

/** A number or symbol that is all of a block, beside the note (`<td>1</td><td>This statement …`). */
function aloneIn(found: BlockFindings, asked: (label: string) => boolean): RawMarker[] {
  const { text } = found.block
  const written = /^\s*[[(（［]?(\d{1,2}|[¹²³⁴-⁹]{1,2})[\])）］.．]?\s*$/.exec(text)?.[1]
  const symbol = written?.normalize('NFKC')
  if (written !== undefined && symbol !== undefined && asked(symbol)) {
    const from = text.indexOf(written)
    return [{ ...placeIn(found, { from, to: from + written.length }), role: 'note', symbol, written }]
  }
  const alone = found.marks.find((hit) => hit.role === 'alone')
  return alone ? [markerOf(found, alone, 'note')] : []
}
