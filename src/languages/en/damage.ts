import type { Lexicon } from '../../match/schema.js'
import type { Word } from './tokens.js'
import type { Hit } from './vocabulary.js'
import { set } from './words.js'

/** Parts and functions of the body that a word of damage can be said of. */
const isPart = (hit: Hit): boolean =>
  hit.row.type === 'body-part' || hit.row.type === 'function' || hit.row.type === 'wellbeing' || hit.concept === 'lexical.part'

/** Words between damage and its part: "numbness in both of my lower legs". */
const fillers = new Set(
  'of the your my in to their our his her both a an on at around behind under below beneath between from inside lower upper left right old little small big whole long my'.split(
    ' ',
  ),
)
const links = new Set([
  'of',
  'to',
  'in',
  'on',
  'around',
  'behind',
  'under',
  'below',
  'beneath',
  'between',
  'from',
  'inside',
  'at',
  'across',
  'along',
])

/** Parts whose dryness, dullness or thinning comes with age and weather. */
const looks = [
  'function.hair-nails',
  'function.skin',
  'function.brain',
  'function.vision',
  'function.feet',
  'function.digestion',
  'function.muscles',
]

/** Organs that are not tired or lazy in health. */
const organs = new Set([
  'function.thyroid',
  'function.heart',
  'function.kidneys',
  'function.prostate',
  'function.urinary',
  'function.lungs',
])

/**
 * A part or function of the body that is damaged is no good target but a disease described: "cartilage damage", "swollen prostates",
 * "loss of memory", "ringing in your ears", "my hands go numb". Joins the words into one target `abnormal-state.damaged-part`; an ordinary
 * state of it ("tired eyes") into `natural-state.ordinary-part`.
 */
