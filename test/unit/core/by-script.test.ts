import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { byScript } from '../../../src/core/by-script.js'

const patterns = [
  /[\p{L}\p{N}][\p{L}\p{N}\p{M}’'-]*|&/gu,
  /(?<![\p{L}\p{N}.'’&/-])(\p{Lu}\p{Ll}{2,})(?![\p{L}\p{N}])[®™]?/gu,
  /[^\p{L}\p{Lo}\p{Nd}]+|\[\p{Lu}\]|\\\p{L}/gu,
  /(?:\p{sc=Han}{2,4}|[\p{sc=Katakana}\p{sc=Hiragana}ー・A-Z.]{2,8}|\p{sc=Latin}{3})[)\]]?/gu,
  /^\p{Lo}|\p{M}$|\p{Ll}+$/gmu,
]
const printed = fc.constantFrom(...'aAzZéÉÿßµªº×÷²³¼½09 \n.,;:()[]\\-–—“”‘’†‡…•®™&/^$', '\u00ad', '\u2028', '\u206f')
const japanese = fc.oneof(printed, fc.constantFrom(...'睡眠々カナｶﾞかなゝ。、「」ーＡｂ９→★〇\u3099'))
const any = fc.oneof(japanese, fc.constantFrom(...'①Ⅷʼ\u0301ŸΜ', '😀', 'Ω'))

describe('a pattern cut down to what English is printed with', () => {
  it('matches the same in every text', () => {
    for (const pattern of patterns) {
      const of = byScript(pattern)
      const same = (text: string): void => {
        expect([...text.matchAll(of(text))].map(String)).toEqual([...text.matchAll(pattern)].map(String))
      }
      fc.assert(fc.property(fc.array(printed, { maxLength: 24 }), (letters) => same(letters.join(''))))
      fc.assert(fc.property(fc.array(japanese, { maxLength: 24 }), (letters) => same(letters.join(''))))
      fc.assert(fc.property(fc.array(any, { maxLength: 24 }), (letters) => same(letters.join(''))))
    }
  })

  it('knows each character of each class', () => {
    const all = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code))
    for (const name of ['L', 'Lu', 'Ll', 'Lo', 'N', 'Nd', 'M', 'sc=Latin', 'sc=Han', 'sc=Katakana', 'sc=Hiragana']) {
      const wide = new RegExp(`^\\p{${name}}$`, 'u')
      const of = byScript(wide)
      const wrong = all.filter((letter) => of(letter) !== wide && of(letter).test(letter) !== wide.test(letter))
      expect({ name, wrong }).toEqual({ name, wrong: [] })
    }
  })

  it('is another one for Latin-1 only, made once', () => {
    const of = byScript(/\p{Lu}/u)
    expect(of('Ginger – “root”')).not.toBe(of('生姜'))
    expect(of('生姜')).not.toBe(of('Ω'))
    expect(of('a')).toBe(of('É'))
    expect(of('Ġ').source).toBe(String.raw`\p{Lu}`)
  })

  it('says no to what it cannot cut down', () => {
    expect(() => byScript(/\p{Lu}/iu)('a')).toThrow('narrowed')
    expect(() => byScript(/\P{L}/u)('a')).toThrow('narrowed')
    expect(() => byScript(/\p{P}/u)('a')).toThrow('narrowed')
  })
})
