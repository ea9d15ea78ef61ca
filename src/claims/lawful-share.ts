import type { ClaimKind } from '../core/claim.js'
import type { Sentence } from '../core/sentence.js'
import { textCover } from '../core/span.js'
import type { Match } from './match.js'

/** Claims that are lawful with the disclaimer (21 U.S.C. 343(r)(6)). */
const lawful: ReadonlySet<ClaimKind | undefined> = new Set<ClaimKind>(['structure-function', 'general-wellbeing'])

/**
 * Beside an effect on a disease, what the same words say of structure and function is no claim of its own (65 FR 1000 at 1013). One that an act of its own does in other
 * words is: "supports stamina and restores fertility in men with a low sperm count".
 */
export function withoutLawfulShare(matches: readonly Match[]): Match[] {
  const diseased = new Map<Sentence, Match[]>()
  for (const match of matches)
    if (match.rule.file.yields === 'disease') diseased.set(match.at.sentence, [...(diseased.get(match.at.sentence) ?? []), match])
  return matches.filter((match) => {
    if (!lawful.has(match.rule.file.yields)) return true
    const before = askedBefore(match.at)
    if (before && diseased.has(before)) return false
    const beside = diseased.get(match.at.sentence)
    if (beside === undefined) return true
    if (beside.every((other) => isPurpose(match, other))) return true
    const isOwn = isPlain(match) || isAdded(match) || beside.every((other) => isOpenlyOwn(match, other))
    return (
      isOwn &&
      !beside.some((other) => isSameSaid(match, other) || isOutcome(match, other) || isAnswer(match, other) || isUpshot(match, other))
    )
  })
}

/** "Hepatitis? Gives the liver its numbers back.": the question before names whom the next sentence answers. */
function askedBefore({ block, sentence }: Match['at']): Sentence | undefined {
  const before = block.sentences[block.sentences.indexOf(sentence) - 1]
  return before && /[?？]\W*$/.test(block.text.slice(before.at.from, before.at.to)) ? before : undefined
}

/**
 * "nourishes skin from the inside and calms eczema", "heals tonsillitis; moistens a strained voice": an open act counts where it stands before the disease or in a
 * part of its own. "Stops wheezing and opens airways": behind the disease it is what becomes of it.
 */
const isOpenlyOwn = ({ at, parts, effects }: Match, other: Match): boolean => {
  if (!effects.some(({ effect }) => openly.test(effect.by))) return false
  const [own, ill] = [textCover(parts), textCover(other.parts)]
  // "gives dull hair its shine back; with …, bald spots fill in"
  if (other.effects.some(({ effect }) => effect.by === 'residual'))
    return (
      own.to <= ill.from &&
      (at.block.text.slice(own.to, ill.from).includes(';') ||
        /は、[^。]*方にも|^[^。、]{0,3}(?:だけでなく|のみならず|はもちろん|ばかりか)/u.test(at.block.text.slice(own.to, ill.to + 4)))
    )
  return own.to <= ill.from || at.block.text.slice(ill.to, own.from).includes(';')
}
const openly = /^(?:act|construction)\./

/** "for restful sleep, and for those whose panic comes at night": two purposes, each with its "for". */
const isPurpose = ({ at, effects, parts }: Match, other: Match): boolean =>
  effects.some(({ effect }) => effect.act.family === 'serve' || openly.test(effect.by)) &&
  other.effects.every(({ effect: { act, target } }) =>
    /^[^.!?:;]*(?:\b(?:and|plus|also|or)|[,;]) (?:also )?for\b/.test(
      at.block.text.slice(textCover(parts).to, target?.at.from ?? act.at.to),
    ),
  )

/** Said with a verb that keeps, raises or restores, or in a set phrase of everyday life: not by an open act, nor by what stands there to be read as a use. */
const isPlain = ({ effects }: Match): boolean =>
  effects.some(({ effect }) => isListed(effect.by) && ['preserve', 'raise', 'restore', 'mitigate'].includes(effect.act.family))

