import type { JapaneseLexicon } from './lexicon.js'
import { namesSold } from './presence.js'

// A claim that a page hears and does not carry, a link that nobody says is a cause, a death that is told for another reason, a hope that came to nothing.

/** 「腰痛が楽になった」というご感想もいただきますが、…掲載していません. */
export const isNotCarried = (sentence: string): boolean =>
  notCarried.test(sentence) && !/きれ(?:ない|ません)|すべて|全て|全部|一部|ほんの/u.test(sentence)

const notCarried =
  /(?:との?|という|といった|などの|って)[^。、「」]{0,6}(?:感想|声|口コミ|体験談|便り|手紙|お話|レビュー|メール|葉書|はがき|報告|言葉|コメント|投稿|評価)(?!も?掲載|を?紹介)[^。]{0,40}(?:が|けれども?|けど|ものの|とはいえ)、?[^。]{0,50}(?:掲載|紹介|公開|転載|載せ|のせ|広告に|宣伝に|使用|お見せ|お出し|引用|公表|採用)[^。]{0,10}(?:(?:して|は)(?:い|お)(?:りません|ません|らず|ない)|ておりません|ていません|(?:でき|いたし|し|られ)ません|(?:し|でき)ない|控え|見合わせ|見送)/u

/** 観察研究ですが、因果関係までは分かりません. */
export const isNoCause = (sentence: string): boolean =>
  /研究|調査|関連|相関|報告|データ|関係が|統計/u.test(sentence) &&
  noCause.test(sentence) &&
  !/飲[みむんめ]|当店|本品|配合|サプリ|おすすめ|お試し/u.test(sentence)

const noCause =
  /(?:因果|原因と結果|直接の原因|どちらが原因)[^。]{0,18}(?:分か|わか|示|証明|言え|いえ|言い切|断定|断言|確認|明らか|はっきり|立証|実証|判断|結論|特定|意味|とは限|ではな|別)[^。]{0,14}(?:ない|ません|ず|別です|別の話)/u

/** 父はがんで亡くなりました。それが、私が農業を始めたきっかけです: nobody sells against it. */
export const isDeath = (sentence: string, around: readonly (string | undefined)[], lexicon: JapaneseLexicon): boolean =>
  death.test(sentence) &&
  !namesSold(sentence, lexicon) &&
  around.every(
    (n) => n === undefined || (!namesSold(n, lexicon) && !/だから|そこで|二度と|同じ思い|繰り返|救|防|予防|届け|作[りっ]/u.test(n)),
  )

const death = /(?:で|に|のため|により)[^。、]{0,8}(?:亡くな[りっ]|逝[きっ]|他界し|命を落と|旅立[ちっ]|この世を去)[^。]{0,8}[。]?$/u

/** 父のがんに効くと信じて買いました。効きませんでした。: what was hoped for, and that it did not come. */
export const isVainHope = (sentence: string, next: string | undefined): boolean =>
  vainAtOnce.test(sentence) || (hoped.test(sentence) && next !== undefined && next.length <= 60 && cameToNothing.test(next))

const hope = 'と(?:[^。、]{0,6}(?:聞|思|信じ|期待|言われ|すすめられ|勧められ|うたわ|書い)[^。、]{0,6})[^。]{0,16}'
const taken = '(?:買|飲|のみ|試|続け|取り寄せ|注文|始め|食べ|使)'
const hoped = new RegExp(`${hope}${taken}[^。]{0,12}(?:た|です)[。]?$`, 'u')
const nothing =
  '(?:効き|治り|消え|止まり|変わり|下がり|減り|よくなり|良くなり|動き|引き|おさまり|楽になり|役に立ち)ませんでした|(?:効か|治ら|消え|止まら|変わら|下がら|減ら|よくなら|良くなら|動か|引か)なかった|(?:変化|効果|違い)(?:は|も)?(?:なし|ゼロ|ありませんでした|感じられませんでした|なかった)'
const cameToNothing = new RegExp(`^(?:でも|しかし|けれど|ですが|結局|残念ながら)?、?[^。、]{0,14}(?:${nothing})[。]?$`, 'u')
const vainAtOnce = new RegExp(`${hope}${taken}[^。]{0,8}(?:が|けれど|けど|ものの|のに)、[^。]{0,16}(?:${nothing})[。]?$`, 'u')

/** 助けてくれたのは医師と家族と時間でした: others are given the credit. */
export const isCreditOfOthers = (sentence: string | undefined): boolean =>
  sentence !== undefined &&
  /(?:助け|支え|救っ|治し|楽にし|立ち直らせ)[^。、]{0,8}のは、?(?:[^。、]{2,10}(?:では|じゃ)なく、?)?(?:主治医|医師|医者|お医者|先生|病院|家族|友人|仲間|時間|薬|お薬|治療|手術|休養|リハビリ|看護師)(?:さん)?(?:[とやも、]|でし|です|だ|。)/u.test(
    sentence,
  )

/** 塩分を控えて、よく歩く。血圧対策の基本はここからです: the basics are what the sentence before tells to do. */
export const isBasics = (sentence: string, before: string | undefined, lexicon: JapaneseLexicon): boolean =>
  before !== undefined &&
  /(?:対策|管理|予防|ケア|改善)の(?:基本|土台|第一歩|王道|柱|要)/u.test(sentence) &&
  /塩分|減塩|歩[くきいけ]|運動|体操|睡眠|早寝|食べる順番|野菜|禁煙|たばこ|体重|よく[かか噛]む|腹八分|湯船|深呼吸|手洗い|うがい|歯みがき|歯磨き/u.test(
    before,
  ) &&
  ![sentence, before].some((text) => namesSold(text, lexicon) || /サプリ|[1一]粒|の粒|カプセル|当店|本品/u.test(text))

/** …この物語と商品に関わりはありません: the sentence says itself that what is sold has no part in it. */
export const isUnrelated = (sentence: string): boolean =>
  /(?:商品|製品|サプリ[^。、]{0,4}|本品|当社|当店)(?:と|に|とは|には)[^。、]{0,8}関(?:係|わり)(?:は|が|も)?(?:一切)?(?:ありません|ございません|ない)/u.test(
    sentence,
  )

/** 「医者いらず」はアロエの別名です。薬の代わりになるという意味ではありません: a name, and what it does not say. */
export const isNamedOnly = (sentence: string, next: string | undefined): boolean =>
  next !== undefined &&
  /(?:別名|俗名|俗称|異名|愛称|あだ名|呼び名|通称|通り名|ことわざ|言い回し|たとえ|例え|名前|の名)[^。、]{0,12}[。]?$|と(?:も)?(?:呼ば|よば|称さ|言いならわさ)れ[^。、]{0,10}[。]?$/u.test(
    sentence,
  ) &&
  /(?:という|との|といった)(?:意味|わけ|こと|話)で(?:は|も)(?:ありません|ございません|ない|なく)/u.test(next)
