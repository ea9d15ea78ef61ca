#!/usr/bin/env node
// Writes docs/rules from the rule files (a page a rule, an index by pack and by law) and docs/output.svg, a picture of real output.
// The picture needs a build.
import { spawnSync } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { terminalPicture } from './terminal-picture.mjs'

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

const command = ['bin/claimlint.js', 'examples/short.md', '--no-config', '--color', '--locale', 'en']
const { stdout, status } = spawnSync(process.execPath, command, { cwd: root, encoding: 'utf8', env: { ...process.env, FORCE_COLOR: '1' } })
if (status !== 1) throw new Error(`claimlint examples/short.md ended with ${status}, not with findings`)
const prompt = `\u001b[90m$\u001b[39m claimlint examples/short.md\n\n`
writeFileSync(join(root, 'docs/output.svg'), terminalPicture(prompt + stdout, 'claimlint examples/short.md: what it prints'))
