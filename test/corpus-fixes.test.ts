import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { checks as evidence } from '../rules/evidence/checks.js'
import { checks as usFda } from '../rules/us-fda/checks.js'
import { defaultConfig } from '../src/core/config.js'
import type { Edit, Finding } from '../src/core/finding.js'
import { testEngine } from './engine.js'

/** Fixes and suggestions of the rules that follow symbols and references, executed on every document of the corpus. */
const folder = new URL('./corpus/', import.meta.url)
const pages = readdirSync(folder).filter((name) => /\.(?:md|html|txt)$/.test(name))
const linkRules = new Set([...usFda.map(([name]) => `us-fda/${name}`), ...evidence.map(([name]) => `evidence/${name}`)])

const lint = async (source: string, path: string) =>
  (await (await testEngine()).lint(source, { path, config: defaultConfig })).findings.filter(({ rule }) => linkRules.has(rule))

/** Edits of one remedy, in order, none over another. */
function apply(source: string, edits: readonly Edit[]): string {
  const sorted = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
  let [text, at] = ['', 0]
  for (const edit of sorted) {
    if (edit.span.start < at) throw new Error(`edits overlap at ${edit.span.start}`)
    text += source.slice(at, edit.span.start) + edit.text
    at = edit.span.end
  }
  return text + source.slice(at)
}

function countsByRule(findings: readonly Finding[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { rule } of findings) counts.set(rule, (counts.get(rule) ?? 0) + 1)
  return counts
}

/** Fixes of a page as one run applies them: first come, none that overlaps one before it. */
function applyAll(source: string, findings: readonly Finding[]): string {
  const taken: Edit[] = []
  const isFree = ({ span }: Edit): boolean =>
    taken.every((other) => span.end <= other.span.start || span.start >= other.span.end) &&
    taken.every((other) => span.start !== other.span.start || span.end !== other.span.end)
  for (const { fix } of findings) if (fix?.every(isFree)) taken.push(...fix)
  return apply(source, taken)
}

describe.each(pages)('%s', (name) => {
  const source = readFileSync(new URL(name, folder), 'utf8')

  it('each remedy takes its finding away and brings no other', async () => {
    const before = await lint(source, name)
    const faults: string[] = []
    for (const finding of before) {
      const remedies = [...(finding.fix ? [{ desc: 'fix', edits: finding.fix }] : []), ...finding.suggestions]
      for (const { desc, edits } of remedies) {
        if (edits.length === 0) continue
        const changed = apply(source, edits)
        const after = countsByRule(await lint(changed, name))
        const counts = countsByRule(before)
        const left = after.get(finding.rule) ?? 0
        if (left >= counts.get(finding.rule)!) faults.push(`${finding.rule} (${desc}) is still there`)
        for (const [rule, count] of after)
          if (rule !== finding.rule && count > (counts.get(rule) ?? 0)) faults.push(`${finding.rule} (${desc}) brings ${rule}`)
        if (source.includes('\r\n') && /(?<!\r)\n/.test(changed)) faults.push(`${finding.rule} (${desc}) loses CRLF`)
      }
    }
    expect(faults).toEqual([])
  })

  it('fixed twice is fixed once, and nothing fixable is left', async () => {
    const first = applyAll(source, await lint(source, name))
    const findings = await lint(first, name)
    expect(findings.filter(({ fix }) => fix).map(({ rule }) => rule)).toEqual([])
    expect(applyAll(first, findings)).toBe(first)
  })
})
