import type { Agent } from '../../core/sentence.js'
import { textOverlaps } from '../../core/span.js'
import type { Draft } from './drafts.js'
import type { Reading } from './reading.js'
import type { Word } from './tokens.js'
import type { Hit } from './vocabulary.js'
import { beForms } from './words.js'

/** What is sold, as far as the sentence names it: docs/effect-frames.md, section 4. */
export function signOfSale(reading: Reading): Agent | undefined {
  const hit = reading.hits.find((each) => isSign(reading, each))
  // on a page that sells nothing neither a capsule nor a nutrient stands for a product
  if (hit) return { kind: hasBrandName(reading, hit) ? 'brand' : 'ingredient', at: hit.at }
  const ours = reading.words.find(({ surface }, i) => surface === 'ours' && reading.surface(i - 1) !== 'of' && !isHandled(reading, i))
  if (ours) return { kind: 'product', at: ours.at }
  const meant = pronounTaken(reading)
  if (meant !== undefined) return { kind: 'pronoun', at: reading.words[meant]!.at }
  const buyers = ourBuyers(reading)
  if (buyers !== undefined) return { kind: 'zero', at: reading.words[buyers]!.at }
  // "Made with the man in mind whose PSA keeps creeping up"
  if (made.has(reading.surface(0)) && reading.words.some(({ surface }) => surface === 'mind'))
    return { kind: 'zero', at: reading.words[0]!.at }
  const brand = reading.words.find((word) => isBrandName(reading, word))
  if (brand) return { kind: 'brand', at: brand.at }
  const form = listedForm(reading)
  return form && { kind: 'product', at: form.at }
}

/** "gout, herbal, capsules, buy online", "Tags: hives, vegan, gummy": the form of what is sold is one item of a bare list. */
function listedForm(reading: Reading): Hit | undefined {
  if (reading.tags.filter((tag) => tag === 'comma').length < 2) return undefined
  const isEdge = (i: number) => i < 0 || i >= reading.words.length || ['comma', 'stop'].includes(reading.tag(i))
  const form = reading.hits.find((hit) => wareForm.test(hit.concept) && isEdge(hit.first - 1) && isEdge(hit.last + 1))
  if (!form) return undefined
  const isTold = reading.tags.some(
    (tag, i) => (tag === 'aux' || tag === 'verb') && !(form.first <= i && i <= form.last) && !ordering.has(reading.surface(i)),
  )
  return isTold || reading.words.some(({ surface }) => harms.has(surface)) ? undefined : form
}
/** Forms in which it is taken. */
export const wareForm = /^product\.(?:capsule|gummy|drops|powder|tea|syrup|pill|balm|supplement|formula)$/
const ordering = new Set(['buy', 'shop', 'order', 'save', 'made'])
const harms = new Set('side effects avoid not no warning allergens causes'.split(' '))

/**
 * What is sold, where the sentence gives it the credit for what it tells: "since the saffron", "thanks to three jars of kelp", "and that's the mullein", "Kelp: …",
 * "the ginkgo gave her …". "on the way to the herb farm" credits nothing.
 */
export function creditedSale(reading: Reading): Agent | undefined {
  for (const hit of reading.hits) {
    if (!isSign(reading, hit) || !isCredited(reading, hit)) continue
    return { kind: hasBrandName(reading, hit) ? 'brand' : 'ingredient', at: hit.at }
  }
  const brand = reading.words.findIndex((word) => isBrandName(reading, word))
  if (brand >= 0 && isCredited(reading, { first: brand, last: brand })) return { kind: 'brand', at: reading.words[brand]!.at }
  const ours = reading.words.findIndex(({ surface }, i) => surface === 'ours' && reading.surface(i - 1) === 'with')
  return ours < 0 ? undefined : { kind: 'product', at: reading.words[ours]!.at }
}

/** "One of our first customers handed back his knee brace", "We hear it often: …": who sells tells what those who buy tell. */
export function toldOfBuyer(reading: Reading): Agent | undefined {
  const buyer = reading.words.findIndex(
    ({ surface }, i) => buyers.has(surface) && i <= farthestBuyer && [1, 2, 3, 4].some((step) => counted.has(reading.surface(i - step))),
  )
  const heard = reading.surface(0) === 'we' && reading.lemma(1) === 'hear' && ['it', 'this', 'that'].includes(reading.surface(2)) ? 0 : -1
  const at = buyer >= 0 ? buyer : heard
  if (at < 0 || reading.words.some(({ surface }, i) => i > 0 && dealings.has(surface))) return undefined
  return { kind: 'zero', at: reading.words[at]!.at }
}
const counted = new Set('our one two three several many some dozens hundreds every'.split(' '))
const farthestBuyer = 6

