import type { Effect, EvidenceFrame } from '../../core/sentence.js'
import type { TextSpan } from '../../core/span.js'
import type { Reading } from './reading.js'
import type { CueHit } from './settings.js'
import type { Hit } from './vocabulary.js'
import { vouched } from './vouching.js'
import { beForms } from './words.js'

/** Cues under which an appeal to research is none: what is asked, denied, conditional or quoted. */
const muting = new Set(['negated', 'question', 'conditional', 'quoted', 'counterfactual', 'instruction', 'referral', 'warning'])
/** An effect under these is not asserted, and no study vouches for it. */
const unsaid = new Set(['negated', 'question', 'conditional', 'counterfactual', 'quoted'])
/** What is named in passing, and what one doctor finds at a visit ("the nurse took it twice"): no result that anybody vouches for. */
const ofStory = new Set(['residual', 'construction.found-better'])
/** Longest way between a source noun and the verb that reports its result. */
const farthest = 14

/** Appeals to research, authority or proof in one sentence: docs/effect-frames.md, section 9. */
export function evidenceFrames(reading: Reading, cues: readonly CueHit[], text: string, effects: readonly Effect[]): EvidenceFrame[] {
  const hasEffect = effects.some((effect) => effect.outcome === 'benefit' && !ofStory.has(effect.by) && !unsaid.has(effect.silent ?? ''))
  // "In a 2018 study, cordyceps raised the oxygen they used": what is sold did something, whatever its object
  const acts = effects.some(
    ({ by, agent, silent }) => by !== 'residual' && (agent.kind === 'ingredient' || agent.kind === 'brand') && silent === 'no-target',
  )
  // "A review concluded that vitamin C does not prevent colds": a null result
  const told = effects.filter(({ outcome, by }) => outcome === 'benefit' && by !== 'residual')
  const denied =
    told.length > 0 && told.every(({ silent }) => silent === 'negated') ? cues.find(({ setting }) => setting === 'negated') : undefined
  const frames: EvidenceFrame[] = []
  const kind = kindOf(reading)
  const source = namedSource(reading, text)
  const found = reading.hits
    .filter(({ row }) => row.type === 'evidence')
    .flatMap(
      (hit) => frameOf(reading, hit, hasEffect) ?? (hasEffect || acts || compares(reading) ? settingFrame(reading, hit) : undefined) ?? [],
    )
  const behind = found.length === 0 ? vouched(reading, hasEffect) : undefined
  for (const { appeal, first, last, idle } of behind ? [behind] : found) {
    const at = reading.span(first, last)
    if (frames.some((f) => f.at.from < at.to && at.from < f.at.to)) continue
    const settings = cues.filter((cue) => cue.reach.from < at.to && at.from < cue.reach.to)
    const mute = settings.find((cue) => muting.has(cue.setting)) ?? denied
    const reason = idle ? 'no-result' : mute?.setting
    frames.push({
      kind,
      at,
      appeal,
      ...(behind && { beside: true as const }),
      ...(source && { source }),
      settings: settings.map(({ setting, cue, at: cueAt, reach }) => ({ setting, cue, at: cueAt, reach })),
      ...(reason && reason !== 'hedged' && reason !== 'attributed' && { silent: reason }),
    })
  }
  return frames
}

interface Found {
  readonly appeal: EvidenceFrame['appeal']
  readonly first: number
  readonly last: number
  /** It reports no result: a plan, a need, a topic. */
  readonly idle?: boolean
}

function frameOf(reading: Reading, hit: Hit, hasEffect: boolean): Found | undefined {
  switch (hit.concept) {
    case 'evidence.established':
      return { appeal: 'establishment', first: hit.first, last: hit.last }
    case 'evidence.authority':
      return { appeal: 'authority', first: hit.first, last: hit.last }
    case 'evidence.study':
    case 'evidence.human':
    case 'evidence.animal':
    case 'evidence.in-vitro':
    case 'evidence.review':
    case 'evidence.person':
      return sourceFrame(reading, hit, hasEffect)
    case 'evidence.team':
      return hasEffect ? sourceFrame(reading, hit, hasEffect) : undefined
    case 'evidence.shown':
      return hasEffect ? shownFrame(reading, hit) : undefined
    default:
      return undefined
  }
}

const appealOf = (hit: Hit): EvidenceFrame['appeal'] => (hit.concept === 'evidence.person' ? 'authority' : 'study')

