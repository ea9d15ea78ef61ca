import type { Lexicon } from '../../match/schema.js'
import type { Word } from './tokens.js'
import { type Hit, isTargetType, type Vocabulary } from './vocabulary.js'
import { beForms, modals, set } from './words.js'

/**
 * Product names that no list holds, told by their form and place (docs/effect-frames.md, section 4): words with a capital that the sentence does not
 * ask for, none of which names a person, a place or an institution, where a thing sold stands: it is taken ("try Moon Tonic Extra"), it helped
 * ("three weeks on Ear-Ease", "thanks to Lull"), it acts ("Oral Biome sends it packing"), it comes in capsules or at a price, or it is the answer
 * after a colon. Adds a hit for each and drops what lies inside it.
 */
export function withBrands(lexicon: Lexicon, vocabulary: Vocabulary, words: readonly Word[], hits: readonly Hit[]): readonly Hit[] {
  const row = lexicon.concepts.get('ingredient.brand')
  if (!row || words.length < 2 || isTitleCase(words)) return hits
  let result = hits
  for (let i = 0; i < words.length; i++) {
    if (!words[i]!.capital) continue
    const last = runEnd(words, i)
    const name = new Name(words, hits, vocabulary, i, last)
    i = last
    if (!name.isSold()) continue
    const { first } = name
    const entry = { concept: row.id, text: words[first]!.surface }
    const at = { from: words[first]!.at.from, to: words[last]!.at.to }
    const hit: Hit = { concept: row.id, at, first, last, surface: -1, row, entry, pos: 'noun' }
    result = [...result.filter((other) => other.last < first || other.first > last), hit].sort(
      (a, b) => a.first - b.first || b.last - a.last,
    )
  }
  return result
}

/** In a heading every word has a capital, which then tells nothing. */
function isTitleCase(words: readonly Word[]): boolean {
  const long = words.filter(({ raw }) => raw.length > 3)
  return long.length > 2 && long.filter(({ capital }) => capital).length * 5 > long.length * 3
}

/** Last word of the run of words with a capital that begins at `first`; figures, "&" and halves behind a hyphen belong to it. */
function runEnd(words: readonly Word[], first: number): number {
  let last = first
  for (let i = first + 1; words[i]; i++) {
    const { capital, glued, surface, pos } = words[i]!
    if (capital || glued || (pos === 'number' && !/^\d{4}$/.test(surface) && words[i + 1]?.surface !== '%')) last = i
    else if (!(surface === '&' && words[i + 1]?.capital)) break
  }
  return last
}

const acronym = /^[\p{Lu}\d]{1,5}s?$/u
const isStop = (word: Word | undefined): boolean =>
  word === undefined || (word.pos === 'symbol' && word.surface !== ',' && word.surface !== '&')

class Name {
  /** First word of the name: a word that the sentence opens with and that is no noun is left out. */
  readonly first: number
  /** Its first letter had to be a capital. */
  readonly #opens: boolean

  constructor(
    private readonly words: readonly Word[],
    private readonly hits: readonly Hit[],
    private readonly vocabulary: Vocabulary,
    first: number,
    private readonly last: number,
  ) {
    const opens = isStop(words[first - 1])
    const leaves =
      opens &&
      first < last &&
      words[first]!.pos !== 'noun' &&
      words[first - 1]?.surface !== ':' &&
      !words[first + 1]!.glued &&
      words[first + 1]!.capital
    this.first = leaves ? first + 1 : first
    this.#opens = opens && !leaves
  }

  isSold(): boolean {
    if (!this.#isName()) return false
    return this.#isTaken() || this.#isBehindWhatHelps() || this.#acts() || this.#isWare() || this.#answers()
  }

  get #length(): number {
    return this.last - this.first + 1
  }

