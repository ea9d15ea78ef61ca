import type { Check } from '../../src/core/rule.js'
import { short, sourceOf } from './edits.js'
import { linkedArticles, owesDisclaimer } from './linking.js'

/** One symbol leads to the disclaimer and to another note: a reader cannot tell which is meant. */
export const symbolOverloaded: Check = (context, report) => {
  if (!owesDisclaimer(context)) return
  const claimed = new Set(context.claims.map(({ block }) => block))
  for (const { article, index, groups } of linkedArticles(context)) {
    const disclaimers = new Map(
      groups.flatMap((group) => group.notices.flatMap((notice) => notice.symbols.map((symbol) => [symbol, notice] as const))),
    )
    for (const notice of article.notices) {
      if (notice.kind === 'fda-disclaimer' || notice.kind === 'required-field') continue
      const symbol = notice.symbols.find((own) => disclaimers.has(own) && !/^(?:\[\^|\[?\d)/.test(own))
      const disclaimer = symbol === undefined ? undefined : disclaimers.get(symbol)
      // a line that makes a statement of its own is a symbol in the wrong place, not a second note
      if (symbol === undefined || !disclaimer || (notice.kind === 'other' && claimed.has(notice.block))) continue
      const isOneNote = disclaimer.markers.some((own) => notice.markers.includes(own))
      report(notice.span, 'default', {
        ...(isOneNote && { severity: 'info' as const }),
        data: { symbol, other: short(sourceOf(context, notice.span)) },
        related: [{ span: disclaimer.span, message: 'disclaimer' }],
        article: index,
      })
    }
  }
}
