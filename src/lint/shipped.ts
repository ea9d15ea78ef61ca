import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { crc32 } from 'node:zlib'
import type { LanguageId } from '../core/sentence.js'
import type { ScanWords } from '../fast/scan.js'
import type { RuleSet } from '../match/schema.js'
import { builtFile } from './package-file.js'

/** What the build has made of `rules/`: the rule set as JSON, and for each language what its analyser makes of the set's words. */
export class Shipped {
  readonly #folder: string
  readonly #text: Buffer
  #sum: number | undefined

  /** `file`: the compiled rules. Throws when it is missing. */
  constructor(file: string = builtFile('rules.json')) {
    this.#folder = dirname(file)
    this.#text = readFileSync(file)
  }

  rules(): RuleSet {
    return JSON.parse(this.#text.toString('utf8')) as RuleSet
  }

  /** Undefined when it is not there, or was made of other rules: then the analyser has to make it. */
  vocabulary(language: LanguageId): unknown {
    return this.#read(`vocabulary.${language}.json`)
  }

  writeVocabulary(language: LanguageId, words: unknown): void {
    this.#write(`vocabulary.${language}.json`, words)
  }

  /** Undefined as `vocabulary`: then every file has to be parsed. */
  scanWords(): ScanWords | undefined {
    return this.#read('scan.json') as ScanWords | undefined
  }

  writeScanWords(words: ScanWords): void {
    this.#write('scan.json', words)
  }

  #read(name: string): unknown {
    const file = join(this.#folder, name)
    if (!existsSync(file)) return undefined
    const { rules, words } = JSON.parse(readFileSync(file, 'utf8')) as { readonly rules: number; readonly words: unknown }
    return rules === this.#checksum() ? words : undefined
  }

  /** With the checksum of the rules it was made of. */
  #write(name: string, words: unknown): void {
    writeFileSync(join(this.#folder, name), `${JSON.stringify({ rules: this.#checksum(), words })}\n`)
  }

  #checksum(): number {
    this.#sum ??= crc32(this.#text)
    return this.#sum
  }
}
