import type { Effect, Sentence, TargetType } from '../../core/sentence.js'
import { ends, endsAtOnce, endsThere, hasNotEnded, isAbsent, isHedged, isOtherwiseNow, isOtherwiseThere, isSpared } from './endings.js'
import { isFoundWell } from './findings.js'
import { isMeasuredBetter, isMeasuredWorse } from './measured.js'
import { isSold, soldAs } from './pitch.js'
import { isGivenFor, isTakenAsPronoun } from './taken.js'

/**
 * A trouble that is told to have got better: "My rosacea is down to a blush", "Bladder infections used to own my summers; this July I didn't have a single one", "Vertigo had
 * me crawling. Now I ride roller coasters". Nothing need be named that did it: in the words of a seller or of a customer the page's product is meant. Another cause, an open end
 * or a setting that unsays leaves the trouble a mere mention.
 */
export function bettered(sentences: readonly Sentence[]): readonly Sentence[] {
  return sentences.map((given, i) => {
    const sentence = withoutLasting(withoutWorse(given))
    if (sentence.effects.some(isTold)) return sentence
    const told = storyFrom(sentences, i)
    const claimed = sentence.effects.find((effect) => isOpen(effect) && isClaim(told, effect, sentences[i - 1]))
    if (!claimed) return sentence
    return { ...sentence, effects: sentence.effects.map((effect) => (effect === claimed ? live(effect, told) : effect)) }
  })
}

/** "My TSH went from 2.4 to 7.9": figures that moved the wrong way are no benefit. */
function withoutWorse(sentence: Sentence): Sentence {
  if (!sentence.effects.some(isInFigures) || !isMeasuredWorse(lineOf(sentence))) return sentence
  return { ...sentence, effects: sentence.effects.map((effect) => (isInFigures(effect) ? { ...effect, silent: 'harm' } : effect)) }
}
/** "My gout has not eased on this": what stands beside the trouble did not end it. */
function withoutLasting(sentence: Sentence): Sentence {
  const lasts = ({ by, silent, target }: Effect): boolean =>
    by === 'residual' && !silent && isTrouble(target) && hasNotEnded(wordsOf(sentence, target!.at.to, sentence.at.to))
  if (!sentence.effects.some(lasts)) return sentence
  return { ...sentence, effects: sentence.effects.map((effect) => (lasts(effect) ? { ...effect, silent: 'negated' } : effect)) }
}

const isInFigures = ({ by, silent, agent }: Effect): boolean => by === 'construction.figures-told' && !silent && agent.kind === 'zero'

/** How many sentences a story goes on behind the one that names its trouble. */
const farthest = 2

/** The sentence and those behind it, down to the next that names a trouble or asks. */
function storyFrom(sentences: readonly Sentence[], first: number): readonly Sentence[] {
  const behind = sentences.slice(first + 1, first + 1 + farthest)
  const end = behind.findIndex(({ kind, effects }) => kind === 'question' || effects.some(({ target }) => isTrouble(target)))
  return [sentences[first]!, ...(end < 0 ? behind : behind.slice(0, end))]
}

/** A trouble is mentioned, and nothing sold stands beside it; or there is none of it, or somebody has it. */
const isOpen = ({ by, silent, target }: Effect): boolean =>
  isTrouble(target) && (by === 'residual' ? silent !== undefined && openReasons.has(silent) : by === 'construction.told' && !silent)
const openReasons: ReadonlySet<string> = new Set(['no-product-on-page', 'negated', 'conditional'])
const isTold = ({ silent, outcome, target, agent }: Effect): boolean =>
  !silent && outcome === 'benefit' && agent.kind !== 'unknown' && isTrouble(target)
const isTrouble = (target: Effect['target']): boolean => target !== undefined && troubles.has(target.type)
const troubles: ReadonlySet<TargetType> = new Set<TargetType>(['disease', 'symptom', 'abnormal-state', 'pathogen', 'marker'])

