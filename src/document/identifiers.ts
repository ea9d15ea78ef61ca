import type { TextSpan } from '../core/span.js'

export interface Identifier {
  readonly kind: 'doi' | 'pmid' | 'pmcid' | 'nct' | 'isbn' | 'umin' | 'jrct' | 'url'
  readonly text: string
  /** Folded so that two spellings of one identifier are equal: a DOI in lower case without its resolver. */
  readonly value: string
  readonly at: TextSpan
  readonly isValid: boolean
}

const DOI_LETTERS = '[^\\s"<>、。,，；「」『』【】［］（）\\u3040-\\u30ff\\u4e00-\\u9fff]'
const IDENTIFIER = new RegExp(
  [
    `(?<url>https?:\\/\\/[^\\s"<>、。，「」『』【】（）]{1,400})`,
    // an address whose scheme was left out
    `(?<![\\w@/.:-])(?<host>(?:[a-z0-9-]{1,40}\\.){1,5}(?:edu|gov|org|com|net|info|int|eu|uk|jp|ca|au|de|fr|ch)\\/[^\\s"<>、。，「」『』【】（）]{1,300})`,
    `(?<doi>\\b10\\.\\d{4,9}\\/${DOI_LETTERS}{1,200})`,
    `\\bdoi\\s*[:：]?\\s*(?:org\\/)?(?<label>${DOI_LETTERS}{2,200})`,
    `\\bPMID\\s*[:：#]?\\s*(?<pmid>\\w{1,20})`,
    `\\b(?<pmcid>PMC\\s?\\d{1,12})\\b`,
    `\\b(?<nct>NCT\\s?\\d{1,14})\\b`,
    `\\bISBN(?:-1[03])?\\s*[:：]?\\s*(?<isbn>[\\dXx][\\dXx -]{5,20}[\\dXx])`,
    `\\b(?<umin>UMIN\\s?(?:CTR)?\\s?\\d{1,14})\\b`,
    `\\b(?<jrct>jRCT[a-z]{0,2}\\d{1,14})\\b`,
  ].join('|'),
  'giu',
)

/** How each of them begins: a quick look, so that most texts are done with after it. */
const MAY_BE_IDENTIFIER = /https?:|\b(?:10\.|doi|pm(?:id|c)|nct|isbn|umin|jrct)|\.[a-z]{2,4}\//iu

/** The DOIs, PMIDs, registry numbers and addresses of a text, well formed or not. A bare number is none: it needs its label. */
export function identifiersOf(text: string): readonly Identifier[] {
  const found: Identifier[] = []
  if (!MAY_BE_IDENTIFIER.test(text)) return found
  for (const match of text.matchAll(IDENTIFIER)) {
    const groups = match.groups ?? {}
    for (const [name, raw] of Object.entries(groups)) {
      if (raw === undefined) continue
      const written = name === 'url' || name === 'host' || name === 'doi' || name === 'label' ? withoutTail(raw) : raw
      const from = match.index + match[0].lastIndexOf(raw)
      const made = identify(name, written)
      if (made) found.push({ ...made, text: written, at: { from, to: from + written.length } })
    }
  }
  return found
}

type Made = Pick<Identifier, 'kind' | 'value' | 'isValid'>

