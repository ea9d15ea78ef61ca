import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, it } from 'vitest'
import { defaultConfig } from '../../../src/core/config.js'
import { Scan } from '../../../src/fast/scan.js'
import { createEngine } from '../../../src/lint/lint.js'
import type { FileResult } from '../../../src/lint/result.js'
import { Shipped } from '../../../src/lint/shipped.js'
import { corpora, type Sample } from './corpora.js'

const engine = await createEngine()
const scan = new Scan(() => new Shipped().scanWords())
const config = { ...defaultConfig, product: { ...defaultConfig.product, kind: 'supplement' as const } }
const { generate } = await import(pathToFileURL(resolve('bench/gen-corpus.mjs')).href)

/** Everything a report is made of, `coverage` but for what was not read left aside. */
const reported = ({ claims, silent, findings, crashed, coverage }: FileResult) => ({
  claims,
  silent,
  findings,
  crashed,
  unread: coverage.unread,
})

/** Where the scan would leave the text unparsed, lints it with and without: the two have to say the same. True when it would. */
async function isSkipped({ path, text }: Sample): Promise<boolean> {
  const format = path.endsWith('.html') ? 'html' : path.endsWith('.txt') ? 'text' : 'markdown'
  if (scan.mayHoldAnything(text, format, config)) return false
  const quick = await engine.lint(text, { path, config, scan: true })
  const full = await engine.lint(text, { path, config })
  expect(quick.coverage.scanned).toBe(true)
  expect(reported(quick), `${path}: ${text}`).toEqual(reported(full))
  expect(full.document.comments).toEqual([])
  return true
}

async function skippedOf(samples: Iterable<Sample>): Promise<number> {
  let skipped = 0
  for (const sample of samples) if (await isSkipped(sample)) skipped++
  return skipped
}

it('changes no result over any text of the repository', async () => {
  const samples = corpora()
  expect(samples.length).toBeGreaterThan(3000)
  expect(await skippedOf(samples)).toBeGreaterThan(10)
}, 120_000)

it('changes no result on any line, alone, of the articles', async () => {
  const lines = new Set(corpora().flatMap(({ text }) => text.split(/\r?\n/)))
  expect(await skippedOf([...lines].map((text) => ({ path: 'line.md', text })))).toBeGreaterThan(100)
}, 120_000)

it('changes no result on any line, alone, of generated articles', async () => {
  const out = mkdtempSync(join(tmpdir(), 'scan-'))
  try {
    const { files } = generate({ out, n: 60, mix: 'en:3,ja:1', seed: 'scan' }) as { files: { file: string }[] }
    const lines = new Set(files.flatMap(({ file }) => readFileSync(join(out, file), 'utf8').split(/\r?\n/)))
    expect(await skippedOf([...lines].map((text) => ({ path: 'line.md', text })))).toBeGreaterThan(5)
  } finally {
    rmSync(out, { recursive: true })
  }
}, 120_000)

it('says of a text without candidates that it was scanned, and parses one with a candidate, a mark or an odd character', async () => {
  const lint = (text: string) => engine.lint(text, { path: 'a.md', config, scan: true })
  const plain = 'The train leaves platform four at noon.\n'
  expect((await lint(plain)).coverage).toMatchObject({ scanned: true, sentences: 0 })
  for (const text of [
    'It cures gout.',
    'It cu*re*s.',
    `${plain}*`,
    'The tra\u00adin.',
    'The\u200btrain',
    '電車',
    'The train [1]',
    '&amp;',
    '<!-- x -->',
  ])
    expect((await lint(text)).coverage.scanned, text).toBeUndefined()
})
