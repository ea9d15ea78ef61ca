import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Format, ParsedSource } from '../../../src/core/block.js'
import type { Span } from '../../../src/core/span.js'
import { html } from '../../../src/formats/html/index.js'
import { markdown } from '../../../src/formats/markdown/index.js'
import { markdownRemark } from '../../../src/formats/markdown/remark.js'
import { text } from '../../../src/formats/text/index.js'

const PARTS =
  '😀|𠮷|🇯🇵|👨‍👩‍👧|e\u0301|\r\n|\n|\r|\n\n|\uFEFF|&amp;|&shy;|&nbsp;|&#128512;|&copy|&notin;|\u00AD|\u200B|\u200D|\u00A0|\0|\\*|\\|*|**|_|~~|`|```|# |- |* |1. |> |    |[a](b)|[x]|[^1]|[^1]: |[x]: /y|![alt](i)|![|](|<b>|</b>|<br>|<p>|</p>|<table><tr><td>|</table>|<li>|<ruby>|<rt>|<!--|-->|<img alt="a &amp; b">|<title>|<script>|</script>|{{|}}|{%|%}|{/*|*/}|<?php|?>|={|---\n|+++\n|title: "a\\u0041"\n|title = "x"\n|| a | b |\n|---|---|\n|・|●|①|※|†|注|不眠症|を治療|。|treats| |insomnia|\t|　|<script type="application/ld+json">{"name":"a\\"b"}</script>|<meta name="description" content="x&amp;y">'.split(
    '|',
  )
const page = fc.oneof(
  fc.array(fc.constantFrom(...PARTS), { maxLength: 40 }).map((parts) => parts.join('')),
  fc
    .array(fc.oneof(fc.constantFrom(...PARTS), fc.string({ unit: 'grapheme', maxLength: 5 })), { maxLength: 25 })
    .map((parts) => parts.join('')),
)

function splitsCodePoint(source: string, at: number): boolean {
  const before = source.charCodeAt(at - 1)
  const after = source.charCodeAt(at)
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff
}

function checkSpan(source: string, { start, end }: Span): void {
  expect(start).toBeGreaterThanOrEqual(0)
  expect(end).toBeGreaterThanOrEqual(start)
  expect(end).toBeLessThanOrEqual(source.length)
  expect(splitsCodePoint(source, start) || splitsCodePoint(source, end)).toBe(false)
}

function check(source: string, { blocks, unread, comments, frontMatter }: ParsedSource): void {
  let before = 0
  for (const block of blocks) {
    const { text: visible, map, marks, span, bullet } = block
    checkSpan(source, span)
    if (bullet) checkSpan(source, bullet.span)
    expect(span.start).toBeGreaterThanOrEqual(before)
    before = span.start
    expect(visible).not.toMatch(/\r|^\s*$/)
    for (let at = 0; at < visible.length; at++) {
      if (splitsCodePoint(visible, at) || splitsCodePoint(visible, at + 1)) continue
      const letter = map.toSource({ from: at, to: at + 1 })
      checkSpan(source, letter)
      if (map.isOneRun({ from: at, to: at + 1 })) expect(source.slice(letter.start, letter.end)).toBe(visible[at])
    }
    if (map.isOneRun({ from: 0, to: visible.length })) {
      const { start, end } = map.toSource({ from: 0, to: visible.length })
      expect(source.slice(start, end)).toBe(visible)
    }
    for (const mark of marks) {
      checkSpan(source, mark.span)
      expect(mark.at.from >= 0 && mark.at.from <= mark.at.to && mark.at.to <= visible.length).toBe(true)
      if (mark.kind === 'delimiter') expect(source.slice(mark.span.start, mark.span.end)).toBe(mark.symbol)
    }
  }
  for (const { span } of [...unread, ...comments]) checkSpan(source, span)
  if (frontMatter) checkSpan(source, frontMatter.span)
}

const FORMATS: readonly [string, Format][] = [
  ['markdown', markdown],
  ['markdown through remark', markdownRemark],
  ['html', html],
  ['text', text],
]

describe.each(FORMATS)('%s', (_, format) => {
  it('reads any input, and every place lies in the source on whole letters', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(page, async (source) => check(source, await format.parse(source))),
      { numRuns: 1_000, seed: 42 },
    )
  })

  it('reads the same input the same way', async () => {
    await fc.assert(
      fc.asyncProperty(page, async (source) => {
        const [first, second] = [await format.parse(source), await format.parse(source)]
        expect(JSON.stringify(second)).toBe(JSON.stringify(first))
      }),
      { numRuns: 100, seed: 7 },
    )
  })
})
