import type { Piece } from '../character-references.js'
import type { Page } from '../page.js'
import { type Prepared, sourceSpan } from '../prepared.js'
import { VisibleText } from '../visible-text.js'

/** Keys whose value is shown to readers: in the page, in lists of posts, in search results. */
const FIELD =
  /^(?:title|subtitle|description|summary|excerpt|abstract|tagline|slogan|strapline|headline|subheadline|subhead(?:ing)?|lede|intro|teaser|blurb|catch[_-]?(?:copy|phrase)|tags?|keywords?|.*[_-](?:title|description)|.*[a-z](?:Title|Description))$/

/** Keys of small print that a template sets on the page. */
const SMALL_PRINT =
  /^(?:.*[_-])?(?:disclaimers?|foot_?notes?|fine_?print|small_?print|legal(?:_?(?:text|note|notice))?|notices?|fda)(?:[_-].*)?$/i

const isSmallPrint = (name: string, value: string): boolean =>
  (SMALL_PRINT.test(name) && (/\s/.test(value) || value.length > 12)) || /not been evaluated by|評価を受け|評価されて/.test(value)

/**
 * Reads YAML or TOML front matter at the very start of a text, when it parses, and takes it out of what the format parser sees.
 * Anything else there is left to the format.
 */
export async function takeFrontMatter(prepared: Prepared, page: Page): Promise<Prepared> {
  const fence = /^(---|\+\+\+)[ \t]*\n/.exec(prepared.plain)
  if (!fence) return prepared
  const start = fence[0].length
  const closing = new RegExp(`^${fence[1] === '---' ? '---' : '\\+\\+\\+'}[ \\t]*$`, 'gm')
  closing.lastIndex = start
  const close = closing.exec(prepared.plain)
  if (!close) return prepared
  const kind = fence[1] === '---' ? 'yaml' : 'toml'
  const text = prepared.plain.slice(start, close.index)
  const strings = kind === 'yaml' ? (await import('./yaml.js')).readYaml(text) : (await import('./toml.js')).readToml(text)
  if (!strings) return prepared

  page.frontMatter = { kind, text, span: sourceSpan(prepared, start, close.index) }
  for (const { path, pieces, value } of strings) {
    const name = path.at(-1)
    if (name === undefined) continue
    const isPrinted = isSmallPrint(name, value)
    if (!isPrinted && !FIELD.test(name)) continue
    addString(
      prepared,
      page,
      `front-matter:${path.join('.')}`,
      pieces.map((piece) => ({ ...piece, start: piece.start + start, end: piece.end + start })),
      value,
      isPrinted ? 'prose' : 'metadata',
    )
  }
  const end = close.index + close[0].length
  return { ...prepared, text: prepared.text.slice(0, end).replace(/[^\n]/g, ' ') + prepared.text.slice(end) }
}

function addString(
  prepared: Prepared,
  page: Page,
  field: string,
  pieces: readonly Piece[],
  value: string,
  role: 'prose' | 'metadata',
): void {
  if (pieces.length === 0) return
  const text = new VisibleText(prepared, 'keep')
  for (const piece of pieces) text.add(piece.value, piece.start, piece.end)
  const read = text.finish()
  if (!read) return
  const span = sourceSpan(prepared, pieces[0]!.start, pieces.at(-1)!.end)
  if (sameWords(read.text, value)) {
    page.add(read, { role, field, span })
    return
  }
  const whole = new VisibleText(prepared, 'keep')
  whole.add(value.replace(/\s+/g, ' '), pieces[0]!.start, pieces.at(-1)!.end)
  whole.markApproximate()
  page.unread.push({ what: 'markup-not-aligned', span })
  page.add(whole.finish(), { role, field, span })
}

/** True when the two differ at most in space (a folded line) and in letters that no reader sees. */
const sameWords = (a: string, b: string) => a.replace(/[\s\p{Cf}]+/gu, '') === b.replace(/[\s\p{Cf}]+/gu, '')
