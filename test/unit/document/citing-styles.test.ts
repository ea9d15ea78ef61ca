import { describe, expect, it } from 'vitest'
import { articleOf, JA } from './helpers.js'

/** Three sources, of which the text cites the first, the second and one that is not there. */
const ENTRIES = [
  '岡部清・村瀬ゆき「分岐鎖アミノ酸と歩行」『登山と栄養』12巻2号、45-52頁、2017年',
  '門脇さち：ビタミンCと非ヘム鉄．食事と微量元素 7(2)：88-94，2012',
  'Hale P. Citrate drinks on long walks. Mt Nutr Lett. 2015;8(1):3-11.',
]
const SENTENCES = ['岡部の会では、塩の量を毎年はかっている', '茶葉の産地は昔から変わらない', '井戸は去年の秋に掘り直した']
const ASKED = [1, 2, 4]

type Style = readonly [cite: (n: number) => string, label: (n: number) => string, symbol?: '†' | '＊' | '※']
const one =
  (figures: string) =>
  (n: number): string =>
    [...figures][n - 1]!
const full = one('１２３４')
const circled = one('①②③④')
const black = one('❶❷❸❹')
const glyph = one('⑴⑵⑶⑷')
const kanji = one('一二三四')
const iroha = one('イロハニ')
const kana = one('アイウエ')
const stem = one('甲乙丙丁')
const upper = one('ABCD')
const lower = one('abcd')
const romanGlyph = one('ⅠⅡⅢⅣ')
const roman = (n: number): string => ['I', 'II', 'III', 'IV'][n - 1]!
const raised = one('¹²³⁴')

