/** One word of Japanese text as the IPADIC dictionary knows it. */
export interface Morpheme {
  /** The text itself, cut from what was given to `tokenize`. All surfaces of a text, joined, give it back exactly. */
  readonly surface: string
  /** The dictionary form (食べ -> 食べる); the surface itself where the dictionary has none, as for numbers, Latin words and unknown words. */
  readonly base: string
  /** Four levels joined by commas, as IPADIC writes them: `名詞,サ変接続,*,*`. */
  readonly pos: string
  /** IPADIC's conjugation class, such as `一段` or `五段・ラ行`; `*` for words that do not conjugate. */
  readonly conjugationType: string
  /** IPADIC's conjugation form, such as `連用形` or `未然形`; `*` for words that do not conjugate. */
  readonly conjugationForm: string
  /** UTF-16 offset of the first code unit in the text given. */
  readonly start: number
  /** UTF-16 offset after the last code unit. Neither end falls between the halves of a surrogate pair. */
  readonly end: number
}

/** Cuts Japanese text into words. The same text always gives the same words; no text makes it throw. */
export interface Tokenizer {
  tokenize(text: string): readonly Morpheme[]
}

/** `packed`: our own lattice over a packed copy of kuromoji's dictionary. `kuromoji`: the library itself, slower, same words. */
export type TokenizerKind = 'packed' | 'kuromoji'
