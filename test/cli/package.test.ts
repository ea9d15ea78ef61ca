import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { folder } from '../unit/cli/stub.js'
import { hasBundle } from './real.js'

const project = resolve(import.meta.dirname, '../..')

/** The examples of docs/api.md, one after the other: what is printed there works. */
const examples = [...readFileSync(join(project, 'docs/api.md'), 'utf8').matchAll(/^```ts\n([\s\S]*?)^```/gm)].map(([, code]) => code!)

describe.skipIf(!hasBundle)('the package as npm packs it, in a folder of somebody else', () => {
  const home = folder({
    'package.json': '{"type":"module"}',
    'tsconfig.json': JSON.stringify({
      compilerOptions: {
        module: 'nodenext',
        target: 'es2022',
        strict: true,
        exactOptionalPropertyTypes: true,
        types: ['node'],
        outDir: 'out',
      },
    }),
    'article.docx': readFileSync(join(project, 'test/fixtures/libreoffice.docx')),
    ...Object.fromEntries(examples.map((code, i) => [`example-${i}.ts`, code])),
  })

  beforeAll(() => {
    const packed = JSON.parse(
      execFileSync('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', home], { cwd: project, encoding: 'utf8' }),
    )
    mkdirSync(join(home, 'node_modules/claimlint'), { recursive: true })
    execFileSync('tar', ['-xzf', join(home, packed[0].filename), '-C', join(home, 'node_modules/claimlint'), '--strip-components=1'])
    // Its dependencies, as an installation would bring them; nothing else of ours.
    const manifest = JSON.parse(readFileSync(join(home, 'node_modules/claimlint/package.json'), 'utf8'))
    for (const name of [...Object.keys(manifest.dependencies), '@types/node', 'undici-types']) {
      const target = join(home, 'node_modules', name)
      mkdirSync(resolve(target, '..'), { recursive: true })
      if (existsSync(join(project, 'node_modules', name))) symlinkSync(join(project, 'node_modules', name), target)
    }
  }, 60_000)

  it('is typed: the examples of docs/api.md compile under strict TypeScript, declarations checked too', { timeout: 120_000 }, () => {
    expect(examples.length).toBeGreaterThan(2)
    const { status, stdout } = spawnSync(process.execPath, [join(project, 'node_modules/typescript/bin/tsc')], {
      cwd: home,
      encoding: 'utf8',
    })
    expect([stdout, status]).toEqual(['', 0])
  })

  it('runs: each example prints what its comment says', { timeout: 120_000 }, () => {
    for (const [i, code] of examples.entries()) {
      const printed = execFileSync(process.execPath, [join(home, `out/example-${i}.js`)], { cwd: home, encoding: 'utf8' })
      const expected = [...code.matchAll(/^\s*\/\/ → (.*)$/gm)].map(([, line]) => `${line}\n`).join('')
      expect(printed).toBe(expected)
    }
  })

  it('has the command, its help and its schema', () => {
    const bin = join(home, 'node_modules/claimlint/bin/claimlint.js')
    const { status, stdout } = spawnSync(process.execPath, [bin, 'article.docx', '--format', 'unix'], { cwd: home, encoding: 'utf8' })
    expect([status, stdout]).toEqual([1, expect.stringContaining('paragraph 2, sentence 3')])
    expect(existsSync(join(home, 'node_modules/claimlint/schema/claimlint.schema.json'))).toBe(true)
  })
})
