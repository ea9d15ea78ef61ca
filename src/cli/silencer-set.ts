import { dirname, resolve } from 'node:path'
import type { FileSilencers, JobResult } from '../fast/job.js'
import type { RuleNames } from '../lint/directives.js'
import type { BaselineEntry } from '../lint/suppress.js'
import type { Settings } from './config/resolve.js'
import { type Baseline, baselineKey, type FiledWaiver, readBaseline, readWaivers, type WaiverFile, waiversFor } from './suppressions.js'

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

  /** What may silence findings of a file; `names` are the rules that a waiver may name. */
  async of(path: string, settings: Settings, names: RuleNames): Promise<FileSilencers> {
    const waiverFile = settings.waivers === undefined ? undefined : await this.#waiverFile(settings.waivers, names)
    const waivers = waiverFile ? waiversFor(waiverFile, path) : []
    return { waivers, baseline: this.#baselineFor(path, settings.baseline), today: waivers.length > 0 ? this.today : '' }
  }

  /** Notes which of a file's silencers met a finding. */
  note({ waivers, baseline }: FileSilencers, used: JobResult['used']): void {
    for (const index of used.waivers) this.used.add(waivers[index] as FiledWaiver)
    for (const index of used.expired) this.expired.add(waivers[index] as FiledWaiver)
    for (const index of used.baseline) this.usedBaseline.add(baseline[index]!)
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
