import type { Block, Format, ParsedSource } from '../../core/block.js'
import { columnsOf } from '../../core/hard-wrap.js'
import { Page } from '../page.js'
import { type Prepared, prepare, sourceSpan } from '../prepared.js'
import { VisibleText } from '../visible-text.js'
import { type Line, readGroups } from './lines.js'

/** Plain text: paragraphs, hard-wrapped lines, bullets, headings, pages pasted from a browser. */
export const text: Format = {
  id: 'text',
  extensions: ['.txt', '.text'],
  parse(source): ParsedSource {
    const page = new Page()
    const prepared = prepare(source)
    readText(prepared, page)
    return page.finish()
  },
}

/** Reads plain text and adds its blocks to the page. */
export function readText(prepared: Prepared, page: Page): void {
  new TextReader(prepared, page).read(readGroups(prepared.text))
}

/** Lines wider than this are not hard-wrapped: where they end, the writer ended them. */
const WRAP_COLUMNS = 100
const HEADING_LENGTH = 60

interface ListLevel {
  readonly indent: number
  readonly list: number
  readonly numbered: boolean
}

class TextReader {
  /** The lists that the line being read stands in, outermost first. */
  #levels: ListLevel[] = []

  constructor(
    private readonly prepared: Prepared,
    private readonly page: Page,
  ) {}

  read(groups: readonly Line[][]): void {
    const asteriskLists = listsWithAsterisks(groups)
    groups.forEach((group, index) => {
      const isBullet = (line: Line) => this.#isBullet(line, group, asteriskLists)
      if (group.length === 1 && !isBullet(group[0]!) && index < groups.length - 1 && isHeading(group[0]!)) {
        this.#levels = []
        this.#add(group, { role: 'heading', depth: 2 })
        return
      }
      this.#group(group, isBullet)
    })
  }

  #group(group: readonly Line[], isBullet: (line: Line) => boolean): void {
    const widest = group.reduce((width, line) => Math.max(width, columnsOf(line.text)), 0)
    const [fields, rows] = [fieldsOf(group), rowsOf(group)]
    let lines: Line[] = []
    let block: Omit<Block, 'text' | 'map' | 'marks' | 'span'> = { role: 'prose' }
    const flush = () => {
      if (lines.length > 0) this.#add(lines, block)
      lines = []
    }
    for (const line of group) {
      const before = lines.at(-1)
      if (rows.has(line)) {
        flush()
        for (const cell of cellsOf(line)) this.#add([cell], { role: 'table-cell' })
        continue
      }
      if (isBullet(line)) {
        flush()
        block = this.#item(line)
      } else if (!before) {
        block = this.#continuesItem(line) ? { role: 'list-item', depth: this.#levels.length } : { role: 'prose' }
      } else if (block.role === 'list-item' && !this.#continuesItem(line) && !continuesUnindented(before, line, widest)) {
        flush()
        block = { role: 'prose' }
      } else if (line.opensNote || fields.has(line) || endsOnPurpose(before, line, widest)) {
        flush()
        const { bullet: _, ...rest } = block
        block = rest
      }
      if (block.role === 'prose') this.#levels = []
      lines.push(line)
    }
    flush()
  }

  #isBullet(line: Line, group: readonly Line[], asteriskLists: ReadonlySet<Line>): boolean {
    if (!line.bullet) return false
    if (/[*＊]/.test(line.bullet.text)) return asteriskLists.has(line)
    // In running text a line may begin with a number or a dash by chance: a list begins with 1, is indented, or goes on.
    const first = line === group[0]
    if (line.bullet.ordinal !== undefined) return first || line.indent > 0 || line.bullet.ordinal === 1 || this.#levels.length > 0
    return (
      first ||
      line.indent > 0 ||
      this.#levels.length > 0 ||
      !/[-–—+]/.test(line.bullet.text) ||
      !/[a-z]$|,$/.test(group[group.indexOf(line) - 1]!.text)
    )
  }

  #continuesItem(line: Line): boolean {
    const level = this.#levels.at(-1)
    return level !== undefined && line.indent > level.indent
  }

  #item(line: Line): Omit<Block, 'text' | 'map' | 'marks' | 'span'> {
    const { text: written, start, end, ordinal } = line.bullet!
    const numbered = ordinal !== undefined
    while (this.#levels.length > 0 && this.#levels.at(-1)!.indent > line.indent) this.#levels.pop()
    const level = this.#levels.at(-1)
    if (level?.indent === line.indent && level.numbered !== numbered) this.#levels.pop()
    if (this.#levels.at(-1)?.indent !== line.indent) this.#levels.push({ indent: line.indent, list: this.page.lists++, numbered })
    const { list } = this.#levels.at(-1)!
    const bullet = { text: written, span: sourceSpan(this.prepared, start, end), ...(numbered ? { ordinal } : {}), list }
    return { role: 'list-item', depth: this.#levels.length, bullet }
  }

  #add(lines: readonly Line[], block: Omit<Block, 'text' | 'map' | 'marks' | 'span'>): void {
    const text = new VisibleText(this.prepared, 'keep')
    lines.forEach((line, index) => {
      const start = index === 0 && block.bullet ? line.bullet!.contentStart : line.start
      if (index > 0) text.break(lines[index - 1]!.end, line.start)
      text.add(this.prepared.text.slice(start, line.end), start, line.end)
    })
    this.page.add(text.finish(), { ...block, span: sourceSpan(this.prepared, lines[0]!.start, lines.at(-1)!.end) })
  }
}