  /** The words may be a product's name: none is a proper name of something else, a disease or an abbreviation alone. */
  #isName(): boolean {
    const { words, hits, first, last, vocabulary } = this
    const own = words.slice(first, last + 1)
    if (own.some(({ surface }) => vocabulary.isProper(surface))) return false
    // "Dr. Imani Osei has treated …": a person by the title
    if (
      [own[0], words[first - 1], words[first - 2]].some((word) => word !== undefined && titles.has(word.surface)) &&
      !own.some(({ glued }) => glued)
    )
      return false
    if (own.every(({ raw }) => acronym.test(raw)) || !own.some(({ pos, surface }) => pos !== 'number' && surface.length > 3)) return false
    // "Kelsora's Law", "Crohn's"
    if (words[last + 1]?.surface === "'s" && this.#length === 1) return false
    const inside = hits.filter((hit) => hit.first <= last && hit.last >= first)
    if (inside.some((hit) => hit.first < first || hit.last > last || !isPartOfName(hit))) return false
    // "Lung Detox Tea": a thing by what it is for
    if (inside.some((hit) => hit.row.type === 'agent' && hit.last === last) && inside.some(({ row }) => isTargetType(row.type)))
      return false
    if (calendar.has(words[last]!.surface) || (own[0]!.pos === 'function' && this.#length === 1)) return false
    if (this.#length > 1) return this.#isKnownSomewhere() || !this.#opens
    if (inside.some(({ row }) => row.type !== 'act')) return false
    return this.#opens ? vocabulary.isUnlisted(own[0]!) : own[0]!.pos === 'noun' && own[0]!.raw.length > 3
  }

  /** One word that had to have its capital, and has no other. */
  #isBareOpener(): boolean {
    return this.#opens && this.#length === 1 && !/\p{Ll}\p{Lu}/u.test(this.words[this.first]!.raw)
  }

  /** Two words that nobody knows may be a given name and a surname. */
  #isKnownSomewhere(): boolean {
    return this.words.slice(this.first, this.last + 1).some((word) => !this.vocabulary.isUnlisted(word))
  }

  /** "Pack Rosehip C.", "gave my son Focusfish", "asked what I took. It was BoneCraft." */
  #isTaken(): boolean {
    const { words, first, last } = this
    let before = first - 1
    while (['the', 'our', 'my', 'some', 'to', 'on', 'taking', 'using', 'two', 'a', 'of', 'for'].includes(words[before]?.surface ?? ''))
      before--
    const verb = words[before]
    // "…, there is Ivy Lane."
    if (verb?.surface === 'is' && words[before - 1]?.surface === 'there') return isEnd(words, last + 1)
    if (verb && (taking.has(verb.lemma) || taking.has(verb.surface))) {
      // "found Anna", "met Kofi": a person who goes on to do something
      return !persons.has(words[last + 1]?.surface ?? '')
    }
    if (verb && kin.has(verb.surface)) return ['give', 'feed', 'get', 'buy'].includes(words[before - 2]?.lemma ?? '')
    return false
  }

  /** "three weeks on Ear-Ease", "thanks to Lull", "eases off with Saffron Soft". */
  #isBehindWhatHelps(): boolean {
    const { words, first, last } = this
    if (this.#opens) return false
    const before = words[first - 1]?.surface ?? ''
    if (before === 'to') return words[first - 2]?.surface === 'thanks' || switching.has(words[first - 2]?.lemma ?? '')
    if (before === 'of') return vessels.has(words[first - 2]?.lemma ?? '')
    if (before === 'from') return words[first - 2]?.surface === ',' && isStop(words[last + 1])
    if (!helping.has(before)) return false
    return this.#length > 1 || this.vocabulary.isUnlisted(words[first]!)
  }

  /** "Oral Biome sends it packing", "…, and Golden Press puts it out", "Limber is for dancers": the subject of a clause, before a finite verb. */
  #acts(): boolean {
    const { words, first, last, vocabulary } = this
    // a noun that opens a sentence alone tells nothing by its capital: src/lint/product-names.ts
    if (this.#isBareOpener()) return false
    const before = words[first - 1]
    if (before && !isStop(before) && !clauseOpeners.has(before.surface)) return false
    let i = last + 1
    while (words[i]?.pos === 'adverb') i++
    const next = words[i]
    if (!next) return false
    if (beForms.has(next.surface)) return ['for', 'made', 'formulated', 'built'].includes(words[i + 1]?.surface ?? '')
    if (modals.has(next.surface)) return acting.has(words[i + 1]?.lemma ?? '') || this.#isAct(i + 1)
    if (vocabulary.verbForm(next.surface) !== 's') return false
    return acting.has(next.lemma) || this.#isAct(i)
  }

  #isAct = (i: number): boolean =>
    this.hits.some(
      ({ row, pos, first }) =>
        first === i && row.type === 'act' && pos === 'verb' && row.family !== 'cause' && !recovering.has(this.words[i]!.lemma),
    )

