import type { ParsedSource, Unread } from '../../core/block.js'
import type { Span } from '../../core/span.js'
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

/** What a front end that knows more than Markdown makes of a text. */
export interface Reading {
  readonly blocks: readonly MarkdownBlock[]
  readonly unread: readonly { readonly what: Unread['what']; readonly span: Span }[]
  /** What the block reader sees in place of the text: equally long, expressions blanked. */
  readonly text?: string
}

/**
 * Reads Markdown through a front end that sees the whole text, its templates included. Where that fails, the text is read as plain
 * Markdown, and the fault is said to be unread. Offsets are those of the prepared text.
 */
export async function readMarkdownWith(
  source: string,
  frontEnd: (plain: string) => Promise<Reading | { readonly fault: Span }>,
): Promise<ParsedSource> {
  const page = new Page()
  const whole = await takeFrontMatter(prepare(source), page)
  const reading = findHostile(whole.text).length > 0 ? { fault: { start: 0, end: 0 } } : await frontEnd(whole.text)
  if ('fault' in reading) {
    page.unread.push({ what: 'structure-not-read', span: sourceSpan(whole, reading.fault.start, reading.fault.end) })
    await readMarkdownInto(whole, page, (await import('./lezer.js')).readWithLezer)
    return page.finish()
  }
  const prepared = { ...whole, text: reading.text ?? hideTemplates(whole.text, 'markdown') }
  for (const { what, span } of reading.unread) page.unread.push({ what, span: sourceSpan(whole, span.start, span.end) })
  await readBlocks(prepared, page, reading.blocks)
  return page.finish()
}

/** Reads Markdown without front matter and adds its blocks to the page. */
export async function readMarkdownInto(whole: Prepared, page: Page, frontEnd: FrontEnd): Promise<void> {
  const prepared = withoutHostile({ ...whole, text: hideTemplates(whole.text, 'markdown') }, page)
  await readBlocks(prepared, page, await frontEnd(prepared.text))
}

async function readBlocks(prepared: Prepared, page: Page, blocks: readonly MarkdownBlock[]): Promise<void> {
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
