import type { Block, InlineMark } from '../core/block.js'
import { byScript } from '../core/by-script.js'
import type { TextSpan } from '../core/span.js'
import { fold } from './english-disclaimer.js'
import type { NoticeTexts } from './notice-texts.js'
import { areJoined, normalSymbol, type SymbolHit, symbolsOf } from './symbols.js'

/** A symbol of a block with what only its markup tells: that Markdown swallowed it, where it stands in the source. */
export interface MarkHit extends SymbolHit {
  readonly swallowed?: 'emphasis' | 'bullet'
  /** Source place where the visible text has none. */
  readonly source?: { readonly start: number; readonly end: number }
  /** The note it opens is opened by the symbol before it as well. */
  readonly isJoined?: boolean
}

const inOrder = (a: MarkHit, b: MarkHit): number => a.at.from - b.at.from || a.at.to - b.at.to

/** All symbols of a block in order: those of its text, raised letters and figures, and those that Markdown took for markup. */
export function marksOf(block: Block, isCode: (at: TextSpan) => boolean, texts: NoticeTexts): readonly MarkHit[] {
  const fields = formFieldsIn(block.text, texts)
  const outputs = new Set(block.marks.flatMap(({ kind, at }) => (kind === 'output' ? [at.from] : [])))
  const written = symbolsOf(block.text, isCode, outputs)
    .filter(({ at }) => !fields.some(({ from, to }) => at.from >= from && at.to <= to))
    .map((hit) =>
      hit.weak && (isRaisedSign(hit, block) || isSectionless(hit, block) || isTrailingHash(hit, block)) ? { ...hit, weak: false } : hit,
    )
    .map((hit) => withoutRaisedFigure(hit, block))
  const visible: MarkHit[] = [...written, ...raisedMarks(block), ...letteredMarks(block.text, isCode)].sort(inOrder)
  const opensVisibly = visible.some(({ at, role }) => role === 'note' && block.text.slice(0, at.from).trim() === '')
  const swallowed = swallowedMarks(block).filter(({ role }) => role === 'call' || !opensVisibly)
  const hits = visible.map((hit, i): MarkHit => {
    const before = visible[i - 1]
    const isJoined = hit.role === 'note' && before?.role === 'note' && areJoined(block.text, before.at, hit.at)
    return isJoined ? { ...hit, isJoined } : hit
  })
  return [...hits, ...swallowed].sort(inOrder)
}

/** `1,026件<sup>‖</sup>`: a raised sign that neither rates nor adorns marks something, whether its note is there or not. */
const isRaisedSign = ({ symbol, role, at }: SymbolHit, block: Block): boolean =>
  role === 'call' && /^[‖#◊⋄∆Δ⁑⁂]/.test(symbol) && isRaised(at, block)

/**
 * No section is numbered with a raised sign, nor with one that ends a line, cell or item (`常温§`, `$6§`), a sentence (`守ります§。`) or a word before
 * another that is no figure (`$210§ a case`); `¶` may be a link to the place.
 */
const isSectionless = (hit: SymbolHit, block: Block): boolean => {
  const { symbol, role, at } = hit
  if (!/^[§¶]/.test(symbol)) return false
  if (isRaised(at, block)) return true
  if (role !== 'call' || symbol.length > 1 || !/[\p{L}\p{N}.。)）%％]$/u.test(block.text.slice(0, at.from))) return false
  const after = block.text.slice(at.to)
  if (/^[.。]?\s*$/.test(after)) return !mayBeLink(hit, block)
  // `relax§<sup>1</sup>`, `unwind§ [2]`: the reference behind it
  if (isRaised({ from: at.to, to: at.to + 1 }, block) || BEFORE_LABEL.test(after))
    return symbol === '§' && !OF_LAW.test(block.text.slice(0, at.from))
  return (
    symbol === '§' &&
    /^(?:[.。,、)）]|\s*\n|\s\p{L}|[\p{sc=Han}\p{sc=Hiragana}])/u.test(after) &&
    !OF_LAW.test(block.text.slice(0, at.from))
  )
}

