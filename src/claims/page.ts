import type { LintConfig } from '../core/config.js'
import type { Article, PageDocument } from '../core/document.js'
import type { SilentReason } from '../core/sentence.js'
import type { RuleSet } from '../match/schema.js'
import { Links } from './link.js'
import type { LocatedEffect } from './located.js'

/**
 * Who an unnamed subject is (docs/effect-frames.md, section 4). On a seller's page the default topic is the product, and an ingredient stands for it.
 * A page of some length that neither sells anything nor keeps to an ingredient is health education or something else altogether: there
 * "it", a missing subject and a nutrient named in passing are no product.
 */
export class PageTopic {
  readonly #sells: readonly boolean[]
  readonly #links: Links

  constructor(
    private readonly document: PageDocument,
    config: LintConfig,
    signs: () => ProductSigns,
  ) {
    this.#links = new Links(document.articles)
    this.#sells = document.articles.map((article) => {
      if (config.product.kind === 'supplement' || config.product.kind === 'food' || config.product.names.length > 0) return true
      return isShort(document, article) || article.notices.some((n) => n.kind === 'fda-disclaimer') || signs().standIn(document, article)
    })
  }

  /** Whether an article is, or may be, a page about a product. */
  sells(article: number): boolean {
    return this.#sells[article] ?? true
  }

  /** Why this effect is not said of a product, or undefined when it is. */
  silence(located: LocatedEffect): SilentReason | undefined {
    const { effect, block } = located
    if (effect.silent) return effect.silent
    const { kind } = effect.agent
    if (kind === 'other') return 'other-agent'
    if (kind === 'product' || kind === 'brand') return undefined
    if (!this.#sells[block.article]) return 'no-product-on-page'
    return kind === 'unknown' && !this.#isMarked(located) ? 'other-agent' : undefined
  }

  /** A sentence with the disclaimer's symbol, or one that leads nowhere, is a statement to its own writer: a subject we do not know stands for the product. */
  #isMarked(located: LocatedEffect): boolean {
    const { markers, notices } = this.document.articles[located.block.article]!
    const index = this.#links.markerOf(located)
    const marker = index === undefined ? undefined : markers[index]
    return marker !== undefined && (marker.notice === undefined || notices[marker.notice]!.kind === 'fda-disclaimer')
  }
}

/** A page under this many sentences is a label, a caption, an excerpt: its missing subject is the product. */
const fewSentences = 20

function isShort(document: PageDocument, article: Article): boolean {
  let count = 0
  for (let index = article.blocks.first; index < article.blocks.end; index++) count += document.blocks[index]!.sentences.length
  return count < fewSentences
}

/** A page that names a product form or an ingredient in this share of its sentences is about it. */
const shareOfTopic = 0.25

/** The words of `rules/concepts` that show a page to sell something, or to be about a supplement. */
export class ProductSigns {
  readonly #sale: RegExp
  readonly #topic: RegExp

  constructor(rules: RuleSet) {
    this.#sale = wordsOf(rules, ['sale.'])
    this.#topic = wordsOf(rules, ['product.', 'ingredient.'])
  }

  /** True when a word of selling stands in the article, or its sentences keep naming a product form or an ingredient. */
  standIn(document: PageDocument, article: Article): boolean {
    let sentences = 0
    let onTopic = 0
    for (let index = article.blocks.first; index < article.blocks.end; index++) {
      const block = document.blocks[index]!
      if (block.is === 'code') continue
      if (this.#sale.test(block.text) || price.test(block.text)) return true
      for (const { at } of block.sentences) {
        sentences++
        if (this.#topic.test(block.text.slice(at.from, at.to))) onTopic++
      }
    }
    return onTopic >= 2 && onTopic >= sentences * shareOfTopic
  }
}

/** A sum of money. */
const price = /[$€£¥￥]\s?\d|\d\s?円/

/** One expression for all words of the concepts whose id starts so: whole words in English, words of two letters and more in Japanese. */
function wordsOf(rules: RuleSet, prefixes: readonly string[]): RegExp {
  const words = { en: new Set<string>(), ja: new Set<string>() }
  for (const row of rules.concepts) {
    if (!prefixes.some((prefix) => row.id.startsWith(prefix))) continue
    for (const entry of row.en ?? []) if (!entry.weak && !entry.exact) words.en.add(entry.text.toLowerCase())
    for (const entry of row.ja ?? []) if (!entry.weak && entry.text.length > 1) words.ja.add(entry.text)
  }
  const alternation = (set: ReadonlySet<string>) => [...set].map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')
  return new RegExp(`\\b(?:${alternation(words.en) || '(?!)'})s?\\b|${alternation(words.ja) || '(?!)'}`, 'i')
}
