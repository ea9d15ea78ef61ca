import type { Precedent } from '../core/precedent.js'
import type { Suppression } from '../lint/result.js'
import { each, jsonText, Listed } from './json-text.js'
import type { Place } from './place.js'
import type { FileReport, Fix, Message, Run } from './report.js'
import { tally } from './report.js'
import { unreadWord } from './words.js'

/** The numbers of textlint: ESLint's 2 and 1, and 3 for info. */
export const severityNumber = { error: 2, warning: 1, info: 3 } as const

/** ESLint's and textlint's JSON with law, related places, fingerprints and coverage added. */
export function* render(run: Run): Generator<string> {
  yield* jsonText(new Listed(each(run.files, fileJson)))
  yield '\n'
}

/** A finding as JSON has it: ESLint's and textlint's fields first. Lines and columns count from 1, columns and ranges in UTF-16 units. */
export interface LintMessage extends Place {
  readonly ruleId: string
  /** 2 error, 1 warning, 3 info, as textlint has them. */
  readonly severity: 1 | 2 | 3
  readonly message: string
  /** Offsets into the decoded text, end exclusive. */
  readonly range: readonly [number, number]
  /** The reported source. */
  readonly text: string
  /** The place in words, for files whose lines no writer sees: "paragraph 12, sentence 2", "products[2].description". */
  readonly where?: string
  readonly basis: readonly { readonly cite: string; readonly url?: string; readonly verified?: string }[]
  readonly related: readonly (Place & { readonly message: string; readonly where?: string })[]
  /** What `--fix` applies. */
  readonly fix?: Fix
  /** Never applied by `--fix`. */
  readonly suggestions: readonly { readonly desc: string; readonly fix?: Fix }[]
  /** Stays when the text moves. */
  readonly fingerprint: string
}

/** One file as JSON has it. */
export interface LintFile {
  /** Relative to the working directory, forward slashes. */
  readonly filePath: string
  readonly messages: readonly LintMessage[]
  readonly suppressedMessages: readonly (LintMessage & { readonly suppressions: readonly Suppression[] })[]
  readonly errorCount: number
  readonly warningCount: number
  readonly infoCount: number
  readonly fixableErrorCount: number
  readonly fixableWarningCount: number
  /** What was read and what was not: silence about a part that was not read is no pass. */
  readonly coverage: {
    readonly language: readonly string[]
    readonly sentences: number
    readonly characters: number
    readonly unread: readonly { readonly what: string; readonly line: number }[]
  }
}

export function fileJson(file: FileReport): LintFile {
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
      ...(file.coverage.scanned && { scanned: true }),
    },
  }
}

function messageJson(message: Message): LintMessage {
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

const fixJson = ({ range, text }: Fix): Fix => ({ range, text })
