import type { Check } from '../../src/core/rule.js'
import { linkedArticles, owesDisclaimer } from './linking.js'

/**
 * 21 CFR 101.15(c): what has to appear appears in English; labeling with text in a foreign language carries it too, in a language the
 * paragraph does not name. So a page without the English text gets a warning, a translated page with only the English text a remark.
 */
export const disclaimerLanguage: Check = (context, report) => {
  if (!owesDisclaimer(context) || !context.config.markets.includes('us')) return
  for (const { statements, groups, index } of linkedArticles(context)) {
    const notices = groups.flatMap((group) => group.notices)
    const first = notices[0]
    if (!first || statements.length === 0) continue
    const languages = new Set(notices.map((notice) => notice.language))
    const japanese = statements.filter((claim) => claim.language === 'ja').length
    const page = japanese * 2 > statements.length ? 'ja' : 'en'
    if (!languages.has('en')) report(first.span, page === 'en' ? 'foreign' : 'noEnglish', { article: index })
    else if (!languages.has(page)) report(first.span, 'noTranslation', { severity: 'info', article: index })
  }
}
