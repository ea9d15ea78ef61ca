import type { Qualifier } from '../../core/sentence.js'
import type { TextSpan } from '../../core/span.js'
import type { TargetGroup } from './groups.js'
import type { Reading } from './reading.js'
import type { Hit } from './vocabulary.js'
import { beForms } from './words.js'

const premodifiers = new Set(['word', 'adv', 'num', 'det', 'ved', 'ving', 'clitic', 'conj'])

/** The qualifiers of a phrase: right before it, inside it, or after it up to the end of the object. */
export function qualifiersOf(
  reading: Reading,
  group: TargetGroup,
  from: number,
  to: number,
): { readonly list: readonly Qualifier[]; readonly last: number } {
  const list: Qualifier[] = []
  let last = group.last
  let first = group.first
  while (first > from && premodifiers.has(reading.tag(first - 1)) && !endsTarget(reading, group, first - 1)) first--
  // "an occasional bout of constipation", "the occasional night of heartburn"
  if (first - 2 > from && reading.surface(first - 1) === 'of' && spells.has(reading.surface(first - 2))) {
    first -= 2
    while (first > from && premodifiers.has(reading.tag(first - 1)) && !endsTarget(reading, group, first - 1)) first--
  }
  const seen = new Set<Hit>()
  for (let i = first; i < reading.words.length; i++) {
    if (i > group.last) {
      const tag = reading.tag(i)
      if (tag === 'stop' || tag === 'sub') {
        // "cramps so severe that …"
        if (![i, i + 1].some((k) => reading.hitsAt(k).some((hit) => hit.row.type === 'qualifier'))) break
      }
      if (i >= to + 12) break
    }
    for (const hit of reading.hitsAt(i)) {
      if (hit.row.type !== 'qualifier' || seen.has(hit)) continue
      // "mild cognitive impairment" is the name of a disease, not a mild one
      const inName = group.hit.first <= hit.first && hit.last <= group.hit.last
      if (inName && group.hit.row.type !== 'natural-state' && hit.concept !== 'qualifier.severe') continue
      seen.add(hit)
      // an adjective before a later target is that target's
      if (hit.first > group.last && hit.last === hit.first && reading.targetAt(hit.last + 1)) continue
      const natural = hit.concept === 'qualifier.menopause' && ofMenopause.has(group.hit.concept)
      list.push({ concept: natural ? 'qualifier.cycle' : hit.concept, at: hit.at })
      if (hit.last > last) last = hit.last
    }
  }
  const cause = list.some(({ concept }) => concept.startsWith('qualifier.after-')) ? undefined : harmlessCause(reading, group)
  if (cause) list.push(cause)
  const lasting = lastingClause(reading, group)
  if (lasting) list.push({ concept: 'qualifier.lasting', at: lasting })
  const range = normalRange(reading, group)
  if (range && !list.some(({ concept }) => concept === 'qualifier.normal-range'))
    list.push({ concept: 'qualifier.normal-range', at: range })
  for (const hit of reading.hits) {
    if (sentenceWide.has(hit.concept) && !seen.has(hit)) list.push({ concept: hit.concept, at: hit.at })
  }
  const therapy = ofTherapy(reading)
  if (therapy && !list.some(({ concept }) => concept === 'qualifier.of-therapy'))
    list.push({ concept: 'qualifier.of-therapy', at: therapy })
  return { list, last }
}

const spells = new Set(
  'bout bouts bit spell spells touch night nights case cases episode episodes day days round rounds twinge moment moments stretch week'.split(
    ' ',
  ),
)

/** Another target, whose adjectives are its own; "mild monthly cramps and mood swings" shares those of a natural state. */
const endsTarget = (reading: Reading, { target, first }: TargetGroup, i: number): boolean => {
  const other = reading.targetAt(i)
  return other !== undefined && !(target.type === 'symptom' && other.row.type === 'natural-state' && other.last >= first - 3)
}

/** What comes with menopause as with a cycle. */
const ofMenopause = new Set(['symptom.sweating', 'symptom.mood', 'symptom.swelling', 'symptom.edema', 'symptom.menstrual'])

const therapies = /^(?:antibiotics?|chemo(?:therapy)?|radiation|radiotherapy|statins?|infusions?|steroids?)$/

/** "while you are on antibiotics", "chemo had wiped out her appetite", "after the last infusion": what a therapy does to the body. */
function ofTherapy(reading: Reading): TextSpan | undefined {
  for (let i = 0; i < reading.words.length; i++) {
    if (!therapies.test(reading.surface(i))) continue
    for (let k = i - 1; k >= Math.max(0, i - 4); k--) if (beside.has(reading.surface(k))) return reading.span(k, i)
    if (['had', 'has', 'left', 'wiped', 'took', 'stripped', 'robbed', 'upset', 'leave', 'leaves', 'can'].includes(reading.surface(i + 1)))
      return reading.span(i, i + 1)
  }
  return undefined
}
const beside = new Set(['on', 'during', 'after', 'from', 'through', 'following', 'between'])

