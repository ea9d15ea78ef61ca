import { lazy } from '../../core/lazy.js'
import type { Agent, AnalysisContext, Analyzer, ConceptHit, Cue, Effect, EvidenceFrame, Sentence, Token } from '../../core/sentence.js'
import type { TextSpan } from '../../core/span.js'
import { PhraseSentence } from '../../match/phrase.js'
import type { Lexicon } from '../../match/schema.js'
import { beneficiary, topicOf } from './agents.js'
import { type Around, cuesAround, type Standing, standingOf } from './around.js'
import { bodilyOf, type Told } from './bodily.js'
import { type Beside, constructionsOf } from './constructions.js'
import { creditedChange } from './credited.js'
import { cuesOf } from './cues.js'
import { cutterOf } from './cutter.js'
import { type Draft, draftsOf, effectOf } from './effects.js'
import { evidenceOf, isReferenceEntry } from './evidence.js'
import { type Folded, fold } from './fold.js'
import { JapaneseLexicon } from './lexicon.js'
import { withOccasion } from './occasions.js'
import { isNegated, openActsOf } from './open-act.js'
import { outcomeOf } from './outcome.js'
import { type Parse, parse } from './parse.js'
import { indexWords, type JapaneseWords } from './prepared.js'
import { namesIllness, namesSold, setsAside, tellsOffer } from './presence.js'
import { disowns, kindOf } from './questions.js'
import { Scan } from './scan.js'
import { isBareName, isCredit, isScene } from './scenes.js'
import { productNamesOf, servesOf } from './serve.js'
import { type Stretch, splitSentences } from './split.js'
import { stateVerbsOf } from './state-verbs.js'
import { titlesOf } from './titles.js'
import type { Tokenizer } from './tokenizer/index.js'
import { ofWare, wareOf } from './wares.js'
import { type Word, wordsOf } from './words.js'

/**
 * The Japanese analyser. `tokenizer` cuts words; everything else it knows comes from `lexicon` (`words`: its words as they may stand in a text, where they are
 * made already). Pure: the same text and context always give the same sentences. Sentences that hold no word of the lexicon are not tokenised unless somebody
 * asks for their tokens.
 */
export function createJapaneseAnalyzer(
  lexicon: Lexicon,
  tokenizer: Tokenizer,
  words: JapaneseWords = indexWords(lexicon, cutterOf(tokenizer)),
): Analyzer {
  const known = { lexicon: new JapaneseLexicon(lexicon, words), scan: new Scan(words.wakers) }
  return {
    analyze(text, context) {
      const folded = fold(text)
      const stretches = splitSentences(folded.text)
      let topic: Agent | undefined
      // 筋肉はゆるみます。マグネシウムのカプセル。: copy of a few words is about what it names
      let told: Told =
        stretches.length <= fewSentences && folded.text.length <= fewWords && namesSold(folded.text, known.lexicon) ? 'sold' : undefined
      const isCopy = told === 'sold'
      const sentences = stretches.map((at, index) => {
        const next = stretches[index + 1]
        const answer = next && folded.text.slice(next.from, next.to)
        const sentence = new SentenceReader(folded, at, known.lexicon, tokenizer)
        if (!known.scan.wakes(folded.lower, at)) return sentence.asleep()
        const before = stretches[index - 1]
        const neighbours = [before && folded.text.slice(before.from, before.to), answer]
        const second = stretches[index + 2]
        const later = second && folded.text.slice(second.from, second.to)
        const result = sentence.awake(context, { topic, told, isCopy }, answer, neighbours, later)
        topic = sentence.topic
        told = sentence.told
        return result
      })
      return creditedChange(sentences, (i) => folded.text.slice(stretches[i]!.from, stretches[i]!.to))
    },
  }
}

/** A block of so few sentences and signs that names what is sold is copy, not a lesson. */
const fewSentences = 3
const fewWords = 100

/** What the sentences before leave to go on from. */
interface Context {
  readonly topic: Agent | undefined
  readonly told: Told
  /** The block is a few sentences that name what is sold: each of them stands beside it. */
  readonly isCopy: boolean
}

/** Reads one sentence of folded text and gives it in offsets of the text as it was. */
class SentenceReader {
  topic: Agent | undefined
  told: Told
  #words: readonly Word[] | undefined

  constructor(
    private readonly folded: Folded,
    private readonly at: Stretch,
    private readonly lexicon: JapaneseLexicon,
    private readonly tokenizer: Tokenizer,
  ) {}

