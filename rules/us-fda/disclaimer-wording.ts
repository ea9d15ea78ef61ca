import type { Notice, WordingDifference } from '../../src/core/document.js'
import type { Severity } from '../../src/core/finding.js'
import type { Check, CheckContext } from '../../src/core/rule.js'
import { disclaimerText } from './disclaimer-text.js'
import { replaceWords } from './edits.js'
import { callsByNotice, isUnseen, type LinkedArticle, linkedArticles, owesDisclaimer, statementsServed } from './linking.js'

/** 21 CFR 101.93(c), "shall state": the English disclaimer differs from the words of the law. One finding a disclaimer, with all its differences. */
export const disclaimerWording: Check = (context, report) => {
  if (!owesDisclaimer(context)) return
  const { blocks } = context.document
  for (const linked of linkedArticles(context)) {
    const { article, index, groups, general } = linked
    const numbers = rightNumbers(linked, context)
    for (const notice of article.notices) {
      if (notice.kind !== 'fda-disclaimer' || notice.language !== 'en' || isUnseen(blocks[notice.block]!) || general.has(notice)) continue
      if (notice.fidelity === 'fused' && groups.length > 0) continue
      const differences = notice.differences.filter((difference) => !isGrammarOfNumber(difference))
      const [worst] = [...differences].sort((a, b) => gravity.indexOf(a.kind) - gravity.indexOf(b.kind))
      if (!worst && notice.fidelity !== 'fused') continue
      const severity = worst ? severityOf(worst) : 'error'
      const text = disclaimerText[numbers.get(notice) ?? notice.number ?? 'plural']
      const edit = notice.fidelity === 'fused' ? undefined : replaceWords(notice, blocks, text)
      report(notice.span, notice.fidelity === 'fused' ? 'fused' : (worst?.kind ?? 'extra-words'), {
        severity,
        data: { found: worst?.found ?? '', expected: worst?.expected ?? '', diff: diffOf(differences) },
        related: differences.flatMap(({ place }) => (place ? [{ span: place.span, message: 'here' }] : [])),
        ...(edit && { fix: [edit] }),
        article: index,
      })
    }
  }
}

/** One statement or several, for the disclaimers of which it is known: a symbol on a sentence we do not understand leaves it open. */
function rightNumbers(linked: LinkedArticle, context: CheckContext): ReadonlyMap<Notice, 'singular' | 'plural'> {
  const calls = callsByNotice(linked)
  const numbers = new Map<Notice, 'singular' | 'plural'>()
  for (const [{ notices }, { length }] of statementsServed(linked, context)) {
    for (const notice of notices) {
      if (length > 1) numbers.set(notice, 'plural')
      else if ((calls.get(notice) ?? 0) <= 1) numbers.set(notice, 'singular')
    }
  }
  return numbers
}

/** Worst first: the difference that the message names. */
export const gravity: readonly WordingDifference['kind'][] = [
  'missing-sentence',
  'negation-lost',
  'intention-lost',
  'approved-for-evaluated',
  'wrong-agency',
  'missing-verb',
  'added-verb',
  'changed-verb',
  'order',
  'hedge-inserted',
  'missing-words',
  'extra-words',
  'agency-abbreviated',
  'number',
  'serial-comma',
]

/** `This statement` for `These statements` is the business of number agreement. */
export const isGrammarOfNumber = ({ kind, found, expected }: WordingDifference): boolean =>
  kind === 'number' &&
  `${found} ${expected}`
    .trim()
    .split(' ')
    .every((word) => /^(?:this|these|statements?|has|have)$/.test(word))

function severityOf({ kind, found, expected }: WordingDifference): Severity {
  if (kind === 'serial-comma' || kind === 'number') return 'info'
  if (kind === 'agency-abbreviated') return 'warning'
  return kind === 'extra-words' && expected === '' && found.split(' ').length <= 3 ? 'warning' : 'error'
}

/** `not "approved" but "evaluated"; missing: "cure"`, in marks any language reads: − what stands there, + what has to. */
export function diffOf(differences: readonly WordingDifference[]): string {
  return differences
    .map(({ found, expected }) => [found && `−"${found}"`, expected && `+"${expected}"`].filter(Boolean).join(' '))
    .filter(Boolean)
    .join('; ')
}
