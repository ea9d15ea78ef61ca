import type { Agent, Setting, SilentReason, TargetType } from '../../core/sentence.js'
import { textOverlaps } from '../../core/span.js'
import { denies } from './denial.js'
import { type Draft, silent } from './drafts.js'
import type { EffectBuilder } from './effects.js'
import { type TargetGroup, targetGroups } from './groups.js'
import { isNamedInPassing } from './named-in-passing.js'
import { isSoldKind } from './pitch.js'
import { populationIn } from './populations.js'
import { qualifiersOf } from './qualifiers.js'
import type { Reading } from './reading.js'
import { type CueHit, clauseEnd } from './settings.js'
import { creditedSale, isSign, isTakenIn, labelled, signOfSale, unlistedSubject } from './sold.js'
import type { Hit } from './vocabulary.js'
import { asking, beForms } from './words.js'

/** Types whose mere mention beside a product suggests a use against disease. */
const ill: ReadonlySet<TargetType> = new Set<TargetType>(['disease', 'symptom', 'abnormal-state', 'pathogen', 'marker'])
/** Types whose mention beside a product suggests an effect on structure, function or well-being. */
const good: ReadonlySet<TargetType> = new Set<TargetType>(['function', 'body-part', 'wellbeing', 'natural-state'])

/** Agents that leave nothing of their clause to a product. */
const others = new Set(['drug', 'device', 'exercise', 'law', 'animal', 'seller', 'lifestyle'])

/**
 * The residual reading (docs/effect-frames.md, section 6): what no act has taken. A sentence that names what is sold and a disease, and gives no
 * reason to think that the two are not brought together, suggests a use against the disease (a warning: the text alone does not decide). The
 * reasons are closed: the settings of section 5, another agent, another claim that is made of the same words. Without a disease the same holds
 * of a part, function or natural state of the body.
 */
export function residualEffects(reading: Reading, builder: EffectBuilder, cues: readonly CueHit[], drafts: readonly Draft[]): Draft[] {
  const sold = signOfSale(reading) ?? agentOfOther(drafts) ?? unlistedSubject(reading, drafts) ?? labelled(reading) ?? reviewed(reading)
  // "I had gout until I met these cherries", "I take it for the tremor in my hand": what is told of oneself beside what one takes
  const taken = sold && isTakenIn(reading, sold) ? drafts.filter(({ by }) => by !== 'construction.told') : drafts
  const groups = targetGroups(reading, 0, reading.words.length)
    .map(ofTherapy)
    .filter((group) => !isTaken(group, taken) && !isNature(reading, group))
  const live = drafts.filter(isLive)
  // "Legs sore from a run? It takes the edge off soreness after exercise": what an effect has taken is not suggested once more
  const said = new Set(live.map((draft) => draft.target!.concept))
  const troubles = groups.filter((group) => (ill.has(group.target.type) || isUnlimited(reading, group)) && !said.has(group.hit.concept))
  const gravest = troubles[0] ?? seasonOf(reading) ?? patientsOf(reading)
  const types = live.map((draft) => draft.target!.type)
  if (isRecipe(reading) || isDesign(reading)) return []
  if (gravest) return types.some((type) => !good.has(type)) ? [] : [draft(reading, builder, cues, gravest, sold)]
  const drug = groups.find((group) => isNamedDrug(group) && !isSubject(reading, group))
  if (drug && ((sold && tells(reading)) || asks(reading)))
    return types.some((type) => !good.has(type)) ? [] : [draft(reading, builder, cues, drug, sold)]
  const fine = groups.find((group) => good.has(group.target.type) && !isNamedInPassing(reading, group))
  return fine && sold && live.length === 0 && tells(reading) ? [draft(reading, builder, cues, fine, sold)] : []
}

/** "Heartburn every night? Try our chews": a complaint that is ordinary only where it comes now and then (65 FR 1000), and nothing says so. */
const isUnlimited = (reading: Reading, { hit, first, last }: TargetGroup): boolean =>
  (hit.row.also ?? []).includes('natural-state.needs-occasional') &&
  !reading.hits.some((each) => each.row.type === 'qualifier' && each.first >= first - qualifying && each.last <= last + qualifying)
const qualifying = 6

