import type { Block } from '../core/block.js'
import { labelAt } from './labels.js'
import type { NoticeTexts } from './notice-texts.js'
import { headingWords, isEntry, sourceLines } from './reference-entries.js'
import { isPlaceholder, referenceSignals } from './reference-fields.js'
import { type EntryLine, entryLines, opensLikeEntry } from './reference-lines.js'

/**
 * What a list holds. `notes`: sources and remarks under one heading, or as footnotes. `remarks`: notes that are no sources, text like any other.
 * `further-reading`: nobody has to cite these.
 */
export type ListKind = 'references' | 'notes' | 'remarks' | 'further-reading'

/** A paragraph, quoted or not. */
export const isProse = ({ role }: Block): boolean => role === 'prose' || role === 'quote'

/** What stands over a list of sources. */
export interface Heading {
  readonly label: string
  readonly kind: ListKind
  /** Any words over entries without labels: a list of sources where the text names one of them. */
  readonly needsName?: true
  /** Entries in the same block: `References: 1. … 2. …` or the lines under the word. */
  readonly rest: readonly EntryLine[]
}

/** A heading that the lists of words know, with the entries that stand in its own block. */
export function headingOf(block: Block, headings: ReadonlyMap<string, ListKind>, texts: NoticeTexts): Heading | undefined {
  const { text } = block
  if (block.role === 'button' || block.landmark === 'nav') return undefined
  const line = /^[^\n:：]{1,48}/.exec(text)?.[0] ?? ''
  const label = headingWords(line)
  const kind = headings.get(label) ?? (IN_MORE_WORDS.test(label) && label.split(' ').length <= 7 ? 'references' : undefined)
  if (kind === undefined) return undefined
  const after = text.slice(line.length).replace(/^[:：]/, ' ')
  const below = { from: line.length + 1, to: text.length }
  const rest = after.trim() === '' ? [] : sourceLines(text, below, texts, { inline: true, single: /^\s*\n/.test(after) })
  if (after.trim() !== '' && rest.length === 0) return undefined
  // a cell or a caption says what a column holds
  if (block.role === 'table-cell' && !rest.some(({ at }) => referenceSignals(text.slice(at.from, at.to)) >= 2)) return undefined
  return { label, kind, rest }
}

