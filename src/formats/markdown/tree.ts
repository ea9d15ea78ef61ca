import type { Span } from '../../core/span.js'
import type { Piece } from '../character-references.js'

/**
 * What a Markdown front end makes of a prepared text: only what matters for reading, with every letter's place.
 * All offsets are those of the prepared text.
 */
export type MarkdownBlock =
  | (Span & { readonly type: 'paragraph'; readonly children: readonly MarkdownInline[] })
  | (Span & { readonly type: 'heading'; readonly depth: number; readonly children: readonly MarkdownInline[] })
  | (Span & { readonly type: 'code'; readonly pieces: readonly Piece[] })
  /** Raw HTML; `blanks` are the quote marks of the lines inside it. */
  | (Span & { readonly type: 'html'; readonly blanks: readonly Span[] })
  | (Span & { readonly type: 'quote'; readonly children: readonly MarkdownBlock[] })
  | (Span & { readonly type: 'list'; readonly items: readonly MarkdownItem[] })
  | (Span & { readonly type: 'footnote'; readonly label: string; readonly children: readonly MarkdownBlock[] })
  | (Span & { readonly type: 'table'; readonly rows: readonly (readonly MarkdownCell[])[] })

export interface MarkdownItem extends Span {
  /** The list mark: `-`, `*`, `1.`. */
  readonly mark: Span
  readonly children: readonly MarkdownBlock[]
}

export interface MarkdownCell extends Span {
  readonly column: number
  readonly children: readonly MarkdownInline[]
}

export type MarkdownInline =
  | (Piece & { readonly type: 'text' })
  /** A soft or hard line break. */
  | (Span & { readonly type: 'break' })
  | (Span & {
      readonly type: 'emphasis' | 'strong' | 'delete'
      readonly opening: Span
      readonly closing: Span
      readonly children: readonly MarkdownInline[]
    })
  | (Span & {
      readonly type: 'link'
      readonly href: string
      readonly children: readonly MarkdownInline[]
      readonly title?: readonly Piece[]
    })
  | (Span & { readonly type: 'code'; readonly children: readonly MarkdownInline[] })
  | (Span & {
      readonly type: 'image'
      readonly alt: Span & { readonly children: readonly MarkdownInline[] }
      readonly title?: readonly Piece[]
    })
  /** One tag, comment, declaration or instruction. */
  | (Span & { readonly type: 'html' })
  | (Span & { readonly type: 'footnote-call'; readonly label: string })

/** Reads Markdown. Neither front matter nor what the input guard took out is in `text`. */
export type FrontEnd = (text: string) => readonly MarkdownBlock[] | Promise<readonly MarkdownBlock[]>

/** Labels are the same when they differ only in case and space (CommonMark 4.7). */
export function normalizeLabel(label: string): string {
  return label
    .replace(/[\t\n\r ]+/g, ' ')
    .trim()
    .toLowerCase()
    .toUpperCase()
}

/** A hard break stands for its backslash and line end; spaces before a line end are none of it, nor is the next line's prefix. */
export function hardBreak(text: string, { start }: Span): MarkdownInline {
  const newline = text.indexOf('\n', start)
  return { type: 'break', start: text[start] === '\\' ? start : newline, end: newline + 1 }
}
