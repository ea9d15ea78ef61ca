import type { LanguageId } from '../core/sentence.js'
import { parsePhrase } from './phrase.js'
import type { CompiledPhrase, CompiledSurface, Lexicon, Numbered, PhrasePattern, RuleSet } from './schema.js'

/** Everything the rule set says about one language's words, patterns parsed. */
export function lexiconOf(rules: RuleSet, language: LanguageId): Lexicon {
  return {
    language,
    concepts: new Map(rules.concepts.map((row) => [row.id, row])),
    surfaces: surfacesOf(rules, language),
    cues: phrasesOf(rules.cues, language),
    constructions: phrasesOf(rules.constructions, language),
  }
}

function surfacesOf(rules: RuleSet, language: LanguageId): Numbered<CompiledSurface> {
  if (rules.surfacesOf) return rules.surfacesOf(language)
  const surfaces: CompiledSurface[] = []
  for (const row of rules.concepts) {
    for (const entry of row[language] ?? []) surfaces.push({ ...entry, concept: row.id })
  }
  return surfaces
}

function phrasesOf<Row extends { readonly en?: readonly string[]; readonly ja?: readonly string[] }>(
  rows: readonly Row[],
  language: LanguageId,
): CompiledPhrase<Row>[] {
  return rows.flatMap((row) => (row[language] ?? []).map((source) => new LazyPhrase(row, source)))
}

/** A phrase that is parsed when it is first compared with a sentence: most never are. */
class LazyPhrase<Row> implements CompiledPhrase<Row> {
  #pattern: PhrasePattern | undefined

  constructor(
    readonly row: Row,
    private readonly source: string,
  ) {}

  get pattern(): PhrasePattern {
    this.#pattern ??= parsePhrase(this.source)
    return this.#pattern
  }
}
