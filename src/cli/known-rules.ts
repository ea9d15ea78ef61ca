import { lazy } from '../core/lazy.js'
import { nearestName } from '../core/setup-error.js'
import type { RuleNames } from '../lint/directives.js'
import type { RuleFile, RuleLookup } from '../match/schema.js'

/** The rules that a config, a directive, a waiver or a report may name: by today's ids and by old ones. They are read when the first is named. */
export class KnownRules implements RuleNames, RuleLookup {
  readonly #byName: () => ReadonlyMap<string, RuleFile>

  constructor(rules: () => readonly RuleFile[]) {
    this.#byName = lazy(() => new Map(rules().flatMap((rule) => [rule.id, ...(rule.aliases ?? [])].map((name) => [name, rule] as const))))
  }

  get(name: string): RuleFile | undefined {
    return this.#byName().get(name)
  }

  idOf(name: string): string | undefined {
    return this.get(name)?.id
  }

  nearest(name: string): string | undefined {
    return nearestName(name, this.#byName().keys())
  }

  hint(name: string): string {
    const nearest = this.nearest(name)
    return nearest ? ` → ${nearest}` : ''
  }
}
