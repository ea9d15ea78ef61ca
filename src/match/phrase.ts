import type { ConceptHit, Token } from '../core/sentence.js'
import type { ConceptRow, PhraseElement, PhrasePattern } from './schema.js'

/**
 * Phrase patterns: turns of phrase with typed slots, the same notation in every language (rules/README.md).
 *
 *     no more {bad}            `{bad}`      a concept hit of that type, class or id prefix
 *     say|wave goodbye to {x:bad}           alternatives; a slot may have a name
 *     (clinically) proven                   optional element
 *     prov* to                              prefix of a word
 *     =left                                 exactly this form, not its other inflections
 *     lose * pounds                         `*` up to three words, `**` up to eight
 *     ^ for {bad} $                         start and end of the sentence
 *
 * A word matches a token's surface or its dictionary form; all is lower case.
 */

/** Short names for groups of types in slots. */
const slotClasses: Readonly<Record<string, readonly string[]>> = {
  bad: ['disease', 'symptom', 'abnormal-state', 'natural-state', 'pathogen', 'deficiency'],
  ill: ['disease', 'symptom', 'abnormal-state'],
  good: ['body-part', 'function', 'wellbeing'],
  target: [
    'disease',
    'symptom',
    'abnormal-state',
    'natural-state',
    'pathogen',
    'deficiency',
    'marker',
    'body-part',
    'function',
    'wellbeing',
    'nutrient',
  ],
  drug: ['drug-or-therapy', 'drug-class'],
}

/** Thrown for a pattern that does not follow the notation; the message says what was found and what is expected. */
export class PhraseSyntaxError extends Error {}

/** Reads one pattern. Throws `PhraseSyntaxError`. */
export function parsePhrase(source: string): PhrasePattern {
  const elements = source
    .trim()
    .split(/\s+/)
    .map((piece) => parseElement(piece, source))
  if (!elements.some((e) => e.kind === 'word' || e.kind === 'slot')) {
    throw new PhraseSyntaxError(`phrase "${source}" has no word and no slot`)
  }
  return { elements, source }
}

function parseElement(piece: string, source: string): PhraseElement {
  if (piece === '^') return { kind: 'start' }
  if (piece === '$') return { kind: 'end' }
  if (piece === '*') return { kind: 'gap', most: 3 }
  if (piece === '**') return { kind: 'gap', most: 8 }
  const optional = piece.startsWith('(') && piece.endsWith(')')
  const body = optional ? piece.slice(1, -1) : piece
  if (body.startsWith('{')) {
    if (!body.endsWith('}'))
      throw new PhraseSyntaxError(`phrase "${source}": "${piece}" opens a slot that does not close; no spaces inside braces`)
    const inner = body.slice(1, -1)
    const colon = inner.indexOf(':')
    const wants = (colon < 0 ? inner : inner.slice(colon + 1)).split('|')
    if (wants.some((w) => w === '')) throw new PhraseSyntaxError(`phrase "${source}": "${piece}" has an empty type`)
    return { kind: 'slot', wants, name: colon < 0 ? wants[0]! : inner.slice(0, colon), optional }
  }
  const words = body.split('|')
  if (body === '' || words.some((w) => w === '' || /[(){}]/.test(w))) {
    throw new PhraseSyntaxError(`phrase "${source}": "${piece}" is no word, (optional), {slot}, * or **`)
  }
  return { kind: 'word', words, optional }
}

/** True when a concept is what a slot asks for: its type, a class, its id, or a prefix of its id up to a dot. */
export function conceptFits(row: ConceptRow, wants: readonly string[]): boolean {
  return wants.some(
    (want) =>
      row.type === want ||
      slotClasses[want]?.includes(row.type) ||
      row.id === want ||
      row.id.startsWith(`${want}.`) ||
      (row.also?.some((id) => id === want || id.startsWith(`${want}.`)) ?? false),
  )
}

export interface PhraseMatch {
  /** Token indexes, both inclusive. */
  readonly first: number
  readonly last: number
  /** Concept hits by slot name. */
  readonly slots: Readonly<Record<string, ConceptHit>>
}

