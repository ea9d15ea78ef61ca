import type { Reading } from './reading.js'
import { signOfSale } from './sold.js'
import type { Hit } from './vocabulary.js'
import { modals } from './words.js'

/** Words of people who vouch or of work that shows, and the stretch of the sentence that says so. */
interface Vouched {
  readonly appeal: 'authority'
  readonly first: number
  readonly last: number
  readonly idle?: false
}

/**
 * Who or what stands behind a benefit without a verb that a list knows ("Cardiologists keep a tin of these at home", "Straight out of a sleep lab"): many
 * experts, or work of science, in a sentence that sells. The text alone does not decide, so it is an appeal to authority, a warning.
 */
export function vouched(reading: Reading, hasEffect: boolean): Vouched | undefined {
  if (isOfCare(reading)) return undefined
  const hit = reading.hits.find(
    (each) =>
      (each.concept === 'evidence.person' && (hasEffect || (namesSale(reading) && owns(reading, each))) && isOfMany(reading, each)) ||
      (works.has(each.concept) && hasEffect && isWork(reading, each)),
  )
  return hit && { appeal: 'authority', first: hit.first, last: hit.last }
}

const works = new Set(['evidence.study', 'evidence.review', 'evidence.institute'])

/** Without an effect only experts by whom something is, or whose it is, vouch. */
const owns = (reading: Reading, { first, last }: Hit): boolean =>
  reading.surface(first - 1) === 'by' ||
  reading.surface(last + 1) === "'s" ||
  ['choice', 'favorite', 'secret'].includes(reading.surface(last + 2))

/** What is sold, or "it", "these" and "ours" in their place. */
const namesSale = (reading: Reading): boolean =>
  signOfSale(reading) !== undefined || reading.words.some(({ surface }) => ['ours', 'these'].includes(surface))

/** A drug, a device or a habit in the sentence: experts speak of care. */
const isOfCare = (reading: Reading): boolean =>
  reading.hits.some(({ row, concept }) => row.type === 'drug-or-therapy' || row.type === 'drug-class' || care.has(concept))
const care = new Set([
  'other.drug',
  'other.device',
  'other.exercise',
  'other.diet',
  'other.habit',
  'other.lifestyle',
  'other.sleep',
  'other.law',
  'evidence.idle',
])

/** Before these the experts are somebody's own, the ones spoken to, or buyers: "ask our pharmacists", "for nurses on nights". */
const owned = new Set(
  'traditionally once formerly our your my his her their its the for to with from some not no half hire than'.split(' '),
)
const spokenTo = new Set(
  'ask tell consult see call contact hire train pay meet visit join inform invite teach serve help supply employ'.split(' '),
)
/** What experts do for a living, and what they do without vouching. */
const working = new Set(
  `treat diagnose prescribe order test examine warn caution advise measure check operate remove perform ask disagree differ debate dispute doubt answer
   work define classify use see look monitor estimate grade describe mean distinguish need train learn count watch worry struggle meet run write
   teach help make read review write pack ship`.split(/\s+/),
)

function isOfMany(reading: Reading, { first, last }: Hit): boolean {
  if (!reading.surface(last).endsWith('s') || reading.words[last + 1]?.glued) return false
  // "Night-shift nurses: one capsule at three.": who is spoken to
  if (reading.words[last + 1]?.raw === ':' && isDose(reading, last + 2)) return false
  for (let k = first - 1; k >= Math.max(0, first - 3); k--) {
    if (reading.tag(k) === 'stop') break
    if (owned.has(reading.surface(k)) || spokenTo.has(reading.lemma(k))) return false
  }
  // "gardeners and physicians alike": a list of people is no panel
  for (let i = last + 1; i < Math.min(reading.words.length, last + 8); i++) {
    const tag = reading.tag(i)
    if (tag === 'stop') return true
    if (working.has(reading.lemma(i)) && reading.tag(i) !== 'ving' && reading.tag(i - 1) !== 'det') return false
    // "surgeons may offer": what they can do for the ill
    if (tag === 'aux') return !modals.has(reading.surface(i)) && !reading.surface(i).endsWith("n't")
    if (tag === 'verb') return true
  }
  return true
}

const isDose = (reading: Reading, i: number): boolean => reading.tag(i) === 'num' || doses.has(reading.surface(i))
const doses = new Set('one two three a take your try pack'.split(' '))

const topics = new Set('no more further any need needs for about market hard read see'.split(' '))

/** Work of science that is the place, the source or the title of the benefit, not its topic. */
function isWork(reading: Reading, { first, last }: Hit): boolean {
  // "One capsule of Study Sharp": part of a name
  if (reading.words[last + 1]?.glued || (first > 0 && reading.words[first]!.capital && reading.words[last + 1]?.capital)) return false
  for (let k = first - 1; k >= Math.max(0, first - 3); k--) if (topics.has(reading.surface(k))) return false
  return true
}
