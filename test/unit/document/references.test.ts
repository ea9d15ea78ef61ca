import { describe, expect, it } from 'vitest'
import { identifiersOf } from '../../../src/document/identifiers.js'
import { readReference } from '../../../src/document/reference-fields.js'
import { articleOf, citationsOf, read, texts } from './helpers.js'

const A = '1. Liu G, Weinger JG. Magnesium and memory. J Alzheimers Dis. 2016;49:971-990.'
const B = '2. Slutsky I. Enhancement of learning. Neuron. 2010;65:165-177.'

describe('fields of an entry', () => {
  it.each([
    ['Vancouver', 'Kreider R. Creatine in health. Nutrients. 2021;13:447.', 'Kreider R', 'Creatine in health', 'Nutrients', '2021'],
    [
      'APA',
      'Lopresti, A. L., & Drummond, P. D. (2017). Saffron in a trial. Phytomedicine, 30(1), 1–7.',
      'Lopresti, A. L., & Drummond, P. D',
      'Saffron in a trial',
      'Phytomedicine',
      '2017',
    ],
    [
      'Japanese with Latin names',
      'Suzuki A. ミネラルと注意力. 栄養研究. 2019;10:11-19.',
      'Suzuki A',
      'ミネラルと注意力',
      '栄養研究',
      '2019',
    ],
    [
      'Japanese names',
      '山田太郎、佐藤花子. マグネシウムと睡眠. 睡眠医療. 2020;14(2):101-108.',
      '山田太郎、佐藤花子',
      'マグネシウムと睡眠',
      '睡眠医療',
      '2020',
    ],
    [
      'a family name with a small kana',
      '柴田のぞみ, 木ノ下耕: 鉄飲料の摂取とヘモグロビンの推移. 血液と栄養 8(3): 140-147, 2014.',
      '柴田のぞみ, 木ノ下耕',
      '鉄飲料の摂取とヘモグロビンの推移',
      '血液と栄養',
      '2014',
    ],
    [
      'a colon behind the author',
      'Johnson M: Vitamin K and bone. Bone Rep 2017, 6:12-20.',
      'Johnson M',
      'Vitamin K and bone',
      'Bone Rep',
      '2017',
    ],
    [
      'first names first',
      'P. Hall and R. Jones, "Herbs and stress," Herbal Med., vol. 4, pp. 3-9, 2019.',
      'P. Hall and R. Jones',
      'Herbs and stress',
      'Herbal Med',
      '2019',
    ],
    ['a particle', 'de Souza RJ. Intake of fats. Fats Rep. 2015;351:h3978.', 'de Souza RJ', 'Intake of fats', 'Fats Rep', '2015'],
    [
      'a given name in full',
      'Smith, John. Herbs of the World. Norton, 2009. 45(2):3-9.',
      'Smith, John',
      'Herbs of the World',
      'Norton',
      '2009',
    ],
    [
      'Japanese brackets',
      '山田太郎、佐藤花子「鉄と睡眠の質」『栄養学会誌』12巻3号、45-52頁、2015年',
      '山田太郎、佐藤花子',
      '鉄と睡眠の質',
      '栄養学会誌',
      '2015',
    ],
    [
      'Japanese commas',
      '山田 太郎, 佐藤 花子: 鉄と睡眠の質, 栄養学会誌, 12, 45-52 (2015)',
      '山田 太郎, 佐藤 花子',
      '鉄と睡眠の質',
      '栄養学会誌',
      '2015',
    ],
    [
      'a given name in kana',
      '浅野はるか. コラーゲン食品の分類. 食品素材. 2015;41:14-22.',
      '浅野はるか',
      'コラーゲン食品の分類',
      '食品素材',
      '2015',
    ],
    ['an editor', '日本睡眠学会編:睡眠学入門. 朝倉書店, 2009, pp.120-131.', '日本睡眠学会編', '睡眠学入門', '朝倉書店', '2009'],
  ])('%s', (_, text, authors, title, source, year) => {
    const fields = readReference(text, texts)
    expect([fields.authors, fields.title?.text, fields.source, fields.year, fields.missing]).toEqual([authors, title, source, year, []])
    expect(text.slice(fields.title!.at.from, fields.title!.at.to)).toBe(title)
  })

  it.each([
    ['a DOI is enough', 'doi:10.1016/j.neuron.2009.12.026', []],
    ['a PMID is enough', 'PMID: 20152124', []],
    ['a title with an address is enough', 'NIH Office of Dietary Supplements. Magnesium fact sheet. https://ods.od.nih.gov/x', []],
    ['an address may lack its scheme', '"Magnesium." Linus Pauling Institute, lpi.oregonstate.edu/mic/minerals/magnesium', []],
    ['a law by its title and number', 'Code of Federal Regulations, title 21, section 101.93(d).', []],
    ['Japanese and Latin names side by side', '小川徹，Neville A．走者の糖質補給．体力科学．2019;14(2):55–63.', []],
    ['a council signs', '魚食文化会議．統計．東京：潮書房；2021．p.30-41．', []],
    ['an organisation publishes itself', '文部科学省. 日本食品標準成分表. 2020.', []],
    ['data on file', 'Company data on file.', ['author', 'title', 'source', 'year', 'locator']],
    ['no author', '脳内マグネシウムと学習。Neuron. 2010;65:165-177.', ['author']],
    ['no year, no pages', 'Endo E. 睡眠とミネラル. 睡眠医療.', ['year', 'locator']],
    ['a title that holds brackets like a volume', '三枝真理子, 小野寺徹. 成人の血清25(OH)D濃度の変動. 栄養疫学雑誌. 2017;12(2):88-96.', []],
    ['a year before 1900', 'K. Harbeck, "Eine flache Schale", Mitth. d. Hygien. Vereins 3 (1889) 41–44.', []],
    ['an old patent', 'F. Mothelin and J. Dublaix, French patent 9648, March 25, 1834.', []],
    ['an old book', '貝原益軒『養生訓』正徳3年（1713）巻第三', []],
    ['the author behind the title', '「緑茶と非ヘム鉄の吸収」秋山 昇, 『臨床食品学』第19巻第3号, 145〜151頁, 平成28年（2016年）.', []],
    ['the editor behind the title', '『乾燥食品ハンドブック』佐々木健 編、朝倉書店、2015年、p.88', []],
    ['commas alone', '[23] 中村桂子, 亜鉛と味覚, 老年栄養, Vol.8, No.1, pp.3-9, 2016年', []],
    ['a translated book', '[21] J. ラインド（田中良子 訳）『壊血病論』みすず書房、1998年', []],
    ['a year between author and title', '[28] 小川誠 2011「だしの科学」『調理科学』44-3: 201-209', []],
    ['a volume in Roman figures', 'J. Roe: Salt and the kidney. Lancet, 1922, i, 44.', []],
    ['a note number in brackets', '[注2] 早瀬港一『帆船の食卓』みなと書房、2011年、45–61頁。', []],
    ['a directive', 'Directive 2002/46/EC of the European Parliament and of the Council of 10 June 2002.', []],
    ['an organisation that signs at the end', 'Guidance for Industry: Structure/Function Claims. FDA, January 2002.', []],
    ['a piece in a newspaper of a day', 'Johansen, "Baking without hurry", Aftenposten, 9 Oct. 2011, A4.', []],
    ['a broadcast', '放送局きょうの健康「ライ麦の話」2020年5月12日放送', []],
    ['a book whose publisher stands between commas', '柏木薫：穀物の文化史，第3版，丸善出版，東京，2014，pp88-90', []],
    ['an initial before a name in kana', 'L. オルセン他「ライ麦と睡眠」、ノルディック・シリアル・レビュー誌、31巻、204-211頁、2022年', []],
    ['a quoted piece without a paper', 'Johansen, "Baking without hurry", 2011.', ['author', 'source', 'locator']],
    ['what an archive keeps in a box', 'Finch family log books, 1974–2022, Machias Historical Society, box 12.', []],
    ['a patent with commas', 'Gershwin, US 2,000,000 A, “Apparatus for testing tablets”, 1943.', []],
    ['a preprint by its number', 'N. Abara and S. Holt, Watching tablets break, arXiv:2101.01234 (2021).', []],
    ['a chapter of a pharmacopoeia', 'USP–NF, General Chapter <2040>, Disintegration and Dissolution.', []],
    ['unpublished', 'Lindqvist, A. (2020). Unpublished data.', ['title', 'source', 'locator']],
    ['two stretches and no author', 'Storage of dried yeasts. J Dry Foods. 2018;9:45-52.', ['author']],
    ['a bare journal', 'J Dry Foods 2018.', ['author', 'source', 'locator']],
    ['a name and a year', '佐々木ほか、2018年', ['author', 'source', 'locator']],
    ['an article of no journal', '佐々木健「乾燥酵母の保存」', ['source', 'year', 'locator']],
    ['who, journal, volume and page', '山田ら, 日食保管誌, 12, 201 (2015)', ['title']],
    ['a broken DOI helps nobody', 'Ito C. doi:10.1016.phymed', ['title', 'source', 'year', 'locator']],
  ])('%s', (_, text, missing) => {
    expect(readReference(text, texts).missing).toEqual(missing)
  })

  it.each([
    'Codex Alimentarius Commission. Guidelines for Vitamin and Mineral Food Supplements. CAC/GL 55-2005.',
    'U.S. Geological Survey, 2021, Mineral commodity summaries 2021: U.S. Geological Survey, 200 p.',
    'Statistics Canada. Table 32-10-0054-01: Food availability per person. Ottawa, 2022.',
    'USDA National Nutrient Database for Standard Reference, Release 28 (2015), entry 09326.',
    'Federal Trade Commission, Health Products Compliance Guidance (December 2022).',
    'AOAC Official Method 992.03, Vitamin E activity in milk-based infant formula.',
    'A Day at the Glassworks. Directed by H. Pohl. Emmerich Glass, 1926. 16 mm, 11 min.',
    '"Jars," The Larder, BBC Radio 4, broadcast 3 May 2012.',
    'Encyclopaedia of Jars, 11th ed., s.v. "liner."',
    'S. 784, 103rd Cong. (1994).',
    'Lund v. Quay Packing Co., 512 F.3d 114 (9th Cir. 2008).',
    'Lund P 2018, The dry bottle, 3rd edn, Quay Books, Chicago.',
    'WHO Technical Report Series 916, 2003.',
    'British Pharmacopoeia 2020, vol. IV.',
    'Ada Roe to Ben Hill, 3 May 1911, Hill Family Papers, Ohio History Center.',
    'Oral history with Ada Roe, 3 May 1979, transcript, Ohio History Center.',
    '「瓶」『世界大百科事典』平凡社、2007年',
    '農研機構プレスリリース「瓶の色と光」2019年5月3日',
    '瓶の色と光 / 山田花子 / ガラス研究 / 12(3) / 2001 / pp.4-9',
    '山田花子「瓶の色と光」ガラス研究 12号 2001年',
    '令和元年度 食料・農業・農村白書 第1部第2章',
    '読売新聞オンライン「瓶が足りない」2022年6月3日配信',
    '『暮しの瓶』68号、1963年、12-15頁',
    'UMIN000012345',
    '日食保管誌 2015; 12: 201–209（山田太郎ほか）. 缶の香気',
    '「緑茶缶の保管と香気」『日本食品保管学会誌』2015年12巻3号 p201-209 山田太郎・佐藤花子',
    '山田太郎 2015 緑茶缶の保管と香気 日本食品保管学会誌 12, 201-209.',
    '山田太郎(印刷中)「緑茶缶の保管と香気」『日本食品保管学会誌』13巻1号',
    '厚生労働省健康局健康課「令和元年 国民健康・栄養調査結果の概要」令和2年10月',
    '農林水産省 作物統計調査 令和3年産',
    '消費者庁 食品表示企画課「食品表示基準Q&A」第14次改正、2022年',
    '東京都福祉保健局『健康食品試買調査結果』令和4年度版',
    'J.スミス著、山田太郎訳『缶の歴史』茶書房、1998',
    'スミス, ジョン(山田太郎訳)『缶の歴史』みすず書房、1998年、第3章。',
    '山田製缶『百年史』1998年、非売品',
    '静岡新報「缶の茶、二倍に」2004年6月12日',
    '映画『製缶工場の一日』(監督 高山慎、1956年、16ミリ、11分)',
    '茶業組合所蔵「明治四十四年議事録」、箱4、綴2',
    '〇〇錠 添付文書(2021年4月改訂 第2版)',
  ])('can be found: %s', (text) => {
    expect(readReference(text, texts).missing).toEqual([])
  })

  it.each([
    'Morrow et al., 2015.',
    'Conference talk, 2018.',
    'Lancet, 2015.',
    'The Lancet, in press.',
    'Statistics office, 2015.',
    'Film about jars.',
    '山田ほか、2015年',
    '『日本食品保管学会誌』2015年',
    '山田太郎、聞き取り',
    '山田太郎『日本食品保管学会誌』2015年',
    'ある大学の研究、12頁',
  ])('cannot be found: %s', (text) => {
    expect(readReference(text, texts).missing).not.toEqual([])
  })

  it('a shortened note is found by the entry above that opens with its name', async () => {
    const notes = ['Peter Lund, The Dry Bottle (Chicago: Quay Books, 2018), 44.', 'Lund, Dry Bottle, 46.', 'Hill, Tin Boxes, 12.', 'Hill.']
    const page = `# Jars\n\n${notes.map((_, i) => `They broke.[^${i}]`).join(' ')}\n\n${notes.map((note, i) => `[^${i}]: ${note}`).join('\n')}\n`
    const { references } = await articleOf(page)
    expect(references.map(({ missing }) => missing.length > 0)).toEqual([false, false, true, true])
  })
})

