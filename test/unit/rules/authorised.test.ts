import { describe, expect, it } from 'vitest'
import { defaultConfig } from '../../../src/core/config.js'
import { loadRules } from '../../../src/match/load.js'
import { testEngine } from '../../engine.js'

const { authorised } = loadRules('rules')

async function lint(source: string) {
  const engine = await testEngine()
  const { claims, findings, silent } = await engine.lint(source, { path: 'label.md', config: defaultConfig })
  return {
    kinds: claims.map((claim) => claim.kind),
    rules: findings.filter((f) => f.severity !== 'info').map((f) => f.rule),
    silent: silent.map((s) => s.reason),
  }
}

describe('health claims in the words that FDA allows', () => {
  it.each(authorised.map((row) => [row.id, row] as const))('%s: its model claim is a health claim and nothing else', async (_, row) => {
    const { kinds, rules } = await lint(row.model)
    expect(kinds).toContain('health-claim')
    expect(kinds).not.toContain('disease')
    expect(rules.filter((rule) => /disease|health-claim|study|symptom|qualifier|natural-state/.test(rule))).toEqual([])
  })
})

describe('the same relationship without the required words', () => {
  it.each([
    ['no diet', 'Adequate calcium throughout life may reduce the risk of osteoporosis.'],
    ['no lifetime', 'Calcium, as part of a well-balanced diet, may reduce the risk of osteoporosis.'],
    ['no hedge', 'Adequate calcium throughout life, as part of a well-balanced diet, reduces the risk of osteoporosis.'],
    ['a degree', 'Adequate calcium throughout life, as part of a well-balanced diet, may reduce the risk of osteoporosis by 40%.'],
    ['no qualifier', 'Consuming diets with adequate magnesium may reduce the risk of high blood pressure (hypertension).'],
    [
      'another qualifier',
      'Consuming diets with adequate magnesium may reduce the risk of high blood pressure. FDA has concluded that the evidence is promising.',
    ],
    ['a superseded wording', 'Green tea may reduce the risk of breast cancer. FDA concludes that it is highly unlikely.'],
    ['Japanese, no diet', '生涯にわたり十分なカルシウムをとることは、骨粗鬆症のリスクを減らす可能性があります。'],
  ])('%s', async (_, text) => {
    const { kinds, rules } = await lint(text)
    expect(kinds).not.toContain('health-claim')
    expect(rules).toContain('us-fda/health-claim-unauthorized')
  })
})

describe('the reach of an allowed health claim', () => {
  it('takes its qualifier from the next sentence, not from the far end of the page', async () => {
    const claim = 'Green tea may reduce the risk of breast or prostate cancer.'
    const qualifier = 'FDA has concluded that there is very little scientific evidence for this claim.'
    expect((await lint(`${claim} ${qualifier}`)).kinds).toContain('health-claim')
    const between = 'Steep it for two minutes. Add lemon. Serve it hot. Buy two tins. We ship on Monday.'
    expect((await lint(`${claim} ${between}\n\n${between}\n\n${qualifier}`)).kinds).not.toContain('health-claim')
  })

  it('does not cover a second claim in the same sentence', async () => {
    const text =
      'Adequate calcium throughout life, as part of a well-balanced diet, may reduce the risk of osteoporosis, and it cures arthritis.'
    const { kinds, silent } = await lint(text)
    expect(silent).toContain('authorised:101.72')
    expect(kinds).toContain('disease')
  })

  it('names the rule of law in its reason', async () => {
    const { silent } = await lint(
      "Healthful diets with adequate folate may reduce a woman's risk of having a child with a brain or spinal cord birth defect.",
    )
    expect(silent).toContain('authorised:101.79')
  })
})
