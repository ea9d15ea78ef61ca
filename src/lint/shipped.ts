import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { LanguageId } from '../core/sentence.js'
import type { ScanWord, ScanWords } from '../fast/scan.js'
import type { Inflected, WordEntry } from '../languages/en/inflected.js'
import type { JapaneseEntry, JapaneseWords } from '../languages/ja/prepared.js'
import type { CompiledSurface, ConceptRow, NameWord, Numbered, PackFile, RuleSet, SurfaceEntry } from '../match/schema.js'
import { encodeWordTable, type WordLookup, WordTable } from '../match/word-table.js'
import { builtFile } from './package-file.js'

/** `concepts`: all but their words. `firsts`: the number of the first surface of each row, by language. */
interface LeanRules {
  readonly set: Omit<RuleSet, 'packs'>
  readonly firsts: Readonly<Record<LanguageId, readonly number[]>>
}

/** What a table holds beside its words stands under no word. */
const HEAD = ''

/**
 * What the build has made of `rules/`. `rules.json` is all of it; beside it lies the same once more in pieces of which a run reads only what its text asks for:
 * the words of a concept when the concept is met, the forms of a word when the word is.
 */
export class Shipped {
  readonly #folder: string

  /** `file`: the compiled rules. Throws when they are missing. */
  constructor(file: string = builtFile('rules.json')) {
    this.#folder = dirname(file)
  }

  /** Everything, as plain data. */
  rules(): RuleSet {
    return JSON.parse(readFileSync(join(this.#folder, 'rules.json'), 'utf8')) as RuleSet
  }

  /** The packs alone: all that a run wants of the rules whose texts hold nothing for them. */
  packs(): readonly PackFile[] {
    return JSON.parse(readFileSync(join(this.#folder, 'packs.json'), 'utf8')) as readonly PackFile[]
  }

  /** The same rules; words of concepts are read when they are asked for. */
  leanRules(): RuleSet {
    const { set, firsts } = JSON.parse(readFileSync(join(this.#folder, 'lean.json'), 'utf8')) as LeanRules
    const words = new ConceptWords(this.#folder)
    const concepts = set.concepts.map((row, index) => new LeanConcept(row, words, index))
    return {
      ...set,
      packs: this.packs(),
      concepts,
      surfacesOf: (language) => new LeanSurfaces(concepts, firsts[language], language),
      nameWords: () => new WordTable<NameWord>(readFileSync(join(this.#folder, 'words.names'))),
    }
  }

  vocabulary(language: LanguageId): Inflected | JapaneseWords {
    return language === 'en' ? this.#table<WordEntry, Inflected>('words.en') : this.#table<JapaneseEntry, JapaneseWords>('words.ja')
  }

  scanWords(): ScanWords {
    return this.#table<ScanWord, ScanWords>('words.scan')
  }

  #table<Entry, Whole extends { readonly words: WordLookup<Entry> }>(
    name: string,
  ): Omit<Whole, 'words'> & { readonly words: WordLookup<Entry> } {
    const words = new WordTable<Entry>(readFileSync(join(this.#folder, name)))
    return { ...(words.get(HEAD) as unknown as Omit<Whole, 'words'>), words }
  }

  /** Writes the pieces. */
  write(
    rules: RuleSet,
    english: Inflected<ReadonlyMap<string, WordEntry>>,
    japanese: JapaneseWords<ReadonlyMap<string, JapaneseEntry>>,
    scan: ScanWords<ReadonlyMap<string, ScanWord>>,
    names: ReadonlyMap<string, NameWord>,
  ): void {
    const put = (name: string, content: string | Uint8Array): void => writeFileSync(join(this.#folder, name), content)
    const putTable = (name: string, { words, ...head }: { readonly words: ReadonlyMap<string, unknown> }): void =>
      put(name, encodeWordTable(new Map<string, unknown>([[HEAD, head], ...words])))
    const firsts = { en: firstsOf(rules, 'en'), ja: firstsOf(rules, 'ja') }
    const concepts = rules.concepts.map(({ en: _en, ja: _ja, ...row }) => row)
    const { packs, ...set } = rules
    put('packs.json', JSON.stringify(packs))
    put('lean.json', JSON.stringify({ set: { ...set, concepts }, firsts } satisfies LeanRules))
    for (const language of ['en', 'ja'] as const) {
      put(`concepts.${language}.jsonl`, rules.concepts.map((row) => JSON.stringify(row[language] ?? null)).join('\n'))
    }
    putTable('words.en', english)
    putTable('words.ja', japanese)
    putTable('words.scan', scan)
    put('words.names', encodeWordTable(names))
  }
}

function firstsOf(rules: RuleSet, language: LanguageId): number[] {
  let count = 0
  return rules.concepts.map((row) => {
    const first = count
    count += row[language]?.length ?? 0
    return first
  })
}

/** The words of concepts by row, a language read when the first is asked for. */
class ConceptWords {
  readonly #lines: Partial<Record<LanguageId, readonly string[]>> = {}

  constructor(private readonly folder: string) {}

  of(row: number, language: LanguageId): readonly SurfaceEntry[] | undefined {
    this.#lines[language] ??= readFileSync(join(this.folder, `concepts.${language}.jsonl`), 'utf8').split('\n')
    return (JSON.parse(this.#lines[language][row]!) as readonly SurfaceEntry[] | null) ?? undefined
  }
}

/** A concept that reads its words when they are asked for. */
class LeanConcept implements ConceptRow {
  declare readonly id: string
  declare readonly type: ConceptRow['type']
  readonly #words: ConceptWords
  readonly #index: number
  #en: readonly SurfaceEntry[] | undefined
  #ja: readonly SurfaceEntry[] | undefined

  constructor(row: ConceptRow, words: ConceptWords, index: number) {
    Object.assign(this, row)
    this.#words = words
    this.#index = index
  }

  get en(): readonly SurfaceEntry[] | undefined {
    this.#en ??= this.#words.of(this.#index, 'en')
    return this.#en
  }

  get ja(): readonly SurfaceEntry[] | undefined {
    this.#ja ??= this.#words.of(this.#index, 'ja')
    return this.#ja
  }
}

/** The surfaces of a language in the order of their rows. */
class LeanSurfaces implements Numbered<CompiledSurface> {
  readonly #known = new Map<number, CompiledSurface>()

  constructor(
    private readonly rows: readonly ConceptRow[],
    private readonly firsts: readonly number[],
    private readonly language: LanguageId,
  ) {}

  at(index: number): CompiledSurface | undefined {
    const known = this.#known.get(index)
    if (known) return known
    let low = 0
    let high = this.firsts.length
    while (low + 1 < high) {
      const middle = (low + high) >> 1
      if (this.firsts[middle]! <= index) low = middle
      else high = middle
    }
    const row = this.rows[low]!
    const entry = row[this.language]?.[index - this.firsts[low]!]
    if (!entry) return undefined
    const surface = { ...entry, concept: row.id }
    this.#known.set(index, surface)
    return surface
  }

  *[Symbol.iterator](): Iterator<CompiledSurface> {
    for (const row of this.rows) for (const entry of row[this.language] ?? []) yield { ...entry, concept: row.id }
  }
}
