import { placedWords, type Run } from './report.js'
import { unreadMessages } from './unread.js'

/** `path:line:column: message [severity/rule]`, one line each: what editors and grep read. */
export const render = (run: Run): string =>
  run.files
    .flatMap((file) =>
      [...file.messages, ...unreadMessages(file, run.locale)].map(
        ({ line, column, severity, ruleId, ...message }) =>
          `${file.filePath}:${line}:${column}: ${placedWords(message).replace(/\s+/g, ' ')} [${severity}/${ruleId}]\n`,
      ),
    )
    .join('')
