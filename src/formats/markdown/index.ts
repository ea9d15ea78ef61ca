import type { Format, ParsedSource } from '../../core/block.js'
import { Page } from '../page.js'
import { prepare } from '../prepared.js'
import { BlockReader } from './blocks.js'
import { readWithLezer } from './lezer.js'
import type { FrontEnd } from './tree.js'

const EXTENSIONS = ['.md', '.markdown', '.mdx', '.mkd', '.mdown']

/** CommonMark and GFM through lezer. */
export const markdown: Format = { id: 'markdown', extensions: EXTENSIONS, parse: (source) => readMarkdown(source, readWithLezer) }

async function readMarkdown(source: string, frontEnd: FrontEnd): Promise<ParsedSource> {
  const page = new Page()
  const prepared = prepare(source)
  const { readHtml } = await import('../html/read.js')
  new BlockReader(prepared, page, readHtml).read(await frontEnd(prepared.text))
  return page.finish()
}
