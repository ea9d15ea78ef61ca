import type { Locale } from '../core/config.js'
import type { Edit, Finding, Severity } from '../core/finding.js'
import type { Precedent } from '../core/precedent.js'
import type { Span, TextSpan } from '../core/span.js'
import { fingerprints, locate } from '../lint/fingerprint.js'
import type { FileResult, Suppression } from '../lint/result.js'
import type { LegalBasis, PackFile, RuleLookup } from '../match/schema.js'
import type { VerdictStatus } from './inventory.js'
import { Lines } from './lines.js'
import { type Place, placeOf, type Utf8Place, utf8PlaceOf } from './place.js'
import { blockWhere, whereOf } from './where.js'
import { messageOf, say, suggestionOf } from './words.js'

/** One replacement of the source: UTF-16 offsets, end exclusive. */
export interface Fix {
  readonly range: readonly [number, number]
  readonly text: string
}

/** A fix with its place for people and editors. */
export interface PlacedFix extends Fix {
  readonly place: Utf8Place
}

/** The sentence of a message as its reader sees it: visible text, and the reported words in it (UTF-16 offsets into `text`). */
export interface Excerpt {
  readonly text: string
  readonly from: number
  readonly to: number
  /** Line on which the sentence begins, 1-based. */
  readonly line: number
}

/** A finding in words and places: what every reporter prints. */
export interface Message extends Utf8Place {
  readonly ruleId: string
  readonly severity: Severity
  readonly message: string
  readonly range: readonly [number, number]
  /** The reported source. */
  readonly text: string
  readonly basis: readonly LegalBasis[]
  readonly related: readonly (Place & { readonly message: string; readonly excerpt: Excerpt; readonly where?: string })[]
  readonly fix?: PlacedFix
  /** Advice in words; `fix` where it can be spelled out. Never applied by `--fix`. */
  readonly suggestions: readonly { readonly desc: string; readonly fix?: PlacedFix }[]
  readonly fingerprint: string
  /** What an authority said of a like wording. */
  readonly precedent?: Precedent
  readonly excerpt: Excerpt
  readonly article: number
  /** The place in words, for files whose lines no writer sees: "paragraph 12, sentence 2". */
  readonly where?: string
}

export interface SuppressedMessage extends Message {
  readonly suppressions: readonly Suppression[]
}

/** A block as a reviewer reads it, with what is to be marked in it; offsets into `text`. */
export interface PageBlock {
  readonly role: string
  readonly article: number
  readonly depth?: number
  readonly field?: string
  readonly bullet?: string
  readonly cell?: { readonly table: number; readonly row: number; readonly header: boolean }
  readonly line: number
  readonly text: string
  /** Findings by their fingerprint. */
  readonly findings: readonly (TextSpan & { readonly fingerprint: string })[]
  readonly claims: readonly (TextSpan & PageClaim)[]
}

interface PageClaim {
  readonly kind: string
  /** The gravest verdict over the markets. */
  readonly status: VerdictStatus
  readonly marker: string | null
  readonly sources: readonly string[]
}

/** All that is kept of a file once it is linted: plain data, no document. */
export interface FileReport {
  /** Relative to the working directory, forward slashes. */
  readonly filePath: string
  readonly messages: readonly Message[]
  readonly suppressed: readonly SuppressedMessage[]
  readonly coverage: {
    readonly language: readonly string[]
    readonly sentences: number
    readonly characters: number
    readonly unread: readonly { readonly what: string; readonly line: number; readonly where?: string }[]
    /** A look at the raw text found no candidate, so nothing was parsed. */
    readonly scanned?: true
  }
  /** Possible claims that do not count, since nothing on the page is sold (`product.kind: auto`). Said aloud: silence is no pass. */
  readonly leftAside: number
  /** The article itself, where a report shows it. */
  readonly page?: readonly PageBlock[]
}

/** The reports of a run in the order of its files. Those of thousands are not all there at once: what goes through them keeps none. */
export interface Reports extends Iterable<FileReport> {
  readonly length: number
}

/** Everything a reporter may look at. */
export interface Run {
  readonly files: Reports
  readonly rules: RuleLookup
  /** The packs that were applied. */
  readonly packs: readonly PackFile[]
  readonly markets: readonly string[]
  readonly locale: Locale
  readonly version: string
  /** What is said of files that could not be read: the run is no pass, whatever the rest holds. */
  readonly failures: readonly string[]
}

export interface ReportOptions {
  readonly filePath: string
  readonly rules: RuleLookup
  readonly locale: Locale
}

/** Turns a lint result into words and places; lines and columns are computed here and nowhere else. */
export function reportOf(result: FileResult, options: ReportOptions): FileReport {
  const { source } = result.document
  const lines = new Lines(source)
  const all = [...result.findings, ...result.suppressed.map((entry) => entry.finding)]
  const names = fingerprints(result, all)
  const message = (finding: Finding): Message => toMessage(finding, result, lines, names.get(finding)!, options)
  return {
    filePath: options.filePath,
    messages: result.findings.map(message),
    suppressed: result.suppressed.map(({ finding, suppressions }) => ({ ...message(finding), suppressions })),
    coverage: {
      ...result.coverage,
      unread: result.coverage.unread.map(({ what, span }) => {
        const where = blockWhere(span, result.document.blocks, options.locale)
        return { what, line: lines.at(span.start).line, ...(where !== undefined && { where }) }
      }),
    },
    leftAside: result.silent.filter((candidate) => candidate.reason === 'no-product-on-page').length,
  }
}

