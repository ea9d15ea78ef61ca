import type { WordingDifference } from '../core/document.js'
import type { TextSpan } from '../core/span.js'
import { type DisclaimerPart, fold } from './english-disclaimer.js'
import type { FoundSentences, RawDifference } from './english-wording.js'
import type { JapaneseDisclaimer, Translation } from './notice-texts.js'

const holds = (text: string, words: readonly string[]): boolean => words.some((word) => text.includes(word))
/** Lines of Japanese are wrapped anywhere, without a space. */
export const unwrapped = (text: string): string => text.normalize('NFKC').replace(/\s*\n\s*/g, '')

/** Recognises the sentences of a Japanese disclaimer by their elements. There is no official translation. */
export function japanesePartOf(text: string, law: JapaneseDisclaimer): DisclaimerPart | undefined {
  const sentence = unwrapped(text)
  const evaluation = isEvaluation(sentence, law)
  const intention = isIntention(sentence, law)
  if (!evaluation && !intention) return undefined
  return { evaluation, intention, fused: isFused(sentence, law) }
}

/** Something (statements, this product) was not evaluated by an agency; also where "evaluated" became "approved", or "not" was lost. */
function isEvaluation(sentence: string, law: JapaneseDisclaimer): boolean {
  if (!holds(sentence, law.agency) && !(holds(sentence, law.wrongAgency) && holds(sentence, law.subject))) return false
  if (!holds(sentence, [...law.evaluated, ...law.reviewed, ...law.approved])) return false
  if (!holds(sentence, law.subject))
    return (
      holds(sentence, law.product) && holds(sentence, law.negation) && /(?:評価|承認|審査|認可)[^。]{0,12}(?:ません|ない)/.test(sentence)
    )
  return (
    /(?:これら|この|本|上記|当|以上|記載|ここ|すべて|全て|当該|各|紹介|掲載|ページ|サイト|弊社|下記|前述)/.test(sentence) &&
    /(?:評価|承認|審査|認可|認定|許可|認証|検証|審議|査定|確認)[^。]{0,16}(?:$|(?:では|て(?:は)?)(?:なく|おらず|いず|いない)|(?:ません|ない)[がし、])/.test(
      sentence.replace(/[。．.*＊†‡※\s]+$/, ''),
    )
  )
}

/** Not intended for two or more of the four verbs, of disease as such. A named disease ("認知機能低下の治療や予防") makes it another sentence. */
function isIntention(sentence: string, law: JapaneseDisclaimer): boolean {
  const verbs = Object.values(law.verbs).filter((words) => holds(sentence, words))
  if (verbs.length < 2) return false
  const isDenied = /(?:ません|ない|ございません|おらず)/.test(sentence)
  if (!isDenied) return false
  const isGeneric = law.disease.some((word) =>
    new RegExp(
      `(?:^|[、,。\\s「*＊†‡※は]|いかなる|あらゆる|すべての|全ての|特定の|何らかの|または|または、|この|各種)${word}(?:[のをもやにはが、,・]|$)`,
    ).test(sentence),
  )
  if (!isGeneric) return verbs.length === 4 && holds(sentence, law.intention)
  return holds(sentence, law.intention) || verbs.length >= 3
}

function isFused(sentence: string, law: JapaneseDisclaimer): boolean {
  const intention = Math.max(
    ...law.intention.map((word) => sentence.lastIndexOf(word)),
    ...law.evaluated.map((word) => sentence.lastIndexOf(word)),
  )
  const rest = intention >= 0 ? sentence.slice(intention) : sentence
  const turn =
    law.concessions.map((word) => rest.indexOf(word)).find((at) => at >= 0) ??
    /(?:ありません|いません|おりません|ません|ない)が/.exec(rest)?.index ??
    -1
  return turn >= 0 && rest.length - turn > 18
}

