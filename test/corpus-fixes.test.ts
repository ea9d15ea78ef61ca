import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { faultsOfRemedies, fixAll, lintLinks } from './remedies.js'

/** Fixes and suggestions of the rules that follow symbols and references, executed on every document of the corpus. */
const folder = new URL('./corpus/', import.meta.url)
const pages = readdirSync(folder).filter((name) => /\.(?:md|html|txt)$/.test(name))

describe.each(pages)('%s', (name) => {
  const source = readFileSync(new URL(name, folder), 'utf8')

  it('each remedy takes its finding away and brings no other', async () => {
    expect(await faultsOfRemedies(source, name)).toEqual([])
  })

  it('fixed twice is fixed once, and nothing fixable is left', async () => {
    const fixed = await fixAll(source, name)
    expect((await lintLinks(fixed, name)).filter(({ fix }) => fix).map(({ rule }) => rule)).toEqual([])
  })
})
