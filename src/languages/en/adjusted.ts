import type { ActFamily, Target } from '../../core/sentence.js'
import type { TargetGroup } from './groups.js'
import type { Reading } from './reading.js'
import type { Hit } from './vocabulary.js'

/** Words that say that there is too little of what follows. */
const short = new Set(
  'weak weakened low poor sluggish slow slowing failing flagging underactive thinning sagging fading declining reduced lost impaired tired'.split(
    ' ',
  ),
)

/** Words that say that there is too much of it. */
const tooMuch = new Set(
  'overactive hyperactive racing wild runaway rampant excess excessive high elevated raised galloping overgrown overworked rogue unruly'.split(
    ' ',
  ),
)

/** Raising or supporting a drug or therapy is augmenting it (21 CFR 101.93(g)(2)(vii)). */
export function adjustFamily(reading: Reading, act: Hit, group: TargetGroup): ActFamily {
  const family = act.row.family!
  // "strengthens a weak heart", "boosts low testosterone": raising what is short is bringing it back
  const near = group.first <= act.last + 3
  // "lifts the mood" takes nothing away
  if (family === 'heal' && act.entry.text === 'lift' && ['function', 'wellbeing'].includes(group.target.type)) return 'raise'
  if (family === 'raise' && group.hit.concept === 'natural-state.ordinary-part') return 'restore'
  if (family === 'raise' && near && [group.first - 1, group.first].some((i) => short.has(reading.surface(i)))) return 'restore'
  const isDamaged = reading.hitsAt(group.first).some((hit) => hit.concept.startsWith('lexical.damaged'))
  if (family === 'raise' && near && isDamaged && !tooMuch.has(reading.surface(group.first))) return 'restore'
  if (family === 'lower' && near && [group.first - 1, group.first].some((i) => tooMuch.has(reading.surface(i)))) return 'restore'
  if (family === 'raise' && isResponse(reading, group)) return 'respond'
  // "strengthens bones weakened by osteoporosis"
  if (family === 'raise' && isHurt(reading, group)) return 'restore'
  const isTherapy = group.target.type === 'drug-or-therapy'
  // fighting what is no germ and no disease is no response to one
  if (family === 'respond' && group.target.type !== 'pathogen' && group.target.type !== 'disease') return 'mitigate'
  // "bring your list of medicines": handing one over makes it no stronger
  if (act.concept === 'act.provide') return family
  // "Keep your inhaler with you": an order to whoever has it
  if (isTherapy && act.first === 0 && reading.surface(0) === 'keep') return family
  return isTherapy && (family === 'raise' || family === 'preserve' || family === 'restore') ? 'augment' : family
}

/** "the immune response to influenza", "resistance against colds": a function that meets a disease. */
const isResponse = (reading: Reading, { hit, others }: TargetGroup): boolean =>
  ['disease', 'pathogen', 'symptom'].includes(hit.row.type) &&
  others.some(
    ({ row, first, last }) => row.type === 'function' && first < hit.first && ['to', 'against'].includes(reading.surface(last + 1)),
  )

/** A part or function that a disease has hurt. */
const isHurt = (reading: Reading, { hit, others }: TargetGroup): boolean =>
  ['disease', 'symptom', 'abnormal-state'].includes(hit.row.type) &&
  others.some(
    ({ row, last }) => (row.type === 'function' || row.type === 'body-part') && last < hit.first && reading.tag(last + 1) === 'ved',
  )

/** What is healed, unclogged or shrunk is out of order: with a part of the body these acts describe a disease. A waist that shrinks is weight. */
export function described(act: Hit, group: TargetGroup): Target {
  const part = group.target.type === 'body-part' || group.target.type === 'function'
  const healing = act.concept === 'act.cure' || act.concept === 'act.unclog'
  const weight = group.target.concept.startsWith('function.weight')
  return part && healing && !weight ? { ...group.target, concept: 'abnormal-state.damaged-part', type: 'abnormal-state' } : group.target
}
