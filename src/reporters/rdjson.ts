import { every, jsonText, Listed } from './json-text.js'
import type { Utf8Place } from './place.js'
import { type PlacedFix, placedWords, type Run } from './report.js'
import { unreadMessages } from './unread.js'

const severity = { error: 'ERROR', warning: 'WARNING', info: 'INFO' } as const

/** Reviewdog Diagnostic Format: columns count UTF-8 bytes. */
export function* render(run: Run): Generator<string> {
  const diagnostics = every(run.files, (file) => [
    ...file.messages.map((message) => ({
      message: placedWords(message),
      location: { path: file.filePath, range: range(message) },
      severity: severity[message.severity],
      code: { value: message.ruleId, ...(message.basis[0]?.url && { url: message.basis[0].url }) },
      ...(message.fix && { suggestions: [suggestion(message.fix)] }),
      ...(message.related.length > 0 && {
        related_locations: message.related.map((related) => ({
          message: related.message,
          location: { path: file.filePath, range: { start: { line: related.line }, end: { line: related.endLine } } },
        })),
      }),
    })),
    ...unreadMessages(file, run.locale).map(({ message, line, ruleId }) => ({
      message,
      location: { path: file.filePath, range: { start: { line } } },
      severity: severity.info,
      code: { value: ruleId },
    })),
  ])
  yield* jsonText({ source: { name: 'claimlint', url: 'https://www.npmjs.com/package/claimlint' }, diagnostics: new Listed(diagnostics) })
  yield '\n'
}

const range = ({ line, utf8Column, endLine, utf8EndColumn }: Utf8Place): object => ({
  start: { line, column: utf8Column },
  end: { line: endLine, column: utf8EndColumn },
})

const suggestion = ({ place, text }: PlacedFix): object => ({ range: range(place), text })