/** `5 out of 5 – "Tinnitus down to a whisper"`, `"Cholesterol down 40 points." – Terrence, subscriber since 2021`: a review of what is sold tells that the trouble gets less. */
function reviewed(reading: Reading): Agent | undefined {
  const { words } = reading
  const isReview = words.some(
    ({ surface, raw }, i) =>
      raw === '★' ||
      (surface === 'out' && reading.surface(i + 1) === 'of' && reading.surface(i + 2) === '5') ||
      (['verified', 'subscriber', 'reviewer'].includes(surface) && i > 2),
  )
  if (!isReview || words.some(({ surface }) => unmoved.has(surface))) return undefined
  const less = words.find(({ surface }, i) => lessened.has(surface) && [1, 2, 3].some((step) => reading.targetAt(i - step) !== undefined))
  return less && { kind: 'zero', at: less.at }
}
const lessened = new Set('down gone better less lighter quiet quieter eased halved vanished cleared calmer improved under'.split(' '))
const unmoved = new Set('nothing still unchanged same worse no not never returned refund'.split(' '))

/** "Stinging nettle: Claritin without the cotton mouth": a drug by its name or class, not medicine at large. */
const isNamedDrug = ({ target, hit }: TargetGroup): boolean =>
  target.type === 'drug-class' || (target.type === 'drug-or-therapy' && (hit.row.also ?? []).includes('drug.named'))

/** "Done with Lipitor?", "Who needs Lipitor?": no question to be answered; whether the next sentence sells decides (compose.ts). */
const asks = (reading: Reading): boolean =>
  reading.surface(reading.words.length - 1) === '?' &&
  (!(asking.has(reading.surface(0)) || modal.has(reading.surface(0))) || reading.surface(1) === 'needs')
/** Besides `asking`: words that open a question which wants an answer, whoever is asked. */
const modal = new Set('can could should shall why who whose will would may might has have am'.split(' '))

/** "Metformin comes from …", "antibiotic-free", "she is on lithium": the drug itself is spoken of, or a person who takes it. */
const isSubject = (reading: Reading, { first, last }: TargetGroup): boolean =>
  ['verb', 'aux'].includes(reading.tag(last + 1)) ||
  isJoinedSubject(reading, last + 1) ||
  reading.words[last + 1]?.glued === true ||
  (reading.surface(first - 1) === 'on' && beForms.has(reading.surface(first - 2)))

/** "Metformin and acid blockers lower vitamin B12" */
function isJoinedSubject(reading: Reading, from: number): boolean {
  if (reading.tag(from) !== 'conj') return false
  let i = from + 1
  while (['word', 'det'].includes(reading.tag(i)) && i < from + 4) i++
  return i > from + 1 && (reading.tag(i) === 'verb' || reading.tag(i) === 'aux')
}

/** "Hair loss from chemotherapy": what a therapy does to the body is the trouble, not the therapy. */
function ofTherapy(group: TargetGroup): TargetGroup {
  const trouble = group.target.type === 'drug-or-therapy' ? group.others.find(({ row }) => ill.has(row.type as TargetType)) : undefined
  if (!trouble) return group
  return { ...group, hit: trouble, target: { concept: trouble.concept, type: trouble.row.type as TargetType, at: trouble.at } }
}

/** "when flu season comes around": a season of illness beside the product stands for the illness (65 FR 1000). */
function seasonOf(reading: Reading): TargetGroup | undefined {
  const hit = reading.hits.find(({ concept }) => concept === 'qualifier.flu-season')
  if (!hit || !tells(reading)) return undefined
  return standingForIllness(hit)
}

/** "Chaga is a fungus of birch trees", "spirulina, a blue-green microbe": what the thing itself is by nature. */
function isNature(reading: Reading, { target, first, last }: TargetGroup): boolean {
  if (target.type !== 'pathogen') return false
  if (isCulture(reading, first, last)) return true
  let before = first - 1
  while (before >= 0 && ['word', 'adv', 'ved', 'num'].includes(reading.tag(before)) && !['a', 'an'].includes(reading.surface(before)))
    before--
  if (['a', 'an', 'the', 'any'].includes(reading.surface(before))) before--
  return beForms.has(reading.surface(before)) || (reading.tag(before) === 'comma' && ['a', 'an'].includes(reading.surface(before + 1)))
}

