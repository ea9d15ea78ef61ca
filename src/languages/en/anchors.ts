import type { PhrasePattern } from '../../match/schema.js'
import type { Word } from './tokens.js'
import { auxiliaries, coordinators, determiners, doForms, haveForms, prepositions, pronouns, subordinators } from './words.js'

/** What a word of a sentence may be filed under. */
export function* keysOf(words: readonly Word[]): Iterable<string> {
  for (const { surface, lemma } of words) {
    yield surface
    if (lemma !== surface) yield lemma
  }
}

/** The required element of plain words that stands in the fewest sentences: no words of grammar among them if possible, then as few as possible. */
export function anchorOf(pattern: PhrasePattern): readonly string[] | undefined {
  let best: string[] | undefined
  let cost = Number.POSITIVE_INFINITY
  for (const element of pattern.elements) {
    if (element.kind !== 'word' || element.optional) continue
    const words = element.words.map((word) => (word.startsWith('=') ? word.slice(1) : word))
    if (words.some((word) => !/^[a-z']+$/.test(word) && !/^[^\p{L}\p{N}#*]$/u.test(word))) continue
    const costHere = words.length + (words.some(isGrammar) ? 1000 : 0)
    if (costHere >= cost) continue
    best = words
    cost = costHere
  }
  return best
}

const isGrammar = (word: string): boolean =>
  !/[a-z]/.test(word) ||
  [determiners, prepositions, pronouns, auxiliaries, coordinators, subordinators, haveForms, doForms].some((words) => words.has(word))
