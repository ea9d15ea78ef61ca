import type { Form, JapaneseLexicon } from './lexicon.js'
import type { Stretch } from './split.js'
import type { Morpheme, Tokenizer } from './tokenizer/index.js'

/** A morpheme of a sentence, in offsets of the folded text. Blanks are no words. */
export interface Word {
  readonly from: number
  readonly to: number
  readonly surface: string
  /** Dictionary form, lower case. */
  readonly base: string
  /** IPADIC's first two levels: `名詞,サ変接続`. */
  readonly pos: string
  /** First level alone. */
  readonly kind: string
  /** Second level alone. */
  readonly detail: string
  /** IPADIC's conjugation form, `*` for what does not conjugate. */
  readonly form: string
  /** A blank stands before it. */
  readonly isSpaced: boolean
}

/** What words read written together; `from` and `to` as in `slice`. */
export const surfacesOf = (words: readonly Pick<Word, 'surface'>[], from?: number, to?: number): string =>
  words
    .slice(from, to)
    .map(({ surface }) => surface)
    .join('')

/** The words of one sentence. Unknown katakana runs are cut where all of their pieces are known words. */
export function wordsOf(text: string, at: Stretch, tokenizer: Tokenizer, lexicon: JapaneseLexicon): Word[] {
  const words: Word[] = []
  let isSpaced = false
  for (const morpheme of morphemesOf(text.slice(at.from, at.to), tokenizer, lexicon)) {
    if (morpheme.surface.trim() === '') {
      isSpaced = true
      continue
    }
    for (const piece of piecesOf(morpheme, lexicon)) {
      words.push(toWord(piece, at.from, isSpaced))
      isSpaced = false
    }
  }
  return words
}

/**
 * The dictionary's cut, corrected where it runs through the end of a known word with okurigana (手洗|いとう|がい for 手洗いとうがい):
 * what follows the word is cut anew. At most three times a sentence.
 */
function morphemesOf(text: string, tokenizer: Tokenizer, lexicon: JapaneseLexicon): readonly Morpheme[] {
  let morphemes = withAilment(text, withTopic(withoutRuns(text, tokenizer)), tokenizer, lexicon)
  for (let round = 0; round < 3; round++) {
    const split = brokenWord(text.toLowerCase(), morphemes, lexicon)
    if (!split) break
    const [index, end] = split
    const { start } = morphemes[index]!
    const known: Morpheme = {
      ...morphemes[index]!,
      surface: text.slice(start, end),
      base: text.slice(start, end),
      pos: '名詞,一般,*,*',
      conjugationForm: '*',
      end,
    }
    const particle = particleAt(text, end, lexicon)
    const next = particle ? end + 1 : end
    const rest = tokenizer.tokenize(text.slice(next)).map((m) => ({ ...m, start: m.start + next, end: m.end + next }))
    morphemes = [...morphemes.slice(0, index), known, ...(particle ? [particle] : []), ...rest]
  }
  return morphemes
}

/** 飲|むのはおやめください: a run of kana that the dictionary gave up on is cut anew from the word before it, as behind a particle. */
function withoutRuns(text: string, tokenizer: Tokenizer): readonly Morpheme[] {
  const morphemes = tokenizer.tokenize(text)
  const run = morphemes.findIndex(({ surface, pos }, i) => i > 0 && pos.startsWith('名詞') && /^[ぁ-ん]{6,}$/.test(surface))
  if (run < 0) return morphemes
  const { start } = morphemes[run - 1]!
  const rest = tokenizer.tokenize(`に${text.slice(start)}`).slice(1)
  return [...morphemes.slice(0, run - 1), ...rest.map((m) => ({ ...m, start: m.start + start - 1, end: m.end + start - 1 }))]
}

