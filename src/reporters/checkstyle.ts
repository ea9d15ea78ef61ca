import { placedWords, type Run } from './report.js'
import { unreadMessages } from './unread.js'
import { attributes } from './xml.js'

/** Checkstyle XML: read by Jenkins, SonarQube and many others. */
export function* render(run: Run): Generator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="4.3">\n'
  for (const file of run.files) {
    const errors = [...file.messages, ...unreadMessages(file, run.locale)].map(
      ({ line, column, severity, ruleId, ...message }) =>
        `    <error${attributes({ line, column, severity, message: placedWords(message), source: `claimlint.${ruleId}` })}/>\n`,
    )
    yield `  <file${attributes({ name: file.filePath })}>\n${errors.join('')}  </file>\n`
  }
  yield '</checkstyle>\n'
}
