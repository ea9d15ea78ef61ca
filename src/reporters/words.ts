import type { Locale } from '../core/config.js'
import type { Finding } from '../core/finding.js'
import type { Precedent } from '../core/precedent.js'
import type { LegalBasis, RuleFile, Text } from '../match/schema.js'

type Data = Readonly<Record<string, string>>

/** Puts data into `{name}` places; a name without data stays as written, so that a missing one is seen. */
export const fill = (template: string, data: Data = {}): string =>
  template.replace(/\{([\w-]{1,60})\}/g, (whole, name: string) => data[name] ?? whole)

/** The sentence a writer reads. A rule that does not know the key (a crashed or unknown rule) is named by key and data. */
export function messageOf(finding: Pick<Finding, 'message' | 'data'>, rule: RuleFile | undefined, locale: Locale): string {
  return wordsOf(rule?.messages, finding.message, finding.data, locale)
}

export function suggestionOf(
  suggestion: { readonly desc: string; readonly data?: Data },
  rule: RuleFile | undefined,
  locale: Locale,
): string {
  return wordsOf(rule?.suggestions, suggestion.desc, suggestion.data, locale)
}

function wordsOf(table: RuleFile['messages'] | undefined, key: string, data: Data | undefined, locale: Locale): string {
  const text = (table?.[key] ?? common[key])?.[locale]
  if (text !== undefined) return fill(text, data)
  const details = Object.entries(data ?? {}).map(([name, value]) => `${name}: ${value}`)
  return details.length > 0 ? `${key} (${details.join(', ')})` : key
}

/** The law as cited, and that nobody compared it with a copy where that is so. */
export function citeOf(basis: LegalBasis, locale: Locale): string {
  if (basis.verified !== 'memory') return basis.cite
  return locale === 'ja' ? `${basis.cite}（未確認）` : `${basis.cite} (unverified)`
}

/** What an authority said of like words, who said it and when. */
export function precedentOf({ phrase, ruling, by, date }: Precedent, locale: Locale): string {
  const key = ruling === 'objected to' ? 'precedentLetter' : 'precedentRuling'
  return say(key, locale, { phrase: phrase.replace(/^\[|\]$/g, ''), by, date, ruling: rulingWords[ruling][locale] })
}

const rulingWords: Readonly<Record<Precedent['ruling'], Text>> = {
  acceptable: { en: 'acceptable', ja: '可' },
  'not acceptable': { en: 'not acceptable', ja: '不可' },
  'depends on context': { en: 'depends on the context', ja: '文脈による' },
  'objected to': { en: 'objected to', ja: '問題とした' },
}

/** Messages that any rule may use for a related place. */
const common: RuleFile['messages'] = {
  elsewhere: { en: 'together with this', ja: 'ここと合わせて' },
  alsoHere: { en: 'and here', ja: 'ここにも' },
}

