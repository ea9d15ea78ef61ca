import type { LintConfig } from '../core/config.js'
import type { Severity } from '../core/finding.js'
import type { LanguageId } from '../core/sentence.js'
import { compilePhrases } from './phrase.js'
import { PhraseIndex } from './phrase-index.js'
import type { ConceptRow, PhrasePattern, RuleFile, RuleSet } from './schema.js'

/** A rule that is on for a run: its file, the severity it has here, its options and its phrases ready to match. */
export interface ActiveRule {
  readonly file: RuleFile
  readonly severity: Severity
  /** Where a source supports the words (`whenCited`). */
  readonly severityWhenCited: Severity
  readonly options: Readonly<Record<string, unknown>>
  readonly phrases: Readonly<Record<LanguageId, readonly PhrasePattern[]>>
  readonly exceptions: Readonly<Record<LanguageId, readonly PhrasePattern[]>>
  readonly settling: Readonly<Record<LanguageId, readonly PhrasePattern[]>>
  readonly near: Readonly<Record<LanguageId, readonly PhrasePattern[]>>
}

/** A phrase of a rule. */
export interface RulePhrase {
  readonly rule: ActiveRule
  readonly pattern: PhrasePattern
}

/** The rules that apply under a config, the most specific first (`precedence` of their packs, then the order of ids). */
export class Catalogue {
  readonly rules: readonly ActiveRule[]
  readonly concepts: ReadonlyMap<string, ConceptRow>
  readonly #byId: ReadonlyMap<string, ActiveRule>
  readonly #phrases = new Map<LanguageId, PhraseIndex<RulePhrase>>()

  constructor(set: RuleSet, config: LintConfig) {
    this.concepts = new Map(set.concepts.map((row) => [row.id, row]))
    const packs = set.packs.filter((pack) => pack.markets.some((market) => (config.markets as readonly string[]).includes(market)))
    const rank = new Map(packs.flatMap((pack) => pack.precedence).map((id, index) => [id, index]))
    const applies = (rule: RuleFile) => packs.some((pack) => rule.id.startsWith(`${pack.id}/`))
    this.rules = set.rules
      .filter(applies)
      .flatMap((file) => activate(file, config))
      .sort((a, b) => (rank.get(a.file.id) ?? 1e6) - (rank.get(b.file.id) ?? 1e6) || (a.file.id < b.file.id ? -1 : 1))
    this.#byId = new Map(this.rules.map((rule) => [rule.file.id, rule]))
  }

  get(id: string): ActiveRule | undefined {
    return this.#byId.get(id)
  }

  /** The phrases of all rules in one language, rules in their order. */
  phrases(language: LanguageId): PhraseIndex<RulePhrase> {
    let index = this.#phrases.get(language)
    if (!index) {
      const phrases = this.rules.flatMap((rule) => rule.phrases[language].map((pattern) => ({ rule, pattern })))
      index = new PhraseIndex(phrases, ({ pattern }) => pattern)
      this.#phrases.set(language, index)
    }
    return index
  }

  /** Lower is more specific: of two findings on the same words the lower one stays. */
  rankOf(id: string): number {
    return this.rules.findIndex((rule) => rule.file.id === id)
  }
}

function activate(file: RuleFile, config: LintConfig): ActiveRule[] {
  const setting = [file.id, ...(file.aliases ?? [])].map((id) => config.rules[id]).find((s) => s !== undefined)
  if (setting?.severity === 'off') return []
  const defaults = Object.fromEntries(Object.entries(file.options ?? {}).map(([name, option]) => [name, option.default]))
  return [
    {
      file,
      severity: setting?.severity ?? file.severity,
      options: { ...defaults, ...setting?.options },
      severityWhenCited: setting?.severity ?? file.whenCited?.severity ?? file.severity,
      phrases: compilePhrases(file.match?.phrase),
      exceptions: compilePhrases(file.match?.except),
      settling: compilePhrases(file.match?.settledBy),
      near: compilePhrases(file.match?.near),
    },
  ]
}
