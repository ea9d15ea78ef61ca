import type { Precedent } from './precedent.js'
import type { Span } from './span.js'

export type Severity = 'error' | 'warning' | 'info'

/** A change of the source: replace `span` by `text`. */
export interface Edit {
  readonly span: Span
  readonly text: string
}

/** What a rule reports: data only; a reporter makes the words, in the reader's language. */
export interface Finding {
  readonly rule: string
  readonly severity: Severity
  readonly span: Span
  /** Key into the rule's `messages`. */
  readonly message: string
  readonly data: Readonly<Record<string, string>>
  readonly related: readonly { readonly span: Span; readonly message: string; readonly data?: Readonly<Record<string, string>> }[]
  /** Applied by `--fix`: it cannot change what the text claims. */
  readonly fix?: readonly Edit[]
  /** Offered, never applied by `--fix`. `desc` is a key into the rule's `suggestions`. */
  readonly suggestions: readonly {
    readonly desc: string
    readonly data?: Readonly<Record<string, string>>
    readonly edits: readonly Edit[]
  }[]
  /** Index of the article it stands in. */
  readonly article: number
  /** Id of the claim it is about, where it is about one. */
  readonly claim?: string
  /** What an authority said of a wording that promises a like effect. */
  readonly precedent?: Precedent
}
