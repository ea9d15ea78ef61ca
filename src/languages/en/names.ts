import { byScript } from '../../core/by-script.js'
import type { Lexicon } from '../../match/schema.js'
import type { Draft } from './drafts.js'
import type { Reading } from './reading.js'
import type { Word } from './tokens.js'
import type { Hit } from './vocabulary.js'

/** The stems names are made of (`rules/concepts/name-stems.yml`). */
export interface NameStems {
  /** Stems that name a disease: "arthri", "carpal", "diabet". */
  readonly disease: readonly string[]
  /** Endings that promise an end to it: "cure", "gone", "away". */
  readonly ending: ReadonlySet<string>
  /** Stems of organs, and the endings that make a treatment of them: "ProstaShrink". */
  readonly organ: ReadonlySet<string>
  readonly undoing: ReadonlySet<string>
  /** Stems of what a meter shows, and the endings that bring it down: "SugarDown". */
  readonly level: ReadonlySet<string>
  readonly lowering: ReadonlySet<string>
  /** Ordinary words that end like that: secure, manicure. */
  readonly ordinary: ReadonlySet<string>
}

export function nameStemsOf(lexicon: Lexicon): NameStems {
  const words = (id: string) => (lexicon.concepts.get(id)?.en ?? []).map((entry) => entry.text.toLowerCase())
  return {
    disease: words('lexical.name-stem'),
    ending: new Set(words('lexical.name-ending')),
    organ: new Set(words('lexical.name-organ')),
    undoing: new Set(words('lexical.name-undoing')),
    level: new Set(words('lexical.name-level')),
    lowering: new Set(words('lexical.name-lowering')),
    ordinary: new Set(words('lexical.name-ordinary')),
  }
}

const capitalPart = byScript(/\p{Lu}+\p{Ll}*/gu)
/** "ADHDefense", "IBSoothe": the letters a disease is called by, grown into a word. */
const ofLetters = byScript(/^(?:ADHD|COPD|GERD|PCOS|PTSD|IBS|UTI|BPH|OCD)\p{Ll}{3,}$/u)
/** Endings that promise a cure by themselves. */
const curing = byScript(/^\p{Lu}\p{L}{3,}(?:cure|heal|Cure|Heal)$/u)

/** Product names that name a disease or promise a cure: 21 CFR 101.93(g)(2)(iv)(A). */
export function nameEffects(reading: Reading, stems: NameStems): Draft[] {
  const drafts: Draft[] = []
  for (let i = 0; i < reading.words.length; i++) {
    const last = nameEnd(reading, i, stems)
    if (last === undefined) continue
    const at = reading.span(i, last)
    drafts.push({
      agent: { kind: 'brand', at },
      act: { concept: 'act.name', family: 'name', at },
      target: { concept: 'disease.unlisted', type: 'disease', at },
      qualifiers: [],
      settings: [],
      outcome: 'benefit',
      ...(/^(?:as|like)$/.test(reading.surface(i - 1)) &&
        reading.words.some(({ surface }) => names.has(surface)) && { silent: 'quoted' as const }),
      parts: [at],
      by: 'name',
      first: i,
      last,
    })
    i = last
  }
  return drafts
}

/** "A name such as CarpalHealth implies …": a name that is spoken of. */
const names = new Set(['name', 'names', 'brand', 'brands', 'trademark', 'trademarks'])

/** Last word of the disease name that begins at `i`, if one does. */
function nameEnd(reading: Reading, i: number, stems: NameStems): number | undefined {
  const word = reading.words[i]!
  if (!word.capital) return undefined
  const next = reading.words[i + 1]
  const begone = begoneAt(reading, i)
  if (begone !== undefined && (isTrouble(reading.targetAt(i)) || stemOf(word.surface, stems) || lay.has(word.surface))) return begone
  if (next?.glued && next.capital && stems.level.has(word.surface) && stems.lowering.has(next.surface)) return i + 1
  // "UriStone Dissolve"
  if (next?.capital && !next.glued && stems.undoing.has(next.surface) && isOfOrgan(word, stems)) return i + 1
  if (next?.glued && next.capital && stems.ending.has(next.surface) && (reading.targetAt(i) ?? stemOf(word.surface, stems))) {
    const target = reading.targetAt(i)
    if (!target || isTrouble(target)) return i + 1
  }
  // "Hepa-Cirr", "Candi-Calm": two halves of a coined name
  if (next?.glued && next.capital && [i, i + 1].some((k) => reading.isUnlisted(k) && stemOf(reading.surface(k), stems))) return i + 1
  if (next?.glued && next.capital && stems.organ.has(word.surface) && stems.undoing.has(next.surface)) return i + 1
  if (isDiseaseName(word, stems) || isLabelOfDisease(reading, i, stems)) return i
  return undefined
}

