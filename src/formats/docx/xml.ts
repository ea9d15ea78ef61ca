import { SaxesParser } from 'saxes'
import { UnreadableSource } from '../../core/unreadable.js'

/** An element by its usual name (`w:p`), whatever prefix the file has for the namespace. */
export interface XmlElement {
  readonly name: string
  /** Attributes by their usual name (`w:val`, `r:id`, `name`). */
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlElement[]
  /** The text that stands directly in it. */
  readonly text: string
}

/** Usual prefixes of the namespaces that matter here, in the transitional and the strict form of ECMA-376. */
const PREFIXES: readonly (readonly [string, RegExp])[] = [
  ['w', /\/wordprocessingml\/(?:2006\/)?main$/],
  ['r', /\/officeDocument\/(?:2006\/)?relationships$/],
  ['wp', /\/drawingml\/(?:2006\/)?wordprocessingDrawing$/],
  ['a', /\/drawingml\/(?:2006\/)?main$/],
  ['pic', /\/drawingml\/(?:2006\/)?picture$/],
  ['c', /\/drawingml\/(?:2006\/)?chart$/],
  ['dgm', /\/drawingml\/(?:2006\/)?diagram$/],
  ['m', /\/officeDocument\/(?:2006\/)?math$/],
  ['mc', /\/markup-compatibility\/2006$/],
  ['v', /^urn:schemas-microsoft-com:vml$/],
  ['o', /^urn:schemas-microsoft-com:office:office$/],
  ['adec', /\/office\/drawing\/2017\/decorative$/],
]

/** Elements may nest this deep; Word's own limits are far below. */
const MAX_DEPTH = 300

/** Parses a part of a document. Throws `UnreadableSource` when it is not well-formed. Entities are never fetched nor expanded. */
export function readXml(xml: string, part: string): XmlElement {
  const parser = new SaxesParser({ xmlns: true })
  const prefixes = new Map<string, string>()
  const named = (uri: string, local: string): string => {
    let prefix = prefixes.get(uri)
    if (prefix === undefined) {
      const known = PREFIXES.find(([, pattern]) => pattern.test(uri))
      prefix = known ? `${known[0]}:` : ''
      prefixes.set(uri, prefix)
    }
    return prefix + local
  }
  const root = { name: '', attributes: {}, children: [] as XmlElement[], text: '' }
  const open = [root]
  parser.on('error', (error) => {
    throw new UnreadableSource(`${part} in it is no well-formed XML (${error.message.split('\n')[0]})`)
  })
  parser.on('opentag', (tag) => {
    if (open.length > MAX_DEPTH) throw new UnreadableSource(`${part} in it nests more than ${MAX_DEPTH} elements`)
    const attributes: Record<string, string> = {}
    for (const { uri, local, value } of Object.values(tag.attributes)) attributes[named(uri, local)] = value
    const element = { name: named(tag.uri, tag.local), attributes, children: [], text: '' }
    open.at(-1)!.children.push(element)
    open.push(element)
  })
  parser.on('text', (text) => {
    open.at(-1)!.text += text
  })
  parser.on('closetag', () => {
    open.pop()
  })
  parser.write(xml).close()
  return root.children[0]!
}

export const child = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  element?.children.find((each) => each.name === name)

/** The attribute `w:val` of a child: how WordprocessingML says most of its properties. */
export const valOf = (element: XmlElement | undefined, name: string): string | undefined => child(element, name)?.attributes['w:val']

/** A property that is on when its element is there, unless its value says no. */
export function isOn(element: XmlElement | undefined, name: string): boolean {
  const property = child(element, name)
  return property !== undefined && !/^(?:0|false|off|none)$/.test(property.attributes['w:val'] ?? '')
}

/** All elements below, of these names, in document order; below a found one nothing is looked for. */
export function descendants(element: XmlElement, names: ReadonlySet<string>): XmlElement[] {
  return element.children.flatMap((each) => (names.has(each.name) ? [each] : descendants(each, names)))
}
