import type { Format } from '../../core/block.js'
import { BodyReader } from './body.js'
import { DocxPackage } from './package.js'
import { Styles } from './styles.js'
import { blocksOf, type Transcript } from './transcript.js'
import { child, type XmlElement } from './xml.js'

/**
 * Word documents. Read: the text with headings, lists, tables, links, raised letters, tracked insertions, text boxes, alternative texts,
 * footnotes, endnotes, headers and footers. Said to be unread: tracked deletions, comments, hidden text, charts, embedded files, pictures
 * without a text. Places count in a transcript that has a line for each paragraph; nothing is written back.
 */
export const docx: Format = {
  id: 'docx',
  extensions: ['.docx', '.docm', '.dotx'],
  open: async (bytes) => JSON.stringify(transcribe(new DocxPackage(bytes))),
  parse: (source) => blocksOf(JSON.parse(source) as Transcript),
}

function transcribe(document: DocxPackage): Transcript {
  const main = document.main()
  const part = (kind: string): XmlElement | undefined => {
    const path = document.related(main, kind)
    return path === undefined ? undefined : document.xml(path)
  }
  const reader = new BodyReader(document, new Styles(part('styles'), part('numbering')))
  const body = child(document.xml(main), 'w:body')
  if (body) reader.read(body, main, 'body')
  for (const kind of ['footnote', 'endnote'] as const) {
    const path = document.related(main, `${kind}s`)
    const notes = new Map((path === undefined ? [] : (document.xml(path)?.children ?? [])).map((each) => [each.attributes['w:id'], each]))
    const called = reader.notes.filter((note) => note.kind === kind)
    for (const [i, { id, label }] of called.entries()) {
      const note = notes.get(id)
      if (note) reader.read(note, path!, kind, { role: 'footnote', ...(label !== undefined && { label }) }, i + 1)
    }
  }
  for (const kind of ['header', 'footer'] as const) readEdges(document, main, kind, reader)
  return reader.finish()
}

/** Headers and footers, each text once: first, even and odd pages and the sections of a document often share theirs. */
function readEdges(document: DocxPackage, main: string, kind: 'header' | 'footer', reader: BodyReader): void {
  const seen = new Set<string>()
  for (const { type, target, isExternal } of document.relationships(main).values()) {
    if (isExternal || !type.endsWith(`/${kind}`)) continue
    const root = document.xml(target)
    const content = JSON.stringify(root?.children, (key, value) => (key === 'attributes' ? undefined : value))
    if (!root || seen.has(content)) continue
    seen.add(content)
    reader.read(root, target, kind, { landmark: kind })
  }
}