/** "a cardiologist may order a scan when a patient reports …": another subject follows. */
const turning = new Set(['when', 'because', 'if', 'before', 'while', 'they', 'you', 'we', 'i'])
/** "research keeps showing" */
const keeping = new Set(['keep', 'keeps', 'kept'])
/** "before your call": a noun, no verb. */
const owning = new Set(['a', 'an', 'the', 'your', 'our', 'my', 'his', 'her', 'their', 'its'])

/** "a terrier called Enid": only people call a thing something. */
const naming = new Set(['call', 'think'])
/** "as shown in trials", "noted by doctors" */
const reportedBy = new Set(['by', 'in', 'through', 'across', 'during'])

/**
 * "the nurse took it twice", "when the doctor said": one person of a story, who vouches for nothing where the sentence tells of no effect. Nor does "half the
 * nurses": an arm of a trial.
 */
function isOneOfStory(reading: Reading, hit: Hit, hasEffect: boolean): boolean {
  if (reading.tag(hit.first - 1) === 'clitic' || [1, 2, 3].some((step) => reading.surface(hit.first - step) === 'half')) return true
  // "a liver your doctor called fatty": the reader's own
  if (reading.surface(hit.first - 1) === 'your' && !reading.surface(hit.last).endsWith('s')) return true
  if (hasEffect || reading.surface(hit.last).endsWith('s')) return false
  return [1, 2, 3].some((step) => owning.has(reading.surface(hit.first - step)))
}

/** "He thought the physicians were fools and said so": behind "and" goes on what the first verb of the sentence began. */
const isOfMatrix = (reading: Reading, { first }: Hit, verb: number): boolean => {
  if (reading.surface(verb - 1) !== 'and') return false
  for (let i = first - 1; i >= 0 && reading.tag(i) !== 'stop' && reading.tag(i) !== 'comma'; i--)
    if (reading.tag(i) === 'verb' || reading.tag(i) === 'ved') return true
  return false
}

/** "dermatologist speechless, link below", "surgeons work in a room that takes": one person takes no plural verb, and many no singular. */
function disagrees(reading: Reading, { first, last }: Hit, verb: number): boolean {
  const [form, many] = [reading.surface(verb), reading.surface(last).endsWith('s')]
  if (many) return form.endsWith('s') && form !== reading.lemma(verb) && reading.surface(first - 1) !== 'of'
  return form === reading.lemma(verb) && reading.tag(reading.before(verb)) !== 'aux' && !['and', '&'].includes(reading.surface(verb - 2))
}

/** "Half the nurses take drops and half take oil": groups of a study. */
const isDivided = (reading: Reading): boolean => reading.words.filter(({ surface }) => surface === 'half').length > 1

/** "Dentists recommend brushing", "experts recommend eight hours of sleep": care, a drug or a habit is advised, and nothing that is sold. */
function advisesCare(reading: Reading, report: Hit): boolean {
  if (report.concept !== 'evidence.recommend') return false
  const behind = reading.hits.filter((hit) => hit.first > report.last)
  if (behind.some(({ row }) => row.type === 'agent')) return false
  const near = report.last + farthestObject
  const counted = ['num', 'ving'].includes(reading.tag(report.last + 1)) || numerals.has(reading.surface(report.last + 1))
  return counted || behind.some(({ row, first }) => first <= near && (row.type === 'other-agent' || row.type === 'drug-or-therapy'))
}
const farthestObject = 3
const numerals = new Set('at about up one two three four five six seven eight nine ten'.split(' '))

