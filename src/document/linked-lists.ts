import type { Block } from '../core/block.js'
import type { FoundEntry, FoundList } from './found-list.js'
import { holdsJapanese } from './language.js'
import { trimmed } from './pieces.js'
import { referenceSignals } from './reference-fields.js'
import { isProse } from './reference-headings.js'
import { labelAlone, opensLikeEntry } from './reference-lines.js'

/** The places that links of citations lead to. */
const citedPlaces = (blocks: readonly Block[]): ReadonlySet<string> =>
  new Set(
    blocks.flatMap(({ marks, text, landmark }) =>
      marks.flatMap((mark) =>
        mark.kind === 'link' && mark.href.startsWith('#') && landmark !== 'nav' && CITES.test(text.slice(mark.at.from, mark.at.to))
          ? [mark.href.slice(1)]
          : [],
      ),
    ),
  )

/** `<dt id="hsu">[Hsu17]</dt><dd>Hsu W. …</dd>`: labels that links lead to, each over its entry, and the labels beside them. */
export function termsLinkedTo(blocks: readonly Block[], known: readonly FoundList[]): FoundList[] {
  const listed = new Set(known.flatMap(({ entries }) => entries.map(({ block }) => block)))
  const labels = blocks.map((block) => (block.marks.some(({ kind }) => kind === 'anchor') ? labelAlone(block.text, false) : undefined))
  if (labels.every((label) => label === undefined)) return []
  const places = citedPlaces(blocks)
  const isCited = (i: number): boolean => blocks[i]!.marks.some((mark) => mark.kind === 'anchor' && places.has(mark.id))
  const lists: FoundList[] = []
  for (let i = 0; i + 1 < blocks.length; i++) {
    const terms: number[] = []
    for (; labels[i] !== undefined && blocks[i + 1] && !listed.has(i + 1); i += 2) terms.push(i)
    if (!terms.some(isCited) || !terms.some((term) => referenceSignals(blocks[term + 1]!.text) >= 2)) continue
    const entries = terms.map((term) => {
      const { text } = blocks[term + 1]!
      return { block: term + 1, at: trimmed(text, { from: 0, to: text.length }), label: labels[term]!, term }
    })
    lists.push({ label: '', kind: 'references', entries })
  }
  return lists
}

/** `<a href="#hsu">(Hsu 2017)</a>` … `<p id="hsu">Hsu W. …`: without a heading and without labels, what links lead to. */
export function linkedTo(blocks: readonly Block[], known: readonly FoundList[]): FoundList[] {
  const listed = new Set(known.flatMap(({ entries }) => entries.map(({ block }) => block)))
  const targets = citedPlaces(blocks)
  if (targets.size === 0) return []
  const entries = blocks.flatMap((block, i): FoundEntry[] =>
    !listed.has(i) &&
    (isProse(block) || block.role === 'list-item') &&
    block.marks.some((mark) => mark.kind === 'anchor' && targets.has(mark.id)) &&
    referenceSignals(block.text) >= 2 &&
    (opensLikeEntry(block.text) || holdsJapanese(block.text))
      ? [{ block: i, at: trimmed(block.text, { from: 0, to: block.text.length }) }]
      : [],
  )
  return entries.length > 0 ? [{ label: '', kind: 'references', entries }] : []
}

/** A name and a year, a key, or a figure. */
const CITES = /\p{L}.*(?:19|20)\d{2}|^\s*[[［]\p{L}{2,12}[-:]?\d{2}[a-z]?[\]］]\s*$|^\s*[[(（［]?\d{1,3}[\])）］]?\s*$/u
