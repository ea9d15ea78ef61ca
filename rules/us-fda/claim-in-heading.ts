import type { Check } from '../../src/core/rule.js'
import { bareStatements, symbolOf } from './claim-not-linked.js'
import { endOf, insertAfter, isTypeable } from './edits.js'
import { linkedArticles, owesDisclaimer } from './linking.js'

/** A heading of Japanese that ends in the part of the body it is for names its topic. */
const isPlace = /^[\p{sc=Hiragana}\p{sc=Han}\p{sc=Katakana}ー・、 　]{2,14}[にへ]$/u

/** A heading is a statement like any other, 21 U.S.C. 321(m); that writers dislike symbols in titles makes it a warning. */
export const claimInHeading: Check = (context, report) => {
  if (!owesDisclaimer(context)) return
  for (const linked of linkedArticles(context)) {
    const symbol = symbolOf(linked)
    if (symbol === undefined) continue
    for (const claim of bareStatements(linked, context)) {
      const block = context.document.blocks[claim.block]!
      if (block.role !== 'heading') continue
      // 毎日のおなかに, 働く目へ: what it is for, and no word of an effect
      if (claim.effect?.by === 'serve' && isPlace.test(block.text)) continue
      const edit = isTypeable(symbol) ? insertAfter(block, endOf(block, claim.sentence.at), symbol, context.document.format) : undefined
      report(claim.span, 'default', {
        data: { symbol },
        suggestions: edit ? [{ desc: 'mark', data: { symbol }, edits: [edit] }] : [],
        article: linked.index,
        claim: claim.id,
      })
    }
  }
}
