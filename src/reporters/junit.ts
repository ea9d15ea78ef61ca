import { type FileReport, type Message, placedWords, type Run } from './report.js'
import { unreadWord } from './words.js'
import { attributes, xml } from './xml.js'

/**
 * JUnit XML: a suite a file, a failed case a finding; a file without findings is one case that passed. Advice (info) does not fail a case.
 * What was read stands in the properties of the suite.
 */
export function* render(run: Run): Generator<string> {
  const total = { cases: 0, failures: 0 }
  for (const file of run.files) {
    total.cases += casesIn(file)
    total.failures += failuresIn(file)
  }
  const head = attributes({
    name: 'claimlint',
    tests: total.cases + run.failures.length,
    failures: total.failures,
    errors: run.failures.length,
  })
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites${head}>\n`
  for (const file of run.files) yield suite(file)
  if (run.failures.length > 0) yield unreadable(run.failures)
  yield '</testsuites>\n'
}

/** Files that could not be read: errors, not failures. */
function unreadable(failures: readonly string[]): string {
  const head = attributes({ name: 'claimlint', tests: failures.length, failures: 0, errors: failures.length, skipped: 0, time: 0 })
  const cases = failures.map(
    (failure, i) =>
      `    <testcase${attributes({ name: `unreadable ${i + 1}`, classname: 'claimlint', time: 0 })}>\n      <error${attributes({ type: 'unreadable', message: failure })}/>\n    </testcase>\n`,
  )
  return `  <testsuite${head}>\n${cases.join('')}  </testsuite>\n`
}

const casesIn = (file: FileReport): number => Math.max(1, file.messages.length)
const isFailure = (message: Message): boolean => message.severity !== 'info'
const failuresIn = (file: FileReport): number => file.messages.filter(isFailure).length

function suite(file: FileReport): string {
  const head = attributes({ name: file.filePath, tests: casesIn(file), failures: failuresIn(file), errors: 0, skipped: 0, time: 0 })
  const { language, sentences, unread } = file.coverage
  const properties = {
    languages: language.join(' '),
    sentences,
    unread: unread.map(({ what, line }) => `${unreadWord(what, 'en')} (line ${line})`).join('; '),
  }
  const rows = Object.entries(properties).map(([name, value]) => `      <property${attributes({ name, value })}/>\n`)
  const cases =
    file.messages.length > 0
      ? file.messages.map((message) => testCase(message, file))
      : [`    <testcase${attributes({ name: 'no findings', classname: file.filePath, time: 0 })}/>\n`]
  return `  <testsuite${head}>\n    <properties>\n${rows.join('')}    </properties>\n${cases.join('')}  </testsuite>\n`
}

function testCase(message: Message, file: FileReport): string {
  const name = `${message.ruleId} (${message.line}:${message.column})`
  const details = [
    `${file.filePath}:${message.line}:${message.column}: ${placedWords({ ...message, message: message.text })}`,
    ...message.suggestions.map((each) => each.desc),
    ...message.basis.map((basis) => basis.cite),
  ].join('\n')
  const body = isFailure(message)
    ? `      <failure${attributes({ type: message.severity, message: message.message })}>${xml(details)}</failure>\n`
    : `      <system-out>${xml(`${message.message}\n${details}`)}</system-out>\n`
  return `    <testcase${attributes({ name, classname: file.filePath, time: 0 })}>\n${body}    </testcase>\n`
}
