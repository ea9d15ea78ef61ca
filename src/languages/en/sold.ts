import type { Agent } from '../../core/sentence.js'
import { textOverlaps } from '../../core/span.js'
import type { Draft } from './drafts.js'
import type { Reading } from './reading.js'
import type { Word } from './tokens.js'
import type { Hit } from './vocabulary.js'

/** What is sold, as far as the sentence names it: docs/effect-frames.md, section 4. */
export function signOfSale(reading: Reading): Agent | undefined {
  const hit = reading.hits.find((each) => isSign(reading, each))
  // on a page that sells nothing neither a capsule nor a nutrient stands for a product
  if (hit) return { kind: hasBrandName(reading, hit) ? 'brand' : 'ingredient', at: hit.at }
  const ours = reading.words.find(({ surface }, i) => surface === 'ours' && reading.surface(i - 1) !== 'of')
  if (ours) return { kind: 'product', at: ours.at }
  const brand = reading.words.find((word) => isBrandName(reading, word))
  return brand && { kind: 'brand', at: brand.at }
}

/** A name with an inner capital, or one that the configuration or the page gives. */
const isBrandName = (reading: Reading, { raw, surface }: Word): boolean =>
  /^\p{Lu}\p{Ll}+\p{Lu}[\p{Ll}\d]/u.test(raw) || reading.productNames.includes(surface)

const hasBrandName = (reading: Reading, { concept, first, last }: Hit): boolean =>
  concept === 'ingredient.brand' && reading.words.slice(first, last + 1).some((word) => isBrandName(reading, word))

/** A word that names a product or an ingredient, and no common thing. */
export const isSign = (reading: Reading, hit: Hit): boolean => hit.row.type === 'agent' && !isCommon(reading, hit)

const ours = new Set(['our', 'this', 'these'])
const owning = new Set([...ours, 'every', 'each', 'the', 'my', 'his', 'her', 'a', 'one', 'two'])
/** Vessels, salves and parts of plants stand for what is sold where they are ours; doses and drinks where they are anybody's. */
const vessel = /^product\.(?:ingredient|bottle|balm)$/
const dose = /^product\.(?:capsule|syrup|food)$/

/** "flower pots", "nerve root", "a dose of care", "honey-colored", "a sweet drink": a thing of everyday life. */
function isCommon(reading: Reading, hit: Hit): boolean {
  if (reading.words[hit.last + 1]?.glued || isInBody(reading, hit)) return true
  const before = [1, 2, 3].map((step) => reading.surface(hit.first - step))
  const everyday = hit.concept === 'product.ingredient' || reading.hitsAt(hit.first).some(({ concept }) => concept === 'lexical.everyday')
  if (everyday && hit.first === hit.last && !before.some((word) => ours.has(word)) && !isAgentAt(reading, hit.first - 1)) return true
  if (vessel.test(hit.concept)) return !before.some((word) => ours.has(word)) && !isUsedUp(reading, hit)
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
  const tells = opens && !reading.hitsAt(0).some(({ concept }) => concept === 'lexical.no-effect')
  return tells && reading.words.length <= mostInLabel ? { kind: 'zero', at: reading.words[0]!.at } : undefined
}
const mostInLabel = 30

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
  reading.isUnlisted(i) || reading.words[i]!.glued || reading.words[i + 1]?.glued === true || reading.tag(i) === 'num'