function toMessage(finding: Finding, result: FileResult, lines: Lines, fingerprint: string, options: ReportOptions): Message {
  const { source } = result.document
  const rule = options.rules.get(finding.rule)
  const place = (edits: readonly Edit[]): PlacedFix | undefined => placed(joinEdits(edits, source), lines)
  const fix = finding.fix && place(finding.fix)
  const where = (span: Span) => {
    const words = whereOf(span, result.document.blocks, options.locale)
    return words === undefined ? {} : { where: words }
  }
  return {
    ruleId: finding.rule,
    severity: finding.severity,
    message: messageOf(finding, rule, options.locale),
    ...utf8PlaceOf(finding.span, lines),
    range: [finding.span.start, finding.span.end],
    text: source.slice(finding.span.start, finding.span.end),
    basis: rule?.legal ?? [],
    related: finding.related.map((related) => ({
      ...placeOf(related.span, lines),
      message: messageOf({ message: related.message, data: related.data ?? finding.data }, rule, options.locale),
      excerpt: excerptOf(related.span, result, lines),
      ...where(related.span),
    })),
    ...(fix && { fix }),
    suggestions: finding.suggestions.map((suggestion) => {
      const joined = place(suggestion.edits)
      return { desc: suggestionOf(suggestion, rule, options.locale), ...(joined && { fix: joined }) }
    }),
    fingerprint,
    ...(finding.precedent && { precedent: finding.precedent }),
    excerpt: excerptOf(finding.span, result, lines),
    article: finding.article,
    ...where(finding.span),
  }
}

/** The message with its place in words, for formats that have only a line to say it with. */
export const placedWords = ({ message, where }: { readonly message: string; readonly where?: string }): string =>
  where === undefined ? message : `${where}: ${message}`

const placed = (fix: Fix | undefined, lines: Lines): PlacedFix | undefined =>
  fix && { ...fix, place: utf8PlaceOf({ start: fix.range[0], end: fix.range[1] }, lines) }

/**
 * One edit that does what all of them do; undefined when there is none or when two overlap. Line ends in it become those of the source.
 */
export function joinEdits(edits: readonly Edit[], source: string): Fix | undefined {
  // most edits hold no line end, and a long line is long to search
  const lineEnd = (edits.some(({ text }) => /[\r\n]/.test(text)) && /\r\n|\r|\n/.exec(source)?.[0]) || '\n'
  const sorted = edits
    .map(({ span, text }) => ({ span, text: text.replace(/\r\n|\r|\n/g, lineEnd) }))
    .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
  const first = sorted[0]
  if (!first) return undefined
  let text = first.text
  let end = first.span.end
  for (const edit of sorted.slice(1)) {
    if (edit.span.start < end) return undefined
    text += source.slice(end, edit.span.start) + edit.text
    end = edit.span.end
  }
  return { range: [first.span.start, end], text }
}

/** The sentence around a span as it reads; outside of all blocks (a directive, an unread part) the source line. */
function excerptOf(span: Span, result: FileResult, lines: Lines): Excerpt {
  const place = locate(result.document.blocks, span)
  if (place) {
    const { block, from, to } = place
    const start = Math.max(from, block.map.toText(span.start))
    const end = Math.min(to, Math.max(start, block.map.toText(span.end)))
    const line = lines.at(block.map.toSource({ from, to: Math.max(from + 1, to) }).start).line
    return { text: block.text.slice(from, to), from: start - from, to: end - from, line }
  }
  const { line } = lines.at(span.start)
  const { start, end } = lines.range(line)!
  return { text: result.document.source.slice(start, end), from: span.start - start, to: Math.min(span.end, end) - start, line }
}

export const severities = ['error', 'warning', 'info'] as const

/** How many messages of each severity, and how many of them a fix mends. */
export function tally(messages: Iterable<Message>): Record<Severity, number> & { readonly fixable: Record<Severity, number> } {
  const counts = { error: 0, warning: 0, info: 0, fixable: { error: 0, warning: 0, info: 0 } }
  for (const message of messages) {
    counts[message.severity]++
    if (message.fix) counts.fixable[message.severity]++
  }
  return counts
}

/** The findings of all files, one after the other. */
export function* messagesOf(files: Iterable<FileReport>): Generator<Message> {
  for (const file of files) yield* file.messages
}

/** What was read of these files, in words: sentences and languages. */
export function coverageOf(files: Iterable<FileReport>, locale: Locale): string {
  const languages = new Set<string>()
  let sentences = 0
  for (const { coverage } of files) {
    for (const language of coverage.language) languages.add(language)
    sentences += coverage.sentences
  }
  const list = [...languages].sort().join(', ') || '–'
  return say(sentences === 1 ? 'readOne' : 'read', locale, { sentences: String(sentences), languages: list })
}
