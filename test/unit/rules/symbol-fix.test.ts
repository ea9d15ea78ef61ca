import { expect, it } from 'vitest'
import { defaultConfig } from '../../../src/core/config.js'
import { testEngine } from '../../engine.js'

const disclaimer =
  '**\\*These statements have not been evaluated by the Food and Drug Administration. This product is not intended to diagnose, treat, cure, or prevent any disease.**'

/** Whether the unlinked claim of the sentence comes with an edit that `--fix` makes. */
const isFixed = async (sentence: string): Promise<boolean[]> => {
  const text = `Magnesium supports memory.\\* Take two capsules a day.\n\n${sentence}\n\nStore in a cool place.\n\n${disclaimer}\n`
  const { findings } = await (await testEngine()).lint(text, { path: 'a.md', config: defaultConfig })
  return findings.filter(({ rule }) => rule === 'us-fda/claim-not-linked').map(({ fix }) => fix !== undefined)
}

it('sets the symbol on a sentence with which nothing else is wrong', async () => {
  expect(await isFixed('Our capsules promote restful sleep.')).toEqual([true])
})

/** 21 CFR 101.93(g): the symbol does not make a disease claim lawful, and must not make it look so. */
it('sets none on a sentence that holds an unlawful claim as well', async () => {
  expect(await isFixed('Our capsules promote restful sleep and cure arthritis.')).toEqual([false])
})
