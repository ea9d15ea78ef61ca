import type { Agent, ConceptHit, Effect, Sentence, Token } from '../../core/sentence.js'

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
  ...'snore breathe flush calm soothe ease relieve end stop fight beat kick clear tame send wash dissolve melt banish conquer reverse forget tackle soften shrink zap quiet cool douse hush silence shield guard cushion straighten starve crush dodge unlock lift straighten tame'.split(
    ' ',
  ),
])

/** Somebody speaks of himself, of the reader, or of one they know. */
export const isPersonal = (sentence: Sentence): boolean => sentence.tokens.some(({ surface }) => personal.has(surface))
const personal = new Set('you your yours i my me we our us he his she her friend neighbor neighbour mom mum dad grandma grandpa'.split(' '))

/** A word that names a product or an ingredient. */
export const isSold = ({ concept }: { readonly concept: string }): boolean => /^(?:product|ingredient)\./.test(concept)
/** What is sold, by the word that names it. */
export const soldAs = ({ concept, at }: Pick<ConceptHit, 'concept' | 'at'>): Agent => ({
  kind: concept.startsWith('ingredient.') ? 'ingredient' : 'product',
  at,
})
/** What is sold, as an agent. */
export const isSoldKind = ({ kind }: Effect['agent']): boolean => kind === 'product' || kind === 'brand' || kind === 'ingredient'

const putting = new Set(['leave', 'wait', 'hold', 'postpone', 'put', 'pause', 'set'])
const shortestPitch = 5
/** "is not for you", "are not gluten free". */
const isUnfit = ({ tokens }: Sentence, not: number): boolean =>
  unfit.has(tokens[not + 1]?.surface ?? '') ||
  (['is', 'are', 'was', 'were'].includes(tokens[not - 1]?.surface ?? '') && !['only', 'just'].includes(tokens[not + 1]?.surface ?? ''))
const unfit = new Set('for right suitable meant made intended appropriate advised recommended safe take use your'.split(' '))

/** The sentence offers what is sold. */
export function isPitch(sentence: Sentence): boolean {
  if (
    (sentence.kind === 'question' && !isOffered(sentence)) ||
    sentence.cues.some(
      ({ setting, cue }) => ['referral', 'warning', 'quoted'].includes(setting) || /^negated\.(?:corrected|refused)/.test(cue),
    )
  )
    return false
  if (isNeither(sentence.tokens)) return true
  // "Leave the kelp in the cupboard until your doctor has said yes"
  if (putting.has(sentence.tokens[0]?.surface ?? '') && sentence.tokens.some(({ surface }) => surface === 'until' || surface === 'alone'))
    return false
  const first = sentence.tokens[0]?.surface ?? ''
  if (first === 'not' && sentence.tokens[2]?.surface === 'long' && sentence.tokens.length <= shortestPitch) return true
  // "Not unless your nephrologist says so"
  if (first === 'not' && ['unless', 'without', 'if', 'before', 'until', 'for'].includes(sentence.tokens[1]?.surface ?? '')) return false
  // "Then artichoke tea is not for you."
  if (sentence.tokens.some(({ surface }, i) => surface === 'not' && isUnfit(sentence, i))) return false
  if (isMadeByUs(sentence)) return true
  // "Let one melt on the tongue."
  if (first === 'let' && ['one', 'two', 'it', 'them', 'a'].includes(sentence.tokens[1]?.surface ?? '')) return true
  // "Insomnia? Not anymore."
  if (first === 'not' && ['anymore', 'any', 'now'].includes(sentence.tokens[1]?.surface ?? ''))
    return sentence.tokens.length <= shortestPitch
  // "Yeast infections again? Never again, with our cranberry."
  if (isGoneWith(sentence)) return true
  if (isCounted(sentence) || isTakenByCount(sentence)) return true
  const sells = sentence.concepts.some((hit) => hit.concept.startsWith('product.') || hit.concept.startsWith('ingredient.'))
  return sells || isForYou(sentence) || pitching.has(first) || sentence.effects.some(({ agent }) => isSoldKind(agent))
}

/** "Vitamin A, anyone?" */
const isOffered = ({ tokens }: Sentence): boolean => tokens.length <= longestOffer && tokens.at(-2)?.surface === 'anyone'
const longestOffer = 8

/** "That is why we blend this.", "We made it for that.": what we make, as a pronoun. */
const isMadeByUs = ({ tokens }: Sentence): boolean =>
  tokens.some(
    ({ surface, lemma }, i) =>
      i > 0 &&
      tokens[i - 1]!.surface === 'we' &&
      (brewing.has(lemma) || brewing.has(surface)) &&
      ['it', 'this', 'these', 'them'].includes(tokens[i + 1]?.surface ?? ''),
  )
const brewing = new Set('make made blend brew build built create develop formulate bottle press mix'.split(' '))

