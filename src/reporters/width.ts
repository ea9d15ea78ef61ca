/** Made for the first text that needs it: most need none, and it takes longer than to report them. */
let segmenter: Intl.Segmenter | undefined

/** Letters as a reader sees them: a flag, a family, a letter with its accent are one each. In print without marks of combination each character is one. */
export function graphemes(text: string): string[] {
  if (/^[\x20-\x7e\xa0-\u02ff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2190-\u21ff]*$/.test(text)) return [...text]
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' })
  const all: string[] = []
  for (const piece of pieces(text)) for (const { segment } of segmenter.segment(piece)) all.push(segment)
  return all
}

/** The segmenter takes time by the square of the length, so a long text comes to it in pieces, cut between two letters that join nothing. */
function* pieces(text: string): Generator<string> {
  let from = 0
  for (let to = pieceLength; to < text.length; to++) {
    if (to - from < pieceLength || !standsAlone.test(text.slice(to - 1, to + 1))) continue
    yield text.slice(from, to)
    from = to
  }
  yield text.slice(from)
}
const pieceLength = 256
const standsAlone = /^[\x20-\x7e\u3001-\u3029\u3041-\u3096\u30a1-\u30fa\u4e00-\u9fff]{2}$/

/**
 * Columns a terminal gives to one grapheme: 2 for East Asian wide and full-width letters and for emoji (UAX #11), 0 for a lone
 * combining or control character, else 1. Half-width katakana are 1.
 */
export function graphemeWidth(grapheme: string): 0 | 1 | 2 {
  const code = grapheme.codePointAt(0) ?? 0
  if (code < 0x7f) return code < 0x20 ? 0 : grapheme.includes('\ufe0f') ? 2 : 1
  if (/^[\p{Mn}\p{Me}\p{Cf}\p{Cc}]/u.test(grapheme)) return 0
  // A half-width katakana and its voicing mark are one grapheme in two columns.
  if (/[\uff9e\uff9f]$/.test(grapheme) && grapheme.length > 1) return 2
  if (isWide(code) || grapheme.includes('\ufe0f') || /^\p{Emoji_Presentation}/u.test(grapheme)) return 2
  return 1
}

/** Columns a terminal gives to a text. */
export function displayWidth(text: string): number {
  if (/^[\x20-\x7e]*$/.test(text)) return text.length
  return graphemes(text).reduce((sum, grapheme) => sum + graphemeWidth(grapheme), 0)
}

/** Pads with spaces to a number of columns. */
export const padEnd = (text: string, columns: number): string => text + ' '.repeat(Math.max(0, columns - displayWidth(text)))

/** Ranges of UAX #11 with East Asian Width W or F, coarse where a whole block is wide. */
const wideRanges: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0x33ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0xa4cf],
  [0xa960, 0xa97f],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff01, 0xff60],
  [0xffe0, 0xffe6],
  [0x1b000, 0x1b2ff],
  [0x1f1e6, 0x1f1ff],
  [0x20000, 0x3fffd],
]

const isWide = (code: number): boolean => wideRanges.some(([first, last]) => first <= code && code <= last)
