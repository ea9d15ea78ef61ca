import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { folder, run } from './stub.js'

const seen = async (cwd: string, argv: readonly string[]): Promise<string[]> => {
  const { out } = await run(cwd, [...argv, '--format', 'json'])
  return JSON.parse(out).map((file: { filePath: string }) => file.filePath)
}

describe('file discovery', () => {
  const root = folder({
    'a.md': 'x',
    'b.html': 'x',
    'c.txt': 'x',
    'd.png': 'x',
    'site/e.md': 'x',
    'site/[draft].md': 'x',
    'site/deep/f.MD': 'x',
    'node_modules/p/g.md': 'x',
    '.hidden/h.md': 'x',
    'build/i.md': 'x',
    'build/keep/j.md': 'x',
    '.gitignore': 'build/*\n!build/keep\n',
    'site/.gitignore': 'e.md\n',
  })

  it('reads known extensions below a folder, without ignored and hidden trees', async () => {
    expect(await seen(root, ['.'])).toEqual(['a.md', 'b.html', 'build/keep/j.md', 'c.txt', 'site/[draft].md', 'site/deep/f.MD'])
    expect(await seen(root, [])).toEqual(await seen(root, ['.']))
  })

  it('reads what .gitignore hides when it is named, or with --no-ignore', async () => {
    expect(await seen(root, ['site/e.md'])).toEqual(['site/e.md'])
    expect(await seen(root, ['.', '--no-ignore'])).toContain('build/i.md')
    expect(await seen(root, ['.', '--no-ignore'])).not.toContain('node_modules/p/g.md')
  })

  it('takes a path that exists for a file, not a glob', async () => {
    expect(await seen(root, ['site/[draft].md'])).toEqual(['site/[draft].md'])
  })

  it('expands globs, takes each file once, and sorts', async () => {
    expect(await seen(root, ['site/**/*.{md,MD}', 'a.md', './a.md', '*.md'])).toEqual(['a.md', 'site/[draft].md', 'site/deep/f.MD'])
  })

  it('takes Windows separators', async () => {
    expect(await seen(root, ['site\\deep\\f.MD', 'build\\keep\\*.md'])).toEqual(['build/keep/j.md', 'site/deep/f.MD'])
  })

  it('reads paths outside of the working directory', async () => {
    expect(await seen(join(root, 'site'), ['../a.md'])).toEqual([join(root, 'a.md')])
  })

  it('needs a format for a named file with another extension', async () => {
    const { code, err } = await run(root, ['d.png'])
    expect([code, err.includes('--ext')]).toEqual([2, true])
    expect(await seen(root, ['d.png', '--ext', '.png=text'])).toEqual(['d.png'])
    expect(await seen(root, ['.', '--ext', 'png=text'])).toContain('d.png')
  })

  it('ends on a circle of links', async () => {
    const circle = folder({ 'a.md': 'x', 'sub/b.md': 'x' })
    symlinkSync(circle, join(circle, 'sub/up'))
    symlinkSync(join(circle, 'a.md'), join(circle, 'sub/c.md'))
    expect(await seen(circle, ['.'])).toEqual(['a.md', 'sub/b.md', 'sub/c.md'])
  })
})

describe('ignores of the config', () => {
  const root = folder({
    'claimlint.config.yaml': 'root: true\nignores: ["drafts/", "**/*.draft.md"]\n',
    'a.md': 'x',
    'b.draft.md': 'x',
    'drafts/c.md': 'x',
    'site/drafts/d.md': 'x',
  })

  it('count for folders and for named files, relative to the config', async () => {
    expect(await seen(root, ['.'])).toEqual(['a.md', 'site/drafts/d.md'])
    expect(await seen(root, ['a.md', 'b.draft.md'])).toEqual(['a.md'])
    expect(await seen(join(root, 'drafts'), ['c.md', '--allow-empty'])).toEqual([])
    expect((await run(root, ['drafts/c.md'])).code).toBe(2)
    expect(await seen(root, ['b.draft.md', '--no-ignore'])).toEqual(['b.draft.md'])
  })

  it('have a counterpart on the command line', async () => {
    expect(await seen(root, ['.', '--ignore-pattern', 'site/**'])).toEqual(['a.md'])
  })

  it('stand beside files, which are read without a path', async () => {
    const own = folder({
      'claimlint.config.json': '{"root":true,"files":["site/**/*.md"]}',
      'a.md': 'x',
      'site/b.md': 'x',
      'site/c.txt': 'x',
    })
    expect(await seen(own, [])).toEqual(['site/b.md'])
    expect(await seen(own, ['a.md'])).toEqual(['a.md'])
  })
})

describe('format by override', () => {
  it('reads a file so, whatever its extension', async () => {
    const root = folder({ 'claimlint.config.json': '{"root":true,"overrides":[{"files":["*.njk"],"format":"html"}]}', 'a.njk': 'x' })
    expect(await seen(root, ['a.njk'])).toEqual(['a.njk'])
    const { out } = await run(root, ['inspect', 'a.njk', '--stage', 'document'])
    expect(JSON.parse(out).format).toBe('html')
  })
})
