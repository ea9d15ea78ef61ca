import type { Agent, AnalysisContext, Analyzer, Cue, Effect, EvidenceFrame, Sentence, Token } from '../../core/sentence.js'
import type { TextSpan } from '../../core/span.js'
import { FiledPhrases } from '../../match/filed-phrases.js'
import { PhraseSentence } from '../../match/phrase.js'
import type { CompiledPhrase, ConstructionRow, CueRow, Lexicon } from '../../match/schema.js'
import { troubleTypes } from '../suggested.js'
import { keysOf } from './anchors.js'
import { besideSold } from './beside.js'
import { bettered } from './betterment.js'
import { withBrands } from './brands.js'
import { isCitation } from './citation.js'
import { compose } from './compose.js'
import { constructionEffects } from './constructions.js'
import { creditedChange } from './credited.js'
import { composeDamage } from './damage.js'
import type { Draft } from './drafts.js'
import { EffectBuilder } from './effects.js'
import { composeEveryday } from './everyday.js'
import { evidenceFrames } from './evidence.js'
import { withoutFigures } from './figurative.js'
import { type Hashtags, hashtagEffects, hashtagsOf, holdsHashtag } from './hashtags.js'
import { historyCues } from './history.js'
import { type Inflected, inflect } from './inflected.js'
import { labelEffects, mayBeLabel } from './labels.js'
import { type NameStems, nameEffects, nameStemsOf } from './names.js'
import { ProductNames } from './product-names.js'
import { Reading } from './reading.js'
import { residualEffects } from './residual.js'
import { isLabel, sceneEffects } from './scenes.js'
import { splitSentences } from './sentences.js'
import { servingEffects } from './serve.js'
import { type CueHit, clauseEnd, findCues } from './settings.js'
import { tokenize, type Word } from './tokens.js'
import { ofTrouble, toldResult } from './told.js'
import { withToldSigns } from './told-signs.js'
import { subjectOfSentence } from './topics.js'
import { type Hit, isTargetType, Vocabulary, wakingConcepts } from './vocabulary.js'
import { withFoods, withoutService, withoutWares } from './wares.js'

/** What is built once from a lexicon. */
interface English {
  readonly lexicon: Lexicon
  readonly vocabulary: Vocabulary
  readonly stems: NameStems
  readonly hashtags: Hashtags
  readonly cues: FiledPhrases<CueRow>
  readonly constructions: FiledPhrases<ConstructionRow>
}

/** The English analyser over one lexicon: see `Analyzer` for what it promises. `inflected`: its words' forms, where they are made already. */
export function createEnglishAnalyzer(lexicon: Lexicon, inflected: Inflected = inflect(lexicon)): Analyzer {
  const english: English = {
    lexicon,
    vocabulary: new Vocabulary(lexicon, inflected),
    stems: nameStemsOf(lexicon),
    hashtags: hashtagsOf(lexicon),
    cues: new FiledPhrases(lexicon.cues, inflected, 'cues'),
    constructions: new FiledPhrases(lexicon.constructions, inflected, 'constructions'),
  }
  const names = new ProductNames(english.vocabulary)
  return {
    analyze(text: string, context: AnalysisContext): readonly Sentence[] {
      const words = names.mark(tokenize(text, english.vocabulary.describe), context.productNames, text)
      const ranges = splitSentences(text, words)
      const readers = ranges.map(({ from, to }) => new SentenceReader(english, text, words.slice(from, to)))
      const sentences = creditedChange(
        ofTrouble(
          besideSold(
            bettered(
              compose(
                withScenes(
                  readers.map((reader) => reader.read()),
                  (i) =>
                    new SentenceReader(
                      english,
                      text,
                      [...ranges.slice(i, i + 2)].flatMap(({ from, to }) => words.slice(from, to)),
                    ).scenes(),
                ),
                (i) => readers[i]!.subject(),
              ),
            ),
          ),
        ),
      )
      return isCitation(text) ? sentences.map(unclaimed) : sentences
    },
  }
}

