import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, extname, join, relative, resolve } from 'node:path'
import type { Ignore } from 'ignore'
import { formats } from '../registry.js'
import { CliError } from './cli-error.js'
import type { ConfigFinder } from './config/find.js'
import { overrideFormat, withBases } from './config/resolve.js'
import { hasGlob, matcher, shownPath, toPosix } from './paths.js'

/** A file to lint. */
export interface Target {
  /** Absolute. */
  readonly path: string
  readonly shown: string
  /** Format id by extension or `--ext`; absent when neither knows it (then an override has to). */
  readonly format?: string
}

export interface DiscoverOptions {
  readonly cwd: string
  readonly finder: ConfigFinder
  /** `--ignore-pattern`, relative to the working directory. */
  readonly ignorePatterns: readonly string[]
  /** `--no-ignore`: neither config ignores nor .gitignore. */
  readonly noIgnore: boolean
  readonly formatOf: (path: string) => string | undefined
}

export interface Discovered {
  /** Sorted by path, each once. */
  readonly targets: readonly Target[]
  /** Named on the command line but ignored. */
  readonly ignored: readonly string[]
}

/**
 * Turns paths, folders and globs into files. A path that exists is a file or folder, never a glob. Ignores of configs apply to named
 * files as well; .gitignore only to what a folder or glob brings. Throws `CliError` for a path that leads nowhere.
 */
export async function discover(paths: readonly string[], options: DiscoverOptions): Promise<Discovered> {
  const walker = new Walker(options)
  const found = new Map<string, Target>()
  const ignored: string[] = []
  const add = (path: string): void => {
    if (found.has(path)) return
    const format = options.formatOf(path)
    found.set(path, { path, shown: shownPath(path, options.cwd), ...(format && { format }) })
  }
  for (const written of paths) {
    const path = existing(written, options.cwd)
    const stats = path === undefined ? undefined : statSync(path)
    if (path !== undefined && stats?.isFile()) {
      if (await walker.isIgnored(path)) ignored.push(shownPath(path, options.cwd))
      else add(path)
    } else if (path !== undefined && stats?.isDirectory()) {
      for (const file of await walker.walk(path)) if (await walker.formatOf(file)) add(file)
    } else if (hasGlob(written)) {
      for (const file of await walker.glob(written.replaceAll('\\', '/'))) add(file)
    } else {
      throw new CliError(`no file or folder "${written}"`)
    }
  }
  return { targets: [...found.values()].sort(byShown), ignored }
}

/** Of these absolute paths those that have a format and are not ignored. */
export async function keep(paths: readonly string[], options: DiscoverOptions): Promise<Discovered> {
  const walker = new Walker(options)
  const targets: Target[] = []
  const ignored: string[] = []
  for (const path of paths) {
    const format = await walker.formatOf(path)
    if (!format) continue
    const shown = shownPath(path, options.cwd)
    if (await walker.isIgnored(path)) ignored.push(shown)
    else targets.push({ path, shown, format })
  }
  return { targets: targets.sort(byShown), ignored }
}

const byShown = (a: Target, b: Target): number => (a.shown < b.shown ? -1 : a.shown > b.shown ? 1 : 0)

/** Format by extension; `--ext .njk=html` comes first. */
export function formatTable(extra: readonly string[]): (path: string) => string | undefined {
  const byExtension = new Map(
    formats.filter(({ isData }) => !isData).flatMap(({ id, extensions }) => extensions.map((extension) => [extension, id] as const)),
  )
  for (const entry of extra.flatMap((each) => each.split(','))) {
    const [, extension, id] = /^\s*\.?([^=\s]+)=(\w+)\s*$/.exec(entry) ?? []
    if (!extension || !id) throw new CliError(`--ext takes an extension and a format, as in --ext .njk=html; got "${entry}"`)
    if (!formats.some((format) => format.id === id)) {
      throw new CliError(`--ext: unknown format "${id}"; known are ${formats.map((format) => format.id).join(', ')}`)
    }
    byExtension.set(`.${extension.toLowerCase()}`, id)
  }
  return (path) => byExtension.get(extname(path).toLowerCase())
}

/** The absolute path of what exists; a Windows path with backslashes is tried with slashes. */
function existing(written: string, cwd: string): string | undefined {
  return [written, written.replaceAll('\\', '/')].map((path) => resolve(cwd, path)).find((path) => existsSync(path))
}

/** Folders that hold no articles of the user's. */
const skipped = new Set(['node_modules', '.git', '.hg', '.svn'])

