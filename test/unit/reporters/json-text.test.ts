import { describe, expect, it } from 'vitest'
import { each, every, jsonText, Listed } from '../../../src/reporters/json-text.js'

const text = (value: unknown): string => [...jsonText(value)].join('')

describe('JSON in pieces', () => {
  it.each([
    ['an empty list', new Listed([]), []],
    ['a list', new Listed([1, 'a\nb', null, { a: [1] }]), [1, 'a\nb', null, { a: [1] }]],
    ['a list of lists', new Listed([new Listed([1]), new Listed([])]), [[1], []]],
    ['a field that is a list', { a: 1, gone: undefined, b: new Listed([{ c: [] }]) }, { a: 1, b: [{ c: [] }] }],
    ['lists of records with lists', new Listed([{ runs: new Listed([{ b: 'c\u2028d' }]) }]), [{ runs: [{ b: 'c\u2028d' }] }]],
    ['what has no list', { a: { b: [] } }, { a: { b: [] } }],
  ])('is what JSON.stringify has: %s', (_, written, whole) => {
    expect(text(written)).toBe(JSON.stringify(whole, null, 2))
  })

  it('asks for an item when the one before it is written', () => {
    const asked: number[] = []
    const pieces = jsonText(new Listed(each([1, 2], (n) => asked.push(n))))
    pieces.next()
    expect(asked).toEqual([1])
  })

  it('puts rows behind one another', () => {
    expect([...every(['a', 'b'], (letter, i) => [letter, i])]).toEqual(['a', 0, 'b', 1])
  })
})
