import type { Claim } from '../core/claim.js'
import type { Article, Notice } from '../core/document.js'
import type { Finding } from '../core/finding.js'
import type { Span } from '../core/span.js'
import type { FileResult } from '../lint/result.js'
import type { PackFile } from '../match/schema.js'
import { Lines } from './lines.js'
import { type Place, placeOf } from './place.js'
import { whereOf } from './where.js'

export type VerdictStatus = 'ok' | 'needs-disclaimer' | 'prohibited' | 'needs-evidence' | 'review'

/** One claim with everything that is tied to it. Ids (`n1`, `r1`) count within the article. */
export interface ListedClaim extends Place {
  readonly id: string
  readonly kind: Claim['kind']
  readonly language: string
  readonly text: string
  readonly range: readonly [number, number]
  readonly surface: string
  /** The place in words, in files whose lines no writer sees: "paragraph 12, sentence 2", "products[2].description". */
  readonly where?: string
  readonly concepts: readonly { readonly concept: string; readonly text: string }[]
  readonly hedged: boolean
  readonly attributed: boolean
  readonly evidence: string | null
  readonly marker: { readonly symbol: string; readonly range: readonly [number, number]; readonly note: string | null } | null
  readonly citations: readonly { readonly kind: string; readonly text: string; readonly reference: string | null }[]
  readonly verdicts: Readonly<Record<string, { readonly status: VerdictStatus; readonly rules: readonly string[] }>>
}

interface ListedNotice {
  readonly id: string
  readonly kind: Notice['kind']
  readonly fidelity: Notice['fidelity']
  readonly symbol: string | null
  /** All of its symbols: `*† These statements …` has two. */
  readonly symbols: readonly string[]
  readonly line: number
  readonly range: readonly [number, number]
  readonly text: string
}

/** A symbol on the page: on a statement (`call`), or before a note. A call with neither note nor reference leads nowhere. */
export interface ListedMarker {
  readonly symbol: string
  readonly role: 'call' | 'note'
  readonly line: number
  readonly column: number
  readonly range: readonly [number, number]
  /** Markdown made markup of it: it is not on the page. */
  readonly swallowed: 'emphasis' | 'bullet' | null
  readonly note: string | null
  readonly reference: string | null
  /** The claims that carry it. */
  readonly claims: readonly string[]
}

interface ListedReference {
  readonly id: string
  readonly label: string | null
  readonly line: number
  readonly range: readonly [number, number]
  readonly text: string
  readonly title: string | null
  readonly doi: string | null
  readonly pmid: string | null
  readonly url: string | null
  readonly citedBy: readonly string[]
  /** Lines of all its citations, also where no claim is made. */
  readonly citedInLines: readonly number[]
  readonly missing: readonly string[]
}

export interface ListedArticle {
  readonly range: readonly [number, number]
  readonly title: string | null
  readonly claims: readonly ListedClaim[]
  readonly markers: readonly ListedMarker[]
  readonly notices: readonly ListedNotice[]
  readonly references: readonly ListedReference[]
}

export interface ListedDocument {
  readonly filePath: string
  readonly articles: readonly ListedArticle[]
}

