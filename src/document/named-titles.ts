import type { Reference } from '../core/document.js'
import type { TextSpan } from '../core/span.js'
import type { BlockFindings } from './block-findings.js'
import { holdsJapanese } from './language.js'

/** A place in the text that names a listed work by its title. */
interface NamedTitle {
  readonly found: BlockFindings
  readonly at: TextSpan
  readonly reference: number
}

/** Titles of listed works that the text names: in quotation marks, in emphasis, or at length. */
export function titlesNamedIn(blocks: readonly BlockFindings[], references: readonly Reference[]): readonly NamedTitle[] {
  const listed = new Set(references.map(({ block }) => block))
  const named: NamedTitle[] = []
  for (const [reference, { title }] of references.entries()) {
    const words = oneLine(title?.text ?? '').split(/\s?[:：—]\s|\s?[(（]/)[0]!
    const isJapanese = holdsJapanese(words)
    if (words.length < (isJapanese ? 5 : 10)) continue
    for (const found of blocks) {
      const { block } = found
      if (listed.has(found.index) || block.role === 'heading' || block.role === 'code' || block.role === 'metadata') continue
      const from = oneLine(block.text).indexOf(words)
      const at = { from, to: from + words.length }
      if (from < 0 || !(words.length >= (isJapanese ? 14 : 40) || isSetApart(found, at))) continue
      named.push({ found, at, reference })
      break
    }
  }
  return named
}

/** In lower case and without line ends, letter for letter. */
const oneLine = (text: string): string => text.toLowerCase().replace(/\s/g, ' ')

const isSetApart = ({ block: { text, marks } }: BlockFindings, { from, to }: TextSpan): boolean =>
  (/["“'‘「『《]\s?$/.test(text.slice(0, from)) && /^[,.]?\s?["”'’」』》]|^\s?[(（:：]/.test(text.slice(to))) ||
  marks.some(({ kind, at }) => (kind === 'emphasis' || kind === 'strong') && at.from <= from && at.to >= to)
