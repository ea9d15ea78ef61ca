import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import type { LintConfig, Locale } from '../core/config.js'
import { nearestName, SetupError } from '../core/setup-error.js'
import { type Job, type JobResult, reportFor, runJob, silence, usedOf, worksOf } from '../fast/job.js'
import type { Engine } from '../lint/lint.js'
import type { Meter } from '../lint/meter.js'
import type { FileResult } from '../lint/result.js'
import type { PackFile } from '../match/schema.js'
import { CliError, FileError } from './cli-error.js'
import { type ConfigFile, ConfigFinder } from './config/find.js'
import { type CommandLineSettings, type Settings, settingsFor, withBases, withKnownRules } from './config/resolve.js'
import { severityNames } from './config/schema.js'
import type { RawRule } from './config/validate.js'
import type { Decoded } from './decode.js'
import { Engines, loadEngine, type MakeEngine } from './engines.js'
import { type Discovered, type DiscoverOptions, discover, formatTable, keep, type Target } from './files.js'
import type { KnownRules } from './known-rules.js'
import { shownPath } from './paths.js'
import { SilencerSet } from './silencer-set.js'
import { readStdin, type Streams } from './streams.js'
import { noFormat, textOf } from './text-of.js'

/** Options that every command which reads articles has; names as commander gives them. */
export interface CommonOptions {
  /** A file; `false` for `--no-config`. */
  readonly config?: string | boolean
  readonly market?: string
  readonly locale?: string
  readonly rule?: readonly string[]
  readonly ext?: readonly string[]
  readonly ignorePattern?: readonly string[]
  /** `false` for `--no-ignore`. */
  readonly ignore?: boolean
  readonly stdin?: boolean
  readonly stdinFilename?: string
  readonly allowJsConfig?: boolean
  readonly baseline?: string
  readonly tokenizer?: string
}

/** An article with its text and settings, ready to be linted. */
export interface Loaded {
  readonly target: Target
  readonly decoded: Decoded
  readonly settings: Settings
}

/** One run of a command: its options, the configs it finds and the engine, each made when first needed. */
export class Session {
  readonly finder: ConfigFinder
  readonly #formatOf: (path: string) => string | undefined
  readonly #commandLine: CommandLineSettings
  readonly #settled = new WeakMap<readonly ConfigFile[], Settings>()
  readonly #lintConfigs = new Map<string, LintConfig>()
  readonly #engines: Engines
  readonly tokenizer: 'packed' | 'kuromoji'
  /** The engine is the one that a worker would make too. */
  readonly hasOwnEngine: boolean
  /** What silences findings, shared by all files of the run: it remembers which waivers were used. */
  readonly silencers: SilencerSet

  constructor(
    readonly streams: Streams,
    readonly options: CommonOptions,
    makeEngine: MakeEngine = loadEngine,
  ) {
    this.tokenizer = options.tokenizer === undefined ? 'packed' : choice('--tokenizer', options.tokenizer, ['packed', 'kuromoji'])
    this.hasOwnEngine = makeEngine === loadEngine
    this.#engines = new Engines(makeEngine, this.tokenizer)
    this.silencers = new SilencerSet(streams.today)
    this.finder = new ConfigFinder({
      ...(typeof options.config === 'string' && { file: resolve(streams.cwd, options.config) }),
      none: options.config === false,
      allowCode: options.allowJsConfig ?? false,
    })
    this.#formatOf = formatTable(options.ext ?? [])
    this.#commandLine = commandLineSettings(options, streams.cwd)
  }

  /** The engine with these packs of the user's own (folders, absolute); without any, our rules alone. */
  engine(packs: readonly string[] = []): Promise<Engine> {
    return this.#engines.of(packs)
  }

