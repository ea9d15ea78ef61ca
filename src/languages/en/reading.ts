import type { TextSpan } from '../../core/span.js'
import { isPlural, type VerbForm } from './inflection.js'
import type { Word } from './tokens.js'
import { type Hit, isTargetType, type Vocabulary } from './vocabulary.js'
import {
  auxiliaries,
  beForms,
  chainVerbs,
  clauseEnders,
  coordinators,
  determiners,
  doForms,
  haveForms,
  isAdverb,
  modals,
  prepositions,
  pronouns,
  subordinators,
} from './words.js'

/** What a word is doing in its sentence. `verb` is a finite or bare form, `ving` and `ved` the two participles. */
export type Tag =
  | 'det'
  | 'prep'
  | 'pron'
  | 'rel'
  | 'aux'
  | 'conj'
  | 'sub'
  | 'adv'
  | 'to'
  | 'verb'
  | 'ving'
  | 'ved'
  | 'stop'
  | 'comma'
  | 'clitic'
  | 'num'
  | 'word'

const openTags: ReadonlySet<Tag> = new Set<Tag>(['word', 'num', 'det', 'clitic', 'ving', 'ved', 'adv'])

/** Verbs whose participle is their bare form: "can be overcome". */
const sameParticiple = new Set(['overcome', 'cut', 'beat', 'rid'])

/** Prepositions that say when a dose is taken: "before bed", "at the start of a meal". */
const dosePrepositions = new Set(['before', 'after', 'at', 'in', 'during'])

/** Words built as adjectives, and those that say how often. */
const adjective =
  /(?:[^aeiou]al|ic|ous|ful|less|able|ible|(?<!^b)ed)$|^(?:daily|weekly|monthly|yearly|regular|brisk|long|short|early|late)$/

const possessives = new Set(['my', 'your', 'his', 'her', 'our', 'their'])

/** Past forms that are no participles. */
const pastOnly = new Set('gave took went came ate drank began wrote broke spoke knew threw wore shook sang'.split(' '))

/** Forms of what is sold that are verbs too. */
const soldForms = new Set(
  'drops chews shots sprays packs sticks melts bites rubs caps tabs mixes blends patches mists wraps squeezes'.split(' '),
)

/** A name that is told by its form: no list knows its words. */
const isName = ({ concept }: Hit): boolean => concept === 'ingredient.brand'

/** One sentence as the frames read it: words, what they do, and the concepts among them. */
export class Reading {
  readonly tags: Tag[] = []
  readonly #hitsAt: (Hit[] | undefined)[] = []