/** A label and the sentence beside it are read as one for the scene they make. */
function withScenes(sentences: readonly Sentence[], scenesOf: (first: number) => readonly Effect[]): readonly Sentence[] {
  if (sentences.length < 2 || sentences.length > mostBesideLabel || !sentences.some(isLabel)) return sentences
  const result = [...sentences]
  for (let i = 0; i + 1 < result.length; i++) {
    if (
      !(isLabel(result[i]!) || isLabel(result[i + 1]!)) ||
      [result[i]!, result[i + 1]!].some(({ effects }) => effects.some(({ silent }) => !silent))
    )
      continue
    for (const effect of scenesOf(i)) {
      const k = effect.act.at.from < result[i + 1]!.at.from ? i : i + 1
      result[k] = { ...result[k]!, effects: [...result[k]!.effects, effect] }
    }
  }
  return result
}
/** A blurb; in a paragraph of prose a short sentence is no label. */
const mostBesideLabel = 4

/** The sentence with its effects and appeals silent: the words are a title's. */
const unclaimed = (sentence: Sentence): Sentence =>
  sentence.effects.length === 0 && sentence.evidence.length === 0
    ? sentence
    : {
        ...sentence,
        effects: sentence.effects.map((effect) => (effect.silent ? effect : { ...effect, silent: 'quoted' })),
        evidence: sentence.evidence.map((frame) => (frame.silent ? frame : { ...frame, silent: 'quoted' })),
      }

/** No turn of phrase is one word. */
const shortestTurn = 2

class SentenceReader {
  #turns: readonly CompiledPhrase<ConstructionRow>[] | undefined
  #phrases: PhraseSentence | undefined

  constructor(
    private readonly english: English,
    private readonly text: string,
    private readonly words: readonly Word[],
  ) {}

  read(): Sentence {
    const { words, english } = this
    const at: TextSpan = { from: words[0]!.at.from, to: words.at(-1)!.at.to }
    const found = withBrands(english.lexicon, english.vocabulary, words, withoutFigures(words, english.vocabulary.match(words)))
    const hits = this.#withTold(composeEveryday(english.lexicon, words, composeDamage(english.lexicon, words, found)))
    const reading = () => new Reading(words, hits, english.vocabulary)
    if (!hits.some(wakes) && !holdsHashtag(english.hashtags, words) && !this.#holdsTurn(hits)) return this.#quiet(at, hits, reading)
    return this.#awake(at, hits, reading())
  }

  #withTold(hits: readonly Hit[]): readonly Hit[] {
    return withToldSigns(this.english.lexicon, () => this.#phrasesWith(hits), this.#turnsHeld(), this.words, hits)
  }

  /** The turns of phrase that these words may hold. */
  #turnsHeld(): readonly CompiledPhrase<ConstructionRow>[] {
    this.#turns ??= this.english.constructions.holding(keysOf(this.words))
    return this.#turns
  }

  /** The words with these hits, prepared for patterns: once, as long as the hits stay the same. */
  #phrasesWith(hits: readonly Hit[]): PhraseSentence {
    if (this.#phrases?.subject.concepts !== hits) this.#phrases = phraseSentence(this.english.lexicon, this.words, hits)
    return this.#phrases
  }

