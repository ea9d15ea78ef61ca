import { isAlias, isMap, isScalar, isSeq, type Node, parseAllDocuments, Scalar } from 'yaml'
import { UnreadableSource } from '../../core/unreadable.js'
import type { Piece } from '../character-references.js'
import { splitScalar, unescapeYaml } from '../front-matter/yaml.js'
import type { DataReader, DataValue } from './data.js'

const MAX_DEPTH = 100

/** The values of a YAML text with the places they are written at. Of several documents each is a record: `[0]`, `[1]` … */
export const readYaml: DataReader = function* (text) {
  const documents = parseAllDocuments(text, { logLevel: 'silent', stringKeys: false })
  if (!Array.isArray(documents)) throw new UnreadableSource('it is empty, expected YAML')
  for (const [index, document] of documents.entries()) {
    const [error] = document.errors
    if (error) throw new UnreadableSource(`it is no YAML: ${error.message.split('\n')[0]!.replace(/:$/, '')}`)
    const resolve = (node: unknown): unknown => (isAlias(node) ? node.resolve(document) : node)
    yield* values(document.contents, documents.length > 1 ? [index] : [], text, resolve)
  }
}

function* values(
  written: unknown,
  path: readonly (string | number)[],
  text: string,
  resolve: (node: unknown) => unknown,
): Generator<DataValue> {
  const node = resolve(written)
  if (path.length > MAX_DEPTH) throw new UnreadableSource(`it nests more than ${MAX_DEPTH} deep`)
  const [start, end] = (node as Node | null)?.range ?? [0, 0]
  if (isMap(node)) {
    for (const { key, value } of node.items) if (isScalar(key)) yield* values(value, [...path, String(key.value)], text, resolve)
    yield { path, kind: 'container', start, end }
  } else if (isSeq(node)) {
    for (const [index, item] of node.items.entries()) yield* values(item, [...path, index], text, resolve)
    yield { path, kind: node.items.length === 0 ? 'empty-list' : 'container', start, end }
  } else if (isScalar(node) && typeof node.value === 'string') {
    yield { path, kind: 'string', start, end, pieces: piecesOf(node as Scalar<string>, text, start, end) }
  } else yield { path, kind: 'other', start, end }
}

function piecesOf(scalar: Scalar<string>, text: string, start: number, end: number): Piece[] {
  switch (scalar.type) {
    case Scalar.BLOCK_LITERAL:
    case Scalar.BLOCK_FOLDED:
      return blockPieces(text, start, end, scalar.type === Scalar.BLOCK_FOLDED)
    case Scalar.QUOTE_SINGLE:
      return flowPieces(text, start + 1, end - 1, /''|[ \t]*\n[ \t\n]*/g, () => "'")
    case Scalar.QUOTE_DOUBLE:
      return flowPieces(
        text,
        start + 1,
        end - 1,
        /\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|\n[ \t]*|[\s\S])|[ \t]*\n[ \t\n]*/g,
        unescapeYaml,
      )
    default:
      return flowPieces(text, start, end, /[ \t]*\n[ \t\n]*/g, (raw) => raw)
  }
}

/** Flow scalars (YAML 1.2, 6.5): one line end is a space, each further one a line end. */
/** As in front matter, with line ends folded: a line break is a space, an empty line a break. */
const flowPieces = (text: string, start: number, end: number, pattern: RegExp, read: (raw: string) => string): Piece[] =>
  splitScalar(text, start, end, pattern, (raw) =>
    raw.includes('\n') && !raw.startsWith('\\') ? '\n'.repeat(raw.split('\n').length - 2) || ' ' : read(raw),
  )

/** Block scalars (YAML 1.2, 8.1): the indentation of the first line is none of the text. */
function blockPieces(text: string, start: number, end: number, isFolded: boolean): Piece[] {
  const header = text.indexOf('\n', start)
  if (header < 0 || header >= end) return []
  const lines = [...text.slice(header + 1, end).matchAll(/([^\n]*)(\n|$)/g)].filter(([whole]) => whole !== '')
  const given = /[1-9]/.exec(text.slice(start, header))?.[0]
  const first = lines.find(([, line]) => line!.trim() !== '')?.[1] ?? ''
  const own = /^ */.exec(first)![0].length
  // An indentation of the header's own counts from the parent's, which is not known here: the rest of the line's is kept as text.
  const indent = given ? Math.min(own, own - (own % Number(given)) || own) : own
  const pieces: Piece[] = []
  lines.forEach((match, i) => {
    const at = header + 1 + match.index
    const line = match[1]!
    const cut = Math.min(indent, line.length)
    if (line.length > cut) pieces.push({ value: line.slice(cut), start: at + cut, end: at + line.length })
    if (match[2] === '' || i === lines.length - 1) return
    const next = lines[i + 1]![1]!
    const isJoined = isFolded && line.trim() !== '' && next.trim() !== '' && !/^\s/.test(line.slice(cut)) && !/^\s/.test(next.slice(indent))
    pieces.push({ value: isJoined ? ' ' : '\n', start: at + line.length, end: at + line.length + 1 })
  })
  return pieces
}
