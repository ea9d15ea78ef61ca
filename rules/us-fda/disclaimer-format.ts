import type { Notice, ReadBlock } from '../../src/core/document.js'
import type { Check, CheckContext } from '../../src/core/rule.js'
import { isUnseen, linkedArticles, owesDisclaimer } from './linking.js'

/** 21 U.S.C. 343(r)(6)(C) and 21 CFR 101.93(e): boldface, letters of one-sixteenth inch at least. Plain text can have neither. */
export const disclaimerFormat: Check = (context, report) => {
  if (!owesDisclaimer(context) || context.document.format === 'text') return
  const { blocks } = context.document
  const classes = new Set(Array.isArray(context.options.disclaimerClass) ? context.options.disclaimerClass.map(String) : [])
  for (const { groups, index, statements } of linkedArticles(context)) {
    if (statements.length === 0) continue
    for (const notice of groups.flatMap((group) => group.notices)) {
      const block = blocks[notice.block]!
      if (isUnseen(block)) continue
      const tags = tagsBefore(block, context)
      if (
        tags.some((tag) =>
          [...tag.matchAll(/class\s*=\s*["']([^"']*)["']/gi)].some((match) => match[1]!.split(/\s+/).some((name) => classes.has(name))),
        )
      )
        continue
      if (tags.some(isTooSmall)) report(notice.span, 'size', { severity: 'info', article: index })
      const { from, to } = notice.words?.at ?? notice.at
      const isBold =
        block.role === 'heading' ||
        block.cell?.header === true ||
        isCovered(block, from, to) ||
        tags.some((tag) => /font-weight\s*:\s*(?:bold|bolder|[6-9]00)/i.test(tag) || /^<(?:strong|b|th|h[1-6])\b/i.test(tag))
      if (isBold) continue
      const { format } = context.document
      const canWrap =
        block.map.isOneRun(notice.at) && (format === 'html' || (format === 'markdown' && !hasAsteriskBeside(notice, block, context)))
      const [open, close] = format === 'html' ? ['<strong>', '</strong>'] : ['**', '**']
      const { start, end } = notice.span
      report(notice.span, 'default', {
        suggestions: canWrap
          ? [
              {
                desc: 'bold',
                edits: [
                  { span: { start, end: start }, text: open! },
                  { span: { start: end, end }, text: close! },
                ],
              },
            ]
          : [],
        article: index,
      })
    }
  }
}

/** A bare asterisk elsewhere in the paragraph would pair with those we put around the notice. */
function hasAsteriskBeside({ span }: Notice, block: ReadBlock, { document: { source } }: CheckContext): boolean {
  return /(?<!\\)\*/.test(`${source.slice(block.span.start, span.start)} ${source.slice(span.end, block.span.end)}`)
}

/** All letters of the stretch stand in strong text. */
function isCovered(block: ReadBlock, from: number, to: number): boolean {
  const strong = block.marks.filter((mark) => mark.kind === 'strong').sort((a, b) => a.at.from - b.at.from)
  let at = from
  for (const { at: span } of strong) {
    if (span.from > at && /[\p{L}\p{N}]/u.test(block.text.slice(at, span.from))) return false
    at = Math.max(at, span.to)
    if (at >= to) return true
  }
  return !/[\p{L}\p{N}]/u.test(block.text.slice(at, to))
}

/** The start tags right before the block's text: its own and, one level up, those that open with it. */
function tagsBefore(block: ReadBlock, { document }: CheckContext): string[] {
  const first = block.map.toSource({ from: 0, to: 1 }).start
  const before = document.source.slice(Math.max(0, Math.min(block.span.start, first) - 300), first)
  const run = /(?:<[a-z][^<>]{0,280}>[^\S\n]*\n?[^\S\n]*){1,6}[^<>]{0,4}$/i.exec(before)
  return run ? (run[0].match(/<[a-z][^<>]*>/gi) ?? []) : []
}

function isTooSmall(tag: string): boolean {
  const size = /font-size\s*:\s*([\d.]+)\s*(pt|px|em|rem)|font-size\s*:\s*(xx-small)/i.exec(tag)
  if (!size) return false
  if (size[3]) return true
  const value = Number(size[1])
  // one-sixteenth inch is 4.5 pt of letter height; type of less than 6 pt or 8 px stays below it
  return size[2]!.toLowerCase() === 'pt' ? value < 6 : size[2]!.toLowerCase() === 'px' ? value < 8 : value < 0.5
}