/** "Two of these and they lie still.", "A spoon of this.": how much of it, the thing itself a pronoun. */
function isCounted({ tokens }: Sentence): boolean {
  if (tokens[0]?.pos !== 'number' && !counts.has(tokens[0]?.surface ?? '')) return false
  // "Two tabs before bed."
  if (helpings.has(tokens[1]?.surface ?? '') && occasions.has(tokens[2]?.surface ?? '')) return true
  const of = tokens.slice(0, farthestCount).findIndex(({ surface }) => surface === 'of')
  if (of < 1 || !['these', 'this', 'ours'].includes(tokens[of + 1]?.surface ?? '')) return false
  const next = tokens[of + 2]
  return endsClause(next) || joining.has(next!.surface)
}
/** "I take four of these and it goes back to sleep" */
const isTakenByCount = ({ tokens, cues }: Sentence): boolean =>
  !cues.some(({ setting }) => setting === 'negated') &&
  tokens.some(
    ({ lemma }, i) =>
      swallowed.has(lemma) &&
      ['i', 'we', 'he', 'she'].includes(tokens[i - 1]?.surface ?? '') &&
      counts.has(tokens[i + 1]?.surface ?? '') &&
      tokens[i + 2]?.surface === 'of' &&
      ['these', 'this', 'them'].includes(tokens[i + 3]?.surface ?? ''),
  )
const swallowed = new Set('take chew pop swallow sip drink dissolve down have'.split(' '))
const helpings = new Set(
  'tab tabs tablet tablets capsule capsules cap caps gummy gummies drop drops chew chews lozenge lozenges softgel softgels pill pills scoop scoops sachet sachets dropperful dropperfuls'.split(
    ' ',
  ),
)
const occasions = new Set('before after at with daily nightly twice a each every under in'.split(' '))
const joining = new Set('and a at before in with each every does do did will'.split(' '))
const farthestCount = 4
const counts = new Set('a one two three four five half twenty ten'.split(' '))

/** "Never again, with …", "No more, thanks to …", "A thing of the past since …": short, and what ended it follows. */
function isGoneWith({ tokens }: Sentence): boolean {
  const words = tokens.map(({ surface }) => surface)
  const opens = ends.find((each) => each.every((word, i) => words[i] === word))
  if (!opens) return false
  const next = words[opens.length] === ',' ? opens.length + 1 : opens.length
  return bringers.has(words[next] ?? '')
}
const ends = [
  'never again',
  'not again',
  'no more',
  'no longer',
  'not anymore',
  'not any more',
  'not tonight',
  'not this year',
  'none',
  'zero',
  'history',
  'gone',
].map((words) => words.split(' '))
const bringers = new Set(['with', 'thanks', 'since', 'because', 'on', 'after', 'once'])

/** "B-Nerve 12 was made with you in mind", "With DreamWell you won't": made for you, or what you get with it. */
function isForYou({ tokens }: Sentence): boolean {
  const you = tokens.findIndex(({ surface }) => surface === 'you' || surface === 'yours')
  if (you < 2) return false
  return tokens[0]!.surface === 'with' || tokens.slice(0, you).some(({ surface }) => making.has(surface))
}
const making = new Set('made formulated designed created built blended developed crafted'.split(' '))

/** A benefit is told that nobody else than what is sold brings about. */
export const tellsBenefit = ({ effects }: Sentence): boolean =>
  effects.some(({ silent, outcome, agent }) => !silent && outcome === 'benefit' && agent.kind !== 'other')

/** "Pack Rosehip C.": an order to take what is sold. */
export const urges = ({ tokens, concepts }: Sentence): boolean =>
  taking.has(tokens[0]?.surface ?? '') && concepts.some((hit) => isSold(hit) && hit.first > 0)
const taking = new Set(
  'try take use choose reach consider drink get add start order grab sip pack pour stir keep open chew brew stock'.split(' '),
)

/** "Mullein gave them back to me.", "Our drops were made for that.": what is sold opens the sentence, which tells of a person or points back. */
export const helpsSomebody = (sentence: Sentence): boolean => answersTrouble(sentence) || isForSomebody(sentence)

const isForSomebody = ({ tokens, concepts }: Sentence): boolean =>
  concepts.some((hit) => isSold(hit) && hit.first <= 4) &&
  tokens.some(
    ({ surface }, i) =>
      i > 1 &&
      (helped.has(surface) ||
        (['them', 'it'].includes(surface) && concepts.some((hit) => isSold(hit) && hit.last === i - 2)) ||
        (aiming.has(tokens[i - 1]!.surface) && pointing.has(surface) && endsClause(tokens[i + 1]))),
  )
/** See `answers`. */
export const answersTrouble = ({ tokens, concepts }: Sentence): boolean =>
  tokens.some((_, i) => i > 0 && i < farthestAnswer && answers(tokens, i, concepts))
const farthestAnswer = 5

