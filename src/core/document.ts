import type { Block, Comment, ParsedSource, Unread } from './block.js'
import type { Sentence } from './sentence.js'
import type { Span, TextSpan } from './span.js'

/** A place in the visible text of one block, with its source span computed once. */
export interface Place {
  readonly block: number
  readonly at: TextSpan
  readonly span: Span
}

/**
 * A symbol that a claim carries (`call`) or that opens a note (`note`). `symbol` is normalised (full width to half width, `※１` to `※1`),
 * so that two markers are the same exactly when their symbols are equal; `written` is what stands on the page.
 */
export interface Marker extends Place {
  readonly role: 'call' | 'note'
  readonly symbol: string
  readonly written: string
  /** Markdown took it as markup: the reader never sees it. */
  readonly swallowed?: 'emphasis' | 'bullet'
  /** For a call: index into `Article.notices` of the note it reaches; absent when it leads nowhere. */
  readonly notice?: number
  /** For a call of a numbered reference: index into `Article.references`. */
  readonly reference?: number
}

/** One in-text pointer to a source. */
export interface Citation extends Place {
  readonly kind: 'number' | 'footnote' | 'link' | 'identifier' | 'author-year' | 'named-source'
  readonly text: string
  /** The label it asks for (`1`, `b`, `smith-2019`); a range `[2-4]` is one citation per number, all with the same span. */
  readonly label?: string
  /** Index into `Article.references`; absent where the citation is its own source (link, DOI) or leads nowhere. */
  readonly reference?: number
}

export type ReferenceField = 'author' | 'title' | 'source' | 'year' | 'locator'

/** An entry of a reference list. */
export interface Reference extends Place {
  readonly label?: string
  readonly text: string
  readonly title?: Place & { readonly text: string }
  readonly authors?: string
  readonly source?: string
  readonly year?: string
  readonly doi?: string
  readonly pmid?: string
  readonly url?: string
  /** Index of the reference list of the article it stands in (an article may hold two). */
  readonly list: number
  readonly missing: readonly ReferenceField[]
}

/** A difference between a disclaimer as written and as the law words it. */
export interface WordingDifference {
  readonly kind:
    | 'missing-sentence'
    | 'missing-verb'
    | 'added-verb'
    | 'changed-verb'
    | 'agency-abbreviated'
    | 'wrong-agency'
    | 'approved-for-evaluated'
    | 'negation-lost'
    | 'intention-lost'
    | 'hedge-inserted'
    | 'extra-words'
    | 'missing-words'
    | 'order'
    | 'serial-comma'
    | 'number'
  readonly found: string
  readonly expected: string
  readonly place?: Place
}

/** A note at the foot of a page, beside a table, under a claim: what its text says decides its kind. */
export interface Notice extends Place {
  readonly kind: 'fda-disclaimer' | 'daily-value' | 'price' | 'study-note' | 'reference' | 'personal-opinion' | 'required-field' | 'other'
  readonly language: 'en' | 'ja' | 'other'
  /** Its own symbols: usually one, several in `*† These statements …`, none where it has to be next to what it explains. */
  readonly symbols: readonly string[]
  /** Indexes into `Article.markers` of these symbols. */
  readonly markers: readonly number[]
  /** Only for `fda-disclaimer`. `partial`: a sentence or verb is missing; `altered`: other words. */
  readonly fidelity: 'exact' | 'translated' | 'altered' | 'partial' | 'fused' | 'none'
  /** `This statement …` or `These statements …`; absent in languages without number. */
  readonly number?: 'singular' | 'plural'
  readonly differences: readonly WordingDifference[]
  /** The text that is compared: without symbol, lead ("Disclaimer:") and what else the notice says. */
  readonly words?: Place
}

/** Index range of an article's blocks in `PageDocument.blocks`, end exclusive. One file may hold several articles. */
export interface Article {
  readonly blocks: { readonly first: number; readonly end: number }
  readonly span: Span
  readonly title?: string
  readonly markers: readonly Marker[]
  readonly citations: readonly Citation[]
  readonly references: readonly Reference[]
  /** Heading block of each reference list, in order. */
  readonly referenceLists: readonly {
    readonly heading?: number
    readonly label: string
    readonly first: number
    readonly end: number
    readonly isFurtherReading?: boolean
  }[]
  readonly notices: readonly Notice[]
  /** Sentences that take the disclaimer back; absent where there is none. */
  readonly contradictions?: readonly Place[]
}

/** A block with its sentences. `silent`: text ranges in which no claim is made (a disclaimer, code, a reference entry). */
export interface ReadBlock extends Block {
  readonly index: number
  readonly article: number
  /** What the document layer found the block to be; the format's role stays in `role`. */
  readonly is: 'text' | 'notice' | 'reference' | 'reference-heading' | 'code'
  readonly silent: readonly TextSpan[]
  readonly sentences: readonly Sentence[]
  /** It holds a name that the configuration or the article gives a product. */
  readonly namesProduct: boolean
}

/** A page after reading and analysis: what rules and reporters look at. */
export interface PageDocument {
  readonly path: string
  readonly source: string
  readonly format: string
  readonly blocks: readonly ReadBlock[]
  readonly articles: readonly Article[]
  readonly unread: readonly Unread[]
  readonly comments: readonly Comment[]
  /** As the format found it: holds the `claimlint:` key of `src/lint/suppress.ts`. */
  readonly frontMatter?: ParsedSource['frontMatter']
}
