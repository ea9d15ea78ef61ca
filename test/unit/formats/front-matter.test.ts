import { describe, expect, it } from 'vitest'
import { markdown } from '../../../src/formats/markdown/index.js'
import { outline, parse, sourceOf } from './helpers.js'

const YAML = `---
title: "Treats \\"insomnia\\" \\u2014 fast"
description: 'It''s a cure'
summary: >-
  Folded text
  goes on
excerpt: plain text
  over lines
tags: [sleep, "pain & relief"]
keywords:
  - one
  - two
seo:
  title: Nested cure
date: 2020-01-01
author: treats nobody
---

Text`

const TOML = `+++
title = "Treats \\"insomnia\\" \\u2014 fast"
description = 'plain cure'
tagline = "Tagline cure"
line = "no surface"
summary = """
Long
text"""
tags = ["sleep", 'pain'] # comment
date = 2020-01-01T00:00:00Z
[seo]
title = "Nested cure"
[params]
nested = { description = "Inline cure", n = 1 }
+++

Text`

describe('front matter', () => {
  it('of YAML gives its claim surfaces', async () => {
    expect(await outline(markdown, YAML)).toEqual([
      'front-matter:title: Treats "insomnia" — fast',
      "front-matter:description: It's a cure",
      'front-matter:summary: Folded text\ngoes on',
      'front-matter:excerpt: plain text\nover lines',
      'front-matter:tags: sleep',
      'front-matter:tags: pain & relief',
      'front-matter:keywords: one',
      'front-matter:keywords: two',
      'front-matter:seo.title: Nested cure',
      'prose: Text',
    ])
  })

  it('of TOML gives its claim surfaces', async () => {
    expect(await outline(markdown, TOML)).toEqual([
      'front-matter:title: Treats "insomnia" — fast',
      'front-matter:description: plain cure',
      'front-matter:tagline: Tagline cure',
      'front-matter:summary: Long\ntext',
      'front-matter:tags: sleep',
      'front-matter:tags: pain',
      'front-matter:seo.title: Nested cure',
      'front-matter:params.nested.description: Inline cure',
      'prose: Text',
    ])
  })

  it.each(['\n', '\r\n'])('keeps places with line ends %j', async (newline) => {
    const source = `\uFEFF${YAML.replaceAll('\n', newline)}`
    const { blocks, frontMatter } = await parse(markdown, source)
    expect(sourceOf(source, blocks, '"insomnia"')).toBe('\\"insomnia\\"')
    expect(sourceOf(source, blocks, "It's")).toBe("It''s")
    expect(sourceOf(source, blocks, 'text\ngoes')).toBe(`text${newline}  goes`)
    expect(sourceOf(source, blocks, 'Nested cure')).toBe('Nested cure')
    expect(sourceOf(source, blocks, 'Text')).toBe('Text')
    expect(source.slice(frontMatter!.span.start, frontMatter!.span.end).replaceAll('\r', '')).toBe(frontMatter!.text)
    expect(blocks.every(({ map }) => !map.approximate)).toBe(true)
  })

  it('reads small print as text of the page', async () => {
    const { blocks } = await parse(
      markdown,
      '---\nfootnote: "* Not evaluated by anyone."\nlegal_note: See below.\nlegal: x-12\n---\n\nText',
    )
    expect(blocks.map(({ role, text }) => `${role}: ${text}`)).toEqual([
      'prose: * Not evaluated by anyone.',
      'prose: See below.',
      'prose: Text',
    ])
  })

  it.each([
    ['that does not parse', '---\ntitle: [Treats\n---\n\nText'],
    ['that is no mapping', '---\njust words\n---\n\nText'],
    ['not at the start', '\n---\ntitle: Treats\n---\n\nText'],
    ['without an end', '---\ntitle: Treats\n\nText'],
    ['of TOML that does not parse', '+++\ntitle Treats\n+++\n\nText'],
  ])('%s stays text', async (_, source) => {
    const { blocks, frontMatter } = await parse(markdown, source)
    expect(frontMatter).toBeUndefined()
    expect(blocks.map(({ role }) => role)).not.toContain('metadata')
    expect(blocks.map(({ text }) => text).join(' ')).toMatch(/Treats|just words/)
  })
})