const OF_LAW = /(?:CFR|U\.?S\.?C\.?|Code|[Ss]ections?)$/
const BEFORE_LABEL = /^\s?[[(（［〔](?:\d{1,2}|[A-Za-z])(?:[,、–-]\s?(?:\d{1,2}|[A-Za-z])){0,4}[\])）］〕][.。]?\s*(?:\n|$)/

/** `各品番12個#`: glued to what an item, cell or line counts or says in Japanese, a hash numbers nothing and tags nothing. */
const isTrailingHash = ({ symbol, role, at }: SymbolHit, { text, role: place }: Block): boolean =>
  symbol === '#' &&
  role === 'call' &&
  (place === 'list-item' || place === 'table-cell') &&
  /(?:\d\s?(?:個|本|袋|箱|包|粒|錠|枚|点|件|名|円|日|か月|ヶ月|年|時間|セット|ケース)|[\p{sc=Hiragana}\p{sc=Han}](?:ます|です)|\p{sc=Han}(?:可|無料|限定|対象|不要|込み?|のみ))[)）]?。?$/u.test(
    text.slice(0, at.from),
  ) &&
  /^。?\s*$/.test(text.slice(at.to))

/** `## Storage§`, `- Text¶`: a link to the place, as generators of documentation set them. A line of plain text has none. */
const mayBeLink = ({ symbol, at }: SymbolHit, { role, marks, span, text }: Block): boolean =>
  marks.some((mark) => mark.kind === 'link' && mark.at.from <= at.from && mark.at.to >= at.to) ||
  (role === 'heading' && span.end - span.start > text.length) ||
  (symbol === '¶' && role !== 'prose' && role !== 'table-cell')

const isRaised = ({ from, to }: TextSpan, { marks }: Block): boolean =>
  marks.some(({ kind, at }) => kind === 'superscript' && at.from <= from && at.to >= to)

/** `*<sup>1</sup>`: a symbol, and the number of a reference behind it. */
function withoutRaisedFigure(hit: SymbolHit, block: Block): SymbolHit {
  const figure = /(?<=^[*＊∗﹡⁎]{1,4})[0-9０-９]{1,2}[)）]?$/.exec(hit.written)
  if (!figure || !isRaised({ from: hit.at.to - figure[0].length, to: hit.at.to }, block) || isRaised(hit.at, block)) return hit
  const written = hit.written.slice(0, figure.index)
  return { ...hit, at: { from: hit.at.from, to: hit.at.to - figure[0].length }, written, symbol: normalSymbol(written) }
}

/** Lines that are the label of a form field: the star behind one asks for an entry. */
function formFieldsIn(text: string, texts: NoticeTexts): readonly TextSpan[] {
  const fields: TextSpan[] = []
  for (const match of text.matchAll(/(?<![^\n])[^\n]{1,40}[*＊※][)）]?[^\S\n]*[:：]?[^\S\n]*(?=\n|$)/g)) {
    const at = { from: match.index, to: match.index + match[0].length }
    if (isFormField(match[0], texts)) fields.push(at)
  }
  return fields
}

function isFormField(text: string, { formFields }: NoticeTexts): boolean {
  const label = fold(text)
    .replace(/[\s*※:：()（）]+$/, '')
    .trim()
  return formFields.en.includes(label) || formFields.ja.includes(label)
}

