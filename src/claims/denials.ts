import type { ReadBlock } from '../core/document.js'

/** An answer that says no. */
const NO =
  /^\W*(?:no|nope|not really|not at all|never|sorry|unfortunately(?:,)? not?|i'm afraid not|we're afraid not)\b(?!\s(?:more|longer|doubt|wonder|one|other|need|matter|problem|worries))|^[\s「]*(?:いいえ|いえ、|残念ながら|申し訳|あいにく)/i

/** "What this tea is not", "Things it won't do" */
const DENYING = /(?:\b(?:not|never|cannot)|n['’]t)(?: (?:do|be|claim|say|promise|sell|treat|cure))?\W*$/i

/**
 * Blocks of which nothing is said: those below a heading that ends in a denial (`all`), and those that answer the question before them with no,
 * where what they name beside the product is what was asked (`residual`).
 */
export function denials(blocks: readonly ReadBlock[]): ReadonlyMap<number, 'all' | 'residual'> {
  const found = new Map<number, 'all' | 'residual'>()
  let heading: ReadBlock | undefined
  for (const [i, block] of blocks.entries()) {
    if (block.role === 'heading') heading = block
    const before = blocks[i - 1]
    const asked = before?.sentences.at(-1)
    if (heading && heading !== block && heading.article === block.article && DENYING.test(heading.text)) found.set(block.index, 'all')
    else if (asked?.kind === 'question' && before!.article === block.article && NO.test(block.text)) found.set(block.index, 'residual')
  }
  return found
}
