import type { Reference } from '../../src/core/document.js'
import type { Check } from '../../src/core/rule.js'
import { identifiersOf } from '../../src/document/identifiers.js'
import { nameOf, owedEntries } from './lists.js'

/**
 * An entry from which its work cannot be found. A work in English can be looked up by title, journal and year, so that one missing author or
 * locator is a remark there; Japanese journals are hardly indexed by title.
 */
export const referenceIncomplete: Check = ({ document, config }, report) => {
  for (const [index, article] of document.articles.entries()) {
    for (const { reference } of owedEntries(article)) {
      if (reference.missing.length === 0) continue
      // a locator that is there but malformed is reported as that
      if (reference.missing.join() === 'locator' && identifiersOf(reference.text).length > 0) continue
      report(reference.span, 'default', {
        ...(isFindable(reference) && { severity: 'info' as const }),
        data: {
          label: nameOf(reference),
          missing: reference.missing.map((field) => names[config.locale][field]).join(config.locale === 'ja' ? '、' : ', '),
        },
        article: index,
      })
    }
  }
}

const isFindable = ({ text, missing }: Reference): boolean =>
  !/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u.test(text) && missing.length === 1 && (missing[0] === 'author' || missing[0] === 'locator')

const names = {
  en: { author: 'author', title: 'title', source: 'journal or publisher', year: 'year', locator: 'DOI, link or pages' },
  ja: { author: '著者・機関', title: '題名', source: '雑誌・発行元', year: '発行年', locator: 'DOI・リンク・ページ' },
} as const
