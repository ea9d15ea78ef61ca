/** One line of a plain text; offsets of the prepared text. */
export interface Line {
  /** First letter that is no space, and end of the last one. */
  readonly start: number
  readonly end: number
  readonly text: string
  /** Columns of space before the text. */
  readonly indent: number
  readonly bullet?: {
    readonly text: string
    readonly start: number
    readonly end: number
    readonly ordinal?: number
    readonly contentStart: number
  }
  /** Opens a note (`*`, `†`, `※`, `注`) or an entry (`[1]`): a block of its own even without a blank line before it. */
  readonly opensNote: boolean
}

// A hyphen or asterisk is a bullet only before a space; a dot needs one too unless Japanese follows, for `1.5 g` is a number.
const GLYPH = /^(?:[•◦▪▫‣●○・･⁃]|[-–—+*＊](?=[ \t\u3000]))/
const NUMBER = /^(?:[(（](\d{1,3}|[０-９]{1,3})[)）]|(\d{1,3}|[０-９]{1,3})(?:[.)](?=[ \t\u3000]|[^\x00-\x7F])|[．）](?![\d０-９])))/
const CIRCLED = /^[\u2460-\u2473\u3251-\u325F\u32B1-\u32BF]/
const SIDE = /[|│┃║]/
const NOTE =
  /^(?:[*＊†‡§¶※¹²³⁴-⁹]|注(?:[\d０-９:：)）]|釈|意|記)|\(注|（注|[[{〔［](?:\d{1,3}|[A-Za-z]|[ivx]{2,5}|[A-Z][\p{L}+]{1,12}[-:]?\d{2,4}[a-z]?|[A-Z]{2,5})[\]}〕］][ \t\u3000])/u

/** `00:04.000 --> 00:08.500`, with the number above it: when a line is spoken. */
const CUE = /^\s*\d{1,2}:\d{2}(?::\d{2})?[.,]\d{3}\s+-->/

/** Splits a text into groups of lines that stand together, without the blank lines and rules between them. */
export function readGroups(text: string): Line[][] {
  const groups: Line[][] = []
  let group: Line[] = []
  let start = 0
  while (start <= text.length) {
    const newline = text.indexOf('\n', start)
    const end = newline < 0 ? text.length : newline
    const line =
      CUE.test(text.slice(start, end)) || (/^\s*\d{1,5}\s*$/.test(text.slice(start, end)) && CUE.test(text.slice(end + 1, end + 60)))
        ? undefined
        : readLine(text, start, end)
    if (line) group.push(line)
    else if (group.length > 0) {
      groups.push(group)
      group = []
    }
    start = end + 1
  }
  if (group.length > 0) groups.push(group)
  return withoutCommonIndent(groups)
}

/** A text that is indented as a whole has no indented lines. */
function withoutCommonIndent(groups: Line[][]): Line[][] {
  const common = groups.flat().reduce((least, { indent }) => Math.min(least, indent), Number.POSITIVE_INFINITY)
  return common === 0 ? groups : groups.map((group) => group.map((line) => ({ ...line, indent: line.indent - common })))
}

function readLine(text: string, from: number, to: number): Line | undefined {
  let start = from
  let end = to
  let indent = 0
  for (; start < to && isSpace(text.charCodeAt(start)); start++) indent += text[start] === '\t' ? 4 : text[start] === '\u3000' ? 2 : 1
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--
  // `> Text`: a letter quoted in a letter
  for (let depth = 0; depth < 4 && isQuote(text, start, end); depth++) {
    start++
    if (start < end && isSpace(text.charCodeAt(start))) start++
    for (indent = 0; start < end && isSpace(text.charCodeAt(start)); start++) indent += text[start] === '\t' ? 4 : 1
  }
  // the sides of a box drawn with letters
  if (end - start > 2 && SIDE.test(text[start]!) && SIDE.test(text[end - 1]!)) {
    for (start++; start < end && isSpace(text.charCodeAt(start)); start++);
    for (end--; end > start && isSpace(text.charCodeAt(end - 1)); end--);
  }
  const content = text.slice(start, end)
  if (content === '' || isRule(content)) return undefined
  const bullet = readBullet(text, start, end)
  return { start, end, text: content, indent, opensNote: NOTE.test(content), ...(bullet ? { bullet } : {}) }
}

/** `>` before a space, another one, or nothing. */
const isQuote = (text: string, at: number, end: number): boolean => text[at] === '>' && (at + 1 >= end || /[\s>]/.test(text[at + 1]!))

/** A line of dashes, asterisks or the like, or the edge of a box: it divides, it says nothing. */
function isRule(content: string): boolean {
  return content.length >= 3 && /^[-=_*~＊─━―‐・.…#+|\s\u2500-\u257F]+$/.test(content)
}

function readBullet(text: string, start: number, end: number): Line['bullet'] {
  const head = text.slice(start, Math.min(end, start + 8))
  const glyph = GLYPH.exec(head)
  const number = glyph ? null : NUMBER.exec(head)
  const circled = glyph || number ? null : CIRCLED.exec(head)
  const match = glyph ?? number ?? circled
  if (!match) return undefined
  const stop = start + match[0].length
  let contentStart = stop
  while (contentStart < end && isSpace(text.charCodeAt(contentStart))) contentStart++
  if (contentStart === end) return undefined
  const digits = number?.[1] ?? number?.[2] ?? circled?.[0].normalize('NFKC')
  const ordinal = digits === undefined ? {} : { ordinal: Number(digits.normalize('NFKC')) }
  return { text: match[0], start, end: stop, contentStart, ...ordinal }
}

/** Space, tab, no-break and ideographic space, zero-width space and byte order mark: nothing a line can begin with. */
function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0x3000 || code === 0x200b || code === 0xfeff
}
