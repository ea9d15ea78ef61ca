import type { RuleFile } from '../match/schema.js'
import { each, every, jsonText, Listed } from './json-text.js'
import type { Place } from './place.js'
import type { FileReport, Message, Run, SuppressedMessage } from './report.js'
import { unreadWord } from './words.js'

/** SARIF 2.1.0 (OASIS): relative URIs, UTF-16 columns, rule help in Markdown, stable fingerprints, suppressions and what was read. */
export function* render(run: Run): Generator<string> {
  const found = new Set<string>()
  for (const file of run.files) for (const { ruleId } of [...file.messages, ...file.suppressed]) found.add(ruleId)
  const ids = [...found].sort()
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: new Listed([
      {
        tool: {
          driver: {
            name: 'claimlint',
            semanticVersion: run.version,
            informationUri: 'https://www.npmjs.com/package/claimlint',
            language: run.locale,
            rules: ids.map((id) => descriptor(id, run)),
          },
        },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { SRCROOT: { description: { text: 'The working directory of the run.' } } },
        invocations: [
          {
            executionSuccessful: run.failures.length === 0,
            ...(run.failures.length > 0 && {
              toolExecutionNotifications: run.failures.map((text) => ({ level: 'error', message: { text } })),
            }),
          },
        ],
        artifacts: new Listed(each(run.files, artifact)),
        results: new Listed(
          every(run.files, (file, index) => [
            ...file.messages.map((message) => result(message, file, index, ids)),
            ...file.suppressed.map((message) => ({ ...result(message, file, index, ids), ...suppressionsOf(message) })),
          ]),
        ),
        properties: { packs: run.packs.map(({ id, asOf }) => ({ id, asOf })), markets: run.markets },
      },
    ]),
  }
  yield* jsonText(log)
  yield '\n'
}

const levels = { error: 'error', warning: 'warning', info: 'note' } as const

function descriptor(id: string, run: Run): object {
  const rule = run.rules.get(id)
  if (!rule) return { id }
  return {
    id,
    name: id.replace(/^.*\//, '').replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: rule.title[run.locale] },
    fullDescription: { text: rule.why?.[run.locale].trim() || rule.title[run.locale] },
    ...(rule.legal[0]?.url && { helpUri: rule.legal[0].url }),
    help: { text: helpText(rule, run), markdown: helpMarkdown(rule, run) },
    defaultConfiguration: { level: levels[rule.severity] },
    properties: {
      tags: ['health-claims', id.split('/')[0]],
      precision: 'high',
      'problem.severity': rule.severity === 'info' ? 'recommendation' : rule.severity,
    },
  }
}

const lawLines = (rule: RuleFile): string[] =>
  rule.legal.map(({ cite, about, verified }) => cite + (about ? `: ${about}` : '') + (verified === 'memory' ? ' (unverified)' : ''))

const helpText = (rule: RuleFile, { locale }: Run): string =>
  [rule.title[locale], rule.why?.[locale].trim(), ...Object.values(rule.suggestions ?? {}).map((each) => each[locale]), ...lawLines(rule)]
    .filter(Boolean)
    .join('\n')

function helpMarkdown(rule: RuleFile, { locale }: Run): string {
  const law = rule.legal.map(({ cite, url }, i) => `- ${url ? `[${lawLines(rule)[i]}](${url})` : (lawLines(rule)[i] ?? cite)}`)
  const advice = Object.values(rule.suggestions ?? {}).map((each) => `- ${each[locale]}`)
  return [`**${rule.title[locale]}**`, rule.why?.[locale].trim(), advice.join('\n'), law.join('\n'), rule.line?.[locale].trim()]
    .filter(Boolean)
    .join('\n\n')
}

/** A relative path as a URI reference; an absolute one as a file URI. */
function location(filePath: string): object {
  const encoded = filePath.split('/').map(encodeURIComponent).join('/')
  if (filePath.startsWith('/')) return { uri: `file://${encoded}` }
  if (/^[A-Za-z]:\//.test(filePath)) return { uri: `file:///${encoded.replace('%3A', ':')}` }
  return { uri: encoded, uriBaseId: 'SRCROOT' }
}

const artifact = (file: FileReport): object => ({
  location: location(file.filePath),
  properties: {
    languages: file.coverage.language,
    sentences: file.coverage.sentences,
    characters: file.coverage.characters,
    unread: file.coverage.unread.map(({ what, line }) => ({ what: unreadWord(what, 'en'), line })),
  },
})

const region = ({ line, column, endLine, endColumn }: Place): object => ({ startLine: line, startColumn: column, endLine, endColumn })

function result(message: Message, file: FileReport, index: number, ids: readonly string[]): object {
  const artifactLocation = { ...location(file.filePath), index }
  return {
    ruleId: message.ruleId,
    ruleIndex: ids.indexOf(message.ruleId),
    level: levels[message.severity],
    message: { text: message.message },
    locations: [
      {
        physicalLocation: { artifactLocation, region: { ...region(message), snippet: { text: message.text } } },
        ...(message.where !== undefined && { logicalLocations: [{ fullyQualifiedName: message.where }] }),
      },
    ],
    ...(message.related.length > 0 && {
      relatedLocations: message.related.map((related, id) => ({
        id,
        physicalLocation: { artifactLocation, region: region(related) },
        message: { text: related.message },
      })),
    }),
    partialFingerprints: { 'claimlint/v1': message.fingerprint },
    ...(message.precedent && { properties: { precedent: message.precedent } }),
    ...(message.fix && {
      fixes: [
        {
          description: { text: message.suggestions[0]?.desc ?? message.message },
          artifactChanges: [
            { artifactLocation, replacements: [{ deletedRegion: region(message.fix.place), insertedContent: { text: message.fix.text } }] },
          ],
        },
      ],
    }),
  }
}

/** What stands in the baseline is an old result; the rest was set aside by a person. */
function suppressionsOf(message: SuppressedMessage): object {
  return {
    suppressions: message.suppressions.map(({ kind, justification, approver, until }) => ({
      kind: kind === 'comment' || kind === 'front-matter' ? 'inSource' : 'external',
      status: 'accepted',
      justification,
      ...((approver || until) && { properties: { approver, until } }),
    })),
    ...(message.suppressions.some(({ kind }) => kind === 'baseline') && { baselineState: 'unchanged' }),
  }
}
