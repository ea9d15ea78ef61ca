import { parse, postprocess, preprocess } from 'micromark'
import type { Extension } from 'micromark-util-types'
import type { Span } from '../../core/span.js'
import { decodeReference, type Piece } from '../character-references.js'
import type { MarkdownInline } from './tree.js'

type Kind = 'text' | 'break' | 'code' | 'codeBlock' | 'title' | 'label' | 'enter' | 'exit' | 'skip' | 'endSkip' | 'html'
interface Token extends Piece {
  readonly kind: Kind
  readonly name: string
  /** Where the event stands: the edge that was entered or left. Never falls. */
  readonly at: number
}

const LEAVES: Readonly<Record<string, Kind>> = {
  data: 'text',
  characterEscape: 'text',
  characterReference: 'text',
  autolinkProtocol: 'text',
  autolinkEmail: 'text',
  literalAutolinkHttp: 'text',
  literalAutolinkWww: 'text',
  literalAutolinkEmail: 'text',
  lineEnding: 'break',
  codeTextData: 'code',
  codeFlowValue: 'codeBlock',
  htmlFlowData: 'html',
  resourceTitleString: 'title',
  labelText: 'label',
}

/**
 * Where every letter of a Markdown text stands, from the parser's own events: a syntax tree gives for a text node only its edges,
 * and between them lie escapes, references and line prefixes.
 */
export class Pieces {
  readonly #tokens: readonly Token[]

  constructor(
    private readonly text: string,
    extensions: readonly Extension[],
  ) {
    this.#tokens = this.#readTokens(extensions)
  }

  /** Visible text and line ends between two offsets; a stretch that begins before `start` is cut there. */
  textIn(start: number, end: number): Piece[] {
    const pieces: Piece[] = this.#in(start, end).filter(({ kind }) => kind === 'text' || kind === 'break' || kind === 'code')
    const before = this.#tokens[this.#firstAt(start) - 1]
    if (before?.kind === 'text' && before.end > start) pieces.unshift({ value: this.text.slice(start, before.end), start, end: before.end })
    return pieces
  }

  /** The lines of a code block, line ends between them included. */
  codeIn(start: number, end: number): Piece[] {
    return this.#in(start, end).filter(({ kind }) => kind === 'codeBlock' || kind === 'break')
  }

  /** What lies between the lines of a block of HTML: quote marks and indentation. */
  htmlGapsIn(start: number, end: number): Span[] {
    const gaps: Span[] = []
    let from = start
    for (const token of this.#in(start, end)) {
      if (token.kind !== 'html' && token.kind !== 'break') continue
      if (token.start > from) gaps.push({ start: from, end: token.start })
      from = token.end
    }
    return gaps
  }

  /** The title of a link or image that ends at `end`. */
  titleIn(start: number, end: number): Piece[] | undefined {
    const title = this.#in(start, end).findLast(({ kind }) => kind === 'title')
    return title && this.textIn(title.start, title.end)
  }

  /** The text between the brackets of the image that begins at `start`, with the emphasis in it. */
  labelIn(start: number, end: number): Span & { children: MarkdownInline[] } {
    const label = this.#in(start, end).find(({ kind }) => kind === 'label')
    if (!label) return { start: start + 2, end: start + 2, children: [] }
    return { start: label.start, end: label.end, children: this.#inlines(label.start, label.end) }
  }

  #inlines(start: number, end: number): MarkdownInline[] {
    const root: MarkdownInline[] = []
    const open: { token: Token; children: MarkdownInline[] }[] = []
    let skipping = 0
    for (const token of this.#in(start, end)) {
      const into = open.at(-1)?.children ?? root
      const span = { start: token.start, end: token.end }
      if (token.kind === 'skip') skipping++
      else if (token.kind === 'endSkip') skipping--
      else if (skipping > 0) continue
      else if (token.kind === 'enter') open.push({ token, children: [] })
      else if (token.kind === 'exit') {
        const node = open.pop()
        if (node) (open.at(-1)?.children ?? root).push(styled(token.name === 'strong' ? 'strong' : 'emphasis', token, node.children))
      } else if (token.kind === 'break') into.push({ type: 'break', ...span })
      else if (token.kind === 'text' || token.kind === 'code') into.push({ type: 'text', ...span, value: token.value })
    }
    return root
  }

  /** Index of the first event at or after an offset. */
  #firstAt(offset: number): number {
    let low = 0
    let high = this.#tokens.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.#tokens[middle]!.at < offset) low = middle + 1
      else high = middle
    }
    return low
  }

  #in(start: number, end: number): Token[] {
    const found: Token[] = []
    for (let i = this.#firstAt(start); i < this.#tokens.length && this.#tokens[i]!.at <= end; i++) {
      const token = this.#tokens[i]!
      if (token.start >= start && token.end <= end) found.push(token)
    }
    return found
  }

  #readTokens(extensions: readonly Extension[]): Token[] {
    const events = postprocess(
      parse({ extensions: [...extensions] })
        .document()
        .write(preprocess()(this.text, undefined, true)),
    )
    const tokens: Token[] = []
    for (const [event, { type, start, end }] of events) {
      const kind = event === 'enter' ? (LEAVES[type] ?? opening(type)) : closing(type)
      if (!kind) continue
      const at = event === 'enter' ? start.offset : end.offset
      // A line end in a block of HTML reaches over the quote marks of the next line.
      const stop = type === 'lineEnding' ? start.offset + 1 : end.offset
      tokens.push({ kind, name: type, at, value: this.#read(type, start.offset, stop), start: start.offset, end: stop })
    }
    return tokens
  }

  #read(type: string, start: number, end: number): string {
    const raw = this.text.slice(start, end)
    if (type === 'characterEscape') return raw.slice(1)
    if (type === 'characterReference') return decodeReference(raw, 'markdown')
    return raw
  }
}

const opening = (type: string): Kind | undefined =>
  /^(?:emphasis|strong)$/.test(type) ? 'enter' : /^(?:resource|reference)$/.test(type) ? 'skip' : undefined
const closing = (type: string): Kind | undefined =>
  /^(?:emphasis|strong)$/.test(type) ? 'exit' : /^(?:resource|reference)$/.test(type) ? 'endSkip' : undefined

function styled(type: 'strong' | 'emphasis', { start, end }: Span, children: MarkdownInline[]): MarkdownInline {
  const width = type === 'strong' ? 2 : 1
  return { type, start, end, opening: { start, end: start + width }, closing: { start: end - width, end }, children }
}
