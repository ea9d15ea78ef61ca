import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import { describe, expect, it } from 'vitest'
import { schemaFile } from '../../../src/cli/config/schema.js'
import { validateConfig } from '../../../src/cli/config/validate.js'
import { folder, run } from './stub.js'

const printed = async (cwd: string, argv: readonly string[]) => {
  const outcome = await run(cwd, ['print-config', ...argv])
  expect(outcome.err).toBe('')
  return JSON.parse(outcome.out)
}

describe('the shipped schema', () => {
  const file = join(import.meta.dirname, '../../../schema/claimlint.schema.json')

  it('is the one the loader reads', () => {
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(JSON.parse(schemaFile()))
  })

  const validate = new Ajv({ allowUnionTypes: true }).compile(JSON.parse(schemaFile()))
  const accepted = [
    {},
    { markets: ['us', 'jp'], locale: 'ja', root: true, $schema: 'x' },
    { product: { names: ['CalmRoot'], ingredients: ['グリシン酸マグネシウム'], kind: 'editorial' } },
    { rules: { 'us-fda/x': 'off', 'us-fda/y': ['warn', { a: 1 }], 'us-fda/z': ['error'] } },
    { overrides: [{ files: ['ja/**'], locale: 'ja', format: 'html' }], extends: ['./a.yml', 'pkg'], ignores: [], files: ['**'] },
    { extends: './a.yml', packs: ['./p'], waivers: 'w.yml', baseline: 'b.json', markdown: { parser: 'remark' } },
    { linkGranularity: 'paragraph', citationScope: 'sentence' },
    {
      content: { 'products[].description': 'html', '["a.b"][0].*.c?': 'text' },
      overrides: [{ files: ['a.csv'], format: 'csv', content: {} }],
    },
  ]
  const refused = [
    { market: ['us'] },
    { markets: 'us' },
    { markets: [] },
    { markets: ['uk'] },
    { locale: 'de' },
    { root: 'yes' },
    { product: { name: [] } },
    { product: { kind: 'tea' } },
    { product: [] },
    { rules: { x: 'fatal' } },
    { rules: { x: [] } },
    { rules: { x: 2 } },
    { rules: ['x'] },
    { overrides: [{ locale: 'ja' }] },
    { overrides: [{ files: 'ja' }] },
    { overrides: [{ files: ['ja'], ignores: [] }] },
    { overrides: {} },
    { extends: 3 },
    { extends: '' },
    { packs: [''] },
    { waivers: true },
    { markdown: { parser: 'marked' } },
    { content: ['products[].description'] },
    { content: { 'products[].description': 'rst' } },
    { overrides: [{ files: ['a'], format: 'xml' }] },
    [],
    'text',
    3,
  ]
  it.each(accepted)('and the loader accept %j', (config) => {
    expect(validate(config)).toBe(true)
    expect(validateConfig(config, 'c')).toBe(config)
  })
  it.each(refused.map((config) => [config]))('and the loader refuse %j', (config) => {
    expect(validate(config)).toBe(false)
    expect(() => validateConfig(config, 'c')).toThrow('c: found')
  })
  it('takes an empty file for an empty config', () => {
    expect(validateConfig(null, 'c')).toEqual({})
  })
})

