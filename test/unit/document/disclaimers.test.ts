import { describe, expect, it } from 'vitest'
import { disclaimerText } from '../../../rules/us-fda/disclaimer-text.js'
import { articleOf, disclaimerOf, JA, MANY, ONE, read, texts } from './helpers.js'

const kinds = async (text: string): Promise<string[]> => (await disclaimerOf(text, 'text')).differences.map(({ kind }) => kind)

describe('the English disclaimer', () => {
  it('is offered in the words of the rule data', () => {
    expect(disclaimerText.singular).toBe(texts.english.singular)
    expect(disclaimerText.plural).toBe(texts.english.plural)
    expect(disclaimerText.ja).toBe(texts.japanese.text)
  })

  it.each([
    ['as the law words it', ONE],
    ['in capitals', MANY.toUpperCase()],
    ['with a lead', `Disclaimer: ${ONE}`],
    ['with a symbol, a lead and a dash', `*FDA Disclosure – ${MANY}`],
    ['as spoken in a transcript', `[01:34] VOICE: ${MANY}`],
    ['behind a time and a dash', `(00:01:34) – ${MANY}`],
    ['over two lines', ONE.replace('evaluated by', 'evaluated\nby')],
    ['with the agency over two lines', ONE.replace('Drug Adm', 'Drug\nAdm')],
    ['with the agency over indented lines', ONE.replace('Food and', 'Food\n   and')],
    ['in full width', ONE.replace('This', 'Ｔｈｉｓ')],
    ['without its serial comma', ONE.replace('cure, or', 'cure or')],
  ])('is exact %s', async (_, text) => {
    expect((await disclaimerOf(text, 'text')).fidelity).toBe('exact')
  })

  it.each(['text', 'markdown', 'html'] as const)('is exact wherever the lines of %s are wrapped', async (format) => {
    for (let width = 20; width < MANY.length; width++) {
      const wrapped = MANY.replace(new RegExp(`(.{1,${width}})(?: |$)`, 'g'), '$1\n')
      const { fidelity } = await disclaimerOf(format === 'html' ? `<p>${wrapped}</p>` : wrapped, format)
      expect([wrapped, fidelity]).toEqual([wrapped, width > 100 && format === 'text' ? expect.anything() : 'exact'])
    }
  })

  it.each(['text', 'markdown', 'html'] as const)('in Japanese is faithful wherever the lines of %s are wrapped', async (format) => {
    for (let width = 8; width <= 45; width++) {
      const wrapped = JA.replace(new RegExp(`.{${width}}`, 'g'), '$&\n')
      const { fidelity } = await disclaimerOf(format === 'html' ? `<p>${wrapped}</p>` : wrapped, format)
      expect([wrapped, fidelity]).toEqual([wrapped, 'translated'])
    }
  })

  it('is found through markup, and its words are placed without symbol and lead', async () => {
    const source = `Supports memory.\\*\n\n**Disclaimer:** \\*${ONE}\n`
    const { words, symbols, fidelity } = await disclaimerOf(source)
    expect([...symbols, fidelity]).toEqual(['*', 'exact'])
    expect(source.slice(words!.span.start, words!.span.end)).toBe(`${ONE.slice(0, -1)}.`)
  })

  it.each([
    ['approved for evaluated', ONE.replace('evaluated', 'approved'), ['approved-for-evaluated']],
    ['an abbreviated agency', ONE.replace('Food and Drug Administration', 'FDA'), ['agency-abbreviated']],
    ['another agency', ONE.replace('the Food and Drug Administration', 'Health Canada'), ['wrong-agency']],
    ['a lost not', ONE.replace('has not been', 'has been'), ['negation-lost']],
    ['an added verb', ONE.replace('cure, or', 'cure, mitigate, or'), ['added-verb']],
    ['a missing verb', ONE.replace('diagnose, ', ''), ['missing-verb']],
    ['another order', ONE.replace('treat, cure', 'cure, treat'), ['order']],
    ['a hedge', ONE.replace('has not', 'may not have'), ['hedge-inserted']],
    ['the first sentence alone', `${ONE.split('. ')[0]}.`, ['missing-sentence']],
    ['no serial comma', ONE.replace('cure, or', 'cure or'), ['serial-comma']],
    ['diseases', ONE.replace('any disease', 'any diseases'), ['number']],
  ])('names %s', async (_, text, expected) => {
    expect(await kinds(text)).toEqual(expect.arrayContaining(expected))
  })

  it('places a difference at the word', async () => {
    const text = ONE.replace('evaluated', 'approved')
    const [difference] = (await disclaimerOf(text, 'text')).differences
    expect(text.slice(difference!.place!.span.start, difference!.place!.span.end)).toBe('approved')
  })

  it('has a number', async () => {
    expect((await disclaimerOf(ONE, 'text')).number).toBe('singular')
    expect((await disclaimerOf(MANY, 'text')).number).toBe('plural')
  })

  it('may stand in two paragraphs', async () => {
    const [first, second] = ONE.split(/(?<=\.) /)
    const article = await articleOf(`<p>*${first}</p><p>${second}</p>`, 'html')
    expect(article.notices.map(({ fidelity, symbols }) => [fidelity, ...symbols])).toEqual([['exact', '*']])
  })

  it.each([
    'The FDA does not evaluate supplement claims before sale.',
    'This product is not intended to treat insomnia.',
    'Supplements are not approved by the Food and Drug Administration before sale.',
    'Our shop does not cure hams.',
    'We evaluated these statements with great care.',
  ])('is not: %s', async (text) => {
    expect((await articleOf(text, 'text')).notices).toEqual([])
  })

  it('is silent as a sentence, not as a paragraph', async () => {
    const source = `Zinc supports the immune system. ${ONE} Ask your doctor.`
    const { blocks } = await read(source, 'text')
    expect(blocks[0]!.silent.map(({ from, to }) => source.slice(from, to))).toEqual([ONE])
    expect(blocks[0]!.is).toBe('text')
  })
})

