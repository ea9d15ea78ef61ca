import { UnreadableSource } from '../../core/unreadable.js'
import type { Piece } from '../character-references.js'
import type { DataReader, DataValue } from './data.js'

const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g
const ESCAPE = /\\(?:u([0-9a-fA-F]{4})|(.))/g
const LETTERS: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '', f: '' }

/** The values of a JSON text (RFC 8259) with the places they are written at. */
export const readJson: DataReader = function* (text) {
  if (text.trim() === '') throw new UnreadableSource('it is empty, expected JSON')
  validate(text, text, 0)
  yield* values(text, 0, text.length, [])
}

/** JSON Lines: a value a line. The record of line 1 is `[0]`. */
export const readJsonLines: DataReader = function* (text) {
  let index = 0
  for (const { 0: line, index: start } of text.matchAll(/[^\n]+/g)) {
    if (line.trim() === '') continue
    validate(line, text, start)
    yield* values(text, start, start + line.length, [index++])
  }
}

const LITERAL = /^(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)$/
const STRING = /^"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"$/

/** Where a text that is no JSON first breaks its grammar. */
function faultIn(json: string): { readonly at: number; readonly found: string; readonly expected: string } {
  const open: string[] = []
  let expected = 'a value'
  for (const { 0: token, index: at } of json.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\],:"]|[^\s{}[\],:"]+/g)) {
    const isValue = expected.includes('a value')
    const isKey = expected.includes('a key')
    if ((token === '{' || token === '[') && isValue) {
      open.push(token)
      expected = token === '{' ? 'a key or "}"' : 'a value or "]"'
      continue
    }
    const closes = (token === '}' && open.at(-1) === '{') || (token === ']' && open.at(-1) === '[')
    if (closes && expected.includes(`"${token}"`)) open.pop()
    else if (token === ',' && expected.startsWith('"," ')) {
      expected = open.at(-1) === '{' ? 'a key' : 'a value'
      continue
    } else if (token === ':' && expected === '":"') {
      expected = 'a value'
      continue
    } else if (STRING.test(token) && isKey) {
      expected = '":"'
      continue
    } else if (!isValue || !(STRING.test(token) || LITERAL.test(token))) return { at, found: token.slice(0, 20), expected }
    expected = open.length === 0 ? 'the end' : open.at(-1) === '{' ? '"," or "}"' : '"," or "]"'
  }
  return { at: json.length, found: 'the end', expected }
}

/** The engine's own parser says whether it is JSON; what follows may then take it to be. */
function validate(json: string, whole: string, start: number): void {
  try {
    JSON.parse(json)
  } catch {
    const { at, found, expected } = faultIn(json)
    const before = whole.slice(0, start + at).split('\n')
    const place = `line ${before.length}, column ${before.at(-1)!.length + 1}`
    throw new UnreadableSource(`it is no JSON: found ${found} at ${place}, expected ${expected}`)
  }
}

function* values(text: string, from: number, to: number, root: readonly (string | number)[]): Generator<DataValue> {
  /** The open containers; for a list `key` is the index of the item at hand. */
  const open: { key: string | number; isList: boolean; isEmpty: boolean }[] = []
  let key: string | undefined
  const path = () => [...root, ...open.map((each) => each.key)]
  TOKEN.lastIndex = 0
  const tokens = text.slice(from, to).matchAll(TOKEN)
  for (const match of tokens) {
    const [token] = match
    const start = from + match.index
    const end = start + token.length
    const top = open.at(-1)
    if (token === '{' || token === '[') {
      if (top) top.isEmpty = false
      open.push({ key: token === '[' ? 0 : '', isList: token === '[', isEmpty: true })
      key = undefined
    } else if (token === '}' || token === ']') {
      open.pop()
      if (top?.isList && top.isEmpty) yield { path: path(), kind: 'empty-list', start, end }
      else yield { path: path(), kind: 'container', start, end }
      key = undefined
    } else if (token === ',') {
      if (top?.isList) (top.key as number)++
      else key = undefined
    } else if (token === ':') {
      // The key stands before it.
    } else if (token.startsWith('"') && top && !top.isList && key === undefined) {
      key = JSON.parse(token) as string
      top.key = key
    } else {
      if (top) top.isEmpty = false
      if (token.startsWith('"')) yield { path: path(), kind: 'string', start, end, pieces: unescaped(text, start + 1, end - 1) }
      else yield { path: path(), kind: 'other', start, end }
      key = undefined
    }
  }
}

function unescaped(text: string, start: number, end: number): Piece[] {
  const pieces: Piece[] = []
  let from = start
  for (const match of text.slice(start, end).matchAll(ESCAPE)) {
    const at = start + match.index
    if (at > from) pieces.push({ value: text.slice(from, at), start: from, end: at })
    from = at + match[0].length
    const value = match[1] ? String.fromCharCode(Number.parseInt(match[1], 16)) : (LETTERS[match[2]!] ?? match[2]!)
    pieces.push({ value, start: at, end: from })
  }
  if (from < end) pieces.push({ value: text.slice(from, end), start: from, end })
  return pieces
}
