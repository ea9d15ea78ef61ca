import type { Edit, Finding } from '../core/finding.js'
import type { Rewrite } from '../match/schema.js'
import type { Match } from './match.js'

/**
 * A rule's suggestions for one match. Where the rule knows the words to add (`rewrites`) and the match has the target they go with, the suggestion
 * carries the edit; one that suits another kind of target is left out; the rest is advice in words.
 */
export function suggestionsFor(match: Match): Finding['suggestions'] {
  const { suggestions = {}, rewrites = [] } = match.rule.file
  return Object.keys(suggestions).flatMap((desc) => {
    const rewrite = rewrites.find((each) => each.desc === desc)
    if (!rewrite) return [{ desc, data: match.data, edits: [] }]
    const edits = editsOf(rewrite, match)
    return edits ? [{ desc, data: match.data, edits }] : []
  })
}

/** Undefined where the rewrite does not suit the match: another target, other words for this language, several targets at once. */
function editsOf(rewrite: Rewrite, { at, effects }: Match): readonly Edit[] | undefined {
  const target = effects[0]?.effect.target
  if (!target || effects.some(({ effect }) => effect.target?.at.from !== target.at.from)) return undefined
  const suits = (wanted: string) => target.type === wanted || target.concept === wanted || target.concept.startsWith(`${wanted}.`)
  if (rewrite.target && !rewrite.target.some(suits)) return undefined
  const { language } = at.sentence
  const span = at.block.map.toSource(target.at)
  const before = rewrite.before?.[language]
  const after = rewrite.after?.[language]
  if (before) return [{ span: { start: span.start, end: span.start }, text: before }]
  if (after) return [{ span: { start: span.end, end: span.end }, text: after }]
  return undefined
}
