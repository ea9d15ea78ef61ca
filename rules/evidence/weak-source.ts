import type { Article, Citation, PageDocument } from '../../src/core/document.js'
import type { Check } from '../../src/core/rule.js'
import { textOverlaps } from '../../src/core/span.js'

/** Kinds of places that report research at second hand or sell what it is about. */
type Weakness = 'encyclopaedia' | 'social' | 'shop' | 'press' | 'blog'

const weakHosts: Readonly<Record<Exclude<Weakness, 'blog'>, readonly string[]>> = {
  encyclopaedia: ['wikipedia.org', 'wikiwand.com', 'britannica.com', 'fandom.com'],
  social: [
    'twitter.com',
    'x.com',
    'facebook.com',
    'instagram.com',
    'tiktok.com',
    'youtube.com',
    'youtu.be',
    'reddit.com',
    'pinterest.com',
    'quora.com',
    'linkedin.com',
    'threads.net',
  ],
  shop: ['amazon.com', 'amazon.co.jp', 'ebay.com', 'iherb.com', 'walmart.com', 'etsy.com', 'rakuten.co.jp', 'shopping.yahoo.co.jp'],
  press: ['prnewswire.com', 'businesswire.com', 'globenewswire.com', 'prweb.com', 'prtimes.jp', 'einpresswire.com'],
}
const blogHosts = ['medium.com', 'substack.com', 'blogspot.com', 'wordpress.com', 'tumblr.com', 'note.com', 'ameblo.jp', 'hatenablog.com']

/** What kind of weak source an address is; undefined for all others, and for addresses that cannot be read. */
function weaknessOf(address: string): Weakness | undefined {
  if (!URL.canParse(address)) return undefined
  const { hostname, pathname } = new URL(address)
  const isOf = (hosts: readonly string[]) => hosts.some((host) => hostname === host || hostname.endsWith(`.${host}`))
  for (const [kind, hosts] of Object.entries(weakHosts)) if (isOf(hosts)) return kind as Weakness
  return isOf(blogHosts) || hostname.startsWith('blog.') || /^\/blogs?(?:\/|$)/.test(pathname) ? 'blog' : undefined
}

/** A study claim whose only sources are shops, blogs, press releases, social posts or encyclopaedias. */
export const weakSource: Check = ({ document, claims }, report) => {
  const seen = new Set<Citation>()
  for (const claim of claims) {
    if (claim.kind !== 'study') continue
    const article = document.articles[claim.article]!
    const sources = claim.citations.map((index) => ({ citation: article.citations[index]!, address: addressOf(document, article, index) }))
    const kinds = sources.map(({ address }) => (address === undefined ? undefined : weaknessOf(address)))
    if (sources.length === 0 || kinds.some((kind) => kind === undefined)) continue
    const { citation } = sources[0]!
    if (seen.has(citation)) continue
    seen.add(citation)
    report(citation.span, kinds[0]!, { article: claim.article, claim: claim.id, suggestions: [{ desc: 'rewrite', edits: [] }] })
  }
}

/** Where a citation leads: the address of its entry, or of the link it stands on. */
function addressOf(document: PageDocument, article: Article, index: number): string | undefined {
  const citation = article.citations[index]!
  if (citation.reference !== undefined) {
    const { url, doi, pmid } = article.references[citation.reference]!
    return doi || pmid ? undefined : url
  }
  const link = document.blocks[citation.block]!.marks.find((mark) => mark.kind === 'link' && textOverlaps(mark.at, citation.at))
  if (link?.kind === 'link') return link.href
  return /^https?:/.test(citation.text) ? citation.text : undefined
}
