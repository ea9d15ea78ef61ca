import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { nearestName } from '../../core/setup-error.js'
import { explainLine } from '../../reporters/explain-line.js'
import { explainRule } from '../../reporters/explain-rule.js'
import type { Ui } from '../../reporters/style.js'
import { CliError } from '../cli-error.js'
import type { CommonOptions, Session } from '../session.js'
import { styleFor } from '../style.js'

export interface ExplainOptions extends CommonOptions {
  readonly color?: boolean
}

/** `explain <rule>` or `explain <file>:<line>`. */
export async function explainCommand(what: string, session: Session, options: ExplainOptions): Promise<number> {
  const { streams } = session
  const ui = { style: await styleFor(true, options.color, streams), width: Math.min(streams.stdout.columns ?? 100, 100) }
  const place = /^(.+):(\d+)(?::\d+)?$/.exec(what)
  if (place) streams.stdout.write(await lineText(place[1]!, Number(place[2]), session, ui))
  else {
    const rule = await findRule(what, session)
    const engine = await session.homeEngine()
    streams.stdout.write(explainRule(rule, await engine.precedents(rule.id), await session.locale(), ui))
  }
  return 0
}

async function findRule(id: string, session: Session) {
  const { rules } = await session.homeEngine()
  const rule = rules.find((each) => each.id === id || each.aliases?.includes(id))
  if (rule) return rule
  // A name without its pack is enough where only one rule has it.
  const named = rules.filter((each) => each.id.endsWith(`/${id}`))
  if (named.length === 1) return named[0]!
  if (existsSync(resolve(session.streams.cwd, id))) throw new CliError(`explain needs a line: claimlint explain ${id}:LINE`)
  const nearest = nearestName(
    id,
    rules.flatMap((each) => [each.id, ...(each.aliases ?? [])]),
  )
  throw new CliError(`no rule "${id}"; claimlint rules lists them.${nearest ? ` Did you mean "${nearest}"?` : ''}`)
}

async function lineText(file: string, line: number, session: Session, ui: Ui): Promise<string> {
  const loaded = await session.loadNamed(file)
  const { markets, locale } = loaded.settings.lint
  const { packs } = await session.engine(loaded.settings.packs)
  return explainLine(await session.lint(loaded), { line, locale, markets, packs, rules: await session.rules() }, ui)
}
