import { describe, expect, it } from 'vitest'
import { defaultConfig } from '../../../src/core/config.js'
import { testEngine } from '../../engine.js'

/** Long enough to have passages: brand story and service, twenty sentences without a claim, and one paragraph to be judged. */
const around: Record<'en' | 'ja', string> = {
  en: `# The letter\n\n${'The shop in Lund has a green door. Parcels leave on Monday. '.repeat(5)}\n\n${'The kettle is always on. Visitors ring the bell twice. '.repeat(6)}\n\n`,
  ja: `# 秋の便り\n\n${'ルンドの店には緑の扉があります。荷物は月曜に出ます。'.repeat(5)}\n\n${'湯はいつも沸いています。客は鐘を二度鳴らします。'.repeat(6)}\n\n`,
}

const claimsIn = async (language: 'en' | 'ja', paragraph: string, names: readonly string[] = []): Promise<number> => {
  const config = { ...defaultConfig, product: { ...defaultConfig.product, names } }
  const text = `${around[language]}## And then\n\n${paragraph}\n\n## Orders\n\nOur capsules come in a jar of sixty. 一箱60粒入りです。\n`
  const { claims } = await (await testEngine()).lint(text, { path: 'a.md', config })
  return claims.length
}

describe('in a long article', () => {
  it.each([
    ['en', 'A fever is part of the plan. It slows down viruses and wakes up the immune system.'],
    ['en', 'One foot goes in front of the other. It loosens the spine and strengthens the knees.'],
    ['ja', '夜になると灯りが消えます。深い眠りへと体を導き、疲れを癒やします。'],
    ['ja', '「やすらぎの森」をつくったのは、小さな工房でした。やすらぎの森という名前は、裏の林にちなみます。'],
    ['ja', '貧血と言われた方へ。サプリで貧血が治るわけではありません。まず血液検査を受けてください。'],
    ['ja', '平たい細胞がれんがのように積み重なり、すき間をセラミドなどの脂が埋めています。その下に血管が走ります。'],
    ['ja', '善玉菌のえさになるのは、玉ねぎ、ごぼう、バナナなど。畑の縁に植えました。'],
  ] as const)('a paragraph that names nothing sold tells of the body (%s): %s', async (language, paragraph) => {
    expect(await claimsIn(language, paragraph)).toBe(0)
  })

  it.each([
    ['en', 'Our capsules are small. They strengthen the knees and relieve arthritis.'],
    ['en', 'Turmeric is a root. It relieves arthritis and eases migraines.'],
    ['en', 'Relieves arthritis. Eases migraines.'],
    ['en', 'It relieves arthritis and eases migraines.'],
    ['ja', 'このカプセルは小粒です。関節炎の痛みをやわらげます。'],
    ['ja', '貧血と言われた方へ。このサプリは貧血を治します。毎朝どうぞ。'],
    ['ja', '善玉菌のえさになるのは、このカプセルの食物繊維です。毎朝どうぞ。'],
    ['ja', '二か月飲んでいます。不眠症がすっかり治りました。'],
  ] as const)('what names it, or is copy, or tells of having taken it, is a claim (%s): %s', async (language, paragraph) => {
    expect(await claimsIn(language, paragraph)).toBeGreaterThan(0)
  })

  it('a product named by the configuration is named', async () => {
    const paragraph = 'Velvet Bloom is small. It relieves arthritis and eases migraines.'
    expect(await claimsIn('en', paragraph, ['Velvet Bloom'])).toBeGreaterThan(0)
  })
})

it('does not ask for the product where the configuration names it', async () => {
  const reasonsWith = async (names: readonly string[]): Promise<readonly string[]> => {
    const config = { ...defaultConfig, product: { ...defaultConfig.product, names } }
    const { silent } = await (await testEngine()).lint('Many people live with arthritis.\n', { path: 'a.md', config })
    return silent.map(({ reason }) => reason)
  }
  expect(await reasonsWith([])).toContain('no-product-on-page')
  expect(await reasonsWith(['Velvet Bloom'])).not.toContain('no-product-on-page')
})

describe('an answer', () => {
  const ask = (question: string, answer: string): string =>
    `${around.en}### ${question}\n\n${answer}\n\n## Orders\n\nOur capsules come in a jar of sixty.\n`
  const count = async (question: string, answer: string): Promise<number> =>
    (await (await testEngine()).lint(ask(question, answer), { path: 'a.md', config: defaultConfig })).claims.length

  it('to a question that names nothing is about what the page sells', async () => {
    expect(await count('Is there more?', 'Yes. It feeds the good bacteria in your gut.')).toBe(1)
    expect(await count('Does it do more?', 'Certainly. It feeds the good bacteria in your gut.')).toBe(1)
  })
  it('to a question with a subject of its own is about that', async () => {
    expect(await count('Does a walk help?', 'Yes. It feeds the good bacteria in your gut.')).toBe(0)
  })
})

describe('a long page that says nothing of a sale', () => {
  const claimsOn = async (text: string): Promise<number> =>
    (await (await testEngine()).lint(text, { path: 'a.md', config: defaultConfig })).claims.filter(({ kind }) => kind !== 'testimonial')
      .length
  const around = 'The shed stands behind the house. The door is green. It rained all of April. '.repeat(8)

  it.each([
    ['its title names an ingredient', `# Berberine\n\n${around}\n\nBerberine supports a healthy gut.\n`],
    ['a customer gave stars', `# Letters\n\n${around}\n\n★★★★☆ "My eczema was gone after two tubs."\n`],
    ['a price stands in words', `# 便り\n\n${around}\n\n一箱68.99ドルです。\n\nウコンは関節の健やかな動きを支えます。\n`],
    ['an effect has a symbol that leads nowhere', `# Thirty days\n\n${around}\n\nTheanine supports calm.†\n`],
    [
      'stars under a title that ends in "need not"',
      `# Letters, read so that you need not\n\n${around}\n\n★★★★☆ "My eczema was gone after two tubs."\n`,
    ],
  ])('sells where %s', async (_, text) => {
    expect(await claimsOn(text)).toBeGreaterThan(0)
  })

  it.each([
    ['an ingredient is named in passing', `# The shed\n\n${around}\n\nBerberine supports a healthy gut.\n`],
    ['the symbol leads to a note', `# The shed\n\n${around}\n\nTheanine supports calm.†\n\n† So the leaflet of 1931.\n`],
    ['a title denies what follows', `# What tea does not\n\n${around}\n\n★★★★☆ "My eczema was gone after two tubs."\n`],
  ])('does not where %s', async (_, text) => {
    expect(await claimsOn(text)).toBe(0)
  })

  it('the turn of the one who sells is an answer', async () => {
    const turns = `CALLERS\nThe bell rings twice. ${around}\n\nWHAT DOES IT DO\nAGENT: It shrinks an enlarged prostate, sir.\n\nPRICES\nAGENT: Two bottles of our capsules are $38.\n`
    const { claims } = await (await testEngine()).lint(turns, { path: 'a.txt', config: defaultConfig })
    expect(claims.map(({ kind }) => kind)).toContain('disease')
  })
})
