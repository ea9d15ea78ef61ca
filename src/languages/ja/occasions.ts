import type { Effect } from '../../core/sentence.js'

// What moves a target across FDA's lines though it stands in another phrase: the level that is in range already, the one evening of a complaint, the sport it
// comes of (65 FR 1000 at 1012-1021).

const people = '(?:方|かた|人|ひと|大人|成人|世代|あなた|みなさま|皆さま|皆様|体質|お体|私|わたし)'
const range = '(?:正常|基準|標準|適正|適切|理想|健康[域圏な]|健全[域な]|安全[域圏]|健やかな|問題の?ない|異常の?ない)'

/** もともと基準値内の, すでに正常値の, 今の正常な値, いま範囲におさまっている. */
const already = new RegExp(
  `(?:すでに|既に|もともと|元々|元から|もとから|今も|いまも|今の|いまの|今は|いまは|現在|ふだんから|普段から|ずっと)[^。、をへ]{0,14}(?:${range}|範囲)|` +
    `(?:正常|基準|標準|適正|健康)(?:な|の)?(?:値|数値|範囲|域|ゾーン|レベル|圏)?(?:の)?(?:内|範囲内|圏内|範囲|中)?(?:に|で)?(?:ある|あり|おさま|収ま|とどま|いる|推移)[^。]{0,8}${people}|` +
    `(?:正常|基準|標準|適正|健康)(?:な|の)?(?:値|数値|範囲|域|圏)?内?(?:に?ある|の)[^。、]{0,10}を、?(?:この|その|今の|いまの)まま(?:に)?(?:守|まも|保|維持|キープ|支え)|` +
    `(?:その|今の|いまの)(?:範囲|値|数値|レベル|正常)(?:内)?(?:で|に|の|を|値)|` +
    // 基準内だった中性脂肪を、これからも
    `${range}値?の?[内中]?(?:だった|である|でいる)[^。、]{0,10}[をは]、?(?:これからも|この先も|ずっと|来年も)|` +
    // 健康な人の血糖値を正常な範囲の中で
    `(?:健康|健常|元気)な?(?:人|方|成人|大人)の[^。、]{0,14}を(?:正常|基準)[^。、]{0,6}(?:範囲|値|域)[^。、]{0,3}(?:中|内)?で`,
  'u',
)
/** 血圧に問題のない方, 高めと言われたことのない方, 健診でひっかかっていない方, 「異常なし」だった方. */
const unremarked = new RegExp(
  `(?:問題|異常|異状|心配|指摘|所見|注意)[^。、]{0,14}(?:ない|なし|なかった|ません|無い)[^。、]{0,8}${people}|` +
    `(?:ひっかか|引っかか|引っ掛か|赤字|再検査|注意され|指摘され|外れ|はずれ|超え|高め|高い)[^。、]{0,16}(?:ない|なかった|なく|ずに?い)[^。、]{0,8}${people}|` +
    `(?:異常なし|a判定|オールa|問題なし|合格|正常値?|基準値?内?|範囲内?|良好|健やか|安定)」?(?:だった|でした|の判定|の|な|だと|と[^。、]{0,8}[たる]|をもらった|続きの|が続く|して(?:い|お)る)[^。、]{0,4}${people}`,
  'u',
)
const kept =
  /維持|保[つちった]|たも[つちった]|キープ|守[るりっ]|まも[るりっ]|支え|ささえ|まま|サポート|いつまでも|これからも|この先も|来年も|続け|つづけ|^[^。]*(?:基準値?|正常値?|範囲)内?に[。、!]/u
const lowered =
  /下げ|下が|低下|降下|改善|戻[すしるりっ]|もど[すしるりっ]|正常化|落と|減ら|抑え|おさえ|治[すしるりっ療]|ぎみ|気味|気になる|境界|予備|高かった|高[いめ](?!の?(?:だ|です)?と)|高すぎ|超え(?!たことの?ない)|超過|越え|基準外|オーバー|上がりすぎ|上昇/u

