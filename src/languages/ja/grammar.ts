import { type Chunk, isNominal, type Unit } from './chunks.js'
import type { Hit } from './hit.js'
import { isTarget, type JapaneseLexicon } from './lexicon.js'
import type { Word } from './words.js'

/** A sentence taken apart: words, concepts, phrases. */
export interface Grammar {
  readonly words: readonly Word[]
  readonly hits: readonly Hit[]
  readonly chunks: readonly Chunk[]
  readonly lexicon: JapaneseLexicon
}

/** A unit in its phrase. */
export interface Place {
  readonly chunk: Chunk
  readonly at: number
}

export const unitAt = ({ chunk, at }: Place): Unit => chunk.units[at]!
export const headOf = (chunk: Chunk): Place => ({ chunk, at: chunk.units.length - 1 })

export const isAct = (unit: Unit | undefined): boolean => unit?.hit?.row.type === 'act'
export const isTargetUnit = (unit: Unit | undefined): boolean => unit?.hit !== undefined && isTarget(unit.hit.row)

export const isNegator = (base: string, kind: string): boolean =>
  (kind === '助動詞' && /^(?:ない|ん|ぬ|まい|ず)$/.test(base)) ||
  (kind === '形容詞' && /^(?:ない|無い|にくい|づらい|がたい|難い)$/.test(base))

/** Verb or adjective, in whatever form. */
export const isVerbal = (unit: Unit): boolean => !isNominal(unit) && ['動詞', '形容詞', '助動詞'].includes(unit.word.kind)

/** 副詞, 連体詞, 接続詞, and adjectives before a noun: they stand between the parts of a phrase without being one. */
export function isModifier(chunk: Chunk): boolean {
  const head = chunk.units.at(-1)!
  if (head.hit?.row.type === 'qualifier') return true
  if (head.hit) return false
  // 健康的なレベル
  if (head.word.surface === '的' && chunk.tail[0]?.surface === 'な') return true
  if (['副詞', '連体詞', '接続詞', '感動詞', 'フィラー'].includes(head.word.kind)) return true
  if (head.word.kind === '形容詞') return chunk.boundary === 'adnominal' || /連用/.test(head.word.form)
  if (head.word.detail === '形容動詞語幹' || head.word.detail === '副詞可能') {
    return chunk.tail.length === 0 || /^(?:な|に|の)$/.test(chunk.tail[0]!.surface) || chunk.link === ''
  }
  return head.word.detail === '数' && chunk.link === ''
}

/** True when the phrases are parts of one list: や, と, か, も, a comma or a middle dot between nouns. */
export function isListed(chunk: Chunk): boolean {
  if (chunk.isPredicate) return false
  if (/^(?:や|と|か|も|やら|とか|なり)$/.test(chunk.link)) return true
  return chunk.link === '' && chunk.tail.some((w) => w.kind === '記号' && /[、・,，/／･]/.test(w.surface))
}
