import type { Claim } from '../../src/core/claim.js'
import type { Marker } from '../../src/core/document.js'
import type { Check } from '../../src/core/rule.js'
import { endOf, insertAfter } from './edits.js'
import { type LinkedArticle, linkedArticles, owesDisclaimer } from './linking.js'
import { callsOf, markersWithin } from './reach.js'

/** 21 CFR 101.93(d), "at the end of each such statement": the symbol stands before its end. */
export const symbolMisplaced: Check = (context, report) => {
  if (!owesDisclaimer(context)) return
  const { blocks, format } = context.document
  for (const linked of linkedArticles(context)) {
    for (const claim of linked.statements) {
      const block = blocks[claim.block]!
      const calls = callsOf(claim, linked.article, blocks).filter((marker) => leadsToDisclaimer(marker, linked))
      const opening = symbolAtStart(claim, linked)
      // one symbol for each benefit of a list is clearer than one at the end, not worse
      const marker = opening ?? (calls.length === 1 ? calls[0] : undefined)
      if (!marker || marker.block !== claim.block || marker.swallowed) continue
      const rest = opening ? block.text : restOf(block.text.slice(marker.at.to, Math.max(marker.at.to, claim.sentence.at.to)))
      if (!opening && (!/[\p{L}\p{N}]/u.test(rest) || endsStatement(claim, marker, block.text))) continue
      const isEnding = !opening && JAPANESE_ENDING.test(rest)
      const edit = insertAfter(block, endOf(block, claim.sentence.at), marker.symbol, format)
      report(marker.span, 'default', {
        ...(isEnding && { severity: 'info' as const }),
        data: { symbol: marker.written },
        related: [{ span: claim.span, message: 'claim' }],
        suggestions:
          edit && !opening && marker.span.end > marker.span.start ? [{ desc: 'move', edits: [{ span: marker.span, text: '' }, edit] }] : [],
        article: linked.index,
        claim: claim.id,
      })
    }
  }
}

/** サポート*します: what follows only ends the verb. */
const JAPANESE_ENDING =
  /^(?:し(?:ます|ている|ています|て|た)|する|できます|です|である|だ|ます|を(?:し|サポート)ます|いたします|に役立ちます)[。．.!！]?$/

/** A statement that somebody is quoted with ends where the quote does; one whose words are all there, where another clause begins. */
function endsStatement({ parts, span }: Claim, marker: Marker, text: string): boolean {
  if (/[.!?。！？]?[”’」』"']$/.test(text.slice(Math.max(0, marker.at.from - 4), marker.at.from))) return true
  const isWhole = [span, ...parts].every(({ end }) => end <= marker.span.start)
  return isWhole && NEXT_CLAUSE.test(text.slice(marker.at.to))
}

/** `memory* and our growers …`, `memory*, so …`, `支え*、`, `します*が`. */
const NEXT_CLAUSE =
  /^[)\]）］*†‡§◆※]*\s*(?:[,;:—–、，；：(（]|(?:(?:only|just|now|from|at|for)\s)?[$€£¥￥]|(?:and|but|or|so|yet|while|because|since|which|who|that|as|when|if|though|although|whereas|plus|is|are|was)\b|(?:が|けれど|ので|から|し、|と(?:いう|して|の)))/i

const restOf = (text: string): string => text.replace(/[\s*＊†‡※。．.!！?？、,)）」』”’"\]]/g, '').replace(/\[?\d{1,3}\]?$/, '')

const leadsToDisclaimer = (marker: Marker, { article, groups }: LinkedArticle): boolean =>
  marker.notice !== undefined && groups.some((group) => group.notices.includes(article.notices[marker.notice!]!))

/** The disclaimer's symbol that opens the statement instead of closing it. */
export function symbolAtStart(claim: Claim, { article, groups }: LinkedArticle): Marker | undefined {
  const { from } = claim.sentence.at
  return markersWithin(claim.block, article, from - 3, from + 3).find(
    (marker) =>
      marker.role === 'note' &&
      marker.at.to <= from + 3 &&
      groups.some(
        (group) =>
          group.symbols.has(marker.symbol) && !group.notices.some(({ markers }) => markers.some((own) => article.markers[own] === marker)),
      ),
  )
}
