import type { Format, ParsedSource } from '../../core/block.js'
import { takeFrontMatter } from '../front-matter/index.js'
import { Page } from '../page.js'
import { prepare } from '../prepared.js'
import { hideTemplates } from '../templates.js'

/** HTML pages and fragments through rehype-parse, templates tolerated. */
export const html: Format = {
  id: 'html',
  extensions: ['.html', '.htm', '.xhtml'],
  async parse(source): Promise<ParsedSource> {
    const { readHtml } = await import('./read.js')
    const page = new Page()
    const prepared = await takeFrontMatter(prepare(source), page)
    readHtml({ ...prepared, text: hideTemplates(prepared.text, 'html') }, page)
    return page.finish()
  },
}
