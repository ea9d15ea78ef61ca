import { formats } from '../registry.js'

/** True when files of a format are no text, so that `openSource` and not a decoder makes a source of them. */
export const isBinary = (format: string): boolean => formats.find(({ id }) => id === format)?.binary ?? false

/** The source that `Engine.lint` takes, made of a file that is no text. Throws `UnreadableSource` for bytes that are no such file. */
export async function openSource(format: string, bytes: Uint8Array): Promise<string> {
  const loaded = await formats.find(({ id }) => id === format)!.load()
  return loaded.open!(bytes)
}
