import { existsSync, readFileSync } from 'node:fs'
import { dirname, relative } from 'node:path'
import type { PageDocument } from '../core/document.js'
import { nearestName, SetupError } from '../core/setup-error.js'
import { type Directives, type RuleNames, readDirectives, readFrontMatter } from '../lint/directives.js'
import type { BaselineEntry, Waiver } from '../lint/suppress.js'
import { CliError } from './cli-error.js'
import { toPosix } from './paths.js'

/** A waiver with its place in the waiver file. */
export interface FiledWaiver extends Waiver {
  /** Restricts it to one file, relative to the waiver file. */
  readonly file?: string
  /** The day it was written, `YYYY-MM-DD`, where the file says so. */
  readonly added?: string
  /** 1-based line in the waiver file. */
  readonly line: number
}

export interface WaiverFile {
  readonly path: string
  readonly waivers: readonly FiledWaiver[]
}

/** The directives of a page: comments and front matter. YAML is loaded only when front matter speaks of claimlint. */
export async function directivesOf(document: PageDocument, rules: RuleNames): Promise<Directives> {
  const comments = readDirectives(document.source, document.comments, rules)
  const { frontMatter } = document
  if (!frontMatter?.text.includes('claimlint')) return comments
  const head = await frontMatterDirectives(document, frontMatter, rules)
  return { valid: [...head.valid, ...comments.valid], malformed: [...head.malformed, ...comments.malformed] }
}

async function frontMatterDirectives(
  { source }: PageDocument,
  { kind, text, span }: NonNullable<PageDocument['frontMatter']>,
  rules: RuleNames,
): Promise<Directives> {
  const failed = (error: string): Directives => ({ valid: [], malformed: [{ span, message: 'frontMatter', data: { error } }] })
  if (kind === 'toml')
    return /^\s*\[?claimlint\b/m.test(text) ? failed('TOML; write the key in YAML front matter') : { valid: [], malformed: [] }
  const { parse } = await import('yaml')
  try {
    const value: unknown = parse(text)
    if (typeof value !== 'object' || value === null || !('claimlint' in value)) return { valid: [], malformed: [] }
    return readFrontMatter(value.claimlint, span, source.length, rules)
  } catch (error) {
    // Broken front matter without our key is none of our business.
    return /^claimlint\s*:/m.test(text) ? failed(firstLine(error)) : { valid: [], malformed: [] }
  }
}

const required = ['fingerprint', 'rule', 'reason', 'approver', 'until'] as const
const known = [...required, 'file', 'added']

/**
 * Reads `claimlint.waivers.yml`: a list of `{ fingerprint, rule, reason, approver, until }`, optionally `file` and `added`.
 * Throws `SetupError` with the line of an entry that lacks one of them: half a waiver must not pass for one.
 */
export async function readWaivers(path: string, rules: RuleNames): Promise<WaiverFile> {
  if (!existsSync(path)) throw new CliError(`no waiver file "${path}"`)
  const { parseDocument, LineCounter, isSeq, isMap } = await import('yaml')
  const counter = new LineCounter()
  const document = parseDocument(readFileSync(path, 'utf8'), { lineCounter: counter })
  const fault = (line: number, found: string, expected: string, nearest?: string): SetupError =>
    new SetupError({ file: path, line, found, expected, ...(nearest !== undefined && { nearest }) })
  if (document.errors[0]) throw new CliError(`${path}: ${firstLine(document.errors[0])}`)
  const root = isMap(document.contents) ? document.contents.get('waivers', true) : document.contents
  if (document.contents === null) return { path, waivers: [] }
  if (!isSeq(root)) throw fault(1, 'no list', 'a list of waivers')
  const waivers = root.items.map((item): FiledWaiver => {
    const node = item as { range?: readonly number[]; toJSON(): unknown }
    const line = counter.linePos(node.range?.[0] ?? 0).line
    const value = node.toJSON()
    if (typeof value !== 'object' || value === null || Array.isArray(value)) throw fault(line, JSON.stringify(value), 'a waiver')
    const entry = value as Record<string, unknown>
    for (const key of required) {
      if (typeof entry[key] !== 'string' || entry[key].trim() === '') throw fault(line, `a waiver without ${key}`, required.join(', '))
    }
    for (const key of Object.keys(entry)) {
      if (!known.includes(key)) throw fault(line, `the unknown key "${key}"`, known.join(', '), nearestName(key, known))
    }
    const waiver = entry as unknown as Omit<FiledWaiver, 'line'>
    for (const key of ['until', 'added'] as const) {
      if (waiver[key] !== undefined && !isDay(waiver[key])) throw fault(line, `"${waiver[key]}" for ${key}`, 'a day as YYYY-MM-DD')
    }
    const rule = rules.idOf(waiver.rule)
    if (rule === undefined)
      throw fault(line, `the unknown rule "${waiver.rule}"`, 'a rule id', rules.hint(waiver.rule).replace(/^ → /, '') || undefined)
    return { ...waiver, rule, line }
  })
  return { path, waivers }
}

/** Waivers that may silence findings of a file. */
export const waiversFor = ({ path, waivers }: WaiverFile, file: string): readonly FiledWaiver[] =>
  waivers.filter((waiver) => waiver.file === undefined || toPosix(relative(dirname(path), file)) === toPosix(waiver.file))

/** What `claimlint baseline` writes: fingerprints by file, relative to the baseline file. */
export interface Baseline {
  readonly version: 1
  readonly files: Readonly<Record<string, readonly BaselineEntry[]>>
}

export function readBaseline(path: string): Baseline {
  if (!existsSync(path)) throw new CliError(`no baseline "${path}"; claimlint baseline writes one`)
  let value: unknown
  try {
    value = JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    throw new CliError(`${path}: ${firstLine(error)}`)
  }
  if (!isBaseline(value)) throw new SetupError({ file: path, found: 'something else', expected: 'a baseline of version 1' })
  return value
}

function isBaseline(value: unknown): value is Baseline {
  if (typeof value !== 'object' || value === null || !('version' in value) || value.version !== 1 || !('files' in value)) return false
  const { files } = value
  if (typeof files !== 'object' || files === null) return false
  const isEntry = (entry: unknown): boolean =>
    typeof entry === 'object' && entry !== null && 'fingerprint' in entry && 'rule' in entry && 'since' in entry
  return Object.values(files).every((entries) => Array.isArray(entries) && entries.every(isEntry))
}

export const baselineKey = (baselinePath: string, file: string): string => toPosix(relative(dirname(baselinePath), file))

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text))

const firstLine = (error: unknown): string => (error instanceof Error ? error.message : String(error)).split('\n')[0]!
