import type { TargetGroup } from './groups.js'
import type { Reading } from './reading.js'
import type { CueHit } from './settings.js'
import { isSign } from './sold.js'
import { set } from './words.js'

/**
 * Whether a negation near a trouble parts it from what is sold: docs/effect-frames.md, section 6. One that is said of the trouble itself, of
 * those who have it, or of something else that the sentence does without, leaves the two together.
 */
export function denies(reading: Reading, group: TargetGroup, cue: CueHit): boolean {
  if (reading.surface(cue.first) === 'without') return isWithout(reading, group, cue)
  return !(
    isIdle(reading, cue) ||
    isEllipsis(reading, group, cue) ||
    isFreedom(reading, group, cue) ||
    isOfTrouble(reading, group, cue) ||
    isOfPatient(reading, group, cue) ||
    isInRelative(reading, group, cue) ||
    isContrast(reading, group, cue) ||
    isOfSufferers(reading, group, cue)
  )
}

/** "Shaking hands are no fun", "gout is no match for our cherries": the trouble is bad, or beaten. */
const isIdle = (reading: Reading, cue: CueHit): boolean =>
  (reading.surface(cue.first) === 'no' && idle.has(reading.surface(cue.last + 1))) ||
  // "Raynaud's or no Raynaud's"
  reading.surface(cue.first - 1) === 'or' ||
  // "shrank to nothing"
  (reading.surface(cue.first) === 'nothing' && reading.surface(cue.first - 1) === 'to') ||
  // "I have not missed a dose", "we are never without our tea", "has never failed a customer with gout"
  ['miss', 'skip', 'forget', 'regret', 'run', 'fail', 'disappoint'].includes(reading.lemma(cue.last + 1)) ||
  (reading.surface(cue.first) === 'never' && ['without', 'travel', 'leave'].includes(reading.surface(cue.last + 1)))
const idle = set('fun joke picnic party match laughing way pleasure treat stranger surprise secret wonder walk contest')

/** "Creams failed, the oil did not: the fungus is gone": it denies the failure told before. */
function isEllipsis(reading: Reading, group: TargetGroup, cue: CueHit): boolean {
  if (group.first < cue.last || !['stop', 'comma'].includes(reading.tag(cue.last + 1))) return false
  return reading.words.some(({ lemma }, i) => i < cue.first && failing.has(lemma))
}
const failing = set('fail disappoint quit stop fizzle backfire')

/** "Fills cavities without the drill", "Without our feverfew my neuralgia …": "without" denies the noun behind it, and not what is sold. */
function isWithout(reading: Reading, group: TargetGroup, cue: CueHit): boolean {
  if (group.last < cue.first) return reading.tag(cue.last + 1) === 'ving'
  for (let i = cue.last + 1; i < group.first; i++)
    if (['comma', 'stop', 'verb'].includes(reading.tag(i)) || signAt(reading, i)) return false
  return true
}

/**
 * "When the black dog will not leave", "the fever never arrives", "ear infections do not have to be a ritual": that the trouble stays, comes or must be
 * is denied of the trouble, which is the subject, and nothing that is sold follows in the clause.
 */
