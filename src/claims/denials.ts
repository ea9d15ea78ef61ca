import type { ReadBlock } from '../core/document.js'

/** An answer that says no. */
const NO =
  /^\W*(?:no|nope|not really|not at all|never|sorry|unfortunately(?:,)? not?|i'm afraid not|we're afraid not)\b(?!\s(?:more|longer|doubt|wonder|one|other|need|matter|problem|worries))|^[\s「]*(?:いいえ|いえ、|残念ながら|申し訳|あいにく)/i

/** Blocks that answer the question before them with no: what they name beside the product is what was asked. */
export function denials(blocks: readonly ReadBlock[]): ReadonlySet<number> {
  const found = new Set<number>()
  for (const [i, block] of blocks.entries()) {
    const asked = blocks[i - 1]?.sentences.at(-1)
    if (asked?.kind === 'question' && blocks[i - 1]!.article === block.article && NO.test(block.text)) found.add(block.index)
  }
  return found
}
