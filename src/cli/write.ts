import { closeSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { makeFolder } from '../core/make-folder.js'
import { CliError } from './cli-error.js'

/** Writes a file so that a reader sees the old content or the new, never half of it. The content may come in pieces. */
export function writeFileAtomically(file: string, content: string | Uint8Array | Iterable<string>, cwd: string): void {
  const path = resolve(cwd, file)
  const draft = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`)
  try {
    makeFolder(dirname(path))
    writeAll(draft, typeof content === 'string' || content instanceof Uint8Array ? [content] : content)
    renameSync(draft, path)
  } catch (error) {
    rmSync(draft, { force: true })
    throw new CliError(`cannot write ${file}: ${(error as Error).message}`)
  }
}

function writeAll(path: string, pieces: Iterable<string | Uint8Array>): void {
  const descriptor = openSync(path, 'w')
  try {
    for (const piece of pieces) writeFileSync(descriptor, piece)
  } finally {
    closeSync(descriptor)
  }
}