/** A source noun with a reporting verb after it ("studies show"), or before it ("according to a study", "in a trial, users reported"). */
function sourceFrame(reading: Reading, hit: Hit, hasEffect: boolean): Found | undefined {
  const appeal = appealOf(hit)
  const ofPerson = hit.concept === 'evidence.person'
  let pastComma = false
  for (let i = hit.last + 1; i < Math.min(reading.words.length, hit.last + 1 + farthest); i++) {
    const tag = reading.tag(i)
    if (tag === 'stop' && reading.surface(i) !== '(' && reading.surface(i) !== ')') break
    if (ofPerson && turning.has(reading.surface(i))) break
    if (tag === 'comma') pastComma = true
    const report = reading
      .hitsAt(i)
      .find(
        (h) =>
          h.first === i &&
          ((h.concept === 'evidence.report' && (ofPerson || !naming.has(reading.lemma(i)))) ||
            h.concept === 'evidence.back' ||
            (h.concept === 'evidence.recommend' && ofPerson)),
      )
    const passive = tag === 'ved' && beForms.has(reading.surface(reading.before(i)))
    const keeps = keeping.has(reading.surface(i - 1))
    const verbal = tag === 'verb' || tag === 'ved' || (tag === 'word' && report?.entry.pos === 'verb' && !pastComma)
    if (report && !passive && (keeps || verbal) && !(ofPerson && disagrees(reading, hit, i))) {
      if (ofPerson && (advisesCare(reading, report) || isDivided(reading))) break
      // "If the dermatologist says it is eczema": one who may say so
      if (ofPerson && ['if', 'once', 'unless', 'until'].includes(reading.surface(0)) && hit.first <= 3) break
      if (ofPerson && (owning.has(reading.surface(i - 1)) || isOneOfStory(reading, hit, hasEffect) || isOfMatrix(reading, hit, i))) break
      return { appeal, first: hit.first, last: report.last, idle: !hasEffect && isAsked(reading, hit, report) }
    }
    const idle = reading.hitsAt(i).find((h) => h.first === i && h.concept === 'evidence.idle')
    if (idle) return { appeal, first: hit.first, last: idle.last, idle: true }
  }
  const said = inverted(reading, hit)
  if (said !== undefined) return { appeal, first: said, last: hit.last }
  // "backed by research", "according to experts", "as shown in studies"
  for (let i = hit.first - 1; i >= Math.max(0, hit.first - 8); i--) {
    const report = reading
      .hitsAt(i)
      .find((h) => h.last === i && (h.concept === 'evidence.according' || h.concept === 'evidence.back' || h.concept === 'evidence.report'))
    if (report && (report.concept !== 'evidence.report' || (reading.tag(report.first) === 'ved' && reportedBy.has(reading.surface(i + 1)))))
      return { appeal, first: report.first, last: hit.last }
    if (reading.tag(i) === 'stop') break
  }
  // a noun result: "a trial found …" is above; "research on X" alone reports nothing
  return undefined
}

/** "Keeps skin firm, says a 2019 paper": the verb that reports opens the clause of its source. */
function inverted(reading: Reading, { first, last }: Hit): number | undefined {
  let verb = first - 1
  while (verb > 0 && ['det', 'num', 'word', 'adv'].includes(reading.tag(verb)) && !isReport(reading, verb)) verb--
  const opens = verb > 0 && (reading.tag(verb - 1) === 'comma' || closing.has(reading.surface(verb - 1)))
  if (!opens || first - verb > farthestInverted || !isReport(reading, verb)) return undefined
  // "…, show the nurse": an order
  return reading.surface(verb) === reading.lemma(verb) && reading.tag(verb + 1) === 'det' && !reading.surface(last).endsWith('s')
    ? undefined
    : verb
}
const isReport = (reading: Reading, i: number): boolean =>
  reading.hitsAt(i).some((hit) => hit.first === i && hit.concept === 'evidence.report' && hit.pos === 'verb')
const closing = new Set([':', ';', '"', '”', '–', '—', '-'])
const farthestInverted = 6

/** "What the trials say about saffron": what they say is the topic, and is not told. */
function isAsked(reading: Reading, { first }: Hit, report: Hit): boolean {
  if (![1, 2, 3, 4].some((step) => interrogative.has(reading.surface(first - step)))) return false
  const next = reading.surface(report.last + 1)
  return next === '' || next === '.' || ['about', 'on', 'of'].includes(next) || reading.tag(report.last + 1) === 'stop'
}
const interrogative = new Set(['what', 'how', 'where', 'whether'])

const comparing = new Set(
  'more fewer better sooner faster longer deeper sharper higher stronger improved recovered doubled tripled halved'.split(' '),
)

/** "Learn more in our study" */
const asking = new Set(['read', 'learn', 'find', 'see', 'discover', 'know', 'hear', 'explore', 'need', 'tell', 'want', 'show'])

/** "adults remembered more of a shopping list", "happier mornings for 37 of them": what one group did better is a result, whatever its verb. */
const compares = (reading: Reading): boolean =>
  reading.words.some(
    ({ surface }, i) =>
      (comparing.has(surface) &&
        reading.surface(i + 1) !== 'than' &&
        !reading.surface(i + 1).endsWith('research') &&
        !asking.has(reading.lemma(i - 1))) ||
      /^\p{L}{3,}ier$/u.test(surface),
  )

