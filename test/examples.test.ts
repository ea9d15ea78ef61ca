import { describe, expect, it } from 'vitest'
import { defaultConfig } from '../src/core/config.js'
import { loadRules } from '../src/match/load.js'
import type { Example, RuleFile } from '../src/match/schema.js'
import { testEngine } from './engine.js'

/** Every rule file proves itself: its examples run through the whole pipeline, as Markdown unless they say otherwise. */
const { rules } = loadRules('rules')
const extensions = { markdown: 'md', html: 'html', text: 'txt' }

/** `[[ ]]` marks what has to be reported; the text without the marks is what is linted. */
function marked(text: string): { source: string; spans: string[] } {
  const spans: string[] = []
  let source = ''
  let rest = text
  for (let open = rest.indexOf('[['); open >= 0; open = rest.indexOf('[[')) {
    const close = rest.indexOf(']]', open)
    if (close < 0) throw new Error(`"[[" without "]]" in: ${text}`)
    source += rest.slice(0, open)
    spans.push(`${source.length}-${source.length + close - open - 2} ${rest.slice(open + 2, close)}`)
    source += rest.slice(open + 2, close)
    rest = rest.slice(close + 2)
  }
  return { source: source + rest, spans }
}

const textOf = (example: Example): string => example.en ?? example.ja ?? ''

async function reportsOf(rule: RuleFile, example: Example, source: string): Promise<string[]> {
  const engine = await testEngine()
  const path = `example.${extensions[example.format ?? 'markdown']}`
  const { findings } = await engine.lint(source, { path, config: defaultConfig })
  return findings
    .filter((f) => f.rule === rule.id && (!example.message || f.message === example.message))
    .map((f) => `${f.span.start}-${f.span.end} ${source.slice(f.span.start, f.span.end)}`)
}

describe.each(rules.filter((rule) => rule.reports !== false).map((rule) => [rule.id, rule] as const))('%s', (_, rule) => {
  it.each(rule.examples.invalid.map((e) => [textOf(e), e] as const))('reports %s', async (_, example) => {
    const { source, spans } = marked(textOf(example))
    expect(spans.length).toBeGreaterThan(0)
    expect(await reportsOf(rule, example, source)).toEqual(spans)
  })

  it.each(rule.examples.valid.map((e) => [textOf(e), e] as const))('is silent on %s', async (_, example) => {
    expect(await reportsOf(rule, example, textOf(example))).toEqual([])
  })

  it('has examples of both kinds in both languages', () => {
    for (const language of ['en', 'ja'] as const) {
      expect(rule.examples.invalid.some((e) => e[language])).toBe(true)
      expect(rule.examples.valid.some((e) => e[language])).toBe(true)
    }
  })
})
