import type { Notice } from '../../src/core/document.js'
import type { Edit } from '../../src/core/finding.js'
import type { Check } from '../../src/core/rule.js'
import { disclaimerText } from './disclaimer-text.js'
import { isGrammarOfNumber } from './disclaimer-wording.js'
import { replaceWords } from './edits.js'
import { callsByNotice, linkedArticles, owesDisclaimer, statementsServed } from './linking.js'

/** 21 CFR 101.93(c)(1)-(2): "This statement" serves one statement, "These statements" several. Languages without number are left alone. */
export const disclaimerNumberAgreement: Check = (context, report) => {
  if (!owesDisclaimer(context)) return
  const { blocks } = context.document
  for (const linked of linkedArticles(context)) {
    const served = statementsServed(linked, context)
    const called = callsByNotice(linked)
    for (const group of linked.groups) {
      for (const notice of group.notices) {
        if (notice.number === undefined) continue
        const own = served.get(group) ?? []
        const calls = called.get(notice) ?? 0
        const message = messageFor(notice, own.length, calls)
        if (!message) continue
        const right = message === 'singular' || (message === 'mixed' && own.length === 1) ? disclaimerText.singular : disclaimerText.plural
        const edit = isVerbatim(notice) ? replaceWords(notice, blocks, right) : undefined
        report(notice.span, message, {
          // where no symbol leads here from the other statements either, that is what has to be mended first
          ...((message === 'singular' || (message === 'plural' && calls === 1)) && { severity: 'info' as const }),
          data: { n: String(own.length) },
          related: own.map((claim) => ({ span: claim.span, message: 'claim' })),
          ...fix(edit),
          article: linked.index,
        })
      }
    }
  }
}

const fix = (edit: Edit | undefined): { readonly fix?: readonly Edit[] } => (edit ? { fix: [edit] } : {})

/** Nothing but the number is wrong, so that replacing the words changes nothing else. */
const isVerbatim = ({ language, differences }: Notice): boolean =>
  language === 'en' && differences.every(({ kind }) => kind === 'number' || kind === 'serial-comma')

function messageFor(notice: Notice, statements: number, calls: number): 'plural' | 'singular' | 'mixed' | undefined {
  if (notice.differences.some(isGrammarOfNumber)) return 'mixed'
  if (notice.number === 'singular' && statements > 1) return 'plural'
  // several marked sentences of which we understood one: no reason to ask for the singular
  return notice.number === 'plural' && statements === 1 && calls <= 1 ? 'singular' : undefined
}
