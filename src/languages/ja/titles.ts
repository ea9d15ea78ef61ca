import type { AnalysisContext } from '../../core/sentence.js'
import { agentOf } from './agents.js'
import type { Unit } from './chunks.js'
import { spanOf } from './cues.js'
import type { Draft } from './effects.js'
import { isTargetUnit } from './grammar.js'
import { valenceOf } from './outcome.js'
import type { Parse } from './parse.js'
import { surfacesOf, type Word } from './words.js'

/**
 * ブルーベリー ルテイン サプリ ピント調節 60粒: the title of a market's listing is a row of search words between blanks. A function among them says what the thing is
 * for; a part of the body alone (関節, 目) says no more than a shelf does.
 */
export function titlesOf(parse: Parse, text: string, context: AnalysisContext, taken: ReadonlySet<number>): Draft[] {
  const row = parse.lexicon.row('act.for')
  if (!row || !isTitle(text) || !parse.hits.some((hit) => hit.row.type === 'agent' && hit.row.id !== 'product.bottle')) return []
  const parts = parse.lexicon.list('bare-part')
  return parse.chunks.flatMap((chunk) =>
    chunk.units.flatMap((unit, at): Draft[] => {
      const target = unit.hit?.row
      if (!target || !isTargetUnit(unit) || unit.hit!.isWeak || taken.has(unit.first) || !standsAlone(parse.words, unit)) return []
      if (valenceOf(target) !== 'good' || !/^(?:function|wellbeing)$/.test(target.type)) return []
      if (parts.has(surfacesOf(parse.words, unit.first, unit.last + 1))) return []
      const place = { chunk, at }
      const span = spanOf(parse, unit.first, unit.last)
      return [
        {
          act: { concept: row.id, family: 'serve', at: span },
          row,
          target: { row: target, first: unit.first, last: unit.last },
          pieces: [[unit.first, unit.last]],
          place,
          agent: agentOf(parse, place, new Set([chunk.index]), context, undefined),
          isLicensed: true,
          by: 'title',
          outcome: 'benefit',
        },
      ]
    }),
  )
}

/** Between blanks, brackets or the ends of the title. */
function standsAlone(words: readonly Word[], { first, last }: Unit): boolean {
  const [before, after] = [words[first - 1], words[last + 1]]
  return (
    (!before || before.to < words[first]!.from || before.kind === '記号') &&
    (!after || after.from > words[last]!.to || after.kind === '記号')
  )
}

/** Words between blanks, without a verb's ending, a particle of a clause or the figures of an analysis. */
const isTitle = (text: string): boolean =>
  text.length <= 90 &&
  (text.trim().match(/[\s|｜／]+/gu) ?? []).length >= 3 &&
  !/[。をは？?]|です|ます|ました|[A-Za-z]{3,} [A-Za-z]{3,}|kcal|学会|誌|[12]\d{3}[;；:：]/u.test(text)
