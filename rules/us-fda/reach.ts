import type { Claim } from '../../src/core/claim.js'
import type { Article, Marker, Notice, ReadBlock } from '../../src/core/document.js'
import type { CheckContext } from '../../src/core/rule.js'

/** Consecutive disclaimers that serve as one: the English text with its translation beside it. */
export interface DisclaimerGroup {
  readonly notices: readonly Notice[]
  /** Symbols that the group carries; empty where it has none. */
  readonly symbols: ReadonlySet<string>
  readonly first: Notice
  readonly last: Notice
}

/** Index of the first item that fits, in a list where all that fit stand behind all that do not; its length where none does. */
export function firstIndex<Item>(items: readonly Item[], fits: (item: Item) => boolean): number {
  let [low, high] = [0, items.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (fits(items[middle]!)) high = middle
    else low = middle + 1
  }
  return low
}

const markersByBlock = new WeakMap<Article, ReadonlyMap<number, readonly Marker[]>>()

/** The markers of a block, in order. */
export function markersIn(block: number, article: Article): readonly Marker[] {
  let byBlock = markersByBlock.get(article)
  if (!byBlock) {
    byBlock = groupMarkers(article)
    markersByBlock.set(article, byBlock)
  }
  return byBlock.get(block) ?? []
}

function groupMarkers({ markers }: Article): ReadonlyMap<number, readonly Marker[]> {
  const byBlock = new Map<number, Marker[]>()
  for (const marker of markers) {
    const list = byBlock.get(marker.block)
    if (list) list.push(marker)
    else byBlock.set(marker.block, [marker])
  }
  for (const list of byBlock.values()) list.sort((a, b) => a.at.from - b.at.from || a.at.to - b.at.to)
  return byBlock
}

/** The markers of a block that begin within the stretch, both ends included. */
export function markersWithin(block: number, article: Article, from: number, to: number): readonly Marker[] {
  const all = markersIn(block, article)
  const first = firstIndex(all, ({ at }) => at.from >= from)
  let end = first
  while (end < all.length && all[end]!.at.from <= to) end++
  return all.slice(first, end)
}

const isCall = ({ role }: Marker): boolean => role === 'call'

/** Calls that belong to the statement: inside its sentence, or between it and the next one. */
export function callsOf(claim: Claim, article: Article, blocks: readonly ReadBlock[]): readonly Marker[] {
  const { sentences, text } = blocks[claim.block]!
  const { from, to: end } = claim.sentence.at
  const next = sentences[firstIndex(sentences, ({ at }) => at.from > from)]
  const to = Math.max(end, next?.at.from ?? text.length)
  const own = markersWithin(claim.block, article, from, to).filter(
    (marker) => isCall(marker) && marker.at.to <= to && (marker.at.from < marker.at.to || marker.at.from > from),
  )
  const joined = claim.marker === undefined ? undefined : article.markers[claim.marker]
  return joined && isCall(joined) && !own.includes(joined) ? [...own, joined] : own
}

/**
 * The disclaimers that symbols lead to from each statement: its own symbols, those of its lead-in ("helps you:*"), of its column's header, or,
 * if so configured, of its paragraph.
 */
export function groupsReached(
  statements: readonly Claim[],
  article: Article,
  groups: readonly DisclaimerGroup[],
  { document: { blocks }, config }: CheckContext,
): ReadonlyMap<Claim, ReadonlySet<DisclaimerGroup>> {
  const groupOf = new Map(groups.flatMap((group) => group.notices.map((notice) => [notice, group] as const)))
  const leads = leadBlocks(article, blocks)
  return new Map(
    statements.map((claim) => {
      const calls = [...callsOf(claim, article, blocks)]
      for (const lead of leads.get(claim.block) ?? []) calls.push(...markersIn(lead, article).filter(isCall))
      if (config.linkGranularity === 'paragraph')
        calls.push(...markersWithin(claim.block, article, claim.sentence.at.from, blocks[claim.block]!.text.length).filter(isCall))
      const reached = calls.flatMap(({ notice }) => (notice === undefined ? [] : (groupOf.get(article.notices[notice]!) ?? [])))
      return [claim, new Set(reached)]
    }),
  )
}

/** For list items the block that leads the list in, for table cells the header of their column. One walk over the article. */
function leadBlocks({ blocks: { first, end } }: Article, blocks: readonly ReadBlock[]): ReadonlyMap<number, readonly number[]> {
  const leads = new Map<number, readonly number[]>()
  const headers = new Map<string, number>()
  /** Open items, outermost first, below the block that stands before their list. */
  const open: { readonly index: number; readonly depth: number }[] = []
  let before: number | undefined
  for (let i = first; i < end; i++) {
    const { role, depth = 1, cell } = blocks[i]!
    if (cell?.header) headers.set(`${cell.table}:${cell.column}`, i)
    else if (cell) {
      const header = headers.get(`${cell.table}:${cell.column}`)
      // a column of its own for the symbols
      const symbol = isSymbol(blocks[i + 1]) && blocks[i + 1]!.cell?.row === cell.row ? i + 1 : undefined
      leads.set(
        i,
        [header, symbol].filter((index) => index !== undefined),
      )
    }
    if (role !== 'list-item') {
      open.length = 0
      before = i
      continue
    }
    while (open.length > 0 && open.at(-1)!.depth >= depth) open.pop()
    const above = open.at(-1)?.index ?? before
    if (above !== undefined && leadsIn(blocks[above]!)) leads.set(i, [...(leads.get(i) ?? []), above])
    open.push({ index: i, depth })
  }
  return leads
}

const isSymbol = (block: ReadBlock | undefined): boolean =>
  block?.cell !== undefined && block.text.trim() !== '' && !/[\p{L}\p{N}]{2}/u.test(block.text) && block.text.trim().length <= 4

/** The line before a list that ends in a colon, or a heading right above it. */
const leadsIn = ({ role, text }: ReadBlock): boolean => role === 'heading' || /[:：]["”’)）\s*＊∗†‡※◆\d]*$/.test(text)
