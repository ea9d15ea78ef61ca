import { isMap, isScalar, isSeq, parseDocument, Scalar } from 'yaml'
import type { Piece } from '../character-references.js'
import type { FrontMatterString } from './strings.js'

/** The strings of a YAML mapping with the places they are written at; `undefined` when the text is no mapping. */
export function readYaml(text: string): FrontMatterString[] | undefined {
  const document = parseDocument(text, { logLevel: 'silent', stringKeys: false })
  if (document.errors.length > 0 || (document.contents !== null && !isMap(document.contents))) return undefined
  const strings: FrontMatterString[] = []
  collect(document.contents, [], text, strings)
  return strings
}

function collect(node: unknown, path: readonly string[], text: string, strings: FrontMatterString[]): void {
  if (path.length > 8) return
  if (isMap(node)) {
    for (const { key, value } of node.items) if (isScalar(key)) collect(value, [...path, String(key.value)], text, strings)
  } else if (isSeq(node)) {
    for (const item of node.items) collect(item, path, text, strings)
  } else if (isScalar(node) && node.range && typeof node.value === 'string') {
    const [start, end] = node.range
    strings.push({ path, value: node.value, pieces: scalarPieces(text, start, end, node.type ?? Scalar.PLAIN) })
  }
}

function scalarPieces(text: string, start: number, end: number, type: Scalar.Type): Piece[] {
  switch (type) {
    case Scalar.QUOTE_SINGLE:
      return splitScalar(text, start + 1, end - 1, /''/g, () => "'")
    case Scalar.QUOTE_DOUBLE:
      return splitScalar(text, start + 1, end - 1, /\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|\n[ \t]*|[\s\S])/g, unescapeYaml)
    case Scalar.BLOCK_FOLDED:
    case Scalar.BLOCK_LITERAL: {
      const header = text.indexOf('\n', start)
      return header < 0 || header >= end ? [] : splitScalar(text, header + 1, end, /(?!)/g, () => '')
    }
    default:
      return splitScalar(text, start, end, /(?!)/g, () => '')
  }
}

/** A scalar in pieces: what the pattern finds as what it means, the text between as it stands. */
export function splitScalar(text: string, start: number, end: number, pattern: RegExp, read: (raw: string) => string): Piece[] {
  const pieces: Piece[] = []
  let from = start
  for (const match of text.slice(start, end).matchAll(pattern)) {
    const at = start + match.index
    if (at > from) pieces.push({ value: text.slice(from, at), start: from, end: at })
    from = at + match[0].length
    pieces.push({ value: read(match[0]), start: at, end: from })
  }
  if (from < end) pieces.push({ value: text.slice(from, end), start: from, end })
  return pieces
}

const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\n',
  _: '\u00A0',
  N: '\n',
  L: '\n',
  P: '\n',
  0: '',
  a: '',
  b: '',
  e: '',
  f: '',
  v: '',
}

/** YAML 1.2, 5.7. A line end after a backslash is no space. */
export function unescapeYaml(raw: string): string {
  const kind = raw[1]!
  if (kind === '\n') return ''
  if (/[xuU]/.test(kind) && raw.length > 2) {
    const code = Number.parseInt(raw.slice(2), 16)
    return code > 0x10ffff ? '\uFFFD' : String.fromCodePoint(code)
  }
  return ESCAPES[kind] ?? kind
}
