import type { Check } from '../../src/core/rule.js'
import { short, sourceOf } from './edits.js'
import { linkedArticles, owesDisclaimer } from './linking.js'

/** One symbol leads to the disclaimer and to another note: a reader cannot tell which is meant. */
export const symbolOverloaded: Check = (context, report) => {
  if (!owesDisclaimer(context)) return
  const claimed = new Set(context.claims.map(({ block }) => block))
  for (const { article, index, groups } of linkedArticles(context)) {
    const disclaimers = new Map(groups.flatMap((group) => group.notices.map((notice) => [notice.symbol, notice] as const)))
    for (const notice of article.notices) {
      if (
        notice.kind === 'fda-disclaimer' ||
        notice.kind === 'required-field' ||
        notice.symbol === undefined ||
        /^(?:\[\^|\[?\d)/.test(notice.symbol)
      )
        continue
      const disclaimer = disclaimers.get(notice.symbol)
      // a line that makes a statement of its own is a symbol in the wrong place, not a second note
      if (!disclaimer || (notice.kind === 'other' && claimed.has(notice.block))) continue
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