/** もしも|の|もらい, が|と|びひになった: an ailment written in kana, which the dictionary cuts elsewhere. */
function withAilment(text: string, morphemes: readonly Morpheme[], tokenizer: Tokenizer, lexicon: JapaneseLexicon): readonly Morpheme[] {
  const edges = new Set([...morphemes.map((m) => m.start), text.length])
  for (let start = 0; start < text.length - 2; start++) {
    const end = ailmentEnd(text, start, lexicon)
    if (end === undefined || (edges.has(start) && edges.has(end))) continue
    const surface = text.slice(start, end)
    const name = { surface, base: surface, pos: '名詞,一般,*,*', conjugationType: '*', conjugationForm: '*', start, end }
    // behind a noun, so that what follows is read as a particle
    const rest = tokenizer.tokenize(`虫${text.slice(end)}`).slice(1)
    return [
      ...tokenizer.tokenize(text.slice(0, start)),
      name,
      ...rest.map((m) => ({ ...m, start: m.start + end - 1, end: m.end + end - 1 })),
    ]
  }
  return morphemes
}

/** Where an ailment ends that begins here, between what may stand before a noun and behind one. */
function ailmentEnd(text: string, from: number, lexicon: JapaneseLexicon): number | undefined {
  if (!/^[ぁ-ん]{3}/.test(text.slice(from, from + 3))) return undefined
  if (!/(?:^|[^ぁ-ん]|[がはをにのでとやもへ]|もし|また|よく|すぐ)$/.test(text.slice(0, from)) || /[そこあ]の$/.test(text.slice(0, from)))
    return undefined
  for (const { text: name, row, entry } of lexicon.formsAt(text, from)) {
    if (!/^(?:disease|symptom)$/.test(row.type) || entry.weak || !/^(?:[ぁ-ん]{4,}|とびひ)$/.test(name) || !text.startsWith(name, from))
      continue
    if (/^(?:$|[^ぁ-ん]|[がはをにのでとやもへ]|から|など|だ|な[らのど]|いらず|しらず)/.test(text.slice(from + name.length)))
      return from + name.length
  }
  return undefined
}

/** 薬|はいり|ません: behind a noun, は and いる (not to be needed) are two words. */
function withTopic(morphemes: readonly Morpheme[]): readonly Morpheme[] {
  const at = morphemes.findIndex(
    ({ surface, base }, i) =>
      /^はい[りら]$/.test(surface) &&
      base === 'はいる' &&
      i > 0 &&
      /^名詞/.test(morphemes[i - 1]!.pos) &&
      /^(?:ませ|な|ぬ|ん)/.test(morphemes[i + 1]?.surface ?? ''),
  )
  if (at < 0) return morphemes
  const verb = morphemes[at]!
  return [
    ...morphemes.slice(0, at),
    { ...verb, surface: 'は', base: 'は', pos: '助詞,係助詞,*,*', conjugationType: '*', conjugationForm: '*', end: verb.start + 1 },
    { ...verb, surface: verb.surface.slice(1), base: 'いる', start: verb.start + 1 },
    ...morphemes.slice(at + 1),
  ]
}

/** 手洗い|と|うがい: one particle between two known words. */
function particleAt(text: string, at: number, lexicon: JapaneseLexicon): Morpheme | undefined {
  const surface = text[at] ?? ''
  if (!'とやもはがをにの'.includes(surface) || surface === '') return undefined
  const lower = text.toLowerCase()
  const isKnown = [...lexicon.formsAt(lower, at + 1)].some((form) => form.text.length >= 3 && lower.startsWith(form.text, at + 1))
  if (!isKnown) return undefined
  const pos = 'とや'.includes(surface) ? '助詞,並立助詞,*,*' : 'はも'.includes(surface) ? '助詞,係助詞,*,*' : '助詞,格助詞,*,*'
  return { surface, base: surface, pos, conjugationType: '*', conjugationForm: '*', start: at, end: at + 1 }
}

