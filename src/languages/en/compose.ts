import type { Agent, ConceptHit, Effect, Sentence, TargetType } from '../../core/sentence.js'
import { affirms, answered } from './answers.js'
import { urged } from './conditions.js'
import {
  answersTrouble,
  credits,
  helpsSomebody,
  isNeither,
  isPersonal,
  isPitch,
  isSold,
  isSoldKind,
  isWareLine,
  soldAs,
  urges,
} from './pitch.js'
import { rejects } from './rejections.js'
import { withResolvedPronoun } from './topics.js'

const firstPerson = new Set(['i', 'my', 'me', 'mine', 'we', 'our', 'his', 'her', 'mother', 'father', 'wife', 'husband', 'son', 'daughter'])
const restored = new Set(['construction.recovered', 'construction.free-of', 'construction.gone'])

/** Joins what stands in one sentence with what the next says of it: docs/effect-frames.md, section 6. */
export function compose(sentences: readonly Sentence[], subjectOf: (index: number) => Agent): readonly Sentence[] {
  if (sentences.length === 0) return sentences
  const result = [...sentences]
  for (let i = 0; i < result.length; i++) {
    const sentence = result[i]!
    const after = followOn(result, i)
    const next = result[after]
    if (sentence.kind === 'question' && sentence.effects.some((effect) => effect.silent === 'question')) {
      result[i] = { ...sentence, effects: sentence.effects.map((effect) => answered(effect, sentence, next)) }
    } else if (next && sentence.effects.some(isOpen)) {
      result[i] = { ...sentence, effects: sentence.effects.map((effect) => pitched(effect, sentence, next)) }
    }
    if (next) result[after] = withAntecedent(result[after]!, sentence)
    if (next && isPitch(next) && robs(sentence))
      result[after] = inSeason({ ...robs(sentence)!, concept: 'qualifier.of-therapy' }, result[after]!)
    const season = next && seasonOf(sentence)
    if (season && isPitch(next)) result[after] = inSeason(season, next)
    const directly = result[i + 1]
    if ((next && rejects(next, sentence)) || (directly && directly !== next && rejects(directly, sentence))) {
      result[i] = { ...result[i]!, effects: result[i]!.effects.map((effect) => (effect.silent ? effect : { ...effect, silent: 'quoted' })) }
    }
    if (sentence.effects.some((effect) => effect.silent === 'conditional')) {
      result[i] = { ...result[i]!, effects: sentence.effects.map((effect) => urged(effect, sentence)) }
    }
    if (i > 0 && result[i]!.effects.some(isSurrounding)) {
      result[i] = { ...result[i]!, effects: result[i]!.effects.map((effect) => takenBefore(effect, result.slice(0, i))) }
    }
    if (i > 0 && result[i]!.kind === 'fragment' && isBareWare(result[i - 1]!)) {
      result[i] = { ...result[i]!, effects: result[i]!.effects.map((effect) => labelledBefore(effect, result[i]!, result[i - 1]!)) }
    }
    if (i > 0 && result[i]!.effects.some((effect) => effect.agent.kind === 'pronoun')) {
      const earlier = result.slice(0, i)
      result[i] = {
        ...result[i]!,
        effects: result[i]!.effects.map((effect) => withResolvedPronoun(effect, result[i]!, earlier, subjectOf)),
      }
    }
    if (next?.effects.some((effect) => restored.has(effect.by))) {
      const told = toldBefore(sentence)
      if (told) result[after] = { ...next, effects: next.effects.map((effect) => withComplaint(effect, told)) }
    }
  }
  return result
}

/** The sentence that answers: words of comfort and further questions ("Bell's palsy? Neuralgia? …") are stepped over. */
function followOn(sentences: readonly Sentence[], from: number): number {
  let i = from + 1
  if (isComfort(sentences[i]) || (sentences[from]!.kind === 'question' && sentences[i + 1] && isInvitation(sentences[i]))) i++
  const isCall = sentences[from]!.kind === 'question' && sentences[from]!.tokens.length <= longestComfort
  if ((isCall || sentences[from]!.effects.some(isOpen)) && isOutcome(sentences[i]) && sentences[i + 1] && credits(sentences[i + 1]!)) i++
  if (sentences[from]!.kind === 'question')
    while (i < from + mostQuestions && sentences[i]?.kind === 'question' && sentences[i + 1] && !affirms(sentences[i]!)) i++
  return i
}
const mostQuestions = 5