const studies = new Set(['evidence.study', 'evidence.human', 'evidence.review'])
const placing = new Set(['in', 'our', 'during', 'across', 'from', 'by'])

/** "In a double-blind trial, people who took …", "Our in-house trial: …": the study is the place where the effect was seen. */
function settingFrame(reading: Reading, hit: Hit): Found | undefined {
  if (!studies.has(hit.concept)) return undefined
  for (let i = hit.first - 1; i >= Math.max(0, hit.first - 6); i--) {
    if (reading.tag(i) === 'verb' || reading.tag(i) === 'stop') return undefined
    if (placing.has(reading.surface(i))) return { appeal: 'study', first: i, last: hit.last }
  }
  return undefined
}

/** "has been shown to", "proven to": a result without a finder. */
function shownFrame(reading: Reading, hit: Hit): Found | undefined {
  const next = reading.surface(hit.last + 1)
  if (next === 'to' || next === 'effective' || next === 'that' || next === 'in' || next === 'useful')
    return { appeal: 'establishment', first: hit.first, last: hit.last }
  return undefined
}

function kindOf(reading: Reading): EvidenceFrame['kind'] {
  const has = (concept: string) => reading.hits.some((hit) => hit.concept === concept)
  if (has('evidence.animal')) return 'animal'
  if (has('evidence.in-vitro')) return 'in-vitro'
  if (has('evidence.review')) return 'review'
  return has('evidence.human') ? 'human' : 'unspecified'
}

const authorYear =
  /\b\p{Lu}[\p{L}’'-]+(?:(?:,? (?:and|&) \p{Lu}[\p{L}’'-]+)|(?:,? (?:et al\.?|and colleagues|and co-workers|and coworkers)))?,? ?\(?(?:19|20)\d\d[a-z]?\)?/u
const colleagues = /\b\p{Lu}[\p{L}’'-]+ (?:et al\.?|and colleagues|and co-?workers)/u
const year = /\b(?:19|20)\d\d\b/
const notNames = new Set([
  'in',
  'a',
  'an',
  'the',
  'since',
  'by',
  'from',
  'until',
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
  'established',
  'copyright',
  'our',
  'university',
  'early',
  'late',
  'around',
  'before',
  'after',
])
const journalYear =
  /\b(?:19|20)\d\d (?:\p{Ll}+ ){0,4}(?:in|published in) (?:the )?\p{Lu}|\b(?:19|20)\d\d (?:the )?(?:\p{Lu}[\p{L}&.]+ ){1,6}(?:paper|trial|study|review|report|article|meta-analysis|fact sheet|guideline|monograph)/u
/** "A 2019 Scandinavian study": where it was done names nobody. */
const national =
  /^\d{4} (?:the )?(?:\p{Lu}\p{Ll}*(?:ian|ean|can|ish|ese|avian|ern)|French|German|Dutch|Swiss|Greek|Czech|Thai|Danish|US|UK|U\.S\.|Asian|Nordic|Ivy League|Big Ten) (?:paper|trial|study|review|report|article|meta-analysis)$/u
const journalName =
  /\b(?:J|Am J|Br J|Eur J|Int J|Journal of|Annals of|Archives of|New England Journal|The Lancet|Lancet|JAMA|BMJ|Nutrients|Neuron|Nature|Cochrane)\b/

/** Who and when: author and year, journal and year, a named report and its year. A year alone or a university alone is no source. */
function namedSource(reading: Reading, text: string): TextSpan | undefined {
  const from = reading.words[0]!.at.from
  const body = text.slice(from, Math.min(reading.words.at(-1)!.at.to, from + 2000))
  if (!year.test(body)) return undefined
  const named = journalYear.exec(body)
  if (named && !national.test(named[0])) return { from: from + named.index, to: from + named.index + named[0].length }
  const author = authorYear.exec(body)
  if (author && !notNames.has(author[0].split(/[\s,(]/)[0]!.toLowerCase()))
    return { from: from + author.index, to: from + author.index + author[0].length }
  const journal = journalName.exec(body) ?? colleagues.exec(body)
  return journal ? { from: from + journal.index, to: from + journal.index + journal[0].length } : undefined
}
