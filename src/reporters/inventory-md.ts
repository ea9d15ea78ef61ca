import type { Locale } from '../core/config.js'
import type { ListedArticle, ListedClaim, ListedDocument } from './inventory.js'
import { citationsOf } from './inventory-csv.js'
import { ledgerWords } from './ledger-words.js'

/** A ledger to read or file: claims, then markers with their notes, then references with the claims they carry. */
export function render(documents: readonly ListedDocument[], locale: Locale): string {
  const word = (key: keyof typeof ledgerWords): string => ledgerWords[key][locale]
  const parts = documents.flatMap((document) => [
    `# ${cell(document.filePath)}`,
    ...document.articles.flatMap((article) => [
      ...(article.title ? [`## ${cell(article.title)}`] : []),
      ...section(
        word('claims'),
        [word('id'), word('line'), word('kind'), word('text'), word('marker'), word('sources'), word('evidence'), word('verdict')],
        article.claims.map(claimRow),
      ),
      ...section(
        word('markers'),
        [word('marker'), word('note'), word('line'), word('noteText'), word('claims')],
        markerRows(article, word('leadsNowhere')),
      ),
      ...section(
        word('references'),
        [word('label'), word('line'), word('text'), word('claims'), word('missing')],
        article.references.map((reference) => [
          reference.label ?? reference.id,
          reference.line,
          reference.text,
          reference.citedBy.join(', '),
          reference.missing.join(', '),
        ]),
      ),
      ...(article.claims.length === 0 ? [word('none')] : []),
    ]),
  ])
  return `${parts.join('\n\n')}\n`
}

type Row = readonly (string | number)[]

function section(title: string, header: Row, rows: readonly Row[]): string[] {
  if (rows.length === 0) return []
  const line = (row: Row): string => `| ${row.map((each) => cell(String(each))).join(' | ')} |`
  return [`### ${title}`, [line(header), `|${' --- |'.repeat(header.length)}`, ...rows.map(line)].join('\n')]
}

const claimRow = (claim: ListedClaim): Row => [
  claim.id,
  claim.line,
  claim.kind,
  claim.text,
  claim.marker ? `${claim.marker.symbol} ${claim.marker.note ?? ''}`.trim() : '',
  citationsOf(claim),
  claim.evidence ?? '',
  Object.entries(claim.verdicts)
    .map(([market, { status }]) => `${market}: ${status}`)
    .join(', '),
]

/** Each note with the claims whose marker leads to it; markers that lead nowhere last. */
export function markerRows(article: ListedArticle, leadsNowhere: string): Row[] {
  const marked = (note: string | null, symbol?: string): ListedClaim[] =>
    article.claims.filter((claim) => claim.marker && claim.marker.note === note && (symbol === undefined || claim.marker.symbol === symbol))
  const ids = (claims: readonly ListedClaim[]): string => claims.map((claim) => claim.id).join(', ')
  const lost = [...new Set(marked(null).map((claim) => claim.marker!.symbol))]
  return [
    ...article.notices.map(
      (notice): Row => [
        notice.symbol ?? '',
        `${notice.id} (${notice.kind}, ${notice.fidelity})`,
        notice.line,
        notice.text,
        ids(marked(notice.id)),
      ],
    ),
    ...lost.map((symbol): Row => [symbol, leadsNowhere, '', '', ids(marked(null, symbol))]),
  ]
}

/** Article text in a table cell: no markup of its own, one line. */
const cell = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\|`*_[\]<>#~!&]/g, (character) => `\\${character}`)
