import type { Block } from '../core/block.js'
import type { Notice } from '../core/document.js'
import type { TextSpan } from '../core/span.js'
import { type DisclaimerPart, EnglishSentences, fold, holdsPhrase } from './english-disclaimer.js'
import { compareEnglish, type FoundSentences, type RawDifference } from './english-wording.js'
import { holdsJapanese } from './language.js'
import type { MarkHit } from './marks.js'
import type { NoticeTexts } from './notice-texts.js'
import { compareJapanese, japanesePartOf, matchTranslation, unwrapped } from './other-disclaimers.js'
import { linesOf, piecesOf, trimmed } from './pieces.js'
import { areJoined } from './symbols.js'

/** A notice of one block, before it is known to which article it belongs. */
export interface FoundNotice {
  readonly at: TextSpan
  readonly kind: Notice['kind']
  readonly language: Notice['language']
  readonly fidelity: Notice['fidelity']
  readonly number?: 'singular' | 'plural'
  readonly differences: readonly RawDifference[]
  /** What stands in the place of the law's words, without symbol and lead ("Disclaimer:"). */
  readonly words: TextSpan
  /** What marks it: indexes into the block's symbols, the bullet, the label of its footnote. */
  readonly marks: readonly (number | 'bullet' | 'footnote')[]
  readonly silent: boolean
  /** Its second sentence stands in the next block. */
  readonly isSplit?: true
  /** It is the second sentence of the notice in the block before. */
  readonly continues?: true
}

interface Sentence {
  readonly at: TextSpan
  readonly core: TextSpan
  readonly language: 'en' | 'ja' | 'other'
  readonly part: DisclaimerPart
  readonly translation?: { readonly exact: boolean; readonly number: 'singular' | 'plural'; readonly expected: string }
}

type Disclaimer = Omit<FoundNotice, 'marks'>

/** The symbols that open a note in a line, usually one: indexes into the block's symbols. */
interface LineMark {
  readonly indexes: readonly (number | 'bullet')[]
  readonly at: number
}

/** A symbol right behind the last word of the disclaimer marks it too. */
function trailingMark(text: string, { at, words }: Disclaimer, symbols: readonly MarkHit[]): number | undefined {
  const index = symbols.findIndex(
    (hit) =>
      hit.role === 'call' &&
      hit.at.from >= words.to - 6 &&
      // `…ありません。（注1）` at the end of the text
      (hit.at.to <= at.to
        ? words.to < at.to && text.slice(hit.at.to, at.to).trim() === ''
        : hit.at.from === at.to && text.slice(hit.at.to).trim() === ''),
  )
  return index >= 0 ? index : undefined
}

const MAY_BE_ENGLISH_OR_JAPANESE = /food|drug|fda|intended|diagnos|cure|health canada|statement|目的|意図|評価|承認|審査|食品|診断|ｆｄａ/i
const NOTE_BULLET = /^[*＊∗†‡※]\d{0,2}$/

/** Finds the disclaimers and notes of blocks. One object serves a rule set. */
export class NoticeReader {
  readonly #english: EnglishSentences
  readonly #cues: readonly string[]

  constructor(private readonly texts: NoticeTexts) {
    this.#english = new EnglishSentences(texts.english)
    this.#cues = texts.translations.flatMap((translation) => translation.cues)
  }

