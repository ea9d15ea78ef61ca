import type { Population } from '../../core/sentence.js'
import { type TargetGroup, targetGroups } from './groups.js'
import type { Reading } from './reading.js'

const persons = new Set([
  'people',
  'those',
  'persons',
  'individuals',
  'adults',
  'women',
  'men',
  'anyone',
  'everyone',
  'patients',
  'children',
  'kids',
  'seniors',
  'folks',
  'teens',
  'users',
  'customers',
  ...'child kid boy girl teen toddler baby man woman person someone somebody anybody everybody guy dad mom mum mother father grandma grandpa grandmother grandfather parent husband wife ones athlete athletes runner runners worker workers student students'.split(
    ' ',
  ),
])

/** "people", "adults", "mom": a word for those something is for. */
export const isPersonWord = (surface: string): boolean => persons.has(surface)

/** What ails the people that the words at `from` name: "people who get frequent migraines". */
export function ailmentOf(reading: Reading, from: number): TargetGroup | undefined {
  for (let i = from; i < from + 3; i++) {
    const patients = patientsAt(reading, i, reading.words.length)
    if (patients) return targetGroups(reading, i + 1, Math.min(reading.words.length, i + 9))[0]
  }
  return undefined
}

/** Whom the words after `from` name as the people it is for: "in diabetics", "for people with high cholesterol". */
export function populationIn(reading: Reading, from: number, to: number): Population | undefined {
  for (let i = from; i < to; i++) {
    const patients = patientsAt(reading, i, to)
    if (patients) return patients
    const prone = proneAt(reading, i)
    if (prone) return prone
    const hit = reading.hitsAt(i).find((h) => h.row.type === 'population' && h.first === i)
    const kind = hit && kindOfPopulation(hit.concept)
    if (hit && kind) return { kind, concept: hit.concept, at: hit.at }
  }
  return undefined
}

/** "eczema-prone little ones", "migraine-prone": people by what they are prone to. */
function proneAt(reading: Reading, i: number): Population | undefined {
  const target = reading.targetAt(i)
  if (!target) return undefined
  const next = reading.words[target.last + 1]
  if (!next?.glued || !tending.has(next.surface) || !['disease', 'abnormal-state', 'symptom'].includes(target.row.type)) return undefined
  return { kind: 'patients', concept: target.concept, at: reading.span(i, target.last + 1) }
}
const tending = new Set(['prone', 'ridden', 'plagued'])

/** "children with ADHD", "anyone who suffers from gout". */
function patientsAt(reading: Reading, i: number, to: number): Population | undefined {
  if (!isPersonWord(reading.surface(i)) || !suffering.has(reading.surface(i + 1))) return undefined
  for (let k = i + 1; k < Math.min(to, i + 8); k++) {
    const target = reading.targetAt(k)
    if (target && ['disease', 'abnormal-state', 'symptom'].includes(target.row.type))
      return { kind: 'patients', concept: target.concept, at: reading.span(i, target.last) }
    if (reading.tag(k) === 'stop') return undefined
  }
  return undefined
}

/** "adults with …", "those who suffer from …", "people living with …". */
const suffering = new Set([
  'with',
  'who',
  'whose',
  'suffering',
  'living',
  'struggling',
  'coping',
  'dealing',
  'battling',
  'diagnosed',
  'affected',
  'prone',
  'in',
  'at',
  'under',
  'fighting',
  'facing',
  'troubled',
  ...'worn plagued bothered drained slowed limited sidelined bogged weighed weakened hit knocked laid tired exhausted flattened hampered crippled hobbled'.split(
    ' ',
  ),
])

function kindOfPopulation(concept: string): Population['kind'] | undefined {
  if (concept.startsWith('population.patients')) return 'patients'
  if (concept.startsWith('population.smokers')) return 'smokers'
  if (concept.startsWith('population.pregnant')) return 'pregnant'
  return concept.startsWith('population.') ? 'healthy' : undefined
}
