import type { Block, BlockRole, InlineMark, ParsedSource, Unread } from '../../core/block.js'
import type { Span, TextSpan } from '../../core/span.js'
import { Page } from '../page.js'
import { prepare } from '../prepared.js'
import { type PlacedMark, VisibleText } from '../visible-text.js'

/** A paragraph of the document: a line of the transcript. All offsets are those of the transcript. */
export interface Paragraph extends Span {
  readonly role: BlockRole
  readonly depth?: number
  readonly bullet?: { readonly text: string; readonly ordinal?: number; readonly list: number }
  readonly cell?: NonNullable<Block['cell']>
  readonly label?: string
  readonly landmark?: string
  readonly locus: NonNullable<Block['locus']>
  /** Line breaks inside the paragraph: a space in the transcript, so that a line stays a paragraph. */
  readonly breaks: readonly number[]
  readonly marks: readonly ParagraphMark[]
}

export type ParagraphMark =
  | (Span & { readonly kind: 'emphasis' | 'strong' | 'superscript' | 'subscript' | 'ruby-base' | 'code' })
  | (Span & { readonly kind: 'link'; readonly href: string })
  | (Span & { readonly kind: 'footnote-call'; readonly label: string })
  | (Span & { readonly kind: 'anchor'; readonly id: string })

/** A document as text, a paragraph a line, and what its lines are. Plain data: it travels as JSON. */
export interface Transcript {
  readonly text: string
  readonly paragraphs: readonly Paragraph[]
  readonly unread: readonly Unread[]
}

/** The blocks of a transcript. */
export function blocksOf({ text, paragraphs, unread }: Transcript): ParsedSource {
  const page = new Page()
  const prepared = prepare(text)
  for (const paragraph of paragraphs) {
    const { start, end, breaks, marks, bullet, ...rest } = paragraph
    const visible = new VisibleText(prepared, 'keep')
    const here = new Map<ParagraphMark, number>()
    const edges = [...new Set([start, end, ...breaks, ...breaks.map((at) => at + 1), ...marks.flatMap((mark) => [mark.start, mark.end])])]
    edges.sort((a, b) => a - b)
    edges.forEach((edge, i) => {
      for (const mark of marks) if (mark.start === edge) here.set(mark, visible.here)
      const next = edges[i + 1]
      if (next !== undefined) {
        if (breaks.includes(edge)) visible.break(edge, next)
        else visible.add(text.slice(edge, next), edge, next)
      }
      for (const mark of marks) if (mark.end === (next ?? edge) && mark.start < mark.end) visible.mark(placed(mark), here.get(mark)!)
      for (const mark of marks) if (mark.start === edge && mark.end === edge) visible.point(placed(mark), here.get(mark)!)
    })
    const span = { start, end }
    page.add(visible.finish(), { ...rest, span, ...(bullet && { bullet: { ...bullet, span: { start, end: start } } }) })
  }
  page.unread.push(...unread)
  return { ...page.finish(), transcript: text, isReadOnly: true }
}

function placed({ start, end, ...mark }: ParagraphMark): PlacedMark {
  return { ...mark, span: { start, end } } as PlacedMark & { at?: TextSpan } as InlineMark
}
