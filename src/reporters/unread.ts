import type { Locale } from '../core/config.js'
import type { FileReport } from './report.js'
import { say, unreadWord } from './words.js'

/** A part that was not read, in the shape of a finding, for formats that know nothing but findings. It never fails a run. */
export interface UnreadMessage {
  readonly ruleId: 'claimlint/unread'
  readonly severity: 'info'
  readonly message: string
  readonly line: number
  readonly endLine: number
  readonly column: 1
  readonly fingerprint: string
  readonly where?: string
}

export function unreadMessages(file: FileReport, locale: Locale): UnreadMessage[] {
  return file.coverage.unread.map(({ what, line }, index) => ({
    ruleId: 'claimlint/unread',
    severity: 'info',
    message: say('unread', locale, { list: unreadWord(what, locale) }),
    line,
    endLine: line,
    column: 1,
    fingerprint: `unread:${what}:${index}`,
  }))
}
