// The command as two scripts, so that V8 can keep the code of each (src/start/start.ts): what every run loads, and what reading an article takes.
import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { basename, join, relative } from 'node:path'
import { build, transform } from 'esbuild'

/** With what these import statically, the first script: a run over texts that hold no candidate loads no other. */
const everyRun = [
  'src/start/program.ts',
  'src/cli/commands/lint.ts',
  'src/lint/lint.ts',
  ...['pretty', 'json', 'sarif', 'github'].map((reporter) => `src/reporters/${reporter}.ts`),
]

/**
 * Writes `program.cjs` and `reading.cjs` to `dist`: each an expression, a table of modules by name, and each module a function of `module`, `exports`, `require`
 * and the URL of a file in `dist`. They are ASCII, since they are read as Latin-1. Returns a hash of both.
 */
export async function bundleProgram(options, dist) {
  const { outputFiles, metafile } = await build({
    ...options,
    banner: {},
    entryPoints: { program: 'src/start/program.ts' },
    outdir: dist,
    chunkNames: '[name]-[hash]',
    splitting: true,
    define: { 'import.meta.url': '__fileUrl' },
    metafile: true,
    write: false,
  })
  const outputs = new Map(Object.entries(metafile.outputs).map(([path, output]) => [basename(path), output]))
  const first = reached(outputs, everyRun)
  const scripts = { 'program.cjs': [], 'reading.cjs': [] }
  for (const { path, text } of outputFiles) {
    const name = basename(path)
    scripts[first.has(name) ? 'program.cjs' : 'reading.cjs'].push(await moduleOf(`./${name}`, text, options))
  }
  const hash = createHash('sha256')
  for (const [file, modules] of Object.entries(scripts)) {
    const script = `({${modules.join(',\n')}})\n`
    hash.update(script)
    writeFileSync(join(dist, file), script)
  }
  return hash.digest('hex')
}

/** Names of the outputs of these entries, and of what they import statically. */
function reached(outputs, entries) {
  const names = new Set()
  const visit = (name) => {
    if (names.has(name)) return
    names.add(name)
    for (const { path, kind, external } of outputs.get(name).imports) if (kind === 'import-statement' && !external) visit(basename(path))
  }
  for (const entry of entries) {
    const found = [...outputs].find(([, { entryPoint }]) => entryPoint === entry)
    if (!found) throw new Error(`${relative('.', entry)} is no part of the program that is loaded on its own`)
    visit(found[0])
  }
  return names
}

async function moduleOf(name, text, { target, supported, minifySyntax, minifyWhitespace }) {
  const { code } = await transform(text, {
    format: 'cjs',
    platform: 'node',
    target,
    minifySyntax,
    minifyWhitespace,
    supported: { ...supported, 'dynamic-import': false },
  })
  // esbuild leaves letters beyond ASCII in regular expressions as they are
  const ascii = code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
  return `${JSON.stringify(name)}(module,exports,require,__fileUrl){${ascii}}`
}
