import type { Check } from '../../src/core/rule.js'
import { short, sourceOf } from './edits.js'
import { linkedArticles, owesDisclaimer } from './linking.js'

/** A sentence beside the disclaimer takes it back: the mandatory words are there and say nothing any more. */
export const disclaimerContradicted: Check = (context, report) => {
  if (!owesDisclaimer(context)) return
  for (const { article, index } of linkedArticles(context)) {
    for (const place of article.contradictions ?? []) {
      report(place.span, 'default', { data: { text: short(sourceOf(context, place.span)) }, article: index })
    }
  }
}