/** Qualifiers that hold for the whole sentence: "During flu season, …", "… while you are on antibiotics". */
const sentenceWide = new Set(['qualifier.flu-season', 'qualifier.of-therapy'])

const afterwards = new Set(['after', 'following', 'post'])
/** Cramps and sore muscles come while one runs; other pains that do are none of exercise. */
const ofMuscle =
  /^(?:muscles?|muscular|quads?|calf|calves|hamstrings?|cramps?|soreness|thighs?|glutes?|legs?|arms?|shoulders|biceps|triceps|lats|delts|abs|forearms|shins)$/
const meanwhile = new Set(['at', 'on', 'during', 'in', 'mid'])
const responses = new Set(['response', 'responses', 'reaction', 'adaptation'])
const earned = new Set(['earned', 'got', 'gained'])

/** "after a long run", "earned in training", "after a heavy dinner": exercise and a meal are harmless causes, whatever their adjectives. */
function harmlessCause(reading: Reading, group: TargetGroup): Qualifier | undefined {
  const muscular =
    group.hit.concept === 'symptom.muscle-cramps' ||
    ofMuscle.test(reading.surface(group.first)) ||
    ofMuscle.test(reading.surface(group.last)) ||
    isMuscleSore(reading, group)
  for (let i = group.last + 1; i < Math.min(reading.words.length, group.last + 8); i++) {
    const s = reading.surface(i)
    const from = s === 'from' || (muscular && meanwhile.has(s)) || coming.has(`${reading.lemma(i - 1)} ${reading.lemma(i)}`)
    // "after every dinner": what comes back with each meal is no occasional trouble
    if (recurring.has(reading.surface(i + 1)) && group.target.type === 'symptom') continue
    // "a healthy inflammatory response to exercise"
    const answers = s === 'to' && responses.has(reading.surface(i - 1))
    if (!from && !answers && !afterwards.has(s) && !(reading.surface(i + 1) === 'in' && earned.has(s))) continue
    for (let k = i + 1; k < i + 6; k++) {
      const hit = reading.hitsAt(k).find(({ concept }) => concept === 'lexical.exertion' || (concept === 'lexical.meal' && !from))
      if (hit)
        return {
          concept: hit.concept === 'lexical.meal' ? 'qualifier.after-meals' : 'qualifier.after-exercise',
          at: reading.span(i, hit.last),
        }
      if (['stop', 'verb', 'sub', 'comma'].includes(reading.tag(k))) break
    }
  }
  return muscular ? openingExercise(reading, group) : undefined
}

/** "After the marathon, curcumin eases the soreness in your thighs": the sentence opens with the exercise. */
function openingExercise(reading: Reading, group: TargetGroup): Qualifier | undefined {
  if (!afterwards.has(reading.surface(0)) && !exerted.has(reading.surface(reading.surface(0) === 'i' ? 1 : 0))) return undefined
  for (let k = 1; k < Math.min(7, group.first) && reading.tag(k) !== 'comma'; k++) {
    const hit = reading.hitsAt(k).find(({ concept }) => concept === 'lexical.exertion')
    if (hit) return { concept: 'qualifier.after-exercise', at: reading.span(0, hit.last) }
  }
  return undefined
}

/** "Ran the marathon on Sunday, and my quads weren't sore": or with what one did. */
const exerted = new Set('ran raced finished lifted rode hiked biked cycled swam rowed climbed skied played danced did completed'.split(' '))

/** "my quads were not sore": the muscle stands before the verb. */
const isMuscleSore = (reading: Reading, { first }: TargetGroup): boolean =>
  /^(?:sore|achy|stiff|tight)$/.test(reading.surface(first)) && [2, 3].some((step) => ofMuscle.test(reading.surface(first - step)))

/** "the soreness that comes with hard training", "that follows a long run". */
const coming = new Set([
  'come with',
  'go with',
  'arrive with',
  'start with',
  'begin with',
  'bring by',
  'cause by',
  'leave by',
  'that follow',
  'which follow',
  'that come',
])

const recurring = new Set(['every', 'each', 'most', 'all'])

const spans = /^(?:months?|weeks?|years?|decades?|ages|seasons?|winters?|summers?)$/
const staying = new Set('linger persist nag plague recur return refuse haunt hound remain stay'.split(' '))
/** "hasn't budged", "never lets up", "won't go away": what a trouble that stays does not do. */
const leaving = new Set('budge lift quit leave fade go let ease stop end clear pass shift improve heal move subside'.split(' '))
const unending = new Set("never not won't hasn't haven't doesn't don't didn't cannot can't wouldn't hadn't n't".split(' '))