/** Fixed words of the reporters. Every key in both languages: the type sees to it. */
const ui = {
  error: { en: 'error', ja: 'エラー' },
  warning: { en: 'warning', ja: '警告' },
  info: { en: 'info', ja: '情報' },
  line: { en: 'line {line}', ja: '{line}行目' },
  lines: { en: 'lines {lines}', ja: '{lines}行目' },
  more: { en: 'and {count} more', ja: 'ほか{count}か所' },
  fixable: { en: '--fix can do this', ja: '--fix で直せます' },
  clean: { en: 'no findings', ja: '指摘はありません' },
  readOne: { en: '1 sentence read ({languages})', ja: '1文を読みました（{languages}）' },
  read: { en: '{sentences} sentences read ({languages})', ja: '{sentences}文を読みました（{languages}）' },
  files: { en: '{count} files', ja: '{count}ファイル' },
  file: { en: '1 file', ja: '1ファイル' },
  nothingRead: { en: 'no sentence in it could be read', ja: '読める文がありません' },
  law: { en: 'Law: {packs}', ja: '適用した法令: {packs}' },
  asOf: { en: '{pack} as of {date}', ja: '{pack}（{date}時点）' },
  oneLeftAside: {
    en: '1 possible claim does not count, since what it speaks of is not sold here. Is it about a product? Set product.names, or product.kind: supplement.',
    ja: '販売されているものの話ではないと判断し、表現の候補1件を対象外にしました。製品のページなら product.names か product.kind: supplement を設定してください。',
  },
  couldNot: { en: '{count} could not be read', ja: '読めないファイル{count}件' },
  leftAside: {
    en: '{count} possible claims do not count, since what they speak of is not sold here. Is it about a product? Set product.names, or product.kind: supplement.',
    ja: '販売されているものの話ではないと判断し、表現の候補{count}件を対象外にしました。製品のページなら product.names か product.kind: supplement を設定してください。',
  },
  explainHint: { en: 'More on a rule: claimlint explain {rule}', ja: '規則の説明: claimlint explain {rule}' },
  precedentRuling: {
    en: 'FDA on a like wording, "{phrase}": {ruling} ({by}, {date}).',
    ja: '似た表現「{phrase}」についてのFDAの判断: {ruling}（{by}、{date}）',
  },
  precedentLetter: {
    en: 'FDA objected to a like wording, "{phrase}", in a letter to {by} ({date}).',
    ja: '似た表現「{phrase}」をFDAが{by}への書簡（{date}）で問題としました。',
  },
  unread: { en: 'Not read: {list}', ja: '読めなかった部分: {list}' },
  summary: { en: '{errors}, {warnings}, {infos} in {files}', ja: '{files}: {errors}、{warnings}、{infos}' },
  errors: { en: '{count} errors', ja: 'エラー{count}件' },
  oneError: { en: '1 error', ja: 'エラー1件' },
  warnings: { en: '{count} warnings', ja: '警告{count}件' },
  oneWarning: { en: '1 warning', ja: '警告1件' },
  infos: { en: '{count} infos', ja: '情報{count}件' },
  oneInfo: { en: '1 info', ja: '情報1件' },
  suppressed: { en: '{count} suppressed', ja: '抑制{count}件' },
  fixables: { en: '{count} can be fixed with --fix', ja: '{count}件は --fix で直せます' },
  image: { en: 'image without text', ja: '文字のない画像' },
  media: { en: 'embedded media', ja: '埋め込みメディア' },
  structure: { en: 'structure not read', ja: '構造を読めない部分' },
  template: { en: 'template expression', ja: 'テンプレート式' },
  markup: { en: 'markup not aligned', ja: '位置の合わないマークアップ' },
  deleted: { en: 'tracked deletion', ja: '変更履歴で削除された文字' },
  hidden: { en: 'hidden text', ja: '隠し文字' },
  comment: { en: 'comment', ja: 'コメント' },
  symbol: { en: 'letter of a symbol font', ja: '記号フォントの文字' },
  generated: { en: 'content that a plug-in adds', ja: 'プラグインが加える内容' },
  noText: { en: 'field that holds no text', ja: '文字列でないフィールド' },
  paragraphNumber: { en: 'paragraph {number}', ja: '第{number}段落' },
  sentenceNumber: { en: 'sentence {number}', ja: '第{number}文' },
  pageHeader: { en: 'header', ja: 'ヘッダー' },
  pageFooter: { en: 'footer', ja: 'フッター' },
  footnote: { en: 'footnote {number}', ja: '脚注{number}' },
  endnote: { en: 'endnote {number}', ja: '文末脚注{number}' },
  japaneseLaw: {
    en: 'Japanese text was checked against {markets} law only: Japanese law (薬機法, 景品表示法, 健康増進法) was not checked.',
    ja: '日本語の文章を{markets}の法令だけで確認しました。日本の法令（薬機法・景品表示法・健康増進法）は確認していません。',
  },
} as const satisfies Record<string, Record<Locale, string>>

export type UiWord = keyof typeof ui

export const say = (word: UiWord, locale: Locale, data: Data = {}): string => fill(ui[word][locale], data)

/** Says how many possible claims were left aside because nothing is sold there. */
export const leftAsideWords = (n: number, locale: Locale): string =>
  n === 1 ? say('oneLeftAside', locale) : say('leftAside', locale, { count: String(n) })

/** "1 error", "3 errors". */
export function count(kind: 'error' | 'warning' | 'info', n: number, locale: Locale): string {
  const words = { error: ['oneError', 'errors'], warning: ['oneWarning', 'warnings'], info: ['oneInfo', 'infos'] } as const
  return say(words[kind][n === 1 ? 0 : 1], locale, { count: String(n) })
}

const unreadWords: Readonly<Record<string, UiWord>> = {
  'image-without-text': 'image',
  'embedded-media': 'media',
  'structure-not-read': 'structure',
  'template-expression': 'template',
  'markup-not-aligned': 'markup',
  'deleted-text': 'deleted',
  'hidden-text': 'hidden',
  comment: 'comment',
  symbol: 'symbol',
  'generated-content': 'generated',
  'field-without-text': 'noText',
}

/** What a part was that could not be read. */
export function unreadWord(what: string, locale: Locale): string {
  const word = unreadWords[what]
  return word ? say(word, locale) : what.replaceAll('-', ' ')
}
