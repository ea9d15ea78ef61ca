import { describe, expect, it } from 'vitest'
import type { Setting } from '../../../src/core/sentence.js'
import { textOverlaps } from '../../../src/core/span.js'
import { read } from './analyzer.js'
import { cases } from './settings.cases.js'

/** The marked words are in the setting: a cue reaches them, or, for negation and questions, what is said of them is silent for that reason. */
function isIn(setting: Setting, marked: string): boolean {
  const { from, to, sentences, effects } = look(marked)
  if (setting === 'negated') return effects.some((e) => e.silent === 'negated') && !effects.some((e) => e.silent === undefined)
  if (setting === 'question' && sentences.some((s) => s.kind === 'question')) return true
  return sentences.some((s) => s.cues.some((cue) => cue.setting === setting && textOverlaps(cue.reach, { from, to })))
}

/** What is said of the marked words is a claim: the setting does not reach them, and neither does any other that silences. */
const isClaimed = (marked: string): boolean => look(marked).effects.some((effect) => effect.silent === undefined)

function look(marked: string) {
  const from = marked.indexOf('[[')
  const to = marked.indexOf(']]') - 2
  const sentences = read(marked.replaceAll('[[', '').replaceAll(']]', '')).filter((s) => textOverlaps(s.at, { from, to }))
  const effects = sentences.flatMap((s) => s.effects).filter((e) => e.parts.some((part) => textOverlaps(part, { from, to })))
  return { from, to, sentences, effects }
}

/** Hedged and attributed effects stay claims; in the other settings nothing is claimed. */
const silencing: ReadonlySet<Setting> = new Set<Setting>([
  'negated',
  'question',
  'conditional',
  'referral',
  'warning',
  'quoted',
  'counterfactual',
  'instruction',
])

describe('settings of Japanese clauses', () => {
  const all = Object.entries(cases) as [Setting, (typeof cases)[Setting] & object][]

  it('are tried on at least 300 clauses', () => {
    expect(all.reduce((sum, [, { inside, outside }]) => sum + inside.length + outside.length, 0)).toBeGreaterThanOrEqual(300)
  })

  it.each(all)('%s: sensitivity and specificity are at least 0.95', (setting, { inside, outside }) => {
    const missed = inside.filter((text) => !isIn(setting, text))
    const wrong = outside.filter((text) => isIn(setting, text) || (silencing.has(setting) && !isClaimed(text)))
    const rates = { sensitivity: 1 - missed.length / inside.length, specificity: 1 - wrong.length / outside.length }
    expect({ ...rates, missed, wrong }).toSatisfy((r: typeof rates) => r.sensitivity >= 0.95 && r.specificity >= 0.95)
  })
})
