import type { Claim } from '../core/claim.js'
import type { Finding } from '../core/finding.js'
import type { Precedent } from '../core/precedent.js'
import type { Effect } from '../core/sentence.js'

/** A claim that a precedent's wording makes: what it is compared by. Made by the build with the linter itself. */
export interface PrecedentFrame {
  /** Rules that yield or report the claim. */
  readonly rules: readonly string[]
  readonly target: string
  readonly family: string
  readonly qualifiers: readonly string[]
}

export interface PrecedentRow {
  readonly precedent: Precedent
  readonly frames: readonly PrecedentFrame[]
}

/** The precedents an authority left, found by the effect a claim promises and never by its letters: so they serve every language. */
export class Precedents {
  readonly #rows: readonly PrecedentRow[]
  readonly #byTarget = new Map<string, { readonly row: PrecedentRow; readonly frame: PrecedentFrame; readonly order: number }[]>()

  constructor(rows: readonly PrecedentRow[]) {
    this.#rows = rows.filter(({ precedent }) => precedent.verified !== 'memory')
    for (const [order, row] of this.#rows.entries()) {
      for (const frame of row.frames) {
        const known = this.#byTarget.get(frame.target)
        if (known) known.push({ row, frame, order })
        else this.#byTarget.set(frame.target, [{ row, frame, order }])
      }
    }
  }

  /**
   * The precedent nearest to a finding: it judged an effect on the same target under the same rule; among those the same kind of act, the same qualifiers,
   * a ruling before a letter, and the order of the file decide. Undefined when none is like it. What was held acceptable is no precedent for a finding.
   */
  like(rule: string, effect: Effect): Precedent | undefined {
    if (!effect.target) return undefined
    const qualifiers = keyOf(effect.qualifiers.map(({ concept }) => concept))
    const distance = ({ row, frame, order }: { row: PrecedentRow; frame: PrecedentFrame; order: number }): readonly number[] => [
      frame.family === effect.act.family ? 0 : 1,
      keyOf(frame.qualifiers) === qualifiers ? 0 : 1,
      row.precedent.ruling === 'objected to' ? 1 : 0,
      order,
    ]
    const alike = (this.#byTarget.get(effect.target.concept) ?? []).filter(
      ({ row, frame }) => row.precedent.ruling !== 'acceptable' && frame.rules.includes(rule),
    )
    const [nearest] = alike.map((entry) => ({ entry, far: distance(entry) })).sort((a, b) => compare(a.far, b.far))
    return nearest?.entry.row.precedent
  }

  /** The wordings that a rule would report or yield, in the order of the file. */
  under(rule: string): Precedent[] {
    return this.#rows.filter(({ frames }) => frames.some(({ rules }) => rules.includes(rule))).map(({ precedent }) => precedent)
  }

  /** The findings, each with the precedent nearest to the effect it is about. */
  beside(findings: readonly Finding[], claims: readonly Claim[]): Finding[] {
    const effects = new Map(claims.map(({ id, effect }) => [id, effect]))
    return findings.map((finding) => {
      const effect = finding.claim === undefined ? undefined : effects.get(finding.claim)
      const precedent = effect && this.like(finding.rule, effect)
      return precedent ? { ...finding, precedent } : finding
    })
  }
}

const keyOf = (concepts: readonly string[]): string => [...new Set(concepts)].sort().join(' ')

/** Lexicographic. */
function compare(a: readonly number[], b: readonly number[]): number {
  for (const [i, value] of a.entries()) if (value !== b[i]) return value - b[i]!
  return 0
}
