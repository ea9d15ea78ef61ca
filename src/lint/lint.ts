import { AuthorisedClaims, withHealthClaims } from '../claims/authorised.js'
import { composeEffects } from '../claims/compose.js'
import { judge } from '../claims/find.js'
import { sourceOf, wordsOf } from '../claims/located.js'
import { PageTopic, ProductSigns } from '../claims/page.js'
import { Precedents } from '../claims/precedents.js'
import type { LintConfig } from '../core/config.js'
import type { PageDocument } from '../core/document.js'
import type { Finding } from '../core/finding.js'
import type { Precedent } from '../core/precedent.js'
import type { Check, WorkElsewhere } from '../core/rule.js'
import type { Analyzer, LanguageId } from '../core/sentence.js'
import { nearestName, SetupError } from '../core/setup-error.js'
import { assemble } from '../document/assemble.js'
import { Scan } from '../fast/scan.js'
import { Catalogue } from '../match/catalogue.js'
import { lexiconOf } from '../match/lexicon.js'
import type { PackFile, RuleFile, RuleSet } from '../match/schema.js'
import { formats, languages, loadChecks, remarkFormat } from '../registry.js'
import { analyse } from './analyse.js'
import type { Meter } from './meter.js'
import { readOptions } from './open.js'
import { readPrecedents } from './precedents-file.js'
import type { Coverage, FileResult } from './result.js'
import { runChecks } from './run-checks.js'
import { Shipped } from './shipped.js'

export interface LintOptions {
  /** Relative to the working directory, forward slashes. Names the format by its extension unless `format` does. */
  readonly path: string
  /** `markdown`, `html`, `text`, `docx`, `json`, `jsonl`, `yaml`, `csv`. */
  readonly format?: string
  readonly config: LintConfig
  /** Works that other files list, by DOI in lower case: one work under two titles is found across files too. */
  readonly elsewhere?: Readonly<Record<string, WorkElsewhere>>
  /** Leave a file unparsed in which a look at the raw text finds no candidate: its document is empty and its coverage says `scanned`. */
  readonly scan?: boolean
  /** Told where the time goes. */
  readonly meter?: Meter
}

/** A linter ready to run. Holds compiled rules and analysers; keeps nothing of the texts it has read. */
export interface Engine {
  readonly rules: readonly RuleFile[]
  readonly packs: readonly PackFile[]
  /** What authorities said of wordings that a rule reports or yields. */
  precedents(rule: string): readonly Precedent[]
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
  const ruleSet = options.ruleSet ?? shipped!.leanRules()
  const checks = lazy(loadChecks)
  const signs = lazy(() => new ProductSigns(ruleSet))
  const authorised = lazy(() => new AuthorisedClaims(ruleSet.authorised, new Map(ruleSet.concepts.map((row) => [row.id, row]))))
  const analyzers = new Map<LanguageId, Promise<Analyzer>>()
  const analyzerOf = (language: LanguageId): Promise<Analyzer> => {
    let analyzer = analyzers.get(language)
    if (!analyzer) {
      analyzer = languages[language].load(lexiconOf(ruleSet, language), {
        tokenizer: options.tokenizer ?? 'packed',
        prepared: shipped?.vocabulary(language),
      })
      analyzers.set(language, analyzer)
    }
    return analyzer
  }
  const precedents = lazy(() => new Precedents(readPrecedents()))
  const catalogueOf = memoised((config: LintConfig) => new Catalogue(ruleSet, config))
  const scan = new Scan(() => shipped?.scanWords())
  return {
    rules: ruleSet.rules,
    packs: ruleSet.packs,
    precedents: (rule) => precedents().under(rule),
    lint: async (source, lintOptions) => {
      const { path, format, config } = lintOptions
      if (lintOptions.scan && !scan.mayHoldAnything(source, formatOf(path, format, config).id, config)) return unparsed(source, lintOptions)
      return lint(source, lintOptions, { ruleSet, checks: await checks(), signs, authorised, precedents, analyzerOf, catalogueOf })
    },
  }
}

interface Parts {
  readonly ruleSet: RuleSet
  readonly checks: ReadonlyMap<string, Check>
  readonly signs: () => ProductSigns
  readonly authorised: () => AuthorisedClaims
  readonly precedents: () => Precedents
  readonly analyzerOf: (language: LanguageId) => Promise<Analyzer>
  readonly catalogueOf: (config: LintConfig) => Catalogue
}

