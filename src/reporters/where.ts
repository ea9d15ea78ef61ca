import type { Locus } from '../core/block.js'
import type { Locale } from '../core/config.js'
import type { ReadBlock } from '../core/document.js'
import type { Span } from '../core/span.js'
import { locate } from '../lint/fingerprint.js'
import { say, type UiWord } from './words.js'

/**
 * A place as the writer of a file without lines knows it: "paragraph 12, sentence 2", "footnote 3, sentence 1",
 * "products[2].description"; undefined for files that have lines.
 */
export function whereOf(span: Span, blocks: readonly ReadBlock[], locale: Locale): string | undefined {
  const found = locate(blocks, span)
  const locus = found?.block.locus
  if (!locus) return undefined
  const sentence = found.block.sentences.findIndex(({ at }) => at.from <= found.from && found.from < at.to)
  const parts = [partOf(locus, locale), sentence < 0 ? '' : say('sentenceNumber', locale, { number: String(sentence + 1) })]
  return parts.filter(Boolean).join(locale === 'ja' ? '・' : ', ')
}

/** The same for a part that was not read: at or right behind a block. */
export function blockWhere(span: Span, blocks: readonly ReadBlock[], locale: Locale): string | undefined {
  const block = blocks.find((each) => each.locus && each.span.start <= span.start && span.start <= each.span.end)
  return block?.locus && partOf(block.locus, locale)
}

const partWords: Readonly<Record<string, UiWord>> = { header: 'pageHeader', footer: 'pageFooter', footnote: 'footnote', endnote: 'endnote' }

function partOf(locus: Locus, locale: Locale): string {
  if (locus.kind === 'field') return locus.path
  const paragraph = say('paragraphNumber', locale, { number: String(locus.number) })
  const part = partWords[locus.part]
  if (!part) return paragraph
  const name = say(part, locale, { number: String(locus.note ?? '') }).trim()
  // A note is mostly one paragraph.
  return locus.note !== undefined && locus.number === 1 ? name : `${name}${locale === 'ja' ? '・' : ', '}${paragraph}`
}
