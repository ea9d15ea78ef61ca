import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, extname, join, resolve } from 'node:path'
import { nearestName, SetupError } from '../../core/setup-error.js'
import { CliError } from '../cli-error.js'
import { withPluginFiles } from './plugins.js'
import { type RawConfig, validateConfig } from './validate.js'

/** A config file that was read: `extends` are read too and stand in front. */
export interface ConfigFile {
  /** Absolute. */
  readonly path: string
  /** What its patterns and paths are relative to. */
  readonly folder: string
  readonly raw: RawConfig
  readonly bases: readonly ConfigFile[]
}

const dataNames = [
  'claimlint.config.json',
  'claimlint.config.yaml',
  'claimlint.config.yml',
  '.claimlintrc',
  '.claimlintrc.json',
  '.claimlintrc.yaml',
  '.claimlintrc.yml',
]
const codeNames = ['claimlint.config.js', 'claimlint.config.mjs', 'claimlint.config.cjs', 'claimlint.config.ts']
const codeExtensions = new Set(['.js', '.mjs', '.cjs', '.ts', '.mts', '.cts'])

export interface FindOptions {
  /** `--config`: this file and no other. */
  readonly file?: string
  /** `--no-config`. */
  readonly none: boolean
  /** A config that is code runs with the user's rights: only when asked for. */
  readonly allowCode: boolean
}

/** Finds and reads config files, each once. */
export class ConfigFinder {
  readonly #read = new Map<string, Promise<ConfigFile | undefined>>()
  readonly #cascades = new Map<string, Promise<readonly ConfigFile[]>>()

  constructor(private readonly options: FindOptions) {}

  /**
   * The configs that apply in a folder, outermost first: the nearest one wins key by key, and one with `root: true` ends the search.
   * Throws `SetupError` for a config that cannot be read or holds an unknown key.
   */
  cascade(folder: string): Promise<readonly ConfigFile[]> {
    let found = this.#cascades.get(folder)
    if (!found) {
      found = this.#find(folder)
      this.#cascades.set(folder, found)
    }
    return found
  }

  async #find(folder: string): Promise<readonly ConfigFile[]> {
    if (this.options.none) return []
    if (this.options.file !== undefined) {
      if (!existsSync(this.options.file)) throw new CliError(`no config file "${this.options.file}"`)
      const only = await this.#load(this.options.file)
      return only ? [only] : []
    }
    const own = await this.#inFolder(folder)
    const parent = dirname(folder)
    if (own?.raw.root || parent === folder) return own ? [own] : []
    const outer = await this.cascade(parent)
    return own ? [...outer, own] : outer
  }

  async #inFolder(folder: string): Promise<ConfigFile | undefined> {
    const names = [...dataNames, ...codeNames].filter((name) => existsSync(join(folder, name)))
    const first = names[0]
    if (names.length > 1)
      throw new SetupError({ file: join(folder, first!), found: `also ${names.slice(1).join(', ')}`, expected: 'one config in a folder' })
    if (first) return this.#load(join(folder, first))
    const manifest = join(folder, 'package.json')
    return existsSync(manifest) && mayHoldConfig(manifest) ? this.#load(manifest) : undefined
  }

  #load(path: string, chain: readonly string[] = []): Promise<ConfigFile | undefined> {
    if (chain.includes(path))
      throw new SetupError({ file: path, found: `a circle of "extends": ${[...chain, path].join(' → ')}`, expected: 'an end' })
    let read = this.#read.get(path)
    if (!read) {
      read = this.#parse(path, chain)
      this.#read.set(path, read)
    }
    return read
  }

  async #parse(path: string, chain: readonly string[]): Promise<ConfigFile | undefined> {
    if (codeExtensions.has(extname(path)) && !this.options.allowCode) {
      throw new SetupError({ file: path, found: 'a config that is code', expected: 'JSON or YAML, or the option --allow-js-config' })
    }
    const { cosmiconfig } = await import('cosmiconfig')
    let value: unknown
    try {
      value = (await cosmiconfig('claimlint').load(path))?.config
    } catch (error) {
      throw new CliError(`${path}: ${firstLines(error)}`)
    }
    if (path.endsWith('package.json') && value === undefined) return undefined
    const raw = withPluginFiles(validateConfig(value, path), path, this.options.allowCode)
    const bases: ConfigFile[] = []
    for (const name of typeof raw.extends === 'string' ? [raw.extends] : (raw.extends ?? [])) {
      const base = await this.#load(resolveBase(name, path), [...chain, path])
      if (!base) throw new SetupError({ file: path, found: `extends "${name}", which holds no claimlint config`, expected: 'a config' })
      bases.push(base)
    }
    return { path, folder: dirname(path), raw, bases }
  }
}

/** A manifest that does not name the tool has no config: nothing is loaded to find that out. */
function mayHoldConfig(manifest: string): boolean {
  try {
    return /"claimlint"|\\u/.test(readFileSync(manifest, 'utf8'))
  } catch {
    return true
  }
}

/** A path is relative to the file that names it; anything else is a package, or a file in one. */
function resolveBase(name: string, from: string): string {
  if (/^\.{0,2}[/\\]|^[A-Za-z]:[/\\]/.test(name)) {
    const path = resolve(dirname(from), name)
    if (existsSync(path)) return path
    throw new SetupError({ file: from, found: `extends "${name}", and there is no ${path}`, expected: 'a file' })
  }
  const require = createRequire(from)
  try {
    const folder = dirname(require.resolve(`${name}/package.json`))
    const data = dataNames.map((each) => join(folder, each)).find((each) => existsSync(each))
    if (data) return data
  } catch {
    // A package may hide its package.json, and `name` may be a file in a package: resolved below.
  }
  try {
    return require.resolve(name)
  } catch {
    const known = existsSync(join(dirname(from), name)) ? `./${name}` : nearestName(name, [])
    throw new SetupError({
      file: from,
      found: `extends "${name}", which is no installed package`,
      expected: 'a package, or a path that begins with ./',
      ...(known && { nearest: known }),
    })
  }
}

/** What a parser says, without its stack. */
const firstLines = (error: unknown): string => (error instanceof Error ? error.message : String(error)).split('\n').slice(0, 6).join('\n')
