import type { Block, BlockRole } from '../../core/block.js'

/** What the elements around a text say about it. */
export interface HtmlPlace {
  readonly role: BlockRole
  readonly depth?: number
  readonly bullet?: NonNullable<Block['bullet']>
  readonly cell?: NonNullable<Block['cell']>
  readonly field?: string
  readonly label?: string
  readonly landmark?: string
  readonly articleElement?: number
  readonly lang?: string
  readonly hidden?: boolean
}
