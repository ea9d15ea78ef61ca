import type { Agent, ConceptHit, Cue, Effect, Sentence, Target, Token } from '../../core/sentence.js'
import { suggestedEffect, troubleTypes } from '../suggested.js'
import { isSold, soldAs } from './pitch.js'
import { unsaying } from './settings.js'
import { set } from './words.js'

/**
 * A trouble of one sentence and what is sold in another of the same passage, at most two apart: "My ADHD kid sits through homework now. We give two of the fish-oil stars at
 * breakfast". Scenes that the rules know need nothing else (`construction.*`); a trouble that is only named needs a change for the better beside it. What unsays either of the two
 * sentences leaves them apart.
 */
export function besideSold(sentences: readonly Sentence[]): readonly Sentence[] {
  const told = sentences.length < 2 ? sentences : withNeighbours(sentences)
  return told.some(({ effects }) => effects.some(isLive)) ? told : offered(told)
}

function withNeighbours(sentences: readonly Sentence[]): readonly Sentence[] {
  return sentences.map((sentence, i) => {
    const open = sentence.effects.find(isOpen)
    if (!open || sentence.kind === 'question' || sentence.cues.some(unsays) || sentence.effects.some(isLive)) return sentence
    const sold = soldNear(sentences, i, open)
    if (!sold) return sentence
    return { ...sentence, effects: sentence.effects.map((effect) => (effect === open ? live(effect, sold) : effect)) }
  })
}

/** A germ is what its own sentence does to it (`disease-response`). */
const isTrouble = ({ type }: Target): boolean => type !== 'pathogen' && troubleTypes.has(type)
const isOpen = ({ silent, target }: Effect): boolean => silent === 'no-product-on-page' && target !== undefined && isTrouble(target)
const isLive = ({ silent, outcome, target, agent }: Effect): boolean =>
  !silent && outcome === 'benefit' && agent.kind !== 'unknown' && target !== undefined && isTrouble(target)

function soldNear(sentences: readonly Sentence[], at: number, open: Effect): Effect['agent'] | undefined {
  const isScene = open.by.startsWith('construction.')
  for (const step of [1, 2, -1, -2]) {
    const other = sentences[at + step]
    if (!other || other.kind === 'question' || other.cues.some(unsays)) continue
    const hit = other.concepts.find(isScene ? isSold : isCertain)
    if (!hit) continue
    const denied = other.cues.some(({ setting, cue }) => setting === 'negated' && cue !== 'negated.without')
    if (denied && !isScene) continue
    if (!isScene && !changes(sentences.slice(Math.max(0, Math.min(at, at + step)), Math.max(at, at + step) + 1))) continue
    return soldAs(hit)
  }
  return undefined
}
/** Vessels and doses stand for many things. */
const isCertain = ({ concept }: ConceptHit): boolean =>
  /^(?:ingredient\.|product\.(?!ingredient|bottle|capsule|tea|food|product|balm))/.test(concept)

const unsays = ({ setting }: Cue): boolean => unsaying.has(setting)

/** Something is told to have got better. */
const changes = (told: readonly Sentence[]): boolean =>
  told.some(({ tokens }) => tokens.some(({ surface }) => better.has(surface))) &&
  !told.some(({ tokens }) => tokens.some(({ surface }) => worse.has(surface)))
const better = set(
  `gone better now again calmer calmed calm calms easier eases eased quiet quieter clear clears cleared faded fades less fewer milder softer smoother down shrank shrunk
   stopped finally improved improves dissolved breaks melted vanished disappeared normal steady steadier helps helped worked works back relief relieved lifted`,
)
const worse = set(`worse worst unchanged useless refund hospital emergency died passed surgery doctor surgeon ambulance`)

function live({ silent: _, ...effect }: Effect, agent: Effect['agent']): Effect {
  return { ...effect, outcome: 'benefit', agent }
}

/**
 * A disease by its name in a few words that name what is sold: "Hashimoto's Antibody Protocol: three formulas, one dashboard", "Hawthorn syrup: what our grandmothers gave for angina".
 * Nothing else being said of it, the two are brought together; who denies, warns, teaches, studies or speaks of other things brings them apart.
 */
function offered(sentences: readonly Sentence[]): readonly Sentence[] {
  if (sentences.length > mostInCopy || sentences.some(({ kind, cues }) => kind === 'question' || cues.some(setsApart))) return sentences
  const tokens = sentences.flatMap((sentence) => sentence.tokens)
  if (
    tokens.length > longestCopy ||
    tokens.some(({ surface }, i) => (apart.has(surface) && !isOfMake(tokens, i)) || surface.endsWith("n't") || isLongAgo(tokens, i))
  )
    return sentences
  const namedIn = (sentence: Sentence) => sentence.concepts.find((hit) => isDisease(hit) && !isTaught(sentence, hit))
  const at = sentences.findIndex(namedIn)
  if (at < 0) return sentences
  const named = namedIn(sentences[at]!)!
  const agent = wareIn(sentences) ?? lineIn(sentences[at]!, named) ?? oursIn(sentences[at]!, named)
  return agent
    ? sentences.with(at, {
        ...sentences[at]!,
        effects: [...sentences[at]!.effects, suggestedEffect(agent, named.concept, named.at, 'residual')],
      })
    : sentences
}
const mostInCopy = 4
const longestCopy = 60

