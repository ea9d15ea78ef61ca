import { resolve } from 'node:path'
import { CliError } from '../cli/cli-error.js'
import type { Loaded, Session } from '../cli/session.js'
import { Meter } from '../lint/meter.js'
import type { Message } from '../reporters/report.js'
import type { ResultCache } from './cache.js'
import type { Job, JobResult } from './job.js'
import { collectSooner, isMany } from './memory.js'
import type { Pool } from './pool.js'

/** An article and what came of it. */
export interface Done {
  readonly loaded: Loaded
  readonly result: Pick<JobResult, 'report' | 'crashed' | 'works'>
}

/** Options that choose a way to the same results. */
export interface RunnerOptions {
  readonly cache?: boolean
  readonly cacheLocation?: string
  readonly concurrency?: string
  readonly timing?: boolean
}

/** The ways a runner may take instead of doing each job itself, one after the other. */
interface Shortcuts {
  readonly cache?: ResultCache
  readonly pool?: { readonly workers: Pool; readonly size: number }
  readonly meter?: Meter
}

/** A runner for so many files. Throws `CliError` for options that cannot be. `close` it in any case. */
export async function runnerFor(files: number, session: Session, options: RunnerOptions): Promise<Runner> {
  if (isMany(files)) collectSooner()
  const asked = await workersAskedFor(options.concurrency ?? 'auto', files)
  const workers = options.timing || !session.hasOwnEngine ? 0 : asked
  return new Runner(session, {
    ...(options.cache && !options.timing && { cache: await cacheOf(session, options.cacheLocation) }),
    ...(workers > 0 && { pool: { workers: await poolOf(session, workers), size: workers } }),
    ...(options.timing && { meter: new Meter() }),
  })
}

/** Articles in memory for each worker: one that it reads, one that waits. */
const articlesEach = 2

/** Runs the jobs of many files, in their order. At no time are more than a few articles in memory. */
export class Runner {
  readonly meter: Meter | undefined

  constructor(
    private readonly session: Session,
    private readonly shortcuts: Shortcuts,
  ) {
    this.meter = shortcuts.meter
  }

  /** The results in the order of the files; a file that could not be read stays undefined. */
  async *run(articles: AsyncIterable<Loaded | undefined>, withPages: boolean): AsyncGenerator<Done | undefined> {
    const open: Promise<Done | undefined>[] = []
    const most = (this.shortcuts.pool?.size ?? 0) * articlesEach
    for await (const loaded of articles) {
      const begun = this.#one(loaded, withPages)
      // the first that fails ends the run; those behind it must not be unhandled meanwhile
      begun.catch(() => {})
      open.push(begun)
      if (open.length > most) yield await open.shift()
    }
    for (const begun of open) yield await begun
    this.shortcuts.cache?.tidy()
  }

  /** A file again, now that works are known which other files list under another title. */
  async again(loaded: Loaded, elsewhere: NonNullable<Job['elsewhere']>, withPage: boolean): Promise<JobResult> {
    const job = { ...(await this.session.jobOf(loaded, withPage)), elsewhere }
    const result = await this.#do(job)
    this.session.silencers.note(job.silencers, result.used)
    return result
  }

  async close(): Promise<void> {
    await this.shortcuts.pool?.workers.close()
  }

  async #one(loaded: Loaded | undefined, withPages: boolean): Promise<Done | undefined> {
    if (!loaded) return undefined
    const job = await this.session.jobOf(loaded, withPages)
    const result = await this.#do(job)
    this.session.silencers.note(job.silencers, result.used)
    return { loaded, result }
  }

  async #do(job: Job): Promise<JobResult> {
    const { cache, pool, meter } = this.shortcuts
    const key = cache?.keyOf(job)
    const known = key === undefined ? undefined : cache!.get(key)
    if (known) return this.#shared(known)
    const result = await (pool ? pool.workers.run(job) : this.session.runJob(job, meter))
    if (key !== undefined && result.crashed.length === 0) cache!.put(key, result)
    return pool ? this.#shared(result) : result
  }

  /** The law of a rule is one object again, not one for each message: thousands of reports are held until the end. */
  async #shared(result: JobResult): Promise<JobResult> {
    const rules = await this.session.rules()
    const shared = <Any extends Message>(message: Any): Any => ({ ...message, basis: rules.get(message.ruleId)?.legal ?? message.basis })
    const { report } = result
    return { ...result, report: { ...report, messages: report.messages.map(shared), suppressed: report.suppressed.map(shared) } }
  }
}

async function workersAskedFor(written: string, files: number): Promise<number> {
  if (written === 'auto') return files < 2 ? 0 : (await import('./pool.js')).workersFor(files)
  if (!/^[1-9]\d?$/.test(written)) throw new CliError(`--concurrency takes a number from 1 to 99, or auto; got "${written}"`)
  return written === '1' ? 0 : Math.min(Number(written), files)
}

async function poolOf(session: Session, size: number): Promise<Pool> {
  const { Pool } = await import('./pool.js')
  return new Pool(size, { tokenizer: session.tokenizer }, async () => {
    const { readDictionary } = await import('../languages/ja/tokenizer/dictionary-file.js')
    return readDictionary()
  })
}

/** Where results are kept when nobody says: beside what is linted, as other linters do. */
const defaultLocation = '.claimlintcache'

async function cacheOf(session: Session, location: string | undefined): Promise<ResultCache> {
  const { linterIdentity, ResultCache } = await import('./cache.js')
  const { cwd } = session.streams
  const folder = resolve(cwd, location ?? defaultLocation)
  return new ResultCache(folder, linterIdentity(session.tokenizer))
}