  /** A quick look, so that most blocks are done with after it. */
  #mayBeDisclaimer(text: string): boolean {
    if (MAY_BE_ENGLISH_OR_JAPANESE.test(text) || (text.includes('\n') && MAY_BE_ENGLISH_OR_JAPANESE.test(unwrapped(text)))) return true
    const folded = fold(text)
    return this.#cues.some((cue) => folded.includes(cue))
  }

  noticesOf(block: Block, symbols: readonly MarkHit[]): readonly FoundNotice[] {
    const { text } = block
    const disclaimers = this.#mayBeDisclaimer(text) ? this.#disclaimersOf(text, symbols) : []
    const hasBullet = block.bullet !== undefined && NOTE_BULLET.test(block.bullet.text.normalize('NFKC'))
    if (disclaimers.length === 0 && block.role === 'footnote' && block.label !== undefined) return this.#footnoteOf(text)
    if (disclaimers.length === 0 && !hasBullet && !symbols.some((hit) => hit.role === 'note')) return []

    const notices: FoundNotice[] = []
    const openers: { readonly indexes: number[]; readonly at: number }[] = []
    for (const [i, hit] of symbols.entries()) {
      if (hit.isJoined) openers.at(-1)?.indexes.push(i)
      else if (hit.role === 'note' && !(hit.swallowed && disclaimers.length > 0)) openers.push({ indexes: [i], at: hit.at.from })
    }
    let [nextOpener, nextDisclaimer] = [0, 0]
    for (const [i, line] of linesOf(text).entries()) {
      const marks: LineMark[] = i === 0 && hasBullet ? [{ indexes: ['bullet'], at: line.from }] : []
      for (; openers[nextOpener] && openers[nextOpener]!.at < line.to; nextOpener++) marks.push(openers[nextOpener]!)
      const own: Disclaimer[] = []
      for (; disclaimers[nextDisclaimer] && disclaimers[nextDisclaimer]!.at.from < line.to; nextDisclaimer++)
        own.push(disclaimers[nextDisclaimer]!)
      for (const notice of this.#noticesOfLine(text, line, marks, own, symbols)) notices.push(notice)
    }
    return notices
  }

  /** A footnote that is no disclaimer: its label is its symbol, and all of it is the note. */
  #footnoteOf(text: string): FoundNotice[] {
    const at = trimmed(text, { from: 0, to: text.length })
    const note = this.#noteOf(text, at)
    return note ? [{ ...note, at, words: at, marks: ['footnote'] }] : []
  }

  #noticesOfLine(
    text: string,
    line: TextSpan,
    marks: readonly LineMark[],
    own: readonly Disclaimer[],
    symbols: readonly MarkHit[],
  ): FoundNotice[] {
    const notices: FoundNotice[] = own.map((notice) => {
      if (notice.fidelity === 'fused') return { ...notice, marks: [] }
      // the symbols at its own start, else those that open the line, else one right behind its last word
      // or one that it says it explains ("statements marked with * have not …")
      const trailing = trailingMark(text, notice, symbols)
      const own =
        marks.findLast(({ at }) => at >= notice.at.from && at <= notice.words.from)?.indexes ??
        marks.findLast(({ at }) => at <= notice.at.from)?.indexes ??
        (trailing === undefined ? marks.find(({ at }) => at > notice.at.from && at < notice.at.to)?.indexes : [trailing])
      return { ...notice, marks: own ?? [] }
    })
    for (const [i, mark] of marks.entries()) {
      if (own.some((notice) => mark.at >= notice.at.from && mark.at < notice.at.to)) continue
      const end = Math.min(marks[i + 1]?.at ?? line.to, own.find((notice) => notice.at.from > mark.at)?.at.from ?? line.to)
      const note = this.#noteOf(text, { from: mark.at, to: end })
      const [first] = mark.indexes
      // a bullet and emphasis say nothing but for a text that sounds like a note
      const isMarkup = first === 'bullet' || (first !== undefined && symbols[first]!.swallowed)
      if (note && (!isMarkup || note.kind !== 'other')) notices.push({ ...note, marks: mark.indexes })
    }
    return notices.sort((a, b) => a.at.from - b.at.from)
  }

  /** The note that a symbol opens: its first sentence, and those after it that say the same kind of thing. */
  #noteOf(text: string, line: TextSpan): Omit<FoundNotice, 'marks'> | undefined {
    const pieces = piecesOf(text.slice(line.from, line.to)).map(({ from, to }) => ({ from: from + line.from, to: to + line.from }))
    const first = pieces[0]
    if (!first) return undefined
    const row = this.#noteRow(text.slice(first.from, first.to))
    let { to } = first
    for (const piece of pieces.slice(1)) {
      if (!row || this.#noteRow(text.slice(piece.from, piece.to)) !== row) break
      to = piece.to
    }
    const language = holdsJapanese(text.slice(first.from, to)) ? 'ja' : 'en'
    const at = { from: first.from, to }
    return { at, words: at, kind: row?.kind ?? 'other', silent: row?.silent ?? false, language, fidelity: 'none', differences: [] }
  }

  #noteRow(text: string): NoticeTexts['notes'][number] | undefined {
    const folded = fold(text)
    return this.texts.notes.find(
      (row) => row.en.some((phrase) => holdsPhrase(folded, phrase)) || row.ja.some((phrase) => folded.includes(phrase)),
    )
  }

  #disclaimersOf(text: string, symbols: readonly MarkHit[]): Disclaimer[] {
    const pieces = piecesOf(text)
    const sentences = pieces.map((at) => this.#sentenceAt(text, at, symbols))
    const found: Disclaimer[] = []
    for (let i = 0; i < sentences.length; i++) {
      const sentence = sentences[i]
      if (!sentence) continue
      const next = sentences[i + 1]
      const isPair =
        next?.language === sentence.language &&
        sentence.part.evaluation !== next.part.evaluation &&
        sentence.part.intention !== next.part.intention &&
        !next.part.fused
      found.push(this.#disclaimer(text, isPair ? [sentence, next] : [sentence]))
      if (isPair) i++
    }
    return found
  }

  #sentenceAt(text: string, at: TextSpan, symbols: readonly MarkHit[]): Sentence | undefined {
    const slice = text.slice(at.from, at.to)
    if (slice.length > 900 || !this.#mayBeDisclaimer(slice) || SPOKEN_OF.test(slice)) return undefined
    const core = withoutLead(text, at, symbols)
    const isJapanese = /[\u3040-\u30ff]/.test(text.slice(core.from, core.to))
    const part = isJapanese ? japanesePartOf(slice, this.texts.japanese) : this.#english.partOf(text, core)
    if (part) return { at, core, language: isJapanese ? 'ja' : 'en', part }
    const translation = isJapanese ? undefined : matchTranslation(text.slice(core.from, core.to), this.texts.translations)
    if (!translation) return undefined
    return {
      at,
      core,
      language: 'other',
      part: { evaluation: translation.part === 'evaluation', intention: translation.part === 'intention', fused: false },
      translation,
    }
  }

  #disclaimer(text: string, sentences: readonly Sentence[]): Disclaimer {
    const [first, last] = [sentences[0]!, sentences.at(-1)!]
    const at = { from: first.at.from, to: last.at.to }
    const words = { from: first.core.from, to: last.core.to }
    const evaluation = sentences.find((sentence) => sentence.part.evaluation)?.core
    const intention = sentences.find((sentence) => sentence.part.intention)?.core
    const found: FoundSentences = { ...(evaluation && { evaluation }), ...(intention && { intention }) }
    const isFused = sentences.some((sentence) => sentence.part.fused)
    const common = { at, words, kind: 'fda-disclaimer', silent: !isFused } as const
    if (first.language === 'en') {
      const { differences, number } = compareEnglish(text, found, this.texts.english)
      return {
        ...common,
        language: 'en',
        differences,
        fidelity: isFused ? 'fused' : fidelityOf(differences, 'exact'),
        ...(number && { number }),
      }
    }
    if (first.language === 'ja') {
      const differences = compareJapanese(text, found, this.texts.japanese)
      return { ...common, language: 'ja', differences, fidelity: isFused ? 'fused' : fidelityOf(differences, 'translated') }
    }
    const differences: RawDifference[] = sentences.flatMap(({ core, translation }) =>
      !translation || translation.exact
        ? []
        : [{ kind: 'extra-words' as const, found: text.slice(core.from, core.to), expected: translation.expected, at: core }],
    )
    if (!found.evaluation || !found.intention) differences.push({ kind: 'missing-sentence', found: '', expected: '' })
    const number = first.translation?.number
    return { ...common, language: 'other', differences, fidelity: fidelityOf(differences, 'translated'), ...(number && { number }) }
  }
}

