import type { LintConfig } from '../core/config.js'
import { lazy } from '../core/lazy.js'
import type { Precedent } from '../core/precedent.js'
import { nearestName, SetupError } from '../core/setup-error.js'
import { Scan } from '../fast/scan.js'
import type { PackFile, RuleFile, RuleSet } from '../match/schema.js'
import { formats, remarkFormat } from '../registry.js'
import type { LintOptions } from './options.js'
import type { FileResult } from './result.js'
import { Shipped } from './shipped.js'

/** A linter ready to run. Holds compiled rules and analysers; keeps nothing of the texts it has read. */
export interface Engine {
  readonly rules: readonly RuleFile[]
  readonly packs: readonly PackFile[]
  /** What authorities said of wordings that a rule reports or yields. */
  precedents(rule: string): Promise<readonly Precedent[]>
  /** Lints one source. Pure: the same source and options give the same result. Throws `SetupError` for an unknown format only. */
  lint(source: string, options: LintOptions): Promise<FileResult>
}

export interface EngineOptions {
  readonly tokenizer?: 'packed' | 'kuromoji'
  /** Rules in place of the ones that ship with the package (tests, a user's own packs joined to ours). */
  readonly ruleSet?: RuleSet
}

/** The compiled rules that ship with the package. */
export function shippedRules(): RuleSet {
  return new Shipped().rules()
}

export async function createEngine(options: EngineOptions = {}): Promise<Engine> {
  const shipped = options.ruleSet ? undefined : new Shipped()
  const ruleSet = lazy(() => options.ruleSet ?? shipped!.leanRules())
  const packs = lazy(() => options.ruleSet?.packs ?? shipped!.packs())
  const scan = new Scan(() => shipped?.scanWords())
  // a text without a candidate needs no more than the scan
  const pipeline = lazy(async () => new (await import('./pipeline.js')).Pipeline(ruleSet(), options.tokenizer ?? 'packed', shipped))
  return {
    get rules() {
      return ruleSet().rules
    },
    get packs() {
      return packs()
    },
    precedents: async (rule) => (await pipeline()).precedents(rule),
    lint: async (source, lintOptions) => {
      const { path, format, config } = lintOptions
      const entry = formatOf(path, format, config)
      if (lintOptions.scan && !scan.mayHoldAnything(source, entry.id, config)) return unparsed(source, lintOptions)
      return (await pipeline()).lint(source, entry, lintOptions)
    },
  }
}

/** The result for a source that holds no candidate. */
function unparsed(source: string, { path, format, config }: LintOptions): FileResult {
  return {
    path,
    document: { path, source, format: formatOf(path, format, config).id, blocks: [], articles: [], unread: [], comments: [] },
    claims: [],
    silent: [],
    findings: [],
    suppressed: [],
    coverage: { language: [], sentences: 0, characters: source.length, unread: [], scanned: true },
    crashed: [],
  }
}

function formatOf(path: string, format: string | undefined, config: LintConfig) {
  const known = formats.map((f) => f.id)
  const extension = /\.[^./\\]+$/.exec(path)?.[0].toLowerCase() ?? ''
  const entry = format ? formats.find((f) => f.id === format) : formats.find((f) => f.extensions.includes(extension))
  if (!entry) {
    const nearest = format && nearestName(format, known)
    throw new SetupError({
      found: format ? `format "${format}"` : `"${path}" with an extension no format reads`,
      expected: format ? known.join(', ') : formats.flatMap((f) => f.extensions).join(', '),
      ...(nearest && { nearest }),
    })
  }
  return entry.id === 'markdown' && config.markdown.parser === 'remark' ? remarkFormat : entry
}
