import type { LintConfig } from '../core/config.js'
import type { WordLookup } from '../match/word-table.js'

/**
 * A look at raw text that tells whether a file can hold anything for any rule, so that no parser and no analyser is loaded for one that cannot.
 * It only knows plain English prose: a file with markup that may stand inside a word, hide text or mark a note, with characters that fold into others,
 * or with anything that looks like a notice, a source or a directive is always parsed. `scan-words.ts` (build) makes the words.
 */
export interface ScanWords<Words extends WordLookup<ScanWord> = WordLookup<ScanWord>> {
  /** Lower-case letters and digits: one piece of each form that can wake the analyser or begin a phrase of a rule. */
  readonly words: Words
  readonly prefixes: readonly string[]
  /** Endings of words that name a disease (seven letters and more). */
  readonly endings: readonly string[]
}

/** `weak`: counts only where a `companion` stands in the file too. */
export interface ScanWord {
  readonly strong?: true
  readonly weak?: true
  readonly companion?: true
}

/** Above this size a format may not read all of a file's structure, and says so: never skipped. UTF-16 units. */
const largest = 200_000

/** Whatever is not printable ASCII, white space or a quotation mark or dash of print. */
const unusual = /[^\t\n\r\x20-\x7e‘’“”–—]/
/** Markers, HTML, links, footnotes, character references, escapes, templates. */
const markup = /[*^[\]<{\\§|]|&[#\w]|^\s*:::|!(?=\()/m
const strayHash = /#(?!#*[ \t])|[^#\s][ \t]*#|\S[ \t]+#/
/** Emphasis or code inside a word, a word over two lines, a name made of several. */
const insideWord = /[A-Za-z0-9][_`~]+[A-Za-z0-9]|[A-Za-z0-9][-–—]\s*\n|[A-Za-z]+[a-z][A-Z]|[A-Z]{2}[a-z]|[A-Za-z][-–—][A-Z]|(?:cure|heal)\b/
/** Years, numbers in brackets, numbers behind a full stop or a letter, sums of money. */
const numbers = /(?:19|20)\d\d|\(\s*\d|\d\s*\)|[.,;:!?"”’]\d|[A-Za-z]\d|^[ \t]*\d+[.)]|10\./m
/** Words of notices, reference lists, sources and directives. */
const notices =
  /food|drug|fda\b|intend|diagnos|cur(?:e|ing)\b|canada|statement|evaluat|disclaim|approv|referenc|source|bibliograph|citation|cited|literature|endnote|footnote|\bnotes?\b|further|reading|stud(?:y|ies)|trial|research|et al|journal|doi|pmid|pmc|isbn|nct|umin|https?:|www\.|@|claimlint/i
/** A front matter whose values cannot be anything but plain words: `key: words`. */
const plainFrontMatter = /^---\r?\n(?:[A-Za-z_]+: (?:[A-Za-z0-9][A-Za-z0-9 ,.'-]*|"[A-Za-z0-9 ,.'-]*")\r?\n)*---\r?\n/
const frontMatter = /^(?:---|\+\+\+|;;;)/

export class Scan {
  readonly #load: () => ScanWords | undefined
  #words: Words | undefined

  /** `load` is called for the first text that gets as far as its words; where it has none, every file is parsed. */
  constructor(load: () => ScanWords | undefined) {
    this.#load = load
  }

  /** False only when linting the source could give nothing: no finding, no claim, no candidate, nothing unread. */
  mayHoldAnything(source: string, format: string, config: LintConfig): boolean {
    if ((format !== 'markdown' && format !== 'text') || source.length > largest || config.markdown.parser === 'remark') return true
    if (config.product.names.length > 0 || config.product.ingredients.length > 0) return true
    if (unusual.test(source) || (frontMatter.test(source) && !plainFrontMatter.test(source))) return true
    if (markup.test(source) || strayHash.test(source) || insideWord.test(source) || numbers.test(source) || notices.test(source))
      return true
    if (!this.#words) {
      const words = this.#load()
      if (!words) return true
      this.#words = new Words(words)
    }
    return this.#words.standIn(source)
  }
}

/** The words made ready for looking up. */
class Words {
  readonly #words: WordLookup<ScanWord>
  readonly #prefixes: RegExp
  readonly #endings: RegExp

  constructor({ words, prefixes, endings }: ScanWords) {
    this.#words = words
    this.#prefixes = new RegExp(`^(?:${prefixes.join('|') || '(?!)'})`)
    this.#endings = new RegExp(`(?:${endings.join('|') || '(?!)'})$`)
  }

  standIn(source: string): boolean {
    let weak = false
    let companion = false
    for (const word of new Set(source.toLowerCase().match(/[a-z0-9]+/g))) {
      const known = this.#words.get(word)
      if (known?.strong || this.#prefixes.test(word) || (word.length > 6 && this.#endings.test(word))) return true
      weak ||= known?.weak ?? false
      companion ||= known?.companion ?? false
      if (weak && companion) return true
    }
    return false
  }
}
