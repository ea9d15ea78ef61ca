import type { Agent } from '../../core/sentence.js'
import type { Reading } from './reading.js'
import type { Hit } from './vocabulary.js'
import { takingVerbs } from './words.js'

const zero: Agent = { kind: 'zero' }

/** What a seller does for people is done with what it sells: "we help people beat diabetes". */
const sellersActs = new Set(['help', 'cure', 'heal', 'relieve', 'ease'])
const amounts = new Set(['little', 'much', 'few', 'many'])
const lacks = new Set('lack shortage deficiency shortfall insufficiency scarcity excess overdose surplus overload absence loss'.split(' '))
const isNeeding = (lemma: string): boolean => lemma === 'need' || takingVerbs.has(lemma)

/** What kind of agent the words of a subject stand for: docs/effect-frames.md, section 4. */
export class AgentWords {
  constructor(private readonly reading: Reading) {}

  /** What kind of agent a subject is: its head decides, then what hangs on it. */
  classify(first: number, last: number): Agent {
    const { reading } = this
    let start = first
    // "In trials, users …", "However, it …"
    while (start <= last && ['adv', 'conj', 'comma'].includes(reading.tag(start))) start++
    if (start > last) return zero
    const at = reading.span(start, last)
    if (reading.tag(start) === 'prep') return this.anyKnown(start, last) ?? zero
    let head = start
    while (head <= last && !this.#endsHead(head, start, last)) head++
    const named = start === last && reading.tag(start) === 'pron' ? this.#antecedent(start) : undefined
    if (named) return named
    const gerund = reading.tag(start) === 'ving'
    if (this.#isAmount(start, head)) return { kind: 'other', at, why: 'amount' }
    const measured = this.#measured(start, last)
    if (measured) return { ...measured, at }
    // "Two melts", "each packet", "beauty sticks": a form that is swallowed, counted or of something
    if (isDoseForm(reading, head - 1) && head - 1 > start - 1 && (isCounted(reading, start) || head - start > 1))
      return { kind: 'product', at }
    for (let i = head - 1; i >= start; i--) {
      const known = this.known(i)
      if (!known) continue
      // "Muscle Meal builds …", "Brain Juice sharpens …": a name of ordinary words
      if (known.kind === 'other' && nameable.has(known.why ?? '') && head - start > 1 && isCoined(reading, start, head - 1))
        return { kind: 'brand', at }
      // "Our kids' throat pops": whose it is does not act, what is ours does
      if (i < head - 1 && owners.has(known.why ?? '') && this.#isOurs(start, i)) continue
      if (known.kind === 'other') return this.#ownedByProduct(start, i) ?? { ...known, at }
      return { ...known, at }
    }
    const linked = this.anyKnown(head, last)
    // "Brushing with a toothpaste prevents …": a habit, whatever it is done with
    const habit = gerund && !takingVerbs.has(reading.lemma(start)) && linked?.kind === 'product'
    if (linked && linked.kind !== 'other' && !habit) return { ...linked, at }
    // "87% of women", "nine out of ten": a share of people
    if (linked?.why === 'person' && reading.words.slice(start, head).some(({ raw, pos }) => raw === '%' || pos === 'number'))
      return { ...linked, at }
    if (gerund) return takingVerbs.has(reading.lemma(start)) ? { kind: 'unknown', at } : { kind: 'other', at, why: 'habit' }
    // "What remains drains into the bladder"
    if (reading.surface(start) === 'what') return { kind: 'other', at, why: 'topic' }
    if (reading.tag(start) === 'pron') return this.#antecedent(start) ?? { kind: 'pronoun', at }
    // "our relief sticks": what is ours is sold
    if (reading.surface(start) === 'our') return { kind: 'product', at }
    if (reading.surface(start) === 'this' || reading.surface(start) === 'these') return { kind: 'pronoun', at }
    // "Dr. Imani Osei"
    if (reading.surface(start - 1) === '.' && houses.has(reading.surface(start - 2))) return { kind: 'other', at, why: 'person' }
    return { kind: isCoined(reading, start, head - 1) ? 'brand' : 'unknown', at }
  }

  /** "A drop a day", "two a night", "every glass of tart cherry juice": a dose is what is dosed. */
  #measured(start: number, last: number): Agent | undefined {
    const { reading } = this
    let i = start
    while (i < start + 3 && ['det', 'num'].includes(reading.tag(i))) i++
    if (i > start && reading.words[i - 1]?.surface === 'a' && days.has(reading.surface(i)) && i - start > 1) return zero
    if (i === start || !measures.has(reading.lemma(i))) return undefined
    if (['a', 'per', 'each', 'every'].includes(reading.surface(i + 1)) && days.has(reading.surface(i + 2))) return zero
    return reading.surface(i + 1) === 'of' && i + 2 <= last ? this.anyKnown(i + 2, last) : undefined
  }

  /** "our kids'", "our grandmother's": a possessor between "our" and the noun. */
  #isOurs(start: number, possessor: number): boolean {
    const { words } = this.reading
    const next = words[possessor + 1]
    // the apostrophe of a plural is no word of its own
    const plural = next !== undefined && next.at.from - words[possessor]!.at.to === 2
    return this.reading.surface(start) === 'our' && (plural || next?.surface === "'s")
  }

  /** "A lack of vitamin A", "too much LDL", "low magnesium": how much of it the body has acts, not what is sold. */
  #isAmount(start: number, end: number): boolean {
    const { reading } = this
    const first = reading.tag(start) === 'det' && !amounts.has(reading.surface(start)) ? start + 1 : start
    const next = reading.surface(first + 1)
    if (reading.surface(first) === 'too') return amounts.has(next)
    if (reading.surface(end) === 'of' && lacks.has(reading.lemma(end - 1))) return true
    // "Low-molecular hyaluronic acid"
    if (reading.words[first + 1]?.glued) return false
    return ['low', 'insufficient', 'inadequate', 'excess', 'excessive'].includes(reading.surface(first)) && end > first + 1
  }

