import type { Format, ParsedSource } from '../../core/block.js'
import { Page } from '../page.js'
import { prepare } from '../prepared.js'

/** HTML pages and fragments through rehype-parse, templates tolerated. */
export const html: Format = {
  id: 'html',
  extensions: ['.html', '.htm', '.xhtml'],
  async parse(source): Promise<ParsedSource> {
    const { readHtml } = await import('./read.js')
    const page = new Page()
    readHtml(prepare(source), page)
    return page.finish()
  },
}
