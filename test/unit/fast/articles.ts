import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const { generate } = await import(pathToFileURL(resolve('bench/gen-corpus.mjs')).href)

/** Texts of generated Markdown articles: the same for the same seed, on every machine. */
export function generatedArticles(language: 'en' | 'ja', n: number): readonly string[] {
  const out = mkdtempSync(join(tmpdir(), 'articles-'))
  try {
    const { files } = generate({ out, n, mix: `${language}:1`, html: 0, eol: 'lf', seed: 'gate' }) as { files: { file: string }[] }
    return files.map(({ file }) => readFileSync(join(out, file), 'utf8'))
  } finally {
    rmSync(out, { recursive: true })
  }
}
