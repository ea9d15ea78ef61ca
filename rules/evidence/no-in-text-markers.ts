import type { Check } from '../../src/core/rule.js'
import { citedEntries, headingOf, isNumbered, owedEntries } from './lists.js'

/** A reference list that no sentence points to: none of its entries supports anything. Once a list, at its heading. */
export const noInTextMarkers: Check = ({ document, claims }, report) => {
  for (const [index, article] of document.articles.entries()) {
    const cited = citedEntries(article)
    const isByName = article.citations.some(
      ({ kind, reference }) =>
        kind === 'author-year' || (kind === 'named-source' && reference !== undefined && !isNumbered(article.references)),
    )
    const isLinked = article.citations.some(({ kind }) => kind === 'link' || kind === 'identifier')
    const isMarked = article.citations.some(({ kind, reference }) => (kind === 'number' || kind === 'footnote') && reference !== undefined)
    for (const [i, list] of article.referenceLists.entries()) {
      const entries = owedEntries(article).filter(({ reference }) => reference.list === i)
      const first = entries[0]
      if (!first || isByName || isMarked || isLinked) continue
      if (
        !isNumbered(entries.map(({ reference }) => reference)) &&
        !claims.some((claim) => claim.article === index && claim.kind === 'study')
      )
        continue
      // a journal named in the text cites by chance, so it does not count as a style of citing
      if (
        entries.some(
          ({ index: at }) => cited.has(at) && article.citations.some(({ kind, reference }) => reference === at && kind !== 'named-source'),
        )
      )
        continue
      const heading = headingOf(list, document.blocks)
      const span = heading ? heading.map.toSource({ from: 0, to: heading.text.split('\n')[0]!.trimEnd().length }) : first.reference.span
      report(span, 'default', {
        data: { k: String(entries.length) },
        related: entries.map(({ reference }) => ({ span: reference.span, message: 'entry' })),
        article: index,
      })
    }
  }
}
