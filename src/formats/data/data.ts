import type { Block, Format, ParsedSource } from '../../core/block.js'
import { UnreadableSource } from '../../core/unreadable.js'
import type { Piece } from '../character-references.js'
import { Page } from '../page.js'
import { type Prepared, piecewise, prepare } from '../prepared.js'
import { type FieldKind, type FieldPath, pathText, recordOf, Selection, selectorsOf } from './selector.js'

/** A value of a data file. Offsets are those of the prepared text. */
export type DataValue = {
  readonly path: FieldPath
  readonly start: number
  readonly end: number
} /** `label`: the place as people call it, where that is not the path. */ & (
  | { readonly kind: 'string'; readonly pieces: readonly Piece[]; readonly label?: string }
  /** A number, a truth value, null. */
  | { readonly kind: 'other' }
  | { readonly kind: 'container' | 'empty-list' }
)

/** Reads the values of a text in the order they stand. Throws `UnreadableSource` when the text breaks the rules of its language. */
export type DataReader = (text: string) => Generator<DataValue>

type Content = Readonly<Record<string, FieldKind>>

/** A format whose files are data: only the fields that the config names are read, each as text, Markdown or HTML. */
export function dataFormat(id: string, extensions: readonly string[], read: DataReader): Format {
  const select = (source: string, content: Content): { prepared: Prepared; fields: SelectedField[]; page: Page } => {
    const prepared = prepare(source)
    const page = new Page()
    const selection = new Selection(selectorsOf(content))
    const fields: SelectedField[] = []
    for (const value of read(prepared.plain)) {
      if (value.kind === 'string') {
        const selector = selection.of(value.path)
        if (selector) fields.push({ ...value, as: selector.kind })
      } else if (value.kind === 'empty-list') selection.emptyList(value.path)
      else if (selection.names(value.path) && value.kind === 'container') {
        page.unread.push({ what: 'field-without-text', span: { start: prepared.at(value.start), end: prepared.at(value.end) } })
      }
    }
    selection.check()
    return { prepared, fields, page }
  }
  return {
    id,
    extensions,
    async check(source, { content }) {
      if (Object.keys(content).length === 0) {
        throw new UnreadableSource(
          'no field of it is named to be read; the config does so under "content", as in products[].description: html',
        )
      }
      select(source, content)
    },
    async parse(source, options): Promise<ParsedSource> {
      try {
        const { prepared, fields, page } = select(source, options?.content ?? {})
        await readFields(prepared, fields, page)
        return { ...page.finish(), isReadOnly: true }
      } catch (error) {
        if (!(error instanceof UnreadableSource)) throw error
        // `check` says so before; whoever did not ask finds it named here.
        return {
          blocks: [],
          comments: [],
          unread: [{ what: 'structure-not-read', span: { start: 0, end: source.length } }],
          isReadOnly: true,
        }
      }
    },
  }
}

interface SelectedField {
  readonly path: FieldPath
  readonly pieces: readonly Piece[]
  readonly label?: string
  readonly as: FieldKind
}

async function readFields(prepared: Prepared, fields: readonly SelectedField[], page: Page): Promise<void> {
  const records = new Map<string, number>()
  for (const { path, pieces, label, as } of fields) {
    const record = recordOf(path)
    if (!records.has(record)) records.set(record, records.size)
    const own = new Page()
    own.lists = page.lists
    own.tables = page.tables
    await readers[as](piecewise(prepared, pieces), own)
    page.lists = own.lists
    page.tables = own.tables
    page.unread.push(...own.unread)
    page.comments.push(...own.comments)
    const place: Pick<Block, 'locus' | 'articleElement'> = {
      locus: { kind: 'field', path: label ?? pathText(path) },
      articleElement: records.get(record)!,
    }
    page.blocks.push(...own.blocks.map((block) => ({ ...block, ...place })))
  }
}

const readers: Readonly<Record<FieldKind, (prepared: Prepared, page: Page) => Promise<void>>> = {
  text: async (prepared, page) => (await import('../text/index.js')).readText(prepared, page),
  markdown: async (prepared, page) => {
    const [{ readMarkdownInto }, { readWithLezer }] = await Promise.all([import('../markdown/read.js'), import('../markdown/lezer.js')])
    await readMarkdownInto(prepared, page, readWithLezer)
  },
  html: async (prepared, page) => (await import('../html/index.js')).readHtmlInto(prepared, page),
}
