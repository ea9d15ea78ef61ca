import type { Agent } from '../../core/sentence.js'
import { AgentWords } from './agent-words.js'
import { isSoldKind } from './pitch.js'
import type { Reading } from './reading.js'
import {
  asideBefore,
  beBeforeKind,
  beBeforeThing,
  beforeBracket,
  beforeSubject,
  clauseStart,
  hasOtherOrPronoun,
  holdsTarget,
  isLabel,
  skipVerbGroup,
  subjectEnd,
  verbIn,
} from './subjects.js'
import { causatives, chainParticiples, takingVerbs } from './words.js'

/** How far to the left a subject is looked for. Keeps the cost of a sentence without end linear. */
const farthest = 40

/** Verbs whose object is the one that acts: "trains your body to fight". */
const handing = new Set([
  'help',
  'let',
  'allow',
  'enable',
  'encourage',
  'train',
  'teach',
  'prime',
  'cause',
  'assist',
  'aid',
  'support',
  'empower',
  'stimulate',
  'prepare',
])

const zero: Agent = { kind: 'zero' }

const articles = new Set(['a', 'an'])
const calling = new Set(['call', 'consider', 'name', 'dub', 'label', 'nickname', 'crown', 'deem', 'declare', 'rate', 'rank'])
const standIns = new Set(['it', 'this', 'them', 'these', 'ours', 'us'])
const possessives = new Set(['my', 'his', 'her', 'our', 'your', 'their'])
const subjectPronouns = new Set(['it', 'they', 'he', 'she', 'we', 'i'])

/** "…, strong enough to stop": no noun stands before the adjective in its part of the sentence. */
function isEnough(reading: Reading, verb: number): boolean {
  const to = reading.tag(verb - 1) === 'to' ? verb - 1 : verb - 2
  if (reading.surface(to - 1) !== 'enough') return false
  const before = reading.tag(to - 3)
  return to - 2 === 0 || before === 'comma' || before === 'stop' || before === 'conj'
}

/** "Lab-proven to kill …", "Doctor-formulated to fight …": a line that opens with how the product was made or tried. */
function isMakersWord(reading: Reading, verb: number, k: number): boolean {
  const participle = k + 1
  if (participle >= verb || !reading.words[participle]?.glued || !['ved', 'word'].includes(reading.tag(participle))) return false
  if (!/(?:ed|en|de|ilt)$/.test(reading.surface(participle))) return false
  const before = reading.tag(k - 1)
  return k === 0 || before === 'stop' || before === 'comma' || before === 'conj'
}

/** Finds who does what a verb or an act noun says: docs/effect-frames.md, section 4. */
export class Agents {
  readonly #words: AgentWords

  constructor(private readonly reading: Reading) {
    this.#words = new AgentWords(reading)
  }

  /** The agent of the verb at word `i`. */
  ofVerb(i: number, floor = Math.max(0, i - farthest)): Agent {
    const { reading } = this
    const k = beforeBracket(reading, skipVerbGroup(reading, i - 1, floor), floor)
    if (k < floor || reading.tag(k) === 'stop') {
      const opening = this.#ofOpening(i, k)
      if (opening) return opening
    }
    if (reading.tag(i - 1) === 'to' || (reading.tag(i - 1) === 'adv' && reading.tag(i - 2) === 'to')) {
      // "Gentle enough for seniors, strong enough to stop …": a label that says how the product is
      if (isEnough(reading, i)) return zero
      const purpose = this.#ofPurpose(k, floor)
      if (purpose) return purpose
    }
    if (k < floor || isMakersWord(reading, i, k)) return zero
    if (reading.surface(k) === 'what') return this.#ofCleft(k)
    const tag = reading.tag(k)
    switch (tag) {
      case 'stop':
      case 'sub':
        return zero
      case 'conj':
      case 'comma':
        return this.#ofCoordinated(k, floor, i)
      case 'rel':
        return this.#ofRelative(k, floor)
      case 'prep':
        return this.#ofPhrase(k, floor)
      case 'ving':
        // "Stretching keeps …", "Quitting smoking lowers …": what is done is the subject
        return this.#ofSubject(k, floor)
      case 'verb':
      case 'ved':
      case 'aux':
        return this.ofVerb(k, floor)
      default:
        return this.#ofSubject(k, floor)
    }
  }

