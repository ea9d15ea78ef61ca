import type { Span } from '../../core/span.js'
import type { Page } from '../page.js'
import { type Prepared, sourceSpan } from '../prepared.js'
import type { HtmlPlace } from './place.js'
import { attributeValue, readAttribute, type Tag } from './tag.js'

/** Metadata that search results and shared links show; addresses, sizes and types are not among them. */
const FIELDS =
  /^(?:title|description|keywords|abstract|(?:og|twitter|article|product):(?:.+:)?(?:title|description|alt|tag|site_name|section))$/

/** Reads one `<meta>` that a reader may come to see: description, keywords, Open Graph, Twitter cards. */
export function readHead(prepared: Prepared, page: Page, tag: Tag, span: Span, place: Omit<HtmlPlace, 'bullet' | 'cell' | 'depth'>): void {
  const content = tag.attributes.find(({ name }) => name === 'content')
  const named = ['name', 'property', 'itemprop'].map((key) => attributeValue(prepared, tag.attributes, key)).find(Boolean)
  const field = named?.trim().toLowerCase()
  if (!content || !field || !FIELDS.test(field)) return
  const valueSpan = content.start === content.end ? span : sourceSpan(prepared, content.start, content.end)
  page.add(readAttribute(prepared, content), { ...place, role: 'metadata', field, span: valueSpan })
}
