import type { Severity } from '../../core/finding.js'
import { type ReportShelf, shelfFor } from '../../fast/report-shelf.js'
import { type Done, runnerFor } from '../../fast/runner.js'
import { isReadOnly } from '../../lint/open.js'
import type { FileResult } from '../../lint/result.js'
import { type FileReport, type Message, messagesOf, type Reports, type Run, severities, tally } from '../../reporters/report.js'
import { unifiedDiff } from '../../reporters/unified-diff.js'
import { say } from '../../reporters/words.js'
import { type Selection, type SelectOptions, select } from '../articles.js'
import { CliError } from '../cli-error.js'
import { encode, fixAll } from '../fix.js'
import { type OutputOptions, outputsOf, writeReports } from '../outputs.js'
import { Progress } from '../progress.js'
import { choice, type Loaded, type Session } from '../session.js'
import { timingTable } from '../timing.js'
import { version } from '../version.js'
import { waiverReports } from '../waiver-reports.js'
import { Works } from '../works.js'
import { writeFileAtomically } from '../write.js'

export interface LintOptions extends SelectOptions, OutputOptions {
  readonly failOn?: string
  readonly maxWarnings?: string
  readonly quiet?: boolean
  readonly fix?: boolean
  readonly fixDryRun?: boolean
  readonly reportUnusedWaivers?: boolean
  readonly watch?: boolean
  readonly cache?: boolean
  readonly cacheLocation?: string
  readonly concurrency?: string
  readonly timing?: boolean
}

/** Lints, reports, and says with its exit code how it went: 0, 1 for findings, 2 when part of the job could not be done. */
export async function lintCommand(paths: readonly string[], session: Session, options: LintOptions): Promise<number> {
  const outputs = outputsOf(options)
  const failOn = choice('--fail-on', options.failOn ?? 'error', severities)
  const maxWarnings = limit(options.maxWarnings)
  checkFixOptions(paths, options)
  const selection = await select(paths, session, options)
  const linted = await lintAll(
    selection,
    session,
    options,
    outputs.some((output) => output.format === 'html'),
  )
  const rules = await session.rules()
  const locale = await session.locale()
  const { files } = linted
  for (const report of await waiverReports(session.silencers, session, rules, locale, options.reportUnusedWaivers ?? false))
    files.add(report)
  const run: Run = {
    files: options.quiet ? errorsOf(files) : files,
    rules,
    packs: await session.packs([...linted.markets]),
    markets: [...linted.markets].sort(),
    locale,
    version,
    failures: selection.failures,
  }
  if (!options.fixDryRun || options.format) await writeReports(run, outputs, session, options)
  warnAboutJapaneseLaw(run, session)
  return linted.couldNot ? 2 : verdict(files, failOn, maxWarnings, session)
}

interface Linted {
  readonly files: ReportShelf
  readonly markets: ReadonlySet<string>
  readonly couldNot: boolean
}

async function lintAll(selection: Selection, session: Session, options: LintOptions, withPages: boolean): Promise<Linted> {
  const files = await shelfFor(selection.size)
  const places = new Map<string, number>()
  const markets = new Set<string>()
  const progress = new Progress(session.streams, selection.size)
  const fixes = options.fix || options.fixDryRun
  const runner = await runnerFor(selection.size, session, options)
  const results = fixes ? fixEach(selection.articles, session, options, withPages) : runner.run(selection.articles, withPages)
  let done = 0
  let couldNot = false
  const works = new Works()
  try {
    for await (const one of results) {
      progress.at(++done, one?.loaded.target.shown ?? '')
      if (!one) {
        couldNot = true
        continue
      }
      const { target, settings } = one.loaded
      const { report, crashed } = one.result
      for (const rule of crashed) session.note(`${target.shown}: the rule ${rule} crashed; its findings are missing`)
      if (crashed.length > 0) couldNot = true
      for (const market of settings.lint.markets) markets.add(market)
      works.add(one.loaded, one.result.works)
      places.set(target.path, files.add(onlyChanged(report, (line, endLine) => selection.isChanged(target.path, line, endLine))))
    }
    for (const { loaded, elsewhere } of works.disputed) {
      const { report } = await runner.again(loaded, elsewhere, withPages)
      const { path } = loaded.target
      files.replace(
        places.get(path)!,
        onlyChanged(report, (line, endLine) => selection.isChanged(path, line, endLine)),
      )
    }
  } finally {
    progress.end()
    await runner.close()
  }
  if (runner.meter) session.streams.stderr.write(`${timingTable(runner.meter, done)}\n`)
  return { files, markets, couldNot }
}

