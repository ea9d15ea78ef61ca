import { describe, expect, it } from 'vitest'
import { precedentsIn } from '../../../src/build/prepare-precedents.js'
import { Precedents } from '../../../src/claims/precedents.js'
import { defaultConfig } from '../../../src/core/config.js'
import type { Effect } from '../../../src/core/sentence.js'
import { readPrecedents } from '../../../src/lint/precedents-file.js'
import { testEngine } from '../../engine.js'

const rows = precedentsIn('rules/precedents')
const rulings = rows.filter((row) => row.ruling !== 'objected to')

/** Rules that say a statement is, or reads as, a disease claim. */
const ofDisease =
  /^us-fda\/(?:disease-|drug-|abnormal-natural-state|augments-therapy|adverse-event|missing-qualifier|health-claim-unauthorized)/

async function verdict(statement: string) {
  const { findings, claims } = await (await testEngine()).lint(`${statement}\n`, { path: 'label.md', config: defaultConfig })
  return {
    disease: findings.filter(({ rule, severity }) => severity !== 'info' && ofDisease.test(rule)).map(({ rule }) => rule),
    kinds: claims.map(({ kind }) => kind),
  }
}

/** Rulings that are no structure/function claim either: a picture, a sentence about diet in general, a nutrient put back. */
const claimsNothing = new Set(['[heart symbol]', 'a good diet promotes good health and prevents the onset of disease'])

describe('the rulings of FDA are the verdicts of the rules', () => {
  it('has all of them', () => expect(rulings).toHaveLength(48))

  it.each(rulings.map((row) => [row.ruling, row.phrase, row] as const))('%s: %s', async (ruling, phrase, row) => {
    const { disease, kinds } = await verdict(row.statement ?? phrase)
    if (ruling === 'not acceptable') expect(disease).not.toEqual([])
    if (ruling !== 'acceptable') return
    expect(disease).toEqual([])
    if (!claimsNothing.has(phrase)) expect(kinds.some((kind) => kind === 'structure-function' || kind === 'general-wellbeing')).toBe(true)
  })
})

describe('the precedent beside a finding', () => {
  const of = async (text: string) => {
    const { findings } = await (await testEngine()).lint(text, { path: 'label.md', config: defaultConfig })
    return findings.flatMap(({ precedent }) => (precedent ? [precedent.phrase] : []))
  }

  it.each([
    ['English', 'Our tea cures arthritis.', 'reduces the pain and stiffness associated with arthritis'],
    ['Japanese, by the effect and not by letters', 'この粒はコレステロールを下げます。', 'reduces cholesterol'],
    ['the qualifier decides between like ones', 'Relieves persistent heartburn.', 'recurrent heartburn'],
  ])('%s', async (_, text, phrase) => expect(await of(text)).toContain(phrase))

  it('is none where nobody judged the like', async () => expect(await of('Our tea cures leprosy.')).toEqual([]))

  const row = (verified: string, ruling: 'acceptable' | 'objected to') => ({
    precedent: { phrase: 'x', ruling, by: 'y', date: '2020', criterion: 'c', section: 's', source: 'z', verified },
    frames: [{ rules: ['us-fda/disease-claim-explicit'], target: 'disease.gout', family: 'heal', qualifiers: [] }],
  })
  const gout = {
    act: { concept: 'act.cure', family: 'heal', at: { from: 0, to: 1 } },
    target: { concept: 'disease.gout', type: 'disease', at: { from: 1, to: 2 } },
    qualifiers: [],
  } as unknown as Effect

  it('is never one that nobody read', () =>
    expect(new Precedents([row('memory', 'objected to')]).like('us-fda/disease-claim-explicit', gout)).toBeUndefined())
  it('is never one that was held acceptable', () =>
    expect(new Precedents([row('pages', 'acceptable')]).like('us-fda/disease-claim-explicit', gout)).toBeUndefined())
  it('belongs to the rule that reports', () => {
    const precedents = new Precedents([row('pages', 'objected to')])
    expect(precedents.like('us-fda/disease-claim-explicit', gout)?.phrase).toBe('x')
    expect(precedents.like('us-fda/disease-symptom', gout)).toBeUndefined()
  })
  it('names who judged it, when, and where that was read', () => {
    for (const { precedent } of readPrecedents()) {
      expect(precedent.by).not.toBe('')
      expect(precedent.date).toMatch(/^\d{4}(?:-\d\d(?:-\d\d)?)?$/)
      expect(precedent.source).not.toBe('')
    }
  })
})
