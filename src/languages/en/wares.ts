import type { SilentReason } from '../../core/sentence.js'
import type { Draft } from './drafts.js'
import type { Reading } from './reading.js'
import { isSign } from './sold.js'
import { set } from './words.js'

/**
 * "Breathe easy: returns are free", "Our support keeps you calm when a parcel is late": how buyers feel about the service of a shop is no effect of what it sells. Only
 * where the sentence names no ingredient and no form of one.
 */
export function withoutService(reading: Reading, drafts: readonly Draft[]): readonly Draft[] {
  const serves = reading.hits.some(({ concept }) => concept === 'lexical.trade' || concept === 'lexical.service')
  if (!serves && !reading.words.some(({ surface }) => ofShop.has(surface))) return drafts
  if (reading.hits.some(({ row, concept }) => row.type === 'agent' && concept !== 'product.pronoun') || isSupplement(reading)) return drafts
  return drafts.map((draft) => (isFeeling(draft) ? { ...draft, silent: 'other-agent' } : draft))
}
const ofShop = set(
  'order orders parcel parcels refund refunds returns voucher insured tracked courier growers farmers invoice checkout newsletter size sizes',
)
const isFeeling = ({ silent, outcome, target, by }: Draft): boolean =>
  !silent &&
  outcome === 'benefit' &&
  target !== undefined &&
  (target.type === 'wellbeing' || calm.test(target.concept)) &&
  !by.startsWith('act.object')
const calm = /^function\.(?:mood|relax|sleep|stress|mind)/

/** What an effect may be of without becoming a drug claim where the thing sold is a food or a cosmetic. */
const lawful: ReadonlySet<string> = new Set(['function', 'body-part', 'wellbeing', 'natural-state', 'nutrient'])
/** What a cosmetic does. */
const outward = /^(?:function\.(?:skin|hair-nails|looks|senses|teeth|youth)|natural-state\.(?:wrinkles|looks|skin|dry-skin)|wellbeing\.)/

/**
 * The benefit of a conventional food ("A bowl of our miso keeps your digestion happy") is none of a supplement, and what a cosmetic does to skin and hair on the outside
 * is its own business (21 U.S.C. 321(i)): neither owes the disclaimer of 21 CFR 101.93. A disease stays a disease.
 */
export function withoutWares(reading: Reading, drafts: readonly Draft[]): readonly Draft[] {
  if (drafts.length === 0 || isSupplement(reading)) return drafts
  const ware = wareOf(reading)
  return ware ? drafts.map((draft) => (isOfWare(draft, ware) ? { ...draft, silent: ware.reason } : draft)) : drafts
}

interface Ware {
  readonly reason: SilentReason
  readonly first: number
  /** Nothing is said of it: "Reduced fat cheese sticks". */
  readonly isNamed: boolean
}

const isOfWare = ({ silent, outcome, target, first }: Draft, ware: Ware): boolean =>
  !silent &&
  outcome === 'benefit' &&
  target !== undefined &&
  lawful.has(target.type) &&
  (ware.reason === 'qualified:food' ? ware.first < first || ware.isNamed : outward.test(target.concept))

/** The first food or cosmetic that the text says is ours, or that opens it. */
function wareOf(reading: Reading): Ware | undefined {
  for (const { concept, first, last } of reading.hits) {
    const kind = concept === 'lexical.food' ? 'food' : concept === 'lexical.cosmetic' ? 'cosmetic' : undefined
    // "oat milk powder", "yogurt-coated"
    if (kind && !reading.words[last + 1]?.glued && !isIngredient(reading, first, last) && isOurs(reading, first, kind))
      return { reason: `qualified:${kind}`, first, isNamed: !reading.tags.includes('verb') }
  }
  return undefined
}

/** "egg yolk lecithin", "ceramides from rice": part of the name of what is sold. */
const isIngredient = (reading: Reading, first: number, last: number): boolean =>
  reading.hitsAt(first).some((hit) => hit.row.type === 'agent' && hit.last - hit.first > last - first) ||
  [last + 1, last + 2].some((i) => reading.tag(last + 1) === 'word' && reading.hitsAt(i).some((hit) => isSign(reading, hit)))

