/** A stretch of the source as it was read: UTF-16 offsets, end exclusive. */
export interface Span {
  readonly start: number
  readonly end: number
}

/**
 * A stretch of a block's visible text: UTF-16 offsets into `Block.text`, end exclusive.
 * Its fields have other names than those of `Span`, so that the two cannot be mixed up; only a `SourceMap` converts.
 */
export interface TextSpan {
  readonly from: number
  readonly to: number
}

export const textSpan = (from: number, to: number): TextSpan => ({ from, to })

/** True when the two share at least one code unit. */
export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end
export const textOverlaps = (a: TextSpan, b: TextSpan): boolean => a.from < b.to && b.from < a.to

/** True when `inner` lies inside `outer`, ends included. */
export const textContains = (outer: TextSpan, inner: TextSpan): boolean => outer.from <= inner.from && inner.to <= outer.to

/** The smallest stretch that covers all of them; throws on an empty list. */
export function textCover(spans: readonly TextSpan[]): TextSpan {
  const first = spans[0]
  if (!first) throw new Error('textCover needs at least one span')
  let { from, to } = first
  for (const s of spans) {
    if (s.from < from) from = s.from
    if (s.to > to) to = s.to
  }
  return { from, to }
}