  constructor(
    readonly words: readonly Word[],
    readonly hits: readonly Hit[],
    private readonly vocabulary: Vocabulary,
  ) {
    for (const hit of hits) {
      for (let i = hit.first; i <= hit.last; i++) {
        const list = this.#hitsAt[i]
        if (list) list.push(hit)
        else this.#hitsAt[i] = [hit]
      }
    }
    for (let i = 0; i < words.length; i++) this.tags.push(this.#tag(i))
  }

  surface(i: number): string {
    return this.words[i]?.surface ?? ''
  }

  lemma(i: number): string {
    return this.words[i]?.lemma ?? ''
  }

  tag(i: number): Tag {
    return this.tags[i] ?? 'stop'
  }

  /** Concepts that cover this word. */
  hitsAt(i: number): readonly Hit[] {
    return this.#hitsAt[i] ?? []
  }

  targetAt(i: number): Hit | undefined {
    return this.hitsAt(i).find((hit) => isTargetType(hit.row.type))
  }

  span(first: number, last: number): TextSpan {
    return { from: this.words[first]!.at.from, to: this.words[last]!.at.to }
  }

  /** The first word to the left that is no adverb. */
  before(i: number): number {
    let k = i - 1
    while (k >= 0 && this.tag(k) === 'adv') k--
    return k
  }

  /** A noun that no list knows: the name of a plant, a compound, a product. */
  isUnlisted(i: number): boolean {
    const word = this.words[i]
    return word !== undefined && this.tag(i) === 'word' && this.hitsAt(i).every(isName) && this.vocabulary.isUnlisted(word)
  }

  /** A finite form of a verb the language knows, whatever it is here. */
  mayBeVerb(i: number): boolean {
    const form = this.vocabulary.verbForm(this.surface(i))
    return form === 'base' || form === 's'
  }

  isVerbal(i: number): boolean {
    const tag = this.tag(i)
    return tag === 'verb' || tag === 'ving' || tag === 'ved'
  }

  #tag(i: number): Tag {
    const word = this.words[i]!
    const s = word.surface
    if (s === ',') return 'comma'
    // "vitamin A", "St. John's wort": inside the name of a thing nothing else is read
    if (this.hitsAt(i).some((hit) => hit.first < i && hit.pos === 'noun' && (isTargetType(hit.row.type) || hit.row.type === 'agent')))
      return 'word'
    // "Valeria Drops": the form is part of the name
    if (word.capital && this.words[i - 1]?.isName && this.hitsAt(i).some((hit) => hit.row.type === 'agent')) return 'word'
    if (clauseEnders.has(s) || s === '.' || s === '(' || s === ')' || s === '[' || s === ']') return 'stop'
    if (s === "'s") return ['it', 'that', 'he', 'she', 'what', 'there', 'here', 'who'].includes(this.surface(i - 1)) ? 'aux' : 'clitic'
    if (word.glued && !this.#isGluedVerb(i)) return 'word'
    if (s === 'to') return this.#isInfinitiveMark(i) ? 'to' : 'prep'
    if (s === 'that') return this.#tagOfThat(i)
    if (s === 'what') return 'pron'
    if (s === 'which' || s === 'who' || s === 'whom' || s === 'whose') return i === 0 ? 'pron' : 'rel'
    if (s === 'may' && word.capital && i > 0 && (prepositions.has(this.surface(i - 1)) || this.words[i + 1]?.pos === 'number'))
      return 'word'
    if (['can', 'will', 'must', 'might'].includes(s) && this.tags[i - 1] === 'det') return 'word'
    if (auxiliaries.has(s) && !(doForms.has(s) && this.tags[i - 1] === 'det')) return 'aux'
    if (coordinators.has(s)) return 'conj'
    if (s === 'like' && (this.tags[i - 1] === 'pron' || this.tags[i - 1] === 'aux')) return 'verb'
    if (['after', 'before', 'since', 'until', 'as'].includes(s)) return pronouns.has(this.surface(i + 1)) && s !== 'as' ? 'sub' : 'prep'
    if (subordinators.has(s)) return 'sub'
    if (prepositions.has(s)) return 'prep'
    if (pronouns.has(s) && !determiners.has(s)) return 'pron'
    if (['this', 'these', 'those'].includes(s)) return this.#startsNoun(i + 1) ? 'det' : 'pron'
    if (determiners.has(s)) return 'det'
    const end = this.#hyphenatedVerb(i)
    const form = this.vocabulary.verbForm(this.surface(end))
    if (form) {
      const tag = this.#tagOfVerb(i, form, end)
      if (tag) return tag
    }
    if (isAdverb(s)) return 'adv'
    if (word.pos === 'number') return 'num'
    if (s === '%' || s === '°' || s === '™' || s === '®') return 'word'
    return word.pos === 'symbol' ? 'stop' : 'word'
  }

  #isGluedVerb(i: number): boolean {
    return this.vocabulary.verbForm(this.surface(i)) === 'ing' && this.targetAt(i - 1)?.last === i - 1
  }

  #startsNoun(i: number): boolean {
    const s = this.surface(i)
    return (
      s !== '' &&
      !auxiliaries.has(s) &&
      !prepositions.has(s) &&
      !isAdverb(s) &&
      /[\p{L}\p{N}]/u.test(s) &&
      !(this.vocabulary.verbForm(s) === 's' && this.#isActOrChain(i))
    )
  }

