import type { Cue, EvidenceFrame, TargetType } from '../../core/sentence.js'
import { type TextSpan, textContains } from '../../core/span.js'
import { boastIn, isOfThings, teachesArts } from './boasts.js'
import { spanOf } from './cues.js'
import type { Hit } from './hit.js'
import type { Parse } from './parse.js'
import { isRhetorical } from './questions.js'
import { surfacesOf } from './words.js'

/** Words that follow 研究, 試験 … and make a place, a job or a plan of it. */
const noAppealAfter =
  /^(?:所|員|会|費|開発|機関|科|生|職|分野|対象|参加|募集|用|紙|薬|品|場|官|期間|計画|中|デザイン|倫理|助成|協力|者数|限界|直前|前|前日|当日|本番|勉強|対策|範囲|会場|週間)$/

/** What is said of the study is no result. */
const noResult =
  /(?:測定|分析|定量|評価|試験|検査|製造|抽出|培養)(?:方)?法(?:について|に関する|に関して|の)[^。]{0,12}(?:発表|報告|講演)|計画書|必要|待たれ|待ち|始まったばかり|進めら|進行中|研究中|調べて(?:い|お|み)|募集|限界|計画し|計画中|計画を|予定し|課題|参加して|ご協力|(?<!に)詳しい|参照|予定|作り方|講座|実施中|行われてい|検討中|人に直接|適用でき|不明|(?:確認|検証)して(?:ください|下さい|おきましょう)|(?:歴史|歩み|始まり|起源)は[^。]*から(?:始|はじ)ま|わかっていな|分かっていな|予測でき|(?:最初|初め|はじめ|世界初)の?(?:て)?(?:症例|患者|例|報告|病名|名)[をはが][^。]*(?:[0-9]{4}年|世紀|江戸|明治|大正|昭和)|(?:報告|発見|命名|記載|単離|提唱|名づけ|名付け)(?:した|された|られた)のは、?[^。]{0,10}(?:[0-9]{3,4}年|[0-9一二三四五六七八九十]+世紀|江戸|明治|大正|昭和)/
const nullResult =
  /差(?:が|は|も)(?:なかった|ない|なく|みられな|見られな|認められな|ありません)|変化(?:が|は|も)(?:なかった|ない|みられな|ありません)|(?:差|変化|違い)[がはも](?:見|み|認め|確認さ)(?:られ|れ)(?:ず|ま?せん|なか)|群と(?:ほとんど|ほぼ|大きく)?変わら|結論は?出て?いな|解明されて(?:いま?せ|いな|おりませ|おら)|因果(?:関係)?(?:まで)?(?:は|が|も|を)[^。]{0,8}(?:分かりま?せ|分から[なず]|わかりま?せ|わから[なず]|示(?:して|すもので)|言えま?せ|言えな|いえな|いえま?せ|証明し?(?:て|た?もので)|不明|明らかで)|(?:情報|根拠|証拠|報告|データ|研究|論文)(?:が|は|も)[^。]{0,6}見当たりま?せ|(?:情報|根拠|証拠|報告|データ|研究|論文)(?:が|は|も)[^。]{0,6}見当たらな|確認されていな|確認できな|一貫し(?:て|ておら)|(?:確認|証明|実証|立証|認め)(?:さ|ら)れて(?:い|お)り?ま(?:せん|せ)|(?:確認|証明|実証)されて(?:い|お)ら|証明されていな|示されていな|認められな|裏付けられていな|裏付けはな|報告されなかった|十分では|限定的|乏し|限られ|役(?:に)?立たな|有効では?な|効果(?:が|は)な|研究から始ま|証明されたもの(?:では|じゃ)|実証されたもの(?:では|じゃ)|根拠は?(?:が)?(?:ない|ありません|なく)/

