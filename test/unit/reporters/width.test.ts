import fc from 'fast-check'
import { expect, it } from 'vitest'
import { graphemes } from '../../../src/reporters/width.js'

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })

it('cuts a text into the letters that the segmenter of the platform sees', () => {
  const letters = fc.constantFrom(...'aé–’“…†®\u00adʼ€→™ \ufe0f\u200d\u0301👩👧🇯🇵がｶﾞ、漢か\u3099\n\r')
  const isCutAlike = (list: readonly string[]): void => {
    const text = list.join('')
    expect(graphemes(text)).toEqual(Array.from(segmenter.segment(text), ({ segment }) => segment))
  }
  fc.assert(fc.property(fc.array(letters, { maxLength: 16 }), isCutAlike))
  // long enough to come to the segmenter in pieces
  fc.assert(fc.property(fc.array(letters, { minLength: 700, maxLength: 1500 }), isCutAlike), { numRuns: 30 })
  const printed = Array.from({ length: 0x2200 }, (_, code) => String.fromCharCode(code)).filter((letter) =>
    /[\x20-\x7e\xa0-\u02ff\u2010-\u27ff]/.test(letter),
  )
  expect(graphemes(printed.join('')).join('|')).toBe(Array.from(segmenter.segment(printed.join('')), ({ segment }) => segment).join('|'))
})
