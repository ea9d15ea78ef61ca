import type { Block } from '../core/block.js'
import { fold } from './english-disclaimer.js'
import { type CitedLabels, type FoundEntry, type FoundList, itemEntry } from './found-list.js'
import { headless, remarksBefore } from './headless-lists.js'
import { COUNTING_LETTER, labelAt, withPlainFigures } from './labels.js'
import { holdsJapanese } from './language.js'
import { linkedTo, termsLinkedTo } from './linked-lists.js'
import type { NoticeTexts } from './notice-texts.js'
import { trimmed } from './pieces.js'
import { appendTo } from './place.js'
import { isEntry, isNames, isShort, namesSource, sourceLines } from './reference-entries.js'
import { referenceSignals } from './reference-fields.js'
import { headingAt, headingOf, isProse, type ListKind } from './reference-headings.js'
import { entryLines, labelAlone, labelledInOrder, opensLikeEntry } from './reference-lines.js'

const isNamedIn = (entry: string, named: CitedLabels['named']): boolean => {
  const folded = fold(entry)
  return named.some((names) => names.length > 1 && names.every((name) => folded.includes(name)))
}

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
      if (isSure && entries.length > 0) {
        const before = remarksBefore(blocks, entries[0]!, isNotice)
        if (before.length > 0) lists.push({ label: '', kind: 'remarks', entries: before })
        lists.push({ label: '', kind, entries: numbered(entries, blocks) })
      }
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

/** The lines and items below a heading of sources, down to the first that is none. */
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

/** Markdown numbers a list itself where every item says `1.`: then the place counts. */
function numbered(entries: readonly FoundEntry[], blocks: readonly Block[]): readonly FoundEntry[] {
  const isAutomatic =
    entries.length > 1 && entries.every((entry) => entry.label === entries[0]!.label && blocks[entry.block]?.bullet?.ordinal !== undefined)
  if (!isAutomatic || entries[0]!.label === undefined) return entries
  const first = Number(entries[0]!.label)
  return entries.map((entry, i) => ({ ...entry, label: String(first + i) }))
}