/** "a live culture of Streptococcus salivarius", "three strains of bacteria", "Bacillus coagulans": a germ that is what the thing is made of. */
function isCulture(reading: Reading, first: number, last: number): boolean {
  if (cultured.has(reading.surface(last)) || cultured.has(reading.surface(last + 1))) return true
  for (let i = first - 1; i >= 0 && i > first - 5; i--) {
    const surface = reading.surface(i)
    if (harmful.has(surface) || (surface !== 'of' && !['word', 'num', 'ved', 'ving'].includes(reading.tag(i)))) return false
    if (cultures.has(surface)) return !harmful.has(reading.surface(i - 1))
  }
  return false
}
const cultures = new Set(
  'culture cultures strain strains probiotic probiotics live freeze-dried ferment fermented fermenting billion cfu'.split(' '),
)
const harmful = new Set(
  'harmful bad nasty resistant dangerous stubborn infectious invasive virulent deadly rogue against unfriendly unwanted disease-causing pathogenic'.split(
    ' ',
  ),
)
/** Species that are sold as probiotics and used for food. */
const cultured = new Set(
  'salivarius thermophilus coagulans subtilis clausii faecium boulardii nissle freudenreichii lactis acidophilus rhamnosus plantarum reuteri casei bifidum longum natto bulgaricus'.split(
    ' ',
  ),
)

/** A word that is no disease and stands for one. */
const standingForIllness = (hit: Hit): TargetGroup => ({
  target: { concept: 'disease.unlisted', type: 'disease', at: hit.at },
  hit,
  first: hit.first,
  last: hit.last,
  others: [],
})

/** "We ship the gummies to thousands of prediabetics": people named by their disease, whom what is sold is for, of or with, stand for it. */
function patientsOf(reading: Reading): TargetGroup | undefined {
  const hit = reading.hits.find(({ concept, first }) => {
    if (concept !== 'population.patients') return false
    return [1, 2, 3].some((step) => reaching.has(reading.surface(first - step)) && !reading.isVerbal(first - step + 1))
  })
  if (!hit || !tells(reading)) return undefined
  return standingForIllness(hit)
}
const reaching = new Set(['for', 'to', 'by', 'our', 'thousands', 'hundreds', 'many', 'helps', 'helped'])

/** What another effect of the sentence is certainly said of: "Mushrooms that teach your immune system to spot rogue cells". */
const agentOfOther = (drafts: readonly Draft[]): Agent | undefined =>
  drafts.find((each) => (isLive(each) || (each.agent.kind === 'brand' && each.silent === 'no-target')) && isSoldKind(each.agent))?.agent ??
  // "In a failing heart it puts the pump back to work": whom the pronoun stands for the sentences before decide
  drafts.find(
    ({ silent, outcome, agent, by }) => !silent && outcome === 'benefit' && agent.kind === 'pronoun' && by.startsWith('act.object'),
  )?.agent

/** A benefit that is asserted of a subject which may be what is sold. */
const isLive = ({ silent, outcome, target, agent }: Draft): boolean =>
  !silent && outcome === 'benefit' && target !== undefined && agent.kind !== 'unknown'

/** "Roast the beets in their skins": an order of the kitchen opens the sentence; "Drains the water from swollen ankles" is none. */
const isRecipe = (reading: Reading): boolean =>
  [0, 1].some((i) => reading.surface(i) === reading.lemma(i) && reading.hitsAt(i).some((hit) => hit.concept === 'lexical.kitchen')) ||
  reading.hits.filter((hit) => hit.concept === 'lexical.kitchen').length > 1

/**
 * "The trial enrolled 140 adults with mild hypertension", "Zinc and the duration of colds: a cohort study", "See Okafor et al. on omega-3": who was
 * studied and what a paper is about, without a result.
 */
function isDesign(reading: Reading): boolean {
  const cites = reading.words.some(({ surface }, i) => surface === 'al' && reading.surface(i - 1) === 'et')
  if (!cites && !reading.hits.some((hit) => studied.test(hit.concept))) return false
  return reading.words.every((_, i) => {
    const tag = reading.tag(i)
    if (tag !== 'verb' && !(tag === 'ved' && ['word', 'pron'].includes(reading.tag(reading.before(i))))) return true
    return reading.hitsAt(i).some((hit) => hit.concept === 'lexical.of-design')
  })
}
const studied = /^evidence\.(?:study|human|review|animal|in-vitro)$/

/** The sentence says something of its subject; a dose, a title, a list of words does not, nor does the design of a study. */
function tells(reading: Reading): boolean {
  if (reading.hits.some((hit) => hit.concept === 'lexical.trade')) return false
  const verbs = reading.words.filter((_, i) => reading.tag(i) === 'verb' || reading.tag(i) === 'aux')
  if (verbs.length === 0 && !isPitch(reading)) return false
  const ofStudy = reading.hits.some((hit) => hit.row.type === 'evidence')
  if (!ofStudy && !isTasted(reading)) return true
  return reading.words.some((_, i) => reading.tag(i) === 'verb' && !reading.hitsAt(i).some((hit) => hit.concept === 'lexical.no-effect'))
}