function isCredited(reading: Reading, { first, last }: Pick<Hit, 'first' | 'last'>): boolean {
  const behind = nameEnd(reading, last) + 1
  // "kelp farm", "the ginseng mill"
  if (reading.tag(behind) === 'word' && places.has(reading.surface(behind))) return false
  for (let i = first - 1; i >= Math.max(0, first - farthestCredit); i--) {
    const word = reading.surface(i)
    if (crediting.has(word) || crediting.has(reading.lemma(i))) return true
    // "and that's the mullein", "all she changed was the bilberry"
    if (
      (['that', 'it', 'this'].includes(word) || changing.has(word)) &&
      (beForms.has(reading.surface(i + 1)) || reading.surface(i + 1) === "'s")
    )
      return true
    if (reading.tag(i) === 'stop' || reading.tag(i) === 'comma') {
      // "…, all in one month: turmeric", "… again – kelp drops"
      return opening.has(word) && isEnd(reading, behind)
    }
    if (reading.tag(i) === 'verb' && !reading.hitsAt(i).some(({ row }) => row.type === 'agent')) return false
  }
  const isHead = reading.words.slice(0, first).every(({ pos }) => pos === 'function' || pos === 'number' || pos === 'symbol')
  return (
    first <= farthestHead &&
    isHead &&
    (opening.has(reading.surface(behind)) || reading.surface(behind) === ',' || giving.has(reading.lemma(behind)))
  )
}
const crediting = new Set(
  'since with on thanks after because until through credit owe thank began begin start started take taking add added drink chew try from'.split(
    ' ',
  ),
)
const changing = new Set(['changed', 'added', 'took', 'did', 'difference', 'new'])
const opening = new Set([':', '—', '–', '-', ';'])
const giving = new Set('give bring let put take open lift hand have get help do make return'.split(' '))
const places = new Set('farm mill field fields meadow shop store barn harvest tin tins box boxes house garden gardens company'.split(' '))
const farthestCredit = 7
const farthestHead = 3
/** "turmeric capsules", "hawthorn berry tea": what follows the name of what is sold and belongs to it. */
function nameEnd(reading: Reading, last: number): number {
  let i = last
  while (reading.hitsAt(i + 1).some(({ row }) => row.type === 'agent') || plantParts.has(reading.surface(i + 1))) i++
  return i
}
/** Nothing but numbers, names of goods and signs stands from `at` on. */
const isEnd = (reading: Reading, at: number): boolean =>
  reading.words.slice(at).every((_, i) => !['verb', 'aux', 'pron', 'rel', 'sub'].includes(reading.tag(at + i)))

/** "ours included", "ours are washed and tested": what is done with the goods. */
const isHandled = (reading: Reading, i: number): boolean =>
  reading.surface(i + 1) === 'included' || (beForms.has(reading.surface(i + 1)) && handled.has(reading.surface(i + 2)))
const handled = new Set('washed tested pasteurized pasteurised screened checked inspected cooked frozen roasted sealed steamed'.split(' '))

const made = new Set('made formulated designed created blended developed built'.split(' '))

/** "I take it for the tremor", "This was what we turned to when …": a pronoun that stands for what one takes. */
function pronounTaken(reading: Reading): number | undefined {
  const { words } = reading
  for (let i = 1; i < words.length; i++) {
    if (!takenThings.has(reading.surface(i)) || !swallowing.has(reading.lemma(i - 1))) continue
    if (purposes.has(reading.surface(i + 1)) && takers.has(reading.surface(reading.before(i - 1)))) return i
  }
  // "Take this at the first tickle and the flu will pass you by"
  if (swallowing.has(reading.surface(0)) && takenThings.has(reading.surface(1)) && dosing.has(reading.surface(2))) return 1
  // "Lupus warriors, this one is yours"
  const one = words.findIndex(
    ({ surface }, i) => surface === 'one' && reading.surface(i - 1) === 'this' && beForms.has(reading.surface(i + 1)),
  )
  if (one > 0 && ['yours', 'for', 'ours'].includes(reading.surface(one + 2))) return one
  const bare = words.findIndex((_, i) => isTakenBare(reading, i))
  if (bare > 0) return bare
  const turns = ['this', 'that', 'it', 'these'].includes(reading.surface(0)) && ['is', 'was', "'s", 'are'].includes(reading.surface(1))
  if (!turns || !['what', 'where', 'why', 'how'].includes(reading.surface(2))) return undefined
  return words.some(
    (_, i) => i > 3 && i < 8 && turning.has(reading.lemma(i)) && words.slice(3, i).some(({ surface }) => takers.has(surface)),
  )
    ? 0
    : undefined
}
/** "melts away with this", "until I tried this", "I gave these to my mom for her eczema": what is shown, not what was said. */
function isTakenBare(reading: Reading, i: number): boolean {
  if (!['this', 'these'].includes(reading.surface(i)) || !['stop', 'comma', 'conj', 'prep', 'to'].includes(reading.tag(i + 1))) {
    if (i + 1 < reading.words.length || !['this', 'these'].includes(reading.surface(i))) return false
  }
  if (reading.surface(i + 1) === 'way' || reading.surface(i + 1) === ':') return false
  const before = reading.surface(i - 1)
  if (carriers.has(before) || before === 'without') return true
  return got.has(reading.lemma(i - 1)) && !['that', 'about'].includes(before)
}
const got = new Set('try take use drink sip chew find give buy order start love recommend discover need choose pick'.split(' '))
const takenThings = new Set('it this these them one'.split(' '))
const swallowing = new Set('take use drink sip chew swallow apply'.split(' '))
const purposes = new Set('for against when because whenever'.split(' '))
const dosing = new Set(
  'at when whenever and before after every twice once daily with early now so on in through during throughout'.split(' '),
)
const takers = new Set('i we my he she they you our'.split(' '))
const turning = new Set('turn reach start take use keep give drink swear order recommend'.split(' '))

