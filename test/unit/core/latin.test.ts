import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { latin } from '../../../src/core/latin.js'

const patterns = [
  /[\p{L}\p{N}][\p{L}\p{N}\p{M}’'-]*|&/gu,
  /(?<![\p{L}\p{N}.'’&/-])(\p{Lu}\p{Ll}{2,})(?![\p{L}\p{N}])[®™]?/gu,
  /[^\p{L}\p{Lo}\p{Nd}]+|\[\p{Lu}\]|\\\p{L}/gu,
  /(?:\p{sc=Han}{2,4}|[\p{sc=Katakana}\p{sc=Hiragana}ー・A-Z.]{2,8}|\p{sc=Latin}{3})[)\]]?/gu,
  /^\p{Lo}|\p{M}$|\p{Ll}+$/gmu,
]
const printed = fc.constantFrom(...'aAzZéÉÿßµªº×÷²³¼½09 \n.,;:()[]\\-–—“”‘’†‡…•®™&/^$', '\u00ad', '\u2028', '\u206f')
const any = fc.oneof(printed, fc.constantFrom(...'睡眠カナかな。①Ⅷʼ\u0301ŸΜ', '😀', 'Ω'))

describe('a pattern cut down to what English is printed with', () => {
  it('matches the same in every text', () => {
    for (const pattern of patterns) {
      const of = latin(pattern)
      const same = (text: string): void => {
        expect([...text.matchAll(of(text))].map(String)).toEqual([...text.matchAll(pattern)].map(String))
      }
      fc.assert(fc.property(fc.array(printed, { maxLength: 24 }), (letters) => same(letters.join(''))))
      fc.assert(fc.property(fc.array(any, { maxLength: 24 }), (letters) => same(letters.join(''))))
    }
  })

  it('is another one for Latin-1 only, made once', () => {
    const of = latin(/\p{Lu}/u)
    expect(of('Ginger – “root”')).not.toBe(of('生姜'))
    expect(of('a')).toBe(of('É'))
    expect(of('Ġ').source).toBe(String.raw`\p{Lu}`)
  })

  it('says no to what it cannot cut down', () => {
    expect(() => latin(/\p{Lu}/iu)('a')).toThrow('narrowed')
    expect(() => latin(/\P{L}/u)('a')).toThrow('narrowed')
    expect(() => latin(/\p{P}/u)('a')).toThrow('narrowed')
  })
})