  /** The words after the head: "a tea for colds", "herbs used in China"; a participle before a noun is no end ("a balanced diet"). */
  #endsHead(i: number, start: number, last: number): boolean {
    const tag = this.reading.tag(i)
    if (tag === 'prep' || tag === 'rel' || tag === 'comma') return true
    if (tag !== 'ved' && !(tag === 'ving' && i > start)) return false
    // "Brisk walking": a noun that a list knows
    if (tag === 'ving' && i === last && this.known(i)) return false
    return i === last || this.reading.tag(i + 1) !== 'word'
  }

  /** "The vaccine is given twice, and it prevents …": the pronoun stands for the subject the sentence opens with, where a list knows that. */
  #antecedent(pronoun: number): Agent | undefined {
    const { reading } = this
    if (!['it', 'they'].includes(reading.surface(pronoun))) return undefined
    // "Wash your hands: it is the best way to prevent the flu": what an order tells to do
    if (reading.tag(0) === 'verb' && reading.surface(0) === reading.lemma(0) && !takingVerbs.has(reading.lemma(0))) {
      const stop = reading.words.findIndex(({ raw }, k) => k > 0 && k < pronoun && (raw === ':' || raw === ';' || raw === '—'))
      if (stop === pronoun - 1 && !this.anyKnown(1, stop - 1)) return { kind: 'other', at: reading.span(0, stop - 1), why: 'habit' }
    }
    for (let k = 0; k < pronoun; k++) {
      const tag = reading.tag(k)
      if (tag === 'verb' || tag === 'aux') {
        const subject = k > 0 ? this.anyKnown(0, k - 1) : undefined
        return subject?.kind === 'other' && !['person', 'organ', 'seller', 'study', 'disease', 'animal'].includes(subject.why ?? '')
          ? subject
          : undefined
      }
      if (tag === 'stop' || tag === 'sub') return undefined
    }
    return undefined
  }

  /** "our sleep gummies", "magnesium in the body": an ingredient or product word in the same noun phrase. */
  #ownedByProduct(first: number, last: number): Agent | undefined {
    // "papaya and ginger enzymes"
    const from = this.reading.lemma(last) === 'enzyme' && last > first ? this.known(last - 1) : undefined
    if (from?.kind === 'ingredient') return from
    for (let i = first; i < last; i++) {
      const known = this.known(i)
      if (known && (known.kind === 'product' || known.kind === 'brand') && this.reading.tag(i + 1) !== 'clitic') return known
    }
    return undefined
  }

  anyKnown(first: number, last: number): Agent | undefined {
    let other: Agent | undefined
    for (let i = first; i <= last; i++) {
      const known = this.known(i)
      if (known && known.kind !== 'other') return known
      other ??= known
    }
    return other
  }

  #doesAsSeller(i: number): boolean {
    let k = i + 1
    while (this.reading.tag(k) === 'adv' || ['can', 'will', "'ll", 'have', "'ve"].includes(this.reading.surface(k))) k++
    return this.reading.isVerbal(k) && sellersActs.has(this.reading.lemma(k))
  }

  /** The agent a single word stands for, if any list knows it. */
  known(i: number): Agent | undefined {
    const { reading } = this
    const word = reading.words[i]
    if (!word) return undefined
    const s = word.surface
    if (['it', 'they', 'this', 'these', 'that', 'ours'].includes(s) && reading.tag(i) === 'pron') return { kind: 'pronoun', at: word.at }
    if (s === 'we' && this.#doesAsSeller(i)) return zero
    // "is what you need to avoid …": the thing needed acts
    if (s === 'you' && ['what', 'all', 'everything'].includes(reading.surface(i - 1)) && isNeeding(reading.lemma(i + 1)))
      return { kind: 'pronoun' }
    if (['we', 'i', 'you', 'he', 'she', 'nobody'].includes(s)) return { kind: 'other', why: 'person', at: word.at }
    if (isBrand(reading, i)) return { kind: 'brand', at: word.at }
    const hits = reading.hitsAt(i).filter((hit) => hit.last === i)
    const agent = hits.find((hit) => hit.row.type === 'agent')
    if (agent) return { kind: agent.concept.startsWith('product.') ? 'product' : 'ingredient', at: agent.at }
    if (hits.some(isOther) && isInCoinedName(reading, i)) return { kind: 'brand', at: word.at }
    const other = hits.find(isOther)
    // what a study found is what the thing under study does
    // "with no diet and no gym": what is not done brings nothing about
    const spared = other && i > 2 && ['no', 'without', 'zero'].includes(reading.surface(other.first - 1))
    if (spared && ['with', 'and', ','].includes(reading.surface(other.first - 2)) && whyOf(other) === 'diet') return undefined
    if (other?.concept === 'other.study') return { kind: 'zero', at: other.at }
    return other && { kind: 'other', at: other.at, why: whyOf(other) }
  }
}

