/** A stock of characters and what of the Unicode classes stands in it. */
interface Print {
  readonly holds: RegExp
  readonly classes: Readonly<Record<string, string>>
}

/** Latin-1, the dashes, quotation marks and other punctuation of print, and ™: no other letter, number or mark of combination. */
const english: Print = {
  holds: /^[\0-\xff\u2000-\u206f\u2122]*$/,
  classes: {
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
  },
}

const kana = { hiragana: 'ぁ-ゖゝ-ゟ', katakana: 'ァ-ヺヽ-ヿｦ-ｯｱ-ﾝ', long: 'ーｰ' }

/** The same with kana, the common kanji, Japanese punctuation and wide and half-width forms. */
const japanese: Print = {
  holds: /^[\0-\xff\u2000-\u206f\u2122\u2190-\u21ff\u25a0-\u26ff\u3000-\u30ff\u4e00-\u9fff\uff01-\uff9f]*$/,
  classes: {
    L: `${english.classes.L}々〆〱-〵〻〼${kana.hiragana}${kana.katakana}${kana.long}一-\u9fffＡ-Ｚａ-ｚﾞﾟ`,
    Lu: `${english.classes.Lu}Ａ-Ｚ`,
    Ll: `${english.classes.Ll}ａ-ｚ`,
    Lo: `${english.classes.Lo}〆〼ぁ-ゖゟァ-ヺヿｦ-ｯｱ-ﾝ一-\u9fff`,
    N: `${english.classes.N}〇〡-〩〸-〺０-９`,
    Nd: '0-9０-９',
    M: '\u302a-\u302f\u3099\u309a',
    'sc=Latin': `${english.classes['sc=Latin']}Ａ-Ｚａ-ｚ`,
    'sc=Han': '々〇〡-〩〸-〻一-\u9fff',
    'sc=Katakana': kana.katakana,
    'sc=Hiragana': kana.hiragana,
  },
}

/**
 * An expression with Unicode classes, and the same one with its classes cut down to what English or Japanese is printed with, for texts that hold nothing else. V8
 * compiles the latter in a tenth of the time, which for one article is most of what an expression costs. Both match the same in such a text.
 * Throws when first used for an expression with a class that is not listed above, or with the flag `i` (`ÿ` and `µ` have their capitals elsewhere).
 */
export function byScript(wide: RegExp): (text: string) => RegExp {
  const narrowed = new Map<Print, RegExp>()
  return (text) => {
    const print = printOf(text)
    if (!print) return wide
    let pattern = narrowed.get(print)
    if (!pattern) {
      pattern = new RegExp(sourceIn(print, wide), wide.flags)
      narrowed.set(print, pattern)
    }
    return pattern
  }
}

/** Many expressions look at one text in turn: what it is printed with is found for the first. */
let last: { readonly text: string; readonly print: Print | undefined } | undefined

function printOf(text: string): Print | undefined {
  if (last?.text !== text) last = { text, print: [english, japanese].find(({ holds }) => holds.test(text)) }
  return last.print
}

function sourceIn({ classes }: Print, { source, ignoreCase }: RegExp): string {
  if (ignoreCase) throw new Error(`/${source}/i cannot be narrowed`)
  let isInClass = false
  return source.replace(/\\p\{([^}]+)\}|\\.|[[\]]/gsu, (piece, name?: string) => {
    if (piece === '[') isInClass = true
    if (piece === ']') isInClass = false
    if (piece.startsWith('\\P') || (name !== undefined && !(name in classes))) throw new Error(`${piece} of /${source}/ cannot be narrowed`)
    if (name === undefined) return piece
    return isInClass ? classes[name]! : `[${classes[name]}]`
  })
}
