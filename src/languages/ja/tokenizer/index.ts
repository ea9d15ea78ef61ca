import { loadStock } from './stock.js'
import type { Tokenizer, TokenizerKind } from './types.js'

export type { Morpheme, Tokenizer, TokenizerKind } from './types.js'

const loading = new Map<TokenizerKind, Promise<Tokenizer>>()

/**
 * The tokenizer of a kind, loaded once per process: every call shares one promise.
 * Rejects when its dictionary cannot be read, and a later call tries again.
 */
export function loadTokenizer(kind: TokenizerKind): Promise<Tokenizer> {
  const shared = loading.get(kind)
  if (shared) return shared
  const fresh = loadStock()
  fresh.catch(() => loading.delete(kind))
  loading.set(kind, fresh)
  return fresh
}
