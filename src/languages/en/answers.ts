import type { Effect, Sentence } from '../../core/sentence.js'
import { credits, isPersonal, isPitch, isSold, isSoldKind, tellsBenefit } from './pitch.js'
import { asking } from './words.js'

/** A question answered yes, or one that names a complaint and is followed by a pitch, is a claim. */
export function answered(effect: Effect, sentence: Sentence, next: Sentence | undefined): Effect {
  if (effect.silent !== 'question' || !next) return effect
  if (denied(next) || (isBareNo(next) && (asking.has(openingOf(sentence)) || working.has(openingOf(sentence))))) return effect
  const { silent: _, ...live } = effect
  // "Is your fasting glucose normal and you want it to stay that way?": the reader has no trouble
  if (effect.target?.type === 'marker' && sentence.tokens.some(({ surface }) => sound.has(surface))) return effect
  // "Which tea should a person with gout drink? The celery seed one."
  if (choosing.has(sentence.tokens[0]?.surface ?? '') && effect.by === 'residual' && sentence.concepts.some(isWare) && credits(next))
    return { ...live, agent: { kind: 'ingredient', at: next.at } }
  // "Is heartburn the same thing as GERD? Our readers ask this every week.": it asks what is so, and nobody whether he has it
  const opener = openingOf(sentence)
  // "Do stings help arthritis? People say so.": nothing that is sold
  const ofSold = isSoldKind(effect.agent) || sentence.tokens.some(({ surface }) => meant.has(surface)) || asksOfName(sentence)
  if (ofSold && asksOfWork(sentence, opener) && claimsIn(next)) return { ...live, agent: sure(live.agent, next) }
  if (effect.by === 'residual' && isAsking(opener) && !isPersonal(sentence))
    return affirms(next) ? { ...live, agent: ofSold ? sure(live.agent, next) : live.agent } : effect
  // "What shrank my fibroids? Green tea, two liters a day."
  if (seeking.has(sentence.tokens[0]?.surface ?? '') && effect.outcome === 'benefit' && isPersonal(sentence) && credits(next))
    return { ...live, agent: { kind: 'ingredient', at: next.at } }
  if (askedOfReader.has(effect.by) && (informs(next) || advises(next))) return effect
  // "Hives? Handled.", "Living with hives? You'll want this in your bag."
  if (askedOfReader.has(effect.by) && (isSettled(next) || offersThis(next))) return { ...live, agent: sure(live.agent, next) }
  if (askedOfReader.has(effect.by) || isWish(sentence)) {
    const ofSelf = effect.by === 'residual' || effect.by === 'construction.substitute'
    if (isPitch(next) || (sentence.tokens.length <= longestCall && tellsBenefit(next)) || (ofSelf && affirms(next)))
      return { ...live, agent: sure(live.agent, next) }
    return effect
  }
  return affirms(next) ? live : effect
}

/** "Diabetic? Please read the carbohydrate line.", "Phenylketonuria? This sachet contains aspartame.": what is in it, for those who have to know. */
function informs(answer: Sentence): boolean {
  if (tellsBenefit(answer)) return false
  const words = answer.tokens.map(({ surface }) => surface)
  const [opener, after] = words[0] === 'please' ? words.slice(1) : words
  if (reading.has(opener ?? '')) return after !== 'out' && words.some((word) => figures.has(word))
  return words.some((word) => ['contain', 'contains', 'certified'].includes(word)) && words.some((word) => watched.has(word))
}
const reading = new Set('read note mind check count watch mark remember'.split(' '))
const watched = new Set(
  'sugar sugars sweetener sweeteners aspartame phenylalanine milk lactose gluten gluten-free lactose-free oats wheat soy carbohydrate carbohydrates carbs honey caffeine licorice liquorice alcohol'.split(
    ' ',
  ),
)
const figures = new Set([...watched, ...'label line panel figure potassium sodium salt iron iodine calories ingredients facts'.split(' ')])

/** "Touched poison ivy? Wash within ten minutes, leave the blisters alone.": first aid and rest, nothing to take. */
const advises = ({ tokens, concepts }: Sentence): boolean => firstAid.has(tokens[0]?.surface ?? '') && !concepts.some(isSold)
const firstAid = new Set('wash rinse rest see call visit elevate lie avoid cool ice stay sit seek phone dial press pinch remove'.split(' '))

