import type { Severity } from '../../core/finding.js'
import { nearestName } from '../../core/setup-error.js'
import { reporters } from '../../reporters/index.js'
import { type FileReport, type Message, type Run, reportOf, severities, tally } from '../../reporters/report.js'
import { say } from '../../reporters/words.js'
import { CliError, FileError } from '../cli-error.js'
import { type CommonOptions, choice, type Loaded, type Session } from '../session.js'
import { styleFor } from '../style.js'
import { version } from '../version.js'
import { writeFileAtomically } from '../write.js'

export interface LintOptions extends CommonOptions {
  readonly format?: readonly string[]
  readonly outputFile?: string
  readonly failOn?: string
  readonly maxWarnings?: string
  readonly quiet?: boolean
  readonly allowEmpty?: boolean
  readonly color?: boolean
}

/** Lints, reports, and says with its exit code how it went: 0, 1 for findings, 2 when part of the job could not be done. */
export async function lintCommand(paths: readonly string[], session: Session, options: LintOptions): Promise<number> {
  const outputs = outputsOf(options)
  const failOn = choice('--fail-on', options.failOn ?? 'error', severities)
  const maxWarnings = limit(options.maxWarnings)
  const articles = await openArticles(paths, session, options.allowEmpty ?? false)
  const files: FileReport[] = []
  const markets = new Set<string>()
  const rules = await session.rules()
  let couldNot = false
  for await (const loaded of articles) {
    if (!loaded) {
      couldNot = true
      continue
    }
    const result = await session.lint(loaded)
    for (const rule of result.crashed) session.note(`${loaded.target.shown}: the rule ${rule} crashed; its findings are missing`)
    if (result.crashed.length > 0) couldNot = true
    for (const market of loaded.settings.lint.markets) markets.add(market)
    files.push(reportOf(result, { filePath: loaded.target.shown, rules, locale: loaded.settings.lint.locale }))
  }
  const run: Run = {
    files: options.quiet ? files.map(errorsOnly) : files,
    rules,
    packs: await session.packs([...markets]),
    markets: [...markets].sort(),
    locale: await session.locale(),
    version,
  }
  await report(run, outputs, session, options)
  warnAboutJapaneseLaw(run, session)
  return couldNot ? 2 : verdict(files, failOn, maxWarnings, session)
}

/** Opens what is to be linted one by one; a file that cannot be read is said on stderr and comes as undefined. */
export async function openArticles(
  paths: readonly string[],
  session: Session,
  allowEmpty: boolean,
): Promise<AsyncGenerator<Loaded | undefined>> {
  if (session.options.stdin || paths.includes('-')) return one(session, () => session.loadStdin())
  const { targets, ignored } = await session.discover(paths)
  for (const path of ignored) session.note(`${path} is ignored by the config (--no-ignore lints it)`)
  if (targets.length === 0 && !allowEmpty) {
    const what = paths.length > 0 ? ` for ${paths.map((path) => `"${path}"`).join(', ')}` : ''
    throw new CliError(`no file matched${what}; --allow-empty makes that no error`)
  }
  return each(session, targets)
}

async function* each(session: Session, targets: readonly Loaded['target'][]): AsyncGenerator<Loaded | undefined> {
  for (const target of targets) yield* one(session, () => session.load(target))
}

async function* one(session: Session, load: () => Promise<Loaded>): AsyncGenerator<Loaded | undefined> {
  try {
    yield await load()
  } catch (error) {
    if (!(error instanceof FileError)) throw error
    session.note(error.message)
    yield undefined
  }
}

interface Output {
  readonly format: string
  /** Relative to the working directory; standard output when absent. */
  readonly file?: string
}

/** `--format json --format sarif=out.sarif -o report.json`. */
function outputsOf(options: LintOptions): readonly Output[] {
  const outputs = (options.format ?? []).map((written): Output => {
    const [name, ...file] = written.split('=')
    if (!Object.hasOwn(reporters, name!)) {
      const nearest = nearestName(name!, Object.keys(reporters))
      throw new CliError(
        `unknown format "${name}"; known are ${Object.keys(reporters).join(', ')}.${nearest ? ` Did you mean "${nearest}"?` : ''}`,
      )
    }
    return { format: name!, ...(file.length > 0 && { file: file.join('=') }) }
  })
  if (outputs.every((output) => output.file !== undefined) && (outputs.length === 0 || options.outputFile))
    outputs.push({ format: 'pretty' })
  const open = outputs.filter((output) => output.file === undefined)
  if (open.length > 1)
    throw new CliError(
      `two formats for standard output (${open.map((each) => each.format).join(', ')}); name a file for one: --format ${open[0]!.format}=FILE`,
    )
  return outputs.map((output) => (output.file === undefined && options.outputFile ? { ...output, file: options.outputFile } : output))
}

async function report(run: Run, outputs: readonly Output[], session: Session, options: LintOptions): Promise<void> {
  const { streams } = session
  for (const { format, file } of outputs) {
    const render = await reporters[format]!()
    const style = await styleFor(format === 'pretty' && file === undefined, options.color, streams)
    const text = render(run, { style, width: Math.min(streams.stdout.columns ?? 100, 120) })
    if (file === undefined) streams.stdout.write(text)
    else writeFileAtomically(file, text, streams.cwd)
  }
}

const errorsOnly = (file: FileReport): FileReport => ({
  ...file,
  messages: file.messages.filter((message) => message.severity === 'error'),
})

/** Nobody may take a clean run under US law for a check of Japanese law. */
function warnAboutJapaneseLaw(run: Run, session: Session): void {
  if (run.markets.length === 0 || run.markets.includes('jp')) return
  if (run.files.some((file) => file.coverage.language.includes('ja'))) {
    session.note(say('japaneseLaw', run.locale, { markets: run.markets.map((market) => market.toUpperCase()).join(', ') }))
  }
}

function verdict(files: readonly FileReport[], failOn: Severity, maxWarnings: number | undefined, session: Session): number {
  const messages = files.flatMap((file): readonly Message[] => file.messages)
  const failing = severities.slice(0, severities.indexOf(failOn) + 1)
  if (messages.some((message) => failing.includes(message.severity))) return 1
  const warnings = tally(messages).warning
  if (maxWarnings === undefined || warnings <= maxWarnings) return 0
  session.note(`${warnings} warnings, more than --max-warnings ${maxWarnings}`)
  return 1
}

function limit(written: string | undefined): number | undefined {
  if (written === undefined) return undefined
  if (!/^\d+$/.test(written)) throw new CliError(`--max-warnings takes a number; got "${written}"`)
  return Number(written)
}
