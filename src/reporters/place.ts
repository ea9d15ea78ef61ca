import type { Span } from '../core/span.js'
import type { Lines } from './lines.js'

/** Where a span stands: lines and columns 1-based, columns in UTF-16, the end exclusive. */
export interface Place {
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
}

/** The same place with columns in UTF-8 bytes. */
export interface Utf8Place extends Place {
  readonly utf8Column: number
  readonly utf8EndColumn: number
}

/** The place of a span of the source. */
export function placeOf(span: Span, lines: Lines): Place {
  const start = lines.at(span.start)
  const end = lines.at(span.end)
  return { line: start.line, column: start.column, endLine: end.line, endColumn: end.column }
}

/** The same, with columns in UTF-8 bytes. */
export const utf8PlaceOf = (span: Span, lines: Lines): Utf8Place => ({
  ...placeOf(span, lines),
  utf8Column: lines.utf8Column(span.start),
  utf8EndColumn: lines.utf8Column(span.end),
})
