import { byScript } from '../../src/core/by-script.js'
import type { Article, Reference } from '../../src/core/document.js'
import type { Check, Report } from '../../src/core/rule.js'
import { citedEntries, folded, keyOf, nameOf, owedEntries } from './lists.js'

/** Numbers of a list that jump or repeat, works that stand in it twice, one DOI under two titles, and numbers first cited out of order. */
export const numbering: Check = ({ document, elsewhere }, report) => {
  const byDoi = new Map<string, Reference>()
  for (const [index, article] of document.articles.entries()) {
    const entries = owedEntries(article)
    for (const i of article.referenceLists.keys()) {
      const own = entries
        .filter(({ reference, list }) => reference.list === i && list.label !== 'footnotes')
        .map(({ reference }) => reference)
      checkNumbers(own, index, report)
    }
    checkDoubles(article, index, report)
    for (const { reference } of entries) {
      const first = reference.doi === undefined ? undefined : byDoi.get(reference.doi)
      if (reference.doi !== undefined && !first) byDoi.set(reference.doi, reference)
      const other = reference.doi === undefined || first ? undefined : elsewhere[reference.doi]
      if (other && reference.title && isOtherTitle(reference.title.text, other.title)) {
        const { path, line, title } = other
        report(reference.span, 'otherFile', { data: { doi: reference.doi!, file: path, line: String(line), title }, article: index })
      }
      if (!first || !hasOtherTitle(first, reference)) continue
      report(reference.span, 'twoTitles', {
        data: { doi: reference.doi! },
        related: [{ span: first.span, message: 'first' }],
        article: index,
      })
    }
    checkOrder(article, index, report)
  }
}

function checkNumbers(references: readonly Reference[], article: number, report: Report): void {
  const numbers = references.map(({ label }) => (label !== undefined && /^※?\d+$/.test(label) ? Number(label.replace('※', '')) : undefined))
  for (let i = 1; i < references.length; i++) {
    const [before, here] = [numbers[i - 1], numbers[i]]
    if (before === undefined || here === undefined || here === before + 1) continue
    const isRepeated = numbers.indexOf(here) < i
    report(references[i]!.span, isRepeated ? 'repeated' : 'gap', { data: { a: String(before), b: String(here) }, article })
  }
}

function checkDoubles(article: Article, index: number, report: Report): void {
  const cited = citedEntries(article)
  const first = new Map<string, Reference>()
  for (const { reference, index: at } of owedEntries(article)) {
    const key = keyOf(reference)
    const twin = first.get(key)
    if (!twin) first.set(key, reference)
    // one DOI under two titles is another fault
    else if (hasOtherTitle(twin, reference)) continue
    // a copy that nobody cites is reported as such
    else if (cited.has(at) || cited.size === 0)
      report(reference.span, 'double', {
        data: { a: nameOf(twin), b: nameOf(reference) },
        related: [{ span: twin.span, message: 'first' }],
        article: index,
      })
  }
}

/** Numbers are given in the order of first citing, unless the list is in the order of the alphabet. */
function checkOrder({ citations, references }: Article, article: number, report: Report): void {
  if (isAlphabetical(references)) return
  // a gap in the list is the list's fault, not the text's
  const known = [
    ...new Set(references.flatMap(({ label }) => (label !== undefined && /^※?\d+$/.test(label) ? [numberOf(label)] : []))),
  ].sort((a, b) => a - b)
  let next = 0
  for (const { kind, label, reference, span } of citations) {
    if (kind !== 'number' || label === undefined || reference === undefined) continue
    const at = known.indexOf(numberOf(references[reference]!.label ?? label))
    if (at > next) {
      report(span, 'order', { data: { a: String(known[next]), b: String(known[at]) }, article })
      return
    }
    next = Math.max(next, at + 1)
  }
}

const numberOf = (label: string): number => Number(label.replace('※', ''))

const lead = byScript(/^[^\p{L}]+/u)

function isAlphabetical(references: readonly Reference[]): boolean {
  const keys = references.map(({ text }) => text.replace(lead(text), '').toLowerCase())
  return keys.length > 2 && keys.every((key, i) => i === 0 || key >= keys[i - 1]!)
}

/** Two titles that are neither the same nor one the translation of the other. */
const hasOtherTitle = ({ title: a }: Reference, { title: b }: Reference): boolean =>
  a !== undefined && b !== undefined && isOtherTitle(a.text, b.text)

const isOtherTitle = (a: string, b: string): boolean => folded(a) !== folded(b) && !isTranslation(a, b)

/** One title in Japanese, one in English: the same work, translated. */
const isTranslation = (a: string, b: string): boolean =>
  /[\p{sc=Hiragana}\p{sc=Katakana}]/u.test(a) !== /[\p{sc=Hiragana}\p{sc=Katakana}]/u.test(b)
