import { describe, expect, it } from 'vitest'
import { ends, endsAtOnce, endsThere, isAbsent, isSpared } from '../../../src/languages/en/endings.js'
import { isFoundWell } from '../../../src/languages/en/findings.js'
import { isMeasuredBetter, isMeasuredWorse } from '../../../src/languages/en/measured.js'
import { isGivenFor, isTakenAsPronoun } from '../../../src/languages/en/taken.js'
import { claimsOf } from './analyzer.js'

const isClaimed = (text: string): boolean =>
  claimsOf(text).some(({ outcome, target, agent }) => outcome === 'benefit' && target !== undefined && agent.kind !== 'unknown')

describe('a trouble that is told to have got better', () => {
  it.each([
    'My eczema flaked away and I wore a sleeveless dress.',
    'Molluscum bumps dried up by day twenty!',
    'Her vertigo lost its grip before Easter.',
    'My eGFR climbed from 38 to 51.',
    'The neurologist found no lesions. My MS has been quiet for two years.',
    'The hepatologist took the word cirrhosis off my chart.',
    'My kidney disease is stable and the doctor put dialysis off the table.',
    "Got this for my sister's fibromyalgia.",
    'A trucker whose sciatica no longer keeps him off the road',
    'Zero UTIs since March, after six last year.',
  ])('is a claim: %s', (text) => {
    expect(isClaimed(text)).toBe(true)
  })

  it.each([
    'Our warehouse manager had shingles in March, so orders were slow.',
    'The dermatologist found no change in my psoriasis. I returned the jar.',
    'We started it in 2009, the year my mother had breast cancer.',
    "I bought this for my nephew's asthma fundraiser.",
    'My gout has not eased on this.',
    'The doctor asked what changed, and I told her about the new insulin pump for my diabetes.',
    'My migraine went away on its own before the parcel came.',
    'The lid is easy even with my arthritis.',
    'My TSH went from 2.4 to 7.9.',
  ])('is none: %s', (text) => {
    expect(isClaimed(text)).toBe(false)
  })
})

describe('words of ending', () => {
  it.each([
    ' flattened out by week five ',
    ' grew out clear ',
    ' is down from five ',
    ' are all history . ',
    ' stop . ',
    ' dropped by half ',
  ])('%s', (words) => {
    expect(ends(words)).toBe(true)
  })
  it.each([' is filled with clear resin ', ' did not ease ', ' has never cleared up '])('not %s', (words) => {
    expect(ends(words)).toBe(false)
  })
  it('tell of what was where nobody is named', () => {
    expect(endsAtOnce(' flattened by week five ')).toBe(true)
    expect(endsAtOnce(' fades within a week ')).toBe(false)
  })
  it('are said of the trouble in a sentence of their own', () => {
    expect(endsThere(' all gone by week three ')).toBe(true)
    expect(endsThere(' the parcel from the shop on main street had gone ')).toBe(false)
  })
  it('tell that there is none', () => {
    expect(isSpared(" i haven't had one since ")).toBe(true)
    expect(isSpared(' is no longer sold ')).toBe(false)
    expect(isAbsent(' i had zero ', ' this year ')).toBe(true)
  })
})

describe('what is measured', () => {
  it.each([
    ' my ldl fell to 90 ',
    ' a1c went from 8.1 to 6.3 and ',
    ' platelets climbed back over 150 ',
    ' my creatinine is heading the right way ',
  ])('better: %s', (words) => {
    expect(isMeasuredBetter(words)).toBe(true)
  })
  it.each([' my ldl rose to 190 ', ' platelets dropped from 240 to 90 ', ' my ldl should not have dropped '])('not: %s', (words) => {
    expect(isMeasuredBetter(words)).toBe(false)
  })
  it('worse', () => {
    expect(isMeasuredWorse(' my tsh went from 2.4 to 7.9 ')).toBe(true)
    expect(isMeasuredWorse(' my ferritin went from 9 to 44 ')).toBe(false)
  })
})

describe('what clinicians find and what is taken', () => {
  it('finds well', () => {
    expect(isFoundWell(' the pulmonologist heard clear lungs ')).toBe(true)
    expect(isFoundWell(' her knee surgery was called off ')).toBe(true)
    expect(isFoundWell(' the doctor did not find clear lungs ')).toBe(false)
  })
  it('is a pronoun', () => {
    expect(isGivenFor(" we started it for my mother 's ", ' and the nurse ')).toBe(true)
    expect(isGivenFor(' we started it in the year my mother had ', ' . ')).toBe(false)
    expect(isTakenAsPronoun(' this got me out of the ', ' hole ')).toBe(true)
    expect(isTakenAsPronoun(' this did not get me out of the ', ' hole ')).toBe(false)
  })
})