function identify(name: string, written: string): Made | undefined {
  const digits = written.replace(/\D/g, '')
  switch (name) {
    case 'url': {
      const doi = /^https?:\/\/(?:dx\.)?doi\.org\/(.*)$/i.exec(written)
      if (doi) return { kind: 'doi', value: doi[1]!.toLowerCase(), isValid: isDoi(doi[1]!) }
      const pubmed = /^https?:\/\/(?:www\.)?(?:pubmed\.ncbi\.nlm\.nih\.gov|ncbi\.nlm\.nih\.gov\/pubmed)\/(\d+)/i.exec(written)
      if (pubmed) return { kind: 'pmid', value: pubmed[1]!, isValid: pubmed[1]!.length <= 8 }
      const archived = /^https?:\/\/(?:www\.|pmc\.)?ncbi\.nlm\.nih\.gov\/(?:pmc\/)?articles\/PMC(\d+)/i.exec(written)
      if (archived) return identify('pmcid', archived[1]!)
      const published = /\/doi\/(?:(?:abs|full|pdf|epdf|book)\/)?(10\.\d{4,9}\/[^\s?#]+)/i.exec(written)
      if (published) return { kind: 'doi', value: published[1]!.toLowerCase(), isValid: isDoi(published[1]!) }
      return { kind: 'url', value: written.replace(/[/#?]+$/, ''), isValid: isAddress(written) }
    }
    case 'host':
      return identify('url', `https://${written}`)
    case 'doi':
      return { kind: 'doi', value: written.toLowerCase(), isValid: isDoi(written) }
    case 'label':
      return /^(?:10|\d)/.test(written) || /[./]\d/.test(written) || /^(?:tbd|xxx|todo|n\/a)/i.test(written)
        ? { kind: 'doi', value: written.toLowerCase(), isValid: isDoi(written) }
        : undefined
    case 'pmid':
      return /\d/.test(written) || /^(?:tbd|xxx)/i.test(written)
        ? { kind: 'pmid', value: digits, isValid: /^\d{1,8}$/.test(written) }
        : undefined
    case 'pmcid':
      return { kind: 'pmcid', value: digits, isValid: digits.length >= 4 && digits.length <= 9 }
    case 'nct':
      return { kind: 'nct', value: digits, isValid: digits.length === 8 }
    case 'umin':
      return { kind: 'umin', value: digits, isValid: digits.length === 9 }
    case 'jrct':
      return { kind: 'jrct', value: written.toLowerCase(), isValid: digits.length === 10 || digits.length === 9 }
    default:
      return {
        kind: 'isbn',
        value: written.replace(/[^\dXx]/g, '').toUpperCase(),
        isValid: isIsbn(written.replace(/[^\dXx]/g, '').toUpperCase()),
      }
  }
}

/** DOI syntax: directory indicator `10.` and four to nine digits, a slash, a suffix. A space or a second scheme in it is a typing error. */
const isDoi = (text: string): boolean => /^10\.\d{4,9}(?:\.\d+)*\/\S+$/.test(text) && !/[.,;:]$/.test(text)

/** An address set aside for examples (RFC 2606) is one still to be filled in, unless it names a page there. */
const isAddress = (url: string): boolean =>
  /^https?:\/\/[^/\s]+\.[a-z]{2,}/i.test(url) && !/^https?:\/\/(?:www\.)?example\.(?:com|org|net)(?:\/?$|\/[^/\d-]*$)/i.test(url)

/** Addresses under which one work stands for good, so that nothing else need be said. */
const ARCHIVE =
  /\b(?:jstage\.jst\.go\.jp\/article|(?:ci|cir|cinii)\.(?:nii\.)?ac\.jp\/(?:naid|crid)|hdl\.handle\.net|(?:ndlsearch|id|dl)\.ndl\.go\.jp|arxiv\.org\/abs|(?:med|bio)rxiv\.org\/content|clinicaltrials\.gov\/(?:ct2\/show|study)|europepmc\.org\/(?:article|abstract)|sciencedirect\.com\/science\/article|springer\.com\/article|nature\.com\/articles|academic\.oup\.com\/\w+\/article|cambridge\.org\/core\/journals|mdpi\.com\/\d{4}-\d|frontiersin\.org\/articles|jamanetwork\.com\/journals|bmj\.com\/content|archive\.org\/details|semanticscholar\.org\/paper)/i

export const isArchive = (url: string): boolean => ARCHIVE.test(url)

/** The check digit of ISBN-10 (mod 11) and ISBN-13 (mod 10, weights 1 and 3). */
function isIsbn(isbn: string): boolean {
  const values = [...isbn].map((letter) => (letter === 'X' ? 10 : Number(letter)))
  if (isbn.length === 10) return values.reduce((sum, value, i) => sum + value * (10 - i), 0) % 11 === 0
  return isbn.length === 13 && values.reduce((sum, value, i) => sum + value * (i % 2 ? 3 : 1), 0) % 10 === 0
}

/** `…/101(2026年3月3日閲覧)`, `…/101を参照`: words that follow an address without a space; `/wiki/亜鉛_(元素)` is all address. */
const REMARK_BEHIND = /(?<=[\w/])[(](?=[^()]*\p{sc=Han})|(?<=^[\x21-\x7e]+[\w/])\p{sc=Hiragana}/u

/** Punctuation at the end of a sentence is not part of an identifier; a closing bracket is, where it was opened inside. */
function withoutTail(written: string): string {
  const remark = REMARK_BEHIND.exec(written)
  const text = remark && !/_$/.test(written.slice(0, remark.index)) ? written.slice(0, remark.index) : written
  let end = text.length
  for (; end > 0; end--) {
    const last = text[end - 1]!
    if (/[.,;:!?'’”*†‡※]/.test(last)) continue
    if (last === ')' && count(text.slice(0, end), '(') < count(text.slice(0, end), ')')) continue
    if (last === ']' && count(text.slice(0, end), '[') < count(text.slice(0, end), ']')) continue
    break
  }
  return text.slice(0, end)
}

const count = (text: string, letter: string): number => text.split(letter).length - 1
