import { dirname, resolve } from 'node:path'
import type { RuleNames } from '../lint/directives.js'
import type { FileResult } from '../lint/result.js'
import { type BaselineEntry, suppress } from '../lint/suppress.js'
import type { Settings } from './config/resolve.js'
import {
  type Baseline,
  baselineKey,
  directivesOf,
  type FiledWaiver,
  readBaseline,
  readWaivers,
  type WaiverFile,
  waiversFor,
} from './suppressions.js'

/** The waiver and baseline files of a run, each read once, and what of them was used. */
export class SilencerSet {
  readonly used = new Set<FiledWaiver>()
  readonly expired = new Set<FiledWaiver>()
  readonly usedBaseline = new Set<BaselineEntry>()
  readonly #waiverFiles = new Map<string, Promise<WaiverFile>>()
  readonly #baselines = new Map<string, Baseline>()
  /** Baseline entries of the files that were linted. */
  readonly #baselineSeen = new Set<BaselineEntry>()

  constructor(private readonly today: string) {}

  /** Sets aside what is silenced; `names` are the rules that a directive or waiver may name. */
  async apply(result: FileResult, path: string, settings: Settings, names: RuleNames): Promise<FileResult> {
    const waiverFile = settings.waivers === undefined ? undefined : await this.#waiverFile(settings.waivers, names)
    const baseline = this.#baselineFor(path, settings.baseline)
    const outcome = suppress(result, {
      directives: await directivesOf(result.document, names),
      waivers: waiverFile ? waiversFor(waiverFile, path) : [],
      baseline,
      today: this.today,
    })
    for (const waiver of outcome.usedWaivers) this.used.add(waiver as FiledWaiver)
    for (const waiver of outcome.expiredWaivers) this.expired.add(waiver as FiledWaiver)
    for (const entry of outcome.usedBaseline) this.usedBaseline.add(entry)
    return withOwnSeverities(outcome.result, settings)
  }

  async waiverFiles(): Promise<readonly WaiverFile[]> {
    return Promise.all(this.#waiverFiles.values())
  }

  /** All entries of the baselines in use, files that were not linted left out. */
  baselineEntries(): readonly { readonly file: string; readonly entry: BaselineEntry; readonly state: 'used' | 'unused' }[] {
    return [...this.#baselines].flatMap(([path, baseline]) =>
      Object.entries(baseline.files).flatMap(([name, entries]) =>
        entries
          .filter((entry) => this.#baselineSeen.has(entry))
          .map((entry) => ({
            file: resolve(dirname(path), name),
            entry,
            state: this.usedBaseline.has(entry) ? ('used' as const) : ('unused' as const),
          })),
      ),
    )
  }

  /** Baseline entries of linted files that met no finding: mended, or edited. */
  get staleBaseline(): number {
    return [...this.#baselineSeen].filter((entry) => !this.usedBaseline.has(entry)).length
  }

  #waiverFile(path: string, names: RuleNames): Promise<WaiverFile> {
    let file = this.#waiverFiles.get(path)
    if (!file) {
      file = readWaivers(path, names)
      this.#waiverFiles.set(path, file)
    }
    return file
  }

  #baselineFor(path: string, file: string | undefined): readonly BaselineEntry[] {
    if (file === undefined) return []
    let baseline = this.#baselines.get(file)
    if (!baseline) {
      baseline = readBaseline(file)
      this.#baselines.set(file, baseline)
    }
    const entries = baseline.files[baselineKey(file, path)] ?? []
    for (const entry of entries) this.#baselineSeen.add(entry)
    return entries
  }
}

/** The config has the last word on claimlint's own rules too. */
function withOwnSeverities(result: FileResult, { lint }: Settings): FileResult {
  const isSet = (rule: string): boolean => rule.startsWith('claimlint/') && lint.rules[rule]?.severity !== undefined
  if (!result.findings.some((finding) => isSet(finding.rule))) return result
  const findings = result.findings.flatMap((finding) => {
    const severity = isSet(finding.rule) ? lint.rules[finding.rule]!.severity! : finding.severity
    return severity === 'off' ? [] : [{ ...finding, severity }]
  })
  return { ...result, findings }
}
