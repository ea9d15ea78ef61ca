import { describe, expect, it } from 'vitest'
import { folder } from '../unit/cli/stub.js'
import { isBuilt, real } from './real.js'

const page = (title: string) =>
  `# Tea\n\nThe leaf was dried.[1]\n\n## References\n\n1. Harrow J. ${title}. Tea Lett. 2014;6:20-29. doi:10.5555/tl.2014.0020\n`
const files = { 'a.md': page('Drying of leaves'), 'b.md': page('Leaves and how to dry them'), 'c.md': page('葉の乾燥について') }

describe.skipIf(!isBuilt)('one DOI under two titles in two files', () => {
  it('is reported in the later of them, whatever the order they are read in; a translated title is none', async () => {
    const root = folder(files)
    const outputs = await Promise.all(
      [
        ['a.md', 'b.md', 'c.md'],
        ['c.md', 'b.md', 'a.md'],
      ].map(async (paths) => (await real(root, [...paths, '--no-config', '--format', 'unix'])).out.trim()),
    )
    expect(outputs[0]).toBe(
      'b.md:7:4: DOI 10.5555/tl.2014.0020 stands under another title in a.md, line 7: "Drying of leaves". [warning/evidence/numbering]',
    )
    expect(outputs[1]).toBe(outputs[0])
  })

  it('goes into the baseline like any other finding', async () => {
    const root = folder(files)
    await real(root, ['baseline', '.', '--no-config'])
    const { out } = await real(root, ['.', '--no-config', '--baseline', 'claimlint-baseline.json', '--format', 'unix'])
    expect(out.trim()).toBe('')
  })
})
