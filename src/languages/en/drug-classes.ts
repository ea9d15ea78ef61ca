import type { Reading } from './reading.js'
import { wareForm } from './sold.js'
import type { Hit } from './vocabulary.js'
import { beForms } from './words.js'

/** Words beside a drug class that say the product belongs to it. */
const classSigns = new Set([
  'natural',
  'herbal',
  'nature',
  "nature's",
  'plant',
  'derived',
  'botanical',
  'organic',
  'potent',
  'powerful',
  'gentle',
  'traditional',
  'homemade',
  'strongest',
  'finest',
  'best',
  'gentlest',
  'mildest',
  'safest',
  'purest',
  "nature's",
])
const classNouns = new Set([
  'action',
  'effect',
  'effects',
  'activity',
  'properties',
  'power',
  'powers',
  'support',
  'benefits',
  'agent',
  'agents',
  'capabilities',
  'capability',
  'defenses',
  'defences',
  'defense',
  'relief',
  'shield',
  'blend',
  'formula',
  'compound',
  'compounds',
  'protection',
  'herb',
  'herbs',
  'trio',
  'duo',
  'team',
  'mix',
  'combo',
  'combination',
  'complex',
  'punch',
  'powerhouse',
])

/** Whether the name of a class of drugs is said of what is sold: "a plant-derived antibiotic", "antiviral throat spray"; not of the drugs themselves. */
export function actsAsClass(reading: Reading, hit: Hit): boolean {
  const next = reading.surface(hit.last + 1)
  if (classNouns.has(next)) return true
  if (realDrugs.has(next)) return false
  const left = hit.first - 1
  let k = left
  while (k >= 0 && k > left - 5) {
    const s = reading.surface(k)
    if (classSigns.has(s)) return true
    if (s === "'s" && reading.surface(k - 1) === 'nature') return true
    // "it was the antibiotics": one that both know, no class
    if (reading.lemma(k) === 'be' && reading.tag(k) === 'aux')
      return !isPluralSubjectOfDrugs(reading, k) && !(reading.surface(left) === 'the' && reading.tag(hit.last + 1) === 'stop')
    if (['as', 'like'].includes(s) && (['act', 'work', 'function', 'serve'].includes(reading.lemma(k - 1)) || isNamedIt(reading, k)))
      return true
    const tag = reading.tag(k)
    if (tag !== 'word' && tag !== 'det' && tag !== 'adv' && tag !== 'num' && tag !== 'clitic') break
    k--
  }
  // "A vaccine against measles is offered at two": the real thing
  if (
    ['against', 'for'].includes(reading.surface(hit.last + 1)) &&
    reading.tags.some((tag, i) => tag === 'ved' && beForms.has(reading.surface(i - 1)))
  )
    return false
  // "An antidepressant you can grow on a windowsill", "A vermifuge with excellent manners"
  if (
    ['a', 'an', 'our'].includes(reading.surface(left)) &&
    (left === 0 || reading.tag(left - 1) === 'stop' || isApposed(reading, left)) &&
    (['pron', 'rel', 'prep', 'comma', 'ved'].includes(reading.tag(hit.last + 1)) ||
      (left > 0 && reading.tag(hit.last + 1) === 'stop') ||
      isPairedClass(reading, hit.last + 1))
  )
    return true
  // a heading or label that opens with the class: "Antiviral throat spray", "Vaccine in a bottle"
  const opens = k < 0 || reading.tag(k) === 'stop'
  const inForm = reading.hitsAt(hit.last + 1).find(({ concept, first }) => first === hit.last + 1 && wareForm.test(concept))
  // "Antiemetic chews": the form of what is sold, though a verb is written like it
  const hasVerb = reading.tags.some((tag, i) => (tag === 'verb' || tag === 'aux') && !(inForm && inForm.first <= i && i <= inForm.last))
  if (!hasVerb && isListed(reading, hit)) return true
  const sold = reading.hits.some((h) => (h.row.type === 'agent' || h.concept.startsWith('product.')) && h.first > hit.last)
  return opens && !hasVerb && (sold || hit.first === 0) && reading.words.length > 1
}

/** "Antihypertensive medication, diuretics": the drugs themselves. */
const realDrugs = new Set(
  'medication medications medicine medicines drug drugs therapy treatment treatments users pills tablets cocktail cocktails mug shirt sticker'.split(
    ' ',
  ),
)

/** "Tags: vegan, anti-anxiety, capsule": an item of a list that has the form of what is sold for another. */
function isListed(reading: Reading, { first, last }: Hit): boolean {
  const isEdge = (i: number) => ['comma', 'stop'].includes(reading.tag(i))
  if (!isEdge(first - 1) || !isEdge(last + 1)) return false
  return reading.hits.some((each) => wareForm.test(each.concept) && isEdge(each.first - 1) && isEdge(each.last + 1))
}

/** "an expectorant and cough suppressant in one spoon", "a laxative and diuretic for the tired": two classes in one. */
function isPairedClass(reading: Reading, at: number): boolean {
  if (!['and', '&', 'plus'].includes(reading.surface(at))) return false
  const second = reading.hitsAt(at + 1).find(({ row, first }) => first === at + 1 && isDrugType.test(row.type + row.id))
  return second !== undefined && ['in', 'from', 'for', 'by', 'with'].includes(reading.surface(second.last + 1))
}
const isDrugType = /^drug-class|^drug-or-therapy|other\.drug/

/** "Think of it as a diuretic from the hedgerow" */
const isNamedIt = (reading: Reading, as: number): boolean =>
  ['it', 'this', 'them', 'these'].includes(reading.surface(as - 1)) &&
  ['think', 'of', 'see', 'call', 'treat'].includes(reading.lemma(as - 2))

/** "Propolis tincture, an antiviral made by bees": the label says what its thing is. */
const isApposed = (reading: Reading, article: number): boolean =>
  reading.tag(article - 1) === 'comma' &&
  reading.hits.some((hit) => hit.row.type === 'agent' && hit.last < article) &&
  !reading.tags.slice(0, article).some((tag) => tag === 'verb' || tag === 'aux')

const isPluralSubjectOfDrugs = (reading: Reading, be: number): boolean => {
  for (let i = be - 1; i >= 0 && i > be - 4; i--)
    if (reading.hitsAt(i).some((hit) => hit.row.type === 'other-agent' || hit.row.type === 'drug-or-therapy')) return true
  return false
}
