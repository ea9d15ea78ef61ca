import { verbForms } from './inflection.js'

/**
 * How English says that a trouble ends, gets less or is no more, in words that name neither it nor a remedy. All are matched in a line of words with a blank between two
 * and at either end.
 */

const words = (list: string): string[] => list.trim().split(/\s+/)
const otherForms = (verb: string): string[] => verbForms(verb).flatMap(([form, kind]) => (kind === 'base' ? [] : [form]))
const pastForms = (verb: string): string[] => verbForms(verb).flatMap(([form, kind]) => (kind === 'ed' ? [form] : []))
const allForms = (verb: string): string[] => [verb, ...otherForms(verb)]

/** Verbs that need nothing behind them: "faded", "halves", "melting". */
const plain =
  words(`abate crumble decrease deflate diminish disappear disperse dissolve dwindle evaporate fade fizzle halve heal improve lessen loosen normalize recede relent
  resolve settle shrink slacken soften stabilize subside thaw unclench unknot untangle vanish wither`)
/** Those whose bare form is a noun or an adjective too: it counts at the end of its clause only. */
const twofold = words(
  'calm cease clear decline drop ease ebb end flatten lift mellow melt quiet quieten retreat reverse stop surrender wane',
)
const irregular = words(
  'shrank shrunk quit quits gone sank sunk fell fled broke cured beaten licked sorted solved behave behaves behaved history',
)
const adjectives = new Set(words('calm clear mellow quiet'))
const bare = `(?:${twofold.filter((verb) => !adjectives.has(verb)).join('|')})(?= [.,!;—–])`
const alone = [...plain, ...plain.flatMap(otherForms), ...twofold.flatMap(otherForms), ...irregular, bare]
const past = [...[...plain, ...twofold].flatMap(pastForms), ...words('shrank shrunk gone sank fell fled broke')]

/** Verbs that end a thing only with what stands behind them. */
const withParticle = [
  ['go', 'away|quiet|silent|dark|dormant|still|extinct|to sleep|back to sleep|on vacation|into (?:remission|hiding)|down'],
  ['back', 'off|away|down'],
  ['ease let', 'off|up|go'],
  ['die', 'down|out|off'],
  ['dry', 'up|out'],
  ['peel flake fall drift slip melt', 'off|away'],
  ['burn', '(?:itself |themselves )?out'],
  ['give', 'up|in|out|way'],
  ['pack', 'up|its bags|their bags|it in'],
  ['move', 'out|on'],
  ['simmer cool calm wind slow settle quiet come', 'down'],
  ['wear taper level leave', 'off|town|the building|for good'],
  ['bow check thin smooth flatten fade', 'out|over|away'],
  ['clear', 'up|off|out|away'],
  ['grow come', '(?:in|out|back|up) (?:clear|clean|pink|healthy|smooth|normal|negative|benign)'],
  ['stay keep', '(?:gone|away|down|quiet|asleep|put|in remission|clear)'],
  ['shut', 'up'],
  ['turn', 'around|tail|(?:a|the) corner|pink'],
  ['lose', '(?:its|their) (?:\\p{L}+ )?(?:grip|hold|bite|edge|sting|teeth|fire|voice|power|claws)'],
  ['loosen', '(?:its|their) (?:grip|hold)'],
  ['call', 'it quits'],
  ['take', '(?:a hike|the (?:day|week|month|winter|summer|year) off|a back seat)'],
  ['say wave', '(?:goodbye|farewell|the white flag)'],
  ['throw', 'in the towel'],
  ['meet find', '(?:its|their|your) match'],
  ['head move go trend point', '(?:in )?the right (?:way|direction)'],
].map(([verbs, rest]) => ({ verbs: words(verbs!), rest: rest! }))

/** States in which it is over. */
const states = `in remission|into remission|under control|in check|a (?:distant )?memory|a thing of the past|old news|held at bay|on the mend|behind (?:me|us|him|her)|over(?= [.,!;])`

const no = "(?<! (?:not|never|no|nothing|hardly|barely|n't|\\p{L}+n't|without|to|than)(?: (?:even|quite|really|fully|been))?)"
const before = `(?:has |have |had |is |are |was |were |'s |all |both |finally |slowly |simply |just |completely |almost |nearly |mostly |steadily |already )*`
const particles = withParticle.map(
  ({ verbs, rest }) => `(?:${verbs.flatMap(allForms).join('|')}) (?:right |all |back |slowly |finally )?(?:${rest})`,
)
const pastParticles = withParticle.map(({ verbs, rest }) => `(?:${verbs.flatMap(pastForms).join('|')}) (?:${rest})`)
const going = `${no} ${before}(?:${[...particles, ...alone, states].join('|')})(?= )`

