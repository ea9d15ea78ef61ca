import type { Block } from '../core/block.js'
import type { TextSpan } from '../core/span.js'
import { fold } from './english-disclaimer.js'
import { COUNTING_LETTER, labelAt, OTHER_WORD, SOURCE_WORD, withPlainFigures, wordOf } from './labels.js'
import { holdsJapanese } from './language.js'
import type { NoticeTexts } from './notice-texts.js'
import { trimmed } from './pieces.js'
import { appendTo } from './place.js'
import { isEntry, isNames, isShort, namesSource, sourceLines } from './reference-entries.js'
import { isPlaceholder, referenceSignals } from './reference-fields.js'
import { headingAt, headingOf, isProse, type ListKind } from './reference-headings.js'
import { entryLines, labelAlone, labelledInOrder, opensLikeEntry } from './reference-lines.js'
import { isFoundAsItStands } from './work-kinds.js'

export interface FoundEntry {
  readonly block: number
  readonly at: TextSpan
  readonly label?: string
  /** The block that holds the label, where it is another. */
  readonly term?: number
}

export interface FoundList {
  readonly heading?: number
  /** The words of the heading, folded; empty without one, `footnotes` for a page's footnotes. */
  readonly label: string
  readonly kind: ListKind
  readonly entries: readonly FoundEntry[]
}

/** Labels that the page cites, and those of marks that have other uses too. */
export interface CitedLabels {
  readonly cited: ReadonlySet<string>
  readonly asked: ReadonlySet<string>
  /** Figures in whatever brackets. */
  readonly numbers: ReadonlySet<string>
  /** Names and year of each source that the text cites by them. */
  readonly named: readonly (readonly string[])[]
}

const isNamedIn = (entry: string, named: CitedLabels['named']): boolean => {
  const folded = fold(entry)
  return named.some((names) => names.length > 1 && names.every((name) => folded.includes(name)))
}

export const isOfSources = ({ kind }: FoundList): boolean => kind !== 'remarks'

const INVISIBLE: ReadonlySet<Block['role']> = new Set(['metadata', 'alt-text', 'title-attribute', 'aria-label', 'code'])
/** Finds the reference lists of a page: under a heading that says so, or, without one, numbered entries that read like references. */
export function referenceListsOf(
  written: readonly Block[],
  texts: NoticeTexts,
  isNotice: (block: number) => boolean,
  labels: CitedLabels,
): readonly FoundList[] {
  const blocks = written.map(withRaisedLabels).map(withPlainLabels)
  const headings = new Map<string, ListKind>()
  for (const word of [...texts.referenceHeadings.en, ...texts.referenceHeadings.ja]) headings.set(word, 'references')
  for (const word of [...texts.noteHeadings.en, ...texts.noteHeadings.ja]) headings.set(word, 'notes')
  for (const word of [...texts.furtherReading.en, ...texts.furtherReading.ja]) headings.set(word, 'further-reading')
  const isSource = (entry: FoundEntry): boolean => isEntry(blocks[entry.block]!.text.slice(entry.at.from, entry.at.to), texts)

  const lists: FoundList[] = []
  const footnotes: FoundEntry[] = []
  /** Footnotes of a word or two that may be meant as sources, beside such as are. */
  const named: FoundEntry[] = []
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i]!
    if (INVISIBLE.has(block.role) || isNotice(i)) continue
    if (block.role === 'footnote' && block.label !== undefined) {
      const entry = { block: i, at: trimmed(block.text, { from: 0, to: block.text.length }), label: block.label }
      if (isEntry(block.text, texts)) footnotes.push(entry)
      else if (namesSource(block.text, texts) || isNames(block.text)) named.push(entry)
      continue
    }
    const heading = headingAt(blocks, i, headings, texts, isNotice, labels.numbers)
    if (heading) {
      const entries = [...heading.rest.map((entry) => ({ ...entry, block: i })), ...entriesAfter(blocks, i, isNotice, texts)]
      if (entries.length === 0) continue
      if (heading.needsName && !entries.some(({ block, at }) => isNamedIn(blocks[block]!.text.slice(at.from, at.to), labels.named)))
        continue
      const kind = heading.kind === 'notes' && entries.filter(isSource).length * 2 < entries.length ? 'remarks' : heading.kind
      lists.push({ heading: i, label: heading.label, kind, entries: numbered(entries, blocks) })
      // remarks are text like any other
      if (kind === 'remarks') continue
      i = entries.at(-1)!.block
    } else {
      const { entries, isSure, kind } = headless(blocks, i, isNotice, labels, texts)
      if (isSure && entries.length > 0) lists.push({ label: '', kind, entries: numbered(entries, blocks) })
      i = entries.at(-1)?.block ?? i
    }
  }
  lists.push(...listsInTables(blocks, headings, lists, texts), ...notesBeside(blocks, isNotice))
  lists.push(...linkedTo(blocks, lists), ...termsLinkedTo(blocks, lists))
  if (footnotes.some(({ block }) => referenceSignals(blocks[block]!.text) >= 2)) footnotes.push(...named)
  footnotes.sort((a, b) => a.block - b.block)
  if (footnotes.length > 0) lists.push({ label: 'footnotes', kind: 'notes', entries: footnotes })
  return lists
}

