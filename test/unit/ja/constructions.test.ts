import { expect, it } from 'vitest'
import { defaultConfig } from '../../../src/core/config.js'
import { testEngine } from '../../engine.js'

const kindsIn = async (text: string): Promise<readonly string[]> => {
  const { claims } = await (await testEngine()).lint(`${text}\n`, { path: 'a.txt', config: defaultConfig })
  return claims.map(({ kind }) => kind)
}

it.each(['うちの父は、痛風がこれで治まりました。', '常連さんは、糖尿病がこの粒で落ち着きました。'])(
  'what is sold, named inside the turn of phrase, brings it about: %s',
  async (text) => expect(await kindsIn(text)).toContain('disease'),
)

it.each(['お隣さんは、痛風が運動でおさまりました。', '父は、めまいが薬で治まりました。'])(
  'anything else named there does not let it be the product: %s',
  async (text) => expect(await kindsIn(text)).not.toContain('disease'),
)

/** Things of care, findings and abilities beside what is sold, of which nothing is claimed. */
const innocent = [
  '通院バスは来月から時刻が変わります。バス停の前で青汁を販売しています。',
  '整形外科の予約の帰りに、薬局で青汁を買うのが母の習慣です。',
  '湿布を貼ったままお風呂に入らないでください。',
  'お薬手帳に、飲んでいるサプリメントの名前も書いておきましょう。',
  '湿布を押し入れにしまうときは、袋の口を閉じてください。',
  '入院の荷物に、青汁のスティックを入れておくと便利です。',
  '吸入器を忘れたときは、無理をせず家に戻りましょう。甜茶の粒は吸入器の代わりになりません。',
  '杖をお忘れのお客様が、サプリメント売り場のレジにいらっしゃいました。',
  '薬を減らしたいときは、必ず主治医に相談してください。当店の青汁は薬の代わりにはなりません。',
  '粒を一日三つから二つに減らしたい方には、濃縮タイプのブルーベリーもあります。',
  '朝の錠剤が大きくて飲みにくいという方に、小粒タイプのビタミンCをご用意しました。',
  '今日から新しい病院に、薬をもらいに通います。',
  '先生が首をかしげたので、青汁を飲んでいることを話しました。飲み合わせの確認のためです。',
  '数値を二度見するほどの安さ。青汁30包1,980円。',
  '看護師さんに「いい香りですね」と言われたのは、このルイボスティーです。',
  '歯科検診で虫歯が見つかりました。キシリトールのガムを噛んでいたのに。',
  '「要再検査」の通知が届いたら、サプリメントではなくまず医療機関へ。',
  '糖の欄が黒い字で印刷されているのは、栄養成分表示の青汁の袋です。',
  '健診の結果は人それぞれです。青汁を飲んだからといって変わるものではありません。',
]

it.each(innocent)('no claim about an illness: %s', async (text) => expect(await kindsIn(text)).not.toContain('disease'))
