/** What is known of words, by word: a `Map`, or a table of which only what is asked for is read. */
export interface WordLookup<Entry> {
  get(word: string): Entry | undefined
}

/** Slots of the hash table: two numbers each, offset of the line and its length. */
const SLOT = 2

/**
 * Entries by word as bytes, for `WordTable`: a hash table (two thirds full at most) of places in the text behind it, in which each line is the word, a tab and
 * the entry as JSON. All is ASCII. Throws for a word that holds a tab or a line end.
 */
export function encodeWordTable<Entry>(entries: ReadonlyMap<string, Entry>): Uint8Array {
  const size = 2 ** Math.ceil(Math.log2(Math.max(1, entries.size * 1.5)))
  const slots = new Uint32Array(1 + size * SLOT)
  slots[0] = size
  let text = ''
  for (const [word, entry] of entries) {
    if (/[\t\n]/.test(word)) throw new Error(`"${word}" is no word`)
    const line = ascii(`${word}\t`) + ascii(JSON.stringify(entry))
    let slot = hashOf(ascii(word)) & (size - 1)
    while (slots[1 + slot * SLOT + 1] !== 0) slot = (slot + 1) & (size - 1)
    slots[1 + slot * SLOT] = text.length
    slots[1 + slot * SLOT + 1] = line.length
    text += line
  }
  return Buffer.concat([Buffer.from(slots.buffer), Buffer.from(text, 'latin1')])
}

/** A table made by `encodeWordTable`. Entries are read when they are asked for, and kept. */
export class WordTable<Entry> implements WordLookup<Entry> {
  readonly #slots: Uint32Array
  readonly #text: string
  readonly #known = new Map<string, Entry | undefined>()

  constructor(bytes: Uint8Array) {
    // a view needs an offset that is a multiple of four
    const { buffer, byteOffset } = bytes.byteOffset % 4 === 0 ? bytes : new Uint8Array(bytes)
    const size = new Uint32Array(buffer, byteOffset, 1)[0]!
    this.#slots = new Uint32Array(buffer, byteOffset + 4, size * SLOT)
    const text = 4 + this.#slots.byteLength
    this.#text = Buffer.from(buffer, byteOffset + text, bytes.length - text).toString('latin1')
  }

  get(word: string): Entry | undefined {
    const known = this.#known.get(word)
    if (known !== undefined || this.#known.has(word)) return known
    const entry = this.#find(ascii(word))
    // bounded: hostile input must not grow it without end
    if (entry !== undefined || this.#known.size < 20_000) this.#known.set(word, entry)
    return entry
  }

  #find(word: string): Entry | undefined {
    const mask = this.#slots.length / SLOT - 1
    for (let slot = hashOf(word) & mask; ; slot = (slot + 1) & mask) {
      const length = this.#slots[slot * SLOT + 1]!
      if (length === 0) return undefined
      const at = this.#slots[slot * SLOT]!
      if (this.#text.charCodeAt(at + word.length) !== 9 || !this.#text.startsWith(word, at)) continue
      return JSON.parse(this.#text.slice(at + word.length + 1, at + length)) as Entry
    }
  }
}

/** Letters beyond ASCII as JSON writes them, so that a text is one byte a letter. */
const ascii = (text: string): string =>
  /^[\t\x20-\x7e]*$/.test(text)
    ? text
    : text.replace(/[^\t\x20-\x7e]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`)

/** FNV-1a. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193)
  return hash >>> 0
}
