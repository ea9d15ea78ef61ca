import type { Root } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkMdx from 'remark-mdx'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import type { ParsedSource, ReadOptions } from '../../core/block.js'
import type { Span } from '../../core/span.js'
import { loadAll } from './load-plugins.js'
import { hideExpressions } from './mdx.js'
import { readMarkdownWith } from './read.js'
import { Pieces } from './remark-pieces.js'
import { RemarkReader } from './remark-reader.js'

/** Reads MDX, and Markdown with the remark plug-ins of a site, as the site reads it. A text that the site could not build is read as plain Markdown, and said to be. */
export function readWithPlugins(source: string, options: ReadOptions): Promise<ParsedSource> {
  const isMdx = options.path.toLowerCase().endsWith('.mdx')
  return readMarkdownWith(source, async (plain) => {
    const processor = unified().use(remarkParse).use(remarkGfm, { singleTilde: false })
    if (isMdx) processor.use(remarkMdx)
    for (const plugin of await loadAll(options.plugins)) processor.use([plugin])
    processor.freeze()
    let tree: Root
    try {
      tree = (await processor.run(processor.parse(plain) as Root)) as Root
    } catch (error) {
      return { fault: faultAt(error, plain) }
    }
    const reader = new RemarkReader(plain, new Pieces(plain, processor.data('micromarkExtensions') ?? []), options.plugins.length > 0)
    const blocks = reader.read(tree)
    return {
      blocks,
      unread: [
        ...reader.generated.map((span) => ({ what: 'generated-content' as const, span })),
        ...reader.unknown.map((span) => ({ what: 'structure-not-read' as const, span })),
      ],
      ...(isMdx && { text: hideExpressions(tree, plain) }),
    }
  })
}

/** The place that a parser complains about. */
function faultAt(error: unknown, text: string): Span {
  const { place } = error as { place?: { offset?: number; start?: { offset?: number } } }
  const start = Math.min(place?.offset ?? place?.start?.offset ?? 0, text.length)
  return { start, end: Math.min(start + 1, text.length) }
}
