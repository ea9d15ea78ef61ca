import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { CliError } from '../cli-error.js'
import { type CommonOptions, choice, environmentLocale, type Session } from '../session.js'
import { version } from '../version.js'
import { writeFileAtomically } from '../write.js'

export interface InitOptions extends CommonOptions {
  readonly preCommit?: boolean
  readonly github?: boolean
  readonly force?: boolean
}

/** Writes a commented config for the markets asked for, and the hook and workflow files asked for. Overwrites only with `--force`. */
export async function initCommand(session: Session, options: InitOptions): Promise<number> {
  const { cwd, env, stdout } = session.streams
  const markets = (options.market ?? 'us').split(',').map((market) => choice('--market', market.trim(), ['us', 'jp', 'eu']))
  const locale = options.locale === undefined ? (environmentLocale(env) ?? 'en') : choice('--locale', options.locale, ['en', 'ja'])
  const files: [string, string][] = [['claimlint.config.yaml', configText(markets, locale)]]
  if (options.preCommit) files.push(['.pre-commit-config.yaml', preCommitText()])
  if (options.github) files.push([join('.github', 'workflows', 'claimlint.yml'), workflowText()])
  const standing = files.map(([name]) => name).filter((name) => existsSync(join(cwd, name)))
  if (standing.length > 0 && !options.force) throw new CliError(`${standing.join(' and ')} already there; --force overwrites`)
  for (const [name, text] of files) {
    writeFileAtomically(name, text, cwd)
    stdout.write(`${name.replaceAll('\\', '/')}\n`)
  }
  return 0
}

const configText = (
  markets: readonly string[],
  locale: string,
): string => `# Settings of claimlint. Every key is optional; "claimlint print-config FILE" shows what applies.
# yaml-language-server: $schema=https://unpkg.com/claimlint@${version}/schema/claimlint.schema.json

# Whose law applies: us (FDA, FTC), jp, eu.
markets: [${markets.join(', ')}]

# Language of the messages: en or ja.
locale: ${locale}

product:
  # Product and brand names as they stand in your articles.
  names: []
  # Ingredients beyond the built-in list.
  ingredients: []
  # supplement, food (no disclaimer due), editorial (nothing is sold), auto (decided page by page).
  kind: auto

# What "claimlint" without a path reads.
files: ["**/*.{md,mdx,html,txt,docx}"]

# Never read, not even when named on the command line.
ignores: ["drafts/**"]

# error, warn, info or off, for all files …
rules: {}
#  us-fda/disclaimer-wording: warn

# … or for some.
overrides: []
#  - files: ["ja/**"]
#    locale: ja
#  - files: ["feed/*.json"]          # of JSON, YAML and CSV the fields to read
#    content: { "products[].description": html }
`

const preCommitText = (): string => `repos:
  - repo: https://github.com/claimlint/claimlint
    rev: v${version}
    hooks:
      - id: claimlint
`

const workflowText = (): string => `name: claimlint
on: [push, pull_request]
jobs:
  claims:
    runs-on: ubuntu-latest
    permissions:
      contents: read
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
        with:
          node-version: 22
      - run: npx --yes claimlint@${version} --format github
`
