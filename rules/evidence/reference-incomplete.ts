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

const isFindable = ({ text, missing, authors, source, title }: Reference): boolean => {
  const isJapanese = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u.test(text)
  // a book or report is looked up by its title
  if (missing.join() === 'locator') return !isJapanese || [authors, source].some((name) => name !== undefined && PUBLISHER.test(name))
  // authors, journal, volume and page lead to a paper without its title or its year
  if (missing.join() === 'title' || missing.join() === 'year') return true
  if (isJapanese) return false
  // nobody and nowhere: `Conference talk, 2018.`
  if (
    missing.includes('author') &&
    missing.includes('source') &&
    (title?.text.replace(/[\s,(]*(?:19|20)\d{2}\)?$/, '').split(/\s+/).length ?? 0) < 3
  )
    return false
  // volume and page lead to a paper without its author or title
  return (
    missing.join() === 'author' ||
    !missing.some((field, _, all) => field === 'year' || field === 'locator' || (field === 'title' && all.includes('source')))
  )
}

const PUBLISHER =
  /(?:出版[社会部局]?|書店|書房|書院|書林|新書|文庫|ブックス|ブルーバックス|新社|新聞社|講談社|[堂館省庁院]|機構|研究所|学会|協会|委員会|大学|Press)$/u

const names = {
  en: { author: 'author', title: 'title', source: 'journal or publisher', year: 'year', locator: 'DOI, link or pages' },
  ja: { author: '著者・機関', title: '題名', source: '雑誌・発行元', year: '発行年', locator: 'DOI・リンク・ページ' },
} as const
