import type { Reference } from '../core/document.js'
import type { BlockFindings } from './block-findings.js'
import type { CitationHit } from './citations.js'
import { fold } from './english-disclaimer.js'
import type { FoundList } from './found-list.js'
import { appendTo } from './place.js'

/** What one citation asks for: a label where it names one, and the entry it leads to. */
interface Asked {
  readonly label: string | undefined
  readonly reference: number | undefined
}

/** `2018b`: the second work of its year. */
const LETTERED_YEAR = /^(?:19|20)\d{2}[a-h]$/

/** Finds the entry that a citation asks for, by label, anchor, address or names. */
export class ReferenceIndex {
  readonly #labels = new Map<string, number>()
  readonly #footnotes = new Map<string, number>()
  /** Labels of numbered remarks: a figure that leads to one asks for no source. */
  readonly #remarks: ReadonlySet<string>
  readonly #folded: readonly string[]
  #anchors: ReadonlyMap<string, Pick<Asked, 'reference'>> | undefined

  constructor(
    private readonly blocks: readonly BlockFindings[],
    private readonly references: readonly Reference[],
    lists: readonly FoundList[],
    remarks: readonly FoundList[],
  ) {
    for (const [i, { label, list }] of references.entries()) {
      if (label === undefined || lists[list]?.kind === 'further-reading') continue
      // a list under the heading Footnotes is one like any other
      const map = lists[list]?.label === 'footnotes' && lists[list].heading === undefined ? this.#footnotes : this.#labels
      if (!map.has(label)) map.set(label, i)
    }
    this.#remarks = new Set(remarks.flatMap(({ entries }) => entries.flatMap(({ label }) => label ?? [])))
    this.#folded = references.map((reference) => fold(reference.text).replace(/(?<=[\u3040-\u9fff])\s+(?=[\u3040-\u9fff])/g, ''))
  }

  /** Labels of listed entries, footnotes left out. */
  get labels(): ReadonlyMap<string, number> {
    return this.#labels
  }

  /** The entries a citation asks for, one for each label. */
  asked({ kind, labels, href }: CitationHit): readonly Asked[] {
    const anchor = href?.startsWith('#') ? this.#anchored(href.slice(1)) : undefined
    if (kind === 'number')
      return labels.map((label) => {
        const reference = this.#labels.get(label) ?? this.#footnotes.get(label) ?? anchor?.reference
        // a figure that leads to a place on the page which is no entry (a note) asks for none
        const isNote = anchor !== undefined || this.#remarks.has(label)
        return { label: isNote && reference === undefined ? undefined : label, reference }
      })
    if (kind === 'footnote') return [{ label: labels[0], reference: this.#footnotes.get(labels[0]!) ?? this.#labels.get(labels[0]!) }]
    if (kind === 'link' && href?.startsWith('#')) return [{ label: anchor ? undefined : href, reference: anchor?.reference }]
    const reference =
      kind === 'link' || kind === 'identifier' ? this.#byAddress(href ?? labels[0] ?? '') : (this.#byNames(labels) ?? this.#byKey(labels))
    return [{ label: undefined, reference }]
  }

  #anchored(id: string): Pick<Asked, 'reference'> | undefined {
    this.#anchors ??= anchorsOf(this.blocks, this.references)
    return this.#anchors.get(id)
  }

  #byAddress(address: string): number | undefined {
    const folded = address.toLowerCase().replace(/[/#?]+$/, '')
    const at = this.references.findIndex(
      ({ doi, pmid, url }) =>
        (doi !== undefined && folded.includes(doi)) ||
        (pmid !== undefined && (folded === pmid || folded.endsWith(`/${pmid}`))) ||
        (url !== undefined && url.toLowerCase().replace(/[/#?]+$/, '') === folded),
    )
    return at >= 0 ? at : undefined
  }

  /** Names and a year that an entry holds, or opens with in words whose first letters they are; a name alone has to open it. */
  #byNames(names: readonly string[]): number | undefined {
    const [only] = names
    const find = (names: readonly string[], isYear: (text: string) => boolean = () => true): number | undefined => {
      const at = this.#folded.findIndex((text, i) =>
        names.length > 1
          ? isYear(text) && names.every((name) => text.includes(name) || (/^[a-z]{2,6}$/.test(name) && this.#initials(i) === name))
          : only !== undefined && /^[^\p{L}\p{N}]*([\p{sc=Latin}\p{N}_][\p{sc=Latin}\p{N}_'’-]*|\p{sc=Han}{2,4})/u.exec(text)?.[1] === only,
      )
      return at >= 0 ? at : undefined
    }
    const lettered = names.find((name) => LETTERED_YEAR.test(name))
    if (lettered === undefined) return find(names)
    // `2018b` where the list has the year without a letter
    const year = lettered.slice(0, 4)
    const bare = new RegExp(`${year}(?![a-h](?![\\p{L}\\d]))`, 'u')
    return find(names) ?? find([...names.filter((name) => name !== lettered), year], (text) => bare.test(text))
  }

  /** ［宗方2015］ where an entry is labelled so. */
  #byKey(names: readonly string[]): number | undefined {
    if (names.length < 2) return undefined
    return [...this.#labels].find(([label]) => names.every((name) => fold(label).includes(name)))?.[1]
  }

  /** `nih` of National Institutes of Health, Office of …. */
  #initials(reference: number): string {
    const opening = /^[^,.(]+/.exec(this.references[reference]!.text)?.[0] ?? ''
    return (opening.match(/\b\p{Lu}/gu) ?? []).join('').toLowerCase()
  }
}

function anchorsOf(blocks: readonly BlockFindings[], references: readonly Reference[]): ReadonlyMap<string, Pick<Asked, 'reference'>> {
  const byBlock = new Map<number, number[]>()
  for (const [i, { block }] of references.entries()) appendTo(byBlock, block, i)
  const anchors = new Map<string, Pick<Asked, 'reference'>>()
  for (const { block, index } of blocks) {
    for (const mark of block.marks) {
      if (mark.kind !== 'anchor' || anchors.has(mark.id)) continue
      const reference = byBlock.get(index)?.find((i) => references[i]!.at.to >= mark.at.from)
      anchors.set(mark.id, { reference })
    }
  }
  return anchors
}
