import type { Claim } from '../../src/core/claim.js'
import type { ReadBlock } from '../../src/core/document.js'
import type { ConceptHit } from '../../src/core/sentence.js'
import type { TextSpan } from '../../src/core/span.js'

/** Parts of speech that a name is made of; a particle, a verb or a preposition makes a phrase of it. */
const NOMINAL = { en: /^(?:noun|adjective|number|symbol|other)$/, ja: /^(?!助詞(?!,連体化)|助動詞|動詞,自立)/ } as const

/**
 * `Saffron Mood Capsules`, `快眠サポートグミ`: all the sentence says is what the product is called. Whether such a name owes the disclaimer
 * depends on the page around it.
 */
export function isProductName({ sentence, effect, language }: Claim, { text }: ReadBlock): boolean {
  if (!effect?.target) return false
  const target = effect.target.at
  // in an order or a list each line has its own
  const said = text.slice(sentence.at.from, sentence.at.to)
  const ends = said.indexOf('\n', target.to - sentence.at.from)
  const line = {
    from: sentence.at.from + said.lastIndexOf('\n', target.from - sentence.at.from) + 1,
    to: ends < 0 ? sentence.at.to : sentence.at.from + ends,
  }
  const isOnLine = ({ at }: { readonly at: TextSpan }): boolean => at.from >= line.from && at.to <= line.to
  const sold = sentence.concepts.findLast((hit) => isSold(hit) && isOnLine(hit))
  if (!sold || sold.at.from < target.to) return false
  const words = sentence.tokens.filter((token) => isOnLine(token) && token.at.from < sold.at.from)
  if (words.length > 9) return false
  if (language === 'ja') return words.every(({ pos }) => NOMINAL.ja.test(pos))
  return words.every(({ at, pos, surface }) => {
    const isJoined = /^(?:[&+x×]|and)$/.test(surface)
    // "Sleep Support Gummies": nouns that could be verbs, behind the first word of the sentence or as its target
    const isNoun = NOMINAL.en.test(pos) || at.from >= target.from
    return isJoined || (isNoun && !/^\p{Ll}/u.test(text.slice(at.from, at.to)))
  })
}

const isSold = ({ concept }: ConceptHit): boolean => concept.startsWith('product.') || concept.startsWith('ingredient.')
