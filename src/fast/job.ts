import { directivesOf } from '../cli/suppressions.js'
import type { LintConfig } from '../core/config.js'
import type { WorkElsewhere } from '../core/rule.js'
import type { RuleNames } from '../lint/directives.js'
import type { Engine } from '../lint/lint.js'
import type { Meter } from '../lint/meter.js'
import type { FileResult } from '../lint/result.js'
import { type BaselineEntry, type Suppressed, suppress, type Waiver } from '../lint/suppress.js'
import type { RuleLookup } from '../match/schema.js'
import { Lines } from '../reporters/lines.js'
import { pageOf } from '../reporters/page.js'
import { type FileReport, reportOf } from '../reporters/report.js'

/**
 * Everything besides the engine that the report on one file depends on. Plain data: the cache is keyed by it, and it can be sent to a worker.
 */
export interface Job {
  /** As it is shown. */
  readonly path: string
  readonly text: string
  readonly format?: string
  readonly config: LintConfig
  /** The user's own packs (folders, absolute): they decide which engine does the job. */
  readonly packs: readonly string[]
  readonly silencers: FileSilencers
  /** Works that other files list, by DOI: only where one of them is disputed. */
  readonly elsewhere?: Readonly<Record<string, WorkElsewhere>>
  /** The report shows the article itself. */
  readonly withPage: boolean
}

/** A work as a reference list names it. */
export interface ListedWork {
  readonly doi: string
  readonly title: string
  /** 1-based. */
  readonly line: number
}

/** What may silence findings of one file, besides what is written in it. */
export interface FileSilencers {
  readonly waivers: readonly Waiver[]
  readonly baseline: readonly BaselineEntry[]
  /** `YYYY-MM-DD`; empty where nothing has a date. */
  readonly today: string
}

/** What comes of a job. Plain data too; waivers and baseline entries are named by their index in the job's lists. */
export interface JobResult {
  readonly report: FileReport
  readonly crashed: readonly string[]
  /** Works with a DOI that the file lists. */
  readonly works: readonly ListedWork[]
  readonly used: { readonly waivers: readonly number[]; readonly expired: readonly number[]; readonly baseline: readonly number[] }
}

/** Rules that a report may name: the engine's and claimlint's own. */
export interface KnownRuleFiles extends RuleNames, RuleLookup {}

/** Lints one file and makes its report: the slow way that the cache and the workers are shortcuts of. */
export async function runJob(job: Job, engine: Engine, rules: KnownRuleFiles, meter?: Meter): Promise<JobResult> {
  const { path, text, format, config, silencers, elsewhere } = job
  const linted = await engine.lint(text, {
    path,
    config,
    scan: !job.withPage,
    ...(format && { format }),
    ...(elsewhere && { elsewhere }),
    ...(meter && { meter }),
  })
  const make = async (): Promise<JobResult> => {
    const silenced = await silence(linted, config, silencers, rules)
    const { result } = silenced
    return {
      report: reportFor(result, job, engine, rules),
      crashed: result.crashed,
      works: worksOf(result),
      used: usedOf(silencers, silenced),
    }
  }
  return meter ? meter.stage('report', make) : make()
}

/** The works with a DOI and a title in a file's reference lists. */
export function worksOf({ document }: FileResult): ListedWork[] {
  const listed = document.articles.flatMap(({ references }) => references.filter(({ doi, title }) => doi !== undefined && title))
  if (listed.length === 0) return []
  const lines = new Lines(document.source)
  return listed.map(({ doi, title, span }) => ({ doi: doi!, title: title!.text, line: lines.at(span.start).line }))
}

export function reportFor(
  result: FileResult,
  { path, config, withPage }: Pick<Job, 'path' | 'config' | 'withPage'>,
  engine: Engine,
  rules: KnownRuleFiles,
): FileReport {
  const report = reportOf(result, { filePath: path, rules, locale: config.locale })
  return withPage ? { ...report, page: pageOf(result, report.messages, config.markets, engine.packs) } : report
}

/** Sets aside what directives, waivers and the baseline silence, and gives claimlint's own findings the severity the config says. */
export async function silence(result: FileResult, config: LintConfig, silencers: FileSilencers, rules: RuleNames): Promise<Suppressed> {
  const outcome = suppress(result, { ...silencers, directives: await directivesOf(result.document, rules) })
  return { ...outcome, result: withOwnSeverities(outcome.result, config) }
}

/** The config has the last word on claimlint's own rules too. */
function withOwnSeverities(result: FileResult, config: LintConfig): FileResult {
  const isSet = (rule: string): boolean => rule.startsWith('claimlint/') && config.rules[rule]?.severity !== undefined
  if (!result.findings.some((finding) => isSet(finding.rule))) return result
  const findings = result.findings.flatMap((finding) => {
    const severity = isSet(finding.rule) ? config.rules[finding.rule]!.severity! : finding.severity
    return severity === 'off' ? [] : [{ ...finding, severity }]
  })
  return { ...result, findings }
}

/** Which silencers met a finding, by their index. */
export function usedOf(
  silencers: FileSilencers,
  { usedWaivers, expiredWaivers, usedBaseline }: Omit<Suppressed, 'result'>,
): JobResult['used'] {
  return {
    waivers: indicesOf(silencers.waivers, usedWaivers),
    expired: indicesOf(silencers.waivers, expiredWaivers),
    baseline: indicesOf(silencers.baseline, usedBaseline),
  }
}

const indicesOf = <Item>(items: readonly Item[], chosen: ReadonlySet<Item>): number[] =>
  items.flatMap((item, index) => (chosen.has(item) ? [index] : []))
