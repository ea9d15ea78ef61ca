// What hangs by a thread: rows of rules/concepts, rules/cues and rules/constructions whose removal changes exactly one labelled sentence.
//   node test/accuracy/accuracy.mjs --ablate [en|ja]
// Such a row is a rule for one sentence as far as the labels show: it gets two further examples of its kind in rows.jsonl, or goes; one that has them is not
// listed. Minutes of work. Plain Node, reads dist/.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { verdictOf } from './pairs.mjs'
import { enough, examplesOfRows, rowsIn, wordless } from './rows.mjs'
import { openSets, root } from './sets.mjs'

/** Rows that stand in more sentences than this are no rule for one sentence. */
const mostSentences = 40

/** `[{ kind, row, record, text, before, after }]`, for one language or both. `before` and `after` are verdicts as in pairs.mjs. */
export async function ablate(only) {
  const { createEngine, defaultConfig } = await import(new URL('../../dist/index.js', import.meta.url).href)
  const rules = JSON.parse(readFileSync(join(root, 'dist/rules.json'), 'utf8'))
  const whole = await createEngine({ ruleSet: rules })
  const lint = async (engine, { text, format }) =>
    engine.lint(`${text}\n`, { path: `page.${extensions[format] ?? 'md'}`, config: defaultConfig })
  const records = sentences().filter(({ lang }) => only === undefined || lang === only)
  const standing = new Map()
  for (const record of records) {
    const result = await lint(whole, record)
    record.verdict = verdictOf(result, record.truth)
    for (const row of rowsIn(result)) {
      const list = standing.get(row)
      if (list) list.push(record)
      else standing.set(row, [record])
    }
  }
  const found = []
  const examples = examplesOfRows()
  for (const kind of ['concepts', 'cues', 'constructions']) {
    for (const row of rules[kind]) {
      const touched = standing.get(row.id) ?? []
      if (touched.length === 0 || touched.length > mostSentences || (examples.get(row.id) ?? []).length >= enough) continue
      const without = await createEngine({
        ruleSet: { ...rules, [kind]: rules[kind].map((each) => (each === row ? wordless(row) : each)) },
      })
      const changed = []
      for (const record of touched) {
        const after = verdictOf(await lint(without, record), record.truth)
        if (after.join() !== record.verdict.join())
          changed.push({ kind, row: row.id, record: record.id, text: record.text, before: record.verdict, after })
        if (changed.length > 1) break
      }
      if (changed.length === 1) found.push(changed[0])
    }
  }
  return found
}

const extensions = { text: 'txt', html: 'html', markdown: 'md' }

/** Labelled sentences of all open sets, with the verdict that their labels say; validation sets (every third for practice) are read by nobody. */
function sentences() {
  return openSets()
    .filter(({ file, kind, name }) => file && !(kind === 'practice' && Number(name.split('-')[1]) % 3 === 0))
    .flatMap(({ file }) =>
      readFileSync(file, 'utf8')
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line)),
    )
    .filter((record) => record.labels && !Array.isArray(record.labels.doc) && typeof record.text === 'string' && record.type !== 'document')
    .map((record) => ({
      ...record,
      lang: record.lang ?? 'ja',
      truth: Object.entries(kindOf).flatMap(([label, kind]) => (record.labels[label] ? [kind] : [])),
    }))
}

const kindOf = {
  ftc_absolute: 'absolute', disease_claim: 'disease', us_disease_claim: 'disease', sf_claim: 'structure-function', us_sf_claim: 'structure-function', study_claim_uncited: 'study',
} // biome-ignore format: a table