const LINE_START = /(?:^|\n)[\s\u200b]*[([（［]?$/

/** Raised figures at the start of a line (`¹This statement …`, `<sup>1,2</sup>These …`) and raised letters (`<sup>a</sup>`, `<sup>a,b</sup>`). */
function raisedMarks(block: Block): MarkHit[] {
  const { text } = block
  const raised: MarkHit[] = []
  const add = (from: number, written: string): void => {
    for (const match of written.matchAll(/\d{1,2}|[¹²³⁰⁴-⁹]{1,2}|[a-z]/g)) {
      const at = { from: from + match.index, to: from + match.index + match[0].length }
      const opensLine = LINE_START.test(text.slice(Math.max(0, from - 8), from))
      // raised figures elsewhere are citations, until it is known what they lead to
      if (opensLine || /[a-z]/.test(match[0]))
        raised.push({ at, written: match[0], symbol: normalSymbol(match[0]), role: opensLine ? 'note' : 'call', weak: true })
    }
  }
  for (const mark of block.marks) {
    const written = text.slice(mark.at.from, mark.at.to)
    if (mark.kind === 'superscript' && RAISED.test(written)) add(mark.at.from, written)
  }
  for (const match of text.matchAll(RAISED_NOTE(text))) add(match.index + match[0].length - match[1]!.length, match[1]!)
  return raised
}

/** `1`, `a`, `1,2`, `a, b`, `*,1`. */
const RAISED = /^\s*[[(]?(?:[*†‡§¶]{1,3}|\d{1,2}|[a-z])(?:\s?[,;]\s?(?:[*†‡§¶]{1,3}|\d{1,2}|[a-z])){0,5}[\])]?\s*$/
const RAISED_NOTE = byScript(/(?:^|\n)[ \u200b]*([¹²³⁰⁴-⁹]{1,2}(?:[,، ]{1,2}[¹²³⁰⁴-⁹]{1,2}){0,4})(?=\s?\p{L}|[ \u3000]\d)/gu)
const LETTERS = byScript(/([ªᵃ-ᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ])|[(（]([a-z])[)）]|[[［]([a-z])[\]］]|(?<![\p{L}\p{N}(（[［])([a-z])[)）]/gu)

/** Lettered notes and what calls them: `ᵃ`, `(a)`, `[a]`, `a)`. They count only where a call and a note have the same letter. */
function letteredMarks(text: string, isCode: (at: TextSpan) => boolean): MarkHit[] {
  const hits: MarkHit[] = []
  for (const match of text.matchAll(LETTERS(text))) {
    const at = { from: match.index, to: match.index + match[0].length }
    if (isCode(at)) continue
    const opensLine = LINE_START.test(text.slice(Math.max(0, at.from - 8), at.from))
    // `[a]` in the text is a citation, until it is known what it leads to
    if (!opensLine && (match[3] || /^[a-z\d]/i.test(text[at.to] ?? ''))) continue
    hits.push({ at, written: match[0], symbol: normalSymbol(match[0]), role: opensLine ? 'note' : 'call', weak: true })
  }
  return hits
}

const endsStatement = (text: string, { from, to }: TextSpan): boolean =>
  /[.!?。！？][)）」』”’"']?$/.test(text.slice(Math.max(0, from - 2), from)) && /^\s*(?:\n|$)/.test(text.slice(to))

/**
 * Emphasis that opens right behind the end of a sentence, with no space between: the writer meant a symbol, and the one that closes it is one too.
 * Emphasis that is all of a block may have been meant to open a note.
 */
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
    if (text.slice(0, open.at.from).trim() === '' && text.slice(mark.at.to).trim() === '') {
      const { at, symbol, span } = open
      hits.push({ at, symbol, written: symbol, role: 'note', weak: true, swallowed: 'emphasis', source: span })
      continue
    }
    const before = text.slice(Math.max(0, open.at.from - 3), open.at.from)
    const close = delimiters.get(mark.span.end - open.symbol.length)
    // `棚K*04 …支えます。*`: the first stands inside of a word and opens nothing
    // `※1*This statement …*` does open: a figure alone before it is the symbol of the note
    const isInWord =
      /[A-Za-z0-9]$/.test(before) && /\p{L}/u.test(text.slice(0, open.at.from)) && /^[A-Za-z0-9]/.test(text.slice(open.at.to))
    if (close && open.symbol === '*' && isInWord && endsStatement(text, close.at)) {
      const { at, symbol, span } = close
      hits.push({ at, symbol, written: symbol, role: 'call', weak: false, swallowed: 'emphasis', source: span })
      continue
    }
    if (!/[.!?。！？][)）」』”’"']?$/.test(before) || !/\S/.test(text[open.at.to] ?? '')) continue
    // no space ends a Japanese sentence: emphasis of a few words behind one is emphasis
    if (/[。！？]/.test(before) && !/[。！？.!?][)）」』”’"']?$/.test(text.slice(mark.at.from, mark.at.to).trimEnd())) continue
    for (const delimiter of [open, close]) {
      if (!delimiter) continue
      const { at, symbol, span } = delimiter
      hits.push({ at, symbol, written: symbol, role: 'call', weak: false, swallowed: 'emphasis', source: span })
    }
  }
  return hits
}
