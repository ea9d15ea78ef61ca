import type { Word } from './tokens.js'
import type { Hit } from './vocabulary.js'

/** Types whose words are used of things as well: "a symptom of a worn gasket", "inventory headaches". */
const borrowed = new Set(['disease', 'symptom', 'abnormal-state', 'pathogen'])
/** Of these only what lies on a thing: "stress on the database". */
const laid = 'natural-state'
const places = new Set(['in', 'on', 'of', 'with', 'at', 'across', 'around'])
/** Words between a preposition and the thing: "hiccups in our new checkout page". */
const farthest = 4

/**
 * Drops the names of diseases and their signs that are said of things, not of bodies: where the thing stands before them ("inventory
 * headaches"), where it is their place ("the depression in the lid"), and where a sign is a sign of something else ("a symptom of honey on the threads").
 */
export function withoutFigures(words: readonly Word[], hits: readonly Hit[]): readonly Hit[] {
  const idioms = hits.filter((hit) => hit.concept === 'lexical.idiom')
  if (idioms.length === 0 && !hits.some((hit) => borrowed.has(hit.row.type) || hit.row.type === laid)) return hits
  return hits.filter(
    (hit) =>
      idioms.includes(hit) ||
      !(
        idioms.some((idiom) => idiom.first <= hit.first && hit.last <= idiom.last) ||
        (borrowed.has(hit.row.type) && isFigure(words, hits, hit)) ||
        (hit.row.type === laid && words[hit.last + 1]?.surface === 'on' && isFigure(words, hits, hit))
      ),
  )
}

function isFigure(words: readonly Word[], hits: readonly Hit[], { first, last, row }: Hit): boolean {
  const has = (at: number, wanted: string) => hits.some((hit) => hit.concept === wanted && hit.first <= at && at <= hit.last)
  // "removes wax, dirt and germs", "killing bacteria in the barrel"
  if (row.type === 'pathogen' && hits.some((hit) => hit.concept === 'lexical.pantry') && !hits.some(isOfBody)) return true
  if (has(first - 1, 'lexical.thing') || has(first - 1, 'lexical.thing-kind')) return !isPossessive(words[first - 1])
  // "during the Depression": a name of an age
  if (words[first]!.surface === 'depression' && words[first - 1]?.surface === 'the' && words[first]!.capital && !isTitle(words)) return true
  // "the migraine-blue bottle": a shade
  if (words[last + 1]?.glued && shades.has(words[last + 1]!.surface)) return true
  // "Gout de Provence"
  if (words[last]!.surface === 'gout' && ['de', 'du', 'des', "d'ici"].includes(words[last + 1]?.surface ?? '')) return true
  if (row.type === 'disease' && isOfFirm(words, first, last)) return true
  // "Shingles and gutters"
  if (words[last]!.surface === 'shingles' && words.some(({ surface }) => ofRoof.has(surface))) return true
  // "rash decisions"
  if (words[last]!.surface === 'rash' && ofHaste.has(words[last + 1]?.lemma ?? '')) return true
  // "propolis from hives in Vermont": where bees live
  if (words[first]!.surface === 'hives' && isOfBees(words, first)) return true
  if (isOfService(words, hits, first, last) || isOfChore(words, first, last)) return true
  // "Checkout giving you a headache?", "the headache of loose capsules": a bother
  if (bothers.has(words[last]!.lemma) && (isGivenByThing(words, first, has) || isOfWares(words, hits, last))) return true
  // "a headache to brew"
  if (/^(?:headache|pain|nightmare)$/.test(words[last]!.surface) && words[last + 1]?.surface === 'to' && words[first - 1]?.surface === 'a')
    return true
  if (words[first]!.surface === 'depression' && (isHollow(words, first) || isDent(words, first))) return true
  // "the depression in the tablet"
  const agent = (at: number) => hits.some((hit) => hit.row.type === 'agent' && hit.first === at)
  if (words[first]!.surface === 'depression' && words[last + 1]?.surface === 'in' && (agent(last + 2) || agent(last + 3))) return true
  if (!places.has(words[last + 1]?.surface ?? '')) return false
  for (let i = last + 2; i <= last + 1 + farthest && words[i]; i++) {
    if (hits.some((hit) => hit.first <= i && i <= hit.last && isOfBody(hit))) return false
    if (has(i, 'lexical.thing')) return true
    // "the growth of bacteria in lotion"
    if (row.type === 'pathogen' && hits.some((hit) => hit.row.type === 'agent' && hit.first <= i && i <= hit.last)) return true
    if (words[i]!.pos === 'symbol') break
  }
  return isSignOfNothing(words, hits, last)
}

