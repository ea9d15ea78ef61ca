import type { Excerpt } from './report.js'
import { displayWidth, graphemes, graphemeWidth } from './width.js'

/** A stretch of an excerpt to underline, offsets into its text. */
export interface Mark {
  readonly from: number
  readonly to: number
  /** One column wide: `^` error, `~` warning, `·` info. */
  readonly sign: string
}

/** Rows of text shown at most before and after a marked one. */
const rowsAround = 1

/**
 * A sentence in rows of at most `width` columns, each marked row followed by its underline. Line ends and tabs inside the sentence show
 * as one space. Long sentences lose the rows far from any mark, unless the `whole` is asked for; `…` stands for them.
 */
export function excerptRows(text: string, marks: readonly Mark[], width: number, { whole = false } = {}): string[] {
  const cells = toCells(text, marks)
  const rows = toRows(cells, Math.max(10, width))
  const isMarked = rows.map((row) => row.some((cell) => cell.sign))
  const wanted = rows.map((_, i) => whole || isMarked.slice(Math.max(0, i - rowsAround), i + rowsAround + 1).includes(true))
  const out: string[] = []
  rows.forEach((row, i) => {
    if (!wanted[i]) {
      if (out.at(-1) !== '…') out.push('…')
      return
    }
    out.push(
      row
        .map((cell) => cell.text)
        .join('')
        .trimEnd(),
    )
    const underline = row.map((cell) => (cell.sign || ' ').repeat(cell.width)).join('')
    if (underline.trim()) out.push(underline.trimEnd())
  })
  return out
}

/** One excerpt cut to a single row around its words: for lists of places. */
export function excerptLine(excerpt: Excerpt, width: number): string {
  const before = flat(excerpt.text.slice(0, excerpt.from))
  const words = flat(excerpt.text.slice(excerpt.from, excerpt.to))
  const after = flat(excerpt.text.slice(excerpt.to))
  const whole = before + words + after
  if (displayWidth(whole) <= width) return whole
  const room = Math.max(8, width - Math.min(displayWidth(words), width - 8) - 2)
  const head = takeEnd(before, Math.floor(room / 2))
  const rest = take(words + after, width - displayWidth(head) - 2)
  return `${head.length < before.length ? '…' : ''}${head}${rest}${head.length + rest.length < whole.length ? '…' : ''}`
}

/** Words in rows of at most `width` columns: breaks at spaces, in Japanese anywhere but before closing punctuation. */
export function wrap(text: string, width: number): string[] {
  return toRows(toCells(text, []), Math.max(10, width)).map((row) =>
    row
      .map((cell) => cell.text)
      .join('')
      .trim(),
  )
}

interface Cell {
  readonly text: string
  readonly width: number
  readonly sign: string
}

function toCells(text: string, marks: readonly Mark[]): Cell[] {
  const cells: Cell[] = []
  let offset = 0
  for (const grapheme of graphemes(text)) {
    const end = offset + grapheme.length
    const mark = marks.find((candidate) => candidate.from < end && offset < candidate.to)
    const shown = /^\s/.test(grapheme) ? (grapheme === '\u3000' ? grapheme : ' ') : grapheme
    const repeated = shown === ' ' && cells.at(-1)?.text === ' '
    if (!repeated) cells.push({ text: shown, width: graphemeWidth(shown), sign: mark?.sign ?? '' })
    offset = end
  }
  return cells
}

function toRows(cells: readonly Cell[], width: number): Cell[][] {
  const rows: Cell[][] = []
  let row: Cell[] = []
  let columns = 0
  let lastSpace = -1
  for (const cell of cells) {
    if (columns + cell.width > width && row.length > 0 && !/^[、。，．）」』】！？!?,.;:)\]\s]/.test(cell.text)) {
      const atSpace = cell.width === 1 && lastSpace >= 0 && row.at(-1)!.width === 1
      const rest = atSpace ? row.splice(lastSpace + 1) : []
      rows.push(row)
      row = rest
      columns = rest.reduce((sum, each) => sum + each.width, 0)
      lastSpace = -1
    }
    if (cell.text === ' ') lastSpace = row.length
    row.push(cell)
    columns += cell.width
  }
  if (row.length > 0) rows.push(row)
  return rows
}

const flat = (text: string): string => text.replace(/\s+/g, ' ')

function take(text: string, columns: number): string {
  let out = ''
  let used = 0
  for (const grapheme of graphemes(text)) {
    used += graphemeWidth(grapheme)
    if (used > columns) break
    out += grapheme
  }
  return out
}

function takeEnd(text: string, columns: number): string {
  const all = graphemes(text)
  let used = 0
  let first = all.length
  while (first > 0 && used + graphemeWidth(all[first - 1]!) <= columns) used += graphemeWidth(all[--first]!)
  return all.slice(first).join('')
}
