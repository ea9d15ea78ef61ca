import { execFileSync } from 'node:child_process'
import { resolve } from 'node:path'
import { CliError } from './cli-error.js'

/** Read-only questions to git about the repository of a folder. Throws `CliError` where git is missing or says no. */
export class Git {
  readonly #root: string

  constructor(cwd: string) {
    this.#root = run(cwd, ['rev-parse', '--show-toplevel']).toString('utf8').trimEnd()
  }

  /** Absolute paths of files that are staged and still there: added, changed, renamed (their new name). */
  staged(): string[] {
    const out = run(this.#root, ['diff', '--cached', '--name-only', '--diff-filter=ACMRT', '-z', '--no-ext-diff'])
    return this.#paths(out)
  }

  /** The staged content of a file. */
  indexContent(path: string): Buffer {
    return run(this.#root, ['cat-file', 'blob', `:${this.#relative(path)}`])
  }

  /** For each file changed since a revision the line ranges that are new, 1-based, both ends inclusive. Untracked files are all new. */
  changedLines(revision: string): Map<string, readonly (readonly [number, number])[]> {
    if (revision.startsWith('-')) throw new CliError(`--since takes a revision; got "${revision}"`)
    const diff = run(this.#root, [
      '-c',
      'core.quotePath=false',
      'diff',
      '--unified=0',
      '--no-color',
      '--no-ext-diff',
      '--no-renames',
      '--dst-prefix=b/',
      revision,
      '--',
    ])
    const changed = new Map<string, (readonly [number, number])[]>()
    let ranges: (readonly [number, number])[] = []
    let inHeader = true
    for (const line of diff.toString('utf8').split('\n')) {
      if (line.startsWith('diff --git ')) inHeader = true
      else if (inHeader && line.startsWith('+++ b/')) {
        ranges = []
        changed.set(resolve(this.#root, unquote(line.slice(6))), ranges)
      }
      const [, start, count = '1'] = /^@@ -\S+ \+(\d+)(?:,(\d+))? @@/.exec(line) ?? []
      if (start === undefined) continue
      inHeader = false
      if (Number(count) > 0) ranges.push([Number(start), Number(start) + Number(count) - 1])
    }
    for (const path of this.#paths(run(this.#root, ['ls-files', '--others', '--exclude-standard', '-z']))) {
      changed.set(path, [[1, Number.POSITIVE_INFINITY]])
    }
    return changed
  }

  /** The day a line of a file was last committed, `YYYY-MM-DD`; undefined when it is not committed. */
  dayOf(path: string, line: number): string | undefined {
    try {
      const out = run(this.#root, ['blame', '--porcelain', '-L', `${line},${line}`, '--', this.#relative(path)]).toString('utf8')
      const time = /^0{40}/.test(out) ? undefined : /^author-time (\d+)$/m.exec(out)?.[1]
      return time === undefined ? undefined : new Date(Number(time) * 1000).toISOString().slice(0, 10)
    } catch {
      return undefined
    }
  }

  #paths(out: Buffer): string[] {
    return out
      .toString('utf8')
      .split('\0')
      .filter(Boolean)
      .map((path) => resolve(this.#root, path))
  }

  #relative(path: string): string {
    const root = resolve(this.#root)
    return path.startsWith(root) ? path.slice(root.length + 1).replaceAll('\\', '/') : path
  }
}

function run(cwd: string, args: readonly string[]): Buffer {
  try {
    return execFileSync('git', args, { cwd, maxBuffer: 1 << 30, stdio: ['ignore', 'pipe', 'pipe'] })
  } catch (error) {
    const { code, stderr } = error as { code?: string; stderr?: Buffer }
    if (code === 'ENOENT') throw new CliError('git is not installed')
    throw new CliError(`git ${args[0] === '-c' ? args[2] : args[0]}: ${stderr?.toString('utf8').trim().split('\n')[0] || 'failed'}`)
  }
}

/** git puts names with control characters in quotes, and a tab after names with spaces. */
function unquote(name: string): string {
  const bare = name.replace(/\t$/, '')
  return bare.startsWith('"') ? (JSON.parse(bare) as string) : bare
}
