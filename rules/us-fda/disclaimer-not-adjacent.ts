import type { Claim } from '../../src/core/claim.js'
import type { Check } from '../../src/core/rule.js'
import { bareGroups } from './disclaimer-symbol-missing.js'
import { endOf, insertAfter, insertBefore } from './edits.js'
import { danglingCalls, groupFor, isAdjacent, linkedArticles, owesDisclaimer } from './linking.js'

/** 21 CFR 101.93(d): without a symbol the disclaimer has to follow the statement "with no intervening material". */
export const disclaimerNotAdjacent: Check = (context, report) => {
  if (!owesDisclaimer(context)) return
  const { blocks, format } = context.document
  for (const linked of linkedArticles(context)) {
    const calls = danglingCalls(linked)
    for (const group of bareGroups(linked, context)) {
      if (calls.some((marker) => groupFor({ span: marker.span } as Claim, linked.groups) === group)) continue
      const distant = linked.statements.filter((claim) => groupFor(claim, linked.groups) === group && !isAdjacent(claim, group, context))
      if (distant.length === 0) continue
      const edits = distant.map((claim) => insertAfter(blocks[claim.block]!, endOf(blocks[claim.block]!, claim.sentence.at), '*', format))
      edits.push(insertBefore(blocks[group.first.block]!, group.first.words?.at.from ?? group.first.at.from, '*', format))
      const known = edits.flatMap((edit) => (edit ? [edit] : []))
      report(group.first.span, 'default', {
        data: { n: String(distant.length) },
        related: distant.map((claim) => ({ span: claim.span, message: 'claim' })),
        suggestions: known.length === edits.length ? [{ desc: 'mark', edits: known }] : [],
        article: linked.index,
      })
    }
  }
}
