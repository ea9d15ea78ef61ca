import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { identityMap, TextBuilder } from '../../../src/core/source-map.js'

/** `a &amp; b` read as `a & b`, with a joined line after it: `c\r\n> d` read as `c\nd`. */
function sample() {
  const source = 'a &amp; bc\r\n> d'
  const builder = new TextBuilder()
  builder.identical('a ', 0)
  builder.replaced('&', 2, 7)
  builder.identical(' bc', 7)
  builder.replaced('\n', 10, 14)
  builder.identical('d', 14)
  return { source, text: builder.text, map: builder.map() }
}

describe('a source map', () => {
  it('converts inside identical runs letter by letter', () => {
    const { text, map } = sample()
    expect(text).toBe('a & bc\nd')
    expect(map.toSource({ from: 4, to: 6 })).toEqual({ start: 8, end: 10 })
  })

  it('never cuts a replaced run: a span that touches it covers the whole of it', () => {
    const { source, map } = sample()
    const { start, end } = map.toSource({ from: 2, to: 3 })
    expect(source.slice(start, end)).toBe('&amp;')
    expect(map.toSource({ from: 5, to: 8 })).toEqual({ start: 9, end: 15 })
  })

  it('knows which stretches are safe to edit', () => {
    const { map } = sample()
    expect(map.isOneRun({ from: 3, to: 6 })).toBe(true)
    expect(map.isOneRun({ from: 1, to: 4 })).toBe(false)
    expect(map.isOneRun({ from: 5, to: 8 })).toBe(false)
  })

  it('puts a caret right after the letter before it', () => {
    const { map } = sample()
    expect(map.toSource({ from: 6, to: 6 })).toEqual({ start: 10, end: 10 })
    expect(map.toSource({ from: 3, to: 3 })).toEqual({ start: 7, end: 7 })
    expect(map.toSource({ from: 0, to: 0 })).toEqual({ start: 0, end: 0 })
  })

  it('reports a block that could not be aligned as a whole and never as editable', () => {
    const builder = new TextBuilder()
    builder.identical('abc', 5)
    builder.markApproximate()
    const map = builder.map()
    expect(map.toSource({ from: 1, to: 2 })).toEqual({ start: 5, end: 8 })
    expect(map.isOneRun({ from: 1, to: 2 })).toBe(false)
  })

  it('is the identity, shifted, for text that is its own source', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.nat(50), fc.nat(), fc.nat(), (text, start, a, b) => {
        const from = a % text.length
        const to = from + 1 + (b % (text.length - from))
        expect(identityMap(text, start).toSource({ from, to })).toEqual({ start: start + from, end: start + to })
      }),
    )
  })
})