const nameable = new Set(['organ', 'diet'])

/** A thing that is swallowed by the piece; "two sticks of butter" is none. */
const isDoseForm = (reading: Reading, i: number): boolean =>
  doseForms.has(reading.surface(i)) && (reading.surface(i + 1) !== 'of' || ['our', 'this', 'these'].includes(reading.surface(i + 2)))
const doseForms = new Set(
  `melt melts chew chews mint mints stick sticks packet packets pearl pearls tab tabs wafer wafers pellet pellets granules strip strips pouch pouches
   lozenge lozenges pastille pastilles sachet sachets gummy gummies softgel softgels capsule capsules tablet tablets caps pill pills troche troches`.split(
    /\s+/,
  ),
)
/** "one melt", "two chalky mints", "each packet", "half a stick". */
const isCounted = (reading: Reading, start: number): boolean =>
  reading.tag(start) === 'num' || counting.has(reading.surface(start)) || counting.has(reading.surface(start + 1))
const counting = new Set('one two three four five six each every single a an half'.split(' '))

/**
 * "Carb Stop takes the edge off", "Restore-50 keeps", "…: Spark sublingual lifts energy": ordinary words with capitals or a number that the sentence does not ask
 * for are a name, and what acts on the body under a name is sold. A house ("Mayo Clinic") is not.
 */
