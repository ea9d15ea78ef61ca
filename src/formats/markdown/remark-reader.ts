import type { Definition, List, Nodes, Parents, Root, RootContent, Table } from 'mdast'
import type { Span } from '../../core/span.js'
import type { Piece } from '../character-references.js'
import { blankOut } from '../prepared.js'
import { type JsxElement, literalIn, tagsOf } from './mdx.js'
import type { Pieces } from './remark-pieces.js'
import { hardBreak, type MarkdownBlock, type MarkdownInline, normalizeLabel } from './tree.js'

/** Content that a paragraph may hold; what a plug-in adds counts as such when it stands among it. */
const PHRASING = new Set(
  'text emphasis strong delete link linkReference image imageReference inlineCode break html footnoteReference mdxJsxTextElement mdxTextExpression textDirective inlineMath'.split(
    ' ',
  ),
)

/** Reads a syntax tree into blocks. */
export class RemarkReader {
  readonly #definitions = new Map<string, string>()
  /** Where something stands that a plug-in has made up: it has no place of its own. */
  readonly generated: Span[] = []
  /** Nodes of a kind that is not known and that hold nothing readable. */
  readonly unknown: Span[] = []

  constructor(
    private readonly text: string,
    private readonly pieces: Pieces,
    /** The tree went through plug-ins: a node without a place is theirs. */
    private readonly isTransformed = false,
  ) {}

  read(root: Root): MarkdownBlock[] {
    this.#readDefinitions(root)
    return this.#blocks(root)
  }