const styles: Readonly<Record<string, Style>> = {
  '[1]': [(n) => `[${n}]`, (n) => `[${n}] `],
  '［１］': [(n) => `［${full(n)}］`, (n) => `［${full(n)}］`],
  '〔1〕': [(n) => `〔${n}〕`, (n) => `〔${n}〕`],
  '〔文献1〕': [(n) => `〔文献${n}〕`, (n) => `〔文献${n}〕`],
  '【1】': [(n) => `【${n}】`, (n) => `【${n}】`],
  '1)': [(n) => `${n})`, (n) => `${n}) `],
  '１）': [(n) => `${full(n)}）`, (n) => `${full(n)}）`],
  '(1)': [(n) => `(${n})`, (n) => `(${n}) `],
  '（１）': [(n) => `（${full(n)}）`, (n) => `（${full(n)}）`],
  '①': [circled, (n) => `${circled(n)} `],
  '［①］': [(n) => `［${circled(n)}］`, (n) => `${circled(n)}　`],
  '（①）': [(n) => `（${circled(n)}）`, (n) => `（${circled(n)}）`],
  '❶': [black, (n) => `${black(n)} `],
  '⑴': [glyph, (n) => `${glyph(n)} `],
  '※1': [(n) => `※${n}`, (n) => `※${n} `],
  '※１': [(n) => `※${full(n)}`, (n) => `※${full(n)}　`],
  '※①': [(n) => `※${circled(n)}`, (n) => `※${circled(n)} `],
  '（※1）': [(n) => `（※${n}）`, (n) => `※${n}：`],
  '(注1)': [(n) => `(注${n})`, (n) => `注${n} `],
  '（注１）': [(n) => `（注${full(n)}）`, (n) => `注${full(n)}）`],
  '注1)': [(n) => `注${n})`, (n) => `注${n}) `],
  '（注一）': [(n) => `（注${kanji(n)}）`, (n) => `注${kanji(n)}　`],
  '（註1）': [(n) => `（註${n}）`, (n) => `註${n}　`],
  '（註一）': [(n) => `（註${kanji(n)}）`, (n) => `註${kanji(n)} `],
  '〔註一〕': [(n) => `〔註${kanji(n)}〕`, (n) => `（註${kanji(n)}） `],
  '［注1］': [(n) => `［注${n}］`, (n) => `［注${n}］`],
  '〔一〕': [(n) => `〔${kanji(n)}〕`, (n) => `〔${kanji(n)}〕`],
  '（一）': [(n) => `（${kanji(n)}）`, (n) => `（${kanji(n)}）`],
  '（一） for 一、': [(n) => `（${kanji(n)}）`, (n) => `${kanji(n)}、`],
  '[イ]': [(n) => `[${iroha(n)}]`, (n) => `[${iroha(n)}] `],
  '（イ）': [(n) => `（${iroha(n)}）`, (n) => `（${iroha(n)}）`],
  '［ア］': [(n) => `［${kana(n)}］`, (n) => `［${kana(n)}］`],
  '〔甲〕': [(n) => `〔${stem(n)}〕`, (n) => `〔${stem(n)}〕`],
  '[A]': [(n) => `[${upper(n)}]`, (n) => `[${upper(n)}] `],
  '[a]': [(n) => `[${lower(n)}]`, (n) => `[${lower(n)}] `],
  '[I]': [(n) => `[${roman(n)}]`, (n) => `[${roman(n)}] `],
  '［Ⅰ］': [(n) => `［${romanGlyph(n)}］`, (n) => `［${romanGlyph(n)}］`],
  '（文献I）': [(n) => `（文献${roman(n)}）`, (n) => `文献${roman(n)}　`],
  '（文献Ⅰ）': [(n) => `（文献${romanGlyph(n)}）`, (n) => `文献${romanGlyph(n)}　`],
  '（文献1）': [(n) => `（文献${n}）`, (n) => `文献${n}：`],
  '（文献一）': [(n) => `（文献${kanji(n)}）`, (n) => `文献${kanji(n)}　`],
  '（文献①）': [(n) => `（文献${circled(n)}）`, (n) => `${circled(n)} `],
  '（文献No.1）': [(n) => `（文献No.${n}）`, (n) => `No.${n} `],
  '（参考文献1）': [(n) => `（参考文献${n}）`, (n) => `${n}. `],
  '（下記文献1）': [(n) => `（下記文献${n}）`, (n) => `${n}. `],
  '（文献1参照）': [(n) => `（文献${n}参照）`, (n) => `${n}. `],
  '（→文献1）': [(n) => `（→文献${n}）`, (n) => `${n}. `],
  '（資料1）': [(n) => `（資料${n}）`, (n) => `資料${n}　`],
  '〔資料A〕': [(n) => `〔資料${upper(n)}〕`, (n) => `資料${upper(n)}　`],
  '［資料1］': [(n) => `［資料${n}］`, (n) => `［資料${n}］`],
  '（参考1）': [(n) => `（参考${n}）`, (n) => `参考${n}　`],
  '（出典1）': [(n) => `（出典${n}）`, (n) => `出典${n}：`],
  '【出典1】': [(n) => `【出典${n}】`, (n) => `【出典${n}】`],
  '（引用1）': [(n) => `（引用${n}）`, (n) => `引用${n} `],
  '〔文1〕': [(n) => `〔文${n}〕`, (n) => `〔文${n}〕`],
  '［参1］': [(n) => `［参${n}］`, (n) => `［参${n}］`],
  '（史料一）': [(n) => `（史料${kanji(n)}）`, (n) => `史料${kanji(n)}　`],
  '（脚注1）': [(n) => `（脚注${n}）`, (n) => `脚注${n}　`],
  '[岡部17]': [(n) => `[${['岡部17', '門脇12', 'Hale15', '佐伯20'][n - 1]}]`, (n) => `[${['岡部17', '門脇12', 'Hale15'][n - 1]}] `],
  '[#1]': [(n) => `[#${n}]`, (n) => `[#${n}] `],
  '〈1〉': [(n) => `〈${n}〉`, (n) => `〈${n}〉`],
  '《1》': [(n) => `《${n}》`, (n) => `《${n}》`],
  '｛1｝': [(n) => `｛${n}｝`, (n) => `｛${n}｝`],
  '¹': [raised, (n) => `${n}. `],
  '[1] for １．': [(n) => `[${n}]`, (n) => `${full(n)}．`],
  '[1] for indented 1': [(n) => `[${n}]`, (n) => `　${n}　`],
  '[1] for ・[1]': [(n) => `[${n}]`, (n) => `・[${n}] `],
  '†1)': [(n) => `†${n})`, (n) => `${n}) `, '†'],
  '＊①': [(n) => `＊${circled(n)}`, (n) => `${circled(n)} `, '＊'],
  '※(1)': [(n) => `※(${n})`, (n) => `(${n}) `, '※'],
  '※[イ]': [(n) => `※[${iroha(n)}]`, (n) => `[${iroha(n)}] `, '※'],
}
const raisedStyles: typeof styles = {
  '<sup>1</sup>': [(n) => `<sup>${n}</sup>`, (n) => `${n}. `],
  '<sup>1)</sup>': [(n) => `<sup>${n})</sup>`, (n) => `${n}) `],
  '＊<sup>1)</sup>': [(n) => `＊<sup>${n})</sup>`, (n) => `${n}) `, '＊'],
  '<sup>注1</sup>': [(n) => `<sup>注${n}</sup>`, (n) => `注${n} `],
  '<sup>※1</sup>': [(n) => `<sup>※${n}</sup>`, (n) => `※${n} `],
  '<sup>文献1</sup>': [(n) => `<sup>文献${n}</sup>`, (n) => `文献${n} `],
}

