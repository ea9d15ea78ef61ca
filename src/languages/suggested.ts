import type { Agent, Effect, TargetType } from '../core/sentence.js'
import type { TextSpan } from '../core/span.js'

/** What a benefit makes a use against disease of (docs/effect-frames.md, section 3): diseases and their signs, and what is taken for them. */
export const troubleTypes: ReadonlySet<TargetType> = new Set<TargetType>([
  'disease',
  'symptom',
  'abnormal-state',
  'pathogen',
  'marker',
  'drug-or-therapy',
  'drug-class',
])

/** What a passage suggests of a trouble though no act is said of it; the trouble's type is the first part of its concept. `by`: the frame that read it. */
export const suggestedEffect = (agent: Agent, concept: string, at: TextSpan, by: 'credited' | 'residual'): Effect => ({
  agent,
  act: { concept: `act.${by}`, family: 'preserve', at },
  target: { concept, type: concept.slice(0, concept.indexOf('.')) as TargetType, at },
  qualifiers: [],
  settings: [],
  outcome: 'benefit',
  parts: [at],
  by,
})
