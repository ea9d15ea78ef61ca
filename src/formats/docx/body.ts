import type { Locus, Unread } from '../../core/block.js'
import type { DocxPackage } from './package.js'
import type { Styles } from './styles.js'
import type { Paragraph, ParagraphMark, Transcript } from './transcript.js'
import { child, descendants, isOn, valOf, type XmlElement } from './xml.js'

type Part = Extract<Locus, { kind: 'paragraph' }>['part']
/** A note that a call leads to; `label` where the call carries a number. */
export interface NoteCall {
  readonly kind: 'footnote' | 'endnote'
  readonly id: string
  readonly label?: string
}
type Around = Pick<Paragraph, 'cell' | 'landmark' | 'label'> & { readonly role?: 'footnote' }

/** Elements that hold paragraphs or runs and are nothing themselves. */
const TRANSPARENT = new Set(['w:ins', 'w:moveTo', 'w:smartTag', 'w:customXml', 'w:sdtContent', 'w:dir', 'w:bdo', 'w:txbxContent'])
/** Tracked deletions: in the file, but no longer in the text. */
const DELETED = new Set(['w:del', 'w:moveFrom'])
const PICTURES = new Set(['pic:pic', 'v:imagedata'])
const OBJECTS = new Set(['c:chart', 'dgm:relIds', 'o:OLEObject'])
const TEXT_BOXES = new Set(['w:txbxContent'])
const PROPERTIES = new Set(['wp:docPr'])

/** A complex field (`HYPERLINK`, `REF` …) on its way from `begin` to `end`. */
interface Field {
  instruction: string
  isResult: boolean
  from: number
}

interface Open {
  readonly marks: ParagraphMark[]
  readonly breaks: number[]
  readonly boxes: XmlElement[]
  readonly alts: string[]
}

/** Writes the parts of a document into one transcript, a paragraph a line. */
export class BodyReader {
  #text = ''
  readonly #paragraphs: Paragraph[] = []
  readonly #unread: Unread[] = []
  readonly #counts = new Map<string, number>()
  /** In the order they are called. */
  readonly notes: NoteCall[] = []
  readonly #fields: Field[] = []
  /** Alternative texts of pictures in the part that is being read. */
  readonly #alts: { readonly text: string; readonly locus: Paragraph['locus'] }[] = []
  #tables = 0
  #path = ''
  #part: Part = 'body'
  /** `note 3`, where a part has several of its kind. */
  #note: number | undefined

  constructor(
    private readonly document: DocxPackage,
    private readonly styles: Styles,
  ) {}

  finish(): Transcript {
    return { text: this.#text, paragraphs: this.#paragraphs, unread: this.#unread }
  }

  /** Reads a container of paragraphs and tables. */
  read(container: XmlElement, path: string, part: Part, around: Around = {}, note?: number): void {
    this.#path = path
    this.#part = part
    this.#note = note
    this.#fields.length = 0
    this.#blocks(container, around)
    // Behind the part's paragraphs, so that a line of the body has the number of its paragraph.
    for (const { text, locus } of this.#alts.splice(0)) {
      const start = this.#text.length
      this.#text += `${text}\n`
      this.#paragraphs.push({ start, end: start + text.length, role: 'alt-text', locus, breaks: [], marks: [] })
    }
  }

  #blocks(container: XmlElement, around: Around): void {
    for (const element of container.children) this.#block(element, around)
  }

