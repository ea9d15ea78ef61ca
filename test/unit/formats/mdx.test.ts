import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { ParsedSource, ReadOptions } from '../../../src/core/block.js'
import { markdownRemark } from '../../../src/formats/markdown/remark.js'
import { sourceOf } from './helpers.js'

const options = (more: Partial<ReadOptions> = {}): ReadOptions => ({ path: 'a.mdx', content: {}, plugins: [], ...more })
const read = async (source: string, more?: Partial<ReadOptions>): Promise<ParsedSource> => markdownRemark.parse(source, options(more))
const outline = ({ blocks }: ParsedSource) => blocks.map(({ role, text }) => `${role}: ${text}`)

describe('MDX through remark-mdx', () => {
  const source = `---
title: Sleep
---

import { Box } from './box'
export const meta = { a: 1 }

# Head <b>bold</b>

{/* claimlint-disable-next-line us-fda/disease-word -- quoting */}
It *treats* {props.what} and {"helps"} gout.

<Box title="Boxed > title" onClick={() => { if (1 > 0) go() }} alt={'plain'}>
  - It cures **all**.

  <Inner/>
</Box>

<p>Line with <a href="#x">link</a></p>

{items.map((item) => <li>{item}</li>)}
`

  it('reads text, elements and attributes; expressions are said to be unread; code is code', async () => {
    const parsed = await read(source)
    expect(outline(parsed)).toEqual([
      'metadata: Sleep',
      "code: import { Box } from './box'\nexport const meta = { a: 1 }",
      'heading: Head bold',
      'prose: It treats  and helps gout.',
      'title-attribute: Boxed > title',
      'alt-text: plain',
      'list-item: It cures all.',
      'prose: Line with link',
    ])
    expect(parsed.comments.map(({ text }) => text.trim())).toEqual([
      expect.stringContaining('claimlint-disable-next-line us-fda/disease-word -- quoting'),
    ])
    expect(parsed.unread.map(({ what, span }) => [what, source.slice(span.start, span.end)])).toEqual([
      ['template-expression', '{props.what}'],
      ['template-expression', '{items.map((item) => <li>{item}</li>)}'],
    ])
    expect(sourceOf(source, parsed.blocks, 'treats')).toBe('treats')
    expect(sourceOf(source, parsed.blocks, 'helps')).toBe('helps')
    expect(sourceOf(source, parsed.blocks, 'cures all')).toBe('cures **all')
  })

  it('reads a text that MDX refuses as plain Markdown, and says so', async () => {
    const parsed = await read('It treats gout.\n\n<Box>\n\nIt cures {all.\n')
    expect(outline(parsed)).toEqual(expect.arrayContaining(['prose: It treats gout.']))
    expect(parsed.unread.map(({ what }) => what)).toContain('structure-not-read')
    expect(parsed.blocks.map(({ text }) => text).join(' ')).toContain('It cures')
  })

  it('takes CRLF and emoji', async () => {
    const text = '😀 It {x} *treats*\r\ngout.\r\n\r\n<Box>\r\n\r\ncures\r\n\r\n</Box>\r\n'
    const parsed = await read(text)
    expect(sourceOf(text, parsed.blocks, 'treats')).toBe('treats')
    expect(sourceOf(text, parsed.blocks, 'cures')).toBe('cures')
  })
})

describe("a site's own remark plug-ins", () => {
  const folder = mkdtempSync(join(tmpdir(), 'claimlint-plugin-'))
  const plugin = (name: string, code: string) => {
    writeFileSync(join(folder, name), code)
    return { file: join(folder, name) }
  }
  const callout = plugin(
    'callout.mjs',
    `export default function () {
  return (tree) => {
    tree.children = tree.children.map((node) => (node.type === 'blockquote' ? { type: 'callout', children: node.children, position: node.position } : node))
    tree.children.push({ type: 'paragraph', children: [{ type: 'text', value: 'Made up: it treats gout.' }] })
    tree.children[0].children.push({ type: 'text', value: ' (added)' })
  }
}`,
  )

  it('are run; what they make up is said to be unread, what they rename is read', async () => {
    const source = 'It treats gout, see www.example.org now.\n\n> It cures all.\n'
    const parsed = await read(source, { path: 'a.md', plugins: [callout] })
    expect(outline(parsed)).toEqual(['prose: It treats gout, see www.example.org now.', 'prose: It cures all.'])
    expect(parsed.unread.map(({ what }) => what)).toEqual(['generated-content', 'generated-content'])
    expect(sourceOf(source, parsed.blocks, 'cures all')).toBe('cures all')
  })

  it.each([
    [plugin('throws.mjs', 'throw new Error("no luck")'), 'cannot be loaded: no luck'],
    [plugin('none.mjs', 'export const a = 1'), 'has no default export'],
    [{ file: join(folder, 'missing.mjs') }, 'cannot be loaded'],
  ])('that cannot be loaded end the run', async (own, reason) => {
    await expect(markdownRemark.check!('x', options({ plugins: [own] }))).rejects.toThrow(reason)
  })
})
