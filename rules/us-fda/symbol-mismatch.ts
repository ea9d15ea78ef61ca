import type { Check } from '../../src/core/rule.js'
import { isTypeable, markWith, typed } from './edits.js'
import { adjacentGroup, commonestSymbol, linkedArticles, owesDisclaimer } from './linking.js'
import { callsOf } from './reach.js'

/** 21 CFR 101.93(d), "the same symbol": the disclaimer carries a symbol that no statement carries. */
export const symbolMismatch: Check = (context, report) => {
  if (!owesDisclaimer(context)) return
  const { blocks, format } = context.document
  for (const linked of linkedArticles(context)) {
    const { article, statements, groups } = linked
    const group = groups.find(({ symbols }) => symbols.size > 0)
    if (!group || statements.length === 0) continue
    if (article.markers.some(({ notice }) => notice !== undefined && article.notices[notice]!.kind === 'fda-disclaimer')) continue
    // a footnote cites or explains: nobody means it for the disclaimer's symbol
    const calls = statements.flatMap((claim) => callsOf(claim, article, blocks)).filter(({ written }) => !written.startsWith('[^'))
    const used = commonestSymbol(calls.filter(({ notice }) => notice === undefined)) ?? commonestSymbol(calls)
    if (!used && statements.every((claim) => adjacentGroup(claim, linked, context))) continue
    const symbol = [...group.symbols][0]!
    const own = article.markers[group.first.markers[0] ?? -1]
    const canChange =
      used && own && used.notice === undefined && isTypeable(used.symbol) && isTypeable(symbol) && own.span.end > own.span.start
    // statements that carry no symbol yet would be the next to be reported
    const marking =
      used &&
      statements.map((claim) => markWith(used.symbol, blocks[claim.block]!, claim.sentence.at, callsOf(claim, article, blocks), format))
    report(group.first.span, used ? 'other' : 'unused', {
      ...(used ? {} : { severity: 'warning' as const }),
      data: { symbol, used: used?.symbol ?? '' },
      related: (used ? calls : statements).map(({ span }) => ({ span, message: 'call' })),
      suggestions:
        canChange && marking?.every((edits) => edits !== undefined)
          ? [
              {
                desc: 'same',
                data: { used: used.symbol },
                edits: [{ span: own.span, text: typed(used.symbol, format) }, ...marking.flat()],
              },
            ]
          : [],
      article: linked.index,
    })
  }
}
