import type { Check } from '../../src/core/rule.js'
import { isUnseen, linkedArticles, owesDisclaimer } from './linking.js'
import { markersIn } from './reach.js'

/** The disclaimer's symbol on a sentence that says nothing about the body. Silent when in doubt: a sentence with any concept of health may be a claim. */
export const symbolOnNonclaim: Check = (context, report) => {
  if (!owesDisclaimer(context)) return
  const { blocks } = context.document
  const claimed = new Set(context.claims.map(({ sentence }) => sentence))
  for (const { article, index, groups } of linkedArticles(context)) {
    const visible = new Set(groups.flatMap((group) => group.notices))
    // where a symbol means another note as well, that is the defect
    const shared = new Set(article.notices.flatMap(({ kind, symbols }) => (kind === 'fda-disclaimer' ? [] : symbols)))
    for (let i = article.blocks.first; i < article.blocks.end; i++) {
      const block = blocks[i]!
      if (isUnseen(block) || block.role !== 'prose' || /[:：]["”’)）\s*＊†‡※]{0,8}$/.test(block.text)) continue
      let at = 0
      for (const marker of markersIn(i, article)) {
        const notice = marker.notice === undefined ? undefined : article.notices[marker.notice]
        if (marker.role !== 'call' || !notice || !visible.has(notice) || shared.has(marker.symbol)) continue
        while (block.sentences[at + 1] && block.sentences[at + 1]!.at.from < marker.at.from) at++
        const sentence = block.sentences[at]
        if (!sentence || sentence.at.from >= marker.at.to || sentence.kind === 'question' || claimed.has(sentence)) continue
        if (sentence.effects.length > 0 || sentence.evidence.length > 0 || sentence.concepts.length > 0) continue
        report(marker.span, 'default', {
          data: { symbol: marker.written },
          suggestions: marker.span.end > marker.span.start ? [{ desc: 'remove', edits: [{ span: marker.span, text: '' }] }] : [],
          article: index,
        })
      }
    }
  }
}