describe('identifiers', () => {
  it.each([
    ['doi:10.1016/j.neuron.2009.12.026', true],
    ['doi：10.1016/j.neuron.2009.12.026', true],
    ['https://doi.org/10.1016/S0140-6736(05)67728-2', true],
    ['doi:10.1002/(SICI)1097-4571(199806)49:8<693::AID', true],
    ['doi:10.1016.j.neuron', false],
    ['PMID: 26519439', true],
    ['PMID: 265194391', false],
    ['NCT02363634', true],
    ['NCT12345', false],
    ['UMIN000012345', true],
    ['UMIN12', false],
    ['ISBN 978-0-306-40615-7', true],
    ['ISBN 978-0-306-40615-8', false],
    ['https://example.com/study', false],
  ])('%s is valid: %s', (text, isValid) => {
    const [identifier] = identifiersOf(text)
    expect(identifier?.isValid).toBe(isValid)
  })

  it('end before the full stop of the sentence and before Japanese', () => {
    expect(identifiersOf('See https://ods.od.nih.gov/x. Then.')[0]!.text).toBe('https://ods.od.nih.gov/x')
    expect(identifiersOf('doi:10.1000/abc。次')[0]!.text).toBe('10.1000/abc')
  })
})

describe('citations in the text', () => {
  it.each([
    ['[1]', `A trial ran [1].\n\n## References\n\n${A}\n${B}`, ['[1] -> 1']],
    ['[1-2]', `Trials ran [1-2].\n\n## References\n\n${A}\n${B}`, ['[1-2] -> 1', '[1-2] -> 2']],
    ['[1][2]', `Trials ran [1][2].\n\n## Sources\n\n${A}\n${B}`, ['[1] -> 1', '[2] -> 2']],
    ['(1)', `Trials ran (1, 2).\n\n## Citations\n\n${A}\n${B}`, ['(1, 2) -> 1', '(1, 2) -> 2']],
    ['raised', `Trials ran.¹,²\n\n## References\n\n${A}\n${B}`, ['¹,² (1) -> 1', '¹,² (2) -> 2']],
    ['behind the full stop', `A trial ran.1 Another ran.2\n\n## References\n\n${A}\n${B}`, ['1 -> 1', '2 -> 2']],
    ['1)', `試験は12週間だった1)。\n\n参考文献\n\n${A}\n${B}`, ['1) -> 1']],
    ['［1］', `試験は12週間だった［1］。\n\n## 引用文献\n\n${A}\n${B}`, ['［1］ -> 1']],
    [
      '注1)',
      `試験は12週間だった注1)。別の試験もある注2)。\n\n出典\n\n注1) Suzuki A. ミネラルと注意力. 栄養研究. 2019;10:11-19.`,
      ['注1) -> 注1', '注2) -> nothing'],
    ],
    ['(注1)', `試験は12週間だった(注1)。\n\n## 注\n\n(注1) Suzuki A. ミネラルと注意力. 栄養研究. 2019;10:11-19.`, ['(注1) -> 注1']],
    ['※1', `試験は12週間だった※1。\n\n## 出典\n\n※1 Suzuki A. ミネラルと注意力. 栄養研究. 2019;10:11-19.`, ['※1 -> ※1']],
    [
      'roman figures',
      `Pods are green [i]. They smell [ii].\n\n## Footnotes\n\ni. ${A.slice(3)}\n\nii. ${B.slice(3)}`,
      ['[i] -> i', '[ii] -> ii'],
    ],
    [
      'keys',
      `Cumin is dry [Liu16]. So is salt [Liu16, Slu10]. Pepper [Roe20].\n\n## Citations\n\n[Liu16] ${A.slice(3)}\n\n[Slu10] ${B.slice(3)}`,
      ['[Liu16] -> Liu16', '[Liu16, Slu10] -> Liu16', '[Liu16, Slu10] -> Slu10', '[Roe20] -> nothing'],
    ],
    [
      'keys of pandoc',
      `Ponds are warm [@liu2016]. Blue fades [see @slutsky2010, p. 4; @mori2022].\n\n## Papers on our shelf\n\n- **liu2016** ${A.slice(3)}\n- **slutsky2010** ${B.slice(3)}`,
      ['[@liu2016] -> liu2016', '[see @slutsky2010, p. 4; @mori2022] -> slutsky2010', '[see @slutsky2010, p. 4; @mori2022] -> nothing'],
    ],
    [
      'figures in circles',
      `米酢は夏に仕込みます①。\n\n## 出所\n\n- ① Suzuki A. ミネラルと注意力. 栄養研究. 2019;10:11-19.`,
      ['① (1) -> 1'],
    ],
    [
      'an author without a year',
      'Glycinate was measured (Brandvold n.d.).\n\n## Works Cited\n\nBrandvold. Personal papers.\n\nLiu, Gwen. "Memory." *Neuron*, vol. 49, 2016, pp. 971-990.\n\nSlutsky, Inna. "Learning." *Neuron*, vol. 65, 2010, pp. 165-177.',
      ['Brandvold n.d. -> Brandvold'],
    ],
    [
      'one author and two years',
      'It keeps (Liu et al., 2019a, 2019b).\n\n## Literature\n\n- Liu, G. (2019a). Jars. *Neuron, 49*, 971-990.\n- Liu, G. (2019b). Lids. *Neuron, 49*, 991-999.',
      ['(Liu et al., 2019a -> Liu', '2019b -> Liu'],
    ],
    [
      'a second year behind a semicolon',
      'It keeps (Quill 2011a; 2011b).\n\n## Literature\n\n- Quill, D. (2011a). Jars. *Neuron, 49*, 971-990.\n- Quill, D. (2011b). Lids. *Neuron, 49*, 991-999.',
      ['Quill 2011a -> Quill', '2011b -> Quill'],
    ],
    ['[refs 1, 2]', `Trials ran [refs 1, 2].\n\n## References\n\n${A}\n${B}`, ['[refs 1, 2] -> 1', '[refs 1, 2] -> 2']],
    [
      'a word before the figures, in round brackets and in the list',
      `Trials ran (Ref. 1) at home (see Refs. 1 and 2) and (Refs. 2–3) away.\n\n**References**\n\nRef. 1. ${A.slice(3)}\n\nRef. 2. ${B.slice(3)}`,
      ['(Ref. 1) -> 1', '(see Refs. 1 and 2) -> 1', '(see Refs. 1 and 2) -> 2', '(Refs. 2–3) -> 2', '(Refs. 2–3) -> nothing'],
    ],
    [
      '参考文献 before the figures',
      `試験がある（参考文献2、3）という。\n\n## References\n\n${A}\n${B}`,
      ['（参考文献2、3） -> 2', '（参考文献2、3） -> nothing'],
    ],
    ['a dangling number', `Trials ran [1][7].\n\n## References\n\n${A}`, ['[1] -> 1', '[7] -> nothing']],
    [
      'author and year',
      'One trial (Liu et al., 2016).\n\n## References\n\n- Liu G. Magnesium and memory. Neuron. 2016;49:971-990.',
      ['(Liu et al., 2016) -> Liu'],
    ],
    ['a footnote', 'A trial ran.[^a]\n\n[^a]: Liu G. Magnesium and memory. Neuron. 2016;49:971-990.', ['[^a] -> a']],
  ])('%s', async (_, source, expected) => {
    expect(citationsOf(await articleOf(source))).toEqual(expected)
  })

  it.each([
    'In a 2017 Phytomedicine trial, Lopresti and colleagues gave saffron to volunteers.',
    'Liu et al. (2016) tested it.',
    '『Neuron』(2010年)に掲載された研究では、動物が学習した。',
    'Liuら(2016)は高齢者を対象とした。',
    'The 2020 NIH Office of Dietary Supplements fact sheet lists it.',
    'See [the trial](https://pubmed.ncbi.nlm.nih.gov/20152124/).',
  ])('names its source: %s', async (source) => {
    expect((await articleOf(source)).citations.length).toBeGreaterThan(0)
  })

  it.each([
    'The room measures 20 m², holds 10⁶ cells and Ca²⁺.',
    'Founded in May (2019) and sold since [2019].',
    '(1) Take one. (2) Take another.',
    'Ask for the blue lid (Ref. 12) at the till.',
    '成分(1日あたり)\n\nカリウム 200 mg 4%²\n\n注\n\n¹ 目安です。\n² 1日摂取目安量に対する割合。',
    'Buy it [here](https://shop.example.org/products/zinc).',
    '2 * 12 sachets (24) in a box.',
  ])('is none: %s', async (source) => {
    expect((await articleOf(source)).citations).toEqual([])
  })

  it.each([
    ['Papers on our shelf', true],
    ['この記事のもとになった資料', true],
    ['文　献', true],
    ['Our jars', false],
    ['Recommended papers', false],
    ['おすすめの資料', false],
  ])('the heading %s leads a list of sources: %s', async (heading, isList) => {
    const { references, referenceLists } = await articleOf(`Jars are heavy.\n\n## ${heading}\n\n- ${A.slice(3)}\n- ${B.slice(3)}`)
    expect([references.length, referenceLists.some(({ isFurtherReading }) => isFurtherReading)]).toEqual([isList ? 2 : 0, false])
  })

  it.each([
    ['どこかの講演会で聞いた話。', true],
    ['うろ覚えです。', true],
    ['Heard at a lecture in Leeds.', true],
    ['From memory.', true],
    ['祖母から聞いた話では、昔は塩を入れたという。', false],
    ['The jar held two litres.', false],
  ])('hearsay stands among sources as one of them, a remark does not: %s', async (note, isEntry) => {
    const page = `A trial ran.[^a] So they say.[^b]\n\n[^a]: ${A.slice(3)}\n[^b]: ${note}`
    const { references } = await articleOf(page)
    expect(references.map(({ missing }) => missing.length > 0)).toEqual(isEntry ? [false, true] : [false])
  })

  it('restarts with each article', async () => {
    const page = `# A\n\nA trial ran [1].\n\n## References\n\n${A}\n\n# B\n\nA trial ran [1].\n\n## References\n\n1. ${B.slice(3)}`
    const { articles } = await read(page)
    expect(articles.map(({ title, references }) => [title, references.length])).toEqual([
      ['A', 1],
      ['B', 1],
    ])
    expect(articles.flatMap(({ citations }) => citations.map(({ reference }) => reference))).toEqual([0, 0])
  })

  it('entries of further reading are no targets', async () => {
    const article = await articleOf(`A trial ran [1].\n\n## Further reading\n\n${A}`)
    expect(citationsOf(article)).toEqual(['[1] -> nothing'])
  })
})

