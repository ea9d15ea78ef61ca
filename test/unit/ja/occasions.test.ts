import { describe, expect, test } from 'vitest'
import { isNoCause, isNotCarried } from '../../../src/languages/ja/set-aside.js'
import { read } from './analyzer.js'

const qualifiersOf = (text: string): string[] => [
  ...new Set(read(text).flatMap((s) => s.effects.flatMap((e) => e.qualifiers.map((q) => q.concept)))),
]

describe('occasions and levels in range, in another phrase than their target', () => {
  test.each([
    ['検査値に赤字のない方の、尿酸値をそのまま支える粒。', 'qualifier.normal-range'],
    ['高いと指摘されたことのない方の、中性脂肪を守る習慣。', 'qualifier.normal-range'],
    ['もともと問題のない血圧を、問題のないまま保つ海藻ペプチド。', 'qualifier.normal-range'],
    ['夜ふかしした翌日だけの寝つきの悪さに、グリシン。', 'qualifier.occasional'],
    ['出張先でだけ寝つけない方に、ラフマの粒。', 'qualifier.occasional'],
    ['披露宴の夜の胃もたれに、パパイヤ粒。', 'qualifier.after-meals'],
    ['水泳大会を終えた夜の肩の痛みに、クエン酸。', 'qualifier.after-exercise'],
    ['スクワットのやりすぎた翌日、太ももがぱんぱん。そんな痛みにBCAA。', 'qualifier.after-exercise'],
    ['つわりの時期の吐き気をやわらげる、しょうがあめ。', 'qualifier.cycle'],
  ])('%s', (text, qualifier) => expect(qualifiersOf(text)).toContain(qualifier))

  test.each([
    '検査値に赤字のある方の、尿酸値を支える粒。',
    '高いと指摘された方の、中性脂肪を守る習慣。',
    'もともと高い血糖値を、基準値内に。菊芋。',
    '夜ふかしが続いて毎晩寝つけない方に、グリシン。',
    '飲み会の翌朝の頭痛に、しじみ。',
    '鎮痛剤の飲みすぎで重い胃に、パパイヤ粒。',
    '手術の翌日の肩の痛みに、クエン酸。',
    '階段を登ったあとのひざの痛みに、グルコサミン。',
    '妊娠悪阻の吐き気を止めるしょうが。',
  ])('no qualifier: %s', (text) => expect(qualifiersOf(text)).toEqual([]))
})

describe('claims that are set aside', () => {
  test('what readers write and a page does not carry', () => {
    expect(isNotCarried('「関節痛が消えた」とお手紙をくださる方もいますが、個人の感想ですので紹介は控えています。')).toBe(true)
    expect(isNotCarried('「湿疹が引いた」とのお便りをいただきますが、そのすべてを紹介できません。')).toBe(false)
  })
  test('a link that is no cause', () => {
    expect(isNoCause('ウコンと肝がんの関係を調べた統計がありますが、原因と結果を示すものではありません。')).toBe(true)
    expect(isNoCause('因果関係は示されていませんが、血圧が下がったと評判のサプリです。')).toBe(false)
  })
})
