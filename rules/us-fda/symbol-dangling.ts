import type { Marker } from '../../src/core/document.js'
import type { Check, CheckContext } from '../../src/core/rule.js'
import { absenceOf, danglingCalls, type LinkedArticle, linkedArticles, owesDisclaimer } from './linking.js'
import { callsOf } from './reach.js'

/** A symbol that leads to no note. Where the disclaimer itself is missing or bare, that is the defect, and reported there. */
export const symbolDangling: Check = (context, report) => {
  if (!owesDisclaimer(context)) return
  for (const linked of linkedArticles(context)) {
    const ofStatements = new Set(linked.statements.flatMap((claim) => callsOf(claim, linked.article, context.document.blocks)))
    const explained = explainedCalls(linked, context, ofStatements)
    for (const marker of danglingCalls(linked)) {
      if (explained.has(marker)) continue
      // on a statement it is the disclaimer that is wanted, not one symbol less
      const isSafe = marker.span.end > marker.span.start && !marker.swallowed && !ofStatements.has(marker)
      report(marker.span, 'default', {
        data: { symbol: marker.written },
        suggestions: isSafe
          ? [{ desc: 'remove', data: { symbol: marker.written }, edits: [{ span: removal(marker, context), text: '' }] }]
          : [],
        article: linked.index,
      })
    }
  }
}

/** Calls whose fault another rule reports: no disclaimer for the statement, or a disclaimer without a symbol. */
function explainedCalls(linked: LinkedArticle, context: CheckContext, ofStatements: ReadonlySet<Marker>): ReadonlySet<Marker> {
  const { groups } = linked
  const isAbsent = absenceOf(linked, context) !== undefined || isOnlyFused(linked)
  if (!isAbsent && (groups.length === 0 || groups.some((group) => group.symbols.size > 0))) return new Set()
  // the symbol that a statement carries wants the same disclaimer wherever else it stands
  const symbols = new Set([...ofStatements].map((marker) => marker.symbol))
  return new Set(danglingCalls(linked).filter(({ symbol }) => symbols.has(symbol)))
}

/** The only disclaimer is words inside a marketing sentence: no symbol could lead there. */
const isOnlyFused = ({ article, groups }: LinkedArticle): boolean =>
  groups.length === 0 && article.notices.some(({ fidelity }) => fidelity === 'fused')

/** With the backslash or tags of its own that make the symbol visible. */
function removal(marker: Marker, { document }: CheckContext): Marker['span'] {
  const raised = /<sup[^<>]{0,40}>$/.exec(document.source.slice(Math.max(0, marker.span.start - 50), marker.span.start))
  const closing = raised && /^<\/sup>/.exec(document.source.slice(marker.span.end, marker.span.end + 6))
  return raised && closing ? { start: marker.span.start - raised[0].length, end: marker.span.end + closing[0].length } : marker.span
}
