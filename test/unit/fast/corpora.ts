import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadRules } from '../../../src/match/load.js'

/** Something to lint, with the name that decides its format. */
export interface Sample {
  readonly path: string
  readonly text: string
}

/** Every text there is in the repository: articles, examples of all rules, practice and blind sentences, documents. */
export function corpora(): readonly Sample[] {
  return [
    ...articles('test/corpus'),
    ...articles('examples'),
    ...articles('docs'),
    ...articles('rules'),
    ...articles('.'),
    ...jsonLines('test/accuracy'),
    ...jsonLines('test/accuracy/blind'),
    ...articles('test/accuracy/neutral'),
    ...examples(),
  ]
}

function articles(folder: string): Sample[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:md|html|txt)$/.test(entry.name))
    .map(({ name }) => ({ path: join(folder, name), text: readFileSync(join(folder, name), 'utf8') }))
}

/** Each string of a line long enough to be a text. */
function jsonLines(folder: string): Sample[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .flatMap((name) =>
      readFileSync(join(folder, name), 'utf8')
        .split('\n')
        .filter((line) => line.trim() !== '')
        .flatMap((line, i) => stringsOf(JSON.parse(line)).map((text) => ({ path: `${folder}/${name}-${i}.md`, text }))),
    )
}

function stringsOf(value: unknown): string[] {
  if (typeof value === 'string') return value.length > 8 ? [value] : []
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsOf) : []
}

function examples(): Sample[] {
  const rules = loadRules('rules')
  const all = [
    ...rules.rules.flatMap(({ id, examples: of }) => [...of.invalid, ...of.valid].map((example) => ({ id, example }))),
    ...rules.concepts.map((row) => ({ id: row.id, example: row })),
  ]
  return all.flatMap(({ id, example }) =>
    stringsOf(example).map((text, i) => ({ path: `${id.replace(/\W/g, '-')}-${i}.md`, text: text.replaceAll(/\[\[|\]\]/g, '') })),
  )
}