/** How the page is written, and whether the citation stands behind the full stop. */
const page = (format: 'text' | 'markdown' | 'html', [cite, label, symbol]: Style, isBehind: boolean, heading = '参考文献'): string => {
  const body = SENTENCES.map((sentence, i) => (isBehind ? `${sentence}。${cite(ASKED[i]!)}` : `${sentence}${cite(ASKED[i]!)}。`))
  const list = ENTRIES.map((entry, i) => label(i + 1) + entry)
  const note = symbol === undefined ? [] : [symbol + JA]
  if (format === 'text') return ['会報のお知らせ', '', ...body, '', heading, ...list, '', ...note, ''].join('\n')
  if (format === 'markdown') return ['# 会報のお知らせ', ...body, `## ${heading}`, ...list, ...note, ''].join('\n\n')
  return ['<h1>会報のお知らせ</h1>', ...[...body, `<b>${heading}</b>`, ...list, ...note].map((words) => `<p>${words}</p>`)].join('\n')
}

const linksOf = async (format: 'text' | 'markdown' | 'html', source: string) => {
  const { citations, references, markers } = await articleOf(source, format)
  const numbers = citations.filter(({ kind }) => kind === 'number')
  return {
    entries: references.map(({ missing }) => missing.length),
    cited: numbers.flatMap(({ reference }) => reference ?? []),
    dangling: new Set(numbers.filter(({ reference }) => reference === undefined).map(({ span }) => span.start)).size,
    lost: markers.filter(({ role, notice }) => role === 'call' && notice === undefined).length,
  }
}

describe('styles of citing', () => {
  const links = { entries: [0, 0, 0], cited: [0, 1], dangling: 1, lost: 0 }

  it.each(Object.entries(styles))('%s leads to its entry in text, Markdown and HTML', async (_, style) => {
    for (const format of ['text', 'markdown', 'html'] as const) expect(await linksOf(format, page(format, style, false))).toEqual(links)
  })

  it.each(Object.entries(raisedStyles))('%s leads to its entry', async (_, style) => {
    for (const format of ['markdown', 'html'] as const) expect(await linksOf(format, page(format, style, false))).toEqual(links)
  })

  it.each(['種本', 'よりどころ', '〈よりどころ〉', '■ 本のありか', '引いた本と論文', '【出どころ】', '書き手の本棚から'])(
    'the heading %s leads a list of sources',
    async (heading) => {
      for (const name of ['①', '[イ]', '[1]', '注1)'])
        expect(await linksOf('text', page('text', styles[name]!, false, heading))).toEqual(links)
    },
  )

  it.each(['[1]', '〔文献1〕', '[イ]', '※[イ]', '＊①', '（註一）', '［①］'])('%s behind the full stop', async (name) => {
    expect(await linksOf('text', page('text', styles[name]!, true))).toEqual(links)
  })
})

