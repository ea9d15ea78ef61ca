import type { Block } from '../core/block.js'
import { byScript } from '../core/by-script.js'
import { derived } from '../languages/en/derived.js'
import type { NameWord, RuleSet } from '../match/schema.js'
import type { WordLookup } from '../match/word-table.js'

/**
 * The names that these blocks give a product, as written and sorted. Coined ones: "Kelsora" of "# Kelsora, 60 capsules", "Order Kelsora today.", "Kelsora®"
 * or "Kelsora eases arthritis.". Only a place that shows a product counts, and only a word that the lexicon does not hold (no drug, disease, ingredient,
 * product form, person, place or other word that sentences open with: `rules/concepts/not-a-name.yml`), that is not built as English nouns are
 * ("Ventilation"), and that the blocks never use in lower case, after a title ("Dr Kelsora") or beside a second name ("Anna Kelsora").
 * Names of two or three ordinary words ("Velvet Bloom") where a sentence buys, takes or counts them and another place names them again.
 */
export function productNamesIn(blocks: readonly Block[], rules: RuleSet): string[] {
  const words = nameWordsOf(rules)
  const found = new Set<string>()
  for (const { text, role } of blocks) {
    if (role === 'code' || !holdsCoined(text, words)) continue
    for (const { pattern, inHeadings } of places) {
      if (!inHeadings && role === 'heading') continue
      for (const match of text.matchAll(pattern(text))) found.add(match[1]!)
    }
    for (const [, name, modal, verb] of text.matchAll(subject(text)))
      if (words.get(modal ? thirdPerson(verb!) : verb!)?.act) found.add(name!)
  }
  const isCoined = (name: string) => isNoWord(name, words) && !blocks.some(({ text }) => standsOtherwise(text, name))
  return [...[...found].filter(isCoined), ...composedNamesIn(blocks, words)].sort()
}

/** "Velvet Bloom" of "Buy Velvet Bloom now.": ordinary words with capitals, named as wares are, and named again. */
function composedNamesIn(blocks: readonly Block[], words: WordLookup<NameWord>): string[] {
  const found = new Set<string>()
  for (const { text, role } of blocks) {
    if (role === 'code') continue
    for (const { pattern, inHeadings } of waresPlaces) {
      if (!inHeadings && role === 'heading') continue
      for (const match of text.matchAll(pattern(text))) found.add(match[1]!)
    }
  }
  return [...found].filter((name) => {
    if (name.split(/\s+/).some((word) => stems(word.toLowerCase()).some((stem) => words.get(stem)?.taken))) return false
    return blocks.reduce((count, { text }) => count + text.split(name).length - 1, 0) > 1
  })
}

/** A word with a capital that the lexicon does not hold: without one there is no name to look for. */
function holdsCoined(text: string, words: WordLookup<NameWord>): boolean {
  for (const [name] of text.matchAll(capital(text))) if (isNoWord(name, words)) return true
  return false
}

/** Neither in the lexicon nor built as English words are. */
const isNoWord = (name: string, words: WordLookup<NameWord>): boolean =>
  !derived.test(name) && !stems(name.toLowerCase()).some((stem) => words.get(stem)?.known)

const capital = byScript(/\p{Lu}\p{Ll}{3,}/gu)
const coined = String.raw`(?<![\p{L}\p{N}.'’&/-])(\p{Lu}\p{Ll}{3,})(?![\p{L}\p{N}])`
const form = `(?:capsules?|tablets?|caplets?|softgels?|gummies|drops|pills?|lozenges?|pastilles|sachets|tincture|elixir|カプセル|粒|錠|包)`
const formInTitle = `(?:Capsules?|Tablets?|Caplets?|Softgels?|Gummies|Drops|Pills?|Lozenges?|Pastilles|Sachets|Tincture|Elixir)`

const pattern = (source: string) => byScript(new RegExp(source, 'gmu'))

/** Where the name of a product stands. Headings write every word with a capital, so what follows a verb there shows nothing. */
const places: readonly { readonly pattern: ReturnType<typeof byScript>; readonly inHeadings: boolean }[] = [
  // "Kelsora, 60 capsules", "Kelsora Sleep – 30 vegan tablets"
  {
    pattern: pattern(String.raw`^\s*${coined}[®™]?(?:\s+\p{Lu}\p{Ll}+){0,2}\s*[,、:(–—|-]?\s*\d+\s*(?:vegan\s|veggie\s)?${form}`),
    inHeadings: true,
  },
  // "Valeria Drops", "our Kelsora capsules"
  { pattern: pattern(String.raw`(?:^|[.!?]\s+|\b[Oo]ur\s+)${coined}[®™]?\s+(?:${form}|${formInTitle})(?!\p{L})`), inHeadings: false },
  // "Order Kelsora today.", "try Kelsora with meals"
  {
    pattern: pattern(
      String.raw`(?<!\p{L})(?:[Oo]rder|[Tt]ry|[Bb]uy|[Oo]ur)\s+${coined}(?=\s*(?:[.!?;,:®™]|$|(?:today|now|daily|tonight|every|once|twice|before|after|with|for)\b))`,
    ),
    inHeadings: false,
  },
  // "Take Kelsora daily": without "Take Anna, for example"
  {
    pattern: pattern(
      String.raw`(?<!\p{L})[Tt]ake\s+${coined}(?=\s*(?:[.®™]|$|(?:today|now|daily|tonight|every|once|twice|before|after|with)\b))`,
    ),
    inHeadings: false,
  },
  { pattern: pattern(String.raw`${coined}\s?[®™]`), inHeadings: true },
  // "two bottles of Kelsora", "after six weeks on Kelsora", "thanks to Kelsora"
  {
    pattern: pattern(
      String.raw`(?<!\p{L})(?:(?:bottles?|jars?|boxe?s?|doses?|packs?|tins?|${form})\s+of|(?:days?|weeks?|months?)\s+(?:on|of|with)|[Tt]hanks\s+to|[Ss]tarted(?:\s+(?:on|taking))?|[Tt]aking|[Mm]eet|[Ii]ntroducing|[Dd]iscover)\s+${coined}(?!\s+\p{Lu}\p{Ll})`,
    ),
    inHeadings: true,
  },
  // "With Kelsora you …", "Wake up rested with Kelsora."
  {
    pattern: pattern(String.raw`(?:^|[.!?]\s+)(?:With|On)\s+${coined}(?=,?\s+(?:you|your|there|it|no)\b)|(?<=\swith\s)${coined}(?=[.!])`),
    inHeadings: true,
  },
  // "Kelsora for arthritis", "Kelsora Heart is made for …"
  {
    pattern: pattern(
      String.raw`(?:^|[.!?]\s+)${coined}(?<!s)(?:\s+\p{Lu}\p{Ll}+)?\s+(?:is\s+|was\s+)?(?:(?:made|formulated|designed|perfect|ideal|great|good|best)\s+)?for\s+(?=\p{Ll})`,
    ),
    inHeadings: true,
  },
]

