import type { Claim } from '../core/claim.js'
import type { Locale } from '../core/config.js'
import type { ReadBlock } from '../core/document.js'
import type { Effect, Sentence } from '../core/sentence.js'
import type { TextSpan } from '../core/span.js'
import { overlaps } from '../core/span.js'
import { fingerprints } from '../lint/fingerprint.js'
import type { FileResult } from '../lint/result.js'
import type { PackFile, RuleLookup } from '../match/schema.js'
import { excerptRows } from './excerpt.js'
import { inventoryOf, type ListedClaim } from './inventory.js'
import { Lines } from './lines.js'
import { agentOf, reasonOf, settingOf } from './reasons.js'
import type { Ui } from './style.js'
import { messageOf, precedentOf } from './words.js'

const words = {
  none: {
    en: 'Nothing on line {line} looks like a claim: no act on body, function or disease was found.',
    ja: '{line}行目に、効果の表現は見つかりませんでした。',
  },
  noText: { en: 'Line {line} holds no text that is read.', ja: '{line}行目に、読む対象の文章はありません。' },
  noLine: { en: 'The file has {count} lines, no line {line}.', ja: 'ファイルは{count}行です。{line}行目はありません。' },
  claim: { en: 'Claim', ja: '表現' },
  silent: { en: 'No claim', ja: '表現ではない' },
  agent: { en: 'who', ja: '主語' },
  act: { en: 'does', ja: '作用' },
  target: { en: 'to what', ja: '対象' },
  qualifiers: { en: 'qualified by', ja: '限定' },
  population: { en: 'for whom', ja: '対象者' },
  settings: { en: 'setting', ja: '文脈' },
  evidence: { en: 'evidence', ja: '根拠' },
  marker: { en: 'marker', ja: '記号' },
  unmarked: { en: 'none', ja: 'なし' },
  leadsNowhere: { en: 'leads to no note', ja: '注記につながっていません' },
  leadsTo: { en: 'leads to note {note}', ja: '注記{note}につながっています' },
  citations: { en: 'sources', ja: '出典' },
  verdict: { en: 'verdict', ja: '判定' },
  finding: { en: 'reported', ja: '指摘' },
  precedent: { en: 'precedent', ja: '先例' },
  fingerprint: { en: 'fingerprint, for a waiver', ja: '例外承認用のフィンガープリント' },
  by: { en: 'yielded by', ja: '判定した規則' },
} as const satisfies Record<string, Record<Locale, string>>

const statuses: Readonly<Record<string, Record<Locale, string>>> = {
  ok: { en: 'lawful as it stands', ja: '問題なし' },
  'needs-disclaimer': { en: 'lawful with the disclaimer', ja: '免責文が必要' },
  prohibited: { en: 'not allowed', ja: '使えません' },
  'needs-evidence': { en: 'needs a source', ja: '出典が必要' },
  review: { en: 'a person has to decide', ja: '人の判断が必要' },
}

export interface ExplainLine {
  readonly line: number
  readonly locale: Locale
  readonly markets: readonly string[]
  readonly rules: RuleLookup
  readonly packs: readonly PackFile[]
}

/** What the engine understood on one line: each claim with its effect and verdict, each silent candidate with its reason. */
export function explainLine(result: FileResult, options: ExplainLine, ui: Ui): string {
  const { locale, line } = options
  const lines = new Lines(result.document.source)
  const range = lines.range(line)
  const fill = (key: keyof typeof words, data: Record<string, string>): string =>
    words[key][locale].replace(/\{(\w+)\}/g, (_, name: string) => data[name] ?? '')
  if (!range) return `${fill('noLine', { line: String(line), count: String(lines.count) })}\n`
  const wanted = { start: range.start, end: Math.max(range.end, range.start + 1) }
  const listed = inventoryOf(result, '', options.markets, options.packs).articles
  const names = fingerprints(result, [...result.findings, ...result.suppressed.map((entry) => entry.finding)])
  const out: string[] = []
  const found = result.document.blocks.flatMap((block) =>
    block.sentences.filter((sentence) => overlaps(block.map.toSource(sentence.at), wanted)).map((sentence) => ({ block, sentence })),
  )
  for (const { block, sentence } of found) {
    const view = new SentenceView(block, sentence, ui, locale)
    const span = block.map.toSource(sentence.at)
    const claims = result.claims.filter((claim) => claim.block === block.index && claim.sentence === sentence)
    const silent = result.silent.filter((candidate) => overlaps(candidate.span, span))
    if (claims.length === 0 && silent.length === 0) continue
    out.push(...view.text(claims))
    for (const claim of claims) {
      const entry = listed[claim.article]?.claims.find((each) => each.id === claim.id)
      out.push('', ...view.claim(claim, entry))
      for (const finding of result.findings.filter((each) => each.claim === claim.id && each.article === claim.article)) {
        out.push(view.field('finding', `${finding.rule}: ${messageOf(finding, options.rules.get(finding.rule), locale)}`))
        if (finding.precedent) out.push(view.field('precedent', precedentOf(finding.precedent, locale)))
        out.push(view.field('fingerprint', names.get(finding)!))
      }
    }
    for (const candidate of silent) {
      out.push('', `  ${ui.style.bold(words.silent[locale])}: “${candidate.text}”`, `    ${reasonOf(candidate.reason, locale)}`)
    }
    out.push('')
  }
  if (found.length === 0) return `${fill('noText', { line: String(line) })}\n`
  if (out.length === 0) return `${fill('none', { line: String(line) })}\n`
  return `${out.join('\n').trimEnd()}\n`
}

