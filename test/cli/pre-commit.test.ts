import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const source = resolve(import.meta.dirname, '../..')
const canRun = ['pre-commit', 'npm', 'git'].every((command) => spawnSync(command, ['--version']).status === 0)
const reason = !process.env.CI
  ? 'it takes two minutes; CI=true runs it'
  : !existsSync(join(source, '.git'))
    ? 'this is no git repository'
    : !canRun
      ? 'pre-commit is not here (.ci/readers installs it)'
      : undefined
if (reason) console.warn(`test/cli/pre-commit: skipped, ${reason}`)

describe.skipIf(reason)('the hook, installed by pre-commit from a git tag without a build', () => {
  const root = mkdtempSync(join(tmpdir(), 'claimlint-hook-'))
  const home = join(root, 'home')
  const published = join(root, 'claimlint')
  const site = join(root, 'site')
  const git = (cwd: string, ...argv: string[]) =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.org', '-c', 'init.defaultBranch=main', ...argv], {
      cwd,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
  const preCommit = (argv: readonly string[], more: Record<string, string> = {}) => {
    const env = { ...process.env, PRE_COMMIT_HOME: home, ...more }
    const { status, stdout, stderr } = spawnSync('pre-commit', argv, { cwd: site, env, encoding: 'utf8' })
    return { status, out: stdout + stderr }
  }
  /** No registry and no proxy can be reached. */
  const offline = { npm_config_registry: 'http://127.0.0.1:9', HTTPS_PROXY: 'http://127.0.0.1:9', HTTP_PROXY: 'http://127.0.0.1:9' }

  const write = (name: string, text: string) => {
    mkdirSync(dirname(join(site, name)), { recursive: true })
    writeFileSync(join(site, name), text)
  }

  it('lints the names it is given, offline once it is installed', { timeout: 600_000 }, () => {
    for (const name of git(source, 'ls-files', '-z', '--cached', '--others', '--exclude-standard').split('\0').filter(Boolean)) {
      if (existsSync(join(source, name))) cpSync(join(source, name), join(published, name), { recursive: true })
    }
    git(published, 'init', '-q')
    git(published, 'add', '-A')
    git(published, 'commit', '-q', '-m', 'release')
    git(published, 'tag', 'v9.9.9')

    mkdirSync(site)
    git(site, 'init', '-q')
    write('.pre-commit-config.yaml', `repos:\n  - { repo: 'file://${published}', rev: v9.9.9, hooks: [{ id: claimlint }] }\n`)
    write('claimlint.config.yaml', 'root: true\nproduct: { kind: supplement }\nrules: { us-fda/disclaimer-missing: off }\n')
    write('clean.md', 'The library opens at nine.\n')
    write('notes.py', '# treats insomnia\n')
    git(site, 'add', '-A')
    const installed = preCommit(['install-hooks'])
    expect(installed, installed.out).toMatchObject({ status: 0 })
    expect(preCommit(['run'], offline)).toMatchObject({ status: 0, out: expect.stringContaining('Passed') })

    write('old.md', 'CalmRoot treats gout.\n')
    git(site, 'add', '-A')
    git(site, 'commit', '-q', '-m', 'before the hook')
    write('a b.md', 'CalmRoot treats insomnia.\n')
    git(site, 'add', '-A')
    const { status, out } = preCommit(['run'], offline)
    expect(status).toBe(1)
    expect(out).toContain('treats insomnia')
    expect(out).not.toContain('treats gout')
  })

  it('lints the index with --staged: what is staged counts, what is only in the working tree does not', { timeout: 120_000 }, () => {
    write('.pre-commit-config.yaml', `repos:\n  - { repo: 'file://${published}', rev: v9.9.9, hooks: [{ id: claimlint-staged }] }\n`)
    write('a b.md', 'CalmRoot cures migraine.\n')
    write('staged.md', 'The library opens at nine.\n')
    git(site, 'add', '-A')
    write('a b.md', 'The library opens at ten.\n')
    write('staged.md', 'CalmRoot treats insomnia.\n')
    git(site, 'rm', '-q', 'old.md')
    write('picture.md', '\0\x01\x02')
    const run = preCommit(['run'], offline)
    expect(run, run.out).toMatchObject({ status: 1 })
    expect(run.out).toContain('cures migraine')
    expect(run.out).not.toContain('treats insomnia')
  })
})
