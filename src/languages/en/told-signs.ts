import type { PhraseSentence } from '../../match/phrase.js'
import type { CompiledPhrase, ConstructionRow, Lexicon } from '../../match/schema.js'
import type { Word } from './tokens.js'
import type { Hit } from './vocabulary.js'

/**
 * What is named in more words than a list can hold: "his socks leave trenches in his shins", "a hand on my chest at every landing". A turn of phrase that `names` a
 * concept is read as one word of it, in the place of what lies inside it.
 */
export function withToldSigns(
  lexicon: Lexicon,
  phrasesOf: () => PhraseSentence,
  rows: readonly CompiledPhrase<ConstructionRow>[],
  words: readonly Word[],
  hits: readonly Hit[],
): readonly Hit[] {
  const naming = rows.filter(({ row }) => row.names !== undefined)
  if (naming.length === 0) return hits
  const phrases = phrasesOf()
  let result = hits
  for (const { row, pattern } of naming) {
    const named = lexicon.concepts.get(row.names!)!
    for (const { first, last } of phrases.matches(pattern)) {
      // a longer reading stays, and so does a sign that a list knows
      if (result.some((hit) => (hit.first <= first && last <= hit.last) || (first <= hit.first && hit.last <= last && isIll(hit)))) continue
      const at = { from: words[first]!.at.from, to: words[last]!.at.to }
      const entry = { concept: named.id, text: words[first]!.surface }
      const told: Hit = { concept: named.id, at, first, last, surface: -1, row: named, entry, pos: 'fixed', by: row.id }
      result = [...result.filter((hit) => hit.first < first || hit.last > last || hit.row.type === 'agent'), told].sort(
        (a, b) => a.first - b.first || b.last - a.last,
      )
    }
  }
  return result
}

const isIll = ({ row }: Hit): boolean => row.type === 'disease' || row.type === 'symptom' || row.type === 'abnormal-state'
