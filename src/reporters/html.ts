import { createHash } from 'node:crypto'
import type { Locale } from '../core/config.js'
import type { TextSpan } from '../core/span.js'
import { css, script } from './html-assets.js'
import { generator, safeHtml as safe } from './html-safe.js'
import { each, every } from './json-text.js'
import {
  coverageOf,
  type FileReport,
  type Message,
  messagesOf,
  type PageBlock,
  type Run,
  type SuppressedMessage,
  severities,
  tally,
} from './report.js'
import { citeOf, count, fill, leftAsideWords, precedentOf, say, unreadWord } from './words.js'

const words = {
  title: { en: 'Health claims', ja: '健康に関する表現' },
  findings: { en: 'Findings', ja: '指摘一覧' },
  article: { en: 'Articles', ja: '記事' },
  rule: { en: 'Rule', ja: '規則' },
  file: { en: 'File', ja: 'ファイル' },
  all: { en: 'all', ja: 'すべて' },
  severity: { en: 'Severity', ja: '重要度' },
  shown: { en: '{shown} of {all} shown', ja: '{all}件中{shown}件を表示' },
  none: { en: 'No findings.', ja: '指摘はありません。' },
  suppressed: { en: 'Suppressed', ja: '抑制した指摘' },
  claim: { en: 'Claim: {kind}, {status}', ja: '表現: {kind}、{status}' },
  lawful: { en: 'claim, lawful as it stands', ja: '問題のない表現' },
  open: { en: 'claim that lacks something', ja: '不足のある表現' },
  marker: { en: 'marker {marker}', ja: '記号{marker}' },
  sources: { en: 'sources {sources}', ja: '出典{sources}' },
  related: { en: 'also', ja: '関連' },
} as const satisfies Record<string, Record<Locale, string>>

/** One self-contained page: the articles as they read, claims and findings marked in place, and a list to filter. */
export const render = (run: Run): Iterable<string> => new Page(run).html()

class Page {
  constructor(private readonly run: Run) {}

