import type { Locale } from '../core/config.js'

/** What `--help` says, in both languages. */
const texts = {
  claimlint: {
    en: 'Lints health claims in articles about supplements, English and Japanese.',
    ja: 'サプリメントの記事にある健康表現を確認します（英語・日本語）。',
  },
  hint: { en: '(claimlint --help lists all commands and options)', ja: '（claimlint --help でコマンドとオプションを表示します）' },
  lint: { en: 'lint files, folders, globs (the default)', ja: 'ファイルやフォルダーを確認する（既定）' },
  claims: {
    en: 'list every claim with marker, note, citations and verdict',
    ja: 'すべての表現を、記号・注記・出典・判定とともに一覧にする',
  },
  explain: {
    en: 'a rule (law, examples, how to fix), or what was understood at FILE:LINE',
    ja: '規則の説明（法令・例・直し方）、または「ファイル:行」の読み取り結果',
  },
  rules: { en: 'list all rules', ja: '規則の一覧' },
  inspect: { en: 'what the engine saw in a file, as JSON', ja: '解析結果を JSON で表示する' },
  printConfig: {
    en: 'the config that applies to a file, and where each value comes from',
    ja: 'ファイルに適用される設定と、それぞれの出どころ',
  },
  init: { en: 'write a commented config', ja: '説明付きの設定ファイルを作る' },
  baseline: { en: 'write the findings of today into the baseline', ja: '現在の指摘をベースラインに記録する' },
  waivers: { en: 'list every waiver and suppression with its age and reason', ja: '例外承認と抑制を、経過日数と理由とともに一覧にする' },
  testRules: { en: 'run the examples of a pack of your own', ja: '自作の規則の例を実行する' },
  folder: { en: 'a folder of rules', ja: '規則のフォルダー' },
  paths: { en: 'files, folders, globs; - is standard input', ja: 'ファイル、フォルダー、グロブ（- は標準入力）' },
  ruleOrPlace: { en: 'a rule id, or FILE:LINE', ja: '規則の ID、または「ファイル:行」' },
  file: { en: 'a file', ja: 'ファイル' },
  format: { en: '{names}; repeatable', ja: '{names}（複数可）' },
  formatOne: { en: '{names}', ja: '{names}' },
  outputFile: { en: 'write the report there', ja: '結果の書き込み先' },
  baselineOutput: {
    en: "the baseline (default: the config's, else claimlint-baseline.json)",
    ja: 'ベースライン（既定: 設定の値、なければ claimlint-baseline.json）',
  },
  color: { en: 'colour in any case', ja: '常に色を付ける' },
  noColor: { en: 'no colour', ja: '色を付けない' },
  fix: { en: 'apply the safe fixes', ja: '安全な修正を適用する' },
  fixDryRun: { en: 'print the safe fixes as a unified diff, write nothing', ja: '安全な修正を差分で表示する（書き込まない）' },
  failOn: { en: 'lowest severity that makes exit code 1: error, warning, info', ja: '終了コード1にする最低の重要度: error、warning、info' },
  maxWarnings: { en: 'exit 1 above this many warnings', ja: '警告がこの数を超えたら終了コード1' },
  quiet: { en: 'report errors only', ja: 'エラーだけを表示する' },
  reportUnusedWaivers: { en: 'report waivers that meet no finding', ja: '対象のない例外承認を報告する' },
  watch: { en: 'lint again after every change', ja: '変更のたびに確認し直す' },
  cache: { en: 'read only what has changed since the last run (default: no)', ja: '前回から変わったファイルだけを調べる（既定: しない）' },
  noCache: { en: 'read everything', ja: 'すべて調べる' },
  cacheLocation: { en: 'where results are kept (default: .claimlintcache)', ja: '結果の保存先（既定: .claimlintcache）' },
  concurrency: { en: 'how many threads read articles; auto: as many as pay', ja: '並行して読むスレッドの数（auto は自動）' },
  timing: { en: 'show where the time goes, by stage and by rule', ja: '処理時間の内訳を段階・規則ごとに表示する' },
  stdin: { en: 'read the article from standard input', ja: '標準入力から記事を読む' },
  stdinFilename: { en: 'its name: decides format and config', ja: 'その名前（形式と設定が決まる）' },
  ignorePattern: { en: 'do not read these; repeatable', ja: '読まないファイル（複数可）' },
  noIgnore: { en: 'neither ignores of the config nor .gitignore count', ja: '設定の ignores と .gitignore を使わない' },
  ext: { en: 'read this extension as markdown, html or text; repeatable', ja: 'この拡張子を markdown、html、text として読む（複数可）' },
  filesFrom: {
    en: 'read the paths from a file, one a line; - is standard input',
    ja: 'パスの一覧をファイルから読む（1行に1つ、- は標準入力）',
  },
  nul: { en: 'paths in --files-from end in NUL', ja: '--files-from の区切りを NUL にする' },
  staged: { en: 'read what is staged in git, as a pre-commit hook needs it', ja: 'git にステージされた内容を読む' },
  since: { en: 'only findings on lines changed since then', ja: 'それ以降に変わった行の指摘だけ' },
  shard: { en: 'only the i-th of n parts of the files', ja: 'n 分割した i 番目だけ' },
  allowEmpty: { en: 'no file matched is no error', ja: '対象のファイルがなくてもエラーにしない' },
  tokenizer: { en: 'packed or kuromoji: same findings, for comparison', ja: 'packed または kuromoji（結果は同じ、比較用）' },
  config: { en: 'use this config and no other', ja: 'この設定だけを使う' },
  noConfig: { en: 'use no config file', ja: '設定ファイルを使わない' },
  allowJsConfig: { en: 'read a config that is code', ja: 'コードの設定ファイルを読む' },
  market: { en: 'whose law applies: us, jp, eu (default: us)', ja: '適用する法令: us、jp、eu（既定: us）' },
  locale: { en: 'language of messages', ja: 'メッセージの言語' },
  rule: { en: 'error, warn, info or off for one rule; repeatable', ja: '規則ごとに error、warn、info、off（複数可）' },
  useBaseline: { en: 'findings in this baseline are not reported', ja: 'このベースラインにある指摘は報告しない' },
  stage: {
    en: 'blocks, sentences, effects, document, claims (default: all)',
    ja: 'blocks、sentences、effects、document、claims（既定: すべて）',
  },
  preCommit: { en: 'write .pre-commit-config.yaml too', ja: '.pre-commit-config.yaml も作る' },
  github: { en: 'write a GitHub workflow too', ja: 'GitHub のワークフローも作る' },
  force: { en: 'overwrite what is there', ja: '既存のファイルを上書きする' },
  help: { en: 'show this help', ja: 'このヘルプを表示する' },
  version: { en: 'show the version', ja: 'バージョンを表示する' },
  ofLint: { en: 'Options of lint, the default command:', ja: '既定のコマンド lint のオプション:' },
} as const satisfies Record<string, Record<Locale, string>>

export type HelpText = keyof typeof texts

/** The headings commander writes. */
const titles: Readonly<Record<string, string>> = {
  'Usage:': '使い方:',
  'Arguments:': '引数:',
  'Options:': 'オプション:',
  'Commands:': 'コマンド:',
}

export class Help {
  constructor(readonly locale: Locale) {}

  text(key: HelpText, names?: readonly string[]): string {
    return texts[key][this.locale].replace('{names}', names?.join(', ') ?? '')
  }

  title(english: string): string {
    return this.locale === 'ja' ? (titles[english] ?? english) : english
  }
}
