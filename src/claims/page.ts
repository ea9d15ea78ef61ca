import type { LintConfig } from '../core/config.js'
import type { Article, PageDocument } from '../core/document.js'
import type { SilentReason } from '../core/sentence.js'
import type { RuleSet } from '../match/schema.js'
import type { LocatedEffect } from './located.js'

/**
 * Who an unnamed subject is (docs/effect-frames.md, section 4). On a seller's page the default topic is the product. A page of some length
 * with no trace of a product, an ingredient or the disclaimer is no seller's page: there "it" and a missing subject stand for something else.
 */
export class PageTopic {
  readonly #sells: readonly boolean[]

  constructor(document: PageDocument, config: LintConfig, signs: () => ProductSigns) {
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
  silence({ effect, block }: LocatedEffect): SilentReason | undefined {
    if (effect.silent) return effect.silent
    const { kind } = effect.agent
    if (kind === 'other') return 'other-agent'
    if (kind === 'product' || kind === 'brand' || kind === 'ingredient') return undefined
    if (!this.#sells[block.article]) return 'no-product-on-page'
    return kind === 'unknown' ? 'other-agent' : undefined
  }
}

/** A page under this many sentences is a label, a caption, an excerpt: its missing subject is the product. */
const fewSentences = 8

function isShort(document: PageDocument, article: Article): boolean {
  let count = 0
  for (let index = article.blocks.first; index < article.blocks.end; index++) count += document.blocks[index]!.sentences.length
  return count < fewSentences
}

/** The words of `rules/concepts` that show a page to be about a supplement: product forms and ingredients. */
export class ProductSigns {
  readonly #words: RegExp

  constructor(rules: RuleSet) {
    const words = { en: new Set<string>(), ja: new Set<string>() }
    for (const row of rules.concepts) {
      if (row.type !== 'agent' || !(row.id.startsWith('product.') || row.id.startsWith('ingredient.'))) continue
      for (const entry of row.en ?? []) if (!entry.weak) words.en.add(entry.text.toLowerCase())
      for (const entry of row.ja ?? []) if (!entry.weak && entry.text.length > 1) words.ja.add(entry.text)
    }
    const alternation = (set: ReadonlySet<string>) => [...set].map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')
    this.#words = new RegExp(`\\b(?:${alternation(words.en) || '(?!)'})s?\\b|${alternation(words.ja) || '(?!)'}`, 'i')
  }

  /** True when at least two blocks of the article hold such a word: one mention in passing makes no seller's page. */
  standIn(document: PageDocument, article: Article): boolean {
    let count = 0
    for (let index = article.blocks.first; index < article.blocks.end && count < 2; index++) {
      const block = document.blocks[index]!
      if (block.is !== 'code' && this.#words.test(block.text)) count++
    }
    return count >= 2
  }
}
