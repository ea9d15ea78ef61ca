import type { Effect, Sentence } from '../../core/sentence.js'

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
  ...'snore breathe flush calm soothe ease relieve end stop fight beat kick clear tame send wash dissolve melt banish conquer reverse forget tackle soften shrink'.split(
    ' ',
  ),
])

/** Somebody speaks of himself, of the reader, or of one they know. */
export const isPersonal = (sentence: Sentence): boolean => sentence.tokens.some(({ surface }) => personal.has(surface))
const personal = new Set('you your yours i my me we our us he his she her friend neighbor neighbour mom mum dad grandma grandpa'.split(' '))

/** What is sold, as an agent. */
export const isSoldKind = ({ kind }: Effect['agent']): boolean => kind === 'product' || kind === 'brand' || kind === 'ingredient'

const shortestPitch = 5
/** "is not for you", "are not gluten free". */
const isUnfit = ({ tokens }: Sentence, not: number): boolean =>
  unfit.has(tokens[not + 1]?.surface ?? '') ||
  (['is', 'are', 'was', 'were'].includes(tokens[not - 1]?.surface ?? '') && !['only', 'just'].includes(tokens[not + 1]?.surface ?? ''))
const unfit = new Set('for right suitable meant made intended appropriate advised recommended safe take use your'.split(' '))

/** The sentence offers what is sold. */
export function isPitch(sentence: Sentence): boolean {
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
  // "Yeast infections again? Never again, with our cranberry."
  if (isGoneWith(sentence)) return true
  const sells = sentence.concepts.some((hit) => hit.concept.startsWith('product.') || hit.concept.startsWith('ingredient.'))
  return sells || isForYou(sentence) || pitching.has(first) || sentence.effects.some(({ agent }) => isSoldKind(agent))
}

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
