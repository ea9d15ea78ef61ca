import type { Page } from '../page.js'
import { type Prepared, sourceSpan } from '../prepared.js'
import { VisibleText } from '../visible-text.js'

/** Properties of schema.org whose value is text that search results may show. */
const FIELDS = new Set(
  'name alternateName headline alternativeHeadline description disambiguatingDescription abstract articleBody reviewBody text keywords caption slogan about articleSection'.split(
    ' ',
  ),
)
const TOKEN = /"(?:[^"\\]|\\[\s\S])*"|[{}[\]:,]/g
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\n', b: '', f: '' }

/** Reads the strings of a JSON-LD script, each at its exact place. JSON that does not parse is read as far as its strings go. */
export function readJsonLd(prepared: Prepared, page: Page, script: { start: number; end: number }): void {
  const json = prepared.text.slice(script.start, script.end)
  const containers: { key: string | undefined; isArray: boolean }[] = []
  let key: string | undefined
  let string: { start: number; end: number } | undefined
  const settle = () => {
    if (string && key !== undefined && FIELDS.has(key)) addString(prepared, page, key, string.start + 1, string.end - 1)
    string = undefined
  }
  for (const match of json.matchAll(TOKEN)) {
    const [token] = match
    if (token.startsWith('"')) {
      string = { start: script.start + match.index, end: script.start + match.index + token.length }
    } else if (token === ':') {
      if (string) key = prepared.text.slice(string.start + 1, string.end - 1)
      string = undefined
    } else if (token === '{' || token === '[') {
      containers.push({ key, isArray: token === '[' })
      if (token === '{') key = undefined
      string = undefined
    } else {
      settle()
      if (token === ',') {
        if (!containers.at(-1)?.isArray) key = undefined
      } else key = containers.pop()?.key
    }
  }
}

function addString(prepared: Prepared, page: Page, key: string, start: number, end: number): void {
  const text = new VisibleText(prepared, 'keep')
  let from = start
  for (const match of prepared.text.slice(start, end).matchAll(/\\(?:u([0-9a-fA-F]{4})(?:\\u(d[c-f][0-9a-f]{2}))?|([\s\S]))/gi)) {
    const at = start + match.index
    const stop = at + match[0].length
    text.add(prepared.text.slice(from, at), from, at)
    text.add(unescapeJson(match[1], match[2], match[3]), at, stop)
    from = stop
  }
  text.add(prepared.text.slice(from, end), from, end)
  page.add(text.finish(), { role: 'metadata', field: `json-ld:${key}`, span: sourceSpan(prepared, start, end) })
}

function unescapeJson(unit: string | undefined, low: string | undefined, letter: string | undefined): string {
  if (unit === undefined) return ESCAPES[letter!] ?? letter!
  const units = [Number.parseInt(unit, 16), ...(low ? [Number.parseInt(low, 16)] : [])]
  return String.fromCharCode(...units)
}
