import type { Target, TargetType } from '../../core/sentence.js'
import type { ConceptRow, Lexicon } from '../../match/schema.js'
import { type Draft, silent } from './drafts.js'
import type { EffectBuilder } from './effects.js'
import type { Reading } from './reading.js'
import { silenceOf } from './settings.js'
import { signOfSale } from './sold.js'
import type { Word } from './tokens.js'
import { set } from './words.js'

/** What a hashtag written in one word says: "#eczemarelief", "#stoppanicattacks", "#tenniselbow". */
export interface Hashtag {
  readonly row: ConceptRow
  /** An end of the trouble is promised ("relief", "stop"), not only the trouble named. */
  readonly promises: boolean
}

/** Reads hashtags: troubles by their letters without blanks. */
export type Hashtags = (word: Word | undefined, sign: Word | undefined) => Hashtag | undefined

/** The reader of hashtags over one lexicon; its words are gathered when the first hashtag is met. */
export function hashtagsOf(lexicon: Lexicon): Hashtags {
  let troubles: Map<string, ConceptRow> | undefined
  return (word, sign) => {
    if (!word || sign?.raw !== '#' || sign.at.to !== word.at.from || word.raw.length < shortest) return undefined
    troubles ??= troublesOf(lexicon)
    const letters = word.surface.replace(/[^\p{L}]/gu, '')
    const whole = troubles.get(letters)
    if (whole) return { row: whole, promises: false }
    for (const [part, rest] of parts(letters)) {
      const row = troubles.get(rest)
      if (row && !(part.isStruggle && ofCauses.test(row.id))) return { row, promises: true }
    }
    return undefined
  }
}
const shortest = 6

function troublesOf(lexicon: Lexicon): Map<string, ConceptRow> {
  const found = new Map<string, ConceptRow>()
  for (const row of lexicon.concepts.values()) {
    if (!isTrouble(row)) continue
    for (const entry of row.en ?? []) {
      if (entry.weak || entry.onlyAfter || entry.onlyBefore || entry.pos === 'verb') continue
      const letters = entry.text.toLowerCase().replace(/[^\p{L}]/gu, '')
      if (letters.length < shortestTrouble) continue
      for (const form of [letters, `${letters}s`]) if (!found.has(form)) found.set(form, row)
    }
  }
  return found
}
const shortestTrouble = 4

interface Part {
  readonly isStruggle?: boolean
}

/** The ways to cut a word in a promise and a trouble. */
function* parts(letters: string): Generator<[Part, string]> {
  for (const ending of endings) if (letters.endsWith(ending)) yield [{}, letters.slice(0, -ending.length)]
  for (const opening of openings) if (letters.startsWith(opening)) yield [{}, letters.slice(opening.length)]
  for (const opening of struggles) if (letters.startsWith(opening)) yield [{ isStruggle: true }, letters.slice(opening.length)]
}
const endings = [
  ...set(
    `relief cure cures cured remedy remedies treatment healing healer heal support helper help fix free begone gone away fighter buster killer crusher prevention
     reversal reversed control solution solutions tea herbs drops gummies supplement supplements capsules tincture protocol management eliminator recovery hack`,
  ),
]
const openings = [
  ...set(
    `heal healing cure curing treat reverse reversing prevent preventing kick goodbye byebye bye nomore soothe calm ease relieve herbsfor teafor remedyfor remediesfor
     curefor supplementsfor vitaminsfor naturalcurefor `,
  ),
]
/** What charities write as well: "#fightcancer". */
const struggles = [...set('fight fighting beat beating stop stopping end ending defeat crush conquer')]
const ofCauses = /cancer|alzheimer|dementia|hiv|leukemia|parkinson|malaria|stroke|als\b/

/** True where a hashtag of the sentence names a trouble: the sentence is worth reading. */
export const holdsHashtag = (hashtags: Hashtags, words: readonly Word[]): boolean =>
  words.some((word, i) => i > 0 && hashtags(word, words[i - 1]) !== undefined)

/** Hashtags count as the seller's words: one that promises is a claim, one that only names the trouble suggests it beside what is sold. */
export function hashtagEffects(reading: Reading, builder: EffectBuilder, hashtags: Hashtags): Draft[] {
  const drafts: Draft[] = []
  if (reading.words.some(({ surface }) => ofCharity.has(surface))) return drafts
  for (let i = 1; i < reading.words.length; i++) {
    const tag = hashtags(reading.words[i], reading.words[i - 1])
    if (!tag || (!tag.promises && reading.hitsAt(i).some(({ row }) => isTrouble(row)))) continue
    const at = reading.span(i, i)
    const sold = signOfSale(reading)
    const settings = builder.drafts.covering(at)
    const target: Target = { concept: tag.row.id, type: tag.row.type as TargetType, at }
    drafts.push({
      agent: tag.promises ? (sold ?? { kind: 'zero' }) : (sold ?? { kind: 'unknown' }),
      act: { concept: tag.promises ? 'act.serve' : 'act.residual', family: 'serve', at },
      target,
      qualifiers: [],
      settings,
      outcome: 'benefit',
      ...silent(silenceOf(settings) ?? (tag.promises || sold ? undefined : 'no-product-on-page')),
      parts: [at],
      by: tag.promises ? 'serve.hashtag' : 'residual',
      first: i,
      last: i,
    })
  }
  return drafts
}
const isTrouble = ({ type }: ConceptRow): boolean => type === 'disease' || type === 'symptom' || type === 'abnormal-state'
const ofCharity = set(
  'donate donated donates donation proceeds charity fundraiser ribbon awareness deleted removed retired hashtag hashtags',
)
