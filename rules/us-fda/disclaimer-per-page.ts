import type { Check } from '../../src/core/rule.js'
import { withDisclaimer } from './disclaimer-missing.js'
import { short } from './edits.js'
import { absenceOf, linkedArticles, owesDisclaimer } from './linking.js'

/** 21 CFR 101.93(d), "on each panel or page": another article of the file has the disclaimer, this one has not. */
export const disclaimerPerPage: Check = (context, report) => {
  if (!owesDisclaimer(context)) return
  for (const linked of linkedArticles(context)) {
    const first = linked.statements[0]
    if (!first || absenceOf(linked, context) !== 'other-article') continue
    report(first.span, 'default', {
      data: { title: short(linked.article.title ?? String(linked.index + 1)) },
      related: linked.statements.slice(1).map((claim) => ({ span: claim.span, message: 'also' })),
      suggestions: withDisclaimer(linked, context),
      article: linked.index,
      claim: first.id,
    })
  }
}
