import type { Effect, EvidenceFrame, LanguageId, Sentence } from './sentence.js'
import type { Span } from './span.js'

export type ClaimKind =
  | 'disease'
  | 'structure-function'
  | 'study'
  | 'nutrient-content'
  | 'health-claim'
  | 'general-wellbeing'
  | 'deficiency'
  | 'absolute'
  | 'testimonial'

/** An asserted claim, joined to its marker and citations. Indexes point into its article's arrays. */
export interface Claim {
  readonly id: string
  readonly kind: ClaimKind
  readonly article: number
  readonly block: number
  readonly sentence: Sentence
  /** The words that make it, in order; `span` covers them. */
  readonly parts: readonly Span[]
  readonly span: Span
  readonly language: LanguageId
  readonly effect?: Effect
  readonly evidence?: EvidenceFrame
  readonly hedged: boolean
  readonly attributed: boolean
  /** Index into `Article.markers` of the call that belongs to it; absent when unmarked. */
  readonly marker?: number
  /** Indexes into `Article.citations`. */
  readonly citations: readonly number[]
  /** Rule id that yielded it. */
  readonly by: string
}
