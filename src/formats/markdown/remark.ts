import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import type { Format, ReadOptions } from '../../core/block.js'
import { MARKDOWN_EXTENSIONS } from './index.js'
import { readMarkdown } from './read.js'
import { Pieces } from './remark-pieces.js'
import { RemarkReader } from './remark-reader.js'
import type { MarkdownBlock } from './tree.js'

/** Markdown through unified and remark: what a site sees that renders through them. Same blocks as the default front end. */
export const markdownRemark: Format = {
  id: 'markdown',
  extensions: MARKDOWN_EXTENSIONS,
  parse: (source, options) => (isPlain(options) ? readMarkdown(source, readWithRemark) : readWithPlugins(source, options)),
  check: async (_, { plugins }) => {
    if (plugins.length > 0) await (await import('./load-plugins.js')).loadAll(plugins)
  },
}

/** Plain Markdown needs neither MDX nor a site's own plug-ins. */
const isPlain = (options: ReadOptions | undefined): options is undefined =>
  options === undefined || (options.plugins.length === 0 && !options.path.toLowerCase().endsWith('.mdx'))

const readWithPlugins = async (source: string, options: ReadOptions) => (await import('./plugins.js')).readWithPlugins(source, options)

/** Reads Markdown with remark-parse and remark-gfm. One tilde stays a letter: `10~20 mg` is a range, not struck out. */
export function readWithRemark(text: string): readonly MarkdownBlock[] {
  const processor = unified().use(remarkParse).use(remarkGfm, { singleTilde: false }).freeze()
  const pieces = new Pieces(text, processor.data('micromarkExtensions') ?? [])
  return new RemarkReader(text, pieces).read(processor.parse(text))
}
