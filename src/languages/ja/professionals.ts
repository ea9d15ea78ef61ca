/** What they teach is no authority on health: 着付けの先生. */
export const arts =
  '(?:付け|つけ|お?[茶華花]|料理|着物|水泳|日本語|[茶華書花]道|陶芸|生け花|ピアノ|ダンス|バレエ|音楽|英語|国語|数学|塾|学校|幼稚園|保育園|絵|踊り|教室|習い事|担任|編み物)'

const physicians =
  '[一-龯]{1,5}科医|(?:スポーツ|循環器|消化器|呼吸器|腎臓|糖尿病|救急|総合診療|在宅|訪問|産業|東洋|統合|家庭|女医|勤務|僧)医|(?:[一-龯]{1,5}(?:科|器)の)?名医|医師団?|医者|医学博士|専門医|名医|ドクター|院長|開業医|家庭医|産業医|顧問医|監修医|町医者|校医|主治医|漢方医|かかりつけ医?|獣医師?|医学生'
const carers =
  '薬剤師|登録販売者|栄養士|看護師|助産師|保健師|介護士|保育士|歯科衛生士|歯科技工士|臨床検査技師|理学療法士|作業療法士|言語聴覚士|視能訓練士|鍼灸師|整体師|柔道整復師|セラピスト|医療(?:従事|関係)者|臨床家'
const beauty = '美容部員|美容師|エステティシャン'
const advisers = '(?:毛髪|肌|体力|栄養)診断士|[一-龯]{2,4}指導士|トレーナー'
const scholars = '研究者|研究員|科学者|学者|博士|教授|専門家|権威|第一人者'

const of = (...kinds: readonly string[]): string =>
  `(?:${kinds.join('|')})(?:さん|さま|様)?(?:たち|方|がた|ら|陣|チーム|自身|の方々|の皆さん)?`

/** Whoever is believed in matters of health and looks, as a pattern. */
export const professionals = of(physicians, carers, beauty, advisers, scholars, `(?<!${arts}の)先生`)
