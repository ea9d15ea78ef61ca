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

const isCautioned = (sentence: string): boolean => cautions(sentence) || disowns(sentence)

/** A case particle between words, or at the end. */
const hasCase = /[一-龯ァ-ヺー」）)]([はがをも])(?=[^ぁ-ん]|$)|(?:[にへをではもと]|から|まで|より|ながら)$/u

const isOfTrade = (sentence: string): boolean => ofGoods.test(sentence) || ofTrade.test(sentence)

/** How it tastes, is grown, made, cooked, sold and sent, and where one reads of it. */
const ofTrade =
  /おいし|美味し|うま[いみく]|旨[いみ]|甘[さみず酸]|酸味|苦[いくさみ]|辛[いさみ]|香[りばる]|箸が|煮|焼[いきくけ]|炒め|茹で|ゆで[るた]|蒸し|和え|漬け|レシピ|サラダ|味噌汁|スープ|ソース|ジャム|佃煮|ふりかけ|ドレッシング|お茶うけ|お茶請け|料理|食卓の一品|粉末を|日記|連載|コラム|特集|セット|工場|瓶|びん|ふた|フタ|蓋|缶|容器|箱|袋|パッケージ|ラベル|デザイン|畑|農[園家]|収穫|栽培|仕込|蔵[人元]|在庫|入荷|発売|登場|限定|割引|[%％]\s?(?:OFF|オフ|引)|送料|定期便|予約|抽選|プレゼント|キャンペーン|ランキング|お試し|実験|原料|製法|製造|賞味|保存|開封|常温|冷蔵|冷凍|アレル|不使用|無添加|無料|営業|店頭|店主|当店|売り切れ|品切れ|完売|受賞|金賞|累計|満足度|リピート|論文|研究|特許|検査|監修|推薦|絶賛|愛飲|愛用|[0-9０-９]+(?:円|分|℃|度)(?:$|。|、|に|で|の)/iu

/** Who is under a doctor, or should be. */
const ofCare =
  /病院|医院|外来|抗生|しび|感覚|飲み合わせ|医師|主治医|先生|薬|診断|健診|検診|手術|注射|点滴|入院|退院|患者|治療|副作用|症状|禁忌|控え|注意|相談/u
