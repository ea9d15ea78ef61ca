import type { Effect, Sentence, TargetType } from '../../core/sentence.js'

/**
 * A trouble that is told to have got better: "My rosacea is down to a blush", "Bladder infections used to own my summers; this July I didn't have a single one", "Vertigo had
 * me crawling. Now I ride roller coasters". Nothing need be named that did it: in the words of a seller or of a customer the page's product is meant. Another cause, an open end
 * or a setting that unsays leaves the trouble a mere mention.
 */
export function bettered(sentences: readonly Sentence[]): readonly Sentence[] {
  return sentences.map((sentence, i) => {
    const open = sentence.effects.find(isOpen)
    if (!open || sentence.effects.some(isTold)) return sentence
    const told = storyFrom(sentences, i)
    if (!tellsBetter(told, open) || isUnsettled(told)) return sentence
    const effects = sentence.effects.map((effect) => (effect === open ? live(effect, told) : effect))
    return { ...sentence, effects }
  })
}

/** How many sentences a story goes on behind the one that names its trouble. */
const farthest = 2

/** The sentence and those behind it, down to the next that names a trouble or asks. */
function storyFrom(sentences: readonly Sentence[], first: number): readonly Sentence[] {
  const behind = sentences.slice(first + 1, first + 1 + farthest)
  const end = behind.findIndex(
    ({ kind, effects }) => kind === 'question' || effects.some(({ target }) => target !== undefined && troubles.has(target.type)),
  )
  return [sentences[first]!, ...(end < 0 ? behind : behind.slice(0, end))]
}

/** A trouble is mentioned, and nothing sold stands beside it; or there is none of it. */
const isOpen = ({ by, silent, target }: Effect): boolean =>
  by === 'residual' && (silent === 'no-product-on-page' || silent === 'negated') && target !== undefined && troubles.has(target.type)
const isTold = ({ silent, outcome, target }: Effect): boolean =>
  !silent && outcome === 'benefit' && target !== undefined && troubles.has(target.type)
const troubles: ReadonlySet<TargetType> = new Set<TargetType>(['disease', 'symptom', 'abnormal-state', 'pathogen'])

/** How the trouble went, in words that name neither it nor the remedy. */
function tellsBetter(told: readonly Sentence[], { target, silent }: Effect): boolean {
  const first = told[0]!
  const before = wordsOf(first, first.at.from, target!.at.from)
  const after = wordsOf(first, target!.at.to, first.at.to)
  if (silent === 'negated') return none.test(before) && since.test(after)
  const later = told.slice(1).map((sentence) => wordsOf(sentence, sentence.at.from, sentence.at.to))
  if (ended.test(after) || spared.test(after) || nowadays.test(after)) return true
  return later.some((words) => endedThere.test(words) || spared.test(words) || nowThere.test(words))
}

/** Tokens of a stretch as one line, a blank on either side. */
const wordsOf = ({ tokens }: Sentence, from: number, to: number): string =>
  ` ${tokens
    .filter(({ at }) => from <= at.from && at.to <= to)
    .map(({ surface }) => surface)
    .join(' ')} `

