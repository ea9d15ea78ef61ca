import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { generator } from '../reporters/html-safe.js'
import { CliError, FileError } from './cli-error.js'
import type { Target } from './files.js'
import type { Git } from './git.js'
import type { CommonOptions, Loaded, Session } from './session.js'
import { readStdin } from './streams.js'

/** Options that say which articles are read. */
export interface SelectOptions extends CommonOptions {
  readonly allowEmpty?: boolean
  readonly filesFrom?: string
  /** `-0`: names in `--files-from` end in NUL. */
  readonly 0?: boolean
  readonly staged?: boolean
  readonly since?: string
  readonly shard?: string
}

/** What is to be read. */
export interface Selection {
  /** One by one; a file that cannot be read is said on stderr and comes as undefined. */
  readonly articles: AsyncIterable<Loaded | undefined>
  readonly size: number
  /** What is said of files that could not be read; grows as `articles` are taken. */
  readonly failures: readonly string[]
  /** With `--since`: is one of these lines (1-based, inclusive) new in the file? */
  isChanged(path: string, line: number, endLine: number): boolean
}

/** Finds the articles that paths and options ask for. Throws `CliError` when there are none, unless that was said to be fine. */
export async function select(paths: readonly string[], session: Session, options: SelectOptions): Promise<Selection> {
  const always = (): boolean => true
  if (options.stdin || paths.includes('-')) {
    if (paths.some((path) => path !== '-')) throw new CliError('standard input is read alone, without other paths')
    const failures: string[] = []
    return { articles: readEach([undefined], session, () => session.loadStdin(), failures), size: 1, failures, isChanged: always }
  }
  const asksGit = options.staged || options.since !== undefined
  const git = asksGit ? new (await import('./git.js')).Git(session.streams.cwd) : undefined
  const named = options.filesFrom === undefined ? paths : [...paths, ...(await namesFrom(options.filesFrom, options[0] ?? false, session))]
  const isListEmpty = options.filesFrom !== undefined && named.length === 0
  const { targets, ignored } = isListEmpty ? { targets: [], ignored: [] } : await findTargets(named, session, options, git)
  for (const path of ignored) session.note(`${path} is ignored by the config (--no-ignore lints it)`)
  const changed = options.since === undefined ? undefined : git!.changedLines(options.since)
  const wanted = changed ? targets.filter((target) => changed.has(target.path)) : targets
  const own = shardOf(wanted, options.shard)
  if (targets.length === 0 && !options.allowEmpty && !options.staged) {
    const what =
      named.length > 0
        ? ` for ${named
            .slice(0, 5)
            .map((path) => `"${path}"`)
            .join(', ')}`
        : ''
    throw new CliError(`no file matched${what}; --allow-empty makes that no error`)
  }
  const load = options.staged
    ? (target: Target) => session.loadBytes(target, git!.indexContent(target.path))
    : (target: Target) => session.load(target)
  const failures: string[] = []
  return {
    articles: readEach(own, session, load, failures),
    size: own.length,
    failures,
    isChanged: changed
      ? (path, line, endLine) => (changed.get(path) ?? []).some(([first, last]) => first <= endLine && line <= last)
      : always,
  }
}

/** With `--staged` the files are those in the index; paths narrow them down. */
async function findTargets(paths: readonly string[], session: Session, options: SelectOptions, git: Git | undefined) {
  if (!options.staged) return session.discover(paths)
  const { targets, ignored } = await session.targetsOf(git!.staged())
  if (paths.length === 0) return { targets, ignored }
  const folders = paths.map((path) => resolve(session.streams.cwd, path))
  const isBelow = (path: string): boolean =>
    folders.some((folder) => path === folder || path.startsWith(`${folder}/`) || path.startsWith(`${folder}\\`))
  return { targets: targets.filter((target) => isBelow(target.path)), ignored }
}

async function* readEach<Item>(
  items: readonly Item[],
  session: Session,
  load: (item: Item) => Promise<Loaded>,
  failures: string[],
): AsyncGenerator<Loaded | undefined> {
  for (const item of items) {
    try {
      const loaded = await load(item)
      if (isOwnReport(loaded.decoded.text)) session.note(`${loaded.target.shown} is a report of claimlint: it is not linted`)
      else yield loaded
    } catch (error) {
      if (!(error instanceof FileError)) throw error
      session.note(error.message)
      failures.push(error.message)
      yield undefined
    }
  }
}

/** A page that claimlint wrote quotes every claim: left beside the articles it would be found again and again. */
const isOwnReport = (text: string): boolean => text.startsWith('<!doctype html>') && text.slice(0, 400).includes(generator)

async function namesFrom(list: string, isNul: boolean, session: Session): Promise<string[]> {
  let bytes: Buffer
  try {
    bytes = list === '-' ? await readStdin(session.streams) : readFileSync(resolve(session.streams.cwd, list))
  } catch (error) {
    throw new CliError(`--files-from: cannot read "${list}": ${(error as Error).message}`)
  }
  return bytes
    .toString('utf8')
    .split(isNul ? '\0' : /\r?\n/)
    .filter(Boolean)
}

/** `--shard i/n`: every n-th file, so that the shards together are all files, whatever n. */
function shardOf(targets: readonly Target[], written: string | undefined): readonly Target[] {
  if (written === undefined) return targets
  const [, i, n] = /^(\d+)\/(\d+)$/.exec(written) ?? []
  const [index, count] = [Number(i), Number(n)]
  if (!i || !n || index < 1 || index > count) throw new CliError(`--shard takes i/n with i from 1 to n; got "${written}"`)
  return targets.filter((_, position) => position % count === index - 1)
}
