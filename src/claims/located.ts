import type { PageDocument, ReadBlock } from '../core/document.js'
import type { Effect, EvidenceFrame, Sentence, SilentReason } from '../core/sentence.js'
import { type Span, type TextSpan, textCover } from '../core/span.js'
import type { AuthorisedClaim } from '../match/schema.js'

/** A sentence with the block it stands in. */
export interface LocatedSentence {
  readonly block: ReadBlock
  readonly sentence: Sentence
  /** The sentence with what follows it up to the next one: markers and citations there belong to it. */
  readonly reach: TextSpan
}

/** A sentence on a substance and a disease for which FDA allows a health claim, in the right words or not. */
export interface HealthClaim {
  readonly row: AuthorisedClaim
  readonly at: LocatedSentence
  /** Names of the elements it lacks; empty where it is the allowed claim. */
  readonly missing: readonly string[]
  /** Places of the disease in the sentence. */
  readonly disease: readonly TextSpan[]
  /** Sentences that hold its elements, its own included. */
  readonly sentences: readonly Sentence[]
}

/** An effect with its place on the page. `silent` is the last word: the analyser's reason or the page's. */
export interface LocatedEffect extends LocatedSentence {
  readonly effect: Effect
  readonly silent?: SilentReason
  /** Parts in other blocks, of an effect composed across them (docs/effect-frames.md, section 6). */
  readonly elsewhere: readonly Span[]
  /** FDA allows a health claim on this substance and disease, but the sentence lacks its words. */
  readonly healthClaim?: HealthClaim
}

export interface LocatedEvidence extends LocatedSentence {
  readonly evidence: EvidenceFrame
}

export function* sentencesOf(document: PageDocument): Generator<LocatedSentence> {
  for (const block of document.blocks) {
    for (const [index, sentence] of block.sentences.entries()) {
      const next = block.sentences[index + 1]
      yield { block, sentence, reach: { from: sentence.at.from, to: next ? next.at.from : block.text.length } }
    }
  }
}

/** The source span that covers these stretches of a block's visible text. */
export const sourceOf = (block: ReadBlock, parts: readonly TextSpan[]): Span => block.map.toSource(textCover(parts))

/** The visible words of a stretch, soft line breaks as spaces (none between Japanese letters). */
export function wordsOf(block: ReadBlock, at: TextSpan): string {
  return block.text
    .slice(at.from, at.to)
    .replace(/(?<=[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}])\s*\n\s*/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
}
