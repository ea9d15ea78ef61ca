import type { Block, ParsedSource } from '../core/block.js'
import type { Article, ReadBlock } from '../core/document.js'
import type { TextSpan } from '../core/span.js'
import { assembleArticle } from './article.js'
import { splitArticles } from './articles.js'
import type { BlockFindings } from './block-findings.js'
import { citationsInCell, citationsOf } from './citations.js'
import { isOfSources } from './found-list.js'
import { joinHalves } from './halves.js'
import { languageOf } from './language.js'
import { marksOf } from './marks.js'
import type { NoticeTexts } from './notice-texts.js'
import { NoticeReader } from './notices.js'
import { headingWords } from './reference-entries.js'
import { blank } from './reference-fields.js'
import { referenceListsOf } from './reference-lists.js'

/** What the document layer knows of a block before any language is analysed. */
export interface AssembledBlock {
  readonly is: ReadBlock['is']
  readonly article: number
  /** Text in which no claim is made: disclaimers, price notes, reference entries, code. */
  readonly silent: readonly TextSpan[]
  /** The block's text with markers and citations as spaces, letter for letter as long. */
  readonly masked: string
  readonly language: 'en' | 'ja'
}

export interface Assembled {
  readonly articles: readonly Article[]
  readonly blocks: readonly AssembledBlock[]
}

const readers = new WeakMap<NoticeTexts, NoticeReader>()

function readerOf(texts: NoticeTexts): NoticeReader {
  const reader = readers.get(texts) ?? new NoticeReader(texts)
  readers.set(texts, reader)
  return reader
}

/** Finds articles, markers, notices, citations and references, and joins each marker to its note and each citation to its entry. */
export function assemble(_source: string, parsed: ParsedSource, texts: NoticeTexts): Assembled {
  const reader = readerOf(texts)
  const columns = sourceColumns(parsed.blocks, texts)
  const findings = joinHalves(
    parsed.blocks.map((block, index) => {
      const found = findIn(block, index, reader, texts)
      return found.citations.length === 0 && columns.has(columnOf(block)) ? { ...found, citations: citationsInCell(block) } : found
    }),
  )
  const isDisclaimer = (index: number): boolean =>
    findings[index]!.notices.some((notice) => notice.kind === 'fda-disclaimer' && notice.fidelity !== 'fused')
  const [cited, asked, numbers] = [new Set<string>(), new Set<string>(), new Set<string>()]
  const named: (readonly string[])[] = []
  for (const { block, citations } of findings)
    for (const { at, kind, labels, needsList } of citations) {
      if (kind === 'author-year') named.push(labels)
      if (kind !== 'number') continue
      for (const label of labels) numbers.add(label)
      // `[C]`, `[Lab]` ask for an entry, but other things are lettered too
      const ask = needsList ? asked : cited
      if (!needsList || /^[[［〔【]/.test(block.text.slice(at.from))) for (const label of labels) ask.add(label)
    }
  const lists = referenceListsOf(parsed.blocks, texts, isDisclaimer, { cited, asked, numbers, named })
  const sources = lists.filter(isOfSources)
  const ranges = splitArticles(parsed.blocks, {
    disclaimers: new Set(parsed.blocks.flatMap((block, i) => (block.role !== 'metadata' && isDisclaimer(i) ? [i] : []))),
    lists: sources.map(({ heading, entries }) => ({
      first: heading ?? entries[0]!.block,
      last: entries.at(-1)!.block,
      labels: new Set(entries.flatMap(({ label }) => label ?? [])),
    })),
    cited: (block) => findings[block]!.citations.flatMap(({ kind, labels }) => (kind === 'number' ? labels : [])),
  })
  const entries = new Set(sources.flatMap((list) => list.entries.map((entry) => entry.block)))
  const headings = new Set(sources.flatMap((list) => (list.heading === undefined || entries.has(list.heading) ? [] : [list.heading])))

  const assembled = ranges.map((range) =>
    assembleArticle(
      range,
      findings.slice(range.first, range.end),
      lists.filter((list) => list.entries[0]!.block >= range.first && list.entries[0]!.block < range.end),
      texts,
    ),
  )
  const blocks = assembled.flatMap(({ masks }, article) => {
    const { first, end } = ranges[article]!
    return findings.slice(first, end).map((found): AssembledBlock => {
      const is = kindOf(found, entries, headings)
      return {
        is,
        article,
        silent: silentIn(found, is),
        masked: blank(found.block.text, masks.get(found.index) ?? []),
        language: languageOf(found.block.text),
      }
    })
  })
  return { articles: assembled.map(({ article }) => article), blocks }
}

const columnOf = ({ cell }: Block): string => (cell === undefined || cell.row === 0 ? '' : `${cell.table}:${cell.column}`)

/** Columns under `Source`, `Refs`, 出典: the first row says so. */
function sourceColumns(blocks: readonly Block[], { referenceHeadings }: NoticeTexts): ReadonlySet<string> {
  const words = new Set([...referenceHeadings.en, ...referenceHeadings.ja, 'ref', 'refs'])
  return new Set(
    blocks.flatMap(({ cell, text }) =>
      cell?.row === 0 && cell.column > 0 && words.has(headingWords(text).replace(/\.$/, '')) ? [`${cell.table}:${cell.column}`] : [],
    ),
  )
}

function findIn(block: Block, index: number, reader: NoticeReader, texts: NoticeTexts): BlockFindings {
  if (block.role === 'code') return { block, index, marks: [], notices: [], citations: [] }
  // backticks that a reader sees stand in a text that nothing renders
  const code = [...block.marks.filter((mark) => mark.kind === 'code'), ...ticked(block.text)]
  const isCode = (at: TextSpan): boolean => code.some((mark) => mark.at.from < at.to && at.from < mark.at.to)
  const marks = marksOf(block, isCode, texts)
  return { block, index, marks, notices: reader.noticesOf(block, marks), citations: citationsOf(block, isCode) }
}

const ticked = (text: string): readonly { readonly at: TextSpan }[] =>
  [...text.matchAll(/`[^`\n]{1,80}`/g)].map(({ 0: written, index }) => ({ at: { from: index, to: index + written.length } }))

function kindOf({ block, index, notices }: BlockFindings, entries: ReadonlySet<number>, headings: ReadonlySet<number>): ReadBlock['is'] {
  if (block.role === 'code') return 'code'
  if (entries.has(index)) return 'reference'
  if (headings.has(index)) return 'reference-heading'
  const rest = blank(
    block.text,
    notices.map(({ at }) => at),
  )
  return notices.length > 0 && rest.trim() === '' ? 'notice' : 'text'
}

function silentIn({ block, notices }: BlockFindings, is: ReadBlock['is']): readonly TextSpan[] {
  if (is === 'reference' || is === 'reference-heading' || is === 'code') return [{ from: 0, to: block.text.length }]
  const code = block.marks.flatMap((mark) => (mark.kind === 'code' ? [mark.at] : []))
  return [...notices.flatMap((notice) => (notice.silent ? [notice.at] : [])), ...code].sort((a, b) => a.from - b.from)
}