function isOfTrouble(reading: Reading, group: TargetGroup, cue: CueHit): boolean {
  let left = reading.before(cue.first)
  if (reading.tag(left) === 'aux') left = reading.before(left)
  if (left > group.last || left < group.first - 1) return false
  let verb = cue.last + 1
  while (reading.tag(verb) === 'adv' || (reading.tag(verb) === 'aux' && reading.surface(verb) !== 'have')) verb++
  // "the gout has not been back"
  if (reading.surface(cue.last + 1) === 'been' && ['back', 'seen', 'heard', 'around', 'near'].includes(reading.surface(cue.last + 2)))
    return true
  const lemma = reading.lemma(verb)
  // "The gallstones won't clear themselves, but our salts do the job"
  if (
    ['itself', 'themselves'].includes(reading.surface(verb + 1)) ||
    (['by', 'on'].includes(reading.surface(verb + 1)) && ['itself', 'themselves', 'its', 'their'].includes(reading.surface(verb + 2)))
  )
    return true
  // "Fungal nails do not survive our oregano", "gout will not like our cherries": the trouble suffers
  if (succumbing.has(lemma) && holdsSign(reading, verb, clauseStop(reading, verb))) return true
  if (['have', 'need'].includes(lemma) && reading.surface(verb + 1) === 'to') return true
  if (lemma === 'know' && ['what', 'where', 'how'].includes(reading.surface(verb + 1))) return true
  if (staying.has(lemma)) return !['det', 'word', 'pron'].includes(reading.tag(verb + 1))
  // "Osteoporosis does not read calendars"
  if (careless.has(lemma)) return !holdsSign(reading, verb, clauseStop(reading, verb))
  return coming.has(lemma) && !holdsSign(reading, verb, clauseStop(reading, verb))
}
/** "Pancreatitis left me unable to eat, and our enzymes …": what a person cannot do is what the trouble did, where the clause names nothing sold. */
function isOfPatient(reading: Reading, group: TargetGroup, cue: CueHit): boolean {
  if (cue.first < group.last || cue.cue !== 'negated.not' || !unable.has(reading.surface(cue.first))) return false
  const subject = reading.surface(reading.before(cue.first))
  if (!people.has(subject)) return false
  const opens = clauseOpen(reading, cue.first)
  return opens <= group.first && !holdsSign(reading, opens, clauseStop(reading, cue.last))
}
const unable = set("unable can't cannot couldn't not")
const people = set('me him her us them i he she they you could can')

const careless = set(
  'read care wait ask knock check play fight listen mind respect discriminate negotiate bargain joke sleep take announce choose send',
)
const succumbing = set('survive stand like love enjoy tolerate bear appreciate outlast withstand resist escape trust outlive endure cope')
const staying = set(
  'leave quit go stop heal budge lift end settle rest sleep close fade pass die ease shift clear let subside abate relent',
)
const coming = set(
  'come arrive return strike start begin appear happen develop show flare visit recur reappear spread last catch land stand get win',
)

/** "the back that won't quit complaining", "sweats nobody can explain": a relative clause behind the trouble that names nothing sold. */
function isInRelative(reading: Reading, group: TargetGroup, cue: CueHit): boolean {
  if (cue.first <= group.last) return false
  const contact = cue.first === group.last + 1 && ['nobody', 'no'].includes(reading.surface(cue.first))
  let opens = contact ? cue.first : -1
  for (let i = group.last + 1; i < cue.first && opens < 0; i++) {
    if (reading.tag(i) === 'stop') return false
    if (reading.tag(i) === 'rel') opens = i
  }
  return opens >= 0 && !holdsSign(reading, opens, clauseStop(reading, cue.last))
}

/** "with herbs, not injections": it denies the noun behind it alone; "needs a doctor, not a lozenge" denies what is sold. */
function isContrast(reading: Reading, group: TargetGroup, cue: CueHit): boolean {
  if (cue.first < group.last) return false
  // "at home instead of in the ER": another place or way
  if (reading.surface(cue.first) === 'instead') return !holdsSign(reading, cue.last + 1, Math.min(cue.last + 4, reading.words.length))
  // "Gallstones out, no knife"
  if (reading.surface(cue.first) === 'no') return reading.tag(cue.first - 1) === 'comma' && ofCare.has(reading.surface(cue.last + 1))
  if (reading.surface(cue.first) !== 'not') return false
  const before = reading.tag(cue.first - 1)
  for (let i = cue.last + 1; i < clauseStop(reading, cue.last + 1); i++)
    if (reading.hitsAt(i).some((hit) => hit.row.type === 'agent')) return false
  return (
    (before === 'comma' || before === 'stop' || before === 'conj') && ['word', 'det', 'prep', 'ving'].includes(reading.tag(cue.last + 1))
  )
}

const ofCare = set(
  'knife knives needle needles surgery surgeon scalpel pill pills drug drugs doctor doctors chemo prescription prescriptions injection injections steroids',
)

