import type { Effect, SilentReason } from '../../core/sentence.js'
import type { Parse } from './parse.js'
import { surfacesOf } from './words.js'

/**
 * What a sentence speaks of when it is nothing to swallow for the body's sake, and what of it the linter then leaves alone: a cosmetic works on skin and hair from
 * outside, a dish warms whoever eats it, and a parcel, a tin or a shop lifts the mood; leather has a shine, a battery a life and a seedling roots. A disease stays one.
 */
interface Ware {
  readonly reason: SilentReason
  readonly leaves: RegExp
}

/** Why a benefit in this sentence owes no disclaimer; asked once a sentence. `before`: the sentence before it, which may name what is cared for. */
export function wareOf(parse: Parse, before: string | undefined): Ware | undefined {
  const text = surfacesOf(parse.words).toLowerCase()
  const isOf = (list: string, where = text) => [...parse.lexicon.list(list)].some((word) => standsIn(where, word))
  if (isOf('swallowed') || /\d\s?(?:mg|μg|µg|mcg|iu)/.test(text)) return undefined
  if (isOf('tended')) return { reason: 'other-agent', leaves: anything }
  if (isOf('polished') || (before !== undefined && isOf('polished', before))) return { reason: 'other-agent', leaves: outward }
  if (isOf('cosmetic')) return { reason: 'qualified:cosmetic', leaves: outward }
  if (parse.hits.some((hit) => hit.row.id.startsWith('ingredient.'))) return undefined
  if (isOf('dish')) return { reason: 'qualified:food', leaves: warming }
  return isOf('goods') ? { reason: 'other-agent', leaves: feelings } : undefined
}

/** スプリンター is no プリンター: not the end of a longer word in katakana. */
function standsIn(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
    if (!(/^[ァ-ヺ]/.test(word) && /[ァ-ヺー]/.test(text[at - 1] ?? ''))) return true
  return false
}

/** The effect, silent where the ware leaves it alone. */
export const ofWare = (effect: Effect, ware: Ware | undefined): Effect =>
  ware && !effect.silent && effect.target && lawful.has(effect.target.type) && ware.leaves.test(effect.target.concept)
    ? { ...effect, silent: ware.reason }
    : effect

const lawful: ReadonlySet<string> = new Set(['function', 'body-part', 'wellbeing', 'natural-state'])
const outward =
  /^(?:function\.(?:skin|hair|nail|looks|youth|moisture|everyday-japanese|feet)|natural-state\.(?:wrinkle|looks|skin|hair|dry|spots|dull|sag|body-odor|everyday-japanese)|wellbeing\.)/
const anything = /^/
const feelings = /^(?:function\.(?:mood|relaxation|energy)|wellbeing\.|natural-state\.(?:fatigue|stress|irritab))/
const warming = /^(?:function\.(?:mood|relaxation|energy|temperature|circulation)|wellbeing\.|natural-state\.(?:fatigue|cold))/
