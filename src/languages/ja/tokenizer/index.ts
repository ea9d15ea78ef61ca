import type { Tokenizer, TokenizerKind } from './types.js'

export type { Morpheme, Tokenizer, TokenizerKind } from './types.js'

/** Where the packed dictionary comes from in a worker: its owner has it in memory already. */
let sharedDictionary: (() => Promise<SharedArrayBuffer>) | undefined

/** Says where to get the packed dictionary, in place of its file. Before the first `loadTokenizer`. */
export function shareDictionary(source: () => Promise<SharedArrayBuffer>): void {
  sharedDictionary = source
}

const loading = new Map<TokenizerKind, Promise<Tokenizer>>()

/**
 * The tokenizer of a kind, loaded once per process: every call shares one promise.
 * Rejects when its dictionary cannot be read, with a SetupError when the build has not made it; a later call tries again.
 */
export function loadTokenizer(kind: TokenizerKind): Promise<Tokenizer> {
  const shared = loading.get(kind)
  if (shared) return shared
  const fresh = load(kind)
  fresh.catch(() => loading.delete(kind))
  loading.set(kind, fresh)
  return fresh
}

async function load(kind: TokenizerKind): Promise<Tokenizer> {
  if (kind === 'kuromoji') return (await import('./stock.js')).loadStock()
  return (await import('./packed.js')).loadPacked(await sharedDictionary?.())
}
