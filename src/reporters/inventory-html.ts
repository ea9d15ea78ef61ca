import type { Locale } from '../core/config.js'
import { generator, safeHtml as safe } from './html-safe.js'
import type { ListedArticle, ListedDocument } from './inventory.js'
import { citationsOf } from './inventory-csv.js'
import { markerHeader, markerRows, referenceHeader, referenceRows } from './inventory-md.js'
import { ledgerWords } from './ledger-words.js'

const css = `:root{color-scheme:light dark}body{font:15px/1.6 system-ui,"Hiragino Sans","Noto Sans CJK JP",sans-serif;margin:1.5rem;max-width:80rem}
table{border-collapse:collapse;width:100%;margin:.5rem 0 1.5rem}th,td{border:1px solid #8884;padding:.3rem .5rem;text-align:left;vertical-align:top;overflow-wrap:anywhere}
th{background:#8882}.prohibited{color:#c0392b;font-weight:600}.needs-evidence,.needs-disclaimer,.review{color:#9a6700}@media print{tr{break-inside:avoid}}`

/** The claim ledger as one page without any script. */
export function render(documents: readonly ListedDocument[], locale: Locale): string {
  const word = (key: keyof typeof ledgerWords): string => ledgerWords[key][locale]
  const article = (each: ListedArticle): string =>
    [
      each.title ? `<h3>${safe(each.title)}</h3>` : '',
      table(
        word('claims'),
        [word('id'), word('line'), word('kind'), word('text'), word('marker'), word('sources'), word('evidence'), word('verdict')],
        each.claims.map((claim) => [
          claim.id,
          claim.line,
          claim.kind,
          claim.text,
          claim.marker ? `${claim.marker.symbol} ${claim.marker.note ?? word('leadsNowhere')}` : '',
          citationsOf(claim),
          claim.evidence ?? '',
          Object.entries(claim.verdicts)
            .map(([market, { status }]) => `${market}: ${status}`)
            .join(', '),
        ]),
      ),
      table(word('markers'), markerHeader(word), markerRows(each, word('leadsNowhere'))),
      table(word('references'), referenceHeader(word), referenceRows(each)),
      each.claims.length === 0 ? `<p>${safe(word('none'))}</p>` : '',
    ].join('\n')
  const body = documents.map(
    (document) => `<section><h2>${safe(document.filePath)}</h2>${document.articles.map(article).join('')}</section>`,
  )
  return `<!doctype html>
<html lang="${locale}">
<head><meta charset="utf-8">${generator}<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>${safe(word('title'))}</title><style>${css}</style></head>
<body><h1>${safe(word('title'))}</h1>
${body.join('\n')}
</body></html>
`
}

function table(caption: string, header: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  if (rows.length === 0) return ''
  const head = header.map((each) => `<th scope="col">${safe(each)}</th>`).join('')
  const body = rows.map((row) => `<tr>${row.map((each) => `<td>${safe(String(each))}</td>`).join('')}</tr>`)
  return `<table><caption>${safe(caption)}</caption><thead><tr>${head}</tr></thead><tbody>${body.join('')}</tbody></table>`
}