/** "Done.", "Covered.", "Not with ours in the cupboard.": the whole answer is that the trouble is no more. */
function isSettled({ tokens, concepts }: Sentence): boolean {
  const words = tokens.map(({ surface }) => surface)
  if (settled.has(words[0] ?? '') && words.length <= mostInSettled) return true
  // "Hives? Never heard of her.", "Gout? Old news."
  if (words.length <= mostInRefusal && forgotten.test(words.join(' '))) return true
  if (words[0] !== 'not' || words.length > mostInRefusal || concepts.some(({ concept }) => concept.startsWith('drug'))) return false
  return ['with', 'on', 'since', 'while', 'after'].includes(words[1] ?? '') && words.some((word) => ownWares.has(word))
}
const settled = new Set(
  'done handled sorted covered managed solved fixed gone finished tamed dealt conquered crushed beaten history'.split(' '),
)
const forgotten =
  /^(?:old news|ancient history|that was (?:last|before|then|ages|years)|haven't (?:heard|seen|had)|never heard of|not in (?:this|our|my) (?:house|home|family|office|kitchen|barn)|i don't know (?:her|him|it)|we don't know (?:her|him|it)|what's that|who's that|don't know it)/
const ownWares = new Set('ours this these our us'.split(' '))
const mostInSettled = 4
const mostInRefusal = 9

/** "You'll want this in your bag.", "You need one of these by the bed.": what is shown is offered. */
function offersThis(answer: Sentence): boolean {
  if (answer.cues.some(({ setting }) => unsaid.has(setting))) return false
  const words = answer.tokens.map(({ surface }) => surface)
  if (words[0] !== 'you' || words.some((word) => cares.has(word) || others.has(word))) return false
  const i = words.findIndex((word) => offered.has(word))
  return (
    i > 0 &&
    i < mostBeforeOffer &&
    /^(?:[,.!]|in|on|at|by|every|with|before|now|near)?$/.test(words[i + 1] ?? '') &&
    desired.has(words[i - 1] ?? '')
  )
}
const offered = new Set(['this', 'these', 'ours', 'one'])
const desired = new Set('want need love like keep try'.split(' '))
const mostBeforeOffer = 6

const doing = new Set('work works help helps good cure cures heal heals ease eases stop stops clear clears relieve fix prevent'.split(' '))
/** "Does Velora work for gout?": a name that nobody knows where what is sold would stand. */
function asksOfName(sentence: Sentence): boolean {
  const token = sentence.tokens[sentence.tokens[0]?.surface === 'q' ? 3 : 1] as (Sentence['tokens'][number] & { raw?: string }) | undefined
  if (!sentence.tokens.some(({ surface }) => doing.has(surface))) return false
  if (!token || !/^\p{Lu}\p{Ll}{3,}/u.test(token.raw ?? '') || token.pos === 'function') return false
  return !sentence.concepts.some(({ at }) => at.from <= token.at.from && token.at.to <= at.to)
}

/** The word that opens the question, behind a "Q:". */
const openingOf = ({ tokens }: Sentence): string =>
  tokens[tokens[0]?.surface === 'q' ? (tokens[1]?.pos === 'symbol' ? 2 : 1) : 0]?.surface ?? ''

/** "Does it work for gout?", "Will it do anything for my eczema?", "Can I take it for a bladder infection?", "Is it any good for shingles?": whether it works. */
function asksOfWork(sentence: Sentence, opener: string): boolean {
  if (!working.has(opener)) return false
  const words = sentence.tokens.map(({ surface }) => surface)
  return words.some((word) => works.has(word)) && !words.some((word) => cautious.has(word))
}
const working = new Set('does do will can is could would are'.split(' '))
const works = new Set(
  'work works help helps good for against cure cures heal heals ease eases stop stops shift shifts clear clears treat treats relieve fix lower prevent'.split(
    ' ',
  ),
)
const meant = new Set(['it', 'this', 'these', 'they', 'yours'])
const cautious = new Set('safe suitable okay ok while during pregnant interact together instead allowed legal claim say'.split(' '))

