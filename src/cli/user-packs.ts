import { existsSync, statSync } from 'node:fs'
import { nearestName, SetupError } from '../core/setup-error.js'
import type { ConceptRow, RuleSet } from '../match/schema.js'

/**
 * The shipped rules with a user's own packs. A user's concept with an id of ours adds its words to it; a user's rule or pack with an id of
 * ours is refused, since findings would no longer say whose rule they are. Throws `SetupError` naming folder or file.
 */
export async function withUserPacks(shipped: RuleSet, folders: readonly string[]): Promise<RuleSet> {
  const { loadRules } = await import('../match/load.js')
  let set = shipped
  for (const folder of folders) {
    if (!existsSync(folder) || !statSync(folder).isDirectory())
      throw new SetupError({ file: folder, found: 'no such folder', expected: 'a folder of rules' })
    set = join(set, loadRules(folder, shipped), folder)
  }
  return set
}

function join(ours: RuleSet, theirs: RuleSet, folder: string): RuleSet {
  if (theirs.rules.length + theirs.concepts.length + theirs.cues.length + theirs.constructions.length === 0) {
    throw new SetupError({
      file: folder,
      found: 'no rules and no concepts',
      expected: 'PACK/pack.yml with rule files beside it, or concepts/*.yml',
    })
  }
  const packIds = new Set(theirs.packs.map((pack) => pack.id))
  for (const id of packIds)
    if (ours.packs.some((pack) => pack.id === id))
      throw new SetupError({ file: folder, found: `the pack id "${id}"`, expected: 'an id of its own' })
  for (const rule of theirs.rules) {
    const pack = rule.id.split('/')[0]!
    if (!packIds.has(pack)) {
      const nearest = nearestName(pack, packIds)
      throw new SetupError({
        file: folder,
        found: `the rule "${rule.id}"`,
        expected: 'a rule of a pack in this folder (PACK/pack.yml)',
        ...(nearest && { nearest }),
      })
    }
    if (rule.check)
      throw new SetupError({ file: folder, found: `check in "${rule.id}"`, expected: 'match: rules of your own hold no code' })
  }
  return {
    ...ours,
    packs: [...ours.packs, ...theirs.packs],
    rules: [...ours.rules, ...theirs.rules],
    concepts: joinConcepts(ours.concepts, theirs.concepts),
    cues: [...ours.cues, ...theirs.cues],
    constructions: [...ours.constructions, ...theirs.constructions],
  }
}

function joinConcepts(ours: readonly ConceptRow[], theirs: readonly ConceptRow[]): ConceptRow[] {
  const rows = new Map(ours.map((row) => [row.id, row]))
  for (const row of theirs) {
    const known = rows.get(row.id)
    rows.set(row.id, known ? { ...known, en: [...(known.en ?? []), ...(row.en ?? [])], ja: [...(known.ja ?? []), ...(row.ja ?? [])] } : row)
  }
  return [...rows.values()]
}
