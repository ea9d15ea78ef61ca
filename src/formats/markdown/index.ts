import type { Format } from '../../core/block.js'
import { readWithLezer } from './lezer.js'
import { readMarkdown } from './read.js'

export const MARKDOWN_EXTENSIONS = ['.md', '.markdown', '.mdx', '.mkd']

/** CommonMark and GFM through lezer: the default front end. */
export const markdown: Format = {
  id: 'markdown',
  extensions: MARKDOWN_EXTENSIONS,
  parse: (source) => readMarkdown(source, readWithLezer),
}
