import type { Tokenizer } from './tokenizer/types.js'

/** How the words of a lexicon are cut: dictionary forms in lower case. */
export interface Cutter {
  alone(text: string): readonly string[]
  /** The words after に, where に itself stays a word. */
  afterParticle(text: string): readonly string[] | undefined
}

/** What a cutter said, as plain data: the build makes it once for the rules that ship, so that none of them is tokenised when the linter starts. */
export interface Cuts {
  readonly alone: Readonly<Record<string, readonly string[]>>
  readonly afterParticle: Readonly<Record<string, readonly string[]>>
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

/** Answers from `cuts`, and asks `cutter` for what is not there. */
export function recordedCutter(cuts: Cuts, cutter: Cutter): Cutter {
  const alone = new Map(Object.entries(cuts.alone))
  const afterParticle = new Map(Object.entries(cuts.afterParticle))
  return {
    alone: (text) => alone.get(text) ?? cutter.alone(text),
    afterParticle: (text) => (alone.has(text) ? afterParticle.get(text) : cutter.afterParticle(text)),
  }
}

/** A cutter that notes what it was asked. */
export function recorder(cutter: Cutter): { readonly cutter: Cutter; readonly cuts: Cuts } {
  const alone: Record<string, readonly string[]> = {}
  const afterParticle: Record<string, readonly string[]> = {}
  return {
    cuts: { alone, afterParticle },
    cutter: {
      alone(text) {
        alone[text] = cutter.alone(text)
        return alone[text]
      },
      afterParticle(text) {
        const words = cutter.afterParticle(text)
        if (words) afterParticle[text] = words
        return words
      },
    },
  }
}
