import { UnreadableSource } from '../../core/unreadable.js'
import type { Piece } from '../character-references.js'
import type { DataReader, DataValue } from './data.js'

interface Cell {
  readonly pieces: readonly Piece[]
  readonly start: number
  readonly end: number
  readonly line: number
}

/** The cells of a table in CSV (RFC 4180) under the names of its first row. A record is a row: `[0].description` stands in the second line. */
export const readCsv: DataReader = function* (text) {
  const rows = rowsOf(text, delimiterOf(text))
  const header = rows.next().value
  if (!header) throw new UnreadableSource('it is empty, expected a row of column names')
  const names = header.map(nameOf)
  const twice = names.find((name, i) => names.indexOf(name) < i)
  if (twice !== undefined) throw new UnreadableSource(`its first row names the column "${twice}" twice`)
  let index = 0
  for (const row of rows) {
    if (row.length !== names.length) {
      throw new UnreadableSource(`line ${row[0]!.line} has ${row.length} cells, its first row names ${names.length} columns`)
    }
    for (const [column, { pieces, start, end }] of row.entries()) {
      // As a spreadsheet counts its rows, the first being the names.
      const label = `${names[column]}, row ${index + 2}`
      yield { path: [index, names[column]!], kind: 'string', start, end, pieces, label } satisfies DataValue
    }
    index++
  }
  if (index === 0) yield { path: [], kind: 'empty-list', start: 0, end: 0 }
}

const nameOf = ({ pieces }: Cell): string =>
  pieces
    .map(({ value }) => value)
    .join('')
    .trim()

/** Of comma, semicolon and tab the one that the first line has most of, outside of quotes. */
function delimiterOf(text: string): string {
  const line = /^(?:"(?:[^"]|"")*"|[^"\n])*/.exec(text)![0].replace(/"(?:[^"]|"")*"/g, '')
  const count = (delimiter: string) => line.split(delimiter).length
  return [',', ';', '\t'].reduce((best, each) => (count(each) > count(best) ? each : best))
}

function* rowsOf(text: string, delimiter: string): Generator<Cell[], undefined> {
  let row: Cell[] = []
  let at = 0
  let line = 1
  while (at < text.length) {
    const cell = text[at] === '"' ? quoted(text, at, line) : bare(text, at, line, delimiter)
    row.push(cell)
    line += text.slice(cell.start, cell.end).split('\n').length - 1
    at = cell.end
    if (text[at] === delimiter) {
      at++
      // A delimiter at the very end opens one more, empty cell.
      if (at < text.length) continue
      row.push({ pieces: [], start: at, end: at, line })
    } else if (at < text.length && text[at] !== '\n') {
      throw new UnreadableSource(`line ${line}: text stands behind a closing quote, expected "${delimiter}" or the end of the line`)
    }
    if (!(row.length === 1 && row[0]!.start === row[0]!.end)) yield row
    row = []
    at++
    line++
  }
  if (row.length > 0) yield row
  return undefined
}

function bare(text: string, start: number, line: number, delimiter: string): Cell {
  let end = start
  while (end < text.length && text[end] !== delimiter && text[end] !== '\n') end++
  return { pieces: end > start ? [{ value: text.slice(start, end), start, end }] : [], start, end, line }
}

function quoted(text: string, start: number, line: number): Cell {
  const pieces: Piece[] = []
  let from = start + 1
  for (;;) {
    const quote = text.indexOf('"', from)
    if (quote < 0) throw new UnreadableSource(`line ${line}: a quote opens and does not close`)
    if (quote > from) pieces.push({ value: text.slice(from, quote), start: from, end: quote })
    if (text[quote + 1] !== '"') return { pieces, start, end: quote + 1, line }
    pieces.push({ value: '"', start: quote, end: quote + 2 })
    from = quote + 2
  }
}
