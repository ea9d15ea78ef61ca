import type { Tokenizer } from './tokenizer/types.js'

/** How the words of a lexicon are cut: dictionary forms in lower case. */
export interface Cutter {
  alone(text: string): readonly string[]
  /** The words after に, where に itself stays a word. */
  afterParticle(text: string): readonly string[] | undefined
}

export function cutterOf(tokenizer: Tokenizer): Cutter {
  const basesOf = (text: string) => tokenizer.tokenize(text).map((m) => m.base.toLowerCase())
  return {
    alone: basesOf,
    afterParticle(text) {
      const [particle, ...after] = tokenizer.tokenize(`に${text}`)
      return particle?.surface === 'に' ? after.map((m) => m.base.toLowerCase()) : undefined
    },
  }
}