/** The places that links of citations lead to. */
const citedPlaces = (blocks: readonly Block[]): ReadonlySet<string> =>
  new Set(
    blocks.flatMap(({ marks, text, landmark }) =>
      marks.flatMap((mark) =>
        mark.kind === 'link' && mark.href.startsWith('#') && landmark !== 'nav' && CITES.test(text.slice(mark.at.from, mark.at.to))
          ? [mark.href.slice(1)]
          : [],
      ),
    ),
  )

/** `<dt id="hsu">[Hsu17]</dt><dd>Hsu W. …</dd>`: labels that links lead to, each over its entry, and the labels beside them. */
function termsLinkedTo(blocks: readonly Block[], known: readonly FoundList[]): FoundList[] {
  const listed = new Set(known.flatMap(({ entries }) => entries.map(({ block }) => block)))
  const labels = blocks.map((block) => (block.marks.some(({ kind }) => kind === 'anchor') ? labelAlone(block.text, false) : undefined))
  if (labels.every((label) => label === undefined)) return []
  const places = citedPlaces(blocks)
  const isCited = (i: number): boolean => blocks[i]!.marks.some((mark) => mark.kind === 'anchor' && places.has(mark.id))
  const lists: FoundList[] = []
  for (let i = 0; i + 1 < blocks.length; i++) {
    const terms: number[] = []
    for (; labels[i] !== undefined && blocks[i + 1] && !listed.has(i + 1); i += 2) terms.push(i)
    if (!terms.some(isCited) || !terms.some((term) => referenceSignals(blocks[term + 1]!.text) >= 2)) continue
    const entries = terms.map((term) => {
      const { text } = blocks[term + 1]!
      return { block: term + 1, at: trimmed(text, { from: 0, to: text.length }), label: labels[term]!, term }
    })
    lists.push({ label: '', kind: 'references', entries })
  }
  return lists
}

/** `<a href="#hsu">(Hsu 2017)</a>` … `<p id="hsu">Hsu W. …`: without a heading and without labels, what links lead to. */
function linkedTo(blocks: readonly Block[], known: readonly FoundList[]): FoundList[] {
  const listed = new Set(known.flatMap(({ entries }) => entries.map(({ block }) => block)))
  const targets = citedPlaces(blocks)
  if (targets.size === 0) return []
  const entries = blocks.flatMap((block, i): FoundEntry[] =>
    !listed.has(i) &&
    (isProse(block) || block.role === 'list-item') &&
    block.marks.some((mark) => mark.kind === 'anchor' && targets.has(mark.id)) &&
    referenceSignals(block.text) >= 2 &&
    (opensLikeEntry(block.text) || holdsJapanese(block.text))
      ? [{ block: i, at: trimmed(block.text, { from: 0, to: block.text.length }) }]
      : [],
  )
  return entries.length > 0 ? [{ label: '', kind: 'references', entries }] : []
}

/** A name and a year, a key, or a figure. */
const CITES = /\p{L}.*(?:19|20)\d{2}|^\s*[[［]\p{L}{2,12}[-:]?\d{2}[a-z]?[\]］]\s*$|^\s*[[(（［]?\d{1,3}[\])）］]?\s*$/u

/** A numbered list with the disclaimer among its items, or numbered lines of one block, are notes: the others are remarks, unless they read like sources. */
function notesBeside(blocks: readonly Block[], isNotice: (block: number) => boolean): FoundList[] {
  const ofNotices = new Set(
    blocks.flatMap(({ bullet, role }, i) => (role === 'list-item' && bullet?.ordinal !== undefined && isNotice(i) ? [bullet.list] : [])),
  )
  const entries = new Map<number, FoundEntry[]>()
  for (const [i, block] of blocks.entries()) {
    if (block.role !== 'list-item' || !block.bullet || !ofNotices.has(block.bullet.list)) continue
    if (!isNotice(i) && referenceSignals(block.text) < 2)
      appendTo(entries, block.bullet.list, itemEntry(block, i, trimmed(block.text, { from: 0, to: block.text.length })))
  }
  for (const [i, { role, text }] of blocks.entries()) {
    if (role === 'list-item' || role === 'footnote' || !isNotice(i)) continue
    for (const entry of entryLines(text, { from: 0, to: text.length }, false))
      if (referenceSignals(text.slice(entry.at.from, entry.at.to)) < 2) appendTo(entries, -1, { ...entry, block: i })
  }
  return [...entries.values()].map((each) => ({ label: '', kind: 'remarks', entries: each }))
}

