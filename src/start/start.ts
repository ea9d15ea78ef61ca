import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type * as V8 from 'node:v8'
import { Script } from 'node:vm'
import { cacheFolders, keepNewest, readTrusted, writeWhole } from '../core/user-cache.js'
import type * as Program from './program.js'

/** SHA-256 of the scripts, set by the build: V8 itself would take the code of another script of the same length. */
declare const __PROGRAM_HASH__: string

/** What a script of the program is (src/build/bundle-program.mjs): its modules by the name they are required by. */
type Modules = Record<string, (module: { exports: unknown }, exports: unknown, require: (id: string) => unknown, fileUrl: string) => void>

/** What every run loads, and what only reading an article takes. */
const scripts = ['program', 'reading']

/**
 * Starts the program from code that V8 compiled in an earlier run. Node parses and compiles all of a program anew in every process; V8 can keep what it has made
 * of the functions that ran (`script.createCachedData`), and a second run starts in two thirds of the time. The code lies in the user's cache folder, by script,
 * program and Node version. One that is not whole, not the user's own, or of another V8 is no code, and is made anew; where nothing can be written everything is
 * compiled each time. `NODE_DISABLE_COMPILE_CACHE=1` switches it off, as it does Node's own (of which Node 20 has none).
 */
export function startProgram(folders: readonly string[] = wanted() ? cacheFolders() : []): { program: typeof Program; keep(): void } {
  const fileUrl = pathToFileURL(join(__dirname, 'program.cjs')).href
  const running = new Map<string, { exports: unknown }>()
  const loaded: LoadedScript[] = []
  const moduleOf = (id: string): unknown => {
    if (!id.startsWith('./')) return fromOutside(id)
    const known = running.get(id)
    if (known) return known.exports
    const script = scriptWith(id, loaded, folders)
    const module = { exports: {} }
    running.set(id, module)
    script.ran.add(id)
    script.modules[id]!(module, module.exports, moduleOf, fileUrl)
    return module.exports
  }
  const program = moduleOf('./program.js') as typeof Program
  program.importThrough((url) => import(url))
  return {
    program,
    keep: () => {
      for (const script of loaded) keep(script, folders)
    },
  }
}

interface LoadedScript {
  readonly script: Script
  readonly modules: Modules
  /** The name of its file of kept code. */
  readonly name: string
  /** Modules that the kept code was made with; undefined without code that V8 took. */
  readonly kept: readonly string[] | undefined
  /** Modules that this run has run. */
  readonly ran: Set<string>
}

/** The script that has a module, loaded now if none of those loaded has it. */
function scriptWith(id: string, loaded: LoadedScript[], folders: readonly string[]): LoadedScript {
  for (let at = 0; at < scripts.length; at++) {
    if (at === loaded.length) {
      if (scripts[at] === 'reading') tuneForReading()
      loaded.push(load(scripts[at]!, folders))
    }
    if (id in loaded[at]!.modules) return loaded[at]!
  }
  throw new Error(`no module ${id} in ${scripts.join(', ')}`)
}

/** Most runs end before optimised code would pay for itself, and what they allocate is wanted till their end. A run that reads nothing needs no more than it has. */
function tuneForReading(): void {
  const { setFlagsFromString } = require('node:v8') as typeof V8
  for (const flag of ['--interrupt-budget=1000000', '--semi-space-growth-factor=16', '--regexp-tier-up-ticks=50']) setFlagsFromString(flag)
}

function load(which: string, folders: readonly string[]): LoadedScript {
  const file = join(__dirname, `${which}.cjs`)
  const name = `${which}-${__PROGRAM_HASH__.slice(0, 16)}-${process.version}-${process.arch}.code`
  const kept = first(folders, (folder) => readKept(join(folder, name)))
  const script = new Script(readFileSync(file, 'latin1'), { filename: file, ...(kept && { cachedData: kept.code }) })
  const modules = script.runInThisContext() as Modules
  return { script, modules, name, kept: script.cachedDataRejected === false ? kept?.modules : undefined, ran: new Set() }
}

/** Writes the code of a script where this run has run modules that were not in the code kept: the next run may need them. */
function keep({ script, name, kept = [], ran }: LoadedScript, folders: readonly string[]): void {
  if ([...ran].every((module) => kept.includes(module))) return
  const bytes = encode([...new Set([...kept, ...ran])].sort(), script.createCachedData())
  const written = folders.find((folder) => writeWhole(folder, name, bytes))
  // the rest is of versions that are gone; one that is still run writes its code again
  if (written !== undefined) keepNewest(written, /^(program|reading)-.*\.code$/, 24)
}

/** Modules of Node that most runs have no use for, though something the program holds asks for them at its start. */
const seldomUsed: ReadonlySet<string> = new Set(['node:child_process', 'node:crypto', 'node:v8', 'node:worker_threads', 'node:zlib'])

/** A module of Node or of another package; what is seldom used is loaded when something of it is. */
const fromOutside = (id: string): unknown =>
  seldomUsed.has(id) ? new Proxy({}, { get: (_, name) => (require(id) as Record<PropertyKey, unknown>)[name] }) : require(id)

const wanted = (): boolean => !process.env.NODE_DISABLE_COMPILE_CACHE

interface Kept {
  readonly modules: readonly string[]
  readonly code: Buffer
}

/** The length of a line of JSON filled up to whole words, the line, then the code. */
function encode(modules: readonly string[], code: Buffer): Buffer {
  const line = JSON.stringify({ sum: checksum(code), modules })
  const head = Buffer.alloc(4)
  const padded = line.padEnd(Math.ceil(line.length / 8) * 8 + 4)
  head.writeUInt32LE(padded.length)
  return Buffer.concat([head, Buffer.from(padded), code])
}

function readKept(path: string): Kept | undefined {
  const bytes = existsSync(path) ? readTrusted(path, (size) => Buffer.allocUnsafeSlow(size)) : undefined
  if (!bytes) return undefined
  try {
    const start = 4 + bytes.readUInt32LE()
    const { sum, modules } = JSON.parse(bytes.toString('latin1', 4, start)) as { sum: number; modules: string[] }
    const code = bytes.subarray(start)
    return sum === checksum(code) ? { modules, code } : undefined
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
