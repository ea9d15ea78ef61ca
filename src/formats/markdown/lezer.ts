import type { SyntaxNode, Tree } from '@lezer/common'
import { GFM, parser } from '@lezer/markdown'
import type { Span } from '../../core/span.js'
import { decodePieces, decodeReference, type Piece } from '../character-references.js'
import { definedLinks, findLabels, footnotes, hardBreaks, withTightTableRules } from './lezer-extensions.js'
import { hardBreak, type MarkdownBlock, type MarkdownCell, type MarkdownInline, type MarkdownItem, normalizeLabel } from './tree.js'

/** Reads Markdown with lezer: one tree in which every mark, escape and prefix has its own place. */
export function readWithLezer(text: string): readonly MarkdownBlock[] {
  const labels = findLabels(text)
  const tree = parser.configure([GFM, footnotes(labels), definedLinks(labels), hardBreaks]).parse(withTightTableRules(text))
  return new LezerReader(text, tree).read()
}

class LezerReader {
  readonly #definitions = new Map<string, string>()
  readonly #footnotes = new Set<string>()

  constructor(
    private readonly text: string,
    private readonly tree: Tree,
  ) {
    if (text.includes(']:')) this.#readDefinitions()
  }

  read(): readonly MarkdownBlock[] {
    return this.#blocks(this.tree.topNode)
  }

