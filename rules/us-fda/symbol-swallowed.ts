import type { Check } from '../../src/core/rule.js'
import { typed } from './edits.js'
import { linkedArticles, owesDisclaimer } from './linking.js'

/** 21 CFR 101.93(d): the symbol has to be on the page. Markdown made emphasis or a bullet of this one. */
export const symbolSwallowed: Check = (context, report) => {
  if (!owesDisclaimer(context)) return
  for (const { article, index } of linkedArticles(context)) {
    for (const marker of article.markers) {
      if (!marker.swallowed) continue
      // a bullet or emphasis that opens any other note does no harm: its text is read all the same
      if (
        marker.role === 'note' &&
        !article.notices.some(({ kind, markers }) => kind === 'fda-disclaimer' && markers.some((own) => article.markers[own] === marker))
      )
        continue
      report(marker.span, marker.swallowed, {
        data: { symbol: marker.written },
        fix: [{ span: marker.span, text: typed(marker.written, 'markdown') }],
        article: index,
      })
    }
  }
}
