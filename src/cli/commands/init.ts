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
  session.note(next[locale])
  return 0
}

const configText = (markets: readonly string[], locale: 'en' | 'ja'): string => {
  const say = comments[locale]
  return `# ${say.head}
# yaml-language-server: $schema=https://unpkg.com/claimlint@${version}/schema/claimlint.schema.json

# ${say.markets}
markets: [${markets.join(', ')}]

# ${say.locale}
locale: ${locale}

product:
  # ${say.names}
  names: []
  # ${say.ingredients}
  ingredients: []
  # ${say.kind}
  kind: auto

# ${say.files}
files: ["**/*.{md,mdx,html,txt,docx}"]

# ${say.ignores}
ignores: ["drafts/**"]

# ${say.rules}
rules: {}
#  us-fda/disclaimer-wording: warn

# ${say.overrides}
overrides: []
#  - files: ["ja/**"]
#    locale: ja
#  # ${say.content}
#  - files: ["feed/*.json"]
#    content: { "products[].description": html }
`
}

const next = {
  en: 'written. Put your product names under product.names in claimlint.config.yaml, then run: claimlint',
  ja: '作成しました。claimlint.config.yaml の product.names に製品名を書いてから claimlint を実行してください',
} as const

const comments = {
  en: {
    head: 'Settings of claimlint. Every key is optional; "claimlint print-config FILE" shows what applies.',
    markets: 'Whose law applies: us (FDA, FTC).',
    locale: 'Language of the messages: en or ja.',
    names: 'Product and brand names as they stand in your articles.',
    ingredients: 'Ingredients beyond the built-in list.',
    kind: 'supplement, food (no disclaimer due), editorial (nothing is sold), auto (decided page by page).',
    files: 'What "claimlint" without a path reads.',
    ignores: 'Never read, not even when named on the command line.',
    rules: 'error, warn, info or off, for all files …',
    overrides: '… or for some.',
    content: 'Of JSON, YAML and CSV files the fields to read.',
  },
  ja: {
    head: 'claimlint の設定。どのキーも省略できます。適用される値は "claimlint print-config ファイル" で確認できます。',
    markets: '適用する法令: us（FDA、FTC）。',
    locale: 'メッセージの言語: en または ja。',
    names: '記事に出てくる製品名・ブランド名。',
    ingredients: '組み込みの一覧にない成分名。',
    kind: 'supplement、food（免責文は不要）、editorial（何も販売しない）、auto（ページごとに判断）。',
    files: 'パスを指定しないときに読むファイル。',
    ignores: 'コマンドラインで指定されても読まないファイル。',
    rules: 'すべてのファイルについて error、warn、info、off …',
    overrides: '… または一部のファイルについて。',
    content: 'JSON、YAML、CSV で読むフィールド。',
  },
} as const

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
