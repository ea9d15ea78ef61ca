import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Locale } from '../core/config.js'
import { ownRules } from '../lint/own-rules.js'
import { loadRules } from '../match/load.js'
import type { Example, PackFile, RuleFile } from '../match/schema.js'
import { becauseOf } from '../reporters/explain-rule.js'
import { citeOf, say } from '../reporters/words.js'

const NOTE = '<!-- Written by `npm run docs` from the rule files. Change those, not this page. -->'
/** Examples shown on a page, of each kind and language. */
const MOST = 4

/** Writes the pages of `ruleDocs` into a folder, whose other content goes. */
export function writeRuleDocs(rulesFolder: string, folder: string): void {
  rmSync(folder, { recursive: true, force: true })
  for (const [name, text] of ruleDocs(rulesFolder)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
}

/** A Markdown page for each rule (`us-fda/disease-word.md`) and an index by pack and by law (`README.md`). */
export function ruleDocs(rulesFolder: string): ReadonlyMap<string, string> {
  const { packs, rules } = loadRules(rulesFolder)
  const reporting = [...rules.filter((rule) => rule.reports !== false), ...ownRules].sort((a, b) => (a.id < b.id ? -1 : 1))
  const pages = new Map(reporting.map((rule) => [`${rule.id}.md`, page(rule)]))
  pages.set('README.md', index(packs, reporting))
  return pages
}

const cell = (text: string): string => inert(text).replaceAll('|', '\\|').replace(/\s+/g, ' ')
/** Words of a rule or an example are text on the page, whatever they hold. */
const inert = (text: string): string => text.trim().replace(/[\\`*_<>[\]#]/g, (letter) => `\\${letter}`)

function index(packs: readonly PackFile[], rules: readonly RuleFile[]): string {
  const packOf = (rule: RuleFile) => rule.id.split('/')[0]!
  const table = (own: readonly RuleFile[]) => [
    '| rule | severity | fix | what it reports |',
    '| --- | --- | --- | --- |',
    ...own.map((rule) => `| [${rule.id}](${rule.id}.md) | ${rule.severity} | ${fixOf(rule)} | ${cell(rule.title.en)} |`),
  ]
  const byPack = [...packs]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .flatMap((pack) => [
      `### ${pack.id}`,
      '',
      `${inert(pack.title.en)}. Markets: ${pack.markets.join(', ')}. The law as read on ${pack.asOf}, to be read again by ${pack.reviewBy}.`,
      '',
      ...table(rules.filter((rule) => packOf(rule) === pack.id)),
      '',
    ])
  const laws = new Map<string, { url?: string; ids: Set<string> }>()
  for (const rule of rules) {
    for (const { cite, url } of rule.legal) {
      const entry = laws.get(cite) ?? { ids: new Set() }
      laws.set(cite, { ...((entry.url ?? url) ? { url: (entry.url ?? url)! } : {}), ids: entry.ids.add(rule.id) })
    }
  }
  const byLaw = [...laws]
    .sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }))
    .map(
      ([cite, { url, ids }]) =>
        `| ${url ? `[${cell(cite)}](${url})` : cell(cite)} | ${[...ids].map((id) => `[${id}](${id}.md)`).join(', ')} |`,
    )
  return [
    NOTE,
    '# Rules',
    '',
    '`claimlint explain RULE` prints the same in a terminal, in English and Japanese. Nothing here is legal advice.',
    '',
    '## By pack',
    '',
    ...byPack,
    '### claimlint',
    '',
    'What claimlint says of suppressions and of itself. No law stands behind these.',
    '',
    ...table(rules.filter((rule) => packOf(rule) === 'claimlint')),
    '',
    '## By law',
    '',
    '| law | rules |',
    '| --- | --- |',
    ...byLaw,
    '',
  ].join('\n')
}

const fixOf = (rule: RuleFile): string => (rule.fixable ? '`--fix`' : rule.suggestions ? 'advice' : '')

const words = {
  law: { en: 'Law', ja: '法令' },
  why: { en: 'Why it matters', ja: '理由' },
  line: { en: 'The line', ja: '線引き' },
  bad: { en: 'Reported', ja: '指摘される例' },
  good: { en: 'Not reported', ja: '指摘されない例' },
  says: { en: 'What it says', ja: 'メッセージ' },
  fix: { en: 'How to fix it', ja: '直し方' },
} as const satisfies Record<string, Record<Locale, string>>

