import type { Check } from '../../src/core/rule.js'
import { disclaimerText } from './disclaimer-text.js'
import { diffOf, gravity } from './disclaimer-wording.js'
import { replaceWords } from './edits.js'
import { isUnseen, linkedArticles, owesDisclaimer } from './linking.js'

/** 21 CFR 101.93(c) with 101.15(c): a translation has to say all that the English text says. */
export const disclaimerTranslation: Check = (context, report) => {
  if (!owesDisclaimer(context)) return
  const { blocks } = context.document
  for (const { article, index, groups, general } of linkedArticles(context)) {
    for (const notice of article.notices) {
      if (notice.kind !== 'fda-disclaimer' || notice.language === 'en' || isUnseen(blocks[notice.block]!) || general.has(notice)) continue
      const isFused = notice.fidelity === 'fused'
      if (isFused ? groups.length > 0 : notice.fidelity === 'translated' || notice.fidelity === 'exact') continue
      const [first] = [...notice.differences].sort((a, b) => gravity.indexOf(a.kind) - gravity.indexOf(b.kind))
      const edit = notice.language === 'ja' && !isFused ? replaceWords(notice, blocks, disclaimerText.ja) : undefined
      report(notice.span, isFused ? 'fused' : (first?.kind ?? 'extra-words'), {
        data: { found: first?.found ?? '', expected: first?.expected ?? '', diff: diffOf(notice.differences) },
        related: notice.differences.flatMap(({ place }) => (place ? [{ span: place.span, message: 'here' }] : [])),
        suggestions: edit ? [{ desc: 'replace', edits: [edit] }] : [],
        article: index,
      })
    }
  }
}