/** The pipeline: read, assemble, analyse, compose, judge, check. */
async function lint(input: string, { path, format, config, elsewhere = {}, meter }: LintOptions, parts: Parts): Promise<FileResult> {
  const stage = <Result>(name: string, work: () => Result): Result => (meter ? meter.stage(name, work) : work())
  const entry = formatOf(path, format, config)
  const parsed = await stage('read', async () => (await entry.load()).parse(input, readOptions(path, config)))
  const source = parsed.transcript ?? input
  const assembled = stage('assemble', () => assemble(source, parsed, parts.ruleSet.notices))
  const blocks = await stage('analyse', () => analyse(parsed, assembled, parts.analyzerOf, config, parts.ruleSet))
  const { articles } = assembled
  const document: PageDocument = {
    path,
    source,
    format: entry.id,
    blocks,
    articles,
    unread: parsed.unread,
    comments: parsed.comments,
    frontMatter: parsed.frontMatter,
  }

  const catalogue = stage('rules', () => parts.catalogueOf(config))
  const topic = new PageTopic(document, config, parts.signs)
  const sells = (article: number) => topic.sells(article)
  const understood = stage('compose', () => {
    const healthClaims = parts.authorised().in(document)
    const composed = composeEffects(document, catalogue.concepts).map((located) => {
      const silent = located.silent ?? topic.silence(located)
      return silent ? { ...located, silent } : located
    })
    return { document, effects: withHealthClaims(composed, healthClaims), healthClaims, sells }
  })
  const { claims, findings, silent } = stage('judge', () => judge(understood, catalogue, config))
  const checked = stage('check', () => runChecks(document, claims, findings, catalogue, parts.checks, config, sells, elsewhere, meter))
  const all = [...findings, ...checked.findings]
  const sorted = sortFindings(claims.length > 0 ? parts.precedents().beside(all, claims) : all)
  const coverage = coverageOf(document)
  meter?.count('characters parsed', source.length)
  meter?.count('blocks', blocks.length)
  meter?.count('sentences', coverage.sentences)
  meter?.count('effects', understood.effects.length)
  meter?.count('rules evaluated', catalogue.rules.length)
  return {
    path,
    document,
    claims,
    silent: silent.map(({ reason, block, parts: at }) => ({
      reason,
      span: sourceOf(block, at),
      text: at.map((part) => wordsOf(block, part)).join(' … '),
      article: block.article,
    })),
    findings: parsed.isReadOnly ? sorted.map(withoutEdits) : sorted,
    suppressed: [],
    coverage,
    crashed: checked.crashed,
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

/** Where nothing can be replaced in place the advice stays. */
function withoutEdits({ fix: _, ...finding }: Finding): Finding {
  return { ...finding, suggestions: finding.suggestions.map((suggestion) => ({ ...suggestion, edits: [] })) }
}

/** By place, then rule: the same whatever order the rules ran in. Exact doubles go. */
function sortFindings(findings: readonly Finding[]): Finding[] {
  const sorted = [...findings].sort(
    (a, b) =>
      a.span.start - b.span.start ||
      a.span.end - b.span.end ||
      (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : a.message < b.message ? -1 : 1),
  )
  return sorted.filter((f, i) => {
    const before = sorted[i - 1]
    return !(
      before &&
      before.rule === f.rule &&
      before.message === f.message &&
      before.span.start === f.span.start &&
      before.span.end === f.span.end
    )
  })
}

function coverageOf(document: PageDocument): Coverage {
  const languageSet = new Set<string>()
  let sentences = 0
  let characters = 0
  for (const block of document.blocks) {
    characters += block.text.length
    for (const sentence of block.sentences) {
      sentences++
      languageSet.add(sentence.language)
    }
  }
  return { language: [...languageSet].sort(), sentences, characters, unread: document.unread }
}

function lazy<T>(make: () => T): () => T {
  let value: { made: T } | undefined
  return () => {
    value ??= { made: make() }
    return value.made
  }
}

function memoised<K extends object, V>(make: (key: K) => V): (key: K) => V {
  const known = new WeakMap<K, V>()
  return (key) => {
    let value = known.get(key)
    if (value === undefined) {
      value = make(key)
      known.set(key, value)
    }
    return value
  }
}