const LONE_LABEL = new RegExp(`^\\s*(\\d{1,3}|${COUNTING_LETTER}|[a-z])\\s*$`)

/** A table whose rows are a label and a source: `| [a] | Shearer MJ. … |`. */
function listsInTables(
  blocks: readonly Block[],
  headings: ReadonlyMap<string, ListKind>,
  known: readonly FoundList[],
  texts: NoticeTexts,
): FoundList[] {
  const listed = new Set(known.flatMap(({ entries }) => entries.map(({ block }) => blocks[block]!.cell?.table)))
  const tables = new Map<number, FoundEntry[]>()
  for (const [i, block] of blocks.entries()) {
    const label = blocks[i - 1]
    if (
      !block.cell ||
      listed.has(block.cell.table) ||
      label?.cell?.table !== block.cell.table ||
      label.cell.row !== block.cell.row ||
      label.cell.column > 0
    )
      continue
    const mark = labelAt(label.text)?.label ?? LONE_LABEL.exec(label.text)?.[1]
    if (mark === undefined || label.text.trim().length > 6 || referenceSignals(block.text) < 1) continue
    appendTo(tables, block.cell.table, { block: i, at: trimmed(block.text, { from: 0, to: block.text.length }), label: mark })
  }
  return [...tables.entries()].flatMap(([table, entries]) => {
    if (entries.length < 2 || entries.filter((entry) => referenceSignals(blocks[entry.block]!.text) >= 2).length * 2 < entries.length)
      return []
    const first = blocks.findIndex(({ cell }) => cell?.table === table)
    const above = first > 0 ? headingOf(blocks[first - 1]!, headings, texts) : undefined
    return [{ ...(above && { heading: first - 1 }), label: above?.label ?? '', kind: above?.kind ?? 'references', entries }]
  })
}

const RAISED: Readonly<Record<string, string>> = { 0: '⁰', 1: '¹', 2: '²', 3: '³', 4: '⁴', 5: '⁵', 6: '⁶', 7: '⁷', 8: '⁸', 9: '⁹' }

/** `<sup>2</sup> Smith J. …`: raised figures at the start of a line as such letters, place for place. */
function withRaisedLabels(block: Block): Block {
  let { text } = block
  for (const { kind, at } of block.marks) {
    if (kind !== 'superscript' || !/(?:^|\n)\s*$/.test(text.slice(Math.max(0, at.from - 8), at.from))) continue
    const figures = text.slice(at.from, at.to)
    if (/^\d{1,3}$/.test(figures)) text = text.slice(0, at.from) + figures.replace(/\d/g, (figure) => RAISED[figure]!) + text.slice(at.to)
  }
  return text === block.text ? block : { ...block, text }
}

function withPlainLabels(block: Block): Block {
  const text = withPlainFigures(block.text)
  return text === block.text ? block : { ...block, text }
}

/**
 * `notes`: sources and remarks under one heading, or as footnotes. `remarks`: a list of notes that are no sources. `further-reading`: nobody has to
 * cite these.
 */