function page(rule: RuleFile): string {
  const facts = [
    `**${rule.severity}**`,
    `since ${rule.since}`,
    ...(rule.fixable ? ['mended by `--fix`: the change cannot alter what the text claims'] : []),
    ...(rule.aliases?.length ? [`also known as ${rule.aliases.map((alias) => `\`${alias}\``).join(', ')}`] : []),
  ]
  const options = Object.entries(rule.options ?? {}).map(
    ([name, option]) => `| \`${name}\` | \`${JSON.stringify(option.default)}\` | ${cell(option.about)} |`,
  )
  return [
    NOTE,
    `# ${rule.id}`,
    '',
    `${inert(rule.title.en)}. (${facts.join('; ')})`,
    '',
    ...body(rule, 'en', '##'),
    ...(options.length > 0 ? ['## Options', '', '| option | default | what it does |', '| --- | --- | --- |', ...options, ''] : []),
    '## How to waive it',
    '',
    ...(rule.id.startsWith('claimlint/')
      ? ['It cannot be waived in the article; `rules:` in the config sets its severity.', '']
      : [
          'One place, with the reason (MDX: `{/* … */}`):',
          '',
          '```html',
          `<!-- claimlint-disable-next-line ${rule.id} -- reason -->`,
          '```',
          '',
          'One claim, with approver and end date, in `claimlint.waivers.yml`:',
          '',
          '```yaml',
          'waivers:',
          `  - { fingerprint: …, rule: ${rule.id}, reason: …, approver: …, until: 2027-01-31 }`,
          '```',
          '',
          `Everywhere, in the config: \`rules: { ${rule.id}: off }\`.`,
          '',
        ]),
    '## 日本語',
    '',
    `${inert(rule.title.ja)}（${say(rule.severity, 'ja')}）`,
    '',
    ...body(rule, 'ja', '###'),
    '[All rules](../README.md)',
    '',
  ].join('\n')
}

/** What a rule says of itself in one language; a section without content is left out. */
function body(rule: RuleFile, locale: Locale, level: string): string[] {
  const law = rule.legal.map((basis) => {
    const cite = basis.url ? `[${inert(citeOf(basis, locale))}](${basis.url})` : inert(citeOf(basis, locale))
    return `- ${cite}${basis.about && locale === 'en' ? `: ${inert(basis.about)}` : ''}`
  })
  const list = (texts: readonly string[]) => texts.map((text) => `- ${inert(text).replace(/\s+/g, ' ')}`)
  const advice = list(Object.values(rule.suggestions ?? {}).map((text) => text[locale]))
  const says = list(Object.values(rule.messages).map((text) => text[locale]))
  const sections: [keyof typeof words, readonly string[]][] = [
    ['law', law],
    ['why', rule.why ? [inert(rule.why[locale])] : []],
    ['line', rule.line ? [inert(rule.line[locale])] : []],
    ['says', says],
    ['bad', examples(rule.examples.invalid, locale)],
    ['good', examples(rule.examples.valid, locale)],
    ['fix', advice],
  ]
  return sections.flatMap(([name, lines]) => (lines.length > 0 ? [`${level} ${words[name][locale]}`, '', ...lines, ''] : []))
}

/** Examples with what is reported in bold; of a whole page the source, so that its own markup shows. */
function examples(all: readonly Example[], locale: Locale): string[] {
  return all
    .filter((example) => example[locale] !== undefined)
    .slice(0, MOST)
    .flatMap((example) => {
      const written = example[locale]!.trim()
      const because = example.because ? ` (${becauseOf(example.because, locale)})` : ''
      if (!written.includes('\n') && example.format === undefined) {
        const parts = written.split(/\[\[|\]\]/).map((part, i) => (i % 2 === 1 ? `<mark>${inert(part)}</mark>` : escapeKeepingSpace(part)))
        return [`- ${parts.join('')}${because}`]
      }
      const fence = '`'.repeat(Math.max(3, ...[...written.matchAll(/`+/g)].map(([run]) => run.length + 1)))
      const lines = written.replace(/\[\[([\s\S]*?)\]\]/g, '⟦$1⟧').split('\n')
      return [
        `- ${because.trim() || '⟦…⟧'}`,
        '',
        `  ${fence}${example.format ?? 'markdown'}`,
        ...lines.map((line) => `  ${line}`),
        `  ${fence}`,
        '',
      ]
    })
}

const escapeKeepingSpace = (text: string): string => text.replace(/\S(?:[\s\S]*\S)?/, (inner) => inert(inner))
