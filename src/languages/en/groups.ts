import type { Target, TargetType } from '../../core/sentence.js'
import type { Reading } from './reading.js'
import { gravity, type Hit } from './vocabulary.js'

/** A target as a phrase: the gravest concept in it decides, the rest are its words. `first`/`last` are word indexes. */
export interface TargetGroup {
  readonly target: Target
  readonly hit: Hit
  readonly first: number
  readonly last: number
  /** Other targets in the phrase, most of all what hangs on the head ("the pain of arthritis"). */
  readonly others: readonly Hit[]
}

/** Words that hang one target on another: "pain from gout", "stiffness associated with arthritis", "damage to the liver". */
const nesting = new Set([
  'of',
  'from',
  'associated',
  'related',
  'linked',
  'due',
  'caused',
  'affected',
  'lost',
  'resulting',
  'accompanying',
  'brought',
  'triggered',
  'tied',
  'to',
  'in',
  'behind',
  'plagued',
])

/** The targets between two words, grouped into phrases, in order. */
export function targetGroups(reading: Reading, from: number, to: number): TargetGroup[] {
  const hits: Hit[] = []
  let last = -1
  for (let i = from; i < to; i++) {
    const hit = reading.targetAt(i)
    if (!hit || hit.first <= last || hit.first < from || hit.last >= to) continue
    if (
      reading
        .hitsAt(i)
        .some(
          (other) =>
            other.row.type === 'qualifier' &&
            other.first <= hit.first &&
            hit.last <= other.last &&
            other.last - other.first > hit.last - hit.first,
        )
    )
      continue
    if (hit.pos === 'verb' && !isStateVerb(reading, hit)) continue
    hits.push(hit)
    last = hit.last
  }
  const phrases: Hit[][] = []
  for (const hit of hits) {
    const open = phrases.at(-1)
    const previous = open?.at(-1)
    if (open && previous && !isListed(reading, previous.last + 1, hit.first)) open.push(hit)
    else phrases.push([hit])
  }
  return mergeTrailing(phrases)
    .map(groupOf)
    .filter((group) => !isApposition(reading, group))
}

/** "scurvy, a disease that is now rare": the word disease says no more than the name before it. */
function isApposition(reading: Reading, { hit }: TargetGroup): boolean {
  if (hit.concept !== 'disease.disease') return false
  let i = hit.first - 1
  while (i > hit.first - 4 && ['det', 'word', 'adv', 'ved'].includes(reading.tag(i))) i--
  return reading.tag(i) === 'comma' && reading.hits.some((other) => other.last < i && ['disease', 'deficiency'].includes(other.row.type))
}

/** "a sleep diary" is not sleeping: a state read from a verb does not follow an article or a preposition. */
function isStateVerb(reading: Reading, hit: Hit): boolean {
  const before = reading.tag(reading.before(hit.first))
  return reading.words[hit.first]!.pos === 'verb' && before !== 'det' && before !== 'prep' && before !== 'clitic'
}

/** "bones weakened by osteoporosis". */
const isHangingBy = (reading: Reading, i: number): boolean => reading.surface(i) === 'by' && reading.tag(i - 1) === 'ved'

/** Only commas, conjunctions and modifiers lie between: two members of a list. */
function isListed(reading: Reading, from: number, to: number): boolean {
  let listed = false
  let nested = false
  for (let i = from; i < to; i++) {
    const tag = reading.tag(i)
    if (tag === 'conj' || tag === 'comma' || tag === 'stop') {
      listed = true
      nested = false
    } else if (listed && isActNoun(reading, i - 1)) {
      // "healthy digestion, plus relief from psoriasis": a thing done of its own
      return true
    } else if (nesting.has(reading.surface(i)) || isHangingBy(reading, i)) {
      listed = false
      nested = true
    } else if ((tag === 'prep' || tag === 'ving') && !nested) listed = true
  }
  return listed
}

const isActNoun = (reading: Reading, i: number): boolean =>
  reading.tag(i) === 'word' && reading.hitsAt(i).some(({ row, pos, last }) => row.type === 'act' && pos === 'noun' && last === i)

/** "the pain and stiffness associated with arthritis": what hangs on the last member hangs on all of them. */
function mergeTrailing(phrases: readonly Hit[][]): Hit[][] {
  const final = phrases.at(-1)
  if (!final || final.length < 2 || phrases.length < 2) return [...phrases]
  const gravest = final.reduce((a, b) => (gravity[b.row.type]! > gravity[a.row.type]! ? b : a))
  if (gravest === final[0] || gravity[gravest.row.type]! < gravity['abnormal-state']!) return [...phrases]
  if (!phrases.every((phrase) => gravity[phrase[0]!.row.type]! < gravity[gravest.row.type]!)) return [...phrases]
  return [phrases.flat()]
}

function groupOf(hits: readonly Hit[]): TargetGroup {
  const hit = hits.reduce((a, b) => (gravity[b.row.type]! > gravity[a.row.type]! ? b : a))
  const first = hits[0]!.first
  const last = hits.at(-1)!.last
  return {
    target: { concept: hit.concept, type: hit.row.type as TargetType, at: hit.at },
    hit,
    first,
    last,
    others: hits.filter((other) => other !== hit),
  }
}
