import type { JapaneseLexicon } from './lexicon.js'
import { namesSold } from './presence.js'

// A claim that a page hears and does not carry, a link that nobody says is a cause, a death that is told for another reason.

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
