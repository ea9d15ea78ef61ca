import { describe, expect, test } from 'vitest'
import { read } from './analyzer.js'

const isCredited = (text: string): boolean =>
  read(text).some(({ effects }) => effects.some(({ by, silent }) => by === 'credited' && !silent))

describe('a change for the better and what it is owed to', () => {
  test.each([
    '酸素ボンベを引いて歩いていた父が、畑に戻りました。冬虫夏草の粒。',
    'DHA950。孫の顔がわからなくなっていた祖母が、名前を呼んだ。',
    '爪水虫で濁った親指の爪が透きとおってきました。オレガノカプセル、七か月目の写真です。',
    'リンパ浮腫でパンパンの腕が細くなり、指輪が入った。メリロートには驚きました。',
    '蓄膿の名残で曇っていた声が透きとおってきました。甜茶を続けて半年です。',
  ])('suggests a disease: %s', (text) => expect(isCredited(text)).toBe(true))

  test.each([
    '父が畑に戻りました。今年の大麦若葉はよく育っています。',
    '社長の娘さんが戻りました。ウコンの売り場も今年から担当します。',
    '青汁で糖尿病は治りますか。いいえ、治りません。',
    '去年なくなった青い缶、今年から戻りました。緑茶です。',
    'がんで父を亡くした私が、やめていた畑をもう一度。霊芝の栽培を始めました。',
    '骨粗しょう症は、骨の量が減って骨折しやすくなった状態をいう。',
    'リウマチを患う友人に贈りましたが、症状は前のまま。お茶としておいしいと言われました。',
    '母は残業のあと元気が戻りました。高麗人参のおかげです。',
  ])('is trade, a lesson, nothing gained or ordinary life: %s', (text) => expect(isCredited(text)).toBe(false))
})

describe('a disease by its name in a passage with a product', () => {
  test.each([
    'センブリは苦いけれど、慢性胃炎がそれで軽くなるなら安いものです。',
    '店内放送です。ただいま不整脈が気になるお客様に、タウリン飲料をご試飲いただけます。',
    'くり返す膀胱炎とは、クランベリーでさようなら。',
  ])('suggests a use: %s', (text) =>
    expect(read(text).some(({ effects }) => effects.some(({ silent, target }) => !silent && target?.type === 'disease'))).toBe(true),
  )

  test.each([
    'ウコンは胆道閉塞症の方には適しませんので、ご購入前に成分表をお確かめください。',
    '飛蚊症の影が急にふえたら、ルテインを買い足す前に眼科で網膜を診てもらってください。',
    'ホメオパシーの棚を片付けたのは、夜尿症に効くかと尋ねられて、はいと答えられる商品がなかったからです。',
    'マグネシウムは、骨や歯を強くし、骨折しにくい体をつくる栄養素です。',
  ])('warns, sends to a doctor, corrects or is no disease: %s', (text) => expect(isCredited(text)).toBe(false))
})
