import type { ConceptHit, LanguageId, Token } from '../core/sentence.js'
import type { ConceptRow, PhraseElement, PhrasePattern, Phrases, WordTest } from './schema.js'

/**
 * Phrase patterns: turns of phrase with typed slots, the same notation in every language (rules/README.md).
 *
 *     no more {bad}            `{bad}`      a concept hit of that type, class or id prefix
 *     say|wave goodbye to {x:bad}           alternatives; a slot may have a name
 *     (clinically) proven                   optional element
 *     prov* to                              prefix of a word
 *     =left                                 exactly this form, not its other inflections
 *     lose * pounds                         `*` up to three words, `**` up to eight
 *     #% higher                             `#` stands for a number in digits or kanji (`47`, `1,200`, 三十)
 *     ^ for {bad} $                         start and end of the sentence
 *     for sleep ,|and|$                     the end of the sentence among alternatives
 *
 * A word matches a token's surface or its dictionary form, or the surfaces of tokens written without a blank between them
 * (`100%`, 二重盲検), so that a pattern need not know where an analyser cuts. English words joined by a hyphen are two: `side effect` reads
 * "side-effect" too. All is lower case.
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

/** Patterns by language; those of a language are read when first asked for. */
export function compilePhrases(phrases: Phrases | undefined): Readonly<Record<LanguageId, readonly PhrasePattern[]>> {
  const read = new Map<LanguageId, readonly PhrasePattern[]>()
  const of = (language: LanguageId): readonly PhrasePattern[] => {
    let patterns = read.get(language)
    if (!patterns) {
      patterns = (phrases?.[language] ?? []).map(parsePhrase)
      read.set(language, patterns)
    }
    return patterns
  }
  return {
    get en() {
      return of('en')
    },
    get ja() {
      return of('ja')
    },
  }
}

function parseElement(piece: string, source: string): PhraseElement {
  if (piece === '^') return { kind: 'start' }
  if (piece === '$') return { kind: 'end' }
  if (piece === '*') return { kind: 'gap', most: 3 }
  if (piece === '**') return { kind: 'gap', most: 8 }
  if (piece === '(' || piece === ')') return { kind: 'word', words: [piece], tests: [testOf(piece)], optional: false }
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
  if (body === '' || words.some((w) => w === '' || w === '*' || /[(){}]/.test(w))) {
    throw new PhraseSyntaxError(`phrase "${source}": "${piece}" is no word, (optional), {slot}, * or **`)
  }
  return { kind: 'word', words, tests: words.map(testOf), optional }
}

