import { checks as evidence } from '../rules/evidence/checks.js'
import { checks as usFda } from '../rules/us-fda/checks.js'
import { defaultConfig } from '../src/core/config.js'
import type { Edit, Finding } from '../src/core/finding.js'
import { testEngine } from './engine.js'

const linkRules = new Set([...usFda.map(([name]) => `us-fda/${name}`), ...evidence.map(([name]) => `evidence/${name}`)])

/** What the rules that follow symbols and references find on a page. */
export const lintLinks = async (source: string, path: string): Promise<Finding[]> =>
  (await (await testEngine()).lint(source, { path, config: defaultConfig })).findings.filter(({ rule }) => linkRules.has(rule))

/** The source with the edits of one remedy; throws where two of them overlap. */
function applyEdits(source: string, edits: readonly Edit[]): string {
  const sorted = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
  let [text, at] = ['', 0]
  for (const edit of sorted) {
    if (edit.span.start < at) throw new Error(`edits overlap at ${edit.span.start}`)
    text += source.slice(at, edit.span.start) + edit.text
    at = edit.span.end
  }
  return text + source.slice(at)
}

/** The source with all safe fixes, as one pass applies them: none that overlaps one before it. */
function applyFixesOnce(source: string, findings: readonly Finding[]): string {
  const taken: Edit[] = []
  const isFree = ({ span }: Edit): boolean =>
    taken.every((other) => span.end <= other.span.start || span.start >= other.span.end) &&
    taken.every((other) => span.start !== other.span.start || span.end !== other.span.end)
  for (const { fix } of findings) if (fix?.every(isFree)) taken.push(...fix)
  return applyEdits(source, taken)
}

/** The source with all safe fixes, pass after pass until none is left. */
export async function fixAll(source: string, path: string): Promise<string> {
  let text = source
  for (let pass = 0; pass < 10; pass++) {
    const next = applyFixesOnce(text, await lintLinks(text, path))
    if (next === text) return text
    text = next
  }
  throw new Error('ten passes and still something to fix')
}

/** What is wrong with the remedies of a page: a finding that stays, another that comes, a line end that changes. */
export async function faultsOfRemedies(source: string, path: string): Promise<string[]> {
  const before = await lintLinks(source, path)
  const counts = countsByRule(before)
  const faults: string[] = []
  for (const finding of before) {
    for (const { desc, edits } of [...(finding.fix ? [{ desc: 'fix', edits: finding.fix }] : []), ...finding.suggestions]) {
      if (edits.length === 0) continue
      const changed = applyEdits(source, edits)
      const after = countsByRule(await lintLinks(changed, path))
      if ((after.get(finding.rule) ?? 0) >= counts.get(finding.rule)!) faults.push(`${finding.rule} (${desc}) is still there`)
      for (const [rule, count] of after)
        if (rule !== finding.rule && count > (counts.get(rule) ?? 0)) faults.push(`${finding.rule} (${desc}) brings ${rule}`)
      if (source.includes('\r\n') && /(?<!\r)\n/.test(changed)) faults.push(`${finding.rule} (${desc}) loses CRLF`)
    }
  }
  return faults
}

function countsByRule(findings: readonly Finding[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { rule } of findings) counts.set(rule, (counts.get(rule) ?? 0) + 1)
  return counts
}
