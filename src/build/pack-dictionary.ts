import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, crc32, gunzipSync } from 'node:zlib'
import {
  type Dictionary,
  encodeDictionary,
  FORMAT_VERSION,
  GROUPS,
  INVOKES,
  SAME_BASE,
  textOf,
} from '../languages/ja/tokenizer/dictionary.js'
import { encodeHeader } from '../languages/ja/tokenizer/dictionary-file.js'
import { kuromojiDictionaryFolder } from '../languages/ja/tokenizer/stock.js'

/**
 * Packs the dictionary of the installed kuromoji package (IPADIC) into one compressed file for the packed tokenizer.
 * The same dictionary gives the same bytes. Throws when kuromoji's files are not as kuromoji 0.1.2 writes them.
 */
export function packDictionary(outFile: string, kuromojiFolder = kuromojiDictionaryFolder()): void {
  writeFileSync(outFile, compressDictionary(encodeDictionary(readKuromoji(kuromojiFolder))))
}

/** The file that holds an encoded dictionary: header, then the bytes under brotli (quality 9 takes ten times as long to save 1 %). */
export function compressDictionary(bytes: Uint8Array): Uint8Array {
  const header = encodeHeader({
    version: FORMAT_VERSION,
    length: bytes.length,
    checksum: crc32(bytes),
    key: createHash('sha256').update(bytes).digest('hex').slice(0, 32),
  })
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 5,
    [constants.BROTLI_PARAM_LGWIN]: 24,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  }
  return Buffer.concat([header, brotliCompressSync(bytes, { params })])
}

/** kuromoji's files, little endian, each zero-padded behind its content to the size its builder happened to have. */
function readKuromoji(folder: string): Dictionary {
  const read = (name: string): Buffer => gunzipSync(readFileSync(join(folder, `${name}.dat.gz`)))
  const known = readTokens(read('tid'), read('tid_pos'), readTargets(read('tid_map')))
  const unknown = readTokens(read('unk'), read('unk_pos'), readTargets(read('unk_map')))
  const tokens = [...known.tokens, ...unknown.tokens]
  const grammars = new Numbering()
  const bases = new Numbering()
  const trie = readTrie(read('base'), read('check'))
  const connection = int16(read('cc'))
  checkWords(trie, known.starts)
  const classTraits = readClassTraits(read('unk_invoke'), unknown.starts.length - 1)
  const characterClass = new Uint8Array(read('unk_char'))
  expect(
    characterClass.every((id) => unknown.starts[id + 1]! > unknown.starts[id]!),
    'every character has a class with unknown words',
  )
  return {
    trie,
    firstCell: Int32Array.from({ length: 0x10000 }, (_, unit) => cellAfter(trie, unit)),
    spellingStart: known.starts,
    unknownStart: unknown.starts.map((start) => start + known.tokens.length),
    connection: connection.subarray(2),
    connectionWidth: Int32Array.of(connection[1]!),
    connectionClass: Int16Array.from(tokens, (token) => token.connectionClass),
    cost: Int16Array.from(tokens, (token) => token.cost),
    grammar: Uint16Array.from(tokens, (token) => grammars.idOf(token.grammar)),
    base: Uint16Array.from(tokens, (token) => (token.base === undefined ? SAME_BASE : bases.idOf(token.base))),
    characterClass,
    classTraits,
    grammarTexts: textOf(grammars.texts),
    baseTexts: textOf(bases.texts),
  }
}

/** Base and check side by side, without the unused tail but with room for one step by any byte from the last cell. */
function readTrie(base: Buffer, check: Buffer): Int32Array {
  const bases = int32(base)
  const checks = int32(check)
  const last = checks.findLastIndex((parent) => parent >= 0 && parent < checks.length)
  const trie = new Int32Array(2 * (last + 1 + 256)).fill(-1)
  for (let cell = 0; cell <= last; cell++) {
    trie[2 * cell] = bases[cell]!
    trie[2 * cell + 1] = checks[cell]!
  }
  return trie
}

/** Throws unless every word of the trie has a token: then no lattice can break, since unknown words stand wherever no word begins. */
function checkWords(trie: Int32Array, starts: Int32Array): void {
  for (let cell = 1; cell < trie.length / 2; cell++) {
    const parent = trie[2 * cell + 1]!
    const isWordEnd = parent >= 0 && trie[2 * parent] === cell
    if (!isWordEnd) continue
    const id = -trie[2 * cell]! - 1
    expect(id >= 0 && starts[id + 1]! > starts[id]!, 'every word has a token')
  }
}

