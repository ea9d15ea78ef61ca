import type { Precedent } from '../core/precedent.js'
import type { FileReport, Fix, Message, Run } from './report.js'
import { tally } from './report.js'
import { unreadWord } from './words.js'

/** The numbers of textlint: ESLint's 2 and 1, and 3 for info. */
export const severityNumber = { error: 2, warning: 1, info: 3 } as const

/** ESLint's and textlint's JSON with law, related places, fingerprints and coverage added. */
export function render(run: Run): string {
  return `${JSON.stringify(run.files.map(fileJson), null, 2)}\n`
}

export function fileJson(file: FileReport): object {
  const counts = tally(file.messages)
  return {
    filePath: file.filePath,
    messages: file.messages.map(messageJson),
    suppressedMessages: file.suppressed.map((message) => ({ ...messageJson(message), suppressions: message.suppressions })),
    errorCount: counts.error,
    warningCount: counts.warning,
    infoCount: counts.info,
    fixableErrorCount: counts.fixable.error,
    fixableWarningCount: counts.fixable.warning,
    coverage: {
      language: file.coverage.language,
      sentences: file.coverage.sentences,
      characters: file.coverage.characters,
      unread: file.coverage.unread.map(({ what, line }) => ({ what: unreadWord(what, 'en'), line })),
    },
  }
}

function messageJson(message: Message): object {
  return {
    ruleId: message.ruleId,
    severity: severityNumber[message.severity],
    message: message.message,
    line: message.line,
    column: message.column,
    endLine: message.endLine,
    endColumn: message.endColumn,
    range: message.range,
    text: message.text,
    ...(message.where !== undefined && { where: message.where }),
    basis: message.basis.map(({ cite, url, verified }) => ({ cite, ...(url && { url }), ...(verified && { verified }) })),
    related: message.related.map(({ line, column, endLine, endColumn, message: words, where }) => ({
      ...(where !== undefined && { where }),
      line,
      column,
      endLine,
      endColumn,
      message: words,
    })),
    ...(message.fix && { fix: fixJson(message.fix) }),
    suggestions: message.suggestions.map(({ desc, fix }) => ({ desc, ...(fix && { fix: fixJson(fix) }) })),
    fingerprint: message.fingerprint,
    ...(message.precedent && { precedent: precedentJson(message.precedent) }),
  }
}

/** Who judged a like wording, and how. Never a score: it is evidence for a reader. */
const precedentJson = ({ phrase, ruling, by, date, criterion, section, source }: Precedent): object => ({
  phrase,
  ruling,
  by,
  date,
  criterion,
  section,
  source,
})

const fixJson = ({ range, text }: Fix): object => ({ range, text })
