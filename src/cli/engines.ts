import type { Engine } from '../lint/lint.js'
import { ownRules } from '../lint/own-rules.js'
import type { PackFile } from '../match/schema.js'
import { KnownRules } from './known-rules.js'

export interface EngineRequest {
  readonly tokenizer: 'packed' | 'kuromoji'
  /** Folders of the user's own packs, absolute. */
  readonly packs: readonly string[]
}

export type MakeEngine = (request: EngineRequest) => Promise<Engine>

/** Our rules, with the user's own where there are some; neither is read before a command needs it. */
export const loadEngine: MakeEngine = async ({ tokenizer, packs }) => {
  const { createEngine, shippedRules } = await import('../lint/lint.js')
  if (packs.length === 0) return createEngine({ tokenizer })
  const { withUserPacks } = await import('./user-packs.js')
  return createEngine({ tokenizer, ruleSet: await withUserPacks(shippedRules(), packs) })
}

/** The engines of a run: one for each list of packs that some file's config asks for. */
export class Engines {
  readonly #engines = new Map<string, Promise<Engine>>()
  readonly #known = new WeakMap<Engine, KnownRules>()
  /** The answer of `rules`, good while no engine is added. */
  #rules: { readonly engines: number; readonly rules: KnownRules } | undefined

  constructor(
    private readonly make: MakeEngine,
    private readonly tokenizer: EngineRequest['tokenizer'],
  ) {}

  of(packs: readonly string[]): Promise<Engine> {
    const key = packs.join('\0')
    let engine = this.#engines.get(key)
    if (!engine) {
      engine = this.make({ tokenizer: this.tokenizer, packs })
      this.#engines.set(key, engine)
    }
    return engine
  }

  /** What may be named where an engine is at work: its rules and claimlint's own. */
  known(engine: Engine): KnownRules {
    let known = this.#known.get(engine)
    if (!known) {
      known = new KnownRules(() => [...engine.rules, ...ownRules])
      this.#known.set(engine, known)
    }
    return known
  }

  /** Rules of all engines made so far, and claimlint's own. */
  async rules(): Promise<KnownRules> {
    if (this.#rules?.engines !== this.#engines.size) {
      const engines = await Promise.all(this.#engines.values())
      const rules = new KnownRules(() => [...engines.flatMap((engine) => engine.rules), ...ownRules])
      this.#rules = { engines: engines.length, rules }
    }
    return this.#rules.rules
  }

  async packs(): Promise<readonly PackFile[]> {
    const engines = await Promise.all(this.#engines.values())
    return [...new Map(engines.flatMap((engine) => engine.packs).map((pack) => [pack.id, pack])).values()]
  }
}
