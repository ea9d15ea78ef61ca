import type { ReadBlock } from '../core/document.js'
import type { Sentence, SilentReason } from '../core/sentence.js'

/** The block that leads in each list item or table cell: the nearest earlier one that ends in a colon, a shallower item, a header cell. */
export function leadsOf(blocks: readonly ReadBlock[]): Map<number, ReadBlock> {
  const found = new Map<number, ReadBlock>()
  const stack: ReadBlock[] = []
  const headers = new Map<string, ReadBlock>()
  for (const block of blocks) {
    if (block.role === 'list-item') {
      const depth = block.depth ?? 1
      while (stack.length > 0 && stack.at(-1)!.role === 'list-item' && (stack.at(-1)!.depth ?? 1) >= depth) stack.pop()
      const lead = stack.at(-1)
      if (lead && lead.article === block.article) found.set(block.index, lead)
      stack.push(block)
      continue
    }
    if (block.role === 'table-cell' && block.cell) {
      const { table, row, column, header } = block.cell
      if (header || row === 0) headers.set(`${table}:${column}`, block)
      else {
        const lead = headers.get(`${table}:${column}`)
        if (lead) found.set(block.index, lead)
      }
      continue
    }
    stack.length = 0
    if (block.is === 'text' && (block.role === 'heading' || leadsIn(block))) stack.push(block)
  }
  return found
}

/** It ends in a colon, or its last sentence announces what follows. */
const leadsIn = ({ text, sentences }: ReadBlock): boolean =>
  /[:：][^\p{L}\p{N}]*$/u.test(text) || ANNOUNCES.test(text.slice(sentences.at(-1)?.at.from ?? 0))

const ANNOUNCES =
  /^\W*(?:the following|these (?:words|phrases|claims|terms|sentences|things)|none of the following|any of the following)\b|\b(?:as follows|the list below|listed below)\b|(?:次|以下|下記|つぎ)の|(?:次|以下|下記|つぎ)に(?:挙げる|あげる|示す|記す)|(?:次|以下)のとおり|^\W*(?:こんな|このような|こういう)(?:お?悩み|症状|不調)?の?(?:方|人|かた|あなた)[^。]{0,16}$/iu

export const lastSentence = (block: ReadBlock): Sentence | undefined => block.sentences.at(-1)

/** Settings of the lead-in that reach into what follows it. */
export function governingSetting(lead: ReadBlock): SilentReason | undefined {
  const sentence = lastSentence(lead)
  if (!sentence) return undefined
  if (lead.role !== 'heading' && !leadsIn(lead)) return undefined
  const end = endOfWords(lead, sentence)
  const reaching = sentence.cues.find((cue) => silencing.has(cue.setting) && Math.max(cue.reach.to, cue.at.to) >= end)
  if (reaching) return reaching.setting as SilentReason
  const last = sentence.effects.at(-1)
  return last?.silent === 'other-agent' ? 'other-agent' : undefined
}

const silencing: ReadonlySet<string> = new Set(['negated', 'conditional', 'referral', 'warning', 'quoted', 'counterfactual', 'instruction'])

/** Where the sentence's words end, its final colon left out. */
function endOfWords(block: ReadBlock, sentence: Sentence): number {
  const text = block.text.slice(sentence.at.from, sentence.at.to)
  return sentence.at.from + text.replace(/[^\p{L}\p{N}]+$/u, '').length
}
