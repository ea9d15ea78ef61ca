import { locate } from '../lint/fingerprint.js'
import type { FileResult } from '../lint/result.js'
import type { PackFile } from '../match/schema.js'
import { inventoryOf, type VerdictStatus } from './inventory.js'
import { Lines } from './lines.js'
import type { Message, PageBlock } from './report.js'

/** The article as it reads, for reports that show it whole. `messages` are those of the result's findings, in the same order. */
export function pageOf(
  result: FileResult,
  messages: readonly Message[],
  markets: readonly string[],
  packs: readonly PackFile[],
): readonly PageBlock[] {
  const lines = new Lines(result.document.source)
  const { blocks } = result.document
  const findings = new Map<number, PageBlock['findings'][number][]>()
  result.findings.forEach(({ span }, i) => {
    const block = locate(blocks, span)?.block
    if (!block) return
    const from = block.map.toText(span.start)
    put(findings, block.index, { fingerprint: messages[i]!.fingerprint, from, to: Math.max(from, block.map.toText(span.end)) })
  })
  const claims = new Map<number, PageBlock['claims'][number][]>()
  const listed = inventoryOf(result, '', markets, packs).articles.flatMap((article) => article.claims)
  for (const claim of listed) {
    const block = locate(blocks, { start: claim.range[0], end: claim.range[1] })?.block
    if (!block) continue
    put(claims, block.index, {
      from: block.map.toText(claim.range[0]),
      to: block.map.toText(claim.range[1]),
      kind: claim.kind,
      status: gravest(Object.values(claim.verdicts).map((verdict) => verdict.status)),
      marker: claim.marker?.symbol ?? null,
      sources: claim.citations.map((citation) => citation.text),
    })
  }
  return blocks.map((block) => ({
    role: block.is === 'text' ? block.role : block.is,
    article: block.article,
    ...(block.depth !== undefined && { depth: block.depth }),
    ...(block.field !== undefined && { field: block.field }),
    ...(block.bullet && { bullet: block.bullet.text }),
    ...(block.cell && { cell: { table: block.cell.table, row: block.cell.row, header: block.cell.header } }),
    line: lines.at(block.span.start).line,
    text: block.text,
    findings: findings.get(block.index) ?? [],
    claims: claims.get(block.index) ?? [],
  }))
}

const gravity: readonly VerdictStatus[] = ['prohibited', 'needs-evidence', 'needs-disclaimer', 'review', 'ok']
const gravest = (statuses: readonly VerdictStatus[]): VerdictStatus => gravity.find((status) => statuses.includes(status)) ?? 'ok'

function put<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}
