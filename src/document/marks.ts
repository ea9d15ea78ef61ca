import type { Block } from '../core/block.js'
import type { TextSpan } from '../core/span.js'
import { fold } from './english-disclaimer.js'
import type { NoticeTexts } from './notice-texts.js'
import { normalSymbol, type SymbolHit, symbolsOf } from './symbols.js'

/** A symbol of a block with what only its markup tells: that Markdown swallowed it, where it stands in the source. */
export interface MarkHit extends SymbolHit {
  readonly swallowed?: 'emphasis' | 'bullet'
  /** Source place where the visible text has none. */
  readonly source?: { readonly start: number; readonly end: number }
  /** A raised figure or letter: it may as well be the number of a reference. */
  readonly isRaised?: boolean
}

/** All symbols of a block in order: those of its text, raised letters and figures, and those that Markdown took for markup. */
export function marksOf(block: Block, isCode: (at: TextSpan) => boolean, texts: NoticeTexts): readonly MarkHit[] {
  if (isFormField(block.text, texts)) return []
  const hits: MarkHit[] = [...symbolsOf(block.text, isCode), ...raisedNotes(block), ...swallowedMarks(block)]
  return hits.sort((a, b) => a.at.from - b.at.from || a.at.to - b.at.to)
}

function isFormField(text: string, { formFields }: NoticeTexts): boolean {
  if (text.length > 40 || !/[*＊]\s*[:：]?\s*$/.test(text)) return false
  const label = fold(text).replace(/[\s*:：]+$/, '')
  return formFields.en.includes(label) || formFields.ja.includes(label)
}

const LINE_START = /(?:^|\n)[\s\u200b]*[([（［]?$/

/** Raised figures at the start of a line (`¹This statement …`) and single raised letters (`<sup>a</sup>`). */
function raisedNotes(block: Block): MarkHit[] {
  const { text } = block
  const raised: MarkHit[] = []
  const add = (at: TextSpan): void => {
    const written = text.slice(at.from, at.to)
    const opensLine = LINE_START.test(text.slice(Math.max(0, at.from - 8), at.from))
    const isFigure = /^\d{1,2}$/.test(written.normalize('NFKC').trim())
    if (isFigure && !opensLine) return
    raised.push({ at, written, symbol: normalSymbol(written), role: opensLine ? 'note' : 'call', weak: true, isRaised: true })
  }
  for (const mark of block.marks) {
    if (mark.kind === 'superscript' && /^\s*(?:\d{1,2}|[a-z])\s*$/.test(text.slice(mark.at.from, mark.at.to))) add(mark.at)
  }
  for (const match of text.matchAll(/(?:^|\n)[ \u200b]*([¹²³⁰⁴-⁹]{1,2})(?=\s?\p{L})/gu)) {
    const from = match.index + match[0].length - match[1]!.length
    add({ from, to: from + match[1]!.length })
  }
  return raised
}

/** Emphasis that opens right behind the end of a sentence, with no space between: the writer meant a symbol, and the one that closes it is one too. */
function swallowedMarks(block: Block): MarkHit[] {
  const { text } = block
  const delimiters = block.marks.flatMap((mark) => (mark.kind === 'delimiter' && mark.as === 'emphasis' ? [mark] : []))
  const hits: MarkHit[] = []
  const used = new Set<number>()
  const take = ({ at, symbol, span }: (typeof delimiters)[number]): void => {
    used.add(span.start)
    hits.push({ at, symbol, written: symbol, role: 'call', weak: false, swallowed: 'emphasis', source: span })
  }
  for (const [i, open] of delimiters.entries()) {
    if (used.has(open.span.start) || !/^\*{1,3}$/.test(open.symbol)) continue
    const before = text.slice(Math.max(0, open.at.from - 3), open.at.from)
    const isAfterSentence = /[.!?。！？][)）」』”’"']?$/.test(before) && !/^\s|^$/.test(text.slice(open.at.to, open.at.to + 1))
    if (!isAfterSentence) continue
    take(open)
    const close = delimiters.slice(i + 1, i + 20).find(({ symbol, span }) => symbol === open.symbol && !used.has(span.start))
    if (close) take(close)
  }
  return hits
}
