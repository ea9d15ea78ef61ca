import type { ConceptHit, Cue, Effect, Sentence, TargetType } from '../../core/sentence.js'
import type { TextSpan } from '../../core/span.js'

const affirmations = new Set(['yes', 'absolutely', 'definitely', 'certainly', 'indeed', 'yep', 'sure'])
const firstPerson = new Set(['i', 'my', 'me', 'mine', 'we', 'our', 'his', 'her', 'mother', 'father', 'wife', 'husband', 'son', 'daughter'])
const pitching = new Set([
  'try',
  'take',
  'meet',
  'discover',
  'choose',
  'get',
  'reach',
  'order',
  'buy',
  'look',
  'introducing',
  'grab',
  'use',
  'sip',
  'drink',
  'say',
  'give',
  'ditch',
  'swap',
  'start',
  'stock',
  'keep',
  'our',
  'this',
  'these',
  'we',
  'help',
  'gone',
  'solved',
  'sorted',
  'fixed',
  ...'flush calm soothe ease relieve end stop fight beat kick clear tame send wash dissolve melt banish conquer reverse forget tackle soften shrink'.split(
    ' ',
  ),
])
const taking = new Set([
  'try',
  'take',
  'use',
  'choose',
  'reach',
  'consider',
  'drink',
  'get',
  'add',
  'start',
  'look',
  'give',
  'meet',
  'order',
  'grab',
  'sip',
])
const restored = new Set(['construction.recovered', 'construction.free-of', 'construction.gone'])

