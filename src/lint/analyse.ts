import type { ParsedSource } from '../core/block.js'
import type { LintConfig } from '../core/config.js'
import type { ReadBlock } from '../core/document.js'
import type { AnalysisContext, Analyzer, LanguageId, Sentence } from '../core/sentence.js'
import type { TextSpan } from '../core/span.js'
import type { Assembled } from '../document/assemble.js'
import { languageOf } from '../document/language.js'
import type { RuleSet } from '../match/schema.js'
import { productNamesIn } from './product-names.js'

/** Gives each block its sentences. What makes no claim (notices, code, all of a reference but its title) is blanked out first, place for place. */
export async function analyse(
  parsed: ParsedSource,
  assembled: Assembled,
  analyzerOf: (language: LanguageId) => Promise<Analyzer>,
  config: LintConfig,
  rules: RuleSet,
): Promise<ReadBlock[]> {
  const productNames = config.product.names
  const namesIn = assembled.articles.map(({ blocks: { first, end } }) => [
    ...productNames,
    ...productNamesIn(parsed.blocks.slice(first, end), rules),
  ])
  const context: Omit<AnalysisContext, 'role'> = {
    productNames,
    ingredients: config.product.ingredients.map((name) => name.toLowerCase()),
  }
  const blocks: ReadBlock[] = []
  for (const [index, block] of parsed.blocks.entries()) {
    const { is, article, silent, masked } = assembled.blocks[index]!
    const readable = is === 'code' ? '' : is === 'reference' ? titleOnly(assembled, index, masked) : blankOut(masked, silent)
    const names = namesIn[article] ?? productNames
    const sentences =
      readable.trim() === '' ? [] : await sentencesOf(readable, analyzerOf, { ...context, productNames: names, role: block.role })
    const namesProduct = names.some((name) => name !== '' && block.text.includes(name))
    blocks.push({ ...block, index, article, is, silent, sentences, namesProduct })
  }
  return blocks
}

/** The same text with these stretches as spaces: offsets stay. */
function blankOut(text: string, spans: readonly TextSpan[]): string {
  let result = ''
  let at = 0
  for (const { from, to } of [...spans].sort((a, b) => a.from - b.from)) {
    if (to <= at) continue
    const start = Math.max(from, at)
    result += text.slice(at, start) + text.slice(start, to).replace(/[^\n]/g, ' ')
    at = to
  }
  return result + text.slice(at)
}

/** Of a reference only the title says something about a disease; a journal's name never does. */
function titleOnly(assembled: Assembled, block: number, text: string): string {
  const titles = assembled.articles.flatMap((article) => article.references.flatMap((r) => (r.title?.block === block ? [r.title.at] : [])))
  return titles.reduce((result, { from, to }) => result.slice(0, from) + text.slice(from, to) + result.slice(to), ' '.repeat(text.length))
}

async function sentencesOf(
  text: string,
  analyzerOf: (language: LanguageId) => Promise<Analyzer>,
  context: AnalysisContext,
): Promise<readonly Sentence[]> {
  const parts = languageParts(text)
  const sentences: Sentence[] = []
  for (const [language, part] of parts) sentences.push(...(await analyzerOf(language)).analyze(part, context))
  return parts.length > 1 ? sentences.sort((a, b) => a.at.from - b.at.from) : sentences
}

const pieceEnd = /(?<=[。！？\n])|(?<=[.!?]["'”’)]?)(?=\s)/

/** The text once per language in it, the pieces of the other language as spaces. Most blocks are of one language: then it is the text itself. */
function languageParts(text: string): [LanguageId, string][] {
  const whole = languageOf(text)
  const hasBoth = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u.test(text) && /[A-Za-z]{4,}[ ,][A-Za-z' ,-]{12,}/.test(text)
  if (!hasBoth) return [[whole, text]]
  const kept: Record<LanguageId, string> = { en: '', ja: '' }
  for (const piece of text.split(pieceEnd)) {
    const language = /\p{Letter}/u.test(piece) ? languageOf(piece) : whole
    const other: LanguageId = language === 'en' ? 'ja' : 'en'
    kept[language] += piece
    kept[other] += piece.replace(/[^\n]/g, ' ')
  }
  const languages: readonly LanguageId[] = ['en', 'ja']
  return languages.filter((language) => kept[language].trim() !== '').map((language) => [language, kept[language]])
}
