import type { ReadBlock } from '../core/document.js'
import type { Effect, Sentence } from '../core/sentence.js'
import type { LocatedEffect } from './located.js'
import type { Naming, Wares } from './wares.js'

/**
 * Whom the paragraphs of a long page speak of (docs/effect-frames.md, section 4). Between its product boxes a brand's article tells how the body works and how
 * to live: a paragraph of several sentences that names nothing sold, in a section that does not, speaks of the body, and there "it", a missing subject or a
 * substance that the page does not sell is not the product. A paragraph that goes on from one that names the product still speaks of it.
 */
export class Passages {
  /** What each block names, by its index. */
  readonly #own: readonly Naming[]
  /** The same with what its section or the paragraph before carries over to it. */
  readonly #naming: readonly Naming[]
  /** Names in brackets that the page uses: 「やすらぎの森」. */
  readonly #names: ReadonlySet<string>
  readonly #headings = new Map<number, ReadBlock>()
  /** Long enough for paragraphs of general talk; a shorter article may teach, but does not leave its product. */
  readonly #wanders: boolean

  constructor(private readonly wares: Wares) {
    const named: Naming[] = []
    const naming: Naming[] = []
    let section: Naming
    let before: Naming
    let heading: ReadBlock | undefined
    for (const block of wares.blocks) {
      const own = wares.namedIn(block)
      named[block.index] = own
      if (block.role === 'heading') {
        section = own
        before = undefined
        // the title of a page says nothing of a section
        heading = block.depth === 1 ? undefined : block
      } else if (heading) this.#headings.set(block.index, heading)
      naming[block.index] = own ?? section ?? before
      // what a paragraph names carries over to the next, and no further
      if (own !== undefined || block.role !== 'list-item') before = own === 'product' ? own : undefined
    }
    this.#own = named
    this.#naming = naming
    this.#wanders = wares.blocks.reduce((count, { sentences }) => count + sentences.length, 0) >= manySentences
    this.#names = bracketedNames(wares.blocks)
  }

  /** True for an effect that a passage of general talk tells of nobody in particular. */
  isGeneral(located: LocatedEffect): boolean {
    if (!this.#wanders) return false
    const { effect, block, sentence } = located
    if (isGood(effect) && (this.#isName(located) || isTitleOfIssue(block))) return true
    if (isCautioned(located)) return true
    if ((block.role !== 'prose' && block.role !== 'list-item') || block.sentences.length < fewestSentences) return false
    const naming = this.#naming[block.index]
    // a nutrient and an illness in one sentence, with nothing between them
    if (effect.by === 'residual' && effect.agent.kind === 'ingredient') return naming !== 'product'
    if (naming !== undefined || isTold(sentence) || isAnswer(block)) return false
    // メラトニンは夜を知らせ: a substance of the body, none of those the page sells
    const isForeign = () =>
      sentence.language === 'ja' && effect.agent.kind === 'ingredient' && this.wares.areForeign(block, effect.agent.at)
    if (!unnamed.has(effect.agent.kind) && !isForeign()) return false
    return !(effect.by.startsWith('act.') && isElliptic(sentence, effect.act.at.from))
  }

  /** True where an effect on the body is told of the body itself: nobody is named, or a substance that this page does not sell. */
  isPhysiology({ effect, sentence, block }: LocatedEffect): boolean {
    const { agent, target } = effect
    if (sentence.language !== 'en' || !target) return false
    const ofHealth = ofHealthyBody.has(target.type)
    // "Calcium makes muscles contract" tells what the body does with it; "helps maintain" and "eases" are words of sellers
    const plain = ofHealth ? effect.by === 'act.open' || effect.act.concept === 'act.provide' || effect.by === 'residual' : isGerm(effect)
    if (agent.kind === 'ingredient') return plain && this.wares.areForeign(block, agent.at)
    if (!ofHealth || (agent.kind !== 'zero' && agent.kind !== 'pronoun')) return false
    // a line by itself and "Gives you a calmer evening." are copy
    if (block.sentences.length < fewestSentences || (sentence.tokens[0]!.pos === 'verb' && sentence.tokens[1]?.pos !== 'verb')) return false
    if (block.role !== 'prose' || sentence.kind !== 'statement' || sentence.tokens.some(({ surface }) => personal.has(surface)))
      return false
    // "Is there more? Yes. It feeds …": a question that names nothing asks about what the page is about
    if (isAnswer(block) && this.#asksNothingElse(block)) return false
    return !this.#speaksOfSold(block, agent.kind === 'pronoun' && sentence === block.sentences[0])
  }

  /** The heading above is a question that has no subject of its own. */
  #asksNothingElse(block: ReadBlock): boolean {
    const heading = this.#headings.get(block.index)
    return heading !== undefined && ofNothingElse.test(heading.text)
  }

  /** A paragraph or its heading names what is sold; for a pronoun that opens it also the paragraph before. */
  #speaksOfSold(block: ReadBlock, opens: boolean): boolean {
    const heading = this.#headings.get(block.index)
    const before = opens ? this.wares.blocks[block.index - this.wares.blocks[0]!.index - 1] : undefined
    return [block, heading, before].some((each) => each !== undefined && this.#own[each.index] !== undefined)
  }

  /** Everything the effect is made of stands inside a name. */
  #isName({ effect, block }: LocatedEffect): boolean {
    if (this.#names.size === 0) return false
    return [...block.text.matchAll(bracketed)].some(
      ({ index, 0: whole, 1: name }) =>
        this.#names.has(name!) && effect.parts.every(({ from, to }) => index <= from && to <= index + whole.length),
    )
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

const isGood = ({ target }: Effect): boolean => target !== undefined && ofHealthyBody.has(target.type)
const ofHealthyBody: ReadonlySet<string> = new Set(['function', 'wellbeing', 'body-part', 'natural-state'])

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

/** Under this many sentences a page need not keep to its product: one mention of what is sold will do. */
export const manySentences = 20
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

/** "A: It promotes …", "Yes. Eases …", はい。…, the shop's turn in a dialogue: the question above names what it is about. */
const isAnswer = ({ text }: ReadBlock): boolean =>
  /^\s*(?:(?:[QA]|問|答|agent|host|staff|店主?|店員|店長|スタッフ|オペレーター|担当者?)\s?\d*[.:：)]|(?:Yes|Yep|Sure|Certainly|Absolutely|Of course|Indeed|It does|They do|はい|ええ|もちろん)[,.!、。！])|★/imu.test(
    text,
  )

/** "Is there more?", "What else does it do for me?" */
const ofNothingElse =
  /^(?:\s*(?:(?:is|are|does|do|can|could|will|would|should|there|it|they|this|these|that|all|any|anything|something|more|else|other|what|how|why|also|for|me|you|us|we|i|my|your|work|works|working|help|helps|use|good|to|really|so|and|about|too|even|ok|okay|right)(?![\p{L}'’])))+\s*[?？]\s*$/iu

const personal = new Set('i my me mine we our ours us'.split(' '))

/** "Acid kills most germs" */
const isGerm = ({ by, target }: Effect): boolean => by === 'residual' && target?.type === 'pathogen'
