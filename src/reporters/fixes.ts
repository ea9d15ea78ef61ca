import type { Fix } from './report.js'

export interface Fixed {
  readonly text: string
  /** How many of the fixes are in `text`. */
  readonly applied: number
}

/**
 * Applies fixes in source order. Of two that overlap the earlier one counts; ranges that only touch do not overlap, but two insertions at
 * one place do: the second waits for the next pass.
 */
export function applyFixes(source: string, fixes: readonly Fix[]): Fixed {
  const sorted = [...fixes].sort(
    (a, b) => a.range[0] - b.range[0] || a.range[1] - b.range[1] || (a.text < b.text ? -1 : a.text > b.text ? 1 : 0),
  )
  const pieces: string[] = []
  let end = 0
  let lastInsertion = -1
  let applied = 0
  for (const { range, text } of sorted) {
    const [from, to] = range
    if (from < end || (from === to && from === lastInsertion)) continue
    pieces.push(source.slice(end, from), text)
    if (from === to) lastInsertion = from
    end = to
    applied++
  }
  pieces.push(source.slice(end))
  return { text: pieces.join(''), applied }
}
