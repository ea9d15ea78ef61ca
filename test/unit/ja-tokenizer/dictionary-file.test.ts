import { execFile } from 'node:child_process'
import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { build } from 'esbuild'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { compressDictionary } from '../../../src/build/pack-dictionary.js'
import { SetupError } from '../../../src/core/setup-error.js'
import { cacheFolders } from '../../../src/core/user-cache.js'
import { dictionaryFile, readDictionary } from '../../../src/languages/ja/tokenizer/dictionary-file.js'

const BYTES = Uint8Array.from({ length: 20_000 }, (_, i) => (i * i) >> 7)

let home: string
let file: string
let cache: string
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'claimlint-test-'))
  file = join(home, 'ja.dict')
  cache = join(home, 'a', 'cache')
  writeFileSync(file, compressDictionary(BYTES))
})
afterEach(() => rmSync(home, { recursive: true }))

const read = (...folders: string[]): Uint8Array => new Uint8Array(readDictionary(file, folders))
const onlyCopy = (): string => {
  const names = readdirSync(cache)
  expect(names).toHaveLength(1)
  return join(cache, names[0]!)
}
const notAFolder = (): string => {
  writeFileSync(join(home, 'file'), '')
  return join(home, 'file', 'cache')
}
/** Keeps the header alone, so that a later read that succeeds cannot have unpacked. */
const forbidUnpacking = (): void => truncateSync(file, 36)

describe('the unpacked copy', () => {
  test('is made at first use and read from then on', () => {
    expect(read(cache)).toEqual(BYTES)
    expect(readFileSync(onlyCopy())).toEqual(Buffer.from(BYTES))
    forbidUnpacking()
    expect(read(cache)).toEqual(BYTES)
  })

  test('goes to the next folder when the first cannot be written', () => {
    expect(read(notAFolder(), cache)).toEqual(BYTES)
    forbidUnpacking()
    expect(read(join(home, 'file', 'cache'), cache)).toEqual(BYTES)
  })

  test('is done without when no folder can be written', () => {
    expect(read(notAFolder())).toEqual(BYTES)
    expect(read()).toEqual(BYTES)
  })

  test.each([
    ['cut short', (bytes: Buffer) => bytes.subarray(0, 1_000)],
    ['empty', () => Buffer.alloc(0)],
    ['zeroed', (bytes: Buffer) => Buffer.alloc(bytes.length)],
    ['changed in one bit', (bytes: Buffer) => bytes.fill(bytes[10_000]! ^ 1, 10_000, 10_001)],
  ])('is replaced when it is %s', (_, damage) => {
    read(cache)
    writeFileSync(onlyCopy(), damage(Buffer.from(BYTES)))
    expect(read(cache)).toEqual(BYTES)
    expect(readFileSync(onlyCopy())).toEqual(Buffer.from(BYTES))
  })

  test('has another name for another dictionary', () => {
    read(cache)
    writeFileSync(file, compressDictionary(BYTES.subarray(1)))
    expect(read(cache)).toEqual(BYTES.subarray(1))
    expect(readdirSync(cache)).toHaveLength(2)
  })

  test('a folder in its place does no harm', () => {
    read(cache)
    const path = onlyCopy()
    rmSync(path)
    mkdirSync(path)
    expect(read(cache)).toEqual(BYTES)
  })

  test.runIf(process.getuid?.() === 0)('is not trusted when another user wrote it', () => {
    read(cache)
    chownSync(onlyCopy(), 12_345, 12_345)
    expect(read(cache)).toEqual(BYTES)
    expect(statSync(onlyCopy()).uid).toBe(0)
  })

  test('survives many processes that make it at once', async () => {
    const module = join(home, 'dictionary-file.mjs')
    await build({
      entryPoints: ['src/languages/ja/tokenizer/dictionary-file.ts'],
      bundle: true,
      platform: 'node',
      format: 'esm',
      outfile: module,
    })
    const script = `
      import { readDictionary } from ${JSON.stringify(module)}
      import { createHash } from 'node:crypto'
      const bytes = new Uint8Array(readDictionary(${JSON.stringify(file)}, [${JSON.stringify(cache)}]))
      console.log(createHash('sha256').update(bytes).digest('hex'))`
    const runs = Array.from({ length: 4 }, () => promisify(execFile)(process.execPath, ['--input-type=module', '-e', script]))
    const outputs = (await Promise.all(runs)).map(({ stdout }) => stdout)
    expect(new Set(outputs).size).toBe(1)
    expect(readFileSync(onlyCopy())).toEqual(Buffer.from(BYTES))
  })
})

describe('the compressed file', () => {
  test('is the same for the same dictionary', () => {
    expect(compressDictionary(BYTES)).toEqual(compressDictionary(Uint8Array.from(BYTES)))
  })

  test.each([
    ['cut short', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
    ['empty', () => Buffer.alloc(0)],
    ['something else', () => Buffer.from('<!doctype html>'.repeat(10))],
    ['of another format version', (bytes: Buffer) => bytes.fill(99, 8, 9)],
    ['not what its header says', (bytes: Buffer) => bytes.fill(bytes[17]! ^ 1, 17, 18)],
  ])('is refused when it is %s', (_, damage) => {
    writeFileSync(file, damage(readFileSync(file)))
    expect(() => read(cache)).toThrow(SetupError)
    expect(existsSync(cache)).toBe(false)
  })
})

describe('where the dictionary is looked for', () => {
  test('in dist of the package, from the sources and from the bundle', () => {
    const dist = join(home, 'dist')
    mkdirSync(join(dist, 'chunks'), { recursive: true })
    mkdirSync(join(home, 'src', 'languages', 'ja'), { recursive: true })
    writeFileSync(join(home, 'package.json'), '{}')
    rmSync(file)
    writeFileSync(join(dist, 'ja.dict'), '')
    for (const from of [dist, join(dist, 'chunks'), join(home, 'src', 'languages', 'ja')]) {
      expect(dictionaryFile(from)).toBe(join(dist, 'ja.dict'))
    }
  })

  test('a package that was not built says so', () => {
    rmSync(file)
    writeFileSync(join(home, 'package.json'), '{}')
    mkdirSync(join(home, 'src'))
    expect(() => dictionaryFile(join(home, 'src'))).toThrow(/no Japanese dictionary.*npm run build/)
  })
})

describe('where the copy goes', () => {
  test('to XDG_CACHE_HOME when that is an absolute path', () => {
    expect(cacheFolders({ XDG_CACHE_HOME: '/var/cache/me' })[0]).toBe(join('/var/cache/me', 'claimlint'))
  })

  test.each([{}, { XDG_CACHE_HOME: '' }, { XDG_CACHE_HOME: 'here' }])('to ~/.cache with %j', (env) => {
    expect(cacheFolders(env)[0]).toMatch(/[\\/]\.cache[\\/]claimlint$/)
  })

  test('or among temporary files, in a folder of the user', () => {
    expect(cacheFolders({})[1]?.startsWith(join(tmpdir(), 'claimlint-'))).toBe(true)
  })
})