/** Somebody takes what is sold, or it is what a change came with: "I met these cherries", "gone since our tea". */
export function isTakenIn(reading: Reading, sold: Agent): boolean {
  if (sold.kind === 'pronoun') return true
  const first = reading.words.findIndex(({ at }) => at.from === sold.at?.from)
  if (first < 0) return false
  for (let i = first - 1; i >= 0 && i > first - 4; i--) {
    if (carriers.has(reading.surface(i)) || swallowing.has(reading.lemma(i)) || turning.has(reading.lemma(i))) return true
    if (reading.isVerbal(i) || reading.tag(i) === 'stop') return false
  }
  return false
}
const carriers = new Set('with on since until after thanks'.split(' '))

/** "our Crohn's customers", "our readers with lupus", "rated best for IBS by our customers": whoever buys has the trouble. */
function ourBuyers(reading: Reading): number | undefined {
  const buyer = reading.words.findIndex(
    ({ surface }, i) => buyers.has(surface) && [1, 2, 3].some((step) => ['our', 'every', 'all'].includes(reading.surface(i - step))),
  )
  if (buyer < 0 || reading.words.some(({ surface }, i) => i > 0 && dealings.has(surface))) return undefined
  const ill = (i: number) =>
    reading.hitsAt(i).some(({ row }) => row.type === 'disease' || row.type === 'symptom' || row.type === 'population')
  const named = ill(buyer - 1) || ill(buyer - 2) || (reading.surface(buyer + 1) === 'with' && [2, 3, 4].some((step) => ill(buyer + step)))
  const rated = reading.words.some(({ surface }) => rating.has(surface))
  return named || rated ? buyer : undefined
}
const buyers = new Set('customer customers readers members subscribers clients buyers fans reviewers regulars followers'.split(' '))
const rating = new Set('rated voted favorite favourite bestseller picked chosen loved praised'.split(' '))
const dealings = new Set(
  'ask asked should must need needs write wrote email call called cap lid shipping note service survey discount please cannot avoid allergic'.split(
    ' ',
  ),
)

/** A name with an inner capital, or one that the configuration or the page gives. */
const isBrandName = (_reading: Reading, { raw, isName }: Word): boolean => /^\p{Lu}\p{Ll}+\p{Lu}[\p{Ll}\d]/u.test(raw) || isName === true

const hasBrandName = (reading: Reading, { concept, first, last }: Hit): boolean =>
  concept === 'ingredient.brand' && reading.words.slice(first, last + 1).some((word) => isBrandName(reading, word))

/** A word that names a product or an ingredient, and no common thing. */
export const isSign = (reading: Reading, hit: Hit): boolean => hit.row.type === 'agent' && !isCommon(reading, hit)

const ours = new Set(['our', 'this', 'these', 'your'])
const owning = new Set([...ours, 'every', 'each', 'the', 'my', 'his', 'her', 'a', 'one', 'two'])
/** Vessels, salves and parts of plants stand for what is sold where they are ours; doses and drinks where they are anybody's. */
const vessel = /^product\.(?:ingredient|bottle|balm)$/
const dose = /^product\.(?:capsule|syrup|food)$/