function testOf(word: string): WordTest {
  if (word === '$') return { kind: 'end', text: word }
  if (word.length > 1 && word.startsWith('=')) return { kind: 'exact', text: word.slice(1) }
  if (word.length > 1 && word.endsWith('*')) return { kind: 'prefix', text: word.slice(0, -1) }
  if (word.includes('#')) return { kind: 'number', text: word }
  return { kind: /^(?:[a-z]+|=)$/.test(word) ? 'plain' : 'run', text: word }
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

const askedBy = new WeakMap<ConceptRow, readonly string[]>()

/** All that a slot may ask for to get this concept: the other side of `conceptFits`. */
function wantsOf(row: ConceptRow): readonly string[] {
  let wants = askedBy.get(row)
  if (!wants) {
    const classes = Object.entries(slotClasses).flatMap(([name, types]) => (types.includes(row.type) ? [name] : []))
    wants = [row.type, ...classes, ...[row.id, ...(row.also ?? [])].flatMap(prefixesOf)]
    askedBy.set(row, wants)
  }
  return wants
}

/** `a.b.c`, `a.b` and `a`. */
function prefixesOf(id: string): string[] {
  const parts = id.split('.')
  return parts.map((_, i) => parts.slice(0, parts.length - i).join('.'))
}

export interface PhraseMatch {
  /** Token indexes, both inclusive. */
  readonly first: number
  readonly last: number
  /** Concept hits by slot name. */
  readonly slots: Readonly<Record<string, ConceptHit>>
  /** Indexes of the tokens that a `*` or `**` passed over. */
  readonly passed: readonly number[]
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
  /** Tokens that only make the sentence polite (泣かされ|ませ|ん): stepped over before any word of a pattern. */
  readonly isPolite?: (token: Token) => boolean
  readonly mostFillers?: number
}

/** A prepared sentence: words and hits indexed once for many patterns. */
export class PhraseSentence {
  /** Surfaces and dictionary forms of its tokens. */
  readonly words: ReadonlySet<string>
  readonly #hits = new Map<number, ConceptHit[]>()
  #joined: string | undefined
  #wants: ReadonlySet<string> | undefined

  constructor(
    readonly subject: PhraseSubject,
    private readonly options: PhraseOptions,
  ) {
    const words = new Set<string>()
    for (const token of subject.tokens) words.add(token.surface).add(token.lemma)
    this.words = words
    for (const hit of subject.concepts) {
      const list = this.#hits.get(hit.first)
      if (list) list.push(hit)
      else this.#hits.set(hit.first, [hit])
    }
    // the longest reading of a slot first
    for (const list of this.#hits.values()) if (list.length > 1) list.sort((a, b) => b.last - a.last)
  }

  /** All surfaces, a blank where one is written. */
  get joined(): string {
    this.#joined ??= joinTokens(this.subject.tokens)
    return this.#joined
  }

  /** What slots may ask for and get here. */
  get wants(): ReadonlySet<string> {
    if (this.#wants) return this.#wants
    const wants = new Set<string>()
    for (const { concept } of this.subject.concepts) {
      const row = this.options.concepts.get(concept)
      if (row) for (const want of wantsOf(row)) wants.add(want)
    }
    this.#wants = wants
    return wants
  }

  /** All matches, leftmost first, not overlapping. */
  matches(pattern: PhrasePattern): PhraseMatch[] {
    if (!this.#mayMatch(pattern)) return []
    const found: PhraseMatch[] = []
    const head = pattern.elements[0]!
    for (let at = 0; at < this.subject.tokens.length; at++) {
      if (!this.#mayBegin(head, at)) continue
      const match = this.#match(pattern.elements, 0, at, at, {}, [])
      if (!match) continue
      found.push(match)
      at = Math.max(at, match.last)
    }
    return found
  }

  /** Cheap: every required word of the pattern that is no prefix and no number must stand in the sentence, and something for every slot. */
  #mayMatch(pattern: PhrasePattern): boolean {
    for (const element of pattern.elements) {
      if (element.kind === 'word' && !element.optional && !this.#mayHold(element.tests)) return false
      if (element.kind === 'slot' && !element.optional && !element.wants.some((want) => this.wants.has(want))) return false
    }
    return true
  }

  /** Cheap: the first element of a pattern may stand at this token. */
  #mayBegin(head: PhraseElement, at: number): boolean {
    if (head.kind === 'slot') return head.optional || this.#hits.has(at)
    if (head.kind !== 'word' || head.optional) return head.kind !== 'start' || at === 0
    const token = this.subject.tokens[at]!
    for (const test of head.tests) {
      if (tokenFits(token, test)) return true
      if (test.kind === 'run' && test.text.startsWith(token.surface)) return true
      if (test.kind === 'number' && mayBeginNumber(token.surface, test.text)) return true
    }
    return false
  }

  #mayHold(tests: readonly WordTest[]): boolean {
    for (const { kind, text } of tests) {
      if (notWords.has(kind) || this.words.has(text) || (kind === 'run' && this.joined.includes(text))) return true
    }
    return false
  }

  /** Nothing but signs stands from `at` on. */
  #isEnd(at: number): boolean {
    return this.subject.tokens.slice(at).every(({ pos }) => pos === 'symbol' || pos.startsWith('記号'))
  }

  /** Index after the tokens that make up the word from `at` on: one token, or a run written without blanks. Undefined when they do not. */
  #endOf(test: WordTest, at: number): number | undefined {
    const { tokens } = this.subject
    if (test.kind === 'end') return this.#isEnd(at) ? at : undefined
    const token = tokens[at]
    if (!token) return undefined
    const isNumber = test.kind === 'number'
    let end = tokenFits(token, test) ? at + 1 : undefined
    if (!isNumber && (test.kind !== 'run' || end !== undefined)) return end
    if (isNumber ? !mayBeginNumber(token.surface, test.text) : !test.text.startsWith(token.surface)) return end
    let run = token.surface
    for (let next = at + 1; next < Math.min(tokens.length, at + mostRunTokens); next++) {
      const { at: place, glued, surface } = tokens[next]!
      if (!glued && place.from > tokens[next - 1]!.at.to) break
      run += glued ? `-${surface}` : surface
      if (isNumber ? numbered(test.text).test(run) : run === test.text) end = next + 1
      if (!isNumber && (end !== undefined || !test.text.startsWith(run))) break
    }
    // the longest number: "5,000" may be three tokens
    return end
  }

  #match(
    elements: readonly PhraseElement[],
    index: number,
    at: number,
    first: number,
    slots: Readonly<Record<string, ConceptHit>>,
    passed: readonly number[],
  ): PhraseMatch | undefined {
    const element = elements[index]
    const { tokens } = this.subject
    if (!element) return at > first ? { first, last: at - 1, slots, passed } : undefined
    switch (element.kind) {
      case 'start':
        return at === 0 ? this.#match(elements, index + 1, at, first, slots, passed) : undefined
      case 'end':
        return this.#isEnd(at) ? this.#match(elements, index + 1, at, first, slots, passed) : undefined
      case 'gap':
        for (let skip = 0; skip <= element.most && at + skip <= tokens.length; skip++) {
          const over = Array.from({ length: skip }, (_, i) => at + i)
          const match = this.#match(elements, index + 1, at + skip, first, slots, [...passed, ...over])
          if (match) return match
        }
        return undefined
      case 'word': {
        for (const test of element.tests) {
          const end = this.#endOf(test, at)
          const match = end === undefined ? undefined : this.#match(elements, index + 1, end, first, slots, passed)
          if (match) return match
        }
        if (element.optional) {
          const without = this.#match(elements, index + 1, at, first, slots, passed)
          if (without) return without
        }
        const token = tokens[at]
        return index > 0 && token && this.options.isPolite?.(token) ? this.#match(elements, index, at + 1, first, slots, passed) : undefined
      }
      case 'slot': {
        const fillers = index === 0 ? 0 : (this.options.mostFillers ?? 4)
        for (let skip = 0; skip <= fillers; skip++) {
          for (const hit of this.#hits.get(at + skip) ?? []) {
            const row = this.options.concepts.get(hit.concept)
            if (!row || !conceptFits(row, element.wants)) continue
            const match = this.#match(elements, index + 1, hit.last + 1, first, { ...slots, [element.name]: hit }, passed)
            if (match) return match
          }
          const token = tokens[at + skip]
          if (!token || !this.options.isFiller?.(token)) break
        }
        return element.optional ? this.#match(elements, index + 1, at, first, slots, passed) : undefined
      }
    }
  }
}

