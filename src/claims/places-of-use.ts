import type { ReadBlock } from '../core/document.js'
import type { Effect, Sentence } from '../core/sentence.js'
import { conceptFits } from '../match/phrase.js'
import type { ConceptRow } from '../match/schema.js'
import { governingSetting } from './leads.js'

/**
 * The blocks whose place on the page says that what they name is what something is taken for, without any verb: the cell beside a dose or a remedy, the item of a list
 * that sorts what is sold by illness, the heading over a list of remedies.
 */
export function placesOfUse(
  blocks: readonly ReadBlock[],
  leadOf: ReadonlyMap<number, ReadBlock>,
  concepts: ReadonlyMap<string, ConceptRow>,
): ReadonlySet<number> {
  return new Set([
    ...cellsBesideDose(blocks),
    ...cellsBesideRemedy(blocks, leadOf),
    ...itemsOfUse(blocks, leadOf),
    ...headingsOverRemedies(blocks, leadOf, concepts),
  ])
}

const COUNT = '(?:\\d[\\d.,–〜~-]*|½|one|two|three|four|half)'
const FORM =
  '(?:softgels?|capsules?|caps|caplets?|tablets?|pills?|gumm(?:y|ies)|chews?|lozenges?|drops?|droppers?(?:fuls?)?|scoops?|sachets?|packets?|sticks?|teaspoons?|tsp|tablespoons?|tbsp|spoon(?:ful)?s?|cups?|glass(?:es)?|sips?|sprays?|puffs?|pumps?|shots?|servings?|doses?|vials?|ml)'