/** 研究で分かっていること: a heading that says what is told below. */
const announcement =
  /^[^。、]{0,16}(?:分か|わか|判明し|知られ|言われ|いわれ|示され)[^。、]{0,8}(?:こと|もの|点)(?:[、・と][^。]{0,16}(?:こと|もの|点))?[。]?$|(?:分か|わか|判明し|知られ|示[しさ])[^。、]{0,8}(?:こと|もの|点|結果)[^。]{0,30}(?:を|について|も)[^。]{0,8}(?:見て(?:いき|み)|紹介|解説|まとめ|お伝え|説明|整理)[^。]{0,10}[。]?$/

/** The sentence ends with what was looked at, not with what was found. */
const designOnly =
  /(?:(?:検討|(?<!(?:高く|高い|広く))評価|調査|検証|測定|比較|対象と|目的と)(?:し|さ)|群に(?:分け(?:ら)?|割り付け(?:ら)?|割り当て(?:ら)?))(?:た|れた|れている|ている|ました|れました|れています|ています)[。]?$/

/** A study is planned or under way: 臨床試験が進行中です. */
const underWay =
  /(?:もらう|いただく|行う|始める|続ける|調べる|比べる|集める)(?:計画|予定|段取り)(?:です|で|だ|。|$)|(?:試験|研究|調査|治験)(?:が|は|を|も)[^。]{0,24}(?:進行中|進められて|計画され|予定され|予定です|始まっ|始まり|実施中|行われてい|募集)/

/** 対象は軽度の高血圧をもつ成人60名: who took part. */
const subjects = /(?:対象|参加者|被験者|登録者|対象者)(?:は|の|に|を)[^。]*[0-9一二三四五六七八九十百千]\s*(?:名|人|例)/

/** 臨床で検証されたビフィズス菌なら: a thing is made the topic, nothing is supposed. */
const isTopic = (text: string, from: number, end: number): boolean =>
  from > end && /^[一-龯ァ-ヺー粒]なら/u.test(text.slice(from - 1, from + 2))

/** Only what a study is made of or going to look at. */
export const isStudyPlan = (sentence: string): boolean =>
  underWay.test(sentence) ||
  (subjects.test(sentence) && !/減|下が|下げ|改善|上が|増え|差が|効果|軽く|軽減|短く|良く|よく|回復|治|消え|高ま/.test(sentence)) ||
  (/試験|研究|調査|実験|対象|群/.test(sentence) && designOnly.test(sentence.trim().replace(/[(（][^()（）]*[)）][。]?$/u, '')))

/** An entry of a list of references: volume and pages. */
export const isReferenceEntry = (text: string): boolean => reference.test(text.replace(/[(（][^()（）]*[)）]/gu, ''))

/** Told as heard or found: とのこと, そうです, 人ほど…低かった. */
const isFinding =
  /とのこと|そうです|そうだ|かったそう[。]|といい、|という[。]?$|といいます|(?:だ|んだ|た)とか[。]?$|らしい(?:です)?[。]?$|によると|によれば|が示すとおり|が示す通り|ほど[^。]*(?:た|だった)|(?:割合|率|人数|時間|回数|スコア|点数|日数|成績|記憶力|数値|速さ|速度|寿命)[がは][^。]*(?:かった|った|した|ました)/

/** 試験では, 緑茶を飲む人ほど: something was given or taken. */
const tellsOfTakers =
  /(?:試験|実験)で[はも]|(?:食べ|飲[むん]|摂[るっ]|とる|とった)[^。、]{0,6}(?:人|方|群|グループ|組|子|学生|選手|国|地域|地方)/

/** 分析試験の結果、ヒ素は検出されませんでした: the lot was tested, not what it does. */
const labTest =
  /(?:ヒ素|水銀|鉛|カドミウム|重金属|農薬|微生物|細菌|大腸菌|カビ毒|放射能|放射性|アレルゲン|グルテン|添加物|異物|一般生菌)[^。]*(?:検出(?:され|限界|な)|不検出|未検出|基準|規格|適合|合格|陰性|クリア)/