/** The claim inventory of one file: lawful claims too, with marker, note, citations and a verdict for each market. */
export function inventoryOf(result: FileResult, filePath: string, markets: readonly string[], packs: readonly PackFile[]): ListedDocument {
  const lines = new Lines(result.document.source)
  const findings = [...result.findings, ...result.suppressed.map((entry) => entry.finding)]
  const rulesOf = rulesByClaim(result, findings)
  const marketsOf = (rule: string): readonly string[] => packs.find((pack) => rule.startsWith(`${pack.id}/`))?.markets ?? []
  const verdictsOf = (claim: Claim): ListedClaim['verdicts'] =>
    Object.fromEntries(
      markets.map((market) => {
        const rules = (rulesOf.get(claim) ?? []).filter((finding) => marketsOf(finding.rule).includes(market))
        return [market, { status: statusOf(rules), rules: [...new Set(rules.map((finding) => finding.rule))].sort() }]
      }),
    )
  const articles = result.document.articles.map((article, index): ListedArticle => {
    const claims = result.claims.filter((claim) => claim.article === index)
    return {
      range: [article.span.start, article.span.end],
      title: article.title ?? null,
      claims: claims.map((claim) => listClaim(claim, article, result, lines, verdictsOf(claim))),
      markers: listMarkers(article, claims, lines),
      notices: article.notices.map((notice, i) => listNotice(notice, i, lines, result.document.source)),
      references: article.references.map((reference, i) => ({
        id: `r${i + 1}`,
        label: reference.label ?? null,
        line: lines.at(reference.span.start).line,
        range: pair(reference.span),
        text: reference.text,
        title: reference.title?.text ?? null,
        doi: reference.doi ?? null,
        pmid: reference.pmid ?? null,
        url: reference.url ?? null,
        citedBy: claims
          .filter((claim) => claim.citations.some((citation) => article.citations[citation]?.reference === i))
          .map((claim) => claim.id),
        citedInLines: distinct(
          [...article.citations, ...article.markers].flatMap((each) => (each.reference === i ? [lines.at(each.span.start).line] : [])),
        ),
        missing: reference.missing,
      })),
    }
  })
  return { filePath, articles }
}

function listClaim(claim: Claim, article: Article, result: FileResult, lines: Lines, verdicts: ListedClaim['verdicts']): ListedClaim {
  const block = result.document.blocks[claim.block]!
  const visible = (at: { readonly from: number; readonly to: number }): string => block.text.slice(at.from, at.to)
  const marker = claim.marker === undefined ? undefined : article.markers[claim.marker]
  const { effect } = claim
  const where = whereOf(claim.span, result.document.blocks, 'en')
  const concepts = effect
    ? [effect.act, ...(effect.target ? [effect.target] : []), ...effect.qualifiers, ...(effect.population ? [effect.population] : [])]
    : claim.sentence.concepts.filter((hit) => overlapsClaim(hit.at, claim, block.map))
  return {
    id: claim.id,
    kind: claim.kind,
    language: claim.language,
    text: result.document.source.slice(claim.span.start, claim.span.end),
    ...placeOf(claim.span, lines),
    range: pair(claim.span),
    surface: surfaceOf(block.is, block.role),
    ...(where !== undefined && { where }),
    concepts: concepts.map(({ concept, at }) => ({ concept, text: visible(at) })),
    hedged: claim.hedged,
    attributed: claim.attributed,
    evidence: claim.evidence?.kind ?? null,
    marker: marker
      ? { symbol: marker.written, range: pair(marker.span), note: marker.notice === undefined ? null : `n${marker.notice + 1}` }
      : null,
    citations: claim.citations.flatMap((index) => {
      const citation = article.citations[index]
      if (!citation) return []
      return [
        { kind: citation.kind, text: citation.text, reference: citation.reference === undefined ? null : `r${citation.reference + 1}` },
      ]
    }),
    verdicts,
  }
}

const overlapsClaim = (
  at: { readonly from: number; readonly to: number },
  claim: Claim,
  map: { toSource(at: { from: number; to: number }): Span },
): boolean => {
  const { start, end } = map.toSource(at)
  return start < claim.span.end && claim.span.start < end
}

const surfaceOf = (is: string, role: string): string =>
  is === 'reference' || is === 'reference-heading' ? 'reference' : is === 'notice' ? 'notice' : role

const listNotice = (notice: Notice, index: number, lines: Lines, source: string): ListedNotice => ({
  id: `n${index + 1}`,
  kind: notice.kind,
  fidelity: notice.fidelity,
  symbol: notice.symbols[0] ?? null,
  symbols: notice.symbols,
  line: lines.at(notice.span.start).line,
  range: pair(notice.span),
  text: source.slice(notice.span.start, notice.span.end),
})

