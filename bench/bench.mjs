#!/usr/bin/env node
// claimlint beside bare Node and other linters, over one generated corpus, in alternation. After `npm run build`:
//   npm run bench -- [--quick] [--only coldEN,coldClean,coldJA,corpusEN,corpusJA,workers,cache,builds,growth,pathological,score]
//                    [--peers DIR] [--build DIR] [--runs 9] [--big-runs 3] [--articles 500] [--growth 250,500,1000,2000,4000] [--work DIR] [--json FILE]
// Method: A B A B … in one run; the figure is the median of the pairwise ratios claimlint/other, with p10 and p90. Absolute times depend on the
// machine and the minute; ratios do not. A bare `node -e 0` is in every rotation. --quick: few runs, a small corpus: a look, not a result.
// --build DIR: another checkout of claimlint, built; both read the long practice articles.
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { generate } from './gen-corpus.mjs'
import { exponent, median, once, quantile, round } from './measure.mjs'
import { pathological } from './pathological.mjs'
import { peersIn, versionsIn } from './peers.mjs'

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..')
const flag = (name) => process.argv.includes(`--${name}`)
const option = (name, fallback) => {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? fallback : process.argv[at + 1]
}
const quick = flag('quick')
const work = path.resolve(option('work', path.join(os.tmpdir(), 'claimlint-bench')))
const runs = Number(option('runs', quick ? 5 : 9))
const bigRuns = Number(option('big-runs', quick ? 1 : 3))
const articles = Number(option('articles', quick ? 100 : 500))
const peersFolder = option('peers')
const peers = peersFolder === undefined ? [] : peersIn(path.resolve(peersFolder))
const otherBuild = option('build')
const bare = { name: 'bare node -e 0', command: () => ['node', '-e', '0'] }

fs.mkdirSync(work, { recursive: true })
// what a run unpacks or caches stays out of the user's own directories
process.env.XDG_CACHE_HOME = path.join(work, 'xdg-cache')
fs.writeFileSync(path.join(work, 'package.json'), '{}')

const claimlint = (files, ...more) => ['node', path.join(root, 'bin/claimlint.js'), '--no-config', '--format', 'json', ...more, ...files]
// one core each: the others have one too
const own = { name: 'claimlint', command: (files) => claimlint(files, '--no-cache', '--concurrency', '1') }

// what V8 compiled in an earlier run is not used
const firstRun = (files) => ['env', 'NODE_DISABLE_COMPILE_CACHE=1', ...own.command(files)]

const scenarios = {
  coldEN: () => cold('en', 'one English article', articleOfSize('en', 5120)),
  coldClean: () => cold('en', 'one English file that holds no candidate', cleanFile()),
  coldJA: () => cold('ja', 'one Japanese article', articleOfSize('ja', 5120)),
  corpusEN: () => corpusOf('en'),
  corpusJA: () => corpusOf('ja'),
  workers: workerRuns,
  cache: cacheRuns,
  builds: besideBuild,
  growth,
  pathological: hostile,
  score,
}

const report = {
  node: process.version,
  cpu: os.cpus()[0]?.model,
  cpus: os.cpus().length,
  load: os.loadavg(),
  peers: peersFolder ? versionsIn(peersFolder) : {},
  quick,
  scenarios: {},
}
console.log(`node ${process.version}, ${os.cpus().length} cores${quick ? ', quick look' : ''}`)
for (const name of option('only', Object.keys(scenarios).join(',')).split(',')) {
  if (!(name in scenarios)) throw new Error(`no scenario "${name}"; there are ${Object.keys(scenarios).join(', ')}`)
  report.scenarios[name] = await scenarios[name]()
}
if (option('json')) fs.writeFileSync(option('json'), `${JSON.stringify(report, null, 1)}\n`)

function corpus(name, options) {
  const out = path.join(work, name)
  const manifest = path.join(out, 'manifest.json')
  if (!fs.existsSync(manifest)) generate({ out, ...options })
  return { out, manifest: JSON.parse(fs.readFileSync(manifest, 'utf8')) }
}

function filesOf({ out, manifest }) {
  return manifest.files.map(({ file }) => path.join(out, file))
}

function articleOfSize(language, bytes) {
  const files = filesOf(corpus(`one-${language}`, { n: 40, mix: `${language}:1`, html: 0, eol: 'lf', seed: 'cold' }))
  const distance = (file) => Math.abs(fs.statSync(file).size - bytes)
  return files.sort((a, b) => distance(a) - distance(b))[0]
}