  /** The engine that the working directory's config asks for. */
  async homeEngine(): Promise<Engine> {
    return this.engine((await this.#unchecked(resolve(this.streams.cwd, 'report'))).packs)
  }

  /** Says something that is no finding. */
  note(text: string): void {
    this.streams.stderr.write(`claimlint: ${text}\n`)
  }

  /** Of these absolute paths those that have a format and are not ignored. */
  async targetsOf(paths: readonly string[]): Promise<Discovered> {
    return keep(paths, this.#discoverOptions())
  }

  #discoverOptions(): DiscoverOptions {
    return {
      cwd: this.streams.cwd,
      finder: this.finder,
      ignorePatterns: this.options.ignorePattern ?? [],
      noIgnore: this.options.ignore === false,
      formatOf: this.#formatOf,
    }
  }

  /** Files for these paths; without any, the config's `files`, else the working directory. */
  async discover(paths: readonly string[]): Promise<Discovered> {
    const { cwd } = this.streams
    const options = this.#discoverOptions()
    if (paths.length > 0) return discover(paths, options)
    const config = (await this.finder.cascade(cwd)).findLast((file) => file.raw.files)
    if (!config) return discover(['.'], options)
    return discover(
      config.raw.files!.map((pattern) => resolve(config.folder, pattern)),
      options,
    )
  }

  /** The article on standard input, named by `--stdin-filename`. Without a name it is read as Markdown. */
  async loadStdin(): Promise<Loaded> {
    const name = this.options.stdinFilename ?? 'stdin.md'
    const path = resolve(this.streams.cwd, name)
    const shown = this.options.stdinFilename === undefined ? '<stdin>' : shownPath(path, this.streams.cwd)
    const format = this.#formatOf(path)
    return this.loadBytes({ path, shown, ...(format && { format }) }, await readStdin(this.streams))
  }

  /** Reads and decodes a file. Throws `FileError` when it cannot be read: it never counts as clean. */
  async load(target: Target): Promise<Loaded> {
    let bytes: Buffer
    try {
      bytes = readFileSync(target.path)
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException
      throw new FileError(`cannot read ${target.shown}: ${code === 'ENOENT' ? 'there is no such file' : message}`)
    }
    return this.loadBytes(target, bytes)
  }

  /** The one file a command names, ignored or not. Throws `FileError` when it cannot be read. */
  async loadNamed(file: string): Promise<Loaded> {
    if (file === '-') return this.loadStdin()
    const path = resolve(this.streams.cwd, file)
    const format = this.#formatOf(path)
    return this.load({ path, shown: shownPath(path, this.streams.cwd), ...(format && { format }) })
  }

  /** Decodes content that was read elsewhere (standard input, the git index). */
  async loadBytes(target: Target, bytes: Uint8Array): Promise<Loaded> {
    const settings = await this.settings(target.path)
    const format = settings.format ?? target.format
    if (!format) throw new FileError(noFormat(target.shown))
    return { target: { ...target, format }, decoded: await textOf(target.shown, format, bytes, settings.lint), settings }
  }

  /** What is set for a file, checked against the rules and packs there are. */
  async settings(path: string): Promise<Settings> {
    const configs = await this.finder.cascade(dirname(path))
    const known = this.#settled.get(configs)
    if (known) return known
    const unchecked = await this.#unchecked(path)
    const engine = await this.engine(unchecked.packs)
    for (const market of unchecked.lint.markets) requirePack(market, engine.packs, unchecked.origins.markets)
    const settings = this.#shared(withKnownRules(unchecked, this.#engines.known(engine)))
    // Without overrides all files of a folder are set alike.
    if (!configs.flatMap(withBases).some((config) => config.raw.overrides)) this.#settled.set(configs, settings)
    return settings
  }

  async #unchecked(path: string): Promise<Settings> {
    return settingsFor(path, await this.finder.cascade(dirname(path)), this.#commandLine, environmentLocale(this.streams.env))
  }

  /** Equal settings become one object, so that the engine prepares its rules once for all files that share them. */
  #shared(settings: Settings): Settings {
    const key = JSON.stringify(settings.lint)
    const known = this.#lintConfigs.get(key)
    if (known) return { ...settings, lint: known }
    this.#lintConfigs.set(key, settings.lint)
    return settings
  }

  /** Lints, and sets aside what directives, waivers and the baseline silence. */
  async lint({ target, decoded, settings }: Loaded, elsewhere?: Job['elsewhere']): Promise<FileResult> {
    const engine = await this.engine(settings.packs)
    const options = {
      path: target.shown,
      ...(target.format && { format: target.format }),
      config: settings.lint,
      ...(elsewhere && { elsewhere }),
    }
    const names = this.#engines.known(engine)
    const silencers = await this.silencers.of(target.path, settings, names)
    const { result, ...used } = await silence(await engine.lint(decoded.text, options), settings.lint, silencers, names)
    this.silencers.note(silencers, usedOf(silencers, used))
    return result
  }

  /** What has to be known to lint a file and report on it. */
  async jobOf({ target, decoded, settings }: Loaded, withPage: boolean): Promise<Job> {
    const engine = await this.engine(settings.packs)
    const silencers = await this.silencers.of(target.path, settings, this.#engines.known(engine))
    return {
      path: target.shown,
      text: decoded.text,
      ...(target.format && { format: target.format }),
      config: settings.lint,
      packs: settings.packs,
      silencers,
      withPage,
    }
  }

  /** Does a job in this thread. */
  async runJob(job: Job, meter?: Meter): Promise<JobResult> {
    const engine = await this.engine(job.packs)
    return runJob(job, engine, this.#engines.known(engine), meter)
  }

  /** The report on what `lint` gave. */
  async reportOn(
    result: FileResult,
    { target, settings }: Loaded,
    withPage: boolean,
  ): Promise<Pick<JobResult, 'report' | 'crashed' | 'works'>> {
    const engine = await this.engine(settings.packs)
    const options = { path: target.shown, config: settings.lint, withPage }
    return { report: reportFor(result, options, engine, this.#engines.known(engine)), crashed: result.crashed, works: worksOf(result) }
  }

  /** The same, as if there were no baseline. */
  async lintWithoutBaseline(loaded: Loaded, elsewhere?: Job['elsewhere']): Promise<FileResult> {
    const { baseline: _none, ...settings } = loaded.settings
    return this.lint({ ...loaded, settings }, elsewhere)
  }

  /** A fresh look at configs and files, writing elsewhere, with the engine that is loaded. */
  with(streams: Streams): Session {
    return new Session(streams, this.options, ({ packs }) => this.engine(packs))
  }

  /** The language of the report as a whole: option, nearest config of the working directory, environment, English. */
  async locale(): Promise<Locale> {
    return (await this.#unchecked(resolve(this.streams.cwd, 'report'))).lint.locale
  }

  /** All rules that took part in the run, claimlint's own too. */
  async rules(): Promise<KnownRules> {
    await this.homeEngine()
    return this.#engines.rules()
  }

  /** The packs that took part in the run and apply in these markets. */
  async packs(markets: readonly string[]): Promise<readonly PackFile[]> {
    await this.homeEngine()
    return (await this.#engines.packs()).filter((pack) => pack.markets.some((market) => markets.includes(market)))
  }
}

/** The pack that makes a market what it is: without it nothing of that market's law would be checked. */
const ownPacks: Readonly<Record<string, string>> = { us: 'us-fda', jp: 'jp', eu: 'eu' }

function requirePack(market: string, packs: readonly PackFile[], origin: string | undefined): void {
  const pack = ownPacks[market]!
  if (packs.some((each) => each.id === pack)) return
  const file = origin === undefined || origin === 'command line' || origin === 'default' ? '' : `${origin}: `
  throw new CliError(
    `${file}the pack for the market "${market}" is not built yet; built are ${[...packs.map((each) => each.id)].join(', ')}`,
  )
}

function commandLineSettings(options: CommonOptions, cwd: string): CommandLineSettings {
  const rules = (options.rule ?? []).map(ruleOption)
  return {
    settings: {
      ...(options.market !== undefined && {
        markets: options.market.split(',').map((market) => choice('--market', market.trim(), ['us', 'jp', 'eu'])),
      }),
      ...(options.locale !== undefined && { locale: choice('--locale', options.locale, ['en', 'ja']) }),
      ...(rules.length > 0 && { rules: Object.fromEntries(rules) }),
    },
    ...(options.baseline !== undefined && { baseline: resolve(cwd, options.baseline) }),
  }
}

/** `--rule 'id: severity'`. */
function ruleOption(written: string): [string, RawRule] {
  const [, id, severity] = /^\s*(\S+?)\s*:\s*(\S+)\s*$/.exec(written) ?? []
  if (!id || !severity) throw new CliError(`--rule takes 'id: severity'; got "${written}"`)
  return [id, choice(`--rule ${id}`, severity, severityNames)]
}

/** One of the known names, else a `SetupError` with the nearest. */
export function choice<Name extends string>(option: string, written: string, known: readonly Name[]): Name {
  const name = known.find((each) => each === written)
  if (name) return name
  const nearest = nearestName(written, known)
  throw new SetupError({ found: `"${written}" for ${option}`, expected: known.join(', '), ...(nearest && { nearest }) })
}

/** `LC_ALL` before `LC_MESSAGES` before `LANG`, as POSIX says; only a language we have. */
export function environmentLocale(env: Streams['env']): Locale | undefined {
  const value = [env.LC_ALL, env.LC_MESSAGES, env.LANG].find((each) => each)
  return value?.startsWith('ja') ? 'ja' : value?.startsWith('en') ? 'en' : undefined
}
