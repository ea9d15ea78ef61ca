import type { Element, Nodes, Root, Text } from 'hast'
import rehypeParse from 'rehype-parse'
import { unified } from 'unified'
import type { Block } from '../../core/block.js'
import type { Page } from '../page.js'
import { type Prepared, sourceSpan } from '../prepared.js'
import { type PlacedMark, VisibleText } from '../visible-text.js'
import { alignText } from './align.js'
import { BLOCK_ELEMENTS, INLINE_MARKS, LANDMARKS, MEDIA_ELEMENTS, SKIPPED_ELEMENTS } from './elements.js'
import { readFlat } from './flat.js'
import { readHead } from './head.js'
import { readJsonLd } from './json-ld.js'
import type { HtmlPlace } from './place.js'
import { TableGrid } from './table-grid.js'
import { attributeValue, readAttributes, readTag, startTag, type Tag } from './tag.js'

interface Surroundings {
  readonly place: HtmlPlace
  readonly listDepth: number
  readonly list?: { readonly number: number; next: number; readonly ordered: boolean; readonly type: string }
  readonly grid?: TableGrid
  /** The table around only lays the page out. */
  readonly laysOut?: boolean
  readonly verbatim: boolean
  /** A `<title>` in a picture is not the page's. */
  readonly inSvg?: boolean
}

interface OpenBlock {
  readonly text: VisibleText
  readonly around: Surroundings
  readonly anchors: PlacedMark[]
  start: number
  end: number
  approximate: boolean
}

interface OpenMark {
  readonly mark: PlacedMark
  from: number
}

/** A table that holds no data but places text, as letters have them. */
const isLayout = (attribute: (name: string) => string | undefined): boolean =>
  /^(?:presentation|none)$/i.test(attribute('role') ?? '') || (attribute('cellpadding') === '0' && attribute('cellspacing') === '0')

const DOCUMENT = /<(?:!doctype|html|head|body)[\s>]/i
/** The parser recurses over nested elements; deeper ones are read tag by tag. */
const MAX_DEPTH = 500

/** Reads HTML, a page or a part of one, and adds what it finds to the page. Never throws. */
export function readHtml(prepared: Prepared, page: Page, place: HtmlPlace = { role: 'prose' }): void {
  if (nestsTooDeep(prepared.text)) {
    readFlat(prepared, page, place)
    return
  }
  const tree: Root = unified()
    .use(rehypeParse, { fragment: !DOCUMENT.test(prepared.text), verbose: true })
    .parse(prepared.text)
  new HtmlReader(prepared, page).read(tree, place)
}

/** Elements that hold nothing or that the next of their kind closes: many of them nest no deeper than one. */
const FLAT = /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|p|li|td|th|tr|dt|dd|option|tbody|thead)$/i

function nestsTooDeep(text: string): boolean {
  let depth = 0
  for (const [, end, name] of text.matchAll(/<(\/?)([A-Za-z][A-Za-z0-9-]*)/g)) {
    if (FLAT.test(name!)) continue
    depth = Math.max(0, depth + (end ? -1 : 1))
    if (depth > MAX_DEPTH) return true
  }
  return false
}

class HtmlReader {
  #open: OpenBlock | undefined
  readonly #marks: OpenMark[] = []
  #anchors: PlacedMark[] = []
  readonly #bulletsSeen = new Set<HtmlPlace['bullet']>()

  constructor(
    private readonly prepared: Prepared,
    private readonly page: Page,
  ) {}

  read(tree: Root, place: HtmlPlace): void {
    const around: Surroundings = { place, listDepth: place.depth ?? 0, verbatim: false }
    for (const child of tree.children) this.#node(child, around)
    this.#flush()
  }

