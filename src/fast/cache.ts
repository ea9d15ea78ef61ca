import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { CliError } from '../cli/cli-error.js'
import { makeFolder } from '../core/make-folder.js'
import { builtFile } from '../lint/package-file.js'
import type { Job, JobResult } from './job.js'

/** Changes when entries are written in another way. */
const ENTRY_VERSION = 2
const ENTRY_NAME = /^[0-9a-f]{64}\.json$/
const DAY = 86_400_000
/** An entry that no run has asked for in so many days goes. */
const keepDays = 30

/**
 * Results of earlier runs in a folder, one file each, named by a hash of all that the result depends on: what built the linter, and the job with its text,
 * settings, waivers and baseline. So nothing ever has to be invalidated, two processes can use one folder, and a file that moves is linted again only if its
 * name is in the report.
 *
 * An entry begins with a hash of its content: one that is cut off, damaged or somebody else's is no entry, and is written anew. Files of other names are left
 * alone. A folder that cannot be written is no error: the run is slower, that is all.
 */
export class ResultCache {
  #hasWritten = false
  readonly #packs = new Map<string, string>()

  /** `identity`: see `linterIdentity`. Throws when `folder` is a file. */
  constructor(
    private readonly folder: string,
    private readonly identity: string,
  ) {
    if (existsSync(folder) && !statSync(folder).isDirectory()) {
      throw new CliError(`the cache needs a folder, and "${folder}" is a file; --cache-location names another place`)
    }
  }

  /**
   * The name under which a job's result is kept; undefined where it cannot be, since it depends on code that is not ours (the site's Markdown plug-ins and
   * all they import). The user's own packs count by their content.
   */
  keyOf(job: Job): string | undefined {
    if (job.config.markdown.plugins.length > 0) return undefined
    return hash(JSON.stringify([ENTRY_VERSION, this.identity, job, job.packs.map((folder) => this.#packOf(folder))]))
  }

  #packOf(folder: string): string {
    let content = this.#packs.get(folder)
    if (content === undefined) {
      content = contentOf(folder)
      this.#packs.set(folder, content)
    }
    return content
  }

  get(key: string): JobResult | undefined {
    const file = this.#fileOf(key)
    try {
      const text = readFileSync(file, 'utf8')
      const at = text.indexOf('\n')
      const body = text.slice(at + 1)
      if (text.slice(0, at) !== hash(key + body)) return undefined
      if (Date.now() - statSync(file).mtimeMs > DAY) utimesSync(file, new Date(), new Date())
      return JSON.parse(body) as JobResult
    } catch {
      return undefined
    }
  }

  /** Under a name of its own first, then renamed: no other process sees half an entry. */
  put(key: string, result: JobResult): void {
    const body = JSON.stringify(result)
    const draft = join(this.folder, `.${key}.${process.pid}.tmp`)
    try {
      this.#prepare()
      writeFileSync(draft, `${hash(key + body)}\n${body}`)
      renameSync(draft, this.#fileOf(key))
      this.#hasWritten = true
    } catch {
      rmSync(draft, { force: true })
    }
  }

  /** Removes entries that have not been used for a long time; at the end of a run that has written some. */
  tidy(): void {
    if (!this.#hasWritten) return
    try {
      for (const name of readdirSync(this.folder)) {
        const file = join(this.folder, name)
        if (ENTRY_NAME.test(name) && Date.now() - statSync(file).mtimeMs > keepDays * DAY) rmSync(file, { force: true })
      }
    } catch {
      // another process tidies too
    }
  }

  #prepare(): void {
    if (this.#hasWritten) return
    makeFolder(this.folder)
    const ignore = join(this.folder, '.gitignore')
    if (!existsSync(ignore)) writeFileSync(ignore, '*\n')
  }

  #fileOf(key: string): string {
    return join(this.folder, `${key}.json`)
  }
}

/**
 * What made a result, the job aside: the build (code, rules, dictionary, version), the tokenizer, and the Node that ran it, since its regular expressions and
 * its Unicode tables are part of the outcome.
 */
export function linterIdentity(tokenizer: string): string {
  const { node, icu, unicode } = process.versions
  return hash(JSON.stringify([readFileSync(builtFile('identity'), 'utf8'), tokenizer, node, icu, unicode]))
}

function contentOf(folder: string): string {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
  return hash(files.map((file) => `${file}\0${hash(readFileSync(file))}`).join('\n'))
}

const hash = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex')
