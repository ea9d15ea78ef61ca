import { describe, expect, it } from 'vitest'
import { markdown } from '../../../src/formats/markdown/index.js'
import { productNamesIn } from '../../../src/lint/product-names.js'
import { loadRules } from '../../../src/match/load.js'

const rules = loadRules('rules')
const names = async (source: string) => productNamesIn((await markdown.parse(source)).blocks, rules)

describe('names that a page gives its product', () => {
  it('stand before a count, a dose form or a trademark sign, or after order, try, buy, take and our', async () => {
    expect(await names('# Kelsora, 60 capsules')).toEqual(['Kelsora'])
    expect(await names('# Kelsora 60粒')).toEqual(['Kelsora'])
    expect(await names('Valeria Drops cure insomnia.')).toEqual(['Valeria'])
    expect(await names('It is back. Order Kelsora today.')).toEqual(['Kelsora'])
    expect(await names('Take Nattovia with meals, and try Moriflex.')).toEqual(['Moriflex', 'Nattovia'])
    expect(await names('We sell Kelsora® here.')).toEqual(['Kelsora'])
  })

  it('are no word that is known or that the page uses as one', async () => {
    expect(await names('Take Ibuprofen with meals. Try Magnesium today.')).toEqual([])
    expect(await names('Vegan Capsules, thirty of them. Order Monday. Buy Online!')).toEqual([])
    expect(await names('Try Kneading. You are kneading the dough too long.')).toEqual([])
    expect(await names('Ventilation prevents asthma. Laughter eases pain. Condoms lower the risk.')).toEqual([])
  })

  it('open a clause and act on the body, or are what has been taken', async () => {
    expect(await names('Kelsora eases arthritis.')).toEqual(['Kelsora'])
    expect(await names('If you have gout, Kelsora Joint can help.')).toEqual(['Kelsora'])
    expect(await names('Moriflex for arthritis')).toEqual(['Moriflex'])
    expect(await names('After two bottles of Uvaquel I slept.')).toEqual(['Uvaquel'])
    expect(await names('Kelsora opened in Boston.')).toEqual([])
  })

  it('are no people', async () => {
    expect(await names('Try Anna Smith today.')).toEqual([])
    expect(await names('Take Anna, for example.')).toEqual([])
    expect(await names('Maria treats diabetes in Boston.')).toEqual([])
    expect(await names('Our Kelsora. I asked Dr. Kelsora.')).toEqual([])
  })

  it('do not follow a verb in a heading, where every word has a capital', async () => {
    expect(await names('## Try Redux Today\n\nIt works.')).toEqual([])
  })

  it('are of ordinary words where a sentence buys, takes or counts them and another place names them again', async () => {
    expect(await names('# Meet Velvet Bloom\n\nVelvet Bloom relieves migraines.\n\nBuy Velvet Bloom now.')).toEqual(['Velvet Bloom'])
    expect(await names('Deep Rest is our tea. A box of Deep Rest holds 20 bags.')).toEqual(['Deep Rest'])
    expect(await names('Buy Velvet Bloom now.')).toEqual([])
    expect(await names('Take Fish Oil daily. Fish Oil is an oil.')).toEqual([])
    expect(await names('We met Anna Keller. Anna Keller sells tea.')).toEqual([])
  })
})
