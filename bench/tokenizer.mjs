#!/usr/bin/env node
// The packed tokenizer beside stock kuromoji: warm speed, cold start, peak memory, long runs. Ratios within this run are what counts.
//   node bench/tokenizer.mjs [text file …]        after `npm run build`; without files: the sentences of the tokenizer tests
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { cpus, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const COLD_RUNS = 11
const WARM_RUNS = 5
/** Milliseconds of passes that are not counted, and how many are. */
const WARM_UP = 1_500
const WARM_REPEATS = 30

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const files = process.argv.slice(2)
if (files.length === 0) files.push(join(root, 'test/unit/ja-tokenizer/fixtures/sentences.txt'))
const text = files.map((file) => readFileSync(file, 'utf8')).join('\n')

const scratch = join(root, 'dist', '.bench-tokenizer')
const caches = mkdtempSync(join(tmpdir(), 'claimlint-bench-'))
process.env.XDG_CACHE_HOME = join(caches, 'warm')

try {
  await bundle()
  console.log(`node ${process.version}, ${cpus().length} x ${cpus()[0]?.model ?? 'unknown processor'}; ${text.length} characters\n`)
  warm()
  cold()
  await longRuns()
} finally {
  rmSync(scratch, { recursive: true, force: true })
  rmSync(caches, { recursive: true, force: true })
}

/** The tokenizer as it is bundled for users, and one program for each way of using it. */
async function bundle() {
  mkdirSync(scratch, { recursive: true })
  await build({
    absWorkingDir: root,
    entryPoints: ['src/languages/ja/tokenizer/index.ts'],
    outdir: scratch,
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    outExtension: { '.js': '.mjs' },
    external: ['kuromoji'],
    minifySyntax: true,
    minifyWhitespace: true,
    logLevel: 'warning',
  })
  writeFileSync(join(scratch, 'text.txt'), text)
  writeFileSync(join(scratch, 'bare.mjs'), program(''))
  const load = (kind) => `
      const { loadTokenizer } = await import('./index.mjs')
      const tokenizer = await loadTokenizer('${kind}')`
  const library = `
      const { default: kuromoji } = await import('kuromoji')
      const dicPath = ${JSON.stringify(join(dirname(createRequire(import.meta.url).resolve('kuromoji/package.json')), 'dict'))}
      const library = await new Promise((resolve) => kuromoji.builder({ dicPath }).build((_, built) => resolve(built)))
      const tokenizer = { tokenize: (text) => text.split('\\n').flatMap((line) => library.tokenize(line)) }`
  const once = `
      report.loaded = performance.now() - began
      report.words = tokenizer.tokenize(text).length`
  const often = `
      const { createHash } = await import('node:crypto')
      report.words = createHash('sha256').update(JSON.stringify(tokenizer.tokenize(text))).digest('hex')
      for (const until = performance.now() + ${WARM_UP}; performance.now() < until; ) tokenizer.tokenize(text)
      const times = Array.from({ length: ${WARM_REPEATS} }, () => {
        const from = performance.now()
        tokenizer.tokenize(text)
        return performance.now() - from
      })
      report.pass = times.sort((a, b) => a - b)[times.length >> 1]`
  for (const [name, start] of Object.entries({ packed: load('packed'), kuromoji: load('kuromoji'), library })) {
    writeFileSync(join(scratch, `${name}.mjs`), program(start + once))
    writeFileSync(join(scratch, `${name}-warm.mjs`), program(start + often))
  }
}

function program(body) {
  return `
    import { readFileSync } from 'node:fs'
    const began = performance.now()
    const text = readFileSync(new URL('text.txt', import.meta.url), 'utf8')
    const report = {}
    ${body}
    report.cpu = (process.resourceUsage().userCPUTime + process.resourceUsage().systemCPUTime) / 1000
    report.rss = process.platform === 'linux'
      ? Number(/VmHWM:\\s*(\\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1]) / 1024 // maxRSS can be that of the parent
      : process.resourceUsage().maxRSS / 1024
    console.log(JSON.stringify(report))`
}

/** One process each, taking turns; the library itself gets line by line, which is kinder to it than the whole text. */
function warm() {
  const rounds = Array.from({ length: WARM_RUNS }, () => ({
    packed: start('packed-warm', 'warm'),
    kuromoji: start('kuromoji-warm', 'warm'),
    library: start('library-warm', 'warm'),
  }))
  const isEqual = rounds.every(({ packed, kuromoji }) => packed.words === kuromoji.words)
  const row = (name, who) => {
    const speed = Math.round(text.length / median(rounds.map((round) => round[who].pass)))
    const ratio = spread(rounds.map((round) => round[who].pass / round.packed.pass))
    const comparison = who === 'packed' ? '' : `   packed is ${ratio} times as fast`
    console.log(`  ${name.padEnd(22)} ${String(speed).padStart(5)}${comparison}`)
  }
  console.log(`warm, thousand characters a second (${WARM_RUNS} rounds, words ${isEqual ? 'equal' : 'DIFFER'})`)
  row('packed', 'packed')
  row('kuromoji, as wrapped', 'kuromoji')
  row('kuromoji, line by line', 'library')
  console.log()
}

/** Fresh processes, taking turns: load, read the text once, end. `first use` has an empty cache and unpacks. */
function cold() {
  start('packed', 'warm')
  const rounds = Array.from({ length: COLD_RUNS }, (_, i) => ({
    bare: start('bare', 'warm'),
    packed: start('packed', 'warm'),
    first: start('packed', `empty-${i}`),
    kuromoji: start('kuromoji', 'warm'),
  }))
  const of = (who, what) => median(rounds.map((round) => round[who][what]))
  const row = (name, who) => {
    const added = median(rounds.map((round) => round[who].wall - round.bare.wall))
    const cpu = median(rounds.map((round) => round[who].cpu - round.bare.cpu))
    const loaded = rounds[0][who].loaded === undefined ? '' : `, load ${of(who, 'loaded').toFixed(0)}`
    console.log(
      `  ${name.padEnd(10)} wall +${added.toFixed(0)} ms, processor +${cpu.toFixed(0)} ms${loaded}, peak ${of(who, 'rss').toFixed(0)} MB`,
    )
  }
  console.log(
    `cold, one process each, added to bare node (${of('bare', 'wall').toFixed(0)} ms, ${of('bare', 'rss').toFixed(0)} MB); ${COLD_RUNS} rounds`,
  )
  row('packed', 'packed')
  row('first use', 'first')
  row('kuromoji', 'kuromoji')
  const share = rounds.map(({ bare, packed, kuromoji }) => (packed.wall - bare.wall) / (kuromoji.wall - bare.wall))
  console.log(`  packed adds ${spread(share, 3)} of what kuromoji adds\n`)
}

function start(name, cache) {
  const env = { ...process.env, XDG_CACHE_HOME: join(caches, cache) }
  const began = performance.now()
  const { stdout, stderr, status } = spawnSync(process.execPath, [join(scratch, `${name}.mjs`)], { env, encoding: 'utf8' })
  const wall = performance.now() - began
  if (status !== 0) throw new Error(stderr)
  return { ...JSON.parse(stdout), wall }
}

async function longRuns() {
  const { loadTokenizer } = await import(pathToFileURL(join(scratch, 'index.mjs')).href)
  const packed = await loadTokenizer('packed')
  const prose = text.replace(/[、。！？!?\s]/g, '')
  console.log('packed, one run without punctuation, ms for 64,000 / 256,000 / 1,000,000 characters')
  for (const [name, unit] of Object.entries({ ー: 'ー', の: 'の', prose: prose })) {
    const times = [64_000, 256_000, 1_000_000].map((length) => {
      const run = unit.repeat(Math.ceil(length / unit.length)).slice(0, length)
      return time(() => packed.tokenize(run), 1).toFixed(0)
    })
    console.log(`  ${name.padEnd(6)} ${times.join(' / ')}`)
  }
}

function time(work, repeats) {
  const began = performance.now()
  for (let i = 0; i < repeats; i++) work()
  return (performance.now() - began) / repeats
}

function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(share * (sorted.length - 1))]
}

function median(values) {
  return quantile(values, 0.5)
}

function spread(values, digits = 1) {
  const [low, middle, high] = [0.1, 0.5, 0.9].map((share) => quantile(values, share).toFixed(digits))
  return `${middle} [${low} to ${high}]`
}
