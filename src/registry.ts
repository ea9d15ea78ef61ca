import type { Format } from './core/block.js'
import type { Check } from './core/rule.js'
import type { Analyzer, LanguageId } from './core/sentence.js'
import type { Inflected } from './languages/en/inflected.js'
import type { JapaneseWords } from './languages/ja/prepared.js'
import type { Lexicon } from './match/schema.js'

/**
 * The one place that lists formats, languages and code rules by name. All are loaded on first use: an English Markdown file
 * imports neither the HTML parser nor the Japanese dictionary.
 */

export interface FormatEntry {
  readonly id: string
  readonly extensions: readonly string[]
  /** Its files are no text: `Format.open` makes a source of their bytes. */
  readonly binary?: boolean
  /** Its files are data: read only where the config names fields of them (`content`), by these extensions. */
  readonly isData?: boolean
  load(): Promise<Format>
}

/** Formats that hold articles in fields. Their extensions alone make no file an article. */
const data = (id: string, extensions: readonly string[], name: 'json' | 'jsonLines' | 'yaml' | 'csv'): FormatEntry => ({
  id,
  extensions,
  isData: true,
  load: async () => (await import('./formats/data/index.js'))[name],
})

export const formats: readonly FormatEntry[] = [
  {
    id: 'markdown',
    extensions: ['.md', '.markdown', '.mdx', '.mkd'],
    load: async () => (await import('./formats/markdown/index.js')).markdown,
  },
  { id: 'html', extensions: ['.html', '.htm', '.xhtml'], load: async () => (await import('./formats/html/index.js')).html },
  {
    id: 'docx',
    extensions: ['.docx', '.docm', '.dotx'],
    binary: true,
    load: async () => (await import('./formats/docx/index.js')).docx,
  },
  { id: 'text', extensions: ['.txt', '.text'], load: async () => (await import('./formats/text/index.js')).text },
  data('json', ['.json'], 'json'),
  data('jsonl', ['.jsonl', '.ndjson'], 'jsonLines'),
  data('yaml', ['.yaml', '.yml'], 'yaml'),
  data('csv', ['.csv', '.tsv'], 'csv'),
]

/** The second Markdown front end (`markdown.parser: remark`): sees what a site that renders through unified sees. */
export const remarkFormat: FormatEntry = {
  id: 'markdown',
  extensions: [],
  load: async () => (await import('./formats/markdown/remark.js')).markdownRemark,
}

export interface LanguageOptions {
  readonly tokenizer: 'packed' | 'kuromoji'
  /** What the build has made of the lexicon, when it is that of the shipped rules. Without it the analyser makes the same itself. */
  readonly prepared?: unknown
}

export interface LanguageEntry {
  readonly id: LanguageId
  load(lexicon: Lexicon, options: LanguageOptions): Promise<Analyzer>
}

export const languages: Readonly<Record<LanguageId, LanguageEntry>> = {
  en: {
    id: 'en',
    load: async (lexicon, { prepared }) =>
      (await import('./languages/en/index.js')).createEnglishAnalyzer(lexicon, prepared as Inflected | undefined),
  },
  ja: {
    id: 'ja',
    load: async (lexicon, { tokenizer, prepared }) => {
      const [{ createJapaneseAnalyzer }, { loadTokenizer }] = await Promise.all([
        import('./languages/ja/index.js'),
        import('./languages/ja/tokenizer/index.js'),
      ])
      return createJapaneseAnalyzer(lexicon, await loadTokenizer(tokenizer), prepared as JapaneseWords | undefined)
    },
  },
}

/** Code rules by the name their YAML gives in `check:`. Rule data is found by folder; code is listed. */
export async function loadChecks(): Promise<ReadonlyMap<string, Check>> {
  const [usFda, evidence] = await Promise.all([import('../rules/us-fda/checks.js'), import('../rules/evidence/checks.js')])
  return new Map([...usFda.checks, ...evidence.checks])
}
