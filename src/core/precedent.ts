/**
 * What an authority said of a wording: a ruling in a guide or preamble, or a claim that a warning letter objected to. Evidence, not a rule: the
 * authority judges the labelling as a whole. A row of `rules/precedents/*.yml`, as findings carry it.
 */
export interface Precedent {
  /** The authority's quotation. Wholly in square brackets: it describes a picture or an ingredient. */
  readonly phrase: string
  readonly ruling: 'acceptable' | 'not acceptable' | 'depends on context' | 'objected to'
  /** The document that rules, or the firm the letter went to. */
  readonly by: string
  /** `2002-01-09`, `2021-02` or `2008`: as far as it is known. */
  readonly date: string
  /** The paragraph it was judged under; for letters our reading. */
  readonly criterion: string
  /** Page, question or letter number. */
  readonly section: string
  /** Where the quotation was read. */
  readonly source: string
  /** `memory`: nobody compared it with a copy. Such rows are never shown. */
  readonly verified: string
  readonly note?: string
}
