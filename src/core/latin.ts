/** What of a Unicode class stands in Latin-1 and the punctuation of print. */
const narrow: Readonly<Record<string, string>> = {
  L: 'A-Za-zªµºÀ-ÖØ-öø-ÿ',
  Lu: 'A-ZÀ-ÖØ-Þ',
  Ll: 'a-zµß-öø-ÿ',
  Lo: 'ªº',
  N: '0-9²³¹¼-¾',
  Nd: '0-9',
  M: '',
  'sc=Latin': 'A-Za-zªºÀ-ÖØ-öø-ÿ',
  'sc=Han': '',
  'sc=Katakana': '',
  'sc=Hiragana': '',
}

/** Latin-1, the dashes, quotation marks and other punctuation of print, and ™: no other letter, number or mark of combination. */
const plain = /^[\0-\xff\u2000-\u206f\u2122]*$/

/**
 * An expression with Unicode classes, and the same one with its classes cut down to what English is printed with, for texts that hold nothing else. V8 compiles the
 * second in a tenth of the time, which for one article is most of what an expression costs. Both match the same in such a text.
 * Throws when first used for an expression with a class that `narrow` does not know, or with the flag `i` (`ÿ` and `µ` have their capitals elsewhere).
 */
export function latin(wide: RegExp): (text: string) => RegExp {
  let narrowed: RegExp | undefined
  return (text) => {
    if (!plain.test(text)) return wide
    narrowed ??= new RegExp(narrowedSource(wide), wide.flags)
    return narrowed
  }
}

function narrowedSource({ source, ignoreCase }: RegExp): string {
  if (ignoreCase) throw new Error(`/${source}/i cannot be narrowed`)
  let isInClass = false
  return source.replace(/\\p\{([^}]+)\}|\\.|[[\]]/gsu, (piece, name?: string) => {
    if (piece === '[') isInClass = true
    if (piece === ']') isInClass = false
    if (piece.startsWith('\\P') || (name !== undefined && !(name in narrow))) throw new Error(`${piece} of /${source}/ cannot be narrowed`)
    if (name === undefined) return piece
    return isInClass ? narrow[name]! : `[${narrow[name]}]`
  })
}
