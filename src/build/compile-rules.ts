import { writeFileSync } from 'node:fs'
import { loadRules } from '../match/load.js'

/** Reads and checks `folder` and writes it as one JSON file: nothing parses YAML when the linter starts. Throws `SetupError`. */
export function compileRules(folder: string, outFile: string): void {
  writeFileSync(outFile, `${JSON.stringify(loadRules(folder))}\n`)
}