/** 足のしびれを軽くし、細胞のエネルギーづくりも助けます, 気持ちまでほぐす: what the particle adds is said besides. */
const isAdded = ({ at, effects, parts }: Match): boolean =>
  at.sentence.language === 'ja' &&
  effects.some(
    ({ effect: { by, target } }) =>
      target !== undefined &&
      (by === 'act' || by.startsWith('construction.')) &&
      adding.test(at.block.text.slice(target.at.from, textCover(parts).to + afterwards)),
  )
/** Characters behind what is said in which the particle is still looked for: エネルギー|づくりも. */
const afterwards = 4
const adding = /^(?![\d０-９])(?!.*朝まで)[^、。]*(?:も|まで)[^、。]{1,12}/u

/** 白内障のかすみ、視界くっきり: a state told after the disease is what becomes of it; 血流もスムーズに is said besides. */
const isOutcome = (match: Match, other: Match): boolean =>
  match.effects.some(({ effect }) => effect.by === 'construction.state-of-good') &&
  textCover(other.parts).from < textCover(match.parts).from &&
  !isAdded(match)

/** "Hepatitis C took my energy; artichoke leaf gave my liver its numbers back", "No more cold sores: lysine keeps your lips clear": the trouble told, then what becomes of it. */
function isAnswer(match: Match, other: Match): boolean {
  const [own, ill] = [textCover(match.parts), textCover(other.parts)]
  if (!other.effects.some(({ effect: { by } }) => troubleTold.has(by)) || ill.to > own.from) return false
  // "bone broth knits a fracture; once the cast is off, it feeds muscle": what is sold has acted on it already
  if (other.effects.some(({ effect: { agent } }) => agent.at !== undefined && agent.at.from < ill.from)) return false
  return /^[^\n]*[;:][^\n]*$/.test(match.at.block.text.slice(ill.to, own.from))
}
const troubleTold = new Set(['residual', 'construction.goodbye', 'construction.complaint', 'construction.told-eased'])

/** "shrinks an enlarged prostate, so you sleep through", "opens the airways, so the inhaler can stay in the drawer": one thing follows from the other. */
function isUpshot(match: Match, other: Match): boolean {
  const [one, two] = [textCover(match.parts), textCover(other.parts)]
  const [first, second] = one.from < two.from ? [one, two] : [two, one]
  // "Keeps the gut lining strong, so ulcers have nowhere to start": what is kept comes first, and is promised as such
  if (first === one && match.effects.some(({ effect }) => effect.by === 'act.object' && effect.act.family === 'preserve')) return false
  const { text } = match.at.block
  return /,? so (?!\w+ed\b)/.test(text.slice(first.to, second.from + 3)) && !/[;\n]/.test(text.slice(first.to, second.from))
}

const setPhrases = new Set([
  'construction.better-state',
  'construction.lift',
  'construction.orders',
  'construction.state-of-good',
  'construction.guards',
  'construction.fill-with',
  'construction.good-comes',
  'construction.moves-well',
  'construction.blood-reaches',
  'construction.flow-widens',
  'construction.nutrient-arrives',
  'construction.sleep-invited',
])
const isListed = (by: string): boolean =>
  setPhrases.has(by) || by === 'act' || (by.startsWith('act.') && by !== 'act.open' && by !== 'act.on-reader')

const isSameSaid = (a: Match, b: Match): boolean => {
  // "promotes normal blood pressure and good circulation": a level short of its qualifier, and another function
  if (b.rule.file.id === 'us-fda/missing-qualifier') return targetsMeet(a, b)
  const [one, other] = [textCover(a.parts), textCover(b.parts)]
  if (one.from < other.to && other.from < one.to) return true
  // "regrows the nerve sheath that multiple sclerosis strips away": one clause says both
  const between = a.at.block.text.slice(Math.min(one.to, other.to), Math.max(one.from, other.from))
  if (!joining.test(between)) return true
  return a.effects.some(({ effect }) => b.effects.some((each) => each.effect.act.at.from === effect.act.at.from))
}

const targetsMeet = (a: Match, b: Match): boolean =>
  a.effects.some(({ effect: { target: one } }) =>
    b.effects.some(({ effect: { target: other } }) => !one || !other || (one.at.from < other.at.to && other.at.from < one.at.to)),
  )

/** What stands between two things said: a conjunction or a stop. */
const joining = /[,;:.!—–•\n、。，．・＋+×]|\b(?:and|while|plus|but|also|as well as)\b|&/
