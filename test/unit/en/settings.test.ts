import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Setting } from '../../../src/core/sentence.js'
import { effectsOf } from './analyzer.js'

interface LabelledClause {
  readonly text: string
  /** The words whose effects are judged. */
  readonly clause: string
  readonly settings: readonly Setting[]
}

const clauses: LabelledClause[] = readFileSync(new URL('settings.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line))

const settings: readonly Setting[] = [
  'negated',
  'hedged',
  'question',
  'conditional',
  'referral',
  'warning',
  'attributed',
  'quoted',
  'counterfactual',
  'concession',
  'instruction',
]

function settingsIn({ text, clause }: LabelledClause): Set<Setting> | undefined {
  const from = text.indexOf(clause)
  const to = from + clause.length
  const effects = effectsOf(text).filter((effect) => effect.parts.some((part) => part.from < to && from < part.to))
  return effects.length === 0 ? undefined : new Set(effects.flatMap((effect) => effect.settings.map((cue) => cue.setting)))
}

describe('settings of English clauses', () => {
  const judged = clauses.map((clause) => ({ clause, found: settingsIn(clause) }))

  it('are tried on at least 300 clauses, and each clause holds an effect to judge', () => {
    expect(clauses.length).toBeGreaterThanOrEqual(300)
    expect(judged.filter(({ found }) => !found).map(({ clause }) => clause.text)).toEqual([])
  })

  it.each(settings)('%s: sensitivity and specificity are at least 0.95', (setting) => {
    const carrying = judged.filter(({ clause }) => clause.settings.includes(setting))
    const others = judged.filter(({ clause }) => !clause.settings.includes(setting))
    const missed = carrying.filter(({ found }) => !found?.has(setting)).map(({ clause }) => clause.text)
    const wrong = others.filter(({ found }) => found?.has(setting)).map(({ clause }) => clause.text)
    expect(1 - missed.length / carrying.length, `missed: ${missed.join(' | ')}`).toBeGreaterThanOrEqual(0.95)
    expect(1 - wrong.length / others.length, `wrong: ${wrong.join(' | ')}`).toBeGreaterThanOrEqual(0.95)
  })
})
