import type { JapaneseLexicon } from './lexicon.js'
import { namesSold } from './presence.js'

// What people do for themselves, told in the sentence before, and what one's elders held, taken back in a sentence after it.

/** 深呼吸を3回。それだけで気持ちが落ち着きます: what is pointed back at is something done, and neither sentence names anything sold. */
export const isByOneself = (sentence: string, before: string | undefined, lexicon: JapaneseLexicon): boolean =>
  before !== undefined &&
  before.length <= 90 &&
  pointsAtIt.test(sentence) &&
  (done.test(before) || /コツ|ツボ|つぼ|手順|やり方|体操|習慣/.test(before)) &&
  ![sentence, before].some((text) => swallowed.test(text) || namesSold(text, lexicon))

const pointsAtIt =
  /^[→⇒・\s]*(?:(?:たった|ほんの)?(?:これ|それ)(?:だけ(?:で|でも|のこと)|を[^。、]{0,10}(?:と|ば|たら|だけで)|で|なら)|ここ(?:を|が)|(?:こう|そう)(?:する|し)|こうして|そうして|すると|(?:この|その)(?:動き|動作|姿勢|状態|まま|ひと手間|習慣|くり返し|繰り返し|一手間|数分|5分|時間|積み重ね))/u

const done =
  /深呼吸|腹式呼吸|ストレッチ|屈伸|スクワット|散歩|ウォーキング|ラジオ体操|歯(?:みが|磨)き|ブラッシング|歯ブラシ|フロス|湯船|足湯|半身浴|ぬるめ|仮眠|昼寝|早寝|早起き|マッサージ|もみほぐ|蒸しタオル|保湿|洗顔|(?:肩|首|腕|足首|手首|目|まぶた|背中|ひじ|肘|ひざ|膝|腰|指|あご|つま先|かかと|舌|頬|ほお|手のひら|足の裏)[^。、]{0,8}(?:回[しすせ]|まわ[しすせ]|伸ば|のば|ほぐ|閉じ|とじ|温め|押[しすせ]|もむ|もみ|もん|さす[りる]|動か|上げ|下ろ|反ら|揺ら|ふる|振る|つけ)|(?:姿勢|背すじ|背筋)を|息を[^。]{0,10}(?:吸|吐)|口をすす|うがい|よく(?:か|噛)(?:む|み|ん)|窓を開け|照明|画面|スマホ|スマートフォン|日光|朝日|[一早速]駅[^。]{0,4}歩|歩(?:く|き|い|け)|階段/u

const swallowed =
  /飲[みむんめま]|のんで|摂[るりっ]|とり入れ|取り入れ|食べ|なめ|粒|錠|カプセル|サプリ|顆粒|ドリンク|スティック|ゼリー|グミ|配合|本品|当店|送料|円|[1-9]包|一包/u

/** 病気にならない、と祖父は言っていました。…過信はいけませんね: what was held, and what is thought of it. */
export const isBelief = (sentence: string, after: readonly (string | undefined)[]): boolean =>
  held.test(sentence) && after.some((text) => text !== undefined && doubted.test(text))

const held =
  /と(?:か)?[」』、は]*[^。、]{0,14}(?:言|いっ|話|信じ|教え|教わ|聞か|思)[^。]{0,4}(?:て|れて|込んで)(?:い|き|お|育)[^。]{0,8}[。]?$|が(?:口ぐせ|口癖)(?:でした|だった)[。]?$/u

const doubted =
  /過信|鵜呑み|うのみ|迷信|俗信|言い過ぎ|言いすぎ|思い込み|とは限(?:り|ら)|とはかぎ(?:り|ら)|そんなことは(?:あり|な)|(?:間|ま)(?:違|ちが)い(?:でし|です|だ)|根拠は|禁物|話は別|本当ではな|事実ではな/u

/** 「よく眠れていますか」。お電話でのそんな会話を大事にしています: what a desk asks of its callers. */
export const isDeskTalk = (sentence: string, after: string | undefined): boolean =>
  after !== undefined &&
  /^「[^」]*か[?？]?」(?:「[^」]*」)*[。…]*$/u.test(sentence.trim()) &&
  /(?:そんな|こんな|そうした|こうした|そういう|何気ない)(?:会話|お?声がけ|お?声かけ|やりとり|やり取り|雑談|お?話|ひと言|一言|あいさつ|挨拶|問いかけ)/u.test(
    after,
  )
