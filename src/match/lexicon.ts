import type { LanguageId } from '../core/sentence.js'
import { parsePhrase } from './phrase.js'
import type { CompiledPhrase, CompiledSurface, Lexicon, RuleSet } from './schema.js'

/** Everything the rule set says about one language's words, patterns parsed. */
export function lexiconOf(rules: RuleSet, language: LanguageId): Lexicon {
  const surfaces: CompiledSurface[] = []
  for (const row of rules.concepts) {
    for (const entry of row[language] ?? []) surfaces.push({ ...entry, concept: row.id })
  }
  return {
    language,
    concepts: new Map(rules.concepts.map((row) => [row.id, row])),
    surfaces,
    cues: phrasesOf(rules.cues, language),
    constructions: phrasesOf(rules.constructions, language),
  }
}

function phrasesOf<Row extends { readonly en?: readonly string[]; readonly ja?: readonly string[] }>(
  rows: readonly Row[],
  language: LanguageId,
): CompiledPhrase<Row>[] {
  return rows.flatMap((row) => (row[language] ?? []).map((source) => ({ row, pattern: parsePhrase(source) })))
}
