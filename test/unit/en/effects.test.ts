import { describe, expect, it } from 'vitest'
import { claimsOf, effectsOf, sentencesOf, wordsOf } from './analyzer.js'

/** Target types of the claims in a text, in order, each once. */
const typesOf = (text: string): string[] => [...new Set(claimsOf(text).map((effect) => effect.target?.type ?? effect.act.family))]
const reasonsOf = (text: string): (string | undefined)[] => [
  ...new Set(
    effectsOf(text)
      .filter((effect) => effect.target)
      .map((effect) => effect.silent),
  ),
]

describe('targets of English acts', () => {
  it.each([
    ['Reduces the pain and stiffness associated with arthritis', 'disease'],
    ['Supports eyes affected by glaucoma', 'disease'],
    ['They contain compounds that help relieve the pain of arthritis.', 'disease'],
    ['Cholesterol-lowering plant sterols', 'marker'],
    ['Shrinks swollen prostates in 30 days', 'abnormal-state'],
    ['Rebuilds damaged cartilage', 'abnormal-state'],
    ['Kills harmful bacteria before they make you ill', 'pathogen'],
    ['Helps the body cope with myocarditis', 'disease'],
    ['Calcium builds strong bones.', 'function'],
    ['Magnesium helps muscles relax.', 'function'],
    ['Two capsules before bed support restful sleep.', 'function'],
    ['Vitamin C prevents scurvy.', 'deficiency'],
    ['Helps you feel your best, every single day.', 'wellbeing'],
  ])('%s: %s', (text, type) => {
    expect(typesOf(text)[0]).toBe(type)
  })

  it('are one effect for each member of a list', () => {
    const effects = claimsOf('Fights colds, flus and allergies')
    expect(effects.map((effect) => effect.target?.concept)).toEqual(['disease.cold', 'disease.flu', 'disease.allergy'])
  })

  it('are shared by coordinated verbs', () => {
    const text = 'Our tea prevents, treats and cures gout.'
    expect(claimsOf(text).map((effect) => [effect.act.family, effect.target?.concept])).toEqual([
      ['prevent', 'disease.gout'],
      ['heal', 'disease.gout'],
      ['heal', 'disease.gout'],
    ])
  })

  it.each([
    'Please treat our staff with respect.',
    'Two capsules in sleep support packaging.',
    'Cure the pork belly in salt for seven days.',
    'The child-resistant cap prevents spills.',
    'Our cold brew is steeped overnight.',
    'The hikers rested in a shallow depression in the ground.',
    'Cancer season begins on June 21.',
    'An empathy that heals and a diagnosis that helps',
    'Diabetes Care published the J Alzheimers Dis paper.',
  ])('are none in: %s', (text) => {
    expect(claimsOf(text)).toEqual([])
  })

  it('keep their qualifiers', () => {
    const qualifiers = (text: string) => claimsOf(text).flatMap((effect) => effect.qualifiers.map((q) => q.concept))
    expect(qualifiers('For the relief of occasional sleeplessness')).toContain('qualifier.occasional')
    expect(qualifiers('Eases muscle pain following exercise')).toContain('qualifier.after-exercise')
    expect(qualifiers('Helps maintain blood sugar levels already within the normal range.')).toContain('qualifier.normal-range')
    expect(qualifiers('Magnesium treats mild cognitive impairment.')).not.toContain('qualifier.mild')
  })

  it('keep the people they are for', () => {
    expect(claimsOf('Maintains healthy lungs in smokers')[0]?.population?.kind).toBe('smokers')
    expect(claimsOf('Maintains healthy cholesterol levels in people with high cholesterol')[0]?.population?.kind).toBe('patients')
  })
})

