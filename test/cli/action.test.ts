import { execFileSync } from 'node:child_process'
import { chmodSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { folder } from '../unit/cli/stub.js'

const action = parse(readFileSync('action.yml', 'utf8'))
const [step] = action.runs.steps

describe.skipIf(process.platform === 'win32')('action.yml', () => {
  /** The arguments that npx gets, one a line, for these inputs. */
  const called = (inputs: Record<string, string>): string[] => {
    const home = folder({ npx: '#!/bin/sh\nfor each in "$@"; do printf "%s\\n" "[$each]"; done\n' })
    chmodSync(join(home, 'npx'), 0o755)
    const env: Record<string, string> = { PATH: `${home}:${process.env.PATH}` }
    for (const [variable, expression] of Object.entries(step.env as Record<string, string>)) {
      const [, name] = /^\$\{\{ inputs\.([\w-]+) \}\}$/.exec(expression)!
      env[variable] = inputs[name!] ?? action.inputs[name!].default
    }
    // As GitHub runs `shell: bash`.
    const argv = ['--noprofile', '--norc', '-eo', 'pipefail', '-c', step.run]
    return execFileSync('bash', argv, { cwd: home, env, encoding: 'utf8' }).trimEnd().split('\n')
  }

  it('lints the repository when nothing is said', () => {
    expect(called({})).toEqual(['[--yes]', '[claimlint@latest]', '[--format]', '[github]', '[--fail-on]', '[error]', '[--]'])
  })

  it('hands every input over as one word, whatever it holds', () => {
    const inputs = {
      paths: 'articles/a b.md\n$(touch x)\n',
      market: 'us',
      sarif: 'out.sarif',
      args: '--quiet',
      version: '1.2.3',
      'fail-on': 'warning',
    }
    expect(called(inputs).slice(1)).toEqual(
      [
        'claimlint@1.2.3',
        '--format',
        'github',
        '--fail-on',
        'warning',
        '--market',
        'us',
        '--format',
        'sarif=out.sarif',
        '--quiet',
        '--',
        'articles/a b.md',
        '$(touch x)',
      ].map((word) => `[${word}]`),
    )
  })
})
