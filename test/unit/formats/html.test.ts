import { describe, expect, it } from 'vitest'
import { html } from '../../../src/formats/html/index.js'
import { cpuTimeOf } from './cpu-time.js'
import { outline, parse, sourceOf } from './helpers.js'

const read = (source: string) => parse(html, source)

const PAGE = `<!doctype html>
<html lang="en"><head>
<title>Treats &amp; cures</title>
<meta name="description" content="Cures insomnia &amp; more">
<meta property="og:image" content="https://a.example/x.png">
<meta property="og:description" content='Stops pain'>
<script>var a = "treats cancer"</script>
<style>b { color: red }</style>
<script type="application/ld+json">{"@type":"Product","name":"Calm\\u00e9","review":[{"reviewBody":"It \\"cured\\" me"}],"url":"https://a.example"}</script>
</head><body>
<header>Shop</header>
<article id="one"><h1>Magnesium</h1>
<p>It treats in<b>som</b>nia<sup>*</sup> and in&shy;fection.</p>
<ul><li>First<li>Second <p>more</p></ul>
<ol start="3"><li>Three</li><li value="9">Nine</li></ol>
<table><caption>Doses</caption><tr><th>a<th colspan=2>b<tr><td rowspan=2>c<td>d<td>e<tr><td>f</table>
<blockquote><p>Quoted</p></blockquote>
<figure><img src="x" alt="Treats pain"><figcaption>Caption</figcaption></figure>
<img src="y"><button aria-label="Buy the cure">Buy</button><input type="submit" value="Order">
</article>
<article lang="JA"><p>不眠<br>症 <ruby>治<rt>なお</rt></ruby>す</p></article>
<p hidden>Hidden</p><div style="display: none"><p>Also</p></div>
<noscript>no script</noscript><template><p>template</p></template>
<footer id="notes"><a href="#one">Up</a> <a name="n1"></a>Note</footer>
</body></html>`

describe('a page', () => {
  it('is read as its reader sees it', async () => {
    expect(await outline(html, PAGE)).toEqual([
      'title: Treats & cures',
      'description: Cures insomnia & more',
      'og:description: Stops pain',
      'json-ld:name: Calmé',
      'json-ld:reviewBody: It "cured" me',
      'prose: Shop',
      'heading: Magnesium',
      'prose: It treats insomnia* and infection.',
      'list-item: First',
      'list-item: Second',
      'list-item: more',
      'list-item: Three',
      'list-item: Nine',
      'caption: Doses',
      'table-cell: a',
      'table-cell: b',
      'table-cell: c',
      'table-cell: d',
      'table-cell: e',
      'table-cell: f',
      'quote: Quoted',
      'alt-text: Treats pain',
      'caption: Caption',
      'aria-label: Buy the cure',
      'button: Buy',
      'button: Order',
      'prose: 不眠\n症 治す',
      'hidden prose: Hidden',
      'hidden prose: Also',
      'prose: Up Note',
    ])
  })

  it.each([
    ['insomnia*', 'in<b>som</b>nia<sup>*'],
    ['infection', 'in&shy;fection'],
    ['不眠\n症 治す', '不眠<br>症 <ruby>治<rt>なお</rt></ruby>す'],
    ['Treats & cures', 'Treats &amp; cures'],
    ['Cures insomnia & more', 'Cures insomnia &amp; more'],
    ['Stops pain', 'Stops pain'],
    ['Treats pain', 'Treats pain'],
    ['Calmé', 'Calm\\u00e9'],
    ['"cured"', '\\"cured\\"'],
    ['Order', 'Order'],
  ])('keeps the place of %j', async (word, slice) => {
    const { blocks } = await read(PAGE)
    expect(sourceOf(PAGE, blocks, word)).toBe(slice)
    const crlf = PAGE.replaceAll('\n', '\r\n')
    expect(sourceOf(crlf, (await read(crlf)).blocks, word)).toBe(slice)
  })

  it('knows articles, landmarks, languages and anchors', async () => {
    const { blocks } = await read(PAGE)
    const of = (text: string) => blocks.find((block) => block.text === text)!
    expect(of('Magnesium')).toMatchObject({ articleElement: 0, lang: 'en', depth: 1 })
    expect(of('不眠\n症 治す')).toMatchObject({ articleElement: 1, lang: 'ja' })
    expect(of('Shop')).toMatchObject({ landmark: 'header' })
    expect(of('Up Note')).toMatchObject({ landmark: 'footer' })
    expect(of('Up Note').marks.map((mark) => [mark.kind, mark.at.from])).toEqual([
      ['anchor', 0],
      ['link', 0],
      ['anchor', 3],
    ])
    expect(of('Shop').articleElement).toBeUndefined()
  })

  it('counts cells through spans', async () => {
    const { blocks } = await read(PAGE)
    expect(blocks.flatMap(({ text, cell }) => (cell ? [[text, cell.row, cell.column, cell.header]] : []))).toEqual([
      ['a', 0, 0, true],
      ['b', 0, 1, true],
      ['c', 1, 0, false],
      ['d', 1, 1, false],
      ['e', 1, 2, false],
      ['f', 2, 1, false],
    ])
  })

  it('numbers items', async () => {
    const { blocks } = await read(PAGE)
    expect(blocks.flatMap(({ bullet }) => (bullet ? [[bullet.text, bullet.ordinal, bullet.list]] : []))).toEqual([
      ['•', undefined, 0],
      ['•', undefined, 0],
      ['3.', 3, 1],
      ['9.', 9, 1],
    ])
  })

  it('counts pictures without words', async () => {
    const { unread } = await read(PAGE)
    expect(unread.map(({ what, span }) => [what, PAGE.slice(span.start, span.end)])).toEqual([['image-without-text', '<img src="y">']])
  })
})

