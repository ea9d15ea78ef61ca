import type { Article, PageDocument, ReadBlock } from '../core/document.js'
import type { Sentence } from '../core/sentence.js'
import { type TextSpan, textOverlaps } from '../core/span.js'
import { wordsOf } from './located.js'

/** What a paragraph names: the product itself, what it is or may be made of, or neither. */
export type Naming = 'product' | 'ingredient' | undefined

/** What an article sells, as far as it shows it: its brands and its ingredients (docs/effect-frames.md, section 4). */
export class Wares {
  /** Concepts of the ingredients that the article sells; none where it does not say which, and every one may be. */
  readonly #ingredients: ReadonlySet<string>
  readonly #brands: readonly string[]

  constructor(
    readonly blocks: readonly ReadBlock[],
    { title }: Article,
  ) {
    this.#brands = [...new Set(blocks.flatMap(brandsIn))]
    this.#ingredients = this.#ingredientsShown(title)
  }

  /** What of all this a block names. */
  namedIn(block: ReadBlock): Naming {
    const lower = block.text.toLowerCase()
    if (block.namesProduct || this.#brands.some((brand) => lower.includes(brand))) return 'product'
    let found: Naming
    for (const { concepts, effects, tokens } of block.sentences) {
      if (concepts.some(({ concept }) => isForm(concept) || concept.startsWith('sale.'))) return 'product'
      if (effects.some(({ agent }) => agent.kind === 'product' || agent.kind === 'brand')) return 'product'
      if (tokens.some(({ surface }) => ours.has(surface))) return 'product'
      if (concepts.some(({ concept }) => isIngredient(concept) && !this.#isForeign(concept))) found = 'ingredient'
    }
    return found
  }

  /** Whether every ingredient that `within` names is one that the article does not sell; false where it does not say what it sells. */
  areForeign(block: ReadBlock, within: TextSpan | undefined): boolean {
    if (!within) return false
    const named = block.sentences.flatMap(({ concepts }) =>
      concepts.filter(({ concept, at }) => isIngredient(concept) && textOverlaps(at, within)),
    )
    return named.length > 0 && named.every(({ concept }) => this.#isForeign(concept))
  }

  #isForeign(concept: string): boolean {
    return this.#ingredients.size > 0 && !this.#ingredients.has(concept)
  }

  /** Ingredients that stand in a heading, a list, a table, in bold, or in a sentence with a form, a dose or a brand. */
  #ingredientsShown(title: string | undefined): ReadonlySet<string> {
    const sold = new Set<string>()
    for (const block of this.blocks) {
      const shows = block.role !== 'prose' || block.text === title
      for (const sentence of block.sentences)
        for (const { concept, at } of sentence.concepts)
          if (isIngredient(concept) && (shows || isStrong(block, at) || this.#offers(block, sentence))) sold.add(concept)
    }
    return sold
  }

  #offers(block: ReadBlock, { at, concepts, cues }: Sentence): boolean {
    const words = wordsOf(block, at)
    if (cues.some(({ setting }) => setting === 'negated' || setting === 'warning' || setting === 'referral')) return false
    return (
      dose.test(words) ||
      concepts.some(({ concept }) => isForm(concept)) ||
      this.#brands.some((brand) => words.toLowerCase().includes(brand))
    )
  }
}

const isIngredient = (concept: string): boolean => concept.startsWith('ingredient.')

/** Words for what is sold, those left out that a kitchen or a garden knows as well: "more than any jar", "root". */
const isForm = (concept: string): boolean => concept.startsWith('product.') && !everyday.has(concept)
const everyday = new Set(['product.bottle', 'product.ingredient'])
const ours = new Set(['ours', '当社', '弊社', '当店', '本品', '本製品'])
const dose = /\d\s?(?:mg|mcg|µg|μg|iu|CFU)\b/i

/** Printed in bold or italics, as the entry of a list is. */
const isStrong = ({ marks }: ReadBlock, at: TextSpan): boolean =>
  marks.some((mark) => (mark.kind === 'strong' || mark.kind === 'emphasis') && textOverlaps(mark.at, at))

/** Names that this block's effects have for their agent. */
const brandsIn = (block: ReadBlock): string[] =>
  block.sentences.flatMap(({ effects }) =>
    effects.flatMap(({ agent }) => (agent.kind === 'brand' && agent.at ? [wordsOf(block, agent.at).toLowerCase()] : [])),
  )

/** The blocks of an article. */
export const blocksOf = (document: PageDocument, { blocks: { first, end } }: Article): readonly ReadBlock[] =>
  document.blocks.slice(first, end)
