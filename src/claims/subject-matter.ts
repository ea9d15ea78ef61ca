import type { Article, PageDocument, ReadBlock } from '../core/document.js'
import type { Effect, Sentence } from '../core/sentence.js'
import { type TextSpan, textOverlaps } from '../core/span.js'
import { type LocatedEffect, wordsOf } from './located.js'

/**
 * Whom the paragraphs of a long page speak of (docs/effect-frames.md, section 4). An article teaches before it sells: a paragraph of statements that names nothing
 * sold, under a heading that names nothing sold, is about the body, and so is a substance of the body that is none of those the page sells.
 */
export class SubjectMatter {
  readonly #headings = new Map<number, ReadBlock>()
  /** Ingredients that the page sells; none where it does not say which. */
  readonly sold: ReadonlySet<string>
  readonly #brands: readonly string[]

  constructor(
    private readonly blocks: readonly ReadBlock[],
    article: Article,
  ) {
    let heading: ReadBlock | undefined
    for (const block of blocks) {
      // the title of a page says nothing of a section
      if (block.role === 'heading') heading = block.depth === 1 ? undefined : block
      else if (heading) this.#headings.set(block.index, heading)
    }
    this.#brands = [...new Set(blocks.flatMap(brandsIn))]
    this.sold = this.#ingredientsSold(article)
  }

  /** True where an effect on the body is told of the body itself: nobody is named, or a substance that this page does not sell. */
  isPhysiology({ effect, sentence, block }: LocatedEffect): boolean {
    const { agent, target } = effect
    if (sentence.language !== 'en' || !target) return false
    const ofHealth = ofHealthyBody.has(target.type)
    // "Calcium makes muscles contract" tells what the body does with it; "helps maintain" and "eases" are words of sellers
    const plain = ofHealth ? effect.by === 'act.open' || effect.act.concept === 'act.provide' || effect.by === 'residual' : isGerm(effect)
    if (agent.kind === 'ingredient') return plain && this.#isUnsold(block, agent.at)
    if (!ofHealth) return false
    if (agent.kind !== 'zero' && agent.kind !== 'pronoun') return false
    // a line by itself and "Gives you a calmer evening." are copy
    if (block.sentences.length < 2 || (sentence.tokens[0]!.pos === 'verb' && sentence.tokens[1]?.pos !== 'verb')) return false
    if (block.role !== 'prose' || sentence.kind !== 'statement' || sentence.tokens.some(({ surface }) => personal.has(surface)))
      return false
    return !this.#speaksOfSold(block, agent.kind === 'pronoun' && sentence === block.sentences[0])
  }

  /** A paragraph or its heading names what is sold; for a pronoun that opens it also the paragraph before. */
  #speaksOfSold(block: ReadBlock, opens: boolean): boolean {
    const heading = this.#headings.get(block.index)
    const before = opens ? this.blocks[block.index - this.blocks[0]!.index - 1] : undefined
    return [block, heading, before].some((each) => each !== undefined && this.#names(each))
  }

  #names(block: ReadBlock): boolean {
    const lower = block.text.toLowerCase()
    return (
      this.#brands.some((brand) => lower.includes(brand)) ||
      block.sentences.some(({ concepts }) => concepts.some(({ concept }) => isForm(concept) || this.#isSold(concept)))
    )
  }

  /** An ingredient that the page sells; any, where it does not say which. */
  #isSold(concept: string): boolean {
    return concept.startsWith('ingredient.') && (this.sold.size === 0 || this.sold.has(concept))
  }

  #isUnsold(block: ReadBlock, within?: TextSpan): boolean {
    if (this.sold.size === 0 || !within) return false
    const named = block.sentences.flatMap(({ concepts }) =>
      concepts.filter(({ concept, at }) => concept.startsWith('ingredient.') && textOverlaps(at, within)),
    )
    return named.length > 0 && named.every(({ concept }) => !this.sold.has(concept))
  }

  /** Ingredients that stand in a heading, a list, a table, in bold, or in a sentence with a form, a dose or a brand. */
  #ingredientsSold({ title }: Article): ReadonlySet<string> {
    const sold = new Set<string>()
    for (const block of this.blocks) {
      const shows = block.role !== 'prose' || block.text === title
      for (const sentence of block.sentences)
        for (const { concept, at } of sentence.concepts)
          if (concept.startsWith('ingredient.') && (shows || isStrong(block, at) || this.#offers(block, sentence))) sold.add(concept)
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

/** Words for what is sold, those left out that a kitchen, a garden or a body knows as well ("root", "cup"). */
const isForm = (concept: string): boolean => concept.startsWith('product.') && concept !== 'product.ingredient'

const ofHealthyBody: ReadonlySet<string> = new Set(['function', 'body-part', 'wellbeing', 'natural-state'])
const personal = new Set('i my me mine we our ours us'.split(' '))
const dose = /\d\s?(?:mg|mcg|µg|μg|iu|CFU)\b/i

/** "Acid kills most germs" */
const isGerm = ({ by, target }: Effect): boolean => by === 'residual' && target?.type === 'pathogen'

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
