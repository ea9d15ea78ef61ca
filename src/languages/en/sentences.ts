import { isHardWrapped } from '../../core/hard-wrap.js'
import type { Word } from './tokens.js'

/** Words whose full stop ends no sentence. */
const abbreviations = new Set(
  'dr mr mrs ms prof st vs etc e.g i.e al no fig figs vol pp p ed eds approx inc ltd co corp jr sr dept est cf ca resp oz lb lbs tbsp tsp mg u.s'.split(
    ' ',
  ),
)
const lettered = new Set(['vitamin', 'vitamins', 'hepatitis', 'plan', 'and', 'grade', 'type'])
const closers = new Set(['"', '”', '’', "'", ')', ']', '»', '*', '†', '‡'])

/** No sentence anybody reads is longer; a cut here keeps text without stops linear. */
const mostWords = 400

/** Quotes and brackets that may stand between a full stop and the next sentence. */
const mostClosers = 4

/** Token ranges of the sentences, `to` exclusive. A soft break ends a sentence only after a short line, before a capital, where no editor wrapped the lines. */
export function splitSentences(text: string, words: readonly Word[]): { readonly from: number; readonly to: number }[] {
  const ranges: { from: number; to: number }[] = []
  let start = 0
  let lineStart = 0
  const isWrapped = isHardWrapped(text)
  const cut = (end: number) => {
    if (end > start) ranges.push({ from: start, to: end })
    start = end
  }
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!
    const next = words[i + 1]
    if (!next) break
    const gap = text.slice(word.at.to, next.at.from)
    if (gap.includes('\n')) {
      const line = word.at.to - lineStart
      lineStart = next.at.from
      if (gap.indexOf('\n') !== gap.lastIndexOf('\n') || (!isWrapped && line < 55 && (next.capital || isBullet(next)) && !endsOpen(word))) {
        cut(i + 1)
        continue
      }
    }
    if (i + 1 - start >= mostWords) {
      cut(i + 1)
      continue
    }
    if (!isStop(words, i) || next.at.from === word.at.to) continue
    // closing quotes and brackets belong to the sentence they close
    cut(i + 1)
  }
  cut(words.length)
  return ranges
}

const isBullet = (word: Word): boolean => ['•', '*', '-', '–', '✓', '✔'].includes(word.surface)
const endsOpen = (word: Word): boolean => [',', 'and', 'or', 'the', 'a', 'of', 'for', 'with', 'to', 'in', '&'].includes(word.surface)

function isStop(words: readonly Word[], at: number): boolean {
  let i = at
  while (i > 0 && at - i < mostClosers && closers.has(words[i]!.surface) && words[i]!.at.from === words[i - 1]!.at.to) i--
  const word = words[i]!
  const next = words[at + 1]!
  // a closer that still follows takes the stop with it
  if (closers.has(next.surface) && next.at.from === words[at]!.at.to) return false
  if (word.surface === '!' || word.surface === '?' || word.surface === '…') return next.capital || !isLetter(next)
  if (word.surface !== '.') return false
  const before = words[i - 1]
  if (!before) return false
  if (abbreviations.has(before.surface) && before.at.to === word.at.from) return before.surface === 'u.s' && next.capital
  // an initial ("J. Nutr.", "U.S."), not the letter of a vitamin
  const letter = before.raw.length === 1 && before.capital && before.at.to === word.at.from && before.surface !== 'i'
  if (letter && !lettered.has(words[i - 2]?.surface ?? '')) return false
  return next.capital || !isLetter(next)
}

const isLetter = (word: Word): boolean => /^\p{Ll}/u.test(word.raw)
