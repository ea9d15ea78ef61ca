import { AuthorisedClaims, withHealthClaims } from '../claims/authorised.js'
import { composeEffects } from '../claims/compose.js'
import { judge } from '../claims/find.js'
import { sourceOf, wordsOf } from '../claims/located.js'
import { PageTopic, ProductSigns } from '../claims/page.js'
import { Precedents } from '../claims/precedents.js'
import type { LintConfig } from '../core/config.js'
import type { PageDocument, ReadBlock } from '../core/document.js'
import type { Finding } from '../core/finding.js'
import { lazy } from '../core/lazy.js'
import type { Precedent } from '../core/precedent.js'
import type { Analyzer, LanguageId } from '../core/sentence.js'
import { assemble } from '../document/assemble.js'
import { Catalogue } from '../match/catalogue.js'
import { lexiconOf } from '../match/lexicon.js'
import type { RuleSet } from '../match/schema.js'
import { type FormatEntry, languages, loadChecks } from '../registry.js'
import { analyse } from './analyse.js'
import { readOptions } from './open.js'
import type { LintOptions } from './options.js'
import { readPrecedents } from './precedents-file.js'
import type { Coverage, FileResult } from './result.js'
import { runChecks } from './run-checks.js'
import type { Shipped } from './shipped.js'

/** What linting a text takes: rules, and analysers made when a text first needs them. Keeps nothing of the texts it has read. */
export class Pipeline {
  readonly #analyzers = new Map<LanguageId, Promise<Analyzer>>()
  readonly #checks = lazy(loadChecks)
  readonly #signs = lazy(() => new ProductSigns(this.rules))
  readonly #authorised = lazy(() => new AuthorisedClaims(this.rules.authorised, new Map(this.rules.concepts.map((row) => [row.id, row]))))
  readonly #precedents = lazy(() => new Precedents(readPrecedents()))
  readonly #catalogueOf = memoised((config: LintConfig) => new Catalogue(this.rules, config))

  /** `shipped`: where the rules are the package's own, what the build has made of them. */
  constructor(
    private readonly rules: RuleSet,
    private readonly tokenizer: 'packed' | 'kuromoji',
    private readonly shipped?: Shipped,
  ) {}

  precedents(rule: string): readonly Precedent[] {
    return this.#precedents().under(rule)
  }

  #analyzerOf = (language: LanguageId): Promise<Analyzer> => {
    let analyzer = this.#analyzers.get(language)
    if (!analyzer) {
      const prepared = this.shipped?.vocabulary(language)
      analyzer = languages[language].load(lexiconOf(this.rules, language), { tokenizer: this.tokenizer, prepared })
      this.#analyzers.set(language, analyzer)
    }
    return analyzer
  }

  /** Read, assemble, analyse, compose, judge, check. */
  async lint(input: string, entry: FormatEntry, { path, config, elsewhere = {}, meter }: LintOptions): Promise<FileResult> {
    const stage = <Result>(name: string, work: () => Result): Result => (meter ? meter.stage(name, work) : work())
    const checks = await this.#checks()
    const parsed = await stage('read', async () => (await entry.load()).parse(input, readOptions(path, config)))
    const source = parsed.transcript ?? input
    const assembled = stage('assemble', () => assemble(source, parsed, this.rules.notices))
    const blocks = await stage('analyse', () => analyse(parsed, assembled, this.#analyzerOf, config, this.rules))
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

    const catalogue = stage('rules', () => this.#catalogueOf(config))
    const topic = new PageTopic(document, config, this.#signs)
    const sells = (article: number) => topic.sells(article)
    const understood = stage('compose', () => {
      const healthClaims = this.#authorised().in(document)
      const composed = composeEffects(document, catalogue.concepts).map((located) => {
        const silent = topic.silence(located)
        return silent ? { ...located, silent } : located
      })
      return {
        document,
        effects: withHealthClaims(composed, healthClaims),
        healthClaims,
        sellsBy: (block: ReadBlock) => topic.sellsBy(block),
      }
    })
    const { claims, findings, silent } = stage('judge', () =>
      judge(understood, catalogue, config, meter && ((rule, work) => meter.rule(rule, work))),
    )
    const checked = stage('check', () => runChecks(document, claims, findings, catalogue, checks, config, sells, elsewhere, meter))
    const all = [...findings, ...checked.findings]
    const sorted = sortFindings(claims.length > 0 ? this.#precedents().beside(all, claims) : all)
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
