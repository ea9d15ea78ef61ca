import { describe, expect, it } from 'vitest'
import type { Format, ParsedSource } from '../../../src/core/block.js'
import { csv, json, jsonLines, yaml } from '../../../src/formats/data/index.js'

type Content = Record<string, 'text' | 'markdown' | 'html'>

const read = async (format: Format, source: string, content: Content): Promise<ParsedSource> => {
  await format.check!(source, { path: 'x', plugins: [], content })
  return format.parse(source, { path: 'x', plugins: [], content })
}

/** Place, words and source of each block. */
const outline = ({ blocks }: ParsedSource, source: string) =>
  blocks.map(({ locus, text, map }) => {
    const { start, end } = map.toSource({ from: 0, to: text.length })
    return [locus?.kind === 'field' && locus.path, text, source.slice(start, end)]
  })

/** What a word of the text is in the source. */
const sourceOf = ({ blocks }: ParsedSource, source: string, word: string) => {
  const block = blocks.find(({ text }) => text.includes(word))!
  const from = block.text.indexOf(word)
  const { start, end } = block.map.toSource({ from, to: from + word.length })
  return source.slice(start, end)
}

describe('JSON', () => {
  it('reads the fields that are named, each letter at its place', async () => {
    const source = String.raw`{"products": [{"title": "A", "price": 3, "description": "<p>It \"treats\" gout &amp; \u7cd6\u5c3f\u75c5.<\/p>\r\n<p>More \ud83d\ude00 x</p>"}, {"title": null, "description": ""}]}`
    const parsed = await read(json, source, { 'products[].title': 'text', 'products[].description': 'html' })
    expect(outline(parsed, source)).toEqual([
      ['products[0].title', 'A', 'A'],
      ['products[0].description', 'It "treats" gout & 糖尿病.', String.raw`It \"treats\" gout &amp; \u7cd6\u5c3f\u75c5.`],
      ['products[0].description', 'More 😀 x', String.raw`More \ud83d\ude00 x`],
    ])
    expect(sourceOf(parsed, source, 'gout')).toBe('gout')
    expect(sourceOf(parsed, source, 'treats" g')).toBe(String.raw`treats\" g`)
    expect(sourceOf(parsed, source, '糖尿病')).toBe(String.raw`\u7cd6\u5c3f\u75c5`)
    expect(sourceOf(parsed, source, '& ')).toBe('&amp; ')
  })

  it('reads Markdown and text in fields: structure from escaped line ends', async () => {
    const source = String.raw`[{"md": "# Head\n\n- It **treats** gout\n- two\\* x", "txt": "One\r\n\r\nTwo\twords"}]`
    const parsed = await read(json, source, { '[].md': 'markdown', '[].txt': 'text' })
    expect(parsed.blocks.map(({ role, text }) => [role, text])).toEqual([
      ['heading', 'Head'],
      ['list-item', 'It treats gout'],
      ['list-item', 'two* x'],
      ['heading', 'One'],
      ['prose', 'Two\twords'],
    ])
    expect(sourceOf(parsed, source, 'two* x')).toBe(String.raw`two\\* x`)
    expect(sourceOf(parsed, source, 'It treats gout')).toBe('It **treats** gout')
  })

  it('a record is an article of its own', async () => {
    const source = '{"a": [{"t": "x", "u": ["p", "q"]}, {"t": "y", "u": []}], "b": [{"t": "z"}]}'
    const { blocks } = await read(json, source, { 'a[].t': 'text', 'a[].u[]': 'text', 'b[].t': 'text' })
    expect(blocks.map(({ text, articleElement }) => [text, articleElement])).toEqual([
      ['x', 0],
      ['p', 0],
      ['q', 0],
      ['y', 1],
      ['z', 2],
    ])
  })

  it('knows any key, one item, and keys with dots', async () => {
    const source = '{"pages": {"home": {"t": "one"}, "faq": {"t": "two"}}, "a.b": ["three", "four"]}'
    const { blocks } = await read(json, source, { 'pages.*.t': 'text', '["a.b"][1]': 'text' })
    expect(blocks.map(({ text }) => text)).toEqual(['one', 'two', 'four'])
  })

  it('says where a selector leads to something other than text', async () => {
    const source = '{"a": {"b": {"c": "x"}, "d": "y"}}'
    const parsed = await read(json, source, { 'a.b': 'text', 'a.d': 'text' })
    expect(parsed.unread.map(({ what }) => what)).toEqual(['field-without-text'])
  })

  it('reads JSON Lines, a record a line', async () => {
    const source = '{"t": "one"}\n\n{"t": "two"}\r\n'
    const parsed = await read(jsonLines, source, { '[].t': 'text' })
    expect(outline(parsed, source)).toEqual([
      ['[0].t', 'one', 'one'],
      ['[1].t', 'two', 'two'],
    ])
  })

  it.each([
    ['{"a": [1,]}', 'it is no JSON: found ]', 'at line 1, column 10, expected a value'],
    ['{\n"a": "x"\n', 'found the end', 'at line 3, column 1, expected "," or "}"'],
    ['{\n"a": "x" "b"}', 'found "b"', 'at line 2, column 10, expected "," or "}"'],
    ['[1, 02]', 'found 02', 'line 1, column 5'],
    ['{"a": "x\\q"}', 'found "x', 'line 1, column 7'],
    ['{"a": "x}', 'found "', 'line 1, column 7'],
    ['{a: 1}', 'found a', 'expected a key'],
    ['{} {}', 'found {', 'expected the end'],
    ['', 'it is empty', 'JSON'],
    ['{"products": [{"descripton": "x"}]}', 'nothing stands at "products[].description"', 'Did you mean "products[].descripton"'],
    ['{"products": "x"}', 'nothing stands at "products[].description"', 'it has products'],
  ])('refuses %s', async (source, found, expected) => {
    const check = json.check!(source, { path: 'x', plugins: [], content: { 'products[].description': 'html' } })
    await expect(check).rejects.toThrow(found)
    await expect(json.check!(source, { path: 'x', plugins: [], content: { 'products[].description': 'html' } })).rejects.toThrow(expected)
  })

  it('does not take an empty list, or a field that may be missing, for a misspelling', async () => {
    expect((await read(json, '{"products": []}', { 'products[].description': 'html' })).blocks).toEqual([])
    expect((await read(json, '{"products": [{"a": "x"}]}', { 'products[].a': 'text', 'products[].b?': 'html' })).blocks).toHaveLength(1)
  })

  it('never reads past a broken source', async () => {
    const { blocks, unread } = await json.parse('{', { path: 'x', plugins: [], content: { a: 'text' } })
    expect([blocks, unread.map(({ what }) => what)]).toEqual([[], ['structure-not-read']])
  })
})

