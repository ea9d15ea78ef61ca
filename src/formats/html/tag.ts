import type { BlockRole } from '../../core/block.js'
import type { Span } from '../../core/span.js'
import { decodePieces } from '../character-references.js'
import { PLACEHOLDER, type Prepared, sourceSpan } from '../prepared.js'
import { type ReadText, VisibleText } from '../visible-text.js'

/** An attribute that a reader sees or hears. */
export interface AttributeSurface {
  readonly role: Extract<BlockRole, 'alt-text' | 'title-attribute' | 'aria-label' | 'button'>
  readonly read: ReadText
  /** The value without its quotes. */
  readonly span: Span
}

/** An attribute as written; offsets of the prepared text, value without quotes. */
export interface Attribute {
  readonly name: string
  readonly start: number
  readonly end: number
}

/** What matters of one start tag. */
export interface Tag {
  readonly kind: 'start'
  readonly name: string
  readonly selfClosing: boolean
  readonly attributes: readonly Attribute[]
  readonly surfaces: readonly AttributeSurface[]
  readonly href?: string
  readonly id?: string
}

export type Markup = Tag | { kind: 'end'; name: string } | { kind: 'comment'; text: string } | { kind: 'other' }

const ATTRIBUTE = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g

/** Reads one tag, comment or instruction that stands at `start` to `end` of the prepared text. */
export function readTag(prepared: Prepared, start: number, end: number): Markup {
  const raw = prepared.text.slice(start, end)
  if (raw.startsWith('<!--')) return { kind: 'comment', text: raw.slice(4, raw.endsWith('-->') ? -3 : undefined) }
  const name = /^<(\/?)([A-Za-z][^\s/>]*)/.exec(raw)
  if (!name) return otherMarkup(prepared, start, end)
  if (name[1]) return { kind: 'end', name: name[2]!.toLowerCase() }
  return startTag(prepared, name[2]!.toLowerCase(), readAttributes(prepared.text, start + name[0].length, end), raw.endsWith('/>'))
}

/** Puts together what matters of a start tag from its name and attributes. */
export function startTag(prepared: Prepared, name: string, attributes: readonly Attribute[], selfClosing: boolean): Tag {
  const href = name === 'a' || name === 'area' ? attributeValue(prepared, attributes, 'href') : undefined
  const id = attributeValue(prepared, attributes, 'id') ?? (name === 'a' ? attributeValue(prepared, attributes, 'name') : undefined)
  return {
    kind: 'start',
    name,
    selfClosing,
    attributes,
    surfaces: readSurfaces(prepared, name, attributes),
    ...(href === undefined ? {} : { href }),
    ...(id ? { id } : {}),
  }
}

/** The attributes between `start` and `end`, the end of the tag name and of the tag. */
export function readAttributes(text: string, start: number, end: number): Attribute[] {
  const attributes: Attribute[] = []
  for (const match of text.slice(start, end).matchAll(ATTRIBUTE)) {
    const value = match[2] ?? match[3] ?? match[4]
    const quoted = match[4] === undefined ? 1 : 0
    const close = start + match.index + match[0].length - quoted
    if (value === undefined) attributes.push({ name: match[1]!.toLowerCase(), start: close + quoted, end: close + quoted })
    else attributes.push({ name: match[1]!.toLowerCase(), start: close - value.length, end: close })
  }
  return attributes
}

/** The decoded value of an attribute, template expressions left out; `undefined` when it is not there. */
export function attributeValue(prepared: Prepared, attributes: readonly Attribute[], name: string): string | undefined {
  const attribute = attributes.find((candidate) => candidate.name === name)
  if (!attribute) return undefined
  const pieces = decodePieces(prepared.text, attribute.start, attribute.end, 'html-attribute')
  return pieces
    .map(({ value }) => value)
    .join('')
    .replaceAll(PLACEHOLDER, '')
}

/** An attribute's value as visible text. */
export function readAttribute(prepared: Prepared, attribute: Attribute): ReadText | undefined {
  const text = new VisibleText(prepared, 'collapse')
  for (const { value, start, end } of decodePieces(prepared.text, attribute.start, attribute.end, 'html-attribute'))
    text.add(value, start, end)
  return text.finish()
}

function readSurfaces(prepared: Prepared, name: string, attributes: readonly Attribute[]): AttributeSurface[] {
  const surfaces: AttributeSurface[] = []
  const type = attributeValue(prepared, attributes, 'type')?.toLowerCase() ?? ''
  for (const attribute of attributes) {
    const role = surfaceRole(name, attribute.name, type)
    const read = role && readAttribute(prepared, attribute)
    if (role && read) surfaces.push({ role, read, span: sourceSpan(prepared, attribute.start, attribute.end) })
  }
  return surfaces
}

function surfaceRole(tag: string, attribute: string, type: string): AttributeSurface['role'] | undefined {
  if (attribute === 'alt') return 'alt-text'
  if (attribute === 'title') return tag === 'link' || tag === 'style' ? undefined : 'title-attribute'
  if (attribute === 'aria-label') return 'aria-label'
  if (attribute === 'value' && tag === 'input' && /^(?:submit|button|reset)$/.test(type)) return 'button'
  return undefined
}

/** An MDX comment stands in the prepared text as an instruction. */
function otherMarkup(prepared: Prepared, start: number, end: number): Markup {
  const raw = prepared.plain.slice(start, end)
  return raw.startsWith('{/*') ? { kind: 'comment', text: raw.slice(3, -3) } : { kind: 'other' }
}
