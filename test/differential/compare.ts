import type { Block, ParsedSource } from '../../src/core/block.js'
import { markdown } from '../../src/formats/markdown/index.js'
import { markdownRemark } from '../../src/formats/markdown/remark.js'

/** One line for each block: everything that the rest of the linter can see of it, with the place of every letter. */
function describeBlocks({ blocks }: ParsedSource): string[] {
  return blocks.map((block) => {
    const { role, text, depth, bullet, cell, label, hidden } = block
    const marks = block.marks.map((mark) => [
      mark.kind,
      mark.at.from,
      mark.at.to,
      mark.span.start,
      mark.span.end,
      'symbol' in mark ? mark.symbol : '',
      'href' in mark ? mark.href : '',
    ])
    return JSON.stringify({ role, text, depth, bullet, cell, label, hidden, marks, places: placesOf(block) })
  })
}

/** Source span of every letter of the visible text. */
function placesOf({ text, map }: Block): string {
  return Array.from({ length: text.length }, (_, at) => {
    const { start, end } = map.toSource({ from: at, to: at + 1 })
    return `${start}-${end}`
  }).join(' ')
}

/** The first block that the two front ends read differently, both ways; `undefined` when there is none. */
export async function firstDifference(source: string): Promise<{ lezer: string; remark: string } | undefined> {
  const lezer = describeBlocks(await markdown.parse(source))
  const remark = describeBlocks(await markdownRemark.parse(source))
  const at = Array.from({ length: Math.max(lezer.length, remark.length) }, (_, index) => index).find(
    (index) => lezer[index] !== remark[index],
  )
  return at === undefined ? undefined : { lezer: lezer[at] ?? 'no block', remark: remark[at] ?? 'no block' }
}
