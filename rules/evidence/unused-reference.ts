import type { Check } from '../../src/core/rule.js'
import { citedEntries, isNumbered, keyOf, nameOf, owedEntries } from './lists.js'

/** An entry that nothing cites, though others are cited. */
export const unusedReference: Check = ({ document }, report) => {
  for (const [index, article] of document.articles.entries()) {
    const cited = citedEntries(article)
    const entries = owedEntries(article)
    const byHand = article.citations.some(({ kind, reference }) => reference !== undefined && kind !== 'named-source')
    if (!byHand) continue
    for (const { reference, index: at } of entries) {
      if (cited.has(at)) continue
      const isCountable = reference.label !== undefined || !isNumbered(article.references)
      if (!isCountable) continue
      const twin = entries.find((other) => other.index !== at && cited.has(other.index) && keyOf(other.reference) === keyOf(reference))
      report(reference.span, twin ? 'copy' : 'default', {
        data: { label: nameOf(reference), twin: twin ? nameOf(twin.reference) : '' },
        related: twin ? [{ span: twin.reference.span, message: 'twin' }] : [],
        article: index,
      })
    }
  }
}
