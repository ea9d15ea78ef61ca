import type { SourceMap } from './source-map.js'
import type { Span, TextSpan } from './span.js'

/** What a block is on the page. `reference` and `notice` are never set by a format: the document layer recognises them. */
export type BlockRole =
  | 'prose'
  | 'heading'
  | 'list-item'
  | 'table-cell'
  | 'caption'
  | 'quote'
  | 'button'
  | 'alt-text'
  | 'title-attribute'
  | 'aria-label'
  | 'metadata'
  | 'footnote'
  | 'reference'
  | 'notice'
  | 'code'

/** What an inline construct does to the visible text it covers. */
export type InlineMark =
  | { readonly kind: 'link'; readonly at: TextSpan; readonly href: string; readonly span: Span }
  | { readonly kind: 'emphasis' | 'strong' | 'superscript' | 'subscript' | 'ruby-base'; readonly at: TextSpan; readonly span: Span }
  /** Inline code and the like: part of the visible text, no claim surface. */
  | { readonly kind: 'code'; readonly at: TextSpan; readonly span: Span }
  /** `[^1]`: no visible text of its own; `at` is the empty place where it stands. */
  | { readonly kind: 'footnote-call'; readonly at: TextSpan; readonly label: string; readonly span: Span }
  /** `id=` or `name=` on or inside the block, a target of `href="#…"`. */
  | { readonly kind: 'anchor'; readonly at: TextSpan; readonly id: string; readonly span: Span }
  /** The empty place where a template puts text of its own: `{{ price }}`. */
  | { readonly kind: 'output'; readonly at: TextSpan; readonly span: Span }
  /**
   * An asterisk (or underscore) run in the source that the format took as markup, so that no reader sees it:
   * `at` is the empty place in the visible text where it stood, `as` what it became. See 21 CFR 101.93(d): a symbol has to be there.
   */
  | { readonly kind: 'delimiter'; readonly at: TextSpan; readonly symbol: string; readonly as: 'emphasis' | 'bullet'; readonly span: Span }

/** A stretch of the document that a reader takes in as one: a paragraph, an item, a cell, an attribute. */
export interface Block {
  readonly role: BlockRole
  /** Visible text. Line ends inside a block are one `\n` (a soft break), whatever the source has; a `<br>` or hard break too. */
  readonly text: string
  readonly map: SourceMap
  /** The block's whole source, markup included. */
  readonly span: Span
  readonly marks: readonly InlineMark[]
  /** Heading level (1–6) or list depth (1 = outermost). */
  readonly depth?: number
  /** What opens a list item in the source: `-`, `*`, `•`, `1.`, `①`, with its number where it has one. */
  readonly bullet?: { readonly text: string; readonly span: Span; readonly ordinal?: number; readonly list: number }
  /** Place in a table; `table` counts tables of the document from 0. `header`: a header row or column cell. */
  readonly cell?: { readonly table: number; readonly row: number; readonly column: number; readonly header: boolean }
  /** Metadata: `title`, `description`, `keywords`, `og:description`, `json-ld:description`, `front-matter:title` … */
  readonly field?: string
  /** `[^label]:` of a footnote definition. */
  readonly label?: string
  /** HTML landmark the block stands in: `footer`, `nav`, `aside`, `header`. */
  readonly landmark?: string
  /** Ordinal of the enclosing HTML `<article>`; absent outside of one. */
  readonly articleElement?: number
  /** Declared language (`lang=`), lower case, else absent. */
  readonly lang?: string
  /** The page hides it (`hidden`, `display:none`): the reader does not see it. */
  readonly hidden?: boolean
  /** Where it stands in terms its writer knows, for files whose lines no writer sees. */
  readonly locus?: Locus
}

/** A place in a file without lines, or whose lines mean nothing: numbers are 1-based. */
export type Locus =
  /** A paragraph of a document's part; `note`: of which note. Empty paragraphs, and those in tables and text boxes, count. */
  | {
      readonly kind: 'paragraph'
      readonly part: 'body' | 'header' | 'footer' | 'footnote' | 'endnote'
      readonly number: number
      readonly note?: number
    }
  /** A field of a record: `products[2].description`. */
  | { readonly kind: 'field'; readonly path: string }

/** A part of the input that holds no text we can read. */
export interface Unread {
  readonly what:
    | 'image-without-text'
    | 'embedded-media'
    | 'structure-not-read'
    | 'template-expression'
    | 'markup-not-aligned'
    /** Word: struck by a tracked change, set as hidden, a comment, a letter of a font without Unicode. */
    | 'deleted-text'
    | 'hidden-text'
    | 'comment'
    | 'symbol'
    /** What a plug-in of the site adds, which stands nowhere in the source. */
    | 'generated-content'
    /** A selector of the config that leads to something other than text. */
    | 'field-without-text'
  readonly span: Span
}

/** A comment that may hold a directive (`claimlint-disable-next-line …`); `text` without its delimiters. */
export interface Comment {
  readonly text: string
  readonly span: Span
}

/** What a format makes of a source: blocks in source order of their start. */
export interface ParsedSource {
  readonly blocks: readonly Block[]
  readonly unread: readonly Unread[]
  readonly comments: readonly Comment[]
  /** Raw front matter, where there is some: for `claimlint:` keys. Offsets of the text between the fences. */
  readonly frontMatter?: { readonly kind: 'yaml' | 'toml'; readonly text: string; readonly span: Span }
  /** What all offsets count in, where the source is no text a person reads (a Word document). */
  readonly transcript?: string
  /** Nothing in it can be replaced in place: text that is put in would have to be written as the file writes it. */
  readonly isReadOnly?: boolean
}

/** What of the config a format needs; plain data. */
export interface ReadOptions {
  /** As in `LintOptions`: an extension may tell dialects apart. */
  readonly path: string
  /** Fields of a data file that are read, by selector, and what they are written in. */
  readonly content: Readonly<Record<string, 'text' | 'markdown' | 'html'>>
  /** Remark plug-ins of the site: files, absolute, with their options. */
  readonly plugins: readonly { readonly file: string; readonly options?: unknown }[]
}

/** Reads one kind of source. `parse` never throws: what cannot be read becomes plain text or an `Unread`. */
export interface Format {
  readonly id: string
  /** With the dot, lower case. */
  readonly extensions: readonly string[]
  parse(source: string, options?: ReadOptions): ParsedSource | Promise<ParsedSource>
  /** For files that are no text: the source for `parse`. Throws `UnreadableSource` for bytes that are no such file. */
  open?(bytes: Uint8Array): Promise<string>
  /** For files with a grammar: throws `UnreadableSource` when the source breaks it, or when nothing the options ask for is there. */
  check?(source: string, options: ReadOptions): Promise<void>
}