/** "Croup & Sons", "Mumps Bros.": a family that trades under its name. */
function isOfFirm(words: readonly Word[], first: number, last: number): boolean {
  const [name, next] = [words[first]!, words[last + 1]]
  if (first !== last || !name.capital || !next) return false
  if (next.capital && ofFirm.has(next.surface)) return true
  const kin = words[last + 2]
  return (next.surface === '&' || next.surface === 'and') && kin?.capital === true && (firmly.has(kin.surface) || ofFirm.has(kin.surface))
}
const firmly = new Set(['sons', 'son', 'daughters', 'daughter', 'co', 'company', 'partners', 'sisters', 'brothers'])
const ofFirm = new Set(['bros', 'ltd', 'inc', 'llc', 'plc', 'gmbh'])

const shades = new Set('blue red green yellow pink purple white black grey gray orange brown colored coloured themed hued'.split(' '))
const ofRoof = new Set(
  'roof roofs roofing roofer roofers gutter gutters siding rafters cedar asphalt slate barn eaves shed attic'.split(' '),
)
const ofHaste = new Set('decision move choice buy purchase promise order act vow'.split(' '))

/** "giving you a headache" behind a thing or a service */
function isGivenByThing(words: readonly Word[], first: number, has: (at: number, wanted: string) => boolean): boolean {
  const article = words[first - 1]?.surface === 'a' ? first - 1 : first
  if (!givers.has(words[article - 2]?.lemma ?? '') || !givenTo.has(words[article - 1]?.surface ?? '')) return false
  return [1, 2, 3, 4].some((step) => has(article - 2 - step, 'lexical.thing') || has(article - 2 - step, 'lexical.service'))
}
const givers = new Set(['give', 'cause', 'spare', 'save'])
const givenTo = new Set(['you', 'me', 'us', 'him', 'her', 'them', 'anyone', 'everyone'])
/** "the headache of loose capsules" */
const isOfWares = (words: readonly Word[], hits: readonly Hit[], last: number): boolean =>
  words[last + 1]?.surface === 'of' &&
  hits.some((hit) => hit.concept.startsWith('product.') && hit.first >= last + 2 && hit.first <= last + 1 + farthest)

/** "Returns with us are always": the subject before a form of "be" or a verb like it. */
function isSaidOfService(words: readonly Word[], hits: readonly Hit[], first: number): boolean {
  let verb = first - 1
  while (verb > first - 4 && adverbial.test(words[verb]?.surface ?? '')) verb--
  if (!copulas.has(words[verb]?.surface ?? '')) return false
  return hits.some(
    ({ concept, last }) => (concept === 'lexical.service' || concept === 'lexical.thing') && last < verb && last >= verb - farthest,
  )
}
const adverbial = /^(?:also|always|completely|entirely|totally|100|%|now|as|\p{L}+ly|both|be|been|,|fast|quick|easy|simple|free|and)$/u
const copulas = new Set([
  'is',
  'are',
  'was',
  'were',
  "'s",
  "'re",
  'be',
  'stays',
  'stay',
  'remains',
  'remain',
  'feels',
  'made',
  'makes',
  'make',
])

const ofBees = /^(?:bees?|beekeepers?|beekeeping|honey|propolis|pollen|beeswax|apiary|nectar|comb|swarms?)$/
const homeward = new Set([
  'from',
  'the',
  'in',
  'inside',
  'into',
  'by',
  'at',
  'our',
  'own',
  'its',
  'their',
  'these',
  'local',
  'wooden',
  'wild',
])

const isOfBees = (words: readonly Word[], first: number): boolean =>
  homeward.has(words[first - 1]?.surface ?? '') &&
  !/^(?:relief|relieves?|suffer(?:ing|s)?|free|freedom|protects?|protection|break)$/.test(words[first - 2]?.surface ?? '') &&
  words.some(({ surface }) => ofBees.test(surface))

/**
 * "pain-free returns", "a headache-free checkout", "our billing is headache-free", "the pain out of choosing": what a shop does for its buyers is
 * what is free of it.
 */
function isOfService(words: readonly Word[], hits: readonly Hit[], first: number, last: number): boolean {
  const next = words[last + 1]?.surface
  if (next === 'free' && isSaidOfService(words, hits, first)) return true
  const from = next === 'free' ? last + 2 : next === 'out' && words[last + 2]?.surface === 'of' ? last + 3 : undefined
  if (from === undefined) return false
  return hits.some(
    ({ concept, first }) => (concept === 'lexical.service' || concept === 'lexical.thing') && from <= first && first <= from + 1,
  )
}