const no = "(?<! (?:not|never|no|nothing|hardly|barely|n't|\\p{L}+n't|without|to|than)(?: (?:even|quite|really|fully|been))?)"
const verbs = `(?:has |have |had |is |are |was |were |'s |all |finally |slowly |simply |just |completely |almost |nearly )*`
/** The trouble ends, goes or gets less. */
const going = `${no} ${verbs}(?:gone|went away|goes away|vanished|vanish|vanishes|disappeared|faded|fading|fades|cleared(?: up)?|clearing up|clears up|let go|lets go|let up|lets up|eased(?: off| up)?|eases|subsided|settled(?: down)?|shrank|shrunk|shrinking|thawed|loosened|unclenched|calmed(?: down)?|calms down|calm down|quieted(?: down)?|quietened|simmered down|cooled off|died down|died out|ended|ceased|stopped|quit|retreated|receded|backed off|backs off|melted|dissolved|waned|dwindled|lessened|tapered off|relented|surrendered|gave up|packed up|moved out|lifted|healed|heals|improved|improving|normalized|stabilized|reversed|dropped|halved|bowed out|went quiet|gone quiet|went silent|in remission|into remission|under control|in check|history|a (?:distant )?memory|a thing of the past|old news|cured|beaten|licked|sorted|solved|held at bay|on the mend|behind (?:me|us|him|her)|over(?= [.,!;]))(?= )`
const less = `(?: (?:come|comes|came|happen|hit|itch|itches|hurt|hurts|ache|aches|cough|flare|flares|wake me)? ?(?:far |much |way |so much |a lot )?less(?: often| frequent| and less)?(?= (?:and|with|now|since|these|after|than before|,|\\.|!|than it|than they))| (?:far |much |way |a lot )?(?:fewer|milder|shorter|smaller|calmer|quieter|softer|lighter|rarer)(?! (?:than i (?:hoped|wanted|expected)|words))| half (?:of )?what| down to (?:a|an|one|two|three|once|nothing|zero|none|half|every)(?= )| down from \\w+ | barely there| hardly there| (?:i|he|she|we) (?:barely|hardly|rarely|seldom) (?:notice|feel|have|get|think)| (?:been|finally|now|are|is|stays|stayed|stay|lies|lie) (?:so |all )?(?:quiet|silent|asleep|clear|calm|still|gone|fine|manageable)(?= )| (?:so )?much better| better (?:now|than|since|every|already|within|by|,|\\.|!)| turned (?:a|the) corner| spotless| symptom(?:- | )?free)`
const ended = new RegExp(`${going}|${less}`, 'u')
/** In a sentence of its own what ends has to be said of the trouble: "It has gone.", "All gone by week three.", "Both cleared up." */
const endedThere = new RegExp(
  `^ (?:[“"'] )?(?:and |but |then |now |today |by \\w+ \\w+ ,? ?|within \\w+ \\w+ ,? ?|after \\w+ \\w+ ,? ?|\\w+ (?:weeks|months|days) (?:later|in|on) ,? ?|since then ,? ?)*(?:it|it's|they|all|both|that|everything|mine|his|hers|the \\p{L}+(?: \\p{L}+)?|my \\p{L}+(?: \\p{L}+)?|completely|totally)?(?:${going}|${less})`,
  'u',
)

