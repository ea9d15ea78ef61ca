import type { ReadBlock } from '../core/document.js'
import type { Sentence } from '../core/sentence.js'
import type { LocatedEffect } from './located.js'

/** What a paragraph names: the product itself, what it may be made of, or neither. */
type Naming = 'product' | 'ingredient' | undefined

/**
 * The passages of a long article (docs/effect-frames.md, section 4). Between its product boxes a brand's article tells how the body works and how to
 * live: a paragraph of several sentences that names nothing sold, in a section that does not, speaks of the body, and there "it" or a missing subject is
 * not the product. A paragraph that goes on from one that names the product still speaks of it.
 */
export class Passages {
  readonly #naming: readonly Naming[]
  readonly #sold: ReadonlySet<string>
  /** Names in brackets that the page uses: 「やすらぎの森」. */
  readonly #names: ReadonlySet<string>

  /** `sold`: concepts of the ingredients that the article sells; where it does not say which, every ingredient may be. */
  constructor(blocks: readonly ReadBlock[], sold: ReadonlySet<string>) {
    const naming: Naming[] = []
    let section: Naming
    let before: Naming
    for (const block of blocks) {
      const own = namedIn(block, sold)
      if (block.role === 'heading') {
        section = own
        before = undefined
      }
      naming[block.index] = own ?? section ?? before
      // what a paragraph names carries over to the next, and no further
      if (own !== undefined || block.role !== 'list-item') before = own === 'product' ? own : undefined
    }
    this.#naming = naming
    this.#sold = sold
    this.#names = bracketedNames(blocks)
  }

  /** True for an effect that a passage of general talk tells of nobody in particular. */
  isGeneral(located: LocatedEffect): boolean {
    const { effect, block, sentence } = located
    if (isGood(effect) && (this.#isName(located) || isTitleOfIssue(block))) return true
    if (isCautioned(located)) return true
    if ((block.role !== 'prose' && block.role !== 'list-item') || block.sentences.length < fewestSentences) return false
    const naming = this.#naming[block.index]
    // a nutrient and an illness in one sentence, with nothing between them
    if (effect.by === 'residual' && effect.agent.kind === 'ingredient') return naming !== 'product'
    if (naming !== undefined || !(unnamed.has(effect.agent.kind) || this.#isUnsold(located)) || isTold(sentence) || isAnswer(block))
      return false
    return !(effect.by.startsWith('act.') && isElliptic(sentence, effect.act.at.from))
  }

  /** Everything the effect is made of stands inside a name. */
  #isName({ effect, block }: LocatedEffect): boolean {
    if (this.#names.size === 0) return false
    return [...block.text.matchAll(bracketed)].some(
      ({ index, 0: whole, 1: name }) =>
        this.#names.has(name!) && effect.parts.every(({ from, to }) => index <= from && to <= index + whole.length),
    )
  }

  /** メラトニンは夜を知らせ: a substance of the body, none of those the page sells. */
  #isUnsold({ effect: { agent }, block, sentence }: LocatedEffect): boolean {
    if (sentence.language !== 'ja' || agent.kind !== 'ingredient' || !agent.at || this.#sold.size === 0) return false
    const { at } = agent
    const named = block.sentences.flatMap(({ concepts }) =>
      concepts.filter((hit) => hit.concept.startsWith('ingredient.') && hit.at.from < at.to && at.from < hit.at.to),
    )
    return named.length > 0 && named.every(({ concept }) => !this.#sold.has(concept))
  }
}

/** 「やすらぎの森」をつくりはじめたのは: a word of the body in the name of a thing. */
const bracketed = /「([^「」。、!?！？\s]{2,16})」/gu

/** Names are used with and without their brackets, and end in a noun. */
function bracketedNames(blocks: readonly ReadBlock[]): ReadonlySet<string> {
  const text = blocks.map((block) => block.text).join('\n')
  const found = new Set<string>()
  for (const [, name] of text.matchAll(bracketed))
    if (/[\p{scx=Han}\p{scx=Katakana}]$/u.test(name!) && text.split(name!).length > text.split(`「${name}」`).length) found.add(name!)
  return found
}

const isGood = ({ target }: LocatedEffect['effect']): boolean =>
  target !== undefined && ['function', 'wellbeing', 'body-part', 'natural-state'].includes(target.type)

/** 肌のきほん帖, 薬局だより十月号: the title of an issue of a magazine names its subject. */
const isTitleOfIssue = ({ role, depth, text }: ReadBlock): boolean =>
  role === 'heading' &&
  depth === 1 &&
  /(?:だより|便り|通信|手帖|手帳|帖|ジャーナル|マガジン|新聞|特集|読本)(?:[\s　]|$)|[0-9０-９一二三四五六七八九十春夏秋冬]月?号/u.test(text)

/** 貧血と言われた方へ。…青汁で貧血が治るわけではありません。: what is said to the patients takes the product out. */
function isCautioned({ effect, block, sentence }: LocatedEffect): boolean {
  const { target } = effect
  if (target?.type !== 'disease' || sentence.language !== 'ja' || effect.population === undefined) return false
  const rest = block.sentences.slice(block.sentences.indexOf(sentence) + 1).flatMap(({ effects }) => effects)
  return (
    rest.some((each) => each.silent === 'negated' && each.target?.concept === target.concept) &&
    rest.every((each) => each.silent !== undefined || each.outcome !== 'benefit')
  )
}

/** A paragraph of one sentence is copy as often as talk. */
const fewestSentences = 2
const unnamed = new Set(['zero', 'pronoun', 'unknown'])

/** "Supports immunity.", "Gently eases cramps.": English copy without a subject, where the act opens the sentence. */
const isElliptic = ({ language, at, tokens }: Sentence, act: number): boolean =>
  language === 'en' && tokens.filter((token) => token.at.from >= at.from && token.at.from < act).every(({ pos }) => pos === 'adverb')

/** "Two months in, my knees …": somebody tells what became of them. */
const isTold = ({ cues, tokens }: Sentence): boolean =>
  cues.some(({ setting }) => setting === 'attributed') || tokens.some(({ lemma }) => tried.has(lemma))
const tried = new Set('飲む 試す 続ける 愛用 服用'.split(' '))

/** "A: It promotes …": the question above names what it is about. */
const isAnswer = ({ text }: ReadBlock): boolean => /^\s*(?:[QA]|問|答)\s?\d*[.:：)]|★/u.test(text)

function namedIn({ sentences, namesProduct }: ReadBlock, sold: ReadonlySet<string>): Naming {
  if (namesProduct) return 'product'
  let found: Naming
  for (const { concepts, effects, tokens } of sentences) {
    if (concepts.some(({ concept }) => (concept.startsWith('product.') && !everyday.has(concept)) || concept.startsWith('sale.')))
      return 'product'
    if (effects.some(({ agent }) => agent.kind === 'product' || agent.kind === 'brand')) return 'product'
    if (tokens.some(({ surface }) => ours.has(surface))) return 'product'
    if (concepts.some(({ concept }) => (sold.size > 0 ? sold.has(concept) : concept.startsWith('ingredient.')))) found = 'ingredient'
  }
  return found
}
/** What a kitchen has as well as a shop: "more than any jar". */
const everyday = new Set(['product.bottle'])
const ours = new Set(['ours', '当社', '弊社', '当店', '本品', '本製品'])
