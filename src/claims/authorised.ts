import type { PageDocument } from '../core/document.js'
import type { LanguageId, Sentence } from '../core/sentence.js'
import { type TextSpan, textOverlaps } from '../core/span.js'
import { compilePhrases, PhraseSentence } from '../match/phrase.js'
import { PhraseIndex } from '../match/phrase-index.js'
import type { AuthorisedClaim, ConceptRow, PhrasePattern } from '../match/schema.js'
import { type HealthClaim, type LocatedEffect, type LocatedSentence, sentencesOf } from './located.js'

interface Element {
  readonly name: string
  readonly nearby: boolean
  /** Not missed where it is not there. */
  readonly optional: boolean
  readonly phrases: CompiledPhrases
}

type CompiledPhrases = Readonly<Record<LanguageId, readonly PhrasePattern[]>>

interface CompiledClaim {
  readonly row: AuthorisedClaim
  readonly substance: CompiledPhrases
  readonly disease: CompiledPhrases
  readonly elements: readonly Element[]
  readonly never: CompiledPhrases
}

interface NamedDisease {
  readonly claim: CompiledClaim
  readonly pattern: PhrasePattern
}

/**
 * Finds authorised and qualified health claims (21 CFR 101.14, 101.72-101.83, letters of enforcement discretion) by their elements: wording may
 * vary, but what is required has to stand in one place without other matter between, 101.14(d)(2)(iv).
 */
export class AuthorisedClaims {
  /** Claims by the names of their diseases. */
  readonly #byDisease: (language: LanguageId) => PhraseIndex<NamedDisease>

  constructor(
    rows: readonly AuthorisedClaim[],
    private readonly concepts: ReadonlyMap<string, ConceptRow>,
  ) {
    const claims = rows.map((row) => ({
      row,
      substance: compilePhrases(row.substance),
      disease: compilePhrases(row.disease),
      elements: row.elements.map((e) => ({
        name: e.name,
        nearby: e.nearby === true,
        optional: e.optional === true,
        phrases: compilePhrases(e),
      })),
      never: compilePhrases(row.never ?? {}),
    }))
    const indexes = new Map<LanguageId, PhraseIndex<NamedDisease>>()
    this.#byDisease = (language) => {
      let index = indexes.get(language)
      if (!index) {
        const named = claims.flatMap((claim) => claim.disease[language].map((pattern) => ({ claim, pattern })))
        index = new PhraseIndex(named, ({ pattern }) => pattern)
        indexes.set(language, index)
      }
      return index
    }
  }

  /** The health claim of each sentence that names substance and disease of a row: the row that the sentence comes closest to. */
  in(document: PageDocument): ReadonlyMap<Sentence, HealthClaim> {
    const found = new Map<Sentence, HealthClaim>()
    const sentences = [...sentencesOf(document)]
    const prepared = new Map<Sentence, PhraseSentence>()
    const prepare = (sentence: Sentence): PhraseSentence => {
      const phrases = prepared.get(sentence) ?? new PhraseSentence(sentence, { concepts: this.concepts })
      prepared.set(sentence, phrases)
      return phrases
    }
    for (const [index, located] of sentences.entries()) {
      if (!mayClaim(located)) continue
      const beside = neighbours(sentences, index)
      let best: HealthClaim | undefined
      const named = this.#byDisease(located.sentence.language).candidates(prepare(located.sentence))
      for (const claim of new Set(named.map((each) => each.claim))) {
        const candidate = read(claim, located, beside, prepare)
        if (candidate && (!best || candidate.missing.length < best.missing.length)) best = candidate
      }
      if (best) found.set(located.sentence, best)
    }
    return found
  }
}

/** Sentences before and after, nearest first, that an element may stand in. */
const reach = 2

function neighbours(sentences: readonly LocatedSentence[], index: number): Sentence[] {
  const { article, index: block } = sentences[index]!.block
  return sentences
    .slice(Math.max(0, index - reach), index + reach + 1)
    .filter((s) => s.block.article === article && Math.abs(s.block.index - block) <= reach)
    .map((s) => s.sentence)
}

