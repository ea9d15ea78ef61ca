import type { Check } from '../../src/core/rule.js'
import { identifiersOf } from '../../src/document/identifiers.js'
import { owedEntries } from './lists.js'

/** A DOI, PMID, registry number, ISBN or address that cannot be right as it is written. Nothing is looked up. */
export const malformedIdentifier: Check = ({ document }, report) => {
  for (const [index, article] of document.articles.entries()) {
    for (const { reference } of owedEntries(article)) {
      const block = document.blocks[reference.block]!
      for (const identifier of identifiersOf(reference.text)) {
        if (identifier.isValid) continue
        const at = { from: reference.at.from + identifier.at.from, to: reference.at.from + identifier.at.to }
        report(block.map.toSource(at), 'default', { data: { id: identifier.text, type: names[identifier.kind] }, article: index })
      }
      const placeholder = /(?:URL|DOI|PMID|リンク)\s*[:：]\s*(後で記入|未記入|準備中|TBD|XXX+|to be added)/i.exec(reference.text)
      if (placeholder) {
        const from = reference.at.from + placeholder.index + placeholder[0].length - placeholder[1]!.length
        const span = block.map.toSource({ from, to: from + placeholder[1]!.length })
        if (!identifiersOf(reference.text).some(({ text, isValid }) => !isValid && text === placeholder[1]))
          report(span, 'placeholder', { data: { id: placeholder[1]! }, article: index })
      }
    }
  }
}

const names = { doi: 'DOI', pmid: 'PMID', pmcid: 'PMCID', nct: 'NCT', isbn: 'ISBN', umin: 'UMIN', jrct: 'jRCT', url: 'URL' } as const
