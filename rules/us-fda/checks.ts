import type { Check } from '../../src/core/rule.js'
import { claimInHeading } from './claim-in-heading.js'
import { claimInMetadata } from './claim-in-metadata.js'
import { claimNotLinked } from './claim-not-linked.js'
import { disclaimerContradicted } from './disclaimer-contradicted.js'
import { disclaimerFormat } from './disclaimer-format.js'
import { disclaimerHidden } from './disclaimer-hidden.js'
import { disclaimerLanguage } from './disclaimer-language.js'
import { disclaimerMissing } from './disclaimer-missing.js'
import { disclaimerNotAdjacent } from './disclaimer-not-adjacent.js'
import { disclaimerNumberAgreement } from './disclaimer-number-agreement.js'
import { disclaimerPerPage } from './disclaimer-per-page.js'
import { disclaimerSymbolMissing } from './disclaimer-symbol-missing.js'
import { disclaimerTranslation } from './disclaimer-translation.js'
import { disclaimerWording } from './disclaimer-wording.js'
import { symbolDangling } from './symbol-dangling.js'
import { symbolMismatch } from './symbol-mismatch.js'
import { symbolMisplaced } from './symbol-misplaced.js'
import { symbolOnNonclaim } from './symbol-on-nonclaim.js'
import { symbolOverloaded } from './symbol-overloaded.js'
import { symbolSwallowed } from './symbol-swallowed.js'

/** Code rules of the pack by the name their YAML gives in `check:`. */
export const checks: readonly (readonly [string, Check])[] = [
  ['disclaimer-missing', disclaimerMissing],
  ['disclaimer-per-page', disclaimerPerPage],
  ['disclaimer-hidden', disclaimerHidden],
  ['disclaimer-wording', disclaimerWording],
  ['disclaimer-translation', disclaimerTranslation],
  ['disclaimer-language', disclaimerLanguage],
  ['disclaimer-number-agreement', disclaimerNumberAgreement],
  ['disclaimer-format', disclaimerFormat],
  ['disclaimer-contradicted', disclaimerContradicted],
  ['disclaimer-symbol-missing', disclaimerSymbolMissing],
  ['disclaimer-not-adjacent', disclaimerNotAdjacent],
  ['claim-not-linked', claimNotLinked],
  ['claim-in-heading', claimInHeading],
  ['claim-in-metadata', claimInMetadata],
  ['symbol-dangling', symbolDangling],
  ['symbol-mismatch', symbolMismatch],
  ['symbol-overloaded', symbolOverloaded],
  ['symbol-misplaced', symbolMisplaced],
  ['symbol-swallowed', symbolSwallowed],
  ['symbol-on-nonclaim', symbolOnNonclaim],
]
