import { describe, expect, it } from 'vitest'
import { claimsOf } from './analyzer.js'

describe('a line of a label without a verb', () => {
  it.each([
    'Spirit lifter',
    'Liver buddy',
    'Bloat tamer for busy weeks',
    'Stamina for weekend hikers',
    'Composure before the recital',
    'Lunchtime clarity',
    "Men's vitality",
    'Knee comfort for roofers',
    'Prostate health beyond sixty',
    'Lovely lashes, guaranteed',
    'Sounder naps? No: sounder sleep, sunnier moods',
    'Legs that laugh at staircases',
    'Lashes that never quit',
    'Bitters for easy digestion',
    'Wind-down chews for twitchy toddlers',
    'Less huffing, more hills',
    'Feel good all over',
  ])('promises something: %s', (text) => {
    expect(claimsOf(text)).not.toEqual([])
  })

  it.each([
    'Digestion and sleep in shift workers',
    'Healthy nails: a guide',
    'Memory for faces among crows',
    'Knee anatomy for runners',
    'Energy for homes',
    'Flexibility for employers',
    'Muscles that turn the wrist',
    'Hair that keeps falling out',
    'Sleep mask for travelers',
    'Balance for beginners: a yoga class',
    'Herbs for the garden',
    'Beautiful boxes',
    'Steady hands wanted',
  ])('names a topic or another thing: %s', (text) => {
    expect(claimsOf(text)).toEqual([])
  })
})