export function fidelityOf(differences: readonly RawDifference[], faithful: 'exact' | 'translated'): Notice['fidelity'] {
  const serious = differences.filter((difference) => difference.kind !== 'serial-comma')
  if (serious.length === 0) return faithful
  return serious.some((difference) => difference.kind === 'missing-sentence' || difference.kind === 'missing-verb') ? 'partial' : 'altered'
}

/** `The two sentences that start "These statements …"`, 「これらの記述は…」で始まる文: words about the disclaimer. */
const SPOKEN_OF =
  /^[^"“”:]*\p{L}[^"“”:]*["“]\s*(?:these|this)\s+(?:statements?|products?)\b|[」』](?:で始ま|で終わ|という|といった|と(?:書|記|表示|印刷)|の(?:二|2|一)文)/iu

const SYMBOL_START =
  /^[\s\u200b]*[([（［〔【]?\\?(?:[*＊∗﹡⁎†‡✝§¶#＃^＾°◆❖✽✻✱✳✶✴⁑⁂‖¤★☆◇◎▲△■□●○♦]{1,3}\d{0,2}|※{1,2}[(（]?[0-9０-９①-⑳]{0,2}|注[0-9０-９]{0,2}|[¹²³⁰⁴-⁹ªᵃᵇᶜ①-⑳]+|\d{1,2}(?:\s?[,、&]\s?\d{1,2}){0,4}(?=[)\]）.\s])|[a-z](?=[)\]）]))[)\]）］〕】]?[:：.]?[\s\u200b]*/
const LEAD_START = /^[^.!?。:：\n]{1,48}[:：][\s\u200b]*[*†]?|^[^.!?。:：\n]{1,40}(?:\n|\s[–—-]\s)[\s\u200b]*/
/** Words of the disclaimer itself, in a line that was wrapped. */
const IS_NO_LEAD =
  /evaluated|approved|reviewed|intended|statements? ha[sv]e?|^(?:this|these|our)(?:\s*$| (?:statements?|products?|supplements?)\b)|\b(?:not|the|is|are|has|have|been|by|to|any)\s*$|評価|目的|診断|記述は|製品は|食品医薬品局|[、はをにのがよる]\s*$/i
/** A line of Japanese before it that is no title: lines are wrapped anywhere, but hardly before the first word of a sentence. */
const isWrapped = (lead: string, after: string): boolean =>
  /[\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Han}]\s*\n/u.test(lead) && !TITLE_JA.test(lead) && !OPENS_JA.test(after)
const OPENS_JA = /^\s*[*＊†‡※]?(?:これらの|この|本|当)(?:記述|記載|表示|文言|製品|商品|品)/
const TITLE_JA = /免責|注意|注記|断り|ディスクレーマー|事項|お知らせ|案内|について|声明|重要|備考|FDA/
const OPENER = /^[\s("“「『（]+/
/** （テロップ）＊これらの…, `[Super] *These …`: what kind of text it is; no number and no symbol. */
const BRACKETED_LEAD = /^[\s\u200b]*[(（［【〔[](?!注|註)\p{L}[\p{L}\p{N} \u3000・]{1,20}[)）\]］】〕][\s\u200b]*[:：]?[\s\u200b]*/u
/** `[01:34] VOICE:`, `00:01:34 —`: when it is said. */
const TIME_START =
  /^[\s\u200b]*[[(（［【]?\d{1,2}(?:[:：]\d{2}){1,2}(?:[.,]\d{1,3})?[\])）］】]?(?:\s?[–—-]+>?\s?\d{1,2}(?:[:：]\d{2}){1,2}(?:[.,]\d{1,3})?)?\s*(?:[–—-]\s*)?/

/** The sentence without the symbol before it and without a lead such as "Disclaimer:", "FDA Disclosure –" or a line of its own. */
function withoutLead(text: string, at: TextSpan, symbols: readonly MarkHit[]): TextSpan {
  let from = at.from
  for (const pattern of [TIME_START, BRACKETED_LEAD, OPENER, SYMBOL_START, LEAD_START, OPENER, SYMBOL_START]) {
    from = behindRow(text, from, symbols)
    const match = pattern.exec(text.slice(from, Math.min(at.to, from + 80)))
    if (!match || (pattern === LEAD_START && (IS_NO_LEAD.test(match[0]) || isWrapped(match[0], text.slice(from + match[0].length)))))
      continue
    from += match[0].length
  }
  const end = text.slice(from, at.to).replace(/(?:[\s\u200b*＊†‡§¶#^°◆※¹²³⁰⁴-⁹)"”」』）\]]|※\d{1,2}(?=[)）\s]|$))+$/, '').length + from
  return trimmed(text, { from: Math.min(from, end), to: end })
}

/** Behind the row of symbols that begins, or goes on, here. */
function behindRow(text: string, from: number, symbols: readonly MarkHit[]): number {
  let to = from
  for (const { at, role } of symbols) if (role === 'note' && at.from >= to && areJoined(text, { from, to }, at)) to = at.to
  return to === from ? from : to + /^[)\]）］〕]?[\s\u200b]*[:：.]?[\s\u200b]*/.exec(text.slice(to, to + 8))![0].length
}
