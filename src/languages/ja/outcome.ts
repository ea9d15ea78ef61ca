import type { ActFamily, Effect } from '../../core/sentence.js'
import type { ConceptRow } from '../../match/schema.js'

type Valence = 'good' | 'bad' | 'level'

/** Good things, bad things, and levels that are good when they come down to normal. */
export function valenceOf(row: ConceptRow): Valence {
  if (row.valence) return row.valence
  switch (row.type) {
    case 'disease':
    case 'symptom':
    case 'abnormal-state':
    case 'natural-state':
    case 'pathogen':
    case 'deficiency':
      return 'bad'
    case 'marker':
      return 'level'
    default:
      return 'good'
  }
}

const against: ReadonlySet<ActFamily> = new Set<ActFamily>(['heal', 'prevent', 'mitigate', 'lower', 'respond'])

/**
 * What one act inside another amounts to, the inner one first: 低下を防ぐ keeps, 上昇を抑える lowers, 悪化を抑える soothes,
 * 維持を助ける keeps, 予防を助ける prevents.
 */
export function compose(inner: ActFamily, outer: ActFamily): ActFamily {
  if (against.has(outer)) {
    if (inner === 'raise') return 'lower'
    if (inner === 'lower') return 'preserve'
    if (inner === 'cause') return outer === 'heal' ? 'heal' : 'prevent'
    return against.has(inner) ? inner : outer
  }
  if (outer === 'cause') return inner === 'lower' ? 'lower' : 'cause'
  return inner
}

/** Direction times valence (docs/effect-frames.md, section 2), one negation flipped when `isNegated`. */
export function outcomeOf(family: ActFamily, row: ConceptRow | undefined, isNegated: boolean): Effect['outcome'] {
  if (!row || family === 'detect') return 'none'
  // what is done to a drug is a claim only in the turns of phrase that say so
  if (row.type === 'drug-or-therapy') return 'none'
  const plain = plainOutcome(family, valenceOf(row))
  if (!isNegated) return plain
  return plain === 'harm' ? 'benefit' : 'none'
}

function plainOutcome(family: ActFamily, valence: Valence): Effect['outcome'] {
  if (family === 'serve' || family === 'name' || family === 'substitute' || family === 'augment') return 'benefit'
  if (family === 'cause') return valence === 'bad' ? 'harm' : 'none'
  if (valence === 'bad') return family === 'raise' ? 'harm' : 'benefit'
  if (valence === 'level') return family === 'raise' ? 'harm' : 'benefit'
  return family === 'lower' || family === 'prevent' ? 'harm' : family === 'respond' ? 'none' : 'benefit'
}