/** "The tea has a smooth finish with a hint of vanilla": how it is in the mouth. */
const isTasted = (reading: Reading): boolean => reading.words.some(({ surface }) => tasted.has(surface))
const tasted = new Set('finish hint note notes aftertaste palate mouthfeel aroma flavor flavour tasting sip'.split(' '))

const isNumber = (surface: string): boolean => /^\d/.test(surface) || ['one', 'two', 'three'].includes(surface)

/** A label without a verb that promises: a well-being, a comparison ("sturdier nails"), an ingredient to thank ("thanks to", "with our", "bacopa: …"). */
function isPitch(reading: Reading): boolean {
  if (reading.words.length > 28 || isNumber(reading.surface(0))) return false
  if (reading.hits.some((hit) => hit.row.type === 'wellbeing')) return true
  return reading.words.some(({ surface, raw }, i) => {
    // "Bacopa: a clear head", "Nails that no longer peel: biotin"
    if (i > 0 && (raw === ':' || raw === '—') && reading.hits.some((hit) => hit.row.type === 'agent' && isSign(reading, hit))) return true
    // "bone-building calcium"
    if (reading.words[i - 1]?.glued && reading.hitsAt(i).some((hit) => hit.row.type === 'agent')) return true
    if (['with', 'from', 'for', 'thanks', 'courtesy', 'without', 'after', 'before'].includes(surface)) return true
    return /^(?:more|less|fewer|better|smoother|\p{L}{3,}ier)$/u.test(surface)
  })
}

/** An effect has it, whatever became of it; one of an unknown agent leaves it open. */
const isTaken = (group: TargetGroup, drafts: readonly Draft[]): boolean =>
  drafts.some(
    ({ target, agent, outcome, by }) =>
      target &&
      // "I take it for the tremor": the person is no agent of what it serves
      !(agent.why === 'person' && by.startsWith('serve.')) &&
      ((agent.kind !== 'unknown' && agent.why !== 'unstated') || outcome !== 'benefit') &&
      textOverlaps(target.at, group.target.at),
  )

function draft(reading: Reading, builder: EffectBuilder, cues: readonly CueHit[], group: TargetGroup, sold: Agent | undefined): Draft {
  const at = group.target.at
  const population = populationIn(reading, Math.max(0, group.first - 6), Math.min(reading.words.length, group.last + 12))
  return {
    agent: sold ?? { kind: 'unknown' },
    act: { concept: 'act.residual', family: 'preserve', at },
    target: group.target,
    qualifiers: qualifiersOf(reading, group, Math.max(0, group.first - 8), Math.min(reading.words.length, group.last + 12)).list,
    ...(population && { population }),
    settings: builder.drafts.covering(at),
    outcome: 'benefit',
    ...silent(excuse(reading, builder, cues, group) ?? (sold ? undefined : 'no-product-on-page')),
    parts: [at],
    by: 'residual',
    first: group.first,
    last: group.last,
  }
}

/** Settings that excuse wherever in the sentence they stand. */
const excusing = ['quoted', 'counterfactual', 'referral', 'warning', 'instruction', 'question'] as const
/** Of these, the ones that excuse no further than the concession they stand in. */
const advice: ReadonlySet<Setting> = new Set<Setting>(['referral', 'warning'])

/** Why a product and a target in one sentence are not brought together. */
function excuse(reading: Reading, builder: EffectBuilder, cues: readonly CueHit[], group: TargetGroup): SilentReason | undefined {
  const at = reading.span(group.first, group.last)
  const setting = excusing.find((each) => cues.some((cue) => cue.setting === each && (!advice.has(each) || textOverlaps(cue.reach, at))))
  if (setting) return setting
  if (isOfCare(reading, group) || isLookedFor(reading, group) || isCourse(reading, group)) return 'other-agent'
  const clause = clauseOf(reading, group.first)
  const here = reading.span(clause.first, clause.last)
  // "kids who can't sit still": a negator among the words of the target is the target's own
  const outer = cues.filter(
    (cue) =>
      !isCompound(reading, cue) &&
      (takenBack.test(cue.cue) ||
        cue.first < group.first ||
        group.last < cue.last ||
        (cue.last < group.hit.first && beForms.has(reading.surface(cue.first - 1)))),
  )
  if (
    !isGoneSince(reading, group) &&
    outer.some(
      (cue) => cue.setting === 'negated' && (textOverlaps(cue.reach, here) || isOfSale(reading, cue)) && denies(reading, group, cue),
    )
  )
    return 'negated'
  const covering = builder.drafts.covering(reading.span(group.first, group.last))
  const partial = (['concession', 'conditional'] as const).find((each) => covering.some((cue) => cue.setting === each))
  return partial ?? (hasOtherAgent(reading, builder, group, clause) ? 'other-agent' : undefined)
}

