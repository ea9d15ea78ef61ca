import type { LintConfig } from '../core/config.js'
import type { Article, Marker, PageDocument, ReadBlock } from '../core/document.js'
import { lazy } from '../core/lazy.js'
import { MONEY } from '../core/money.js'
import type { SilentReason } from '../core/sentence.js'
import type { RuleSet } from '../match/schema.js'
import { Links } from './link.js'
import type { LocatedEffect } from './located.js'
import { manySentences, Passages } from './passages.js'
import { blocksOf, Wares } from './wares.js'

/**
 * Who an unnamed subject is (docs/effect-frames.md, section 4). On a seller's page the default topic is the product, and an ingredient stands for it.
 * A page of some length that neither sells anything nor keeps to an ingredient is health education or something else altogether: there
 * "it", a missing subject and a nutrient named in passing are no product.
 */
export class PageTopic {
  readonly #sells: readonly boolean[]
  readonly #holdsProduct: readonly boolean[]
  readonly #links: Links
  /** Of each article long enough to teach before it sells. */
  readonly #passages: readonly (() => Passages | undefined)[]
  /** Whether each article shows that it sells; asked for articles with references alone. */
  readonly #isShop: readonly (() => boolean)[]
  /** The configuration names the product or its kind. */
  readonly #isDeclared: boolean

