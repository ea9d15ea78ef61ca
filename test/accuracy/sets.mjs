// Which labelled sets there are, and what the linter makes of one of them.
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { parse } from 'yaml'

const here = import.meta.dirname
export const root = join(here, '../..')
export const firstRunsFile = join(here, 'blind/first-runs.json')
export const firstRuns = () => JSON.parse(readFileSync(firstRunsFile, 'utf8'))

/** `{ kind, name, title, file }`, blind rounds only once they have been opened. `kind`: dev, practice, letters or blind. */
export function openSets() {
  const opened = firstRuns()
  const of = (folder) =>
    existsSync(join(here, folder))
      ? readdirSync(join(here, folder))
          .filter((name) => name.endsWith('.jsonl'))
          .sort()
      : []
  const named = (kind, folder, title) => of(folder).map((file) => setOf(kind, join(folder, file), title(file.replace('.jsonl', ''))))
  const sets = [
    setOf('dev', 'en-dev.jsonl', 'Development set, English'),
    setOf('dev', 'ja-dev.jsonl', 'Development set, Japanese'),
    { kind: 'letters', name: 'fda-letters', title: 'What FDA objected to in warning letters', file: undefined },
    ...named('practice', 'practice', (name) => `Practice set ${name}`),
    ...named('blind', 'blind', (name) => `Blind: ${name}`).filter(({ name }) => name in opened),
  ]
  const twice = sets.find(({ name }, i) => sets.findIndex((each) => each.name === name) < i)
  if (twice) throw new Error(`two labelled sets are called ${twice.name}: figures are kept by name`)
  return sets
}

/** A blind set by its name, opened or not. */
export const blindSet = (name) => setOf('blind', `blind/${name}.jsonl`, `Blind: ${name}`)

const setOf = (kind, file, title) => ({ kind, name: file.replace(/^.*\//, '').replace('.jsonl', ''), title, file: join(here, file) })

/**
 * Scores a set (score.mjs) with the build in dist/, or with another command.
 * `labels`: a hash of what is labelled, so that a corrected label is told from a worse linter.
 */
export async function score(set, cli = `node ${join(root, 'bin/claimlint.js')}`) {
  const scratch = mkdtempSync(join(tmpdir(), 'accuracy-'))
  try {
    const file = set.file ?? lettersIn(scratch)
    const [out, errors] = [join(scratch, 'out.json'), join(scratch, 'errors.jsonl')]
    await run(process.execPath, [join(here, 'score.mjs'), file, '--cli', cli, '--json', out, '--errors', errors])
    const lines = readFileSync(errors, 'utf8').split('\n').filter(Boolean)
    const labels = createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 16)
    return { ...set, labels, ...JSON.parse(readFileSync(out, 'utf8')), errors: lines.map((line) => JSON.parse(line)) }
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

const run = promisify(execFile)

/** Scores sets side by side, one to a core, and gives the results in the order of the sets. */
export async function scoreAll(sets) {
  const results = []
  const waiting = sets.entries()
  const worker = async () => {
    for (const [i, set] of waiting) results[i] = await score(set)
  }
  await Promise.all(Array.from({ length: availableParallelism() }, worker))
  return results
}

/**
 * The wordings FDA quoted from sellers' pages in warning letters (rules/precedents): each is a disease claim in FDA's eyes, so they measure recall alone.
 * Those that FDA read with the page around them (`readWithPage`) are arguable.
 */
function lettersIn(folder) {
  const rows = parse(readFileSync(join(root, 'rules/precedents/us-fda.yml'), 'utf8')).filter((row) => row.ruling === 'objected to')
  const records = rows.map(({ phrase, readWithPage, criterion, by, date }, i) => ({
    id: `letter-${String(i + 1).padStart(3, '0')}`,
    text: phrase,
    format: 'text',
    lang: 'en',
    labels: { disease_claim: true },
    hard: 'none',
    reason: `${criterion}; ${by}, ${date}`,
    ...(readWithPage && { arguable: true, arguable_labels: ['disease_claim'] }),
  }))
  const file = join(folder, 'fda-letters.jsonl')
  writeFileSync(file, records.map((record) => JSON.stringify(record)).join('\n'))
  return file
}
