import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Path of a file the build made (`dist/<name>`), from wherever this code runs: bundle, chunk or source. Throws when the build has not run. */
export function builtFile(name: string): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    const file = join(folder, 'dist', name)
    if (existsSync(file)) return file
    if (folder === dirname(folder)) throw new Error(`dist/${name} is missing: run "npm run build" first`)
  }
}