/** `Papers on our shelf`, この記事のもとになった資料: a heading in any words about sources, over a list most of which reads like such. */
function speaksOfSources(blocks: readonly Block[], at: number, isNotice: (block: number) => boolean): Heading | undefined {
  const { role, text } = blocks[at]!
  if (role !== 'heading' || text.length > 60 || !OF_SOURCES.test(text) || MORE_READING.test(text)) return undefined
  const end = blocks.findIndex((block, i) => i > at && ((!isProse(block) && block.role !== 'list-item') || isNotice(i)))
  const run = blocks.slice(at + 1, end < 0 ? undefined : end).filter(({ text }) => text.trim() !== '')
  const count = run.filter(({ text }) => referenceSignals(text) >= 2).length
  return count >= 2 && count * 3 >= run.length * 2 ? { label: headingWords(text), kind: 'references', rest: [] } : undefined
}
/** `種本`, `本のありか`, 〈よりどころ〉: any short line over labelled entries most of which read like sources, or over unlabelled ones all of which do. */
function namedOtherwise(
  blocks: readonly Block[],
  at: number,
  texts: NoticeTexts,
  isNotice: (block: number) => boolean,
  numbers: ReadonlySet<string>,
): Heading | undefined {
  const { role, text } = blocks[at]!
  if (role !== 'heading' && role !== 'prose') return undefined
  const line = /^[^\n]*/.exec(text)![0]
  if (labelAt(text) && !/^\s*[【［[〔]\D{2,16}[】］\]〕]\s*$/.test(line)) return undefined
  if (line.length > 24 || /[。.!?！？、,]\s*$/.test(line) || MORE_READING.test(line) || !/\p{L}/u.test(line)) return undefined
  const mostlySources = (entries: readonly string[]): boolean => {
    const count = entries.filter((entry) => referenceSignals(entry) >= 2).length
    return count >= 2 && count * 2 > entries.length
  }
  /** Counted from one, asked for by the text, and one at least is a source: then the others hold the place of one. */
  const areAsked = (entries: readonly { readonly label?: string; readonly text: string }[]): boolean =>
    entries.length > 0 &&
    entries.every(({ label }, i) => label === String(i + 1)) &&
    entries.filter(({ label }) => numbers.has(label!)).length * 2 >= entries.length &&
    entries.some(({ text }) => (entries.length > 1 ? referenceSignals(text) >= 2 : isPlaceholder(text, texts))) &&
    entries.filter(({ text }) => isEntry(text, texts)).length * 2 >= entries.length
  if (line.length < text.trimEnd().length) {
    const below = { from: line.length + 1, to: text.length }
    const rest = entryLines(text, below, false)
    const isAll = rest.length > 0 && rest[0]!.at.from <= below.from + 8 && rest.every(({ label }) => label !== undefined)
    const read = rest.map(({ label, at }) => ({ ...(label !== undefined && { label }), text: text.slice(at.from, at.to) }))
    if (isAll && (mostlySources(read.map(({ text }) => text)) || areAsked(read)))
      return { label: headingWords(line), kind: 'references', rest }
    const lines = sourceLines(text, below, texts)
    return allSources(lines.map(({ at }) => text.slice(at.from, at.to)))
      ? { label: headingWords(line), kind: 'references', rest: lines, needsName: true }
      : undefined
  }
  const end = blocks.findIndex((block, i) => i > at && ((block.role !== 'prose' && block.role !== 'list-item') || isNotice(i)))
  const run = blocks.slice(at + 1, end < 0 ? undefined : end).filter((block) => block.text.trim() !== '')
  const unlabelled = run.findIndex((block) => !labelAt(block.text) && block.bullet?.ordinal === undefined)
  const entries = (unlabelled < 0 ? run : run.slice(0, unlabelled)).flatMap(({ text, bullet }) => {
    const lines = text.includes('\n') ? entryLines(text, { from: 0, to: text.length }, false) : []
    return lines.length > 1
      ? lines.map(({ at }) => text.slice(at.from, at.to))
      : [/^[[(（［〔【]/.test(bullet?.text ?? '') ? `${bullet!.text} ${text}` : text]
  })
  const isCounted =
    areAsked(entries.map((text) => ({ text, label: labelAt(text)?.label ?? '' }))) &&
    entries.every((entry) => /^\s*[[(（［〔【]/.test(entry))
  if (mostlySources(entries) || isCounted) return { label: headingWords(line), kind: 'references', rest: [] }
  const isUnlabelled = role === 'heading' && allSources(run.map(({ text }) => text))
  return isUnlabelled ? { label: headingWords(line), kind: 'references', rest: [], needsName: true } : undefined
}

/** Without labels every one of them has to open like an entry and to say where it is found. */
const allSources = (entries: readonly string[]): boolean =>
  entries.length >= 2 && entries.every((entry) => referenceSignals(entry) >= 2 && opensLikeEntry(entry))

const OF_SOURCES =
  /\b(?:papers?|stud(?:y|ies)|sources?|literature|cited?|citations?|evidence|research|references?|data|science|bibliograph\w*|publications?|documents?|read|reports?|shelf|archives?|footnotes?|endnotes?)\b|文献|資料|出典|典拠|論文|参考|参照|引用|根拠|研究|報告|データ|もとにした|調べた|読んだ|出所|依拠/i
const MORE_READING = /\b(?:further|more|recommended|related|next|also|learn)\b|さらに|もっと|おすすめ|関連|あわせて|読書案内|次に/i

/** `Further details of works cited`, `Cited in this leaflet`, `Full bibliography`: what a heading says in other words than the lists know. */
const IN_MORE_WORDS =
  /^cited\b(?! (?:by|as))|\b(?:(?:works|papers|books|articles|texts|titles|literature|sources) (?:cited|consulted|mentioned|used)|bibliography|reference list)\b|^(?:sources?|references?|citations?) (?:screen|slide|card|page|panel|section|frame|box|tab)$|^(?:出典|(?:参考|引用)?文献|資料|引用元?)の?(?:画面|ページ|頁|欄|札|カード|スライド|枠|表示|箱)$/

/** The heading of a list of sources that stands at a block: one that the lists of words know, one that speaks of sources, or any short line over entries that are some. */
export const headingAt = (
  blocks: readonly Block[],
  at: number,
  headings: ReadonlyMap<string, ListKind>,
  texts: NoticeTexts,
  isNotice: (block: number) => boolean,
  numbers: ReadonlySet<string>,
): Heading | undefined =>
  headingOf(blocks[at]!, headings, texts) ?? speaksOfSources(blocks, at, isNotice) ?? namedOtherwise(blocks, at, texts, isNotice, numbers)
