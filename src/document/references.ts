import type { Article, Reference } from '../core/document.js'
import type { BlockFindings } from './block-findings.js'
import type { FoundList } from './found-list.js'
import type { NoticeTexts } from './notice-texts.js'
import { placeIn } from './place.js'
import { isNames, namesSource } from './reference-entries.js'
import { isPlaceholder, readReference, referenceSignals } from './reference-fields.js'

/** The entries of an article's lists with what could be read of them; `first` is the article's first block. */
export function referencesIn(
  blocks: readonly BlockFindings[],
  lists: readonly FoundList[],
  first: number,
  texts: NoticeTexts,
): Reference[] {
  const references = lists.flatMap((list, listIndex) =>
    list.entries.map((entry): Reference => {
      const found = blocks[entry.block - first]!
      const text = found.block.text.slice(entry.at.from, entry.at.to)
      const { title, authors, source, year, identifiers, missing } = readReference(text, texts)
      const titleAt = title && { from: title.at.from + entry.at.from, to: title.at.to + entry.at.from }
      const link = found.block.marks.find(
        (mark) => mark.kind === 'link' && mark.at.from >= entry.at.from && mark.at.to <= entry.at.to && /^https?:/i.test(mark.href),
      )
      const identified = (kind: string): string | undefined => identifiers.find((identifier) => identifier.kind === kind)?.value
      const url = identified('url') ?? (link?.kind === 'link' ? link.href : undefined)
      const [doi, pmid] = [identified('doi'), identified('pmid')]
      return {
        ...placeIn(found, entry.at),
        ...(entry.label !== undefined && { label: entry.label }),
        text,
        ...(title && titleAt && { title: { ...placeIn(found, titleAt), text: title.text } }),
        ...(authors !== undefined && { authors }),
        ...(source !== undefined && { source }),
        ...(year !== undefined && { year }),
        ...(doi !== undefined && { doi }),
        ...(pmid !== undefined && { pmid }),
        ...(url !== undefined && { url }),
        list: listIndex,
        missing:
          (list.kind === 'notes' && isRemark(text, missing, texts) && !(isFragment(text) && mostlySources(list, blocks, first))) ||
          (url !== undefined && link && (title || authors))
            ? []
            : missing,
      }
    }),
  )
  return references.map((reference, i) => (isShortened(reference, references.slice(0, i)) ? { ...reference, missing: [] } : reference))
}

/** `Lund, Dry Bottle, 46.`, 山田『緑茶缶の本』46頁: a name, a page, at most a few words of the title; the entry above that opens with the name is the whole. */
function isShortened({ text, missing, list }: Reference, before: readonly Reference[]): boolean {
  if (
    missing.length === 0 ||
    text.length > 90 ||
    !/(?:[,、]\s?|\bpp?\.\s?)\d{1,4}(?:\s?[-–]\s?\d{1,4})?\.?$|\d{1,4}\s?(?:頁|ページ)。?$/.test(text)
  )
    return false
  const name = /^[\s\d[\]().^※*]*(\p{Lu}[\p{L}'’-]{2,}|\p{sc=Han}{1,3})(?=[\s,、『「・])/u.exec(text)?.[1]
  return (
    name !== undefined && before.some((other) => other.list === list && other.missing.length < 2 && other.text.slice(0, 60).includes(name))
  )
}

/** `Trade press.`, 古い帳面: a few words and no sentence. */
const isFragment = (text: string): boolean => {
  const words = text.replace(/^[\s\d[\](){}.:†※*^注]+|^[ivxlc]{1,6}[.)]\s/, '').replace(/[\s.。]+$/, '')
  return /[\u3040-\u9fff]/.test(words)
    ? words.length <= 10 && !/[をはがでたるい。]/.test(words.slice(1))
    : words.split(/\s+/).length <= 3 &&
        /^\p{Lu}/u.test(words) &&
        !/^(?:see|same|as|about|without|with|per|not|all|one|my|our|by|in|from|for)\b/i.test(words)
}

const mostlySources = (list: FoundList, blocks: readonly BlockFindings[], first: number): boolean =>
  list.entries.length >= 3 &&
  list.entries.filter(({ block, at }) => referenceSignals(blocks[block - first]!.block.text.slice(at.from, at.to)) >= 1).length >=
    list.entries.length - 2

/** In a list of notes: nothing of a source can be read in it, and it mentions none. */
const isRemark = (text: string, missing: Reference['missing'], texts: NoticeTexts): boolean =>
  missing.length >= 4 &&
  !isPlaceholder(text, texts) &&
  !namesSource(text, texts) &&
  !isNames(text) &&
  !/(?:19|20)\d{2}|\bstudy\b|journal|研究|資料|論文/i.test(text)

/** Where each list begins and ends among the references. */
export function listHeads(lists: readonly FoundList[], references: readonly Reference[]): Article['referenceLists'] {
  return lists.map((list, i) => {
    const first = references.findIndex((reference) => reference.list === i)
    const end = references.findLastIndex((reference) => reference.list === i) + 1
    return {
      ...(list.heading !== undefined && { heading: list.heading }),
      label: list.label,
      first,
      end,
      ...(list.kind === 'further-reading' && { isFurtherReading: true }),
    }
  })
}