  #block(element: XmlElement, around: Around): void {
    const { name } = element
    if (name === 'w:p') this.#paragraph(element, around)
    else if (name === 'w:tbl') this.#table(element, around)
    else if (name === 'w:altChunk') this.#say('embedded-media')
    else if (DELETED.has(name)) this.#say('deleted-text')
    else if (name === 'w:sdt' || TRANSPARENT.has(name)) this.#blocks(element, around)
    else if (name === 'mc:AlternateContent') this.#blocks(preferred(element), around)
  }

  #table(table: XmlElement, around: Around): void {
    const number = this.#tables++
    const hasHeader = child(child(table, 'w:tblPr'), 'w:tblLook')?.attributes['w:firstRow'] !== '0'
    rowsOf(table).forEach((row, index) => {
      const header = isOn(child(row, 'w:trPr'), 'w:tblHeader') || (index === 0 && hasHeader)
      let column = Number(valOf(child(row, 'w:trPr'), 'w:gridBefore') ?? 0)
      for (const cell of row.children.flatMap((each) => (each.name === 'w:sdt' ? cellsOf(each) : each.name === 'w:tc' ? [each] : []))) {
        const properties = child(cell, 'w:tcPr')
        const merge = child(properties, 'w:vMerge')
        const isContinued = merge !== undefined && merge.attributes['w:val'] !== 'restart'
        if (!isContinued) this.#blocks(cell, { ...around, cell: { table: number, row: index, column, header } })
        column += Number(valOf(properties, 'w:gridSpan') ?? 1)
      }
    })
  }

  #paragraph(paragraph: XmlElement, around: Around): void {
    const start = this.#text.length
    const number = (this.#counts.get(this.#counter()) ?? 0) + 1
    this.#counts.set(this.#counter(), number)
    const open: Open = { marks: [], breaks: [], boxes: [], alts: [] }
    this.#inlines(paragraph, open)
    const kind = this.styles.kindOf(child(paragraph, 'w:pPr'), around.cell !== undefined)
    const { role: own, ...place } = around
    const locus = { kind: 'paragraph' as const, part: this.#part, number, ...(this.#note !== undefined && { note: this.#note }) }
    const line = { start, end: this.#text.length, locus, ...place }
    const { marks, breaks } = open
    this.#paragraphs.push({ ...line, ...kind, ...(own && kind.role === 'prose' && { role: own }), breaks, marks })
    for (const text of open.alts) this.#alts.push({ text, locus })
    this.#text += '\n'
    for (const box of open.boxes) this.#blocks(box, around.landmark ? { landmark: around.landmark } : {})
  }

  #counter = (): string => `${this.#part} ${this.#note ?? ''}`

  #inlines(parent: XmlElement, open: Open): void {
    for (const element of parent.children) this.#inline(element, open)
  }

  #inline(element: XmlElement, open: Open): void {
    const { name, attributes } = element
    const from = this.#text.length
    if (name === 'w:r') this.#run(element, open)
    else if (DELETED.has(name)) this.#say('deleted-text')
    else if (name === 'w:sdt' || TRANSPARENT.has(name)) this.#inlines(element, open)
    else if (name === 'mc:AlternateContent') this.#inlines(preferred(element), open)
    else if (name === 'w:hyperlink') {
      this.#inlines(element, open)
      const target = this.document.relationships(this.#path).get(attributes['r:id'] ?? '')?.target ?? ''
      this.#link(target + (attributes['w:anchor'] ? `#${attributes['w:anchor']}` : ''), from, open)
    } else if (name === 'w:fldSimple') {
      this.#inlines(element, open)
      this.#link(hyperlinkOf(attributes['w:instr'] ?? ''), from, open)
    } else if (name === 'w:bookmarkStart' && attributes['w:name']) {
      open.marks.push({ kind: 'anchor', id: attributes['w:name'], start: from, end: from })
    } else if (name === 'm:oMath' || name === 'm:oMathPara') {
      this.#text += descendants(element, new Set(['m:t']))
        .map((each) => each.text)
        .join('')
      this.#mark('code', from, open)
    }
  }

  #run(run: XmlElement, open: Open): void {
    const properties = child(run, 'w:rPr')
    const from = this.#text.length
    if (isOn(properties, 'w:vanish') && run.children.some(({ name }) => name === 'w:t')) {
      this.#say('hidden-text')
      return
    }
    for (const element of run.children) this.#piece(element, open)
    const raised = this.styles.raised(properties)
    if (raised === 'superscript' || raised === 'subscript') this.#mark(raised, from, open)
    if (isOn(properties, 'w:b')) this.#mark('strong', from, open)
    if (isOn(properties, 'w:i')) this.#mark('emphasis', from, open)
  }

  #piece(element: XmlElement, open: Open): void {
    const field = this.#fields.at(-1)
    switch (element.name) {
      case 'w:t':
        if (!field || field.isResult) this.#text += element.text.replace(/[\r\n\u2028\u2029]/g, ' ')
        return
      case 'w:tab':
      case 'w:ptab':
        this.#text += ' '
        return
      case 'w:br':
      case 'w:cr':
        open.breaks.push(this.#text.length)
        this.#text += ' '
        return
      case 'w:noBreakHyphen':
        this.#text += '\u2011'
        return
      case 'w:sym':
        this.#symbol(element)
        return
      case 'w:fldChar':
      case 'w:instrText':
        this.#field(element, open)
        return
      case 'w:footnoteReference':
      case 'w:endnoteReference':
        this.#noteCall(element, open)
        return
      case 'w:commentReference':
        this.#say('comment')
        return
      case 'w:ruby':
        this.#ruby(element, open)
        return
      case 'mc:AlternateContent':
        for (const each of preferred(element).children) this.#piece(each, open)
        return
      case 'w:drawing':
      case 'w:pict':
      case 'w:object':
        this.#drawing(element, open)
    }
  }

  /** A letter of a symbol font: F0xx stands for its code in the font, and in `Symbol` some are what disclaimers use. */
  #symbol({ attributes }: XmlElement): void {
    const code = Number.parseInt(attributes['w:char'] ?? '', 16)
    const letter = /^symbol$/i.test(attributes['w:font'] ?? '') ? SYMBOL_FONT[code & 0xff] : undefined
    if (letter) this.#text += letter
    else if (code >= 0x20 && (code < 0xe000 || code > 0xf8ff)) this.#text += String.fromCodePoint(code)
    else this.#say('symbol')
  }

  #field(element: XmlElement, open: Open): void {
    const type = element.attributes['w:fldCharType']
    if (element.name === 'w:instrText') {
      const field = this.#fields.at(-1)
      if (field) field.instruction += element.text
    } else if (type === 'begin') this.#fields.push({ instruction: '', isResult: false, from: this.#text.length })
    else if (type === 'separate') {
      const field = this.#fields.at(-1)
      if (field) Object.assign(field, { isResult: true, from: this.#text.length })
    } else if (type === 'end') {
      const field = this.#fields.pop()
      const start = this.#text.lastIndexOf('\n') + 1
      if (field?.isResult) this.#link(hyperlinkOf(field.instruction), Math.max(field.from, start), open)
    }
  }

  #noteCall({ name, attributes }: XmlElement, open: Open): void {
    const kind = name === 'w:footnoteReference' ? 'footnote' : 'endnote'
    const id = attributes['w:id'] ?? ''
    // A symbol of the writer's own follows as text, here and in the note: it leads there as any symbol does.
    const isOwn = attributes['w:customMarkFollows'] !== undefined && !/^(?:0|false|off)$/.test(attributes['w:customMarkFollows'])
    const known = this.notes.find((note) => note.kind === kind && note.id === id)
    const number = this.notes.filter((note) => note.kind === kind && note.label !== undefined).length + 1
    const label = known ? known.label : isOwn ? undefined : kind === 'footnote' ? String(number) : `e${number}`
    if (!known) this.notes.push({ kind, id, ...(label !== undefined && { label }) })
    const at = this.#text.length
    if (label !== undefined) open.marks.push({ kind: 'footnote-call', label, start: at, end: at })
  }

  #ruby(ruby: XmlElement, open: Open): void {
    const from = this.#text.length
    for (const base of ruby.children) if (base.name === 'w:rubyBase') this.#inlines(base, open)
    this.#mark('ruby-base', from, open)
  }

  #drawing(drawing: XmlElement, open: Open): void {
    const boxes = descendants(drawing, TEXT_BOXES)
    open.boxes.push(...boxes)
    const [about] = descendants(drawing, PROPERTIES)
    const alt = (about?.attributes.descr ?? about?.attributes.title ?? alternativeOf(drawing)).replace(/\s+/g, ' ').trim()
    if (alt) open.alts.push(alt)
    if (descendants(drawing, OBJECTS).length > 0) this.#say('embedded-media')
    else if (!alt && boxes.length === 0 && descendants(drawing, PICTURES).length > 0 && !isDecorative(about)) {
      this.#say('image-without-text')
    }
  }

  #link(href: string, start: number, open: Open): void {
    if (href && this.#text.length > start) open.marks.push({ kind: 'link', href, start, end: this.#text.length })
  }

  #mark(kind: 'emphasis' | 'strong' | 'superscript' | 'subscript' | 'ruby-base' | 'code', start: number, open: Open): void {
    if (this.#text.length > start) open.marks.push({ kind, start, end: this.#text.length })
  }

  #say(what: Unread['what']): void {
    const at = this.#text.length
    const before = this.#unread.findLast((each) => each.what === what)
    // Once a paragraph is enough.
    if (before && before.span.start > this.#text.lastIndexOf('\n')) return
    this.#unread.push({ what, span: { start: at, end: at } })
  }
}

