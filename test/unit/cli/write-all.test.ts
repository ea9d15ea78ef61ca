import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { writeAll } from '../../../src/cli/streams.js'
import { makeFolder } from '../../../src/core/make-folder.js'

/** A reader that takes a piece only when it is told to. */
class Slow extends Writable {
  readonly taken: string[] = []
  #next: (() => void) | undefined

  constructor() {
    super({ highWaterMark: 4, decodeStrings: false })
  }

  override _write(piece: string, _: string, done: () => void): void {
    this.taken.push(piece)
    this.#next = done
  }

  take(): void {
    const next = this.#next
    this.#next = undefined
    next?.()
  }
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

describe('a report in pieces', () => {
  it('asks for the next piece when the reader has taken those before it', async () => {
    const slow = new Slow()
    let asked = 0
    const pieces = function* (): Generator<string> {
      for (; asked < 50; asked++) yield `piece ${asked}`
    }
    const written = writeAll(slow, pieces())
    await turn()
    expect(asked).toBeLessThan(3)
    for (let i = 0; i < 60; i++) {
      slow.take()
      await turn()
    }
    await written
    expect(slow.taken).toEqual([...Array(50).keys()].map((i) => `piece ${i}`))
    expect(slow.listenerCount('drain') + slow.listenerCount('close')).toBe(0)
  })

  it('ends when the reader goes', async () => {
    const slow = new Slow()
    const written = writeAll(slow, ['long piece', 'another', 'a third'])
    await turn()
    slow.destroy()
    await written
    expect(slow.taken).toEqual(['long piece'])
  })

  it('goes to a sink that only takes strings', async () => {
    const taken: string[] = []
    await writeAll({ write: (text) => taken.push(text) && false }, ['a', 'b'])
    expect(taken).toEqual(['a', 'b'])
  })
})

describe('a folder', () => {
  it('is made with those above it, twice if asked', () => {
    const path = join(mkdtempSync(join(tmpdir(), 'folder-')), 'a', 'b', 'c')
    makeFolder(path)
    makeFolder(path)
    expect(existsSync(path)).toBe(true)
  })

  it.skipIf(process.platform !== 'linux')('ends with an error where there can be none, as under /proc', () => {
    const module = join(import.meta.dirname, '../../../dist/cli.cjs')
    expect(() => makeFolder('/proc/none/claimlint')).toThrow(/ENOENT|EACCES|EPERM/)
    const out = execFileSync(process.execPath, [module, '--version'], {
      encoding: 'utf8',
      timeout: 20_000,
      env: { ...process.env, XDG_CACHE_HOME: '/proc/none' },
    })
    expect(out).toMatch(/^\d+\.\d+/)
  })
})
