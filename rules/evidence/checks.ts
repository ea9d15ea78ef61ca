import type { Check } from '../../src/core/rule.js'
import { danglingReference } from './dangling-reference.js'
import { malformedIdentifier } from './malformed-identifier.js'
import { noInTextMarkers } from './no-in-text-markers.js'
import { numbering } from './numbering.js'
import { referenceIncomplete } from './reference-incomplete.js'
import { referenceRelevance } from './reference-relevance.js'
import { unusedReference } from './unused-reference.js'
import { weakSource } from './weak-source.js'

/** Code rules of the pack by the name their YAML gives in `check:`. */
export const checks: readonly (readonly [string, Check])[] = [
  ['dangling-reference', danglingReference],
  ['no-in-text-markers', noInTextMarkers],
  ['unused-reference', unusedReference],
  ['reference-incomplete', referenceIncomplete],
  ['malformed-identifier', malformedIdentifier],
  ['numbering', numbering],
  ['reference-relevance', referenceRelevance],
  ['weak-source', weakSource],
]
