import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PrecedentFrame, PrecedentRow } from '../claims/precedents.js'
import { defaultConfig } from '../core/config.js'
import type { Precedent } from '../core/precedent.js'
import { SetupError } from '../core/setup-error.js'
import { createEngine, type Engine } from '../lint/lint.js'
import { writePrecedents } from '../lint/precedents-file.js'
import { Shipped } from '../lint/shipped.js'
import { SourceFile } from '../match/source-file.js'

/** A row of `rules/precedents/*.yml`. `statement`: the phrase as a label would say it, where it is no statement by itself. */
export interface PrecedentSource extends Precedent {
  readonly statement?: string
  /** The words alone promise nothing: the authority read them with the page around them. */
  readonly readWithPage?: boolean
}

/** Reads the precedents, finds the effect each of them is about, and writes them beside the compiled rules. Throws `SetupError` for a faulty row. */
export async function preparePrecedents(folder: string, dist: string): Promise<void> {
  const engine = await createEngine({ ruleSet: new Shipped(join(dist, 'rules.json')).rules() })
  const rows: PrecedentRow[] = []
  for (const { statement, readWithPage: _, ...precedent } of precedentsIn(folder)) {
    rows.push({ precedent, frames: await framesOf(statement ?? precedent.phrase, engine) })
  }
  writePrecedents(rows, dist)
}

/** All rows of a folder, in the order of its files. Throws `SetupError` naming file and line. */
export function precedentsIn(folder: string): PrecedentSource[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.yml'))
  return names.sort().flatMap((name) => {
    const source = new SourceFile(name, readFileSync(join(folder, name), 'utf8'))
    const rows = source.value as PrecedentSource[]
    for (const [index, row] of rows.entries()) {
      const missing = required.filter((key) => typeof row[key] !== 'string' || !row[key])
      const unknown = Object.keys(row).filter((key) => !known.has(key))
      if (missing.length === 0 && unknown.length === 0 && rulings.has(row.ruling)) continue
      throw new SetupError({
        file: name,
        line: source.lineOf([index]),
        found: `precedent "${row.phrase}" ${missing.length > 0 ? `without ${missing.join(', ')}` : `with ${unknown.join(', ') || `ruling "${row.ruling}"`}`}`,
        expected: `${required.join(', ')}; ruling: one of ${[...rulings].join(', ')}`,
      })
    }
    return rows
  })
}

const required = ['phrase', 'ruling', 'by', 'date', 'criterion', 'section', 'source', 'verified'] as const
const known: ReadonlySet<string> = new Set([...required, 'statement', 'readWithPage', 'note'])
const rulings: ReadonlySet<string> = new Set<Precedent['ruling']>(['acceptable', 'not acceptable', 'depends on context', 'objected to'])

async function framesOf(statement: string, engine: Engine): Promise<PrecedentFrame[]> {
  const { claims, findings } = await engine.lint(`${statement}\n`, { path: 'precedent.md', config: defaultConfig })
  return claims.flatMap(({ id, by, effect }) => {
    if (!effect?.target) return []
    const reporting = findings.filter(({ claim }) => claim === id).map(({ rule }) => rule)
    return [
      {
        rules: [...new Set([by, ...reporting])].sort(),
        target: effect.target.concept,
        family: effect.act.family,
        qualifiers: effect.qualifiers.map(({ concept }) => concept),
      },
    ]
  })
}
