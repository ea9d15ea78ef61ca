import type { AnalysisContext, Cue } from '../../core/sentence.js'
import { isBelief, isByOneself, isDeskTalk } from './by-oneself.js'
import { isStudyPlan } from './evidence.js'
import type { JapaneseLexicon } from './lexicon.js'
import { offeredName } from './offered-names.js'
import { namesSold, tellsTaking } from './presence.js'
import {
  answers,
  cautions,
  denies,
  disowns,
  isAskedOfReader,
  isBareState,
  isBuyersVoice,
  isChecklist,
  isFigureOfThen,
  isInvited,
  isLaidBefore,
  isLeadIn,
  isOffering,
  isPitched,
  isQuestion,
  isRevealed,
  isRowOfSigns,
  isSlogan,
  isSuffered,
  isTold,
  isWorry,
  kindOf,
  pointsBack,
  presupposes,
  sendsAway,
  tellsRelief,
  tellsWhatHelped,
} from './questions.js'
import { isBasics, isCreditOfOthers, isDeath, isNamedOnly, isNoCause, isNotCarried, isUnrelated, isVainHope } from './set-aside.js'

/** A sentence and those around it, as they are written. */
export interface Around {
  readonly text: string
  readonly before: string | undefined
  readonly next: string | undefined
  /** The one after the next. */
  readonly later: string | undefined
  /** Of the block. */
  readonly role: AnalysisContext['role']
}

/** What a sentence is to those around it. */
export interface Standing {
  /** It wants an answer, and claims nothing by itself. */
  readonly isQuestion: boolean
  /** What it names is what the sentence next to it sells against. */
  readonly isBeside: boolean
  /** A slogan beside a name of what is sold. */
  readonly isPromise: boolean
  /** It leads in to what the next sentence offers: where a trouble comes from, or when. */
  readonly isLed: boolean
}

/** Sentences longer than this are no name beside a slogan, and no answer to a complaint. */
const longestName = 40
const longestAnswer = 90

export function standingOf(around: Around, lexicon: JapaneseLexicon): Standing {
  const { text, next } = around
  const isPresumed = isQuestion(text) && presupposes(text, next)
  const isPromise = isPromised(around, lexicon)
  const isLed = isLedIn(around, lexicon)
  const isBeside = isPromise || isLed || isBesideSale(around, isPresumed, lexicon)
  const isAnswered = isLaidBefore(text, next) && tellsTaking(next!, lexicon)
  // つらい花粉症でお悩みですか? with the product next to it is the pitch's first half
  const isOpen =
    !answers(next) &&
    !isAnswered &&
    !(isRevealed(text, next) && tellsTaking(next!, lexicon)) &&
    (denies(next) || !(isBeside && (isPresumed || isWorry(text))))
  return { isQuestion: isQuestion(text) && isOpen && !isInvited(text), isBeside, isPromise, isLed }
}

const isPromised = ({ text, before, next }: Around, lexicon: JapaneseLexicon): boolean =>
  isSlogan(text, [before, next]) &&
  [before, next].some((n) => n !== undefined && n.length <= longestName && namesSold(n, lexicon) && !disowns(n))

const isLedIn = ({ text, next }: Around, lexicon: JapaneseLexicon): boolean =>
  isLeadIn(text) && next !== undefined && isOffering(next) && (tellsTaking(next, lexicon) || offeredName(next, lexicon) !== undefined)

function isBesideSale(around: Around, isPresumed: boolean, lexicon: JapaneseLexicon): boolean {
  const { text, before, next, later, role } = around
  if (isBuyersVoice(text, next)) return true
  if (isChecklist(text) || (isRowOfSigns(text, next) && namesSold(next!, lexicon))) return true
  const isAsked = isPresumed || ((isQuestion(text) || isAskedOfReader(text)) && isWorry(text))
  const isComplaint = isTold(text, role) || isSuffered(text) || isAsked || isPitched(text, next)
  const isCautioned = isAskedOfReader(text) && cautions(next)
  const helps = (n: string): boolean => (isSuffered(text) ? tellsWhatHelped(n) : !isBareState(text) || tellsRelief(n))
  const offersName = (n: string): boolean => !cautions(n) && offeredName(n, lexicon) !== undefined
  const isAnswer = (n: string | undefined): boolean =>
    n !== undefined && n.length <= longestAnswer && !disowns(n) && helps(n) && (tellsTaking(n, lexicon) || offersName(n))
  if (!isCautioned && isComplaint && [before, next].some(isAnswer)) return true
  if (kindOf(text) !== 'question' && pointsBack(next) && !disowns(next) && !cautions(next)) return true
  if (isLaidBefore(text, next) && tellsTaking(next!, lexicon)) return true
  return isFigureOfThen(text, next) && later !== undefined && !disowns(later) && tellsTaking(later, lexicon)
}

/** Cues that the sentence, taken with its neighbours, gives for the whole of itself. */
export function cuesAround({ text, before, next, later }: Around, lexicon: JapaneseLexicon): Pick<Cue, 'setting' | 'cue'>[] {
  const cues: Pick<Cue, 'setting' | 'cue'>[] = []
  if (isStudyPlan(text)) cues.push({ setting: 'quoted', cue: 'quoted.study-plan' })
  if (sendsAway(next)) cues.push({ setting: 'referral', cue: 'referral.next-sentence' })
  if (isByOneself(text, before, lexicon)) cues.push({ setting: 'instruction', cue: 'instruction.by-oneself' })
  if (isBelief(text, [next, later]) || isDeskTalk(text, next)) cues.push({ setting: 'quoted', cue: 'quoted.of-others' })
  if (isBasics(text, before, lexicon)) cues.push({ setting: 'instruction', cue: 'instruction.by-oneself' })
  const isSetAside =
    isNotCarried(text) || isNoCause(text) || isDeath(text, [before, next], lexicon) || isVainHope(text, next) || isNamedOnly(text, next)
  if (isSetAside || isUnrelated(text) || isCreditOfOthers(text) || isCreditOfOthers(next))
    cues.push({ setting: 'quoted', cue: 'quoted.set-aside' })
  if (disowns(next)) cues.push({ setting: 'quoted', cue: 'quoted.next-sentence' })
  return cues
}
