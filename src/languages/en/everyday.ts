import type { ConceptRow, Lexicon } from '../../match/schema.js'
import type { Word } from './tokens.js'
import { type Hit, isTargetType } from './vocabulary.js'
import { determiners, prepositions, pronouns } from './words.js'

/** Between an adjective and its noun: "sharper, calmer exam mornings", "sunnier and longer days". */
const mostBetween = 2
/** Between what one does and how: "get up from the sofa more easily". */
const mostBeforeManner = 6
/** Words that link a part to how it is: "so your calves stay loose". */
const copulas = new Set(
  'feel feels felt look looks looked stay stays stayed keep keeps kept get gets got turn turns turned grow grows grew become becomes became remain'.split(
    ' ',
  ),
)
const states = /^(?:feel|look|stay|wake|wake up|rise|get up|stand|sit|live)$/
const owners = new Set(['your', 'my', 'our', 'his', 'her', 'their', 'the', 'those', "'s"])

/**
 * What sellers promise of everyday life in words that name no function (`rules/concepts/everyday-life.yml`): "calmer evenings" and "fresher legs" are a better
 * life, "sleep like a cat" and "wake up full of energy" something done better, "slow mornings" an ordinary trouble. Adds a target for each.
 */
export function composeEveryday(lexicon: Lexicon, words: readonly Word[], hits: readonly Hit[]): readonly Hit[] {
  const made: Hit[] = []
  const row = (id: string) => lexicon.concepts.get(id)
  const [life, better, hard] = [row('wellbeing.better-life'), row('wellbeing.do-better'), row('natural-state.hard-times')]
  if (!life || !better || !hard) return hits
  const has = (at: number, ...concepts: string[]) => hits.find((hit) => concepts.includes(hit.concept) && hit.first === at)
  const isTaken = (first: number, last: number) => hits.some((hit) => isTargetType(hit.row.type) && hit.first <= last && first <= hit.last)
  const add = (to: ConceptRow, first: number, head: Hit): void => {
    if (!isTaken(first, head.last)) made.push(joined(words, to, first, head))
  }
  // "legs that still feel light" names nobody's legs: beside what is sold they are the reader's
  const isSold = hits.some(({ row }) => row.type === 'agent')
  for (const hit of hits) {
    const first = hit.concept === 'lexical.life-time' || isPart(hit) ? adjectiveBefore(words, hits, hit) : undefined
    if (first !== undefined) {
      const toTheBetter = isBetter(words, hits, first, isPart(hit))
      if (toTheBetter) add(life, first, hit)
      else if (hit.concept === 'lexical.life-time') add(hard, first, hit)
    }
    const related = isSold && ['that', 'which'].includes(words[hit.last + 1]?.surface ?? '')
    if (isPart(hit) && (related || owners.has(words[hit.first - 1]?.surface ?? ''))) {
      const complement = complementOf(words, hit.last + (related ? 2 : 1))
      const state = complement === undefined ? undefined : has(complement, 'lexical.better', 'lexical.better-part')
      if (state && !isAttribute(words, state.last + 1)) add(life, hit.first, state)
    }
    if (hit.concept === 'lexical.activity') {
      const how = mannerOf(words, hits, hit)
      // "wake up full of energy": the function lies inside what is done better
      if (how) made.push(joined(words, better, hit.first, how))
    }
  }
  return made.length === 0 ? hits : [...hits, ...made].sort((a, b) => a.first - b.first || b.last - a.last)
}

const isPart = ({ concept }: Hit): boolean => concept === 'lexical.life-part' || concept === 'lexical.part'

const joined = (words: readonly Word[], row: ConceptRow, first: number, head: Hit): Hit => ({
  ...head,
  concept: row.id,
  row,
  first,
  at: { from: words[first]!.at.from, to: head.at.to },
  pos: row.id === 'wellbeing.do-better' ? 'fixed' : 'noun',
})

/** Where the adjective of a noun begins: right before it, or before other words of its phrase. */
function adjectiveBefore(words: readonly Word[], hits: readonly Hit[], noun: Hit): number | undefined {
  for (let i = noun.first - 1; i >= noun.first - 1 - mostBetween && i >= 0; i--) {
    const { surface, pos } = words[i]!
    if (words[i + 1]!.glued) continue
    if (comparative.test(surface) && !notComparative.has(surface)) return i
    if (hits.some(({ concept, last }) => adjectives.has(concept) && last === i)) return firstOf(hits, i)
    if (pos === 'function' || pos === 'symbol' || pos === 'verb') return undefined
  }
  return undefined
}

