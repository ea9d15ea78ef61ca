import type { Block } from '../core/block.js'
import type { TextSpan } from '../core/span.js'
import { labelAt } from './labels.js'
import type { ListKind } from './reference-headings.js'

export interface FoundEntry {
  readonly block: number
  readonly at: TextSpan
  readonly label?: string
  /** The block that holds the label, where it is another. */
  readonly term?: number
}

export interface FoundList {
  readonly heading?: number
  /** The words of the heading, folded; empty without one, `footnotes` for a page's footnotes. */
  readonly label: string
  readonly kind: ListKind
  readonly entries: readonly FoundEntry[]
}

/** Labels that the page cites, and those of marks that have other uses too. */
export interface CitedLabels {
  readonly cited: ReadonlySet<string>
  readonly asked: ReadonlySet<string>
  /** Figures in whatever brackets. */
  readonly numbers: ReadonlySet<string>
  /** Names and year of each source that the text cites by them. */
  readonly named: readonly (readonly string[])[]
}

export const isOfSources = ({ kind }: FoundList): boolean => kind !== 'remarks'

/** The number as the writer typed it: Markdown counts on whatever stands there, but citations follow what was typed. */
export function itemEntry(block: Block, index: number, at: TextSpan): FoundEntry {
  const label =
    labelAt(block.text)?.label ??
    /^[a-zA-Z](?=\.$)|^[ivxIVX]{1,6}(?=\.$)|\d+/.exec(block.bullet?.text ?? '')?.[0] ??
    block.bullet?.ordinal?.toString()
  return { block: index, at, ...(label !== undefined && { label }) }
}
