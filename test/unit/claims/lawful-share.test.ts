import { describe, expect, it } from 'vitest'
import { defaultConfig } from '../../../src/core/config.js'
import { testEngine } from '../../engine.js'

describe('a lawful claim beside one on a disease', () => {
  it.each([
    'Maintains supple skin and, in patients with lupus, calms the rash.',
    'Promotes steady energy, and people with shingles report less burning.',
    'Supports healthy digestion and protection from colds.',
    'Keeps the throat moist, so tonsillitis never gets going.',
    'Treats gout and lifts the mood.',
  ])('stays a claim of its own: %s', async (text) => {
    expect(kindsOf(await (await testEngine()).lint(text, { path: 'page.txt', config: defaultConfig }))).toEqual([
      'disease',
      'structure-function',
    ])
  })

  it.each(['Shrinks an enlarged prostate, so you sleep through.', 'Regrows the nerve sheath that multiple sclerosis strips away.'])(
    'is part of it where it is what the disease claim consists of: %s',
    async (text) => {
      expect(kindsOf(await (await testEngine()).lint(text, { path: 'page.txt', config: defaultConfig }))).toEqual(['disease'])
    },
  )
})

const kindsOf = ({ claims }: { readonly claims: readonly { readonly kind: string }[] }): string[] =>
  [...new Set(claims.map(({ kind }) => (kind === 'general-wellbeing' ? 'structure-function' : kind)))].sort()
