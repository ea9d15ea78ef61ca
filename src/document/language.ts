const JAPANESE = /[\u3040-\u30ff\u31f0-\u31ff\uff66-\uff9f\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff々〆]|[\ud840-\ud87f][\udc00-\udfff]/g
const KANA_OR_KANJI = /[\u3040-\u30ff\u4e00-\u9fff]/
const LATIN = /[A-Za-z\u00c0-\u024f]/g

/** The language of a text by its script. A Japanese letter carries about as much as three Latin ones, so names and units in Latin letters do not make a text English. */
export function languageOf(text: string): 'en' | 'ja' {
  const japanese = text.match(JAPANESE)?.length ?? 0
  if (japanese === 0) return 'en'
  return japanese * 3 >= (text.match(LATIN)?.length ?? 0) ? 'ja' : 'en'
}

/** Whether anything in a text is written in Japanese, if but a name. */
export const holdsJapanese = (text: string): boolean => KANA_OR_KANJI.test(text)