  get words(): readonly Word[] {
    this.#words ??= wordsOf(this.folded.text, this.at, this.tokenizer, this.lexicon)
    return this.#words
  }

  /** A sentence with nothing in it for any rule but those that ask for its tokens. */
  asleep(): Sentence {
    const at = this.#original(this.at)
    return this.#sentence({ clauses: [at], concepts: [], cues: [], effects: [], evidence: [] })
  }

  awake(
    context: AnalysisContext,
    { topic, told, isCopy }: Context,
    answer: string | undefined,
    neighbours: readonly (string | undefined)[],
    later: string | undefined,
  ): Sentence {
    const { folded, lexicon } = this
    const parsed = parse(this.words, folded.lower, folded.text, lexicon)
    const hits = parsed.hits.map(({ row, surface, first, last }) => ({ concept: row.id, surface, first, last }))
    const phrases = new PhraseSentence(
      {
        tokens: this.words.map((w) => ({
          at: { from: w.from, to: w.to },
          surface: w.surface.toLowerCase(),
          lemma: lemmaOf(w),
          pos: w.pos,
        })),
        concepts: [...hits, ...withAside(this.words, hits)].map((hit) => ({
          ...hit,
          at: { from: this.words[hit.first]!.from, to: this.words[hit.last]!.to },
        })),
      },
      {
        concepts: lexicon.source.concepts,
        isFiller: (token) => /^(?:記号,空白|副詞)/.test(token.pos),
        mostFillers: 2,
        isPolite: ({ surface, lemma }) => lemma === 'ます' && surface !== 'ます',
      },
    )
    const text = folded.text.slice(this.at.from, this.at.to)
    const around: Around = { text, before: neighbours[0], next: answer, later, role: context.role }
    const standing = standingOf(around, lexicon)
    // 骨粗しょう症を食い止めるなら、カルシウムだけでは足りません: the next sentence says what does
    const own = cuesOf(parsed, phrases).filter(({ setting }) => !(standing.isLed && setting === 'conditional'))
    const cues = [...own, ...cuesAround(around, lexicon).map((cue) => ({ ...cue, at: this.at, reach: this.at }))]
    const isBesideSold = lazy(
      () =>
        tellsOffer(text, lexicon) ||
        (isCopy && later !== undefined && !disowns(later) && !setsAside(later) && namesSold(later, lexicon)) ||
        neighbours.some((t) => t !== undefined && !disowns(t) && !setsAside(t) && tellsOffer(t, lexicon)),
    )
    const beside = {
      sold: isBesideSold,
      name: lazy(() => isScene(text) && neighbours.some((n) => n !== undefined && (isBareName(n) || isCredit(n)) && namesSold(n, lexicon))),
      scene: lazy(() => isScene(text) && !(around.before !== undefined && namesIllness(around.before, lexicon))),
      credit: lazy(() => isScene(text) && neighbours.some((n) => n !== undefined && isCredit(n) && namesSold(n, lexicon))),
    }
    const effects = this.#effects(parsed, phrases, cues, context, { topic, told, isCopy }, standing, beside, neighbours)
    const evidence = evidenceOf(
      parsed,
      folded.text,
      { from: this.at.from, to: this.at.to },
      cues,
      effects.some((e) => e.target && e.silent !== 'harm'),
      isBesideSold,
    )
    return this.#sentence({
      clauses: clausesOf(parsed).map((c) => this.#original(c)),
      concepts: hits.map(
        (hit): ConceptHit => ({ ...hit, at: this.#original({ from: this.words[hit.first]!.from, to: this.words[hit.last]!.to }) }),
      ),
      cues: cues.map((cue) => this.#cue(cue)),
      effects: effects.map((effect) => this.#effect(effect)),
      evidence: evidence.map((frame) => this.#evidence(frame)),
    })
  }

  #effects(
    parsed: Parse,
    phrases: PhraseSentence,
    cues: readonly Cue[],
    context: AnalysisContext,
    { topic, told }: Context,
    standing: Standing,
    beside: Beside,
    [before, next]: readonly (string | undefined)[],
  ): Effect[] {
    const { drafts: constructions, scenes } = constructionsOf(parsed, phrases, context, topic, beside)
    const built = new Set(constructions.flatMap((d) => (d.target ? [d.target.first] : [])))
    const isFree = (draft: Draft) => !draft.target || !built.has(draft.target.first)
    const acts = draftsOf(parsed, context, topic).filter((draft) => isFree(draft) && !constructions.some((c) => isInside(draft, c)))
    const taken = new Set(
      [...constructions, ...acts].flatMap((d) =>
        d.target && d.isLicensed && d.act.family !== 'cause' && !isOwned(d) ? [d.target.first] : [],
      ),
    )
    const serves = [...servesOf(parsed, context, topic, taken), ...productNamesOf(parsed, context, topic, taken)]
    const states = stateVerbsOf(
      parsed,
      context,
      topic,
      new Set([...constructions, ...acts].flatMap((d) => (d.target ? [d.target.first] : []))),
    )
    const titles = titlesOf(
      parsed,
      this.folded.text.slice(this.at.from, this.at.to),
      context,
      new Set([...constructions, ...acts, ...serves, ...states].flatMap((d) => (d.target ? [d.target.first] : []))),
    )
    const listed = [...constructions, ...acts, ...serves, ...states, ...titles]
    // 不眠症に悩む夜を終わらせる: what befalls people does not settle what the product is said to do
    const held = new Set(listed.flatMap((d) => (d.target && isSettled(d) ? [d.target.first] : [])))
    const isReference = isReferenceEntry(
      this.folded.text.length < 400 ? this.folded.text : this.folded.text.slice(this.at.from, this.at.to),
    )
    const drafts = isReference ? listed : [...listed, ...openActsOf(parsed, context, topic, held, standing)]
    this.topic = topicOf(parsed, context)
    const bodily = bodilyOf(parsed, context, told)
    const ware = drafts.length > 0 ? wareOf(parsed, before) : undefined
    const isInRange = drafts.some(({ by }) => by.startsWith(inRange))
    const weigh = (each: readonly Draft[]) =>
      each
        .filter((draft) => !isInRange || draft.by.startsWith(inRange) || !isOfLevel(draft))
        .map((draft) => (draft.agent.why === beneficiary && beside.sold() ? { ...draft, agent: { kind: 'zero' as const } } : draft))
        .map((draft) => (bodily.does(draft) ? { ...draft, agent: { kind: 'other' as const, why: 'physiology' } } : draft))
        .map((draft) => effectOf(parsed, draft, cues, standing.isQuestion))
        .map((effect) => withOccasion(effect, this.folded.lower.slice(this.at.from, this.at.to), this.at.from, before, next))
        .sort((a, b) => a.parts[0]!.from - b.parts[0]!.from)
    const said = weigh(drafts).map((effect) => ofWare(effect, ware))
    // a scene tells of an effect where nothing else does
    const isDenied = cues.some(({ cue }) => cue === 'negated.nominal' || cue === 'quoted.stance')
    const effects = scenes.length === 0 || isDenied || said.some(isAsserted) ? said : [...said, ...weigh(scenes.slice(0, 1))]
    // what claims something of the product is about the product
    this.told = effects.some(isAsserted) ? 'sold' : bodily.told
    // お腹の寄生虫を追い出す: the part is where the trouble is, no claim of its own
    return effects.some(isOnTrouble) ? effects.filter((effect) => !isBesideTrouble(effect)) : effects
  }

  #sentence(rest: Omit<Sentence, 'at' | 'language' | 'kind' | 'tokens'>): Sentence {
    const text = this.folded.text.slice(this.at.from, this.at.to)
    const tokens = () => this.words
    const original = (span: TextSpan) => this.#original(span)
    let made: readonly Token[] | undefined
    return {
      at: this.#original(this.at),
      language: 'ja',
      kind: kindOf(text),
      get tokens() {
        made ??= tokens().map((w) => ({ at: original(w), surface: w.surface.toLowerCase(), lemma: lemmaOf(w), pos: w.pos }))
        return made
      },
      ...rest,
    }
  }

  #original({ from, to }: TextSpan): TextSpan {
    const { starts, ends } = this.folded
    const start = starts[from] ?? starts.at(-1)!
    return { from: start, to: to > from ? ends[to - 1]! : start }
  }

  #cue(cue: Cue): Cue {
    return { ...cue, at: this.#original(cue.at), reach: this.#original(cue.reach) }
  }

  #effect(effect: Effect): Effect {
    const original = (span: TextSpan) => this.#original(span)
    return {
      ...effect,
      agent: { ...effect.agent, ...(effect.agent.at && { at: original(effect.agent.at) }) },
      act: { ...effect.act, at: original(effect.act.at) },
      ...(effect.target && { target: { ...effect.target, at: original(effect.target.at) } }),
      qualifiers: effect.qualifiers.map((q) => ({ ...q, at: original(q.at) })),
      ...(effect.population && { population: { ...effect.population, at: original(effect.population.at) } }),
      settings: effect.settings.map((cue) => this.#cue(cue)),
      parts: effect.parts.map(original),
    }
  }

  #evidence(frame: EvidenceFrame): EvidenceFrame {
    return {
      ...frame,
      at: this.#original(frame.at),
      ...(frame.source && { source: this.#original(frame.source) }),
      settings: frame.settings.map((cue) => this.#cue(cue)),
    }
  }
}

/**
 * Whether a draft says what becomes of its target. What befalls people (不眠症に悩む), what does not stop (止まらない咳) and what an organ or a
 * person does leave open what the product is said to do.
 */
function isSettled({ isLicensed, act, agent, place, outcome }: Draft): boolean {
  if (!isLicensed) return false
  // アレルギーの原因となる食品: what is sold brings it
  if (act.family === 'cause') return act.concept === 'act.cause' && !isNegated(place.chunk) && agent.kind !== 'other'
  if (outcome !== undefined) return agent.kind !== 'other'
  if (
    agent.kind === 'other' &&
    !/^(?:other\.(?:exercise|diet|lifestyle|drug|device|therapy|sleep|law|thing|animal)|drug|definition)/.test(agent.why ?? '')
  )
    return false
  return !(place.chunk.boundary === 'adnominal' && isNegated(place.chunk))
}

/** 不安が続く方へ: what the people addressed have is not taken by the verb that says so. */
const isOwned = ({ act, target, place, outcome }: Draft): boolean =>
  outcome === undefined &&
  (outcomeOf(act.family, target?.row, isNegated(place.chunk)) === 'harm' ||
    (place.chunk.boundary === 'adnominal' && isNegated(place.chunk)))

const isAsserted = ({ silent, outcome }: Effect): boolean => !silent && outcome === 'benefit'

const isOnTrouble = ({ silent, outcome, target, qualifiers }: Effect): boolean =>
  !silent && outcome === 'benefit' && qualifiers.length === 0 && target !== undefined && troubles.has(target.type)

const isBesideTrouble = ({ by, target }: Effect): boolean =>
  by === 'open-act' || by === 'serve.product'
    ? !troubles.has(target?.type ?? '')
    : (by === 'residual' || by === 'state-verb') && target?.type !== undefined && !troubles.has(target.type)

const troubles: ReadonlySet<string> = new Set(['disease', 'symptom', 'abnormal-state', 'pathogen', 'marker'])

/** 血圧が正常な方の血圧を維持: what is kept as it is is not brought down, however often it is named. */
const inRange = 'construction.in-range'
const isOfLevel = ({ target, act }: Draft): boolean =>
  target?.row.type === 'marker' && (act.concept === 'act.open' || /^(?:preserve|serve|restore|heal)$/.test(act.family))

/** A draft whose act lies inside a construction is part of it. */
function isInside(draft: Draft, construction: Draft): boolean {
  const [first, last] = construction.pieces[0]!
  return (
    draft.pieces.some(([from, to]) => first <= from && to <= last) &&
    (!draft.target || (first <= draft.target.first && draft.target.last <= last))
  )
}

/** Words that an aside between brackets may have. */
const asideLength = 8

/** 勃起不全(ED)に悩んだ末: to a turn of phrase a name goes on to the end of the brackets that follow it. */
function withAside<H extends { readonly last: number }>(words: readonly Word[], hits: readonly H[]): H[] {
  return hits.flatMap((hit) => {
    if (words[hit.last + 1]?.surface !== '(') return []
    const end = words.findIndex(({ surface }, i) => i > hit.last + 1 && surface === ')')
    return end > 0 && end - hit.last <= asideLength + 2 ? [{ ...hit, last: end }] : []
  })
}

/** ません and ない, ございます and あります are one word to patterns. */
const lemmaOf = (word: Word): string =>
  word.kind === '助動詞' && /^(?:ん|ぬ|ず)$/.test(word.base) ? 'ない' : /^(?:ござる|御座る)$/.test(word.base) ? 'ある' : word.base

/** Stretches between the ends of clauses. */
function clausesOf({ chunks, words }: Parse): TextSpan[] {
  const clauses: TextSpan[] = []
  let first = 0
  for (const chunk of chunks) {
    if (chunk.boundary === 'none' || chunk.boundary === 'adnominal') continue
    clauses.push({ from: words[first]!.from, to: words[chunk.last]!.to })
    first = chunk.last + 1
  }
  if (first < words.length) clauses.push({ from: words[first]!.from, to: words.at(-1)!.to })
  return clauses
}
