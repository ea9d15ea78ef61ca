import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { defaultConfig } from '../../src/core/config.js'
import { testEngine } from '../engine.js'
import { layouts } from '../layouts.js'

const folder = new URL('../corpus/', import.meta.url)
const pages = readdirSync(folder).filter((name) => /\.(?:md|html|txt)$/.test(name))

/** The letters and figures of a stretch of source, so that they are the same in any layout. */
const lettersOf = (source: string): string =>
  source
    .replace(/<!--[\s\S]*?-->|<[^>]*>|&(?:nbsp|shy);/g, '')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .slice(0, 40)

/** What is found and on which words; advice (info) on lists and places left out. */
async function found(source: string, path: string): Promise<string[]> {
  const { findings } = await (await testEngine()).lint(source, { path, config: defaultConfig })
  return findings
    .filter(({ severity }) => severity !== 'info')
    .map(({ rule, span }) => `${rule} ${lettersOf(source.slice(span.start, span.end))}`)
    .sort()
}

describe.each(pages)('%s', (name) => {
  it('says the same in any layout', async () => {
    const source = readFileSync(new URL(name, folder), 'utf8').replace(/\r\n/g, '\n')
    const expected = await found(source, name)
    for (const [layout, vary] of Object.entries(layouts[name.split('.').at(-1) as 'md' | 'html' | 'txt'])) {
      const other = vary(source)
      if (other !== source) expect({ layout, found: await found(other, name) }).toEqual({ layout, found: expected })
    }
  })
})