/** What an alternative shows: the new form, unless it is empty here. */
function preferred(alternative: XmlElement): XmlElement {
  return child(alternative, 'mc:Choice') ?? child(alternative, 'mc:Fallback') ?? alternative
}

const rowsOf = (table: XmlElement): XmlElement[] =>
  table.children.flatMap((each) =>
    each.name === 'w:tr' ? [each] : each.name === 'w:sdt' || TRANSPARENT.has(each.name) ? rowsOf(each) : [],
  )

const cellsOf = (parent: XmlElement): XmlElement[] =>
  parent.children.flatMap((each) => (each.name === 'w:tc' ? [each] : TRANSPARENT.has(each.name) ? cellsOf(each) : []))

/** `HYPERLINK "https://…" \l "place"`; empty for other fields. */
function hyperlinkOf(instruction: string): string {
  const [, url = '', place = ''] = /^\s*HYPERLINK\s+(?!\\)"?([^"\s]*)"?(?:.*?\\l\s+"([^"]*)")?/i.exec(instruction) ?? []
  const [, only = ''] = /^\s*HYPERLINK\s+\\l\s+"([^"]*)"/i.exec(instruction) ?? []
  return only ? `#${only}` : url + (place ? `#${place}` : '')
}

/** The alternative text of a VML picture. */
function alternativeOf(drawing: XmlElement): string {
  return drawing.children.map(({ attributes }) => attributes.alt).find(Boolean) ?? ''
}

const isDecorative = (about: XmlElement | undefined): boolean =>
  about !== undefined && descendants(about, new Set(['adec:decorative'])).some(({ attributes }) => attributes.val === '1')

/** Of Adobe's Symbol encoding, what may stand as a mark or belongs to running text. */
const SYMBOL_FONT: Readonly<Record<number, string>> = {
  42: '*',
  177: '±',
  179: '≥',
  163: '≤',
  183: '•',
  210: '®',
  211: '©',
  212: '™',
  226: '®',
  227: '©',
  228: '™',
  97: 'α',
  98: 'β',
  103: 'γ',
  100: 'δ',
  109: 'μ',
  119: 'ω',
}
