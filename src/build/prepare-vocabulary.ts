import { join } from 'node:path'
import { inflect } from '../languages/en/inflected.js'
import { cutterOf, recorder } from '../languages/ja/cuts.js'
import { JapaneseLexicon } from '../languages/ja/lexicon.js'
import { loadTokenizer } from '../languages/ja/tokenizer/index.js'
import { Shipped } from '../lint/shipped.js'
import { lexiconOf } from '../match/lexicon.js'
import { scanWordsOf } from './scan-words.js'

/** Writes beside the compiled rules what the analysers would else make of them at every start. Needs `rules.json` and the packed dictionary. */
export async function prepareVocabulary(dist: string): Promise<void> {
  const shipped = new Shipped(join(dist, 'rules.json'))
  const rules = shipped.rules()
  const { cutter, cuts } = recorder(cutterOf(await loadTokenizer('packed')))
  new JapaneseLexicon(lexiconOf(rules, 'ja'), cutter)
  shipped.write(rules, inflect(lexiconOf(rules, 'en')), cuts, scanWordsOf(rules))
}
