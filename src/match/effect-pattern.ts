import type { Effect, EvidenceFrame } from '../core/sentence.js'
import { conceptFits } from './phrase.js'
import type { ConceptRow, EffectPattern, EvidencePattern } from './schema.js'

const among = <T>(value: T, list: readonly T[] | undefined): boolean => list === undefined || list.includes(value)

/** True when the effect is what the pattern describes. Whether it is asserted of a product is not its business. */
export function effectFits(effect: Effect, pattern: EffectPattern, concepts: ReadonlyMap<string, ConceptRow>): boolean {
  const fits = (id: string, wants: readonly string[]) => {
    const row = concepts.get(id)
    return row ? conceptFits(row, wants) : wants.includes(id)
  }
  const qualified = (wants: readonly string[]) => effect.qualifiers.some((q) => fits(q.concept, wants))
  const { target, act } = effect
  if (!among(effect.outcome, pattern.outcome && [pattern.outcome])) return false
  if (!among(act.family, pattern.family) || pattern.notFamily?.includes(act.family)) return false
  if (pattern.target && !(target && pattern.target.includes(target.type))) return false
  if (pattern.concept && !(target && fits(target.concept, pattern.concept))) return false
  if (pattern.notConcept && target && fits(target.concept, pattern.notConcept)) return false
  if (pattern.act && !fits(act.concept, pattern.act)) return false
  if (pattern.with && !qualified(pattern.with)) return false
  if (pattern.without && qualified(pattern.without)) return false
  if (pattern.population && !(effect.population && pattern.population.includes(effect.population.kind))) return false
  if (pattern.settings && !effect.settings.some((cue) => pattern.settings!.includes(cue.setting))) return false
  if (pattern.by && !pattern.by.some((by) => effect.by === by || effect.by.startsWith(`${by}.`))) return false
  return true
}

/** `cited`: whether a citation, link or named source supports the appeal. */
export function evidenceFits(evidence: EvidenceFrame, pattern: EvidencePattern, cited: boolean): boolean {
  return (
    among(evidence.appeal, pattern.appeal) &&
    among<string>(evidence.kind, pattern.kind) &&
    (pattern.cited === undefined || pattern.cited === cited)
  )
}
