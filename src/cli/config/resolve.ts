import { existsSync } from 'node:fs'
import { dirname, extname, relative, resolve } from 'node:path'
import { defaultConfig, type LintConfig, type Locale, type RuleSetting } from '../../core/config.js'
import type { Severity } from '../../core/finding.js'
import { nearestName, SetupError } from '../../core/setup-error.js'
import { formats } from '../../registry.js'
import type { KnownRules } from '../known-rules.js'
import { matcher, toPosix } from '../paths.js'
import type { ConfigFile } from './find.js'
import type { RawConfig, RawPlugin, RawRule, RawSettings } from './validate.js'

/** Everything that is set for one file. */
export interface Settings {
  readonly lint: LintConfig
  readonly format?: string
  /** Absolute paths. */
  readonly packs: readonly string[]
  readonly waivers?: string
  readonly baseline?: string
  /** For each key (`markets`, `rules.us-fda/…`, `product.kind`) who set it: a file, an option, the environment, or `default`. */
  readonly origins: Readonly<Record<string, string>>
}

/** What the command line sets; it wins over every file. */
export interface CommandLineSettings {
  readonly settings: RawSettings
  readonly baseline?: string
}

interface Layer {
  readonly origin: string
  readonly raw: RawSettings
}

/**
 * Adds up what applies to a file: defaults, the environment's language, configs from the outermost to the nearest (each after what it
 * extends, its overrides after itself), and the command line. Lists and single values replace; `product`, `markdown` and `rules` merge
 * key by key.
 */
export async function settingsFor(
  path: string,
  configs: readonly ConfigFile[],
  commandLine: CommandLineSettings,
  environment: Locale | undefined,
): Promise<Settings> {
  const files = configs.flatMap(withBases)
  const layers: Layer[] = environment ? [{ origin: 'environment', raw: { locale: environment } }] : []
  let format: string | undefined
  for (const file of files) {
    layers.push({ origin: file.path, raw: file.raw })
    for (const [i, override] of (file.raw.overrides ?? []).entries()) {
      const matches = await matcher(override.files)
      if (!matches(toPosix(relative(file.folder, path)))) continue
      layers.push({ origin: `${file.path} overrides[${i}]`, raw: override })
      format = override.format ?? (override.content && dataFormatOf(path)) ?? format
    }
  }
  layers.push({ origin: 'command line', raw: commandLine.settings })
  const settings = addUp(layers)
  const byContent = Object.keys(settings.lint.content).length > 0 ? dataFormatOf(path) : undefined
  const named = format ?? byContent
  const waivers =
    lastPath(files, 'waivers') ?? files.map((file) => resolve(file.folder, 'claimlint.waivers.yml')).findLast((file) => existsSync(file))
  const baseline = commandLine.baseline ?? lastPath(files, 'baseline')
  return {
    ...settings,
    ...(named && { format: named }),
    packs: files.flatMap((file) => (file.raw.packs ?? []).map((pack) => resolve(file.folder, pack))),
    ...(waivers && { waivers }),
    ...(baseline && { baseline }),
  }
}

/** The format that some override gives a file whose extension alone says nothing: then a folder's walk brings it. */
export async function overrideFormat(path: string, configs: readonly ConfigFile[]): Promise<string | undefined> {
  for (const file of configs.flatMap(withBases)) {
    for (const override of file.raw.overrides ?? []) {
      const format = override.format ?? (override.content && dataFormatOf(path))
      if (format && (await matcher(override.files))(toPosix(relative(file.folder, path)))) return format
    }
  }
  return undefined
}

const dataFormatOf = (path: string): string | undefined =>
  formats.find(({ isData, extensions }) => isData && extensions.includes(extname(path).toLowerCase()))?.id

export const withBases = (file: ConfigFile): ConfigFile[] => [...file.bases.flatMap(withBases), file]

