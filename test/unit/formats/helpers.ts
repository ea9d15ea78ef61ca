import type { Block, Format, ParsedSource } from '../../../src/core/block.js'

/** Role and text of every block, one a line: what a reader sees. */
export async function outline(format: Format, source: string): Promise<string[]> {
  const { blocks } = await format.parse(source)
  return blocks.map(({ role, text, field, hidden }) => `${hidden ? 'hidden ' : ''}${field ?? role}: ${text}`)
}

/** The source slice that stands for a word of the visible text. */
export function sourceOf(source: string, blocks: readonly Block[], word: string): string {
  for (const { text, map } of blocks) {
    const from = text.indexOf(word)
    if (from < 0) continue
    const { start, end } = map.toSource({ from, to: from + word.length })
    return source.slice(start, end)
  }
  throw new Error(`no block says ${JSON.stringify(word)}: ${blocks.map(({ text }) => text).join(' | ')}`)
}

export async function parse(format: Format, source: string): Promise<ParsedSource> {
  return format.parse(source)
}
