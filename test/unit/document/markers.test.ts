import { describe, expect, it } from 'vitest'
import { articleOf, JA, markersOf, ONE, read } from './helpers.js'

describe('symbols that are markers', () => {
  it.each([
    ['an asterisk', `Supports memory.*\n\n60 capsules.\n\n*${ONE}`, '*'],
    ['an escaped asterisk', `Supports memory.\\*\n\n60 capsules.\n\n\\* ${ONE}`, '*'],
    ['two asterisks', `Supports memory.\\*\\*\n\n60 capsules.\n\n\\*\\*${ONE}`, '**'],
    ['a dagger', `Supports memory.†\n\n60 capsules.\n\n† ${ONE}`, '†'],
    ['a double dagger before the full stop', `Supports memory‡.\n\n60 capsules.\n\n‡${ONE}`, '‡'],
    ['a diamond behind a quote', `"Supports memory"◆\n\n60 capsules.\n\n◆${ONE}`, '◆'],
    ['a section sign', `Supports memory.§\n\n60 capsules.\n\n§ ${ONE}`, '§'],
    ['a caret', `Supports memory.^\n\n60 capsules.\n\n^ ${ONE}`, '^'],
    ['a number sign', `Supports memory.#\n\n60 capsules.\n\n**# ${ONE}**`, '#'],
    ['an asterisk with a figure', `Supports memory.\\*1\n\n60 capsules.\n\n\\*1 ${ONE}`, '*1'],
    ['full width at the claim, half width at the note', `記憶力をサポートします。＊\n\n60粒入り。\n\n\\*${JA}`, '*'],
    ['a kome without full stop', `記憶力をサポートします※\n\n60粒入り。\n\n※${JA}`, '※'],
    ['a figure with half a bracket', `Supports memory. \\*1)\n\n60 capsules.\n\n\\*1) ${ONE}`, '*1'],
    ['a figure in a bracket that was opened before', `Supports memory (and focus\\*1).\n\n60 capsules.\n\n\\*1 ${ONE}`, '*1'],
    ['half a bracket behind a price', `Supports memory. 12.50 \\*1)\n\n60 capsules.\n\n\\*1) ${ONE}`, '*1'],
    ['a symbol in thick brackets', `記憶力をサポートします【＊】\n\n60粒入り。\n\n【＊】${JA}`, '*'],
    ['a bull’s eye', `記憶力をサポートします◎\n\n60粒入り。\n\n◎${JA}`, '◎'],
    ['a kome with a full-width figure', `記憶力をサポートします※１\n\n60粒入り。\n\n※1 ${JA}`, '※1'],
    ['a note in brackets', `記憶力をサポートします(注1)\n\n60粒入り。\n\n注1)${JA}`, '注1'],
    ['glued to Japanese in mid-sentence', `抑制性伝達\\*のバランス改善\n\n60粒入り。\n\n\\*${JA}`, '*'],
    ['two symbols in a row', `Supports memory.†\n\n60 capsules.\n\n\\*†${ONE}`, '†'],
    ['two symbols with a comma', `Supports memory.†\n\n60 capsules.\n\n\\*, † ${ONE}`, '†'],
    ['two symbols with a word', `Supports memory.\\*\\*\n\n60 capsules.\n\n\\* and \\*\\* ${ONE}`, '**'],
    ['two kome in a row', `記憶力をサポートします。※2\n\n60粒入り。\n\n※1、※2 ${JA}`, '※2'],
    ['two raised figures', `Supports memory.<sup>2</sup>\n\n60 capsules.\n\n<sup>1,2</sup>${ONE}`, '2'],
    ['a raised letter', `Supports memory.<sup>a</sup>\n\n60 capsules.\n\n<sup>a</sup>${ONE}`, 'a'],
    ['a letter in brackets', `Supports memory (a).\n\n60 capsules.\n\n(a) ${ONE}`, 'a'],
    ['a letter with a bracket', `Supports memory.ᵃ\n\n60 capsules.\n\na) ${ONE}`, 'a'],
    ['a symbol behind a figure', `Supports memory.<sup>1,\\*</sup>\n\n60 capsules.\n\n\\*${ONE}`, '*'],
    ['a raised figure', `Supports memory.¹\n\n60 capsules.\n\n¹ ${ONE}`, '1'],
    ['a field in quotes', `excerpt: "Supports memory.\\*"\n\n60 capsules.\n\ndisclaimer: "\\*${ONE}"`, '*'],
    ['a footnote', `Supports memory.[^fda]\n\n60 capsules.\n\n[^fda]: ${ONE}`, '[^fda]'],
  ])('%s', async (_, source, symbol) => {
    expect(markersOf(await articleOf(source))).toEqual(expect.arrayContaining([`call ${symbol} -> fda-disclaimer`, `note ${symbol}`]))
  })

  it.each([
    ['&ast;', `<p>Supports memory.&ast;</p><p>60 capsules.</p><p>&#42; ${ONE}</p>`, '*'],
    ['<sup>', `<p>Supports memory.<sup>†</sup></p><p>60 capsules.</p><p><sup>†</sup><b>${ONE}</b></p>`, '†'],
    ['a raised figure in <sup>', `<p>Supports memory.<sup>1</sup></p><p>60 capsules.</p><p><sup>1</sup> ${ONE}</p>`, '1'],
    [
      'in a list of letters',
      `<p>Supports memory.<sup>(a)</sup></p><p>60 capsules.</p><ol type="a"><li>${ONE}</li><li>Plus shipping.</li></ol>`,
      'a',
    ],
    ['inside a link', `<p>Supports memory<a href="#fda">*</a></p><p>60 capsules.</p><p id="fda">* ${ONE}</p>`, '*'],
    ['in a cell to the left', `<p>Supports memory.†</p><table><tr><td>†</td><td>${ONE}</td></tr></table>`, '†'],
    ['behind the disclaimer', `<p>Supports memory.†</p><p>60 capsules.</p><p>${ONE}†</p>`, '†'],
  ])('%s in HTML', async (_, source, symbol) => {
    expect(markersOf(await articleOf(source, 'html'))).toEqual(
      expect.arrayContaining([`call ${symbol} -> fda-disclaimer`, `note ${symbol}`]),
    )
  })

  it.each([
    ['<p>{{ price | money }}‡ for 90 tablets</p>', ['call ‡ -> nothing']],
    ['<p>Only {{ price }}† today</p>', ['call † -> nothing']],
    ['<p><?= $price ?>† for 90 tablets</p>', ['call † -> nothing']],
    ['<p><?php echo $price; ?>‡</p><p>‡ Plus tax.</p>', ['call ‡ -> price', 'note ‡']],
    ['<p>{% if taxed %}‡ Plus tax.{% endif %}</p>', ['note ‡']],
    ['<p>{{ stars }}***</p>', []],
    ['<p>{{ heading }}# of tablets</p>', []],
  ])('a symbol behind what a template prints is called, not opened: %s', async (source, markers) => {
    expect(markersOf(await articleOf(source, 'html'))).toEqual(markers)
  })

  it.each(['Theo ***\n\nThe capsules are large.', 'Kim ****'])('stars apart from the words rate: %s', async (source) => {
    expect(markersOf(await articleOf(source, 'text'))).toEqual([])
  })

  it('tells a year behind a kome from its figure', async () => {
    expect(markersOf(await articleOf('きなこ 486円※\n\n※2024年10月現在の税込価格。'))).toEqual(['call ※ -> price', 'note ※'])
  })

  it('looks for a note where a section sign ends an item or cell', async () => {
    expect(markersOf(await articleOf('- 常温で保存§\n- 60粒'))).toEqual(['call § -> nothing'])
    expect(markersOf(await articleOf('| 保管 | 常温§ |\n|---|---|\n| 数 | 60 |'))).toEqual(['call § -> nothing'])
  })

  it('a number of a row of notes asks for its own, a term alone opens one', async () => {
    const notes = `<p>累計100万袋<sup>注2</sup></p><p>記憶力をサポートします<sup>注1</sup></p><p>注1 ${JA}</p>`
    expect(markersOf(await articleOf(notes, 'html'))).toEqual(['call 注2 -> nothing', 'call 注1 -> fda-disclaimer', 'note 注1'])
    const terms = '<p>特許成分配合*2</p><dl><dt>*2</dt><dd>製法の名前です。</dd></dl>'
    expect(markersOf(await articleOf(terms, 'html'))).toEqual(['call *2 -> other', 'note *2'])
    expect(markersOf(await articleOf('<p>第2回の注1万円</p>', 'html'))).toEqual([])
  })

  it('an ornament alone before the disclaimer is its symbol, one that opens lists is none', async () => {
    expect(markersOf(await articleOf(`◇${JA}\n\n記憶力をサポートします。`))).toEqual(['note ◇'])
    expect(markersOf(await articleOf(`■${JA}\n\n記憶力をサポートします。`))).toEqual([])
    expect(markersOf(await articleOf(`◇ご案内\n\n◇${JA}\n\n記憶力をサポートします。`))).toEqual([])
  })

  it.each([
    ['- 最低発注数: 各品番12個#', ['call # -> nothing']],
    ['- 常温で保存できます#', ['call # -> nothing']],
    ['- 品番#', []],
    ['- #乳酸菌 #腸活', []],
    ['最後に12個#', []],
  ])('a hash behind what an item counts or says in Japanese: %s', async (source, expected) => {
    expect(markersOf(await articleOf(source))).toEqual(expected)
  })

  it('a sign that ends a line of plain text is one', async () => {
    expect(markersOf(await articleOf('<p>農協と直接契約¶</p>', 'html'))).toEqual(['call ¶ -> nothing'])
    expect(markersOf(await articleOf('一包に200億個§\n\n60粒入り。', 'text'))).toEqual(['call § -> nothing'])
  })

  it('tells prefixes apart', async () => {
    const article = await articleOf(`Supports memory.\\*\n\nOnly $24\\*\\*\n\n\\*\\*Plus tax.\n\n\\*${ONE}`)
    expect(markersOf(article)).toEqual(['call * -> fda-disclaimer', 'call ** -> price', 'note **', 'note *'])
  })

  it.each([`※1**${ONE}**`, `※1*${ONE}*`, `1***${ONE}***`])('%s: stress right behind the symbol of a note hides none', async (note) => {
    expect(markersOf(await articleOf(`Magnesium supports sleep.※1\n\n${note}\n`)).filter((marker) => /[*]/.test(marker))).toEqual([])
  })

  it('says where Markdown swallowed one', async () => {
    const emphasis = await articleOf(`記憶力をサポートします。*さらに集中力を維持します。*\n\n\\*${JA}`)
    expect(markersOf(emphasis).slice(0, 2)).toEqual(['call * -> fda-disclaimer (emphasis)', 'call * -> fda-disclaimer (emphasis)'])
    const bullet = await articleOf(`Supports memory.\\*\n\n* ${ONE}`)
    expect(markersOf(bullet)).toEqual(['call * -> fda-disclaimer', 'note * (bullet)'])
  })

  it('blanks them out letter for letter', async () => {
    const source = '𠮷野の亜鉛は免疫機能を支えます※１。試験[1]もある。\n\n※1 税込\n'
    const { blocks } = await read(source, 'text')
    expect(blocks[0]!.masked).toBe('𠮷野の亜鉛は免疫機能を支えます  。試験   もある。')
  })
})

