import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')
const isBuilt = existsSync(join(root, 'dist/program.cjs'))
if (!isBuilt) console.warn('test/unit/start: skipped, dist/ is not there; run "npm run build"')

describe.skipIf(!isBuilt)('code that V8 has kept', () => {
  const home = mkdtempSync(join(tmpdir(), 'claimlint-start-'))
  // both folders that code is kept in: the one for all runs of a user without a cache holds what other tests have run
  const folders = { XDG_CACHE_HOME: home, TMPDIR: home }
  const folder = join(home, 'claimlint')
  const article = join(home, 'a.txt')
  writeFileSync(article, 'Ginger cures gout.\n')
  const run = (args: readonly string[] = [article], env: Record<string, string> = {}): string => {
    try {
      return execFileSync(process.execPath, [join(root, 'bin/claimlint.js'), ...args], {
        env: { PATH: process.env.PATH ?? '', ...folders, ...env },
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'pipe'],
      })
    } catch (error) {
      const { status, stdout, stderr } = error as { status: number | null; stdout: string; stderr: string }
      expect(stderr).toBe('')
      expect(status).toBe(1)
      return stdout
    }
  }
  it('is read as it was written: a Japanese denial is one', () => {
    for (const script of ['program', 'reading']) expect(readFileSync(join(root, `dist/${script}.cjs`), 'latin1')).toMatch(/^[\0-\x7f]*$/)
    const denial = join(home, 'denial.txt')
    writeFileSync(denial, '便秘に効くとは言えません。\n')
    expect(run(['inspect', '--stage', 'effects', denial], { NODE_DISABLE_COMPILE_CACHE: '1' })).toContain('"silent": "negated"')
  })

  const codeOf = (script: string): string[] => readdirSync(folder).filter((name) => name.startsWith(`${script}-`) && name.endsWith('.code'))
  const code = (script = 'reading'): string => join(folder, codeOf(script)[0]!)
  const modulesKept = (): string[] => {
    const bytes = readFileSync(code())
    const { modules } = JSON.parse(bytes.toString('latin1', 4, 4 + bytes.readUInt32LE())) as { modules: string[] }
    return modules.map((name) => name.replace(/^\.\/|-\w+\.js$/g, ''))
  }

  it('of reading is neither loaded nor kept where no file holds a candidate', () => {
    const timetable = join(home, 'timetable.txt')
    writeFileSync(timetable, 'The train leaves platform four at noon and arrives at dusk.\n')
    expect(spawnSync(process.execPath, [join(root, 'bin/claimlint.js'), timetable], { env: folders }).status).toBe(0)
    expect(codeOf('program')).toHaveLength(1)
    expect(codeOf('reading')).toEqual([])
  })

  it('is written once, changes no report, and grows by what a run loads', () => {
    const first = run()
    expect(first).toContain('gout')
    expect(modulesKept()).toEqual(expect.arrayContaining(['en', 'pipeline', 'text']))
    expect(modulesKept()).not.toContain('html')
    const bytes = readFileSync(code())
    expect(run()).toBe(first)
    expect(readFileSync(code()).equals(bytes)).toBe(true)
    const page = join(home, 'a.html')
    writeFileSync(page, '<p>Ginger cures gout.</p>\n')
    run([page])
    expect(modulesKept()).toEqual(expect.arrayContaining(['en', 'html', 'text']))
    expect(run()).toBe(first)
    expect(run([article], { NODE_DISABLE_COMPILE_CACHE: '1' })).toBe(first)
  })

  it('is made anew where it is damaged, cut off, empty or somebody else’s bytes', () => {
    const whole = readFileSync(code())
    const expected = run()
    const flipped = Buffer.from(whole)
    flipped.fill(0xff, whole.length >> 1, (whole.length >> 1) + 64)
    for (const bytes of [
      flipped,
      whole.subarray(0, whole.length - 4096),
      Buffer.alloc(0),
      Buffer.from('not code\n'),
      whole.subarray(0, 100),
    ]) {
      writeFileSync(code(), bytes)
      expect(run()).toBe(expected)
      expect(modulesKept()).toContain('en')
    }
  })

  it('goes when two dozen of other versions have been written since', () => {
    const versions = Array.from({ length: 30 }, (_, age) => join(folder, `program-${String(age).padStart(16, '0')}-v20.0.0-x64.code`))
    const other = join(folder, 'notes.txt')
    for (const [age, path] of [...versions, other].entries()) {
      writeFileSync(path, '')
      utimesSync(path, 1e9 - age, 1e9 - age)
    }
    rmSync(code())
    run()
    // those of this version, of both scripts, and the newest of the others
    expect(versions.filter((path) => existsSync(path))).toEqual(versions.slice(0, 22))
    expect(existsSync(other)).toBe(true)
  })

  it('is done without where nothing can be written', () => {
    const blocked = join(home, 'file')
    writeFileSync(blocked, '')
    expect(run([article], { XDG_CACHE_HOME: blocked, TMPDIR: blocked })).toContain('gout')
  })
})