  /** The agent of a noun that names an act ("relief of …"), a construction or a target alone, that begins at word `i`. */
  ofNoun(i: number, floor = Math.max(0, i - farthest)): Agent {
    const { reading } = this
    // "the drugs most often prescribed for …"
    const modified = reading.tag(i) === 'ved' ? this.#words.known(reading.before(i)) : undefined
    if (modified?.kind === 'other' && modified.why !== 'person') return modified
    for (let k = i - 1; k >= floor; k--) {
      const tag = reading.tag(k)
      // "doctors call it …": what is named, not who names it
      if (reading.isVerbal(k) && calling.has(reading.lemma(k)) && standIns.has(reading.surface(k + 1))) return { kind: 'pronoun' }
      if (tag === 'verb' || tag === 'aux' || this.#isPast(k, i)) return this.ofVerb(k, floor)
      if (tag === 'stop')
        return reading.surface(k) === ':' || reading.surface(k) === '—' ? this.#inFragment(floor, k) : this.#inFragment(k + 1, i)
      if (tag === 'sub') return zero
      if (tag === 'rel') return this.#ofRelative(k, floor)
      if (tag === 'ved' && (reading.tag(k + 1) === 'prep' || reading.tag(k + 1) === 'to')) return this.#inFragment(floor, k)
    }
    return this.#inFragment(floor, i)
  }

  /** "Metformin brought her A1c down": a form that may be a participle, with its subject before and its object right behind. */
  #isPast(k: number, object: number): boolean {
    const { reading } = this
    return (
      reading.tag(k) === 'ved' && k + 1 === object && possessives.has(reading.surface(object)) && this.#words.known(k - 1)?.kind === 'other'
    )
  }

  /** Who or what the words after "by" or "with" name. */
  ofPhraseAfter(first: number, end: number): Agent {
    return this.#words.classify(first, end - 1)
  }

  /** "The best cure is a walk", "… is our tea", "… is right here": what stands behind "is"; undefined where that may be what is sold. */
  ofComplement(first: number): Agent | undefined {
    const { reading } = this
    const common = articles.has(reading.surface(first))
    for (let i = first; i < Math.min(reading.words.length, first + 8); i++) {
      if (reading.tag(i) === 'stop' || reading.isVerbal(i)) break
      if (
        (reading.isUnlisted(i) && !common) ||
        reading.tag(i) === 'pron' ||
        ['here', 'now', 'this', 'our', 'inside'].includes(reading.surface(i))
      )
        return undefined
      const known = this.#words.known(i)
      if (known && known.kind !== 'other') return undefined
    }
    return { kind: 'other', why: 'topic' }
  }

  /** Any product, brand or ingredient the sentence names. */
  inSentence(): Agent | undefined {
    const known = this.#words.anyKnown(0, this.reading.words.length - 1)
    const drug = this.reading.hits.find((hit) => hit.concept === 'other.drug')
    // "Metformin is the first tablet that a doctor prescribes for …"
    if (drug && known?.kind === 'product' && known.at && drug.at.from < known.at.from) return { kind: 'other', at: drug.at, why: 'drug' }
    return known && known.kind !== 'other' && known.kind !== 'unknown' ? known : undefined
  }