function brokenWord(lower: string, morphemes: readonly Morpheme[], lexicon: JapaneseLexicon): readonly [number, number] | undefined {
  const edges = new Set(morphemes.map((m) => m.start))
  for (const [index, { start }] of morphemes.entries()) {
    for (const form of lexicon.formsAt(lower, start)) {
      const end = start + form.text.length
      if (end >= lower.length || edges.has(end) || !(isWithOkurigana(form.text) || isActCutByVerb(form, end, morphemes))) continue
      if (lower.startsWith(form.text, start) && !form.entry.exact) return [index, end]
    }
  }
  return undefined
}

const isWithOkurigana = (text: string): boolean => text.length >= 3 && /[\u4e00-\u9fff].*[ぁ-ん]$/.test(text)

/** 完|治し for 完治|し */
const isActCutByVerb = ({ row, text }: Form, end: number, morphemes: readonly Morpheme[]): boolean =>
  row.type === 'act' &&
  /^[\u4e00-\u9fff]{2,}$/.test(text) &&
  morphemes.some((m) => m.start < end && end < m.end && m.pos.startsWith('動詞'))

function toWord(m: Morpheme, offset: number, isSpaced: boolean): Word {
  const [first = '名詞', second = '*'] = m.pos.split(',')
  // IPADIC takes unknown signs for nouns
  const isSign = !/[\p{L}\p{N}]/u.test(m.surface)
  const kind = isSign ? '記号' : first
  const detail = isSign ? (first === '記号' ? second : '一般') : second
  return {
    from: offset + m.start,
    to: offset + m.end,
    surface: m.surface,
    base: m.base.toLowerCase(),
    pos: `${kind},${detail}`,
    kind,
    detail,
    form: m.conjugationForm,
    isSpaced,
  }
}

/** リウマケア -> リウマ + ケア: a katakana noun is cut only when known words cover all of it. */
function piecesOf(m: Morpheme, lexicon: JapaneseLexicon): readonly Morpheme[] {
  // インフル・コロナ・ノロ: an unknown run of katakana with dots in it is a list
  if (
    m.surface.length <= 60 &&
    m.surface.includes('・') &&
    /^[ァ-ヺー・]+$/.test(m.surface) &&
    lexicon.piecesAt(m.surface, 0)[0] !== m.surface
  )
    return dotted(m, lexicon)
  if (m.surface.length < 4 || m.surface.length > 40 || !m.pos.startsWith('名詞') || !/^[ァ-ヺー]+$/.test(m.surface)) return [m]
  if (lexicon.piecesAt(m.surface, 0)[0] === m.surface) return [m]
  const cuts = cover(m.surface, lexicon)
  if (!cuts) return [m]
  let start = 0
  return cuts.map((surface) => {
    const piece: Morpheme = { ...m, surface, base: surface, start: m.start + start, end: m.start + start + surface.length }
    start += surface.length
    return piece
  })
}

function dotted(m: Morpheme, lexicon: JapaneseLexicon): readonly Morpheme[] {
  const pieces: Morpheme[] = []
  let start = m.start
  for (const surface of m.surface.split(/(・)/)) {
    if (surface === '') continue
    const end = start + surface.length
    const piece: Morpheme = { ...m, surface, base: surface, start, end, ...(surface === '・' && { pos: '記号,一般,*,*' }) }
    pieces.push(...(surface === '・' ? [piece] : piecesOf(piece, lexicon)))
    start = end
  }
  return pieces
}

/** Known words that make up the text, the longest first; undefined when there are none. Each place is tried once. */
function cover(text: string, lexicon: JapaneseLexicon): string[] | undefined {
  const dead = new Set<number>()
  const from = (at: number): string[] | undefined => {
    if (at === text.length) return []
    if (dead.has(at)) return undefined
    for (const piece of lexicon.piecesAt(text, at)) {
      const rest = from(at + piece.length)
      if (rest) return [piece, ...rest]
    }
    dead.add(at)
    return undefined
  }
  return from(0)
}