/** The answer tells what came of it: "Two cups and the burning is gone.", "Ours shifted two last month.", "Our regulars say yes." */
function claimsIn(answer: Sentence): boolean {
  if (answer.kind === 'question' || answer.cues.some(({ setting }) => unsaid.has(setting))) return false
  if (affirms(answer)) return true
  const words = answer.tokens.map(({ surface }) => surface)
  if (words.some((word) => doubts.has(word))) return false
  const start = ['a', 'answer'].includes(words[0] ?? '') && answer.tokens[1]?.pos === 'symbol' ? 2 : 0
  if (words.slice(start, start + 7).some((word, i, few) => ['say', 'says'].includes(word) && few[i + 1] === 'yes')) return true
  // "Ours shifted two last month alone."
  if (words[start] === 'ours' && answer.tokens[start + 1]?.pos === 'verb') return true
  // "Most customers tell us …", "Two cups and the burning is gone"
  const told = words.slice(start).some((word, i, rest) => tellers.has(word) && ['us', 'me'].includes(rest[i + 1] ?? ''))
  return told || tellsBenefit(answer) || words.some((word) => ended.has(word))
}
const unsaid: ReadonlySet<string> = new Set(['negated', 'referral', 'warning', 'quoted', 'counterfactual'])
const doubts = new Set(
  'no not never nobody nothing none doctor doctors study studies evidence trial trials pharmacist vet unfortunately sadly'.split(' '),
)
const tellers = new Set('tell tells told write writes wrote'.split(' '))
const ended = new Set('gone vanished cleared healed dried melted eased'.split(' '))

const refusing = new Set("nothing cannot can't won't none not supplement supplements food doctor never medicine medicines".split(' '))
/** "No.", "A: No, it is a food." */
const denied = ({ tokens }: Sentence): boolean => {
  const first = tokens[tokens[1]?.surface === ':' ? 2 : 0]
  const after = tokens[tokens[1]?.surface === ':' ? 3 : 1]
  return (
    (['no', 'nope', 'never'].includes(first?.surface ?? '') && (!after || after.pos === 'symbol') && after?.surface !== '.') ||
    (first?.surface === 'no' && after?.surface === '.' && tokens.length > 4 && tokens.some(({ surface }) => refusing.has(surface)))
  )
}

/** "No.": said to a question of the reader it sets up what comes, to one about what is sold it denies. */
const isBareNo = ({ tokens }: Sentence): boolean => {
  const words = tokens.map(({ surface }) => surface).filter((word) => !quotes.has(word))
  return words.length <= 2 && ['no', 'nope', 'never'].includes(words[0] ?? '')
}

const choosing = new Set(['which', 'what'])
const isWare = ({ concept }: Sentence['concepts'][number]): boolean => concept.startsWith('product.')
const seeking = new Set(['what', 'who', 'guess', 'how'])

const sound = new Set(['normal', 'fine', 'healthy', 'good', 'range', 'okay', 'perfect'])

/** It asks what is so; "are" and "did" too, since a question to the reader is told by its "you". */
const isAsking = (word: string): boolean => asking.has(word) || word === 'are' || word === 'did'

