import type { LintConfig, Market } from '../core/config.js'
import type { Engine } from '../lint/lint.js'
import type { Example, PackFile, RuleFile } from '../match/schema.js'

/** An example that does not do what its rule file says. */
interface FailedExample {
  readonly rule: string
  readonly text: string
  /** Reported words that were expected. */
  readonly expected: readonly string[]
  readonly found: readonly string[]
}

export interface ExampleRun {
  readonly examples: number
  readonly failed: readonly FailedExample[]
}

const extensions = { markdown: 'md', html: 'html', text: 'txt' } as const

/** Runs every example of these rules through the whole linter: an invalid one reports just its `[[marked]]` words, a valid one nothing. */
export async function runExamples(
  engine: Engine,
  rules: readonly RuleFile[],
  packs: readonly PackFile[],
  config: LintConfig,
): Promise<ExampleRun> {
  const failed: FailedExample[] = []
  let examples = 0
  for (const rule of rules.filter((each) => each.reports !== false)) {
    const markets = (packs.find((pack) => rule.id.startsWith(`${pack.id}/`))?.markets ?? config.markets) as readonly Market[]
    for (const example of [...rule.examples.invalid, ...rule.examples.valid]) {
      for (const written of [example.en, example.ja]) {
        if (written === undefined) continue
        examples++
        const { text, spans } = unmark(written)
        const found = await reported(engine, rule, example, text, { ...config, markets })
        if (found.join('\n') !== spans.join('\n')) failed.push({ rule: rule.id, text: written, expected: spans, found })
      }
    }
  }
  return { examples, failed }
}

async function reported(engine: Engine, rule: RuleFile, example: Example, text: string, config: LintConfig): Promise<string[]> {
  const { findings } = await engine.lint(text, { path: `example.${extensions[example.format ?? 'markdown']}`, config })
  return findings
    .filter((finding) => finding.rule === rule.id && (!example.message || finding.message === example.message))
    .map(({ span }) => `${span.start}-${span.end} ${text.slice(span.start, span.end)}`)
}

/** Takes `[[` and `]]` out and names what stood between them as `start-end words`. */
function unmark(written: string): { readonly text: string; readonly spans: readonly string[] } {
  const spans: string[] = []
  let text = ''
  let start = 0
  for (const piece of written.split(/(\[\[|\]\])/)) {
    if (piece === '[[') start = text.length
    else if (piece === ']]') spans.push(`${start}-${text.length} ${text.slice(start)}`)
    else text += piece
  }
  return { text, spans }
}