function lastPath(files: readonly ConfigFile[], key: keyof RawConfig & ('waivers' | 'baseline')): string | undefined {
  const file = files.findLast((each) => each.raw[key] !== undefined)
  return file && resolve(dirname(file.path), file.raw[key]!)
}

function addUp(layers: readonly Layer[]): Pick<Settings, 'lint' | 'origins'> {
  const flat = new Map<string, { value: unknown; origin: string }>()
  const { rules: _none, ...defaults } = defaultConfig
  for (const [key, value] of flatten({ ...defaults, markdown: { ...defaults.markdown, plugins: [] } }))
    flat.set(key, { value, origin: 'default' })
  for (const { origin, raw } of layers) {
    for (const [key, value] of flatten(raw)) flat.set(key, { value, origin })
  }
  const get = <T>(key: string): T => flat.get(key)!.value as T
  const rules = [...flat].flatMap(([key, { value }]) =>
    key.startsWith('rules.') ? [[key.slice(6), ruleSetting(value as RawRule)] as const] : [],
  )
  return {
    lint: {
      markets: get('markets'),
      locale: get('locale'),
      product: { names: get('product.names'), ingredients: get('product.ingredients'), kind: get('product.kind') },
      rules: Object.fromEntries(rules),
      markdown: {
        parser: get('markdown.parser'),
        plugins: get<readonly RawPlugin[]>('markdown.plugins').map((plugin) => {
          const [file, options] = typeof plugin === 'string' ? [plugin] : plugin
          return { file, ...(options && { options }) }
        }),
      },
      content: get('content'),
      linkGranularity: get('linkGranularity'),
      citationScope: get('citationScope'),
    },
    origins: Object.fromEntries([...flat].map(([key, { origin }]) => [key, origin])),
  }
}

/** The keys that merge key by key, one level deep. */
const groups = new Set(['product', 'rules', 'markdown'])
const ownKeys = ['markets', 'locale', 'product', 'rules', 'markdown', 'content', 'linkGranularity', 'citationScope'] as const

function flatten(raw: RawSettings): [string, unknown][] {
  return ownKeys.flatMap((key): [string, unknown][] => {
    const value = raw[key]
    if (value === undefined) return []
    return groups.has(key) ? Object.entries(value).map(([name, entry]) => [`${key}.${name}`, entry]) : [[key, value]]
  })
}

/** `warn`, `[warn]`, `[warn, { … }]`. */
function ruleSetting(raw: RawRule): RuleSetting {
  const [severity, options] = typeof raw === 'string' ? [raw] : raw
  return { severity: (severity === 'warn' ? 'warning' : severity) as Severity | 'off', ...(options && { options }) }
}

/**
 * Puts today's ids in the place of old ones (`aliases`) and refuses ids that no rule has.
 * Options are checked too: a misspelt one would be a setting without effect.
 */
export function withKnownRules(settings: Settings, rules: KnownRules): Settings {
  const entries = Object.entries(settings.lint.rules).map(([id, setting]) => {
    const rule = rules.get(id)
    const origin = settings.origins[`rules.${id}`]
    const file = origin === undefined || origin === 'default' ? {} : { file: origin }
    if (!rule) {
      const nearest = rules.nearest(id)
      throw new SetupError({
        ...file,
        found: `the unknown rule "${id}"`,
        expected: 'a rule id (claimlint rules lists them)',
        ...(nearest && { nearest }),
      })
    }
    const known = Object.keys(rule.options ?? {})
    const unknown = Object.keys(setting.options ?? {}).find((option) => !known.includes(option))
    if (unknown) {
      const nearest = nearestName(unknown, known)
      const expected = known.length > 0 ? known.join(', ') : 'none: the rule has no options'
      throw new SetupError({ ...file, found: `the unknown option "${unknown}" of ${id}`, expected, ...(nearest && { nearest }) })
    }
    return [rule.id, setting] as const
  })
  return { ...settings, lint: { ...settings.lint, rules: Object.fromEntries(entries) } }
}