/**
 * "Iron brings the color back.", "Cherry says no.", "Heartwood feeds them copper.": what is sold opens the sentence and answers the trouble that the
 * one before it tells.
 */
function answers(tokens: readonly Token[], i: number, concepts: Sentence['concepts']): boolean {
  const { lemma, surface } = tokens[i]!
  const opens = concepts.some((hit) => isSold(hit) && hit.last < i && hit.last >= i - 2)
  if (!opens) return false
  const next = tokens[i + 1]?.surface ?? ''
  if (lemma === 'say' && next === 'no') return true
  if (stepping.has(lemma) && ['in', 'up', 'over'].includes(next) && endsClause(tokens[i + 2])) return true
  if (['disagrees', 'disagree', 'answers', 'answer', 'objects', 'helps'].includes(surface) && endsClause(tokens[i + 1])) return true
  if (
    bringing.has(lemma) &&
    tokens.slice(i + 1, i + 7).some((word, k) => word.surface === 'back' && (endsClause(tokens[i + 2 + k]) || k === 0))
  )
    return true
  return next === 'them' && feeding.has(lemma)
}
const stepping = new Set(['step', 'take', 'stand', 'jump'])
const bringing = new Set(['bring', 'give', 'put', 'win', 'take', 'get', 'push', 'fight'])
const feeding = new Set('feed give send bring hand supply'.split(' '))
const endsClause = (token: Token | undefined): boolean => token === undefined || token.pos === 'symbol'
const aiming = new Set(['for', 'against', 'about', 'from', 'with', 'behind'])
const pointing = new Set(['that', 'this', 'it', 'them', 'those', 'these'])
const helped = new Set('me us him my mine you your'.split(' '))

/** "Ginger capsules, bundle $39.": a label with a price or a count. */
export const isWareLine = ({ tokens, concepts, kind }: Sentence): boolean =>
  kind === 'fragment' && concepts.some(isSold) && tokens.some(({ surface, pos }) => pos === 'number' || ['$', '£', '€'].includes(surface))

/** "It was BoneCraft.", "The difference is the turmeric paste.", "Thank you, Bone & Birch.", "Just this syrup.": it says to what the change is owed. */
export function credits({ tokens, concepts, kind, cues }: Sentence): boolean {
  // "Nothing else changed except the drops.", "Neither is our blend."
  if (isNeither(tokens)) return true
  if (!concepts.some(isSold)) return false
  if (isNothingElse(tokens)) return true
  if (cues.some(({ setting }) => setting === 'negated' || setting === 'warning' || setting === 'referral')) return false
  const words = tokens.map(({ surface }) => surface)
  if (kind === 'fragment') return tokens.length <= longestCredit
  if (words[0] === 'thank' || words[0] === 'thanks') return true
  // "Marta and Joel tell their chasteberry story on page 5."
  if (words.includes('story') && words.some((word) => storied.has(word))) return true
  // "Sciatica is stubborn. So is our tincture.", "Then came Borage No. 9."
  if (['so', 'then', 'enter'].includes(words[0]!) && ['is', 'are', 'came', 'i', 'we', 'she', 'he'].includes(words[1]!)) return true
  if (['it', 'that'].includes(words[0]!) && ['is', 'was', "'s"].includes(words[1]!)) return tokens.length <= longestCredit
  const owed = words.slice(0, longestSubject).findIndex((word) => reasons.has(word))
  return owed >= 0 && words.slice(owed, owed + 6).some((word) => ['is', 'was', "'s", 'were', 'are'].includes(word))
}
const isNothingElse = (tokens: readonly Token[]): boolean =>
  tokens[0]?.surface === 'nothing' &&
  tokens[1]?.surface === 'else' &&
  tokens.some(({ surface }) => surface === 'except' || surface === 'but' || surface === 'besides')
/** "Migraine does not wait. Neither does our tea." */
export const isNeither = (tokens: readonly Token[]): boolean =>
  (tokens[0]?.surface === 'neither' || tokens[0]?.surface === 'nor') &&
  ['is', 'are', 'does', 'do', 'will'].includes(tokens[1]?.surface ?? '') &&
  (tokens[2]?.surface === 'our' || tokens[2]?.surface === 'this' || tokens[2]?.surface === 'these') &&
  tokens.length <= longestNeither &&
  tokens.some(({ surface }) => wares.has(surface))
const longestNeither = 7
const wares = new Set(
  'blend formula tea drops capsules gummies powder syrup tincture tonic extract oil chews softgels tablets lozenges elixir cordial paste mix recipe root'.split(
    ' ',
  ),
)
const storied = new Set(['tell', 'tells', 'told', 'read', 'their', 'her', 'his', 'whole', 'full'])
const longestCredit = 9
const longestSubject = 4
const reasons = new Set('difference reason secret answer change credit thing fix trick cause changed did added'.split(' '))
