import type { LintConfig } from '../core/config.js'
import { UnreadableSource } from '../core/unreadable.js'
import { isBinary, openSource } from '../lint/open.js'
import { FileError } from './cli-error.js'
import { type Decoded, decode } from './decode.js'

/** The text of a file in the format it has. Throws `FileError`, which names the file, when there is none to be had: it never counts as clean. */
export async function textOf(shown: string, format: string, bytes: Uint8Array, _config: LintConfig): Promise<Decoded> {
  if (isBinary(format)) {
    try {
      return { text: await openSource(format, bytes), encoding: 'none', bom: false }
    } catch (error) {
      if (error instanceof UnreadableSource) throw new FileError(`cannot read ${shown}: ${error.message}`)
      throw error
    }
  }
  const decoded = decode(bytes)
  if (decoded) return decoded
  throw new FileError(`cannot read ${shown}: it is neither UTF-8, UTF-16 nor a Japanese encoding (Shift_JIS, EUC-JP, ISO-2022-JP)`)
}
