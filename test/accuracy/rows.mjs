// Further examples of rows of rules/concepts, rules/cues and rules/constructions that stand in one labelled sentence only (ablate.mjs).
//   node test/accuracy/rows.mjs [en|ja]     examples with another verdict than theirs, that the row has no part in, or that have their verdict without it
// rows.jsonl: `{ row, lang, text, verdict }`, two or more a row; verdicts as in pairs.mjs, by the rulings of README.md. Plain Node, reads dist/.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { verdictOf } from './pairs.mjs'
import { root } from './sets.mjs'

/** So many examples of its own a row needs. */
export const enough = 2

const noPart = 'the row has no part in it'
const kinds = ['concepts', 'cues', 'constructions']

/** Row id -> its examples. */
export function examplesOfRows() {
  const byRow = new Map()
  for (const line of readFileSync(join(root, 'test/accuracy/rows.jsonl'), 'utf8').split('\n').filter(Boolean)) {
    const example = JSON.parse(line)
    byRow.set(example.row, [...(byRow.get(example.row) ?? []), example])
  }
  return byRow
}

/** What is wrong with an example for an engine: `undefined`, or the verdict it is given, or that the row has no part in it. */
export async function faultOf({ row, text, verdict }, engine, config) {
  const result = await engine.lint(`${text}\n`, { path: 'page.md', config })
  const got = verdictOf(result, verdict)
  if (got.join() !== verdict.join()) return `is ${got.join(', ') || 'none'}, not ${verdict.join(', ') || 'none'}`
  return rowsIn(result).has(row) ? undefined : noPart
}

/** Ids of all rows that a page has matched, whatever came of it. */
export function rowsIn({ document }) {
  const rows = new Set()
  for (const { sentences } of document.blocks) {
    for (const { concepts, cues, effects } of sentences) {
      for (const { concept, by } of concepts) rows.add(concept).add(by ?? concept)
      for (const { cue } of cues) rows.add(cue)
      for (const { by } of effects) if (by) rows.add(by)
    }
  }
  return rows
}

/** A row without its words: it matches nothing, and what names it stays whole. */
export const wordless = ({ en: _en, ja: _ja, ...row }) => row

async function list(only) {
  const { createEngine, defaultConfig } = await import(new URL('../../dist/index.js', import.meta.url).href)
  const rules = JSON.parse(readFileSync(join(root, 'dist/rules.json'), 'utf8'))
  const whole = await createEngine({ ruleSet: rules })
  for (const [id, examples] of examplesOfRows()) {
    const kind = kinds.find((each) => rules[each].some((row) => row.id === id))
    if (!kind) {
      console.log(`${id}: there is no such row`)
      continue
    }
    const without = await createEngine({ ruleSet: { ...rules, [kind]: rules[kind].map((row) => (row.id === id ? wordless(row) : row)) } })
    if (examples.length < enough) console.log(`${id}: has ${examples.length} example`)
    for (const example of examples) {
      if (only !== undefined && example.lang !== only) continue
      const fault = await faultOf(example, whole, defaultConfig)
      if (fault) console.log(`${id}: ${fault}: ${example.text}`)
      else if ((await faultOf(example, without, defaultConfig)) === noPart)
        console.log(`${id}: has its verdict without the row too: ${example.text}`)
    }
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await list(process.argv[2])