/** "Now he gets up once.", "I roll over now.": how it is today, with nothing that brought it about. */
const isOutcome = (sentence: Sentence | undefined): boolean =>
  sentence !== undefined &&
  sentence.tokens.length <= longestOutcome &&
  outcomes.has(sentence.tokens[0]?.surface ?? '') &&
  !sentence.concepts.some(({ concept }) => /^(?:product|ingredient|drug|other\.(?!person))/.test(concept))
const longestOutcome = 12
const outcomes = new Set('now i he she they we today my his her last by this on at in then yesterday'.split(' '))

/** "My doctor found a kidney stone. Your drops dissolved it.": the object of what is sold is the trouble the sentence before names. */
function withAntecedent(sentence: Sentence, before: Sentence): Sentence {
  const trouble = before.concepts.findLast(({ concept }) => /^(?:disease|symptom|abnormal-state|pathogen)\./.test(concept))
  if (!trouble || before.cues.some(({ setting }) => unsure.has(setting))) return sentence
  const effects = sentence.effects.map((effect) => {
    if (effect.silent !== 'no-target' || effect.by !== 'act.object' || !isSoldKind(effect.agent) || !ending.has(effect.act.family))
      return effect
    const i = sentence.tokens.findIndex(({ at }) => at.from >= effect.act.at.to)
    const follows = sentence.tokens[i + 1]
    if (!['it', 'them', 'that', 'those'].includes(sentence.tokens[i]?.surface ?? '')) return effect
    if (follows && !['symbol', 'function', 'adverb'].includes(follows.pos)) return effect
    if (sentence.cues.some(({ setting, reach }) => unsure.has(setting) && reach.to > effect.act.at.from)) return effect
    const { silent: _, ...live } = effect
    const type = trouble.concept.slice(0, trouble.concept.indexOf('.')) as TargetType
    const target = { concept: trouble.concept, type, at: trouble.at }
    return { ...live, outcome: 'benefit' as const, target, parts: [effect.act.at] }
  })
  return { ...sentence, effects }
}
const unsure: ReadonlySet<string> = new Set(['negated', 'quoted', 'counterfactual', 'referral', 'warning'])
const ending: ReadonlySet<string> = new Set(['heal', 'prevent', 'mitigate', 'respond'])

/** "You are not alone.": a word of comfort between the trouble and the pitch. */
const isComfort = (sentence: Sentence | undefined): boolean =>
  sentence !== undefined &&
  !sentence.concepts.some(({ concept }) => !/^(?:lexical|act|wellbeing|sale)\./.test(concept)) &&
  sentence.tokens.length <= longestComfort &&
  comforting.has(sentence.tokens[0]?.surface ?? '')
const longestComfort = 7
/** "You are not alone.", "So were we.", "Same here.", "We hear you." */
const comforting = new Set(['you', 'so', 'same', 'us', 'me', 'been', 'we', 'welcome', 'relax', 'breathe'])

/** "Celiac? Eat the pizza. Two GlutenGone …": a short order that names nothing. */
const isInvitation = (sentence: Sentence | undefined): boolean =>
  sentence !== undefined &&
  sentence.kind === 'imperative' &&
  sentence.tokens.length <= longestComfort &&
  !isPitch(sentence) &&
  // "Walk up the hill again."
  (sentence.tokens.some(({ surface }) => surface === 'again') || !sentence.concepts.some(({ concept }) => concept.startsWith('other.')))

