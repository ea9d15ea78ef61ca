import type { Check, CheckContext } from '../../src/core/rule.js'
import { bareStatements } from './claim-not-linked.js'
import { fixOf, insertBefore, isTypeable, markWith } from './edits.js'
import { byGroup, commonestSymbol, danglingCalls, isAdjacent, type LinkedArticle, linkedArticles, owesDisclaimer } from './linking.js'
import { callsOf, type DisclaimerGroup } from './reach.js'

/** 21 CFR 101.93(d): statements carry a symbol, the disclaimer does not. */
export const disclaimerSymbolMissing: Check = (context, report) => {
  if (!owesDisclaimer(context)) return
  for (const linked of linkedArticles(context)) {
    const groups = bareGroups(linked, context)
    if (groups.length === 0) continue
    const callsBy = byGroup(danglingCalls(linked), linked.groups)
    const statementsBy = byGroup(linked.statements, linked.groups)
    const bareBy = byGroup(bareStatements(linked, context), linked.groups)
    for (const group of groups) {
      const calls = callsBy.get(group) ?? []
      const marker = commonestSymbol(calls)
      if (!marker) continue
      const { symbol } = marker
      const block = context.document.blocks[group.first.block]!
      const { format } = context.document
      const others = bareBy.get(group) ?? []
      const edits = [insertBefore(block, group.first.words?.at.from ?? group.first.at.from, symbol, format)]
      // also the statement right before it, which needs no symbol as long as none is in use
      for (const claim of statementsBy.get(group) ?? []) {
        const of = context.document.blocks[claim.block]!
        edits.push(
          ...(markWith(symbol, of, claim.sentence.at, callsOf(claim, linked.article, context.document.blocks), format) ?? [undefined]),
        )
      }
      report(group.first.span, 'default', {
        data: { symbol },
        related: [
          ...calls.filter((call) => call.symbol === symbol).map((call) => ({ span: call.span, message: 'call' })),
          ...others.map((claim) => ({ span: claim.span, message: 'claim' })),
        ],
        ...(isTypeable(symbol) && fixOf(...edits)),
        article: linked.index,
      })
    }
  }
}

/** Disclaimers without a symbol whose statements do not all stand right before them; none where the article has one with a symbol. */
export function bareGroups(linked: LinkedArticle, context: CheckContext): readonly DisclaimerGroup[] {
  if (linked.groups.some((group) => group.symbols.size > 0)) return []
  const statements = byGroup(linked.statements, linked.groups)
  const dangles = danglingCalls(linked).length > 0
  return linked.groups.filter((group) => {
    const own = statements.get(group) ?? []
    return own.length === 0 ? dangles : !own.every((claim) => isAdjacent(claim, group, context))
  })
}
