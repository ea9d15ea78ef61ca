import type { Locale } from '../../core/config.js'
import type { RuleFile } from '../../match/schema.js'
import { padEnd } from '../../reporters/width.js'
import { citeOf, say } from '../../reporters/words.js'
import { type CommonOptions, choice, type Session } from '../session.js'

export interface RulesOptions extends CommonOptions {
  readonly format?: string
}

/** Lists all rules with pack, severity, law and what can be fixed. */
export async function rulesCommand(session: Session, options: RulesOptions): Promise<number> {
  const format = choice('--format', options.format ?? 'text', ['text', 'json', 'md'])
  const rules = [...(await session.homeEngine()).rules].filter((rule) => rule.reports !== false).sort((a, b) => (a.id < b.id ? -1 : 1))
  const locale = await session.locale()
  session.streams.stdout.write({ text, json, md }[format](rules, locale))
  return 0
}

const packOf = (rule: RuleFile): string => rule.id.split('/')[0]!

/** `safe`: --fix applies it. `suggest`: offered, never applied. */
const fixOf = (rule: RuleFile): 'safe' | 'suggest' | null => (rule.fixable ? 'safe' : rule.suggestions ? 'suggest' : null)

const lawOf = (rule: RuleFile, locale: Locale): string => rule.legal.map((basis) => citeOf(basis, locale)).join('; ')

function text(rules: readonly RuleFile[], locale: Locale): string {
  const wide = Math.max(0, ...rules.map((rule) => rule.id.length)) + 2
  return rules
    .map((rule) => {
      const fix = fixOf(rule)
      const head = `${padEnd(rule.id, wide)}${padEnd(say(rule.severity, locale), 9)}${padEnd(fix ?? '', 9)}${rule.title[locale]}`
      return `${head}\n${' '.repeat(wide)}${lawOf(rule, locale)}\n`
    })
    .join('')
}

const json = (rules: readonly RuleFile[]): string =>
  `${JSON.stringify(
    rules.map((rule) => ({
      id: rule.id,
      aliases: rule.aliases ?? [],
      pack: packOf(rule),
      severity: rule.severity,
      title: rule.title,
      legal: rule.legal,
      fix: fixOf(rule),
      options: rule.options ?? {},
      since: rule.since,
    })),
    null,
    2,
  )}\n`

function md(rules: readonly RuleFile[], locale: Locale): string {
  const cell = (words: string): string => words.replaceAll('|', '\\|').replace(/\s+/g, ' ')
  const rows = rules.map(
    (rule) =>
      `| \`${rule.id}\` | ${say(rule.severity, locale)} | ${fixOf(rule) ?? ''} | ${cell(rule.title[locale])} | ${cell(lawOf(rule, locale))} |`,
  )
  return ['| rule | severity | fix | what it reports | law |', '| --- | --- | --- | --- | --- |', ...rows, ''].join('\n')
}
