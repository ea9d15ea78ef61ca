/** A stretch of folded text, end exclusive. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

const opening = '「『（(【〈《“'
const closing = '」』）)】〉》”'
/** A quotation longer than this does not hold a sentence together. */
const longestQuote = 160
/** Sentences without any end mark are cut here, so that no sentence is unbounded. */
const longestSentence = 1200

/**
 * The sentences of folded text: ended by 。！？ outside short quotations, by a line break, or by a full stop after Japanese text.
 * Blank stretches belong to no sentence.
 */
export function splitSentences(text: string): Stretch[] {
  const sentences: Stretch[] = []
  let start = 0
  let quoteEnd = -1
  const close = (end: number) => {
    let from = start
    let to = end
    while (from < to && isBlank(text.charCodeAt(from))) from++
    while (to > from && isBlank(text.charCodeAt(to - 1))) to--
    if (from < to) sentences.push({ from, to })
    start = end
  }
  for (let i = 0; i < text.length; i++) {
    const char = text[i]!
    if (char === '\n') {
      close(i)
      start = i + 1
      quoteEnd = -1
      continue
    }
    if (i > quoteEnd && opening.includes(char)) quoteEnd = endOfQuote(text, i)
    if (i <= quoteEnd) continue
    if (isEnd(text, i)) {
      let end = i + 1
      while (end < text.length && (isTail(text[end]!) || '」』”'.includes(text[end]!))) end++
      close(end)
      i = end - 1
    } else if (i - start >= longestSentence) close(i)
  }
  close(text.length)
  return sentences
}

/** Where the quotation that opens here closes, or -1 when it doesn't within its line and a reasonable length. */
function endOfQuote(text: string, at: number): number {
  const wanted = closing[opening.indexOf(text[at]!)]!
  const limit = Math.min(text.length, at + longestQuote)
  for (let i = at + 1; i < limit; i++) {
    if (text[i] === '\n') return -1
    if (text[i] === wanted) return i
  }
  return -1
}

function isEnd(text: string, i: number): boolean {
  const char = text[i]!
  if ('。！？!?'.includes(char)) return true
  if (char !== '.') return false
  const before = text[i - 1] ?? ''
  const after = text[i + 1] ?? ''
  return /[\u3040-\u30ff\u4e00-\u9fff)）」』]/.test(before) && !/[0-9A-Za-z.]/.test(after)
}

const isTail = (char: string): boolean => '。！？!?'.includes(char)
const isBlank = (code: number): boolean =>
  code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09 || code === 0x3000 || code === 0xa0
