import { byScript } from '../../core/by-script.js'
import type { Token } from '../../core/sentence.js'

/** A token with what reading English needs beside it. */
export interface Word extends Token {
  /** Joined to the word before it by a hyphen ("cholesterol-lowering"). The hyphen itself is no token. */
  readonly glued: boolean
  /** First letter is a capital in the text. */
  readonly capital: boolean
  /** As written. */
  readonly raw: string
  /** The name of a product, or a part of one (product-names.ts). */
  readonly isName?: boolean
}

const wordOrSymbol = byScript(/[\p{L}\p{M}\p{N}]+(?:['’ʼ][\p{L}]+)*|\S/gu)
const hyphens = new Set(['-', '‐', '‑', '\u00ad'])
const clitic = /^(.+)('s|'m|'re|'ve|'d|'ll)$/
const ascii = /^[\x20-\x7e]*$/

/** The form patterns compare: NFKC, lower case, straight apostrophe. */
export const fold = (raw: string): string => (ascii.test(raw) ? raw : raw.normalize('NFKC').replace(/[’ʼ‘]/g, "'")).toLowerCase()

/**
 * Cuts text into words and symbols. Offsets are into `text`. Hyphenated words are cut at the hyphen ("anti-inflammatory" is two words, the
 * second `glued`), possessive and verbal clitics are cut off ("body's", "it's"); "don't" stays one word. Lemma and part of speech are left
 * to `Vocabulary.describe`.
 */
export function tokenize(text: string, describe: (surface: string) => { readonly lemma: string; readonly pos: string }): Word[] {
  const words: Word[] = []
  let glue = false
  const push = (from: number, to: number, surface: string) => {
    const { lemma, pos } = describe(surface)
    const raw = text.slice(from, to)
    const first = raw.codePointAt(0) ?? 0
    const capital = (first >= 65 && first <= 90) || (first > 127 && /^\p{Lu}/u.test(raw))
    words.push({ at: { from, to }, surface, lemma, pos, glued: glue, capital, raw })
    glue = false
  }
  const pattern = wordOrSymbol(text)
  pattern.lastIndex = 0
  for (let found = pattern.exec(text); found; found = pattern.exec(text)) {
    const raw = found[0]
    const from = found.index
    const to = from + raw.length
    if (hyphens.has(raw) && isWordCharacter(text, from - 1) && isWordCharacter(text, to)) {
      glue = true
      continue
    }
    // the apostrophe of a plural owner ("singers' pastilles") is no quotation mark
    if ((raw === "'" || raw === '’') && isOwner(text, from)) continue
    // symbols keep their own shape when folding would make several of one ("…", "™")
    const folded = fold(raw)
    const surface = folded.length > 1 && !/[\p{L}\p{N}]/u.test(raw) ? raw : folded
    const parts = surface.includes("'") && surface.length === raw.length ? clitic.exec(surface) : null
    if (!parts?.[1] || !parts[2]) {
      push(from, to, surface)
      continue
    }
    const cut = to - parts[2].length
    push(from, cut, parts[1])
    push(cut, to, parts[2])
  }
  return words
}

/** After an s, before a blank, with no quotation mark open. */
function isOwner(text: string, at: number): boolean {
  if (text[at - 1] !== 's' || text[at + 1] !== ' ') return false
  return !/(?:^|[\s(])['‘][^'’]*$/.test(text.slice(Math.max(0, at - 200), at))
}

function isWordCharacter(text: string, index: number): boolean {
  const code = text.charCodeAt(index)
  if (code < 128) return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122)
  return code > 0xbf && index >= 0 && index < text.length && code !== 0x2014 && code !== 0x2013
}

/** The words of a pattern or a surface entry, cut as text is. */
export const wordsOf = (text: string): string[] => tokenize(text, () => ({ lemma: '', pos: '' })).map((word) => word.surface)
