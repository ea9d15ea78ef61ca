import { describe, expect, it } from 'vitest'
import type { Token } from '../../../src/core/sentence.js'
import { PhraseSentence, parsePhrase } from '../../../src/match/phrase.js'

/** Tokens of a text cut at `|`; a blank separates words that are written apart. */
function tokensOf(cut: string): Token[] {
  const tokens: Token[] = []
  let at = 0
  for (const word of cut.split(' ')) {
    for (const piece of word.split('|')) {
      tokens.push({ at: { from: at, to: at + piece.length }, surface: piece, lemma: piece, pos: 'other' })
      at += piece.length
    }
    at += 1
  }
  return tokens
}

function found(pattern: string, cut: string): string[] {
  const tokens = tokensOf(cut)
  const sentence = new PhraseSentence({ tokens, concepts: [] }, { concepts: new Map() })
  return sentence.matches(parsePhrase(pattern)).map(({ first, last }) =>
    tokens
      .slice(first, last + 1)
      .map((token) => token.surface)
      .join(' '),
  )
}

describe('a pattern word over several tokens', () => {
  it('matches whether or not the analyser cuts it', () => {
    expect(found('no side-effects', 'no side-effects ever')).toEqual(['no side-effects'])
    expect(found('no side-effects', 'no side|-|effects ever')).toEqual(['no side - effects'])
    expect(found('二重盲検 試験', '二重|盲検|試験|で')).toEqual(['二重 盲検 試験'])
  })
  it('does not cross a blank', () => {
    expect(found('no side-effects', 'no side - effects')).toEqual([])
  })
  it('begins and ends at the edges of tokens', () => {
    expect(found('効果', '無効|果実')).toEqual([])
    expect(found('効果', '効|果実')).toEqual([])
  })
})

describe('a number in a pattern', () => {
  it('is written in digits, with a comma or a point, or in kanji', () => {
    expect(found('#% higher', '47|% higher')).toEqual(['47 % higher'])
    expect(found('#% higher', '47% higher')).toEqual(['47% higher'])
    expect(found('lose # pounds', 'lose 1,200 pounds')).toEqual(['lose 1,200 pounds'])
    expect(found('#% up', '9|.|5|% up')).toEqual(['9 . 5 % up'])
    expect(found('#倍', '三|倍')).toEqual(['三 倍'])
  })
  it('is not any other word', () => {
    expect(found('lose # pounds', 'lose many pounds')).toEqual([])
    expect(found('#%', '%|%')).toEqual([])
  })
})