/** Cheap: every such claim says "may", names a risk, or has an effect. */
const mayClaim = ({ block, sentence }: LocatedSentence): boolean =>
  block.is !== 'reference' && (sentence.effects.length > 0 || sentence.tokens.some((token) => signs.has(token.surface)))

const signs: ReadonlySet<string> = new Set(['may', 'might', 'risk', 'リスク', '危険'])

function read(
  { row, substance, disease, elements, never }: CompiledClaim,
  at: LocatedSentence,
  beside: readonly Sentence[],
  prepare: (sentence: Sentence) => PhraseSentence,
): HealthClaim | undefined {
  const { sentence } = at
  const { language } = sentence
  const holds = (s: Sentence, phrases: CompiledPhrases) => phrases[s.language].some((p) => prepare(s).matches(p).length > 0)
  const diseaseAt = disease[language].flatMap((p) =>
    prepare(sentence)
      .matches(p)
      .map(({ first, last }) => spanOf(sentence, first, last)),
  )
  if (diseaseAt.length === 0 || !holds(sentence, substance)) return undefined
  const missing: string[] = []
  const carriers = new Set([sentence])
  for (const element of elements) {
    const carrier = element.nearby ? beside.find((s) => holds(s, element.phrases)) : holds(sentence, element.phrases) ? sentence : undefined
    if (carrier) carriers.add(carrier)
    else if (!element.optional) missing.push(element.name)
  }
  if (holds(sentence, never)) missing.push('no degree of risk reduction')
  return { row, at, missing, disease: diseaseAt, sentences: [...carriers] }
}

const spanOf = ({ tokens }: Sentence, first: number, last: number): TextSpan => ({ from: tokens[first]!.at.from, to: tokens[last]!.at.to })

/** `101.72`, or the row's id for a claim that no section of the CFR names. */
const nameOf = ({ status, cite, id }: AuthorisedClaim): string => (status === 'authorised' ? cite.replace('21 CFR ', '') : id)

/** Sentences that carry an allowed health claim or its qualifying words. */
export function allowedSentences(claims: ReadonlyMap<Sentence, HealthClaim>): ReadonlyMap<Sentence, HealthClaim> {
  const allowed = new Map<Sentence, HealthClaim>()
  for (const claim of claims.values()) {
    if (claim.missing.length === 0) for (const sentence of claim.sentences) allowed.set(sentence, claim)
  }
  return allowed
}

/**
 * Joins effects to the health claims of their sentences. In the allowed words the claim's own effects are silent (`authorised:101.72`);
 * without them an effect on the disease keeps the claim, so that a rule can name the words that are lawful.
 */
export function withHealthClaims(effects: readonly LocatedEffect[], claims: ReadonlyMap<Sentence, HealthClaim>): LocatedEffect[] {
  if (claims.size === 0) return [...effects]
  const allowed = allowedSentences(claims)
  return effects.map((located) => {
    const lawful = allowed.get(located.sentence)
    if (lawful && belongsTo(lawful, located)) return { ...located, silent: `authorised:${nameOf(lawful.row)}` }
    const near = claims.get(located.sentence)
    if (!near || near.missing.length === 0 || !isOfDisease(near, located)) return located
    // "diets with adequate magnesium": a diet named for what a supplement supplies is the supplement's claim
    const isSupplied = located.silent === 'other-agent' && /\bdiet$/.test(located.effect.agent.why ?? '') && near.row.supplements
    return isSupplied ? { ...asserted(located), healthClaim: near } : { ...located, healthClaim: near }
  })
}

function asserted({ silent: _, ...located }: LocatedEffect): LocatedEffect {
  return located
}

const isOfDisease = ({ disease }: HealthClaim, { effect }: LocatedEffect): boolean =>
  effect.target !== undefined && disease.some((at) => textOverlaps(at, effect.target!.at))

/** True for effects that the allowed words speak of; a claim on another disease in the same sentence stays what it is. */
function belongsTo(lawful: HealthClaim, located: LocatedEffect): boolean {
  const { target } = located.effect
  if (lawful.at.sentence !== located.sentence || !target || isOfDisease(lawful, located)) return true
  // "a disease associated with many factors", "diets low in saturated fat and cholesterol"
  return target.type === 'marker' || target.concept === 'disease.disease'
}
