import type { Effect, Sentence } from '../../core/sentence.js'
import type { Draft } from './drafts.js'
import type { EffectBuilder } from './effects.js'
import { openActAt, readerTarget } from './open-act.js'
import type { Reading } from './reading.js'
import { type CueHit, unsaying } from './settings.js'
import { isSign } from './sold.js'
import type { Hit } from './vocabulary.js'
import { set } from './words.js'

/** How far behind "since", "thanks to" or "weeks of" the name of what is taken may begin. */
const farthestName = 6

/**
 * A result that somebody tells of what is taken, in words that name no function: "Since the maca, date night is a plan again", "Three weeks of collagen and the
 * pedicurist asked what I was using", "My trainer asked what I changed. Beta-alanine, that's what." What came of it is a benefit, whatever it is, where the words link it to
 * the thing taken and speak of a person or of a change; taste, trade and a null result are none.
 */
export function toldResult(reading: Reading, builder: EffectBuilder, cues: readonly CueHit[], drafts: readonly Draft[]): Draft[] {
  if (drafts.some(({ silent, outcome, target }) => !silent && outcome === 'benefit' && target)) return []
  const link = reading.hits.find((hit) => hit.concept === 'lexical.told') ?? takenOn(reading)
  const sign = link && reading.hits.find((hit) => isSign(reading, hit) && isLinked(reading, link, hit))
  if (!sign || !tellsChange(reading) || isOtherwise(reading) || cues.some(({ setting }) => unsaying.has(setting))) return []
  const group = readerTarget(reading, link.first)
  const act = { ...openActAt(reading, link.first), last: link.last, at: link.at }
  return builder.drafts.draft(act, 'preserve', [group], link.last + 1, { kind: 'ingredient', at: sign.at }, toldBy)
}

const toldBy = 'act.told'

/** "My sciatica used to drop me to my knees. I carry my own bags now, thanks to this turmeric.": what came of a trouble named just before is told of that trouble. */
export const ofTrouble = (sentences: readonly Sentence[]): readonly Sentence[] =>
  sentences.map((sentence, i) => {
    const told = sentence.effects.some(isToldOf)
    if (
      !told ||
      !sentences.slice(Math.max(0, i - mostBefore), i).some(({ concepts }) => concepts.some(({ concept }) => trouble.test(concept)))
    )
      return sentence
    return { ...sentence, effects: sentence.effects.map((effect) => (isToldOf(effect) ? { ...effect, silent: 'no-target' } : effect)) }
  })
/** "We never filled the script. Focus syrup for kids.": a line of a label says so too. */
const isToldOf = ({ by, silent }: Effect): boolean => (by === toldBy || by === 'act.label') && !silent
const mostBefore = 3
const trouble = /^(?:disease|symptom|abnormal-state|pathogen|marker|drug|other\.drug|population\.patients)/

/** "…; on bacopa I turn the page": an ingredient that a clause opens with. */
function takenOn(reading: Reading): Hit | undefined {
  const sign = reading.hits.find(
    (hit) =>
      hit.concept.startsWith('ingredient.') &&
      reading.surface(hit.first - 1) === 'on' &&
      (hit.first === 1 || ['stop', 'comma', 'conj'].includes(reading.tag(hit.first - 2))) &&
      reading.tag(hit.last + 1) === 'pron',
  )
  return sign && { ...sign, first: sign.first - 1, last: sign.first - 1 }
}

/** The name stands right behind the link, or anywhere where the link itself says that the thing is what did it. */
function isLinked(reading: Reading, link: Hit, sign: Hit): boolean {
  if (crediting.test(link.entry.text)) return true
  if (sign.first === link.last + 1) return true
  if (sign.first <= link.last || sign.first > link.last + farthestName) return false
  for (let i = link.last + 1; i < sign.first; i++) if (['stop', 'comma'].includes(reading.tag(i))) return false
  return true
}
const crediting = /^(?:that's what|all (?:i|we|he|she)|only thing|(?:by|since|in) (?:week|day|month)|credit|who knew|did the trick)/

/** It speaks of somebody who takes it, or of what is otherwise than before. */
const tellsChange = (reading: Reading): boolean =>
  reading.words.some(
    ({ surface }, i) => people.has(surface) || changed.has(surface) || (surface === 'longer' && reading.surface(i - 1) === 'no'),
  )
const people = set(
  `i my me he she his her husband wife son daughter mother mom mum dad father grandma grandpa kid kids child toddler trainer hairdresser pedicurist coach boss
   partner colleagues friends sister brother roommate`,
)
const changed = set('again now finally anymore suddenly stopped')

/** Trade, kitchen, taste or no result. */
const isOtherwise = (reading: Reading): boolean =>
  reading.hits.some(({ concept }) => others.has(concept)) ||
  reading.words.some(({ surface, lemma }) => besides.has(surface) || besides.has(lemma))
const others = set('lexical.trade lexical.kitchen lexical.service lexical.food lexical.cosmetic')
const besides = set(
  `taste flavor flavour smell scent aroma sweet sour bitter delicious price cheap cost money ship shipping parcel order delivery lid cap scoop label website shop store
   subscription discount recipe bake cook cupboard drawer shelf nothing none no-one nobody difference unchanged unconvinced disappointed useless waste headache rash
   upset allergic quit unsubscribe return refund recall`,
)