function listMarkers(article: Article, claims: readonly Claim[], lines: Lines): ListedMarker[] {
  const carriers = new Map<number, string[]>()
  for (const { marker, id } of claims) if (marker !== undefined) carriers.set(marker, [...(carriers.get(marker) ?? []), id])
  const opened = new Map(article.notices.flatMap(({ markers }, i) => markers.map((marker) => [marker, i] as const)))
  const id = (letter: string, index: number | undefined): string | null => (index === undefined ? null : `${letter}${index + 1}`)
  return article.markers.map((marker, i) => ({
    symbol: marker.written,
    role: marker.role,
    line: lines.at(marker.span.start).line,
    column: lines.at(marker.span.start).column,
    range: pair(marker.span),
    swallowed: marker.swallowed ?? null,
    note: id('n', marker.notice ?? opened.get(i)),
    reference: id('r', marker.reference),
    claims: carriers.get(i) ?? [],
  }))
}

const distinct = (numbers: readonly number[]): number[] => [...new Set(numbers)].sort((a, b) => a - b)

const pair = (span: Span): readonly [number, number] => [span.start, span.end]

/** The findings that are about a claim: those that name it, and those whose place or related place is its place or its marker's. */
function rulesByClaim({ claims, document }: FileResult, findings: readonly Finding[]): Map<Claim, Finding[]> {
  const byId = new Map(claims.map((claim) => [`${claim.article}\0${claim.id}`, claim]))
  const bySpan = new Map<string, Claim[]>()
  for (const claim of claims) {
    const marker = claim.marker === undefined ? undefined : document.articles[claim.article]?.markers[claim.marker]
    for (const span of marker ? [claim.span, marker.span] : [claim.span]) {
      const key = `${span.start}-${span.end}`
      const sharing = bySpan.get(key)
      if (sharing) sharing.push(claim)
      else bySpan.set(key, [claim])
    }
  }
  const inSentence = new Map<Claim['sentence'], Claim[]>()
  for (const claim of claims)
    if (owesDisclaimer.has(claim.kind)) inSentence.set(claim.sentence, [...(inSentence.get(claim.sentence) ?? []), claim])
  const rules = new Map<Claim, Finding[]>()
  for (const finding of findings) {
    const named = finding.claim === undefined ? undefined : byId.get(`${finding.article}\0${finding.claim}`)
    const spans = [finding.span, ...finding.related.map((related) => related.span)]
    const about = new Set([...(named ? [named] : []), ...spans.flatMap(({ start, end }) => bySpan.get(`${start}-${end}`) ?? [])])
    // A sentence is reported once for its missing link; the symbol at its end would serve all claims in it.
    if (disclaimerRules.test(finding.rule))
      for (const claim of [...about]) for (const each of inSentence.get(claim.sentence) ?? []) about.add(each)
    for (const claim of about) rules.set(claim, [...(rules.get(claim) ?? []), finding])
  }
  return rules
}

/** Kinds of claims that are lawful with the disclaimer: 21 U.S.C. 343(r)(6)(A). */
const owesDisclaimer = new Set<Claim['kind']>(['structure-function', 'general-wellbeing', 'deficiency'])

/** Rules that a missing or unlinked disclaimer breaks: mended by the disclaimer, the claim may stay. */
const disclaimerRules = /^us-fda\/(?:disclaimer-|claim-not-linked$|symbol-|claim-in-)/

/** The gravest of what the findings say. Advice (info) leaves a claim as it is. */
function statusOf(findings: readonly Finding[]): VerdictStatus {
  const counted = findings.filter((finding) => finding.severity !== 'info')
  const isAbout = (pattern: RegExp): boolean => counted.some((finding) => pattern.test(finding.rule))
  const isEvidence = /^evidence\/|^us-ftc\/clinically-proven$/
  if (counted.some((finding) => finding.severity === 'error' && !disclaimerRules.test(finding.rule) && !isEvidence.test(finding.rule)))
    return 'prohibited'
  if (isAbout(isEvidence)) return 'needs-evidence'
  if (isAbout(disclaimerRules)) return 'needs-disclaimer'
  return counted.length > 0 ? 'review' : 'ok'
}