  #readDefinitions(node: Parents): void {
    for (const child of node.children) {
      if (child.type === 'definition') this.#define(child)
      else if ('children' in child) this.#readDefinitions(child)
    }
  }

  #define({ label, identifier, url }: Definition): void {
    const key = normalizeLabel(label ?? identifier)
    if (!this.#definitions.has(key)) this.#definitions.set(key, url)
  }

  #blocks(parent: Parents): MarkdownBlock[] {
    return parent.children.flatMap((child) => {
      if (child.position || !this.isTransformed) return this.#block(child as RootContent) ?? []
      this.generated.push(spanOf(parent))
      return []
    })
  }

  #block(node: RootContent): MarkdownBlock | readonly MarkdownBlock[] | undefined {
    const span = spanOf(node)
    switch (node.type) {
      case 'paragraph':
        return { type: 'paragraph', ...span, children: this.#inlines(node) }
      case 'heading':
        return { type: 'heading', ...span, depth: node.depth, children: this.#inlines(node) }
      case 'blockquote':
        return { type: 'quote', ...span, children: this.#blocks(node) }
      case 'list':
        return this.#list(node)
      case 'footnoteDefinition':
        return { type: 'footnote', ...span, label: node.label ?? node.identifier, children: this.#blocks(node) }
      case 'code':
        return { type: 'code', ...span, pieces: this.#code(span, node.value) }
      case 'html':
        return { type: 'html', ...span, blanks: this.pieces.htmlGapsIn(span.start, span.end) }
      case 'table':
        return this.#table(node)
      case 'mdxjsEsm':
        return { type: 'code', ...span, pieces: [{ value: this.text.slice(span.start, span.end), ...span }] }
      case 'mdxFlowExpression':
        return this.#expression(span)
      case 'mdxJsxFlowElement':
        return [{ type: 'html', ...tagsOf(node, this.text).opening, blanks: [] }, ...this.#blocks(node)]
      case 'definition':
        return undefined
    }
    return this.#foreign(node)
  }

  #expression(span: Span): MarkdownBlock {
    const raw = this.text.slice(span.start, span.end)
    if (/^\{\s*\/\*/.test(raw)) return { type: 'html', ...span, blanks: [] }
    return { type: 'paragraph', ...span, children: this.#expressionText(span) }
  }

  /** Its string, or what stands for it once it is blanked. */
  #expressionText(span: Span): MarkdownInline[] {
    const literal = literalIn(this.text, span)
    if (literal) return [{ type: 'text', value: this.text.slice(literal.start, literal.end), ...literal }]
    return [{ type: 'text', value: blankOut(this.text.slice(span.start, span.end)), ...span }]
  }

  /** A block of a plug-in's own kind: read for what it holds. */
  #foreign(node: Nodes): MarkdownBlock | readonly MarkdownBlock[] | undefined {
    const span = spanOf(node)
    if ('children' in node && node.children.length > 0) {
      if (!node.children.every(({ type }) => PHRASING.has(type))) return this.#blocks(node)
      return { type: 'paragraph', ...span, children: this.#inlines(node) }
    }
    if ('value' in node) return { type: 'code', ...span, pieces: [{ value: this.text.slice(span.start, span.end), ...span }] }
    if (node.type !== 'thematicBreak') this.unknown.push(span)
    return undefined
  }

  #list(list: List): MarkdownBlock {
    const items = list.children.map((item) => {
      const span = spanOf(item)
      const mark = /^(?:[-+*]|\d{1,9}[.)])/.exec(this.text.slice(span.start, span.start + 11))
      return { ...span, mark: { start: span.start, end: span.start + (mark?.[0].length ?? 0) }, children: this.#blocks(item) }
    })
    return { type: 'list', ...spanOf(list), items }
  }

  #table(table: Table): MarkdownBlock {
    const rows = table.children.map((row) =>
      row.children.map((cell, column) => {
        const children = this.#inlines(cell, true)
        const span = spanOf(cell)
        return { start: children[0]?.start ?? span.start, end: children.at(-1)?.end ?? span.end, column, children }
      }),
    )
    return { type: 'table', ...spanOf(table), rows }
  }

  #code({ start, end }: Span, value: string): Piece[] {
    const pieces = this.pieces.codeIn(start, end)
    // The line end after an opening fence is not part of the code.
    const isFenced = /^(?:`{3}|~{3})/.test(this.text.slice(start, start + 3))
    const inside: Piece[] = []
    let length = 0
    for (const piece of pieces.slice(isFenced ? 1 : 0)) {
      if (length >= value.length) break
      inside.push(piece)
      length += piece.value.length
    }
    return inside
  }

  #inlines(parent: Parents, inTable = false, from = spanOf(parent).start): MarkdownInline[] {
    const inlines: MarkdownInline[] = []
    const end = spanOf(parent).end
    let at = from
    for (const child of parent.children) {
      if (this.isTransformed && !child.position && !this.#isAutolink(child, at, end)) {
        this.generated.push({ start: at, end: at })
        continue
      }
      const found = this.#inline(child, inTable, at, end)
      inlines.push(...found)
      at = found.at(-1)?.end ?? at
    }
    return inlines
  }

  /** Autolinks are found after parsing and have no position either, but their words stand in the source. */
  #isAutolink(node: Nodes, from: number, to: number): boolean {
    const words = node.type === 'link' ? node.children.map((child) => ('value' in child ? child.value : '')).join('') : ''
    const value = node.type === 'text' ? node.value : words
    return value !== '' && this.text.slice(from, to).includes(value)
  }

  /** @param from where an inline without a position of its own begins at the earliest (autolinks are found after parsing) */
  #inline(node: Nodes, inTable: boolean, from: number, to: number): MarkdownInline[] {
    const span = node.position ? spanOf(node) : undefined
    switch (node.type) {
      case 'text':
        return this.#text(span ?? { start: from, end: to }, node.value)
      case 'break':
        return span ? [hardBreak(this.text, span)] : []
      case 'emphasis':
      case 'strong':
      case 'delete': {
        const width = node.type === 'emphasis' ? 1 : 2
        const { start, end } = spanOf(node)
        const edges = { opening: { start, end: start + width }, closing: { start: end - width, end } }
        return [{ type: node.type, start, end, ...edges, children: this.#inlines(node, inTable) }]
      }
      case 'link':
        return [this.#link(node, span, inTable, from, to)]
      case 'linkReference': {
        const href = this.#definitions.get(normalizeLabel(node.label ?? node.identifier)) ?? ''
        return [{ type: 'link', ...spanOf(node), href, children: this.#inlines(node, inTable) }]
      }
      case 'image':
      case 'imageReference': {
        const { start, end } = spanOf(node)
        const title = node.type === 'image' && node.title ? this.pieces.titleIn(start, end) : undefined
        return [{ type: 'image', start, end, alt: this.pieces.labelIn(start, end), ...(title ? { title } : {}) }]
      }
      case 'inlineCode':
        return [{ type: 'code', ...spanOf(node), children: this.#inlineCode(spanOf(node), inTable) }]
      case 'html':
        return [{ type: 'html', ...spanOf(node) }]
      case 'mdxTextExpression':
        return this.#expressionText(spanOf(node))
      case 'mdxJsxTextElement':
        return this.#jsx(node, inTable)
      case 'footnoteReference':
        return [{ type: 'footnote-call', ...spanOf(node), label: node.label ?? node.identifier }]
    }
    return 'children' in node ? this.#inlines(node, inTable) : []
  }

  #jsx(element: JsxElement, inTable: boolean): MarkdownInline[] {
    const { opening, closing } = tagsOf(element, this.text)
    return [
      { type: 'html', ...opening },
      ...this.#inlines(element, inTable, opening.end),
      ...(closing ? [{ type: 'html' as const, ...closing }] : []),
    ]
  }

  #link(node: Extract<Nodes, { type: 'link' }>, span: Span | undefined, inTable: boolean, from: number, to: number): MarkdownInline {
    if (!span) {
      const children = node.children.flatMap((child) => this.#inline(child, inTable, from, to))
      return { type: 'link', start: children[0]?.start ?? from, end: children.at(-1)?.end ?? from, href: node.url, children }
    }
    const title = node.title ? this.pieces.titleIn(span.start, span.end) : undefined
    return { type: 'link', ...span, href: node.url, children: this.#inlines(node, inTable), ...(title ? { title } : {}) }
  }

  /** The pieces of a text node: as many letters from its beginning on as it has. */
  #text({ start, end }: Span, value: string): MarkdownInline[] {
    const inlines: MarkdownInline[] = []
    let left = value.length
    for (const piece of this.pieces.textIn(start, end)) {
      if (left <= 0) break
      const from = Math.max(piece.start, start)
      const cut = piece.value.length > left
      inlines.push({ ...(cut ? { value: piece.value.slice(0, left), start: from, end: from + left } : piece), type: 'text' })
      left -= piece.value.length
    }
    return inlines
  }

  #inlineCode({ start, end }: Span, inTable: boolean): MarkdownInline[] {
    return this.pieces.textIn(start, end).flatMap((piece): MarkdownInline[] => {
      if (!inTable || !piece.value.includes('\\|')) return [{ ...piece, type: 'text' }]
      const parts = piece.value.split('\\|')
      let at = piece.start
      return parts.flatMap((part, index): MarkdownInline[] => {
        const text: MarkdownInline = { type: 'text', value: part, start: at, end: at + part.length }
        at += part.length
        if (index === parts.length - 1) return [text]
        at += 2
        return [text, { type: 'text', value: '|', start: at - 2, end: at }]
      })
    })
  }
}

const spanOf = (node: Nodes): Span => ({ start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 })
