import { describe, expect, it } from 'vitest'
import { markdown } from '../../../src/formats/markdown/index.js'
import { cpuTimeOf } from './cpu-time.js'
import { outline, parse, sourceOf } from './helpers.js'

const read = (source: string) => parse(markdown, source)

describe('words keep their place', () => {
  it.each([
    ['bold inside', 'It treats in**som**nia.', 'insomnia', 'in**som**nia'],
    ['a line break', 'It treats\ninsomnia', 'treats\ninsomnia', 'treats\ninsomnia'],
    ['a line break with CRLF', 'It treats\r\ninsomnia', 'treats\ninsomnia', 'treats\r\ninsomnia'],
    ['a quote prefix', '> It treats\n> insomnia', 'treats\ninsomnia', 'treats\n> insomnia'],
    ['a hard break', 'It treats\\\ninsomnia', 'treats\ninsomnia', 'treats\\\ninsomnia'],
    ['an entity', 'in&#115;omnia', 'insomnia', 'in&#115;omnia'],
    ['an entity before', 'A &amp; B treats insomnia', 'insomnia', 'insomnia'],
    ['a soft hyphen entity', 'in&shy;somnia', 'insomnia', 'in&shy;somnia'],
    ['a soft hyphen', 'in\u00ADsomnia', 'insomnia', 'in\u00ADsomnia'],
    ['a zero-width space', '不眠\u200B症を治療', '不眠症', '不眠\u200B症'],
    ['a no-break space', 'treats\u00A0insomnia', 'treats insomnia', 'treats\u00A0insomnia'],
    ['a flag before', '🇯🇵 不眠症を治療します', '不眠症', '不眠症'],
    ['letters outside the BMP', '𠮷野家の𠮷は不眠症を', '𠮷は不眠症', '𠮷は不眠症'],
    ['a byte order mark', '\uFEFFIt treats insomnia', 'treats', 'treats'],
    ['a tag', 'in<b>som</b>nia', 'insomnia', 'in<b>som</b>nia'],
    ['a comment', 'in<!-- x -->somnia', 'insomnia', 'in<!-- x -->somnia'],
    ['a reading', '<ruby>不眠<rt>ふみん</rt></ruby>症', '不眠症', '不眠<rt>ふみん</rt></ruby>症'],
    ['an escaped pipe', '| a \\| b |\n|---|', 'a | b', 'a \\| b'],
    ['inline code', 'take `in`somnia', 'insomnia', 'in`somnia'],
  ])('across %s', async (_, source, word, slice) => {
    const { blocks } = await read(source)
    expect(sourceOf(source, blocks, word)).toBe(slice)
  })

  it('knows where text is its own source', async () => {
    const { blocks } = await read('It treats in**som**nia')
    expect(blocks[0]!.map.isOneRun({ from: 3, to: 9 })).toBe(true)
    expect(blocks[0]!.map.isOneRun({ from: 10, to: 18 })).toBe(false)
  })
})

describe('asterisks that Markdown swallowed', () => {
  const delimiters = async (source: string) => {
    const { blocks } = await read(source)
    return blocks.flatMap(({ marks }) =>
      marks.flatMap((mark) =>
        mark.kind === 'delimiter' ? [{ at: mark.at.from, as: mark.as, written: source.slice(mark.span.start, mark.span.end) }] : [],
      ),
    )
  }

  it('as emphasis in Japanese', async () => {
    const source = 'サポートします。*さらに維持します。*'
    expect((await read(source)).blocks[0]!.text).toBe('サポートします。さらに維持します。')
    expect(await delimiters(source)).toEqual([
      { at: 8, as: 'emphasis', written: '*' },
      { at: 17, as: 'emphasis', written: '*' },
    ])
  })

  it('as the bullet of a note', async () => {
    expect(await outline(markdown, '* These statements have not been evaluated.')).toEqual([
      'list-item: These statements have not been evaluated.',
    ])
    expect(await delimiters('* These statements have not been evaluated.')).toEqual([{ at: 0, as: 'bullet', written: '*' }])
  })

  it.each(['Supports memory\\*', 'Supports memory&ast;', 'Supports memory*', 'Supports memory &#42;'])('but not in %j', async (source) => {
    expect((await read(source)).blocks[0]!.text).toMatch(/\*$/)
    expect(await delimiters(source)).toEqual([])
  })

  it('with CRLF, at the exact place', async () => {
    expect(await delimiters('One\r\ntwo *three*')).toEqual([
      { at: 8, as: 'emphasis', written: '*' },
      { at: 13, as: 'emphasis', written: '*' },
    ])
  })
})

