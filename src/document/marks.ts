import type { Block, InlineMark } from '../core/block.js'
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
  const fields = formFieldsIn(block.text, texts)
  const written = symbolsOf(block.text, isCode).filter(({ at }) => !fields.some(({ from, to }) => at.from >= from && at.to <= to))
  const hits: MarkHit[] = [...written, ...raisedNotes(block), ...swallowedMarks(block)]
  return hits.sort((a, b) => a.at.from - b.at.from || a.at.to - b.at.to)
}

/** Lines that are the label of a form field: the star behind one asks for an entry. */
function formFieldsIn(text: string, texts: NoticeTexts): readonly TextSpan[] {
  const fields: TextSpan[] = []
  for (const match of text.matchAll(/(?<![^\n])[^\n]{1,40}[*＊][^\S\n]*[:：]?[^\S\n]*(?=\n|$)/g)) {
    const at = { from: match.index, to: match.index + match[0].length }
    if (isFormField(match[0], texts)) fields.push(at)
  }
  return fields
}

function isFormField(text: string, { formFields }: NoticeTexts): boolean {
  const label = fold(text)
    .replace(/[\s*:：]+$/, '')
    .trim()
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
  const delimiters = new Map<number, Extract<InlineMark, { kind: 'delimiter' }>>()
  for (const mark of block.marks)
    if (mark.kind === 'delimiter' && mark.as === 'emphasis' && /^\*{1,3}$/.test(mark.symbol)) delimiters.set(mark.span.start, mark)
  const hits: MarkHit[] = []
  for (const mark of block.marks) {
    if (mark.kind !== 'emphasis' && mark.kind !== 'strong') continue
    const open = delimiters.get(mark.span.start)
    if (!open) continue
    const before = text.slice(Math.max(0, open.at.from - 3), open.at.from)
    if (!/[.!?。！？][)）」』”’"']?$/.test(before) || !/\S/.test(text[open.at.to] ?? '')) continue
    for (const delimiter of [open, delimiters.get(mark.span.end - open.symbol.length)]) {
      if (!delimiter) continue
      const { at, symbol, span } = delimiter
      hits.push({ at, symbol, written: symbol, role: 'call', weak: false, swallowed: 'emphasis', source: span })
    }
  }
  return hits
}
