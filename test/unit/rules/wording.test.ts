import { describe, expect, it } from 'vitest'
import { defaultConfig } from '../../../src/core/config.js'
import { testEngine } from '../../engine.js'
import { english, japanese } from './wording.cases.js'

/** Rules whose matches are wording: what they report of a sentence, whatever others say of it. */
const wordingRules =
  /^(?:us-ftc\/|evidence\/(?:uncited-study|vague-authority|numeric-result-uncited|overstated-certainty)|us-fda\/(?:nutrient-content|fda-approved|pregnancy-claim|third-party-literature))/

async function reported(text: string): Promise<string[]> {
  const engine = await testEngine()
  const { findings } = await engine.lint(text, { path: 'label.md', config: defaultConfig })
  return [...new Set(findings.map((f) => f.rule).filter((rule) => wordingRules.test(rule)))].sort()
}

describe.each([
  ['English', english],
  ['Japanese', japanese],
] as const)('%s', (_, cases) => {
  it.each(cases.map((c) => [c.text, c.rules] as const))('%s', async (text, rules) => {
    expect(await reported(text)).toEqual(rules)
  })
})

describe('an appeal on a page that sells nothing', () => {
  const page = Array.from({ length: 25 }, (_, i) => `The parser reads line ${i} of the file and keeps its place.`).join(' ')

  it('is nobody’s advertising', async () => {
    expect(await reported(`${page} Studies show that it works every time.`)).toEqual([])
    expect(await reported('Studies show that it works every time.')).not.toEqual([])
  })
})

describe('a source', () => {
  it('turns a claim of proof from an error into a question to the writer', async () => {
    const engine = await testEngine()
    const severities = async (text: string) => {
      const { findings } = await engine.lint(text, { path: 'label.md', config: defaultConfig })
      return findings.filter((f) => f.rule === 'us-ftc/clinically-proven').map((f) => f.severity)
    }
    expect(await severities('Clinically proven to sharpen focus.')).toEqual(['error'])
    expect(await severities('Clinically proven to sharpen focus.[1]')).toEqual(['warning'])
  })
})