  *html(): Generator<string> {
    const { run } = this
    const hash = createHash('sha256').update(script).digest('base64')
    const policy = `default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`
    yield `<!doctype html>
<html lang="${run.locale}">
<head>
<meta charset="utf-8">
${generator}
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${safe(`claimlint: ${this.#word('title')}`)}</title>
<style>${css}</style>
</head>
<body>
<header><h1>${safe(this.#word('title'))}</h1>${this.#summary()}${this.#legend()}<a class="jump" href="#findings">${safe(this.#word('findings'))}</a></header>
<div class="layout">
<main aria-label="${safe(this.#word('article'))}">
`
    let index = 0
    for (const file of run.files) yield `${this.#file(file, index++)}\n`
    if (index === 0) yield '\n'
    yield `</main>
<aside id="findings" tabindex="-1" aria-label="${safe(this.#word('findings'))}">
<h2>${safe(this.#word('findings'))}</h2>
${this.#filters()}
`
    yield* this.#list()
    yield `
</aside>
</div>
<script>${script}</script>
</body>
</html>
`
  }

  #summary(): string {
    const { files, packs, locale } = this.run
    const counts = tally(messagesOf(files))
    const law = packs.map((pack) => say('asOf', locale, { pack: pack.id, date: pack.asOf })).join(', ')
    const line = severities.map((severity) => count(severity, counts[severity], locale)).join(', ')
    const failures = this.run.failures.map((failure) => `<p class="error"><strong class="severity">${safe(failure)}</strong></p>`)
    return `${failures.join('')}<p>${safe(line)} · ${safe(coverageOf(files, locale))} · ${safe(say('law', locale, { packs: law }))}</p>`
  }

  /** What the colours mean; each also has its word in the list. */
  #legend(): string {
    const keys = severities.map((severity) => `<span class="key ${severity}">${safe(say(severity, this.run.locale))}</span>`)
    return `<p>${keys.join(' ')} <mark class="claim ok">${safe(this.#word('lawful'))}</mark> <mark class="claim">${safe(this.#word('open'))}</mark></p>`
  }

  #file(file: FileReport, index: number): string {
    const { locale } = this.run
    const unread = file.coverage.unread.map(
      ({ what, line, where }) => `${unreadWord(what, locale)} (${where ?? say('line', locale, { line: String(line) })})`,
    )
    const aside = file.leftAside > 0 ? [leftAsideWords(file.leftAside, locale)] : []
    const notes = [coverageOf([file], locale), ...aside, ...(unread.length > 0 ? [say('unread', locale, { list: unread.join(', ') })] : [])]
    const blocks = (file.page ?? []).map((block) => ({ block, html: this.#marked(block, file, index) }))
    return `<section class="file" data-file="${safe(file.filePath)}" aria-label="${safe(file.filePath)}"><h2>${safe(file.filePath)}</h2>
<p class="coverage">${safe(notes.join(' · '))}</p>
${joinBlocks(blocks)}
</section>`
  }

  /** A block's text cut where findings and claims begin and end. */
  #marked(block: PageBlock, file: FileReport, fileIndex: number): string {
    const index = new Map(file.messages.map((message, i) => [message.fingerprint, i]))
    const findings = block.findings
      .flatMap((each) => {
        const i = index.get(each.fingerprint)
        return i === undefined ? [] : [{ ...each, id: `${fileIndex}-${i}`, message: file.messages[i]! }]
      })
      // A finding at an empty place (a missing symbol) shows on the letter before it.
      .map((each) => (each.from === each.to ? { ...each, from: Math.max(0, each.from - 1) } : each))
      // Of findings on the same words the gravest shows, then the shortest.
      .sort((a, b) => severities.indexOf(a.message.severity) - severities.indexOf(b.message.severity) || a.to - a.from - (b.to - b.from))
    const edges = [...findings, ...block.claims].flatMap(({ from, to }) => [from, to])
    const cuts = [...new Set([0, ...edges, block.text.length])].sort((a, b) => a - b)
    return cuts
      .map((from, i) => {
        const to = cuts[i + 1] ?? from
        const covers = (each: TextSpan): boolean => each.from <= from && to <= each.to
        const text = safe(block.text.slice(from, to))
        const claim = block.claims.find(covers)
        const marked = claim && text ? `<mark class="claim ${claim.status}" title="${safe(this.#claimTitle(claim))}">${text}</mark>` : text
        const shown = text ? findings.find(covers) : undefined
        const anchors = findings.filter((each) => each.from === from).map(({ id }) => `<span id="m${id}"></span>`)
        return anchors.join('') + (shown ? this.#link(marked, shown.message, shown.id) : marked)
      })
      .join('')
  }

  #link(piece: string, message: Message, id: string): string {
    const label = `${say(message.severity, this.run.locale)}: ${message.message}`
    return `<a class="finding ${message.severity}" href="#f${id}" title="${safe(label)}">${piece}</a>`
  }

  #claimTitle(claim: PageBlock['claims'][number]): string {
    const parts = [fill(this.#word('claim'), { kind: claim.kind, status: claim.status })]
    if (claim.marker !== null) parts.push(fill(this.#word('marker'), { marker: claim.marker }))
    if (claim.sources.length > 0) parts.push(fill(this.#word('sources'), { sources: claim.sources.join(', ') }))
    return parts.join(', ')
  }

  /** Hidden without a script, which shows it. */
  #filters(): string {
    const options = (values: readonly string[]): string =>
      [`<option value="">${safe(this.#word('all'))}</option>`, ...values.map((value) => `<option>${safe(value)}</option>`)].join('')
    const rules = [...new Set(each(messagesOf(this.run.files), ({ ruleId }) => ruleId))].sort()
    const files = [...each(this.run.files, ({ filePath }) => filePath)]
    const boxes = severities.map(
      (severity) => `<label><input type="checkbox" name="${severity}" checked> ${safe(say(severity, this.run.locale))}</label>`,
    )
    return `<form hidden>
<label>${safe(this.#word('rule'))} <select name="rule">${options(rules)}</select></label>
<label>${safe(this.#word('file'))} <select name="file">${options(files)}</select></label>
<fieldset><legend>${safe(this.#word('severity'))}</legend>${boxes.join('')}</fieldset>
<p id="count" aria-live="polite" data-words="${safe(this.#word('shown'))}"></p>
</form>`
  }

  *#list(): Generator<string> {
    let before = '<ol class="findings">'
    for (const item of this.#items()) {
      yield before + item
      before = '\n'
    }
    yield before === '\n' ? '</ol>' : `<p>${safe(this.#word('none'))}</p>`
    // Not in the list above: filters and counts are about what is reported.
    let count = 0
    for (const file of this.run.files) count += file.suppressed.length
    if (count === 0) return
    yield `<details><summary>${safe(this.#word('suppressed'))} (${count})</summary><ul>`
    for (const file of this.run.files) for (const message of file.suppressed) yield this.#suppressed(message, file)
    yield '</ul></details>'
  }

  /** The gravest first. */
  *#items(): Generator<string> {
    for (const severity of severities) {
      yield* every(this.run.files, (file, fileIndex) =>
        file.messages.flatMap((message, index) =>
          message.severity === severity ? [this.#item(message, file, `${fileIndex}-${index}`)] : [],
        ),
      )
    }
  }

  #suppressed(message: SuppressedMessage, file: FileReport): string {
    return `<li class="info"><p>${safe(message.message)}</p><blockquote>${safe(message.text)}</blockquote><p class="law">${safe(
      message.suppressions
        .map(({ kind, justification, approver, until }) => [kind, justification, approver, until].filter(Boolean).join(', '))
        .join('; '),
    )}</p><p class="id">${safe(`${file.filePath}:${message.line} ${message.ruleId}`)}</p></li>`
  }

  #item(message: Message, file: FileReport, id: string): string {
    const { locale } = this.run
    const law = message.basis.map((basis) => {
      const cite = safe(citeOf(basis, locale))
      return basis.url && /^https?:/.test(basis.url) ? `<a href="${safe(basis.url)}" rel="noopener noreferrer">${cite}</a>` : cite
    })
    const advice = message.suggestions.map((suggestion) => `<p class="do">${safe(suggestion.desc)}</p>`)
    const related = message.related.map((each) => each.where ?? say('line', locale, { line: String(each.line) }))
    const also = related.length > 0 ? `<p class="law">${safe(`${this.#word('related')}: ${related.join(', ')}`)}</p>` : ''
    const precedent = message.precedent ? `<p class="law">${safe(precedentOf(message.precedent, locale))}</p>` : ''
    const data = `data-rule="${safe(message.ruleId)}" data-file="${safe(file.filePath)}" data-severity="${message.severity}"`
    return `<li id="f${id}" class="${message.severity}" ${data}>
<p><span class="severity">${safe(say(message.severity, locale))}</span> <a href="#m${id}">${safe(`${file.filePath}:${message.line}:${message.column}`)}</a>${message.where === undefined ? '' : ` ${safe(message.where)}`}</p>
<blockquote>${safe(message.text)}</blockquote><p>${safe(message.message)}</p>${advice.join('')}${also}
<p class="law">${law.join('; ')}</p>${precedent}<p class="id">${safe(message.ruleId)}</p></li>`
  }

  #word(key: keyof typeof words): string {
    return words[key][this.run.locale]
  }
}

interface Rendered {
  readonly block: PageBlock
  readonly html: string
}

/** Blocks in reading order; cells of one table become a table again. */
function joinBlocks(blocks: readonly Rendered[]): string {
  const out: string[] = []
  for (let i = 0; i < blocks.length; i++) {
    const { cell } = blocks[i]!.block
    if (!cell) {
      out.push(blockHtml(blocks[i]!))
      continue
    }
    const start = i
    while (i + 1 < blocks.length && blocks[i + 1]!.block.cell?.table === cell.table) i++
    out.push(tableHtml(blocks.slice(start, i + 1)))
  }
  return out.join('\n')
}

function tableHtml(cells: readonly Rendered[]): string {
  const rows = new Map<number, string>()
  for (const { block, html } of cells) {
    const tag = block.cell!.header ? 'th' : 'td'
    rows.set(block.cell!.row, `${rows.get(block.cell!.row) ?? ''}<${tag}>${html}</${tag}>`)
  }
  return `<table>${[...rows.values()].map((row) => `<tr>${row}</tr>`).join('')}</table>`
}

/** Roles a reader sees as running text; others say what they are. */
const plainRoles = new Set(['prose', 'heading', 'list-item', 'notice', 'reference', 'reference-heading', 'quote'])

function blockHtml({ block, html }: Rendered): string {
  const number = `<span class="n" aria-hidden="true">${block.line}</span>`
  const what = plainRoles.has(block.role) ? '' : `<span class="what">${safe(block.field ?? block.role)}</span>`
  if (block.role === 'heading' || block.role === 'reference-heading') {
    const level = Math.min(6, (block.depth ?? 1) + 2)
    return `<h${level} class="block">${number}${html}</h${level}>`
  }
  if (block.bullet !== undefined || block.role === 'list-item')
    return `<div class="block li">${number}${safe(block.bullet ?? '•')} ${html}</div>`
  return `<div class="block ${safe(block.role)}">${number}${what}${html}</div>`
}