/** "our skyr", "a bowl of white miso", "Steel-cut oats keep": not "stir it into your yogurt", nor "one capsule with bread". */
function isOurs(reading: Reading, first: number, kind: 'food' | 'cosmetic'): boolean {
  for (let i = first - 1; i >= first - farthest; i--) {
    if (i < 0 || (i === 0 && reading.tag(0) === 'det')) return true
    const s = reading.surface(i)
    if (ours.has(s) || (s === 'of' && helping.has(reading.lemma(i - 1)))) return true
    if (!['word', 'ved'].includes(reading.tag(i)) || (kind === 'food' && isSuppliedAt(reading, i))) return false
  }
  return false
}
/** "our collagen brownies"; barley and almonds before a food are food. */
const isSuppliedAt = (reading: Reading, i: number): boolean =>
  reading.hitsAt(i).some(({ row }) => row.type === 'agent') && !eaten.has(reading.lemma(i))
const eaten = set(
  'barley oat almond walnut hazelnut rye spelt wheat corn rice honey apple banana berry blueberry cherry pumpkin coconut chia hemp flax sesame peanut cocoa bean lentil soy tomato carrot beet ginger cinnamon',
)
const farthest = 4
const ours = set('our this these')
const helping = set('bowl slice glass cup plate handful pot jar portion serving spoonful piece loaf wedge mug batch square')

/** A form, a dose or a word that only a supplement has. */
const isSupplement = (reading: Reading): boolean =>
  reading.words.some(({ surface, lemma }) => forms.has(lemma) || units.test(surface)) ||
  reading.hits.some(({ concept }) => concept === 'product.capsule')
const forms = set(
  'supplement capsule tablet softgel gummy lozenge sachet powder extract scoop tincture dropper probiotic enzyme isolate concentrate peptide inside within ingestible',
)
const units = /^\d*(?:mg|mcg|µg|iu|cfu)$/

/** What an effect on a disease may be of. */
const illness: ReadonlySet<string> = new Set(['disease', 'symptom', 'abnormal-state', 'pathogen'])
const fighting: ReadonlySet<string> = new Set(['heal', 'prevent', 'mitigate', 'respond', 'lower'])

/**
 * "Green lentils prevent colon cancer", "Cheddar bites stop cavities": a food that opens the sentence is what is sold where it acts on a disease. What it does for a
 * function owes no disclaimer.
 */
export function withFoods(reading: Reading, drafts: readonly Draft[]): readonly Draft[] {
  return drafts.map((draft) => {
    const { silent, outcome, target, agent, by, act } = draft
    const at = agent.at
    if (
      silent ||
      outcome !== 'benefit' ||
      by !== 'act.object' ||
      !fighting.has(act.family) ||
      !target ||
      !illness.has(target.type) ||
      agent.kind !== 'unknown' ||
      !at
    )
      return draft
    const subject = reading.words.filter((word) => at.from <= word.at.from && word.at.to <= at.to)
    const isFood = subject.length <= longestFood && subject[0] === reading.words[0] && foods.has(subject.at(-1)!.lemma)
    return isFood ? { ...draft, agent: { kind: 'ingredient' as const, at } } : draft
  })
}
const longestFood = 5
const foods = set(
  `lentil chickpea bean apple broccoli spinach kale salmon sardine tomato carrot grape orange lemon grapefruit avocado cheese cheddar bread rice quinoa potato pumpkin squash
   onion leek pepper chili cabbage celery cucumber pear peach fig date banana kiwi mango pineapple strawberry raspberry blackberry blueberry melon watermelon tofu tempeh miso
   egg fish tuna mackerel herring oat barley nut almond pea berry fruit vegetable green sprout kimchi sauerkraut yogurt kefir bite bar cracker puff cookie cereal granola
   muesli smoothie popcorn muffin chew loaf jam ketchup salsa soup salad sauce porridge oatmeal juice coffee cocoa chocolate honey butter oil broth`,
)
