import type { Check } from '../../src/core/rule.js'
import { bareGroups } from './disclaimer-symbol-missing.js'
import { endOf, insertAfter, insertBefore } from './edits.js'
import { byGroup, danglingCalls, isAdjacent, linkedArticles, owesDisclaimer } from './linking.js'

/** 21 CFR 101.93(d): without a symbol the disclaimer has to follow the statement "with no intervening material". */
export const disclaimerNotAdjacent: Check = (context, report) => {
  if (!owesDisclaimer(context)) return
  const { blocks, format } = context.document
  for (const linked of linkedArticles(context)) {
    const groups = bareGroups(linked, context)
    if (groups.length === 0) continue
    const calls = byGroup(danglingCalls(linked), linked.groups)
    const statements = byGroup(linked.statements, linked.groups)
    for (const group of groups) {
      if (calls.has(group)) continue
      const distant = (statements.get(group) ?? []).filter((claim) => !isAdjacent(claim, group, context))
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