/** What the matcher needs to know of a sentence. */
export interface PhraseSubject {
  readonly tokens: readonly Token[]
  readonly concepts: readonly ConceptHit[]
}

export interface PhraseOptions {
  readonly concepts: ReadonlyMap<string, ConceptRow>
  /** Words that may stand before a slot without being part of the pattern: determiners, adjectives (at most `mostFillers`). */
  readonly isFiller?: (token: Token) => boolean
  readonly mostFillers?: number
}

/** A prepared sentence: words and hits indexed once for many patterns. */
export class PhraseSentence {
  readonly #words = new Set<string>()
  readonly #hits = new Map<number, ConceptHit[]>()

  constructor(
    readonly subject: PhraseSubject,
    private readonly options: PhraseOptions,
  ) {
    for (const token of subject.tokens) this.#words.add(token.surface).add(token.lemma)
    for (const hit of subject.concepts) {
      const list = this.#hits.get(hit.first)
      if (list) list.push(hit)
      else this.#hits.set(hit.first, [hit])
    }
    // the longest reading of a slot first
    for (const list of this.#hits.values()) list.sort((a, b) => b.last - a.last)
  }

  /** All matches, leftmost first, not overlapping. */
  matches(pattern: PhrasePattern): PhraseMatch[] {
    if (!this.#mayMatch(pattern)) return []
    const found: PhraseMatch[] = []
    for (let at = 0; at < this.subject.tokens.length; at++) {
      const match = this.#match(pattern.elements, 0, at, at, {})
      if (!match) continue
      found.push(match)
      at = Math.max(at, match.last)
    }
    return found
  }

  /** Cheap: every required word of the pattern that is no prefix must stand in the sentence. */
  #mayMatch(pattern: PhrasePattern): boolean {
    for (const element of pattern.elements) {
      if (element.kind !== 'word' || element.optional) continue
      if (!element.words.some((w) => w.endsWith('*') || this.#words.has(w.startsWith('=') ? w.slice(1) : w))) return false
    }
    return true
  }

  #match(
    elements: readonly PhraseElement[],
    index: number,
    at: number,
    first: number,
    slots: Readonly<Record<string, ConceptHit>>,
  ): PhraseMatch | undefined {
    const element = elements[index]
    const { tokens } = this.subject
    if (!element) return at > first ? { first, last: at - 1, slots } : undefined
    switch (element.kind) {
      case 'start':
        return at === 0 ? this.#match(elements, index + 1, at, first, slots) : undefined
      case 'end':
        return tokens.slice(at).every((t) => t.pos === 'symbol' || t.pos.startsWith('記号'))
          ? this.#match(elements, index + 1, at, first, slots)
          : undefined
      case 'gap':
        for (let skip = 0; skip <= element.most && at + skip <= tokens.length; skip++) {
          const match = this.#match(elements, index + 1, at + skip, first, slots)
          if (match) return match
        }
        return undefined
      case 'word': {
        const token = tokens[at]
        if (token && element.words.some((word) => wordFits(token, word))) {
          const match = this.#match(elements, index + 1, at + 1, first, slots)
          if (match) return match
        }
        return element.optional ? this.#match(elements, index + 1, at, first, slots) : undefined
      }
      case 'slot': {
        const fillers = index === 0 ? 0 : (this.options.mostFillers ?? 4)
        for (let skip = 0; skip <= fillers; skip++) {
          for (const hit of this.#hits.get(at + skip) ?? []) {
            const row = this.options.concepts.get(hit.concept)
            if (!row || !conceptFits(row, element.wants)) continue
            const match = this.#match(elements, index + 1, hit.last + 1, first, { ...slots, [element.name]: hit })
            if (match) return match
          }
          const token = tokens[at + skip]
          if (!token || !this.options.isFiller?.(token)) break
        }
        return element.optional ? this.#match(elements, index + 1, at, first, slots) : undefined
      }
    }
  }
}

function wordFits(token: Token, word: string): boolean {
  if (word.startsWith('=')) return token.surface === word.slice(1)
  if (word.length > 1 && word.endsWith('*')) {
    const stem = word.slice(0, -1)
    return token.surface.startsWith(stem) || token.lemma.startsWith(stem)
  }
  return token.surface === word || token.lemma === word
}
