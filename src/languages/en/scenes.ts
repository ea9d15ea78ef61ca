import type { Sentence } from '../../core/sentence.js'
import { troubleTypes } from '../suggested.js'
import type { Draft } from './drafts.js'
import { isSold } from './pitch.js'
import { promiseIn } from './promise.js'
import type { Reading } from './reading.js'
import { type CueHit, unsaying } from './settings.js'
import { isSign, labelled } from './sold.js'
import type { Hit } from './vocabulary.js'
import { set } from './words.js'

/** A label names what is sold in so many words, and tells its scene in so many. */
const mostInWare = 9
const mostInScene = 22

/**
 * A scene of a day beside the name of what is sold: "Konjac: the biscuit tin stays shut", "Dry palms at the interview: sage pills", "Valerian for heads that clock off when you do".
 * No function is named; the label says what comes of it all the same. It takes a thing or time of everyday life and a word for what becomes of it (`rules/concepts/scenes.yml`); trade,
 * kitchen, garden and numbers are none, and a trouble of the body is read elsewhere.
 */
export function sceneEffects(reading: Reading, cues: readonly CueHit[], drafts: readonly Draft[]): Draft[] {
  if (!reading.hits.some(({ concept }) => concept === 'lexical.scene-turn') || drafts.some(saysMore)) return []
  if (isOtherwise(reading) || cues.some(({ setting }) => unsaying.has(setting))) return []
  const label = labelled(reading)
  const whole = label ? [{ ware: nothing, scene: { first: 1, last: reading.words.length - 1 } }] : []
  for (const { ware, scene } of [...halves(reading), ...whole]) {
    const sign = reading.hits.find((hit) => isWithin(hit, ware) && isSign(reading, hit))
    const turns = reading.hits.filter((hit) => hit.concept === 'lexical.scene-turn' && isWithin(hit, scene))
    const things = reading.hits.filter((hit) => sceneThings.has(hit.concept) && isWithin(hit, scene))
    const turn = turns.find((each) => things.some((thing) => isMet(reading, scene, thing, each)) || each.last - each.first >= longTurn)
    // "you could set your watch by it": the thing is part of the turn
    const thing = turn && (things.find((each) => isMet(reading, scene, each, turn)) ?? turn)
    if (!(sign ?? label) || !turn || !thing || (sign && !isBareWare(reading, ware, sign))) continue
    const stretch = { first: Math.min(turn.first, thing.first), last: Math.max(turn.last, thing.last) }
    return [promiseIn(reading, sign ? { kind: 'ingredient', at: sign.at } : label!, stretch, 'act.scene')]
  }
  return []
}

/** "Horse chestnut. Feet that stay lively until last orders.": a label that names nothing but what is sold, and the scene next to it. */
export const isLabel = ({ kind, tokens, concepts, effects }: Sentence): boolean =>
  (kind === 'fragment' || (kind !== 'question' && tokens.length <= shortestLabel)) &&
  tokens.length <= mostInWare &&
  concepts.some(isSold) &&
  !tokens.some(({ surface }) => setsAside.has(surface)) &&
  effects.every(({ silent }) => silent)

/** "Neither paper looked at any product.": what is named is not offered. */
const setsAside = set('no not neither nor none any without never')

/** "Agave fibre sticks.": too short to tell anything, whatever its words are taken for. */
const shortestLabel = 5
const longTurn = 2

/** "the biscuit tin stays shut": the thing is the subject; "unclench your jaw", "dry palms": it is what an order or an adjective is said of. */
function isMet(reading: Reading, scene: Stretch, thing: Hit, turn: Hit): boolean {
  if (thing.last < turn.first) {
    if (turn.first - thing.last > farthestTurn) return false
    let i = thing.first - 1
    while (i >= scene.first && ['word', 'det', 'num', 'adv', 'clitic'].includes(reading.tag(i))) i--
    return i < scene.first || reading.tag(i) !== 'prep' || reading.surface(i) === 'for'
  }
  if (thing.first <= turn.last || thing.first - turn.last > farthestThing) return false
  if (turn.pos !== 'verb') return true
  // "they lose the light": a finite verb behind a subject
  return (
    turn.first === scene.first ||
    ['comma', 'conj', 'to', 'aux', 'stop'].includes(reading.tag(turn.first - 1)) ||
    reading.surface(turn.first - 1) === 'you'
  )
}
const farthestTurn = 4
const farthestThing = 6

