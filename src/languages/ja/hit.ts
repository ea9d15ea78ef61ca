import type { ConceptRow } from '../../match/schema.js'

/** A concept in the words of a sentence; `first` and `last` are word indexes, both inclusive. */
export interface Hit {
  readonly row: ConceptRow
  readonly surface: number
  readonly first: number
  readonly last: number
  readonly isWeak: boolean
  /** Found by the base forms of its words: it may be a verb in any form. */
  readonly byBase: boolean
}
