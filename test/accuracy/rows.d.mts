import type { LintConfig } from '../../src/core/config.js'
import type { Engine } from '../../src/lint/lint.js'

export interface RowExample {
  readonly row: string
  readonly lang: 'en' | 'ja'
  readonly text: string
  readonly verdict: readonly string[]
}

export const enough: number
export function examplesOfRows(): Map<string, readonly RowExample[]>
export function faultOf(example: RowExample, engine: Engine, config: LintConfig): Promise<string | undefined>