  /** The last word of a verb with a hyphen that begins here ("jump-starts"), else the word itself. */
  #hyphenatedVerb(i: number): number {
    if (!this.words[i + 1]?.glued) return i
    return this.hitsAt(i).some((hit) => hit.pos === 'verb' && hit.first === i && hit.last === i + 1) ? i + 1 : i
  }

  #isActOrChain(i: number): boolean {
    return chainVerbs.has(this.lemma(i)) || this.hitsAt(i).some((hit) => hit.row.type === 'act')
  }

  #isInfinitiveMark(i: number): boolean {
    let k = i + 1
    while (this.words[k] && isAdverb(this.surface(k))) k++
    const s = this.surface(k)
    if (s === 'be' || s === 'have' || s === 'do') return true
    return this.vocabulary.verbForm(s) === 'base' && !(this.targetAt(k) && !this.hitsAt(k).some((hit) => hit.pos === 'verb'))
  }

  #tagOfThat(i: number): Tag {
    if (i === 0) return this.#startsNoun(1) ? 'det' : 'pron'
    return this.tags[i - 1] === 'prep' ? 'det' : 'rel'
  }

  /** Whether a word that may be a verb, and ends with the word `end`, is one here. Undefined: it is not. */
  #tagOfVerb(i: number, form: VerbForm, end: number): Tag | undefined {
    const left = this.before(i)
    const tag = left < 0 ? 'stop' : this.tag(left)
    const leftSurface = this.surface(left)
    const next = this.surface(end + 1)
    if (this.words[end + 1]?.glued && form !== 'ing') return undefined
    if (form === 'ing') return 'ving'
    if (form === 'ed') return this.#isPast(i, tag, leftSurface) ? 'verb' : 'ved'
    if (tag === 'to' || modals.has(leftSurface) || doForms.has(leftSurface)) return 'verb'
    if (tag === 'det' || tag === 'prep' || tag === 'clitic') return undefined
    if (beForms.has(leftSurface) && sameParticiple.has(this.surface(i))) return 'ved'
    if (beForms.has(leftSurface) || haveForms.has(leftSurface)) return undefined
    if (this.#isNounHere(i, tag)) return undefined
    if (form === 's') return this.#isFiniteS(i, tag, next)
    if (tag === 'verb') return chainVerbs.has(this.lemma(left)) || ['make', 'let'].includes(this.lemma(left)) ? 'verb' : undefined
    if (tag === 'pron' || tag === 'rel') return this.#hasObject(i) || tag === 'rel' || leftSurface !== 'it' ? 'verb' : undefined
    if (tag === 'stop' || tag === 'sub') return this.#hasObject(i) ? 'verb' : undefined
    if (tag === 'conj' || tag === 'comma') return this.#hasObject(i) || this.#sharesObject(i) ? 'verb' : undefined
    if (tag === 'word' || tag === 'num') {
      if (!this.#hasObject(i)) return undefined
      if (
        isPlural(leftSurface) ||
        this.#inCausative(left) ||
        this.#isCoordinated(left) ||
        this.#isInverted(left) ||
        this.#isTimedDose(left)
      )
        return 'verb'
    }
    return undefined
  }

  /** A word that names a target or a thing sold, and no verb entry matches: a noun, but for an order ("drink our juice"). */
  #isNounHere(i: number, left: Tag): boolean {
    const hits = this.hitsAt(i)
    if (hits.some((hit) => hit.pos === 'verb')) return false
    if (hits.some((hit) => isTargetType(hit.row.type))) return true
    const orders = left === 'stop' || left === 'comma' || left === 'sub' || left === 'conj'
    return !orders && hits.some((hit) => hit.row.type === 'agent')
  }

  /** "have helped", "it reduced my pain": a past form with a subject and an object, no participle. */
  #isPast(i: number, left: Tag, leftSurface: string): boolean {
    if (haveForms.has(leftSurface) || pastOnly.has(this.surface(i))) return true
    const next = this.surface(i + 1)
    // "ended each shower cold and counted their sick days"
    if (left === 'conj') return possessives.has(next)
    if (left !== 'pron' && left !== 'rel' && left !== 'word') return false
    return determiners.has(next) || pronouns.has(next)
  }

  #isFiniteS(i: number, tag: Tag, next: string): Tag | undefined {
    if (tag === 'verb' || tag === 'to') return undefined
    // "studies support", "doctors recommend": a noun that lists know, before its verb
    const isNoun = (...types: string[]) => this.hitsAt(i).some((hit) => hit.pos === 'noun' && types.includes(hit.row.type))
    const form = this.vocabulary.verbForm(next)
    if (form && isNoun('other-agent', 'evidence')) return undefined
    if (tag === 'stop' || tag === 'sub') return this.#hasObject(i) || this.#isState(i) ? 'verb' : undefined
    if (auxiliaries.has(next) || next === 'of' || next === "'s") return undefined
    // "silica drops strengthen", "AirwayEase drops keep"
    if (form && (isNoun('agent') || (form === 'base' && soldForms.has(this.surface(i)) && !this.targetAt(i + 1)))) return undefined
    if (form === 's' || this.#closesPhrase(i) || this.#isFormSold(i)) return undefined
    if (tag === 'conj' || tag === 'comma') return this.#hasObject(i) || this.#sharesObject(i) ? 'verb' : undefined
    return 'verb'
  }

  /** "with daily walks", "in beaked masks": behind a preposition or an article and an adjective stands a noun; not in "our prenatal supports the growth". */
  #closesPhrase(i: number): boolean {
    const opener = this.tag(i - 2)
    if ((opener !== 'prep' && opener !== 'det') || determiners.has(this.surface(i + 1))) return false
    return adjective.test(this.surface(i - 1)) && !this.hitsAt(i - 1).some(({ row }) => row.type === 'agent' || isTargetType(row.type))
  }

  /** "Rehydrates fast after sweaty play": a state of the body that a list knows as a verb. */
  #isState(i: number): boolean {
    return this.hitsAt(i).some((hit) => hit.pos === 'verb' && hit.first === i && isTargetType(hit.row.type))
  }

  /** "our echinacea drops, now 20% off": a form in which things are sold, behind the name of one and before no object. */
  #isFormSold(i: number): boolean {
    const sold = (k: number) => this.hitsAt(k).some((hit) => hit.row.type === 'agent' && hit.last === k)
    return sold(i) && sold(i - 1) && !determiners.has(this.surface(i + 1))
  }

  /** An object, or the start of one, or a complement, follows. */
  #hasObject(i: number): boolean {
    let k = i + 1
    for (const hit of this.hitsAt(i)) if (hit.pos === 'verb' && hit.first === i && hit.last >= k) k = hit.last + 1
    while (this.words[k] && isAdverb(this.surface(k)) && this.surface(k) !== 'not') k++
    const word = this.words[k]
    if (!word) return false
    const s = word.surface
    if (s === 'to' || s === 'that' || s === '"' || s === '“') return true
    if (auxiliaries.has(s) || coordinators.has(s) || s === ',' || word.pos === 'symbol') return false
    if (prepositions.has(s)) return this.hitsAt(i).some((hit) => hit.pos === 'verb' && hit.entry.links?.includes(s)) || s === 'like'
    if (subordinators.has(s)) return false
    // "Smoke worsens asthma": another finite verb is no object
    if (
      this.vocabulary.verbForm(s) === 's' &&
      this.hitsAt(k).some((hit) => hit.row.type === 'act' && hit.pos === 'verb') &&
      !this.targetAt(k)
    )
      return false
    // a noun in front of a noun that sells something: "Support capsules", "Relief formula"
    return !this.hitsAt(k).some((hit) => hit.concept.startsWith('product.') && hit.first === k && !determiners.has(s))
  }

  /** "treat, cure or prevent any disease": a verb among verbs that share an object. */
  #sharesObject(i: number): boolean {
    const next = this.surface(i + 1)
    if (next !== ',' && !coordinators.has(next)) return false
    let k = i + 1
    while (k < this.words.length && (this.surface(k) === ',' || coordinators.has(this.surface(k)))) k++
    return this.vocabulary.verbForm(this.surface(k)) !== undefined && this.hitsAt(k).some((hit) => hit.row.type === 'act')
  }

  /** The noun at `k` is what a causative verb acts through: "helps muscles relax", "helps your body fight". */
  #inCausative(k: number): boolean {
    for (let j = k; j >= 0 && j > k - 5; j--) {
      const tag = this.tag(j)
      if (tag === 'verb' || tag === 'ving') return ['help', 'let', 'make', 'allow', 'enable'].includes(this.lemma(j))
      if (!openTags.has(tag) && tag !== 'pron') return false
    }
    return false
  }

  /** "Does turmeric relieve …": the auxiliary stands before the subject. */
  #isInverted(k: number): boolean {
    for (let j = k; j >= 0 && j > k - 7; j--) {
      const tag = this.tag(j)
      if (tag === 'aux')
        return (
          (doForms.has(this.surface(j)) || modals.has(this.surface(j))) &&
          ['stop', 'sub', 'conj', 'comma', 'adv'].includes(j === 0 ? 'stop' : this.tag(j - 1))
        )
      if (!openTags.has(tag) && tag !== 'prep') return false
    }
    return false
  }

  /** "Two capsules before bed support …": a plural thing sold opens the sentence, when to take it stands before the verb. */
  #isTimedDose(k: number): boolean {
    for (let j = k; j > 0 && j > k - 8; j--) {
      const tag = this.tag(j)
      if (tag === 'prep' && dosePrepositions.has(this.surface(j)) && isPlural(this.surface(j - 1)))
        return this.hitsAt(j - 1).some((hit) => hit.concept.startsWith('product.')) && this.#opensSentence(j - 2)
      if (!openTags.has(tag) && tag !== 'prep') return false
    }
    return false
  }

  #opensSentence(k: number): boolean {
    let j = k
    while (j >= 0 && openTags.has(this.tag(j))) j--
    return j < 0 || this.tag(j) === 'stop'
  }

  #isCoordinated(k: number): boolean {
    for (let j = k; j >= 0 && j > k - 6; j--) {
      const tag = this.tag(j)
      if (tag === 'conj') return this.surface(j) === 'and' || this.surface(j) === '&'
      if (!openTags.has(tag)) return false
    }
    return false
  }
}