/** The cell reached from the root by the bytes of one code unit, 0 where there is none. NUL ends words, so none begins with it. */
function cellAfter(trie: Int32Array, unit: number): number {
  let cell = 0
  if (unit === 0) return 0
  for (const byte of Buffer.from(String.fromCharCode(unit))) {
    const child = trie[2 * cell]! + byte
    if (trie[2 * child + 1] !== cell) return 0
    cell = child
  }
  return cell
}

/** Source id -> byte offsets of its tokens: count, then for each source its id, how many, and the offsets. Padding reads as "0 has none". */
function readTargets(map: Buffer): Map<number, number[]> {
  const numbers = int32(map)
  const targets = new Map<number, number[]>()
  for (let i = 1; i + 1 < numbers.length; ) {
    const id = numbers[i]!
    const count = numbers[i + 1]!
    if (count > 0) targets.set(id, [...numbers.subarray(i + 2, i + 2 + count)])
    i += 2 + count
  }
  expect(targets.size === numbers[0], 'the map holds as many sources as it says')
  return targets
}

interface Token {
  readonly connectionClass: number
  readonly cost: number
  readonly grammar: string
  readonly base: string | undefined
}

/** The tokens in order of their source ids, and where those of each id start. Ids have gaps; an id in a gap has no tokens. */
function readTokens(info: Buffer, features: Buffer, targets: Map<number, number[]>): { tokens: Token[]; starts: Int32Array } {
  const tokens: Token[] = []
  const count = [...targets.keys()].reduce((a, b) => Math.max(a, b), -1) + 1
  const starts = new Int32Array(count + 1)
  for (let id = 0; id < count; id++) {
    for (const offset of targets.get(id) ?? []) tokens.push(readToken(info, features, offset))
    starts[id + 1] = tokens.length
  }
  return { tokens, starts }
}

/** Ten bytes: left, right, cost, offset of the features `spelling,pos,pos1,pos2,pos3,conjugation class,conjugation form,base,…`. */
function readToken(info: Buffer, features: Buffer, offset: number): Token {
  const from = info.readInt32LE(offset + 6)
  const line = features.toString('utf8', from, features.indexOf(0, from))
  const [spelling, pos, pos1, pos2, pos3, conjugationType, conjugationForm, base] = line.split(',')
  expect(base !== undefined, `the features "${line}" reach to the dictionary form`)
  expect(info.readInt16LE(offset) === info.readInt16LE(offset + 2), 'a token has the same connection class on both sides')
  return {
    connectionClass: info.readInt16LE(offset),
    cost: info.readInt16LE(offset + 4),
    grammar: `${pos},${pos1},${pos2},${pos3}\t${conjugationType}\t${conjugationForm}`,
    base: base === spelling || base === '*' ? undefined : base,
  }
}

/** For each class: invokes (1 byte), groups (1), longest (4), name up to NUL. Behind the last real class comes padding. */
function readClassTraits(invoke: Buffer, count: number): Uint8Array {
  const traits = new Uint8Array(count)
  let offset = 0
  for (let id = 0; id < count; id++) {
    traits[id] = (invoke[offset] === 1 ? INVOKES : 0) | (invoke[offset + 1] === 1 ? GROUPS : 0)
    offset = invoke.indexOf(0, offset + 6) + 1
  }
  return traits
}

/** Gives equal texts one number each, in order of appearance. */
class Numbering {
  readonly #ids = new Map<string, number>()

  idOf(text: string): number {
    const known = this.#ids.get(text)
    if (known !== undefined) return known
    const id = this.#ids.size
    expect(id < SAME_BASE, 'the texts can be numbered with 16 bits')
    this.#ids.set(text, id)
    return id
  }

  get texts(): string[] {
    return [...this.#ids.keys()]
  }
}

const int32 = (buffer: Buffer): Int32Array => new Int32Array(Uint8Array.from(buffer).buffer, 0, buffer.length >> 2)
const int16 = (buffer: Buffer): Int16Array => new Int16Array(Uint8Array.from(buffer).buffer, 0, buffer.length >> 1)

function expect(holds: boolean, what: string): void {
  if (!holds) throw new Error(`kuromoji's dictionary is not as expected: ${what}`)
}
