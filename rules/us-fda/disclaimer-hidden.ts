import type { Check } from '../../src/core/rule.js'
import { absenceOf, commentsWithDisclaimer, linkedArticles, linkToDisclaimer, owesDisclaimer } from './linking.js'

/** 21 U.S.C. 343(r)(6)(C), "prominently displayed": the only disclaimer stands where no reader looks. */
export const disclaimerHidden: Check = (context, report) => {
  if (!owesDisclaimer(context)) return
  for (const linked of linkedArticles(context)) {
    if (absenceOf(linked, context) !== 'hidden') continue
    const related = linked.statements.map((claim) => ({ span: claim.span, message: 'claim' }))
    const notice = linked.hidden[0]
    const place = notice?.span ?? commentsWithDisclaimer(linked, context)[0]?.span
    if (place) report(place, 'default', { related, article: linked.index })
    else {
      const link = linkToDisclaimer(linked, context)
      if (link) report(link, 'link', { related, article: linked.index })
    }
  }
}
