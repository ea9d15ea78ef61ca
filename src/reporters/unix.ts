import { placedWords, type Run } from './report.js'
import { unreadMessages } from './unread.js'

/** `path:line:column: message [severity/rule]`, one line each: what editors and grep read. */
export function* render(run: Run): Generator<string> {
  for (const file of run.files) {
    for (const { line, column, severity, ruleId, ...message } of [...file.messages, ...unreadMessages(file, run.locale)]) {
      yield `${file.filePath}:${line}:${column}: ${placedWords(message).replace(/\s+/g, ' ')} [${severity}/${ruleId}]\n`
    }
  }
}
