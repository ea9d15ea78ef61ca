import type { ParsedSource } from '../../core/block.js'
import { takeFrontMatter } from '../front-matter/index.js'
import { Page } from '../page.js'
import { type Prepared, prepare, slicePrepared, sourceSpan } from '../prepared.js'
import { hideTemplates } from '../templates.js'
import { readText } from '../text/index.js'
import { BlockReader } from './blocks.js'
import { findHostile } from './guard.js'
import type { FrontEnd, MarkdownBlock } from './tree.js'

/** Reads Markdown through one of the front ends. HTML and front matter parsers are loaded only where the text asks for them. */
export async function readMarkdown(source: string, frontEnd: FrontEnd): Promise<ParsedSource> {
  const page = new Page()
  await readMarkdownInto(await takeFrontMatter(prepare(source), page), page, frontEnd)
  return page.finish()
}

/** Reads Markdown without front matter and adds its blocks to the page. */
export async function readMarkdownInto(whole: Prepared, page: Page, frontEnd: FrontEnd): Promise<void> {
  const prepared = withoutHostile({ ...whole, text: hideTemplates(whole.text, 'markdown') }, page)
  const blocks = await frontEnd(prepared.text)
  const readHtml = holdsHtml(blocks, prepared.text) ? (await import('../html/read.js')).readHtml : undefined
  new BlockReader(prepared, page, readHtml).read(blocks)
}

/** Reads what no parser can take in as plain text and blanks it. */
function withoutHostile(prepared: Prepared, page: Page): Prepared {
  const hostile = findHostile(prepared.text)
  if (hostile.length === 0) return prepared
  let text = ''
  let from = 0
  for (const { start, end } of hostile) {
    page.unread.push({ what: 'structure-not-read', span: sourceSpan(prepared, start, end) })
    readText(slicePrepared(prepared, start, end), page)
    text += prepared.text.slice(from, start) + prepared.text.slice(start, end).replace(/[^\n]/g, ' ')
    from = end
  }
  return { ...prepared, text: text + prepared.text.slice(from) }
}

/** True when some block of HTML is more than a comment. */
function holdsHtml(blocks: readonly MarkdownBlock[], text: string): boolean {
  return blocks.some((block) => {
    switch (block.type) {
      case 'html':
        return !isComment(text.slice(block.start, block.end))
      case 'quote':
      case 'footnote':
        return holdsHtml(block.children, text)
      case 'list':
        return block.items.some((item) => holdsHtml(item.children, text))
      default:
        return false
    }
  })
}

/** True for HTML that is one comment or instruction and nothing else. */
function isComment(html: string): boolean {
  const raw = html.trim()
  if (raw.startsWith('<!--')) return raw.indexOf('-->', 4) === raw.length - 3
  return raw.startsWith('<?') && raw.indexOf('?>') === raw.length - 2
}
