import type { ReadOptions } from '../core/block.js'
import type { LintConfig } from '../core/config.js'
import { formats, remarkFormat } from '../registry.js'

/** What of the config a format needs. */
export const readOptions = (path: string, { content, markdown }: LintConfig): ReadOptions => ({ path, content, plugins: markdown.plugins })

/** True when files of a format are no text, so that `openSource` and not a decoder makes a source of them. */
export const isBinary = (format: string): boolean => formats.find(({ id }) => id === format)?.binary ?? false

/** True when nothing in files of a format can be replaced in place. */
export const isReadOnly = (format: string | undefined): boolean =>
  formats.some(({ id, binary, isData }) => id === format && (binary === true || isData === true))

/** The source that `Engine.lint` takes, made of a file that is no text. Throws `UnreadableSource` for bytes that are no such file. */
export async function openSource(format: string, bytes: Uint8Array): Promise<string> {
  const loaded = await formats.find(({ id }) => id === format)!.load()
  return loaded.open!(bytes)
}

/** Throws `UnreadableSource` for a text that breaks the grammar of its format, or that has nothing where the config says to read. */
export async function checkSource(format: string, source: string, path: string, config: LintConfig): Promise<void> {
  const { parser, plugins } = config.markdown
  const entry = format === 'markdown' && parser === 'remark' && plugins.length > 0 ? remarkFormat : formats.find(({ id }) => id === format)
  if (entry?.isData || entry === remarkFormat) await (await entry.load()).check?.(source, readOptions(path, config))
}
