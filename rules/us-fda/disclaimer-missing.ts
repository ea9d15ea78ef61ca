import type { Edit } from '../../src/core/finding.js'
import type { Check, CheckContext } from '../../src/core/rule.js'
import { disclaimerText } from './disclaimer-text.js'
import { isTypeable, markWith, typed } from './edits.js'
import { absenceOf, commentsWithDisclaimer, type LinkedArticle, linkedArticles, owesDisclaimer } from './linking.js'
import { callsOf } from './reach.js'

/** 21 CFR 101.93(b): statements, and no disclaimer anywhere on the page. Once, at the first of them. */
export const disclaimerMissing: Check = (context, report) => {
  if (!owesDisclaimer(context)) return
  for (const linked of linkedArticles(context)) {
    const first = linked.statements[0]
    const { suggested } = linked
    if (!first && suggested[0] && linked.article.notices.every(({ kind }) => kind !== 'fda-disclaimer'))
      report(suggested[0].span, 'suggested', {
        severity: 'info',
        related: suggested.slice(1).map((claim) => ({ span: claim.span, message: 'also' })),
        article: linked.index,
        claim: suggested[0].id,
      })
    if (!first || absenceOf(linked, context) !== 'none') continue
    const [comment] = commentsWithDisclaimer(linked, context)
    report(first.span, comment ? 'commented' : 'default', {
      data: { n: String(linked.statements.length) },
      related: [
        ...linked.statements.slice(1).map((claim) => ({ span: claim.span, message: 'also' })),
        ...(comment ? [{ span: comment.span, message: 'comment' }] : []),
      ],
      suggestions: withDisclaimer(linked, context),
      article: linked.index,
      claim: first.id,
    })
  }
}

/** Appends the disclaimer to the article and marks every statement with its symbol. */
export function withDisclaimer(linked: LinkedArticle, context: CheckContext): { desc: string; edits: readonly Edit[] }[] {
  const { document } = context
  if (document.format === 'html' && !/<\/[a-z]+>/i.test(document.source)) return []
  const symbol = freeSymbol(linked, context)
  if (symbol === undefined) return []
  const edits: Edit[] = []
  for (const claim of linked.statements) {
    const block = document.blocks[claim.block]!
    const marking = markWith(symbol, block, claim.sentence.at, callsOf(claim, linked.article, document.blocks), document.format)
    if (!marking) return []
    edits.push(...marking)
  }
  const last = document.blocks.slice(linked.article.blocks.first, linked.article.blocks.end).findLast((block) => block.role !== 'metadata')
  if (!last) return []
  const texts: string[] = [linked.statements.length > 1 ? disclaimerText.plural : disclaimerText.singular]
  if (linked.statements.some((claim) => claim.language === 'ja')) texts.push(disclaimerText.ja)
  const newline = document.source.includes('\r\n') ? '\r\n' : '\n'
  const end = document.articles.length === 1 ? document.source.trimEnd().length : last.span.end
  const paragraphs = texts.map((text) => paragraph(text, typed(symbol, document.format), document.format))
  const appended = paragraphs.map((text) => `${newline}${newline}${text}`).join('')
  // the last statement may end where the text ends: one edit a place
  const atEnd = edits.findIndex(({ span }) => span.end === end)
  if (atEnd >= 0) edits[atEnd] = { span: edits[atEnd]!.span, text: edits[atEnd]!.text + appended }
  else edits.push({ span: { start: end, end }, text: appended })
  return [{ desc: 'append', edits }]
}

/** The symbol the statements carry, unless another note has it already. */
function freeSymbol({ article, statements }: LinkedArticle, { document }: CheckContext): string | undefined {
  const carried = statements
    .flatMap((claim) => callsOf(claim, article, document.blocks))
    .find((marker) => !marker.swallowed && isTypeable(marker.symbol))
  const used = new Set(article.notices.flatMap(({ symbols }) => symbols))
  return [carried?.symbol ?? '*', '*', '†', '‡', '◆'].find((symbol) => !used.has(symbol))
}

function paragraph(text: string, symbol: string, format: string): string {
  if (format === 'markdown') return `**${symbol}${text}**`
  return format === 'html' ? `<p><strong>${symbol}${text}</strong></p>` : `${symbol}${text}`
}
