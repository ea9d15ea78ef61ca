import type { FileResult } from '../lint/result.js'
import { applyFixes } from '../reporters/fixes.js'
import { type Fix, joinEdits } from '../reporters/report.js'
import type { Decoded } from './decode.js'
import type { Loaded, Session } from './session.js'

/** A fix may make room for another; this many passes are enough for any rule there is. */
const mostPasses = 10

export interface FixedFile {
  readonly text: string
  readonly applied: number
  /** Lint of the fixed text. */
  readonly result: FileResult
}

/** Applies all safe fixes, lints again, and goes on until nothing is left to fix: doing it twice changes nothing more. */
export async function fixAll(loaded: Loaded, session: Session): Promise<FixedFile> {
  const seen = new Set<string>()
  let { text } = loaded.decoded
  let applied = 0
  for (let pass = 0; ; pass++) {
    const result = await session.lint({ ...loaded, decoded: { ...loaded.decoded, text } })
    const fixes = result.findings.flatMap((finding): Fix[] => {
      const fix = finding.fix && joinEdits(finding.fix, text)
      return fix ? [fix] : []
    })
    const next = applyFixes(text, fixes)
    seen.add(text)
    if (pass === mostPasses || seen.has(next.text)) return { text, applied, result }
    text = next.text
    applied += next.applied
  }
}

/** The bytes of a text in the encoding it came in; undefined for encodings that can be read but not written. */
export function encode(text: string, encoding: Decoded['encoding'], bom: boolean): Uint8Array | undefined {
  if (encoding === 'utf-8') return Buffer.from((bom ? '\ufeff' : '') + text, 'utf8')
  const utf16 = encoding === 'utf-16le' || encoding === 'utf-16be' ? Buffer.from((bom ? '\ufeff' : '') + text, 'utf16le') : undefined
  return encoding === 'utf-16be' ? utf16?.swap16() : utf16
}
