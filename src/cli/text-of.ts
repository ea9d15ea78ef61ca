import { extname } from 'node:path'
import type { LintConfig } from '../core/config.js'
import { UnreadableSource } from '../core/unreadable.js'
import { checkSource, isBinary, openSource } from '../lint/open.js'
import { formats } from '../registry.js'
import { FileError } from './cli-error.js'
import { type Decoded, decode } from './decode.js'

/** The text of a file in the format it has. Throws `FileError`, which names the file, when there is none to be had: it never counts as clean. */
export async function textOf(shown: string, format: string, bytes: Uint8Array, config: LintConfig): Promise<Decoded> {
  try {
    if (isBinary(format)) return { text: await openSource(format, bytes), encoding: 'none', bom: false }
    const decoded = decode(bytes)
    if (!decoded) throw new UnreadableSource('it is neither UTF-8, UTF-16 nor a Japanese encoding (Shift_JIS, EUC-JP, ISO-2022-JP)')
    await checkSource(format, decoded.text, shown, config)
    return decoded
  } catch (error) {
    if (error instanceof UnreadableSource) throw new FileError(`cannot read ${shown}: ${error.message}`)
    throw error
  }
}

/** What people try first, and what to do instead. */
const otherFormats: Readonly<Record<string, string>> = {
  '.doc': 'an old Word file, which is not read: save it as .docx',
  '.rtf': 'rich text, which is not read: save it as .docx',
  '.odt': 'an OpenDocument text, which is not read: save it as .docx',
  '.pdf': 'a PDF, which is not read: take the text it was made from',
}

/** What to say of a named file that no format takes. */
export function noFormat(shown: string): string {
  const other = otherFormats[extname(shown).toLowerCase()]
  if (other) return `${shown} is ${other}`
  const data = formats.find(({ isData, extensions }) => isData && extensions.includes(extname(shown).toLowerCase()))
  return data
    ? `no field of ${shown} is named to be read; the config does so, as in overrides: [{ files: ["${shown}"], content: { "products[].description": html } }]`
    : `no format for ${shown}; say one with --ext, as in --ext .njk=html`
}