  /** "To treat a burn, cool it …" and "Losing weight reduces …": the main clause says who acts, or that a habit does. */
  #ofOpening(i: number, k: number): Agent | undefined {
    const { reading } = this
    const infinitive = reading.tag(i - 1) === 'to' && k === i - 2
    const gerund = reading.tag(i) === 'ving' && k === i - 1
    if (!infinitive && !gerund) return undefined
    for (let j = i + 1; j < Math.min(reading.words.length, i + 20); j++) {
      const tag = reading.tag(j)
      if (tag === 'stop' || tag === 'rel' || tag === 'sub') return undefined
      if (gerund && (tag === 'aux' || tag === 'verb')) return this.#anyKnownProduct(i, j - 1) ?? { kind: 'other', why: 'topic' }
      if (infinitive && tag === 'comma' && !reading.isVerbal(j + 1 + 1)) return this.ofMainClause(j + 1)
    }
    return undefined
  }

  /** Who acts in the main clause that begins at word `from`; an order to do anything but take is advice about life. */
  ofMainClause(from: number): Agent | undefined {
    const { reading } = this
    const end = Math.min(reading.words.length, from + 24)
    if (takingVerbs.has(reading.lemma(from))) return undefined
    const sold = this.#anyKnownProduct(from, end - 1)
    if (sold) return sold
    const subject = this.#openingSubject(from)
    if (subject) return subject
    for (let j = from; j < end; j++) {
      const tag = reading.tag(j)
      if (tag === 'stop') break
      if ((tag === 'verb' || tag === 'aux') && j > from) return this.ofVerb(j, from)
    }
    return holdsTarget(reading, from, end - 1) ? undefined : { kind: 'other', why: 'habit' }
  }

  /** "most clinicians start with …": someone known opens the clause, whatever its verb. */
  #openingSubject(from: number): Agent | undefined {
    for (let j = from; j < from + 4 && ['word', 'det', 'num', 'adv'].includes(this.reading.tag(j)); j++) {
      const known = this.#words.known(j)
      if (known) return known.kind === 'other' && known.why === 'person' ? known : undefined
    }
    return undefined
  }

  #anyKnownProduct(first: number, last: number): Agent | undefined {
    for (let i = first; i <= last; i++) {
      const known = this.#words.known(i)
      if (known && (isSoldKind(known) || (known.kind === 'pronoun' && i === first))) return known
    }
    return undefined
  }

  /** "Wash your hands to remove germs", "Take it daily to ease pain": the verb before an infinitive of purpose has the agent. */
  #ofPurpose(k: number, floor: number): Agent | undefined {
    const { reading } = this
    let start = k
    while (start >= floor && ['word', 'det', 'num', 'adv', 'pron', 'prep', 'clitic', 'conj', 'ving'].includes(reading.tag(start))) start--
    // "we built NerveKeep to undo …"
    const made = start >= floor && start < k && reading.tag(start) === 'ved' ? this.#anyKnownProduct(start + 1, k) : undefined
    if (made) return made
    if (start >= floor && start < k && reading.tag(start) === 'ved' && chainParticiples.has(reading.surface(start)))
      return this.ofVerb(start, floor)
    if (start < floor || start === k || reading.tag(start) !== 'verb' || handing.has(reading.lemma(start))) return undefined
    const object = this.#words.anyKnown(start + 1, k)
    if (object && object.kind !== 'other' && object.kind !== 'unknown') return object
    const agent = this.ofVerb(start, floor)
    if (agent.kind !== 'zero') return agent
    const isOrder = reading.lemma(start) === reading.surface(start)
    if (!isOrder) return agent
    // "Apply pressure to stop bleeding": an object no list knows is not what is sold
    const counted =
      reading.tags.slice(start + 1, k + 1).some((tag) => tag === 'num' || tag === 'adv' || tag === 'pron') ||
      dosing.has(reading.surface(start + 1))
    if (!object && !counted && takingVerbs.has(reading.lemma(start))) return { kind: 'unknown' }
    const aboutLife = (object?.kind === 'other' && object.why !== 'person' && object.why !== 'organ') || holdsTarget(reading, start + 1, k)
    return aboutLife || !takingVerbs.has(reading.lemma(start)) ? { kind: 'other', why: 'habit' } : agent
  }

  /** "supports X and reduces Y": the verb before the conjunction has the subject. */
  #ofCoordinated(k: number, floor: number, verb: number): Agent {
    const { reading } = this
    const aside = asideBefore(reading, k, floor)
    if (aside !== undefined) return this.#ofSubject(aside - 1, floor)
    const singular = reading.surface(verb) !== reading.lemma(verb) && reading.surface(verb).endsWith('s')
    for (let j = k - 1; j >= floor; j--) {
      const tag = reading.tag(j)
      // "fuels the cells that make energy and clears …": the verb agrees with another subject
      if (singular && tag === 'verb' && reading.surface(j) === reading.lemma(j)) continue
      if (tag === 'verb' || tag === 'aux') return this.ofVerb(j, floor)
      if (tag === 'stop') break
      if ((tag === 'ving' || tag === 'ved') && reading.hitsAt(j).some((hit) => hit.row.type === 'act')) return this.ofVerb(j, floor)
    }
    if (reading.tag(k) === 'comma') return this.#ofSubject(k, floor)
    const sold = this.#inFragment(floor, k)
    const verbBefore = sold.kind === 'zero' ? verbIn(reading, floor, k) : undefined
    return verbBefore === undefined ? sold : this.#words.classify(clauseStart(reading, verbBefore, floor), verbBefore - 1)
  }

  /** "compounds that relieve …": the noun before the relative is the agent; after a verb, "that" only opens a clause. */
  #ofRelative(k: number, floor: number): Agent {
    const { reading } = this
    let j = k - 1
    if (reading.tag(j) === 'comma') j--
    if (j < floor || reading.isVerbal(j) || reading.tag(j) === 'aux') return zero
    // "lavender that calms": the noun right before the relative, not what the sentence opens with
    for (let i = j; i >= floor && ['word', 'det', 'num', 'adv', 'clitic'].includes(reading.tag(i)); i--) {
      const known = this.#words.known(i)
      if (known && known.kind !== 'other') return known
    }
    if (['who', 'whom'].includes(reading.surface(k))) return { kind: 'other', why: 'person' }
    // "It is the only thing that helps": what it is said of acts
    const predicate = beBeforeThing(reading, j, floor) ?? beBeforeKind(reading, j, floor)
    if (predicate !== undefined) return this.ofVerb(predicate, floor)
    const antecedent = this.#ofSubject(j, floor)
    if (antecedent.kind === 'other' && inBody.has(antecedent.why ?? '')) {
      const fed = this.#favouredBy(j, floor)
      if (fed) return fed
    }
    return antecedent.kind === 'unknown' && isLabel(reading, j) ? { ...antecedent, kind: 'zero' } : antecedent
  }

  /** "feeds the bacteria that keep you regular": what a favoured thing of the body does, what favours it brings about. */
  #favouredBy(k: number, floor: number): Agent | undefined {
    const start = beforeSubject(this.reading, subjectEnd(this.reading, k, floor), floor)
    const favours = this.reading
      .hitsAt(start)
      .some(({ row, pos, first }) => row.type === 'act' && pos === 'verb' && first === start && favouring.has(row.family ?? ''))
    if (this.reading.tag(start) !== 'verb' || !favours) return undefined
    const agent = this.ofVerb(start, floor)
    return agent.kind === 'other' || agent.kind === 'unknown' ? undefined : agent
  }

  /** "What lowered my blood pressure was walking to work": what follows "was" acted. */
  #ofCleft(what: number): Agent {
    const { reading } = this
    // "A doctor, an inhaler and a plan are what keep his asthma quiet"
    if (['is', 'was', 'are', 'were'].includes(reading.surface(what - 1))) return this.#words.anyKnown(0, what - 2) ?? zero
    for (let i = what + 2; i < Math.min(reading.words.length, what + 16); i++) {
      if (reading.tag(i) === 'stop') break
      if (!['is', 'was', 'are', 'were'].includes(reading.surface(i)) || reading.tag(i - 1) === 'rel') continue
      // "What ended cholera was not a tonic but a pump handle"
      const from = reading.surface(i + 1) === 'not' ? reading.words.findIndex(({ surface }, k) => k > i && surface === 'but') : i
      const sold = from < 0 ? undefined : this.#anyKnownProduct(from + 1, Math.min(reading.words.length - 1, from + 8))
      return sold ?? { kind: 'other', why: 'habit' }
    }
    return zero
  }

  /** A gerund after a preposition: "a formula for reducing …", "works by lowering …". */
  #ofPhrase(k: number, floor: number): Agent {
    const { reading } = this
    let j = k - 1
    while (j >= floor && reading.tag(j) === 'adv') j--
    if (j < floor || reading.tag(j) === 'stop') return zero
    return this.ofNoun(k, floor)
  }

  /** The subject that ends at word `k`. */
  #ofSubject(k: number, floor: number): Agent {
    const { reading } = this
    const end = subjectEnd(reading, k, floor)
    // "it is not a drug, but it eases …": a pronoun in the case of a subject, right before its verb, is the whole subject
    if (reading.tag(end) === 'pron' && subjectPronouns.has(reading.surface(end))) return this.#words.classify(end, end)
    const start = beforeSubject(reading, end, floor)
    const stop = reading.tag(start)
    const lemma = reading.lemma(start)
    // "helps your body fight colds": what the inner verb does, the subject of the outer one brings about
    const hands = handing.has(lemma) || lemma === 'make' || (causatives.has(lemma) && hasOtherOrPronoun(reading, start + 1, end))
    // "helps plants fight disease": no body that a supplement is for
    const handed = stop === 'verb' && hands ? this.#words.known(end) : undefined
    if (handed?.why === 'animal') return handed
    if (stop === 'verb' && hands) return this.ofVerb(start, floor)
    return this.#words.classify(start + 1, end)
  }

  /** Who a fragment without a verb is about. */
  #inFragment(first: number, end: number): Agent {
    for (let i = first; i < end; i++) {
      const known = this.#words.known(i)
      if (known && known.kind !== 'other' && known.kind !== 'pronoun') return known
    }
    return zero
  }
}

/** "Take daily to prevent gout": how often stands for what is taken. */
const dosing = new Set(['daily', 'nightly', 'regularly', 'early', 'often'])

const favouring = new Set(['preserve', 'raise', 'restore'])
/** Why an agent is another: it is a germ, a cell or a part. */
const inBody = new Set(['disease', 'organ', 'body', 'pathogen'])
