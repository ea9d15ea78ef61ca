import { isPlural } from './inflection.js'
import type { Reading } from './reading.js'
import { chainNouns, chainParticiples, chainVerbs, coordinators, pronouns } from './words.js'

// Where subjects, asides and groups of verbs begin and end, by the tags alone. Indices are of words; `floor` is the first that may be looked at.

/** Adverbs, auxiliaries, "to" and the verbs that pass their subject on. */
export function skipVerbGroup(reading: Reading, from: number, floor: number): number {
  let k = from
  let infinitive = false
  while (k >= floor) {
    const tag = reading.tag(k)
    const lemma = reading.lemma(k)
    if (tag === 'to') infinitive = true
    else if (tag === 'adv' || tag === 'aux') {
      // passed over
    } else if ((tag === 'verb' || tag === 'ving') && chainVerbs.has(lemma)) infinitive = false
    else if (infinitive && (chainParticiples.has(reading.surface(k)) || chainNouns.has(reading.surface(k)) || chainVerbs.has(lemma))) {
      if (chainNouns.has(reading.surface(k))) {
        const left = beforeNounPhrase(reading, k, floor)
        const step = left >= floor ? reading.surface(left) : ''
        if (step === "'s" || reading.tag(left) === 'word') return left
        k = left
        if (reading.tag(left) === 'prep' || reading.isVerbal(left)) k--
        continue
      }
    } else break
    k--
  }
  return k
}

/** The word before a noun phrase that ends at `k`. */
function beforeNounPhrase(reading: Reading, k: number, floor: number): number {
  let j = k - 1
  while (j >= floor && (reading.tag(j) === 'det' || chainParticiples.has(reading.surface(j)))) j--
  return j
}

/** "Ashwagandha, which researchers rank beside drugs, calms …": the comma that opens what the comma at `k` closes. */
export function asideBefore(reading: Reading, k: number, floor: number): number | undefined {
  if (reading.tag(k) !== 'comma') return undefined
  for (let j = k - 1; j > floor; j--) {
    if (reading.tag(j) === 'stop') return undefined
    if (reading.tag(j) !== 'comma') continue
    const opens = ['which', 'who', 'whose'].includes(reading.surface(j + 1)) || ['a', 'an', 'the', 'one'].includes(reading.surface(j + 1))
    const subject = opens && !reading.tags.slice(Math.max(0, j - 6), j).some((tag) => tag === 'verb' || tag === 'aux')
    return subject ? j : undefined
  }
  return undefined
}

/** The "is" before "the only thing", "the one", "the first product". */
export function beBeforeThing(reading: Reading, thing: number, floor: number): number | undefined {
  if (!['thing', 'one', 'stuff', 'product', 'supplement', 'remedy'].includes(reading.surface(thing))) return undefined
  let i = thing - 1
  while (i > floor && i > thing - 4 && ['det', 'word', 'adv', 'num'].includes(reading.tag(i))) i--
  return ['is', 'was', "'s", 'are'].includes(reading.surface(i)) ? i : undefined
}

/** "Cognitive behavioral therapy (CBT-I) is …": the word before a bracket that closes at `k`. */
export function beforeBracket(reading: Reading, k: number, floor: number): number {
  if (reading.surface(k) !== ')') return k
  for (let j = k - 1; j > floor; j--) if (reading.surface(j) === '(') return j - 1
  return k
}

/** The "is" of "is a yeast (that stops …)": what the subject is, it does. */
export function beBeforeKind(reading: Reading, noun: number, floor: number): number | undefined {
  let i = noun
  while (i > floor && i > noun - 6 && ['word', 'num', 'adv', 'ved', 'ving'].includes(reading.tag(i))) i--
  return ['a', 'an'].includes(reading.surface(i)) && ['is', 'was', "'s", 'are'].includes(reading.surface(i - 1)) ? i - 1 : undefined
}

/** Nothing but nouns up to here: a label such as "Miracle berry that melts …". */
export function isLabel(reading: Reading, k: number): boolean {
  for (let i = 0; i <= k; i++) if (!['word', 'det', 'adv', 'num', 'clitic'].includes(reading.tag(i))) return false
  return true
}

