import type { Check } from '../../src/core/rule.js'
import { short, sourceOf } from './edits.js'
import { linkedArticles, owesDisclaimer } from './linking.js'

/** One symbol leads to the disclaimer and to another note: a reader cannot tell which is meant. */
export const symbolOverloaded: Check = (context, report) => {
  if (!owesDisclaimer(context)) return
  for (const { article, index, groups } of linkedArticles(context)) {
    for (const notice of article.notices) {
      if (notice.kind === 'fda-disclaimer' || notice.symbol === undefined || /^\[?\^?\d/.test(notice.symbol)) continue
      const disclaimer = groups.flatMap((group) => group.notices).find((candidate) => candidate.symbol === notice.symbol)
      if (!disclaimer) continue
      // a line that opens with a statement of its own is a symbol in the wrong place, not a second note
      if (
        notice.kind === 'other' &&
        context.claims.some(
          (claim) => claim.block === notice.block && claim.span.start >= notice.span.start && claim.span.end <= notice.span.end,
        )
      )
        continue
      const isOneNote = disclaimer.marker === notice.marker
      report(notice.span, 'default', {
        ...(isOneNote && { severity: 'info' as const }),
        data: { symbol: notice.symbol, other: short(sourceOf(context, notice.span)) },
        related: [{ span: disclaimer.span, message: 'disclaimer' }],
        article: index,
      })
    }
  }
}