describe('roles', () => {
  it('of every construct', async () => {
    const source = [
      '# Title',
      'Text',
      '- item\n\n  more\n  - inner',
      '> quoted\n>\n> - in a quote',
      '| a | b |\n|---|---|\n| c |  |',
      '![alt](i.png "title")',
      '```\ncode\n```',
      'call[^1]\n\n[^1]: note\n\n    more',
    ].join('\n\n')
    expect(await outline(markdown, source)).toEqual([
      'heading: Title',
      'prose: Text',
      'list-item: item',
      'list-item: more',
      'list-item: inner',
      'quote: quoted',
      'list-item: in a quote',
      'table-cell: a',
      'table-cell: b',
      'table-cell: c',
      'alt-text: alt',
      'title-attribute: title',
      'code: code',
      'prose: call',
      'footnote: note',
      'footnote: more',
    ])
  })

  it('with bullets, depth and list', async () => {
    const { blocks } = await read('3. three\n4. four\n   - inner\n\ntext\n\n- other')
    expect(blocks.map(({ bullet, depth }) => [bullet?.text, bullet?.ordinal, bullet?.list, depth])).toEqual([
      ['3.', 3, 0, 1],
      ['4.', 4, 0, 1],
      ['-', undefined, 1, 2],
      [undefined, undefined, undefined, undefined],
      ['-', undefined, 2, 1],
    ])
  })

  it('with cells counted past empty ones', async () => {
    const { blocks } = await read('| a | b |\n|---|---|\n|   | d |')
    expect(blocks.map(({ text, cell }) => [text, cell!.row, cell!.column, cell!.header])).toEqual([
      ['a', 0, 0, true],
      ['b', 0, 1, true],
      ['d', 1, 1, false],
    ])
  })

  it('with labels of notes and calls that show nothing', async () => {
    const { blocks } = await read('Supports memory.[^n]\n\n[^n]: Smith 2020.')
    expect(blocks[0]!.text).toBe('Supports memory.')
    expect(blocks[0]!.marks).toMatchObject([{ kind: 'footnote-call', label: 'n', at: { from: 16, to: 16 } }])
    expect(blocks[1]).toMatchObject({ role: 'footnote', label: 'n' })
    expect((await read('dangling[^n]')).blocks[0]!.text).toBe('dangling[^n]')
  })

  it('of links, resolved', async () => {
    const { blocks } = await read('[a][r] [b] <https://x.example> y@z.example\n\n[R]: /r "t"')
    expect(blocks[0]!.text).toBe('a [b] https://x.example y@z.example')
    expect(blocks[0]!.marks.map((mark) => (mark.kind === 'link' ? mark.href : mark.kind))).toEqual([
      '/r',
      'https://x.example',
      'mailto:y@z.example',
    ])
  })
})

describe('what is not text', () => {
  it('images without words, media and templates are counted', async () => {
    const { unread } = await read('![](a.png) <video src="x"></video> {{ product.claim }}')
    expect(unread.map(({ what }) => what)).toEqual(['image-without-text', 'embedded-media', 'template-expression'])
  })

  it('comments are kept, MDX ones too', async () => {
    const source = '<!-- claimlint-disable -->\n\na <!-- b -->\n\n{/* c */}\n\nd {/* e > f */}\n\n> <!-- g -->'
    const { comments, blocks } = await read(source)
    expect(comments.map(({ text }) => text.trim())).toEqual(['claimlint-disable', 'b', 'c', 'e > f', 'g'])
    expect(comments.map(({ span }) => source.slice(span.start, span.end))).toEqual([
      '<!-- claimlint-disable -->',
      '<!-- b -->',
      '{/* c */}',
      '{/* e > f */}',
      '<!-- g -->',
    ])
    expect(blocks.map(({ text }) => text)).toEqual(['a', 'd'])
  })

  it('MDX imports are code', async () => {
    expect(await outline(markdown, "import X from 'x'\n\nimport duties rose\n\nexport const a = 1")).toEqual([
      "code: import X from 'x'",
      'prose: import duties rose',
      'code: export const a = 1',
    ])
  })

  it('HTML is read with its own places', async () => {
    const source = 'Text\r\n\r\n<div title="cures &amp; treats">in&shy;<b>som</b>nia</div>\r\n'
    const { blocks } = await read(source)
    expect(blocks.map(({ role, text }) => [role, text])).toEqual([
      ['prose', 'Text'],
      ['title-attribute', 'cures & treats'],
      ['prose', 'insomnia'],
    ])
    expect(sourceOf(source, blocks, 'insomnia')).toBe('in&shy;<b>som</b>nia')
    expect(sourceOf(source, blocks, 'cures & treats')).toBe('cures &amp; treats')
  })
})

describe('hostile input', () => {
  it.each([
    ['links without end', '[a]('.repeat(40_000)],
    ['footnote calls', '[^1]'.repeat(40_000)],
    ['nested quotes', `${'> '.repeat(5_000)}deep`],
    ['nested lists', `${'- '.repeat(5_000)}deep`],
    ['one long line', 'treats insomnia '.repeat(70_000)],
  ])('%s is read as plain text, and said so', async (_, source) => {
    const { blocks, unread } = await read(`before\n\n${source}\n\nafter *that*`)
    expect(unread.map(({ what }) => what)).toContain('structure-not-read')
    expect(blocks[0]!.text).toBe('before')
    expect(blocks.at(-1)!.text).toBe('after that')
    const words = source.trim().slice(-6)
    expect(blocks.some(({ text }) => text.includes(words))).toBe(true)
  })

  it.each([
    ['asterisks', '*'.repeat(100_000)],
    ['asterisks and letters', '*a '.repeat(60_000)],
    ['underscores and asterisks', '*a_b '.repeat(40_000)],
    ['backticks', Array.from({ length: 600 }, (_, i) => '`'.repeat(i)).join(' ')],
    ['brackets', '['.repeat(100_000)],
    ['tags', '<b>'.repeat(60_000)],
    ['entities', '&amp;'.repeat(40_000)],
    ['comments', '<!--'.repeat(40_000)],
    ['template braces', '{{'.repeat(100_000)],
    ['pipes', `${'|a'.repeat(20_000)}|\n${'|-'.repeat(20_000)}|`],
    ['spaces', `a${' '.repeat(200_000)}b`],
  ])('%s take no long time', async (_, source) => {
    expect(await cpuTimeOf(() => read(source))).toBeLessThan(5_000)
  })
})
