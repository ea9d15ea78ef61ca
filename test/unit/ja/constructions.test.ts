import { expect, it } from 'vitest'
import { defaultConfig } from '../../../src/core/config.js'
import { testEngine } from '../../engine.js'

const kindsIn = async (text: string): Promise<readonly string[]> => {
  const { claims } = await (await testEngine()).lint(`${text}\n`, { path: 'a.txt', config: defaultConfig })
  return claims.map(({ kind }) => kind)
}

it.each(['うちの父は、痛風がこれで治まりました。', '常連さんは、糖尿病がこの粒で落ち着きました。'])(
  'what is sold, named inside the turn of phrase, brings it about: %s',
  async (text) => expect(await kindsIn(text)).toContain('disease'),
)

it.each(['お隣さんは、痛風が運動でおさまりました。', '父は、めまいが薬で治まりました。'])(
  'anything else named there does not let it be the product: %s',
  async (text) => expect(await kindsIn(text)).not.toContain('disease'),
)
