import type { ConceptRow } from '../../match/schema.js'
import { complaintsOf } from './complaints.js'
import type { Hit } from './hit.js'
import { type Form, isTarget, type JapaneseLexicon } from './lexicon.js'
import { offeredName } from './offered-names.js'
import { openName } from './open-names.js'
import { potentialOf } from './potential.js'
import { surfacesOf, type Word } from './words.js'

/**
 * The concepts of a sentence: surfaces that begin and end on word edges, acts by the dictionary forms of their words, and names
 * recognised by their form. Where two overlap the longer stays.
 */
export function hitsOf(words: readonly Word[], lower: string, text: string, lexicon: JapaneseLexicon): Hit[] {
  const found: Hit[] = []
  const endsAt = new Map(words.map((word, index) => [word.to, index]))
  for (const [first, word] of words.entries()) {
    for (const form of lexicon.formsAt(lower, word.from)) {
      const end = word.from + form.text.length
      const last = endsAt.get(end)
      if (last === undefined || !isWritten(form, text, lower, word.from)) continue
      if (isAllowed(form, words, first, last, false)) found.push(hitOf(form, first, last, false))
    }
    for (const base of basesOf(word)) {
      for (const form of lexicon.wordFormsOf(base)) {
        const last = first + form.words.length - 1
        if (!form.words.every((w, i) => i === 0 || words[first + i]?.base === w || words[first + i]?.surface === w)) continue
        if (isAllowed(form, words, first, last, true)) found.push(hitOf(form, first, last, true))
      }
    }
    const name = openName(words, first, lexicon)
    if (name) found.push(name)
  }
  found.push(...complaintsOf(words, lexicon))
  const offered = found.some(isTrouble) ? offeredHit(words, found, lexicon) : undefined
  return withoutOverlaps(offered ? [...found, offered] : found)
}

const isTrouble = ({ row }: Hit): boolean => /^(?:disease|symptom|abnormal-state|marker|pathogen)$/.test(row.type)

/** 不眠症に、カルナベスト。: a name that no list holds, offered in a sentence that names a trouble, and no trouble itself (「血圧さらり」). */
function offeredHit(words: readonly Word[], found: readonly Hit[], lexicon: JapaneseLexicon): Hit | undefined {
  const row = lexicon.row('product.product')
  const name = row && offeredName(surfacesOf(words), lexicon)
  if (!name) return undefined
  let to = 0
  const inside = words.flatMap((word, i) => {
    const from = to
    to += word.surface.length
    return name.from < to && from < name.to && !/[「」]/.test(word.surface) ? [i] : []
  })
  const [first, last] = [inside[0]!, inside.at(-1)!]
  if (found.some((hit) => first <= hit.last && hit.first <= last && isTrouble(hit))) return undefined
  return { row, surface: -1, first, last, isWeak: false, byBase: false }
}

function* basesOf(word: Word): Iterable<string> {
  yield word.base
  if (word.surface.toLowerCase() !== word.base && word.kind !== '動詞') yield word.surface.toLowerCase()
  const plain = word.kind === '動詞' ? potentialOf(word.base) : undefined
  if (plain) yield plain
}

const hitOf = (form: Form, first: number, last: number, byBase: boolean): Hit => ({
  row: form.row,
  surface: form.surface,
  first,
  last,
  isWeak: form.entry.weak ?? false,
  byBase,
})

function isWritten(form: Form, text: string, lower: string, at: number): boolean {
  const written = form.entry.exact ? text : lower
  return written.startsWith(form.text, at)
}

/** 体重60kgの方, 体重1kgあたり, 体重別: how heavy somebody is, not what becomes of it. */
const measured =
  /^(?:が|は)?約?[0-9０-９.]+(?:キログラム|キロ|kg|㎏)(?:台|前後|以上|以下|未満|ほど|程度|くらい)?(?:の(?!減)|あたり|当たり|当り|につき|に対し|で(?!した)|を(?:基準|例|目安|想定)|なら|、|以上|以下|未満)|^(?:別|計|制限|階級|測定)/u

/** Kana words of three characters or fewer are read as nouns only: うつ is no form of 打つ, せき none of せく. */
function isAllowed(form: Form, words: readonly Word[], first: number, last: number, byBase: boolean): boolean {
  const { entry } = form
  // 三日目, 五合目: the ordinal is no eye
  if (first === last && form.text === '目' && words[first]!.detail === '接尾') return false
  if (form.text === '体重' && measured.test(surfacesOf(words, last + 1, last + 8))) return false
  const before = words[first - 1]
  const after = words[last + 1]
  const fits = (list: readonly string[], word: Word | undefined) =>
    word !== undefined &&
    list.some((w) => (w.endsWith('*') ? word.surface.startsWith(w.slice(0, -1)) : w === word.surface || w === word.base))
  if (entry.notBefore && fits(entry.notBefore, after)) return false
  if (entry.notAfter && fits(entry.notAfter, before)) return false
  if (entry.onlyBefore && !fits(entry.onlyBefore, after)) return false
  if (entry.onlyAfter && !fits(entry.onlyAfter, before)) return false
  if (
    !byBase &&
    form.row.type !== 'act' &&
    form.row.type !== 'qualifier' &&
    first === last &&
    form.text.length <= 3 &&
    /^[ぁ-ゖ]+$/.test(form.text)
  ) {
    const word = words[first]!
    return (
      word.kind === '名詞' ||
      (after !== undefined &&
        /^(?:は|が|を|に|も|の|や|・|、|と|とは|知らず|しらず|対策|ケア|予防|改善|解消|サポート|撃退|退治)$/.test(after.surface) &&
        /^(?:基本形|連用形)$/.test(word.form))
    )
  }
  return true
}

/** Of two readings of the same words: an ingredient is one before it is a function (コラーゲン), a researcher before a person. */
function rank(row: ConceptRow): number {
  if (row.id.startsWith('ingredient.')) return 4
  if (isTarget(row)) return 3
  return row.type === 'act' ? 2 : row.type === 'evidence' || row.type === 'agent' ? 1 : 0
}

/** Longest first, then the left one; an act and a target of the same words are both kept apart by type: the target stays. */
function withoutOverlaps(found: readonly Hit[]): Hit[] {
  const inOrder = [...found].sort((a, b) => b.last - b.first - (a.last - a.first) || rank(b.row) - rank(a.row) || a.first - b.first)
  const taken = new Set<number>()
  const kept: Hit[] = []
  for (const hit of inOrder) {
    let isFree = true
    for (let i = hit.first; i <= hit.last; i++) if (taken.has(i)) isFree = false
    if (!isFree) continue
    for (let i = hit.first; i <= hit.last; i++) taken.add(i)
    kept.push(hit)
  }
  return kept.sort((a, b) => a.first - b.first)
}
