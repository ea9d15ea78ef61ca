import type { Severity } from './finding.js'

export type Market = 'us' | 'jp' | 'eu'
export type Locale = 'en' | 'ja'

/** What one rule is set to: off, or a severity with options of its own. */
export interface RuleSetting {
  readonly severity?: Severity | 'off'
  readonly options?: Readonly<Record<string, unknown>>
}

/** The settings that a lint of one file depends on, all defaults filled in. Plain data: part of the cache key. */
export interface LintConfig {
  readonly markets: readonly Market[]
  readonly locale: Locale
  readonly product: {
    readonly names: readonly string[]
    readonly ingredients: readonly string[]
    /** `supplement` (default), `food`: no disclaimer is due; `editorial`: labeling duties are off. `auto`: supplement, unless the page shows no trace of a product. */
    readonly kind: 'auto' | 'supplement' | 'food' | 'editorial'
  }
  readonly rules: Readonly<Record<string, RuleSetting>>
  readonly markdown: {
    readonly parser: 'lezer' | 'remark'
    /** Remark plug-ins of the site, absolute files; only with the parser `remark`. */
    readonly plugins: readonly { readonly file: string; readonly options?: unknown }[]
  }
  /** Of data files (JSON, YAML, CSV) the fields to read: selector (`products[].description`) to what the field is written in. */
  readonly content: Readonly<Record<string, 'text' | 'markdown' | 'html'>>
  /** 21 CFR 101.93(d), "at the end of each such statement": `sentence` (default) or, laxer, `paragraph`. */
  readonly linkGranularity: 'sentence' | 'paragraph'
  /** Where a source has to stand for a study claim: in the sentence, or anywhere in its paragraph. */
  readonly citationScope: 'sentence' | 'paragraph'
}

export const defaultConfig: LintConfig = {
  markets: ['us'],
  locale: 'en',
  product: { names: [], ingredients: [], kind: 'auto' },
  rules: {},
  markdown: { parser: 'lezer', plugins: [] },
  content: {},
  linkGranularity: 'sentence',
  citationScope: 'paragraph',
}
