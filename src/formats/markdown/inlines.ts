import type { Piece } from '../character-references.js'
import { readTag, type Tag } from '../html/tag.js'
import type { Page } from '../page.js'
import { type Prepared, sourceSpan } from '../prepared.js'
import { type PlacedMark, type ReadText, VisibleText } from '../visible-text.js'
import type { MarkdownInline } from './tree.js'

const TAG_MARKS: Readonly<Record<string, 'emphasis' | 'strong' | 'superscript' | 'subscript' | 'ruby-base' | 'code'>> = {
  em: 'emphasis',
  i: 'emphasis',
  b: 'strong',
  strong: 'strong',
  sup: 'superscript',
  sub: 'subscript',
  ruby: 'ruby-base',
  code: 'code',
  kbd: 'code',
  samp: 'code',
}
/** Elements whose content is not on the page, or is a reading aid beside it. */
const SKIPPED = new Set(['rt', 'rp', 'script', 'style', 'template', 'noscript'])
const MEDIA = new Set(['iframe', 'video', 'audio', 'object', 'embed', 'canvas'])

/** Reads the inline content of one block; a new one for every block. */
export class InlineReader {
  readonly #text: VisibleText
  readonly #open: { name: string; from: number; start: number; href?: string }[] = []
  #skipping: string | undefined

  constructor(
    private readonly prepared: Prepared,
    private readonly page: Page,
  ) {
    this.#text = new VisibleText(prepared, 'keep', (start, end) => page.unread.push({ what: 'template-expression', span: { start, end } }))
  }

  /** Says that the block is a list item: an asterisk before it was meant as a symbol now and then. */
  bullet(mark: { start: number; end: number }): void {
    const symbol = this.prepared.text.slice(mark.start, mark.end)
    if (symbol === '*') this.#text.point({ kind: 'delimiter', symbol, as: 'bullet', span: sourceSpan(this.prepared, mark.start, mark.end) })
  }

  read(inlines: readonly MarkdownInline[]): ReadText | undefined {
    for (const inline of inlines) this.#inline(inline)
    while (this.#open.length > 0) this.#close(this.#open.at(-1)!.name, inlines.at(-1)!.end)
    return this.#text.finish()
  }

  #inline(inline: MarkdownInline): void {
    const span = sourceSpan(this.prepared, inline.start, inline.end)
    switch (inline.type) {
      case 'text':
        if (!this.#skipping) this.#text.add(inline.value, inline.start, inline.end)
        return
      case 'break':
        if (!this.#skipping) this.#text.break(inline.start, inline.end)
        return
      case 'emphasis':
      case 'strong':
      case 'delete':
        this.#styled(inline)
        return
      case 'link':
        this.#title(inline.title)
        this.#marked({ kind: 'link', href: inline.href, span }, inline.children)
        return
      case 'code':
        this.#marked({ kind: 'code', span }, inline.children)
        return
      case 'image':
        this.#image(inline)
        return
      case 'html':
        this.#html(inline.start, inline.end)
        return
      case 'footnote-call':
        this.#text.point({ kind: 'footnote-call', label: inline.label, span })
        return
    }
  }

  #marked(mark: PlacedMark, children: readonly MarkdownInline[]): void {
    const from = this.#text.here
    for (const child of children) this.#inline(child)
    this.#text.mark(mark, from)
  }

  #styled(inline: Extract<MarkdownInline, { type: 'emphasis' | 'strong' | 'delete' }>): void {
    const span = sourceSpan(this.prepared, inline.start, inline.end)
    if (inline.type === 'delete') {
      for (const child of inline.children) this.#inline(child)
      return
    }
    this.#delimiter(inline.opening)
    this.#marked({ kind: inline.type, span }, inline.children)
    this.#delimiter(inline.closing)
  }

  #delimiter({ start, end }: { start: number; end: number }): void {
    const symbol = this.prepared.text.slice(start, end)
    this.#text.point({ kind: 'delimiter', symbol, as: 'emphasis', span: sourceSpan(this.prepared, start, end) })
  }

  #image(image: Extract<MarkdownInline, { type: 'image' }>): void {
    const alt = new InlineReader(this.prepared, this.page).read(withoutLinks(image.alt.children))
    if (alt) this.page.add(alt, { role: 'alt-text', span: sourceSpan(this.prepared, image.alt.start, image.alt.end) })
    else this.page.unread.push({ what: 'image-without-text', span: sourceSpan(this.prepared, image.start, image.end) })
    this.#title(image.title)
  }

  #title(pieces: readonly Piece[] | undefined): void {
    if (!pieces || pieces.length === 0) return
    const title = new VisibleText(this.prepared, 'keep')
    for (const { value, start, end } of pieces) title.add(value, start, end)
    const span = sourceSpan(this.prepared, pieces[0]!.start, pieces.at(-1)!.end)
    this.page.add(title.finish(), { role: 'title-attribute', span })
  }

  #html(start: number, end: number): void {
    const tag = readTag(this.prepared, start, end)
    const span = sourceSpan(this.prepared, start, end)
    if (tag.kind === 'comment') {
      this.page.comments.push({ text: tag.text, span })
      return
    }
    if (tag.kind === 'other') return
    if (tag.kind === 'end') {
      this.#close(tag.name, end)
      return
    }
    for (const attribute of tag.surfaces) this.page.add(attribute.read, { role: attribute.role, span: attribute.span })
    if (tag.id !== undefined) this.#text.point({ kind: 'anchor', id: tag.id, span })
    if (tag.name === 'img' && !tag.surfaces.some(({ role }) => role === 'alt-text'))
      this.page.unread.push({ what: 'image-without-text', span })
    if (MEDIA.has(tag.name)) this.page.unread.push({ what: 'embedded-media', span })
    if (tag.name === 'br' && !this.#skipping) this.#text.break(start, end)
    this.#openTag(tag, start)
  }

  #openTag(tag: Tag, start: number): void {
    if (SKIPPED.has(tag.name) && !tag.selfClosing) this.#skipping ??= tag.name
    if (!(tag.name in TAG_MARKS) && tag.name !== 'a') return
    this.#open.push({ name: tag.name, from: this.#text.here, start, ...(tag.href === undefined ? {} : { href: tag.href }) })
  }

  #close(name: string, end: number): void {
    if (this.#skipping === name) this.#skipping = undefined
    const index = this.#open.findLastIndex((tag) => tag.name === name)
    if (index < 0) return
    const [tag] = this.#open.splice(index, 1)
    const span = sourceSpan(this.prepared, tag!.start, end)
    const kind = TAG_MARKS[name]
    if (kind) this.#text.mark({ kind, span }, tag!.from)
    else if (tag!.href !== undefined) this.#text.mark({ kind: 'link', href: tag!.href, span }, tag!.from)
  }
}

/** The text of an alternative text: links and images in it are only their words, tags nothing. */
function withoutLinks(inlines: readonly MarkdownInline[]): MarkdownInline[] {
  return inlines.flatMap((inline): MarkdownInline[] => {
    if (inline.type === 'image') return withoutLinks(inline.alt.children)
    if (inline.type === 'html') return []
    if (!('children' in inline)) return [inline]
    const children = withoutLinks(inline.children)
    return inline.type === 'link' || inline.type === 'code' ? children : [{ ...inline, children }]
  })
}
