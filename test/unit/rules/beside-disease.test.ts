import { expect, it } from 'vitest'
import { defaultConfig } from '../../../src/core/config.js'
import { testEngine } from '../../engine.js'

const kindsIn = async (text: string): Promise<string[]> => {
  const { claims } = await (await testEngine()).lint(`${text}\n`, { path: 'a.txt', config: defaultConfig })
  return [...new Set(claims.map(({ kind }) => kind))].sort()
}

/** Ruling 11 of test/accuracy/README.md: a lawful function claim in a sentence with a disease claim is a claim of its own. */
it.each([
  'Maca boosts stamina and reverses erectile dysfunction.',
  'Relieves arthritis pain and keeps cartilage supple.',
  'Not only does shilajit support stamina, it cures gout.',
  'パパイヤ酵素は食べたものの消化を助けるだけでなく、胃炎も改善します。',
])('keeps what an act of its own does beside a disease claim: %s', async (text) => {
  expect(await kindsIn(text)).toEqual(['disease', 'structure-function'])
})

/** The same effect told twice, or what the trouble sits in, is one claim. */
it.each([
  'Magnesium takes the edge off panic attacks and lets you ride the subway again.',
  'Reverses a fatty liver.',
  'ミルクシスルは、脂肪肝と告げられた人の肝臓を半年でよみがえらせる力を秘めています。',
])('does not count the disease twice: %s', async (text) => {
  expect(await kindsIn(text)).toEqual(['disease'])
})
