import type { Claim } from '../../src/core/claim.js'
import type { ReadBlock } from '../../src/core/document.js'
import type { ConceptHit } from '../../src/core/sentence.js'

/** Parts of speech that a name is made of; a particle, a verb or a preposition makes a phrase of it. */
const NOMINAL = { en: /^(?:noun|adjective|number|symbol|other)$/, ja: /^(?!助詞|助動詞|動詞,自立)/ } as const

/**
 * `Saffron Mood Capsules`, `快眠サポートグミ`: all the sentence says is what the product is called. Whether such a name owes the disclaimer
 * depends on the page around it.
 */
export function isProductName({ sentence, effect, language }: Claim, { text }: ReadBlock): boolean {
  if (!effect?.target || sentence.tokens.length > 10) return false
  const target = effect.target.at
  const sold = sentence.concepts.findLast(isSold)
  if (!sold || sold.at.from < target.to) return false
  const words = sentence.tokens.filter(({ at }) => at.from < sold.at.from)
  if (language === 'ja') return words.every(({ pos }) => NOMINAL.ja.test(pos))
  return words.every(({ at, pos, surface }) => {
    const isJoined = surface === '&' || surface === 'and' || surface === '+'
    // "Sleep Support Gummies": nouns that could be verbs, behind the first word of the sentence or as its target
    const isNoun = NOMINAL.en.test(pos) || at.from >= target.from
    return isJoined || (isNoun && !/^\p{Ll}/u.test(text.slice(at.from, at.to)))
  })
}

const isSold = ({ concept }: ConceptHit): boolean => concept.startsWith('product.') || concept.startsWith('ingredient.')