/** "flower pots", "nerve root", "a dose of care", "honey-colored", "a sweet drink": a thing of everyday life. */
function isCommon(reading: Reading, hit: Hit): boolean {
  if ((reading.words[hit.last + 1]?.glued && reading.surface(hit.last + 1) !== 'and') || isInBody(reading, hit)) return true
  const before = [1, 2, 3].map((step) => reading.surface(hit.first - step))
  const everyday = hit.concept === 'product.ingredient' || reading.hitsAt(hit.first).some(({ concept }) => concept === 'lexical.everyday')
  if (everyday && hit.first === hit.last && !before.some((word) => ours.has(word)) && !isAgentAt(reading, hit.first - 1)) return true
  if (vessel.test(hit.concept)) return !before.some((word) => ours.has(word)) && !isUsedUp(reading, hit)
  // "chamomilla pellets", "graviola capsules": the name of what is in them
  if (hit.concept === 'product.capsule' && reading.isUnlisted(hit.first - 1) && reading.tag(hit.first - 1) === 'word') return false
  // "Lozenges with K12 keep breath fresh": what a line begins with and says the contents of
  if (hit.first === 0 && dose.test(hit.concept) && ['with', 'made'].includes(reading.surface(hit.last + 1))) return false
  return dose.test(hit.concept) && (!before.some((word) => owning.has(word) || /^\d/.test(word)) || reading.surface(hit.last + 1) === 'of')
}

/** "minerals in urine", "the calcium in your blood": what the body holds. */
const isInBody = (reading: Reading, { last }: Hit): boolean =>
  reading.surface(last + 1) === 'in' && [2, 3].some((step) => fluids.has(reading.surface(last + step)))
const fluids = new Set('urine blood bloodstream bile saliva sweat stool serum plasma soil seawater'.split(' '))

/** "after one bottle", "with two jars": a vessel that is counted and taken. */
const isUsedUp = (reading: Reading, { first }: Hit): boolean =>
  (reading.words[first - 1]?.pos === 'number' || counts.has(reading.surface(first - 1))) &&
  [2, 3].some((step) => ['after', 'since', 'into', 'within'].includes(reading.surface(first - step)))
const counts = new Set('one two three four five six a single'.split(' '))

const isAgentAt = (reading: Reading, i: number): boolean =>
  reading.hitsAt(i).some(({ row: { type }, last }) => type === 'agent' && last === i)

/** "Steadies an irregular heartbeat": a finite verb that opens a sentence has no subject but the product of the label. */
export function labelled(reading: Reading): Agent | undefined {
  const opens = reading.tag(0) === 'verb' && reading.surface(0) !== reading.lemma(0) && reading.surface(0).endsWith('s')
  // "Kids catch six colds a year", "Clots start in still legs": a plural that a verb is written like
  const isNoun = reading.hitsAt(0).some(({ row }) => named.has(row.type)) && reading.tag(1) === 'verb'
  const tells = opens && !isNoun && !reading.hitsAt(0).some(({ concept }) => concept === 'lexical.no-effect')
  return tells && reading.words.length <= mostInLabel ? { kind: 'zero', at: reading.words[0]!.at } : undefined
}
const mostInLabel = 30
const named = new Set(['disease', 'symptom', 'abnormal-state', 'pathogen', 'population', 'other-agent'])

/** "Bugleweed quiets an overactive thyroid": a bare noun that no list knows is a plant, a compound or a product where it has a benefit. */
export function unlistedSubject(reading: Reading, drafts: readonly Draft[]): Agent | undefined {
  for (const { silent, outcome, target, agent, act } of drafts) {
    if (silent || outcome !== 'benefit' || !target || agent.kind !== 'unknown' || !agent.at) continue
    // "while Marta recovers from a broken wrist": who recovers is a patient
    if (reading.words.some((word) => word.lemma === 'recover' && textOverlaps(word.at, act.at))) continue
    const { from, to } = agent.at
    const named = reading.words.map((_, i) => i).filter((i) => from <= reading.words[i]!.at.from && reading.words[i]!.at.to <= to)
    if (named.length <= mostInName && named.some((i) => reading.isUnlisted(i)) && named.every((i) => isInName(reading, i)))
      return { kind: 'ingredient', at: agent.at }
  }
  return undefined
}
const mostInName = 4
const isInName = (reading: Reading, i: number): boolean =>
  reading.isUnlisted(i) ||
  plantParts.has(reading.surface(i)) ||
  reading.words[i]!.glued ||
  reading.words[i + 1]?.glued === true ||
  reading.tag(i) === 'num'
/** "Sacha inchi oil", "mondia root": what a plant that no list knows is sold as. */
const plantParts = new Set(
  'oil root roots leaf leaves bark seed seeds berry berries extract powder tea resin rind peel flower husk kernel juice syrup tincture capsules tablets gum'.split(
    ' ',
  ),
)
