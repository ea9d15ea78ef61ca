import { describe, expect, it } from 'vitest'
import { defaultConfig } from '../../../src/core/config.js'
import { inventoryOf } from '../../../src/reporters/inventory.js'
import { render } from '../../../src/reporters/inventory-md.js'
import { testEngine } from '../../engine.js'

const page = `# Glycine

Glycine supports restful sleep.\\* Ships free.†

Made in Ohio.\\*\\*

A trial measured sleep onset.[1]

The jar is glass.[1]

†Contiguous US only.

**\\*This statement has not been evaluated by the Food and Drug Administration. This product is not intended to diagnose, treat, cure, or prevent any disease.**

## References

1. Yamadera W, Inagawa K. Glycine and sleep onset in volunteers. Sleep Biol Rhythms. 2007;5:126-131.
2. Bannai M. Daytime performance. 2012.
`

async function ledger() {
  const engine = await testEngine()
  const result = await engine.lint(page, { path: 'a.md', config: defaultConfig })
  return inventoryOf(result, 'a.md', ['us'], engine.packs)
}

describe('the ledger', () => {
  it('has every symbol of the page with what it leads to, and the claims that carry it', async () => {
    const { markers } = (await ledger()).articles[0]!
    expect(markers.map(({ symbol, role, line, note, claims }) => [symbol, role, line, note, claims])).toEqual([
      ['*', 'call', 3, 'n2', ['c1']],
      ['†', 'call', 3, 'n1', []],
      ['**', 'call', 5, null, []],
      ['†', 'note', 11, 'n1', []],
      ['*', 'note', 13, 'n2', []],
    ])
    for (const { symbol, range } of markers) expect(page.slice(...range).replace(/\\/g, '')).toBe(symbol)
  })

  it('has every reference with the lines that cite it, where no claim is made too', async () => {
    const { references } = (await ledger()).articles[0]!
    expect(references.map(({ label, citedInLines, missing }) => [label, citedInLines, missing.length > 0])).toEqual([
      ['1', [7, 9], false],
      ['2', [], true],
    ])
  })

  it('is a table an editor can read', async () => {
    const text = render([await ledger()], 'en')
    expect(text).toContain('| \\* | 3 | c1 | n2 (fda-disclaimer, exact) | 13 |')
    expect(text).toContain('| † | 3 |  | n1 (price) | 11 | †Contiguous US only. |')
    expect(text).toContain('| \\*\\* | 5 |  | leads nowhere |  |  |')
  })
})
