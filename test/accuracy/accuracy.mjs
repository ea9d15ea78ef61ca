#!/usr/bin/env node
// Scores every labelled set of this folder and writes docs/accuracy.md: what the README says about accuracy comes from here.
//   node test/accuracy/accuracy.mjs                  writes docs/accuracy.md and .json; refuses while a figure falls whose labels are the same
//   node test/accuracy/accuracy.mjs --accept "why"   writes a fall all the same, with the reason
//   node test/accuracy/accuracy.mjs --check          compares with the committed docs/accuracy.json: exit 1 when a figure fell or labels changed unpublished
//   node test/accuracy/accuracy.mjs --ablate [en|ja] lists rows whose removal changes exactly one labelled sentence (ablate.mjs)
//   node test/accuracy/accuracy.mjs --open NAME …    runs blind sets for the first time and records their figures for good
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ablate } from './ablate.mjs'
import { figuresOf, pageOf, precisionOf } from './page.mjs'
import { pairs } from './pairs.mjs'
import { quiet } from './quiet.mjs'
import { blindSet, firstRuns, firstRunsFile, openSets, root, score, scoreAll } from './sets.mjs'

const [page, record] = [join(root, 'docs/accuracy.md'), join(root, 'docs/accuracy.json')]
const option = (name) => process.argv.includes(name)

if (option('--ablate'))
  for (const each of await ablate(process.argv[process.argv.indexOf('--ablate') + 1])) console.log(JSON.stringify(each))
else if (option('--open')) await open(process.argv.slice(process.argv.indexOf('--open') + 1))
else await publish()

/** A first run can be had once, and only of what is committed: a figure that nobody can run again is none. */
async function open(names) {
  const changed = execFileSync('git', ['status', '--porcelain'], { cwd: root, encoding: 'utf8' })
  if (changed) throw new Error(`a first run is taken of a committed tree; not committed:\n${changed}`)
  const commit = execFileSync('git', ['rev-parse', '--short=10', 'HEAD'], { cwd: root, encoding: 'utf8' }).trim()
  const known = firstRuns()
  for (const name of names) {
    if (name in known) throw new Error(`${name} is open already: its first run stands in first-runs.json`)
    const result = await score(blindSet(name))
    const tables = {
      ...result.sentences,
      ...Object.fromEntries(Object.entries(result.documents).map(([kind, t]) => [`document:${kind}`, t])),
    }
    const counted = Object.entries(tables).filter(([, { tp, fp, fn }]) => tp + fp + fn > 0)
    const figures = Object.fromEntries(counted.map(([label, { tp, fp, fn, f1 }]) => [label, { tp, fp, fn, f1: Number(f1.toFixed(3)) }]))
    known[name] = { commit, ...figures }
    console.log(name, JSON.stringify(figures))
  }
  writeFileSync(firstRunsFile, `${JSON.stringify(known, null, 2)}\n`)
}

async function publish() {
  const results = await scoreAll(openSets())
  const before = existsSync(record) ? JSON.parse(readFileSync(record, 'utf8')) : { sets: {}, accepted: [] }
  const translated = await pairs()
  const falls = [...results.flatMap((result) => fallsOf(result, before.sets?.[result.name])), ...pairsFallen(translated, before.pairs)]
  for (const fall of falls) console.error(`accuracy fell: ${fall}`)
  if (option('--check')) {
    const unpublished = results.filter(({ name, labels }) => before.sets?.[name]?.labels !== labels)
    if (before.pairs?.labels !== translated.labels) unpublished.push({ name: 'pairs' })
    for (const { name } of unpublished)
      console.error(`labels of ${name} are not those of docs/accuracy.json: run npm run accuracy in the commit that corrects them`)
    if (falls.length + unpublished.length > 0) process.exitCode = 1
    else console.log(`accuracy: no figure fell in ${results.length} sets`)
    return
  }
  const reason = option('--accept') ? process.argv[process.argv.indexOf('--accept') + 1] : undefined
  if (falls.length > 0 && !reason) {
    process.exitCode = 1
    console.error('docs/accuracy.md is left as it was. A fall is mended, or accepted with --accept "why".')
    return
  }
  const accepted = [...(before.accepted ?? []), ...(falls.length > 0 ? [{ why: reason, falls }] : [])]
  const silence = await quiet()
  writeFileSync(page, pageOf({ results, firstRuns: firstRuns(), silence, translated, accepted }))
  const sets = Object.fromEntries(results.map((result) => [result.name, { labels: result.labels, ...figuresOf(result) }]))
  writeFileSync(
    record,
    `${JSON.stringify({ precision: precisionOf(results), pairs: pairsOnRecord(translated), sets, accepted }, null, 2)}\n`,
  )
  console.log(`docs/accuracy.md: ${results.length} sets`)
}

/** Figures lower than those on record for the same labels, with the records that are newly wrong. */
function fallsOf(result, before) {
  if (!before || before.labels !== result.labels) return []
  const now = figuresOf(result)
  const known = new Set(before.errors ?? [])
  return Object.entries(before.f1 ?? {})
    .filter(([label, f1]) => (now.f1[label] ?? 0) < f1)
    .map(([label, f1]) => {
      const fresh = now.errors.filter((error) => error.includes(` ${label.replace('document:', '')}`) && !known.has(error))
      return `${result.name} ${label}: ${f1} -> ${now.f1[label] ?? 'gone'}${fresh.length > 0 ? ` (${fresh.join('; ')})` : ''}`
    })
}

/** What docs/accuracy.json keeps of the translation pairs. */
function pairsOnRecord({ labels, total, same, apart }) {
  return { labels, total, same, apart: apart.map(({ id }) => id) }
}

/** Fewer pairs of one verdict than on record for the same labels. */
function pairsFallen({ labels, same, apart }, before) {
  if (!before || before.labels !== labels || same >= before.same) return []
  const fresh = apart.map(({ id }) => id).filter((id) => !before.apart.includes(id))
  return [`pairs given one verdict: ${before.same} -> ${same} (${fresh.join('; ')})`]
}