/** None of it any more. */
const spared =
  / (?:not (?:one|a single)(?! (?:word|cent|penny|penny|person|study|bottle))|(?:didn't|haven't|hasn't|not|n't) (?:had|have|has|seen|get|got|gotten|catch|caught|felt) (?:a single|one|it|any|another|them|a)(?= (?:one|since|this|in|all|for|so|again|attack|flare|bout|episode|twinge|infection|cold|cavity|migraine|day|night|,|\.|!))|a single one|none (?:since|in|this|for|so far|at all)|zero (?:since|this|in)|never (?:again|came back|returned|since)|(?:hasn't|has not|haven't|have not|didn't|did not) (?:returned|return|come back|been back|recurred|bothered|visited|struck|hit)|(?:stayed|stays|kept|keeps) away|no (?:sign|signs|trace) of|not any ?more|any ?more(?= (?:[.,!;—–-]|$))|without (?:a|one|so much as a) (?:wince|twinge|flare|hitch|limp|peep|sniffle)|without wincing|(?:can't|cannot|don't) (?:even )?(?:remember|recall) (?:the last|when)|(?:forgot|forgotten|forget) (?:i|he|she|we) (?:had|have|has|ever))(?= |$)/u

const somebody = `(?:i|my|we|our|he|his|she|her|they|the|it|you're|mom|mum|dad|\\p{L}+ (?:is|can|has))`
/** "…; now I do Dallas to Denver", "… and today my fingers open": how it is by now is told, without a denial. */
const nowadays = new RegExp(
  ` (?:used to|had me|kept me|would|for (?:years|months|decades)|ruled|ruined|ran|owned|stole|robbed|cost me|screamed|dropped|woke|drove|[\\p{L}]+ed)(?= ).* (?:now|these days|nowadays|today|this (?:spring|summer|fall|winter|year|season|january|february|march|april|may|june|july|august|september|october|november|december)) ,? ?${somebody} (?!.*(?:n't| not | never | no | still | worse))|for the first time (?:in|since)(?!.*(?:n't| not | never | worse))`,
  'u',
)
const nowThere = new RegExp(
  `^ (?:[“"'] )?(?:and |but )?(?:now|these days|nowadays|today|this (?:morning|week|weekend|spring|summer|fall|winter|year|season|month)|yesterday|last (?:week|weekend|night|month|sunday|saturday)|by (?:week|month|day|the) \\w+) ,? ?${somebody} (?!.*(?:n't| not | never | no | still | worse| took | cancel))`,
  'u',
)

/** "no seasonal depression this January": there is none where it used to be. */
const none = / (?:no|zero|without a single|not a single|not one)(?: more)?(?: \p{L}+)? $/u
const since =
  / (?:since|this (?:spring|summer|fall|winter|year|season|january|february|march|april|may|june|july|august|september|october|november|december)|all (?:spring|summer|fall|winter|year|season)|for the first time|in (?:two|three|four|five|six|\d+) (?:weeks|months|years|winters)) /

/** Another cause, nothing that came of it, or nobody of whom it is told. */
function isUnsettled(told: readonly Sentence[]): boolean {
  if (told[0]!.kind === 'question' || told.some(({ cues }) => cues.some(({ setting }) => unsaid.has(setting)))) return true
  const words = told.map((sentence) => wordsOf(sentence, sentence.at.from, sentence.at.to)).join('')
  if (unmoved.test(words)) return true
  if (soldIn(told)) return false
  return (
    !personal.test(words) || otherCause.test(words) || told.some(({ concepts }) => concepts.some(({ concept }) => others.test(concept)))
  )
}
const unsaid: ReadonlySet<string> = new Set(['quoted', 'counterfactual', 'referral', 'warning', 'instruction', 'conditional'])
const personal =
  / (?:i|i'm|i've|me|my|mine|we|our|us|he|his|him|she|her|hers|mom|mom's|mum|mum's|dad|dad's|grandma|grandpa|gran|granny|hubby|hubby's) /
const others =
  /^(?:other\.(?:exercise|diet|sleep|lifestyle|drug|device|animal|study|therapy|media)|drug|therapy|evidence\.(?:study|human|review|animal|in-vitro)|lexical\.(?:clinician|care|kitchen|trade))/
const otherCause =
  / (?:by (?:itself|themselves)|on (?:its|their) own|(?:runs?|ran) (?:its|their) course|outgrew|outgrown|grew out of|moved (?:to|house|away|apartments?|home)|changed jobs?|cut (?:out|back)|(?:quit|stopped|gave up) (?:smoking|drinking|coffee|sugar|dairy|gluten|alcohol|wheat)|retired|pregnan\w+|surgeon|surgery|operat\w+|physio\w*|therapist|doctor|caffeine|coffee|summer ended|new (?:shoes|glasses|desk|chair|pillow|mattress)|divorce|vacation|holiday|exam|exams|the (?:cat|dog)) /
const unmoved =
  / (?:no (?:difference|change|better|luck|help|effect|improvement)|(?:didn't|did not|does not|doesn't|won't) (?:help|work)|did nothing|worse|worst|still (?:there|here|hurts?|itch\w*|ha(?:ve|d|s)|gets?|wakes?|coughs?|flares?|waiting)|refund\w*|waste|unfortunately|sadly|returned (?:the|it|my)|came back|comes back|coming back|back with|asked|asks|whether|if) /

const soldIn = (told: readonly Sentence[]) =>
  told.flatMap(({ concepts }) => concepts).find(({ concept }) => /^(?:product|ingredient)\./.test(concept))

function live({ silent: _, ...effect }: Effect, told: readonly Sentence[]): Effect {
  const sold = soldIn(told)
  return {
    ...effect,
    agent: sold ? { kind: sold.concept.startsWith('ingredient.') ? 'ingredient' : 'product', at: sold.at } : { kind: 'zero' },
  }
}