  #slice({ from, to }: SyntaxNode): string {
    return this.text.slice(from, to)
  }

  #readDefinitions(): void {
    this.tree.iterate({
      enter: ({ name, node }) => {
        if (name === 'FootnoteDefinition') this.#footnotes.add(normalizeLabel(this.#footnoteLabel(node)))
        if (name !== 'LinkReference') return
        const label = node.getChild('LinkLabel')
        const key = label ? normalizeLabel(this.#slice(label).slice(1, -1)) : ''
        if (key && !this.#definitions.has(key)) this.#definitions.set(key, this.#href(node))
      },
    })
  }

  #href(node: SyntaxNode): string {
    const url = node.getChild('URL')
    if (!url) return ''
    const raw = this.#slice(url)
    const bare = raw.startsWith('<') && raw.endsWith('>') ? raw.slice(1, -1) : raw
    return unescapeText(bare)
  }

  #blocks(parent: SyntaxNode): MarkdownBlock[] {
    const blocks: MarkdownBlock[] = []
    for (let node = parent.firstChild; node; node = node.nextSibling) {
      const block = this.#block(node)
      if (block) blocks.push(block)
    }
    return blocks
  }

  #block(node: SyntaxNode): MarkdownBlock | undefined {
    const span = { start: node.from, end: node.to }
    switch (node.name) {
      case 'Paragraph':
      case 'Task':
        return { type: 'paragraph', ...span, children: this.#inlines(node) }
      case 'Blockquote':
        return { type: 'quote', ...span, children: this.#blocks(node) }
      case 'BulletList':
      case 'OrderedList':
        return { type: 'list', ...span, items: node.getChildren('ListItem').map((item) => this.#item(item)) }
      case 'FootnoteDefinition':
        return { type: 'footnote', ...span, label: this.#footnoteLabel(node), children: this.#blocks(node) }
      case 'FencedCode':
      case 'CodeBlock':
        return { type: 'code', ...span, pieces: this.#codeText(node) }
      case 'HTMLBlock':
      case 'CommentBlock':
      case 'ProcessingInstructionBlock':
        return { type: 'html', ...span, blanks: node.getChildren('QuoteMark').map(({ from, to }) => ({ start: from, end: to })) }
      case 'Table':
        return { type: 'table', ...span, rows: this.#rows(node) }
    }
    const heading = /^(?:ATX|Setext)Heading([1-6])$/.exec(node.name)
    if (heading) return { type: 'heading', ...span, depth: Number(heading[1]), children: this.#inlines(node) }
    return undefined
  }

  #item(node: SyntaxNode): MarkdownItem {
    const mark = node.getChild('ListMark') ?? node
    return { start: mark.from, end: node.to, mark: { start: mark.from, end: mark.to }, children: this.#blocks(node) }
  }

  #footnoteLabel(node: SyntaxNode): string {
    const mark = node.getChild('FootnoteMark')
    return mark ? this.#slice(mark).slice(2, -2) : ''
  }

  #codeText(node: SyntaxNode): Piece[] {
    return node.getChildren('CodeText').map(({ from, to }) => ({ value: this.text.slice(from, to), start: from, end: to }))
  }

  #rows(table: SyntaxNode): MarkdownCell[][] {
    const rows: MarkdownCell[][] = []
    for (let row = table.firstChild; row; row = row.nextSibling) {
      if (row.name !== 'TableHeader' && row.name !== 'TableRow') continue
      const cells: MarkdownCell[] = []
      let column = 0
      for (let node = row.firstChild; node; node = node.nextSibling) {
        if (node.name === 'TableCell') cells.push({ start: node.from, end: node.to, column, children: this.#inlines(node, true) })
        // The pipe before the first cell opens the row; every other one ends a column.
        else if (node.name === 'TableDelimiter' && (node.prevSibling || cells.length > 0)) column++
      }
      rows.push(cells)
    }
    return rows
  }

  /** The inline content of a node: its children, and as text whatever lies between them. */
  #inlines(parent: SyntaxNode, inTable = false, from = parent.from, to = parent.to): MarkdownInline[] {
    const inlines: MarkdownInline[] = []
    let at = from
    for (let node = parent.childAfter(from); node && node.from < to; node = node.nextSibling) {
      if (node.from < from) continue
      this.#text(inlines, at, node.from)
      at = Math.max(at, this.#inline(inlines, node, inTable))
    }
    this.#text(inlines, at, to)
    return inlines
  }

  #text(inlines: MarkdownInline[], start: number, end: number): void {
    let from = start
    while (from < end) {
      const line = this.text.indexOf('\n', from)
      const stop = line < 0 || line >= end ? end : line
      if (stop > from) inlines.push({ type: 'text', value: this.text.slice(from, stop), start: from, end: stop })
      if (stop < end) inlines.push({ type: 'break', start: stop, end: stop + 1 })
      from = stop + 1
    }
  }

  /** Adds what a node reads as and returns the offset where reading goes on. */
  #inline(inlines: MarkdownInline[], node: SyntaxNode, inTable: boolean): number {
    const span = { start: node.from, end: node.to }
    switch (node.name) {
      case 'Escape':
        inlines.push({ type: 'text', value: this.text.slice(node.from + 1, node.to), ...span })
        return node.to
      case 'Entity':
        inlines.push({ type: 'text', value: decodeReference(this.#slice(node), 'markdown'), ...span })
        return node.to
      case 'HardBreak':
        inlines.push(hardBreak(this.text, span))
        return node.to
      case 'Emphasis':
      case 'StrongEmphasis':
      case 'Strikethrough':
        inlines.push(this.#styled(node, inTable))
        return node.to
      case 'Link':
        this.#link(inlines, node, inTable)
        return node.to
      case 'Image':
        this.#image(inlines, node, inTable)
        return node.to
      case 'Autolink':
      case 'URL':
        this.#autolink(inlines, node)
        return node.to
      case 'InlineCode':
        inlines.push({ type: 'code', ...span, children: this.#inlineCode(node, inTable) })
        return node.to
      case 'HTMLTag':
      case 'Comment':
      case 'ProcessingInstruction':
        inlines.push({ type: 'html', ...span })
        return node.to
      case 'FootnoteCall':
        this.#footnoteCall(inlines, node)
        return node.to
      case 'HeaderMark':
      case 'QuoteMark':
      case 'TaskMarker':
        return node.to
      default:
        return node.from
    }
  }

  #footnoteCall(inlines: MarkdownInline[], node: SyntaxNode): void {
    const label = this.text.slice(node.from + 2, node.to - 1)
    if (this.#footnotes.has(normalizeLabel(label))) inlines.push({ type: 'footnote-call', start: node.from, end: node.to, label })
    else this.#text(inlines, node.from, node.to)
  }

  #styled(node: SyntaxNode, inTable: boolean): MarkdownInline {
    const opening = { start: node.firstChild!.from, end: node.firstChild!.to }
    const closing = { start: node.lastChild!.from, end: node.lastChild!.to }
    const type = node.name === 'Emphasis' ? 'emphasis' : node.name === 'StrongEmphasis' ? 'strong' : 'delete'
    const children = this.#inlines(node, inTable, opening.end, closing.start)
    return { type, start: node.from, end: node.to, opening, closing, children }
  }

  #link(inlines: MarkdownInline[], node: SyntaxNode, inTable: boolean): void {
    const { content, href } = this.#target(node)
    const children = this.#inlines(node, inTable, content.start, content.end)
    if (href !== undefined) {
      inlines.push({ type: 'link', start: node.from, end: node.to, href, children, ...this.#title(node) })
      return
    }
    this.#text(inlines, node.from, content.start)
    inlines.push(...children)
    this.#text(inlines, content.end, node.to)
  }

  #image(inlines: MarkdownInline[], node: SyntaxNode, inTable: boolean): void {
    const { content, href } = this.#target(node)
    const children = this.#inlines(node, inTable, content.start, content.end)
    if (href === undefined) {
      this.#text(inlines, node.from, content.start)
      inlines.push(...children)
      this.#text(inlines, content.end, node.to)
      return
    }
    inlines.push({
      type: 'image',
      start: node.from,
      end: node.to,
      alt: { ...content, children },
      ...this.#title(node),
    })
  }

  #title(node: SyntaxNode): { title?: Piece[] } {
    const title = node.getChild('LinkTitle')
    return title ? { title: unescapePieces(this.text, title.from + 1, title.to - 1) } : {}
  }

  /** Where the text of a link stands and where the link leads; no `href` when its label is not defined. */
  #target(node: SyntaxNode): { content: Span; href?: string } {
    const [open, close, paren] = node.getChildren('LinkMark')
    const content = { start: open!.to, end: close!.from }
    if (paren) return { content, href: this.#href(node) }
    const label = node.getChild('LinkLabel')
    const written = label ? this.#slice(label).slice(1, -1).trim() : ''
    const href = this.#definitions.get(normalizeLabel(written || this.text.slice(content.start, content.end)))
    return href === undefined ? { content } : { content, href }
  }

  #autolink(inlines: MarkdownInline[], node: SyntaxNode): void {
    const url = node.name === 'URL' ? node : node.getChild('URL')!
    const value = this.#slice(url)
    const scheme = /^[a-z][a-z\d+.-]*:/i.test(value) ? '' : value.includes('@') ? 'mailto:' : 'http://'
    const text: MarkdownInline = { type: 'text', value, start: url.from, end: url.to }
    inlines.push({ type: 'link', start: node.from, end: node.to, href: scheme + value, children: [text] })
  }

  #inlineCode(node: SyntaxNode, inTable: boolean): MarkdownInline[] {
    let from = node.firstChild!.to
    let to = node.lastChild!.from
    const edge = (at: number) => /[ \n]/.test(this.text[at] ?? '')
    // CommonMark 6.1: one space at both ends belongs to the marks, unless there is nothing else.
    if (edge(from) && edge(to - 1) && this.text.slice(from, to).trim() !== '') {
      from++
      to--
    }
    const inlines: MarkdownInline[] = []
    let at = from
    for (const mark of node.getChildren('QuoteMark')) {
      this.#text(inlines, at, mark.from)
      at = mark.to
    }
    if (!inTable) {
      this.#text(inlines, at, to)
      return inlines
    }
    for (let pipe = this.text.indexOf('\\|', at); pipe >= 0 && pipe < to; pipe = this.text.indexOf('\\|', at)) {
      this.#text(inlines, at, pipe)
      inlines.push({ type: 'text', value: '|', start: pipe, end: pipe + 2 })
      at = pipe + 2
    }
    this.#text(inlines, at, to)
    return inlines
  }
}

const ESCAPE = /\\([!-/:-@[-`{-~])/g

/** Splits Markdown text that holds no other markup (a title) at escapes and character references. */
function unescapePieces(text: string, start: number, end: number): Piece[] {
  const pieces: Piece[] = []
  let from = start
  for (const match of text.slice(start, end).matchAll(ESCAPE)) {
    const at = start + match.index
    pieces.push(...decodePieces(text, from, at, 'markdown'), { value: match[1]!, start: at, end: at + 2 })
    from = at + 2
  }
  pieces.push(...decodePieces(text, from, end, 'markdown'))
  return pieces
}

function unescapeText(raw: string): string {
  return unescapePieces(raw, 0, raw.length)
    .map(({ value }) => value)
    .join('')
}