/** "a mood that hasn't budged for months", "headaches that keep coming back": a relative clause that says that the trouble stays. */
function lastingClause(reading: Reading, { last }: TargetGroup): TextSpan | undefined {
  const first = reading.tag(last + 1) === 'comma' ? last + 2 : last + 1
  // "the worry you have carried for years"
  const owned =
    ["you've", 'you', 'has', 'have'].includes(reading.surface(first)) && /^(?:have|'ve|had|been|carried)$/.test(reading.surface(first + 1))
  if (reading.tag(first) !== 'rel' && !owned) return undefined
  let denied = false
  for (let i = first + 1; i < Math.min(reading.words.length, first + longestClause); i++) {
    const s = reading.surface(i)
    if (reading.tag(i) === 'stop' || reading.tag(i) === 'comma') return undefined
    if (unending.has(s)) denied = true
    const stays =
      (spans.test(s) && hasSpan(reading, i)) ||
      staying.has(reading.lemma(i)) ||
      (denied && leaving.has(reading.lemma(i))) ||
      (['coming', 'come', 'comes', 'creeping'].includes(s) && reading.surface(i + 1) === 'back') ||
      (s === 'drags' && reading.surface(i + 1) === 'on')
    if (stays) return reading.span(first, i)
  }
  return undefined
}
const longestClause = 14

/** "for months", "since last winter", "in three years", "weeks on end", "month after month". */
function hasSpan(reading: Reading, i: number): boolean {
  if (reading.surface(i + 1) === 'on' && reading.surface(i + 2) === 'end') return true
  for (let k = i - 1; k > i - 5; k--) {
    const s = reading.surface(k)
    if (['for', 'since'].includes(s)) return true
    if (['in', 'over'].includes(s)) return k < i - 1 || /s$/.test(reading.surface(i))
    if (s === 'after') return spans.test(reading.surface(k - 1))
  }
  return false
}

const ranges = new Set('range ranges limits bounds zone band window territory span level levels'.split(' '))
const healthy = new Set(['normal', 'healthy', 'usual', 'ordinary'])
/** Words that say that the level is there already; without one "in the healthy range" promises to bring it there. */
const existing = new Set(['already', 'usual', 'currently', 'still', 'own', 'existing', 'whose'])
const isThereNow = (reading: Reading, preposition: number): boolean =>
  beForms.has(reading.surface(preposition - 1)) || reading.words.some(({ surface }) => existing.has(surface))

/** "A1c that is normal", "has always been normal … keep it there": said of the level before anything is done with it. */
function isSoundThen(reading: Reading, i: number): boolean {
  if (!healthy.has(reading.surface(i)) && !['fine', 'good'].includes(reading.surface(i))) return false
  const be = ['always', 'already', 'still'].includes(reading.surface(i - 1)) ? i - 2 : i - 1
  if (!beForms.has(reading.surface(be)) && reading.surface(be) !== 'been') return false
  return reading.words.some(
    ({ lemma }, k) =>
      k > i && ['keep', 'stay', 'remain'].includes(lemma) && reading.words.slice(k + 1, k + 5).some((word) => staysSo.has(word.surface)),
  )
}
const staysSo = new Set('there that so way normal healthy'.split(' '))

const levels = new Set(['level', 'levels', 'reading', 'readings', 'number', 'numbers'])

/** "already in a healthy, normal range", "within its usual healthy limits": equal words to "already within the normal range" (65 FR 1018). */
function normalRange(reading: Reading, group: TargetGroup): TextSpan | undefined {
  // "Keeps a normal blood pressure normal", "healthy cholesterol levels healthy": it is so already
  const soNow = [1, 2].map((step) => reading.surface(group.first - step)).find((word) => healthy.has(word))
  const behind = levels.has(reading.surface(group.last + 1)) ? group.last + 2 : group.last + 1
  if (soNow && reading.surface(behind) === soNow) return reading.span(behind, behind)
  for (let i = group.last + 1; i < Math.min(reading.words.length, group.last + 20); i++) {
    const s = reading.surface(i)
    if (s === 'already' && [1, 2, 3].some((step) => healthy.has(reading.surface(i + step))))
      return reading.span(i, Math.min(i + 3, reading.words.length - 1))
    if (s === 'already' && reading.surface(i + 1) === 'where') return reading.span(i, Math.min(i + 4, reading.words.length - 1))
    if (isSoundThen(reading, i)) return reading.span(i - 1, i)
    if (!ranges.has(s)) continue
    for (let k = i - 1; k >= i - 6 && k > group.last; k--) {
      if (!['in', 'within', 'inside', 'at'].includes(reading.surface(k)) || !isThereNow(reading, k)) continue
      for (let j = k + 1; j < i; j++) if (healthy.has(reading.surface(j))) return reading.span(k, i)
    }
  }
  return undefined
}
