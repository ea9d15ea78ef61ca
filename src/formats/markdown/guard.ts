import type { Span } from '../../core/span.js'

/** Limits beyond which a Markdown parser may take minutes; measured on hostile input. */
const MAX_BLOCK = 256 * 1024
const MAX_NESTING = 100
const MAX_OPENERS = 2_000
const MAX_DELIMITERS = 10_000
const MAX_LINES_DEEP = 200

/**
 * Finds the stretches of a text, between blank lines, that a parser must not see: enormous ones, ones that nest very deep or open
 * thousands of links or footnotes. They are to be read as plain text.
 */
export function findHostile(text: string): Span[] {
  const hostile: Span[] = []
  const blank = /\n[ \t]*(?=\n)/g
  let start = 0
  while (start < text.length) {
    blank.lastIndex = start
    const match = blank.exec(text)
    const end = match ? match.index : text.length
    if (isHostile(text, start, end)) hostile.push({ start, end })
    start = match ? blank.lastIndex : text.length
  }
  return hostile
}

function isHostile(text: string, start: number, end: number): boolean {
  if (end - start > MAX_BLOCK) return true
  if (end - start < MAX_NESTING) return false
  const block = text.slice(start, end)
  return nestsDeep(block) || opensMuch(block) || (block.match(/[*_]+/g)?.length ?? 0) > MAX_DELIMITERS
}

/** Counts quote marks and bullets at the head of each line; indentation counts as nesting only where something opens. */
function nestsDeep(block: string): boolean {
  for (const [head] of block.matchAll(/^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])))+/gm)) {
    const marks = head.match(/>|[-*+]|\d+[.)]/g)?.length ?? 0
    const indent = /^[ \t]*/.exec(head)![0].replaceAll('\t', '    ').length
    if (marks > MAX_NESTING || indent > 2 * MAX_LINES_DEEP) return true
  }
  return false
}

function opensMuch(block: string): boolean {
  let openers = 0
  // `<` inside running text is scanned for a tag, a comment or an address; a block of HTML is not.
  const pattern = /^\s*</.test(block) ? /\]\(|\[\^/g : /\]\(|\[\^|</g
  while (pattern.exec(block)) if (++openers > MAX_OPENERS) return true
  return false
}
