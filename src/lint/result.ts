import type { Claim } from '../core/claim.js'
import type { PageDocument } from '../core/document.js'
import type { Finding } from '../core/finding.js'
import type { SilentReason } from '../core/sentence.js'
import type { Span } from '../core/span.js'

/** A candidate that made no claim, and why: what `explain <file>:<line>` shows. */
export interface SilentCandidate {
  readonly reason: SilentReason
  readonly span: Span
  readonly text: string
  readonly article: number
}

export interface Suppression {
  readonly kind: 'comment' | 'front-matter' | 'waiver' | 'baseline'
  readonly justification: string
  readonly approver?: string
  readonly until?: string
}

export interface SuppressedFinding {
  readonly finding: Finding
  readonly suppressions: readonly Suppression[]
}

/** What was read and what was not, so that nobody takes silence for a pass. */
export interface Coverage {
  readonly language: readonly string[]
  readonly sentences: number
  readonly characters: number
  readonly unread: readonly { readonly what: string; readonly span: Span }[]
  /** The raw text was looked through and held no candidate, so nothing was parsed: `sentences` is 0. */
  readonly scanned?: true
}

/** Everything a lint of one source yields. Pure data, the same for the same source and config. */
export interface FileResult {
  readonly path: string
  readonly document: PageDocument
  readonly claims: readonly Claim[]
  readonly silent: readonly SilentCandidate[]
  /** Sorted by place, then rule id. */
  readonly findings: readonly Finding[]
  readonly suppressed: readonly SuppressedFinding[]
  readonly coverage: Coverage
  /** A rule that threw: reported as `claimlint/rule-crashed` too, and exit 2. */
  readonly crashed: readonly string[]
}