/** Volume and pages. */
const reference = /[12]\d{3}[;；]\s*\d+(?:\(\d+\))?[:：]\s*\d+|[』」誌.]\s*\d+巻(?:\d+号)?[、,]?\s*[12]\d{3}/

/** Who and when, or where and when: a source without a marker. */
const sources: readonly RegExp[] = [
  /[A-Z][A-Za-z'’-]+(?:\s+[A-Z]{1,3})?\s*(?:ら|ほか|他|氏|et al\.?)?[、,]?\s*[(（[]?\s*(?:19|20)\d{2}\s*年?[)）\]]?/,
  /(?:19|20)\d{2}年(?:に|の)?[^。]{0,8}?[A-Z][A-Za-z'’-]+(?:ら|ほか|他|et al\.?)/,
  /[一-龯ァ-ヺ]{2,8}(?:ら|ほか|氏ら|他)[、,]?\s*[(（]?(?:19|20)\d{2}/,
  /[『「“"][^』」”"]{2,60}[』」”"](?:誌)?\s*[(（]?(?:19|20)\d{2}/,
  /[『“][^』”]{2,60}[』”](?:誌)?\s*[(（]?(?:19|20)\d{2}/,
  // 令和元年「国民健康・栄養調査」, 2019年国民健康・栄養調査
  /(?:(?:19|20)\d{2}|(?:令和|平成|昭和)(?:元|\d{1,2}))年度?(?:の|版|実施の)?、?[^。、「『]{0,12}(?:[『「][^』」]{2,60}[』」]|(?:栄養|家計|国勢|患者|基礎|実態|動態|意識)(?:調査|統計))/,
  // 国民健康・栄養調査(令和元年), 「人口動態統計」(2022年)
  /[一-龯・]{3,20}(?:調査|統計|白書|推計|センサス)[」』]?[(（](?:(?:19|20)\d{2}|(?:令和|平成|昭和)(?:元|\d{1,2}))年/,
  /doi:?\s*10\.\d{4,9}\//i,
  /監修\s*[:：]\s*[^\s。]{2,}/,
  /PMID:?\s*\d{5,9}/i,
  reference,
]

/** The appeals to research in a sentence: at most one of each kind of appeal. */
export function evidenceOf(
  parse: Parse,
  text: string,
  at: TextSpan,
  cues: readonly Cue[],
  hasEffect: boolean,
  isBesideSold: () => boolean = () => false,
): EvidenceFrame[] {
  const hits = parse.hits.filter((hit) => hit.row.type === 'evidence' && !isOther(parse, hit))
  const sentence = text.slice(at.from, at.to)
  const isOf = (id: string) => (hit: Hit) => hit.row.id === `evidence.${id}`
  const studies = hits.filter((h) => /^evidence\.(?:study|human|animal|preclinical|in-vitro|review)$/.test(h.row.id))
  const reports = hits.filter(isOf('report'))
  const persons = hits.filter((h) => isOf('person')(h) && speaks(parse, h))
  const vouching = hits.filter(isOf('recommend'))
  const figures = hits.filter(isOf('figure'))
  const manners = hits.filter(isOf('manner'))
  const established = hits.filter(isOf('established'))
  const share = shareOf(parse)
  // 参考文献:大村「…改善例」老年栄養, 2016年
  if (/^[\s・*-]*(?:参考文献|引用文献|参考|出典|文献)\s*[:：]/u.test(sentence)) return []
  if (labTest.test(sentence)) return []
  const found = appeal()
  if (!found) return []
  const [kindOfAppeal, used] = found
  const span = spanOf(parse, Math.min(...used.map((h) => h.first)), Math.max(...used.map((h) => h.last)))
  // 研究が物語る以上、やめる理由はない: a bare ない in a sentence that asserts an effect denies something else
  // 栄養士100人に聞いた、すすめたい青汁: asked for the advert, nobody is sent to ask
  const isPolled = /\d(?:名|人)に(?:聞|訊|きい)|に(?:聞いた|きいた)/.test(sentence)
  const settings = cues.filter(
    (cue) =>
      textContains(cue.reach, span) &&
      !((hasEffect || isRhetorical(sentence) || isKept.test(sentence)) && cue.cue === 'negated.auxiliary') &&
      !(isPolled && cue.setting === 'referral') &&
      !(
        cue.cue === 'negated.auxiliary' &&
        (isBesideSold() || isDone.test(text.slice(span.from, cue.at.from))) &&
        isOfLaterClause(text.slice(span.to, cue.at.from))
      ) &&
      !(cue.setting === 'conditional' && (isHeard.test(sentence) || isTopic(text, cue.at.from, span.to))),
  )
  const silent = silenceOf(sentence, settings)
  const source = sourceIn(text, at)
  return [{ kind: kindOf(studies), at: span, appeal: kindOfAppeal, settings, ...(source && { source }), ...(silent && { silent }) }]

  function appeal(): [EvidenceFrame['appeal'], readonly Pick<Hit, 'first' | 'last'>[]] | undefined {
    const isSold = parse.hits.some((hit) => hit.row.type === 'agent')
    if (!isSold && isCare.test(sentence)) return undefined
    if (!hasEffect && isTasted.test(sentence) && isPoll.test(sentence)) return undefined
    const firm = reports.filter((h) => /^(?:実証|証明|立証|報告|確認|発表|裏付ける|裏づける|明らか|解明|判明|示す)$/.test(wordAt(parse, h)))
    if (manners.length > 0 && firm.length > 0) return ['establishment', [...manners, ...firm.slice(0, 1)]]
    if (manners.length > 0 && studies.length > 0) return ['authority', [...manners, studies[0]!]]
    if (established.length > 0 && (hasEffect || reports.length > 0 || studies.length > 0 || isShort(sentence)))
      return ['establishment', [...established, ...firm]]
    if (isDefinition(sentence)) return undefined
    const vague = hits.filter(isOf('authority'))
    if (vague.length > 0) return ['authority', vague]
    // 複数の試験をまとめても有意な差
    if (studies.length > 0 && (reports.length > 0 || figures.length > 0 || hasEffect || isHeadline(sentence)))
      return ['study', [studies[0]!, ...reports.slice(0, 1)]]
    // 2000人を追った調査では、緑茶をよく飲む人ほど…低かった: a finding without a verb of reporting
    if (studies.length > 0 && (share || isSold || tellsOfTakers.test(sentence)) && isFinding.test(sentence)) return ['study', [studies[0]!]]
    // 当社モニター調査で92%が実感
    if (studies.length > 0 && /\d(?:%|割)[^。]*(?:実感|回答|満足|改善|感じ)/.test(sentence)) return ['study', [studies[0]!]]
    if (studies.length > 0 && /研究(?:によると|によれば)/.test(sentence)) return ['study', [studies[0]!]]
    if (figures.length > 0 && hasEffect) return ['study', figures]
    if (
      share &&
      !isPrevalence(sentence) &&
      (hasEffect ||
        vouching.length > 0 ||
        (isSold && reports.length > 0) ||
        /(?:医師?|薬剤師|栄養士|専門家|看護師)の?(?:\d|[一二三四五六七八九])[^。]*(?:答え|回答)/.test(sentence))
    )
      return ['study', [share]]
    if (!isSold && !hasEffect && isOfThings(sentence)) return undefined
    const isOffered = isSold || hasEffect || isBesideSold()
    const boast = boastIn(parse, sentence, at, isOffered || isOfBody(parse, sentence), isOffered)
    // 自社調べ、212名: a note that only says where a figure comes from
    if (boast && (isOffered || (isShort(sentence) && !/(?:自社|当社|弊社)調べ/.test(sentence)))) return boast
    if (persons.some((hit) => isRecommending(parse, hit)) && isShort(sentence)) return ['authority', [persons[0]!]]
    if (persons.length > 0 && (vouching.length > 0 || reports.length > 0 || (hasEffect && isCited(parse, persons)))) {
      return ['authority', [persons[0]!, ...[...vouching, ...reports].slice(0, 1)]]
    }
    const measured = measureOf(parse)
    if (measured && hasEffect) return ['study', [measured]]
    if (firm.length > 0 && (hasEffect || /有効性|有用性|効果|安全性|働き|(?<!副)作用/.test(sentence)) && isPassed(parse, firm[0]!))
      return ['study', [firm[0]!]]
    return undefined
  }
}

/** 論文が裏づける素材を、惜しみなく; 大学病院で実証済み、爪が欠けない: another clause has the negator. */
const isOfLaterClause = (between: string): boolean =>
  /^[^。]*[、,⚡!！・]/u.test(between) && !/(?:こと|事実|という)[はがも]?$/u.test(between)

/** 自社試験で実証ずみ、数字は公開していませんが: complete before the comma. */
const isDone = /(?:済み?|ずみ)[、,⚡!！・]/u

/** 実証済み、と聞けば; ラットに与えると、泳ぐ時間が1.5倍に: what was heard, and what was done in the experiment, are no conditions. */
const isHeard =
  /と(?:聞け|聞い|知れ|知っ|言われれ|あれ)ば|(?:マウス|ラット|動物|ハムスター|線虫|ショウジョウバエ|ネズミ)[^。]{0,16}(?:与え|飲ませ|食べさせ|投与し?)(?:る|する)?と/u

/** It names what the body is, does or has, that somebody took something, or by how much something changed. */
const isOfBody = ({ hits }: Parse, sentence: string): boolean =>
  hits.some(({ row }) => ofBody.has(row.type)) ||
  /飲[んむみま]|摂[っ取]|食べ[たてる]|与え|服用|[0-9](?:倍|%|割|点|秒|歳|cm|kg)/.test(sentence)
const ofBody: ReadonlySet<string> = new Set<TargetType>([
  'body-part',
  'function',
  'wellbeing',
  'natural-state',
  'abnormal-state',
  'marker',
  'symptom',
  'disease',
])

/** 味覚センサーによる試験で, 87%のお客様が「香りがよい」: what was tried is how it tastes. */
const isTasted =
  /[ァ-ヺ一-龯ぁ-ん]{1,6}派(?:が|は)|味覚|官能(?:評価|検査)|(?:渋|苦|甘|辛|旨|うま)み|酸味|塩味|雑味|えぐみ|甘すぎ|口どけ|(?:香り|味|食感|のどごし|後味)(?:が|は|も|の)(?:よ|い[いとっ」]|良|ちょうど|好|評判|満足)|味[」』]|飲みたい味|試飲会|試食会|味わい|おいし|美味し|飲みやす|食べやす/
const isPoll =
  /^(?![^。]*(?:医師|医者|栄養士|専門家|薬剤師|博士|教授|研究者))[^。]*(?:試験|テスト|センサー|アンケート|調査|回答|モニター|評価|調べ)/

/** 教授も手放さない: denied twice over, and so taken. */
const isKept = /手放[させ]|欠か[させ]/

/** 診断は医師が確かめたうえで行われます: what is done to patients. */
const isCare = /^[^。]{0,12}(?:診断|診察|検査|手術|治療|処方|処置)(?:は|が|を|も)[^。]*(?:行わ|行い|受け|されま|される|決め|決まり|必要)/

const wordAt = ({ words }: Parse, hit: Pick<Hit, 'first'>): string => words[hit.first]!.base

/** 研究所, 試験紙, データベース: other things that begin like a study; 試験の朝, 資格試験: an exam. */
function isOther({ words }: Parse, hit: Hit): boolean {
  const next = words[hit.last + 1]
  // よく研究されている: no finding is told
  if (
    words[hit.last]!.surface === '研究' &&
    next?.base === 'する' &&
    /^(?:よく|最も|もっとも|広く|長年|盛んに|さかんに|十分に)$/.test(words[hit.first - 1]?.surface ?? '')
  )
    return true
  if (next !== undefined && next.from === words[hit.last]!.to && noAppealAfter.test(next.surface)) return true
  if (words[hit.last]!.surface !== '試験') return false
  return exams.test(words[hit.first - 1]?.surface ?? '') || examDays.test(surfacesOf(words, hit.last + 1, hit.last + 5))
}

const exams = /^(?:入学|入社|資格|定期|期末|中間|国家|司法|検定|認定|昇進|採用|卒業|模擬|筆記|運転免許|英語|大学|高校|中学)$/

const examDays =
  /^の(?:日|前|前日|前夜|朝|当日|夜|直前|時期|シーズン|本番|時間|会場|合格|勉強|点数|成績|季節|プレッシャー|緊張|間)|に(?:向け|備え|合格|臨|挑|のぞ)|が(?:近|迫|続)/

/** 日本人の約1割にみられ: how common something is. */
const isPrevalence = (sentence: string): boolean =>
  /(?:日本人|国民|人口|成人|高齢者|女性|男性|子ども|世界|妊婦|人)の(?:約|およそ|ほぼ)?[\d一二三四五六七八九十]+(?:割|%|パーセント)[^。]*(?:にみられ|に見られ|がかか|が患|が抱え|に起こ|が経験|が悩)/.test(
    sentence,
  )

/** 「標準治療」…のこと, 「エビデンス」はもともと…のことで, …をプラセボ効果と呼びます, …を指します: a word is explained. */
const isDefinition = (sentence: string): boolean =>
  /(?:を[^。、を]{0,20}[\p{sc=Han}\p{sc=Katakana}ー」』]と(?:呼びます|呼ぶ|いいます|言います|称します)|を(?:指します|指す|指す言葉です|意味します|意味する|表す言葉です)|(?:(?<![とう])のこと|の総称|の略称?)(?:です|である)?)[。]?$/u.test(
    sentence.trim(),
  ) || /[「『][^」』]+[」』](?:[…:：]|とは|(?:は|の)(?:もともと|本来|語源))[^。]*(?:のこと|を指し|を意味|証拠|言葉)/u.test(sentence)

/** 被験者の85%, 栄養士の9割: a share of people is a count somebody made. */
function shareOf(parse: Parse): Pick<Hit, 'first' | 'last'> | undefined {
  const { words } = parse
  for (let i = 1; i < words.length; i++) {
    if (!/^(?:%|割|パーセント|人中|名中)$/.test(words[i]!.surface) || !/\d|[一二三四五六七八九]/.test(words[i - 1]!.surface)) continue
    const before = surfacesOf(words, Math.max(0, i - 6), i)
    if (
      /(?:科医|被験者|参加者|患者|利用者|モニター|医師|栄養士|専門家|薬剤師|対象者|生活者|実践者|常連(?:さん)?|リピーター|飲用者|男女|ママ|パパ|学生|選手|社員|看護師|保健師|助産師|トレーナー|歯科医|獣医師|美容師|編集部員|回答者|購入者|お客様|会員様|女性|男性|人|方|愛用者|会員|ユーザー|飲用者|愛飲者|体験者|試飲者|経験者|回答|利用客|受講生)の?/.test(
        before,
      )
    ) {
      return { first: Math.max(0, i - 3), last: i }
    }
  }
  return undefined
}

/** 深い睡眠のスコアが改善された: a score that changed was measured by somebody. */
function measureOf(parse: Parse): Pick<Hit, 'first' | 'last'> | undefined {
  const { words } = parse
  const at = words.findIndex((w) => /^(?:スコア|得点|尺度)$/.test(w.surface))
  if (at < 0 || !words.slice(at).some((w) => w.base === 'た')) return undefined
  return { first: at, last: at }
}

/** Subject or source, not somebody to turn to: 医師も, 専門家によると, 栄養士の9割, (医学博士 …). */
function speaks(parse: Parse, hit: Hit): boolean {
  if (teachesArts.test(surfacesOf(parse.words, Math.max(0, hit.first - 3), hit.last + 1))) return false
  const after = surfacesOf(parse.words, hit.last + 1, hit.last + 4)
  return (
    /^(?:の?[一-龯ァ-ヺ]{1,6}(?:氏|先生|博士|教授|さん)[はがも]|は|が|も|たち|ら|グループ|によ|いわく|曰く|[0-9一二三四五六七八九十百千]+(?:人|名|割)|の(?:\d|[一二三四五六七八九]|間|推薦|推奨|お墨付き|太鼓判|監修|話)|推奨|推薦|監修|おすすめ|お墨付き|絶賛|太鼓判|注目|愛用|開発|と)/.test(
      after,
    ) || /[(（]/.test(parse.words[hit.first - 1]?.surface ?? '')
  )
}

/** 専門家によると, 医師も「…」と, (医学博士 山本一郎): the person is named as the one who says so. */
function isCited(parse: Parse, persons: readonly Hit[]): boolean {
  return persons.some((hit) => {
    const next = surfacesOf(parse.words, hit.last + 1, hit.last + 4)
    const before = parse.words[hit.first - 1]?.surface ?? ''
    return /^(?:によると|によれば|いわく|曰く|の話では|が語る|も[「『]|が[「『]|たちも)/.test(next) || /[(（]/.test(before)
  })
}

/** 管理栄養士おすすめの大麦若葉, 歯科医もイチオシ. */
const isRecommending = ({ words }: Parse, { last }: Hit): boolean =>
  /^(?:が|も|の)?(?:おすすめ|お勧め|オススメ|お薦め|イチオシ|いち押し|イチ推し|一押し|推し)/.test(surfacesOf(words, last + 1, last + 5))

const isShort = (sentence: string): boolean => sentence.length <= 40
/** 研究データ多数, エビデンスあり: a boast without a verb. */
const isHeadline = (sentence: string): boolean => /(?:多数|豊富|あり|済み|済|続々|満載|充実)[。!！]?$/.test(sentence)

function isPassed(parse: Parse, hit: Hit): boolean {
  const tail = surfacesOf(parse.words, hit.last + 1, hit.last + 6)
  return /^(?:さ?れ|でき|がある|があり|済|ずみ|し)/.test(tail) || tail === ''
}

function kindOf(studies: readonly Hit[]): EvidenceFrame['kind'] {
  const has = (kind: string) => studies.some((h) => h.row.id === `evidence.${kind}`)
  // an animal named outright is the subject; 前臨床 beside a trial in people is not all there is
  if (has('human') && has('preclinical')) return 'human'
  if (has('animal') || has('preclinical')) return 'animal'
  return has('in-vitro') ? 'in-vitro' : has('review') ? 'review' : has('human') ? 'human' : 'unspecified'
}

function silenceOf(sentence: string, settings: readonly Cue[]): EvidenceFrame['silent'] {
  if (nullResult.test(sentence) || noResult.test(sentence) || designOnly.test(sentence.trim()) || announcement.test(sentence.trim()))
    return 'no-result'
  for (const setting of ['negated', 'question', 'quoted', 'referral', 'warning'] as const) {
    if (settings.some((cue) => cue.setting === setting)) return setting
  }
  return undefined
}

function sourceIn(text: string, at: TextSpan): TextSpan | undefined {
  const sentence = text.slice(at.from, Math.min(at.to, at.from + 600))
  for (const pattern of sources) {
    const match = pattern.exec(sentence)
    if (match) return { from: at.from + match.index, to: at.from + match.index + match[0].length }
  }
  return undefined
}
