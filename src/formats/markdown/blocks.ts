import type { Block } from '../../core/block.js'
import type { HtmlPlace } from '../html/place.js'
import { readTag } from '../html/tag.js'
import type { Page } from '../page.js'
import { type Prepared, slicePrepared, sourceSpan } from '../prepared.js'
import { type ReadText, VisibleText } from '../visible-text.js'
import { InlineReader } from './inlines.js'
import type { MarkdownBlock, MarkdownCell, MarkdownInline, MarkdownItem } from './tree.js'

/** Where a block stands: the innermost container decides the role of a paragraph. */
interface Place {
  readonly role: 'prose' | 'list-item' | 'quote' | 'footnote'
  readonly depth: number
  readonly label?: string
}

/** Reads embedded HTML into the page. */
export type ReadHtml = (prepared: Prepared, page: Page, place: HtmlPlace) => void

/** Reads a Markdown tree into blocks, whichever front end made it. */
export class BlockReader {
  constructor(
    private readonly prepared: Prepared,
    private readonly page: Page,
    /** Absent when the tree holds no HTML but comments. */
    private readonly readHtml: ReadHtml | undefined,
  ) {}

  read(blocks: readonly MarkdownBlock[]): void {
    for (const block of blocks) this.#block(block, { role: 'prose', depth: 0 })
  }

  #block(block: MarkdownBlock, place: Place): void {
    switch (block.type) {
      case 'paragraph':
        this.#paragraph(block, place)
        return
      case 'heading':
        this.#add(block, this.#inlines(block.children), { role: 'heading', depth: block.depth, ...labelOf(place) })
        return
      case 'code':
        this.#code(block)
        return
      case 'html':
        this.#html(block, place)
        return
      case 'quote':
        for (const child of block.children) this.#block(child, { ...place, role: 'quote' })
        return
      case 'footnote':
        for (const child of block.children) this.#block(child, { role: 'footnote', depth: 0, label: block.label })
        return
      case 'list':
        this.#list(block.items, place)
        return
      case 'table':
        this.#table(block.rows, place)
        return
    }
  }

  #paragraph(block: Extract<MarkdownBlock, { type: 'paragraph' }>, place: Place): void {
    if (isModuleLine(this.prepared.text.slice(block.start, block.end)) && place.role === 'prose') {
      this.#code({
        ...block,
        pieces: [{ value: this.prepared.text.slice(block.start, block.end), start: block.start, end: block.end }],
      })
      return
    }
    const depth = place.role === 'list-item' ? { depth: place.depth } : {}
    this.#add(block, this.#inlines(block.children), { role: place.role, ...depth, ...labelOf(place) })
  }

  #code(block: { start: number; end: number; pieces: readonly { value: string; start: number; end: number }[] }): void {
    const text = new VisibleText(this.prepared, 'verbatim')
    for (const { value, start, end } of block.pieces) text.add(value, start, end)
    this.#add(block, text.finish(), { role: 'code' })
  }

  #html(block: Extract<MarkdownBlock, { type: 'html' }>, place: Place): void {
    if (this.readHtml) {
      const slice = slicePrepared(this.prepared, block.start, block.end, block.blanks)
      this.readHtml(slice, this.page, { role: place.role, ...labelOf(place) })
      return
    }
    const raw = this.prepared.text.slice(block.start, block.end)
    const start = block.start + raw.length - raw.trimStart().length
    const end = block.start + raw.trimEnd().length
    const markup = readTag(this.prepared, start, end)
    if (markup.kind === 'comment') this.page.comments.push({ text: markup.text, span: sourceSpan(this.prepared, start, end) })
  }

  #list(items: readonly MarkdownItem[], place: Place): void {
    const list = this.page.lists++
    const first = Number.parseInt(this.prepared.text.slice(items[0]?.mark.start, items[0]?.mark.end), 10)
    items.forEach((item, index) => {
      const inside: Place = { ...place, role: 'list-item', depth: place.depth + 1 }
      const text = this.prepared.text.slice(item.mark.start, item.mark.end)
      const ordinal = Number.isNaN(first) ? {} : { ordinal: first + index }
      const bullet = { text, span: sourceSpan(this.prepared, item.mark.start, item.mark.end), ...ordinal, list }
      item.children.forEach((child, position) => {
        if (position > 0 || child.type !== 'paragraph') {
          this.#block(child, inside)
          return
        }
        this.#add({ start: item.mark.start, end: child.end }, this.#inlines(child.children, item.mark), {
          role: 'list-item',
          depth: inside.depth,
          bullet,
          ...labelOf(place),
        })
      })
    })
  }

  #table(rows: readonly (readonly MarkdownCell[])[], place: Place): void {
    const table = this.page.tables++
    rows.forEach((cells, row) => {
      for (const cell of cells) {
        const where = { table, row, column: cell.column, header: row === 0 }
        this.#add(cell, this.#inlines(cell.children), { role: 'table-cell', cell: where, ...labelOf(place) })
      }
    })
  }

  #inlines(children: readonly MarkdownInline[], bullet?: { start: number; end: number }): ReadText | undefined {
    const reader = new InlineReader(this.prepared, this.page)
    if (bullet) reader.bullet(bullet)
    return reader.read(children)
  }

  #add(at: { start: number; end: number }, read: ReadText | undefined, block: Omit<Block, 'text' | 'map' | 'marks' | 'span'>): void {
    this.page.add(read, { ...block, span: sourceSpan(this.prepared, at.start, at.end) })
  }
}

const labelOf = (place: Place) => (place.label === undefined ? {} : { label: place.label })

/** An MDX `import` or `export`: code, though Markdown takes it for a paragraph. */
function isModuleLine(text: string): boolean {
  return (
    /^import\s+(?:[\w*{}\s,$]+\s+from\s+)?['"][^'"\n]+['"]/.test(text) || /^export\s+(?:const|let|default|function|async|\{|\*)/.test(text)
  )
}
