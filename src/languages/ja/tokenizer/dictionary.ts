/**
 * The dictionary in the shape the lattice reads it: flat columns that are views into one buffer, so that loading is one read.
 *
 * A *token* is one reading of a spelling (行った is a token of 行う and one of 行く); tokens of one spelling are neighbours.
 * The tokens for unknown words stand in the same columns, after all known ones.
 */
export interface Dictionary {
  /** A double-array trie over UTF-8 bytes: cell i is `trie[2i]` (base) and `trie[2i + 1]` (check). Child of i by byte b: base + b. */
  readonly trie: Int32Array
  /** The cell reached from the root by the UTF-8 bytes of each UTF-16 code unit; 0 where no word begins with it. */
  readonly firstCell: Int32Array
  /** Spelling s has the tokens `spellingStart[s]` to `spellingStart[s + 1]`, end exclusive. */
  readonly spellingStart: Int32Array
  /** Unknown words of character class c have the tokens `unknownStart[c]` to `unknownStart[c + 1]`, end exclusive. */
  readonly unknownStart: Int32Array
  /** The cost of one token after another: `connection[class of the first * connectionWidth[0] + class of the second]`. */
  readonly connection: Int16Array
  readonly connectionWidth: Int32Array
  /** By token: its connection class, in IPADIC the same to the left and to the right, and its own cost. */
  readonly connectionClass: Int16Array
  readonly cost: Int16Array
  /** By token: which grammar it has, an index into `grammarTexts`. */
  readonly grammar: Uint16Array
  /** By token: its dictionary form, an index into `baseTexts`; `SAME_BASE` where that is the spelling itself. */
  readonly base: Uint16Array
  /** By UTF-16 code unit: its character class. */
  readonly characterClass: Uint8Array
  /** By character class: bits `INVOKES` and `GROUPS`. */
  readonly classTraits: Uint8Array
  /** UTF-16 text, one line each: part of speech, conjugation class and conjugation form, separated by tabs. */
  readonly grammarTexts: Uint16Array
  /** UTF-16 text, one dictionary form a line. */
  readonly baseTexts: Uint16Array
}

/** In `Dictionary.base`: the spelling is the dictionary form. */
export const SAME_BASE = 0xffff

/** Trait of a character class: unknown words are tried even where the dictionary knows a word. */
export const INVOKES = 1
/** Trait of a character class: an unknown word takes in all neighbours of its class. */
export const GROUPS = 2

/** To be raised with every change of layout or meaning: it is part of the name of the unpacked file. */
export const FORMAT_VERSION = 1

type Column = Int32Array | Int16Array | Uint16Array | Uint8Array
interface ColumnType {
  readonly BYTES_PER_ELEMENT: number
  new (buffer: ArrayBufferLike, byteOffset: number, length: number): Column
}

/** The columns in the order of the file. */
const LAYOUT: readonly (readonly [keyof Dictionary, ColumnType])[] = [
  ['trie', Int32Array],
  ['firstCell', Int32Array],
  ['spellingStart', Int32Array],
  ['unknownStart', Int32Array],
  ['connection', Int16Array],
  ['connectionWidth', Int32Array],
  ['connectionClass', Int16Array],
  ['cost', Int16Array],
  ['grammar', Uint16Array],
  ['base', Uint16Array],
  ['characterClass', Uint8Array],
  ['classTraits', Uint8Array],
  ['grammarTexts', Uint16Array],
  ['baseTexts', Uint16Array],
]

const aligned = (offset: number): number => Math.ceil(offset / 4) * 4

/** All columns in one buffer: first the length of each, then each, on a boundary of four bytes, in the byte order of this machine. */
export function encodeDictionary(dictionary: Dictionary): Uint8Array {
  const columns = LAYOUT.map(([name]) => dictionary[name])
  const head = Int32Array.from(columns, (column) => column.length)
  const size = columns.reduce((sum, column) => sum + aligned(column.byteLength), head.byteLength)
  const bytes = new Uint8Array(size)
  bytes.set(new Uint8Array(head.buffer))
  let offset = head.byteLength
  for (const column of columns) {
    bytes.set(new Uint8Array(column.buffer, column.byteOffset, column.byteLength), offset)
    offset += aligned(column.byteLength)
  }
  return bytes
}

/** The dictionary as views into a buffer made by `encodeDictionary`, which is not copied. */
export function decodeDictionary(buffer: ArrayBufferLike): Dictionary {
  const lengths = new Int32Array(buffer, 0, LAYOUT.length)
  let offset = lengths.byteLength
  const columns = LAYOUT.map(([name, Type], i) => {
    const column = new Type(buffer, offset, lengths[i]!)
    offset += aligned(column.byteLength)
    return [name, column]
  })
  return Object.fromEntries(columns)
}

/** The lines of a text column. */
export function linesOf(text: Uint16Array): string[] {
  return Buffer.from(text.buffer, text.byteOffset, text.byteLength).toString('utf16le').split('\n')
}

/** Lines as a text column; no line may hold a line feed. */
export function textOf(lines: readonly string[]): Uint16Array {
  const text = lines.join('\n')
  return Uint16Array.from({ length: text.length }, (_, i) => text.charCodeAt(i))
}