describe('config discovery', () => {
  it('adds up from the outermost to the nearest, overrides after their file, the command line last', async () => {
    const root = folder({
      'claimlint.config.yaml':
        'root: true\nlocale: ja\nproduct: { names: [Outer], kind: food }\nrules: { us-fda/disease-claim-explicit: info }\n',
      'site/.claimlintrc': 'product: { names: [Inner] }\noverrides:\n  - files: ["ja/**"]\n    linkGranularity: paragraph\n',
      'site/ja/a.md': '',
    })
    const { config, origins, configFiles } = await printed(root, ['site/ja/a.md', '--rule', 'evidence/uncited-study: off'])
    expect(configFiles).toEqual(['claimlint.config.yaml', 'site/.claimlintrc'])
    expect(config).toMatchObject({
      markets: ['us'],
      locale: 'ja',
      product: { names: ['Inner'], ingredients: [], kind: 'food' },
      rules: { 'us-fda/disease-claim-explicit': { severity: 'info' }, 'evidence/uncited-study': { severity: 'off' } },
      linkGranularity: 'paragraph',
      citationScope: 'paragraph',
    })
    expect(origins).toMatchObject({
      markets: 'default',
      locale: 'claimlint.config.yaml',
      'product.names': 'site/.claimlintrc',
      'product.kind': 'claimlint.config.yaml',
      linkGranularity: 'site/.claimlintrc overrides[0]',
      'rules.evidence/uncited-study': 'command line',
    })
  })

  it('stops at root: true', async () => {
    const root = folder({ 'claimlint.config.json': '{"locale":"ja"}', 'site/claimlint.config.json': '{"root":true}', 'site/a.md': '' })
    expect((await printed(root, ['site/a.md'])).config.locale).toBe('en')
    expect((await printed(root, ['a.md'])).config.locale).toBe('ja')
  })

  it('reads package.json#claimlint and passes over a package.json without it', async () => {
    const root = folder({ 'package.json': '{"claimlint":{"root":true,"locale":"ja"}}', 'site/package.json': '{"name":"x"}' })
    const { config, configFiles } = await printed(root, ['site/a.md'])
    expect(config.locale).toBe('ja')
    expect(configFiles).toEqual(['package.json'])
  })

  it('extends files and packages, relative to the file that names them', async () => {
    const root = folder({
      'conf/base.yml': 'locale: ja\nproduct: { kind: food }\nextends: ./deeper.json\n',
      'conf/deeper.json': '{"citationScope":"sentence","locale":"en"}',
      'node_modules/brand-config/package.json': '{"name":"brand-config"}',
      'node_modules/brand-config/claimlint.config.json': '{"product":{"names":["CalmRoot"]}}',
      'claimlint.config.yml': 'root: true\nextends: [./conf/base.yml, brand-config]\nproduct: { kind: supplement }\n',
    })
    const { config, origins } = await printed(root, ['a.md'])
    expect(config).toMatchObject({ locale: 'ja', citationScope: 'sentence', product: { names: ['CalmRoot'], kind: 'supplement' } })
    expect(origins.citationScope).toBe('conf/deeper.json')
  })

  it('takes --config alone, and none with --no-config', async () => {
    const root = folder({ 'claimlint.config.json': '{"locale":"ja"}', 'other.yml': 'product: { kind: food }' })
    expect((await printed(root, ['a.md', '--config', 'other.yml'])).config).toMatchObject({ locale: 'en', product: { kind: 'food' } })
    expect((await printed(root, ['a.md', '--no-config'])).config.locale).toBe('en')
  })

  it('knows a rule by its old name', async () => {
    const root = folder({ 'claimlint.config.json': '{"root":true,"rules":{"us-fda/unlinked-claim":"off"}}' })
    expect((await printed(root, ['a.md'])).config.rules).toEqual({ 'us-fda/claim-not-linked': { severity: 'off' } })
  })

  it.each([
    ['an unknown key', '{"markts":["us"]}', '"markets"'],
    ['an unknown key deep down', '{"product":{"nmes":[]}}', '"names"'],
    ['an unknown rule', '{"rules":{"us-fda/claim-not-linkd":"off"}}', '"us-fda/claim-not-linked"'],
    ['an unknown option', '{"rules":{"us-fda/claim-not-linked":["warn",{"symbl":"+"}]}}', '"symbol"'],
    ['an option of a rule without any', '{"rules":{"evidence/uncited-study":["warn",{"a":1}]}}', 'no options'],
    ['broken JSON', '{"markets":', 'claimlint.config.json'],
    ['a missing base', '{"extends":"./nowhere.yml"}', 'nowhere.yml'],
    ['a missing package', '{"extends":"no-such-package"}', 'no-such-package'],
    ['a market without pack', '{"markets":["eu"]}', 'not built yet'],
    ['a circle', '{"extends":"./claimlint.config.json"}', 'circle'],
  ])('refuses %s, naming the file', async (_, config, hint) => {
    const { code, err } = await run(folder({ 'claimlint.config.json': config, 'a.md': 'x' }), ['a.md'])
    expect(code).toBe(2)
    expect(err).toContain('claimlint.config.json')
    expect(err).toContain(hint)
  })

  it('reads a config that is code only when asked to', async () => {
    const root = folder({ 'claimlint.config.mjs': 'export default { locale: "ja" }', 'a.md': 'It treats gout.' })
    const refused = await run(root, ['a.md'])
    expect(refused.code).toBe(2)
    expect(refused.err).toContain('--allow-js-config')
    expect((await run(root, ['a.md', '--allow-js-config', '--format', 'json'])).out).toContain('疾病の表現')
  })

  it('refuses two configs in one folder', async () => {
    const { code, err } = await run(folder({ 'claimlint.config.json': '{}', '.claimlintrc': '', 'a.md': '' }), ['a.md'])
    expect([code, err.includes('.claimlintrc')]).toEqual([2, true])
  })
})

describe('init', () => {
  it('writes a config that loads, and overwrites only with --force', async () => {
    const root = folder({})
    expect((await run(root, ['init', '--market', 'us', '--pre-commit', '--github'])).out).toBe(
      'claimlint.config.yaml\n.pre-commit-config.yaml\n.github/workflows/claimlint.yml\n',
    )
    expect((await printed(root, ['a.md'])).configFiles).toContain('claimlint.config.yaml')
    writeFileSync(join(root, 'claimlint.config.yaml'), 'locale: ja\n')
    const again = await run(root, ['init'])
    expect([again.code, again.err.includes('--force')]).toEqual([2, true])
    expect((await printed(root, ['a.md'])).config.locale).toBe('ja')
    expect((await run(root, ['init', '--force'])).code).toBe(0)
  })
})