interface Stretch {
  readonly first: number
  readonly last: number
}
const nothing: Stretch = { first: 0, last: -1 }
const isWithin = (hit: Hit, { first, last }: Stretch): boolean => first <= hit.first && hit.last <= last

/** The two sides of a colon or dash, of "for" or of the verb, either of which may be the name. */
function halves(reading: Reading): { readonly ware: Stretch; readonly scene: Stretch }[] {
  const end = reading.words.length - 1
  const found: { readonly ware: Stretch; readonly scene: Stretch }[] = []
  for (let i = 1; i < end; i++) {
    const [before, after] = [
      { first: 0, last: i - 1 },
      { first: i + 1, last: end },
    ]
    if (parting.has(reading.words[i]!.raw)) found.push({ ware: before, scene: after }, { ware: after, scene: before })
    else if (reading.surface(i) === 'for') found.push({ ware: before, scene: after })
    else if (reading.surface(i) === ',' && ['so', 'and'].includes(reading.surface(i + 1))) found.push({ ware: before, scene: after })
    else if (reading.tag(i) === 'verb' && !reading.hitsAt(i).some(({ concept }) => concept === 'lexical.no-effect'))
      found.push({ ware: before, scene: { first: i, last: end } })
  }
  return found.filter(({ ware, scene }) => ware.last - ware.first < mostInWare && scene.last - scene.first < mostInScene)
}
const parting = new Set([':', '—', '–', '-', '.'])

/** A name and what belongs to it, without a verb. */
function isBareWare(reading: Reading, { first, last }: Stretch, sign: Hit): boolean {
  for (let i = first; i <= last; i++) {
    if (sign.first <= i && i <= sign.last) continue
    const tag = reading.tag(i)
    // "agave fibre sticks", "prune chews"
    if ((tag === 'verb' && i < last) || tag === 'aux' || tag === 'rel' || tag === 'sub') return false
  }
  return true
}

/** A benefit that is told, or a trouble whatever becomes of it. */
const saysMore = ({ silent, outcome, target }: Draft): boolean =>
  target !== undefined && ((!silent && outcome === 'benefit') || troubleTypes.has(target.type))
const sceneThings = set('lexical.scene lexical.life-time lexical.life-part')

/** Trade, kitchen, garden, taste, numbers, talk about the thing. */
const isOtherwise = (reading: Reading): boolean =>
  reading.hits.some(
    ({ concept, first }) =>
      others.has(concept) ||
      (concept === 'lexical.kitchen' && reading.tag(first) === 'verb') ||
      (concept === 'lexical.trade' && reading.surface(first) !== 'password'),
  ) ||
  reading.words.some(
    ({ surface, lemma, pos }) =>
      besides.has(surface) || besides.has(lemma) || (pos === 'number' && /\d/.test(surface) && surface.length > 2),
  )
/** What stands there of trade; a password may be forgotten. */
const others = set('lexical.service lexical.cosmetic')
const besides = set(
  `mg mcg g ml iu % $ £ € stock sold sell price cheap cost sale discount guide question faq buy subscribe ship pack pouch jar lid cap label scoop refill bottle
   grow harvest plant seedling soil garden gardener field farm farmer bee hive barrel village valley mountain market shop store counter delivery warehouse tour festival exhibition museum
   recipe flavour flavor taste tasting smell scent aroma colour color botanical family species genus latin history photo picture column story issue edition editor
   tree hedge pear orchard fish fishing beer spoon draught flap leaflet roof railing registration lecture fashion contents
   candle soap cream serum shampoo lotion perfume mattress chair sofa tights stocking sock brace pillowcase study trial research scientist lab pet dog cat cattle cow puppy hen
   vitamin-shop free gift voucher card app playlist album band film novel survey paper poll diary`,
)