/** "No woman who has taken it had another infection", "Nobody on our turmeric complains of arthritis": who takes it is without the trouble. */
function isOfSufferers(reading: Reading, group: TargetGroup, cue: CueHit): boolean {
  const ofNobody = cue.cue === 'negated.subject' || (reading.surface(cue.first) === 'not' && reading.surface(cue.last + 1) === 'one')
  if (!ofNobody || cue.first > group.first) return false
  // "Nobody needs to go blind from macular degeneration with lutein around"
  if (
    ['need', 'have'].includes(reading.lemma(cue.last + 1)) &&
    reading.surface(cue.last + 2) === 'to' &&
    holdsSign(reading, group.last + 1, reading.words.length)
  )
    return true
  if (!holdsSign(reading, cue.last + 1, group.first)) return isKeptFrom(reading, group, cue)
  for (let i = group.first - 1; i > cue.last; i--) {
    if (reading.tag(i) === 'stop' || signAt(reading, i)) return false
    if (suffering.has(reading.lemma(i))) return true
    if (reading.isVerbal(i)) return false
  }
  return false
}
/**
 * "It means no osteoporosis for you", "wake up with no hangover", "I had no gout flare, thanks to the cherries", "nettle: no sneezing": who takes
 * it has none of the trouble. What people in a study, a recipe or a guarantee have none of is no promise.
 */
function isFreedom(reading: Reading, group: TargetGroup, cue: CueHit): boolean {
  if (reading.surface(cue.first) !== 'no' || cue.last !== cue.first || cue.first < group.first - 2 || cue.first === 0) return false
  if (group.target.type === 'pathogen' || group.target.type === 'marker') return false
  const before = reading.before(cue.first)
  // "no sneezing, no itch": the first one decides
  if (cue.first > group.last) return reading.surface(group.first - 1) === 'no' && ['comma', 'conj'].includes(reading.tag(before))
  if (before < 0) return false
  // "One capsule after sex, and no UTI in the morning"
  if (
    reading.tag(before) === 'conj' &&
    holdsSign(reading, 0, before) &&
    !reading.tags.slice(0, before).some((tag) => tag === 'verb' || tag === 'aux')
  )
    return true
  if (reading.tag(before) === 'stop' || reading.tag(before) === 'comma')
    return /^[:,–—-]$/.test(reading.words[before]!.raw) && before > 0 && before < farthestLabel && holdsSign(reading, 0, before)
  const lemma = reading.lemma(before)
  if (lemma === 'mean' || lemma === 'equal' || lemma === 'spell') return true
  let i = reading.surface(before) === 'with' ? before - 1 : before
  while (reading.tag(i) === 'adv' || ['up', 'out', 'home', 'through'].includes(reading.surface(i))) i--
  if (i === before ? !having.has(reading.lemma(i)) : !ending.has(reading.lemma(i))) return false
  for (let k = i - 1; k >= 0 && reading.tag(k) !== 'stop'; k--) {
    if (selves.has(reading.surface(k))) return true
    if (reading.tag(k) === 'word' && reading.tag(k + 1) === 'verb') return false
  }
  return i !== before
}
const farthestLabel = 6
const having = set('have has had get got feel felt suffer see saw')
const ending = set('wake get stay go come end walk finish sleep eat breathe live travel fly')
const selves = set('i we you he she me my our your his her mom mum dad everyone everybody')

/** "Nobody in our house has had a cold since the propolis arrived": no disease, with what is sold behind it. */
function isKeptFrom(reading: Reading, group: TargetGroup, cue: CueHit): boolean {
  if (group.target.type !== 'disease' && group.target.type !== 'pathogen') return false
  const has = reading.words.some(({ lemma }, i) => cue.last < i && i < group.first && falling.has(lemma))
  const link = reading.words.findIndex(({ surface }, i) => i > group.last && keeping.has(surface))
  return has && link > 0 && holdsSign(reading, link, reading.words.length)
}
const falling = set('have has had get got catch caught suffer develop')
const keeping = set('since on with thanks after while once')
const suffering = set('have has had get catch suffer develop complain report miss experience see endure')

const signAt = (reading: Reading, i: number): boolean => reading.hitsAt(i).some((hit) => isSign(reading, hit))

function holdsSign(reading: Reading, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (signAt(reading, i)) return true
  return false
}

/** Behind the comma or stop before it. */
function clauseOpen(reading: Reading, from: number): number {
  let i = from
  while (i > 0 && !['comma', 'stop'].includes(reading.tag(i - 1))) i--
  return i
}

/** The next comma or stop: short of what another clause says. */
function clauseStop(reading: Reading, from: number): number {
  let i = from
  while (i < reading.words.length && !['comma', 'stop'].includes(reading.tag(i))) i++
  return i
}