const composed = String.raw`(?<![\p{L}\p{N}.'’&/-])(\p{Lu}\p{Ll}+(?:[ \u00a0]\p{Lu}\p{Ll}+){1,2})(?![\p{L}\p{N}])`
const when = String.raw`(?=\s*(?:[.!?;,:®™]|$|(?:today|now|here|daily|tonight|every|once|twice|before|after|with|for|online)\b))`

/** Where a name of ordinary words can be nothing but the name of what is sold. */
const waresPlaces: readonly { readonly pattern: ReturnType<typeof byScript>; readonly inHeadings: boolean }[] = [
  // "Velvet Bloom, 60 capsules"
  { pattern: pattern(String.raw`^\s*${composed}[®™]?\s*[,、:(–—|-]?\s*\d+\s*(?:vegan\s|veggie\s)?${form}`), inHeadings: true },
  // "our Velvet Bloom capsules"
  { pattern: pattern(String.raw`\b(?:[Oo]ur|the|of)\s+${composed}[®™]?\s+(?:${form})(?!\p{L})`), inHeadings: false },
  // "Buy Velvet Bloom now", "take Velvet Bloom with a meal"
  { pattern: pattern(String.raw`(?<!\p{L})(?:[Oo]rder|[Tt]ry|[Bb]uy|[Tt]ake|[Tt]aking|[Ss]hop)\s+${composed}${when}`), inHeadings: false },
  { pattern: pattern(String.raw`${composed}\s?[®™]`), inHeadings: true },
  // "a bottle of Velvet Bloom", "six weeks on Velvet Bloom"
  {
    pattern: pattern(
      String.raw`(?<!\p{L})(?:(?:bottles?|jars?|boxe?s?|packs?|tins?|pouch(?:es)?|${form})\s+of|(?:days?|weeks?|months?)\s+(?:on|of|with))\s+${composed}`,
    ),
    inHeadings: false,
  },
]

/** "Kelsora eases …", "Kelsora Heart can help …", "…, Kelsora will bring …": a clause opens with it, and it acts on the body. */
const subject = pattern(
  String.raw`(?:^|[.!?,:]\s+)${coined}(?:\s+\p{Lu}\p{Ll}+)?\s+(?:(?:also|gently|naturally|quickly|safely)\s+)?((?:can|may|could|will|to)\s+)?(\p{Ll}+)`,
)

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

const kept = new WeakMap<RuleSet, WordLookup<NameWord>>()

function nameWordsOf(rules: RuleSet): WordLookup<NameWord> {
  let words = kept.get(rules)
  if (!words) {
    words = rules.nameWords?.() ?? nameWords(rules)
    kept.set(rules, words)
  }
  return words
}

/** Every word of the lexicon, and the verbs that name an act on the body as they follow a name: "eases". The build makes it for the rules that ship. */
export function nameWords(rules: RuleSet): ReadonlyMap<string, NameWord> {
  const words = new Map<string, NameWord>()
  const add = (word: string, as: NameWord): void => {
    words.set(word, { ...words.get(word), ...as })
  }
  for (const row of rules.concepts) {
    for (const { text, pos } of row.en ?? []) {
      const parts = text.toLowerCase().split(/[^\p{L}]+/u)
      const isTaken = ofItsOwn.has(row.type) || row.id === 'other.person'
      for (const part of parts) add(part, { known: true, ...(isTaken && parts.length === 1 && { taken: true }) })
      if (row.type === 'act' && (pos ?? 'verb') === 'verb') add(thirdPerson(text.toLowerCase().split(' ')[0]!), { act: true })
    }
  }
  for (const verb of carriers) add(thirdPerson(verb), { act: true })
  return words
}

/** Words of these are what they are also with a capital: an ingredient, a drug, a disease, a person. */
const ofItsOwn: ReadonlySet<string> = new Set('agent drug-class drug-or-therapy disease symptom abnormal-state pathogen'.split(' '))

/** Verbs that carry an act that follows: "helps reduce", "gives you a boost", "works on". */
const carriers = 'help give work keep make let bring get take put leave send free turn change save'.split(' ')

function thirdPerson(verb: string): string {
  if (/[^aeiou]y$/.test(verb)) return verb.replace(/y$/, 'ies')
  return /(?:s|sh|ch|x|z)$/.test(verb) ? `${verb}es` : `${verb}s`
}
