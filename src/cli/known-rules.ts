import { nearestName } from '../core/setup-error.js'
import type { RuleNames } from '../lint/directives.js'
import type { RuleFile } from '../match/schema.js'

/** The rules that a config, a directive or a waiver may name: by today's ids and by old ones. */
export class KnownRules implements RuleNames {
  readonly #byName: ReadonlyMap<string, RuleFile>

  /** By today's ids. */
  readonly files: ReadonlyMap<string, RuleFile>

  constructor(rules: readonly RuleFile[]) {
    this.files = new Map(rules.map((rule) => [rule.id, rule]))
    this.#byName = new Map(rules.flatMap((rule) => [rule.id, ...(rule.aliases ?? [])].map((name) => [name, rule] as const)))
  }

  get(name: string): RuleFile | undefined {
    return this.#byName.get(name)
  }

  idOf(name: string): string | undefined {
    return this.#byName.get(name)?.id
  }

  nearest(name: string): string | undefined {
    return nearestName(name, this.#byName.keys())
  }

  hint(name: string): string {
    const nearest = this.nearest(name)
    return nearest ? ` → ${nearest}` : ''
  }
}
