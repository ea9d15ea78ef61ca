import { describe, expect, it } from 'vitest'
import { claimsOf } from './analyzer.js'

/** What is claimed of a trouble; benefits that name none left out. */
const troubles = (text: string) => claimsOf(text).filter(({ target }) => target?.type !== 'wellbeing')

describe('a life that changed, owed to what is taken', () => {
  it.each([
    'My sugar log used to be written in red ink. Since the mulberry leaf, it is all blue.',
    'Since the ginkgo Dad finds his way home from the shop again.',
    'Our neighbor used to fall to the floor every couple of weeks; he has had a quiet spring on the magnolia bark.',
    'A drink used to be the first thing on my mind at noon. Kudzu took the thought away.',
    'Thirty years I needed the needle before breakfast. Gymnema made it twenty units, then ten, then none.',
    'She could not bear the bedsheet on her toe. Now she dances in heels. Black cherry 10:1',
    'He used to flap and never met my eyes. Six weeks in, he says Mama.',
    "She couldn't pick up her own baby. The capsules gave her that back.",
    'Throbbing behind one eye, lights off, phone off? Riboflavin got me my weekends back.',
  ])('suggests a trouble: %s', (text) => {
    expect(troubles(text)).not.toEqual([])
  })

  it.each([
    'My grandmother used to steep nettle in this pot. Now we sell it in tins.',
    'I used to buy ginger at the market. Now I get it here.',
    'He no longer makes the elderberry syrup himself, so we bottle it for him.',
    'Since we switched suppliers the syrup no longer crystallizes, and my mother is happy.',
    'My daughter moved the tea to the back shelf and now I cannot find it.',
    'He never answered my letters. Six weeks later he sent ginger.',
    'I gave up on the ginkgo after two months. My memory is no better.',
    'My sister stopped eating meat. She takes B12 now.',
    'Compared with ordinary curcumin, his micelles stay in solution for six months.',
    'We lost our cat for two weeks. He came back for the fish oil.',
    'I used to need the second espresso at three. Now I get through the afternoon on my rhodiola.',
    'My wife says I am easier to live with in tax season since the ashwagandha arrived.',
    'I never leave the house without my ginger chews.',
  ])('is ordinary life, trade or another story: %s', (text) => {
    expect(troubles(text)).toEqual([])
  })
})

describe('a trouble in one sentence and what is sold in another', () => {
  it.each([
    'My ADHD kid sits through homework now. We give two of the fish-oil stars at breakfast.',
    "The reason I founded the brand was my own Crohn's. Nothing touched it. Then slippery elm and aloe calmed the flares.",
    'Pediatricians love our saline-free croup and RSV syrup.',
    'Hawthorn berry syrup: what our grandmothers gave for angina, bottled by hand.',
    'Thank you for your question about kidney stones. Our chanca piedra drops break the stones down.',
  ])('belong together where something is told to have got better: %s', (text) => {
    expect(troubles(text)).not.toEqual([])
  })

  it.each([
    'My father had a heart attack at fifty-one. I read my first label in the hospital cafeteria, and magnesium stood on it.',
    'He lost his father to emphysema and planted mullein on the slope.',
    'Our psyllium is no treatment for diverticulitis.',
    'We are asked for a tea to cure cancer about once a month. We do not sell one, and nobody honest does.',
    'A man phoned to order "the tea that reverses diabetes." We told him there is no such tea.',
    'A rival posted that its gummies "cure ADHD". Ours are gummies.',
    'Participants with asthma were assigned to fish oil or olive oil for twelve weeks.',
    'When you have chronic kidney disease, potassium powders can be dangerous.',
    'Sudden loss of vision is an emergency. Do not wait for lutein, go to the hospital.',
  ])('stay apart where nothing does: %s', (text) => {
    expect(troubles(text)).toEqual([])
  })
})
