import { readFileSync } from 'node:fs'
import type { Locale } from '../core/config.js'
import type { RuleFile, RuleLookup } from '../match/schema.js'
import { Lines } from '../reporters/lines.js'
import type { FileReport, Message } from '../reporters/report.js'
import { messageOf } from '../reporters/words.js'
import { shownPath } from './paths.js'
import type { Session } from './session.js'
import type { SilencerSet } from './silencer-set.js'
import type { FiledWaiver } from './suppressions.js'

/**
 * What there is to say about the waiver files of a run: entries past their date whose finding is back, and (asked for) entries that met no
 * finding. A stale baseline is a note: nothing is wrong with the articles.
 */
export async function waiverReports(
  silencers: SilencerSet,
  session: Session,
  rules: RuleLookup,
  locale: Locale,
  reportUnused: boolean,
): Promise<readonly FileReport[]> {
  if (silencers.staleBaseline > 0)
    session.note(`${silencers.staleBaseline} baseline entries met no finding any more; claimlint baseline writes a new one`)
  const reports: FileReport[] = []
  for (const { path, waivers } of await silencers.waiverFiles()) {
    const source = readFileSync(path, 'utf8')
    const lines = new Lines(source)
    const about = (waiver: FiledWaiver, name: string): Message => toMessage(waiver, rules.get(`claimlint/${name}`)!, lines, locale)
    const messages = waivers.flatMap((waiver) => {
      if (silencers.expired.has(waiver)) return [about(waiver, 'waiver-expired')]
      return reportUnused && !silencers.used.has(waiver) ? [about(waiver, 'waiver-unused')] : []
    })
    if (messages.length === 0) continue
    const coverage = { language: [], sentences: 0, characters: 0, unread: [] }
    reports.push({ filePath: shownPath(path, session.streams.cwd), messages, suppressed: [], coverage, leftAside: 0 })
  }
  return reports
}

function toMessage(waiver: FiledWaiver, rule: RuleFile, lines: Lines, locale: Locale): Message {
  const { start, end } = lines.range(waiver.line)!
  const text = lines.source.slice(start, end)
  const data = { rule: waiver.rule, until: waiver.until }
  return {
    ruleId: rule.id,
    severity: rule.severity,
    message: messageOf({ message: 'default', data }, rule, locale),
    line: waiver.line,
    column: 1,
    endLine: waiver.line,
    endColumn: end - start + 1,
    utf8Column: 1,
    utf8EndColumn: lines.utf8Column(end),
    range: [start, end],
    text,
    basis: [],
    related: [],
    suggestions: [],
    fingerprint: `${waiver.fingerprint}-${rule.id.split('/')[1]}`,
    excerpt: { text, from: 0, to: text.length, line: waiver.line },
    article: 0,
  }
}
