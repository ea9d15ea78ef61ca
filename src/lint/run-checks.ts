import type { Claim } from '../core/claim.js'
import type { LintConfig } from '../core/config.js'
import type { Article, PageDocument } from '../core/document.js'
import type { Finding, Severity } from '../core/finding.js'
import type { Check, CheckContext, Report } from '../core/rule.js'
import type { Catalogue } from '../match/catalogue.js'
import type { Meter } from './meter.js'

/**
 * Runs the code rules. One that throws does not stop the others: it becomes a finding `claimlint/rule-crashed` that names it,
 * and the run ends with exit 2. An article that is about no product (a manual, health education) has no symbols for us to follow, and references
 * only where it lists works that can be found.
 */
export function runChecks(
  document: PageDocument,
  claims: readonly Claim[],
  reportedSoFar: readonly Finding[],
  catalogue: Catalogue,
  checks: ReadonlyMap<string, Check>,
  config: LintConfig,
  isAboutProduct: (article: number) => boolean,
  elsewhere: CheckContext['elsewhere'],
  meter?: Meter,
): { findings: Finding[]; crashed: string[] } {
  const reported = new Map<string, string[]>()
  for (const { claim, rule } of reportedSoFar) if (claim) reported.set(claim, [...(reported.get(claim) ?? []), rule])
  const findings: Finding[] = []
  const crashed: string[] = []
  for (const { file, severity, options } of catalogue.rules) {
    if (!file.check) continue
    const check = checks.get(file.check)
    const isSet = config.rules[file.id]?.severity !== undefined
    const report: Report = (span, message, details) => {
      if (!isAboutProduct(details.article) && !(isOfEvidence(file.id) && listsWorks(document.articles[details.article]!))) return
      const own: Severity = isSet ? severity : (details.severity ?? severity)
      findings.push({
        rule: file.id,
        severity: own,
        span,
        message,
        data: details.data ?? {},
        related: details.related ?? [],
        ...(details.fix && { fix: details.fix }),
        suggestions: details.suggestions ?? [],
        article: details.article,
        ...(details.claim !== undefined && { claim: details.claim }),
      })
    }
    try {
      if (!check) throw new Error(`no code is listed for check "${file.check}"`)
      const run = () => check({ document, claims, config, options, reported, elsewhere }, report)
      if (meter) meter.rule(file.id, run)
      else run()
    } catch (error) {
      crashed.push(file.id)
      const data = { rule: file.id, error: error instanceof Error ? error.message : String(error) }
      findings.push({
        rule: 'claimlint/rule-crashed',
        severity: 'error',
        span: { start: 0, end: 0 },
        message: 'default',
        data,
        related: [],
        suggestions: [],
        article: 0,
      })
    }
  }
  return { findings, crashed }
}

const isOfEvidence = (rule: string): boolean => rule.startsWith('evidence/')

const listsWorks = ({ references }: Article): boolean => references.some(({ missing, year }) => missing.length === 0 && year !== undefined)
