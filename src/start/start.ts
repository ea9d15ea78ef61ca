import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { Script } from 'node:vm'
import { cacheFolders, readTrusted, removeOlder, writeWhole } from '../core/user-cache.js'
import type * as Program from './program.js'

/** SHA-256 of `program.cjs`, set by the build: V8 itself would take the code of another program of the same length. */
declare const __PROGRAM_HASH__: string

/**
 * Starts the program from code that V8 compiled in an earlier run. Node parses and compiles all of a program anew in every process; V8 can keep what it has made
 * of the functions that ran (`script.createCachedData`), and a second run starts in two thirds of the time. The code lies in the user's cache folder, by program
 * and Node version. One that is not whole, not the user's own, or of another V8 is no code, and is made anew; where nothing can be written everything is compiled
 * each time. `NODE_DISABLE_COMPILE_CACHE=1` switches it off, as it does Node's own (of which Node 20 has none).
 */
export function startProgram(folders: readonly string[] = wanted() ? cacheFolders() : []): { program: typeof Program; keep(): void } {
  // most runs end before optimised code would pay for itself, and what they allocate is wanted till their end
  for (const flag of ['--interrupt-budget=1000000', '--semi-space-growth-factor=16', '--regexp-tier-up-ticks=50']) setFlagsFromString(flag)
  const file = join(__dirname, 'program.cjs')
  const source = readFileSync(file, 'latin1')
  const name = `program-${__PROGRAM_HASH__.slice(0, 16)}-${process.version}-${process.arch}.code`
  const kept = first(folders, (folder) => readKept(join(folder, name)))
  const script = new Script(source, { filename: file, ...(kept && { cachedData: kept.code }) })
  const module = { exports: {} as typeof Program }
  script.runInThisContext()(module, lazily(createRequire(file)), file)
  const program = module.exports
  program.importThrough((url) => import(url))
  const isGood = kept !== undefined && script.cachedDataRejected === false
  return {
    program,
    // what only this run has loaded (a language, a format) is added: the next run may need it
    keep: () => {
      const parts = [...program.loadedParts()]
      if (isGood && parts.every((part) => kept.parts.includes(part))) return
      const bytes = encode([...new Set([...(isGood ? kept.parts : []), ...parts])].sort(), script.createCachedData())
      const written = folders.find((folder) => writeWhole(folder, name, bytes))
      // of versions that are gone; one that is still run writes its code again
      if (written !== undefined) removeOlder(written, /^program-.*\.code$/, 90)
    },
  }
}

/** Modules of Node that most runs have no use for, though something the program holds asks for them at its start. */
const seldomUsed: ReadonlySet<string> = new Set(['node:child_process', 'node:crypto', 'node:worker_threads', 'node:zlib'])

/** `require`, with what is seldom used loaded when something of it is. */
const lazily =
  (require: NodeJS.Require) =>
  (id: string): unknown =>
    seldomUsed.has(id) ? new Proxy({}, { get: (_, name) => (require(id) as Record<PropertyKey, unknown>)[name] }) : require(id)

const wanted = (): boolean => !process.env.NODE_DISABLE_COMPILE_CACHE

interface Kept {
  /** Formats and languages that the code was made with. */
  readonly parts: readonly string[]
  readonly code: Buffer
}

/** One line of JSON, filled up with spaces to whole words, then the code. */
const HEAD_BYTES = 512

function encode(parts: readonly string[], code: Buffer): Buffer {
  const head = JSON.stringify({ sum: checksum(code), parts })
  return Buffer.concat([Buffer.from(head.padEnd(HEAD_BYTES)), code])
}

function readKept(path: string): Kept | undefined {
  const bytes = existsSync(path) ? readTrusted(path, (size) => Buffer.allocUnsafeSlow(size)) : undefined
  if (!bytes) return undefined
  try {
    const { sum, parts } = JSON.parse(bytes.toString('latin1', 0, HEAD_BYTES)) as { sum: number; parts: string[] }
    const code = bytes.subarray(HEAD_BYTES)
    return sum === checksum(code) ? { parts, code } : undefined
  } catch {
    return undefined
  }
}

/**
 * FNV-1a over every eighth word of 32 bits and the length: tells a file that is cut off or of which a stretch is damaged, on which V8 would stop the process.
 * All words, or zlib's CRC-32, would take longer than the check is worth.
 */
function checksum({ buffer, byteOffset, length }: Buffer): number {
  const words = new Int32Array(buffer, byteOffset, length >> 2)
  let sum = length
  for (let i = 0; i < words.length; i += 8) sum = Math.imul(sum ^ words[i]!, 0x01000193)
  return sum
}

function first<Item, Found>(items: readonly Item[], find: (item: Item) => Found | undefined): Found | undefined {
  for (const item of items) {
    const found = find(item)
    if (found !== undefined) return found
  }
  return undefined
}
