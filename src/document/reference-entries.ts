import type { TextSpan } from '../core/span.js'
import { fold, holdsPhrase } from './english-disclaimer.js'
import { holdsJapanese } from './language.js'
import type { NoticeTexts } from './notice-texts.js'
import { trimmed } from './pieces.js'
import { isPlaceholder, referenceSignals } from './reference-fields.js'
import { type EntryLine, entryLines, labelledInOrder, unlabelledLines } from './reference-lines.js'

// What reads like an entry of a reference list, whatever stands above it.

/** Does the text have anything of a source, or words in the place of one? */
export const isEntry = (text: string, texts: NoticeTexts): boolean => referenceSignals(text) >= 1 || isPlaceholder(text, texts)

/** `プロポリス研究会資料`, `Harvard study`: a few words that speak of a work or an organisation, and no sentence. */
export function namesSource(text: string, { organisations, works }: NoticeTexts): boolean {
  const folded = fold(text)
    .replace(/[\s.。]+$/, '')
    .trim()
  if (/[\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Han}]/u.test(folded))
    return folded.length <= 24 && !/[をがはで。]/.test(folded) && [...works.ja, ...organisations.ja].some((word) => folded.endsWith(word))
  return folded.split(/\s+/).length <= 6 && [...works.en, ...organisations.en].some((word) => holdsPhrase(folded, word))
}

/** `Ivanova.`, `Smith and Lee`, 牧野, `Hill, Tin Boxes, 12.`: among sources a note of names alone, or of a name, a few words and a page. */
export const isNames = (text: string): boolean =>
  SURNAMES.test(text.replace(/^[\s\d[\](){}.:†※*^]+/, '')) ||
  SHORTENED.test(text) ||
  HEARSAY.test(text) ||
  (text.length <= 24 && A_PERSON_JA.test(text))
/** `Heard at a lecture somewhere.`, `From memory.`, どこかの講演会で聞いた話: in the place of a source, and nobody can look it up. */
const HEARSAY =
  /^[^\n、。]{0,20}(?:(?:聞いた|耳にした|伝え聞いた|読んだ|教わった)(?:話|こと|記憶)|[又ま]た?聞き|人づて|うろ覚え|受け売り|口伝え?)(?:です|より|による|から)?。?$|^(?:(?:Something|As|A story|What) )?(?:(?:I|we|he|she) )?[Hh]eard (?:at|in|from|on) [^.\n]{2,40}\.?$|^(?:From (?:memory|hearsay)|Hearsay|Word of mouth)\.?$/u
const A_PERSON_JA =
  /^[^をはがで、。]{1,16}(?:さん|氏|先生|教授|博士|医師|様)(?:の(?:話|談|説明|講義|講演|メモ|ノート|教え|記憶|言葉|ご教示))?(?:より|から|による)?。?$|^[^をはがで、。]{0,10}(?:関係者|担当者|経験者|業者|職人|店主|農家|生産者|社長|部長|会長|知人|友人|祖父|祖母|父|母|漁師)(?:の(?:話|談|説明|メモ|ノート|教え|記憶|言葉)|談)(?:より|から|による)?。?$/u
const SHORTENED =
  /^[^\n]{0,6}\p{Lu}\p{Ll}{2,20}(?:(?:,? (?:and|&) |, )\p{Lu}\p{Ll}{2,20})?, ["“*]?\p{Lu}[^\n]{2,60}, (?:pp?\.\s?)?\d{1,4}(?:[-–]\d{1,4})?\.?$/u
const SURNAMES = /^\s*\p{Lu}\p{Ll}{2,20}(?:(?:,? (?:and|&) |, )\p{Lu}\p{Ll}{2,20})?\.?\s*$/u

/** `Brandvold. Personal papers.` among sources: no sentence, no heading of another list. */
export const isShort = (text: string, { referenceHeadings }: NoticeTexts): boolean =>
  text.length <= 80 &&
  !/\n|[[［(（]\d{1,2}[\]］)）]|[はがを].*[るたすいだん]。?$/.test(text) &&
  ![...referenceHeadings.en, ...referenceHeadings.ja].includes(headingWords(text))

/** The words of a heading, folded, without numbers, bullets and brackets. */
export const headingWords = (line: string): string =>
  fold(line)
    .replace(/^[\s\d.)#*•【[（(■●◆▼▶○□–-]+/u, '')
    .replace(/[\s:：】\])）*#–-]+$/u, '')
    // 文　献
    .replace(/(?<=\p{sc=Han})\s+(?=\p{sc=Han})/gu, '')
    .trim()

/** Entries that stand in one block under a heading: labelled ones, else lines most of which read like sources. */
export function sourceLines(
  text: string,
  within: TextSpan,
  texts: NoticeTexts,
  { inline = false, single = false } = {},
): readonly EntryLine[] {
  const labelled = entryLines(text, within, inline)
  if (labelled.length > 0) return labelled
  const signalsOf = ({ at }: EntryLine): number => referenceSignals(text.slice(at.from, at.to))
  const isJapanese = holdsJapanese(text.slice(within.from, within.to))
  const lines = isJapanese
    ? [...text.slice(within.from, within.to).matchAll(/[^\n]+/g)].map(({ 0: line, index }) => ({
        at: trimmed(text, { from: within.from + index, to: within.from + index + line.length }),
      }))
    : unlabelledLines(text, within)
  if (lines.length < (single ? 1 : 2)) return []
  const sources = lines.filter((line) => signalsOf(line) >= 2).length
  const isList = isJapanese
    ? sources === lines.length
    : sources * 2 >= lines.length &&
      lines.every(({ at }) => isEntry(text.slice(at.from, at.to), texts) || isShort(text.slice(at.from, at.to), texts))
  return isList ? labelledInOrder(lines, ({ at }) => text.slice(at.from, at.to)) : []
}
