import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { worksOf } from '../../fast/job.js'
import { fingerprints } from '../../lint/fingerprint.js'
import type { FileResult } from '../../lint/result.js'
import type { BaselineEntry } from '../../lint/suppress.js'
import { type SelectOptions, select } from '../articles.js'
import { CliError } from '../cli-error.js'
import type { Loaded, Session } from '../session.js'
import { type Baseline, baselineKey, readBaseline } from '../suppressions.js'
import { Works } from '../works.js'
import { writeFileAtomically } from '../write.js'

export interface BaselineOptions extends SelectOptions {
  readonly outputFile?: string
}

/**
 * Writes the findings of today into the baseline: by fingerprint, each with the day it came in. Entries of files that are not among the
 * paths stay; entries that meet no finding any more go. Findings that a person suppressed are none of the baseline's business.
 */
export async function baselineCommand(paths: readonly string[], session: Session, options: BaselineOptions): Promise<number> {
  const { cwd, today } = session.streams
  const file = resolve(cwd, options.outputFile ?? (await session.settings(resolve(cwd, 'baseline'))).baseline ?? 'claimlint-baseline.json')
  const before: Baseline = existsSync(file) ? readBaseline(file) : { version: 1, files: {} }
  const files: Record<string, readonly BaselineEntry[]> = { ...before.files }
  const { articles } = await select(paths, session, options)
  const counts = new Map<string, number>()
  const works = new Works()
  const keep = (loaded: Loaded, result: FileResult): void => {
    if (result.crashed.length > 0)
      throw new CliError(`no baseline written: the rule ${result.crashed[0]} crashed on ${loaded.target.shown}`)
    const key = baselineKey(file, loaded.target.path)
    const known = new Map((before.files[key] ?? []).map((entry) => [`${entry.rule}\0${entry.fingerprint}`, entry.since]))
    const names = fingerprints(result, [...result.findings, ...result.suppressed.map((entry) => entry.finding)])
    const entries = result.findings
      .filter((finding) => !finding.rule.startsWith('claimlint/'))
      .map((finding): BaselineEntry => {
        const fingerprint = names.get(finding)!
        return { fingerprint, rule: finding.rule, since: known.get(`${finding.rule}\0${fingerprint}`) ?? today }
      })
    counts.set(key, entries.length)
    if (entries.length > 0) files[key] = entries
    else delete files[key]
  }
  for await (const loaded of articles) {
    if (!loaded) throw new CliError('no baseline written: a file could not be read')
    const result = await session.lintWithoutBaseline(loaded)
    works.add(loaded, worksOf(result))
    keep(loaded, result)
  }
  for (const { loaded, elsewhere } of works.disputed) keep(loaded, await session.lintWithoutBaseline(loaded, elsewhere))
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0)
  const sorted = Object.fromEntries(Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1)))
  writeFileAtomically(file, `${JSON.stringify({ version: 1, files: sorted }, null, 2)}\n`, cwd)
  session.note(`${total} findings are in the baseline ${options.outputFile ?? file}`)
  return 0
}
