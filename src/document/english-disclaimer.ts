import { byScript } from '../core/by-script.js'
import type { TextSpan } from '../core/span.js'
import type { EnglishDisclaimer } from './notice-texts.js'

/** A word of a text with its place; `text` is folded: NFKC, lower case, straight quotes, one space for any white space. */
export interface Word {
  readonly text: string
  readonly at: TextSpan
}

/** Which of the two sentences of the disclaimer a sentence is, judged by its shape. `fused`: other things are said in the same sentence. */
export interface DisclaimerPart {
  readonly evaluation: boolean
  readonly intention: boolean
  readonly fused: boolean
}

const WORD = byScript(/[\p{L}\p{N}][\p{L}\p{N}\p{M}’'\u00ad\u200b-]*|&/gu)

export function wordsOf(text: string, at: TextSpan): readonly Word[] {
  const words: Word[] = []
  const piece = text.slice(at.from, at.to)
  for (const match of piece.matchAll(WORD(piece))) {
    const from = at.from + match.index
    words.push({ text: fold(match[0]), at: { from, to: from + match[0].length } })
  }
  return words
}

/** NFKC, lower case, straight quotes, one space wherever a line may be wrapped: what phrases of a notice are looked for in. */
export const fold = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\u00ad\u200b]/g, '')
    .replace(/[’‘]/g, "'")
    .replace(/\s+/g, ' ')
    .toLowerCase()

/** Recognises the sentences of the English disclaimer, as worded by law or by somebody who changed it. */
export class EnglishSentences {
  readonly #participle: ReadonlySet<string>
  readonly #verbs: ReadonlySet<string>
  readonly #conditions: ReadonlySet<string>
  readonly #concessions: ReadonlySet<string>

  constructor(private readonly law: EnglishDisclaimer) {
    this.#participle = new Set([...law.approved, ...law.reviewed])
    this.#verbs = new Set([...law.verbs, ...law.otherVerbs])
    this.#conditions = new Set(law.conditions)
    this.#concessions = new Set(law.concessions)
  }

  partOf(text: string, at: TextSpan): DisclaimerPart | undefined {
    const slice = fold(text.slice(at.from, at.to))
    if (!/\b(?:not|never|cannot|been|no|nor|\w+n't)\b/.test(slice)) return undefined
    const words = wordsOf(text, at).map((word) => word.text)
    const evaluation = this.#isEvaluation(words, slice)
    const intention = this.#isIntention(words)
    if (!evaluation && !intention) return undefined
    return { evaluation, intention, fused: this.#isFused(words) }
  }

  /** `… statements have not been evaluated by the Food and Drug Administration`, the active form, and the form that lost its "not". */
  #isEvaluation(words: readonly string[], slice: string): boolean {
    const at = words.findIndex((word) => this.#participle.has(word))
    if (at < 0 || !this.law.agencies.some((agency) => holdsPhrase(slice, agency))) return false
    const about =
      /^(?:statements?|claims?|information|contents?|products?|supplements?|articles?|pages?|assertions?|representations?|benefits?|website|formula)$/
    const before = words.slice(0, at)
    // "supplements are not approved by the FDA" says something of all, "this supplement has not been …" of the one at hand
    const says = before.some(
      (word, i) =>
        about.test(word) && ((i < 2 && !/^(?:products?|supplements?)$/.test(word)) || before.slice(Math.max(0, i - 3), i).some(isPointing)),
    )
    const passive = before.includes('been') || before.some((word) => /^(?:was|were|are|is)$/.test(word)) || before.length <= 2
    const isNegated = before.some(isNegation)
    if (passive && isNegated && (says || before.every((word) => /^(?:not|never|been|yet|have|has|it|is|was|are|were)$/.test(word))))
      return true
    if (passive && says && before.includes('been')) return true
    const after = words.slice(at + 1)
    return isNegated && after.slice(0, 6).some((word, i) => about.test(word) && after.slice(0, i).some(isPointing))
  }

  /** `… product is not intended to diagnose, treat, cure, or prevent any disease`, also where it `does not` do so. */
  #isIntention(words: readonly string[]): boolean {
    const verbs = words.filter((word) => this.#verbs.has(word))
    if (new Set(verbs).size < 2) return false
    const first = words.findIndex((word) => this.#verbs.has(word))
    const last = words.findLastIndex((word) => this.#verbs.has(word))
    const before = words.slice(0, first)
    const negation = before.findIndex(isNegation)
    // "you may not claim that our products treat …" is an order to writers
    if (negation < 0 || before.slice(negation).some((word) => SAYING.test(word))) return false
    // the list has to be one list: "treats the cause, not …, and prevents" is none
    if (last - first > verbs.length + 8) return false
    const object = words.slice(last + 1, last + 8)
    const condition = object.findIndex((word) => this.#conditions.has(word))
    if (condition < 0) return new Set(verbs).size >= 3 && object.length === 0
    return object
      .slice(0, condition)
      .every((word) =>
        /^(?:any|a|an|the|specific|particular|kind|type|form|of|all|medical|health|human|known|other|or|and|such)$/.test(word),
      )
  }

  #isFused(words: readonly string[]): boolean {
    return words.some((word) => this.#concessions.has(word)) && words.length > 16
  }
}

const SAYING =
  /^(?:claim(?:ing)?|say(?:ing)?|writ(?:e|ing)|stat(?:e|ing)|suggest(?:ing)?|imply(?:ing)?|tell(?:ing)?|post(?:ing)?|promis(?:e|ing)|print|publish|advertise|promote)$/
const isNegation = (word: string): boolean => /^(?:not|never|cannot|no|nor|neither)$|n't$/.test(word)
const isPointing = (word: string): boolean => /^(?:this|these|that|those|the|our|all|any|above|such|its|statements?|on|of|in)$/.test(word)

/** True when the phrase stands in the text with no letter or digit on either side. Both folded. */
export function holdsPhrase(text: string, phrase: string): boolean {
  for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) {
    if (!/[\p{L}\p{N}]/u.test(text[at - 1] ?? ' ') && !/[\p{L}\p{N}]/u.test(text[at + phrase.length] ?? ' ')) return true
  }
  return false
}
