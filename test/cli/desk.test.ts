import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { folder } from '../unit/cli/stub.js'
import { isBuilt, real } from './real.js'

const config = 'root: true\nproduct: { kind: supplement }\n'
const claim = 'CalmRoot treats insomnia.\n'

describe.skipIf(!isBuilt)('a file that cannot be read', () => {
  const root = folder({ 'claimlint.config.yaml': config, 'a.md': 'The library opens at nine.\n', 'b.docx': 'no zip' })
  const reason = 'cannot read b.docx: it is no Word document'
  const lint = (...argv: string[]) => real(root, ['.', ...argv])

  it('is said in every report that has a place for it, and the run is no pass', async () => {
    const { code, out, err } = await lint()
    expect([code, err]).toEqual([2, expect.stringContaining(reason)])
    expect(out).toContain('✖ 0 errors, 0 warnings, 0 infos in 1 file; 1 file could not be read')
    for (const format of ['github', 'junit', 'html', 'csv']) expect((await lint('--format', format)).out).toContain(reason)
    const [{ invocations }] = JSON.parse((await lint('--format', 'sarif')).out).runs
    expect(invocations).toMatchObject([{ executionSuccessful: false, toolExecutionNotifications: [{ level: 'error' }] }])
    expect((await lint('--locale', 'ja')).out).toContain('読めないファイル1件')
  })

  it.each([
    ['a.doc', 'an old Word file, which is not read: save it as .docx'],
    ['a.pdf', 'a PDF, which is not read'],
    ['a.xyz', 'say one with --ext'],
  ])('%s: says what to do instead', async (name, hint) => {
    const { code, err } = await real(folder({ 'claimlint.config.yaml': config, [name]: 'x' }), [name])
    expect([code, err]).toEqual([2, expect.stringContaining(hint)])
  })
})

describe.skipIf(!isBuilt)('the first quarter of an hour', () => {
  it('a report left beside the articles is not linted with them', async () => {
    const root = folder({ 'claimlint.config.yaml': config, 'a.md': claim })
    await real(root, ['.', '--format', 'html=report.html'])
    await real(root, ['claims', '.', '--format', 'html', '-o', 'claims.html'])
    const { out, err } = await real(root, ['.', '--format', 'json'])
    expect(JSON.parse(out).map((file: { filePath: string }) => file.filePath)).toEqual(['a.md'])
    expect(err).toContain('report.html is a report of claimlint')
    expect(err).toContain('claims.html is a report of claimlint')
  })

  it('init says what comes next, in the language of the messages', async () => {
    const root = folder({})
    const { code, out, err } = await real(root, ['init', '--locale', 'ja'])
    expect([code, out, err]).toEqual([0, 'claimlint.config.yaml\n', expect.stringContaining('product.names に製品名を書いてから')])
    expect(readFileSync(join(root, 'claimlint.config.yaml'), 'utf8')).toContain('# 適用する法令')
    expect((await real(root, ['print-config', 'a.md'])).code).toBe(0)
  })

  it('--fix says that a Word file is not written', async () => {
    const word = readFileSync('test/fixtures/libreoffice.docx')
    const { err } = await real(folder({ 'claimlint.config.yaml': config, 'a.docx': word }), ['a.docx', '--fix'])
    expect(err).toContain('a.docx: not fixed, since a docx file is read but never written')
  })
})

describe.skipIf(!isBuilt)("a site's own remark plug-ins", () => {
  const plugin = 'export default () => (tree) => { tree.children = tree.children.filter((node) => node.type !== "blockquote") }\n'
  const site = (plugins: string, more: Record<string, string> = {}) =>
    folder({
      'claimlint.config.yaml': `${config}markdown: { parser: remark, plugins: [${plugins}] }\n`,
      'a.md': `The library opens at nine.\n\n> ${claim}`,
      'plugin.mjs': plugin,
      ...more,
    })

  it('are code: they run with --allow-js-config and not without', async () => {
    const root = site('./plugin.mjs')
    const without = await real(root, ['a.md'])
    expect([without.code, without.err]).toEqual([2, expect.stringContaining('--allow-js-config')])
    expect((await real(root, ['a.md', '--allow-js-config'])).code).toBe(0)
    expect((await real(root, ['a.md', '--no-config'])).code).toBe(1)
  })

  it('may be packages that only import can load, with options', async () => {
    const root = site('[own-plugin, { a: 1 }]')
    mkdirSync(join(root, 'node_modules/own-plugin'), { recursive: true })
    const manifest = { name: 'own-plugin', type: 'module', exports: { import: './index.js' } }
    writeFileSync(join(root, 'node_modules/own-plugin/package.json'), JSON.stringify(manifest))
    writeFileSync(join(root, 'node_modules/own-plugin/index.js'), plugin.replace('() =>', '({ a }) => a !== 1 ? undefined :'))
    expect((await real(root, ['a.md', '--allow-js-config'])).code).toBe(0)
  })

  it.each(['./missing.mjs', 'no-such-package'])('%s: what is not there ends the run', async (name) => {
    const { code, err } = await real(site(name), ['a.md', '--allow-js-config'])
    expect([code, err]).toEqual([2, expect.stringContaining(name)])
  })
})

describe.skipIf(!isBuilt)('files', () => {
  it('.gitignore counts for folders, config ignores also for named files, backslashes are separators', async () => {
    const root = folder({
      'claimlint.config.yaml': `${config}ignores: ['drafts\\\\**']\n`,
      '.gitignore': 'build/\n*.tmp.md\n!keep.tmp.md\n',
      'build/a.md': claim,
      'drafts/b.md': claim,
      'docs/c.md': claim,
      'docs/d.tmp.md': claim,
      'docs/keep.tmp.md': claim,
    })
    const linted = async (...argv: string[]) =>
      JSON.parse((await real(root, [...argv, '--format', 'json'])).out).map((file: { filePath: string }) => file.filePath)
    expect(await linted('.')).toEqual(['docs/c.md', 'docs/keep.tmp.md'])
    expect(await linted('build/a.md', 'docs\\c.md')).toEqual(['build/a.md', 'docs/c.md'])
    expect(await linted('docs\\**\\*.md')).toEqual(['docs/c.md', 'docs/keep.tmp.md'])
    const named = await real(root, ['drafts/b.md', 'docs/c.md'])
    expect(named.err).toContain('drafts/b.md is ignored by the config')
    expect(await linted('drafts/b.md', '--no-ignore')).toEqual(['drafts/b.md'])
    expect(existsSync(join(root, 'docs/c.md'))).toBe(true)
  })
})
