import type { Agent, ConceptHit, Cue, Effect, Sentence, Setting } from '../../core/sentence.js'
import { suggestedEffect, troubleTypes } from '../suggested.js'

/**
 * A trouble and a change for the better in a passage that names what is sold: 酸素ボンベを引いて歩いていた父が、畑に戻りました。冬虫夏草の粒。 Where the trouble has a name, or the sentences only tell of
 * a life that is otherwise than it was and give an ingredient the credit, the reader takes it for a use against a disease (21 CFR 101.93(g)(2)(x)). Sports, work, looks and mood are ordinary life;
 * a doctor's cure, a caution, nothing gained and the trade in the goods suggest nothing. A disease by its name in a passage with a product needs no change: 不整脈が気になるお客様に、タウリン飲料を.
 */
export function creditedChange(sentences: readonly Sentence[], textOf: (index: number) => string): readonly Sentence[] {
  if (sentences.length > mostInStory || sentences.some(({ effects, cues }) => effects.some(isOfTrouble) || cues.some(unsays)))
    return sentences
  const texts = sentences.map((_, i) => textOf(i))
  const all = texts.join('')
  if (all.length > longestStory) return sentences
  const concepts = sentences.flatMap((sentence) => sentence.concepts)
  const sold = concepts.find(isIngredient) ?? shownIn(sentences, texts)
  const agent: Agent = sold ? { kind: 'ingredient', at: sold.at } : { kind: 'zero' }
  const named = sentences.findIndex((sentence) => sentence.concepts.some(isTrouble))
  if (named >= 0) {
    const trouble = sentences[named]!.concepts.find(isTrouble)!
    const tells = changes.test(all) && !otherwise.test(all) && (sold !== undefined || (voice.test(all) && !ofOthers.test(all)))
    const isOffered =
      isDisease(trouble) && concepts.some(isSold) && !cautioned.test(all) && !sentences.some(({ effects }) => effects.some(isDenied))
    if (!tells && !isOffered) return sentences
    return sentences.map((sentence, i) =>
      i === named ? withEffect(sentence, suggestedEffect(agent, trouble.concept, trouble.at, 'credited')) : sentence,
    )
  }
  if (!sold || sentences.some(({ effects }) => effects.some(isSaid)) || !changes.test(all) || otherwise.test(all)) return sentences
  if (ordinary.test(all) || !(owed.test(all) || (people.test(all) && texts.some(isCredit)))) return sentences
  const told = texts.findIndex((text) => changes.test(text))
  return sentences.map((sentence, i) =>
    i === told ? withEffect(sentence, suggestedEffect(agent, 'symptom.unlisted', sentence.at, 'credited')) : sentence,
  )
}

const mostInStory = 4
const longestStory = 140

const isIngredient = ({ concept }: ConceptHit): boolean => /^(?:ingredient\.|product\.(?:pill|tea|capsule|powder|formula))/.test(concept)
const isTrouble = ({ concept }: ConceptHit): boolean =>
  /^(?:disease|abnormal-state)\.|^symptom\.(?!complaint|described-limbs)/.test(concept)

/** この菌, この粉: what is shown and taken. */
function shownIn(sentences: readonly Sentence[], texts: readonly string[]): Pick<Sentence, 'at'> | undefined {
  return sentences[texts.findIndex((text) => shown.test(text))]
}
const shown =
  /この(?:菌|粉|粒|豆|葉|実|根|種|草|茶|お茶|油|水|酢|きのこ|サプリ|カプセル|酵素|一粒|一杯|一包|一匙|ゼリー|シロップ|グミ|青汁)/u
/** 甜茶さまさまです, 紅景天のおかげで: nobody need be named who is thankful. */
const owed = /おかげ|お陰|に感謝|さまさま|様々です|恐るべし|愛飲歴|のたまもの|の賜物/u

const isSold = ({ concept }: ConceptHit): boolean => /^(?:ingredient|product)\.(?!bottle)/.test(concept)
/** A disease by its name; those of a mere deficiency are lawful to name (section 403(r)(6)). */
const isDisease = ({ concept }: ConceptHit): boolean =>
  /^(?:disease|abnormal-state)\.(?!wound|keloid|scurvy|beriberi|pellagra|fracture|disease$)/.test(concept)

