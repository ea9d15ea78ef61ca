import type { Article, Citation } from '../../src/core/document.js'
import type { Check } from '../../src/core/rule.js'
import { isNumbered, oncePerPlace, owedEntries } from './lists.js'

/** A number, footnote or name in the text for which the article has no entry. */
export const danglingReference: Check = ({ document }, report) => {
  for (const [index, article] of document.articles.entries()) {
    const entries = owedEntries(article).map(({ reference }) => reference)
    // names are looked up in a list only where the list is one of names
    const leads = (kind: Citation['kind']): boolean => article.citations.some((each) => each.kind === kind && each.reference !== undefined)
    const isByName = entries.length > 0 && (!isNumbered(entries) || (leads('author-year') && !leads('number') && !leads('footnote')))
    const isMissing = ({ kind, label, reference }: Citation): boolean =>
      reference === undefined &&
      (((kind === 'number' || kind === 'footnote') && label !== undefined) ||
        (kind === 'link' && label !== undefined) ||
        (kind === 'author-year' && isByName))
    for (const citations of oncePerPlace(article.citations)) {
      const missing = citations.filter(isMissing)
      if (missing.length === 0) continue
      const labels = missing.map(({ label, text }) => label?.replace(/^#/, '') ?? text)
      const message = entries.length > 0 ? 'default' : labels.some((label) => hasNotesLike(label, article)) ? 'noNote' : 'noList'
      report(missing[0]!.span, message, { data: { label: labels.join(', ') }, article: index })
    }
  }
}

/** 注3 on a page with 注1 and 注2: its notes are its list. */
const hasNotesLike = (label: string, { notices }: Article): boolean =>
  notices.some(({ symbols }) => symbols.some((symbol) => /^\D\d+$/.test(symbol) && symbol[0] === label[0]))
