import type { PageDocument, ReadBlock } from '../core/document.js'
import type { Effect, Sentence } from '../core/sentence.js'
import type { Span } from '../core/span.js'
import { conceptFits } from '../match/phrase.js'
import type { ConceptRow } from '../match/schema.js'
import { isOfCare } from './cited-titles.js'
import { denials, takenBack } from './denials.js'
import { governingSetting, lastSentence, leadsOf } from './leads.js'
import { type LocatedEffect, sentencesOf, sourceOf } from './located.js'
import { cellsOfUse, placesOfUse, useOf } from './places-of-use.js'
import { promiseOf, promises } from './promises.js'

/**
 * All effects of a page, those that a page spreads over several blocks joined (docs/effect-frames.md, section 6):
 * a lead-in or heading with its list, a table header with its cells, a question heading with the pitch below it, an illness with the dose or the remedy beside or below it.
 * What governs the lead-in governs its items too: "Ask your doctor if you have:" silences the list.
 */
export function composeEffects(document: PageDocument, concepts: ReadonlyMap<string, ConceptRow>): LocatedEffect[] {
  const effects: LocatedEffect[] = []
  const leadOf = leadsOf(document.blocks)
  const denied = denials(document.blocks)
  const ofUse = placesOfUse(document.blocks, leadOf, concepts)
  const stated = cellsOfUse(document.blocks, leadOf, concepts)
  const promised = promises(document.blocks)
  const labels = rowLabels(document.blocks)
  const withdrawn = takenBack(document.blocks)
  const cautioned = cautionedRows(document.blocks)
  for (const located of sentencesOf(document)) {
    const { block, sentence } = located
    const lead = leadOf.get(block.index)
    const governed = lead && governingSetting(lead)
    for (const effect of sentence.effects) {
      const denial = denied.get(block.index)
      const isDenied = denial === 'all' || (denial && effect.by === 'residual')
      const isQuoted = withdrawn.has(sentence) || isOfCare(located, effect, document.articles)
      const isCautioned = effect.by === 'residual' && block.cell && cautioned.has(rowOf(block.cell))
      const silent = effect.silent ?? governed ?? (isCautioned ? 'warning' : isDenied ? 'negated' : isQuoted ? 'quoted' : undefined)
      effects.push({ ...located, effect, elsewhere: [], ...(silent && { silent }) })
    }
    if (lead && !governed && sentence.effects.length === 0 && !labels.has(block.index)) {
      const composed = joinWithLead(lead, sentence, block, concepts)
      if (composed) effects.push({ ...located, effect: composed.effect, elsewhere: composed.elsewhere })
    }
    const isStated = stated.has(block.index)
    if ((isStated || ofUse.has(block.index)) && sentence.effects.every(({ silent }) => silent)) {
      const effect = useOf(sentence, concepts, isStated)
      if (effect) effects.push({ ...located, effect, elsewhere: [] })
    }
    if (promised.has(block.index) && sentence.effects.every(({ silent }) => silent && unread.has(silent))) {
      const effect = promiseOf(sentence, concepts)
      if (effect) effects.push({ ...located, effect, elsewhere: [] })
    }
  }
  return effects
}

/** What keeps an effect silent without saying anything against the promise. */
const unread: ReadonlySet<string> = new Set(['no-target', 'other-agent', 'negated', 'not-health', 'harm'])

/** Rows with a cell that warns or refers: `People with kidney stones | Do not use unless your doctor prescribes it` names who should not take it. */
function cautionedRows(blocks: readonly ReadBlock[]): ReadonlySet<string> {
  const warned = (block: ReadBlock): boolean =>
    block.sentences.length > 0 &&
    block.sentences.every(({ cues, effects }) => effects.every((e) => e.silent) && cues.some(({ setting }) => cautions.has(setting)))
  return new Set(blocks.flatMap((block) => (block.cell && warned(block) ? [rowOf(block.cell)] : [])))
}
const cautions: ReadonlySet<string> = new Set(['warning', 'referral'])

const rowOf = ({ table, row }: { readonly table: number; readonly row: number }): string => `${table}:${row}`

/** Row labels beside a cell that says what is claimed: `Stress | Helps the body manage occasional stress*`. */
function rowLabels(blocks: readonly ReadBlock[]): ReadonlySet<number> {
  const told = new Set<string>()
  for (const { cell, sentences } of blocks)
    if (cell && cell.column > 0 && cell.row > 0 && sentences.some(({ effects }) => effects.some(({ target }) => target)))
      told.add(rowOf(cell))
  return new Set(blocks.flatMap(({ cell, index }) => (cell?.column === 0 && told.has(rowOf(cell)) ? [index] : [])))
}

/** "Helps you maintain:" + "healthy joints": the act of the lead-in with the target of the item. */
function joinWithLead(
  lead: ReadBlock,
  item: Sentence,
  block: ReadBlock,
  concepts: ReadonlyMap<string, ConceptRow>,
): { effect: Effect; elsewhere: Span[] } | undefined {
  const source = lastSentence(lead)
  if (!source || source.kind === 'question') return undefined
  const actHit = source.concepts.findLast((hit) => concepts.get(hit.concept)?.type === 'act')
  const act = actHit && concepts.get(actHit.concept)
  const targetHit = item.concepts.find((hit) => {
    const row = concepts.get(hit.concept)
    return row !== undefined && conceptFits(row, ['target'])
  })
  const target = targetHit && concepts.get(targetHit.concept)
  if (!actHit || !act?.family || !targetHit || !target || act.family === 'cause') return undefined
  // an act that already has its target in the lead-in is complete: the list only details it
  if (source.effects.some((e) => e.target && e.act.at.from === actHit.at.from)) return undefined
  const isBad = conceptFits(target, ['bad'])
  const keeps = act.family === 'preserve' || act.family === 'raise'
  const effect: Effect = {
    agent: source.effects.at(-1)?.agent ?? { kind: 'zero' },
    act: { concept: act.id, family: act.family, at: targetHit.at },
    target: { concept: target.id, type: target.type as NonNullable<Effect['target']>['type'], at: targetHit.at },
    qualifiers: [],
    settings: [],
    outcome: isBad && keeps && target.type !== 'disease' ? 'none' : 'benefit',
    parts: [targetHit.at],
    by: 'composed.lead-in',
  }
  return { effect, elsewhere: [sourceOf(lead, [actHit.at])].filter((span) => span.end > span.start || block.index === lead.index) }
}
