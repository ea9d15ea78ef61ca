import { KnownRules } from './cli/known-rules.js'
import { directivesOf } from './cli/suppressions.js'
import { defaultConfig, type LintConfig } from './core/config.js'
import { SetupError } from './core/setup-error.js'
import { UnreadableSource } from './core/unreadable.js'
import { createEngine, type Engine } from './lint/lint.js'
import { checkSource, isBinary, openSource } from './lint/open.js'
import { ownRules } from './lint/own-rules.js'
import { suppress } from './lint/suppress.js'
import { formats } from './registry.js'
import { inventoryOf, type ListedArticle } from './reporters/inventory.js'
import { fileJson, type LintFile } from './reporters/json.js'
import { reportOf } from './reporters/report.js'

/** Settings as in a config file; what is left out has its default. */
export type PartialConfig = Partial<Omit<LintConfig, 'product' | 'markdown'>> & {
  readonly product?: Partial<LintConfig['product']>
  readonly markdown?: Partial<LintConfig['markdown']>
}

export interface LintTextOptions {
  /** Name of the file: its extension tells the format, and it stands in the result. Default: `text.md`. */
  readonly path?: string
  /** The format, whatever the extension: `markdown`, `html`, `text`, `docx`, `json`, `jsonl`, `yaml`, `csv`. */
  readonly format?: string
  readonly config?: PartialConfig
  /** An engine to use again: making one reads the rules, and the Japanese dictionary with the first Japanese sentence. */
  readonly engine?: Engine
}

/** What `claimlint --format json` prints of a file, and its claims as `claimlint claims` lists them. */
export interface LintReport extends LintFile {
  readonly articles: readonly ListedArticle[]
}

let shared: Promise<Engine> | undefined

/**
 * Lints one text, or the bytes of one file. Inline suppressions count; waiver files, baselines and config files are the command line's.
 * The same source and options give the same report. Nothing is read from the disk but the rules and the dictionary, nothing is sent.
 *
 * Throws `SetupError` for an unknown format, rule or market, and `UnreadableSource` for bytes that are no file of their format:
 * such a file must not count as clean.
 */
export async function lint(source: string | Uint8Array, options: LintTextOptions = {}): Promise<LintReport> {
  const { path = 'text.md' } = options
  shared ??= options.engine ? undefined : createEngine()
  const engine = options.engine ?? (await shared!)
  const names = new KnownRules(() => [...engine.rules, ...ownRules])
  const config = fullConfig(options.config ?? {}, names)
  const format =
    options.format ?? formats.find(({ extensions }) => extensions.includes(/\.[^./\\]+$/.exec(path)?.[0].toLowerCase() ?? ''))?.id
  const text = await textOf(source, format)
  if (format) await checkSource(format, text, path, config)
  const result = await engine.lint(text, { path, ...(format && { format }), config })
  const directives = await directivesOf(result.document, names)
  const suppressed = suppress(result, { directives, waivers: [], baseline: [], today: '' }).result
  const rules = new Map([...engine.rules, ...ownRules].map((rule) => [rule.id, rule]))
  const report = fileJson(reportOf(suppressed, { filePath: path, rules, locale: config.locale }))
  return { ...report, articles: inventoryOf(suppressed, path, config.markets, engine.packs).articles }
}

async function textOf(source: string | Uint8Array, format: string | undefined): Promise<string> {
  const isFile = format !== undefined && isBinary(format)
  if (typeof source === 'string') {
    if (isFile) throw new UnreadableSource(`a ${format} file is no text: give its bytes`)
    return source.replace(/^\ufeff/, '')
  }
  if (isFile) return openSource(format, source)
  const { decode } = await import('./cli/decode.js')
  const decoded = decode(source)
  if (!decoded) throw new UnreadableSource('it is neither UTF-8, UTF-16 nor a Japanese encoding (Shift_JIS, EUC-JP, ISO-2022-JP)')
  return decoded.text
}

function fullConfig(given: PartialConfig, names: KnownRules): LintConfig {
  for (const id of Object.keys(given.rules ?? {})) {
    if (names.get(id)) continue
    const nearest = names.nearest(id)
    throw new SetupError({ found: `the unknown rule "${id}"`, expected: 'a rule id', ...(nearest && { nearest }) })
  }
  const markets = given.markets ?? defaultConfig.markets
  const unknown = markets.find((market) => market !== 'us')
  if (unknown) throw new SetupError({ found: `the market "${unknown}"`, expected: 'us, the only one that has a pack' })
  return {
    ...defaultConfig,
    ...given,
    product: { ...defaultConfig.product, ...given.product },
    markdown: { ...defaultConfig.markdown, ...given.markdown },
  }
}
