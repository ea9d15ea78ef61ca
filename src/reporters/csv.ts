import type { FileReport, Message, Run, SuppressedMessage } from './report.js'
import { unreadWord } from './words.js'

/**
 * A cell that no spreadsheet executes: text that begins like a formula gets an apostrophe in front, as OWASP advises, and every cell is
 * quoted (RFC 4180).
 */
export const csvCell = (value: string | number | boolean | null | undefined): string => {
  const text = value === null || value === undefined ? '' : String(value)
  const isFormula = typeof value === 'string' && /^[\s\u0000]*[=+\-@＝＋－＠|%\t\r]/.test(text)
  return `"${(isFormula ? `'${text}` : text).replaceAll('"', '""')}"`
}

/** Rows with CRLF and a byte order mark, without which Excel takes UTF-8 for a local encoding. */
export const csvTable = (rows: CsvRows): string => `\ufeff${csvRows(rows)}`

/** More rows of a table. */
const csvRows = (rows: CsvRows): string => rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')

type CsvRows = readonly (readonly (string | number | boolean | null | undefined)[])[]

const header = [
  'file',
  'line',
  'column',
  'severity',
  'rule',
  'message',
  'text',
  'advice',
  'law',
  'url',
  'fingerprint',
  'suppressed',
  'reason',
  'approver',
  'until',
  'where',
]

/** One row a finding, suppressed ones too, and one for each part that was not read. */
export function* render(run: Run): Generator<string> {
  const full = (row: readonly (string | number)[]): (string | number)[] => [...row, ...Array<string>(header.length - row.length).fill('')]
  yield csvTable([header, ...run.failures.map((failure) => full(['', '', '', 'unreadable', '', failure]))])
  for (const file of run.files) {
    const rows = [
      ...file.messages.map((message) => messageRow(file, message)),
      ...file.suppressed.map((message) => suppressedRow(file, message)),
      ...file.coverage.unread.map(({ what, line }) => [file.filePath, line, '', 'unread', '', unreadWord(what, run.locale)]),
    ]
    yield csvRows(rows.map(full))
  }
}

const messageRow = (file: FileReport, message: Message): (string | number)[] => [
  file.filePath,
  message.line,
  message.column,
  message.severity,
  message.ruleId,
  message.message,
  message.text,
  message.suggestions.map((suggestion) => suggestion.desc).join(' / '),
  message.basis.map(({ cite, verified }) => (verified === 'memory' ? `${cite} (unverified)` : cite)).join('; '),
  message.basis.flatMap(({ url }) => url ?? []).join(' '),
  message.fingerprint,
  ...['', '', '', ''],
  message.where ?? '',
]

function suppressedRow(file: FileReport, message: SuppressedMessage): (string | number)[] {
  const first = message.suppressions[0]!
  const reasons = message.suppressions.map((suppression) => suppression.justification).join(' / ')
  return [
    ...messageRow(file, message).slice(0, 11),
    message.suppressions.map(({ kind }) => kind).join(' / '),
    reasons,
    first.approver ?? '',
    first.until ?? '',
    message.where ?? '',
  ]
}
