import { describe, expect, it } from 'vitest'
import { defaultConfig } from '../../../src/core/config.js'
import type { Finding } from '../../../src/core/finding.js'
import { loadRules } from '../../../src/match/load.js'
import { testEngine } from '../../engine.js'

const { rules } = loadRules('rules')

const disclaimer =
  '*These statements have not been evaluated by the Food and Drug Administration. This product is not intended to diagnose, treat, cure, or prevent any disease.'
const references = ['2016;49:971', '2017;50:12', '2018;51:44'].map(
  (place, i) => `${i + 1}. Liu G, Weinger JG. Magnesium in older adults. J Sleep Res. ${place}.`,
)

/** A page on which everything but the wording itself is in order. */
const page = (wording: string): string => `${wording}\n\n${disclaimer}\n\n## References\n\n${references.join('\n')}\n`

async function loud(source: string): Promise<Finding[]> {
  const { findings } = await (await testEngine()).lint(source, { path: 'page.md', config: defaultConfig })
  return findings.filter(({ severity }) => severity !== 'info')
}

/** Rules about the page around a wording: its marker, its disclaimer, its list. */
const ofPage = /^us-fda\/(?:claim-|disclaimer-|symbol-)|^evidence\/(?:unused|no-in-text|numbering|reference-incomplete)/

/** Wordings that advice quotes as an example to write, `"…"` or 「…」. Those with a placeholder, an ellipsis, or that name a symbol to add are parts. */
const quoted = rules.flatMap((rule) =>
  Object.values(rule.suggestions ?? {}).flatMap((text) =>
    [...text.en.matchAll(/"([^"]+)"/g), ...text.ja.matchAll(/「([^」]+)」/g)]
      .map(([, wording]) => wording!)
      .filter((wording) => !/[{…]/.test(wording))
      .map((wording) => [rule.id, wording] as const),
  ),
)

describe('what advice proposes to write is itself in order', () => {
  it('reads the proposals', () => expect(quoted.length).toBeGreaterThan(30))

  it.each(quoted)('%s: %s', async (_, wording) => {
    const findings = (await loud(page(wording))).filter(({ rule }) => !ofPage.test(rule))
    expect(findings.map(({ rule }) => rule)).toEqual([])
  })
})

/** Sentences of a rule's own examples for which it can spell the rewording out. */
const examples = rules
  .filter(({ rewrites }) => rewrites)
  .flatMap((rule) => rule.examples.invalid.map((example) => [rule.id, (example.en ?? example.ja)!.replace(/\[\[|\]\]/g, '')] as const))

describe('a rewording that is spelled out', () => {
  it('is offered', () => expect(examples.length).toBeGreaterThan(5))

  it.each(examples)('%s: %s', async (id, text) => {
    const before = await loud(page(text))
    const finding = before.find(({ rule }) => rule === id)!
    const spelled = finding.suggestions.filter(({ edits }) => edits.length > 0)
    expect(spelled).not.toEqual([])
    for (const { edits } of spelled) {
      const after = await loud(applied(page(text), edits))
      expect(after.map(({ rule }) => rule).filter((rule) => !ofPage.test(rule))).toEqual([])
    }
  })
})

const applied = (source: string, edits: Finding['suggestions'][number]['edits']): string =>
  [...edits]
    .sort((a, b) => b.span.start - a.span.start)
    .reduce((text, { span, text: added }) => text.slice(0, span.start) + added + text.slice(span.end), source)