/** Joins what stands in one sentence with what the next says of it: docs/effect-frames.md, section 6. */
export function compose(sentences: readonly Sentence[]): readonly Sentence[] {
  if (sentences.length === 0) return sentences
  const result = [...sentences]
  for (let i = 0; i < result.length; i++) {
    const sentence = result[i]!
    const after = followOn(result, i)
    const next = result[after]
    if (sentence.kind === 'question' && sentence.effects.some((effect) => effect.silent === 'question')) {
      result[i] = { ...sentence, effects: sentence.effects.map((effect) => answered(effect, sentence, next)) }
    } else if (next && sentence.effects.some((effect) => effect.by === 'residual' && effect.silent === 'no-product-on-page')) {
      result[i] = { ...sentence, effects: sentence.effects.map((effect) => pitched(effect, sentence, next)) }
    }
    if (next) result[after] = withAntecedent(result[after]!, sentence)
    const season = next && seasonOf(sentence)
    if (season && isPitch(next)) result[after] = inSeason(season, next)
    if (next && rejects(next, sentence)) {
      result[i] = { ...result[i]!, effects: result[i]!.effects.map((effect) => (effect.silent ? effect : { ...effect, silent: 'quoted' })) }
    }
    if (sentence.effects.some((effect) => effect.silent === 'conditional')) {
      result[i] = { ...result[i]!, effects: sentence.effects.map((effect) => urged(effect, sentence)) }
    }
    const before = result[i - 1]
    if (before && result[i]!.effects.some((effect) => effect.agent.kind === 'pronoun')) {
      result[i] = { ...result[i]!, effects: result[i]!.effects.map((effect) => resolved(effect, result[i]!, before)) }
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
  if (isComfort(sentences[i])) i++
  if (sentences[from]!.kind === 'question')
    while (i < from + mostQuestions && sentences[i]?.kind === 'question' && sentences[i + 1] && !affirms(sentences[i]!)) i++
  return i
}
const mostQuestions = 5

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
  sentence.concepts.length === 0 &&
  sentence.tokens.length <= longestComfort &&
  sentence.tokens[0]?.surface === 'you'
const longestComfort = 7

/** "Breastfeeding protects babies. It also lowers …": a pronoun that opens a sentence stands for the subject of the one before. */
function resolved(effect: Effect, sentence: Sentence, before: Sentence): Effect {
  const { agent } = effect
  if (effect.silent || agent.kind !== 'pronoun' || !agent.at) return effect
  const word = sentence.tokens.find((token) => token.at.from === agent.at!.from)?.surface ?? ''
  if (!['it', 'this', 'they', 'these'].includes(word) || agent.at.from > sentence.at.from + 12) return effect
  if (before.concepts.some((hit) => /^(?:product|ingredient)\./.test(hit.concept))) return effect
  // "Found in every cell. It helps …": what stands behind a preposition is no subject
  const isSubject = (first: number): boolean => first <= 3 && !before.tokens.slice(0, first).some(({ surface }) => placing.has(surface))
  const subject = before.concepts.find((hit) => isSubject(hit.first) && hit.concept.startsWith('other.'))
  const person = subject?.concept === 'other.person' || subject?.concept === 'other.seller'
  if (!subject || (person && word !== 'they')) return effect
  return { ...effect, agent: { kind: 'other', why: subject.concept.slice('other.'.length), at: agent.at }, silent: 'other-agent' }
}

const placing = new Set(['in', 'from', 'by', 'of', 'on', 'at', 'with', 'for', 'to', 'into', 'inside', 'across'])

/** "Flu season is here. Stock up on elderberry syrup.": the season in one sentence is the setting of what the next sells (65 FR 1000). */
function inSeason(season: ConceptHit, sentence: Sentence): Sentence {
  const qualifier = { concept: season.concept, at: sentence.at }
  const effects = sentence.effects.map((effect) =>
    effect.silent || effect.outcome !== 'benefit' ? effect : { ...effect, qualifiers: [...effect.qualifiers, qualifier] },
  )
  return { ...sentence, effects }
}

const seasonOf = (sentence: Sentence): ConceptHit | undefined =>
  sentence.cues.some(({ setting }) => setting === 'negated' || setting === 'referral' || setting === 'warning')
    ? undefined
    : sentence.concepts.find(({ concept }) => concept === 'qualifier.flu-season')

/** "For three years my feet burned. Two bottles of benfotiamine later …": a trouble of the reader or the one who tells, and the product next to it. */
function pitched(effect: Effect, sentence: Sentence, next: Sentence): Effect {
  if (effect.by !== 'residual' || effect.silent !== 'no-product-on-page' || !isPitch(next)) return effect
  const inFigures = effect.target?.type === 'marker' && hasFigure(sentence) && hasFigure(next)
  if (!isPersonal(sentence) && !seasonOf(sentence) && !inFigures && !isTaken(next)) return effect
  // "I read my first label in the cafeteria.": a story goes on, and nobody takes anything
  const story = ['i', 'we', 'he', 'she', 'my'].includes(next.tokens[0]?.surface ?? '')
  if (
    story &&
    !next.effects.some(({ silent, outcome }) => !silent && outcome === 'benefit') &&
    !next.tokens.some(({ lemma }) => swallowing.has(lemma))
  )
    return effect
  // "She did not live to see this bottle."
  if (next.cues.some((cue) => cue.setting === 'negated')) return effect
  const { silent: _, ...live } = effect
  const sold = next.concepts.find((hit) => /^(?:product|ingredient)\./.test(hit.concept))
  return { ...live, agent: { kind: 'product', at: sold?.at ?? next.at } }
}

const swallowing = new Set(
  'take try use drink find discover start switch order buy swallow add chew sip apply swear thank owe have get reach'.split(' '),
)

/** "Six weeks in, the voices were quieter. I take only sarcosine.": somebody takes what is sold. */
const isTaken = ({ tokens }: Sentence): boolean =>
  tokens.some(({ surface }) => takers.has(surface)) && tokens.some(({ lemma }) => swallowing.has(lemma))
const takers = new Set('i my he his she her pharmacist herbalist nutritionist'.split(' '))

/** "LDL was 188 in March. In June it said 121, and all I changed was the bergamot." */
const hasFigure = (sentence: Sentence): boolean => sentence.tokens.some(({ pos }) => pos === 'number')

const isPersonal = (sentence: Sentence): boolean => sentence.tokens.some(({ surface }) => personal.has(surface))
const personal = new Set('you your yours i my me we our us he his she her friend neighbor neighbour mom mum dad grandma grandpa'.split(' '))

const elliptic = new Set("not won't don't didn't doesn't can't isn't wasn't cannot couldn't wouldn't".split(' '))
const wrong = new Set(
  (
    'wrong untrue false nonsense myth rubbish error mistake misspoke apologize apologise retract retracted sorry removed deleted corrected withdrawn ' +
    'misleading bogus fake fakes hoax debunked illegal unlawful quackery lie lies baseless unfounded'
  ).split(' '),
)

/** "I won't.", "It does not.", "That was wrong and has been removed.": it takes back what the sentence before said. */
function rejects(sentence: Sentence, before: Sentence): boolean {
  const words = sentence.tokens.filter(({ pos }) => pos !== 'symbol')
  if (words.length === 0 || words.length > 18) return false
  if (words[0]!.surface === 'not' && (owned.has(words[1]?.surface ?? '') || words.some(({ surface }) => surface === 'supplement')))
    return true
  // "We had the listing taken down.", and of a quotation: "Send us the link and we will have it taken down."
  const points = pointing.has(words[0]!.surface)
  if ((points || isQuoting(before)) && sentence.cues.some(({ cue }) => cue === 'negated.corrected')) return true
  if (!points) return false
  const refuses = words.some(({ surface }, i) => surface === 'credit' && words.slice(0, i).some((word) => elliptic.has(word.surface)))
  // "It does not, and we apologize."
  const denies = sentence.tokens.some(({ surface }, i) => elliptic.has(surface) && /^[,;.!]$/.test(sentence.tokens[i + 1]?.surface ?? ''))
  // "It is not one."
  const short = words.length <= 6 && words.some(({ surface }) => elliptic.has(surface)) && referring.has(words.at(-1)!.surface)
  return refuses || denies || short || elliptic.has(words.at(-1)!.surface) || words.some(({ surface }) => wrong.has(surface))
}
const isQuoting = ({ tokens }: Sentence): boolean => tokens.some(({ surface }) => surface === '"' || surface === '“')
const referring = new Set(['one', 'true', 'so', 'it', 'that', 'right', 'ours'])
/** "Not our words, not our product." */
const owned = new Set(['our', 'my', 'ours', 'mine', 'true'])
const pointing = new Set(['that', 'this', 'it', 'i', 'we', 'they', 'which', 'no', 'he', 'she', 'neither'])

/** A question answered yes, or one that names a complaint and is followed by a pitch, is a claim. */
function answered(effect: Effect, sentence: Sentence, next: Sentence | undefined): Effect {
  if (effect.silent !== 'question' || !next) return effect
  const { silent: _, ...live } = effect
  // "Is heartburn the same thing as GERD? Our readers ask this every week.": it asks what is so, and nobody whether he has it
  if (effect.by === 'residual' && inquiring.has(sentence.tokens[0]?.surface ?? '') && !isPersonal(sentence))
    return affirms(next) ? live : effect
  if (askedOfReader.has(effect.by) || isWish(sentence)) {
    if (isPitch(next) || (effect.by === 'residual' && affirms(next))) return { ...live, agent: sure(live.agent, next) }
    return effect
  }
  return affirms(next) ? live : effect
}

const inquiring = new Set('is are was were what which when where how does do did'.split(' '))

/** Questions about the reader's trouble, which the next sentence answers with what it sells: "Why suffer from arthritis? Try our boswellia." */
const askedOfReader: ReadonlySet<string> = new Set([
  'construction.complaint',
  'construction.no-reason',
  'construction.on-a-drug',
  'construction.substitute',
  'residual',
])

/** "Want lower cholesterol?", "Are you ready to beat insomnia?", "Looking for an alternative to chemotherapy?": it asks what the reader would have. */
function isWish(sentence: Sentence): boolean {
  const words = sentence.tokens.map(({ surface }) => surface)
  return wishing.has(words.find((word) => !beforeWish.has(word)) ?? '')
}
const beforeWish = new Set('are is do does would you your still really just it time'.split(' '))
const wishing = new Set(
  'looking searching hunting want wanting need needing ready eager trying hoping hope wish wishing longing dreaming like love rather'.split(
    ' ',
  ),
)

const sure = (agent: Effect['agent'], next: Sentence): Effect['agent'] =>
  agent.kind === 'unknown' ? { kind: 'product', at: next.at } : agent

const others = new Set(['only', 'just', 'nothing', 'nobody', 'few', 'doctor', 'doctors', 'time', 'surgery', 'medicine'])

/** "Yes, …", "A: Yes, …", "We think so", "In our experience it does". */
function affirms(sentence: Sentence): boolean {
  if (sentence.cues.some((cue) => cue.setting === 'negated')) return false
  const words = sentence.tokens.map(({ surface }) => surface)
  const start = words[1] === ':' ? 2 : 0
  if (affirmations.has(words[start] ?? '')) return true
  return words.slice(0, 8).some(
    (word, i) =>
      (word === 'think' && words[i + 1] === 'so') ||
      // "Only time does." says who else does
      (['does', 'can', 'will', 'did'].includes(word) &&
        /^[,.!]$/.test(words[i + 1] ?? '') &&
        !words.slice(0, i).some((each) => others.has(each))),
  )
}

/** "If you need to lower it, use it daily": a condition followed by an order to take is a claim. */
function urged(effect: Effect, sentence: Sentence): Effect {
  const condition = effect.settings.find((cue) => cue.setting === 'conditional')
  if (effect.silent !== 'conditional' || !condition) return effect
  if (sentence.cues.some((cue) => cue.setting === 'referral' || cue.setting === 'warning')) return effect
  if (isAskedFor(sentence, condition)) return reached(effect)
  const rest = sentence.tokens.filter((token) => token.at.from >= condition.reach.to && token.pos !== 'symbol')
  // "If you have diabetes, this product is not for you."
  if (sentence.cues.some((cue) => cue.setting === 'negated' && cue.at.from >= condition.reach.to)) return effect
  const sells = sentence.concepts.some((hit) => hit.at.from >= condition.reach.to && /^(?:product|ingredient)\./.test(hit.concept))
  const urges =
    taking.has(rest[0]?.surface ?? '') &&
    (sells || rest.some((token) => ['it', 'this', 'one', 'these', 'them', 'our'].includes(token.surface)))
  if (!urges && !(sells && rest[0] && ['our', 'this'].includes(rest[0].surface)) && !helps(sentence, condition.reach)) return effect
  return reached(effect)
}

/** The effect asserted; the person it is told of is not the agent. */
function reached(effect: Effect): Effect {
  const { silent: _, ...live } = effect
  return live.agent.kind === 'other' && live.agent.why === 'person' ? { ...live, agent: { kind: 'zero' } } : live
}

/** "Ask for the liver tincture if your last blood panel showed high ALT": the order to take what is sold opens the sentence. */
function isAskedFor(sentence: Sentence, condition: Cue): boolean {
  const before = sentence.tokens.filter((token) => token.at.to <= condition.at.from && token.pos !== 'symbol')
  const first = before[0]?.surface ?? ''
  if (!taking.has(first) && !(['ask', 'think'].includes(first) && ['for', 'of'].includes(before[1]?.surface ?? ''))) return false
  if (before.some(({ surface }) => careful.has(surface))) return false
  return sentence.concepts.some((hit) => hit.at.to <= condition.at.from && /^(?:product|ingredient)\./.test(hit.concept))
}
const careful = new Set('with food meal meals less half only slowly lower smaller fewer water no not never care caution'.split(' '))

/** "If your A1c has crept up, GlucoTrim gets it back down": the main clause has a product that acts and denies nothing. */
function helps(sentence: Sentence, reach: TextSpan): boolean {
  const comma = sentence.tokens.find((token) => token.surface === ',' && token.at.from > reach.from)
  const from = reach.to < sentence.at.to - 1 || !comma ? reach.to : comma.at.to
  if (sentence.cues.some((cue) => cue.setting === 'negated' && cue.at.from >= from)) return false
  const first = sentence.tokens.findIndex((token) => token.at.from >= from && token.pos !== 'symbol')
  if (first < 0) return false
  const rest = sentence.tokens.slice(first)
  if (rest.some(({ surface }) => mere.has(surface))) return false
  const acts =
    rest.some(({ surface }) => carrying.has(surface)) ||
    sentence.concepts.some((hit) => hit.at.from >= from && hit.concept.startsWith('act.') && hit.concept !== 'act.cause')
  return acts && rest.slice(0, 5).some((token) => startsSold(sentence, token.at.from))
}
const startsSold = ({ effects, concepts }: Sentence, from: number): boolean =>
  effects.some(({ agent }) => isSoldKind(agent) && agent.at?.from === from) ||
  concepts.some(({ concept, at }) => at.from === from && /^(?:product|ingredient)\./.test(concept))
const carrying = new Set(
  'get gets give gives bring brings put puts turn turns make makes let lets keep keeps take takes work works help helps step steps pick picks answer answers wait waits made built formulated meant belong belongs deserve deserves know knows'.split(
    ' ',
  ),
)
/** Words of a main clause that says no more than that one may have it. */
const mere = new Set('safe fine suitable enjoy contain contains free ok okay unlikely may might discard'.split(' '))

const isSoldKind = ({ kind }: Effect['agent']): boolean => kind === 'product' || kind === 'brand' || kind === 'ingredient'

const shortestPitch = 5
/** "is not for you", "are not gluten free". */
const isUnfit = ({ tokens }: Sentence, not: number): boolean =>
  unfit.has(tokens[not + 1]?.surface ?? '') ||
  (['is', 'are', 'was', 'were'].includes(tokens[not - 1]?.surface ?? '') && !['only', 'just'].includes(tokens[not + 1]?.surface ?? ''))
const unfit = new Set('for right suitable meant made intended appropriate advised recommended safe take use your'.split(' '))

function isPitch(sentence: Sentence): boolean {
  if (
    sentence.kind === 'question' ||
    sentence.cues.some(
      ({ setting, cue }) => ['referral', 'warning', 'quoted'].includes(setting) || /^negated\.(?:corrected|refused)/.test(cue),
    )
  )
    return false
  const first = sentence.tokens[0]?.surface ?? ''
  // "Then artichoke tea is not for you."
  if (sentence.tokens.some(({ surface }, i) => surface === 'not' && isUnfit(sentence, i))) return false
  // "Insomnia? Not anymore."
  if (first === 'not' && ['anymore', 'any', 'now'].includes(sentence.tokens[1]?.surface ?? ''))
    return sentence.tokens.length <= shortestPitch
  const sells = sentence.concepts.some((hit) => hit.concept.startsWith('product.') || hit.concept.startsWith('ingredient.'))
  return sells || isForYou(sentence) || pitching.has(first) || sentence.effects.some(({ agent }) => isSoldKind(agent))
}

/** "B-Nerve 12 was made with you in mind", "With DreamWell you won't": made for you, or what you get with it. */
function isForYou({ tokens }: Sentence): boolean {
  const you = tokens.findIndex(({ surface }) => surface === 'you' || surface === 'yours')
  if (you < 2) return false
  return tokens[0]!.surface === 'with' || tokens.slice(0, you).some(({ surface }) => making.has(surface))
}
const making = new Set('made formulated designed created built blended developed crafted'.split(' '))

/** The complaint a first-person sentence tells of, when it claims nothing itself. */
function toldBefore(sentence: Sentence): Effect | undefined {
  if (!sentence.tokens.some((token) => firstPerson.has(token.surface))) return undefined
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
