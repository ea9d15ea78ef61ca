import { type BlockContext, InlineContext, type Line, type MarkdownConfig } from '@lezer/markdown'
import { normalizeLabel } from './tree.js'

/** Labels that some line of the text may define. lezer reads inline text before it has seen the whole document, so they are found first. */
export interface Labels {
  readonly links: ReadonlySet<string>
  readonly footnotes: ReadonlySet<string>
}

const DEFINITION = /^(?:[ \t]|[>*+-]|\d{1,9}[.)])*\[(\^?)((?:[^\\[\]]|\\.){1,999})\]:/gm
const FOOTNOTE_START = /^\[\^([^\s[\]]{1,999})\]:[ \t]*/

/** Finds every label that stands where a definition could; a few of them may turn out to be text. */
export function findLabels(text: string): Labels {
  const links = new Set<string>()
  const footnotes = new Set<string>()
  if (text.includes(']:'))
    for (const [, footnote, label = ''] of text.matchAll(DEFINITION)) (footnote ? footnotes : links).add(normalizeLabel(label))
  return { links, footnotes }
}

/** GFM footnotes: `[^label]: …` with its continuation indented by four, and `[^label]` where the label is defined. */
export function footnotes(labels: Labels): MarkdownConfig {
  return {
    defineNodes: [
      { name: 'FootnoteDefinition', block: true, composite: continuesFootnote },
      { name: 'FootnoteMark' },
      { name: 'FootnoteCall' },
    ],
    parseBlock: [
      {
        name: 'FootnoteDefinition',
        before: 'IndentedCode',
        parse: startFootnote,
        endLeaf: (_, line) => line.indent < line.baseIndent + 4 && FOOTNOTE_START.test(line.text.slice(line.pos)),
      },
    ],
    parseInline: [
      {
        name: 'FootnoteCall',
        before: 'Link',
        parse(cx, next, at) {
          if (next !== 91 || cx.char(at + 1) !== 94) return -1
          const close = cx.text.indexOf(']', at - cx.offset)
          if (close < 0 || close - (at - cx.offset) > 1000) return -1
          const label = cx.text.slice(at - cx.offset + 2, close)
          if (!/^[^\s[\]]+$/.test(label) || !labels.footnotes.has(normalizeLabel(label))) return -1
          return cx.addElement(cx.elt('FootnoteCall', at, cx.offset + close + 1))
        },
      },
    ],
  }
}

function startFootnote(cx: BlockContext, line: Line): boolean | null {
  if (line.next !== 91 || line.indent >= line.baseIndent + 4) return false
  const match = FOOTNOTE_START.exec(line.text.slice(line.pos))
  if (!match) return false
  const mark = match[0].trimEnd().length
  cx.startComposite('FootnoteDefinition', line.pos, 4)
  cx.addElement(cx.elt('FootnoteMark', cx.lineStart + line.pos, cx.lineStart + line.pos + mark))
  line.moveBase(line.pos + match[0].length)
  return null
}

function continuesFootnote(_: BlockContext, line: Line, indent: number): boolean {
  if (line.next < 0) return true
  if (line.indent < line.baseIndent + indent) return false
  line.moveBaseColumn(line.baseIndent + indent)
  return true
}

/**
 * Links as CommonMark has them: `[x]` is one only where `x` is defined. lezer takes every bracket pair as a link,
 * which would swallow the emphasis around `[1]`, so brackets that cannot become a link are left to be text.
 */
export function definedLinks(labels: Labels): MarkdownConfig {
  const brackets = new WeakMap<InlineContext, Map<number, number>>()
  const pairsOf = (cx: InlineContext) => {
    const known = brackets.get(cx)
    if (known) return known
    const pairs = matchBrackets(cx.text)
    brackets.set(cx, pairs)
    return pairs
  }
  const closesLink = (cx: InlineContext, close: number): boolean => {
    const open = pairsOf(cx).get(close)
    return open !== undefined && canBeLink(cx, open)
  }
  const canBeLink = (cx: InlineContext, open: number): boolean => {
    const pairs = pairsOf(cx)
    const close = pairs.get(open)
    if (close === undefined) return false
    const after = cx.text[close + 1]
    if (after === '(') return true
    if (after === '[') {
      const end = pairs.get(close + 1)
      const label = end === undefined ? '' : cx.text.slice(close + 2, end)
      if (label.trim()) return labels.links.has(normalizeLabel(label))
    }
    return close - open <= 1000 && labels.links.has(normalizeLabel(cx.text.slice(open + 1, close)))
  }
  return {
    remove: ['Image'],
    parseInline: [
      {
        name: 'Link',
        parse(cx, next, at) {
          // A bracket that closes none of the links must not close one around it.
          if (next === 93) return closesLink(cx, at - cx.offset) ? -1 : at + 1
          const image = next === 33 && cx.char(at + 1) === 91
          if (next !== 91 && !image) return -1
          const open = at + (image ? 1 : 0)
          if (!canBeLink(cx, open - cx.offset)) return -1
          return cx.addDelimiter(image ? InlineContext.imageStart : InlineContext.linkStart, at, open + 1, true, false)
        },
      },
    ],
  }
}

/** The rule below a table's first row without space behind its last pipe, which lezer takes for the end of the table; as long as before. */
export const withTightTableRules = (text: string): string => text.replace(/^([>\s|:-]*-[>\s|:-]*)\|([ \t]+)$/gm, '$1$2|')

/** Hard breaks, each run of spaces looked at once: lezer looks at it again from every space in it. */
export const hardBreaks: MarkdownConfig = {
  parseInline: [
    {
      // The name of the parser it replaces.
      name: 'HardBreak',
      parse(cx, next, at) {
        if (next === 92 && cx.char(at + 1) === 10) return cx.addElement(cx.elt('HardBreak', at, at + 2))
        if (next !== 32 || cx.char(at - 1) === 32) return -1
        let end = at + 1
        while (cx.char(end) === 32) end++
        return cx.char(end) === 10 && end >= at + 2 ? cx.addElement(cx.elt('HardBreak', at, end + 1)) : -1
      },
    },
  ],
}

/** Opening to closing bracket and back, escapes and code spans left out. */
function matchBrackets(text: string): Map<number, number> {
  const pairs = new Map<number, number>()
  const open: number[] = []
  const lastRun = new Map<number, number>()
  for (const run of text.matchAll(/`+/g)) lastRun.set(run[0].length, run.index)
  const token = /\\.|`+|[[\]]/gs
  for (let match = token.exec(text); match; match = token.exec(text)) {
    const [found] = match
    if (found === '[') open.push(match.index)
    else if (found === ']') {
      const start = open.pop()
      if (start !== undefined) pairs.set(start, match.index).set(match.index, start)
    } else if (found.startsWith('`') && (lastRun.get(found.length) ?? 0) > match.index) {
      token.lastIndex = endOfCode(text, token.lastIndex, found.length)
    }
  }
  return pairs
}

function endOfCode(text: string, from: number, length: number): number {
  const run = /`+/g
  run.lastIndex = from
  for (let match = run.exec(text); match; match = run.exec(text)) if (match[0].length === length) return run.lastIndex
  return from
}
