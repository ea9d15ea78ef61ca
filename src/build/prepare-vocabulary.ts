import { join } from 'node:path'
import { inflect } from '../languages/en/inflected.js'
import { cutterOf } from '../languages/ja/cutter.js'
import { indexWords } from '../languages/ja/prepared.js'
import { loadTokenizer } from '../languages/ja/tokenizer/index.js'
import { nameWords } from '../lint/product-names.js'
import { Shipped } from '../lint/shipped.js'
import { lexiconOf } from '../match/lexicon.js'
import { scanWordsOf } from './scan-words.js'

/** Writes beside the compiled rules what the analysers would else make of them at every start. Needs `rules.json` and the packed dictionary. */
export async function prepareVocabulary(dist: string): Promise<void> {
  const shipped = new Shipped(join(dist, 'rules.json'))
  const rules = shipped.rules()
  const japanese = indexWords(lexiconOf(rules, 'ja'), cutterOf(await loadTokenizer('packed')))
  shipped.write(rules, inflect(lexiconOf(rules, 'en')), japanese, scanWordsOf(rules), nameWords(rules))
}