const HANDLING = '(?:apply|rub|dab|massage|gargle|rinse|spray|sip|steep|drink|swallow|chew|dissolve|place|smooth|spread|soak|inhale|take)'
const OFTEN = '(?:once|twice|times|daily|nightly|hourly|a day|per day|every|morning|night|bedtime|meals?|breakfast|as needed)'
const OFTEN_JA = '(?:[1一]日|毎日|毎[食晩朝]|朝晩|食[前後]|就寝前)'
/** A cell that gives a dose of what is sold: `1 softgel`, `2粒`. */
const DOSE = new RegExp(
  `^\\W*(?:take\\s|up to\\s)?${COUNT}\\s(?:\\p{L}+\\s)?${FORM}\\b|\\d\\s?(?:粒|錠|包|カプセル|滴|杯|匙|さじ|本|袋|ml)|^\\W*${HANDLING}\\b.*\\b${OFTEN}\\b|(?:塗|ぬ|飲|うがい|つけ|貼|すりこ|湿布).*${OFTEN_JA}|${OFTEN_JA}.*(?:塗|ぬ|飲|うがい|つけ|貼|すりこ|湿布)`,
  'iu',
)
/** A header above doses: `Capsules`, `How much`, 目安. */
const HEADER = new RegExp(
  `^\\W*(?:how(?: (?:much|many|often|to (?:use|take|apply)))?|method|application|dos(?:e|age|ing)|amount(?: to take)?|take|serving(?: size)?|suggested use|directions|${FORM})\\W*$|目安|用量|分量|飲み方|飲む量|召し上がり方|使い方|ひとつまみ|^(?:粒数|量|一回|1回)$`,
  'iu',
)
/** Words that take a dose back: the row warns. */
const WARNS = /\b(?:not|never|avoid|none|no|don't|ask|doctor|physician|stop)\b|ません|避け|控え|相談|中止|禁/i

/** Cells of a table of doses: `During a flare | 3 capsules`, とびひのお子さま | 4粒. */
function cellsBesideDose(blocks: readonly ReadBlock[]): number[] {
  const doseColumns = new Set<string>()
  for (const { cell, text } of blocks)
    if (cell && ((cell.row === 0 && HEADER.test(text)) || (!cell.header && DOSE.test(text))))
      doseColumns.add(`${cell.table}:${cell.column}`)
  const dosed = new Set<string>()
  for (const { cell, text } of blocks) {
    const isDose = cell && doseColumns.has(`${cell.table}:${cell.column}`) && (DOSE.test(text) || /\d|に$/.test(text))
    if (isDose && !cell.header && !WARNS.test(text)) dosed.add(`${cell.table}:${cell.row}`)
  }
  return blocks.flatMap(({ cell, index }) =>
    cell && dosed.has(`${cell.table}:${cell.row}`) && !doseColumns.has(`${cell.table}:${cell.column}`) ? [index] : [],
  )
}

/** A header above complaints, and one above what is sold: a table with both tells what to take for what. */
const COMPLAINT =
  /^\W*(?:(?:your |the |main |health )*(?:problem|condition|concern|complaint|ailment|symptom|issue|illness|trouble|need)s?|if you (?:have|suffer|feel).*|when you have.*|what (?:ails|bothers|hurts).*)\W*$|^(?:お?悩み|症状|病名|不調|気になる(?:こと|症状)|こんな(?:とき|時|方)(?:に|へ)?|困りごと)$/iu
const REMEDY =
  /^\W*(?:(?:what|which one|our|the|top|best|suggested|recommended|natural|herbal) )*(?:to (?:take|try|use|buy)|pick|remed(?:y|ies)|solution|answer|product|formula|supplement|recommendation|herb|tea|choice|blend|capsule)s?(?: to try)?\W*$|^\W*(?:try(?: this)?|take this|reach for|what helps|we recommend|recommended)\W*$|^(?:おすすめ|オススメ|お勧め)?の?(?:商品|製品|サプリ(?:メント)?|成分|ハーブ|お茶|一品)?(?:名)?$/iu
/** A header above uses: `Good for`. */
const USE =
  /^\W*(?:good|best|great|ideal|helpful|use[ds]?|works|recommended|take it|try it|indicated) (?:for|against)\W*$|^\W*(?:helps(?: with)?|fights|targets|indications?)\W*$|^(?:適応(?:症)?|効能(?:・効果)?|効果・効能|用途|対象(?:の(?:症状|お悩み))?|こんな(?:症状|お?悩み|方)(?:に|へ))$/iu

/** A header above whom or what a product is for: `For`. */
const BARE_USE =
  /^\W*(?:(?:made |perfect )?for|for (?:whom|what|you if|people with)|who (?:it is|it's) for|what (?:it is|it's) for|purpose|use|uses)\W*$/iu
/** A header above names of what is sold. */
const NAMES =
  /^\W*(?:the |our |your |which )?(?:product|formula|supplement|ingredient|herb|nutrient|remedy|tea|blend|capsule|plant|active|extract|name)s?\W*$/iu

/** A header of a table that warns. */
const CAUTION =
  /\b(?:cautions?|risks?|interactions?|warnings?|side effects?|avoid|contraindications?|safety)\b|注意|相互作用|禁忌|副作用|避け/iu

/** Cells under `For`, `Good for`, `Helps with` in the row of what is sold: `Bloom Calm | Postpartum depression`. */
export function cellsOfUse(
  blocks: readonly ReadBlock[],
  leadOf: ReadonlyMap<number, ReadBlock>,
  concepts: ReadonlyMap<string, ConceptRow>,
): ReadonlySet<number> {
  const sold = new Set<string>()
  const warning = new Set<number>()
  for (const block of blocks) {
    const { cell } = block
    if (!cell) continue
    if (cell.row === 0 && CAUTION.test(block.text)) warning.add(cell.table)
    if (cell.column === 0 && cell.row > 0 && (namesRemedy(block, concepts) || NAMES.test(leadOf.get(block.index)?.text ?? '')))
      sold.add(`${cell.table}:${cell.row}`)
  }
  return new Set(
    blocks.flatMap(({ cell, index }) => {
      const header = leadOf.get(index)
      if (!cell || cell.column === 0 || !header?.cell || warning.has(cell.table) || governingSetting(header)) return []
      return sold.has(`${cell.table}:${cell.row}`) && (USE.test(header.text) || BARE_USE.test(header.text)) ? [index] : []
    }),
  )
}

/** `Varicose veins | Horse chestnut` under `Problem | What to take`. */
function cellsBesideRemedy(blocks: readonly ReadBlock[], leadOf: ReadonlyMap<number, ReadBlock>): number[] {
  const headed = (header: RegExp) => new Set(blocks.flatMap(({ cell, text }) => (cell?.row === 0 && header.test(text) ? [cell.table] : [])))
  const withRemedies = headed(REMEDY)
  const warning = headed(CAUTION)
  return blocks.flatMap(({ cell, index }) => {
    const header = leadOf.get(index)
    if (!cell || !header?.cell || warning.has(cell.table) || governingSetting(header)) return []
    return USE.test(header.text) || (withRemedies.has(cell.table) && COMPLAINT.test(header.text)) ? [index] : []
  })
}

/** What leads in a list of what things are for: `Shop by condition`, `Recommended for people with:`, お悩み別に選ぶ. */
const LEADS_TO_USE =
  /\bby (?:health )?(?:condition|concern|ailment|complaint|symptom|illness|disease)s?\W*$|^\W*(?:highly )?(?:recommended|suitable|great|good|ideal|perfect|made|best|helpful|useful|indicated|use it|take it|works)(?: for| against)(?: (?:people|those|anyone|men|women|adults|customers|everyone) (?:with|who have|who suffer from|suffering from|living with))?\W*$|^\W*(?:indications(?: for use)?|helps with|may help with)\W*$|(?:お?悩み|症状|病名)(?:別|から|で)(?:に)?(?:商品を)?(?:選ぶ|探す|さがす|えらぶ|検索)?$|^(?:こんな|このような|次のような|以下のような)(?:お?悩み|症状|不調)(?:の?方)?(?:に|へ|には)(?:おすすめ|オススメ|お勧め|ぴったり|どうぞ)?(?:です)?[:：]?$|^(?:適応症?|効能(?:・効果)?)[:：]?$/iu

function itemsOfUse(blocks: readonly ReadBlock[], leadOf: ReadonlyMap<number, ReadBlock>): number[] {
  return blocks.flatMap((block) => {
    const lead = leadOf.get(block.index)
    if (block.role !== 'list-item' || !lead || governingSetting(lead)) return []
    const isUse = (LEADS_TO_USE.test(lead.text) && isPhrase(block)) || (LEADS_TO_PEOPLE.test(lead.text) && isTrait(block))
    return isUse ? [block.index] : []
  })
}

/** What leads in a list in which readers find themselves: こんな方におすすめ, このような方に選ばれています, ひとつでも当てはまる方へ. */
const LEADS_TO_PEOPLE =
  /^\W*(?:(?:こんな|このような|こういう|次のような|以下のような|そんな)(?:お?悩み|症状|不調|状態)?の?(?:方|人|かた|あなた|皆さま|ママ|パパ)(?:々|たち)?(?:に|へ|には|にこそ|から|の)(?:[^。]{0,10}(?:おすすめ|オススメ|お勧め|ぴったり|ピッタリ|どうぞ|最適|選ばれ|飲んで(?:ほしい|いただきたい)|お試し|届けたい|声|味方)[^。]{0,8})?|(?:ひとつ|一つ|1つ)でも(?:当て|あて)はまる(?:方|人|かた)(?:は|に|へ)[^。]{0,12})[\s。!！:：♪]*$/u

/** One short clause that says how somebody is: 脂肪肝と診断された. */
const isTrait = ({ sentences }: ReadBlock): boolean =>
  sentences.length === 1 && sentences[0]!.kind !== 'question' && sentences[0]!.tokens.length <= LONGEST_TRAIT

/** A heading that is the name of a disease and nothing else, over a list of which each item names something that can be taken: `Whooping cough` above `Thyme pastilles`. */
function headingsOverRemedies(
  blocks: readonly ReadBlock[],
  leadOf: ReadonlyMap<number, ReadBlock>,
  concepts: ReadonlyMap<string, ConceptRow>,
): number[] {
  const items = new Map<number, ReadBlock[]>()
  for (const block of blocks) {
    const lead = block.role === 'list-item' ? leadOf.get(block.index) : undefined
    if (lead?.role === 'heading') items.set(lead.index, [...(items.get(lead.index) ?? []), block])
  }
  return [...items].flatMap(([index, under]) => {
    const isNamed = namedDisease(blocks[index]!, concepts)
    return isNamed && under.every((item) => isPhrase(item) && namesRemedy(item, concepts)) ? [index] : []
  })
}

/** Words of a name: `Tart cherry capsules, 60 count`. */
const LONGEST_NAME = 6
/** Words of a clause that tells how somebody is. */
const LONGEST_TRAIT = 16

/** Most of the letters are those of diseases. */
function namedDisease({ text, sentences }: ReadBlock, concepts: ReadonlyMap<string, ConceptRow>): boolean {
  const named = sentences.flatMap((sentence) => sentence.concepts).filter(({ concept }) => concepts.get(concept)?.type === 'disease')
  return named.reduce((sum, { at }) => sum + at.to - at.from, 0) >= 0.7 * text.trim().length && named.length > 0
}

const namesRemedy = ({ sentences }: ReadBlock, concepts: ReadonlyMap<string, ConceptRow>): boolean =>
  sentences.some((sentence) => sentence.concepts.some(({ concept }) => concepts.get(concept)?.type === 'agent'))

/** One short phrase without a verb of its own, as a name is. */
const isPhrase = ({ sentences }: ReadBlock): boolean =>
  sentences.length === 1 && sentences[0]!.kind === 'fragment' && sentences[0]!.tokens.length <= LONGEST_NAME

const excusing: ReadonlySet<string> = new Set(['negated', 'referral', 'warning', 'quoted', 'counterfactual'])

/** The use against a disease that a place of use gives what is named there; `stated`: a header says that it is one. */
export function useOf(sentence: Sentence, concepts: ReadonlyMap<string, ConceptRow>, stated: boolean): Effect | undefined {
  if (sentence.cues.some(({ setting }) => excusing.has(setting))) return undefined
  for (const { concept, at } of sentence.concepts) {
    const row = concepts.get(concept)
    if (!row || !conceptFits(row, ['disease', 'symptom', 'pathogen'])) continue
    return {
      agent: { kind: 'product' },
      act: stated ? { concept: 'act.serve', family: 'serve', at } : { concept: 'act.residual', family: 'preserve', at },
      target: { concept, type: row.type as NonNullable<Effect['target']>['type'], at },
      qualifiers: [],
      settings: [],
      outcome: 'benefit',
      parts: [at],
      by: stated ? 'composed.use' : 'residual',
    }
  }
  return undefined
}