describe('agents of English acts', () => {
  it.each([
    'A good diet promotes good health and prevents the onset of disease.',
    'Antibiotics treat bacterial infections, not viral ones.',
    'Regular exercise and a balanced diet reduce the risk of many chronic diseases.',
    'The immune system fights infection.',
    'Wash your hands to remove germs.',
    'Quitting smoking lowers the risk of stroke.',
    'To treat a minor burn, cool it under running water.',
    'Breastfeeding protects babies. It also lowers the risk of breast cancer.',
    'Scurvy is prevented by a good diet.',
  ])('take the claim away from the product: %s', (text) => {
    expect(claimsOf(text)).toEqual([])
    expect(reasonsOf(text)).toEqual(['other-agent'])
  })

  it.each([
    ['Magnesium prevents migraine.', 'ingredient'],
    ['Our gummies relieve joint pain.', 'product'],
    ['It relieves joint pain.', 'pronoun'],
    ['Relieves joint pain.', 'zero'],
    ['GlowRite relieves joint pain.', 'brand'],
    ['Take two capsules to relieve joint pain.', 'product'],
    ['Vitamin A, taken daily, supports eye health.', 'ingredient'],
    ['Arthritis can be relieved with turmeric.', 'ingredient'],
    ['Our capsules have helped thousands beat gout.', 'product'],
    ['Supports the body’s ability to resist infection', 'zero'],
  ])('%s: %s', (text, kind) => {
    expect(claimsOf(text)[0]?.agent.kind).toBe(kind)
  })

  it('are known from the names the context gives', () => {
    expect(effectsOf('Zymax relieves joint pain.')[0]?.agent.kind).toBe('unknown')
    expect(effectsOf('Zymax relieves joint pain.', { productNames: ['zymax'] })[0]?.agent.kind).toBe('brand')
    const named = { productNames: ['Deep Rest', 'Bloom Balance', 'Joint Ease'] }
    for (const name of named.productNames) expect(claimsOf(`${name} relieves migraines.`, named)[0]?.agent.kind).toBe('brand')
    // a name that tells nothing of the body is read as one word, and only with its capitals
    expect(effectsOf('Deep Rest arrives on Monday.', named)).toEqual([])
    expect(effectsOf('Deep rest relieves migraines.', named)[0]?.agent.kind).not.toBe('brand')
  })
})

describe('polarity and constructions', () => {
  it.each([
    'Never catch the flu again',
    'No more high blood pressure after eight weeks!',
    'You will not find a better remedy for psoriasis anywhere.',
    'There is no reason to suffer from migraines when this root stops them.',
    'Not only does it treat eczema, it smells good too.',
    'Say goodbye to arthritis',
    'Keeps colds and flu at bay',
    'Psoriasis is a thing of the past.',
  ])('a benefit: %s', (text) => {
    expect(claimsOf(text).some((effect) => effect.target?.type === 'disease')).toBe(true)
  })

  it.each([
    ['The leading Herbal Viagra Alternative', 'substitute'],
    ['Skip the statin: choose red yeast rice', 'substitute'],
    ['Makes your metformin work harder', 'augment'],
    ['Take alongside chemotherapy for better results', 'augment'],
    ['ArthriCure is back in stock', 'name'],
    ['Migraine-Away drops', 'name'],
    ['CarpalHealth capsules, 60 count', 'name'],
  ])('%s: %s', (text, family) => {
    expect(claimsOf(text).map((effect) => effect.act.family)).toContain(family)
  })

  it.each(['Secure checkout', 'A careful manicure', 'JavaScript and GitHub', 'CardioHealth capsules'])(
    'no disease in the name: %s',
    (text) => {
      expect(effectsOf(text).filter((effect) => effect.act.family === 'name')).toEqual([])
    },
  )

  it('harm is a warning, not a claim', () => {
    expect(reasonsOf('Smoke worsens asthma.')).toEqual(['harm'])
    expect(effectsOf('It raises cholesterol.')[0]?.silent).toBe('harm')
  })
})

