import type { Check } from '../../src/core/rule.js'
import { linkedArticles, owesDisclaimer } from './linking.js'
import { callsOf } from './reach.js'

/** Search results and cards show titles, descriptions and alt text alone, where no disclaimer can be seen. */
export const claimInMetadata: Check = (context, report) => {
  if (!owesDisclaimer(context)) return
  const { blocks } = context.document
  for (const linked of linkedArticles(context)) {
    for (const claim of linked.elsewhere) {
      const block = blocks[claim.block]!
      if (callsOf(claim, linked.article, blocks).some((marker) => marker.notice !== undefined)) continue
      report(claim.span, block.role === 'alt-text' ? 'alt' : 'default', {
        data: { field: block.field ?? block.role },
        article: linked.index,
        claim: claim.id,
      })
    }
  }
}
