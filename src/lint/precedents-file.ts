import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { PrecedentRow } from '../claims/precedents.js'
import { builtFile } from './package-file.js'

const name = 'precedents.json'

/** The precedents the build has compared; none while they are being made. */
export function readPrecedents(): readonly PrecedentRow[] {
  const file = join(dirname(builtFile('rules.json')), name)
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as PrecedentRow[]) : []
}

export function writePrecedents(rows: readonly PrecedentRow[], dist: string): void {
  writeFileSync(join(dist, name), `${JSON.stringify(rows)}\n`)
}