/** "Flu season is here. Stock up on elderberry syrup.": the season in one sentence is the setting of what the next sells (65 FR 1000). */
function inSeason(season: ConceptHit, sentence: Sentence): Sentence {
  const qualifier = { concept: season.concept, at: sentence.at }
  const effects = sentence.effects.map((effect) =>
    effect.silent || effect.outcome !== 'benefit' ? effect : { ...effect, qualifiers: [...effect.qualifiers, qualifier] },
  )
  return { ...sentence, effects }
}

/** "Antidepressants dry out many mouths. Our pastilles bring the saliva back.": what a drug does to the body is what the next sentence sells for. */
function robs({ concepts, tokens, cues }: Sentence): ConceptHit | undefined {
  if (cues.some(({ setting }) => unsure.has(setting) || setting === 'question')) return undefined
  const drug = concepts.find(({ concept, first }) => /^(?:drug|drug-class|therapy)\./.test(concept) && first <= 2)
  return drug && tokens.some(({ lemma }, i) => i > drug.last && i < drug.last + 4 && robbing.has(lemma)) ? drug : undefined
}
const robbing = new Set(
  'dry rob deplete drain strip upset empty thin weaken burn wreck starve wipe flush hollow steal eat sap leach'.split(' '),
)

const seasonOf = (sentence: Sentence): ConceptHit | undefined =>
  sentence.cues.some(({ setting }) => setting === 'negated' || setting === 'referral' || setting === 'warning')
    ? undefined
    : sentence.concepts.find(({ concept }) => concept === 'qualifier.flu-season')

/** "For three years my feet burned. Two bottles of benfotiamine later …": a trouble of the reader or the one who tells, and the product next to it. */
function pitched(effect: Effect, sentence: Sentence, next: Sentence): Effect {
  if (!isOpen(effect) || !isPitch(next)) return effect
  const inFigures = effect.target?.type === 'marker' && hasFigure(sentence) && hasFigure(next)
  const isOwed = credits(next)
  const meets = isPersonal(sentence) || inFigures || seasonOf(sentence) !== undefined || isTaken(next)
  if (!meets && !isOwed && !urges(next) && !helpsSomebody(next) && !isWareLine(next)) return effect
  // "I read my first label in the cafeteria.": a story goes on, and nobody takes anything
  const story = ['i', 'we', 'he', 'she', 'my'].includes(next.tokens[0]?.surface ?? '')
  if (
    story &&
    !isOwed &&
    !next.effects.some(({ silent, outcome }) => !silent && outcome === 'benefit') &&
    !next.tokens.some(({ lemma }) => swallowing.has(lemma))
  )
    return effect
  // "She did not live to see this bottle."
  if (
    !isOver(next) &&
    !answersTrouble(next) &&
    !isNeither(next.tokens) &&
    next.cues.some((cue) => cue.setting === 'negated' && !isKeptOff(next, cue.reach.to, cue.at.to) && !isOfAnotherClause(next, cue.at.from))
  )
    return effect
  const { silent: _, ...live } = effect
  const sold = next.concepts.find(isSold)
  return {
    ...live,
    by: isSurrounding(effect) ? effect.by : 'residual',
    outcome: 'benefit',
    agent: sold ? soldAs(sold) : { kind: 'product', at: next.at },
  }
}

/** A trouble that nothing sold stands beside yet: mentioned, or told of oneself. */
const isOpen = ({ by, silent, target }: Effect): boolean =>
  ((by === 'residual' || by.startsWith('construction.')) && silent === 'no-product-on-page') ||
  (by === 'construction.told' && !silent && target !== undefined)

/** "The walker is in the garage now.": what surrounds an illness, told beside what is sold. */
const isSurrounding = ({ by, silent }: Effect): boolean => by.startsWith('construction.') && silent === 'no-product-on-page'

/** "We started the colostrum in October. Perfect attendance ever since.": what was taken is told just before. */
function takenBefore(effect: Effect, earlier: readonly Sentence[]): Effect {
  if (!isSurrounding(effect)) return effect
  const before = earlier.slice(-mostBefore).findLast(({ concepts }) => concepts.some(isSold))
  if (!before || before.kind === 'question' || before.cues.some(({ setting }) => unsure.has(setting))) return effect
  const isWare = before.kind === 'fragment' || before.tokens.some(({ lemma }) => swallowing.has(lemma) || beginning.has(lemma))
  if (!isWare) return effect
  const { silent: _, ...live } = effect
  const sold = before.concepts.find(isSold)!
  return { ...live, agent: soldAs(sold) }
}
const mostBefore = 2

