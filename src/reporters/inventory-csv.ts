import { csvTable } from './csv.js'
import type { ListedClaim, ListedDocument } from './inventory.js'

const header = [
  'file',
  'article',
  'id',
  'line',
  'kind',
  'language',
  'surface',
  'text',
  'marker',
  'note',
  'citations',
  'evidence',
  'hedged',
  'attributed',
] as const

/** One row a claim; a verdict and a rules column for each market. Opens in a spreadsheet without executing anything. */
export function render(documents: readonly ListedDocument[]): string {
  const claims = documents.flatMap((document) =>
    document.articles.flatMap((article, i) => article.claims.map((claim) => ({ document, claim, article: article.title ?? `${i + 1}` }))),
  )
  const markets = [...new Set(claims.flatMap(({ claim }) => Object.keys(claim.verdicts)))].sort()
  const rows = claims.map(({ document, claim, article }) => [
    document.filePath,
    article,
    claim.id,
    claim.line,
    claim.kind,
    claim.language,
    claim.surface,
    claim.text.replace(/\s+/g, ' '),
    claim.marker?.symbol ?? '',
    claim.marker?.note ?? '',
    citationsOf(claim),
    claim.evidence ?? '',
    claim.hedged,
    claim.attributed,
    ...markets.flatMap((market) => [claim.verdicts[market]?.status ?? '', claim.verdicts[market]?.rules.join(' ') ?? '']),
  ])
  return csvTable([[...header, ...markets.flatMap((market) => [`verdict ${market}`, `rules ${market}`])], ...rows])
}

export const citationsOf = (claim: ListedClaim): string =>
  claim.citations.map(({ text, reference }) => (reference ? `${text} → ${reference}` : text)).join(', ')
