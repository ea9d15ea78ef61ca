import { resolve } from 'node:path'
import { defaultConfig } from '../../core/config.js'
import { runExamples } from '../example-runner.js'
import type { Session } from '../session.js'

/** Runs the examples of a user's own pack: 0 when all hold, 1 when one fails, 2 when the pack cannot be read. */
export async function testRulesCommand(folder: string, session: Session): Promise<number> {
  const { cwd, stdout } = session.streams
  const shipped = new Set((await session.engine()).rules.map((rule) => rule.id))
  const engine = await session.engine([resolve(cwd, folder)])
  const rules = engine.rules.filter((rule) => !shipped.has(rule.id))
  const { examples, failed } = await runExamples(engine, rules, engine.packs, defaultConfig)
  for (const { rule, text, expected, found } of failed) {
    const list = (words: readonly string[]): string => (words.length > 0 ? words.join(', ') : 'nothing')
    stdout.write(`✖ ${rule}\n    ${text.trim().replace(/\n/g, '\n    ')}\n    expected ${list(expected)}; found ${list(found)}\n`)
  }
  stdout.write(`${rules.length} rules, ${examples} examples, ${failed.length} failed\n`)
  return failed.length > 0 ? 1 : 0
}
