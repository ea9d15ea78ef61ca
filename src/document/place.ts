import type { Place } from '../core/document.js'
import type { TextSpan } from '../core/span.js'
import type { BlockFindings } from './block-findings.js'

/** A stretch of a block's text as a place on the page. */
export function placeIn({ block, index }: BlockFindings, at: TextSpan): Place {
  return { block: index, at, span: block.map.toSource(at) }
}

/** Adds to the list under a key. */
export function appendTo<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}