/** What a Japanese disclaimer lacks or changed. */
export function compareJapanese(text: string, found: FoundSentences, law: JapaneseDisclaimer): readonly RawDifference[] {
  const differences: RawDifference[] = []
  const say = (kind: WordingDifference['kind'], was: string, expected: string, at?: TextSpan): void => {
    differences.push({ kind, found: was, expected, ...(at && { at }) })
  }
  const [first = '', second = ''] = law.text.split(/(?<=。)/)
  if (found.evaluation) compareEvaluation(unwrapped(text.slice(found.evaluation.from, found.evaluation.to)), found.evaluation, law, say)
  else say('missing-sentence', '', first)
  if (found.intention) compareIntention(unwrapped(text.slice(found.intention.from, found.intention.to)), found.intention, law, say)
  else say('missing-sentence', '', second)
  return differences
}

type Say = (kind: WordingDifference['kind'], was: string, expected: string, at?: TextSpan) => void

function compareEvaluation(sentence: string, at: TextSpan, law: JapaneseDisclaimer, say: Say): void {
  const found = (words: readonly string[]): string => words.find((word) => sentence.includes(word)) ?? ''
  if (!holds(sentence, law.agency)) say('wrong-agency', found(law.wrongAgency), '米国食品医薬品局', at)
  if (!holds(sentence, law.evaluated)) {
    if (holds(sentence, law.approved)) say('approved-for-evaluated', found(law.approved), '評価', at)
    else say('changed-verb', found(law.reviewed), '評価', at)
  }
  if (!holds(sentence, law.negation)) say('negation-lost', '', '評価を受けたものではありません', at)
  if (!holds(sentence, law.subject)) say('missing-words', '', 'これらの記述は', at)
  if (holds(sentence, law.hedges)) say('hedge-inserted', found(law.hedges), '', at)
}

function compareIntention(sentence: string, at: TextSpan, law: JapaneseDisclaimer, say: Say): void {
  for (const words of Object.values(law.verbs)) {
    if (!holds(sentence, words)) say('missing-verb', '', words[0]!, at)
  }
  if (/(?:緩和|軽減|改善)/.test(sentence)) say('added-verb', /緩和|軽減|改善/.exec(sentence)![0], '', at)
  if (!holds(sentence, law.disease)) say('missing-words', '', 'いかなる疾病の', at)
  if (!holds(sentence, law.intention)) say('intention-lost', '', '目的とするものではありません', at)
  if (holds(sentence, law.hedges)) say('hedge-inserted', law.hedges.find((word) => sentence.includes(word)) ?? '', '', at)
}

/** A sentence of a disclaimer in a language of which only the text is known: exact, or near to it. */
export interface TranslatedSentence {
  readonly part: 'evaluation' | 'intention'
  readonly language: string
  readonly number: 'singular' | 'plural'
  readonly exact: boolean
  readonly expected: string
}

const letters = (text: string): string => fold(text).replace(/[^\p{L}\p{N}]/gu, '')

/** Compares by pairs of letters, which needs no words and so serves Chinese and Korean too. */
export function matchTranslation(text: string, translations: readonly Translation[]): TranslatedSentence | undefined {
  const folded = fold(text.slice(0, 400))
  let best: { score: number; match: TranslatedSentence } | undefined
  for (const { language, cues, singular, plural } of translations) {
    if (!cues.some((cue) => folded.includes(cue))) continue
    const own = letters(folded)
    const ownPairs = pairs(own)
    for (const [number, whole] of [
      ['singular', singular],
      ['plural', plural],
    ] as const) {
      for (const [i, expected] of whole
        .split(/(?<=[.。])\s*/)
        .filter(Boolean)
        .entries()) {
        const wanted = letters(expected)
        const score = own === wanted ? 2 : similarity(ownPairs, pairs(wanted))
        if (score < 0.6 || (best && score <= best.score)) continue
        best = { score, match: { part: i === 0 ? 'evaluation' : 'intention', language, number, exact: score === 2, expected } }
      }
    }
  }
  return best?.match
}

function pairs(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (let i = 0; i + 1 < text.length; i++) {
    const pair = text.slice(i, i + 2)
    counts.set(pair, (counts.get(pair) ?? 0) + 1)
  }
  return counts
}

/** Dice's coefficient over two bags. */
function similarity(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let [shared, total] = [0, 0]
  for (const [pair, count] of a) {
    shared += Math.min(count, b.get(pair) ?? 0)
    total += count
  }
  for (const count of b.values()) total += count
  return total ? (2 * shared) / total : 0
}
