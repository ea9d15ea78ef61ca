import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inflect } from '../languages/en/inflected.js'
import { cutterOf, recorder } from '../languages/ja/cuts.js'
import { JapaneseLexicon } from '../languages/ja/lexicon.js'
import { loadTokenizer } from '../languages/ja/tokenizer/index.js'
import { shippedRules, vocabularyFile } from '../lint/lint.js'
import { lexiconOf } from '../match/lexicon.js'

/** Writes beside the compiled rules what the analysers would else make of them at every start. Needs `rules.json` and the packed dictionary. */
export async function prepareVocabulary(dist: string): Promise<void> {
  const rules = shippedRules()
  const write = (language: 'en' | 'ja', value: unknown) => writeFileSync(join(dist, vocabularyFile(language)), `${JSON.stringify(value)}\n`)
  write('en', inflect(lexiconOf(rules, 'en')))
  const { cutter, cuts } = recorder(cutterOf(await loadTokenizer('packed')))
  new JapaneseLexicon(lexiconOf(rules, 'ja'), cutter)
  write('ja', cuts)
}
