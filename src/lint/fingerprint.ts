import type { Hash } from 'node:crypto'
import type { ReadBlock } from '../core/document.js'
import type { Finding } from '../core/finding.js'
import type { Span } from '../core/span.js'
import type { FileResult } from './result.js'

/** The part that equal findings share. */
export const fingerprintBase = (fingerprint: string): string => fingerprint.replace(/-\d+$/, '')

/**
 * Names each finding of a file by what it is about, not by where it stands: a hash of the rule, the sentence, the reported words and the
 * section's heading, then `-` and an ordinal among findings that are equal in all four. Ordinals count in source order, so all findings
 * have to be given, also those to be suppressed.
 */
export function fingerprints(result: FileResult, findings: readonly Finding[]): Map<Finding, string> {
  const named = new Map<Finding, string>()
  if (findings.length === 0) return named
  const counts = new Map<string, number>()
  const sections = sectionHeadings(result.document.blocks)
  // a sentence with many findings is hashed once for each rule, not once for each finding
  const begun = new Map<string, Hash>()
  const { createHash } = process.getBuiltinModule('node:crypto')
  for (const finding of [...findings].sort(bySpan)) {
    const place = locate(result.document.blocks, finding.span)
    const words = result.document.source.slice(finding.span.start, finding.span.end)
    const key = place ? `${finding.rule} ${place.block.index} ${place.from} ${place.to}` : finding.rule
    let start = begun.get(key)
    if (!start) {
      const sentence = place ? place.block.text.slice(place.from, place.to) : ''
      const heading = place ? (sections[place.block.index] ?? '') : ''
      start = createHash('sha256').update([finding.rule, heading, normalise(sentence), ''].join('\0'))
      begun.set(key, start)
    }
    const base = start.copy().update(normalise(words)).digest('hex').slice(0, 16)
    const ordinal = counts.get(base) ?? 0
    counts.set(base, ordinal + 1)
    named.set(finding, `${base}-${ordinal}`)
  }
  return named
}

/** Where a source span stands in the visible text: its innermost block and the sentence around it, offsets into `block.text`. */
export interface TextPlace {
  readonly block: ReadBlock
  readonly from: number
  readonly to: number
}

/** How many blocks a look backwards for the enclosing one may pass: enough for a paragraph full of images. */
const mostNested = 200

/** Finds the sentence that holds `span`; the whole block where it holds none; undefined outside of all blocks. */
export function locate(blocks: readonly ReadBlock[], span: Span): TextPlace | undefined {
  const block = enclosing(blocks, span)
  if (!block) return undefined
  const from = block.map.toText(span.start)
  const to = Math.max(from + 1, block.map.toText(span.end))
  const { sentences } = block
  const start = firstEndingAfter(sentences, from)
  let end = start
  while (end < sentences.length && sentences[end]!.at.from < to) end++
  return end > start ? { block, from: sentences[start]!.at.from, to: sentences[end - 1]!.at.to } : { block, from: 0, to: block.text.length }
}

/** The index of the first of these sentences, which are in order, that ends behind an offset. */
function firstEndingAfter(sentences: ReadBlock['sentences'], offset: number): number {
  let [low, high] = [0, sentences.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (sentences[middle]!.at.to > offset) high = middle
    else low = middle + 1
  }
  return low
}

function enclosing(blocks: readonly ReadBlock[], span: Span): ReadBlock | undefined {
  let low = 0
  let high = blocks.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (blocks[middle]!.span.start <= span.start) low = middle
    else high = middle - 1
  }
  for (let i = low; i >= 0 && i > low - mostNested; i--) {
    const block = blocks[i]!
    if (block.span.start <= span.start && span.end <= block.span.end) return block
  }
  return undefined
}

/** For each block the text of the heading it stands under. */
function sectionHeadings(blocks: readonly ReadBlock[]): string[] {
  let heading = ''
  let article = -1
  return blocks.map((block) => {
    if (block.article !== article) {
      heading = ''
      article = block.article
    }
    if (block.role === 'heading') heading = normalise(block.text)
    return heading
  })
}

/** Letter case, width and white space do not make another claim. */
const normalise = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()

const bySpan = (a: Finding, b: Finding): number => a.span.start - b.span.start || a.span.end - b.span.end
