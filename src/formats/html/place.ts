import type { Block } from '../../core/block.js'

/** What the elements around a text say about it. */
export type HtmlPlace = Pick<
  Block,
  'role' | 'depth' | 'bullet' | 'cell' | 'field' | 'label' | 'landmark' | 'articleElement' | 'lang' | 'hidden'
>
