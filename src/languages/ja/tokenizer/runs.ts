import type { Morpheme } from './types.js'

/** IPADIC's own "missing character" sign: a known symbol, so it joins nothing to its left or right. */
const MASK = '〓'

/**
 * The text with every surrogate code unit and every NUL replaced by 〓, one for one, so that offsets stay the same.
 *
 * IPADIC holds no word with such characters, and kuromoji goes wrong on them: two adjacent surrogate pairs swallow the words that
 * follow, and NUL, its end-of-word mark, makes it throw.
 */
export function mask(text: string): string {
  return text.replace(/[\0\ud800-\udfff]/g, MASK)
}

/**
 * Undoes `mask` on the morphemes of a masked text: surfaces come from the original, a word that held a masked character is its own
 * dictionary form, and words that met between the halves of a surrogate pair become one.
 */
export function unmask(text: string, morphemes: readonly Morpheme[]): readonly Morpheme[] {
  const whole: Morpheme[] = []
  let open: Morpheme | undefined
  for (const next of morphemes) {
    const { start } = open ?? next
    const surface = text.slice(start, next.end)
    const isMasked = /[\0\ud800-\udfff]/.test(surface)
    const joined: Morpheme = { ...(open ?? next), surface, base: isMasked ? surface : next.base, start, end: next.end }
    if (splitsPair(text, next.end)) {
      open = joined
    } else {
      whole.push(joined)
      open = undefined
    }
  }
  return whole
}

/** True when `offset` lies between the two halves of a surrogate pair. */
function splitsPair(text: string, offset: number): boolean {
  return (text.codePointAt(offset - 1) ?? 0) > 0xffff
}

/**
 * Where the run that begins at `start` ends: after the next 。、！？!? or line feed, or at `limit` when none comes before it.
 * Words never cross such a place, so a sentence is cut the same whatever stands before or after it.
 */
export function runEnd(text: string, start: number, limit: number): number {
  for (let i = start; i < limit; i++) {
    if (isRunEnd(text.charCodeAt(i))) return i + 1
  }
  return limit
}

function isRunEnd(unit: number): boolean {
  switch (unit) {
    case 0x0a: // line feed
    case 0x21: // !
    case 0x3f: // ?
    case 0x3001: // 、
    case 0x3002: // 。
    case 0xff01: // ！
    case 0xff1f: // ？
      return true
    default:
      return false
  }
}
