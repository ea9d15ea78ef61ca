import type { Agent } from '../../core/sentence.js'
import type { Reading } from './reading.js'
import { signOfSale } from './sold.js'

// What else brought about that a trouble went: said in the sentence, and not what is sold.

/** "My migraines stopped when I changed my glasses": what brought it about is said, and is not what is sold. */
export function otherCause(reading: Reading, id: string, first: number, last: number): Agent | undefined {
  if (!gone.has(id) && !leaving.has(id)) return undefined
  if (byItself.some((words) => words.every((word, i) => reading.surface(last + 1 + i) === word))) return { kind: 'other', why: 'course' }
  for (let at = Math.max(first + 1, last - withinTurn); at <= last + 2; at++) {
    const cause = since.has(reading.surface(at)) ? causeIn(reading, at + 1, reading.words.length) : owedTo(reading, at)
    if (cause) return cause
  }
  // "Once I got glasses, the headaches went away"
  return since.has(reading.surface(0)) ? causeIn(reading, 1, first) : undefined
}

/** How far from the end of a turn of phrase its own "since" or "thanks" may stand. */
const withinTurn = 3
const leaving = new Set(['construction.left-for-good', 'construction.back-on-feet', 'construction.caption-over', 'construction.told-eased'])
/** "gone thanks to methotrexate" */
function owedTo(reading: Reading, at: number): Agent | undefined {
  if (reading.surface(at) !== 'thanks' || reading.surface(at + 1) !== 'to') return undefined
  const other = [2, 3, 4].flatMap((step) => reading.hitsAt(at + step)).find(({ row }) => otherCauses.test(row.type))
  return other && { kind: 'other', why: 'drug', at: other.at }
}

const byItself = ['by itself', 'by themselves', 'on its own', 'on their own', 'with time', 'in time'].map((words) => words.split(' '))

/** A clause with a verb that takes or tries nothing and names nothing sold. */
function causeIn(reading: Reading, from: number, to: number): Agent | undefined {
  let tells = false
  for (let i = from; i < to && reading.tag(i) !== 'comma' && reading.tag(i) !== 'stop'; i++) {
    if (standIns.has(reading.surface(i)) || taking.has(reading.lemma(i)) || reading.hitsAt(i).some((hit) => hit.row.type === 'agent'))
      return undefined
    if (
      byThing.has(reading.surface(from - 1)) &&
      reading.hitsAt(i).some(({ row, concept }) => otherCauses.test(row.type) && concept !== 'other.person' && concept !== 'other.organ')
    )
      return { kind: 'other', why: 'habit' }
    tells ||= reading.tag(i) === 'verb' || (reading.tag(i) === 'ved' && ['pron', 'word'].includes(reading.tag(reading.before(i))))
  }
  return tells ? { kind: 'other', why: 'habit' } : undefined
}

/** "gone since the new mattress": a thing may be the cause. */
const byThing = new Set(['since', 'after', 'because'])
const otherCauses = /^(?:other-agent|drug-or-therapy|drug-class)$/

const gone = new Set(['construction.gone', 'construction.free-of', 'construction.recovered'])
const since = new Set(['when', 'after', 'once', 'since', 'because'])
/** Verbs by which somebody takes what is sold. */
export const taking = new Set('take use try drink begin start discover find order buy add swallow chew sip apply switch'.split(' '))
/** Pronouns that stand for it. */
export const standIns = new Set(['it', 'this', 'these', 'them', 'one', 'ours'])

/** "since we moved", "thanks to the new inhaler", "after surgery": what brought it about is said, and nothing sold is named there. */
export function causedOtherwise(reading: Reading, first: number, last: number): boolean {
  if (signOfSale(reading)) return false
  return reading.words.some(({ surface }, i) => {
    if (i >= first && i <= last && surface !== 'since' && surface !== 'after') return false
    if (since.has(surface) && causeIn(reading, i + 1, reading.words.length) !== undefined) return true
    const owed = (surface === 'to' && reading.surface(i - 1) === 'thanks') || surface === 'since' || surface === 'after'
    return (
      owed &&
      [1, 2, 3, 4].some((step) =>
        // "since Mother's Day"
        reading
          .hitsAt(i + step)
          .some(({ row, last }) => /^(?:other-agent|drug-or-therapy)$/.test(row.type) && reading.surface(last + 2) !== 'day'),
      )
    )
  })
}
