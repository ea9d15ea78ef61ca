import { describe, expect, it } from 'vitest'
import { defaultConfig } from '../../../src/core/config.js'
import { enough, examplesOfRows, faultOf } from '../../accuracy/rows.mjs'
import { testEngine } from '../../engine.js'

describe('examples of rows that stand in one labelled sentence only', () => {
  it.each([...examplesOfRows()])('%s', async (_, examples) => {
    expect(examples.length).toBeGreaterThanOrEqual(enough)
    const engine = await testEngine()
    const faults = await Promise.all(examples.map(async (example) => [example.text, await faultOf(example, engine, defaultConfig)]))
    expect(faults.filter(([, fault]) => fault)).toEqual([])
  })
})
