/** What is known of words, by word: a `Map`, or a table of which only what is asked for is read. */
export interface WordLookup<Entry> {
  get(word: string): Entry | undefined
}

/** Numbers a slot of the hash table has: offset of the line and its length. */
const SLOT = 2
/** Numbers before the slots: how many there are, and bytes a character. */
const HEAD = 2

/**
 * Entries by word as bytes, for `WordTable`: a hash table (two thirds full at most) of places in the text behind it, in which each line is the word, a tab and
 * the entry as JSON. The text is ASCII, with other letters as JSON escapes them, or UTF-16 where that is shorter. Throws for a word that holds a tab or a line end.
 */
export function encodeWordTable<Entry>(entries: ReadonlyMap<string, Entry>): Uint8Array {
  const lines = [...entries].map(([word, entry]) => ({ word, json: JSON.stringify(entry) }))
  const plain = lines.reduce((sum, { word, json }) => sum + word.length + json.length, 0)
  const escaped = lines.reduce((sum, { word, json }) => sum + ascii(word).length + ascii(json).length, 0)
  const isWide = escaped > 2 * plain
  const write = isWide ? (text: string) => text : ascii
  const size = 2 ** Math.ceil(Math.log2(Math.max(1, entries.size * 1.5)))
  const numbers = new Uint32Array(HEAD + size * SLOT)
  numbers.set([size, isWide ? 2 : 1])
  let text = ''
  for (const { word, json } of lines) {
    if (/[\t\n]/.test(word)) throw new Error(`"${word}" is no word`)
    const line = write(`${word}\t${json}`)
    let slot = hashOf(write(word)) & (size - 1)
    while (numbers[HEAD + slot * SLOT + 1] !== 0) slot = (slot + 1) & (size - 1)
    numbers[HEAD + slot * SLOT] = text.length
    numbers[HEAD + slot * SLOT + 1] = line.length
    text += line
  }
  return Buffer.concat([Buffer.from(numbers.buffer), Buffer.from(text, isWide ? 'utf16le' : 'latin1')])
}

/** A table made by `encodeWordTable`. Entries are read when they are asked for, and kept. */
export class WordTable<Entry> implements WordLookup<Entry> {
  readonly #slots: Uint32Array
  readonly #isWide: boolean
  readonly #text: string
  readonly #known = new Map<string, Entry | undefined>()

  constructor(bytes: Uint8Array) {
    // a view needs an offset that is a multiple of four
    const { buffer, byteOffset, length } = bytes.byteOffset % 4 === 0 ? bytes : new Uint8Array(bytes)
    const [size, width] = new Uint32Array(buffer, byteOffset, HEAD)
    this.#slots = new Uint32Array(buffer, byteOffset + HEAD * 4, size! * SLOT)
    this.#isWide = width === 2
    const start = HEAD * 4 + this.#slots.byteLength
    this.#text = Buffer.from(buffer, byteOffset + start, length - start).toString(this.#isWide ? 'utf16le' : 'latin1')
  }

  get(word: string): Entry | undefined {
    const known = this.#known.get(word)
    if (known !== undefined || this.#known.has(word)) return known
    const entry = this.#find(this.#isWide ? word : ascii(word))
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
