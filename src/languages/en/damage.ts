import type { Lexicon } from '../../match/schema.js'
import type { Word } from './tokens.js'
import type { Hit } from './vocabulary.js'

const goodTypes = new Set(['body-part', 'function', 'wellbeing'])
const fillers = new Set(['of', 'the', 'your', 'my', 'in', 'to', 'their', 'our', 'his', 'her'])

/**
 * A part or function of the body that is damaged is no good target but a disease described: "cartilage damage", "swollen prostates",
 * "loss of memory". Joins the two words into one target `abnormal-state.damaged-part`.
 */
export function composeDamage(lexicon: Lexicon, words: readonly Word[], hits: readonly Hit[]): readonly Hit[] {
  const row = lexicon.concepts.get('abnormal-state.damaged-part')
  if (!row || !hits.some((hit) => hit.concept.startsWith('lexical.damage'))) return hits
  const joined = new Map<Hit, Hit>()
  const used = new Set<Hit>()
  hits.forEach((damage, index) => {
    if (!damage.concept.startsWith('lexical.damage')) return
    const part =
      damage.concept === 'lexical.damaged'
        ? partAfter(words, hits, damage, index)
        : (partBefore(hits, damage, index) ?? partOf(words, hits, damage, index))
    if (!part || used.has(part)) return
    const first = Math.min(part.first, damage.first)
    const last = Math.max(part.last, damage.last)
    used.add(part)
    joined.set(part, {
      ...part,
      concept: row.id,
      row,
      first,
      last,
      at: { from: words[first]!.at.from, to: words[last]!.at.to },
      pos: 'noun',
    })
  })
  return hits
    .map((hit, index) => withDamage(words, near(hits, index), joined.get(hit) ?? hit))
    .sort((a, b) => a.first - b.first || b.last - a.last)
}

const near = (hits: readonly Hit[], index: number) => hits.slice(Math.max(0, index - 8), index + 9)

const badTypes = new Set(['symptom', 'abnormal-state'])

/** "aching, swollen knees": the adjectives before the last one belong to the target as well. */
function withDamage(words: readonly Word[], hits: readonly Hit[], hit: Hit): Hit {
  if (!badTypes.has(hit.row.type)) return hit
  const link = words[hit.first - 1]?.surface
  if (link !== ',' && link !== 'and') return hit
  const before = hits.find((other) => other.concept === 'lexical.damaged' && other.last === hit.first - 2)
  return before ? { ...hit, first: before.first, at: { from: before.at.from, to: hit.at.to } } : hit
}

/** "cartilage damage". */
function partBefore(hits: readonly Hit[], damage: Hit, index: number): Hit | undefined {
  return near(hits, index).find((hit) => goodTypes.has(hit.row.type) && hit.last === damage.first - 1)
}

/** "damage to the liver", "loss of memory". */
function partOf(words: readonly Word[], hits: readonly Hit[], damage: Hit, index: number): Hit | undefined {
  const link = words[damage.last + 1]?.surface
  if (link !== 'of' && link !== 'to' && link !== 'in') return undefined
  let i = damage.last + 2
  while (words[i] && fillers.has(words[i]!.surface)) i++
  return near(hits, index).find((hit) => goodTypes.has(hit.row.type) && hit.first === i)
}

/** Adjectives of damage that may stand in a row. */
const mostInRow = 8

/** "swollen prostates", "damaged liver", "poor memory". */
function partAfter(words: readonly Word[], hits: readonly Hit[], damage: Hit, index: number): Hit | undefined {
  const close = near(hits, index)
  const isDamaged = (at: number) => close.some((hit) => hit.concept === 'lexical.damaged' && hit.first === at)
  let i = damage.last + 1
  while (i < damage.last + mostInRow && (words[i]?.surface === ',' || words[i]?.surface === 'and' || isDamaged(i))) i++
  return close.find((hit) => goodTypes.has(hit.row.type) && hit.first === i)
}
