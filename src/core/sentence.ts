import type { TextSpan } from './span.js'

export type LanguageId = 'en' | 'ja'

/** One word. Spans are offsets into the block's visible text. */
export interface Token {
  readonly at: TextSpan
  /** As written, NFKC-folded and lower case: what patterns compare. */
  readonly surface: string
  /** Dictionary form, lower case; the surface where unknown. */
  readonly lemma: string
  /** Part of speech: for `ja` kuromoji's first two levels (`名詞,サ変接続`), for `en` one of `verb noun adjective adverb function number symbol other`. */
  readonly pos: string
  /** Joined to the token before it by a hyphen that is no token itself ("science-backed"). */
  readonly glued?: boolean
}

/** A concept found in the sentence. `first`/`last` are token indexes, both inclusive. */
export interface ConceptHit {
  readonly concept: string
  readonly at: TextSpan
  readonly first: number
  readonly last: number
  /** Which surface entry of the concept matched: index into the compiled surface table of the language. */
  readonly surface: number
}

/** The settings of effect-frames.md, section 5. */
export type Setting =
  | 'negated'
  | 'hedged'
  | 'question'
  | 'conditional'
  | 'referral'
  | 'warning'
  | 'attributed'
  | 'quoted'
  | 'counterfactual'
  | 'concession'
  | 'instruction'

/** A word or phrase that puts what it reaches into a setting. */
export interface Cue {
  readonly setting: Setting
  /** Id of the cue row in `rules/cues`. */
  readonly cue: string
  readonly at: TextSpan
  /** What it governs. */
  readonly reach: TextSpan
}

export type ActFamily =
  | 'heal'
  | 'prevent'
  | 'mitigate'
  | 'lower'
  | 'raise'
  | 'preserve'
  | 'restore'
  | 'detect'
  | 'serve'
  | 'cause'
  | 'substitute'
  | 'augment'
  | 'respond'
  | 'name'

export type TargetType =
  | 'disease'
  | 'symptom'
  | 'abnormal-state'
  | 'natural-state'
  | 'marker'
  | 'pathogen'
  | 'body-part'
  | 'function'
  | 'wellbeing'
  | 'deficiency'
  | 'drug-or-therapy'
  | 'drug-class'
  | 'nutrient'

export interface Agent {
  /** `zero`: no subject in the sentence; `pronoun`: it, they, this formula, 本品; `unknown`: a noun no list knows. */
  readonly kind: 'product' | 'brand' | 'ingredient' | 'pronoun' | 'zero' | 'unknown' | 'other'
  readonly at?: TextSpan
  /** For `other`: which list or frame names it (exercise, diet, organ, drug, person, law …). */
  readonly why?: string
}

export interface Act {
  readonly concept: string
  readonly family: ActFamily
  readonly at: TextSpan
}

export interface Target {
  readonly concept: string
  readonly type: TargetType
  readonly at: TextSpan
}

export interface Qualifier {
  readonly concept: string
  readonly at: TextSpan
}

export interface Population {
  /** `patients`: people with a disease or abnormal state; `healthy`: adults, athletes, the elderly; `pregnant`. */
  readonly kind: 'patients' | 'healthy' | 'pregnant' | 'smokers'
  readonly concept: string
  readonly at: TextSpan
}

/** Why a candidate makes no claim. Shown by `explain <file>:<line>` and named in `because:` of examples. */
export type SilentReason =
  | 'negated'
  | 'question'
  | 'conditional'
  | 'referral'
  | 'warning'
  | 'quoted'
  | 'counterfactual'
  | 'concession'
  | 'instruction'
  | 'other-agent'
  | 'no-target'
  | 'harm'
  | 'notice'
  | 'reference'
  | 'no-product-on-page'
  | 'not-health'
  | `qualified:${string}`
  | `authorised:${string}`

/** One thing said to be done to the body or to a disease: docs/effect-frames.md, section 1. Plain data. */
export interface Effect {
  readonly agent: Agent
  readonly act: Act
  readonly target?: Target
  readonly qualifiers: readonly Qualifier[]
  readonly population?: Population
  /** Cues whose reach covers the effect. A negator that the polarity count has used up is not among them. */
  readonly settings: readonly Cue[]
  /** `benefit`: good raised or kept, bad lowered or kept away. `harm`: the reverse, a warning. `none`: neither (serve without valence, detect). */
  readonly outcome: 'benefit' | 'harm' | 'none'
  /** Set by the analyser when the effect is not asserted of a product; the claim layer adds its own reasons. */
  readonly silent?: SilentReason
  /** The words to underline, agent left out, in order. Never empty. */
  readonly parts: readonly TextSpan[]
  /** Id of the construction or frame that built it, for `inspect`. */
  readonly by: string
}

/** An appeal to research: docs/effect-frames.md, section 9. */
export interface EvidenceFrame {
  readonly kind: 'human' | 'animal' | 'in-vitro' | 'review' | 'unspecified'
  readonly at: TextSpan
  /** `study`: a study says so; `authority`: experts, science-backed; `establishment`: clinically proven. */
  readonly appeal: 'study' | 'authority' | 'establishment'
  /** No verb says it: experts or work of science stand beside the effect. */
  readonly beside?: true
  /** The sentence names who and when (author + year, journal + year, named report): a source without a marker. */
  readonly source?: TextSpan
  readonly settings: readonly Cue[]
  /** Set when it is no appeal: need for research, plan, definition, null result stated as null. */
  readonly silent?: SilentReason | 'no-result'
}

/** A sentence as a language understands it. All offsets are into the block's visible text. */
export interface Sentence {
  readonly at: TextSpan
  readonly language: LanguageId
  readonly kind: 'statement' | 'question' | 'imperative' | 'fragment'
  readonly tokens: readonly Token[]
  readonly clauses: readonly TextSpan[]
  readonly concepts: readonly ConceptHit[]
  readonly cues: readonly Cue[]
  readonly effects: readonly Effect[]
  readonly evidence: readonly EvidenceFrame[]
}

/** What an analyser may know beside the text. */
export interface AnalysisContext {
  /** Product and brand names from the configuration and the page, as written. */
  readonly productNames: readonly string[]
  /** Ingredient names from config, lower case, beyond the list in `rules/concepts`. */
  readonly ingredients: readonly string[]
  readonly role: string
}

/**
 * A language. `analyze` gets a block's visible text in which markers and citations are already blanked out (spaces of the same length),
 * and returns its sentences in order. It must be pure and must not throw; offsets lie on code-point boundaries.
 */
export interface Analyzer {
  analyze(text: string, context: AnalysisContext): readonly Sentence[]
}
