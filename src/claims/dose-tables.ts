import type { ReadBlock } from '../core/document.js'
import type { Effect, Sentence } from '../core/sentence.js'
import { conceptFits } from '../match/phrase.js'
import type { ConceptRow } from '../match/schema.js'

const COUNT = '(?:\\d[\\d.,–〜~-]*|½|one|two|three|four|half)'
const FORM =
  '(?:softgels?|capsules?|caps|caplets?|tablets?|pills?|gumm(?:y|ies)|chews?|lozenges?|drops?|droppers?(?:fuls?)?|scoops?|sachets?|packets?|sticks?|teaspoons?|tsp|tablespoons?|tbsp|spoon(?:ful)?s?|cups?|glass(?:es)?|sips?|sprays?|puffs?|pumps?|shots?|servings?|doses?|vials?|ml)'
/** A cell that gives a dose of what is sold: `1 softgel`, `2粒`. */
const DOSE = new RegExp(
  `^\\W*(?:take\\s|up to\\s)?${COUNT}\\s(?:\\p{L}+\\s)?${FORM}\\b|\\d\\s?(?:粒|錠|包|カプセル|滴|杯|匙|さじ|本|袋|ml)`,
  'iu',
)
/** A header above doses: `Capsules`, `How much`, 目安. */
const HEADER = new RegExp(
  `^\\W*(?:how (?:much|many|often)|dos(?:e|age|ing)|amount(?: to take)?|take|serving(?: size)?|suggested use|directions|use|${FORM})\\W*$|目安|用量|分量|飲み方|飲む量|召し上がり方|使い方|ひとつまみ|^(?:粒数|量|一回|1回)$`,
  'iu',
)
/** Words that take a dose back: the row warns. */
const WARNS = /\b(?:not|never|avoid|none|no|don't|ask|doctor|physician|stop)\b|ません|避け|控え|相談|中止|禁/i

/**
 * The cells that stand beside a dose in a table of doses: what such a cell names is what the dose is taken for. `During a flare | 3 capsules`,
 * とびひのお子さま | 4粒.
 */
export function cellsBesideDose(blocks: readonly ReadBlock[]): ReadonlySet<number> {
  const doseColumns = new Set<string>()
  for (const { cell, text } of blocks)
    if (cell && ((cell.row === 0 && HEADER.test(text)) || (!cell.header && DOSE.test(text))))
      doseColumns.add(`${cell.table}:${cell.column}`)
  const dosed = new Set<string>()
  for (const { cell, text } of blocks) {
    const isDose = cell && doseColumns.has(`${cell.table}:${cell.column}`) && (DOSE.test(text) || /\d|に$/.test(text))
    if (isDose && !cell.header && !WARNS.test(text)) dosed.add(`${cell.table}:${cell.row}`)
  }
  const beside = new Set<number>()
  for (const { cell, index } of blocks)
    if (cell && dosed.has(`${cell.table}:${cell.row}`) && !doseColumns.has(`${cell.table}:${cell.column}`)) beside.add(index)
  return beside
}

const excusing: ReadonlySet<string> = new Set(['negated', 'referral', 'warning', 'quoted', 'counterfactual'])

/** The use against a disease that a cell beside a dose suggests. */
export function useOfDose(sentence: Sentence, concepts: ReadonlyMap<string, ConceptRow>): Effect | undefined {
  if (sentence.cues.some(({ setting }) => excusing.has(setting))) return undefined
  for (const { concept, at } of sentence.concepts) {
    const row = concepts.get(concept)
    if (!row || !conceptFits(row, ['disease', 'symptom', 'pathogen'])) continue
    return {
      agent: { kind: 'product' },
      act: { concept: 'act.residual', family: 'preserve', at },
      target: { concept, type: row.type as NonNullable<Effect['target']>['type'], at },
      qualifiers: [],
      settings: [],
      outcome: 'benefit',
      parts: [at],
      by: 'residual',
    }
  }
  return undefined
}
