import { isHardWrapped } from '../../core/hard-wrap.js'

/**
 * Japanese text made comparable: NFKC (full and half width, half-width kana), old kanji forms, dashes for the long-vowel sign, invisible
 * characters dropped, line breaks inside Japanese text closed. Every code unit of the result knows where it came from.
 */
export interface Folded {
  readonly text: string
  /** The same text in lower case, unit for unit. */
  readonly lower: string
  /** Offset in the original where unit `i` begins; one entry more than `text` is long. */
  readonly starts: Int32Array
  /** Offset in the original after unit `i`. */
  readonly ends: Int32Array
}

/** Forms that NFKC keeps apart but writers use for the same word. */
const variants: Readonly<Record<string, string>> = {
  囊: '嚢',
  頚: '頸',
  痹: '痺',
  瘻: '瘻',
  髙: '高',
  藥: '薬',
  體: '体',
  經: '経',
  癒: '癒',
  '～': '〜',
}

/** Soft hyphen, zero-width signs, word joiner, byte-order mark, variation selectors. */
const isInvisible = (code: number): boolean =>
  code === 0xad || (code >= 0x200b && code <= 0x200f) || code === 0x2060 || code === 0xfeff || (code >= 0xfe00 && code <= 0xfe0f)

/** Kana, kanji and the punctuation that stands among them. */
const isJapanese = (char: string): boolean => /[\u3001-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff01-\uff9f々〆]/u.test(char)

const isKatakana = (char: string): boolean => char >= 'ァ' && char <= 'ヿ'

/** Folds a block's visible text. Linear; offsets of the result lie on code-point boundaries of the original. */
export function fold(source: string): Folded {
  const chars: string[] = []
  const starts: number[] = []
  const ends: number[] = []
  const isWrapped = isHardWrapped(source)
  const put = (text: string, from: number, to: number) => {
    for (const unit of text.split('')) {
      chars.push(unit)
      starts.push(from)
      ends.push(to)
    }
  }
  for (let at = 0; at < source.length; ) {
    const code = source.codePointAt(at)!
    let to = at + (code > 0xffff ? 2 : 1)
    if (isInvisible(code)) {
      at = to
      continue
    }
    if (code === 0x0a || code === 0x0d) {
      at = breakAt(source, at, chars, isWrapped, put)
      continue
    }
    // a half-width kana takes its voicing mark with it: ｶﾞ is one character
    const mark = source.charCodeAt(to)
    if (code >= 0xff66 && code <= 0xff9d && (mark === 0xff9e || mark === 0xff9f)) to++
    const piece = source.slice(at, to)
    put(code < 0x80 ? piece : variantOf(piece.normalize('NFKC'), chars.at(-1)), at, to)
    at = to
  }
  const text = chars.join('')
  starts.push(source.length)
  return { text, lower: lowerCase(text), starts: Int32Array.from(starts), ends: Int32Array.from(ends) }
}

function variantOf(piece: string, before: string | undefined): string {
  // a dash after katakana is the long-vowel sign: コレステロ―ル
  if ((piece === '―' || piece === '−' || piece === '‐') && before !== undefined && isKatakana(before)) return 'ー'
  return variants[piece] ?? piece
}

/** A line break between two Japanese characters, and any that an editor made, is no break of the word unless a sentence ends there; elsewhere it stays. */
function breakAt(
  source: string,
  at: number,
  chars: readonly string[],
  isWrapped: boolean,
  put: (text: string, from: number, to: number) => void,
): number {
  let to = at
  while (to < source.length && /[\r\n\t \u3000]/.test(source[to]!)) to++
  const before = chars.at(-1)
  const next = source[to]
  if (before === undefined || next === undefined || startsItem(next)) put('\n', at, to)
  else if (isWrapped && !/[。！？!?]/.test(before)) {
    if (/[A-Za-z.,]/.test(before) && /[A-Za-z]/.test(next)) put(' ', at, to)
  } else if (!goesOn(before, next) && (!isJapanese(before) || !isJapanese(next) || endsSentence(chars))) put('\n', at, to)
  return to
}

/** No sentence ends with a comma, none begins with a stop, and after a Latin word no particle does: ビタミンC⏎を. */
const goesOn = (before: string, next: string): boolean =>
  before === '、' || /[。、]/.test(next) || (/[A-Za-z0-9]/.test(before) && /[\u3041-\u3096]/.test(next))

/** Polite endings close a sentence even without a full stop: サポートします⏎. */
function endsSentence(chars: readonly string[]): boolean {
  return /(?:ます|です|ました|でした|ません|ください|でしょう|である|[。！？!?」』）)】\]])$/.test(chars.slice(-6).join(''))
}

const startsItem = (char: string): boolean => /[・●■◆○◇□▼▶※•【]/.test(char)

/** Lower case that never changes the length. */
function lowerCase(text: string): string {
  const lower = text.toLowerCase()
  if (lower.length === text.length) return lower
  return [...text].map((c) => (c.toLowerCase().length === c.length ? c.toLowerCase() : c)).join('')
}
