import type { Severity } from '../core/finding.js'
import { type FileReport, type Message, messagesOf, placedWords, type Run, severities, tally } from './report.js'
import { count, unreadWord } from './words.js'

/** GitHub shows this many annotations of a level for a step; more are dropped without a word. */
const cap = 10
const commands = { error: 'error', warning: 'warning', info: 'notice' } as const

/**
 * Workflow commands for annotations, errors first. What is past GitHub's cap is printed as plain lines, and all of it stands in the step
 * summary (`renderSummary`).
 */
export function* render(run: Run): Generator<string> {
  for (const failure of run.failures) yield `::error::${escapeData(failure)}\n`
  for (const severity of severities) {
    let shown = 0
    for (const { file, message } of ofSeverity(run, severity))
      yield `${shown++ < cap ? command(file, message) : plainLine(file, message)}\n`
  }
  for (const file of run.files) {
    for (const { what, line } of file.coverage.unread) yield `${file.filePath}:${line}: not read: ${unreadWord(what, run.locale)}\n`
  }
}

function* ofSeverity(run: Run, severity: Severity): Generator<{ readonly file: FileReport; readonly message: Message }> {
  for (const file of run.files) {
    for (const message of file.messages) if (message.severity === severity) yield { file, message }
  }
}

function command(file: FileReport, message: Message): string {
  // Columns only where begin and end share a line: GitHub refuses others.
  const columns = message.line === message.endLine ? { col: message.column, endColumn: message.endColumn } : {}
  const properties = { file: file.filePath, line: message.line, endLine: message.endLine, ...columns, title: message.ruleId }
  const list = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`)
  const advice = message.suggestions[0] ? `\n${message.suggestions[0].desc}` : ''
  return `::${commands[message.severity]} ${list.join(',')}::${escapeData(placedWords(message) + advice)}`
}

/** A line that can be no command, whatever the article says. */
const plainLine = (file: FileReport, message: Message): string =>
  `${file.filePath}:${message.line}:${message.column}: ${placedWords(message).replace(/\s+/g, ' ')} [${message.severity}/${message.ruleId}]`.replace(
    /^::/,
    ' ::',
  )

const escapeData = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
const escapeProperty = (text: string): string => escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')

/** Rows in the summary: GitHub takes one megabyte. */
const mostRows = 500

/** Markdown for `GITHUB_STEP_SUMMARY`: every finding in one table. */
export function renderSummary(run: Run): string {
  const rows: string[] = []
  let left = 0
  for (const severity of severities) {
    for (const { file, message } of ofSeverity(run, severity)) {
      const cells = [
        severity,
        cell(`${file.filePath}:${message.line}`),
        cell(message.text),
        cell(placedWords(message)),
        cell(message.ruleId),
      ]
      if (rows.length < mostRows) rows.push(`| ${cells.join(' | ')} |`)
      else left++
    }
  }
  const total = tally(messagesOf(run.files))
  const counts = severities.map((severity) => count(severity, total[severity], run.locale))
  const failures = run.failures.map((failure) => `**${cell(failure)}**\n`)
  let sentences = 0
  for (const file of run.files) sentences += file.coverage.sentences
  const read = `${run.files.length} files, ${sentences} sentences read. ${run.packs.map((pack) => `${pack.id} as of ${pack.asOf}`).join(', ')}.`
  const table = rows.length > 0 ? ['| severity | place | text | message | rule |', '| --- | --- | --- | --- | --- |', ...rows] : []
  const more = left > 0 ? ['', `${left} more are in the log.`] : []
  return [`### claimlint: ${counts.join(', ')}`, '', ...failures, read, '', ...table, ...more, ''].join('\n')
}

const cell = (text: string): string =>
  text
    .slice(0, 300)
    .replace(/\s+/g, ' ')
    .replace(/[\\|`*_[\]<>#]/g, (character) => `\\${character}`)