/** Fixes one file after the other; the reports are those on the fixed texts. */
async function* fixEach(
  articles: Selection['articles'],
  session: Session,
  options: LintOptions,
  withPages: boolean,
): AsyncGenerator<Done | undefined> {
  for await (const loaded of articles) {
    if (!loaded) {
      yield undefined
      continue
    }
    const { result, left } = await fixOne(loaded, session, options)
    yield { loaded: left, result: await session.reportOn(result, left, withPages) }
  }
}

function checkFixOptions(paths: readonly string[], options: LintOptions): void {
  if (options.fix && (options.stdin || paths.includes('-')))
    throw new CliError('--fix cannot write standard input back; --fix-dry-run shows a diff')
  if (options.fix && options.staged) throw new CliError('--fix cannot change the git index; fix the files, then stage them')
  if (options.fix && options.fixDryRun) throw new CliError('--fix writes and --fix-dry-run does not: choose one')
  if (options.fixDryRun && options.format?.some((format) => !format.includes('=')) && options.outputFile === undefined) {
    throw new CliError('--fix-dry-run prints a diff on standard output; name a file for the report: --format NAME=FILE')
  }
}

/** Fixes one file, or prints what fixing would change; the findings are those that are left, in the file as it is then. */
async function fixOne(loaded: Loaded, session: Session, options: LintOptions): Promise<{ result: FileResult; left: Loaded }> {
  const { decoded, target } = loaded
  if (isReadOnly(target.format)) {
    session.note(`${target.shown}: not fixed, since a ${target.format} file is read but never written`)
    return { result: await session.lint(loaded), left: loaded }
  }
  const { text, applied, result } = await fixAll(loaded, session)
  const left = { ...loaded, decoded: { ...decoded, text } }
  if (applied === 0) return { result, left: loaded }
  if (options.fixDryRun) {
    session.streams.stdout.write(unifiedDiff(target.shown, decoded.text, text))
    return { result, left }
  }
  const bytes = encode(text, decoded.encoding, decoded.bom)
  if (!bytes) {
    session.note(`${target.shown}: not fixed, since ${decoded.encoding} can be read but not written; save it as UTF-8`)
    return { result: await session.lint(loaded), left: loaded }
  }
  writeFileAtomically(target.path, bytes, session.streams.cwd)
  session.note(`${target.shown}: ${applied} fixed`)
  return { result, left }
}

/** With `--since`: a finding counts when its place or a related one is new. */
function onlyChanged(file: FileReport, isChanged: (line: number, endLine: number) => boolean): FileReport {
  const keep = (message: Message): boolean => [message, ...message.related].some(({ line, endLine }) => isChanged(line, endLine))
  return { ...file, messages: file.messages.filter(keep), suppressed: file.suppressed.filter(keep) }
}

/** With `--quiet`: the same reports without warnings and advice. */
const errorsOf = (files: Reports): Reports => ({
  length: files.length,
  *[Symbol.iterator]() {
    for (const file of files) yield { ...file, messages: file.messages.filter((message) => message.severity === 'error') }
  },
})

/** Nobody may take a clean run under US law for a check of Japanese law. */
function warnAboutJapaneseLaw(run: Run, session: Session): void {
  if (run.markets.length === 0 || run.markets.includes('jp')) return
  for (const file of run.files) {
    if (!file.coverage.language.includes('ja')) continue
    session.note(say('japaneseLaw', run.locale, { markets: run.markets.map((market) => market.toUpperCase()).join(', ') }))
    return
  }
}

function verdict(files: Reports, failOn: Severity, maxWarnings: number | undefined, session: Session): number {
  const counts = tally(messagesOf(files))
  const failing = severities.slice(0, severities.indexOf(failOn) + 1)
  if (failing.some((severity) => counts[severity] > 0)) return 1
  const warnings = counts.warning
  if (maxWarnings === undefined || warnings <= maxWarnings) return 0
  session.note(`${warnings} warnings, more than --max-warnings ${maxWarnings}`)
  return 1
}

function limit(written: string | undefined): number | undefined {
  if (written === undefined) return undefined
  if (!/^\d+$/.test(written)) throw new CliError(`--max-warnings takes a number; got "${written}"`)
  return Number(written)
}
