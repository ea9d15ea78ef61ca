import { describe, expect, it } from 'vitest'
import type { Article } from '../../../src/core/document.js'
import { articleOf, JA, markersOf } from './helpers.js'

/** `[2] -> 2`: what each number asks for and the label of the entry that answers. */
const cited = ({ citations, references }: Article): string[] =>
  citations.flatMap(({ kind, label, reference }) =>
    kind === 'number' ? [`${label} -> ${reference === undefined ? 'nothing' : references[reference]!.label}`] : [],
  )
const labels = ({ references }: Article): (string | undefined)[] => references.map(({ label }) => label)

const EN = [
  'Kessler V, Roth A. Two colours of one oil. Opt Table. 2014;5:33-38.',
  'Roth A. Presses of Styria. Mill Press. 2009;11:101-119.',
  'Haas P. Seeds in rows. Mill Press. 2011;13:4-9.',
]
const JA_ENTRIES = ['音羽鈴「三角の倍音」『打楽器』8号、2010年、12-19頁。', '音羽鈴「缶のふたの音」『打楽器』11号、2013年、40-44頁。']

describe('entries that a word labels', () => {
  it('are cited by the word, in brackets and in running text', async () => {
    const article = await articleOf(
      `Green in a thin layer. (Source: item 1.)\n\nItem 2 has the rest, and more (see item 4).\n\n## Background\n\n${EN.map((entry, i) => `Item ${i + 1}: ${entry}`).join('\n')}\n`,
    )
    expect(labels(article)).toEqual(['item1', 'item2', 'item3'])
    expect(cited(article)).toEqual(['item1 -> item1', 'item2 -> item2', 'item4 -> nothing'])
  })

  it('answer a bare number, and a word in running text asks for nothing that is not there', async () => {
    const article = await articleOf(
      `Green in a thin layer [1]. Add item 9 to your cart.\n\n## Sources\n\nSource 1: ${EN[0]}\nSource 2: ${EN[1]}\n`,
    )
    expect(cited(article)).toEqual(['source1 -> source1'])
  })

  it('are lettered as well in Japanese', async () => {
    const article = await articleOf(
      `白さは文書Aの表で決めた。崩壊は14分(文書Cの卓上法)。\n\n## 文書\n文書A ${JA_ENTRIES[0]}\n文書B ${JA_ENTRIES[1]}\n`,
    )
    expect(labels(article)).toEqual(['文書A', '文書B'])
    expect(cited(article)).toEqual(['文書A -> 文書A', '文書C -> nothing'])
  })

  it('stand behind a line of text, which goes on citing', async () => {
    const article = await articleOf(`音程は資料1による。\n資料1 ${JA_ENTRIES[0]}\n資料2 ${JA_ENTRIES[1]}\n`, 'text')
    expect(labels(article)).toEqual(['資料1', '資料2'])
    expect(cited(article)).toEqual(['資料1 -> 資料1'])
  })

  it('are notes with 注 where half of them are sources', async () => {
    const article = await articleOf(
      `海の香りなら返す(注2)。丸の数による(注4)。\n\n---\n\n注1 ${JA_ENTRIES[0]}\n注2 業界紙\n注3 ${JA_ENTRIES[1]}\n`,
    )
    expect(labels(article)).toEqual(['注1', '注2', '注3'])
    expect(cited(article)).toEqual(['注2 -> 注2', '注4 -> nothing'])
  })

  it('ask for plain numbers with 注', async () => {
    const article = await articleOf(`亜麻は糸になった(注1)。チアは糧だった(注3)。\n\n## 注\n1. ${JA_ENTRIES[0]}\n2. ${JA_ENTRIES[1]}\n`)
    expect(cited(article)).toEqual(['1 -> 1', '3 -> nothing'])
    expect(markersOf(article)).toEqual([])
  })

  it('leave notes alone that are no sources', async () => {
    const article = await articleOf('当店の価格(注1)、数量(注2)。\n\n注1 税込の価格です。\n注2 2023年3月から5月まで、当社調べ。\n')
    expect(article.references).toEqual([])
  })
})

describe('runs of numbers', () => {
  const list = `\n\n## References\n\n${[...EN, EN[0]].map((entry, i) => `${i + 1}. ${entry}`).join('\n')}\n`
  it.each(['[2]–[4]', '[2] - [4]', '[2] to [4]', '[2]-[4]'])('%s names what lies between', async (run) => {
    expect(cited(await articleOf(`The yeast route is old ${run}.${list}`))).toEqual(['2 -> 2', '3 -> 3', '4 -> 4'])
  })

  it('are raised in one stretch', async () => {
    const article = await articleOf(
      `<p>昼寝をする人は増えた<sup>1)-3)</sup>。</p><h2>文献</h2><p>1) ${EN[0]}</p><p>2) ${EN[1]}</p><p>3) ${EN[2]}</p>`,
      'html',
    )
    expect(cited(article)).toEqual(['1 -> 1', '2 -> 2', '3 -> 3'])
  })

  it('are no power behind a unit, as one figure is', async () => {
    const article = await articleOf(
      `<p>Dried at 40&nbsp;&deg;C<sup>3,6</sup> over 12 m<sup>2</sup>.</p><h2>References</h2><p>3. ${EN[0]}</p><p>4. ${EN[1]}</p>`,
      'html',
    )
    expect(cited(article)).toEqual(['3 -> 3', '6 -> nothing'])
  })
})