/** Questions about the reader's trouble, which the next sentence answers with what it sells: "Why suffer from arthritis? Try our boswellia." */
const askedOfReader: ReadonlySet<string> = new Set([
  'construction.adjective-complaint',
  'construction.left-by-drug',
  'construction.complaint',
  'construction.no-reason',
  'construction.on-a-drug',
  'construction.substitute',
  'construction.without-drug',
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

/** "Insomnia?", "Tired of arthritis?": a call, which whatever does good answers. */
const longestCall = 7

const sure = (agent: Effect['agent'], next: Sentence): Effect['agent'] =>
  agent.kind === 'unknown' ? { kind: 'product', at: next.at } : agent

const others = new Set(['only', 'just', 'nothing', 'nobody', 'few', 'doctor', 'doctors', 'time', 'surgery', 'medicine'])

/** "Yes, …", "A: Yes, …", "We think so", "In our experience it does". */
export function affirms(sentence: Sentence): boolean {
  if (sentence.cues.some((cue) => cue.setting === 'negated')) return false
  const words = sentence.tokens.map(({ surface }) => surface).filter((word) => !quotes.has(word))
  const start = words[1] === ':' || (words[0] === 'a' && words[1] === '.') ? 2 : 0
  if (affirmations.has(words[start] ?? '')) return true
  // "Short answer: yes.", "In our customers, yes"
  const yes = words.findIndex(
    (word, i) => i > 0 && i < farthestYes && affirmations.has(word) && [',', ':', '—', '–'].includes(words[i - 1]!),
  )
  if (yes > 0 && isBreak(words[yes + 1]) && !words.some((each) => others.has(each) || cares.has(each))) return true
  // "In most cases, within a month."
  if (words[start] === 'in' && ['most', 'nearly', 'almost', 'many', 'nine'].includes(words[start + 1] ?? '') && words.includes('within'))
    return true
  // "It is!"
  if (
    words.length - start < mostInNod &&
    ['it', 'they', 'this'].includes(words[start] ?? '') &&
    ['is', 'are'].includes(words[start + 1] ?? '')
  )
    return isBreak(words[start + 2])
  // "We built it around them, so absolutely."
  if (words.some((word, i) => word === 'so' && affirmations.has(words[i + 1] ?? '') && /^[.!]?$/.test(words[i + 2] ?? ''))) return true
  // "Most customers see a drop by the second bottle"
  if (most.has(words[start] ?? '') && words.slice(start + 1, start + 4).some((word) => noticing.has(word)) && !words.includes('doctor'))
    return true
  // "That is what bilberry is for."
  if (isPurpose(words)) return !words.some((each) => others.has(each) || cares.has(each))
  return words.slice(0, 8).some(
    (word, i) =>
      (word === 'think' && words[i + 1] === 'so') ||
      // "You bet.", "Of course.", "No doubt", "It did for Bill."
      (i === 0 && assent.has(`${word} ${words[1] ?? ''}`)) ||
      // "Customers say so."
      (word === 'say' && words[i + 1] === 'so' && i < 4) ||
      (['it', 'they', 'that'].includes(word) &&
        ['does', 'did', 'has', 'do', 'can', 'will'].includes(words[i + 1] ?? '') &&
        words[i + 2] === 'for') ||
      // "It certainly is.", "They really do."
      (i < 2 &&
        ['it', 'they', 'that', 'this', 'these'].includes(word) &&
        assuring.has(words[i + 1] ?? '') &&
        ['is', 'are', 'does', 'do', 'will', 'can', 'did', 'has'].includes(words[i + 2] ?? '') &&
        /^[,.!]?$/.test(words[i + 3] ?? '')) ||
      // "Only time does." says who else does
      (['does', 'do', 'can', 'will', 'did', 'have', 'has'].includes(word) &&
        /^[,.!]$/.test(words[i + 1] ?? '') &&
        !words.slice(0, i).some((each) => others.has(each) || cares.has(each))),
  )
}
const quotes = new Set(['"', '“', '”', '‘', '’', "'"])
const isBreak = (word: string | undefined): boolean => word === undefined || /^[,.!:;—–]$/.test(word)
const farthestYes = 9
const mostInNod = 4
const assuring = new Set('certainly sure surely really definitely indeed absolutely'.split(' '))
/** "That is what it is for", "That's exactly who we formulated it for: …". */
const isPurpose = (words: readonly string[]): boolean => {
  const line = words.join(' ').replaceAll(" 's", "'s")
  const lead = /^(?:(?:our )?(?:a|answer) . |yes , )?(?:that|this|which)(?: is|'s)? (?:exactly |precisely |just )?/.exec(line)
  if (!lead) return false
  const rest = line.slice(lead[0].length)
  return (/^what /.test(rest) && words.slice(-3).includes('for')) || madeForWhom.test(rest)
}
const madeForWhom =
  /^(?:who|whom|what) (?:we |it (?:was|is) |this (?:was|is) |they (?:were|are) )(?:originally |first )?(?:made|make|formulated|designed|blended|created|built|developed|meant|intended|brewed)(?: (?:it|this|these|them|the \w+))? for(?= [.,:;!—–]|$)/
const cares = new Set(
  'team nurse nurses physician physicians oncologist dermatologist rheumatologist cardiologist gp clinician provider drug drugs medication medications specialist specialists hospital hospitals surgeon surgeons pharmacist dentist vets vet'.split(
    ' ',
  ),
)
const affirmations = new Set('yes absolutely definitely certainly indeed yep yup sure surely totally naturally'.split(' '))
const most = new Set(['most', 'many', 'plenty', 'our', 'customers', 'readers', 'people', 'users', 'thousands', 'hundreds'])
const noticing = new Set(['see', 'notice', 'report', 'feel', 'find', 'do', 'swear'])
const assent = new Set([
  'you bet',
  'of course',
  'no doubt',
  'without question',
  'without doubt',
  'oh yes',
  'many say',
  'most say',
  'our customers',
])
