#!/usr/bin/env node
// Builds dist/: the bundle, the compiled rules, the packed Japanese dictionary, the type declarations of the API.
//   node src/build/build.mjs [--no-dictionary] [--no-types]     (--no-dictionary: where one is there already)
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { bundleProgram } from './bundle-program.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '../..')
const dist = join(root, 'dist')
const skip = (what) => process.argv.includes(`--no-${what}`)

const common = {
  absWorkingDir: root,
  platform: 'node',
  target: 'node20.19',
  // esbuild would make an expression with a newer class (\p{L} …) anew each time its line is reached
  supported: { 'regexp-unicode-property-escapes': true },
  format: 'esm',
  bundle: true,
  logLevel: 'warning',
  // CommonJS packages inside an ES module bundle still ask for these
  banner: { js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);" },
  // the stock tokenizer and code configs load their own files; cosmiconfig would pull a TypeScript compiler in
  external: ['kuromoji', 'cosmiconfig', 'typescript'],
}

/** Bundles a build step (TypeScript) to a temporary module next to the output and runs its export. */
async function step(entry, name, ...args) {
  const outfile = join(dist, '.build', `${name}.mjs`)
  await build({ ...common, entryPoints: [entry], outfile, packages: 'external' })
  const module = await import(pathToFileURL(outfile).href)
  await module[name](...args)
}

mkdirSync(dist, { recursive: true })
for (const stale of readdirSync(dist)) if (stale !== 'ja.dict') rmSync(join(dist, stale), { recursive: true, force: true })

await step('src/build/compile-rules.ts', 'compileRules', join(root, 'rules'), join(dist, 'rules.json'))
if (!skip('dictionary') && !existsSync(join(dist, 'ja.dict'))) {
  await step('src/build/pack-dictionary.ts', 'packDictionary', join(dist, 'ja.dict'))
}
await step('src/build/prepare-vocabulary.ts', 'prepareVocabulary', dist)
await step('src/build/prepare-precedents.ts', 'preparePrecedents', join(root, 'rules/precedents'), dist)
await build({
  ...common,
  entryPoints: { index: 'src/index.ts' },
  outdir: dist,
  splitting: true,
  chunkNames: 'chunks/[name]-[hash]',
  minifySyntax: true,
  minifyWhitespace: true,
})
const program = await bundleProgram({ ...common, minifySyntax: true, minifyWhitespace: true }, dist)
await build({
  ...common,
  format: 'cjs',
  banner: {},
  entryPoints: { cli: 'src/start/cli.ts', worker: 'src/start/worker.ts' },
  outExtension: { '.js': '.cjs' },
  outdir: dist,
  define: { __PROGRAM_HASH__: JSON.stringify(program) },
  minifySyntax: true,
  minifyWhitespace: true,
})
rmSync(join(dist, '.build'), { recursive: true, force: true })
writeFileSync(join(dist, 'identity'), identity())
if (!skip('types')) {
  const tsc = join(root, 'node_modules/typescript/bin/tsc')
  execFileSync(process.execPath, [tsc, '-p', join(root, 'src/build/tsconfig.types.json')], { stdio: 'inherit' })
}

/** A hash of all that decides what the linter finds: code, rules, vocabularies, dictionary. Results kept by another build are not used. */
function identity() {
  const hash = createHash('sha256')
  const files = readdirSync(dist, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && entry.name !== 'identity')
  const paths = files.map((entry) => join(entry.parentPath, entry.name)).filter((path) => !path.endsWith('.d.ts'))
  for (const path of paths.sort()) hash.update(`${path.slice(dist.length)}\0`).update(readFileSync(path))
  return `${hash.digest('hex')}\n`
}
