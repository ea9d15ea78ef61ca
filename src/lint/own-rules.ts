import type { Severity } from '../core/finding.js'
import type { RuleFile, Text } from '../match/schema.js'

const own = (
  name: string,
  severity: Severity,
  title: Text,
  messages: RuleFile['messages'],
  suggestions?: RuleFile['messages'],
): RuleFile => ({
  id: `claimlint/${name}`,
  title,
  severity,
  since: '0.1.0',
  legal: [],
  messages,
  ...(suggestions && { suggestions }),
  examples: { invalid: [], valid: [] },
})

/** What claimlint says about itself and about the directives in an article; no law stands behind it. */
export const ownRules: readonly RuleFile[] = [
  own(
    'rule-crashed',
    'error',
    { en: 'A rule failed on this file', ja: 'このファイルで規則の処理に失敗した' },
    {
      default: {
        en: 'The rule {rule} failed on this file, so its findings are missing: {error}',
        ja: '規則 {rule} の処理に失敗したため、その指摘は含まれていません: {error}',
      },
    },
  ),
  own(
    'directive-malformed',
    'error',
    { en: 'A suppression that cannot be read suppresses nothing', ja: '読み取れない抑制コメントは何も抑制しない' },
    {
      unknown: {
        en: '“{directive}” is no directive, so nothing is suppressed. Known are disable-next-line, disable and enable.',
        ja: '「{directive}」という指示はなく、何も抑制しません。使えるのは disable-next-line、disable、enable です。',
      },
      noRule: {
        en: 'This suppression names no rule, so it suppresses nothing.',
        ja: '規則の名前がないため、何も抑制しません。',
      },
      noReason: {
        en: 'This suppression gives no reason, so it suppresses nothing.',
        ja: '理由がないため、何も抑制しません。',
      },
      unknownRule: {
        en: 'There is no rule “{rule}”, so nothing is suppressed.{hint}',
        ja: '規則「{rule}」はなく、何も抑制しません。{hint}',
      },
      notOpen: {
        en: 'Nothing is disabled here that this could enable.',
        ja: '対応する disable がありません。',
      },
      frontMatter: {
        en: 'The front matter key “claimlint” cannot be read, so it suppresses nothing: {error}',
        ja: 'フロントマターの「claimlint」を読み取れず、何も抑制しません: {error}',
      },
    },
    {
      form: {
        en: 'Write <!-- claimlint-disable-next-line RULE -- REASON -->, or in front matter claimlint: { disable: { RULE: REASON } }.',
        ja: '<!-- claimlint-disable-next-line 規則 -- 理由 --> または、フロントマターに claimlint: { disable: { 規則: 理由 } } と書きます。',
      },
    },
  ),
  own(
    'directive-unused',
    'warning',
    { en: 'A suppression without a finding to suppress', ja: '抑制する指摘のない抑制コメント' },
    {
      default: {
        en: 'Nothing that {rule} reports stands here any more: the suppression can go.',
        ja: '{rule} の指摘はもうありません。この抑制は消せます。',
      },
    },
  ),
  own(
    'waiver-expired',
    'warning',
    { en: 'A waiver past its date', ja: '期限の切れた例外承認' },
    {
      default: {
        en: 'The waiver for {rule} ended on {until}: the finding counts again.',
        ja: '{rule} の例外承認は{until}に切れたため、指摘が再び有効です。',
      },
    },
  ),
  own(
    'waiver-unused',
    'warning',
    { en: 'A waiver without a finding', ja: '対象の指摘がない例外承認' },
    {
      default: {
        en: 'No finding of {rule} has this fingerprint: the claim was edited or is gone, and the waiver can go.',
        ja: 'このフィンガープリントを持つ {rule} の指摘はありません。表現が変わったか消えたため、この例外承認は消せます。',
      },
    },
  ),
]
