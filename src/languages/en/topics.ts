import type { Agent, Effect, Sentence } from '../../core/sentence.js'
import { Agents } from './agents.js'
import { isSold } from './pitch.js'
import type { Reading } from './reading.js'
import { mainVerb } from './subjects.js'
import { set } from './words.js'

// Whom a pronoun stands for: the subject of the sentence before, and of those before that while they open with a pronoun themselves.

/** Nouns that a seller calls his product by before he names it: "The secret is out. It melts …". */
const riddles = set(
  `secret answer trick key solution difference magic miracle hero star result results reason story idea science alternative option choice
   one thing way help rescue gift treasure discovery breakthrough plant herb root berry fruit leaf leaves seed flower mushroom algae extract oil mineral
   nutrient compound substance mix mixture blend ritual recipe dose serving molecule antioxidant amino acid`,
)

/** The subject of a sentence, where it is said in words: a common noun that names nothing sold is `other`. */
export function subjectOfSentence(reading: Reading): Agent {
  const verb = mainVerb(reading)
  if (verb === undefined) return { kind: 'unknown' }
  const agent = new Agents(reading).ofVerb(verb)
  return agent.kind === 'unknown' && agent.at && isPlain(reading, agent.at.from, agent.at.to)
    ? { ...agent, kind: 'other', why: 'topic' }
    : agent
}

/** Ordinary words without a name, a riddle or anything of ours among them. */
function isPlain(reading: Reading, from: number, to: number): boolean {
  return reading.words.every(({ at, surface, lemma, capital }, i) => {
    if (at.from < from || at.to > to) return true
    if (surface === 'our' || riddles.has(surface) || riddles.has(lemma) || reading.isUnlisted(i)) return false
    return !capital || i === 0
  })
}

const singular = new Set(['it', 'this'])
const plural = new Set(['they', 'these'])

/** "A fever is part of the plan. It slows down viruses": a pronoun that opens a sentence stands for the subject of the one before, and acts as that does. */
export function withResolvedPronoun(
  effect: Effect,
  sentence: Sentence,
  earlier: readonly Sentence[],
  subjectOf: (index: number) => Agent,
): Effect {
  const { agent } = effect
  if (effect.silent || agent.kind !== 'pronoun' || !agent.at) return effect
  const word = sentence.tokens.find((token) => token.at.from === agent.at!.from)?.surface ?? ''
  if ((!singular.has(word) && !plural.has(word)) || agent.at.from > sentence.at.from + farthestPronoun) return effect
  for (let i = earlier.length - 1; i >= 0 && i >= earlier.length - mostSteps; i--) {
    const before = earlier[i]!
    if (before.kind === 'question') return effect
    const subject = subjectOf(i)
    // "Calcium does more than harden bone. It makes muscles contract": whether it is sold the page decides
    if (subject.kind === 'ingredient') return { ...effect, agent: subject }
    if (before.concepts.some(isSold)) return effect
    if (subject.kind === 'pronoun') continue
    if (subject.kind !== 'other' || !subject.at) return effect
    const isPerson = subject.why === 'person' || subject.why === 'seller'
    if (isPerson ? !plural.has(word) : !agrees(before, subject.at.to, word)) return effect
    return { ...effect, agent: { kind: 'other', why: subject.why!, at: agent.at }, silent: 'other-agent' }
  }
  return effect
}

const farthestPronoun = 12
const mostSteps = 4

/** "Cells" are "they", and "a fever" is "it"; of two nouns joined the pronoun is "they". */
function agrees({ tokens }: Sentence, end: number, word: string): boolean {
  const verb = tokens.find(({ at }) => at.from >= end)?.surface ?? ''
  const isMany = many.has(verb) ? true : one.has(verb) ? false : !/[^s]s$/.test(verb)
  return isMany === plural.has(word)
}
const many = new Set(['are', 'were', 'have', 'do'])
const one = new Set(['is', 'was', 'has', 'does'])
