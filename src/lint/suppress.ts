import type { Finding } from '../core/finding.js'
import { overlaps } from '../core/span.js'
import type { Directive, Directives } from './directives.js'
import { fingerprintBase, fingerprints } from './fingerprint.js'
import { ownRules } from './own-rules.js'
import type { FileResult, SuppressedFinding, Suppression } from './result.js'

/** A line of the waiver file: one claim, one rule, who said so and until when. */
export interface Waiver {
  readonly fingerprint: string
  readonly rule: string
  readonly reason: string
  readonly approver: string
  /** Last day it holds, `YYYY-MM-DD`. */
  readonly until: string
}

/** A finding that stood when the baseline was written. */
export interface BaselineEntry {
  readonly fingerprint: string
  readonly rule: string
  /** The day it came into the baseline, `YYYY-MM-DD`. */
  readonly since: string
}

/** Everything that may silence a finding of one file. */
export interface Silencers {
  readonly directives: Directives
  readonly waivers: readonly Waiver[]
  readonly baseline: readonly BaselineEntry[]
  /** `YYYY-MM-DD`: the clock is the caller's business. */
  readonly today: string
}

export interface Suppressed {
  readonly result: FileResult
  /** Waivers that met a finding, in force or not. */
  readonly usedWaivers: ReadonlySet<Waiver>
  /** Waivers that met a finding but are past their date. */
  readonly expiredWaivers: ReadonlySet<Waiver>
  readonly usedBaseline: ReadonlySet<BaselineEntry>
}

/**
 * Moves what directives, waivers and the baseline silence from `findings` to `suppressed`, and adds findings for directives that are
 * malformed or silence nothing. Directives come first, then waivers, then the baseline; an expired waiver silences nothing.
 */
export function suppress(result: FileResult, silencers: Silencers): Suppressed {
  const { directives, today } = silencers
  const hasEntries = silencers.waivers.length + silencers.baseline.length > 0
  const all = [...result.findings, ...result.suppressed.map((entry) => entry.finding)]
  const names = hasEntries ? fingerprints(result, all) : new Map<Finding, string>()
  const waiverOf = matchByFingerprint(result.findings, names, silencers.waivers)
  const baselineOf = matchByFingerprint(result.findings, names, silencers.baseline)
  const usedDirectives = new Set<Directive>()
  const usedWaivers = new Set<Waiver>()
  const expiredWaivers = new Set<Waiver>()
  const usedBaseline = new Set<BaselineEntry>()
  const findings: Finding[] = []
  const suppressed: SuppressedFinding[] = [...result.suppressed]
  for (const finding of result.findings) {
    const suppressions: Suppression[] = []
    for (const directive of directives.valid) {
      if (directive.rule !== finding.rule || !governs(directive, finding)) continue
      usedDirectives.add(directive)
      suppressions.push({ kind: directive.kind, justification: directive.reason })
    }
    const waiver = waiverOf.get(finding)
    if (waiver) {
      usedWaivers.add(waiver)
      const { reason: justification, approver, until } = waiver
      if (until < today) expiredWaivers.add(waiver)
      else suppressions.push({ kind: 'waiver', justification, approver, until })
    }
    const entry = baselineOf.get(finding)
    if (entry) {
      usedBaseline.add(entry)
      suppressions.push({ kind: 'baseline', justification: `in the baseline since ${entry.since}` })
    }
    if (suppressions.length > 0) suppressed.push({ finding, suppressions })
    else findings.push(finding)
  }
  const about = [
    ...directives.malformed.map(({ span, message, data }) => ownFinding('directive-malformed', span, message, data, ['form'])),
    ...directives.valid
      .filter((directive) => !usedDirectives.has(directive))
      .map(({ span, rule }) => ownFinding('directive-unused', span, 'default', { rule })),
  ]
  const kept = about.length > 0 ? [...findings, ...about].sort(bySpan) : findings
  return { result: { ...result, findings: kept, suppressed }, usedWaivers, expiredWaivers, usedBaseline }
}

const governs = ({ reach }: Directive, { span }: Finding): boolean =>
  overlaps(reach, span) || (span.start === span.end && reach.start <= span.start && span.start <= reach.end)

/**
 * Which entry belongs to which finding. Equal fingerprints first; then what is left over of findings and entries that differ in their
 * ordinal only, in order: when one of two equal sentences goes, the other's waiver still holds.
 */
function matchByFingerprint<Entry extends { readonly fingerprint: string; readonly rule: string }>(
  findings: readonly Finding[],
  names: ReadonlyMap<Finding, string>,
  entries: readonly Entry[],
): Map<Finding, Entry> {
  const matched = new Map<Finding, Entry>()
  if (entries.length === 0) return matched
  const left = new Set(entries)
  const pass = (keyOf: (fingerprint: string) => string): void => {
    const byKey = new Map<string, Entry[]>()
    for (const entry of left) {
      const key = `${entry.rule}\0${keyOf(entry.fingerprint)}`
      byKey.set(key, [...(byKey.get(key) ?? []), entry])
    }
    for (const finding of findings) {
      if (matched.has(finding)) continue
      const entry = byKey.get(`${finding.rule}\0${keyOf(names.get(finding)!)}`)?.shift()
      if (!entry) continue
      left.delete(entry)
      matched.set(finding, entry)
    }
  }
  pass((fingerprint) => fingerprint)
  pass(fingerprintBase)
  return matched
}

function ownFinding(
  name: string,
  span: Finding['span'],
  message: string,
  data: Finding['data'],
  suggestions: readonly string[] = [],
): Finding {
  const rule = ownRules.find((each) => each.id === `claimlint/${name}`)!
  return {
    rule: rule.id,
    severity: rule.severity,
    span,
    message,
    data,
    related: [],
    suggestions: suggestions.map((desc) => ({ desc, edits: [] })),
    article: 0,
  }
}

const bySpan = (a: Finding, b: Finding): number =>
  a.span.start - b.span.start || a.span.end - b.span.end || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0)
