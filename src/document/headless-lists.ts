import type { Block } from '../core/block.js'
import { type CitedLabels, type FoundEntry, itemEntry } from './found-list.js'
import { COUNTING_LETTER, labelAt, OTHER_WORD, SOURCE_WORD, wordOf } from './labels.js'
import type { NoticeTexts } from './notice-texts.js'
import { trimmed } from './pieces.js'
import { isShort } from './reference-entries.js'
import { isPlaceholder, referenceSignals } from './reference-fields.js'
import { isProse, type ListKind } from './reference-headings.js'
import { entryLines } from './reference-lines.js'
import { isFoundAsItStands } from './work-kinds.js'

const NUMBERED = new RegExp(
  `^\\s*(?:[[({（［〔｛【]?(?:${SOURCE_WORD}|${OTHER_WORD}|[脚後補]?注)?[\\d¹²³⁴-⁹①-⑳]|(?:${SOURCE_WORD}|${OTHER_WORD})${COUNTING_LETTER}(?=[\\s:：.．)）])|[[(（［][a-z][\\])）］]|[[(（［〔]${COUNTING_LETTER}[\\])）］〕]|${SOURCE_WORD}[IVX]|[[(（［](?:[ivx]{1,6}|[IVX]{1,6}|[A-Z]{1,2}\\d{1,2}|[A-Z][A-Za-z+]{1,12}[-:]?\\d{2,4}[a-z]?|[A-Z]{2,5})[\\])）］]\\s)`,
)

/** Numbered or lettered entries without a heading: one at least has to read like a reference on its own, or nearly so and be cited; the others nearly so, or hold the place of one. */
export function headless(
  blocks: readonly Block[],
  start: number,
  isNotice: (block: number) => boolean,
  { cited, asked }: CitedLabels,
  texts: NoticeTexts,
): { readonly entries: readonly FoundEntry[]; readonly isSure: boolean; readonly kind: ListKind } {
  const entries: FoundEntry[] = []
  let [isSure, isMixed, sources] = [false, false, 0]
  for (let i = start; i < blocks.length; i++) {
    const block = blocks[i]!
    // a cell of a table that lays the page out may hold all of a list, a line each
    const mayHold = block.role === 'list-item' || isProse(block) || (block.role === 'table-cell' && block.text.includes('\n'))
    if (isNotice(i) || !mayHold) break
    const from = block.bullet ? 0 : firstNumbered(block.text, entries.length === 0)
    if (from < 0 || !NUMBERED.test(block.bullet?.text ?? block.text.slice(from))) break
    const found =
      block.role === 'list-item'
        ? [itemEntry(block, i, trimmed(block.text, { from: 0, to: block.text.length }))]
        : entryLines(block.text, { from, to: block.text.length }, isRunOn(block.text)).map((entry) => ({ ...entry, block: i }))
    const signalsOf = ({ at }: FoundEntry): number => {
      const text = block.text.slice(at.from, at.to)
      return isFoundAsItStands(text) ? 2 : referenceSignals(text)
    }
    const isLed = found.some((entry) => signalsOf(entry) >= 2)
    const readsLikeEntry = (entry: FoundEntry, k: number): boolean => {
      const { label = '' } = entry
      const signals = signalsOf(entry)
      const text = block.text.slice(entry.at.from, entry.at.to)
      // `[1] Company leaflet (not published).`: nothing to look up, but the text asks for it
      const isNoSource =
        signals < 2 && SQUARE.test(text) && (cited.has(label) || asked.has(label)) && isShort(text.replace(SQUARE, ''), texts)
      isSure ||= isNoSource && isPlaceholder(text, texts)
      isSure ||= signals >= 3 || (signals === 2 && (cited.has(label) || (wordOf(label) !== undefined && asked.has(label))))
      isMixed ||= signals === 0
      if (signals >= 2) sources++
      const before = found[k - 1] ?? entries.at(-1)
      const goesOn = before !== undefined || (isLed && found.length > 1)
      const isNext = (isSure || isNamed(label)) && figureOf(label) === figureOf(before?.label) + 1
      return signals >= 2 || isNoSource || (goesOn && (isPlaceholder(text, texts) || cited.has(label) || asked.has(label) || isNext))
    }
    if (found.length === 0 || !found.every((entry, k) => entry.label !== undefined && readsLikeEntry(entry, k))) break
    for (const entry of found) entries.push(entry)
  }
  isSure ||= sources >= 2 && sources * 2 >= entries.length && entries.every(({ label = '' }) => isNamed(label))
  return { entries, isSure, kind: isMixed ? 'notes' : 'references' }
}

/** A label in square brackets. */
const SQUARE = /^\s*[[［]\s?[\p{L}\d]{1,12}\s?[\]］]\s*/u

/** `(1) Hart L. … (2) Ortiz P. …` in one line. */
const isRunOn = (text: string): boolean => /^\s*[[(（［〔【]/.test(text) && !text.trim().includes('\n')

/** 注3, 資料2, `item4`: a word says what is numbered. */
const isNamed = (label: string): boolean => /^注\d/.test(label) || wordOf(label) !== undefined
const figureOf = (label: string | undefined): number => Number(/\d+$/.exec(label ?? '')?.[0])

/** Where the first labelled line begins; behind a line of text only those that a word labels open a list: `…資料1による。` over `資料1 …`. */
function firstNumbered(text: string, mayFollow: boolean): number {
  if (NUMBERED.test(text) || !mayFollow) return NUMBERED.test(text) ? 0 : -1
  for (const { index } of text.matchAll(/\n/g)) if (isNamed(labelAt(text.slice(index + 1, index + 33))?.label ?? '')) return index + 1
  return -1
}

/** `1) Our soy is domestic.` over `2) Ministry of Health. Food tables. 2020.`: the numbers that count up to the first source of a list, a block each, lead to remarks. */
export function remarksBefore(blocks: readonly Block[], first: FoundEntry, isNotice: (block: number) => boolean): FoundEntry[] {
  const remarks: FoundEntry[] = []
  for (let number = Number(first.label) - 1; number >= 1; number--) {
    const index = first.block - remarks.length - 1
    const block = blocks[index]
    if (!block || isNotice(index) || !(isProse(block) || block.role === 'list-item')) return []
    const whole = trimmed(block.text, { from: 0, to: block.text.length })
    const lines = block.role === 'list-item' ? [itemEntry(block, index, whole)] : entryLines(block.text, whole, false)
    if (lines.length !== 1 || lines[0]!.label !== String(number)) return []
    remarks.unshift({ ...lines[0]!, block: index })
  }
  return remarks
}