describe('layouts of a list', () => {
  const WORKS = [
    'Okafor N, Lind M. Acacia fiber and stool frequency in adults. J Bread Fiber. 2021;14(2):88-97.',
    'Harker L. Logs, Straw, Patience. 3rd ed. Ely: Fen Books; 2013. p. 20-58.',
    'Ueda S. Pinning temperatures of gum trees. Spawn Run. 2017;2(1):7-12.',
  ]
  const BY_NAME = [
    'Okafor, N., & Lind, M. (2021). Acacia fiber and stool frequency in adults.\nJournal of Bread and Fiber, 14(2), 88-97. https://doi.org/10.5561/jbf.2021.88',
    'Iyer, K., & Moe, S. (2015). Macular pigment after six months.\nNutrition & Vision, 8(2), 77-85.',
    'Lumavel. (n.d.). Data on file.',
  ]
  const labelled = (label: (i: number) => string): string => WORKS.map((work, i) => label(i) + work).join('\n')
  it.each([
    ['capitals in brackets', `text [A]. More [B, C].\n\n## References\n\n${labelled((i) => `[${'ABC'[i]}] `)}`, 'markdown', 'ABC'],
    ['capitals and points', `text [A]. More [A–C].\n\n## References\n\n${labelled((i) => `${'ABC'[i]}. `)}`, 'markdown', 'ABC'],
    [
      'Roman figures',
      `text [i, ii]. More [iii].\n\n**Sources mentioned on the show**\n\n${labelled((i) => `${['i', 'ii', 'iii'][i]}. `)}`,
      'markdown',
      'i ii iii',
    ],
    [
      'Roman capitals',
      `text [I]. More [II, III].\n\n## References\n\n${labelled((i) => `${['I', 'II', 'III'][i]}. `)}`,
      'markdown',
      'I II III',
    ],
    [
      'keys in columns',
      `text [OKA21]. More [HAR13, UED17].\n\nBibliography\n${labelled((i) => `  [${['OKA21', 'HAR13', 'UED17'][i]}]   `)}`,
      'text',
      'OKA21 HAR13 UED17',
    ],
    ['bare figures', `text [1]. More [2, 3].\n\nReferences\n${labelled((i) => `  ${i + 1}   `)}`, 'text', '1 2 3'],
    ['a quoted letter', `> text [1]. More [2, 3].\n>\n> References\n>\n${labelled((i) => `> [${i + 1}] `)}`, 'text', '1 2 3'],
    ['tabs', `text [1]. More [2, 3].\n\nReferences\n\n${labelled((i) => `\t[${i + 1}]\t`)}`, 'text', '1 2 3'],
    [
      'terms',
      `<p>text [1]. More [2, 3].</p><h2>References</h2><dl>${WORKS.map((work, i) => `<dt>[${i + 1}]</dt><dd>${work}</dd>`).join('')}</dl>`,
      'html',
      '1 2 3',
    ],
    [
      'cells',
      `<p>text [1]. More [2, 3].</p><h2>References</h2><table><tr><th>No.</th><th>Source</th></tr>${WORKS.map((work, i) => `<tr><td>${i + 1}</td><td>${work}</td></tr>`).join('')}</table>`,
      'html',
      '1 2 3',
    ],
    [
      'one cell',
      `<p>text [1]. More [2, 3].</p><table><tr><td><b>References</b><br>${WORKS.map((work, i) => `${i + 1}. ${work}<br>`).join('')}</td></tr></table>`,
      'html',
      '1 2 3',
    ],
    [
      'a list in capitals',
      `<p>text [A]. More [B, C].</p><h2>References</h2><ol type="A">${WORKS.map((work) => `<li>${work}</li>`).join('')}</ol>`,
      'html',
      'A B C',
    ],
    [
      'a list styled Roman',
      `<p>text [i]. More [ii, iii].</p><h2>References</h2><ol style="list-style: lower-roman">${WORKS.map((work) => `<li>${work}</li>`).join('')}</ol>`,
      'html',
      'i ii iii',
    ],
    [
      'behind one another',
      `text [A]. More [B, C].\n\n**References:** ${WORKS.map((work, i) => `[${'ABC'[i]}] ${work}`).join(' ')}`,
      'markdown',
      'ABC',
    ],
  ] as const)('%s', async (_, source, format, labels) => {
    const { references, citations } = await articleOf(source, format)
    expect(references.map(({ label }) => label)).toEqual(labels.includes(' ') ? labels.split(' ') : [...labels])
    expect(references.map(({ missing }) => missing)).toEqual([[], [], []])
    expect(citations.map(({ reference }) => reference)).toEqual(
      [0, ...(source.includes('A–C') ? [0] : []), 1, 2].slice(0, citations.length),
    )
    expect(new Set(citations.map(({ reference }) => reference)).size).toBe(3)
  })

  it.each([
    ['right under its heading', `REFERENCES\n${BY_NAME.join('\n').replace(/\n(Journal|Nutrition)/g, '\n    $1')}`],
    ['flush and wrapped', `References\n\n${BY_NAME.join('\n')}`],
    ['numbered as a chapter', `5 REFERENCES\n   ${BY_NAME.join('\n   ').replace(/\n {3}(Journal|Nutrition)/g, '\n      $1')}`],
  ])('wrapped entries without labels, %s', async (_, list) => {
    const { references } = await articleOf(
      `Adults went more often (Okafor & Lind, 2021). Pigment lasts (Iyer & Moe, 2015). Tins (Lumavel, n.d.).\n\n${list}\n`,
      'text',
    )
    expect(references.map(({ missing }) => missing.length)).toEqual([0, 0, 5])
  })

  it('ends a numbered list where a paragraph without a number follows', async () => {
    const { references } = await articleOf(
      `text [1, 2].\n\n**Sources**\n\n1. ${WORKS[0]}\n2. ${WORKS[1]}\n\n**Credits.** Music by The Low Tides. Transcript on request.\n`,
    )
    expect(references).toHaveLength(2)
  })

  it.each([
    [
      'a link of a letter',
      'We have moved house [1].\n\nLINKS IN THIS ISSUE\n[1] New address and map: https://orchardwell.example/visit\n',
      'text',
    ],
    ['a lone label beside words', '<p>We have moved [1].</p><dl><dt>[1]</dt><dd>See the map.</dd></dl>', 'html'],
  ] as const)('a figure in brackets that a line answers lacks nothing: %s', async (_, source, format) => {
    const { citations } = await articleOf(source, format)
    expect(citations.filter(({ kind, label, reference }) => kind === 'number' && label !== undefined && reference === undefined)).toEqual(
      [],
    )
  })

  it.each([
    ['counts up to the source', `Contains soy [1] and fiber [2].\n\n[1] The soy is domestic.\n\n[2] ${WORKS[0]}\n`, []],
    ['leaves one out', `Contains soy [1] and fiber [3].\n\n[2] The soy is domestic.\n\n[3] ${WORKS[0]}\n`, ['1']],
  ])('takes numbers before the first source of a list without a heading for remarks where one %s', async (_, source, missing) => {
    const { citations } = await articleOf(source)
    expect(citations.flatMap(({ label, reference }) => (reference === undefined && label ? [label] : []))).toEqual(missing)
  })

  it('follows the column of a table that names sources, to what is missing too', async () => {
    const { citations } = await articleOf(
      `| What | Ref. |\n|--|--|\n| Fiber | [1] |\n| Straw | [2], [4] |\n\n## Literature\n\n[1] ${WORKS[0]}\n\n[2] ${WORKS[1]}\n`,
    )
    expect(citations.map(({ label, reference }) => [label, reference])).toEqual([
      ['1', 0],
      ['2', 1],
      ['4', undefined],
    ])
  })

  it('reads a page behind the year of a name in the text', async () => {
    const { citations } = await articleOf(`Harker (2013, pp. 20–58) doubts it.\n\n## Works cited\n\n${WORKS[1]}\n\n${WORKS[2]}\n`)
    expect(citations.map(({ reference }) => reference)).toEqual([0])
  })
})