describe('templates', () => {
  it.each([
    [
      'Liquid before the doctype',
      '{% layout "x" %}\n<!doctype html><title>Cures</title><p>Treats pain',
      ['title: Cures', 'prose: Treats pain'],
    ],
    ['PHP before the doctype', '<?php $a = "<p>x</p>"; ?>\n<!doctype html><title>Cures</title>', ['title: Cures']],
    ['expressions in text', '<p>Hello {{ user.name }}, it treats <%= x %>pain</p>', ['prose: Hello , it treats pain']],
    ['quotes in attributes', '<img alt="{{ "a" | t }}Treats pain" class={{ "x>y" }}><p>Text', ['alt-text: Treats pain', 'prose: Text']],
    ['JSX attributes', '<Card on={() => a > b} title={"Treats pain"}>Text</Card>', ['title-attribute: Treats pain', 'prose: Text']],
    ['silent blocks', '<p>a</p>{% comment %}<p>Treats pain</p>{% endcomment %}<p>b</p>', ['prose: a', 'prose: b']],
    ['PHP to the end of the file', '<p>a</p><?php echo "<p>b</p>"', ['prose: a']],
    ['stray braces', '<p>a {{ b { c</p><p>d</p>', ['prose: a {{ b { c', 'prose: d']],
  ])('%s', async (_, source, expected) => {
    expect(await outline(html, source)).toEqual(expected)
  })

  it('are unread only where they stand in text', async () => {
    const source = '<a href="{{ url }}">x {{ y }}</a>'
    const { unread, blocks } = await read(source)
    expect(unread.map(({ what, span }) => [what, source.slice(span.start, span.end)])).toEqual([['template-expression', '{{ y }}']])
    expect(blocks[0]!.marks).toMatchObject([{ kind: 'link', href: '' }, { kind: 'output' }])
  })

  it('front matter before a page is metadata', async () => {
    expect(await outline(html, '---\ntitle: Cures pain\nlayout: x\n---\n<p>Text</p>')).toEqual([
      'front-matter:title: Cures pain',
      'prose: Text',
    ])
  })
})

describe('tag soup', () => {
  it.each([
    ['unclosed tags', '<p>in<b>som<i>nia</b> x</p>', 'insomnia', 'in<b>som<i>nia'],
    ['text fostered out of a table', '<table>Treats <b>pain</b><tr><td>x</table>', 'pain', 'pain'],
    ['entities without a semicolon', 'a &amp b &copy c', 'a & b © c', 'a &amp b &copy c'],
    ['a bare ampersand', 'a & b &foo; c', '& b &foo;', '& b &foo;'],
    ['a comment inside a word', 'in<!-- x -->somnia', 'insomnia', 'in<!-- x -->somnia'],
    ['letters outside the BMP', '<p>𠮷&#x20BB7;😀不眠症</p>', '𠮷😀不眠症', '&#x20BB7;😀不眠症'],
  ])('%s', async (_, source, word, slice) => {
    const { blocks } = await read(source)
    expect(sourceOf(source, blocks, word)).toBe(slice)
  })

  it('text that cannot be aligned is reported whole', async () => {
    const source = '<p>a\u0000b</p><p>fine</p>'
    const { blocks, unread } = await read(source)
    expect(unread.map(({ what }) => what)).toEqual(['markup-not-aligned'])
    expect(blocks.map(({ map }) => map.approximate)).toEqual([true, false])
  })

  it.each([
    ['nested elements', '<div>'.repeat(20_000)],
    ['formatting', '<b><p>'.repeat(2_000)],
    ['open brackets', '<'.repeat(100_000)],
    ['comments', '<!--'.repeat(20_000)],
    ['ampersands', '&'.repeat(100_000)],
    ['template openers', '<p>{{{%<%<?'.repeat(10_000)],
    ['attributes', `<p ${'a="b" '.repeat(20_000)}>x`],
    ['spaces', `<p>a${' '.repeat(300_000)}b`],
  ])('%s take no long time', { timeout: 20_000 }, async (_, source) => {
    expect(await cpuTimeOf(() => read(`${source}Treats pain`))).toBeLessThan(10_000)
  })

  it('deep nesting is still read', async () => {
    const { blocks, unread } = await read(`${'<div>'.repeat(5_000)}Treats <b>pa</b>in`)
    expect(unread[0]!.what).toBe('structure-not-read')
    expect(blocks.map(({ text }) => text)).toEqual(['Treats pain'])
  })
})
