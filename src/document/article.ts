import type { Article } from '../core/document.js'
import type { TextSpan } from '../core/span.js'
import type { ArticleRange } from './articles.js'
import type { BlockFindings } from './block-findings.js'
import { contradictionsOf } from './contradictions.js'
import { type FoundList, isOfSources } from './found-list.js'
import { Links } from './links.js'
import type { NoticeTexts } from './notice-texts.js'
import type { FoundNotice } from './notices.js'
import { placeIn } from './place.js'
import { ReferenceIndex } from './reference-index.js'
import { listHeads, referencesIn } from './references.js'

export interface AssembledArticle {
  readonly article: Article
  /** What analysers must not see, by block index. */
  readonly masks: ReadonlyMap<number, readonly TextSpan[]>
}

/** Joins what was found in the blocks of one article. */
export function assembleArticle(
  range: ArticleRange,
  blocks: readonly BlockFindings[],
  all: readonly FoundList[],
  texts: NoticeTexts,
): AssembledArticle {
  const [lists, remarks] = [all.filter(isOfSources), all.filter((list) => !isOfSources(list))]
  const references = referencesIn(blocks, lists, range.first, texts)
  /** Where the entries of a block begin: before them the text goes on as text. */
  const entriesFrom = new Map<number, number>()
  for (const { block, at } of references) if (!entriesFrom.has(block)) entriesFrom.set(block, at.from)
  for (const term of lists.flatMap(({ entries }) => entries.flatMap((entry) => entry.term ?? []))) entriesFrom.set(term, 0)
  const read = blocks.map((found) => {
    const from = entriesFrom.get(found.index)
    if (from === undefined) return found
    const citations = found.citations.filter(({ at }) => at.to <= from)
    return { ...found, citations, marks: [], notices: found.notices.filter((n) => n.kind === 'fda-disclaimer') }
  })
  const links = new Links(read, references, new ReferenceIndex(read, references, lists, remarks))
  const heads = listHeads(lists, references)
  const contradictions = read.flatMap((found, i) => {
    if (found.block.role === 'code') return []
    const nextTo = { before: endsInDisclaimer(read[i - 1]), after: startsWithDisclaimer(read[i + 1]) }
    return contradictionsOf(found.block, found.notices, nextTo, texts).map((at) => placeIn(found, at))
  })
  const article: Article = {
    blocks: { first: range.first, end: range.end },
    span: coverOf(read),
    ...(range.title !== undefined && { title: range.title }),
    markers: links.markers,
    citations: links.citations,
    references,
    referenceLists: heads,
    notices: links.notices,
    ...(contradictions.length > 0 && { contradictions }),
  }
  return { article, masks: links.masks }
}

/** From the first letter of the article's blocks to the last; an empty page has the empty span. */
function coverOf(blocks: readonly BlockFindings[]): Article['span'] {
  let [start, end] = [blocks[0]?.block.span.start ?? 0, 0]
  for (const { block } of blocks) {
    start = Math.min(start, block.span.start)
    end = Math.max(end, block.span.end)
  }
  return { start, end }
}

const isDisclaimer = (notice: FoundNotice): boolean => notice.kind === 'fda-disclaimer'
const startsWithDisclaimer = (found: BlockFindings | undefined): boolean =>
  found !== undefined &&
  found.notices[0] !== undefined &&
  isDisclaimer(found.notices[0]) &&
  found.block.text.slice(0, found.notices[0].at.from).trim() === ''
const endsInDisclaimer = (found: BlockFindings | undefined): boolean => {
  const last = found?.notices.at(-1)
  return found !== undefined && last !== undefined && isDisclaimer(last) && found.block.text.slice(last.at.to).trim() === ''
}
