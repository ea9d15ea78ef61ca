import type { Piece } from '../character-references.js'

/** One string of a front matter, with its path (`seo.title`) and the pieces it is written in. */
export interface FrontMatterString {
  readonly path: readonly string[]
  readonly pieces: readonly Piece[]
  /** The value; where the pieces do not add up to it, the block is approximate. */
  readonly value: string
}
