import type { Cue, Effect, Sentence } from '../../core/sentence.js'
import type { TextSpan } from '../../core/span.js'
import { isSold, isSoldKind } from './pitch.js'
import { beForms } from './words.js'

/** "If you need to lower it, use it daily": a condition followed by an order to take is a claim. */
export function urged(effect: Effect, sentence: Sentence): Effect {
  const condition = effect.settings.find((cue) => cue.setting === 'conditional')
  if (effect.silent !== 'conditional' || !condition) return effect
  if (sentence.cues.some((cue) => cue.setting === 'referral' || cue.setting === 'warning')) return effect
  if (isAskedFor(sentence, condition) || isOfferedFor(sentence, condition)) return reached(effect)
  const rest = sentence.tokens.filter((token) => token.at.from >= condition.reach.to && token.pos !== 'symbol')
  // "If a rash appears, stop taking the product."
  if (ceasing.has(rest[0]?.surface ?? '')) return effect
  // "If you have diabetes, this product is not for you."
  if (sentence.cues.some((cue) => cue.setting === 'negated' && cue.at.from >= condition.reach.to)) return effect
  const sells = sentence.concepts.some((hit) => hit.at.from >= condition.reach.to && isSold(hit))
  const urges =
    taking.has(rest[0]?.surface ?? '') &&
    (sells || rest.some((token) => ['it', 'this', 'one', 'these', 'them', 'our'].includes(token.surface)))
  if (!urges && !(sells && rest[0] && ['our', 'this'].includes(rest[0].surface)) && !helps(sentence, condition.reach)) return effect
  return reached(effect)
}

const ceasing = new Set(
  'stop discontinue avoid skip ask see call consult tell seek talk speak check do not never wait contact show bring'.split(' '),
)

/** The effect asserted; the person it is told of is not the agent. */
function reached(effect: Effect): Effect {
  const { silent: _, ...live } = effect
  return live.agent.kind === 'other' && live.agent.why === 'person' ? { ...live, agent: { kind: 'zero' } } : live
}

/** "Ask for the liver tincture if your last blood panel showed high ALT": the order to take what is sold opens the sentence. */
function isAskedFor(sentence: Sentence, condition: Cue): boolean {
  const before = sentence.tokens.filter((token) => token.at.to <= condition.at.from && token.pos !== 'symbol')
  const first = before[0]?.surface ?? ''
  if (!taking.has(first) && !(['ask', 'think'].includes(first) && ['for', 'of'].includes(before[1]?.surface ?? ''))) return false
  if (before.some(({ surface }) => careful.has(surface))) return false
  return sentence.concepts.some((hit) => hit.at.to <= condition.at.from && isSold(hit))
}
/** "NerveB6 is the bottle to keep by the keyboard if your fingers go numb": a main clause before the condition, of what is sold and without a denial. */
function isOfferedFor(sentence: Sentence, condition: Cue): boolean {
  const before = sentence.tokens.filter((token) => token.at.to <= condition.at.from && token.pos !== 'symbol')
  if (!before.slice(0, 5).some((token) => startsSold(sentence, token.at.from))) return false
  if (before.some(({ surface }) => careful.has(surface) || mere.has(surface))) return false
  if (sentence.cues.some(({ setting }) => setting === 'negated' || setting === 'question')) return false
  if (sentence.concepts.some(({ concept, at }) => concept === 'act.cause' && at.to <= condition.at.from)) return false
  return before.some(
    ({ surface }, i) =>
      carrying.has(surface) ||
      (beForms.has(surface) && ['the', 'your', 'a', 'an', 'one', 'what', 'for', 'our'].includes(before[i + 1]?.surface ?? '')),
  )
}
const careful = new Set(
  'with food meal meals less half only slowly lower smaller fewer water no not never care caution poor bad wrong risky unsafe dangerous problem hazard unsuitable unwise large hard'.split(
    ' ',
  ),
)

/** "If your A1c has crept up, GlucoTrim gets it back down": the main clause has a product that acts and denies nothing. */
function helps(sentence: Sentence, reach: TextSpan): boolean {
  const comma = sentence.tokens.find((token) => token.surface === ',' && token.at.from > reach.from)
  const from = reach.to < sentence.at.to - 1 || !comma ? reach.to : comma.at.to
  if (sentence.cues.some((cue) => cue.setting === 'negated' && cue.at.from >= from)) return false
  const first = sentence.tokens.findIndex((token) => token.at.from >= from && token.pos !== 'symbol')
  if (first < 0) return false
  let rest = sentence.tokens.slice(first)
  // "If you've come off HRT because of the risks, our red clover takes over"
  const aside = ['because', 'since', 'and', 'but', 'so'].includes(rest[0]!.surface) ? rest.findIndex(({ surface }) => surface === ',') : -1
  if (aside > 0) rest = rest.slice(aside + 1)
  if (rest.some(({ surface }) => mere.has(surface))) return false
  const acts =
    rest.some(({ surface }) => carrying.has(surface)) ||
    // "reishi is for you", "thyme is your friend"
    rest.some(
      ({ surface }, i) =>
        (surface === 'for' && rest[i + 1]?.surface === 'you') || (surface === 'your' && beForms.has(rest[i - 1]?.surface ?? '')),
    ) ||
    sentence.concepts.some((hit) => hit.at.from >= from && hit.concept.startsWith('act.') && hit.concept !== 'act.cause')
  return acts && rest.slice(0, 5).some((token) => startsSold(sentence, token.at.from))
}
const startsSold = ({ effects, concepts }: Sentence, from: number): boolean =>
  effects.some(({ agent }) => isSoldKind(agent) && agent.at?.from === from) || concepts.some((hit) => hit.at.from === from && isSold(hit))
const carrying = new Set(
  'get gets give gives bring brings put puts turn turns make makes let lets keep keeps take takes work works help helps step steps pick picks answer answers wait waits made built formulated meant belong belongs deserve deserves know knows'.split(
    ' ',
  ),
)
/** Words of a main clause that says no more than that one may have it. */
const mere = new Set('safe fine suitable enjoy contain contains free ok okay unlikely may might discard'.split(' '))
const taking = new Set([
  'try',
  'take',
  'use',
  'choose',
  'reach',
  'consider',
  'drink',
  'get',
  'add',
  'start',
  'look',
  'give',
  'meet',
  'order',
  'grab',
  'sip',
])