/** What cannot be looked up among the words of a sentence. */
const notWords: ReadonlySet<WordTest['kind']> = new Set(['prefix', 'number', 'end'])

/** A run longer than this is no word of a pattern. */
const mostRunTokens = 8

function joinTokens(tokens: readonly Token[]): string {
  let joined = ''
  for (const [i, { glued, surface, at }] of tokens.entries()) {
    if (glued) joined += '-'
    else if (i > 0 && tokens[i - 1]!.at.to < at.from) joined += ' '
    joined += surface
  }
  return joined
}

function tokenFits({ surface, lemma }: Token, { kind, text }: WordTest): boolean {
  switch (kind) {
    case 'exact':
      return surface === text
    case 'prefix':
      return surface.startsWith(text) || lemma.startsWith(text)
    case 'number':
      return (mayBeginNumber(surface, text) && numbered(text).test(surface)) || lemma === text
    default:
      return surface === text || lemma === text
  }
}

/** A number, and a word that holds one in the middle, begin with a character of their own. */
const mayBeginNumber = (surface: string, word: string): boolean =>
  word.startsWith('#') ? /^[\d〇一二三四五六七八九十百千万数何]/.test(surface) : surface[0] === word[0]

const numberWords = new Map<string, RegExp>()

/** The word with each `#` as a number. */
function numbered(word: string): RegExp {
  let pattern = numberWords.get(word)
  if (!pattern) {
    const parts = word.split('#').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    pattern = new RegExp(`^${parts.join('(?:\\d(?:[\\d.,]{0,14}\\d)?|[〇一二三四五六七八九十百千万数何]{1,8})')}$`)
    numberWords.set(word, pattern)
  }
  return pattern
}
