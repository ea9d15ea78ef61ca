import type { Cue, Effect, Sentence, Setting, TargetType } from '../../core/sentence.js'
import { set } from './words.js'

/**
 * A trouble of one sentence and what is sold in another of the same passage, at most two apart: "My ADHD kid sits through homework now. We give two of the fish-oil stars at
 * breakfast". Scenes that the rules know need nothing else (`construction.*`); a trouble that is only named needs a change for the better beside it. What unsays either of the two
 * sentences leaves them apart.
 */
export function besideSold(sentences: readonly Sentence[]): readonly Sentence[] {
  if (sentences.length < 2) return sentences
  return sentences.map((sentence, i) => {
    const open = sentence.effects.find(isOpen)
    if (!open || sentence.kind === 'question' || sentence.cues.some(unsays) || sentence.effects.some(isLive)) return sentence
    const sold = soldNear(sentences, i, open)
    if (!sold) return sentence
    return { ...sentence, effects: sentence.effects.map((effect) => (effect === open ? live(effect, sold) : effect)) }
  })
}

const isOpen = ({ silent, target }: Effect): boolean => silent === 'no-product-on-page' && target !== undefined && troubles.has(target.type)
const troubles: ReadonlySet<TargetType> = new Set<TargetType>([
  'disease',
  'symptom',
  'abnormal-state',
  'marker',
  'drug-or-therapy',
  'drug-class',
])
const isLive = ({ silent, outcome, target, agent }: Effect): boolean =>
  !silent && outcome === 'benefit' && agent.kind !== 'unknown' && target !== undefined && troubles.has(target.type)

function soldNear(sentences: readonly Sentence[], at: number, open: Effect): Effect['agent'] | undefined {
  const isScene = open.by.startsWith('construction.')
  for (const step of [1, 2, -1, -2]) {
    const other = sentences[at + step]
    if (!other || other.kind === 'question' || other.cues.some(unsays)) continue
    const hit = other.concepts.find(({ concept }) => (isScene ? sold : ware).test(concept))
    if (!hit) continue
    const denied = other.cues.some(({ setting }) => setting === 'negated')
    if (denied && !isScene) continue
    if (!isScene && !changes(sentences.slice(Math.max(0, Math.min(at, at + step)), Math.max(at, at + step) + 1))) continue
    return { kind: hit.concept.startsWith('ingredient.') ? 'ingredient' : 'product', at: hit.at }
  }
  return undefined
}
const sold = /^(?:product|ingredient)\./
/** Vessels and doses stand for many things. */
const ware = /^(?:ingredient\.|product\.(?!ingredient|bottle|capsule|tea|food|product|balm))/

const unsays = ({ setting }: Cue): boolean => unsaid.has(setting)
const unsaid: ReadonlySet<Setting> = new Set<Setting>([
  'quoted',
  'counterfactual',
  'referral',
  'warning',
  'instruction',
  'question',
  'conditional',
])

/** Something is told to have got better. */
const changes = (told: readonly Sentence[]): boolean =>
  told.some(({ tokens }) => tokens.some(({ surface }) => better.has(surface))) &&
  !told.some(({ tokens }) => tokens.some(({ surface }) => worse.has(surface)))
const better = set(
  `gone better now again calmer calmed calm calms easier eases eased quiet quieter clear clears cleared faded fades less fewer milder softer smoother down shrank shrunk
   stopped finally improved improves dissolved breaks melted vanished disappeared normal steady steadier helps helped worked works back relief relieved lifted`,
)
const worse = set(`worse worst unchanged useless refund hospital emergency died passed surgery doctor surgeon ambulance`)

function live({ silent: _, ...effect }: Effect, agent: Effect['agent']): Effect {
  return { ...effect, outcome: 'benefit', agent }
}
