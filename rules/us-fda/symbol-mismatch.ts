import type { Check } from '../../src/core/rule.js'
import { fixOf, isTypeable, typed } from './edits.js'
import { callsOf, commonestSymbol, isAdjacent, linkedArticles, owesDisclaimer } from './linking.js'

/** 21 CFR 101.93(d), "the same symbol": the disclaimer carries a symbol that no statement carries. */
export const symbolMismatch: Check = (context, report) => {
  if (!owesDisclaimer(context)) return
  const { blocks, format } = context.document
  for (const linked of linkedArticles(context)) {
    const { article, statements, groups } = linked
    const marked = groups.filter((group) => group.symbols.size > 0)
    const group = marked[0]
    if (!group || statements.length === 0) continue
    const isReached = article.markers.some(
      (marker) => marker.notice !== undefined && article.notices[marker.notice]!.kind === 'fda-disclaimer',
    )
    if (isReached || statements.every((claim) => groups.some((candidate) => isAdjacent(claim, candidate, context)))) continue
    const calls = statements.flatMap((claim) => callsOf(claim, article, blocks))
    const symbol = [...group.symbols][0]!
    const used = commonestSymbol(calls.filter((marker) => marker.notice === undefined)) ?? commonestSymbol(calls)
    const own = group.first.marker === undefined ? undefined : article.markers[group.first.marker]
    const isSame =
      used &&
      own &&
      new Set(calls.map((marker) => marker.symbol)).size === 1 &&
      used.notice === undefined &&
      isTypeable(used.symbol) &&
      isTypeable(symbol) &&
      own.span.end > own.span.start
    report(group.first.span, used ? 'other' : 'unused', {
      ...(used ? {} : { severity: 'warning' as const }),
      data: { symbol, used: used?.symbol ?? '' },
      related: (used ? calls : statements).map(({ span }) => ({ span, message: 'call' })),
      suggestions:
        isSame && fixOf({ span: own.span, text: typed(used.symbol, format) }).fix
          ? [{ desc: 'same', data: { used: used.symbol }, edits: [{ span: own.span, text: typed(used.symbol, format) }] }]
          : [],
      article: linked.index,
    })
  }
}