describe('styles of naming', () => {
  /** 岡部・村瀬 2017, 門脇 2012, Hale & Moen 2015, and 佐伯 2020, whom the list lacks; it has 比嘉 2007, whom nobody cites. */
  const named: Readonly<Record<string, readonly string[]>> = {
    '（岡部・村瀬，2017）': ['（岡部・村瀬，2017）', '（門脇，2012）', '（Hale & Moen, 2015）', '（佐伯，2020）'],
    '（岡部ほか 2017年）': ['（岡部ほか 2017年）', '（門脇 2012年）', '（Haleほか 2015年）', '（佐伯ほか 2020年）'],
    '[岡部2017]': ['[岡部2017]', '[門脇2012]', '[Hale2015]', '[佐伯2020]'],
    '〔岡部・村瀬 2017: 46〕': ['〔岡部・村瀬 2017: 46〕', '〔門脇 2012: 90〕', '〔Hale and Moen 2015: 4〕', '〔佐伯 2020: 11〕'],
    '［Hale・Moen、2015］': ['［岡部・村瀬、2017］', '［門脇、2012］', '［Hale・Moen、2015］', '［佐伯、2020］'],
    '岡部清・村瀬ゆき（2017）を見た': [
      '岡部清・村瀬ゆき（2017）を見た',
      '門脇さち（2012）を見た',
      'Hale P（2015）を見た',
      '佐伯たみ（2020）は別の値を示した',
    ],
    '（岡部・村瀬 2017、門脇 2012）': ['（岡部・村瀬 2017、門脇 2012）', '（Hale & Moen 2015）', '', '（佐伯 2020）'],
    '（岡部・村瀬, 2017; 門脇, 2012）': ['（岡部・村瀬, 2017; 門脇, 2012）', '（Hale & Moen, 2015）', '', '（佐伯, 2020）'],
    '（岡部・村瀬，2017，p.46）': [
      '（岡部・村瀬，2017，p.46）',
      '（門脇，2012，88頁）',
      '（Hale & Moen，2015，p.4）',
      '（佐伯，2020，p.3）',
    ],
    '（岡部・村瀬 2017参照）': ['（岡部・村瀬 2017参照）', '（門脇 2012を参照）', '（Hale & Moen 2015参照）', '（佐伯 2020参照）'],
    '（門脇 2012 より）': ['（岡部・村瀬 2017 による）', '（門脇 2012 より）', '（Hale & Moen 2015 より）', '（佐伯 2020 より）'],
  }
  const lists: Readonly<Record<string, readonly string[]>> = {
    'year in brackets': [
      '岡部清・村瀬ゆき（2017）「分岐鎖アミノ酸と歩行」『登山と栄養』12(2)，45–52．',
      '門脇さち（2012）「ビタミンCと非ヘム鉄」『食事と微量元素』7(2)，88–94．',
      'Hale, P. & Moen, I. (2015). Citrate drinks on long walks. Mt Nutr Lett, 8(1), 3–11.',
      '比嘉千代（2007）「奄美のもずく漁」『海の民俗』4，18–29．',
    ],
    'year behind the names': [
      '岡部 清, 村瀬 ゆき, 2017. 分岐鎖アミノ酸と歩行. 登山と栄養 12: 45-52.',
      '門脇 さち, 2012. ビタミンCと非ヘム鉄. 食事と微量元素 7: 88-94.',
      'Hale P, Moen I, 2015. Citrate drinks on long walks. Mt Nutr Lett 8: 3-11.',
      '比嘉 千代, 2007. 奄美のもずく漁. 海の民俗 4: 18-29.',
    ],
  }

  it.each(Object.entries(named))('%s', async (_, cites) => {
    for (const list of Object.values(lists)) {
      const sentences = cites.map((cite) => `茶葉の産地は変わらない${cite}。`)
      const { citations, references } = await articleOf(['会報のお知らせ', '', ...sentences, '', '文献', ...list, ''].join('\n'), 'text')
      const byName = citations.filter(({ kind }) => kind === 'author-year')
      expect(references.flatMap(({ missing }) => missing)).toEqual([])
      expect([...new Set(byName.flatMap(({ reference }) => reference ?? []))].sort()).toEqual([0, 1, 2])
      expect(byName.filter(({ reference }) => reference === undefined).map(({ text }) => /佐伯/.test(text))).toEqual([true])
    }
  })

  it('日高(2007, 表4), 秋元(2012)による: names that begin like a day or a season', async () => {
    const list = '- 日高せつ(2007)「日常食のヨウ素」『食と地域』19(2)、101-118頁.\n- 秋元みち(2012)「海の塩」『食と地域』24(2)、1-8頁.'
    const { citations } = await articleOf(`出所：日高(2007, 表4)から作成。値は秋元(2012)による。\n\n## 引用資料\n\n${list}`)
    expect(citations.map(({ reference }) => reference)).toEqual([0, 1])
  })

  it.each(['（改訂 2019）', '（初版, 2007）', '（撮影 2020年）', '（創業1998）', '創刊（2001）のころ'])(
    '%s names nobody',
    async (words) => {
      const { citations } = await articleOf(`店の棚${words}。\n\n## 文献\n\n- ${lists['year in brackets']!.join('\n- ')}`)
      expect(citations).toEqual([])
    },
  )
})