describe('YAML', () => {
  it('reads every kind of scalar at its place', async () => {
    const source = [
      'plain: It treats',
      '  gout',
      "single: 'It''s',",
      'double: "a \\u75db\\',
      '  \\x20b',
      '',
      '  c"',
      'literal: |',
      '  # Head',
      '',
      '  Relieves',
      '    pain',
      'folded: >-',
      '  one',
      '  two',
      '',
      '  three',
      '',
    ]
      .join('\n')
      .replace("'It''s',", "'It''s'")
    const fields = { plain: 'text', single: 'text', double: 'text', literal: 'markdown', folded: 'text' } as const
    const parsed = await read(yaml, source, fields)
    expect(outline(parsed, source)).toEqual([
      ['plain', 'It treats gout', 'It treats\n  gout'],
      ['single', "It's", "It''s"],
      ['double', 'a 痛 b\nc', 'a \\u75db\\\n  \\x20b\n\n  c'],
      ['literal', 'Head', 'Head'],
      ['literal', 'Relieves\npain', 'Relieves\n    pain'],
      ['folded', 'one two', 'one\n  two'],
      ['folded', 'three', 'three'],
    ])
    expect(sourceOf(parsed, source, 'treats gout')).toBe('treats\n  gout')
  })

  it('reads what an alias stands for, and documents as records', async () => {
    const source = 'a: &x It treats gout\nb: *x\n---\nb: two\n'
    const parsed = await read(yaml, source, { '[].b': 'text' })
    expect(outline(parsed, source)).toEqual([
      ['[0].b', 'It treats gout', 'It treats gout'],
      ['[1].b', 'two', 'two'],
    ])
  })

  it.each(['a: "x', 'a: [x', 'a:\n\t- x'])('refuses %j and names the line', async (source) => {
    await expect(yaml.check!(source, { path: 'x', plugins: [], content: { a: 'text' } })).rejects.toThrow(/it is no YAML: .* at line \d/)
  })
})

describe('CSV', () => {
  it('reads columns by name, quotes, line ends and all', async () => {
    const source = 'sku,description\r\n1,"It ""treats"" gout,\r\nsurely"\r\n2,Supports memory\r\n'
    const parsed = await read(csv, source, { '[].description': 'text' })
    expect(outline(parsed, source)).toEqual([
      ['description, row 2', 'It "treats" gout,\nsurely', 'It ""treats"" gout,\r\nsurely'],
      ['description, row 3', 'Supports memory', 'Supports memory'],
    ])
    expect(sourceOf(parsed, source, 'treats" g')).toBe('treats"" g')
    expect(parsed.blocks.map(({ articleElement }) => articleElement)).toEqual([0, 1])
  })

  it.each(['a;b\n1;x y\n', 'a\tb\n1\tx y\n', '"a,b";b\n1;"x y"\n'])('finds the delimiter of %j', async (source) => {
    const { blocks } = await read(csv, source, { '[].b': 'text' })
    expect(blocks.map(({ text }) => text)).toEqual(['x y'])
  })

  it.each([
    ['a,b\n1\n', 'line 2 has 1 cells, its first row names 2 columns'],
    ['a,b\n1,"x\n', 'line 2: a quote opens and does not close'],
    ['a,b\n1,"x"y\n', 'line 2: text stands behind a closing quote'],
    ['a,a\n1,2\n', 'names the column "a" twice'],
    ['', 'it is empty'],
  ])('refuses %j', async (source, reason) => {
    await expect(csv.check!(source, { path: 'x', plugins: [], content: { '[].b': 'text' } })).rejects.toThrow(reason)
  })
})
