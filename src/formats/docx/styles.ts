import type { BlockRole } from '../../core/block.js'
import { child, valOf, type XmlElement } from './xml.js'

/** What a paragraph's style and numbering make of it. */
export interface ParagraphKind {
  readonly role: BlockRole
  /** Heading level, or list depth (1 = outermost). */
  readonly depth?: number
  readonly bullet?: { readonly text: string; readonly ordinal?: number; readonly list: number }
}

interface Style {
  readonly name: string
  readonly basedOn?: string
  readonly properties?: XmlElement
  /** `superscript` or `subscript`, of a style for letters. */
  readonly raised?: string
}

interface Level {
  readonly isNumbered: boolean
  readonly start: number
}

const levelOf = (level: XmlElement): Level => ({
  isNumbered: !/^(?:bullet|none)$/.test(valOf(level, 'w:numFmt') ?? 'decimal'),
  start: Number(valOf(level, 'w:start') ?? 1),
})

/** Styles and numbering of a document: which paragraphs are headings, items, captions, quotes. Built-in style names are English in any Word. */
export class Styles {
  readonly #styles = new Map<string, Style>()
  readonly #defaultStyle: string | undefined
  readonly #levels = new Map<string, ReadonlyMap<string, Level>>()
  readonly #counters = new Map<string, number[]>()
  readonly #lists = new Map<string, number>()

  constructor(styles: XmlElement | undefined, numbering: XmlElement | undefined) {
    for (const style of styles?.children ?? []) {
      if (style.name !== 'w:style') continue
      const id = style.attributes['w:styleId'] ?? ''
      const basedOn = valOf(style, 'w:basedOn')
      const properties = child(style, 'w:pPr')
      const name = (valOf(style, 'w:name') ?? '').toLowerCase()
      const raised = valOf(child(style, 'w:rPr'), 'w:vertAlign')
      this.#styles.set(id, { name, ...(basedOn && { basedOn }), ...(properties && { properties }), ...(raised && { raised }) })
      if (style.attributes['w:type'] === 'paragraph' && style.attributes['w:default'] === '1') this.#defaultStyle = id
    }
    const abstract = new Map<string, ReadonlyMap<string, Level>>()
    for (const each of numbering?.children ?? []) {
      if (each.name === 'w:abstractNum') {
        const levels = each.children.filter(({ name }) => name === 'w:lvl')
        abstract.set(
          each.attributes['w:abstractNumId'] ?? '',
          new Map(levels.map((level) => [level.attributes['w:ilvl'] ?? '0', levelOf(level)])),
        )
      } else if (each.name === 'w:num') {
        this.#levels.set(each.attributes['w:numId'] ?? '', abstract.get(valOf(each, 'w:abstractNumId') ?? '') ?? new Map())
      }
    }
  }

  /** Counts numbered items as it goes: to be asked once for each paragraph, in order. */
  kindOf(properties: XmlElement | undefined, isCell: boolean): ParagraphKind {
    const chain = this.#chain(valOf(properties, 'w:pStyle') ?? this.#defaultStyle)
    const levels = [properties, ...chain.map((style) => style.properties)]
    const outline = levels.map((each) => valOf(each, 'w:outlineLvl')).find((each) => each !== undefined)
    const names = chain.map(({ name }) => name)
    const heading = names.map((name) => /^heading ([1-9])$/.exec(name)?.[1]).find(Boolean)
    if (heading || (outline !== undefined && Number(outline) < 9)) {
      return { role: 'heading', depth: Math.min(6, heading ? Number(heading) : Number(outline) + 1) }
    }
    if (names.includes('title')) return { role: 'heading', depth: 1 }
    if (names.includes('subtitle')) return { role: 'heading', depth: 2 }
    if (names.includes('caption')) return { role: 'caption' }
    const numbering = levels.map((each) => child(each, 'w:numPr')).find((each) => valOf(each, 'w:numId') !== undefined)
    const item = numbering && this.#item(valOf(numbering, 'w:numId')!, Number(valOf(numbering, 'w:ilvl') ?? 0))
    if (item && !isCell) return item
    if (names.some((name) => /^(?:intense )?quote$/.test(name))) return { role: 'quote' }
    return { role: isCell ? 'table-cell' : 'prose' }
  }

  /** `superscript` or `subscript`: said of the letters, by their style, or (LibreOffice) as a shift in half points. */
  raised(run: XmlElement | undefined): string | undefined {
    const own = valOf(run, 'w:vertAlign') ?? this.#chain(valOf(run, 'w:rStyle')).find(({ raised }) => raised)?.raised
    const shift = Number(valOf(run, 'w:position') ?? 0)
    return own ?? (shift > 0 ? 'superscript' : shift < 0 ? 'subscript' : undefined)
  }

  #chain(id: string | undefined): Style[] {
    const chain: Style[] = []
    for (let style = this.#styles.get(id ?? ''); style && chain.length < 20; style = this.#styles.get(style.basedOn ?? ''))
      chain.push(style)
    return chain
  }

  /** Number 0 takes an item out of its list. */
  #item(number: string, level: number): ParagraphKind | undefined {
    if (number === '0') return undefined
    const counters = this.#counters.get(number) ?? []
    this.#counters.set(number, counters)
    counters.length = Math.min(counters.length, level + 1)
    const format = this.#levels.get(number)?.get(String(level))
    const ordinal = (counters[level] ?? (format?.start ?? 1) - 1) + 1
    counters[level] = ordinal
    const list = this.#lists.get(number) ?? this.#lists.size
    this.#lists.set(number, list)
    const isNumbered = format?.isNumbered ?? false
    return {
      role: 'list-item',
      depth: level + 1,
      bullet: { text: isNumbered ? `${ordinal}.` : '•', ...(isNumbered && { ordinal }), list },
    }
  }
}
