import type { Hit } from './hit.js'
import type { JapaneseLexicon } from './lexicon.js'
import { potentialOf } from './potential.js'
import type { Word } from './words.js'

/** Words of a part at most: 足|の|裏. */
const longestPart = 3
/** Adverbs stepped over between a part and its sign. */
const mostAdverbs = 2

const cases = /^(?:が|も|は|の|を|に|から|って|まで)$/

/**
 * Complaints of a part of the body, whichever way round they are told: 腰がビリビリ痛む, 腫れた指, 上がらない肩. A sign that is denied where it describes
 * the part (痛まない膝, 詰まりにくい血管) is marked by itself, so that its negator is seen.
 */
export function complaintsOf(words: readonly Word[], lexicon: JapaneseLexicon): Hit[] {
  const row = lexicon.row('symptom.complaint')
  if (!row) return []
  const found: Hit[] = []
  const add = (first: number, last: number) => found.push({ row, surface: -1, first, last, isWeak: false, byBase: true })
  for (let first = 0; first < words.length; first++) {
    for (const { last, kind } of partsAt(words, first, lexicon)) {
      const end = signAfter(words, last, kind, lexicon)
      if (end !== undefined) add(first, end)
      const start = signBefore(words, first, kind, lexicon)
      if (start) add(start.first, start.isDenied ? start.last : last)
    }
  }
  return found
}

interface Part {
  readonly last: number
  /** limb, eye, skin …: which signs it may have. */
  readonly kind: string
}

function* partsAt(words: readonly Word[], first: number, lexicon: JapaneseLexicon): Iterable<Part> {
  let text = ''
  for (let last = first; last < Math.min(words.length, first + longestPart); last++) {
    text += words[last]!.surface
    for (const kind of lexicon.complaints.get(text) ?? []) yield { last, kind }
  }
}

const isOn = (word: Word | undefined, list: ReadonlySet<string>): boolean =>
  word !== undefined && (list.has(word.surface) || list.has(word.base))

/** The last word of what is wrong with a part that ends at `last`; undefined when nothing is. */
function signAfter(words: readonly Word[], last: number, kind: string, lexicon: JapaneseLexicon): number | undefined {
  const signs = lexicon.list(`complaint.${kind}.sign`)
  const fails = lexicon.list(`complaint.${kind}.fail`)
  let i = last + 1
  const hasCase = cases.test(words[i]?.surface ?? '')
  if (hasCase) i++
  // 頭|ガンガン: only a sound word needs no particle
  else if (!/^(?:名詞|副詞)$/.test(words[i]?.kind ?? '')) return undefined
  for (let adverbs = 0; ; i++) {
    const word = words[i]
    // イガイ|ガ: a sound word that the dictionary does not know
    if (word && words[i + 1] && signs.has(word.surface + words[i + 1]!.surface)) return i + 1
    // ビリビリ|痛む
    if (isOn(word, signs)) return isOn(words[i + 1], signs) && /^(?:動詞|形容詞)$/.test(words[i + 1]!.kind) ? i + 1 : i
    const negator = failsAt(word, fails) ? negatorAfter(words, i) : undefined
    if (negator !== undefined) return negator
    if (!word || !isAdverb(words, i) || adverbs++ === mostAdverbs) return undefined
    // 急|に, カクン|と
    if (/^(?:に|と)$/.test(words[i + 1]?.surface ?? '') && !isOn(words[i + 1], signs)) i++
  }
}

/** What describes a part that begins at `first`: 腫れ|た, ボコボコ|の, 曲がら|なかっ|た, 詰まり|にくい. */
function signBefore(
  words: readonly Word[],
  first: number,
  kind: string,
  lexicon: JapaneseLexicon,
): { readonly first: number; readonly last: number; readonly isDenied: boolean } | undefined {
  const signs = lexicon.list(`complaint.${kind}.sign`)
  const fails = lexicon.list(`complaint.${kind}.fail`)
  for (let i = first - 1; i >= 0 && i >= first - 6; i--) {
    const word = words[i]!
    const between = words.slice(i + 1, first)
    if (failsAt(word, fails)) {
      const isDenied = between.some(isNegator)
      return isDenied && between.every(isEnding) ? { first: i, last: i, isDenied: false } : undefined
    }
    if (isOn(word, signs)) {
      if (
        word.kind === '名詞' &&
        !/^(?:の|な|した|して|する|だった|になった|とした|がある|が出る)/.test(between.map((w) => w.surface).join(''))
      )
        return undefined
      return between.every(isEnding) ? { first: i, last: i, isDenied: between.some(isNegator) } : undefined
    }
    if (!isEnding(word)) return undefined
  }
  return undefined
}

const isNegator = (word: Word): boolean => /^(?:ない|ぬ|ん|ず|にくい|づらい)$/.test(word.base)

/** What may stand between a sign and the part it describes. */
const isEnding = (word: Word): boolean =>
  word.kind === '助動詞' ||
  (word.kind === '助詞' && /^(?:て|で|の|と|は|も|に)$/.test(word.surface)) ||
  /^(?:いる|くる|しまう|する|なる|れる|られる|にくい|づらい|切る|きる|ない|始める|はじめる|がち|っぱなし)$/.test(word.base)

/** The negator of a verb: within its auxiliaries. */
function negatorAfter(words: readonly Word[], verb: number): number | undefined {
  for (let i = verb + 1; i < Math.min(words.length, verb + 4); i++) {
    const word = words[i]!
    if (isNegator(word) || word.surface === 'ませ') return word.surface === 'ませ' ? i + 1 : i
    if (!/^(?:れる|られる|できる|は|も|する|き)$/.test(word.base)) return undefined
  }
  return undefined
}

const isAdverb = (words: readonly Word[], at: number): boolean => {
  const { kind, detail, form, surface } = words[at]!
  if (kind === '副詞' || surface === '、') return true
  if (kind === '形容詞') return form.startsWith('連用')
  return (
    kind === '名詞' &&
    (/^(?:副詞可能|形容動詞語幹|一般|数|接尾)$/.test(detail) || /^[ァ-ヺー]+$/.test(surface)) &&
    /^(?:に|と)$/.test(words[at + 1]?.surface ?? '')
  )
}

/** 曲げる, 曲げられる, 握れる. */
const failsAt = (word: Word | undefined, fails: ReadonlySet<string>): boolean =>
  isOn(word, fails) || (word?.kind === '動詞' && fails.has(potentialOf(word.base) ?? ''))
