import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Token } from '../../../src/core/sentence.js'
import { PhraseSentence, parsePhrase } from '../../../src/match/phrase.js'
import { PhraseIndex } from '../../../src/match/phrase-index.js'
import type { ConceptRow } from '../../../src/match/schema.js'

const patterns = [
  'say|wave goodbye',
  '=left over',
  'prov* to',
  '#% higher',
  '(clinically) proven',
  'side effect',
  '二重盲検 試験',
  '100% safe',
  'no * risk',
  'e-mail|病気',
  '{disease.flu} gone',
  '{x:bad}',
  '{state.cold}',
  '{good}',
  '({disease}) prov*',
].map(parsePhrase)

const concepts = new Map<string, ConceptRow>([['disease.flu.bird', { id: 'disease.flu.bird', type: 'disease', also: ['state.cold.nose'] }]])

/** Every `risk` is a disease. */
const read = (tokens: readonly Token[]): PhraseSentence => {
  const hits = tokens.flatMap(({ surface, at }, i) =>
    surface === 'risk' ? [{ concept: 'disease.flu.bird', at, first: i, last: i, surface: 0 }] : [],
  )
  return new PhraseSentence({ tokens, concepts: hits }, { concepts })
}

const token = (surface: string, lemma: string, from: number, glued: boolean): Token => ({
  at: { from, to: from + surface.length },
  surface,
  lemma,
  pos: 'noun',
  glued,
})

/** Tokens of words that patterns are made of and of their pieces, with or without blanks between them. */
const sentences = fc
  .array(
    fc.record({
      surface: fc.constantFrom(
        'say',
        'goodbye',
        'left',
        'over',
        'proven',
        'to',
        '100',
        '%',
        'higher',
        'side',
        'effect',
        '二',
        '重盲検',
        '試験',
        'safe',
        'no',
        'risk',
        'e',
        'mail',
        '病',
        '気',
        '12',
        '-',
      ),
      lemma: fc.constantFrom(undefined, 'wave', 'prove', 'leave', '病気', 'safe'),
      blank: fc.boolean(),
      glued: fc.boolean(),
    }),
    { maxLength: 14 },
  )
  .map((pieces) => {
    let at = 0
    return pieces.map(({ surface, lemma, blank, glued }) => {
      at += blank || glued ? 1 : 0
      const made = token(surface, lemma ?? surface, at, glued)
      at = made.at.to
      return made
    })
  })

it('leaves out no pattern that matches, and keeps the order of those it gives', () => {
  const index = new PhraseIndex(patterns, (pattern) => pattern)
  fc.assert(
    fc.property(sentences, (tokens) => {
      const sentence = read(tokens)
      const candidates = index.candidates(sentence)
      expect(candidates).toEqual(patterns.filter((pattern) => candidates.includes(pattern)))
      const matching = patterns.filter((pattern) => sentence.matches(pattern).length > 0)
      expect(candidates).toEqual(expect.arrayContaining(matching))
    }),
    { numRuns: 3000 },
  )
})

it('gives a sentence only the patterns whose words stand in it', () => {
  const index = new PhraseIndex(patterns, (pattern) => pattern)
  const tokens = [token('side', 'side', 0, false), token('effect', 'effect', 5, false)]
  const sources = index.candidates(read(tokens)).map(({ source }) => source)
  expect(sources).toContain('side effect')
  expect(sources).not.toContain('=left over')
  expect(sources).not.toContain('e-mail|病気')
})
