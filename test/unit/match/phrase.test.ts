import { describe, expect, it } from 'vitest'
import type { ConceptHit, Token } from '../../../src/core/sentence.js'
import { PhraseSentence, PhraseSyntaxError, parsePhrase } from '../../../src/match/phrase.js'
import type { ConceptRow } from '../../../src/match/schema.js'

const concepts = new Map<string, ConceptRow>([
  ['disease.migraine', { id: 'disease.migraine', type: 'disease' }],
  ['function.sleep', { id: 'function.sleep', type: 'function' }],
])

/** Words as tokens; a word like `migraines=migraine` has its dictionary form behind the sign, `#concept` marks a hit. */
function sentence(words: string): PhraseSentence {
  const tokens: Token[] = []
  const hits: ConceptHit[] = []
  let from = 0
  for (const [index, word] of words.split(' ').entries()) {
    const [form, concept] = word.split('#') as [string, string?]
    const [surface, lemma] = form.split('=') as [string, string?]
    const at = { from, to: from + surface.length }
    tokens.push({ at, surface, lemma: lemma ?? surface, pos: /^\W+$/.test(surface) ? 'symbol' : 'other' })
    if (concept) hits.push({ concept, at, first: index, last: index, surface: 0 })
    from = at.to + 1
  }
  return new PhraseSentence({ tokens, concepts: hits }, { concepts, isFiller: (t) => ['your', 'those', 'painful'].includes(t.surface) })
}
const found = (pattern: string, words: string) =>
  sentence(words)
    .matches(parsePhrase(pattern))
    .map((m) => [m.first, m.last])

describe('phrase patterns', () => {
  it('match surfaces and dictionary forms, and with = only the form itself', () => {
    expect(found('say goodbye', 'says=say goodbye')).toEqual([[0, 1]])
    expect(found('=say goodbye', 'says=say goodbye')).toEqual([])
  })

  it('take alternatives and optional words', () => {
    expect(found('say|wave (a) goodbye', 'wave a goodbye say goodbye')).toEqual([
      [0, 2],
      [3, 4],
    ])
  })

  it('fill a slot by type, class or id prefix, over determiners and adjectives', () => {
    for (const slot of ['{disease}', '{bad}', '{disease.migraine}', '{x:ill}']) {
      expect(found(`no more ${slot}`, 'no more of')).toEqual([])
      expect(found(`no more ${slot}`, 'no more painful migraines#disease.migraine')).toEqual([[0, 3]])
    }
    expect(found('no more {disease}', 'no more sleep#function.sleep')).toEqual([])
    expect(found('no more {bad}', 'no more than your migraine#disease.migraine')).toEqual([])
  })

  it('bridge gaps up to their length', () => {
    expect(found('lose * pounds', 'lose up to ten pounds')).toEqual([[0, 4]])
    expect(found('lose * pounds', 'lose a b c d pounds')).toEqual([])
    expect(found('lose ** pounds', 'lose a b c d pounds')).toEqual([[0, 5]])
  })

  it('hold to the start and the end of the sentence, final punctuation aside', () => {
    expect(found('^ for {disease} $', 'for migraine#disease.migraine .')).toEqual([[0, 1]])
    expect(found('^ for {disease} $', 'not for migraine#disease.migraine')).toEqual([])
    expect(found('^ for {disease} $', 'for migraine#disease.migraine sufferers')).toEqual([])
    expect(found('for {disease} with|$', 'for migraine#disease.migraine .')).toEqual([[0, 1]])
    expect(found('for {disease} with|$', 'for migraine#disease.migraine with ginger')).toEqual([[0, 2]])
    expect(found('for {disease} with|$', 'for migraine#disease.migraine sufferers')).toEqual([])
  })

  it('refuse what is no pattern, saying what was found', () => {
    for (const bad of ['', '{disease', 'a|', '* **', '{}', '^', 'a (*) b']) expect(() => parsePhrase(bad)).toThrow(PhraseSyntaxError)
    expect(() => parsePhrase('say {disease')).toThrow(/"\{disease" opens a slot that does not close/)
  })
})