function isCoined(reading: Reading, first: number, last: number): boolean {
  const name = reading.words.slice(first, last + 1)
  if (name.length > longestName || !name[0]?.capital || isSetInCapitals(reading)) return false
  if (name.some(({ surface }, i) => houses.has(surface) || !['word', 'num', 'conj', 'stop'].includes(reading.tag(first + i)))) return false
  if (name.length > 1 && name.slice(1).every(({ capital, pos, raw }) => capital || pos === 'number' || raw === '&' || raw === '-'))
    return true
  // after a comma or a colon no sentence begins
  return first > 0 && ['comma', 'stop'].includes(reading.tag(first - 1)) && ',:—–'.includes(reading.surface(first - 1))
}
const longestName = 4
const owners = new Set(['person', 'women', 'healthy-adults', 'seller'])
const days = new Set('day night morning evening week month'.split(' '))
/** What a dose is measured in. */
const measures = new Set(
  'glass cup mug bowl drop dropper spoon spoonful teaspoon tablespoon scoop sip swig gulp shot sachet stick packet pinch dash handful mouthful capful dollop squirt spritz spray serving dose bottle jar tin pot pouch'.split(
    ' ',
  ),
)
/** Institutions, and titles of persons. */
const houses = new Set(
  `university college hospital clinic institute foundation association society center centre agency department ministry council academy board school city park
   street team club church court company inc ltd administration service services union federation league museum library county state states kingdom
   dr mr mrs ms prof professor doctor nurse sir saint st aunt uncle captain king queen president coach chef judge pastor`.split(/\s+/),
)

/** A heading or a slogan in which most words have a capital: none of them shows a name. */
const isSetInCapitals = ({ words }: Reading): boolean => words.filter(({ capital }) => capital).length * 2 >= words.length

/** "Kelsora Heart", "to show that Lung Clear eases …": words of the body with a capital that the sentence does not ask for are a name. */
function isInCoinedName(reading: Reading, i: number): boolean {
  const word = reading.words[i]!
  const before = reading.words[i - 1]
  if (!word.capital || !before || reading.tag(i - 1) === 'stop') return false
  if (before.capital) return reading.isUnlisted(i - 1)
  return reading.words[i + 1]?.capital === true && reading.words.filter(({ capital }) => capital).length * 2 < reading.words.length
}

/** A drug that a list names acts as a drug does, whatever its name. */
const whyOf = ({ row, concept }: Hit): string => (row.type === 'drug-or-therapy' ? 'drug' : (concept.split('.')[1] ?? concept))

const isOther = (hit: Hit): boolean =>
  ['other-agent', 'population', 'drug-or-therapy', 'disease', 'symptom', 'body-part', 'pathogen'].includes(hit.row.type)

/** Written as brands are: an inner capital, a trademark sign, or a name the configuration or the page's title gives. */
function isBrand(reading: Reading, i: number): boolean {
  const word = reading.words[i]
  if (!word) return false
  if (word.isName) return true
  const next = reading.surface(i + 1)
  if (next === '™' || next === '®') return true
  return /^\p{Lu}\p{Ll}+\p{Lu}[\p{Ll}\d]/u.test(word.raw) && !reading.hitsAt(i).some((hit) => hit.row.type === 'other-agent')
}
