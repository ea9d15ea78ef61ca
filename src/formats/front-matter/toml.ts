import type { Piece } from '../character-references.js'
import type { FrontMatterString } from './strings.js'
import { unescapeYaml } from './yaml.js'

/**
 * The strings of a TOML front matter with the places they are written at; `undefined` when the text is no TOML.
 * Reads what front matter is made of (tables, keys, strings, arrays, inline tables); other values are passed over by their shape.
 */
export function readToml(text: string): FrontMatterString[] | undefined {
  try {
    return new TomlReader(text).read()
  } catch (error) {
    if (error instanceof NotToml) return undefined
    throw error
  }
}

class NotToml extends Error {}

const KEY = /[ \t]*(?:([A-Za-z0-9_-]+)|"([^"\\\n]*)"|'([^'\n]*)')[ \t]*/y
const BARE_VALUE = /[^\s,\]}#"'{[][^\n,\]}#]*/y
const SPACE = /(?:[ \t\n]+|#[^\n]*)*/y
const MAX_DEPTH = 16

class TomlReader {
  #at = 0
  readonly #strings: FrontMatterString[] = []

  constructor(private readonly text: string) {}

  read(): FrontMatterString[] {
    let table: readonly string[] = []
    for (this.#skip(SPACE); this.#at < this.text.length; this.#skip(SPACE)) {
      if (this.text[this.#at] === '[') table = this.#table()
      else this.#pair(table, 0)
      this.#lineEnd()
    }
    return this.#strings
  }

  #table(): readonly string[] {
    const double = this.text.startsWith('[[', this.#at)
    this.#at += double ? 2 : 1
    const path = this.#path()
    this.#expect(double ? ']]' : ']')
    return path
  }

  #pair(table: readonly string[], depth: number): void {
    const path = [...table, ...this.#path()]
    this.#expect('=')
    this.#skip(/[ \t]*/y)
    this.#value(path, depth)
  }

  #path(): string[] {
    const path: string[] = []
    do {
      const key = this.#match(KEY)
      path.push(key[1] ?? key[2] ?? key[3] ?? '')
    } while (this.#take('.'))
    return path
  }

  #value(path: readonly string[], depth: number): void {
    if (depth > MAX_DEPTH) throw new NotToml()
    const head = this.text[this.#at]
    if (head === '"' || head === "'") this.#string(path, head)
    else if (this.#take('[')) this.#items(']', () => this.#value(path, depth + 1))
    else if (this.#take('{')) this.#items('}', () => this.#pair(path, depth + 1))
    else this.#match(BARE_VALUE)
  }

  #items(close: string, item: () => void): void {
    for (this.#skip(SPACE); !this.#take(close); this.#skip(SPACE)) {
      item()
      this.#skip(SPACE)
      if (!this.#take(',') && this.text[this.#at] !== close) throw new NotToml()
    }
  }

  #string(path: readonly string[], quote: string): void {
    const long = this.text.startsWith(quote.repeat(3), this.#at)
    const mark = long ? quote.repeat(3) : quote
    let start = this.#at + mark.length
    if (long && this.text[start] === '\n') start++
    const end = this.#closing(start, mark, quote === '"')
    if (end < 0 || (!long && this.text.slice(start, end).includes('\n'))) throw new NotToml()
    this.#at = end + mark.length
    const pieces = quote === '"' ? escapedPieces(this.text, start, end) : [{ value: this.text.slice(start, end), start, end }]
    this.#strings.push({ path, pieces, value: pieces.map(({ value }) => value).join('') })
  }

  #closing(start: number, mark: string, escapes: boolean): number {
    for (let at = start; at < this.text.length; at++) {
      if (escapes && this.text[at] === '\\') at++
      else if (this.text.startsWith(mark, at)) return at
    }
    return -1
  }

  #lineEnd(): void {
    this.#skip(/[ \t]*(?:#[^\n]*)?/y)
    if (this.#at < this.text.length && this.text[this.#at] !== '\n') throw new NotToml()
  }

  #take(letters: string): boolean {
    if (!this.text.startsWith(letters, this.#at)) return false
    this.#at += letters.length
    return true
  }

  #expect(letters: string): void {
    if (!this.#take(letters)) throw new NotToml()
  }

  #skip(pattern: RegExp): void {
    pattern.lastIndex = this.#at
    this.#at += pattern.exec(this.text)?.[0].length ?? 0
  }

  #match(pattern: RegExp): RegExpExecArray {
    pattern.lastIndex = this.#at
    const match = pattern.exec(this.text)
    if (!match) throw new NotToml()
    this.#at += match[0].length
    return match
  }
}

function escapedPieces(text: string, start: number, end: number): Piece[] {
  const pieces: Piece[] = []
  let from = start
  for (const match of text.slice(start, end).matchAll(/\\(?:u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|\n\s*|[\s\S])/g)) {
    const at = start + match.index
    if (at > from) pieces.push({ value: text.slice(from, at), start: from, end: at })
    from = at + match[0].length
    pieces.push({ value: unescapeYaml(match[0]), start: at, end: from })
  }
  if (from < end) pieces.push({ value: text.slice(from, end), start: from, end })
  return pieces
}
