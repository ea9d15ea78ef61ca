import type { Format, ParsedSource } from '../../core/block.js'
import { takeFrontMatter } from '../front-matter/index.js'
import { Page } from '../page.js'
import { type Prepared, prepare } from '../prepared.js'
import { hideTemplates } from '../templates.js'

/** HTML pages and fragments through rehype-parse, templates tolerated. */
export const html: Format = {
  id: 'html',
  extensions: ['.html', '.htm', '.xhtml'],
  async parse(source): Promise<ParsedSource> {
    const page = new Page()
    await readHtmlInto(await takeFrontMatter(prepare(source), page), page)
    return page.finish()
  },
}

/** Reads HTML without front matter and adds its blocks to the page. */
export async function readHtmlInto(prepared: Prepared, page: Page): Promise<void> {
  const { readHtml } = await import('./read.js')
  readHtml({ ...prepared, text: hideTemplates(prepared.text, 'html') }, page)
}