class Walker {
  readonly #gitignores = new Map<string, Promise<readonly Gitignore[]>>()
  readonly #ignores = new Map<string, Promise<(path: string) => boolean>>()

  constructor(private readonly options: DiscoverOptions) {}

  /** Files below a folder, ignored trees never entered. Links to folders are not followed: they may form a circle. */
  async walk(folder: string): Promise<string[]> {
    const files: string[] = []
    const folders = [folder]
    for (let current = folders.pop(); current !== undefined; current = folders.pop()) {
      for (const entry of readdirSync(current, { withFileTypes: true })) {
        const path = join(current, entry.name)
        const isFolder = entry.isDirectory()
        // What Word and LibreOffice leave beside a file that is open.
        if (/^(?:~\$|\.~lock\.)/.test(entry.name)) continue
        if (isFolder && (skipped.has(entry.name) || entry.name.startsWith('.'))) continue
        if (!isFolder && !entry.isFile() && !(entry.isSymbolicLink() && isFile(path))) continue
        if ((await this.isIgnored(path, isFolder)) || (await this.#isGitignored(path, isFolder))) continue
        if (isFolder) folders.push(path)
        else files.push(path)
      }
    }
    return files
  }

  /** By extension or `--ext`, else by an override of the config. */
  async formatOf(path: string): Promise<string | undefined> {
    return this.options.formatOf(path) ?? overrideFormat(path, await this.options.finder.cascade(dirname(path)))
  }

  async glob(pattern: string): Promise<string[]> {
    const { default: picomatch } = await import('picomatch')
    const { base } = picomatch.scan(pattern)
    const folder = resolve(this.options.cwd, base)
    if (!existsSync(folder) || !statSync(folder).isDirectory()) return []
    const test = picomatch(toPosix(resolve(this.options.cwd, pattern.replace(/^!/, ''))), { dot: true })
    return (await this.walk(folder)).filter((path) => test(toPosix(path)))
  }

  /** By a config's `ignores` or `--ignore-pattern`. */
  async isIgnored(path: string, isFolder = false): Promise<boolean> {
    if (this.options.noIgnore) return false
    const folder = dirname(path)
    let test = this.#ignores.get(folder)
    if (!test) {
      test = this.#ignoresIn(folder)
      this.#ignores.set(folder, test)
    }
    // A folder is skipped when a file in it would be, whatever its name.
    return (await test)(isFolder ? join(path, '\u0000') : path) || (await test)(path)
  }

  async #ignoresIn(folder: string): Promise<(path: string) => boolean> {
    const sources = (await this.options.finder.cascade(folder))
      .flatMap(withBases)
      .map((file) => ({ folder: file.folder, patterns: file.raw.ignores ?? [] }))
    sources.push({ folder: this.options.cwd, patterns: this.options.ignorePatterns })
    const tests = await Promise.all(
      sources.filter(({ patterns }) => patterns.length > 0).map(async (source) => ({ ...source, test: await matcher(source.patterns) })),
    )
    return (path) => tests.some((source) => source.test(toPosix(relative(source.folder, path))))
  }

  async #isGitignored(path: string, isFolder: boolean): Promise<boolean> {
    if (this.options.noIgnore) return false
    // The nearest .gitignore that says something has the last word.
    let isIgnored = false
    for (const { folder, rules } of await this.#gitignoresOf(dirname(path))) {
      const own = toPosix(relative(folder, path))
      const verdict = rules.test(isFolder ? `${own}/` : own)
      if (verdict.ignored) isIgnored = true
      else if (verdict.unignored) isIgnored = false
    }
    return isIgnored
  }

  /** The .gitignore files that apply in a folder, from the repository's root down. */
  #gitignoresOf(folder: string): Promise<readonly Gitignore[]> {
    let found = this.#gitignores.get(folder)
    if (!found) {
      found = this.#readGitignores(folder)
      this.#gitignores.set(folder, found)
    }
    return found
  }

  async #readGitignores(folder: string): Promise<readonly Gitignore[]> {
    const parent = dirname(folder)
    const isRoot = parent === folder || existsSync(join(folder, '.git'))
    const outer = isRoot ? [] : await this.#gitignoresOf(parent)
    const file = join(folder, '.gitignore')
    if (!existsSync(file)) return outer
    const { default: ignore } = await import('ignore')
    return [...outer, { folder, rules: ignore().add(readFileSync(file, 'utf8')) }]
  }
}

interface Gitignore {
  readonly folder: string
  readonly rules: Ignore
}

const isFile = (path: string): boolean => existsSync(path) && statSync(path).isFile()
