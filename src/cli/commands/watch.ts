import { existsSync, type FSWatcher, statSync, watch } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { SetupError } from '../../core/setup-error.js'
import { CliError } from '../cli-error.js'
import { hasGlob } from '../paths.js'
import type { Session } from '../session.js'
import { type LintOptions, lintCommand } from './lint.js'

/** Editors save in several steps: so long it waits until a change is over. */
const quietMilliseconds = 150

/**
 * Lints now and after every change until interrupted (130). A run that cannot be done (a half-written config) shows why and leaves the
 * last good report standing.
 */
export async function watchCommand(
  paths: readonly string[],
  makeSession: () => Session,
  options: LintOptions,
  signal: AbortSignal,
): Promise<number> {
  const { streams } = makeSession()
  const clear = streams.stdout.isTTY ? '\u001b[2J\u001b[3J\u001b[H' : ''
  let lastGood: string | undefined
  const lintOnce = async (): Promise<void> => {
    let report = ''
    const sink = {
      ...streams.stdout,
      isTTY: streams.stdout.isTTY,
      columns: streams.stdout.columns,
      write: (text: string) => (report += text),
    }
    try {
      await lintCommand(paths, makeSession().with({ ...streams, stdout: sink }), options)
      // what has not changed is not said again: the report may be written to a file in a folder that is watched
      if (report === lastGood) return
      lastGood = report
      streams.stdout.write(clear + report)
    } catch (error) {
      if (!(error instanceof CliError || error instanceof SetupError)) throw error
      streams.stdout.write(clear + (lastGood ?? ''))
      streams.stderr.write(`claimlint: ${error.message}\n`)
    }
    streams.stderr.write('claimlint: watching; Ctrl+C ends\n')
  }
  const changes = new Changes(foldersOf(paths, streams.cwd), outputsOf(options, streams.cwd))
  try {
    do await lintOnce()
    while (await changes.next(signal))
  } finally {
    changes.close()
  }
  return 130
}

/** The folders to watch: of files theirs, of globs the one they begin in. */
function foldersOf(paths: readonly string[], cwd: string): string[] {
  const folders = (paths.length > 0 ? paths : ['.']).map((path) => {
    const fixed =
      existsSync(resolve(cwd, path)) || !hasGlob(path)
        ? path
        : path.split(/[\\/]/).slice(0, path.split(/[\\/]/).findIndex(hasGlob)).join('/')
    const folder = resolve(cwd, fixed)
    return existsSync(folder) && statSync(folder).isDirectory() ? folder : dirname(folder)
  })
  return [...new Set(folders)]
}

/** Reports that a run writes itself are no change of what it reads. */
function outputsOf({ format = [], outputFile }: LintOptions, cwd: string): ReadonlySet<string> {
  const files = format.flatMap((each) => (each.includes('=') ? [each.slice(each.indexOf('=') + 1)] : []))
  return new Set([...files, ...(outputFile ? [outputFile] : [])].map((file) => resolve(cwd, file)))
}

/** Waits for changes below some folders; many in a row are one. */
class Changes {
  readonly #watchers: FSWatcher[]
  #changed = false
  #wake: (() => void) | undefined

  constructor(folders: readonly string[], outputs: ReadonlySet<string>) {
    this.#watchers = folders.map((folder) =>
      watch(folder, { recursive: true }, (_, name) => {
        if (name && outputs.has(resolve(folder, name))) return
        if (name?.split(/[\\/]/).some((part) => part === 'node_modules' || part === '.git' || part.endsWith('.tmp'))) return
        this.#changed = true
        this.#wake?.()
      }),
    )
  }

  /** False when interrupted. */
  async next(signal: AbortSignal): Promise<boolean> {
    while (!signal.aborted) {
      if (this.#changed) {
        // One more look after a pause without change.
        this.#changed = false
        await this.#pause(signal, quietMilliseconds)
        if (!this.#changed) return !signal.aborted
      } else await this.#pause(signal)
    }
    return false
  }

  close(): void {
    for (const watcher of this.#watchers) watcher.close()
  }

  #pause(signal: AbortSignal, milliseconds?: number): Promise<void> {
    return new Promise((done) => {
      const timer = milliseconds === undefined ? undefined : setTimeout(done, milliseconds)
      const finish = (): void => {
        clearTimeout(timer)
        done()
      }
      if (milliseconds === undefined) this.#wake = finish
      signal.addEventListener('abort', finish, { once: true })
    })
  }
}
