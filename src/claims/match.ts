import type { ReadBlock } from '../core/document.js'
import type { Span, TextSpan } from '../core/span.js'
import type { ActiveRule } from '../match/catalogue.js'
import type { LocatedEffect, LocatedEvidence, LocatedSentence } from './located.js'

/** A match of one pattern rule, before claims are numbered. */
export interface Match {
  readonly rule: ActiveRule
  readonly at: LocatedSentence
  readonly parts: readonly TextSpan[]
  readonly elsewhere: readonly Span[]
  readonly data: Readonly<Record<string, string>>
  readonly effects: readonly LocatedEffect[]
  readonly evidence?: LocatedEvidence
  /** Whether a source supports the words. */
  readonly cited: boolean
}

/** `scope` names block roles; `reference` stands for reference titles, `keywords` for metadata that lists words. All surfaces but references by default. */
export function isInScope(scope: readonly string[] | undefined, block: ReadBlock): boolean {
  if (block.is === 'reference') return scope?.includes('reference') ?? false
  if (!scope) return true
  if (scope.includes(block.role)) return true
  return scope.includes('keywords') && block.role === 'metadata' && /(?:^|:)(?:keywords|tags)/.test(block.field ?? '')
}