  /** A turn of phrase that names no part and no trouble: "Stay on task". */
  #holdsTurn(hits: readonly Hit[]): boolean {
    const { words, english } = this
    if (words.length < shortestTurn) return false
    const turns = english.constructions.calledBy(keysOf(words))
    if (turns.length === 0) return false
    const phrases = this.#phrasesWith(hits)
    return turns.some(({ row, pattern }) => row.names === undefined && phrases.matches(pattern).length > 0)
  }

  /** What the sentence is about, for a pronoun in the next one. */
  subject(): Agent {
    const { words, english } = this
    return subjectOfSentence(new Reading(words, english.vocabulary.match(words), english.vocabulary))
  }

  /** What a label and its neighbour tell together. */
  scenes(): readonly Effect[] {
    const { words, english } = this
    const hits = composeEveryday(
      english.lexicon,
      words,
      withBrands(english.lexicon, english.vocabulary, words, english.vocabulary.match(words)),
    )
    if (!hits.some(({ concept }) => concept === 'lexical.scene-turn')) return []
    const reading = new Reading(words, hits, english.vocabulary)
    const at: TextSpan = { from: words[0]!.at.from, to: words.at(-1)!.at.to }
    const cues = findCues(reading, this.#phrasesWith(hits), english.cues.holding(keysOf(words)), at)
    return sceneEffects(reading, cues, []).map(withoutPlace)
  }

  /** Nothing about health in it: at most a name. */
  #quiet(at: TextSpan, hits: readonly Hit[], reading: () => Reading): Sentence {
    const { words, english } = this
    const names = words.some((word, i) => word.capital && (word.raw.length > 5 || words[i + 1]?.glued))
      ? nameEffects(reading(), english.stems)
      : []
    const labels = mayBeLabel(words) ? this.#labels(reading(), at, hits) : []
    return quietSentence(english, at, words, hits, [...names, ...labels].map(withoutPlace), reading)
  }

  /** "Calmer kids, quieter car rides": what a line promises that names no concept of a list. */
  #labels(reading: Reading, at: TextSpan, hits: readonly Hit[]): Draft[] {
    const { words, english } = this
    const found = labelEffects(reading, [], [])
    if (found.length === 0) return found
    return labelEffects(reading, findCues(reading, this.#phrasesWith(hits), english.cues.holding(keysOf(words)), at), [])
  }

  #awake(at: TextSpan, hits: readonly Hit[], reading: Reading): Sentence {
    const { words, english } = this
    const phrases = this.#phrasesWith(hits)
    const cues = [...findCues(reading, phrases, english.cues.holding(keysOf(words)), at), ...historyCues(reading)]
    const builder = new EffectBuilder(reading, cues)
    const effects = this.#effects(reading, builder, phrases, cues)
    const evidence: readonly EvidenceFrame[] = hits.some((hit) => hit.row.type === 'evidence')
      ? evidenceFrames(reading, cues, this.text, effects)
      : []
    return {
      at,
      language: 'en',
      kind: kindOf(reading),
      tokens: words,
      clauses: clausesOf(reading),
      concepts: hits,
      cues: cues.map(plainCue),
      effects,
      evidence,
    }
  }

  #effects(reading: Reading, builder: EffectBuilder, phrases: PhraseSentence, cues: readonly CueHit[]): Effect[] {
    const turns = constructionEffects(reading, builder, phrases, this.#turnsHeld())
    const constructed = turns.filter((draft) => !draft.isBeside)
    const built = [...builder.build(), ...servingEffects(reading, builder)]
    const names = [...nameEffects(reading, this.english.stems), ...hashtagEffects(reading, builder, this.english.hashtags)]
    const covering = constructed.filter((c) => c.by !== 'construction.complaint' || c.silent !== 'other-agent')
    const free = built.filter((draft) => !covering.some((c) => c.first <= draft.first && draft.last <= c.last))
    const taken = [...constructed, ...free, ...names]
    const named = [...taken, ...residualEffects(reading, builder, cues, taken)]
    // what surrounds an illness gives way to what says more
    const effects = named.some(namesTrouble) ? named : [...named, ...turns.filter((draft) => draft.isBeside)]
    const told = [...effects, ...toldResult(reading, builder, cues, effects)]
    const scenes = [...told, ...sceneEffects(reading, cues, told)]
    const all = distinct([...scenes, ...labelEffects(reading, cues, scenes)])
    return withFoods(reading, withoutService(reading, withoutWares(reading, all))).map(withoutPlace)
  }
}

