import type { Locale } from '../core/config.js'
import type { Agent, Setting, SilentReason } from '../core/sentence.js'

type Words = Readonly<Record<Locale, string>>

type FixedReason = Exclude<SilentReason, `${string}:${string}`> | 'no-result'

const reasons: Readonly<Record<FixedReason, Words>> = {
  negated: { en: 'the sentence denies it', ja: '文が否定しています' },
  question: { en: 'it is asked, not said', ja: '疑問文で、断定していません' },
  conditional: { en: 'it is a condition, nothing is said about the product', ja: '条件を述べていて、製品については述べていません' },
  referral: { en: 'it sends the reader to a doctor or other expert', ja: '医師などへの相談を勧めています' },
  warning: { en: 'it is a safety warning', ja: '注意書きです' },
  quoted: { en: 'it is quoted as an example', ja: '例として引用しています' },
  counterfactual: { en: 'it is said to be untrue', ja: '事実に反する仮定です' },
  concession: { en: 'it is the half of the sentence that is conceded', ja: '譲歩の部分です' },
  instruction: { en: 'it is an instruction or recipe', ja: '手順やレシピです' },
  'other-agent': { en: 'somebody or something else than the product does it', ja: '製品以外のものが主語です' },
  'no-target': { en: 'no body part, function or disease is named', ja: '体の部位・機能・病名がありません' },
  harm: { en: 'it speaks of harm, not of benefit', ja: '効果ではなく害について述べています' },
  notice: { en: 'it stands in a disclaimer or other note', ja: '免責文などの注記の中にあります' },
  reference: { en: 'it stands in a reference entry', ja: '参考文献の中にあります' },
  'no-product-on-page': { en: 'nothing on the page is sold', ja: 'このページには製品がありません' },
  'not-health': { en: 'it is not about health', ja: '健康に関する内容ではありません' },
  'no-result': { en: 'the study is mentioned without a result', ja: '研究に触れていますが、結果を述べていません' },
}

/** Why a candidate made no claim, as the end of "no claim: …". */
export function reasonOf(reason: SilentReason | 'no-result', locale: Locale): string {
  if (Object.hasOwn(reasons, reason)) return reasons[reason as FixedReason][locale]
  const [kind, detail = ''] = splitOnce(reason, ':')
  if (kind === 'qualified') return locale === 'ja' ? `「${detail}」という限定があります` : `the qualifier "${detail}" keeps it lawful`
  if (kind === 'authorised') {
    return locale === 'ja' ? `認可された健康強調表示です（${detail}）` : `it is an authorised health claim in its wording (${detail})`
  }
  return reason
}

const settings: Readonly<Record<Setting, Words>> = {
  negated: { en: 'negated', ja: '否定' },
  hedged: { en: 'hedged (still a claim)', ja: '推量（表現としては同じ）' },
  question: { en: 'question', ja: '疑問' },
  conditional: { en: 'conditional', ja: '条件' },
  referral: { en: 'referral', ja: '受診の勧め' },
  warning: { en: 'warning', ja: '注意' },
  attributed: { en: 'attributed (still a claim)', ja: '伝聞（表現としては同じ）' },
  quoted: { en: 'quoted', ja: '引用' },
  counterfactual: { en: 'counterfactual', ja: '反事実' },
  concession: { en: 'concession', ja: '譲歩' },
  instruction: { en: 'instruction', ja: '指示' },
}

export const settingOf = (setting: Setting, locale: Locale): string => settings[setting][locale]

const agents: Readonly<Record<Agent['kind'], Words>> = {
  product: { en: 'the product', ja: '製品' },
  brand: { en: 'the brand', ja: 'ブランド' },
  ingredient: { en: 'an ingredient', ja: '成分' },
  pronoun: { en: 'a pronoun that stands for the product', ja: '製品を指す代名詞' },
  zero: { en: 'not named: the page speaks of its product', ja: '省略（このページの製品）' },
  unknown: { en: 'a word no list knows', ja: '一覧にない語' },
  other: { en: 'not the product', ja: '製品以外' },
}

export const agentOf = (agent: Agent, locale: Locale): string => agents[agent.kind][locale] + (agent.why ? ` (${agent.why})` : '')

function splitOnce(text: string, separator: string): [string, string?] {
  const at = text.indexOf(separator)
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)]
}
