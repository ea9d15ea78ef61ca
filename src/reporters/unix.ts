import type { Run } from './report.js'
import { unreadMessages } from './unread.js'

/** `path:line:column: message [severity/rule]`, one line each: what editors and grep read. */
export const render = (run: Run): string =>
  run.files
    .flatMap((file) =>
      [...file.messages, ...unreadMessages(file, run.locale)].map(
        ({ line, column, message, severity, ruleId }) =>
          `${file.filePath}:${line}:${column}: ${message.replace(/\s+/g, ' ')} [${severity}/${ruleId}]\n`,
      ),
    )
    .join('')
