import type { Block } from '../core/block.js'

/** An article's blocks: indexes, end exclusive. */
export interface ArticleRange {
  readonly first: number
  readonly end: number
  readonly title?: string
}

/** What closes an article: the blocks that are a disclaimer, and the reference lists with their first and last block and the labels of their entries. */
export interface Closings {
  readonly disclaimers: ReadonlySet<number>
  readonly lists: readonly { readonly first: number; readonly last: number; readonly labels: ReadonlySet<string> }[]
  /** Labels that a block cites. */
  cited(block: number): readonly string[]
}

const isTitle = (block: Block): boolean => block.role === 'heading' && block.depth === 1

/** Tells the articles of one file apart. When in doubt a page is one article: its disclaimer then serves all of it. */
export function splitArticles(blocks: readonly Block[], closings: Closings): readonly ArticleRange[] {
  const starts = elementStarts(blocks, closings) ?? titleStarts(blocks, closings)
  const bounds = [0, ...starts, blocks.length]
  return bounds.slice(0, -1).map((first, i) => {
    const end = bounds[i + 1]!
    const title = titleOf(blocks, first, end)
    return { first, end, ...(title !== undefined && { title }) }
  })
}

/** HTML `<article>` elements, unless a disclaimer or the only lists outside of them serve the whole page. */
function elementStarts(blocks: readonly Block[], { disclaimers, lists }: Closings): number[] | undefined {
  const starts: number[] = []
  let current: number | undefined
  for (const [i, { articleElement }] of blocks.entries()) {
    if (articleElement === undefined || articleElement === current) continue
    if (current !== undefined) starts.push(i)
    current = articleElement
  }
  if (starts.length === 0) return undefined
  const isOutside = (i: number): boolean => blocks[i]!.articleElement === undefined
  const isShared = [...disclaimers].some(isOutside) || (lists.length > 0 && lists.every(({ first }) => isOutside(first)))
  return isShared ? undefined : starts
}

function titleStarts(blocks: readonly Block[], closings: Closings): number[] {
  const { disclaimers, lists } = closings
  const starts: number[] = []
  const holds = (from: number, to: number): { disclaimer: boolean; list: boolean } => ({
    disclaimer: indexes.some((i) => i >= from && i < to),
    list: lists.some((list) => list.first >= from && list.first < to),
  })
  const indexes = [...disclaimers].sort((a, b) => a - b)
  const restarts = renumberedStarts(blocks, closings)
  const candidates = candidateTitles(blocks, closings, restarts)
  let from = 0
  for (const at of candidates) {
    const before = holds(from, at.index)
    const after = holds(at.index, blocks.length)
    // numbers that begin anew tell of chapters, unless one disclaimer serves them all
    const isRestart = !at.isHeading && restarts.has(at.index) && before.disclaimer === after.disclaimer
    const isOwn = at.isHeading
      ? (before.disclaimer && (before.list || !after.list)) || (before.list && after.list)
      : isRestart || (before.disclaimer && before.list && after.disclaimer && after.list)
    if (!isOwn) continue
    starts.push(at.index)
    from = at.index
  }
  return starts
}

/** Where a list of references has closed, and what follows cites the same numbers of another list: the heading in between, else the next block. */
function renumberedStarts(blocks: readonly Block[], { lists, cited }: Closings): ReadonlySet<number> {
  const starts = new Set<number>()
  for (const [i, { last, labels }] of lists.entries()) {
    const next = lists[i + 1]
    if (!next) break
    const between = blocks.slice(last + 1, next.first).map((_, k) => last + 1 + k)
    const isCitedAnew = between.some((block) => cited(block).some((label) => labels.has(label) && next.labels.has(label)))
    if (isCitedAnew) starts.add(between.find((block) => blocks[block]!.role === 'heading') ?? last + 1)
  }
  return starts
}

/** Where a second article may begin: a first-level heading, or a title-like line right behind the disclaimer or list that closes the one before. */
function candidateTitles(
  blocks: readonly Block[],
  { disclaimers, lists }: Closings,
  restarts: ReadonlySet<number>,
): { readonly index: number; readonly isHeading: boolean }[] {
  const inList = new Set(lists.map((list) => list.first))
  const lasts = new Set(lists.map((list) => list.last))
  const firstTitle = blocks.findIndex(isTitle)
  const candidates: { index: number; isHeading: boolean }[] = []
  for (const [i, block] of blocks.entries()) {
    if (i === 0 || inList.has(i) || disclaimers.has(i)) continue
    if (isTitle(block)) {
      if (i > firstTitle) candidates.push({ index: i, isHeading: true })
    } else if (restarts.has(i)) candidates.push({ index: i, isHeading: false })
    else if ((disclaimers.has(i - 1) || lasts.has(i - 1)) && isTitleLike(block)) candidates.push({ index: i, isHeading: false })
  }
  return candidates
}

const isTitleLike = ({ role, text }: Block): boolean =>
  (role === 'prose' || role === 'heading') &&
  text.length <= 100 &&
  !text.includes('\n') &&
  !/[.。!！*＊]\s*$/.test(text) &&
  /\p{L}/u.test(text)

function titleOf(blocks: readonly Block[], first: number, end: number): string | undefined {
  const own = blocks.slice(first, end)
  const heading = own.find(isTitle) ?? own.find((block) => block.role === 'heading') ?? own.find((block) => block.field === 'title')
  return (heading ?? own.find((block) => isTitleLike(block)))?.text.trim()
}
