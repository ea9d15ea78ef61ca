/** What is sold, named by a pronoun only, taken against a trouble. Matched in lines of words with a blank between two and at either end. */

const it = '(?:it|this|these|them|yours)'
const kin = `(?:my|our|his|her|the) (?:[\\p{L}']+ ?'?s? )?(?:own )?`
const given = new RegExp(
  ` (?:started|start|starting|bought|got|ordered|order|try|tried|trying|gave|use|used|using|take|takes|took|taking|began|reordered|picked|keep) ${it}(?: up)?(?: (?:again|daily|purely|mainly|mostly|just|originally|last \\p{L}+|in \\p{L}+))? (?:for|to fight|to help with|against|because of) (?:${kin})?(?:[\\p{L}]+ ){0,2}$`,
  'u',
)
const giver = / (?:i|we|he|she|my|mom|mum|dad|husband|wife|^|[“"])(?: |$)|^ (?:bought|got|ordered|started|gave) /
const otherwise =
  / (?:not|n't|never|nobody|nothing|didn't|doesn't|can't|won't|hasn't|haven't|returned|refund|stopped|quit|disappointed|joke|class|course|podcast|blog|newsletter) /

/** "We started it for my mother's bedsores", "Bought it for my mom's shingles". */
export const isGivenFor = (before: string, after: string): boolean =>
  given.test(before) && giver.test(before) && !otherwise.test(before + after)

const count = '(?:one|two|three|four|five|six|half|a few|a couple)'
const takes = new RegExp(
  ` (?:i|we|he|she|they) (?:just |always |now |only )?(?:take|takes|took|pop|pops|popped|chew|chews|chewed|swallow|swallows|swallowed|down|downs|downed|sip|sips|had|have|has) ${count} (?:of (?:these|them|this|the \\p{L}+)|first|beforehand|before)(?= )`,
  'u',
)
const frees =
  / (?:this|these|it) (?:stuff )?(?:got|gets|get|pulled|pulls|dragged|brought|lifted|kept|keeps|keep|talked|snapped|helped|dug|bailed) (?:me|him|her|us|my (?:mom|mum|dad|husband|wife|son|daughter|sister|brother)) (?:right |finally |safely )?(?:out|through|over|past|off|away from|back from|clear of)(?: of)? (?:my |the |a |this |that |another |his |her )?(?:[\p{L}]+ ){0,2}$/u
const firstThing = / (?:this|it) (?:is|was|'s) the (?:first|only) (?:thing|one|product|stuff|bottle|tea|pill|brand) (?:that|which|to) /

/** "… if she takes two of the enzymes first", "this got me out of the PMDD hole", "this is the only thing that lets me sleep". */
export const isTakenAsPronoun = (before: string, after: string): boolean =>
  !otherwise.test(before + after) && (takes.test(before + after) || frees.test(before) || firstThing.test(after))
