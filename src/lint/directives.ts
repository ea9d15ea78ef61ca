import type { Comment } from '../core/block.js'
import type { Span } from '../core/span.js'

/** A suppression written in an article, read and understood. */
export interface Directive {
  readonly kind: 'comment' | 'front-matter'
  readonly rule: string
  readonly reason: string
  /** Where it stands. */
  readonly span: Span
  /** The source it governs. A finding is in it when it begins there. */
  readonly reach: Span
}

/** A suppression that cannot be read: it suppresses nothing and is reported. */
interface MalformedDirective {
  readonly span: Span
  /** Key into the messages of `claimlint/directive-malformed`. */
  readonly message: 'unknown' | 'noRule' | 'noReason' | 'unknownRule' | 'notOpen' | 'frontMatter'
  readonly data: Readonly<Record<string, string>>
}

export interface Directives {
  readonly valid: readonly Directive[]
  readonly malformed: readonly MalformedDirective[]
}

/** Today's id for a rule name, or undefined; `hint` names the nearest one. */
export interface RuleNames {
  idOf(name: string): string | undefined
  hint(name: string): string
}

interface Open {
  readonly rule: string
  readonly reason: string
  readonly span: Span
}

const directive = /^\s*claimlint-([\w-]*)\s*([\s\S]*)$/

/**
 * Reads the directives among a page's comments, in source order: `claimlint-disable-next-line RULE -- REASON`,
 * `claimlint-disable RULE -- REASON` up to `claimlint-enable [RULE]` (the last one opened) or the end.
 */
export function readDirectives(source: string, comments: readonly Comment[], rules: RuleNames): Directives {
  const valid: Directive[] = []
  const malformed: MalformedDirective[] = []
  const open: Open[] = []
  const close = ({ span, ...rest }: Open, end: number): number =>
    valid.push({ kind: 'comment', ...rest, span, reach: { start: span.end, end } })
  for (const { text, span } of [...comments].sort((a, b) => a.span.start - b.span.start)) {
    const [, word, rest = ''] = directive.exec(text) ?? []
    if (word === undefined) continue
    const fail = (message: MalformedDirective['message'], data: MalformedDirective['data'] = {}): number =>
      malformed.push({ span, message, data })
    if (word === 'enable') {
      const names = rest
        .split(/\s+--(?:\s|$)/)[0]!
        .split(/[\s,]+/)
        .filter(Boolean)
      for (const name of names.length > 0 ? names : [undefined]) {
        const id = name === undefined ? undefined : rules.idOf(name)
        const index = open.findLastIndex((each) => name === undefined || each.rule === id)
        if (index < 0) fail('notOpen')
        else close(open.splice(index, 1)[0]!, span.start)
      }
      continue
    }
    if (word !== 'disable' && word !== 'disable-next-line') {
      fail('unknown', { directive: `claimlint-${word}` })
      continue
    }
    const [list = '', ...reasons] = rest.split(/(?:^|\s+)--\s+/)
    const names = list.split(/[\s,]+/).filter((name) => name && name !== '--')
    const reason = reasons.join(' -- ').replace(/\s+/g, ' ').trim()
    const unknown = names.find((name) => rules.idOf(name) === undefined)
    if (names.length === 0) fail('noRule')
    else if (unknown !== undefined) fail('unknownRule', { rule: unknown, hint: rules.hint(unknown) })
    else if (reason === '') fail('noReason')
    else {
      const reach = nextLine(source, span.end)
      for (const name of names) {
        const rule = rules.idOf(name)!
        if (word === 'disable') open.push({ rule, reason, span })
        else valid.push({ kind: 'comment', rule, reason, span, reach })
      }
    }
  }
  for (const each of open) close(each, source.length)
  return { valid, malformed }
}

/** The first line after an offset that is not blank, the rest of the offset's own line left out. */
function nextLine(source: string, offset: number): Span {
  const lineEnd = /\r\n|\r|\n/g
  lineEnd.lastIndex = offset
  const first = lineEnd.exec(source)
  if (!first) return { start: source.length, end: source.length }
  let start = lineEnd.lastIndex
  for (let end = lineEnd.exec(source); end; end = lineEnd.exec(source)) {
    if (source.slice(start, end.index).trim() !== '') return { start, end: end.index }
    start = lineEnd.lastIndex
  }
  return { start, end: source.length }
}

/**
 * Reads the value of the front matter key `claimlint`, which the caller has parsed: `{ disable: { RULE: REASON } }`, for the whole file.
 */
export function readFrontMatter(value: unknown, span: Span, sourceLength: number, rules: RuleNames): Directives {
  const valid: Directive[] = []
  const malformed: MalformedDirective[] = []
  const fail = (message: MalformedDirective['message'], data: MalformedDirective['data'] = {}): number =>
    malformed.push({ span, message, data })
  if (!isRecord(value)) {
    fail('frontMatter', { error: 'disable: { RULE: REASON }' })
    return { valid, malformed }
  }
  const other = Object.keys(value).find((key) => key !== 'disable')
  if (other !== undefined) fail('frontMatter', { error: `claimlint.${other}` })
  const { disable } = value
  if (disable !== undefined && !isRecord(disable)) fail('frontMatter', { error: 'disable: { RULE: REASON }' })
  for (const [name, reason] of Object.entries(isRecord(disable) ? disable : {})) {
    const rule = rules.idOf(name)
    if (rule === undefined) fail('unknownRule', { rule: name, hint: rules.hint(name) })
    else if (typeof reason !== 'string' || reason.trim() === '') fail('noReason')
    else valid.push({ kind: 'front-matter', rule, reason: reason.trim(), span, reach: { start: 0, end: sourceLength + 1 } })
  }
  return { valid, malformed }
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)