function isList(reading: Reading, comma: number, floor: number): boolean {
  for (let j = comma + 1; j < comma + 12; j++) if (coordinators.has(reading.surface(j))) return isNounBefore(reading, comma, floor)
  return false
}

function isNounBefore(reading: Reading, comma: number, floor: number): boolean {
  for (let j = comma - 1; j >= floor && j > comma - 5; j--) {
    const tag = reading.tag(j)
    if (tag === 'prep' || tag === 'sub' || tag === 'stop') return false
  }
  return true
}

/** Somebody or something else, a part of the body or a pronoun, stands in the stretch. */
export function hasOtherOrPronoun(reading: Reading, first: number, last: number): boolean {
  for (let i = first; i <= last; i++) {
    if (reading.hitsAt(i).some((hit) => hit.row.type === 'other-agent' || hit.row.type === 'body-part' || hit.row.type === 'function'))
      return true
    if (pronouns.has(reading.surface(i))) return true
  }
  return false
}

/** A target stands in the stretch, its end included. */
export function holdsTarget(reading: Reading, first: number, last: number): boolean {
  for (let i = first; i <= last; i++) if (reading.targetAt(i)) return true
  return false
}

/** "T cells find and destroy …": the word in the clause that ends at `end` that may be its verb, where none was read as one: a verb's form behind a noun. */
export function verbIn(reading: Reading, floor: number, end: number): number | undefined {
  const start = clauseStart(reading, end, floor)
  for (let i = start + 1; i < end; i++) {
    const word = reading.words[i]!
    const agrees = reading.mayBeVerb(i) && (word.surface === word.lemma) === isPlural(reading.surface(i - 1))
    if (agrees && reading.tag(i) === 'word' && reading.tag(i - 1) === 'word') return i
  }
  return undefined
}

/** The first word of the clause in which word `i` stands. */
export function clauseStart(reading: Reading, i: number, floor: number): number {
  let start = i
  while (start > floor && !['stop', 'sub', 'comma'].includes(reading.tag(start - 1))) start--
  return start
}

/** The finite verb of the main clause: what a subordinate clause before it or a relative clause in its subject says is passed over. */
export function mainVerb(reading: Reading): number | undefined {
  let start = 0
  if (reading.tag(0) === 'sub') while (start < reading.words.length && reading.tag(start) !== 'comma') start++
  let relative = false
  for (let i = start; i < reading.words.length; i++) {
    const tag = reading.tag(i)
    if (tag === 'rel') relative = true
    else if (tag === 'sub') return undefined
    else if (tag === 'verb' || tag === 'aux') {
      if (!relative) return i
      if (tag === 'verb' || !reading.isVerbal(i + 1)) relative = false
    }
  }
  return undefined
}

/** The last word of the subject that ends at word `k`, an aside left out. */
export function subjectEnd(reading: Reading, k: number, floor: number): number {
  let end = k
  // "Zinc, taken daily, supports": an aside between subject and verb
  if (reading.tag(end) === 'comma') {
    end--
    for (let j = end; j > floor; j--) {
      if (reading.tag(j) !== 'comma') continue
      if (['ved', 'rel', 'prep', 'ving'].includes(reading.tag(j + 1))) end = j - 1
      break
    }
  }
  return end
}

/** The word before the subject that ends at word `end`. */
export function beforeSubject(reading: Reading, end: number, floor: number): number {
  let start = end
  let coordinated = false
  while (start >= floor) {
    const tag = reading.tag(start)
    if (tag === 'stop' || tag === 'sub' || tag === 'rel' || tag === 'aux') break
    if (tag === 'verb') break
    // "It's not a drug, but our tea eases gout": another clause
    if (tag === 'conj' && reading.surface(start) === 'but' && reading.tag(start - 1) === 'comma') break
    if (tag === 'conj') coordinated = true
    // "the raw materials the thyroid builds its hormones from": a clause without "that" has a subject of its own
    if (
      tag === 'det' &&
      owning.has(reading.surface(start)) &&
      start > floor &&
      reading.words[start - 1]?.pos === 'noun' &&
      reading.tag(start - 1) === 'word'
    )
      return start - 1
    if (tag === 'comma' && !coordinated && !isList(reading, start, floor)) break
    start--
  }
  return start
}
const owning = new Set(['the', 'your', 'our', 'my'])
