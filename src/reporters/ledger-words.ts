import type { Locale } from '../core/config.js'

/** Headings of the claim ledgers (Markdown and HTML). */
export const ledgerWords = {
  title: { en: 'Claim inventory', ja: '表現の一覧' },
  claims: { en: 'Claims', ja: '表現' },
  markers: { en: 'Markers and notes', ja: '記号と注記' },
  references: { en: 'References', ja: '参考文献' },
  id: { en: 'id', ja: '番号' },
  line: { en: 'line', ja: '行' },
  kind: { en: 'kind', ja: '種類' },
  text: { en: 'text', ja: '本文' },
  marker: { en: 'marker', ja: '記号' },
  note: { en: 'note', ja: '注記' },
  lines: { en: 'on lines', ja: '記号の行' },
  citedIn: { en: 'cited on lines', ja: '引用の行' },
  noteText: { en: 'its text', ja: '注記の本文' },
  sources: { en: 'sources', ja: '出典' },
  evidence: { en: 'evidence', ja: '根拠' },
  verdict: { en: 'verdict', ja: '判定' },
  label: { en: 'label', ja: '番号' },
  missing: { en: 'missing', ja: '不足' },
  leadsNowhere: { en: 'leads nowhere', ja: '注記なし' },
  none: { en: 'No claims.', ja: '表現はありません。' },
} as const satisfies Record<string, Record<Locale, string>>
