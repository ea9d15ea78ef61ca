import type { Check } from '../../src/core/rule.js'
import { absenceOf, linkedArticles, linkToDisclaimer, owesDisclaimer } from './linking.js'

/** 21 U.S.C. 343(r)(6)(C), "prominently displayed": the only disclaimer stands where no reader looks. */
export const disclaimerHidden: Check = (context, report) => {
  if (!owesDisclaimer(context)) return
  for (const linked of linkedArticles(context)) {
    const [folded] = linked.folded
    if (folded && linked.statements.length > 0) report(folded.span, 'folded', { severity: 'warning', article: linked.index })
    if (absenceOf(linked, context) !== 'hidden') continue
    const related = linked.statements.map((claim) => ({ span: claim.span, message: 'claim' }))
    const notice = linked.hidden[0]
    if (notice) report(notice.span, 'default', { related, article: linked.index })
    else {
      const link = linkToDisclaimer(linked, context)
      if (link) report(link, 'link', { related, article: linked.index })
    }
  }
}
