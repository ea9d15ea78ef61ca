import type { TargetGroup } from './groups.js'
import { isGrowth } from './open-act.js'
import { isPlace } from './place.js'
import type { Reading } from './reading.js'
import { beForms } from './words.js'

/** A part, function or state of the body that is named in passing: nothing is suggested of it by what is sold beside it. */
export const isNamedInPassing = (reading: Reading, group: TargetGroup): boolean =>
  isTopic(reading, group) ||
  isSource(reading, group) ||
  isPlace(reading, group) ||
  isSpared(reading, group) ||
  isAmount(reading, group) ||
  isDish(reading, group) ||
  isRawMaterial(reading, group) ||
  isSoldKindOf(reading) ||
  isDefinition(reading, group) ||
  reading.words.some((_, i) => isGrowth(reading, i))

/** "so your knuckles stay clean", "keeps your fingers dry": what the thing does not soil. */
const isSpared = (reading: Reading, { last }: TargetGroup): boolean =>
  ['clean', 'dry', 'free', 'tidy', 'powder-free'].includes(
    reading.surface(['stay', 'keep', 'remain'].includes(reading.lemma(last + 1)) ? last + 2 : last + 1),
  )

/** "Ceramides are waxy fats that sit between the cells of the outer skin": what the thing is by kind, and where it is found; "your skin" would be the buyer's. */
function isDefinition(reading: Reading, { first }: TargetGroup): boolean {
  const be = reading.words.findIndex(({ surface }) => beForms.has(surface))
  if (be < 1 || be > farthestSubject || be > first || reading.words.some(({ surface }) => owned.has(surface))) return false
  if (reading.words.slice(0, be).some((_, i) => reading.isVerbal(i))) return false
  let kind = be + 1
  if (['a', 'an', 'the', 'one'].includes(reading.surface(kind))) kind++
  while (reading.tag(kind) === 'word' && reading.tag(kind + 1) === 'word') kind++
  return reading.tag(kind) === 'word' && (reading.tag(kind + 1) === 'rel' || found.has(reading.surface(kind + 1)))
}
const farthestSubject = 4
const owned = new Set(['your', 'my', 'our', 'you', 'me', 'us'])
const found = new Set(['found', 'present', 'in', 'between', 'around', 'under', 'inside'])

/** "1.2 g of fat per cup", "90 percent fat": a share of the thing itself. */
const isAmount = (reading: Reading, { first }: TargetGroup): boolean =>
  (reading.surface(first - 1) === 'of' && grams.has(reading.surface(first - 2))) || percents.has(reading.surface(first - 1))
const grams = new Set('g mg gram grams grammes ounces oz'.split(' '))
const percents = new Set(['percent', '%'])

/** "Liver, onions and sage, fried in butter": meat and fish in a dish. */
const isDish = (reading: Reading, { first, last }: TargetGroup): boolean =>
  reading.words.slice(first, last + 1).some(({ lemma }) => eaten.has(lemma)) &&
  reading.words.some(({ surface, lemma }) => dishes.has(surface) || dishes.has(lemma))
const eaten = new Set('liver kidney heart tongue bone cheek marrow tonic'.split(' '))
const dishes = new Set(
  `gin quinine fried fry roasted braised grilled seared stewed simmer simmered pâté pate salmon onions onion butter sauce gravy stew soup stock broth bacon
   lamb's calf's duck trout potatoes potato dish casserole skillet stuffing sausage sausages`.split(/\s+/),
)

/** "was first isolated from the vitreous body of a cow's eye": what it was got from. */
function isRawMaterial(reading: Reading, { first }: TargetGroup): boolean {
  for (let i = first - 1; i > 0 && i > first - farthestSource; i--) {
    if (reading.surface(i) === 'from' && gained.has(reading.lemma(i - 1))) return true
    if (reading.isVerbal(i) || ['stop', 'comma'].includes(reading.tag(i))) return false
  }
  return false
}
const gained = new Set('isolate extract purify obtain derive harvest distill crystallize separate recover prepare get collect'.split(' '))
const farthestSource = 9

/** "Sales of sleep products in the South grew": a kind of goods in the figures of trade. */
const isSoldKindOf = (reading: Reading): boolean => reading.words.some(({ surface }) => turnover.has(surface))
const turnover = new Set('sales revenue revenues turnover'.split(' '))

/** "what research says about memory": what is spoken of. */
const isTopic = (reading: Reading, group: TargetGroup): boolean => {
  for (let i = group.first - 1; i >= 0 && i > group.first - 5; i--) {
    if (reading.surface(i) === 'about') return true
    if (reading.isVerbal(i)) return false
  }
  return false
}

/** "a hormone that the brain makes", "is made in the skin", "which bones need": the part makes, keeps or needs what is sold. */
function isSource(reading: Reading, group: TargetGroup): boolean {
  let verb = group.last + 1
  while (['adv', 'aux'].includes(reading.tag(verb))) verb++
  const before = reading.tag(group.first - 1) === 'det' ? group.first - 2 : group.first - 1
  // "Bones store most of the body's calcium"
  if (before < 0 && making.has(reading.lemma(verb)) && reading.tag(verb) === 'verb') return true
  // "the powder irritates skin and eyes"
  let governor = before
  while (['word', 'conj', 'comma', 'det'].includes(reading.tag(governor))) governor--
  if (harming.has(reading.lemma(governor))) return true
  if (['lose', 'shed', 'leak'].includes(reading.lemma(verb))) return true
  if (metabolic.has(reading.lemma(verb)) && reading.tag(verb) !== 'ving')
    return reading.tag(before) === 'rel' || reading.tag(before) === 'word'
  return (
    ['in', 'by', 'into', 'from', 'through'].includes(reading.surface(before)) &&
    reading.tag(before - 1) === 'ved' &&
    metabolic.has(reading.lemma(before - 1))
  )
}
const making = new Set('store make produce release secrete contain hold convert filter break'.split(' '))
const harming = new Set('irritate sting upset burn scratch harm hurt damage redden strain'.split(' '))
const metabolic = new Set(
  'make produce need use store absorb convert release build break burn excrete find contain require secrete synthesize hold filter'.split(
    ' ',
  ),
)
