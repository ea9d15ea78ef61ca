import type { Sentence } from '../../core/sentence.js'
import { ofGoods } from './goods.js'

/** すごくないですか? wants no answer. */
export const isRhetorical = (sentence: string): boolean =>
  /(?:すご|うれし|嬉し|心強|頼もし|ありがた|おもしろ|面白|素晴らし|すばらし)くない(?:です)?か?[。?？!！\s]*$/u.test(sentence)

/** か。, か?, でしょうか, の? and any question mark at the end; ませんか invites rather than asks. */
export function isQuestion(sentence: string): boolean {
  const end = sentence.replace(/[\s」』"”)）]+$/u, '')
  // 治ると思っていませんか: what is held is asked of
  if (/(?:と|って)(?:は|も)?(?:思って|考えて|思い込んで)い?(?:ませんか|ないですか)[。?？]*$/u.test(end)) return true
  if (/(?:ませんか|ましょうか|みませんか)[。?？!！]*$/u.test(end) && !/(?:では|じゃ)ありませんか[。?？]*$/u.test(end)) return false
  if (isRhetorical(end)) return false
  // 消えた!? is surprise
  if (/[^か][!！][?？]+$/u.test(end)) return false
  return /[?？]$/u.test(end) || /(?:です|ます|ました|でした|でしょう|だろう|の|ある|る|た|ない|せん)か[。]?$/u.test(end)
}

/** 膝の痛みでお困りの方、コンドロイチンを試しましたか: those who have the trouble are asked whether they know what is offered. */
export const isInvited = (sentence: string): boolean =>
  /話(?:を|、)(?:聞いて|きいて)(?:もらえ|いただけ|くれ)ます?か[\s。?？!！]*$/u.test(sentence) ||
  /(?:こと|の|報告|研究|論文|結果|事実|話)(?:を|は|、)(?:もう)?(?:ご存[じ知]です|知って(?:い)?ます|ご覧になりました|読みました|聞きました|お聞きになりました)か[\s。?？!！]*$/u.test(
    sentence,
  ) ||
  /(?:方|人|あなた|皆さま|みなさま|皆さん|かた)[^。]*(?:を|は|が|も)[^。]{0,6}(?:試(?:し|され)(?:まし)?た|お試しになりました|ご存[じ知](?:です)?|知って(?:い)?ます|飲んで(?:い)?ます|足りて(?:い)?ます|摂れて(?:い)?ます|とれて(?:い)?ます|始めました)か[\s。?？!！]*/u.test(
    sentence,
  )

/** The next sentence says yes. */
export const answers = (next: string | undefined): boolean =>
  next !== undefined &&
  (/^[\s―—ー-]*(?:[AＡ][.．:：、\s]*)?(?:はい|ええ|もちろん|イエス|YES|Yes|答えはイエス|答えは「?はい|その通り|できます|できるんです|可能です|治ります|本当です)/u.test(
    next,
  ) ||
    // A. 多くの方が楽になったとおっしゃいます
    (/^[\s―—ー-]*(?:[AＡ][.．:：、\s]*)?(?:個人差は(?:あり|ござい)ますが、[^。]{0,20})?(?:多くの|大半の|ほとんどの|実際に|お客様の?[0-9０-９]|ご愛用者の|愛用者の|9割の|[0-9０-９]+(?:割|%|人))/u.test(
      next,
    ) &&
      /(?:なった|なりました|下がった|下がりました|治った|治りました|消えた|消えました|減った|減りました|改善|実感|おっしゃ|との声|お声|楽に|軽く|いらっしゃいます|下がって(?:い|おり)ます|変化)/u.test(
        next,
      ) &&
      !/ません|ない|医師|個人差が/u.test(next)))

/** どうして不整脈が落ち着くのか。答えはにがりにあります: how it comes about, and the answer is what is sold. */
export const isRevealed = (sentence: string, next: string | undefined): boolean =>
  next !== undefined &&
  /^(?:では、?|さて、?)?(?:なぜ|どうして|どうすれば|どうやって|何が)/u.test(sentence) &&
  /(?:答え|秘密|ひみつ|理由|わけ|鍵|カギ|ヒント|正体|決め手|正解|立役者)(?:は|が|こそ|、)/u.test(next) &&
  !/不明|まだ|医師|ません|ない|研究中/u.test(next)

/** The next sentence says no: いいえ, …できるサプリメントはありません. */
export const denies = (next: string | undefined): boolean =>
  next !== undefined &&
  (/^[\s―—ー*-]*(?:[AＡ][.．:：、\s]*)?(?:いいえ|いえ|残念ながら|ノー|NO|No)/u.test(next) ||
    /(?:サプリ|サプリメント|食品|もの|製品|商品|成分|こと|わけ|効果)(?:は|では|じゃ|が|も)(?:ありません|ございません|ないです|ない|できません)[。]?$/u.test(
      next,
    ))

/** Q. 花粉症にはいつから飲めばよいですか? A. 続けるのがおすすめです: it asks when or how much, and takes for granted that it works. */
export const presupposes = (sentence: string, next: string | undefined): boolean =>
  next !== undefined &&
  /いつ(?:から|頃|ごろ)|(?:どの|どれ)くらい|どのぐらい|何(?:日|週間|か月|ヶ月|カ月)|(?:どの|どちらの)(?:商品|粒|お茶|サプリ)|どれ(?:が|を)/u.test(
    sentence,
  ) &&
  /す?すめ|勧め|続け|飲み|飲ん|目安|変化|実感|お試し|摂|とる/u.test(next) &&
  !cautions(next)

/** The next sentence takes it back: 当社は一切関係ありません。 */
export const disowns = (next: string | undefined): boolean =>
  next !== undefined &&
  next.length <= 80 &&
  /(?:一切|全く|まったく)?関[係わ]り?(?:は|が|も)?(?:ありません|ございません|ない)|(?:他店|他社|別の(?:店|会社|業者)|よその店)の(?:もの|商品|製品|チラシ|広告)です|当(?:店|社|園)の(?:もの|商品|製品|広告|チラシ)では(?:ありません|ございません|ない)|(?:誤り|間違い|うそ|嘘|ウソ|デマ|不適切|でたらめ|デタラメ|迷信|詐欺)(?:です|でした|だ)|お詫び|訂正(?:し|いた)|取り消し|削除(?:し|いた)|(?:根拠|裏付け|裏づけ|証拠|エビデンス)(?:となる[^。、]{1,8})?(?:は|が|も)(?:ありません|ございません|ない|乏しい|見つかって|存在しま?せん|存在しな|示されて)|思い込み(?:です|でした)|消しました|ごめんなさい|申し訳|すみませんでした|信じないで|騙されないで|だまされないで|裏[づ付]けられた[^。]*(?:では|じゃ)|(?:そうした|そのような|そういう|そんな)[^。]{0,20}(?:ません|ない)|残念ながら[^。]*(?:ません|ない)|知られていません|認められていません|(?:そん|こん|このよう|そのよう)な[^。]{0,6}(?:うたい文句|謳い文句|売り文句|誘い文句|文句|宣伝|広告|表示|表現|言葉|話)[^。]*(?:疑|注意|用心|気をつけ|信じ|だまさ|騙さ|惑わさ|避け|鵜呑み|迷惑メール|偽|なりすま|かたっ|詐称|詐欺)/u.test(
    next,
  )

/** 寝汗で着替えていた夜が嘘のようです, 咳で起きることがなくなりました: told as past, or as what is no more. */
const tellsChange = (sentence: string): boolean =>
  /(?:なく|消え|減|引い|引き|楽|軽|治|止ま|静か|嘘|うそ|きれい|落ち着|遠の|遠い|いらず|ずに|忘れ|手放|よくな|良くな|おさま|治ま|懐かし|昔|平気|戻|できる|られる|れるよう|えるよう|出な|来な|終わ|過去|別れ|さよなら|半分|一度も|ゼロ)/u.test(
    sentence,
  ) && /(?:ました|でした|た|です|ています|ません|ない)[。]?$/u.test(sentence)

/** 「おしりの血が止まった」という報告, 〜と口コミで話題; 病院で〜と言われました: what others say, what was found. */
const isReported = (sentence: string): boolean =>
  /[」』][^。]{0,4}(?:と|って|の|など)[^。]{0,12}(?:口コミ|クチコミ|声|報告|評判|話題|レビュー|感想|便り|メッセージ|投稿|喜び|連絡|手紙)|(?:という|との|といった|っていう)(?:嬉しい|うれしい)?(?:お?声|口コミ|クチコミ|ご?報告|レビュー|ご?感想|お?便り)/u.test(
    sentence,
  ) ||
  (/(?:病院|医院|クリニック|健診|検診|人間ドック|検査|先生|医師|医者|[内外]科|皮膚科|眼科)[^。]*(?:と|を)(?:言われ|診断され|指摘され|宣告され|告げられ|告知され)/u.test(
    sentence,
  ) &&
    !/方は|方も|場合|際は|際に|相談|控え|中止|ご注意|人は/u.test(sentence))

/** A heading, an outcry, or somebody's own story: what the next sentence offers belongs to it. */
export const isTold = (sentence: string, role: string): boolean =>
  role === 'heading' ||
  /[?？!！…♪]$/u.test(sentence) ||
  kindOf(sentence) === 'fragment' ||
  tellsChange(sentence) ||
  isReported(sentence) ||
  /(?:私|わたし|僕|ぼく|俺|おれ|ワイ|うち|わが家|我が家|母|父|祖母|祖父|ばあちゃん|じいちゃん|おばあちゃん|おじいちゃん|主人|夫|妻|嫁|旦那|娘|息子|叔母|叔父|友人|義母|義父|パパ|ママ|様|さん|歳|代)/u.test(
    sentence,
  )

/** 胃のムカムカ、もう我慢しない。ショウガとウコンのカプセル。: a short sentence before one that is nothing but the name of what is offered is its lead-in. */
export const isPitched = (sentence: string, next: string | undefined): boolean =>
  sentence.length <= 40 &&
  !/とは|(?:です|ます|ません|とされる|である)[。]?$|こと|場合|では|には/u.test(sentence) &&
  next !== undefined &&
  next.length <= 40 &&
  (kindOf(next) === 'fragment' || /(?:の出番|におまかせ|にお任せ|をどうぞ|がおすすめ|の番|の力)(?:です|だ)?[。!！]?$/u.test(next)) &&
  !cautions(next)

/** 脈が飛ぶ、胸がつかえる。コエンザイムQ10で立て直しませんか: bare signs in a row, before a sentence that offers something for them. */
export const isRowOfSigns = (sentence: string, next: string | undefined): boolean =>
  sentence.length <= 36 &&
  /[、・]/u.test(sentence) &&
  !/とは|(?:です|ます|ました|ません|でした|である|ください|でしょう)[。]?$|こと|場合|では|には|たら|なら/u.test(sentence) &&
  next !== undefined &&
  next.length <= 90 &&
  /(?:ませんか|ましょう|お試し|どうぞ|おすすめ|まかせ|お任せ|飲[みんむ]|サポート|ケア|立て直|始め|はじめ|頼|[にへを][。!！♪]?$)/u.test(
    next,
  ) &&
  !disowns(next) &&
  !cautions(next)

/** 体幹がブレない。ロイシン高配合EAA。: a short promise beside a bare name of what is offered, and neither speaks of taste or parcel. */
export const isSlogan = (sentence: string, neighbours: readonly (string | undefined)[]): boolean =>
  sentence.length <= 28 &&
  kindOf(sentence) !== 'question' &&
  !/(?:です|ます|ません|ください|である|ました|たら|れば|ると|なら|よう|みたい|がち|けど|のに)[。!！…]*$/u.test(sentence) &&
  !ofGoods.test(sentence) &&
  neighbours.some((n) => n !== undefined && n.length <= 40 && kindOf(n) === 'fragment' && !ofGoods.test(n) && !cautions(n))

/** 〈こんな方に〉手足がしびれる／目がかすむ: a list to find oneself in. */
export const isChecklist = (sentence: string): boolean =>
  /(?:こんな|このような)(?:方|人|あなた|お悩み|悩み|症状|サイン|とき|時)(?:に|へ|の|が|は)[^。]{0,4}[〉》」』】）)：:・■□✓☑／/\s]/u.test(
    sentence,
  ) || /^[■□✓☑●]\s*(?:こんな|このような)(?:方|人|お悩み|症状)/u.test(sentence)

/** そんな方に, それが今では: the sentence speaks of what the one before it told. Where it sends to a doctor it does not. */
export const pointsBack = (sentence: string | undefined): boolean =>
  sentence !== undefined &&
  !/科(?:へ|に|を|で)|病院|外来|受診|救急|医師|119|様子を見|医療機関/u.test(sentence) &&
  (/(?:この|これ|こちら)[^。]{0,20}(?:予防|対策|備え)に(?:なり|なる|なって|ぴったり|最適|どうぞ)/u.test(sentence) ||
    /^[「『\s]*(?:そ|こ)(?:んな|ういう|のような)(?:方|人|あなた|お悩み|悩み|とき|時|夜|朝|日|毎日|日々|働き盛り|世代|年代|パパ|ママ|お父さん|お母さん|お子さ|子に|子へ|大人|シニア|家族|ご家族|両親|ご両親|親に|ご主人|体質|お口|歯|背中|腰に|手に|指に|髪|胆のう|肝臓|腎臓|膵臓|心臓|脳|血管|骨|関節|筋肉|足腰|体|からだ|女性|男性|世代|かた|私|わたし|僕|母|父|夫|妻|娘|息子|春|夏|秋|冬|季節|時期|シーズン|梅雨|症状|不調|つらさ|場面|シーン|午後|休日|週末|肌|目|膝|ひざ|腰|肩|頭|胃|お腹|おなか|足|脚|鼻|のど|喉)/u.test(
      sentence,
    ) ||
    /^[「『\s]*(?:それが|ところが|なのに|でも|いまでは|今では|いまは|今は|今や|今年は|夜中に|朝)[^。]*(?:よう(?:に|な)|(?:でき|られ|れ|け|え|め|せ|べ)(?:た|まし)|平気|元気|いらず|なくな|消え|ゼロ|ない|ず|なし|すいすい|ぐっすり|すべすべ|つるつる)/u.test(
      sentence,
    ))

/** Q. 緑内障の進行が心配です。 A. カシスを1日2粒おすすめしています: a trouble laid before the shop, and what it offers for it. */
export const isLaidBefore = (sentence: string, next: string | undefined): boolean =>
  /^[\s―—ー*-]*(?:[QＱ][.．:：、\s0-9]|質問|ご相談|お悩み)/u.test(sentence) &&
  next !== undefined &&
  /おすすめ|お勧め|お試し|ぴったり|どうぞ|選ばれて|飲んで(?:みて|いただ)|最適|好評|喜ばれ|続けて(?:みて|いただ)|を(?:ご案内|ご用意|ご提案|お出し)し(?:て(?:い|お)り)?ます|人気です/u.test(
    next,
  ) &&
  !/医師|医療機関|主治医|受診|病院|ありません|できません|いたしかね|控え/u.test(next)

/** 夫の尿酸値は8.4。いまは5台: a figure, and the one of now. */
export const isFigureOfThen = (sentence: string, next: string | undefined): boolean =>
  /[0-9０-９]/u.test(sentence) &&
  sentence.length <= 40 &&
  next !== undefined &&
  next.length <= 30 &&
  /^(?:それが)?、?(?:(?:いま|今|現在|今や|今朝|今月|今年|先月|先週|昨日|最近)(?:で)?は?|[0-9０-９一二三四五六半]+(?:か月|カ月|ヶ月|年|週間)後(?:に|は|の(?:検査|健診)(?:で|では))?)、?[^。]{0,8}[0-9０-９]/u.test(
    next,
  ) &&
  !/まま|変わら|同じ/u.test(next)

/** 祖母は喘息持ちでした: says no more than what somebody had. */
export const isBareState = (sentence: string): boolean => /(?:持ち|もち|病気|症|炎|病|がん)(?:でした|だった|です)[。]?$/u.test(sentence)

/** 夜も眠れませんでした, ずっと悩んでいました: how bad it was, which asks for what came of it. */
export const isSuffered = (sentence: string): boolean =>
  /(?:(?:眠れ|歩け|起き上がれ|起きられ|食べられ|上がら|曲がら|動け|座れ|立て|出かけられ|着られ|話せ|飲み込め|開けられ|持て|走れ|休め|治ら|消え|引か|止まら|取れ)ませんでした|つらかった(?:です)?|辛かった(?:です)?|苦しかった(?:です)?|(?:悩んで|苦しんで|困って|諦めて|あきらめて|泣いて|寝込んで|苦しめられて|悩まされて)い(?:まし)?た)[。]?$/u.test(
    sentence,
  )

/** The sentence beside it tells that something was taken for it, or what became of it. */
export const tellsRelief = (sentence: string): boolean =>
  /おかげ|飲|のん|続け|楽に|元気|治|改善|救わ|手放|なく|消え|減っ|卒業|出会|試し|変わ/u.test(sentence)

/** The same where how bad it was came first: no counsel to see somebody about it. */
export const tellsWhatHelped = (sentence: string): boolean =>
  tellsRelief(sentence) && !cautions(sentence) && !/主治医|問い合わせ/u.test(sentence)

/** 〜ていませんか at the end: it asks whether something is so, and denies nothing. */
export const isAskedOfReader = (sentence: string): boolean => /(?:て|で)い?(?:ませんか|ないですか)[\s。?？!！]*$/u.test(sentence)

/** カプセルを飲む前に医師にご相談ください: the question before it asks for whom caution is meant. */
export const cautions = (next: string | undefined): boolean =>
  next !== undefined && /医師|医療機関|薬剤師|専門家|相談|受診|お?控え|中止|ご注意|避けて|使用しない|飲まない/u.test(next)

/** そんなときは…、内科で相談を: what was told before is for a doctor. */
export const sendsAway = (next: string | undefined): boolean =>
  next !== undefined &&
  /^(?:そんな|こんな|そういう|こういう|このような|そのような)(?:とき|時|場合|症状|日|夜|ときこそ)[^。]*(?:科|病院|外来|医療機関|クリニック|医師|かかりつけ医?)(?:で|に|へ|を)(?:の)?(?:ご?相談|受診|診て)/u.test(
    next,
  )

/** A question to the reader who has the trouble: お悩みですか, つらくありませんか, まだ薬に頼っていますか. */
export const isWorry = (sentence: string): boolean =>
  sentence.length <= 14 ||
  isLeadIn(sentence) ||
  /(?:予防|対策|ケア|備え|準備|用心|習慣)[^。]{0,8}(?:して|始め|はじめ|でき|万全|お済み|十分|足り|忘れ)/u.test(sentence) ||
  /悩|困|うんざり|たいですか|たくありませんか|つら|辛い|気になる|気にな|心配|ありませんか|いませんか|諦め|あきらめ|お持ち|まだ|もう|苦し|我慢|繰り返|続く|続い/u.test(
    sentence,
  )

/**
 * それは白内障のサインかもしれません, くり返す口内炎の原因はビタミンB2不足, 喘息が出やすい季節です, 痛風に苦しむ人を減らしたい: what is before one, what it comes of, when it comes, what
 * is wished for. The next sentence offers something for it.
 */
export const isLeadIn = (sentence: string): boolean => sentence.length <= 60 && leadIns.some((each) => each.test(sentence))

const leadIns = [
  /(?:症|炎|病|がん|うつ|喘息|ぜんそく|風|疹|高血圧|アトピー|腫|障害)[^。]{0,24}(?:少ない|多い|少なすぎ(?:る|ます)|増えて(?:いる|います)|増えました)[。]?$/u,
  /(?:サイン|合図|前ぶれ|前触れ|前兆|始まり|はじまり|初期症状|入口|入り口|警告|警報|しわざ|仕業|せい|予備[軍群])(?:なの|だった)?(?:か(?:も(?:しれません|しれない|ね|よ)?)|の可能性(?:が(?:あります|ある|高い)|も)|では(?:ありませんか|ないですか)|です)?[。!！?？…]*$/u,
  /(?:症|炎|病|がん|うつ|喘息|ぜんそく|風|疹|高血圧|アトピー|腫)(?:に(?:なり|かかり)かけ)?(?:なの)?かも(?:しれません|しれない)?[。!！?？…]*$/u,
  /^(?:その|それ|この|これ)[^。]{0,24}かも(?:しれません|しれない)?[。!！?？…]*$/u,
  /(?:原因|正体|犯人|理由|背景|裏|根っこ|背後|カギ|鍵)[はにが、][^。]{0,20}(?:不足|足りな|足りてい|欠乏|減少|低下)|には[^。]{0,16}が?(?:足りて(?:い)?ません|不足して(?:い|お)ります|不足しています|足りないのです)|(?:不足|足りない)(?:の|だから|から|が原因)?かも(?:しれません|しれない)?[。!！?？…]*$/u,
  /(?:季節|時期|シーズン|頃|ころ)(?:です(?:ね|よ)?|になりました|に(?:突入|入りました)|が(?:やって)?(?:きました|来ました|来ます|やってきます)|到来|、?再び|目前)[。!！…♪]*$/u,
  /だけでは(?:足りません|不十分です|追いつきません|心細い(?:もの)?です|間に合いません)。?$|てくれるかも(?:しれない|しれません)?。?$/u,
  /(?:減らし|なくし|無くし|救い|助け|支え|楽にし|守り|笑顔にし|終わらせ|変え|何とかし|なんとかし|力になり|役に立ち)たい[」』]?[。!！…]*$/u,
]

/** 「喘息がよくなって、枕を低くして眠れます」(購入者の声): somebody who bought it tells what came of it. */
export const isBuyersVoice = (sentence: string, next: string | undefined): boolean =>
  (headed.test(sentence) ||
    (/^[「『“"]/u.test(sentence.trim())
      ? signed.test(sentence) || (next !== undefined && !/[」』”"]/u.test(sentence) && signed.test(next))
      : initialled.test(sentence) || (next !== undefined && next.length <= 40 && initialled.test(next)))) &&
  /よくな|良くな|嘘のよう|うそのよう|ウソのよう|楽に|ラクに|軽く|治|消え|なくな|減[っり]|おさま|治ま|落ち着|改善|卒業|手放|いらな|おかげ|なめらか|つるつる|ツルツル|すべすべ|スベスベ|きれいに|静かに|平らに|すっきり|(?:眠れ|歩け|走れ|登れ|のぼれ|座れ|食べられ|起きられ|出かけられ|通え|動け|働け|遊べ|行け)(?:ました|て(?:い)?ます|るように|ます)/u.test(
    sentence,
  ) &&
  !/治療|手術|リハビリ|先生|医師|主治医|病院|薬|注射|通院|受診|カウンセリング|支援|介護|看病|会社|学校|ません(?:でした)?[」』]/u.test(
    sentence,
  )

/** ご購入者様の声「…」 */
const headed =
  /^[\s■◆●★☆・]*(?:ご?購入者|ご?愛用者|ご?利用者|お客|ユーザー|リピーター|モニター)(?:様|さま|さん)?(?:の|から(?:の)?)?(?:お?声|ご?感想|口コミ|クチコミ|レビュー|体験談|お便り)[^「。]{0,4}[:：]?\s*[「『]/u

/** …(52歳・販売員) */
const initialled =
  /[（(](?:[1-9][0-9][歳代才]|[^()（）。]{1,8}(?:様|さん|県|都|府)[^()（）。]{0,8}[1-9][0-9][歳代才])[^()（）。]{0,14}[)）][。]?\s*$/u

const signed =
  /[」』”"]\s*[（(【―—–~〜]*\s*(?:[^。「」]{0,16}(?:様|さん|さま|代|歳|才|女性|男性|主婦|会社員|自営業|年金|購入者|愛用者|利用者|モニター|リピーター|お客さ[まん]|お客様|ユーザー)[^。「」]{0,8}|(?:[ぁ-んァ-ヺ一-龯]{1,6}(?:都|道|府|県|市))[^。「」]{0,12})[)）】]?[。]?\s*$/u

/** まずはビルベリーを一袋, 2粒でケアしましょう, その思いでこの粒をつくりました: it offers what it names. */
export const isOffering = (sentence: string): boolean =>
  sentence.length <= 60 &&
  !cautions(sentence) &&
  !disowns(sentence) &&
  !/ません(?!か)|病院|医院|科(?:へ|で|に)|検査|健診|検診/u.test(sentence) &&
  (kindOf(sentence) === 'fragment' ||
    /どうぞ|ませんか|ましょう|試し|おすすめ|お勧め|オススメ|準備|ケア|対策|一手|出番|任せ|まかせ|リセット|整え|補[いうっ]|足し|始め|はじめ|いかが|用意|入荷|くださいね?[。!！♪]*$|そろえ|だから(?:こそ)?[^。]*(?:粒|サプリ|カプセル|茶|エキス|粉末)[^。]{0,6}(?:置い|並べ|お渡し|選ん)|なら[^。]*(?:です|手軽)|(?:その|そんな|こ[のう])[^。]{0,8}(?:思い|想い|願い|一心|気持ち|声|経験)[^。]*(?:作[りっ]|つく[りっ]|生まれ|開発|でき(?:た|まし)|届け|形に|渡し|飲ませ|続け)/u.test(
      sentence,
    ))

/** Names of illnesses that end as a verb or an auxiliary does. */
const nounsLikeVerbs =
  /(?:じんましん|がん|うつ|ぜんそく|ものもらい|めまい|てんかん|けいれん|しっしん|ひきつけ|はたけ|きつおん|しゃっくり)$/u

export function kindOf(sentence: string): Sentence['kind'] {
  if (isQuestion(sentence)) return 'question'
  const end = sentence.replace(/[\s。!！」』)）*＊※†]+$/u, '')
  if (nounsLikeVerbs.test(end)) return 'fragment'
  if (/(?:ください|下さい|なさい|ましょう|ませ|お試しを|てみて)$/u.test(end)) return 'imperative'
  return /(?:る|う|く|す|つ|ぬ|ぶ|む|ぐ|い|た|だ|です|ます|ません|でした|ました|ん|か|よ|ね)$/u.test(end) ? 'statement' : 'fragment'
}