function entriesAfter(blocks: readonly Block[], heading: number, isNotice: (block: number) => boolean, texts: NoticeTexts): FoundEntry[] {
  const entries: FoundEntry[] = []
  const lastSource = lastOfSources(blocks, heading, isNotice)
  const depth = blocks[heading + 1]?.depth
  /** A label that stands alone: in a cell, as a term, in a line before its entry. */
  let pending: string | undefined
  for (let i = heading + 1; i < blocks.length; i++) {
    const block = blocks[i]!
    if (INVISIBLE.has(block.role)) continue
    if (isNotice(i) || block.role === 'heading' || block.role === 'footnote' || block.role === 'button') break
    // what stands at the foot of the page belongs to the page
    if (block.landmark === 'footer' && blocks[heading]!.landmark !== 'footer') break
    const whole = trimmed(block.text, { from: 0, to: block.text.length })
    const alone = labelAlone(block.text, block.role === 'table-cell')
    if (alone !== undefined) {
      pending = alone
      continue
    }
    const before = entries.at(-1) && blocks[entries.at(-1)!.block]!
    const label = pending
    pending = undefined
    if (label !== undefined && (block.role === 'table-cell' || block.role === 'list-item' || isProse(block)) && whole.from < whole.to) {
      entries.push({ block: i, at: whole, label })
      continue
    }
    if (block.role === 'table-cell') {
      if (before && (before.role !== 'table-cell' || before.cell?.table !== block.cell?.table)) break
      if (before?.cell ? before.cell.column === block.cell?.column : referenceSignals(block.text) >= 2)
        entries.push({ block: i, at: whole })
      continue
    }
    if (before?.role === 'table-cell') break
    if (block.role === 'list-item') {
      if (before && before.role !== 'list-item' && referenceSignals(block.text) < 2) break
      // `[Kov11] …` over `[Lab] …`: lines of one item that are labelled alike
      const lines = block.text.includes('\n') && labelAt(block.text) ? entryLines(block.text, whole, false) : []
      if (lines.length > 1) for (const entry of lines) entries.push({ ...entry, block: i })
      else if (depth === undefined || block.depth === undefined || block.depth <= depth) entries.push(itemEntry(block, i, whole))
      continue
    }
    const lines = sourceLines(block.text, whole, texts)
    // behind numbered entries a paragraph without a number is another text, unless it opens like an entry
    const isOpen =
      entries.every(({ label }) => label === undefined) ||
      opensLikeEntry(block.text) ||
      /^[\s\u3000]*\d/.test(block.text) ||
      holdsJapanese(block.text)
    if (lines.length > 0) for (const entry of lines) entries.push({ ...entry, block: i })
    else if (
      isOpen &&
      (referenceSignals(block.text) >= 2 ||
        (i < lastSource && isShort(block.text, texts)) ||
        (lastSource > 0 && isEntry(block.text, texts)))
    )
      entries.push({ block: i, at: whole, ...bareLabel(block.text) })
    else break
  }
  return [...labelledInOrder(entries, ({ block, at }) => blocks[block]!.text.slice(at.from, at.to))]
}

/** `1　氏名「…」`: no more than a space behind the figure. */
function bareLabel(text: string): Pick<FoundEntry, 'label'> {
  const label = /^\s*(\d{1,2})[ \t\u3000]+(?=\p{L})/u.exec(text)?.[1]
  return label === undefined ? {} : { label }
}

/** Where half of the paragraphs under the heading read like sources, all down to the last of them are entries: its index, else -1. */
function lastOfSources(blocks: readonly Block[], heading: number, isNotice: (block: number) => boolean): number {
  const end = blocks.findIndex((block, i) => i > heading && (!isProse(block) || isNotice(i)))
  const run = blocks.slice(heading + 1, end < 0 ? undefined : end)
  const isSource = ({ text }: Block): boolean => referenceSignals(text) >= 2 || (referenceSignals(text) > 0 && opensLikeEntry(text))
  const last = run.findLastIndex(isSource)
  return last > 0 && run.filter(isSource).length * 2 >= last + 1 ? heading + 1 + last : -1
}

/** The number as the writer typed it: Markdown counts on whatever stands there, but citations follow what was typed. */
function itemEntry(block: Block, index: number, at: TextSpan): FoundEntry {
  const label =
    labelAt(block.text)?.label ??
    /^[a-zA-Z](?=\.$)|^[ivxIVX]{1,6}(?=\.$)|\d+/.exec(block.bullet?.text ?? '')?.[0] ??
    block.bullet?.ordinal?.toString()
  return { block: index, at, ...(label !== undefined && { label }) }
}

const NUMBERED = new RegExp(
  `^\\s*(?:[[({（［〔｛【]?(?:${SOURCE_WORD}|${OTHER_WORD}|[脚後補]?注)?[\\d¹²³⁴-⁹①-⑳]|(?:${SOURCE_WORD}|${OTHER_WORD})${COUNTING_LETTER}(?=[\\s:：.．)）])|[[(（［][a-z][\\])）］]|[[(（［〔]${COUNTING_LETTER}[\\])）］〕]|${SOURCE_WORD}[IVX]|[[(（［](?:[ivx]{1,6}|[IVX]{1,6}|[A-Z]{1,2}\\d{1,2}|[A-Z][A-Za-z+]{1,12}[-:]?\\d{2,4}[a-z]?|[A-Z]{2,5})[\\])）］]\\s)`,
)

/** Numbered or lettered entries without a heading: one at least has to read like a reference on its own, or nearly so and be cited; the others nearly so, or hold the place of one. */
function headless(
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

/** Markdown numbers a list itself where every item says `1.`: then the place counts. */
function numbered(entries: readonly FoundEntry[], blocks: readonly Block[]): readonly FoundEntry[] {
  const isAutomatic =
    entries.length > 1 && entries.every((entry) => entry.label === entries[0]!.label && blocks[entry.block]?.bullet?.ordinal !== undefined)
  if (!isAutomatic || entries[0]!.label === undefined) return entries
  const first = Number(entries[0]!.label)
  return entries.map((entry, i) => ({ ...entry, label: String(first + i) }))
}
