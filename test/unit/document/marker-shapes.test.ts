import { describe, expect, it } from 'vitest'
import { defaultConfig } from '../../../src/core/config.js'
import { testEngine } from '../../engine.js'

/** 21 CFR 101.93(d) asks for a symbol and names none: whatever writers use leads to the disclaimer that carries the same. */
const shapes = [
  '*',
  '**',
  '***',
  '†',
  '††',
  '‡',
  '§',
  '¶',
  '#',
  '##',
  '^',
  '°',
  '◆',
  '＊',
  '∗',
  '※',
  '※※',
  '※1',
  '※１',
  '※①',
  '※(1)',
  '注)',
  '注1',
  '注1)',
  '注１）',
  '(注1)',
  '*1',
  '*2',
  '＊1',
  '1)',
  '(1)',
  '[1]',
  '¹',
  '²',
  '(*)',
  '[*]',
  '(※)',
  '✝',
  '＃',
  '★',
  '❖',
  '◇',
]

const text = {
  en: {
    claim: 'Supports healthy memory',
    stop: '.',
    disclaimer:
      'This statement has not been evaluated by the Food and Drug Administration. This product is not intended to diagnose, treat, cure, or prevent any disease.',
  },
  ja: {
    claim: '健康な記憶力をサポートします',
    stop: '。',
    disclaimer:
      'これらの記述は、米国食品医薬品局による評価を受けたものではありません。本製品は、いかなる疾病の診断、治療、治癒、または予防を目的とするものではありません。',
  },
}

const typedInMarkdown = (symbol: string) => symbol.replace(/[*#_~^|]/g, '\\$&')
const asEntities = (symbol: string) => [...symbol].map((letter) => `&#x${letter.codePointAt(0)!.toString(16)};`).join('')

type Words = (typeof text)['en']
const layouts: Readonly<Record<string, (symbol: string, words: Words) => readonly [format: string, source: string]>> = {
  'Markdown, behind the full stop': (s, { claim, stop, disclaimer }) => [
    'markdown',
    `# T\n\n${claim}${stop}${typedInMarkdown(s)}\n\nText here.\n\n**${typedInMarkdown(s)}${disclaimer}**\n`,
  ],
  'Markdown, before the full stop': (s, { claim, stop, disclaimer }) => [
    'markdown',
    `# T\n\n${claim}${typedInMarkdown(s)}${stop} Text here.\n\n**${typedInMarkdown(s)} ${disclaimer}**\n`,
  ],
  'text, behind the full stop': (s, { claim, stop, disclaimer }) => [
    'text',
    `Title\n\n${claim}${stop}${s}\n\nText here.\n\n${s} ${disclaimer}\n`,
  ],
  'text, before the full stop': (s, { claim, stop, disclaimer }) => [
    'text',
    `Title\n\n${claim}${s}${stop}\n\nText here.\n\n${s}${disclaimer}\n`,
  ],
  'HTML, raised': (s, { claim, stop, disclaimer }) => [
    'html',
    `<p>${claim}${stop}<sup>${s}</sup></p>\n<p>Text here.</p>\n<p><strong><sup>${s}</sup> ${disclaimer}</strong></p>`,
  ],
  'HTML, behind bold, alone in a cell beside the disclaimer': (s, { claim, stop, disclaimer }) => [
    'html',
    `<p><b>${claim}${stop}</b>${s} Text here.</p>\n<table><tr><td>${s}</td><td><b>${disclaimer}</b></td></tr></table>`,
  ],
  'HTML, as character references': (s, { claim, stop, disclaimer }) => [
    'html',
    `<p>${claim}${stop}${asEntities(s)}</p>\n<p>Text here.</p>\n<p><strong>${asEntities(s)} ${disclaimer}</strong></p>`,
  ],
}

describe.each(['en', 'ja'] as const)('a marker in %s', (language) => {
  it.each(shapes)('%s leads to the disclaimer that carries it', async (symbol) => {
    const engine = await testEngine()
    const lost: string[] = []
    for (const [name, layout] of Object.entries(layouts)) {
      const [format, source] = layout(symbol, text[language])
      const { findings, document } = await engine.lint(source, { path: 'page', format, config: defaultConfig })
      const leads = document.articles[0]!.markers.filter(
        ({ role, notice }) => role === 'call' && notice !== undefined && document.articles[0]!.notices[notice]!.kind === 'fda-disclaimer',
      )
      const rules = findings.map(({ rule }) => rule).filter((rule) => rule !== 'us-fda/disclaimer-language')
      if (leads.length !== 1 || rules.length > 0) lost.push(`${name}: ${rules.join(', ')}`)
    }
    expect(lost).toEqual([])
  })
})