/** "scooping pains", "login headaches": the trouble of a chore, in the plural; "shooting pains" are the body's. */
const isOfChore = (words: readonly Word[], first: number, last: number): boolean => {
  const before = words[first - 1]?.surface ?? ''
  return (
    first === last && /^(?:pains|headaches|fevers)$/.test(words[first]!.surface) && /^\p{L}{3,}ing$/u.test(before) && !ofPain.has(before)
  )
}
const ofPain = new Set(
  `shooting stabbing throbbing burning aching nagging lingering recurring crippling debilitating searing piercing pounding grinding gnawing cramping
   splitting blinding blistering crushing tingling stinging radiating excruciating labouring teething growing wandering persisting morning evening
   running driving tearing wrenching dragging squeezing pulsating hammering ongoing returning moving existing causing relieving easing ending
   stopping having feeling getting preventing fighting reducing treating soothing suffering triggering bringing killing managing avoiding masking
   dulling healing lessening increasing producing worsening giving making alleviating erasing eliminating taming calming targeting tackling
   combating battling banishing numbing`.split(/\s+/),
)

/** "lies in a depression between two ridges", "a shallow depression", "the tropical depression": a low place of land, weather or trade. */
const isHollow = (words: readonly Word[], at: number): boolean =>
  hollow.has(words[at - 1]?.surface ?? '') ||
  ['between', 'among', 'where'].includes(words[at + 1]?.surface ?? '') ||
  words.slice(Math.max(0, at - 4), at - 1).some(({ surface }, i, all) => lying.test(all[i - 1]?.surface ?? '') && surface === 'in')
/** "Depression in the center of the tablet", "a thumb depression": a place on a thing. */
const isDent = (words: readonly Word[], at: number): boolean =>
  ['thumb', 'finger', 'spoon'].includes(words[at - 1]?.surface ?? '') ||
  (['in', 'on', 'at'].includes(words[at + 1]?.surface ?? '') && [2, 3].some((step) => spots.has(words[at + step]?.surface ?? '')))
const spots = new Set('center centre middle top bottom surface lid side face edge base cap'.split(' '))
const hollow = new Set(
  'shallow natural glacial tropical circular round oval rocky sandy grassy marshy wooded saucer-shaped bowl-shaped economic'.split(' '),
)
const lying = /^(?:lies?|lay|sits?|sat|nestles?|nestled|grows?|grew|stands?|stood|set|pools?|collects?|gathers?)$/

const isPossessive = (word: Word | undefined): boolean => word?.surface === "'s"

const isOfBody = ({ row }: Hit): boolean => ['body-part', 'function', 'population', 'disease'].includes(row.type)

/** Words of illness that count or measure what follows: "a rash of typos". */
const crowds = new Set(['rash', 'plague', 'epidemic', 'outbreak', 'fever'])

const bothers = new Set(['pain', 'headache', 'nightmare', 'agony', 'misery', 'stress', 'hassle'])
const chores = new Set(
  `choosing ordering reordering waiting shopping searching switching packing moving returning counting measuring mixing scooping cooking planning deciding
   guessing comparing paying storing shipping sorting scrolling driving parking queueing queuing`.split(/\s+/),
)

/** "a symptom of honey on the threads": no disease follows, but what is sold. */
function isSignOfNothing(words: readonly Word[], hits: readonly Hit[], last: number): boolean {
  if (words[last + 1]?.surface !== 'of') return false
  const behind = hits.filter((hit) => hit.first > last && hit.first <= last + 1 + farthest)
  if (crowds.has(words[last]!.surface)) return !behind.some((hit) => borrowed.has(hit.row.type) || isOfBody(hit))
  // "the pain of choosing"
  if (bothers.has(words[last]!.surface)) return chores.has(words[last + 2]?.surface ?? '')
  // "the swelling of the chia seeds"
  if (!/^(?:symptoms?|swelling)$/.test(words[last]!.surface)) return false
  return behind.some((hit) => hit.row.type === 'agent') && !behind.some((hit) => borrowed.has(hit.row.type) || isOfBody(hit))
}

/** Every longer word is written large. */
const isTitle = (words: readonly Word[]): boolean => words.filter(({ raw }) => raw.length > 3).every(({ capital }) => capital)
