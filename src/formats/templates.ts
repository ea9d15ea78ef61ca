import { blankOut } from './prepared.js'

/** What opens and closes an expression of Liquid, Jinja, Handlebars, Hugo, PHP, ASP or EJS. */
const CLOSERS: Readonly<Record<string, string>> = { '{{': '}}', '{%': '%}', '{#': '#}', '<?': '?>', '<%': '%>' }
/** Liquid blocks whose content is never shown. */
const SILENT_BLOCK = /^\{%-?\s*(comment|schema|stylesheet|style|javascript)\b/
/** An expression longer than this is no expression but a stray brace. */
const MAX_LENGTH = 20_000

/** Finds the next `needle` at or after an offset that only grows: linear over a whole text. */
class Finder {
  #next = -2
  constructor(
    private readonly text: string,
    private readonly needle: string,
  ) {}

  from(offset: number): number {
    if (this.#next === -1 || this.#next >= offset) return this.#next
    this.#next = this.text.indexOf(this.needle, offset)
    return this.#next
  }
}

/**
 * Blanks template expressions, letter for letter, so that the parser behind sees neither their quotes nor their brackets.
 * MDX comments become instructions of the same length, which both Markdown and HTML pass over.
 * @param kind in Markdown only double braces and Liquid tags are expressions; `<?` is Markdown's own, `{#` a heading's name
 */
export function hideTemplates(plain: string, kind: 'markdown' | 'html'): string {
  const opener = kind === 'markdown' ? /\{\{|\{%|\{\/\*/g : /\{\{|\{%|\{#|\{\/\*|<\?|<%|=\{/g
  if (!opener.test(plain)) return plain
  opener.lastIndex = 0
  const finders = new Map<string, Finder>()
  const find = (needle: string, offset: number) => {
    const finder = finders.get(needle) ?? new Finder(plain, needle)
    finders.set(needle, finder)
    return finder.from(offset)
  }
  let text = ''
  let from = 0
  let atStart = kind === 'html'
  for (let match = opener.exec(plain); match; match = opener.exec(plain)) {
    const start = match.index
    const [open] = match
    const end =
      open === '={'
        ? endOfAttribute(plain, start + 1)
        : open === '{/*'
          ? after(find('*/}', start + 3), 3)
          : endOfExpression(plain, open, start, find)
    if (end <= start || end - start > (open === '<?' ? plain.length : MAX_LENGTH)) continue
    text += plain.slice(from, start)
    atStart &&= plain.slice(from, start).trim() === ''
    const raw = plain.slice(start, end)
    if (open === '{/*') text += `<?${raw.slice(2, -2).replace(/[?>]/g, ' ')}?>`
    else if (open === '={') text += hideAttribute(raw)
    // Before the first tag a letter would open the body; space does not.
    else text += blankOut(raw, atStart ? ' ' : undefined)
    from = end
    opener.lastIndex = end
  }
  return text + plain.slice(from)
}

const after = (index: number, length: number) => (index < 0 ? -1 : index + length)

function endOfExpression(plain: string, open: string, start: number, find: (needle: string, offset: number) => number): number {
  const closer = CLOSERS[open]!
  const close = find(closer, start + 2)
  // PHP may end with the file.
  if (close < 0) return open === '<?' && plain.startsWith('php', start + 2) ? plain.length : -1
  const end = close + closer.length
  const silent = open === '{%' ? SILENT_BLOCK.exec(plain.slice(start, Math.min(end, start + 40))) : null
  if (!silent) return end
  const last = find(`end${silent[1]}`, end)
  return last < 0 ? end : after(find('%}', last), 2)
}

/** The end of a JSX attribute value `{…}` that opens at `start`; -1 when it does not close nearby. */
function endOfAttribute(plain: string, start: number): number {
  let depth = 0
  for (let i = start; i < plain.length && i - start < 2_000; i++) {
    if (plain[i] === '{') depth++
    else if (plain[i] === '}' && --depth === 0) return i + 1
  }
  return -1
}

/** `={"text"}` is `="text"`; any other value is an expression. */
function hideAttribute(raw: string): string {
  const literal = /^=\{\s*(?:"([^"{}]*)"|'([^'{}]*)')\s*\}$/.exec(raw)
  if (!literal) return `=${blankOut(raw.slice(1))}`
  return `= ${raw.slice(2, -1)} `
}