/** 5 KB about something else altogether. */
function cleanFile() {
  const file = path.join(work, 'clean.md')
  const lines = [
    'The train leaves platform four at noon and arrives at dusk.',
    'Its windows were replaced in autumn, in two workshops by the river.',
  ]
  fs.writeFileSync(file, `# Timetable\n\n${`${lines.join(' ')}\n\n`.repeat(40)}`)
  return file
}

/** Each contender once to warm up, then in turn; ratios are claimlint's cost over the other's. */
async function compare(title, contenders, count) {
  const results = new Map(contenders.map(({ name }) => [name, []]))
  for (let run = -1; run < count; run++) {
    for (const { name, command } of contenders) {
      const result = await once(command, { cwd: work })
      if (run >= 0) results.get(name).push(result)
    }
  }
  const first = results.get(contenders[0].name)
  const rows = {}
  for (const [name, list] of results) {
    const ratios = (cost) => list.map((each, i) => first[i][cost] / each[cost])
    const of = (cost) => median(list.map((each) => each[cost]))
    rows[name] = {
      wall_ms: round(of('wall'), 0),
      cpu_ms: round(of('cpu'), 0),
      rss_mb: round(of('rss'), 0),
      exit: [...new Set(list.map((each) => (each.timedOut ? 'timeout' : each.code)))].join(),
      ratio_wall: round(median(ratios('wall'))),
      ratio_cpu: round(median(ratios('cpu'))),
      p10: round(quantile(ratios('cpu'), 0.1)),
      p90: round(quantile(ratios('cpu'), 0.9)),
    }
  }
  console.log(`\n## ${title} (n=${count}; ratios claimlint/other, p10 and p90 of the CPU ratio)`)
  return rows
}

function beside(language, files) {
  const others = peers.filter((peer) => !peer.language || peer.language === language)
  return [own, bare, ...others].map(({ name, command }) => ({ name, command: command(files) }))
}

async function cold(language, what, file) {
  const contenders = [...beside(language, [file]), { name: 'claimlint, first run', command: firstRun([file]) }]
  const rows = await compare(`Cold start: ${what}, ${fs.statSync(file).size} bytes`, contenders, runs)
  console.table(rows)
  return rows
}

async function corpusOf(language) {
  const made = corpus(`corpus-${articles}-${language}`, { n: articles, mix: `${language}:1`, html: 0, eol: 'lf' })
  const files = filesOf(made)
  const contenders = beside(language, files).filter(({ name }) => !quick || !peers.some((peer) => peer.slow && peer.name === name))
  const rows = await compare(`${articles} articles (${language}), ${round(made.manifest.totals.bytes / 1e6)} MB`, contenders, bigRuns)
  for (const row of Object.values(rows)) {
    row.articles_per_s = round(articles / (row.wall_ms / 1000), 0)
    row.articles_per_cpu_s = round(articles / (row.cpu_ms / 1000), 0)
  }
  console.table(rows)
  return rows
}

async function cacheRuns() {
  const files = filesOf(corpus(`corpus-${articles}-mixed`, { n: articles }))
  const location = path.join(work, 'cache')
  const command = claimlint(files, '--cache', '--cache-location', location, '--concurrency', '1')
  const costs = { cold: [], warm: [], oneChanged: [] }
  for (let run = 0; run < Math.max(3, bigRuns); run++) {
    fs.rmSync(location, { recursive: true, force: true })
    costs.cold.push(await once(command, { cwd: work }))
    costs.warm.push(await once(command, { cwd: work }))
    const changed = files[(run * 37) % files.length]
    const kept = fs.readFileSync(changed)
    fs.appendFileSync(changed, '\nOne more line.\n')
    costs.oneChanged.push(await once(command, { cwd: work }))
    fs.writeFileSync(changed, kept)
  }
  const over = (list) => round(median(list.map((each, i) => each.cpu / costs.cold[i].cpu)), 3)
  return note('Cache', {
    cold_ms: round(median(costs.cold.map((c) => c.cpu)), 0),
    warm_over_cold: over(costs.warm),
    one_changed_over_cold: over(costs.oneChanged),
  })
}

/** Two threads beside one: wall time is what they are for, CPU time what they cost. */
async function workerRuns() {
  const files = filesOf(corpus(`corpus-${articles}-mixed`, { n: articles }))
  const command = (n) => claimlint(files, '--no-cache', '--concurrency', String(n))
  const contenders = [2, 1].map((n) => ({ name: `claimlint --concurrency ${n}`, command: command(n) }))
  const rows = await compare(`Workers: ${articles} articles`, contenders, bigRuns)
  console.table(rows)
  return rows
}