/** It says already what the thing is good for. */
const isSaid = ({ silent, outcome, target, by }: Effect): boolean =>
  !silent && outcome === 'benefit' && target !== undefined && by !== 'construction.scene-of-what-is-sold'
const isOfTrouble = (effect: Effect): boolean => isSaid(effect) && troubleTypes.has(effect.target!.type)
/** 痛風を改善しない, 予防にはなりません: an act on the trouble is denied. */
const isDenied = ({ silent, by, target }: Effect): boolean =>
  silent === 'negated' && by !== 'residual' && target !== undefined && troubleTypes.has(target.type)
const unsays = ({ setting, cue }: Cue): boolean =>
  unsaid.has(setting) || cue === 'negated.never-says' || cue === 'negated.nominal' || cue === 'instruction.do'
const unsaid: ReadonlySet<Setting> = new Set<Setting>(['quoted', 'referral', 'warning', 'counterfactual', 'question'])

/** What is otherwise than it was. */
const changes =
  /消え|なくな(?:っ|り)|治っ|治り|よくな|良くな|楽にな|戻り|戻っ|戻せ|取り戻|細くな|小さくな|減り|減っ|下がっ|やめ|卒業|[うくぐすつぬぶむる]ように(?=な)|(?:ら|め|け|せ|べ|げ|ね|て|え)れました|られました|透きと|縮ん|縁が切れ|元どおり|元通り|きれいでした|きれいになり|のに、[^。]{2,24}(?:きた|きました|行った|行きました|でき)|再発(?:も)?な|異常なし|もう[^。]{0,14}(?:ない|ません|いません)|久しぶり|済みました|済んだ|済んで|おかげ|恐るべし|驚きました|静かにな|まっすぐ|忘れて|手放|終わりました|収まり|おさまり|薄れ|薄くな|呼んだ|(?:乗|着|歩|登|座|干|書|持|食べ|飲|眠|笑|話|走|留め)[らえけせてねべめれげ]*(?:ています|てます|られるまで|れるまで|た。|ました)|汚れません|までになっ|持てた|持った|今(?:年|朝|では|は)[^。]{0,20}(?:ました|います|ている|なし)/u

/** The words give a thing the credit. */
const isCredit = (text: string): boolean =>
  /おかげ|お陰|のは[^。]{0,20}だけ|心当たり|(?:を|で)?(?:飲み|食べ|続け|始め|はじめ|飲ん|足し|加え|溶い|替え|変え|出会っ|試し)(?:て|た|始め|はじめ|続け)|感謝|ありがと|恐るべし|驚きました|よかったよう|だと信じ|さまさま|愛飲歴/u.test(
    text,
  ) ||
  (text.length <= longestName && !/[をがはに]/u.test(text.replace(/[\s。!！]+$/u, '')))
const longestName = 24

/** Nothing sold is named: a customer speaks. */
const voice = /私|わたし|僕|父|母|夫|妻|主人|祖[父母]|息子|娘|[0-9０-９十]+(?:歳|代)|(?<!お客)(?:様|さま)[）)」]|の声/u
const ofOthers =
  /掲載|公開|投稿|レビュー|口コミ|クチコミ|説明|通報|応え|病気です|疾患|状態|いたしません|ワクチン|接種|吸入器を|薬|保育|学校|会社|映画|小説|番組|診断|外来|通院/u

const people =
  /私|わたし|僕|俺|父|母|夫|妻|主人|家内|旦那|祖[父母]|じい|ばあ|爺|婆|息子|娘|孫|子(?:ども|供)|弟|妹|兄|姉|叔[父母]|伯[父母]|義[父母]|友人|知人|常連|お客|(?<!みな|皆|お客)(?:さん|さま|様)|方が|人が|あの/u

