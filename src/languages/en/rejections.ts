import type { Sentence } from '../../core/sentence.js'

const elliptic = new Set("not won't don't didn't doesn't can't isn't wasn't cannot couldn't wouldn't".split(' '))
const wrong = new Set(
  (
    'wrong untrue false nonsense myth rubbish error mistake misspoke apologize apologise retract retracted sorry removed deleted corrected withdrawn ' +
    'misleading bogus fake fakes hoax debunked illegal unlawful quackery lie lies baseless unfounded'
  ).split(' '),
)

/** "I won't.", "It does not.", "That was wrong and has been removed.": it takes back what the sentence before said. */
export function rejects(sentence: Sentence, before: Sentence): boolean {
  const words = sentence.tokens.filter(({ pos }) => pos !== 'symbol')
  if (words.length === 0 || words.length > 18) return false
  if (words[0]!.surface === 'not' && (owned.has(words[1]?.surface ?? '') || words.some(({ surface }) => surface === 'supplement')))
    return true
  // "We had the listing taken down.", and of a quotation: "Send us the link and we will have it taken down."
  const points = pointing.has(words[0]!.surface)
  if ((points || isQuoting(before)) && sentence.cues.some(({ cue }) => cue === 'negated.corrected')) return true
  // "We don't print those letters."
  if (points && isRefusedPrint(words)) return true
  // "Lines like that one get sellers a letter.", "You will never read that on our jars."
  if (isQuoting(before) && (speaksOfLines(words) || isNeverRead(words))) return true
  // "We do not teach that, and nobody honest does.", "We told him there is no such tea."
  if (isRefusedBack(words, isQuoting(before) || isAsked(before))) return true
  // "Please do not believe it."
  if (
    words.some(
      ({ surface }, i) => disbelieved.has(surface) && words.slice(Math.max(0, i - 2), i).some((word) => elliptic.has(word.surface)),
    )
  )
    return true
  if (!points) return false
  // "We passed.", "We said no."
  if (words[0]!.surface === 'we' && words.length <= mostOfRefusal && words.some(({ surface }) => declining.has(surface))) return true
  const refuses = words.some(({ surface }, i) => surface === 'credit' && words.slice(0, i).some((word) => elliptic.has(word.surface)))
  // "It does not, and we apologize."
  const denies = sentence.tokens.some(({ surface }, i) => elliptic.has(surface) && /^[,;.!]$/.test(sentence.tokens[i + 1]?.surface ?? ''))
  // "It is not one."
  const short = words.length <= 6 && words.some(({ surface }) => elliptic.has(surface)) && referring.has(words.at(-1)!.surface)
  return refuses || denies || short || elliptic.has(words.at(-1)!.surface) || words.some(({ surface }) => wrong.has(surface))
}
const isRefusedPrint = (words: Tokens): boolean =>
  words.some(
    ({ surface }, i) =>
      printing.has(surface) &&
      elliptic.has(words[i - 1]?.surface ?? '') &&
      ['those', 'these', 'such'].includes(words[i + 1]?.surface ?? ''),
  )
const printing = new Set('print publish post share use run quote reprint repeat'.split(' '))

type Tokens = Sentence['tokens']
const speaksOfLines = (words: Tokens): boolean =>
  lines.has(words[0]?.surface ?? '') && words[1]?.surface === 'like' && ['that', 'this', 'these', 'those'].includes(words[2]?.surface ?? '')
const lines = new Set(
  'line lines copy claim claims word words promise promises sentence sentences headline headlines ad ads post posts wording boast boasts slogans'.split(
    ' ',
  ),
)
const isNeverRead = (words: Tokens): boolean =>
  ['you', 'nobody'].includes(words[0]!.surface) &&
  words.some(({ surface }) => surface === 'never' || surface === "won't" || words[0]!.surface === 'nobody') &&
  words.some(({ surface }) => ['read', 'see', 'hear', 'find', 'catch'].includes(surface)) &&
  words.some(({ surface }) => ['our', 'us', 'ours'].includes(surface))
/** "We were asked to bottle …", "A man phoned to order …": what others want. */
const isAsked = ({ tokens }: Sentence): boolean => tokens.slice(0, farthestAsking).some(({ surface }) => asking.has(surface))
const asking = new Set('asked ask asks asking phoned called wrote writes emailed mailed wanted wants hoping hoped requested'.split(' '))
const farthestAsking = 6

/** A denial of what was quoted or asked: its object points back, or there is none. */
const isRefusedBack = (words: Tokens, isOthers: boolean): boolean =>
  isOthers &&
  words.some(({ surface }, i) => {
    const after = words.slice(i + 1, i + 4).map((word) => word.surface)
    if (surface === 'no') return after[0] === 'such' || ['said', 'say', 'is', 'told'].includes(words[i - 1]?.surface ?? '')
    if (surface === 'nothing')
      return ['we', 'of', 'on', 'here'].includes(after[0] ?? '') && ['that', 'it', 'so', 'this'].includes(words.at(-1)!.surface)
    if (!elliptic.has(surface) && surface !== 'never') return false
    const verb = after.findIndex((word) => doing.has(word))
    return verb >= 0 && verb < 2 && back.has(after[verb + 1] ?? '')
  })
const doing = new Set(
  'do does did teach say sell make support endorse claim agree confirm carry stock believe recommend back share print offer publish repeat promise bottle write stand condone advise suggest'.split(
    ' ',
  ),
)
const back = new Set('that it this one so either such any those these them'.split(' '))
const mostOfRefusal = 4
const declining = new Set('passed declined refused balked abstained'.split(' '))
const disbelieved = new Set(['believe', 'buy', 'trust', 'repeat', 'share'])
const isQuoting = ({ tokens }: Sentence): boolean => tokens.some(({ surface }) => surface === '"' || surface === '“')
const referring = new Set(['one', 'true', 'so', 'it', 'that', 'right', 'ours'])
/** "Not our words, not our product." */
const owned = new Set(['our', 'my', 'ours', 'mine', 'true'])
const pointing = new Set(['that', 'this', 'it', 'i', 'we', 'they', 'which', 'no', 'he', 'she', 'neither'])
