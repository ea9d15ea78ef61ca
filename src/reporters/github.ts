import { type FileReport, type Message, placedWords, type Run, severities } from './report.js'
import { count, unreadWord } from './words.js'

/** GitHub shows this many annotations of a level for a step; more are dropped without a word. */
const cap = 10
const commands = { error: 'error', warning: 'warning', info: 'notice' } as const

/**
 * Workflow commands for annotations, errors first. What is past GitHub's cap is printed as plain lines, and all of it stands in the step
 * summary (`renderSummary`).
 */
export function render(run: Run): string {
  const lines = run.failures.map((failure) => `::error::${escapeData(failure)}`)
  for (const severity of severities) {
    const found = run.files.flatMap((file) =>
      file.messages.filter((message) => message.severity === severity).map((message) => ({ file, message })),
    )
    lines.push(...found.slice(0, cap).map(({ file, message }) => command(file, message)))
    lines.push(...found.slice(cap).map(({ file, message }) => plainLine(file, message)))
  }
  for (const file of run.files) {
    for (const { what, line } of file.coverage.unread) lines.push(`${file.filePath}:${line}: not read: ${unreadWord(what, run.locale)}`)
  }
  return lines.map((line) => `${line}\n`).join('')
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
  const rows = severities.flatMap((severity) =>
    run.files.flatMap((file) =>
      file.messages
        .filter((message) => message.severity === severity)
        .map(
          (message) =>
            `| ${severity} | ${cell(`${file.filePath}:${message.line}`)} | ${cell(message.text)} | ${cell(placedWords(message))} | ${cell(message.ruleId)} |`,
        ),
    ),
  )
  const counts = severities.map((severity) =>
    count(severity, run.files.flatMap((file) => file.messages).filter((message) => message.severity === severity).length, run.locale),
  )
  const failures = run.failures.map((failure) => `**${cell(failure)}**\n`)
  const sentences = run.files.reduce((sum, file) => sum + file.coverage.sentences, 0)
  const read = `${run.files.length} files, ${sentences} sentences read. ${run.packs.map((pack) => `${pack.id} as of ${pack.asOf}`).join(', ')}.`
  const table =
    rows.length > 0 ? ['| severity | place | text | message | rule |', '| --- | --- | --- | --- | --- |', ...rows.slice(0, mostRows)] : []
  const more = rows.length > mostRows ? ['', `${rows.length - mostRows} more are in the log.`] : []
  return [`### claimlint: ${counts.join(', ')}`, '', ...failures, read, '', ...table, ...more, ''].join('\n')
}

const cell = (text: string): string =>
  text
    .slice(0, 300)
    .replace(/\s+/g, ' ')
    .replace(/[\\|`*_[\]<>#]/g, (character) => `\\${character}`)
