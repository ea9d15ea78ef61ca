import { createHash } from 'node:crypto'
import { every, jsonText, Listed } from './json-text.js'
import { placedWords, type Run } from './report.js'
import { unreadMessages } from './unread.js'

const severity = { error: 'major', warning: 'minor', info: 'info' } as const

/** GitLab Code Quality JSON. Its fingerprints have to be unique in a project, so the path is part of them. */
export function* render(run: Run): Generator<string> {
  const issues = every(run.files, (file) =>
    [...file.messages, ...unreadMessages(file, run.locale)].map((message) => ({
      description: placedWords(message),
      check_name: message.ruleId,
      fingerprint: createHash('sha256').update(`${file.filePath}\0${message.fingerprint}`).digest('hex'),
      severity: severity[message.severity],
      location: { path: file.filePath, lines: { begin: message.line, end: message.endLine } },
    })),
  )
  yield* jsonText(new Listed(issues))
  yield '\n'
}
