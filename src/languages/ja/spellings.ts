/**
 * Spellings of one word that are the same to a reader. Each row: ways to write one piece; a surface that holds one of them is looked for
 * with each of the others in its place. Rows hold no short kana that other words contain.
 */
const rows: readonly (readonly string[])[] = [
  ['癌', 'がん', 'ガン'],
  ['鬱', 'うつ', 'ウツ'],
  ['リウマチ', 'リュウマチ', 'リューマチ', 'リウマトイド'],
  ['ウイルス', 'ウィルス', 'ビールス'],
  ['粗鬆', '粗しょう', 'そしょう'],
  ['喘息', 'ぜんそく', 'ゼンソク', 'ぜん息'],
  ['風邪', 'かぜ', 'カゼ'],
  ['膝', 'ひざ', 'ヒザ'],
  ['痺れ', 'しびれ', 'シビレ'],
  ['眩暈', 'めまい', '目まい', 'メマイ'],
  ['浮腫み', 'むくみ', 'ムクミ'],
  ['痒み', 'かゆみ', 'カユミ'],
  ['肩こり', '肩凝り', '肩コリ'],
  ['喉', 'のど', 'ノド', '咽'],
  ['お腹', 'おなか', 'お中'],
  ['蕁麻疹', 'じんましん', 'ジンマシン', 'じん麻疹'],
  ['動悸', 'どうき'],
  ['怠さ', 'だるさ', 'ダルさ'],
  ['苛々', 'イライラ', 'いらいら'],
  ['痔', 'ぢ'],
  ['虫歯', 'むし歯', 'ムシ歯', '虫ば'],
  ['歯茎', '歯ぐき', '歯肉'],
  ['髄', 'ずい'],
  ['便秘', 'ベンピ'],
  ['火傷', 'やけど', 'ヤケド'],
  ['皺', 'しわ', 'シワ'],
  ['弛み', 'たるみ', 'タルミ'],
  ['浮腫', 'ふしゅ'],
  ['頭痛', '頭の痛み'],
  ['腰痛', '腰の痛み'],
  ['惚け', 'ボケ', 'ぼけ', '呆け'],
  ['癲癇', 'てんかん', 'テンカン'],
  ['麻痺', 'まひ', 'マヒ'],
  ['ニキビ', 'にきび'],
  ['アトピー', 'アトピ'],
  ['潰瘍', '潰よう'],
  ['痙攣', 'けいれん', 'ケイレン'],
  ['咳', 'せき', 'セキ'],
]

/** The text itself and its other spellings, one piece changed at a time. Never more than a handful. */
export function spellings(text: string): readonly string[] {
  const found = new Set([text])
  for (const row of rows) {
    const written = row.find((way) => text.includes(way))
    if (written === undefined || (text === written && written.length < 2)) continue
    if (isAlone(text, written)) for (const other of row) found.add(text.replace(written, other))
  }
  return [...found]
}

/** Kana of one or two characters inside other kana is no word of its own. */
function isAlone(text: string, written: string): boolean {
  if (!/^[ぁ-ゖ]+$/.test(written)) return true
  const at = text.indexOf(written)
  return !/[ぁ-ゖ]/.test(text[at - 1] ?? '') && (text.length === at + written.length || !/[ぁ-ゖ]/.test(text[at + written.length]!))
}