class SentenceView {
  constructor(
    private readonly block: ReadBlock,
    private readonly sentence: Sentence,
    private readonly ui: Ui,
    private readonly locale: Locale,
  ) {}

  text(claims: readonly Claim[]): string[] {
    const { from, to } = this.sentence.at
    const marks = claims.flatMap((claim) =>
      claim.parts.map((part) => ({
        from: this.block.map.toText(part.start) - from,
        to: this.block.map.toText(part.end) - from,
        sign: '^',
      })),
    )
    return excerptRows(this.block.text.slice(from, to), marks, this.ui.width, { whole: true })
  }

  claim(claim: Claim, entry: ListedClaim | undefined): string[] {
    const rows = [
      `  ${this.ui.style.bold(`${words.claim[this.locale]} ${claim.id}: ${claim.kind}`)}  ${this.ui.style.grey(`${words.by[this.locale]} ${claim.by}`)}`,
    ]
    if (claim.effect) rows.push(...this.effect(claim.effect))
    if (claim.evidence)
      rows.push(this.field('evidence', `${claim.evidence.kind}, ${claim.evidence.appeal}: “${this.words(claim.evidence.at)}”`))
    const marker = entry?.marker
    if (entry) rows.push(this.field('marker', marker ? `${marker.symbol} ${this.note(marker.note)}` : words.unmarked[this.locale]))
    const citations = entry?.citations.map((citation) => citation.text + (citation.reference ? ` → ${citation.reference}` : '')) ?? []
    if (citations.length > 0) rows.push(this.field('citations', citations.join(', ')))
    for (const [market, verdict] of Object.entries(entry?.verdicts ?? {})) {
      rows.push(this.field('verdict', `${market}: ${statuses[verdict.status]?.[this.locale] ?? verdict.status}`))
    }
    return rows
  }

  private effect(effect: Effect): string[] {
    const rows = [
      this.field('agent', agentOf(effect.agent, this.locale) + (effect.agent.at ? ` “${this.words(effect.agent.at)}”` : '')),
      this.field('act', `“${this.words(effect.act.at)}” (${effect.act.concept}, ${effect.act.family})`),
    ]
    if (effect.target)
      rows.push(this.field('target', `“${this.words(effect.target.at)}” (${effect.target.concept}, ${effect.target.type})`))
    if (effect.qualifiers.length > 0) {
      rows.push(this.field('qualifiers', effect.qualifiers.map(({ at, concept }) => `“${this.words(at)}” (${concept})`).join(', ')))
    }
    if (effect.population) rows.push(this.field('population', `“${this.words(effect.population.at)}” (${effect.population.kind})`))
    if (effect.settings.length > 0) {
      rows.push(
        this.field('settings', effect.settings.map((cue) => `${settingOf(cue.setting, this.locale)}: “${this.words(cue.at)}”`).join(', ')),
      )
    }
    return rows
  }

  field(name: keyof typeof words, value: string): string {
    return `    ${this.ui.style.grey(`${words[name][this.locale]}:`)} ${value}`
  }

  private note(note: string | null): string {
    return note === null ? words.leadsNowhere[this.locale] : words.leadsTo[this.locale].replace('{note}', note)
  }

  private words(at: TextSpan): string {
    return this.block.text.slice(at.from, at.to).replace(/\s+/g, ' ')
  }
}