const isWare = ({ concept }: ConceptHit): boolean => /^(?:ingredient|product)\.(?!bottle|ingredient|supplement)/.test(concept)
function wareIn(sentences: readonly Sentence[]): Agent | undefined {
  const hit = sentences.flatMap(({ concepts }) => concepts).find(isWare)
  return hit && soldAs(hit)
}
/** "our post-concussion syndrome pack", "The ADHD kid multi", "the gout and kidney stone line" */
function lineIn({ tokens, kind }: Sentence, { first, last }: ConceptHit): Agent | undefined {
  if (
    kind !== 'fragment' &&
    !tokens.slice(Math.max(0, first - farthestNoun), first).some(({ surface }) => ['our', 'your', 'this'].includes(surface))
  )
    return undefined
  const word = tokens.slice(last + 1, last + 1 + farthestNoun).find(({ surface }) => lines.has(surface))
  return word && { kind: 'product', at: word.at }
}
const farthestNoun = 4
const lines = set(
  `pack packs line kit kits bundle bundles set range protocol stack multi blend mix formula formulas bites pops bears lollies shots sticks tea chews melts duo trio regimen
   cleanse flush rescue relief remedy support complex`,
)
/** "Our strawberry omega helps kids with ADHD sit": what is ours opens the sentence, unless it is people or a place. */
function oursIn({ tokens, at }: Sentence, { first }: ConceptHit): Agent | undefined {
  if (tokens[0]?.surface !== 'our' || first < 3) return undefined
  const name = tokens.slice(1, first)
  const verb = name.findIndex(({ surface }) => helping.has(surface))
  if (verb < 1 || name.slice(0, verb).some(({ surface }) => ofHouse.has(surface))) return undefined
  return { kind: 'product', at: { from: at.from, to: name[verb - 1]!.at.to } }
}
const helping = set(
  'helps help supports support eases ease soothes soothe calms calm gives give lets let works work makes make keeps keep brings bring takes take fights fight treats treat steadies settles',
)
const ofHouse = set(
  `team staff crew office warehouse shop store customers readers members clients founder owner chef nurse pharmacist herbalist doctor doctors podcast blog newsletter course class app hotline helpline charity foundation
   fund donation donations community group club page guide booklet leaflet handout`,
)

/** "I had eczema as a child" */
const isLongAgo = (tokens: readonly Token[], i: number): boolean =>
  tokens[i]!.surface === 'as' && tokens[i + 1]?.surface === 'a' && young.has(tokens[i + 2]?.surface ?? '')
const young = set('child kid boy girl teenager teen baby toddler student')

/** "no dyes", "without gluten": how the thing is made. */
const isOfMake = (tokens: readonly Token[], i: number): boolean =>
  ['no', 'without'].includes(tokens[i]!.surface) && ofMake.has(tokens[i + 1]?.surface ?? '')
const ofMake = set(
  'dyes dye sugar gluten fillers additives caffeine soy dairy gmo gmos preservatives artificial prescription needles aftertaste jitters nonsense fuss',
)

/** Those of a mere deficiency are lawful to name (section 403(r)(6)). */
const isDisease = ({ concept }: ConceptHit): boolean =>
  /^disease\.(?!scurvy|beriberi|pellagra|rickets|dehydration|disease$|unlisted|cold$|stroke$)/.test(concept)
/** "Shingles is the chickenpox virus waking up", "Kidney stones form when minerals clump": the disease is what the sentence is about. */
const isTaught = ({ tokens }: Sentence, { first, last }: ConceptHit): boolean => first <= 2 && taught.has(tokens[last + 1]?.surface ?? '')
const taught = set('is are was were form forms affects affect happens happen begins can may means has have spreads runs')

const setsApart = ({ setting, cue }: Cue): boolean =>
  unsaying.has(setting) || setting === 'concession' || (setting === 'negated' && cue !== 'negated.subject')
const apart = set(
  `no not never neither nor none nobody nothing without whether rather despite far should unless if doctor doctors physician oncologist specialist nurse hospital ward clinic emergency placebo trial trials
   participants volunteers enrolled assigned randomized randomised recruiting adults study studies research journal paper results unknown debated question questions rare rarely seldom uncommon
   deficiency deficient diet diets healthful organizer organiser tablets pen pens lid cap flip-top label labels allergen allergens contains recipe burger rub soup bake roast garden grow growers growing prune prunings
   century centuries navy sailors museum film book novel song series band episode patch version scheduler mosquitoes birthday zodiac screening charity donate dollar give awareness week month walk ribbon
   dog dogs cat cats horse horses rose roses bees hens cattle barn roof gutters forum podcast flyer letter letters erratum correction removed withdrew claim claims claimed wrong lie honest illegal rumor
   founder founded childhood lost planted plants packed packing busy survived remembers memory grave funeral warehouse staff colleague employee hired born died father's insurance cause causes caused carried virus bacteria fungus vaccine vaccines drugs medicines medicine prescribed dangerous signs certainty al review rated antibiotics treated`,
)
