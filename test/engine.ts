import { createEngine, type Engine } from '../src/lint/lint.js'
import { loadRules } from '../src/match/load.js'

let shared: Promise<Engine> | undefined

/** One engine for a test file, made from the rules in the tree rather than from the last build. */
export function testEngine(): Promise<Engine> {
  shared ??= createEngine({ ruleSet: loadRules('rules') })
  return shared
}
