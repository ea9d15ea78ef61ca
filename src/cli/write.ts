import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { CliError } from './cli-error.js'

/** Writes a file so that a reader sees the old content or the new, never half of it. */
export function writeFileAtomically(file: string, content: string | Uint8Array, cwd: string): void {
  const path = resolve(cwd, file)
  const draft = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`)
  try {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(draft, content)
    renameSync(draft, path)
  } catch (error) {
    rmSync(draft, { force: true })
    throw new CliError(`cannot write ${file}: ${(error as Error).message}`)
  }
}
