import type { Block } from '../core/block.js'
import type { CitationHit } from './citations.js'
import type { MarkHit } from './marks.js'
import type { FoundNotice } from './notices.js'

/** What was found in one block, before blocks are put into articles. */
export interface BlockFindings {
  readonly block: Block
  readonly index: number
  readonly marks: readonly MarkHit[]
  readonly notices: readonly FoundNotice[]
  readonly citations: readonly CitationHit[]
}
