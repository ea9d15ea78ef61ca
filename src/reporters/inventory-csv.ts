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
  'where',
] as const

export type Cell = string | number | boolean | null | undefined

/** One row a claim. Opens in a spreadsheet without executing anything. */
export const render = (documents: readonly ListedDocument[]): string => csvTable(claimTable(documents))

/** A header and a row for each claim; each market has a column for its verdict and one for the rules behind it. */
export function claimTable(documents: readonly ListedDocument[]): Cell[][] {
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
    claim.where ?? '',
    ...markets.flatMap((market) => [claim.verdicts[market]?.status ?? '', claim.verdicts[market]?.rules.join(' ') ?? '']),
  ])
  return [[...header, ...markets.flatMap((market) => [`verdict ${market}`, `rules ${market}`])], ...rows]
}

export const citationsOf = (claim: ListedClaim): string =>
  claim.citations.map(({ text, reference }) => (reference ? `${text} → ${reference}` : text)).join(', ')
