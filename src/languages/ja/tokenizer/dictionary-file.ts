import { closeSync, existsSync, openSync, readFileSync, readSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliDecompressSync, crc32 } from 'node:zlib'
import { SetupError } from '../../../core/setup-error.js'
import { cacheFolders, readTrusted, writeWhole } from '../../../core/user-cache.js'
import { FORMAT_VERSION } from './dictionary.js'

const FILE_NAME = 'ja.dict'
const MAGIC = Buffer.from('ipadic\r\n')

/** What stands before the compressed bytes: enough to know an unpacked copy without unpacking. */
export interface Header {
  readonly version: number
  /** Bytes when unpacked. */
  readonly length: number
  /** CRC-32 of the unpacked bytes. */
  readonly checksum: number
  /** First 16 bytes of the SHA-256 of the unpacked bytes, hexadecimal. */
  readonly key: string
}
const HEADER_BYTES = MAGIC.length + 12 + 16

/** The head of the compressed file, which the build writes. */
export function encodeHeader(header: Header): Uint8Array {
  const numbers = Buffer.alloc(12)
  numbers.writeUInt32LE(header.version, 0)
  numbers.writeUInt32LE(header.length, 4)
  numbers.writeUInt32LE(header.checksum, 8)
  return Buffer.concat([MAGIC, numbers, Buffer.from(header.key, 'hex')])
}

/**
 * Where the compressed dictionary is: `dist/ja.dict` of this package, found upwards from the folder of this module, be that among the
 * sources or in the bundle. Throws a SetupError when the package was not built.
 */
export function dictionaryFile(from: string = dirname(fileURLToPath(import.meta.url))): string {
  for (let folder = from; ; folder = dirname(folder)) {
    for (const file of [join(folder, FILE_NAME), join(folder, 'dist', FILE_NAME)]) {
      if (existsSync(file)) return file
    }
    const isPackageRoot = existsSync(join(folder, 'package.json'))
    if (isPackageRoot || folder === dirname(folder)) {
      throw new SetupError({
        file: join(folder, 'dist', FILE_NAME),
        found: 'no Japanese dictionary',
        expected: 'the one that "npm run build" makes',
      })
    }
  }
}

/**
 * The encoded dictionary, ready for `decodeDictionary`, in memory that workers can share.
 *
 * It is unpacked once into the first of the folders that can be written and read from there afterwards; where none can, it is unpacked
 * in memory each time. A copy that is not whole is replaced. Throws a SetupError when the compressed file itself is damaged.
 */
export function readDictionary(file: string = dictionaryFile(), folders: readonly string[] = cacheFolders()): SharedArrayBuffer {
  const header = readHeader(file)
  const name = `ja-${header.version}-${header.key}.dict`
  for (const folder of folders) {
    const unpacked = readUnpacked(join(folder, name), header)
    if (unpacked) return unpacked
  }
  const bytes = unpack(file, header)
  folders.some((folder) => writeWhole(folder, name, bytes))
  return bytes.buffer
}

function readHeader(file: string): Header {
  const bytes = new Uint8Array(HEADER_BYTES)
  const handle = openSync(file, 'r')
  try {
    readSync(handle, bytes, 0, HEADER_BYTES, 0)
  } finally {
    closeSync(handle)
  }
  const head = Buffer.from(bytes.buffer)
  const at = MAGIC.length
  const header = {
    version: head.readUInt32LE(at),
    length: head.readUInt32LE(at + 4),
    checksum: head.readUInt32LE(at + 8),
    key: head.toString('hex', at + 12),
  }
  if (!head.subarray(0, at).equals(MAGIC) || header.version !== FORMAT_VERSION) throw damaged(file)
  return header
}

/** The copy, or undefined when it is not there, not whole, or not to be trusted. */
function readUnpacked(path: string, header: Header): SharedArrayBuffer | undefined {
  const bytes = readTrusted(path, (size) => (size === header.length ? new Uint8Array(new SharedArrayBuffer(size)) : undefined))
  return bytes && crc32(bytes) === header.checksum ? bytes.buffer : undefined
}

function unpack(file: string, header: Header): Uint8Array<SharedArrayBuffer> {
  const bytes = new Uint8Array(new SharedArrayBuffer(header.length))
  try {
    // one chunk for all of it, so that zlib holds no second copy
    const limits = { chunkSize: header.length + 1, maxOutputLength: header.length }
    bytes.set(brotliDecompressSync(readFileSync(file).subarray(HEADER_BYTES), limits))
  } catch {
    throw damaged(file)
  }
  if (crc32(bytes) !== header.checksum) throw damaged(file)
  return bytes
}

const damaged = (file: string): SetupError =>
  new SetupError({ file, found: 'a damaged Japanese dictionary', expected: 'the one that "npm run build" makes' })
