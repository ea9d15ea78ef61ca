import type { Hit } from './hit.js'
import { surfacesOf, type Word } from './words.js'

/** One thing the grammar moves as a whole: a word, or all the words of a concept. */
export interface Unit {
  readonly first: number
  readonly last: number
  readonly word: Word
  readonly hit?: Hit
}

/** How a clause that ends here stands to what follows. */
export type Boundary =
  /** None: a noun phrase, an adverb, or a verb that describes the noun after it. */
  | 'none'
  | 'adnominal'
  /** て, ず, 連用形、, たり, ながら: the sentence goes on with the same topic. */
  | 'soft'
  /** ば, たら, と, なら. */
  | 'condition'
  /** が, けど, ので, から, し, のに, quotation end, full stop. */
  | 'strong'

/** A content phrase with the particles and auxiliaries that follow it (文節). */
export interface Chunk {
  readonly index: number
  /** Units: compound parts first, the head last. */
  readonly units: readonly Unit[]
  /** Word indexes, function words and punctuation included. */
  readonly first: number
  readonly last: number
  /** Function words after the head. */
  readonly tail: readonly Word[]
  readonly isPredicate: boolean
  /** Case particles joined: `を`, `に`, `には`, `への`, `による`; empty for none. */
  readonly link: string
  readonly hasComma: boolean
  readonly boundary: Boundary
  /** Quotation depth of the phrase. */
  readonly depth: number
}

const lightVerbs = new Set(['する', 'できる', 'いたす', '致す', 'なさる', '出来る', 'さる'])

/** Words grouped by their concepts: a hit of several words is one unit. */
export function unitsOf(words: readonly Word[], hits: readonly Hit[]): Unit[] {
  const units: Unit[] = []
  const hitAt = new Map(hits.map((hit) => [hit.first, hit]))
  for (let i = 0; i < words.length; i++) {
    const hit = hitAt.get(i)
    if (hit) {
      units.push({ first: i, last: hit.last, word: words[hit.last]!, hit })
      i = hit.last
    } else units.push({ first: i, last: i, word: words[i]! })
  }
  return units
}

/** True for a unit that reads as a noun: nouns, and concepts that are none of the verbs and adjectives of acts. */
export const isNominal = (unit: Unit): boolean =>
  unit.hit && !['act', 'qualifier', 'evidence'].includes(unit.hit.row.type)
    ? true
    : unit.word.kind === '名詞' || unit.word.kind === '接頭詞'

/** The phrases of a sentence in order. */
export function chunksOf(words: readonly Word[], units: readonly Unit[]): Chunk[] {
  const chunks: Chunk[] = []
  let open: { units: Unit[]; tail: Word[]; first: number; last: number; depth: number } | undefined
  let depth = 0
  const close = (next: Unit | undefined) => {
    if (open) chunks.push(finish(chunks.length, open, next))
    open = undefined
  }
  for (const unit of units) {
    const { word } = unit
    if (word.kind === '記号' && !unit.hit) {
      if (/[「『（(【〈《“]/.test(word.surface)) {
        close(unit)
        depth++
      } else {
        if (open) {
          open.tail.push(word)
          open.last = unit.last
        }
        if (/[」』）)】〉》”]/.test(word.surface)) {
          depth = Math.max(0, depth - 1)
          close(unit)
        }
      }
      continue
    }
    if (open && attaches(open, unit)) {
      if (open.tail.length === 0 && isNominal(unit) && !isFunction(unit)) open.units.push(unit)
      else for (let i = unit.first; i <= unit.last; i++) open.tail.push(words[i]!)
      open.last = unit.last
      continue
    }
    close(unit)
    const before = chunks.at(-1)
    if (before && isFunction(unit) && isClosing(before.tail.at(-1))) {
      // ED(勃起不全)を, 「…」と: the particle after the bracket governs what stands in it
      chunks.pop()
      open = {
        units: [...before.units],
        tail: [...before.tail, word],
        first: before.first,
        last: unit.last,
        depth: /[)）]/.test(before.tail.at(-1)!.surface) ? depth : before.depth,
      }
      continue
    }
    open = { units: [unit], tail: [], first: unit.first, last: unit.last, depth }
  }
  close(undefined)
  return chunks
}

const isClosing = (word: Word | undefined): boolean => word !== undefined && /[」』”）)】]/.test(word.surface)

