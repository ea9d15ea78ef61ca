import type { Article, Citation, ReadBlock, Reference } from '../../src/core/document.js'

export type ReferenceList = Article['referenceLists'][number]

/** Entries that somebody has to cite: "Further reading" is left out. */
export function owedEntries(
  article: Article,
): readonly { readonly reference: Reference; readonly index: number; readonly list: ReferenceList }[] {
  return article.references.flatMap((reference, index) => {
    const list = article.referenceLists[reference.list]
    return list && !list.isFurtherReading ? [{ reference, index, list }] : []
  })
}

/** Indexes of the entries that the text points to. */
export const citedEntries = ({ citations, markers }: Article): ReadonlySet<number> =>
  new Set([...citations, ...markers].flatMap(({ reference }) => (reference === undefined ? [] : [reference])))

/** The entry's name for a message: its label, else its first words. */
export const nameOf = ({ label, text }: Reference): string => label ?? `${text.replace(/\s+/g, ' ').slice(0, 24)}…`

/** The same for two spellings of one work. */
export const keyOf = ({ doi, pmid, title, text }: Reference): string => doi ?? (pmid && `pmid:${pmid}`) ?? folded(title?.text ?? text)

export const folded = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

/** A bare paragraph or bullet list has no numbers to be cited by. */
export const isNumbered = (references: readonly Reference[]): boolean =>
  references.some(
    ({ label }) =>
      label !== undefined &&
      /^(?:\[?[※注]?\d+|[A-Zア-ン甲乙丙丁戊]|[ivxlcIVX]{1,6}|\p{L}[\p{L}\d+:_-]*\d{2,4}[a-z]?|[A-Z]{1,3}-?\d{1,3})$/u.test(label),
  )

/** Citations as they stand in the text, once a place: `[2-4]` is one of them. */
export function oncePerPlace(citations: readonly Citation[]): readonly (readonly Citation[])[] {
  const places = new Map<string, Citation[]>()
  for (const citation of citations) {
    const key = `${citation.span.start}:${citation.span.end}`
    places.set(key, [...(places.get(key) ?? []), citation])
  }
  return [...places.values()]
}

export const headingOf = (list: ReferenceList, blocks: readonly ReadBlock[]): ReadBlock | undefined =>
  list.heading === undefined ? undefined : blocks[list.heading]
