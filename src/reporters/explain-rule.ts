import type { Locale } from '../core/config.js'
import type { Precedent } from '../core/precedent.js'
import type { SilentReason } from '../core/sentence.js'
import type { Example, RuleFile } from '../match/schema.js'
import { excerptRows, type Mark, wrap } from './excerpt.js'
import { reasonOf } from './reasons.js'
import type { Ui } from './style.js'
import { citeOf, precedentOf, say } from './words.js'

const headings = {
  law: { en: 'Law', ja: '法令' },
  why: { en: 'Why it matters', ja: '理由' },
  line: { en: 'The line FDA drew', ja: '線引き' },
  bad: { en: 'Reported', ja: '指摘される例' },
  good: { en: 'Not reported', ja: '指摘されない例' },
  precedents: { en: 'What FDA said of wordings like these', ja: 'FDAの先例' },
  fix: { en: 'How to fix it', ja: '直し方' },
  safe: {
    en: 'claimlint --fix mends it: the change cannot alter what the text claims.',
    ja: 'claimlint --fix で直せます（主張の内容は変わりません）。',
  },
  options: { en: 'Options', ja: 'オプション' },
  waive: { en: 'How to waive it', ja: '例外とする方法' },
  waiveHere: { en: 'One place, in the article, with the reason:', ja: '記事の中で、その箇所だけ（理由は必須）:' },
  reason: { en: 'reason', ja: '理由' },
  waiveFile: {
    en: 'One claim, with approver and end date: claimlint.waivers.yml. Everywhere: `rules: { ID: off }` in the config.',
    ja: '承認者と期限を付けて: claimlint.waivers.yml。全体で: 設定の `rules: { ID: off }`。',
  },
  aliases: { en: 'Also known as', ja: '別名' },
} as const satisfies Record<string, Record<Locale, string>>

/** What `claimlint explain <rule>` prints: law, reason, the line, executed examples, how to fix and how to waive. */
export function explainRule(rule: RuleFile, precedents: readonly Precedent[], locale: Locale, { style, width }: Ui): string {
  const lines: string[] = []
  const paragraph = (text: string, indent = 2): void => {
    for (const row of wrap(text, width - indent)) lines.push(' '.repeat(indent) + row)
  }
  const heading = (name: keyof typeof headings): void => {
    lines.push('', style.bold(headings[name][locale]))
  }
  lines.push(`${style.bold(rule.id)}  ${say(rule.severity, locale)}`)
  paragraph(rule.title[locale], 0)
  if (rule.aliases?.length) paragraph(`${headings.aliases[locale]}: ${rule.aliases.join(', ')}`, 0)

  heading('law')
  for (const basis of rule.legal) {
    paragraph(citeOf(basis, locale) + (basis.about ? `: ${basis.about}` : ''))
    if (basis.url) lines.push(`    ${style.grey(basis.url)}`)
  }
  for (const name of ['why', 'line'] as const) {
    const text = rule[name]?.[locale]
    if (!text) continue
    heading(name)
    for (const each of text.trim().split(/\n{2,}/)) paragraph(each)
  }
  const invalid = inLanguage(rule.examples.invalid, locale)
  if (invalid.length > 0) heading('bad')
  for (const example of invalid) lines.push(...exampleRows(textOf(example, locale), '✖', width).map((row) => `  ${row}`))
  const valid = inLanguage(rule.examples.valid, locale)
  if (valid.length > 0) heading('good')
  for (const example of valid) {
    const because = example.because ? `  ${style.grey(`(${becauseOf(example.because, locale)})`)}` : ''
    const rows = exampleRows(textOf(example, locale), '✔', width)
    lines.push(...rows.map((row, i) => `  ${row}${i === rows.length - 1 ? because : ''}`))
  }
  if (precedents.length > 0) heading('precedents')
  for (const precedent of precedents.slice(0, mostExamples)) paragraph(precedentOf(precedent, locale))
  heading('fix')
  for (const suggestion of Object.values(rule.suggestions ?? {})) paragraph(suggestion[locale])
  if (rule.fixable) paragraph(headings.safe[locale])
  if (!rule.fixable && !rule.suggestions) for (const message of Object.values(rule.messages)) paragraph(message[locale])
  const options = Object.entries(rule.options ?? {})
  if (options.length > 0) heading('options')
  for (const [name, option] of options) paragraph(`${name} (${JSON.stringify(option.default)}): ${option.about}`)

  heading('waive')
  paragraph(headings.waiveHere[locale])
  lines.push(`    <!-- claimlint-disable-next-line ${rule.id} -- ${headings.reason[locale]} -->`)
  paragraph(headings.waiveFile[locale].replace('ID', rule.id))
  return `${lines.join('\n')}\n`
}

const mostExamples = 5

/** Examples in the reader's language; where there are none, in the other. */
function inLanguage(examples: readonly Example[], locale: Locale): readonly Example[] {
  const own = examples.filter((example) => example[locale] !== undefined)
  return (own.length > 0 ? own : examples).slice(0, mostExamples)
}

const textOf = (example: Example, locale: Locale): string => example[locale] ?? example.en ?? example.ja ?? ''

/** The lines of an example, what is reported (`[[…]]`) underlined. */
function exampleRows(written: string, sign: string, width: number): string[] {
  const rows = written
    .trim()
    .split('\n')
    .flatMap((line) => {
      const { text, marks } = unbracket(line)
      return excerptRows(text, marks, width - 6, { whole: true })
    })
  return rows.map((row, i) => `${i === 0 ? sign : ' '} ${row}`)
}

function unbracket(written: string): { readonly text: string; readonly marks: readonly Mark[] } {
  const marks: Mark[] = []
  let text = ''
  let from = 0
  for (const piece of written.split(/(\[\[|\]\])/)) {
    if (piece === '[[') from = text.length
    else if (piece === ']]') marks.push({ from, to: text.length, sign: '^' })
    else text += piece
  }
  return { text, marks }
}

/** Reasons that examples of code rules give, beside those of silent candidates. */
const otherReasons: Readonly<Record<string, Record<Locale, string>>> = {
  'no-match': { en: 'it says nothing of the kind', ja: 'そのような内容を述べていません' },
  linked: { en: 'the symbol leads to the disclaimer', ja: '記号が免責文につながっています' },
  adjacent: { en: 'the disclaimer stands right beside it', ja: '免責文がすぐ隣にあります' },
  cited: { en: 'its source is named', ja: '出典があります' },
  exact: { en: 'in the words of the law', ja: '法令どおりの文言です' },
  translated: { en: 'a complete translation', ja: '完全な翻訳です' },
}

/** A reason code in words. */
export const becauseOf = (because: string, locale: Locale): string =>
  otherReasons[because]?.[locale] ?? reasonOf(because as SilentReason, locale).replaceAll('-', ' ')
