import type { FiledPhrases } from '../../match/filed-phrases.js'
import type { PhraseMatch, PhraseSentence } from '../../match/phrase.js'
import type { CompiledPhrase, PhrasePattern } from '../../match/schema.js'

/** Every match of the phrases in the sentence, phrases in the order of their files. */
export function* matchesOf<Row>(
  phrases: FiledPhrases<Row>,
  sentence: PhraseSentence,
): Iterable<{ readonly compiled: CompiledPhrase<Row>; readonly match: PhraseMatch }> {
  for (const compiled of phrases.holding(keysOf(sentence.subject.tokens))) {
    for (const match of sentence.matches(compiled.pattern)) yield { compiled, match }
  }
}

/** What a word of a sentence may be filed under; a word of a pattern may span several morphemes: 課徴|金, 認知|機能|検査. */
function* keysOf(tokens: PhraseSentence['subject']['tokens']): Iterable<string> {
  for (const [index, { surface, lemma }] of tokens.entries()) {
    const next = tokens[index + 1]
    if (next) {
      yield surface + next.surface
      const third = tokens[index + 2]
      const fourth = tokens[index + 3]
      if (third) yield surface + next.surface + third.surface
      // す|ー|っと
      if (third && fourth) yield surface + next.surface + third.surface + fourth.surface
    }
    yield surface
    if (lemma !== surface) yield lemma
  }
}

/** The alternatives of the longest required word of the pattern: the rarest guess there is without counting. */
export function keyWords(pattern: PhrasePattern): readonly string[] {
  let best: readonly string[] = []
  let length = 0
  for (const element of pattern.elements) {
    if (element.kind !== 'word' || element.optional || element.words.some((w) => (w.length > 1 && w.endsWith('*')) || w.includes('#')))
      continue
    const words = element.words.map((w) => (w.startsWith('=') ? w.slice(1) : w))
    const shortest = Math.min(...words.map((w) => w.length))
    if (shortest > length) {
      best = words
      length = shortest
    }
  }
  return best
}
