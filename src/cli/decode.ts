export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'shift_jis' | 'euc-jp' | 'iso-2022-jp'

/** `none`: the file is no text (a Word document), `text` was made of it and cannot be written back. */
type TextOrigin = Encoding | 'none'

export interface Decoded {
  /** The text without its byte order mark; line ends as they are. */
  readonly text: string
  readonly encoding: TextOrigin
  readonly bom: boolean
}

/**
 * Decodes a file: strict UTF-8 first, then a byte order mark, then the `<meta charset>` it declares, then the Japanese encodings by
 * validity. Undefined when none of them fits: the caller says which file it could not read. Never guesses a Western encoding, since
 * any bytes at all are valid in one.
 */
export function decode(bytes: Uint8Array): Decoded | undefined {
  const marked = byteOrderMark(bytes)
  if (marked) {
    const text = strict(marked, bytes)
    return text === undefined ? undefined : { text, encoding: marked, bom: true }
  }
  const utf8 = strict('utf-8', bytes)
  // ISO-2022-JP is pure ASCII with escape sequences, so it is valid UTF-8 as well: the escapes tell.
  if (utf8 !== undefined && !hasJisEscape(utf8)) return { text: utf8, encoding: 'utf-8', bom: false }
  if (utf8 === undefined && isBrokenUtf8(bytes)) return undefined
  for (const encoding of candidates(bytes)) {
    const text = strict(encoding, bytes)
    if (text !== undefined && isPlausible(text)) return { text, encoding, bom: false }
  }
  return undefined
}

function byteOrderMark(bytes: Uint8Array): Encoding | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return undefined
}

/** Undefined when a byte sequence is invalid in the encoding. */
function strict(encoding: Encoding, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** A UTF-8 file with a wrong byte is often valid Shift_JIS and would be read as 縺薙ｌ縺ｯ. In real Shift_JIS hardly a letter is valid UTF-8. */
function isBrokenUtf8(bytes: Uint8Array): boolean {
  const letters = new TextDecoder('utf-8').decode(bytes).match(/[^\x00-\x7f]/gu) ?? []
  const broken = letters.filter((letter) => letter === '\ufffd').length
  return letters.length > broken && letters.length - broken >= broken
}

const hasJisEscape = (text: string): boolean => /\u001b(?:\$[@B]|\([BJI])/.test(text)

/** The declared encoding first; then the one with escapes, which nothing else looks like; then the two that share their byte range. */
function candidates(bytes: Uint8Array): Encoding[] {
  const declared = declaredEncoding(bytes)
  const rest: Encoding[] = ['iso-2022-jp', ...byKana(bytes)]
  return declared ? [declared, ...rest.filter((encoding) => encoding !== declared)] : rest
}

const labels: Readonly<Record<string, Encoding>> = {
  shift_jis: 'shift_jis',
  'shift-jis': 'shift_jis',
  sjis: 'shift_jis',
  'x-sjis': 'shift_jis',
  'windows-31j': 'shift_jis',
  ms932: 'shift_jis',
  cp932: 'shift_jis',
  'euc-jp': 'euc-jp',
  'x-euc-jp': 'euc-jp',
  'iso-2022-jp': 'iso-2022-jp',
}

/** The `charset` of a meta element, an XML declaration or a CSS-like header in the first 1024 bytes, as the HTML standard looks for it. */
function declaredEncoding(bytes: Uint8Array): Encoding | undefined {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1')
  const name = /(?:charset|encoding)\s{0,9}=\s{0,9}["']?([\w-]{3,20})/i.exec(head)?.[1]
  return name ? labels[name.toLowerCase()] : undefined
}

/**
 * Shift_JIS and EUC-JP texts are often valid in both. Japanese prose is full of kana, so the reading with more of them is the right
 * one: EUC-JP kana read as Shift_JIS come out as half-width katakana and rare kanji.
 */
function byKana(bytes: Uint8Array): Encoding[] {
  const kana = (encoding: Encoding): number => {
    const text = strict(encoding, bytes.subarray(0, 65_536)) ?? strict(encoding, bytes) ?? ''
    return text.match(/[\u3041-\u3096\u30a1-\u30fa]/g)?.length ?? -1
  }
  return kana('euc-jp') > kana('shift_jis') ? ['euc-jp', 'shift_jis'] : ['shift_jis', 'euc-jp']
}

/** Japanese text holds kana or kanji, and no control characters but white space; a binary file that decodes by luck does not pass. */
function isPlausible(text: string): boolean {
  if (/[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/.test(text)) return false
  return /[\u3041-\u30fa\u4e00-\u9fff\uff61-\uff9f]/.test(text)
}