/** "He hasn't bitten his tongue since the magnesium", "no longer wakes swinging, thanks to kava": the sign itself is denied, and what is sold has the credit. */
const isGoneSince = (reading: Reading, { hit }: TargetGroup): boolean =>
  hit.by !== undefined && [1, 2].some((step) => absent.has(reading.surface(hit.first - step))) && creditedSale(reading) !== undefined
const absent = new Set("longer never not n't hasn't haven't hadn't doesn't don't didn't stopped quit no without hardly rarely".split(' '))

/** Cues that take back, refuse or find nothing: among the words of a target they are none of its own. */
const takenBack = /^negated\.(?:corrected|refused|null-result|unsettled)$/

/** "a no-drip dropper": the denial is of the thing's make. */
const isCompound = (reading: Reading, cue: CueHit): boolean =>
  reading.surface(cue.first) === 'no' && reading.words[cue.first + 1]?.glued === true

/** "asthma inhalers", "a glaucoma test", "the cancer ward": the disease names a thing of care, research or trade. */
const isOfCare = (reading: Reading, group: TargetGroup): boolean =>
  [1, 2].some((step) => reading.hitsAt(group.hit.last + step).some((hit) => hit.concept === 'lexical.of-care')) &&
  // "My osteopenia scan improved after a year of strontium": a finding that got better
  !reading.words.some(({ surface }) => bettered.has(surface))
const bettered = new Set('improved improves clean normal'.split(' '))

/** "Kidney stones form when minerals in urine clump together": how a trouble comes about, and nothing that is ours. */
const isCourse = (reading: Reading, { first, last }: TargetGroup): boolean =>
  first <= 1 && arising.has(reading.surface(last + 1)) && !reading.words.some(({ surface, isName }) => owned.has(surface) || isName)
const arising = new Set('form forms begin begins occur occurs develop develops arise arises spread spreads peak peaks'.split(' '))
const owned = new Set('our ours this these my your'.split(' '))

/** "tested for lead and salmonella": what a maker looks for in the goods. */
function isLookedFor(reading: Reading, { first, target }: TargetGroup): boolean {
  if (target.type !== 'pathogen') return false
  for (let i = first - 1; i > 0 && i > first - farthestList && reading.tag(i) !== 'stop'; i--)
    if (reading.surface(i) === 'for' && searching.has(reading.lemma(i - 1))) return true
  return false
}
const searching = new Set('test screen check analyze analyse assay inspect examine swab monitor probe'.split(' '))
const farthestList = 16

/** The denial stands in a clause that names what is sold. */
function isOfSale(reading: Reading, cue: CueHit): boolean {
  const { first, last } = clauseOf(reading, cue.first)
  return reading.hits.some((hit) => hit.row.type === 'agent' && first <= hit.first && hit.last <= last)
}

interface Clause {
  readonly first: number
  readonly last: number
}

function clauseOf(reading: Reading, index: number): Clause {
  let first = 0
  for (let end = 0; ; first = end) {
    end = Math.max(first + 1, clauseEnd(reading, first + 1))
    if (end > index || end >= reading.words.length) return { first, last: end - 1 }
  }
}

/** A drug, a device, exercise: it acts in the clause of the target, and nothing that is sold stands there. */
function hasOtherAgent(reading: Reading, builder: EffectBuilder, group: TargetGroup, clause: Clause): boolean {
  if (reading.hits.some((hit) => isSign(reading, hit) && clause.first <= hit.first && hit.last <= clause.last)) return false
  for (let i = group.first - 1; i >= clause.first; i--) {
    if (reading.tag(i) !== 'verb') continue
    const agent = builder.agents.ofVerb(i)
    return agent.kind === 'other' && others.has(agent.why ?? '')
  }
  return false
}
