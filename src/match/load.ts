import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { SetupError } from '../core/setup-error.js'
import { joinNoticeTexts } from '../document/notice-texts.js'
import type { AuthorisedClaim, ConceptRow, ConstructionRow, CueRow, PackFile, RuleFile, RuleSet, SurfaceEntry } from './schema.js'
import { SourceFile } from './source-file.js'
import { validateRuleSet } from './validate.js'

/**
 * Reads a `rules/` folder: `concepts/*.yml`, `cues/*.yml`, `constructions/*.yml`, `authorised/*.yml` (lists of rows) and one folder a pack
 * (`pack.yml` and a file a rule). Used by the build and for users' own packs; nothing parses YAML when the linter starts.
 * Throws `SetupError` with file, line, what was found and what was expected. A user's own pack needs no `notices/`: with `base` it has those.
 */
export function loadRules(folder: string, base?: RuleSet): RuleSet {
  const sources = new Map<string, SourceFile>()
  const read = (path: string): unknown => {
    const source = new SourceFile(relative(folder, path), readFileSync(path, 'utf8'))
    sources.set(source.path, source)
    return source.value
  }
  const rows = <Row>(kind: string): Row[] =>
    ymlFiles(join(folder, kind)).flatMap((path) => {
      const value = read(path)
      if (!Array.isArray(value)) {
        throw new SetupError({ file: relative(folder, path), line: 1, found: typeof value, expected: 'a list of rows' })
      }
      return value as Row[]
    })
  const concepts = rows<RawConceptRow>('concepts').map(normaliseConcept)
  const cues = rows<CueRow>('cues')
  const constructions = rows<ConstructionRow>('constructions')
  const authorised = rows<AuthorisedClaim>('authorised')
  const packs: PackFile[] = []
  const rules: RuleFile[] = []
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (!entry.isDirectory() || folders.has(entry.name)) continue
    for (const path of ymlFiles(join(folder, entry.name))) {
      const value = read(path)
      if (path.endsWith('pack.yml')) packs.push(value as PackFile)
      else rules.push(value as RuleFile)
    }
  }
  const noticeFiles = ymlFiles(join(folder, 'notices'))
  const notices =
    base && noticeFiles.length === 0 ? base.notices : joinNoticeTexts(noticeFiles.map((path) => read(path) as Record<string, unknown>))
  const set: RuleSet = { packs, rules, concepts, cues, constructions, notices, authorised }
  validateRuleSet(set, sources)
  return set
}

/** Folders that hold no pack. */
const folders: ReadonlySet<string> = new Set(['concepts', 'cues', 'constructions', 'notices', 'authorised', 'precedents'])

interface RawConceptRow extends Omit<ConceptRow, 'en' | 'ja'> {
  readonly en?: readonly (string | SurfaceEntry)[]
  readonly ja?: readonly (string | SurfaceEntry)[]
}

/** A bare string in YAML is a surface with no conditions. */
function normaliseConcept(row: RawConceptRow): ConceptRow {
  const entries = (list: readonly (string | SurfaceEntry)[] | undefined) =>
    list?.map((entry) => (typeof entry === 'object' && entry !== null ? { ...entry, text: String(entry.text) } : { text: String(entry) }))
  const { en, ja, ...rest } = row
  return { ...rest, ...(en && { en: entries(en) ?? [] }), ...(ja && { ja: entries(ja) ?? [] }) }
}

function ymlFiles(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.yml'))
      .sort()
      .map((name) => join(folder, name))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}
