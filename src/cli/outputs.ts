import { appendFileSync } from 'node:fs'
import { nearestName } from '../core/setup-error.js'
import { reporters } from '../reporters/index.js'
import type { Run } from '../reporters/report.js'
import { leftAsideWords, say, unreadWord } from '../reporters/words.js'
import { CliError } from './cli-error.js'
import type { Session } from './session.js'
import { writeAll } from './streams.js'
import { styleFor } from './style.js'
import { writeFileAtomically } from './write.js'

/** A report and where it goes. */
export interface Output {
  readonly format: string
  /** Relative to the working directory; standard output when absent. */
  readonly file?: string
}

export interface OutputOptions {
  readonly format?: readonly string[]
  readonly outputFile?: string
  readonly color?: boolean
}

/** Reads `--format json --format sarif=out.sarif -o report.json`. Only one report can go to standard output; by default it is `pretty`. */
export function outputsOf(options: OutputOptions): readonly Output[] {
  const outputs = (options.format ?? []).map((written): Output => {
    const at = written.indexOf('=')
    const format = at < 0 ? written : written.slice(0, at)
    if (!Object.hasOwn(reporters, format)) {
      const nearest = nearestName(format, Object.keys(reporters))
      const hint = nearest ? ` Did you mean "${nearest}"?` : ''
      throw new CliError(`unknown format "${format}"; known are ${Object.keys(reporters).join(', ')}.${hint}`)
    }
    if (at < 0) return { format }
    if (at === written.length - 1) throw new CliError(`--format ${written} names no file`)
    return { format, file: written.slice(at + 1) }
  })
  if (outputs.length === 0) outputs.push({ format: 'pretty' })
  const open = outputs.filter((output) => output.file === undefined)
  if (open.length > 1) {
    const names = open.map((each) => each.format).join(', ')
    throw new CliError(`two formats for one place (${names}); name a file for one: --format ${open[0]!.format}=FILE`)
  }
  if (options.outputFile === undefined) return outputs
  if (open.length === 0) throw new CliError('--output-file has no report: every --format names a file of its own')
  return outputs.map((output) => (output.file === undefined ? { ...output, file: options.outputFile! } : output))
}

/** Writes every report. What a format has no place for (parts that were not read) is said on stderr. */
export async function writeReports(run: Run, outputs: readonly Output[], session: Session, options: OutputOptions): Promise<void> {
  const { streams } = session
  for (const { format, file } of outputs) {
    const render = await reporters[format]!()
    const style = await styleFor(format === 'pretty' && file === undefined, options.color, streams)
    const pieces = inChunks(render(run, { style, width: Math.min(streams.stdout.columns ?? 100, 120) }))
    if (file !== undefined) writeFileAtomically(file, pieces, streams.cwd)
    else await writeAll(streams.stdout, pieces)
    if (format === 'github' && streams.env.GITHUB_STEP_SUMMARY) await appendSummary(streams.env.GITHUB_STEP_SUMMARY, run)
    if (silentFormats.has(format)) sayUnread(run, session)
  }
  if (!outputs.some((output) => output.format === 'pretty')) sayLeftAside(run, session)
}

/** UTF-16 units that are written at once. */
const chunk = 1 << 16

function* inChunks(pieces: Iterable<string>): Generator<string> {
  let held = ''
  for (const piece of pieces) {
    held += piece
    if (held.length < chunk) continue
    yield held
    held = ''
  }
  yield held
}

/** `pretty` says it beside the file. */
function sayLeftAside(run: Run, session: Session): void {
  for (const { filePath, leftAside } of run.files) {
    if (leftAside > 0) session.note(`${filePath}: ${leftAsideWords(leftAside, run.locale)}`)
  }
}

/** Formats without a place for what was not read. */
const silentFormats = new Set(['gitlab', 'checkstyle', 'rdjson', 'unix'])

function sayUnread(run: Run, session: Session): void {
  for (const file of run.files) {
    if (file.coverage.unread.length === 0) continue
    const parts = file.coverage.unread.map(
      ({ what, line }) => `${unreadWord(what, run.locale)} (${say('line', run.locale, { line: String(line) })})`,
    )
    session.note(`${file.filePath}: ${say('unread', run.locale, { list: parts.join(', ') })}`)
  }
}

async function appendSummary(file: string, run: Run): Promise<void> {
  const { renderSummary } = await import('../reporters/github.js')
  appendFileSync(file, renderSummary(run))
}