/** A trouble that what is sold acts on, or may where the next sentence sells. */
const namesTrouble = ({ silent, outcome, target }: Draft): boolean =>
  target !== undefined && outcome === 'benefit' && (!silent || silent === 'no-product-on-page') && troubleTypes.has(target.type)

/** Of effects with one target and overlapping words the first stays; order is that of the text. */
function distinct(drafts: readonly Draft[]): Draft[] {
  const kept: Draft[] = []
  const seen = new Set<string>()
  for (const draft of drafts) {
    const key = `${draft.act.at.from}:${draft.act.family}:${draft.target?.concept ?? ''}:${draft.target?.at.from ?? ''}`
    if (seen.has(key)) continue
    seen.add(key)
    kept.push(draft)
  }
  return kept.sort((a, b) => a.parts[0]!.from - b.parts[0]!.from || a.act.at.from - b.act.at.from)
}

/** Concepts that make a sentence worth reading. */
const wakes = (hit: Hit): boolean =>
  hit.row.type === 'act' || hit.row.type === 'evidence' || isTargetType(hit.row.type) || wakingConcepts.has(hit.concept)

function phraseSentence(lexicon: Lexicon, words: readonly Word[], hits: readonly Hit[]): PhraseSentence {
  return new PhraseSentence({ tokens: words, concepts: hits }, { concepts: lexicon.concepts, isFiller, mostFillers: 4 })
}

const isFiller = (token: Token): boolean =>
  ['function', 'noun', 'adverb', 'number', 'verb'].includes(token.pos) && !stopFillers.has(token.surface)
const stopFillers = new Set([
  'what',
  'how',
  'why',
  'where',

  'not',
  'if',
  'that',
  'which',
  'who',
  'is',
  'are',
  'was',
  'were',
  'can',
  'will',
  'and',
  'or',
  'but',
  'for',
  'with',
  'to',
  'by',
  'no',
  'be',
  'has',
  'have',
  'do',
  'does',
  'when',
  'because',
  'than',
  'about',
  'before',
  'after',
  'until',
  'unless',
  'during',
])

const plainCue = ({ setting, cue, at, reach }: CueHit): Cue => ({ setting, cue, at, reach })

const withoutPlace = ({ first: _first, last: _last, ...effect }: Draft): Effect => effect

function kindOf(reading: Reading): Sentence['kind'] {
  const { words, tags } = reading
  let last = words.length - 1
  while (last > 0 && ['"', '”', ')', '*'].includes(words[last]!.surface)) last--
  if (words[last]!.surface === '?') return 'question'
  if (tags[0] === 'verb' && words[0]!.lemma === words[0]!.surface) return 'imperative'
  return tags.some((tag) => tag === 'verb' || tag === 'aux') ? 'statement' : 'fragment'
}

function clausesOf(reading: Reading): TextSpan[] {
  const clauses: TextSpan[] = []
  for (let from = 0; from < reading.words.length; ) {
    const to = Math.max(from + 1, clauseEnd(reading, from + 1))
    clauses.push(reading.span(from, to - 1))
    from = to
  }
  return clauses
}

/** A sentence nothing wakes: what it is and its cues are found only when a rule asks for them. */
function quietSentence(
  english: English,
  at: TextSpan,
  tokens: readonly Word[],
  concepts: readonly Hit[],
  effects: readonly Effect[],
  read: () => Reading,
): Sentence {
  return {
    at,
    language: 'en',
    tokens,
    concepts,
    effects,
    evidence: [],
    get cues() {
      const phrases = phraseSentence(english.lexicon, tokens, concepts)
      return findCues(read(), phrases, english.cues.holding(keysOf(tokens)), at).map(plainCue)
    },
    get kind() {
      return kindOf(read())
    },
    get clauses() {
      return clausesOf(read())
    },
  }
}
