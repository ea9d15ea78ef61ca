import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { defaultConfig } from '../src/core/config.js'
import { testEngine } from './engine.js'

/**
 * Whole documents beside what is found in them: `name.md` and `name.md.expected`, one finding a line (`line:column-line:column rule`), sorted.
 * A change of a concept or cue that moves findings is seen here line by line; expectations are changed by hand, after reading.
 */
const folder = new URL('./corpus/', import.meta.url)
const pages = readdirSync(folder).filter((name) => /\.(?:md|html|txt)$/.test(name))

function placeOf(source: string, offset: number): string {
  const before = source.slice(0, offset).split(/\r\n|\r|\n/)
  return `${before.length}:${before.at(-1)!.length + 1}`
}

async function findingsIn(name: string): Promise<string[]> {
  const source = readFileSync(new URL(name, folder), 'utf8')
  const { findings } = await (await testEngine()).lint(source, { path: name, config: defaultConfig })
  return findings.map(({ rule, span }) => `${placeOf(source, span.start)}-${placeOf(source, span.end)} ${rule}`).sort()
}

describe('whole documents', () => {
  it.each(pages)('%s gives what stands beside it', async (name) => {
    const expected = readFileSync(new URL(`${name}.expected`, folder), 'utf8')
      .split('\n')
      .filter(Boolean)
    expect(await findingsIn(name)).toEqual(expected)
  })

  it('cover both languages and the three formats', () => {
    for (const ending of ['md', 'html', 'txt']) expect(pages.some((name) => name.endsWith(ending))).toBe(true)
    expect(pages.length).toBeGreaterThan(60)
  })
})