/** Cautions, doctors, no change, other causes, the trade in the goods. */
const otherwise =
  /[?？]|か[。.]|いいえ|とは、|書いて|医師|主治医|受診|相談|ご遠慮|控え|返品|保証|根拠|前のまま|そのまま|変わら|変化(?:は|も|が)?な|効果(?:は|も|が)(?:な|あり?ま?せん|感じ)|実感(?:は|が|でき)?な|悪化|副作用|手術|治療|処方|鉄剤|検査キット|研究|論文|試験|報告|調査|発売|販売|入荷|在庫|届き|配送|送料|注文|価格|円|ラベル|パッケージ|味が|味は|香り|おいし|美味し|レシピ|料理|豆腐|きな粉|こね|ゆで|冷め|かたく|点て|所望|粉が|収穫|栽培|植え|育て|売り場|担当|シール|袋|缶|瓶|箱|畑で|農家|工場|製造|原料|仕込|お客[様さ]|皆(?:様|さま)|パン|ケーキ|焼け|元に戻りません|祭り|昔は|古代|江戸|伝え|だろうか|でしょうか|とは限|わけでは|ではありません|ものではな|いただけません|亡くな|他界|介護|看病|運動|体操|リハビリ|ストレッチ|禁煙|減塩|病院|クリニック/u

/** A disease and a product in one passage are brought together unless somebody is warned, sent to a doctor or set right, or the words are of other things. */
const cautioned =
  /医師|医者に|主治医|担当医|処方医|執刀|麻酔|受診|診察|相談(?!できる場所)|かかりつけ|先生に|眼科|歯科|泌尿器科|内科|整形|病院|診療|クリニック|救急|まずは|遠慮|控え|食べられますか|避け|返品|保証|根拠|前のまま|変わら|変化(?:は|も|が)?な|効果(?:は|も|が)(?:な|あり?ま?せん|感じ)|実感(?:は|が|でき)?な|悪化|副作用|お薬|薬(?:を|は|と|の|です)|服用|治療中|検査(?:を受|の前|へ|に影響|キット|室|会社|済|値を|で)|研究|論文|試験|報告|調査|募集|モニター|配送|送料|円|ラベル|レシピ|料理|作り方|収穫|栽培|畑|農家|りんごの|枝|工場|製造|アレルゲン|原材料|日記|昔は|古代|江戸|平安|歴史|物語|絵本|映画|動画|曲|書籍|一冊|とは限|わけでは|ではありません|ではない|ではなく|ではございません|ものではな|いただけません|適しません|お確かめ|お見せ|すぎると|亡くな|他界|運動|体操|リハビリ|ストレッチ|マット|禁煙|減塩|ワクチン|接種|いいえ|[?？](?!\s*(?:A|→|──|はい))|か[。.](?!\s*(?:A|→|──|はい))|ません(?:[。が]|と)|ない[、。]?と(?:い|言)|どうにもならない|休み|止め|申告|申し出|影響|注意|留意|念のため|確認|掲載|公開|投稿|通報|広告|手口|他店|問い合わせ|尋ね|答え|病気です|疾患|状態を|一因|言い切|意味|規制|法律|薬機法|表示|扱い|学会|雑誌|協会|調べ|患者会|寄付|支援|介護|看護|専門|在庫|セール|比喩|記事|新聞|名義|名前|不況|景気|経済|お問い合わせ|ご連絡|お知らせください|入院|休業|出荷|殿様|主人公|漫画|マンガ|詩集|ネコ|猫|犬|ペット|友の会|保険|カフェ|病食|体質で|別のもの|不足すると|欠乏|足りなくなる|跡です|持ちで、|色[、。]|クリーム|塗|手術から|助けを|飲まず|歯みがき粉|ハミガキ|フッ素|食物繊維の摂|バランスのよい|食事/u

/** Ordinary life, that a claim of structure and function may speak of. */
const ordinary =
  /疲れ|だる|眠|寝|朝(?:まで|が|の目覚め)|目覚|元気|仕事|残業|会議|勉強|受験|練習|試合|走|マラソン|登山|山|ゴルフ|筋トレ|ジム|自転車|肌|髪|爪|シミ|しわ|シワ|つや|ツヤ|ハリ|メイク|化粧|体重|キロ|ズボン|スカート|ウエスト|お腹|おなか|お通じ|便秘|便通|腸|気分|笑|イライラ|集中|スマホ|パソコン|老眼|冷え|手足|むくみ|二日酔い|飲み会|お酒|生理|更年期|年齢|若/u

const withEffect = (sentence: Sentence, effect: Effect): Sentence => ({ ...sentence, effects: [...sentence.effects, effect] })