describe('the Japanese disclaimer', () => {
  it.each([
    JA,
    'これらの記述は、食品医薬品局によって評価されたものではありません。本製品は、いかなる疾病の診断、治療、治癒、予防を目的としたものではありません。',
    'この記述は、米国食品医薬品局(FDA)の評価を受けていません。本製品は、病気の診断、治療、治癒、予防を意図したものではありません。',
    '本記載内容は、米国FDAによる評価を受けたものではございません。当製品は疾患の診断・治療・完治・予防を目的としておりません。',
    '上記の記載は米国食品医薬品局によって評価されておりません。この製品は、いかなる病気をも診断、治療、治癒または予防することを意図していません。',
    'これらの記述はＦＤＡの評価を受けたものではありません。本品は、いかなる病気の診断、処置、治癒、予防を意図するものでもありません。',
  ])('is complete: %s', async (text) => {
    expect(await disclaimerOf(text, 'text')).toMatchObject({ language: 'ja', fidelity: 'translated', differences: [] })
  })

  it.each([
    ['承認', JA.replace('評価', '承認'), 'approved-for-evaluated'],
    ['no 治癒', JA.replace('治癒、', ''), 'missing-verb'],
    ['another ministry', JA.replace('米国食品医薬品局', '農林水産省'), 'wrong-agency'],
    ['no negation', JA.replace('受けたものではありません', '受けたものです'), 'negation-lost'],
    [
      'しません',
      JA.replace('の診断、治療、治癒、または予防を目的とするものではありません', 'も診断、治療、治癒、予防しません'),
      'intention-lost',
    ],
    ['one sentence', `${JA.split('。')[0]}。`, 'missing-sentence'],
  ])('lacks something: %s', async (_, text, kind) => {
    const notice = await disclaimerOf(text, 'text')
    expect(notice.differences.map((difference) => difference.kind)).toContain(kind)
    expect(['partial', 'altered']).toContain(notice.fidelity)
  })

  it('fused with a pitch is no disclaimer to be silent about', async () => {
    const text = '病気の診断、治療、治癒、予防を目的としたものではありませんが、食事や運動と組み合わせることで有意義な役割を果たします。'
    expect((await disclaimerOf(text, 'text')).fidelity).toBe('fused')
    expect((await read(text, 'text')).blocks[0]!.silent).toEqual([])
  })

  it.each([
    '認知機能低下の治療や予防を目的としたものではありません。',
    '本品は医薬品ではありません。',
    '※個人の感想であり、効果・効能を保証するものではありません。',
    'FDAは販売前にサプリメントの表示を評価しません。',
  ])('is not: %s', async (text) => {
    expect((await articleOf(text, 'text')).notices.filter(({ kind }) => kind === 'fda-disclaimer')).toEqual([])
  })
})

describe('other languages', () => {
  it.each(
    texts.translations.flatMap(
      ({ language, singular, plural }) =>
        [
          [language, singular],
          [language, plural],
        ] as const,
    ),
  )('%s is known by its text: %s', async (_, text) => {
    expect(await disclaimerOf(text, 'text')).toMatchObject({ language: 'other', fidelity: 'translated' })
  })

  it('half of it is partial', async () => {
    const text = 'Esta declaración no ha sido evaluada por la Administración de Alimentos y Medicamentos.'
    expect((await disclaimerOf(text, 'text')).fidelity).toBe('partial')
  })
})
