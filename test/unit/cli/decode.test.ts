import { describe, expect, it } from 'vitest'
import { decode } from '../../../src/cli/decode.js'

const bytes = (...values: number[]) => Uint8Array.from(values)

// 「これは治療です。」 in three encodings, from the tables of JIS X 0208.
const shiftJis = bytes(0x82, 0xb1, 0x82, 0xea, 0x82, 0xcd, 0x8e, 0xa1, 0x97, 0xc3, 0x82, 0xc5, 0x82, 0xb7, 0x81, 0x42)
const eucJp = bytes(0xa4, 0xb3, 0xa4, 0xec, 0xa4, 0xcf, 0xbc, 0xa3, 0xce, 0xc5, 0xa4, 0xc7, 0xa4, 0xb9, 0xa1, 0xa3)
const jis = Uint8Array.from([0x1b, 0x24, 0x42, ...eucJp.map((byte) => byte & 0x7f), 0x1b, 0x28, 0x42])
const text = 'これは治療です。'

describe('decode', () => {
  it.each([
    ['utf-8', new TextEncoder().encode(text), false],
    ['utf-8', Uint8Array.from([0xef, 0xbb, 0xbf, ...new TextEncoder().encode(text)]), true],
    ['utf-16le', Uint8Array.from([0xff, 0xfe, ...Buffer.from(text, 'utf16le')]), true],
    ['utf-16be', Uint8Array.from([0xfe, 0xff, ...Buffer.from(text, 'utf16le').swap16()]), true],
    ['shift_jis', shiftJis, false],
    ['euc-jp', eucJp, false],
    ['iso-2022-jp', jis, false],
  ])('reads %s', (encoding, input, bom) => {
    expect(decode(input)).toEqual({ text, encoding, bom })
  })

  it('keeps emoji, rare kanji and line ends as they are', () => {
    const mixed = '😀𠮷\r\na\rb\n'
    expect(decode(new TextEncoder().encode(mixed))?.text).toBe(mixed)
  })

  it('follows a declared charset where both readings are valid', () => {
    const head = new TextEncoder().encode('<meta charset="euc-jp">')
    expect(decode(Uint8Array.from([...head, ...eucJp]))?.encoding).toBe('euc-jp')
    const wrong = new TextEncoder().encode('<meta charset="utf-8">')
    expect(decode(Uint8Array.from([...wrong, ...shiftJis]))?.encoding).toBe('shift_jis')
  })

  it('tells half-width katakana in Shift_JIS from EUC-JP', () => {
    // 「ｱﾄﾋﾟｰを治す」: half-width bytes alone are valid EUC-JP kanji.
    const input = bytes(0xb1, 0xc4, 0xcb, 0xdf, 0xb0, 0x82, 0xf0, 0x8e, 0xa1, 0x82, 0xb7)
    expect(decode(input)).toEqual({ text: 'ｱﾄﾋﾟｰを治す', encoding: 'shift_jis', bom: false })
  })

  it.each([
    ['Latin-1', bytes(0x63, 0x61, 0x66, 0xe9, 0x0a)],
    ['a PNG', bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00)],
    ['UTF-8 cut in a letter', new TextEncoder().encode(text).subarray(0, 4)],
    ['UTF-16 cut in a pair', bytes(0xff, 0xfe, 0x3d, 0xd8)],
  ])('refuses %s', (_, input) => {
    expect(decode(input)).toBeUndefined()
  })

  it('reads an empty file', () => {
    expect(decode(bytes())).toEqual({ text: '', encoding: 'utf-8', bom: false })
  })
})