/** The last word of "-B-Gone", "-Be-Gone", "-Begone" behind the word at `i`: what it names is told to go. */
function begoneAt(reading: Reading, i: number): number | undefined {
  const [first, second] = [reading.words[i + 1], reading.words[i + 2]]
  if (!first?.glued) return undefined
  if (first.surface === 'begone' || first.surface === 'bgone') return i + 1
  return ['b', 'be'].includes(first.surface) && second?.glued && second.surface === 'gone' ? i + 2 : undefined
}
/** Troubles by their everyday names, in names only. */
const lay = new Set('hay snore itch ache bug germ bloat sniffle wheeze zit hive barf puke runs'.split(' '))

const isTrouble = (target: Hit | undefined): boolean =>
  target !== undefined && ['disease', 'symptom', 'abnormal-state', 'pathogen'].includes(target.row.type)

/** "UriStone", "ArteryClear": nothing but stems of organs in one word with capitals. */
function isOfOrgan({ raw }: Word, stems: NameStems): boolean {
  const parts = raw.match(capitalPart(raw)) ?? []
  return parts.length > 1 && parts.join('') === raw && parts.every((part) => stems.organ.has(part.toLowerCase()))
}

/** "Asthmalin Kids Syrup": a coined word that begins with the stem of a disease, on the label of what is sold. */
function isLabelOfDisease(reading: Reading, i: number, stems: NameStems): boolean {
  const word = reading.words[i]!
  const stem = reading.isUnlisted(i) ? stemOf(word.surface, stems) : undefined
  if (stem === undefined || stem.length < (isCoined.test(word.surface) ? 4 : shortestStem) || word.surface.length <= stem.length + 1)
    return false
  const isLabel = reading.words.length <= longestLabel && reading.hits.some((hit) => isSoldAfter(hit, i, word.surface))
  return isLabel || word.isName === true
}
/** A form of what is sold, or behind a word that ends as coined names do an ingredient: "Osteoporex calcium". */
const isSoldAfter = ({ concept, row, first }: Hit, i: number, word: string): boolean =>
  first > i && (concept.startsWith('product.') || (row.type === 'agent' && isCoined.test(word)))
const isCoined =
  /(?:ex|ix|ax|ox|end|ease|eaze|gone|bane|zen|rid|stop|shrink|guard|mend|calm|shield|block|clear|away|erase|vanish|fix|relief)$/
const shortestStem = 5
const longestLabel = 10

const stemOf = (part: string, stems: NameStems): string | undefined =>
  stems.disease.find((stem) => (stem.length < 4 ? part === stem : part.startsWith(stem)))

function isDiseaseName(word: Word, stems: NameStems): boolean {
  const { raw, surface } = word
  if (raw.length < 6 || stems.ordinary.has(surface)) return false
  if (curing(raw).test(raw)) return true
  if (ofLetters(raw).test(raw)) return true
  const parts = raw.match(capitalPart(raw)) ?? []
  if (parts.length < 2 || parts.join('') !== raw || raw === raw.toUpperCase()) return false
  const low = parts.map((part) => part.toLowerCase())
  if (low.some((part) => stems.level.has(part)) && stems.lowering.has(low.at(-1)!)) return true
  if (low.some((part) => stems.organ.has(part)) && stems.undoing.has(low.at(-1)!)) return true
  return low.some((part) => stemOf(part, stems) !== undefined) || low.at(-1) === 'cure'
}