  #node(node: Nodes, around: Surroundings): void {
    if (node.type === 'text') this.#text(node, around)
    else if (node.type === 'element') this.#element(node, around)
    else if (node.type === 'comment' && node.position) {
      const { start, end } = this.#offsets(node)
      const markup = readTag(this.prepared, start, end)
      if (markup.kind === 'comment') this.page.comments.push({ text: markup.text, span: sourceSpan(this.prepared, start, end) })
    }
  }

  #text(node: Text, around: Surroundings): void {
    const { start, end } = this.#offsets(node)
    if (start === end || (!this.#open && node.value.trim() === '')) return
    const block = this.#begin(start, around)
    block.end = Math.max(block.end, end)
    const pieces = alignText(this.prepared.text, start, end, node.value)
    if (pieces) {
      for (const piece of pieces) block.text.add(piece.value, piece.start, piece.end)
      return
    }
    block.text.add(node.value.replace(/\s+/g, ' '), start, end)
    block.approximate = true
  }

  #element(node: Element, around: Surroundings): void {
    const name = node.tagName
    const opening = node.data?.position?.opening
    const tag = opening ? this.#tag(name, opening.start.offset ?? 0, opening.end.offset ?? 0) : undefined
    const inside = this.#surroundings(node, tag, around)
    if (tag) this.#surfaces(tag, node, inside)
    if (name === 'br') {
      this.#break(node)
      return
    }
    if (SKIPPED_ELEMENTS.has(name)) {
      this.#skipped(node, tag)
      return
    }
    const isBlock = BLOCK_ELEMENTS.has(name)
    if (isBlock) this.#flush()
    if (tag?.id) this.#anchor(tag.id, node, isBlock)
    const mark = isBlock || !node.position ? undefined : this.#markOf(name, tag, node)
    const open = mark && { mark, from: this.#open?.text.here ?? 0 }
    if (open) this.#marks.push(open)
    for (const child of node.children) this.#node(child, inside)
    if (open) {
      this.#marks.splice(this.#marks.lastIndexOf(open), 1)
      this.#open?.text.mark(open.mark, open.from)
    }
    if (isBlock) this.#flush()
  }

  #tag(name: string, start: number, end: number): Tag {
    const attributes = readAttributes(this.prepared.text, start + name.length + 1, end)
    return startTag(this.prepared, name, attributes, false)
  }

  #surroundings(node: Element, tag: Tag | undefined, around: Surroundings): Surroundings {
    const name = node.tagName
    const { place } = around
    const attribute = (key: string) => (tag ? attributeValue(this.prepared, tag.attributes, key) : undefined)
    const lang = (attribute('lang') ?? attribute('xml:lang'))?.trim().toLowerCase()
    const hides = attribute('hidden') !== undefined || /display\s*:\s*none|visibility\s*:\s*hidden/i.test(attribute('style') ?? '')
    const shared = {
      ...place,
      ...(lang ? { lang } : {}),
      ...(hides ? { hidden: true } : {}),
      ...(LANDMARKS.has(name) ? { landmark: name } : {}),
      ...(name === 'article' ? { articleElement: this.page.articleElements++ } : {}),
    }
    const keep = { ...around, place: shared }
    const { bullet: _, cell: __, depth: ___, ...bare } = shared
    const heading = /^h([1-6])$/.exec(name)
    if (heading) return { ...keep, place: { ...bare, role: 'heading', depth: Number(heading[1]) } }
    switch (name) {
      case 'blockquote':
        return { ...keep, place: { ...bare, role: 'quote' } }
      case 'figcaption':
      case 'caption':
        return { ...keep, place: { ...bare, role: 'caption' } }
      case 'button':
        return { ...keep, place: { ...bare, role: 'button' } }
      case 'title':
        return around.inSvg ? keep : { ...keep, place: { ...bare, role: 'metadata', field: 'title' } }
      case 'svg':
        return { ...keep, inSvg: true }
      case 'pre':
        return { ...keep, verbatim: true, place: hasCode(node) ? { ...bare, role: 'code' } : shared }
      case 'ol':
      case 'ul':
      case 'menu': {
        const first = Number.parseInt(attribute('start') ?? '', 10)
        const list = {
          number: this.page.lists++,
          next: Number.isNaN(first) ? 1 : first,
          ordered: name === 'ol',
          type:
            attribute('type') ??
            LIST_STYLES[/list-style[\w-]*:\s*([a-z]+-[a-z]+)/i.exec(attribute('style') ?? '')?.[1]?.toLowerCase() ?? ''] ??
            '',
        }
        return { ...keep, list, listDepth: around.listDepth + 1 }
      }
      case 'li':
        return {
          ...keep,
          place: { ...bare, role: 'list-item', depth: Math.max(1, around.listDepth), ...this.#bullet(node, around, attribute('value')) },
        }
      case 'table':
        return isLayout(attribute)
          ? { ...keep, laysOut: true, place: bare }
          : { ...keep, laysOut: false, grid: new TableGrid(this.page.tables++) }
      case 'tr':
        if (!around.laysOut) around.grid?.startRow()
        return keep
      case 'td':
      case 'th': {
        if (around.laysOut) return keep
        const cell = around.grid?.cell(name === 'th', attribute('colspan'), attribute('rowspan'))
        return { ...keep, place: { ...bare, role: 'table-cell', ...(cell ? { cell } : {}) } }
      }
    }
    return keep
  }

  #bullet(node: Element, around: Surroundings, value: string | undefined): { bullet?: NonNullable<Block['bullet']> } {
    const opening = node.data?.position?.opening
    if (!around.list || !opening) return {}
    const given = Number.parseInt(value ?? '', 10)
    const ordinal = Number.isNaN(given) ? around.list.next : given
    around.list.next = ordinal + 1
    const span = sourceSpan(this.prepared, opening.start.offset ?? 0, opening.end.offset ?? 0)
    const { ordered, number, type } = around.list
    return {
      bullet: {
        text: ordered ? `${countedAs(ordinal, type)}.` : '•',
        span,
        ...(ordered ? { ordinal } : {}),
        list: number,
      },
    }
  }

  #surfaces(tag: Tag, node: Element, inside: Surroundings): void {
    const { bullet: _, cell: __, depth: ___, ...place } = inside.place
    for (const { role, read, span } of tag.surfaces) this.page.add(read, { ...place, role, span })
    const { start, end } = this.#offsets(node)
    const span = sourceSpan(this.prepared, start, end)
    if (tag.name === 'meta') readHead(this.prepared, this.page, tag, span, place)
    if (tag.name === 'img' && !tag.surfaces.some(({ role }) => role === 'alt-text'))
      this.page.unread.push({ what: 'image-without-text', span })
    if (MEDIA_ELEMENTS.has(tag.name)) this.page.unread.push({ what: 'embedded-media', span })
  }

  #skipped(node: Element, tag: Tag | undefined): void {
    if (node.tagName !== 'script' || !tag) return
    const type = attributeValue(this.prepared, tag.attributes, 'type')?.trim().toLowerCase()
    const [content] = node.children
    if (type === 'application/ld+json' && content?.position) readJsonLd(this.prepared, this.page, this.#offsets(content))
  }

  #markOf(name: string, tag: Tag | undefined, node: Element): PlacedMark | undefined {
    const { start, end } = this.#offsets(node)
    const span = sourceSpan(this.prepared, start, end)
    const kind = INLINE_MARKS.get(name)
    if (kind) return { kind, span }
    return tag?.href === undefined ? undefined : { kind: 'link', href: tag.href, span }
  }

  #anchor(id: string, node: Element, isBlock: boolean): void {
    const { start, end } = this.#offsets(node)
    const mark: PlacedMark = { kind: 'anchor', id, span: sourceSpan(this.prepared, start, end) }
    if (isBlock || !this.#open) this.#anchors.push(mark)
    else this.#open.text.point(mark)
  }

  #break(node: Element): void {
    const { start, end } = this.#offsets(node)
    this.#open?.text.break(start, end)
  }

  #begin(start: number, around: Surroundings): OpenBlock {
    if (this.#open) return this.#open
    const text = new VisibleText(this.prepared, around.verbatim ? 'verbatim' : 'collapse', (from, to) =>
      this.page.unread.push({ what: 'template-expression', span: { start: from, end: to } }),
    )
    const anchors = this.#anchors
    this.#anchors = []
    for (const anchor of anchors) text.point(anchor, 0)
    for (const open of this.#marks) open.from = 0
    this.#open = { text, around, anchors, start, end: start, approximate: false }
    return this.#open
  }

  #flush(): void {
    const block = this.#open
    if (!block) return
    this.#open = undefined
    for (const open of this.#marks) block.text.mark(open.mark, open.from)
    const span = sourceSpan(this.prepared, block.start, block.end)
    if (block.approximate) {
      block.text.markApproximate()
      this.page.unread.push({ what: 'markup-not-aligned', span })
    }
    const read = block.text.finish()
    if (!read) this.#anchors.unshift(...block.anchors)
    this.page.add(read, { ...this.#withoutRepeatedBullet(block.around.place, read !== undefined), span })
  }

  /** Where a node stands. The parser counts the end of the file as a letter. */
  #offsets({ position }: Nodes): { start: number; end: number } {
    const { length } = this.prepared.text
    return { start: Math.min(position?.start.offset ?? 0, length), end: Math.min(position?.end.offset ?? 0, length) }
  }

  /** Only the first block of an item carries its bullet. */
  #withoutRepeatedBullet(place: HtmlPlace, isRead: boolean): HtmlPlace {
    const { bullet, ...rest } = place
    if (!bullet) return place
    if (this.#bulletsSeen.has(bullet)) return rest
    if (isRead) this.#bulletsSeen.add(bullet)
    return place
  }
}

const LIST_STYLES: Readonly<Record<string, string>> = {
  'lower-alpha': 'a',
  'lower-latin': 'a',
  'upper-alpha': 'A',
  'upper-latin': 'A',
  'lower-roman': 'i',
  'upper-roman': 'I',
}
const ROMAN = 'i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx'.split(' ')

/** What a reader sees before the item of a list: `3`, `c`, `C`, `iii`, `III`. */
function countedAs(ordinal: number, type: string): string {
  const letter = ordinal > 0 && ordinal <= 26 ? String.fromCharCode(96 + ordinal) : undefined
  const written = type.toLowerCase() === 'a' ? letter : type.toLowerCase() === 'i' ? ROMAN[ordinal - 1] : undefined
  return written === undefined ? `${ordinal}` : /[AI]/.test(type) ? written.toUpperCase() : written
}

const hasCode = (pre: Element) => pre.children.some((child) => child.type === 'element' && child.tagName === 'code')