describe('composition', () => {
  it('joins a complaint and the pitch after it', () => {
    expect(claimsOf('Tired of aching, swollen knees? Try JointEase today.').map((effect) => effect.target?.type)).toEqual(['symptom'])
    expect(claimsOf('Tired of aching, swollen knees? See a doctor.')).toEqual([])
  })

  it('joins a question and its answer', () => {
    expect(claimsOf('Does it help with eczema? Yes, within days.').map((effect) => effect.target?.concept)).toContain('disease.eczema')
    expect(claimsOf('Does it help with eczema? No.')).toEqual([])
  })

  it('joins a condition and the order to take', () => {
    expect(claimsOf('If you have arthritis, take two capsules daily.')).toHaveLength(1)
    expect(claimsOf('If you have arthritis, ask your doctor.')).toEqual([])
  })

  it('gives the recovery the disease told of before it', () => {
    const text = 'For years I suffered from gout. Within two weeks I was completely pain free.'
    const [effect] = claimsOf(text)
    expect(effect?.target?.concept).toBe('disease.gout')
    expect(effect && wordsOf(text, effect)).toHaveLength(2)
  })
})

describe('appeals to research', () => {
  const appealsOf = (text: string) => sentencesOf(text).flatMap((sentence) => sentence.evidence)

  it.each([
    ['Studies show magnesium helps you fall asleep faster.', 'study'],
    ['In clinical trials, users reported more energy.', 'study'],
    ['Clinically proven to improve skin hydration.', 'establishment'],
    ['Backed by science', 'authority'],
    ['Doctors agree: this works.', 'authority'],
  ])('%s: %s', (text, appeal) => {
    expect(appealsOf(text).filter((frame) => !frame.silent)[0]?.appeal).toBe(appeal)
  })

  it.each([
    'More research is needed before anything can be said.',
    'No studies have tested this blend in humans.',
    'Study hard and take breaks.',
    'The trial subscription ends after 30 days.',
    'Case studies of our clients are on the portfolio page.',
    'A clinical trial compares two groups of people.',
  ])('none: %s', (text) => {
    expect(appealsOf(text).filter((frame) => !frame.silent)).toEqual([])
  })

  it('may name their source in the sentence', () => {
    const text = 'Studies show that creatine increases lean mass (Smith et al., 2019).'
    const [frame] = appealsOf(text)
    expect(frame?.source && text.slice(frame.source.from, frame.source.to)).toContain('Smith et al., 2019')
  })

  it('a year or a university alone is no source', () => {
    expect(appealsOf('A 2019 study shows that it works.')[0]?.source).toBeUndefined()
    expect(appealsOf('University studies prove that it works.')[0]?.source).toBeUndefined()
  })

  it('tells animals, cells and reviews from people', () => {
    expect(appealsOf('A study in mice found that it protects the brain.')[0]?.kind).toBe('animal')
    expect(appealsOf('Test-tube studies show it protects cells.')[0]?.kind).toBe('in-vitro')
    expect(appealsOf('A meta-analysis found better sleep.')[0]?.kind).toBe('review')
  })
})

describe('hostile input', () => {
  it.each([
    'relieves ',
    'swollen and ',
    '"',
    'anti-',
    'studies show ',
    'no more pain ',
    "'s ",
    'treat, ',
    '. ',
    'pain-relieving-',
    '\u{1F352}',
  ])('of 100,000 characters of %j is read in linear time', (piece) => {
    const start = performance.now()
    const sentences = sentencesOf(piece.repeat(Math.ceil(100_000 / piece.length)))
    expect(performance.now() - start).toBeLessThan(4000)
    expect(sentences.length).toBeGreaterThan(0)
  })

  it('is never thrown at', () => {
    for (const text of ['', ' ', '\n', '\u0000', '\ud800', "'", '-', '--- *** ___', '™®', 'A', "n't", 'to', 'for', 'of {bad}']) {
      expect(() => sentencesOf(text)).not.toThrow()
    }
  })
})
