import type { Block, Comment, ParsedSource, Unread } from '../core/block.js'
import type { ReadText } from './visible-text.js'

/** What a format found so far; parts of it (front matter, embedded HTML) are read by others and added. */
export class Page {
  readonly blocks: Block[] = []
  readonly unread: Unread[] = []
  readonly comments: Comment[] = []
  frontMatter: ParsedSource['frontMatter']
  lists = 0
  tables = 0
  articleElements = 0

  /** Adds a block when there is something to read in it. */
  add(read: ReadText | undefined, block: Omit<Block, 'text' | 'map' | 'marks'>): void {
    if (read) this.blocks.push({ ...block, text: read.text, map: read.map, marks: read.marks })
  }

  /** All of it in source order. */
  finish(): ParsedSource {
    this.blocks.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)
    this.unread.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
    this.comments.sort((a, b) => a.span.start - b.span.start)
    const { blocks, unread, comments, frontMatter } = this
    return { blocks, unread, comments, ...(frontMatter ? { frontMatter } : {}) }
  }
}