function isClaim(told: readonly Sentence[], open: Effect, previous: Sentence | undefined): boolean {
  if (told[0]!.kind === 'question' || told.some(unsays)) return false
  const story = new Story(told, open, previous)
  if (isOpenEnd(story)) return false
  if (story.isTaken) return !(otherThanCare.test(story.all) || told.some(creditsOther))
  if (open.silent === 'conditional' || told.some(({ cues }) => cues.some(({ setting }) => setting === 'conditional'))) return false
  if (story.isFoundWell || story.isMeasured) return personal.test(story.all) && !(otherThanCare.test(story.all) || told.some(creditsOther))
  if (!story.tellsBetter) return false
  // "Hepatitis C is now cured in most people with tablets": what is so at large
  if (soldIn(told)) return !told.some(creditsOther) && (personal.test(story.all) || !isHedged(story.all))
  return (personal.test(story.all) || story.isOfSomebody || story.endsAtOnce) && !isElsewhere(told, story)
}

/** What is told of one trouble, as lines of words. */
class Story {
  readonly #first: Sentence
  readonly #before: string
  readonly #named: string
  readonly #after: string
  readonly #later: readonly string[]
  readonly all: string

  constructor(
    told: readonly Sentence[],
    private readonly open: Effect,
    private readonly previous: Sentence | undefined,
  ) {
    this.#first = told[0]!
    const { at } = open.target!
    this.#before = wordsOf(this.#first, this.#first.at.from, at.from)
    this.#named = wordsOf(this.#first, at.from, at.to)
    this.#after = wordsOf(this.#first, at.to, this.#first.at.to)
    this.#later = told.slice(1).map(lineOf)
    this.all = [lineOf(this.#first), ...this.#later].join('')
  }

  /** How the trouble went. */
  get tellsBetter(): boolean {
    const { silent, target } = this.open
    if (isAbsent(this.#before, this.#after)) return true
    if (silent === 'negated' || silent === 'conditional') return false
    if (ownStopped.test(this.#before) || stopped.test(this.#named)) return true
    if (target!.type === 'marker' || this.open.by === 'construction.told') return false
    if (ends(this.#after) || isSpared(this.#after) || isOtherwiseNow(this.#before, this.#after)) return true
    return this.#later.some((words) => endsThere(words) || isSpared(words) || isOtherwiseThere(words))
  }

  /** What a clinician found, just before or in the story itself. */
  get isFoundWell(): boolean {
    if (this.open.silent !== 'no-product-on-page') return false
    return isFoundWell(this.all) || (this.previous !== undefined && isFoundWell(lineOf(this.previous)))
  }

  /** A value is told to have become better. */
  get isMeasured(): boolean {
    return this.open.silent === 'no-product-on-page' && isMeasuredBetter(this.all)
  }

  /** A short line in which the trouble itself ends: "Psoriasis plaques flattened by week five". */
  get endsAtOnce(): boolean {
    const ended = endsAtOnce(this.#after) || isAbsent(this.#before, this.#after)
    return this.#first.tokens.length <= longestLine && ended && !isHedged(this.all)
  }

  /** "a welder whose sleep apnea snoring …" */
  get isOfSomebody(): boolean {
    return / whose (?:\p{L}+ ){0,2}$/u.test(this.#before)
  }

  /** What is sold, as a pronoun, is taken against it: "We started it for my mother's bedsores". */
  get isTaken(): boolean {
    if (this.open.silent === 'negated') return false
    return isGivenFor(this.#before, this.#after) || isTakenAsPronoun(this.#before, this.#after)
  }
}
const longestLine = 18
/** "My gums stopped bleeding", "his ears have finally quit ringing". */
const stopped = / (?:stopped|quit|ceased) \p{L}+ $/u
const ownStopped = / (?:my|his|her|our|mom's|dad's|mom 's|dad 's) (?:\p{L}+ ){1,2}(?:has |have |finally |just )*(?:stopped|quit|ceased) $/u

/** Tokens of a stretch as one line, a blank on either side; a number with its decimals is one word. */
const wordsOf = ({ tokens }: Sentence, from: number, to: number): string =>
  ` ${tokens
    .filter(({ at }) => from <= at.from && at.to <= to)
    .map(({ surface }) => surface)
    .join(' ')
    .replace(/(?<= \d+) \. (?=\d+ )/g, '.')} `

const lineOf = (sentence: Sentence): string => wordsOf(sentence, sentence.at.from, sentence.at.to)

const unsays = ({ cues }: Sentence): boolean => cues.some(({ setting }) => unsaid.has(setting))
const unsaid: ReadonlySet<string> = new Set(['quoted', 'counterfactual', 'referral', 'warning', 'instruction'])

/** Nothing came of it. */
const isOpenEnd = (story: Story): boolean => unmoved.test(story.all)
const unmoved =
  / (?:no (?:difference|change|better|luck|help|effect|improvement)|(?:didn't|did not|does not|doesn't|won't) (?:help|work)|did nothing|worse|worst|still (?:there|here|hurts?|itch\w*|ha(?:ve|d|s)|gets?|wakes?|coughs?|flares?|waiting)|refund\w*|waste|unfortunately|sadly|returned (?:the|it|my)|came back(?! (?:clear|clean|normal|negative|boring|benign|perfect|fine|good))|comes back|coming back|back with|asks|whether) /

/** Another cause, or somebody else than one who takes what is sold. */
const isElsewhere = (told: readonly Sentence[], { all }: Story): boolean =>
  otherCause.test(all) || otherThanCare.test(all) || told.some(namesOther)

/** Care of another kind; exercise, a device or food only where it is what did it: "since the new mask", "Yoga eased it". */
const namesOther = (sentence: Sentence): boolean =>
  sentence.concepts.some(({ concept, first }) => {
    if (care.test(concept)) return true
    if (!others.test(concept)) return false
    return first < longestSubject || isCredited(sentence, first)
  })
/** "after the antibiotics", "thanks to my surgeon": what did it is care of another kind. */
const creditsOther = (sentence: Sentence): boolean =>
  sentence.concepts.some(({ concept, first }) => care.test(concept) && isCredited(sentence, first))
const isCredited = ({ tokens }: Sentence, first: number): boolean =>
  tokens.slice(Math.max(0, first - farthestCause), first).some(({ surface }) => causing.has(surface))
const farthestCause = 6
const longestSubject = 3
const causing = new Set('since after thanks with because from by once for did does through on about new'.split(' '))
const care =
  /^(?:other\.(?:study|therapy|animal|drug)|drug|therapy|evidence\.(?:study|human|review|animal|in-vitro)|lexical\.(?:clinician|care|trade))/
const others = /^(?:other\.(?:exercise|diet|sleep|lifestyle|device|media)|lexical\.kitchen)/
const personal =
  / (?:i|i'm|i've|me|my|mine|we|our|us|he|his|him|she|her|hers|mom|mom's|mum|mum's|dad|dad's|grandma|grandpa|gran|granny|hubby|hubby's|just a note|thank you|to let you know) /
const otherCause = / (?:pregnan\w+|surgeon|surgery|operat\w+|physio\w*|therapist|doctor|exam|exams) /
const otherThanCare =
  / (?:by (?:itself|themselves)|on (?:its|their) own|(?:runs?|ran) (?:its|their) course|outgrew|outgrown|grew out of|moved (?:to|house|away|apartments?|home)|changed jobs?|cut (?:out|back)|(?:quit|stopped|gave up) (?:smoking|drinking|coffee|sugar|dairy|gluten|alcohol|wheat)|retired|caffeine|coffee|summer ended|new (?:shoes|glasses|desk|chair|pillow|mattress)|divorce|vacation|holiday|the (?:cat|dog)) /

const soldIn = (told: readonly Sentence[]) => told.flatMap(({ concepts }) => concepts).find(isSold)

function live({ silent: _, ...effect }: Effect, told: readonly Sentence[]): Effect {
  const sold = soldIn(told)
  return {
    ...effect,
    by: 'residual',
    outcome: 'benefit',
    agent: sold ? soldAs(sold) : { kind: 'zero' },
  }
}
