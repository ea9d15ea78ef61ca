import { ofGoods } from './goods.js'
import { cautions, disowns, kindOf } from './questions.js'

// A scene and a name: 老眼鏡を忘れても、献立表が読めました。ブルーベリー。 Copy of two sentences, one of which is nothing but the name of what is offered, says of the other that the
// thing brings it about, unless it speaks of the goods themselves: how they taste, are made, sold and cooked.

/** A short sentence that tells something, and not of the goods. */
export const isScene = (sentence: string): boolean => {
  const kind = kindOf(sentence)
  return (
    sentence.length <= longestScene &&
    kind !== 'question' &&
    kind !== 'imperative' &&
    !isOfTrade(sentence) &&
    !ofCare.test(sentence) &&
    !isOpenEnded.test(sentence)
  )
}
const longestScene = 50

/** 足先がにぶくなってきたら。: what is so, not what becomes of it. */
const isOpenEnded = /(?:たら|れば|ると|なら|のに|けれど|けど|とき|時|前に|手を打[ちつて][^。]*)[\s。.!！…]*$/u

/** Nothing but a name, with what it is made of, how much of it there is or whom it is for. */
export const isBareName = (sentence: string): boolean => {
  const bare = sentence.replace(/[\s。.!！♪]+$/u, '')
  return bare.length <= longestName && kindOf(bare) === 'fragment' && !isOfTrade(bare) && !hasCase.test(bare) && !isCautioned(bare)
}
const longestName = 28

/** 杜仲葉と歩いた春。, アミノ酸、効いてる。, ソイプロテインの功績です。: a short sentence that gives a name the credit for what the one beside it tells. */
export const isCredit = (sentence: string): boolean => {
  const bare = sentence.replace(/[\s。.!！♪…)）]+$/u, '')
  return bare.length <= longestCredit && credits.test(bare) && !isOfTrade(bare) && !ofCare.test(bare) && !isCautioned(bare)
}
const longestCredit = 36

const credits = new RegExp(
  [
    'の(?:おかげ|お陰|功績|手柄|お手柄|仕業|しわざ|せい|底力|力|ちから|チカラ|出番|賜物|たまもの|威力|実力|恩恵|魔法|一手)(?:さま)?(?:で|です|だ|かな|かも|かしら|でしょうか|ですね|だね)*',
    '(?:[、,]|って|は|に)(?:効いて(?:る|ます|います|いる|た|ました)|恐るべし|おそるべし|偉大(?:です|だ|なり)?|すごい(?:です|ね|よ)?|すごすぎ|あなどれ(?:ない|ません)|侮れ(?:ない|ません)|ありがとう|ばんざい|万歳|さまさま|様々|感謝(?:です|しか(?:ない|ありません))?|脱帽(?:です)?|一票|恩に着(?:ます|る)|やるじゃない|やるなあ?|頼もしい|頭が上がりません|出会って(?:よかった|から)|乾杯)',
    'と(?:歩(?:いた|む|んだ)|暮らす|暮らした|過ごす|過ごした|迎えた|すごした|走った|走る|生きる|育った)(?:日々|毎日|春|夏|秋|冬|一年|半年|[一二三四五六七八九十0-9]+(?:か月|ヶ月|年|週間|日)|季節|朝|夜)?(?:です|でした)?',
    '(?:仲間|派|生活|習慣|歴|デビュー|始めました|はじめました|続けてます|続けています|続行中|継続中)(?:[一二三四五六七八九十0-9]+(?:か月|ヶ月|年|週間|日目|日|本目|袋目|箱目))?(?:です|だ)?',
    '[、,]?(?:[一二三四五六七八九十百0-9]+|半)(?:か月|ヶ月|年|週間|日目|週目|本目|袋目|箱目|缶目|粒目|か月目|ヶ月目|年目)(?:の(?:成果|春|夏|秋|冬|朝|報告|話|記録|効果|実感))?(?:です|でした)?',
    'を(?:足して|始めて|はじめて|続けて|飲み始めて|飲みはじめて|加えて|混ぜて|溶かして|かじって|なめて|変えて)(?:から|以来|[一二三四五六七八九十半0-9]+(?:か月|ヶ月|年|週間|日))?(?:の(?:こと|話|変化|春|夏|秋|冬))?(?:です|でした)?',
  ]
    .map((each) => `(?:${each})$`)
    .join('|'),
  'u',
)

const isCautioned = (sentence: string): boolean => cautions(sentence) || disowns(sentence)

/** A case particle between words, or at the end. */
const hasCase = /[一-龯ァ-ヺー」）)]([はがをも])(?=[^ぁ-ん]|$)|(?:[にへをではもと]|から|まで|より|ながら)$/u

const isOfTrade = (sentence: string): boolean => ofGoods.test(sentence) || ofTrade.test(sentence)

/** How it tastes, is grown, made, cooked, sold and sent, and where one reads of it. */
const ofTrade =
  /おいし|美味し|お味|おやつにな|おやつにど|(?:ヨーグルト|牛乳|豆乳|ごはん|ご飯|アイス|トースト|シリアル|スムージー|お湯|水|炭酸)に(?:混ぜ|かけ|溶か|とか|入れ|加え|ふりかけ|振りかけ|のせ)|トッピング|うま[いみく]|旨[いみ]|甘[さみず酸]|酸味|苦[いくさみ]|辛[いさみ]|香[りばる]|箸が|煮|焼[いきくけ]|炒め|茹で|ゆで[るた]|蒸し|和え|漬け|レシピ|サラダ|味噌汁|スープ|ソース|ジャム|佃煮|ふりかけ|ドレッシング|お茶うけ|お茶請け|料理|食卓の一品|粉末を|日記|連載|コラム|特集|セット|工場|瓶|びん|ふた|フタ|蓋|缶|容器|箱|袋|パッケージ|ラベル|デザイン|畑|農[園家]|検品|異物|掃除|収穫|栽培|仕込|蔵[人元]|在庫|入荷|発売|登場|限定|割引|[%％]\s?(?:OFF|オフ|引)|送料|定期便|予約|抽選|プレゼント|キャンペーン|ランキング|お試し|実験|原料|製法|製造|賞味|保存|開封|常温|冷蔵|冷凍|アレル|不使用|無添加|無料|営業|店頭|店主|当店|売り切れ|品切れ|完売|受賞|金賞|累計|満足度|リピート|論文|研究|特許|検査|監修|推薦|絶賛|愛飲|愛用|[0-9０-９]+(?:円|分|℃|度)(?:$|。|、|に|で|の)/iu

/** Who is under a doctor, or should be. */
const ofCare =
  /病院|医院|外来|血圧計|測定器|ストーマ|透析|検査|再検|余命|転移|腫瘍|がん|ヘルニア|リウマチ|抗生|しび|感覚|飲み合わせ|医師|主治医|先生|薬|診断|健診|検診|手術|注射|点滴|入院|退院|患者|治療|副作用|症状|禁忌|控え|注意|相談/u
