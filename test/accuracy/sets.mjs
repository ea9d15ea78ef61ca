// Which labelled sets there are, and what the linter makes of one of them.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { nameOf, scoreOf } from './scoring.mjs'

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

let shared
/** The build in dist/, with one engine for all sets. */
const linter = () => {
  shared ??= (async () => {
    const { createEngine, lint } = await import(new URL('../../dist/index.js', import.meta.url).href)
    const engine = await createEngine()
    return (text, path) => lint(text, { path, engine })
  })()
  return shared
}

/**
 * Scores a set as score.mjs does, in this process.
 * `labels`: a hash of what is labelled, so that a corrected label is told from a worse linter.
 */
export async function score(set) {
  const source = set.file ? readFileSync(set.file, 'utf8') : letters()
  const records = source
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
  const lint = await linter()
  const seen = new Map()
  for (const record of records) {
    if (typeof record.text !== 'string') continue
    const { messages, articles } = await lint(record.text, nameOf(record))
    seen.set(record, { us: messages, claims: articles.flatMap((article) => article.claims) })
  }
  const labels = createHash('sha256').update(source).digest('hex').slice(0, 16)
  return { ...set, labels, ...scoreOf(records, (record) => seen.get(record)) }
}

/** Scores sets one after the other. */
export async function scoreAll(sets) {
  const results = []
  for (const set of sets) results.push(await score(set))
  return results
}

/**
 * The wordings FDA quoted from sellers' pages in warning letters (rules/precedents): each is a disease claim in FDA's eyes, so they measure recall alone.
 * Those that FDA read with the page around them (`readWithPage`) are arguable.
 */
function letters() {
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
  return records.map((record) => JSON.stringify(record)).join('\n')
}
