import type { ReadBlock } from '../../core/document.js'
import type { Sentence } from '../../core/sentence.js'
import { nearestName } from '../../core/setup-error.js'
import type { FileResult } from '../../lint/result.js'
import { CliError } from '../cli-error.js'
import type { CommonOptions, Session } from '../session.js'

export interface InspectOptions extends CommonOptions {
  readonly stage?: string
}

type Stage = (result: FileResult) => unknown

const stages: Readonly<Record<string, Stage>> = {
  blocks: ({ document }) => document.blocks.map(blockJson),
  sentences: ({ document }) =>
    document.blocks.flatMap((block) =>
      block.sentences.map(({ effects: _effects, evidence: _evidence, ...sentence }) => ({ ...where(block, sentence), ...sentence })),
    ),
  effects: ({ document }) =>
    document.blocks.flatMap((block) =>
      block.sentences
        .filter((sentence) => sentence.effects.length + sentence.evidence.length > 0)
        .map((sentence) => ({ ...where(block, sentence), effects: sentence.effects, evidence: sentence.evidence })),
    ),
  document: ({ document, coverage }) => ({ articles: document.articles, unread: document.unread, comments: document.comments, coverage }),
  claims: ({ claims, silent }) => ({ claims: claims.map(({ sentence: _sentence, ...claim }) => claim), silent }),
}

/** What the engine saw, stage by stage, as JSON. Offsets named `from`/`to` are of the block's visible text, `start`/`end` of the source. */
export async function inspectCommand(file: string, session: Session, options: InspectOptions): Promise<number> {
  const names = (options.stage ?? Object.keys(stages).join(',')).split(',').map((name) => name.trim())
  for (const name of names) {
    if (Object.hasOwn(stages, name)) continue
    const nearest = nearestName(name, Object.keys(stages))
    throw new CliError(
      `unknown stage "${name}"; known are ${Object.keys(stages).join(', ')}.${nearest ? ` Did you mean "${nearest}"?` : ''}`,
    )
  }
  const result = await session.lint(await session.loadNamed(file))
  const picture = Object.fromEntries(names.map((name) => [name, stages[name]!(result)]))
  session.streams.stdout.write(`${JSON.stringify({ filePath: result.path, format: result.document.format, ...picture }, null, 2)}\n`)
  return 0
}

/** A block without its map and sentences. */
function blockJson({ map, sentences, ...block }: ReadBlock): object {
  return { ...block, approximate: map.approximate, sentenceCount: sentences.length }
}

const where = (block: ReadBlock, sentence: Pick<Sentence, 'at'>): object => ({
  block: block.index,
  text: block.text.slice(sentence.at.from, sentence.at.to),
  span: block.map.toSource(sentence.at),
})