describe('symbols that are none', () => {
  it.each([
    ['emphasis', '*Gentle* and **simple** every day.'],
    ['a bullet', '* Two capsules\n* Keep cool'],
    ['multiplication', 'The carton holds 2 * 12 sachets, 3*4=12.'],
    ['dimensions', 'The box measures 10*20*30 cm.'],
    ['a rating', 'Rated 4.5* by customers, a 5* spa.'],
    ['five stars', 'Rate the show, ***** if you like it.'],
    ['stress in a letter', 'Ines asks about *that* jingle, and we like it *a lot*, really.'],
    ['a masked word', 'What the f**k, said the s*x shop.'],
    ['a glob', 'See src/*.md and lib/**/*.ts for more.'],
    ['code', 'Type `a.*` or `**kwargs` here.'],
    ['a trademark', 'CalmRoot® is a mark. Magtein™ too.'],
    ['a hash and degrees', 'Our #1 tea, #tea, brewed at 25°C.'],
    ['a form field', 'Email*'],
    ['a symbol that opens a row, which explains it', '| Sign | Use |\n|---|---|\n| † | the notice required by law |'],
    ['a link to a section or heading', '## Storage§\n\n- Text¶\n- See 21 CFR §'],
    ['Japanese words with 注', '注意事項をお読みのうえ、ご注文ください。'],
  ])('%s', async (_, source) => {
    expect(markersOf(await articleOf(source))).toEqual([])
  })
})
