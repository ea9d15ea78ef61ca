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
  '抗がん剤の治療中の方は、このゼリーを召し上がる前に主治医にご相談ください。',
  '耳の中で音がするときは、耳鼻科を受診してください。',
  '庭でセミが鳴く季節になりました。蜂の子の佃煮を発売します。',
  '目の前を黒い虫が横切りました。畑の青汁の収穫の日です。',
  '長時間の正座で足がもぞもぞしたら、座り直してください。',
  '血圧は正常。この正常をこれからも守りたい方へ、GABAの粒。',
  '健診で基準内だった中性脂肪を、これからも基準内に。DHAの粒。',
  '妊娠後期の足のむくみに、コーン茶の一杯。',
  '父のがんに効くと信じて買いました。効きませんでした。',
  '糖尿病が治ると聞いて飲みましたが、数値は動きませんでした。',
  '塩分を控えて、よく歩く。血圧の管理の基本は変わりません。',
  'うつで休職した私が、サプリ屋をしている。助けてくれたのは、医師と家族と時間でした。',
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

/** One word away from what is set aside. */
const claims = [
  'この粒で円形脱毛症がよくなるという根拠は、十分にあります。',
  '江戸の昔からかぜの薬として使われてきたニンニク。今も当店で。',
  '高すぎる血圧を正常な範囲に戻す、GABAの粒。',
  '妊娠中毒症のむくみに、あずき茶。',
  '父のがんに効くと信じて買いました。本当に効きました。',
  'がんと闘った母を支えた青汁です。',
  'リウマチの母が、瓶のふたを開けられるようになりました。緑イ貝の粒です。',
  '塩分を控えて、よく歩く。そこに酢玉ねぎの粒で血圧対策。',
]

it.each(claims)('a claim beside what is set aside: %s', async (text) => expect(await kindsIn(text)).toContain('disease'))
