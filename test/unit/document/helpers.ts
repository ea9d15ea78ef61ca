import type { Article, Notice } from '../../../src/core/document.js'
import { type Assembled, assemble } from '../../../src/document/assemble.js'
import { html } from '../../../src/formats/html/index.js'
import { markdown } from '../../../src/formats/markdown/index.js'
import { text } from '../../../src/formats/text/index.js'
import { loadRules } from '../../../src/match/load.js'

export const texts = loadRules('rules').notices

export const ONE =
  'This statement has not been evaluated by the Food and Drug Administration. This product is not intended to diagnose, treat, cure, or prevent any disease.'
export const MANY = ONE.replace('This statement has', 'These statements have')
export const JA =
  'これらの記述は、米国食品医薬品局による評価を受けたものではありません。本製品は、いかなる疾病の診断、治療、治癒、または予防を目的とするものではありません。'

const formats = { markdown, html, text }

export async function read(source: string, format: keyof typeof formats = 'markdown'): Promise<Assembled> {
  return assemble(source, await formats[format].parse(source), texts)
}

export async function articleOf(source: string, format: keyof typeof formats = 'markdown'): Promise<Article> {
  const { articles } = await read(source, format)
  if (articles.length !== 1) throw new Error(`${articles.length} articles`)
  return articles[0]!
}

export async function disclaimerOf(source: string, format: keyof typeof formats = 'markdown'): Promise<Notice> {
  const notice = (await articleOf(source, format)).notices.find(({ kind }) => kind === 'fda-disclaimer')
  if (!notice) throw new Error('no disclaimer found')
  return notice
}

/** `call * -> fda-disclaimer`, `note *`, `call † -> nothing`: the markers of an article in order. */
export function markersOf({ markers, notices }: Article): string[] {
  return markers.map(({ role, symbol, notice, swallowed }) => {
    const target = role === 'note' ? '' : ` -> ${notice === undefined ? 'nothing' : notices[notice]!.kind}`
    return `${role} ${symbol}${target}${swallowed ? ` (${swallowed})` : ''}`
  })
}

/** `[1] -> 1`, `(Smith, 2019) -> nothing`: the citations of an article with the label or first word of the entry they reach. */
export function citationsOf({ citations, references }: Article): string[] {
  return citations.map(({ text, label, reference }) => {
    const entry = reference === undefined ? undefined : references[reference]!
    return `${text}${label && !text.includes(label) ? ` (${label})` : ''} -> ${entry ? (entry.label ?? entry.text.split(/[\s,.]/)[0]) : 'nothing'}`
  })
}
