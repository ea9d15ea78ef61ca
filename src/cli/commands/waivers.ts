import { csvTable } from '../../reporters/csv.js'
import { Lines } from '../../reporters/lines.js'
import { type SelectOptions, select } from '../articles.js'
import { CliError } from '../cli-error.js'
import { Git } from '../git.js'
import { shownPath } from '../paths.js'
import { choice, type Session } from '../session.js'
import { directivesOf } from '../suppressions.js'

export interface WaiversOptions extends SelectOptions {
  readonly format?: string
}

/** One suppression, wherever it stands. */
interface Entry {
  readonly kind: 'comment' | 'front-matter' | 'waiver' | 'baseline'
  /** Where it is written. */
  readonly place: string
  readonly rule: string
  readonly reason: string
  readonly approver: string
  readonly until: string
  /** The day it was written, `YYYY-MM-DD`; empty when nothing tells. */
  readonly since: string
  /** Days since then. */
  readonly age: number | null
  /** `used`, `unused` (no finding), `expired`. */
  readonly state: string
}

/** Lists every suppression with its age and reason: comments, front matter, the waiver files and baselines in use. */
export async function waiversCommand(paths: readonly string[], session: Session, options: WaiversOptions): Promise<number> {
  const format = choice('--format', options.format ?? 'text', ['text', 'csv', 'json'])
  const { cwd, today } = session.streams
  const { silencers } = session
  const dayOf = blame(cwd)
  const entries: Entry[] = []
  const add = (entry: Omit<Entry, 'age'>): number => entries.push({ ...entry, age: daysBetween(entry.since, today) })
  const { articles } = await select(paths, session, { allowEmpty: true, ...options })
  let couldNot = false
  for await (const loaded of articles) {
    if (!loaded) {
      couldNot = true
      continue
    }
    const result = await session.lint(loaded)
    const names = await session.rules()
    const lines = new Lines(result.document.source)
    const unused = new Set(
      result.findings.filter((each) => each.rule === 'claimlint/directive-unused').map((each) => `${each.span.start} ${each.data.rule}`),
    )
    for (const { kind, rule, reason, span } of (await directivesOf(result.document, names)).valid) {
      const { line } = lines.at(span.start)
      const state = unused.has(`${span.start} ${rule}`) ? 'unused' : 'used'
      const since = dayOf(loaded.target.path, line)
      add({ kind, place: `${loaded.target.shown}:${line}`, rule, reason, approver: '', until: '', since, state })
    }
  }
  for (const { path, waivers } of await silencers.waiverFiles()) {
    for (const waiver of waivers) {
      const { rule, reason, approver, until, line } = waiver
      const state = until < today ? 'expired' : silencers.used.has(waiver) ? 'used' : 'unused'
      const since = waiver.added ?? dayOf(path, line)
      add({ kind: 'waiver', place: `${shownPath(path, cwd)}:${line}`, rule, reason, approver, until, since, state })
    }
  }
  for (const { file, entry, state } of silencers.baselineEntries()) {
    add({ kind: 'baseline', place: shownPath(file, cwd), rule: entry.rule, reason: '', approver: '', until: '', since: entry.since, state })
  }
  session.streams.stdout.write({ text, csv, json }[format](entries))
  return couldNot ? 2 : 0
}

/** The day of a line by `git blame`; empty outside of a repository. */
function blame(cwd: string): (path: string, line: number) => string {
  let git: Git | undefined
  try {
    git = new Git(cwd)
  } catch (error) {
    if (!(error instanceof CliError)) throw error
  }
  return (path, line) => git?.dayOf(path, line) ?? ''
}

function daysBetween(since: string, today: string): number | null {
  return since === '' ? null : Math.round((Date.parse(today) - Date.parse(since)) / 86_400_000)
}

const columns = ['kind', 'place', 'rule', 'reason', 'approver', 'until', 'since', 'age', 'state'] as const

const text = (entries: readonly Entry[]): string =>
  entries.length === 0
    ? 'No waiver or suppression.\n'
    : entries
        .map((entry) => {
          const age = entry.age === null ? 'age unknown' : `${entry.age} days`
          const by = [entry.approver && `by ${entry.approver}`, entry.until && `until ${entry.until}`, age].filter(Boolean).join(', ')
          return `${entry.place}  ${entry.kind} ${entry.state}  ${entry.rule}\n    ${[entry.reason, `(${by})`].filter(Boolean).join(' ')}\n`
        })
        .join('')

const csv = (entries: readonly Entry[]): string => csvTable([columns, ...entries.map((entry) => columns.map((column) => entry[column]))])

const json = (entries: readonly Entry[]): string => `${JSON.stringify(entries, null, 2)}\n`