/** Lines `* …` that stand in a list: an indented one, or one of several. A single one may be a note with its symbol. */
function listsWithAsterisks(groups: readonly Line[][]): ReadonlySet<Line> {
  const found = new Set<Line>()
  let run: Line[] = []
  const settle = () => {
    if (run.length > 1 || run.some((line) => line.indent > 0)) for (const line of run) found.add(line)
    run = []
  }
  for (const group of groups) {
    if (!isAsterisk(group[0]!)) settle()
    for (const line of group) {
      if (isAsterisk(line)) run.push(line)
      else if (line.indent === 0 && run.length > 0 && line.bullet) settle()
    }
  }
  settle()
  return found
}

const isAsterisk = (line: Line) => line.bullet !== undefined && /[*＊]/.test(line.bullet.text)

/** A word or a few, and what it is filled with: `caption: A spray for singers`, `"legal": "*These …"`, `catch=水なしで食べられる`, `ポイント1：…`. */
const FIELD = /^["'“]?\p{L}[\p{L}\p{N}_.-]{0,24}(?: [\p{L}\p{N}_.-]{1,16}){0,2}["'”]?\s?[:：=]\s*\S/u

/** What tears no word apart for a reader: soft hyphens and spaces without width. */
const UNSEEN = /[\u00AD\u200B-\u200D\u2060\uFEFF]/g

/** Lines of a record: three and more of them, and most of what stands together. */
function fieldsOf(group: readonly Line[]): ReadonlySet<Line> {
  const fields = group.filter(({ text }) => FIELD.test(text.replace(UNSEEN, '')) && !/^https?:/i.test(text))
  return new Set(fields.length >= 3 && fields.length * 2 > group.length ? fields : [])
}

/** Columns set with spaces or tabs: two gaps in a line, or one in each of three. */
const GAP = /\S(?: {3,}|\t[ \t]*|\u3000{2,})(?=\S)/g

const ENTRY_LABEL = /^(?:[[({（［〔【][\p{L}\d@+:_-]{1,12}[\])}）］〕】][.:]?|(?:\d{1,3}|[ivx]{1,5}|[A-Za-z])[.)]|[¹²³⁴-⁹]{1,3})\s+/u

/** Lines of a table set with spaces: most of what stands together has columns. */
function rowsOf(group: readonly Line[]): ReadonlySet<Line> {
  // what stands behind the label of an entry is no column: `[1]   Smith J. …`
  const gaps = group.map(({ text }) => text.replace(ENTRY_LABEL, '').match(GAP)?.length ?? 0)
  const rows = group.filter((_, i) => gaps[i]! > 0)
  const isTable = rows.length * 2 > group.length && (rows.length > 2 || gaps.filter((count) => count > 1).length > 1)
  return new Set(isTable ? rows : [])
}

/** What stands between the gaps of a row. */
function cellsOf(line: Line): Line[] {
  const starts = [0, ...[...line.text.matchAll(GAP)].map((gap) => gap.index + gap[0].length)]
  return starts.map((from, i) => {
    const text = line.text.slice(from, starts[i + 1]).trimEnd()
    return { start: line.start + from, end: line.start + from + text.length, text, indent: 0, opensNote: false }
  })
}

/** A short line alone between blank lines that does not end like a sentence. */
function isHeading({ text, opensNote }: Line): boolean {
  return (
    text.length <= HEADING_LENGTH &&
    !opensNote &&
    /\p{L}/u.test(text) &&
    !/[。．.!?！？:：;；,、，…」』)）*＊†‡※]$/.test(text.replace(/["'”’]$/, '')) &&
    // The size of a picture and its author, as pasted pages have them.
    !/^\d+[ x×]\d+ /.test(text) &&
    !/https?:\/\/|www\./.test(text)
  )
}

const ENDED = /[。．.!?！？:：*＊†‡※]["'”’」』)）]?$/

/** An entry of a reference list ends with its address, without a full stop. */
const ADDRESS_LAST = /(?:https?:\/\/|\bdoi:?\s?10\.)\S+$/i

/** `2017;2(1):7-12.`, `14(2), 88–97.`, `doi:10…`: no text begins so, the end of an entry does. */
const ENTRY_GOES_ON =
  /^(?:[(（]?(?:19|20)\d{2}[a-z]?[)）]?[;:,.(]|\d{1,4}\s?[(（]\d{1,3}[)）]\s?[,:]|\d{1,4}:\s?[a-z]?\d|pp?\.\s?\d|vol\.\s?\d|(?:doi|pmid)\b|https?:\/\/)/i

/** The next line of a wrapped item that hangs without indentation: it goes on in the middle of a sentence, or the one before is full. */
function continuesUnindented(line: Line, next: Line, widest: number): boolean {
  if (next.opensNote) return false
  if (ENTRY_GOES_ON.test(next.text)) return true
  if (ENDED.test(line.text)) return false
  return /^\p{Ll}/u.test(next.text) || (widest >= 30 && widest <= WRAP_COLUMNS && columnsOf(line.text) >= 0.85 * widest)
}

/** True when the writer ended `line` there, rather than an editor that wraps long lines. */
function endsOnPurpose(line: Line, next: Line, widest: number): boolean {
  if (widest <= WRAP_COLUMNS || /^\p{Ll}/u.test(next.text) || /[,、，]$/.test(line.text)) return false
  return ENDED.test(line.text) || ADDRESS_LAST.test(line.text) || columnsOf(line.text) < 0.8 * widest
}
