import type { ActFamily, Effect } from '../../core/sentence.js'
import type { ConceptRow } from '../../match/schema.js'

type Worth = 'good' | 'bad' | 'level' | 'neither'

const bad = new Set(['disease', 'symptom', 'abnormal-state', 'natural-state', 'pathogen', 'deficiency'])
const good = new Set(['body-part', 'function', 'wellbeing', 'nutrient'])

/** Whether more of a target is wanted. The row's own valence goes before that of its type. */
function worthOf(row: ConceptRow): Worth {
  if (row.valence) return row.valence
  if (bad.has(row.type)) return 'bad'
  if (good.has(row.type)) return 'good'
  return row.type === 'marker' ? 'level' : 'neither'
}

const outcomes: Readonly<Record<ActFamily, Readonly<Record<Exclude<Worth, 'neither'>, Effect['outcome']>>>> = {
  heal: { bad: 'benefit', good: 'benefit', level: 'benefit' },
  prevent: { bad: 'benefit', good: 'none', level: 'benefit' },
  mitigate: { bad: 'benefit', good: 'benefit', level: 'benefit' },
  lower: { bad: 'benefit', good: 'harm', level: 'benefit' },
  raise: { bad: 'harm', good: 'benefit', level: 'harm' },
  preserve: { bad: 'benefit', good: 'benefit', level: 'benefit' },
  restore: { bad: 'benefit', good: 'benefit', level: 'benefit' },
  respond: { bad: 'benefit', good: 'none', level: 'benefit' },
  serve: { bad: 'benefit', good: 'benefit', level: 'benefit' },
  detect: { bad: 'none', good: 'none', level: 'none' },
  cause: { bad: 'harm', good: 'none', level: 'harm' },
  substitute: { bad: 'benefit', good: 'none', level: 'benefit' },
  augment: { bad: 'benefit', good: 'none', level: 'benefit' },
  name: { bad: 'benefit', good: 'benefit', level: 'benefit' },
}

/** What a product can be said to do to a drug or therapy. */
const onTherapies: ReadonlySet<ActFamily> = new Set<ActFamily>(['augment', 'substitute', 'name', 'serve'])

/** Direction times valence: docs/effect-frames.md, section 2. */
export function outcomeOf(family: ActFamily, row: ConceptRow): Effect['outcome'] {
  const worth = worthOf(row)
  if (worth !== 'neither') return outcomes[family][worth]
  if (family === 'cause') return 'harm'
  return onTherapies.has(family) || row.type !== 'drug-or-therapy' ? 'benefit' : 'none'
}