/** 血圧は正常。これからも守りたい方へ: a level told to be in order, before what is to keep it so. */
const isInOrder = (text: string | undefined, next: string | undefined): boolean =>
  text !== undefined &&
  next !== undefined &&
  /(?:(?:健康診断|健診|人間ドック|血液検査|検診|検査)[^。、]{0,6}|血圧|血糖値?|コレステロール値?|中性脂肪値?|尿酸値|数値)(?:は|も)(?:[^。、]{0,8}(?:正常|問題なし|異常なし|基準|範囲内)|[^。、]{0,2}(?:毎年|毎回|ずっと|いつも)(?:A判定|a判定|花丸|合格))[^。、なに]{0,6}(?:です|だ)?(?:が|けど|けれど)?[、。]?(?:$|[^。]*[?？]$)/u.test(
    text.trim(),
  ) &&
  kept.test(next) &&
  !/おかげ|飲んで|飲み始め|続けて|だったのに|から[#0-9一二三四五六七八九十]/u.test(text + next) &&
  !lowered.test(text + next)

/** 毎晩, 慢性の: what is no occasion. */
const lasting =
  /毎[日晩夜朝食回週]|日々|いつも|常に|つねに|慢性|長年|長引|何[年ヶかカ]|[ヶか]月|年以上|年来|持病|くり返|繰り返|続く|つづく|続い|治ら|しつこ|頑固|ひどい|激し|重い|重度|やまな|止まら|食べるたび|病/u

const then = '(?:日|夜|晩|朝|昼|ひる|とき|時|ころ|頃|あと|後|翌日|翌朝|次の日|明け|帰り|週|前夜|前日|前|直後)'
const once = new RegExp(
  `(?:日|夜|晩|朝|とき|時|翌日|翌朝|場所|旅先|時期|季節|週|間|行中|張中|在中|の前|直前)(?:だけ|のみ|に限って|に限り|にかぎって|限りの|限定の|くらいの)|` +
    `(?:枕|ベッド|布団|寝床|環境|部屋|宿|寝具|シーツ|マットレス)が(?:変わ|かわ|替わ|違|ちが)[^。、]{0,4}${then}|` +
    `(?:旅先|旅行|出張|帰省|引っ越し|飛行機|フライト|時差|機内|遠足|発表会?|試験|テスト|受験|面接|プレゼン|会議|商談|大事な|大切な|本番|緊張|興奮|考えごと|考え事|イベント|結婚式|入学式|徹夜|夜更かし|夜ふかし|夜勤明け|昼寝|コーヒー|カフェイン)[^。]{0,12}${then}|` +
    `(?:慣れない|なれない|見知らぬ|知らない|はじめての|初めての)(?:部屋|宿|土地|街|町|ベッド|布団|枕|場所|家)|(?:めずらしく|珍しく|めったに|ここ一番|柄にもなく)|` +
    `(?:旅先|出張先|ホテル|機内|宿|合宿)で(?:の|は|も|だけ|寝|眠|出|お)|` +
    `(?:時々|ときどき|たま|ときおり|一時的|年に[一二数12]度|月に[一二12]度|とき)(?:に|の|しか)(?:起|お|くる|来|ある|やって|訪れ|顔を|感じ|出|しか|な)`,
  'u',
)
const meal = new RegExp(
  `食べ(?:す|過)ぎ|(?<![薬剤]の?)(?:飲み|呑み|のみ)(?:す|過)ぎ|` +
    `(?:飲み会|宴会|忘年会|新年会|歓迎会|送別会|歓送迎会|お酒の席|接待|打ち上げ|女子会|同窓会|焼肉|焼き肉|食べ放題|ビュッフェ|バイキング|ごちそう|ご馳走|会食|披露宴|祝宴|お祭り|法事|お盆|クリスマス|外食|夜食|天ぷら|とんかつ|揚げ物|カレー|ラーメン|脂っこ|油っこ|こってり|辛いもの|激辛|早食い|おせち|お正月|乾杯|二次会|バーベキュー|大盛り|おかわり)[^。]{0,14}${then}`,
  'u',
)
const sport =
  '(?:山登り|登山|山歩き|トレッキング|ハイキング|縦走|下山|マラソン|ハーフ|駅伝|レース|ランニング|ジョギング|ラン|長距離走|筋トレ|トレーニング|ワークアウト|スクワット|ベンチプレス|デッドリフト|懸垂|腕立て|腹筋|ジム|部活|練習|稽古|合宿|朝練|試合|大会|スポーツ|運動|エクササイズ|ゴルフ|ラウンド|テニス|野球|草野球|サッカー|フットサル|バスケ|バレー|バドミントン|卓球|ラグビー|ボルダリング|クライミング|スキー|スノボ|スケート|サーフィン|水泳|スイム|プール|自転車|サイクリング|ロードバイク|ツーリング|ダンス|バレエ|ヨガ|ピラティス|剣道|柔道|空手|弓道|乗馬|ボート|カヌー|運動会|体力測定|ウォーキング|トライアスロン|素振り|走り込み|投げ込み)'
const after = '(?:前後|あと|後|翌日|翌朝|翌々日|次の日|次の朝|帰り|夜|晩|直後|終わり|日)'
const exerted = new RegExp(
  `${sport}(?:会|クラブ|教室)?(?:の|を(?:し|やっ|終え|頑張っ|がんばっ|楽しん|張り切っ|こなし|再開し)[てた]|の?(?:やり|し|頑張り|がんばり|張り切り)すぎ[てた]|で(?:汗をかい|追い込ん|鍛え|張り切っ|動い|頑張っ|がんばっ|酷使し|使っ|走っ)[^。、]{0,4}|し[てた]|に(?:出|参加し|行っ)[てた])?${after}|` +
    `(?:使い|動かし|酷使し|鍛え|働かせ)(?:す|過)ぎ[てた](?:太もも|ふともも|ふくらはぎ|腕|背中|肩|お尻|全身)?の?筋肉|(?:引っ越し|引越し|大掃除|模様替え|草むしり|草刈り|草取り|庭仕事|畑仕事|田植え|稲刈り|薪割り|雪かき|雪下ろし|荷造り|荷運び|神輿|みこし|溝掃除|芝刈り|脚立|ペンキ塗り|力仕事|洗車)[^。、]{0,14}(?:使い|働き|動き|頑張り|がんばり|張り切り)?(?:(?:す|過)ぎ[てた]|酷使し[てた]|使っ[てた]|くたびれた|疲れた|張った)[^。、]{0,6}(?:筋肉|太もも|ふともも|ふくらはぎ|二の腕|腕|背中|全身|体|からだ)|(?<!階段を)(?:走っ|走り切っ|疾走し|完走し|完歩し|完登し|走り込ん|登っ|登り切っ|泳い|滑っ|漕い|踊っ|投げ込ん|蹴り込ん|跳ん|鍛え|追い込ん|打ち込ん|素振りし|駆け回っ|山を歩い|山道を歩い|峠を歩い|坂を歩い|よく歩い|たくさん歩い|いっぱい歩い|歩きすぎ|歩き通し|歩き切っ|体を動かし|からだを動かし|体をいじめ)(?:た|だ)${after}`,
  'u',
)

/** 飲み会の翌朝の頭痛や吐き気: a hangover is a disease. */
const isHungOver = /二日酔|宿酔|頭|吐き?気|パニック|発作|動悸/u

/** How far before its trouble an occasion may stand, and after it. */
const before = 48
const behind = 14

/**
 * The effect with what its sentence says of the occasion. `text` is the sentence in lower case, `from` its offset in the text that the effect's offsets are
 * into; `last` is the sentence before it.
 */
export function withOccasion(effect: Effect, text: string, from: number, last: string | undefined, next: string | undefined): Effect {
  const { target, act } = effect
  if (!target) return effect
  const add = (concept: string): Effect =>
    effect.qualifiers.some((q) => q.concept === concept)
      ? effect
      : { ...effect, qualifiers: [...effect.qualifiers, { concept, at: target.at }] }
  if (target.type === 'marker') {
    const said = last !== undefined && /^(?:その|この|今の|いまの)/u.test(text) ? last + text : text
    // 血圧に問題のない方に: who is addressed has no level to bring down
    if (
      !isInOrder(text, next) &&
      !isInOrder(last, text) &&
      (lowered.test(said) || !(unremarked.test(said) || (already.test(said) && kept.test(said))))
    )
      return effect
    const { population, ...rest } = add('qualifier.normal-range')
    // 中性脂肪が基準値内の方に: who has nothing to bring down is no patient
    const inRange = population && population.concept !== target.concept ? { ...rest, population } : rest
    return /^(?:preserve|serve)$/.test(act.family) ? inRange : { ...inRange, act: { ...act, family: 'preserve' } }
  }
  if (!/^(?:natural-state|symptom|abnormal-state)$/.test(target.type)) return effect
  // 階段を登ったあとのひざの痛み: stairs are no sport
  if (/階段を?(?:登|上|のぼ|あが|下|降|おり|くだ)[^。、]{0,4}(?:あと|後|とき|時|たび|と、)/u.test(text))
    return { ...effect, qualifiers: effect.qualifiers.filter((q) => q.concept !== 'qualifier.after-exercise') }
  const at = target.at.from - from
  const around = text.slice(Math.max(0, at - before), target.at.to - from + behind)
  if (lasting.test(around)) return effect
  const told = last !== undefined && last.length <= 40 && /^(?:そんな|その|こんな|あの)/.test(text) ? last + around : around
  if (target.concept === 'symptom.nausea' && /つわり|悪阻/u.test(around) && !/妊娠悪阻/u.test(around)) return add('qualifier.cycle')
  // legs that swell before a birth or a period are no illness (65 FR 1000 at 1019)
  if (
    target.concept === 'symptom.edema' &&
    /妊娠(?!高血圧|中毒|糖尿)|臨月|マタニティ|生理[前中]|月経[前中]/u.test(around) &&
    !/妊娠(?:高血圧|中毒)/u.test(text)
  )
    return add('qualifier.cycle')
  if (exerted.test(told)) return add('qualifier.after-exercise')
  const isStomach = target.concept === 'symptom.nausea' && /むかつき|ムカつき|むかむか|ムカムカ/u.test(around)
  if (!(target.type === 'natural-state' || isStomach) || isHungOver.test(text)) return effect
  if (meal.test(told)) return add('qualifier.after-meals')
  return !isStomach && once.test(told) ? add('qualifier.occasional') : effect
}
