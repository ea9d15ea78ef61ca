#!/usr/bin/env node
// Writes docs/rules from the rule files: a page a rule, an index by pack and by law.
import { rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const root = join(dirname(fileURLToPath(import.meta.url)), '../..')
const outfile = join(root, 'dist/.docs/rule-docs.mjs')
await build({
  absWorkingDir: root,
  entryPoints: ['src/build/rule-docs.ts'],
  outfile,
  platform: 'node',
  format: 'esm',
  bundle: true,
  packages: 'external',
  logLevel: 'warning',
})
const { writeRuleDocs } = await import(pathToFileURL(outfile).href)
writeRuleDocs(join(root, 'rules'), join(root, 'docs/rules'))
rmSync(dirname(outfile), { recursive: true, force: true })
