import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { main } from '../../src/cli/main.js'
import type { Outcome } from '../unit/cli/stub.js'

const root = join(import.meta.dirname, '../..')
export const bin = join(root, 'bin/claimlint.js')

/** False before `npm run build`: then nothing real can run, and the tests say why they are skipped. */
export const isBuilt = existsSync(join(root, 'dist/rules.json'))
export const hasBundle = isBuilt && existsSync(join(root, 'dist/cli.cjs'))
if (!hasBundle) console.warn('test/cli: skipped, dist/ is not there; run "npm run build"')

/** Runs the command line in this process with the real engine. */
export async function real(cwd: string, argv: readonly string[], stdin: string | Uint8Array = ''): Promise<Outcome> {
  let out = ''
  let err = ''
  const code = await main(argv, {
    stdin: (async function* () {
      yield typeof stdin === 'string' ? new TextEncoder().encode(stdin) : stdin
    })(),
    stdout: { write: (text: string) => (out += text) },
    stderr: { write: (text: string) => (err += text) },
    cwd,
    env: {},
    today: '2026-06-15',
    interrupted: () => AbortSignal.abort(),
  })
  return { code, out, err }
}

/** Runs `bin/claimlint.js` in a process of its own. */
export function spawned(cwd: string, argv: readonly string[], stdin = '', env: Record<string, string> = {}): Promise<Outcome> {
  return new Promise((done) => {
    const child = execFile(process.execPath, [bin, ...argv], { cwd, env: { PATH: process.env.PATH ?? '', ...env } }, (error, out, err) => {
      done({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, out, err })
    })
    child.stdin?.end(stdin)
  })
}