const less = [
  ' (?:come|comes|came|happen|hit|itch|itches|hurt|hurts|ache|aches|cough|flare|flares|wake me)? ?(?:far |much |way |so much |a lot )?less(?: often| frequent| and less)?(?= (?:and|with|now|since|these|after|than before|,|\\.|!|than it|than they))',
  ' (?:far |much |way |a lot )?(?:fewer|milder|shorter|smaller|calmer|quieter|softer|lighter|rarer)(?! (?:than i (?:hoped|wanted|expected)|words))',
  ' half (?:of )?what',
  ' by (?:half|two thirds|a third|\\d+ (?:%|percent|points))',
  ' down to (?:a|an|one|two|three|once|nothing|zero|none|half|every)(?= )',
  ' down from \\S+',
  ' (?:barely|hardly) (?:there|visible|noticeable)',
  ' (?:i|he|she|we) (?:barely|hardly|rarely|seldom) (?:notice|feel|have|get|think|hear|see)',
  ' (?:been|finally|now|are|is|stays|stayed|stay|lies|lie) (?:so |all )?(?:quiet|silent|asleep|clear|calm|still|gone|fine|manageable)(?= )',
  ' (?:so )?much better',
  ' better (?:now|than|since|every|already|within|by|,|\\.|!)',
  ' spotless',
  ' symptom(?:- | )?free',
].join('|')

const ending = new RegExp(`${going}|${less}`, 'u')
/** It is told behind the name of the trouble that it ended. */
export const ends = (after: string): boolean => ending.test(after)

const lasting = new RegExp(
  `^ (?:\\p{L}+ )?(?:(?:has|have|had|did) (?:not|never|n't)|(?:has|have|had|did)n't) (?:even |really |yet )?(?:been )?(?:${[...particles, ...alone, ...twofold].join('|')}) `,
  'u',
)
/** "My gout has not eased": it is told that it did not end. */
export const hasNotEnded = (after: string): boolean => denials.test(after) && lasting.test(after)
/** Without one of these the long pattern is not asked, nor compiled. */
const denials = /not |never |n't /

const leadIn = `(?:[“"'] )?(?:and |but |then |now |today |by \\w+ \\w+ ,? ?|within \\w+ \\w+ ,? ?|after \\w+ \\w+ ,? ?|\\w+ (?:weeks|months|days) (?:later|in|on) ,? ?|since then ,? ?)*`
const endingThere = new RegExp(
  `^ ${leadIn}(?:it|it's|they|all|both|that|everything|mine|his|hers|the \\p{L}+(?: \\p{L}+)?|my \\p{L}+(?: \\p{L}+)?|completely|totally)?(?:${going}|${less})`,
  'u',
)
/** In a sentence of its own what ends has to be said of the trouble: "It has gone.", "All gone by week three.", "Both cleared up." */
export const endsThere = (words: string): boolean => endingThere.test(words)

const adjacent = new RegExp(
  `^ (?:[\\p{L}]+ )?(?:, )?${no}${before}(?:(?:${pastParticles.join('|')}|${past.join('|')}|no longer|meet|history|gone)(?= )|(?:come|comes|flare|strike) (?:up )?(?:far |much )?less )`,
  'u',
)
/** The verb stands right behind the trouble, or one word behind it, and tells of what was: "plaques flattened", "sleep apnea snoring no longer rattles". */
export const endsAtOnce = (after: string): boolean => adjacent.test(after)

