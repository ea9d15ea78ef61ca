import { type TextSpan, textSpan } from '../../core/span.js'
import type { JapaneseLexicon } from './lexicon.js'

// Names that no list holds, in a place where shops put what they sell: カルナベストをどうぞ, その答えが「ほねまもり」です, 不眠に、ネムリナード。

/** In quotation marks, ending neither as a sentence nor as a word that goes on; in katakana or Latin letters, with a form of goods behind it or none. */
const quoted = '「[^「」『』。、！？!?…〜~]{1,11}[^「」『』。、！？!?…〜~るうくすつぬぶむぐいただよねかてでにをはがもとの]」'
const coined =
  '(?<![ァ-ヺー一-龯A-Za-z])(?:[ァ-ヺー]{4,}|[A-Z][A-Za-z]{3,})(?:茶|酢|油|錠|粒|の粒|ゴールド|[αβEX+]{1,2})?(?![ァ-ヺー一-龯A-Za-z])'
const name = `(?:${quoted}|${coined})`
const verb =
  '(?:お?試し|どうぞ|お飲み|飲[みんむ]|始め|はじめ|おまか|お任せ|まかせ|おすすめ|お勧め|オススメ|助け|応え|足[しす]|プラス|続け|頼[りっ]|選[びばん]|手放せ|欠かせ|常備|切り替え|出会|寄り添|支え|受け止め|乗り切|変わり|変え|先手|怖く|こわく|平気|安心|元気|楽に|軽く|補[いうっ]|毎日|手軽|ケア|対策)'

const offers = [
  `(?<name>${name})(?:を|が|で|は|に|から|なら|も)、?[^。]{0,12}${verb}`,
  `(?:答え|解決策|救世主|味方|決め手|切り札|必需品)(?:が|は|こそ)、?(?<name>${name})(?:です|だ|。|$)`,
  `(?<name>${name})(?:という(?:選択|手|答え|新習慣|道|方法)|の出番|に出会|と(?:昔から|よく|口々に)?(?:言われ|いわれ|評判|聞いて))`,
  `(?<name>${name})で、?[^。、]{0,24}(?:ましょう|ませんか)[\\s。!！♪]*$`,
  `(?:と(?:いえば|言えば|いったら)、?(?:やっぱり|この)?)(?<name>${name})(?:です|でしょ|だ|。|$)`,
  `(?:(?:に|へ|には|なら|たら|より|ほど|だから|[、。!！?？♪]|^)\\s*(?:(?:まず|まずは|やっぱり|毎日の|毎朝の|この|今こそ|断然|そこで)、?)?|(?:ための|専用の|向けの|の(?:強い)?(?:味方|相棒|救世主|パートナー|決定版|必需品|新習慣|切り札|助っ人|サプリ|粒|一粒|お茶))、?)(?<name>${name})(?:配合|入り|シリーズ|の力|のちから|を|で|から)?[\\s。!！♪]*$`,
].map((each) => new RegExp(each, 'gu'))

/** What words of katakana and things in quotation marks are that are offered as a product is and are nothing to swallow. */
const otherOffers =
  /(?:アドバイス|セミナー|クリニック|カウンセリング|ストレッチ|ウォーキング|マッサージ|ヨガ|ピラティス|トレーニング|プログラム|シート|リスト|カード|サービス|コース|プラン|チェック|テスト|ページ|コラム|ガイド|メール|フォーム|サイト|アプリ|チャット|レシピ|メニュー|マットレス|クッション|サポーター|マスク|メガネ|グラス|ライト|シューズ|ソファ|ベッド|セラピー|エクササイズ|スクール|サロン|ジム|スタッフ|センター|ニュース|ブログ|リハビリ|イベント|キャンペーン|リハビリテーション|ジョギング|ランニング|スイミング|サイクリング|ダンス|スポーツ|ワクチン|コンタクト|レンズ|スプレー|シャンプー|クリーム|ローション|テープ|パッド|タオル|シーツ|カバー|インソール|コルセット|ギプス|ストッキング|タイツ|ソックス|ネブライザー|ステロイド|インスリン|マインドフルネス|スキンケア|セルフケア|ヘルスケア|メンタルケア|フットケア|ケア|メイク|ファンデーション|モニタリング|スクリーニング|コントロール|メンテナンス|トラブル|リスク|ストレス|ホルモン|アレルギー|アレルゲン|ウイルス|メカニズム|シグナル|サイン|バランス|リズム|ドック|エコー|レントゲン|カメラ|レーザー|オンライン|インターネット|ポスター|パンフレット|リーフレット|カレンダー|アンケート|ワークショップ|シンポジウム|フェア|フォーラム|ネットワーク|グループ|サークル|コミュニティ|ライブラリ|ポイント|クーポン|タンパク|エアコン|加湿器|ドライヤー|ミスト|アルコール|ビール|ワイン|カフェイン|タバコ|チョコレート|プレゼント|ギフト|メルマガ|メールマガジン|ビデオ|ムービー|ドラマ|ラジオ|テレビ|スマホ|スマートフォン|パソコン|ゲーム|マニュアル|テキスト|ハンドブック|ノート|キット|デバイス|モニター|センサー|ウォッチ|マシン|チェア|デスク|ピロー|枕)$/

/** アプリ「…」, 体操「…」: what stands in quotation marks is a thing of another kind. */
const ofOtherKind =
  /(?<!毎[日朝晩夕]|この|当店|ため|専用|向け|味方|相棒|救世主|パートナー|決定版|必需品|新習慣|切り札|助っ人|サプリ|粒)(?:本|書|著|冊子|誌|サイト|アプリ|講座|番組|ブログ|コラム|記事|映画|曲|歌|雑誌|教室|体操|サービス|動画|コーナー|窓口|会|ダイヤル|手帳|ノート|ページ|特集|セミナー|プログラム|施設|病院|医院|クリニック|薬|剤|枕|マット|靴|布団|器|機|言葉|こと[は葉]|病名|診断|判定|の|という|展|団体|法人|学校|部|課|室|名|作|著書|小説|漫画|マンガ|ドラマ|ゲーム)$/

/** 「食事の手引き」, 「減塩生活」: what is read, done or asked. */
const otherTitles =
  /(?:手引き|手びき|案内|講[座演]|相談|体操|食事|運動|生活|レシピ|[法術会展集室日式学科所院店]|教室|入門|基礎|知識|注意|禁物|無理|早寝早起き|質問|回答|予防|治療|検査|健診|検診|お願い|お知らせ|休み|サイン|症状)$/

/** Where such a name stands in the sentence; undefined when it has none. A word of the lexicon is no such name. */
export function offeredName(sentence: string, lexicon: JapaneseLexicon): TextSpan | undefined {
  for (const offer of offers) {
    offer.lastIndex = 0
    for (let match = offer.exec(sentence); match; match = offer.exec(sentence)) {
      const found = match.groups!.name!
      const from = match.index + match[0].indexOf(found)
      // アトピーは、カルナベストにおまかせ: the next one may be it
      offer.lastIndex = from + found.length
      const bare = found.replace(/[「」]/g, '')
      if (otherOffers.test(bare) || /[0-9]/.test(bare) || isKnown(bare, lexicon)) continue
      if (found.startsWith('「') && (ofOtherKind.test(sentence.slice(0, from)) || otherTitles.test(bare))) continue
      return textSpan(from, from + found.length)
    }
  }
  return undefined
}

function isKnown(name: string, lexicon: JapaneseLexicon): boolean {
  const lower = name.toLowerCase()
  for (const { text, row } of lexicon.formsAt(lower, 0)) if (text === lower && row.type !== 'agent') return true
  return false
}