export function composeDamage(lexicon: Lexicon, words: readonly Word[], hits: readonly Hit[]): readonly Hit[] {
  const ill = lexicon.concepts.get('abnormal-state.damaged-part')
  const ordinary = lexicon.concepts.get('natural-state.ordinary-part')
  if (!ill || !hits.some(isSign)) return hits
  const joined = new Map<Hit, Hit>()
  const used = new Set<Hit>()
  hits.forEach((sign, index) => {
    if (!isSign(sign)) return
    const part = partOfSign(words, hits, sign, index)
    if (!part || used.has(part)) return
    // "muscles that complain", "nails that are weak", but "hearts that skip"
    // "my nails peel": so do those of the healthy
    const isOfNails =
      /^(?:nails?|hair|ends|tips)$/.test(words[part.last]?.surface ?? '') &&
      /^(?:peel|flake|crack|chip|split|break|snap|thin)/.test(words[sign.first]?.surface ?? '')
    const soft =
      sign.concept === 'lexical.complains'
        ? isRelative(words, sign) && !grave.test(words[sign.first]?.surface ?? '')
        : softened(words, sign, part)
    const eased = isOrdinary(hits, sign, part) || isOfNails || (soft && looks.includes(part.concept))
    const row = ordinary && (eased || isOverused(words, part, sign)) ? ordinary : ill
    const first = Math.min(part.first, sign.first)
    const last = Math.max(part.last, sign.last)
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

const isSign = ({ concept }: Hit): boolean =>
  concept.startsWith('lexical.damage') || concept === 'lexical.ordinary' || concept === 'lexical.complains'

function partOfSign(words: readonly Word[], hits: readonly Hit[], sign: Hit, index: number): Hit | undefined {
  if (sign.concept === 'lexical.complains') return partThatComplains(words, hits, sign, index)
  if (sign.concept.startsWith('lexical.damaged')) return partAfter(words, hits, sign, index) ?? partPredicated(words, hits, sign, index)
  if (sign.concept === 'lexical.ordinary') return partAfter(words, hits, sign, index)
  if (isNaturalGrowth(words, hits, sign, index)) return undefined
  return partBefore(hits, sign, index) ?? partOf(words, hits, sign, index)
}

/** "brain growth", "the growth of your baby's bones": a part that grows, of which only the prostate should not; "a growth on the eyelid" is a lump. */
function isNaturalGrowth(words: readonly Word[], hits: readonly Hit[], sign: Hit, index: number): boolean {
  if (words[sign.last]?.surface !== 'growth') return false
  const part = partBefore(hits, sign, index) ?? (words[sign.last + 1]?.surface === 'of' ? partOf(words, hits, sign, index) : undefined)
  return part !== undefined && part.concept !== 'function.prostate'
}

/** A word of both kinds is ordinary where it tells of looks ("brittle nails"), a sign of illness elsewhere ("brittle bones"). */
function isOrdinary(hits: readonly Hit[], sign: Hit, part: Hit): boolean {
  const names = hits.filter((hit) => hit.first === sign.first && hit.last === sign.last).map((hit) => hit.concept)
  if (!names.includes('lexical.ordinary')) return false
  if (organs.has(part.concept)) return false
  return !names.some((name) => name.startsWith('lexical.damaged')) || looks.includes(part.concept)
}

const near = (hits: readonly Hit[], index: number) => hits.slice(Math.max(0, index - 14), index + 15)

const badTypes = new Set(['symptom', 'abnormal-state'])

/** What no skin, eye, foot or mind does in health. */
const grave = /^(?:bleed|weep|ooze|blister|burn|tingl|see|slip|seiz|spasm|swell|rot|decay|lock|go|turn)/

/** Words of damage that tell of looks and of work where they are said of a part in a relative clause: "muscles that are tight". */
const softened = (words: readonly Word[], sign: Hit, part: Hit): boolean =>
  part.last < sign.first &&
  /^(?:tight|stiff|thin|weak|loose|brittle|flaky|tender|strained|fading|bad|itchy)$/.test(words[sign.first]?.surface ?? '')

/** "aching, swollen knees": the adjectives before the last one belong to the target as well. */
function withDamage(words: readonly Word[], hits: readonly Hit[], hit: Hit): Hit {
  if (!badTypes.has(hit.row.type)) return hit
  const link = words[hit.first - 1]?.surface
  if (link !== ',' && link !== 'and') return hit
  const before = hits.find((other) => other.concept.startsWith('lexical.damaged') && other.last === hit.first - 2)
  return before ? { ...hit, first: before.first, at: { from: before.at.from, to: hit.at.to } } : hit
}

/** "cartilage damage". */
function partBefore(hits: readonly Hit[], damage: Hit, index: number): Hit | undefined {
  return near(hits, index).find((hit) => isPart(hit) && hit.last === damage.first - 1)
}

/** "damage to the liver", "loss of memory", "pins and needles in both feet". */
function partOf(words: readonly Word[], hits: readonly Hit[], damage: Hit, index: number): Hit | undefined {
  if (!links.has(words[damage.last + 1]?.surface ?? '')) return undefined
  let i = damage.last + 2
  while (words[i] && fillers.has(words[i]!.surface) && i < damage.last + 7) i++
  return near(hits, index).find((hit) => isPart(hit) && hit.first === i)
}

/** "a throat worn out by cheering", "a voice hoarse from teaching": what use has tired comes back with rest. */
function isOverused(words: readonly Word[], part: Hit, sign: Hit): boolean {
  if (!/^(?:throats?|voices?)$/.test(words[part.last]?.surface ?? '')) return false
  let i = sign.last + 1
  while (['out', 'raw', 'thin', 'sore'].includes(words[i]?.surface ?? '')) i++
  if (!['by', 'from', 'after'].includes(words[i]?.surface ?? '')) return false
  return words.slice(i + 1, i + mostToUse).some(({ surface }) => usesOfVoice.has(surface))
}
const mostToUse = 8
const usesOfVoice = set(
  'cheering singing shouting yelling teaching talking speaking karaoke lecturing presenting preaching coaching calling chanting rehearsals choir',
)

/** Adverbs and auxiliaries between a part and what it does: "hands often go numb". */
const between = set(
  `often still always sometimes just suddenly finally no longer will would could can had has have was were is are started to never do did does not
   's n't won't don't doesn't cannot can't didn't never quit quits stop stops stopped ceased keep keeps kept refuse refuses`,
)

const isRelative = (words: readonly Word[], sign: Hit): boolean => {
  let i = sign.first - 1
  while (i > sign.first - 4 && between.has(words[i]?.surface ?? '')) i--
  return sign.concept === 'lexical.complains' && ['that', 'which'].includes(words[i]?.surface ?? '')
}

/** "my hands go numb", "the lower back gave out". */
function partThatComplains(words: readonly Word[], hits: readonly Hit[], sign: Hit, index: number): Hit | undefined {
  let i = sign.first - 1
  while (i > sign.first - 4 && between.has(words[i]?.surface ?? '')) i--
  // "keeps the lens from clouding over"
  if (words[i]?.surface === 'from' && words[i + 1]?.surface.endsWith('ing')) i--
  // "hearts that skip": a relative clause owns the part as a pronoun does
  const relative = isRelative(words, sign)
  if (relative) i--
  const owner = new Set(['my', 'your', 'his', 'her', 'our', 'their', 'whose', 'the', "'s"])
  return near(hits, index).find(
    (hit) =>
      isPart(hit) &&
      hit.last === i &&
      (relative || owner.has(words[hit.first - 1]?.surface ?? '') || owner.has(words[hit.first - 2]?.surface ?? '')),
  )
}

/** "my gums are inflamed": the state is said of the part. */
function partPredicated(words: readonly Word[], hits: readonly Hit[], sign: Hit, index: number): Hit | undefined {
  // "a liver your doctor called fatty"
  if (['called', 'calls'].includes(words[sign.first - 1]?.surface ?? ''))
    return near(hits, index).find((hit) => isPart(hit) && hit.last < sign.first - 1 && hit.last > sign.first - 6)
  // "lungs scarred by decades of cigarettes"
  if (hurt.has(words[sign.first]?.surface ?? '') && words[sign.last + 1]?.surface === 'by')
    return near(hits, index).find((hit) => isPart(hit) && hit.last === sign.first - 1 && !looks.includes(hit.concept))
  let i = sign.first - 1
  while (i > sign.first - 3 && ['so', 'always', 'still', 'often', 'constantly', 'all', 'badly'].includes(words[i]?.surface ?? '')) i--
  const clause = ownedByClause(words, i)
  if (clause !== undefined) return near(hits, index).find((hit) => isPart(hit) && hit.last === clause)
  if (!states.has(words[i]?.surface ?? '')) return undefined
  return near(hits, index).find((hit) => isPart(hit) && hit.last === i - 1 && owners.has(words[hit.first - 1]?.surface ?? ''))
}
const hurt = new Set('scarred damaged wrecked ruined ravaged destroyed inflamed hardened clogged thinned worn'.split(' '))
const owners = new Set(['my', 'your', 'his', 'her', 'their', 'the'])
const states = new Set(['is', 'are', 'was', 'were', 'get', 'gets', 'got', 'feel', 'feels'])

/** "sinuses that have been stuffed", "a throat that is raw": the last word of what a relative clause, whose verb ends at `end`, is said of. */
function ownedByClause(words: readonly Word[], end: number): number | undefined {
  let i = end
  if (words[i]?.surface === 'been') i--
  else if (!states.has(words[i]?.surface ?? '')) return undefined
  while (['have', 'has', 'had', 'long', 'always'].includes(words[i]?.surface ?? '') || (i === end && i > 0)) i--
  return ['that', 'which', 'whose'].includes(words[i]?.surface ?? '') ? i - 1 : undefined
}

/** Adjectives of damage that may stand in a row. */
const mostInRow = 8

/** "swollen prostates", "damaged liver", "poor memory". */
function partAfter(words: readonly Word[], hits: readonly Hit[], damage: Hit, index: number): Hit | undefined {
  const close = near(hits, index)
  const isDamaged = (at: number) =>
    close.some((hit) => (hit.concept.startsWith('lexical.damaged') || hit.concept === 'lexical.ordinary') && hit.first === at)
  let i = damage.last + 1
  while (i < damage.last + mostInRow && (words[i]?.surface === ',' || words[i]?.surface === 'and' || isDamaged(i))) i++
  return close.find((hit) => isPart(hit) && hit.first === i)
}