const adjectives = new Set(['lexical.better', 'lexical.better-part', 'lexical.hard'])
const firstOf = (hits: readonly Hit[], last: number): number => hits.find((hit) => adjectives.has(hit.concept) && hit.last === last)!.first

/** "sunnier": an adjective that compares; not "barrier". */
const comparative = /^\p{L}{3,}ier$/u
const notComparative = new Set(
  `barrier carrier courier supplier premier cashier soldier frontier multiplier earlier pricier dealier flier atelier glacier chandelier amplifier
   qualifier identifier heavier easier busier chillier rainier icier drier outlier terrier collier pannier tier pier glossier skier hotelier drearier
   wearier grumpier foggier sleepier dizzier messier noisier scarier risker trickier`.split(/\s+/),
)

/** Better, or hard; a measure alone ("longer days") is better of a part only. */
function isBetter(words: readonly Word[], hits: readonly Hit[], first: number, ofPart: boolean): boolean | undefined {
  const at = (concept: string) => hits.some((hit) => hit.concept === concept && hit.first === first)
  if (at('lexical.better')) return true
  if (at('lexical.better-part')) return ofPart
  return !at('lexical.hard') && comparative.test(words[first]!.surface)
}

/** "legs feel", "hair stays": where what is said of the part begins. */
function complementOf(words: readonly Word[], from: number): number | undefined {
  let i = from
  while (words[i] && (words[i]!.pos === 'adverb' || ['will', 'can', 'still', 'always'].includes(words[i]!.surface))) i++
  if (!copulas.has(words[i]?.surface ?? '')) return undefined
  i++
  while (words[i] && (words[i]!.pos === 'adverb' || ['so', 'much', 'a', 'lot', 'more', 'less'].includes(words[i]!.surface))) i++
  return i
}

/** An adjective before a noun of its own: "your hands stay warm water". */
const isAttribute = (words: readonly Word[], i: number): boolean => words[i]?.pos === 'noun' && words[i]?.glued !== true

/** How it is done: a manner a few words on, or a better state right behind a verb of being. */
function mannerOf(words: readonly Word[], hits: readonly Hit[], activity: Hit): Hit | undefined {
  if (isNoun(words, hits, activity)) return undefined
  if (states.test(activity.entry.text)) {
    let i = activity.last + 1
    while (words[i] && (words[i]!.pos === 'adverb' || ['so', 'much', 'a', 'lot', 'more', 'up', 'bit'].includes(words[i]!.surface))) i++
    const state = hits.find((hit) => hit.concept === 'lexical.better' && hit.first === i)
    if (state && !isAttribute(words, state.last + 1)) return state
  }
  for (let i = activity.last + 1; i <= activity.last + mostBeforeManner && words[i]; i++) {
    const manner = hits.find((hit) => hit.concept === 'lexical.manner' && hit.first === i)
    if (manner) return states.test(activity.entry.text) && measures.has(manner.entry.text) ? undefined : manner
    if (words[i]!.pos === 'symbol' || ['and', 'or', 'but', 'that', 'which', 'who', 'if', 'when'].includes(words[i]!.surface))
      return undefined
  }
  return undefined
}

/** "Fine powders stay afloat longer": how long or how soon a thing is somewhere is nothing done. */
const measures = new Set([
  'longer',
  'sooner',
  'faster',
  'quicker',
  'further',
  'farther',
  'higher',
  'harder',
  'in minutes',
  'within minutes',
])

/** "a better look", "our sleep", "the climb": no verb. */
const isNoun = (words: readonly Word[], hits: readonly Hit[], { first }: Hit): boolean => {
  const before = words[first - 1]?.surface ?? ''
  // "sharpens focus within minutes"
  if (hits.some((hit) => hit.row.type === 'act' && hit.last === first - 1 && hit.form === 's')) return true
  // "a brisk walk"
  if (determiners.has(words[first - 2]?.surface ?? '') && words[first - 1]?.pos === 'adjective') return true
  return (determiners.has(before) || (prepositions.has(before) && before !== 'to')) && !pronouns.has(before)
}