/** Two builds over the sixteen long practice articles of each language: what was learnt between them costs. */
async function besideBuild() {
  if (otherBuild === undefined) return note('Builds', 'skipped: no --build DIR to run beside')
  const other = (files) => own.command(files).with(1, path.join(path.resolve(otherBuild), 'bin/claimlint.js'))
  const tables = {}
  for (const language of ['en', 'ja']) {
    const files = practiceArticles(language)
    const contenders = [own, { name: 'the other build', command: other }, bare]
    const title = `Builds: ${files.length} long articles (${language})`
    tables[language] = await compare(
      title,
      contenders.map(({ name, command }) => ({ name, command: command(files) })),
      runs,
    )
    console.table(tables[language])
  }
  return tables
}

function practiceArticles(language) {
  const lines = ['articles', 'articles-2'].flatMap((set) =>
    fs
      .readFileSync(path.join(root, `test/accuracy/practice/${set}-${language}.jsonl`), 'utf8')
      .trim()
      .split('\n'),
  )
  return lines.map((line) => {
    const { id, text, format } = JSON.parse(line)
    const file = path.join(work, `${id}.${{ markdown: 'md', html: 'html', text: 'txt' }[format]}`)
    fs.writeFileSync(file, text)
    return file
  })
}

async function growth() {
  const sizes = option('growth', quick ? '50,100,200,400' : '250,500,1000,2000,4000')
    .split(',')
    .map(Number)
  const files = filesOf(corpus(`growth-${sizes.at(-1)}`, { n: sizes.at(-1) }))
  const cpu = []
  const rss = []
  for (const size of sizes) {
    const results = []
    const limit = Math.max(60_000, size * 500)
    for (let run = 0; run < bigRuns; run++) results.push(await once(own.command(files.slice(0, size)), { cwd: work, limit }))
    // what was killed has no figure, and no exponent
    if (results.some((each) => each.timedOut)) return note('Growth', { articles: size, killed_after_ms: limit })
    cpu.push(median(results.map((each) => each.cpu)))
    rss.push(median(results.map((each) => each.rss)))
  }
  return note('Growth', {
    articles: sizes,
    cpu_ms: cpu.map((x) => round(x, 0)),
    rss_mb: rss.map((x) => round(x, 0)),
    exponent_cpu: round(exponent(sizes, cpu)),
    exponent_cpu_upper_half: round(exponent(sizes.slice(-3), cpu.slice(-3))),
    exponent_rss: round(exponent(sizes, rss)),
  })
}

async function hostile() {
  const rows = {}
  for (const [name, [text, seconds, extension]] of Object.entries(pathological)) {
    const file = path.join(work, `pathological.${extension}`)
    fs.writeFileSync(file, text)
    const result = await once(own.command([file]), { cwd: work, limit: seconds * 1000 })
    const verdict = result.timedOut ? 'TIMEOUT' : result.code === 0 || result.code === 1 ? 'ok' : `EXIT ${result.code}`
    rows[name] = { wall_ms: round(result.wall, 0), rss_mb: round(result.rss, 0), limit_s: seconds, verdict }
  }
  console.log('\n## Hostile input')
  console.table(rows)
  return rows
}

/** Recall on the injected violations and false alarms on the decoys of the corpus that is timed: speed bought with findings would show here. */
async function score() {
  const made = corpus(`corpus-${articles}-mixed`, { n: articles })
  const { out } = await once(own.command(filesOf(made)), { cwd: work, keep: true })
  const messages = new Map(JSON.parse(out).map((file) => [path.relative(made.out, path.resolve(work, file.filePath)), file.messages]))
  const kinds = {}
  const decoys = { total: 0, flagged: 0 }
  for (const { file, violations, decoys: traps } of made.manifest.files) {
    const found = messages.get(file) ?? []
    for (const { kind, line } of violations) {
      kinds[kind] ??= { injected: 0, flagged: 0 }
      kinds[kind].injected++
      if (found.some((m) => [m, ...m.related].some((at) => at.line <= line && line <= at.endLine))) kinds[kind].flagged++
    }
    for (const { line } of traps) {
      if (violations.some((violation) => violation.line === line)) continue
      decoys.total++
      if (found.some((m) => m.line === line && /disease/.test(m.ruleId))) decoys.flagged++
    }
  }
  console.log('\n## Score')
  console.table(kinds)
  console.log('decoys', decoys)
  return { kinds, decoys }
}

function note(title, result) {
  console.log(`\n## ${title}`, result)
  return result
}