/** None of it any more. */
const spared = new RegExp(
  ` (?:${[
    'not (?:one|a single)(?! (?:word|cent|penny|person|study|bottle))',
    "(?:didn't|haven't|hasn't|not|n't) (?:had|have|has|seen|get|got|gotten|catch|caught|felt) (?:a single|one|it|any|another|them|a)(?= (?:one|since|this|in|all|for|so|again|attack|flare|bout|episode|twinge|infection|cold|cavity|migraine|day|night|,|\\.|!))",
    "(?:didn't|haven't|hasn't|not|n't|never) miss(?:ed)? (?:a|one)(?: single)? (?:day|shift|class|game|practice|workout|meeting|rehearsal)",
    'a single one',
    'none (?:since|in|this|for|so far|at all)',
    '(?:had|seen|counted|felt|got) none',
    'zero (?:since|this|in)',
    'never (?:again|came back|returned|since)',
    "(?:hasn't|has not|haven't|have not|didn't|did not) (?:returned|return|come back|been back|recurred|bothered|visited|struck|hit)",
    '(?:stayed|stays|kept|keeps) away',
    'no (?:sign|signs|trace) of',
    'not any ?more',
    'any ?more(?= (?:[.,!;—–-]|$))',
    'no longer(?! (?:than|sold|available|in stock|ship|shipping|carr\\w+|stock|sells?|makes?|made))',
    'without (?:a|one|so much as a) (?:wince|twinge|flare|hitch|limp|peep|sniffle)',
    'without wincing',
    "(?:can't|cannot|don't) (?:even )?(?:remember|recall) (?:the last|when)",
    '(?:forgot|forgotten|forget) (?:i|he|she|we) (?:had|have|has|ever)',
  ].join('|')})(?= |$)`,
  'u',
)
export const isSpared = (words: string): boolean => spared.test(words)

const seasons =
  'this (?:spring|summer|fall|winter|year|season|january|february|march|april|may|june|july|august|september|october|november|december)'
const somebody = `(?:i|my|we|our|he|his|she|her|they|the|it|you're|mom|mum|dad|\\p{L}+ (?:is|can|has))`
const once =
  '(?:used to|had me|kept me|would|for (?:years|months|decades)|ruled|ruined|ran|owned|stole|robbed|cost me|screamed|dropped|woke|drove|[\\p{L}]+ed)'
const nowHere = new RegExp(
  ` ${once}(?= ).* (?:now|these days|nowadays|today|${seasons}) ,? ?${somebody} (?!.*(?:n't| not | never | no | still | worse))|for the first time (?:in|since)(?!.*(?:n't| not | never | worse))`,
  'u',
)
const hadIt =
  / (?:i|we|he|she|mom|dad|grandma|grandpa|husband|wife|son|daughter) (?:\p{L}+ly )?(?:lived|suffered|struggled|was|were|had|battled|fought|wrestled|lay|limped|spent) (?:\p{L}+ ){0,4}$/u
const nowSomebody = new RegExp(
  ` (?:now|these days|nowadays|today|${seasons}) ,? ?${somebody} (?!.*(?:n't| not | never | no | still | worse | have | has | also | take | takes ))`,
  'u',
)
/** "…; now I do Dallas to Denver", "I lived with it for decades; now I hike": how it was and how it is by now is told, without a denial. */
export const isOtherwiseNow = (before: string, after: string): boolean =>
  nowHere.test(after) || (hadIt.test(before) && nowSomebody.test(after))

const nowThere = new RegExp(
  `^ (?:[“"'] )?(?:and |but )?(?:now|these days|nowadays|today|this (?:morning|week|weekend|spring|summer|fall|winter|year|season|month)|yesterday|last (?:week|weekend|night|month|sunday|saturday)|by (?:week|month|day|the) \\w+|\\w+ (?:weeks|months|bottles|jars|boxes) (?:later|in|on)) ,? ?${somebody} (?!.*(?:n't| not | never | no | still | worse| took | cancel))`,
  'u',
)
/** The same in a sentence of its own. */
export const isOtherwiseThere = (words: string): boolean => nowThere.test(words)

const none = / (?:no|zero|without a single|not a single|not one)(?: more)?(?: \p{L}+)? $/u
const since = new RegExp(
  ` (?:since|${seasons}|all (?:spring|summer|fall|winter|year|season)|for the first time|in (?:two|three|four|five|six|\\d+) (?:weeks|months|years|winters)) `,
  'u',
)
/** "no seasonal depression this January", "zero yeast infections this year": there is none where it used to be. */
export const isAbsent = (before: string, after: string): boolean => none.test(before) && since.test(after)

const hedges =
  / (?:usually|often|most|mostly|many|can|may|might|could|should|would|will|typically|generally|commonly|sometimes|normally|tend|tends|if|until|when|once|before|not|never|hopefully|supposedly) /
/** It is told as what is so at large, or may be. */
export const isHedged = (words: string): boolean => hedges.test(words)
