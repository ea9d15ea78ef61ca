import type { Block } from '../core/block.js'
import type { TextSpan } from '../core/span.js'
import { fold, holdsPhrase } from './english-disclaimer.js'
import type { NoticeTexts } from './notice-texts.js'
import type { FoundNotice } from './notices.js'
import { piecesOf } from './pieces.js'

/** Sentences that take the disclaimer back ("the FDA makes us say this, but …"): in it, beside it, or about it. */
export function contradictionsOf(
  block: Block,
  notices: readonly FoundNotice[],
  nextTo: { readonly before: boolean; readonly after: boolean },
  texts: NoticeTexts,
): readonly TextSpan[] {
  const { text } = block
  const disclaimers = notices.filter((notice) => notice.kind === 'fda-disclaimer')
  if (disclaimers.length === 0 && !nextTo.before && !nextTo.after && !ABOUT.test(text)) return []
  const pieces = piecesOf(text)
  const isDisclaimer = pieces.map((piece) => disclaimers.some(({ at }) => piece.from < at.to && at.from < piece.to))
  return pieces.filter((piece, i) => {
    const isBeside =
      isDisclaimer[i] ||
      isDisclaimer[i - 1] ||
      isDisclaimer[i + 1] ||
      (i === 0 && nextTo.before) ||
      (i === pieces.length - 1 && nextTo.after)
    return isContradiction(text.slice(piece.from, piece.to), Boolean(isBeside), texts)
  })
}

const ABOUT = /\bFDA\b|food and drug|disclaimer|\blaw\b|legal|evaluated|法律|評価され|評価を受け|当局/i
const NOT_EVALUATED = /(?:評価|承認)[^。]{0,12}(?:ません|ない)|not (?:been )?(?:fda-?)?(?:evaluated|approved)/i

function isContradiction(sentence: string, isBeside: boolean, { contradiction }: NoticeTexts): boolean {
  const folded = fold(sentence)
  const isJapanese = /[\u3040-\u30ff]/.test(sentence)
  const words = contradiction[isJapanese ? 'ja' : 'en']
  const holds = (phrase: string): boolean => (isJapanese ? folded.includes(phrase) : holdsPhrase(folded, phrase))
  if (words.hostile.some(holds)) return isBeside || ABOUT.test(folded)
  if (!isBeside && !NOT_EVALUATED.test(folded)) return false
  const turn = words.turn.find(holds)
  return turn !== undefined && words.effect.some((effect) => folded.indexOf(effect, folded.indexOf(turn)) >= 0 && holds(effect))
}