/** "Focus Fish gummies.", "Beet crystals, 300 g.": a label that names nothing but what is sold. */
const isBareWare = ({ kind, tokens, concepts, effects }: Sentence): boolean =>
  (kind === 'fragment' || kind === 'imperative') &&
  tokens.length <= longestLabel &&
  concepts.some(isSold) &&
  !effects.some(({ silent }) => silent && silent !== 'no-target')
const longestLabel = 9

/** "Focus Fish gummies. A calmer school day for kids with ADHD.": the label goes on. */
function labelledBefore(effect: Effect, sentence: Sentence, label: Sentence): Effect {
  if (effect.by !== 'residual' || effect.silent !== 'no-product-on-page' || sentence.cues.some(({ setting }) => unsure.has(setting)))
    return effect
  const { silent: _, ...live } = effect
  const sold = label.concepts.find(isSold)!
  return { ...live, agent: soldAs(sold) }
}
const beginning = new Set('begin give read put bring hear recommend introduce'.split(' '))

/** "Not any more!" */
const isOver = ({ tokens }: Sentence): boolean => tokens[0]?.surface === 'not' && tokens.length <= longestComfort

/** "… and at 51 I still don't have it": what is denied is that one has the trouble. */
function isKeptOff({ tokens }: Sentence, to: number, from: number): boolean {
  const rest = tokens.filter(({ at }) => at.from >= from && at.to <= to)
  return having.has(rest[0]?.lemma ?? '') && ['it', 'one', 'any', 'them', 'either'].includes(rest[1]?.surface ?? '')
}

/** "We credit the lion's mane; her clinic has no other explanation.": what is sold stands on the far side of a semicolon. */
function isOfAnotherClause({ tokens, concepts }: Sentence, from: number): boolean {
  const cut = tokens.find(({ surface }) => surface === ';')
  return cut !== undefined && cut.at.from < from && concepts.some((hit) => isSold(hit) && hit.at.to <= cut.at.from)
}
const having = new Set('have get catch develop see need'.split(' '))

const swallowing = new Set(
  'take try use drink want say pick bet trust choose find discover start switch order buy swallow add chew sip apply swear thank owe have get reach credit show tell mention point'.split(
    ' ',
  ),
)

/** "Six weeks in, the voices were quieter. I take only sarcosine.": somebody takes what is sold. */
const isTaken = ({ tokens }: Sentence): boolean =>
  tokens.some(({ surface }) => takers.has(surface)) && tokens.some(({ lemma }) => swallowing.has(lemma))
const takers = new Set('i my he his she her pharmacist herbalist nutritionist'.split(' '))

/** "LDL was 188 in March. In June it said 121, and all I changed was the bergamot." */
const hasFigure = (sentence: Sentence): boolean => sentence.tokens.some(({ pos }) => pos === 'number')

/** The complaint a first-person sentence tells of, when it claims nothing itself. */
function toldBefore(sentence: Sentence): Effect | undefined {
  // "Third bladder infection this year."
  const isHeading = sentence.kind === 'fragment' && sentence.tokens.length <= longestLabel
  if (!isHeading && !sentence.tokens.some((token) => firstPerson.has(token.surface))) return undefined
  return (
    sentence.effects.find((effect) => effect.by === 'construction.told' && effect.target) ??
    // "I had tried everything for my sciatica.", "I could not hear over the ringing in my ears."
    sentence.effects.find(({ by, silent }) => by === 'residual' && (silent === 'no-product-on-page' || silent === 'negated'))
  )
}

function withComplaint(effect: Effect, told: Effect): Effect {
  if (!restored.has(effect.by) || effect.silent || !told.target) return effect
  return { ...effect, target: told.target, parts: [...told.parts, ...effect.parts] }
}
