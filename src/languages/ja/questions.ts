import type { Sentence } from '../../core/sentence.js'

/** か。, か?, でしょうか, の? and any question mark at the end; ませんか invites rather than asks. */
export function isQuestion(sentence: string): boolean {
  const end = sentence.replace(/[\s」』"”)）]+$/u, '')
  if (/(?:ませんか|ましょうか|みませんか)[。?？!！]*$/u.test(end) && !/(?:では|じゃ)ありませんか[。?？]*$/u.test(end)) return false
  // 消えた!? is surprise
  if (/[^か][!！][?？]+$/u.test(end)) return false
  return /[?？]$/u.test(end) || /(?:です|ます|ました|でした|でしょう|だろう|の|ある|る|た|ない|せん)か[。]?$/u.test(end)
}

/** The next sentence says yes. */
export const answers = (next: string | undefined): boolean =>
  next !== undefined &&
  /^[\s―—ー-]*(?:はい|ええ|もちろん|イエス|YES|Yes|答えはイエス|答えは「?はい|その通り|できます|できるんです|可能です|治ります|本当です)/u.test(
    next,
  )

/** The next sentence takes it back: 当社は一切関係ありません。 */
export const disowns = (next: string | undefined): boolean =>
  next !== undefined &&
  next.length <= 80 &&
  /(?:一切|全く|まったく)?関[係わ]り?(?:は|が|も)?(?:ありません|ございません|ない)|(?:誤り|間違い|うそ|嘘|ウソ|デマ|不適切|でたらめ|デタラメ|迷信|詐欺)(?:です|でした|だ)|お詫び|訂正(?:し|いた)|取り消し|削除(?:し|いた)|根拠(?:は|が)(?:ありません|ない)|思い込み(?:です|でした)|消しました|ごめんなさい|申し訳|すみませんでした|信じないで|騙されないで|だまされないで/u.test(
    next,
  )

/** A heading, an outcry, or somebody's own story: what the next sentence offers belongs to it. */
export const isTold = (sentence: string, role: string): boolean =>
  role === 'heading' ||
  /[?？!！…♪]$/u.test(sentence) ||
  kindOf(sentence) === 'fragment' ||
  /(?:私|わたし|僕|ぼく|俺|おれ|ワイ|うち|わが家|我が家|母|父|祖母|祖父|ばあちゃん|じいちゃん|おばあちゃん|おじいちゃん|主人|夫|妻|嫁|旦那|娘|息子|叔母|叔父|友人|義母|義父|パパ|ママ|様|さん|歳|代)/u.test(
    sentence,
  )

/** A question to the reader who has the trouble: お悩みですか, つらくありませんか, まだ薬に頼っていますか. */
export const isWorry = (sentence: string): boolean =>
  sentence.length <= 14 ||
  /悩|困|うんざり|たいですか|たくありませんか|つら|辛い|気になる|気にな|心配|ありませんか|いませんか|諦め|あきらめ|お持ち|まだ|もう|苦し|我慢|繰り返|続く|続い/u.test(sentence)

export function kindOf(sentence: string): Sentence['kind'] {
  if (isQuestion(sentence)) return 'question'
  const end = sentence.replace(/[\s。!！」』)）*＊※†]+$/u, '')
  if (/(?:ください|下さい|なさい|ましょう|ませ|お試しを|てみて)$/u.test(end)) return 'imperative'
  return /(?:る|う|く|す|つ|ぬ|ぶ|む|ぐ|い|た|だ|です|ます|ません|でした|ました|ん|か|よ|ね)$/u.test(end) ? 'statement' : 'fragment'
}
