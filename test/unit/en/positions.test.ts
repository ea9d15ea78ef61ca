import { describe, expect, it } from 'vitest'
import { claimsOf, effectsOf, sentencesOf, wordsOf } from './analyzer.js'

describe('positions of English effects', () => {
  const before = [
    '',
    '🍒🍒 ',
    '“Quoted.” ',
    'Caf\u00e9 na\u00efve\u2014yes. ',
    '𠮷 ',
    'First line\nand more.\n',
    '\ufeff',
    'ﬁne ＡＢＣ. ',
    '    ',
    '👩‍⚕️ It’s here. ',
  ]

  it.each(before)('equal the words after %j', (prefix) => {
    const text = `${prefix}It relieves joint pain.`
    const [effect] = claimsOf(text)
    expect(effect && wordsOf(text, effect)).toEqual(['relieves joint pain'])
    expect(effect?.target && text.slice(effect.target.at.from, effect.target.at.to)).toBe('joint pain')
    expect(effect && text.slice(effect.act.at.from, effect.act.at.to)).toBe('relieves')
  })

  it('span a soft break as it stands in the text', () => {
    const text = 'This blend of roots and leaves relieves the\nstiffness of arthritis in old hands.'
    const [effect] = claimsOf(text)
    expect(effect && wordsOf(text, effect)).toEqual(['relieves the\nstiffness of arthritis'])
  })

  it('count a blanked marker as blanks', () => {
    const text = 'Magnesium helps prevent     migraine.'
    expect(effectsOf(text).map((effect) => wordsOf(text, effect))).toContainEqual(['prevent     migraine'])
  })

  it('are those of the words as written, not as folded', () => {
    const text = 'It’s proven: ginger ＣＵＲＥＳ Alzheimer’s disease!'
    const [effect] = claimsOf(text)
    expect(effect && wordsOf(text, effect)).toEqual(['ＣＵＲＥＳ Alzheimer’s disease'])
  })

  it('lie inside their sentence, and sentences do not overlap', () => {
    const text = 'My knees hurt for years… Dr. Lee (U.S.) said “try it”! I was pain free within 2.5 weeks. Vitamin C. It helps.\n\nNew one'
    const sentences = sentencesOf(text)
    let end = 0
    for (const sentence of sentences) {
      expect(sentence.at.from).toBeGreaterThanOrEqual(end)
      end = sentence.at.to
      expect(text.slice(sentence.at.from, sentence.at.to).trim()).toBe(text.slice(sentence.at.from, sentence.at.to))
    }
    expect(sentences.map((s) => text.slice(s.at.from, s.at.to))).toEqual([
      'My knees hurt for years…',
      'Dr. Lee (U.S.) said “try it”!',
      'I was pain free within 2.5 weeks.',
      'Vitamin C.',
      'It helps.',
      'New one',
    ])
  })
})

it('says what every sentence is, also of one that nothing wakes and the next one rejects', () => {
  const text = 'The shop opens at nine and Monday is Arthrigone day. That is not true, and we regret it. It does not. It closes at six.'
  for (const sentence of sentencesOf(text)) {
    expect(sentence.cues).toBeInstanceOf(Array)
    expect(sentence.clauses.length).toBeGreaterThan(0)
    expect(['statement', 'fragment', 'question', 'imperative']).toContain(sentence.kind)
  }
})
