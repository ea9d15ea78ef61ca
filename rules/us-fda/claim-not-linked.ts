import type { Claim } from '../../src/core/claim.js'
import type { Edit } from '../../src/core/finding.js'
import type { Check, CheckContext } from '../../src/core/rule.js'
import type { Sentence } from '../../src/core/sentence.js'
import { endOf, fixOf, insertAfter, isTypeable } from './edits.js'
import { adjacentGroup, type LinkedArticle, linkedArticles, owesDisclaimer, unlinkedStatements } from './linking.js'
import { callsOf } from './reach.js'
import { symbolAtStart } from './symbol-misplaced.js'

/** 21 CFR 101.93(d), "at the end of each such statement": the disclaimer carries a symbol, this statement does not. */
export const claimNotLinked: Check = (context, report) => {
  if (!owesDisclaimer(context)) return
  const { claims, reported } = context
  const faulty = new Set(claims.filter(({ id }) => reported.has(id)).map(({ sentence }) => sentence))
  for (const linked of linkedArticles(context)) {
    const symbol = symbolOf(linked)
    if (symbol === undefined) continue
    const bare = bareStatements(linked, context)
    const spared = sparedStatements(linked, context, new Set(bare))
    const teaches = isLong(linked, context)
    for (const claim of bare) {
      const block = context.document.blocks[claim.block]!
      if (block.role === 'heading') continue
      // once this one is marked, a statement right before the disclaimer is the only one without the symbol
      const marked = [claim, ...spared]
      const edits = marked.every((each) => mayBeMarked(each, faulty)) && marked.map((each) => markAtEnd(each, symbol, context))
      // right before the disclaimer the law asks for no symbol: an oversight rather than an offence
      const isLawful = adjacentGroup(claim, linked, context) !== undefined
      const isDoubtful = teaches && isUnnamed(claim, context)
      report(claim.span, 'default', {
        ...((isLawful || isDoubtful) && { severity: 'warning' as const }),
        data: { symbol },
        related: linked.groups.slice(0, 1).map((group) => ({ span: group.first.span, message: 'disclaimer' })),
        ...(isTypeable(symbol) && edits && !isDoubtful && fixOf(...edits)),
        article: linked.index,
        claim: claim.id,
      })
    }
  }
}

/** A symbol is set without asking only where nothing else is wrong: no reviewer should find an unlawful sentence, or a question, dressed as a lawful claim. */
const mayBeMarked = ({ sentence }: Claim, faulty: ReadonlySet<Sentence>): boolean => sentence.kind !== 'question' && !faulty.has(sentence)

/** In a paragraph of an article that teaches, a sentence that does not name its subject need not speak of the product: the words alone do not decide. */
function isUnnamed({ block, effect, sentence }: Claim, { document: { blocks } }: CheckContext): boolean {
  const { role, sentences } = blocks[block]!
  if ((role !== 'prose' && role !== 'list-item') || sentences.length < 2 || !effect || !unnamed.has(effect.agent.kind)) return false
  return sentence.language !== 'en' || !effect.by.startsWith('act.') || effect.act.at.from !== sentence.at.from
}
const unnamed: ReadonlySet<string> = new Set(['zero', 'pronoun', 'unknown'])
/** Sentences from which on an article teaches as well as it sells. */
const longArticle = 20
function isLong({ article }: LinkedArticle, { document }: CheckContext): boolean {
  const blocks = document.blocks.slice(article.blocks.first, article.blocks.end)
  return blocks.reduce((count, { sentences }) => count + sentences.length, 0) >= longArticle
}

const markAtEnd = (claim: Claim, symbol: string, { document: { blocks, format } }: CheckContext): Edit | undefined =>
  insertAfter(blocks[claim.block]!, endOf(blocks[claim.block]!, claim.sentence.at), symbol, format)

/** Unmarked statements that are not reported, since the disclaimer follows them and its symbol is not in use. */
const sparedStatements = (linked: LinkedArticle, context: CheckContext, reported: ReadonlySet<Claim>): readonly Claim[] =>
  linked.statements.filter(
    (claim) =>
      !reported.has(claim) &&
      (adjacentGroup(claim, linked, context)?.symbols.size ?? 0) > 0 &&
      callsOf(claim, linked.article, context.document.blocks).length === 0,
  )

/** The symbol of the article's disclaimer, of the one a reader meets first. */
export const symbolOf = ({ groups }: LinkedArticle): string | undefined => groups.flatMap((group) => [...group.symbols])[0]

/** Unlinked statements that carry no symbol at all: one with a symbol that leads nowhere is the dangling symbol's business. */
export function bareStatements(linked: LinkedArticle, context: CheckContext): readonly Claim[] {
  const { blocks } = context.document
  return unlinkedStatements(linked, context).filter(
    (claim) => callsOf(claim, linked.article, blocks).every(({ notice }) => notice !== undefined) && !symbolAtStart(claim, linked),
  )
}
