import type { Locale } from '../core/config.js'
import type { ListedArticle, ListedClaim, ListedDocument, ListedMarker } from './inventory.js'
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
      ...section(word('markers'), markerHeader(word), markerRows(article, word('leadsNowhere'))),
      ...section(word('references'), referenceHeader(word), referenceRows(article)),
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

export const markerHeader = (word: (key: keyof typeof ledgerWords) => string): string[] =>
  (['marker', 'lines', 'claims', 'note', 'line', 'noteText'] as const).map(word)

export const referenceHeader = (word: (key: keyof typeof ledgerWords) => string): string[] =>
  (['label', 'line', 'text', 'citedIn', 'claims', 'missing'] as const).map(word)

/** Each entry with the lines that cite it, the claims that do, and what it lacks. */
export const referenceRows = ({ references }: ListedArticle): Row[] =>
  references.map(({ label, id, line, text, citedInLines, citedBy, missing }) => [
    label ?? id,
    line,
    text,
    citedInLines.join(', '),
    citedBy.join(', '),
    missing.join(', '),
  ])

/** Each note with the lines of the markers that lead to it and the claims that carry them; markers that lead nowhere last. */
export function markerRows({ markers, notices, references }: ListedArticle, leadsNowhere: string): Row[] {
  const calls = markers.filter(({ role }) => role === 'call')
  const linesAndClaims = (own: readonly ListedMarker[]): Row => [
    [...new Set(own.map(({ line }) => line))].join(', '),
    [...new Set(own.flatMap(({ claims }) => claims))].join(', '),
  ]
  const lost = calls.filter(({ note, reference }) => note === null && reference === null)
  return [
    ...notices.map((notice): Row => {
      const own = calls.filter(({ note }) => note === notice.id)
      return [notice.symbols.join(' '), ...linesAndClaims(own), noteName(notice), notice.line, notice.text]
    }),
    ...references.flatMap((reference): Row[] => {
      const own = calls.filter((call) => call.reference === reference.id)
      return own.length === 0 ? [] : [[own[0]!.symbol, ...linesAndClaims(own), reference.id, reference.line, reference.text]]
    }),
    ...[...new Set(lost.map(({ symbol }) => symbol))].map((symbol): Row => {
      return [symbol, ...linesAndClaims(lost.filter((call) => call.symbol === symbol)), leadsNowhere, '', '']
    }),
  ]
}

/** How well a disclaimer is worded is said of disclaimers only. */
const noteName = ({ id, kind, fidelity }: ListedArticle['notices'][number]): string =>
  fidelity === 'none' ? `${id} (${kind})` : `${id} (${kind}, ${fidelity})`

/** Article text in a table cell: no markup of its own, one line. */
const cell = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\|`*_[\]<>#~!&]/g, (character) => `\\${character}`)
