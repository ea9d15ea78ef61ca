import type { Check } from '../../src/core/rule.js'
import { isUnseen, linkedArticles, owesDisclaimer } from './linking.js'

/** The disclaimer's symbol on a sentence that says nothing about the body. Silent when in doubt: a sentence with any concept of health may be a claim. */
export const symbolOnNonclaim: Check = (context, report) => {
  if (!owesDisclaimer(context)) return
  const { blocks } = context.document
  for (const { article, index, groups } of linkedArticles(context)) {
    for (const marker of article.markers) {
      const notice = marker.notice === undefined ? undefined : article.notices[marker.notice]
      if (marker.role !== 'call' || !notice || !groups.some((group) => group.notices.includes(notice))) continue
      const block = blocks[marker.block]!
      if (isUnseen(block) || block.role !== 'prose' || /[:：]["”’)）\s*＊†‡※]*$/.test(block.text)) continue
      const sentence = block.sentences.findLast(
        (candidate) => candidate.at.from < Math.max(marker.at.from, 1) && candidate.at.from <= marker.at.from,
      )
      if (!sentence || sentence.kind === 'question') continue
      if (sentence.effects.length > 0 || sentence.evidence.length > 0 || sentence.concepts.length > 0) continue
      if (context.claims.some((claim) => claim.block === marker.block && claim.sentence.at.from === sentence.at.from)) continue
      report(marker.span, 'default', {
        data: { symbol: marker.written },
        suggestions: marker.span.end > marker.span.start ? [{ desc: 'remove', edits: [{ span: marker.span, text: '' }] }] : [],
        article: index,
      })
    }
  }
}