  constructor(
    private readonly document: PageDocument,
    config: LintConfig,
    signs: () => ProductSigns,
  ) {
    this.#links = new Links(document.articles)
    this.#isDeclared = config.product.kind === 'supplement' || config.product.kind === 'food' || config.product.names.length > 0
    const pages = document.articles.map((article) => {
      if (this.#isDeclared || article.notices.some((n) => n.kind === 'fda-disclaimer')) return { sells: true, holdsProduct: true }
      const length = sentencesOf(document, article)
      const sells = length < manySentences || signs().standIn(document, article)
      return { sells, holdsProduct: sells && (length < fewSentences || length >= manySentences || signs().standOnceIn(document, article)) }
    })
    this.#isShop = document.articles.map((article) =>
      lazy(() => {
        const said = blocksOf(document, article).filter(({ is }) => is !== 'reference' && is !== 'reference-heading')
        const isExcerpt = said.reduce((count, { sentences }) => count + sentences.length, 0) < fewSentences
        return (
          isExcerpt || this.#isDeclared || article.notices.some((n) => n.kind === 'fda-disclaimer') || signs().standIn(document, article)
        )
      }),
    )
    this.#passages = document.articles.map((article) =>
      lazy(() =>
        sentencesOf(document, article) < someSentences ? undefined : new Passages(new Wares(blocksOf(document, article), article)),
      ),
    )
    this.#sells = pages.map(({ sells }) => sells)
    this.#holdsProduct = pages.map(({ holdsProduct }) => holdsProduct)
  }

  /** Whether an article is, or may be, a page about a product. */
  sells(article: number): boolean {
    return this.#sells[article] ?? true
  }

  /** Whether the words of a block are somebody's advertising: the titles of cited works are where the article shows that it sells. */
  sellsBy({ is, article }: ReadBlock): boolean {
    return this.sells(article) && (is !== 'reference' || this.#isShop[article]!())
  }

  /** Why this effect is not said of a product, or undefined when it is. */
  silence(located: LocatedEffect): SilentReason | undefined {
    const { effect, block } = located
    const known = located.silent ?? effect.silent
    // whoever has said what he sells need not be asked for it: the sentence does not bring the two together
    if (known) return known === 'no-product-on-page' && this.#isDeclared ? 'other-agent' : known
    if (!this.sellsBy(block) && block.is === 'reference') return 'no-product-on-page'
    const passages = this.#isMarked(located) ? undefined : this.#passages[block.article]!()
    if (passages?.isGeneral(located)) return 'other-agent'
    const { kind } = effect.agent
    if (kind === 'other') return 'other-agent'
    if (kind === 'product' || kind === 'brand') return undefined
    if (!this.#holdsProduct[block.article]) return 'no-product-on-page'
    if (passages?.isPhysiology(located)) return 'other-agent'
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
const fewSentences = 5
/** Over this many a page may teach before it sells. */
const someSentences = 10

const sentencesOf = (document: PageDocument, article: Article): number =>
  blocksOf(document, article).reduce((count, { sentences }) => count + sentences.length, 0)

/** A page that names a product form or an ingredient in this share of its sentences is about it. */
const shareOfTopic = 0.25

/** The words of `rules/concepts` that show a page to sell something, or to be about a supplement. */
export class ProductSigns {
  readonly #sale: WordFinder
  readonly #topic: WordFinder
  /** Without the words that a kitchen or a garden knows as well ("bottle", "root"). */
  readonly #form: WordFinder

  constructor(rules: RuleSet) {
    this.#sale = new WordFinder(rules, ['sale.'])
    this.#topic = new WordFinder(rules, ['product.', 'ingredient.'])
    this.#form = new WordFinder(rules, ['product.', 'ingredient.'], new Set(everyday.flatMap((id) => wordsOf(rules, id))))
  }

  /** True when anything in the article tells of something sold: a word of selling, a price, a dose, a product form, an ingredient, a symbol on a sentence. */
  standOnceIn(document: PageDocument, article: Article): boolean {
    if (article.markers.some(({ role }) => role === 'call')) return true
    return blocksOf(document, article).some(
      ({ is, text }) => is !== 'code' && (price.test(text) || dose.test(text) || this.#sale.test(text) || this.#form.test(text)),
    )
  }

  /**
   * True when a word of selling, a price or stars given by a customer stand in the article, its title names a product form or an ingredient, its sentences
   * keep naming one, or one that tells of an effect has a symbol that leads to no other note: its writer meant a statement.
   */
  standIn(document: PageDocument, article: Article): boolean {
    if (article.title !== undefined && this.#form.test(article.title)) return true
    if (article.markers.some((marker) => marksEffect(marker, document))) return true
    let sentences = 0
    let onTopic = 0
    for (const block of blocksOf(document, article)) {
      if (block.is === 'code' || block.is === 'reference') continue
      if (this.#sale.test(block.text) || price.test(block.text) || stars.test(block.text)) return true
      for (const { at } of block.sentences) {
        sentences++
        if (this.#topic.test(block.text.slice(at.from, at.to))) onTopic++
      }
    }
    return onTopic >= 2 && onTopic >= sentences * shareOfTopic
  }
}

/** Concepts of everyday words. */
const everyday = ['lexical.everyday', 'product.ingredient']

const wordsOf = (rules: RuleSet, id: string): string[] =>
  rules.concepts.flatMap((row) => (row.id === id ? (row.en ?? []).map(({ text }) => text) : []))

/** A symbol, no number, on a sentence with an effect or right behind its full stop. */
const marksEffect = ({ role, symbol, notice, block, at }: Marker, { blocks }: PageDocument): boolean =>
  role === 'call' &&
  notice === undefined &&
  !/\d/.test(symbol) &&
  blocks[block]!.sentences.some((sentence) => sentence.effects.length > 0 && sentence.at.from <= at.from && at.from <= sentence.at.to)

const price = new RegExp(MONEY)
/** A customer's rating; 難易度：★★☆ rates a dish. */
const stars = /(?<![:：]\s?)(?:★{2,}☆*|★[★☆]{2,})/
/** An amount as a label gives it. */
const dose = /\d\s?(?:mg|mcg|µg|μg|iu|CFU|ml)\b|\d\s?(?:粒|錠|包|カプセル|ミリグラム)/i

/** Looks for the words of the concepts whose id starts so: whole words in English, also with an `s`; words of two letters and more in Japanese. */
class WordFinder {
  /** By their first two characters. */
  readonly #byStart = new Map<string, { readonly word: string; readonly isWhole: boolean }[]>()

  /** `except`: English words that are left out. */
  constructor(rules: RuleSet, prefixes: readonly string[], except: ReadonlySet<string> = new Set()) {
    for (const row of rules.concepts) {
      if (!prefixes.some((prefix) => row.id.startsWith(prefix))) continue
      for (const entry of row.en ?? [])
        if (!entry.weak && !entry.exact && !except.has(entry.text)) this.#add(entry.text.toLowerCase(), true)
      for (const entry of row.ja ?? []) if (!entry.weak && entry.text.length > 1) this.#add(entry.text.toLowerCase(), false)
    }
  }

  #add(word: string, isWhole: boolean): void {
    const start = word.slice(0, 2)
    const list = this.#byStart.get(start)
    if (list) list.push({ word, isWhole })
    else this.#byStart.set(start, [{ word, isWhole }])
  }

  test(text: string): boolean {
    const lower = text.toLowerCase()
    for (let at = 0; at + 1 < lower.length; at++) {
      for (const { word, isWhole } of this.#byStart.get(lower.slice(at, at + 2)) ?? []) {
        if (!lower.startsWith(word, at)) continue
        const end = at + word.length
        if (!isWhole || (isEdge(lower, at) && (isEdge(lower, end) || (lower[end] === 's' && isEdge(lower, end + 1))))) return true
      }
    }
    return false
  }
}

/** Between a letter or figure of ASCII and something else. */
const isEdge = (text: string, at: number): boolean => isWordCode(text.charCodeAt(at - 1)) !== isWordCode(text.charCodeAt(at))

/** Of lower-case text; false before its start and behind its end. */
const isWordCode = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || code === 95
