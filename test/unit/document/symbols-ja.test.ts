import { describe, expect, it } from 'vitest'
import { articleOf, JA } from './helpers.js'

const CLAIM = '茶の粒は眠りの質を支えます'
const pages = (line: string): readonly (readonly ['text' | 'html', string])[] => [
  ['text', `月の便り\n\n${CLAIM}＊\n\n${line}\n\n＊${JA}\n`],
  ['html', `<h1>月の便り</h1><p>${CLAIM}＊</p><p>${line}</p><p>＊${JA}</p>`],
]
const lostIn = async (format: 'text' | 'html', source: string): Promise<readonly string[]> =>
  (await articleOf(source, format)).markers
    .filter(({ role, notice }) => role === 'call' && notice === undefined)
    .map(({ symbol }) => symbol)

describe('Japanese pages', () => {
  it.each([
    '釘は***一日百本***まで。',
    '（早口で **強く** 言う）',
    'だしを*三回*ひいて味をみる。',
    '***会員様は送料0円***',
    '電話 026-000-****（平日のみ）',
    'K***さんのお便り',
    '田**さん（40代）',
    '会員番号 ****-1234',
    'カード番号 **** **** **** 1234',
    '配信停止 https://a.example/stop?id=***',
    '配信停止 https://a.example/x?m=88*',
    '*:..｡o○☆ﾟ･:,｡*:..｡o○☆',
    '-*-*-*-*-*-*-',
    '☆*:;;;;;;:*☆*:;;;;;;:*☆',
    '＊＊＊＊＊＊',
    '〜＊〜＊〜＊〜',
    '棚番 K*04 の札',
    '品番 AO*33',
    '型番 POP-0927*2',
    'お名前*必須',
    'お名前 ※必須',
    'メール（※）必須',
    '定休日 ※祝日は営業',
    '1,980円※税込',
    '2名様まで※要予約',
    '（※は軽減税率対象）',
    '（*印は特売品です）',
    '「※」の付いた品は要冷蔵',
    '評価 ***',
    '※返品不可',
  ])('no symbol leads nowhere in %s', async (line) => {
    for (const [format, source] of pages(line)) expect(await lostIn(format, source)).toEqual([])
  })

  it.each([
    ['香草の粒は気分を穏やかに保ちます‡', '‡'],
    ['税込1,980円‡', '‡'],
    ['遮光ボトル入り†', '†'],
    ['内容量60粒※3', '※3'],
    ['高麗人参エキス※3', '※3'],
    ['ビタミンC*3', '*3'],
    ['DHA*2', '*2'],
    ['送料無料**', '**'],
    ['営業時間※', '※'],
    ['イチョウ葉エキス※配合', '※'],
  ])('the symbol of %s does', async (line, symbol) => {
    for (const [format, source] of pages(line)) expect(await lostIn(format, source)).toEqual([symbol])
  })

  it.each(['ビタミン D***と亜鉛の粒です。', 'B12***と葉酸の粒です。', '夜のCoQ10***です。'])(
    '%s holds a nutrient and its symbol, no struck-out letters',
    async (line) => {
      for (const [format, source] of pages(line)) expect(await lostIn(format, source)).toEqual(['***'])
    },
  )

  it.each([
    'クレジット ◎',
    '注記 | ◎',
    '│ ◎',
    '【ご注意】◎',
    'テロップ：「◎',
    'N（早口） ◎',
    '[04:12] N: ◎',
    'chuuki: "◎',
    '注記\t◎',
    '<small>◎',
    '"legal","◎',
    '字幕 ◎',
    'P.S. ◎',
    '・◎',
    '1. ◎',
    '◎ ',
    '◎：',
  ])('the disclaimer carries its symbol behind %s', async (lead) => {
    for (const symbol of ['＊', '※', '†', '‡', '※1', '注1', '§', '(注1)']) {
      const source = `月の便り\n\n${CLAIM}${symbol}\n\n店は坂の下です。\n\n${lead.replace('◎', symbol)}${JA}\n`
      expect([symbol, await lostIn('text', source)]).toEqual([symbol, []])
      const { notices } = await articleOf(source, 'text')
      expect(notices.find(({ kind }) => kind === 'fda-disclaimer')?.symbols).toHaveLength(1)
    }
  })
})