const isFunction = ({ word, hit }: Unit): boolean =>
  hit === undefined &&
  (word.kind === '助詞' ||
    word.kind === '助動詞' ||
    (word.kind === '動詞' && word.detail !== '自立') ||
    (word.kind === '形容詞' && word.detail === '非自立'))

/** Whether a unit goes on the phrase that is open: a part of its compound, or a function word. */
function attaches(open: { units: readonly Unit[]; tail: readonly Word[] }, unit: Unit): boolean {
  const { word } = unit
  const before = open.tail.at(-1)
  if (isFunction(unit)) return true
  if (word.kind === '名詞' && word.detail === '接尾' && !unit.hit && open.tail.length === 0) return true
  if (before?.kind === '記号') return false
  const head = open.units.at(-1)!
  if (open.tail.length === 0) {
    if (word.kind === '動詞' && lightVerbs.has(word.base) && isNominal(head) && !unit.hit) return true
    if (word.isSpaced) return false
    return (
      isNominal(unit) &&
      isNominal(head) &&
      word.detail !== '非自立' &&
      head.word.detail !== '非自立' &&
      !(unit.hit && head.word.detail === '副詞可能')
    )
  }
  // では ない, では あり ません
  if ((word.base === 'ある' || word.base === 'ない') && !unit.hit && !isNominal(unit)) {
    const text = surfacesOf(open.tail, -2)
    return /(?:で|では|でも|じゃ|く|くは)$/.test(text)
  }
  return false
}

function finish(
  index: number,
  open: {
    readonly units: readonly Unit[]
    readonly tail: readonly Word[]
    readonly first: number
    readonly last: number
    readonly depth: number
  },
  next: Unit | undefined,
): Chunk {
  const head = open.units.at(-1)!
  const { tail } = open
  const hasComma = tail.some((w) => w.kind === '記号' && /[、,，]/.test(w.surface))
  const verbal = tail.some(
    (w) => (w.kind === '動詞' && lightVerbs.has(w.base)) || (w.kind === '助動詞' && w.base !== 'な' && w.form !== '体言接続'),
  )
  const isPredicate = (!isNominal(head) && ['動詞', '形容詞', '助動詞'].includes(head.word.kind)) || (isNominal(head) && verbal)
  const particles = tail.filter((w) => w.kind === '助詞' && !(isPredicate && w.detail === '接続助詞'))
  return {
    index,
    units: open.units,
    first: open.first,
    last: open.last,
    tail,
    isPredicate,
    link: isPredicate ? '' : surfacesOf(particles),
    hasComma,
    boundary: boundaryOf(isPredicate, head.word, tail, next),
    depth: open.depth,
  }
}

function boundaryOf(isPredicate: boolean, head: Word, tail: readonly Word[], next: Unit | undefined): Boundary {
  if (tail.some((w) => /[。！？!?」』]/.test(w.surface) && w.kind === '記号')) return 'strong'
  if (!isPredicate) return 'none'
  const signs = tail.filter((w) => w.kind !== '記号')
  const last = signs.at(-1) ?? head
  const comma = tail.some((w) => /[、,，―—:：]/.test(w.surface))
  if (last.kind === '助詞') {
    if (last.detail === '接続助詞') {
      if (/^(?:が|けど|けれど|けれども|ので|のに|から|し|ものの)$/.test(last.surface)) return 'strong'
      if (last.surface === 'と' && next && /^(?:同時|共|とも|ともに)$/.test(next.word.surface)) return 'soft'
      if (/^(?:ば|と)$/.test(last.surface)) return 'condition'
      return 'soft'
    }
    // お困りの方
    if (last.surface === 'の' && next) return 'adnominal'
    if (/^(?:が|から|ので|けど)$/.test(last.surface) && comma) return 'strong'
    if (/^(?:たり|だり|ながら|つつ)$/.test(last.surface)) return 'soft'
    return 'none'
  }
  if (last.base === 'た' && last.form === '仮定形') return 'condition'
  if (last.base === 'だ' && last.form === '仮定形') return 'condition'
  if (last.form.startsWith('仮定')) return 'condition'
  // こし取り, 噛み砕き: two verbs written as one act
  if (last === head && head.kind === '動詞' && last.form.startsWith('連用') && !comma && next?.word.kind === '動詞') return 'none'
  if (last.form.startsWith('連用')) return 'soft'
  if (comma) return last.form === '基本形' ? 'strong' : 'soft'
  if (!next) return 'strong'
  return next.word.kind === '記号' ? 'strong' : 'adnominal'
}