describe('keys', () => {
  it('of a letter and a figure ask only beside others with the letter', async () => {
    const list = `\n\n[S1] ${EN[0]}\n[S2] ${EN[1]}\n`
    expect(cited(await articleOf(`Olive oil [S1]. Pressed in Crete [S4]. Rich in [K2].${list}`))).toEqual(['S1 -> S1', 'S4 -> nothing'])
  })

  it('are one with and without a zero, alone in a cell, and lines of one item', async () => {
    const article = await articleOf(
      `The first crack [Tam08].\n\n| Level | Key |\n| --- | --- |\n| Dark | [Lin20] |\n\n## Literature\n\n- [Lin20] Lindahl U. Dark roasts. Roast Sci. 2020;2:19-27.\n  [Lab] Lab notes.\n- [Tam08] Tamura K. First crack. Drum Bean. 2008;15:3-11.\n`,
    )
    expect(cited(article)).toEqual(['Tam8 -> Tam8', 'Lin20 -> Lin20'])
    expect(labels(article)).toEqual(['Lin20', 'Lab', 'Tam8'])
  })
})

describe('lists under any heading', () => {
  const unlabelled = [
    'Ash, P. (2001). The small trees. Orchard Sci, 2(1), 4–9.',
    'Beech, L., & Cole, M. (2004). Hard fruit. Orchard Sci, 5(2), 44–49.',
  ]

  it('need no labels where every entry reads like one', async () => {
    const items = await articleOf(
      `The tree is small (Ash, 2001).\n\n## On the table\n\n${unlabelled.map((entry) => `- ${entry}`).join('\n')}\n`,
    )
    expect(items.references.map(({ year }) => year)).toEqual(['2001', '2004'])
    const lines = await articleOf(`The tree is small (Ash, 2001).\n\nRead for this letter\n${unlabelled.join('\n')}\n`, 'text')
    expect(lines.references.map(({ year }) => year)).toEqual(['2001', '2004'])
  })

  it('are none where one entry does not', async () => {
    const article = await articleOf(`## Our years\n\n- ${unlabelled[0]}\n- In 2004 we moved to 12, Mill Lane.\n`)
    expect(article.references).toEqual([])
  })

  it('run on in one line', async () => {
    const article = await articleOf(`Green in a thin layer (1). Red in a thick one (2).\n\n(1) ${EN[0]} (2) ${EN[1]}\n`)
    expect(labels(article)).toEqual(['1', '2'])
  })
})

describe('columns of sources', () => {
  it('hold bare labels', async () => {
    const article = await articleOf(
      `| 油 | 発煙点 | 出典 |\n| --- | --- | --- |\n| 菜種 | 204度 | A |\n| 胡麻 | 177度 | B |\n\n**出典**\nA ${JA_ENTRIES[0]}\nB ${JA_ENTRIES[1]}\n`,
    )
    expect(cited(article)).toEqual(['A -> A', 'B -> B'])
  })

  it('hold nothing else', async () => {
    const article = await articleOf(
      `| Tea | Caffeine | Cups |\n| --- | --- | --- |\n| Black | 47 mg | 1 |\n\n## References\n\n1. ${EN[0]}\n`,
    )
    expect(cited(article)).toEqual([])
  })
})

describe('places in a work', () => {
  it.each(['[1, p. 4]', '[1, ch. 2]', '［1、図3］', '[1, 44頁]'])('%s asks for the work', async (mark) => {
    expect(cited(await articleOf(`The stone is resin ${mark}.\n\n## References\n\n[1] ${EN[0]}\n`))).toEqual(['1 -> 1'])
  })
})

describe('a table that lays the page out', () => {
  it('holds lists and text as a page does', async () => {
    const article = await articleOf(
      `<table role="presentation"><tr><td>The tingle fades [1]. The beet comes from Idaho [3].</td></tr><tr><td>[1] ${EN[0]}<br>[2] ${EN[1]}<br></td></tr></table>`,
      'html',
    )
    expect(labels(article)).toEqual(['1', '2'])
    expect(cited(article)).toEqual(['1 -> 1', '3 -> nothing'])
  })
})

describe('symbols', () => {
  it('behind a price lead to the note on prices', async () => {
    const article = await articleOf(`2,160円※\n\n※価格は税込です。\n\n※${JA}\n`)
    expect(markersOf(article)).toEqual(['call ※ -> price', 'note ※', 'note ※'])
  })

  it.each(['- Travel tin, $6§\n- Mug', 'Wholesale from $210§ a case.', '専門店で450円§ の品。'])(
    '§ numbers nothing in %s',
    async (source) => {
      expect(markersOf(await articleOf(source))).toEqual(['call § -> nothing'])
    },
  )

  it.each(['See 21 CFR§ 101.93 for more.', 'The Code§ speaks of it.', '## Storage§\n\nDry.'])(
    '§ numbers or links in %s',
    async (source) => {
      expect(markersOf(await articleOf(source))).toEqual([])
    },
  )
})
