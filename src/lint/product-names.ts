import type { Block } from '../core/block.js'
import type { RuleSet } from '../match/schema.js'

/**
 * The coined names that these blocks give a product, in lower case and sorted: "Kelsora" of "# Kelsora, 60 capsules", "Order Kelsora today." or "Kelsora®".
 * Only a place that shows a product counts, and only a word that the lexicon does not hold (no drug, disease, ingredient or product form), that is no
 * everyday word, and that the blocks never use in lower case, after a title ("Dr Kelsora") or beside a second name ("Anna Kelsora").
 */
export function productNamesIn(blocks: readonly Block[], rules: RuleSet): string[] {
  const found = new Set<string>()
  for (const { text, role } of blocks) {
    if (role === 'code') continue
    for (const { pattern, inHeadings } of places) {
      if (!inHeadings && role === 'heading') continue
      for (const match of text.matchAll(pattern)) found.add(match[1]!)
    }
  }
  if (found.size === 0) return []
  const known = knownWords(rules)
  const isCoined = (name: string) =>
    !stems(name.toLowerCase()).some((stem) => known.has(stem)) && !blocks.some(({ text }) => standsOtherwise(text, name))
  return [...found]
    .filter(isCoined)
    .map((name) => name.toLowerCase())
    .sort()
}

const coined = String.raw`(?<![\p{L}\p{N}.'’&/-])(\p{Lu}\p{Ll}{3,})(?![\p{L}\p{N}])`
const form = `(?:capsules?|tablets?|caplets?|softgels?|gummies|drops|pills?|lozenges?|pastilles|sachets|tincture|elixir|カプセル|粒|錠|包)`
const formInTitle = `(?:Capsules?|Tablets?|Caplets?|Softgels?|Gummies|Drops|Pills?|Lozenges?|Pastilles|Sachets|Tincture|Elixir)`

/** Where the name of a product stands. Headings write every word with a capital, so what follows a verb there shows nothing. */
const places: readonly { readonly pattern: RegExp; readonly inHeadings: boolean }[] = [
  // "Kelsora, 60 capsules", "Kelsora Sleep – 30 vegan tablets"
  {
    pattern: new RegExp(String.raw`^\s*${coined}[®™]?(?:\s+\p{Lu}\p{Ll}+){0,2}\s*[,、:(–—|-]?\s*\d+\s*(?:vegan\s|veggie\s)?${form}`, 'gmu'),
    inHeadings: true,
  },
  // "Valeria Drops", "our Kelsora capsules"
  {
    pattern: new RegExp(String.raw`(?:^|[.!?]\s+|\b[Oo]ur\s+)${coined}[®™]?\s+(?:${form}|${formInTitle})(?!\p{L})`, 'gmu'),
    inHeadings: false,
  },
  // "Order Kelsora today.", "try Kelsora with meals"
  {
    pattern: new RegExp(
      String.raw`(?<!\p{L})(?:[Oo]rder|[Tt]ry|[Bb]uy|[Oo]ur)\s+${coined}(?=\s*(?:[.!?;,:®™]|$|(?:today|now|daily|tonight|every|once|twice|before|after|with|for)\b))`,
      'gmu',
    ),
    inHeadings: false,
  },
  // "Take Kelsora daily": without "Take Anna, for example"
  {
    pattern: new RegExp(
      String.raw`(?<!\p{L})[Tt]ake\s+${coined}(?=\s*(?:[.®™]|$|(?:today|now|daily|tonight|every|once|twice|before|after|with)\b))`,
      'gmu',
    ),
    inHeadings: false,
  },
  { pattern: new RegExp(String.raw`${coined}\s?[®™]`, 'gu'), inHeadings: true },
]

/** The name in lower case is a word; after a title or beside a given name it is a person's. */
function standsOtherwise(text: string, name: string): boolean {
  if (!text.toLowerCase().includes(name.toLowerCase())) return false
  const asWord = new RegExp(String.raw`(?<![\p{L}\p{N}])${name.toLowerCase()}(?![\p{L}\p{N}])`, 'u')
  const asPerson = new RegExp(
    String.raw`(?:\b(?:Dr|Mr|Mrs|Ms|Prof|Professor|Doctor|Sir|Saint|St)\.?\s+|(?<=[\p{Ll},]\s)\p{Lu}\p{Ll}+\s+)${name}(?!\p{L})`,
    'u',
  )
  return asWord.test(text) || asPerson.test(text)
}

/** A word with and without the ending of a plural. */
const stems = (word: string): string[] => [word, word.replace(/s$/, ''), word.replace(/es$/, ''), word.replace(/ies$/, 'y')]

const wordsOf = new WeakMap<RuleSet, ReadonlySet<string>>()

/** Every word of the lexicon, and those that order, try and the like bring without naming a product. */
function knownWords(rules: RuleSet): ReadonlySet<string> {
  let words = wordsOf.get(rules)
  if (!words) {
    words = new Set([
      ...everyday,
      ...rules.concepts.flatMap((row) => (row.en ?? []).flatMap(({ text }) => text.toLowerCase().split(/[^\p{L}]+/u))),
    ])
    wordsOf.set(rules, words)
  }
  return words
}

/** Words with a capital that stand in the places of a product's name: qualities, days, months, places, sellers and what a page is made of. */
const everyday =
  `about active advanced adult adults again amazon american america antioxidant apple asia australia basic best better blog bundle canada
  care carefully cart chewable children china chinese chocolate classic clean coated complete contact control custom customer customers daily
  delicious delayed digital dissolvable double each easy effective english enteric europe european extra facebook facts family fast first
  five flavored flavoured four free french fresh friday fruit german germany google gold good great guarantee happy health healthy here
  high home immediately india indian ingredients instagram instead japan japanese kids liquid london long many march maximum medical
  microsoft mission mixed monday monthly months more most natural never nightly none notes nothing once online only orange oral organic original
  other over paris philosophy plain plant policy power premium prescription professional promise pure quality quick raspberry results review reviews
  right sale saturday science scientific search seven shop single sleeping slow small soft some something source special standard
  store story strawberry strong study sugar sunday super sweet swiss team that them then these thing things this those three thursday
  time today tomorrow triple tuesday twitter ultimate ultra unflavored values vanilla vegan vegetarian vegetable wednesday week weekly what
  white whole wild women work years your youtube january february april june july august september october november december`.split(/\s+/)