  /** "Lip & Below capsules", "Stride, 60 softgels", "Moon Tonic for fibroids", "Moon Tonic, $39". */
  #isWare(): boolean {
    const { words, hits, last, first } = this
    const next = words[last + 1]?.surface === ',' ? last + 2 : last + 1
    const form = hits.find((hit) => hit.first === next && forms.test(hit.concept))
    if (form && next === last + 1) return !this.#opens || this.#length > 1 || this.vocabulary.isUnlisted(words[first]!)
    // "Heartwood, for hearts that have had one attack", "one Dawn Patrol at a time"
    if (next === last + 2 && first === 0 && purposes.has(words[next]?.surface ?? '') && !examples.has(words[next + 1]?.surface ?? ''))
      return this.#length > 1 || this.vocabulary.isUnlisted(words[first]!)
    if (
      ['one', 'a', 'two'].includes(words[first - 1]?.surface ?? '') &&
      words[last + 1]?.surface === 'at' &&
      words[last + 3]?.surface === 'time'
    )
      return true
    // "Velora: made for gout", "Velora vs gout"
    if (
      first === 0 &&
      this.#length === 1 &&
      last === 0 &&
      heads.has(words[1]?.surface ?? '') &&
      offering.has(words[words[1]!.surface === 'vs' ? 1 : 2]?.surface ?? '')
    )
      return this.vocabulary.isUnlisted(words[0]!)
    if (this.#isBareOpener()) return false
    if (words[next]?.surface === '$' || words[next]?.surface === '£' || words[next]?.surface === '€') return true
    if (words[next]?.pos === 'number' && hits.some((hit) => hit.first === next + 1 && forms.test(hit.concept))) return true
    return this.#opens && this.#length > 1 && words[next]?.surface === 'for' && !words[next + 1]?.capital
  }

  /** "Endometriosis pain meets its match: Moon Tonic Extra." */
  #answers(): boolean {
    const { words, first, last } = this
    // "… asked what I was taking. It was BoneCraft."
    if (first === 2 && ['it', 'that', 'this'].includes(words[0]!.surface) && beForms.has(words[1]!.surface)) return isEnd(words, last + 1)
    return (
      words[first - 1]?.surface === ':' &&
      first > 3 &&
      words[first - 2]?.pos !== 'number' &&
      isEnd(words, last + 1) &&
      this.#isKnownSomewhere()
    )
  }
}

/** A part of the body or the form of what is sold; an ingredient that a list knows is a sign of sale by itself. */
const isPartOfName = ({ row, concept }: Hit): boolean =>
  row.type === 'agent' ? concept.startsWith('product.') : !isTargetType(row.type) || row.type === 'body-part' || row.type === 'function'
const calendar = set('day week month year season eve')

const isEnd = (words: readonly Word[], i: number): boolean => !words[i] || (['.', '!'].includes(words[i]!.surface) && i >= words.length - 2)

const titles = set('dr prof professor doctor sister father mr mrs ms captain')
const heads = new Set([':', '–', '—', 'vs'])
const offering = set('made built formulated designed created for because goodbye bye against beats eases ends stops vs')
const purposes = set('for because so when')
const examples = set('example instance one now once the')

const taking = set(
  `take try pack order pour start love use meet discover choose add keep stock swap drink sip chew swallow introduce introducing grab reach
   switch credit thank trust swear recommend buy reorder came want`,
)
const switching = set('switch move over change turn hello')
const kin = set('son daughter mother father mom mum dad husband wife kids children dog cat boy girl')
const vessels = set('bottle jar box dose pack tin cup glass spoonful scoop course month week')
const helping = set('with on since without until after before')
const clauseOpeners = set(', and but so while because that when how')
/** What patients do. */
const recovering = set('recover heal fight battle suffer manage')
const persons = set('who whose and said says who')
const forms = /^product\.(?:capsule|gummy|drops|powder|tea|syrup|bottle|pill|balm|supplement|formula)$/
/** Verbs that tell what a product brings about, whatever its object. */
const acting = set(
  `help keep make let bring get take put send give turn hold stop walk wake meet beat feed pick knock kick go end clear open close shut lift pull push
   hand work step change save free leave set show tell quiet calm cool warm`,
)
