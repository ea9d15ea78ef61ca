import type { Check } from '../../src/core/rule.js'

/** Code rules of this pack by the name their YAML gives in `check:`. */
export const checks: readonly (readonly [string, Check])[] = []
