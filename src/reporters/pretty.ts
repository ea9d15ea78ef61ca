import type { Locale } from '../core/config.js'
import type { Severity } from '../core/finding.js'
import { excerptLine, excerptRows, wrap } from './excerpt.js'
import type { FileReport, Message, Run } from './report.js'
import { coverageOf, messagesOf, severities, tally } from './report.js'
import type { Style, Ui } from './style.js'
import { displayWidth, padEnd } from './width.js'
import { citeOf, count, leftAsideWords, precedentOf, say, unreadWord } from './words.js'

/** From this many findings on that say the same, they become one headline with its places. */
const sameMessages = 4
/** Places shown under one headline. */
const mostPlaces = 8
/** Places of one kind that are named. */
const mostUnread = 12
/** Up to this many clean files are named one by one. */
const mostCleanFiles = 10

const signs: Record<Severity, string> = { error: '^', warning: '~', info: '·' }
const gutter = 6

/** The report a writer reads: per file, sentence by sentence, then what was read and under which law. */
export function* render(run: Run, ui: Ui): Generator<string> {
  const page = new Page(run, ui)
  const clean: FileReport[] = []
  for (const file of run.files) {
    if (file.messages.length > 0) page.file(file)
    else if (clean.length <= mostCleanFiles) clean.push(file)
    yield page.written()
  }
  if (clean.length <= mostCleanFiles) for (const file of clean) page.cleanFile(file)
  page.summary()
  yield page.written()
}

class Page {
  #text = ''
  /** Advice and law already shown for the file at hand: each is said once a file. */
  #said = new Set<string>()
  readonly #style: Style
  readonly #locale: Locale

  constructor(
    private readonly run: Run,
    private readonly ui: Ui,
  ) {
    this.#style = ui.style
    this.#locale = run.locale
  }

  /** What was written since this was last asked. */
  written(): string {
    const text = this.#text
    this.#text = ''
    return text
  }

  file(file: FileReport): void {
    this.#said = new Set()
    this.#line(this.#style.bold(file.filePath))
    const { headlines, rest } = split(file.messages)
    const [repeated, page] = [headlines.filter((group) => group.length > 1), headlines.filter((group) => group.length === 1)]
    for (const group of page) this.#headline(group)
    for (const group of bySentence(rest)) this.#sentence(group)
    // a slip that recurs is read last: it hides nothing graver
    for (const group of repeated) this.#headline(group)
    if (this.#unread(file)) this.#line()
  }

  cleanFile(file: FileReport): void {
    const read = file.coverage.sentences > 0 ? coverageOf([file], this.#locale) : say('nothingRead', this.#locale)
    const mark = file.coverage.sentences > 0 ? this.#style.green('✔') : this.#style.yellow('?')
    this.#line(`${mark} ${this.#style.bold(file.filePath)}: ${say('clean', this.#locale)}${this.#locale === 'ja' ? '。' : '; '}${read}`)
    this.#unread(file)
  }

  summary(): void {
    const { files } = this.run
    const counts = tally(messagesOf(files))
    const [first] = messagesOf(files)
    let suppressed = 0
    for (const file of files) suppressed += file.suppressed.length
    const fixable = severities.reduce((sum, severity) => sum + counts.fixable[severity], 0)
    const [errors, warnings, infos] = severities.map((severity) => count(severity, counts[severity], this.#locale))
    const parts = [say('summary', this.#locale, { errors: errors!, warnings: warnings!, infos: infos!, files: this.#files(files.length) })]
    if (suppressed > 0) parts.push(say('suppressed', this.#locale, { count: String(suppressed) }))
    if (fixable > 0) parts.push(say('fixables', this.#locale, { count: String(fixable) }))
    const failed = this.run.failures.length
    if (failed > 0) parts.push(say('couldNot', this.#locale, { count: this.#locale === 'ja' ? String(failed) : this.#files(failed) }))
    const paint = counts.error > 0 || failed > 0 ? this.#style.red : counts.warning > 0 ? this.#style.yellow : this.#style.green
    this.#line(paint(`${first || failed > 0 ? '✖' : '✔'} ${parts.join(this.#locale === 'ja' ? '、' : '; ')}`))
    this.#line(this.#style.grey(`  ${coverageOf(files, this.#locale)}`))
    const packs = this.run.packs.map((pack) => say('asOf', this.#locale, { pack: pack.id, date: pack.asOf }))
    this.#line(this.#style.grey(`  ${say('law', this.#locale, { packs: packs.join(', ') })}`))
    if (first) this.#line(this.#style.grey(`  ${say('explainHint', this.#locale, { rule: first.ruleId })}`))
  }

  /** One finding of many places, or many findings that say the same. */
  #headline(group: readonly Message[]): void {
    const first = group[0]!
    const places = onePerSentence(group.length > 1 ? group : [first, ...first.related])
    this.#verdict(first)
    const shown = places.slice(0, mostPlaces)
    for (const place of shown) {
      const line = String(place.line).padStart(gutter)
      this.#line(`${' '.repeat(6)}${this.#style.grey(line)}  ${excerptLine(place.excerpt, this.ui.width - gutter - 8)}`)
    }
    if (places.length > shown.length) {
      const lines = [...new Set(places.slice(shown.length).map((place) => String(place.line)))]
      const where =
        lines.length === 1 ? say('line', this.#locale, { line: lines[0]! }) : say('lines', this.#locale, { lines: lines.join(', ') })
      const more = `${say('more', this.#locale, { count: String(places.length - shown.length) })}: ${where}`
      for (const row of wrap(more, this.ui.width - gutter - 8)) this.#line(`${' '.repeat(gutter + 8)}${this.#style.grey(row)}`)
    }
    this.#advice(first)
    this.#line()
  }

  /** A sentence with all that is wrong with it. */
  #sentence(group: readonly Message[]): void {
    const { excerpt } = group[0]!
    const marks = severities.flatMap((severity) =>
      group
        .filter((message) => message.severity === severity)
        .map(({ excerpt: { from, to } }) => ({ from, to: Math.max(to, from + 1), sign: signs[severity] })),
    )
    if (group[0]!.where !== undefined) this.#line(`${' '.repeat(gutter + 2)}${this.#style.grey(group[0]!.where)}`)
    excerptRows(excerpt.text, marks, this.ui.width - gutter - 2).forEach((row, i) => {
      const number = i === 0 ? String(excerpt.line).padStart(gutter) : ' '.repeat(gutter)
      const isUnderline = /^[\s^~·]+$/.test(row)
      this.#line(`${this.#style.grey(number)}  ${isUnderline ? this.#paint(worst(group), row) : row}`)
    })
    for (const message of group) {
      this.#verdict(message)
      for (const related of message.related.filter(({ excerpt: own }) => own.line !== excerpt.line || own.text !== excerpt.text)) {
        const where = this.#style.grey(`${related.where ?? say('line', this.#locale, { line: String(related.line) })}:`)
        const words = related.message === message.message ? excerptLine(related.excerpt, this.ui.width - gutter - 20) : related.message
        this.#line(`${' '.repeat(gutter + 8)}${where} ${words}`)
      }
      this.#advice(message)
    }
    this.#line()
  }

  #verdict(message: Message): void {
    const label = say(message.severity, this.#locale)
    const column = Math.max(displayWidth(label), 7) + 1
    const rows = wrap(message.message, this.ui.width - gutter - 2 - column)
    rows.forEach((row, i) => {
      const lead = i === 0 ? this.#paint(message.severity, padEnd(label, column)) : ' '.repeat(column)
      const id = i === rows.length - 1 ? `  ${this.#style.grey(message.ruleId)}` : ''
      this.#line(`${' '.repeat(gutter + 2)}${lead}${row}${id}`)
    })
  }

  #advice(message: Message): void {
    const indent = ' '.repeat(gutter + 10)
    const advice = message.suggestions.map((suggestion) => suggestion.desc)
    if (message.fix) advice.push(say('fixable', this.#locale))
    for (const words of this.#unsaid(advice).slice(0, 3)) {
      wrap(words, this.ui.width - gutter - 12).forEach((row, i) => {
        this.#line(`${indent}${i === 0 ? this.#style.green('→') : ' '} ${row}`)
      })
    }
    const law = message.basis.map((basis) => citeOf(basis, this.#locale)).join('; ')
    const grey = [law, message.precedent ? precedentOf(message.precedent, this.#locale) : '']
    for (const words of this.#unsaid(grey.filter(Boolean))) {
      for (const row of wrap(words, this.ui.width - gutter - 10)) this.#line(`${indent}${this.#style.grey(row)}`)
    }
  }

  #unsaid(words: readonly string[]): string[] {
    const fresh = [...new Set(words)].filter((each) => !this.#said.has(each))
    for (const each of fresh) this.#said.add(each)
    return fresh
  }

  /** "line 3", "lines 3, 7 …", or the places in words. */
  #places(all: FileReport['coverage']['unread']): string {
    const places = [...new Set(all.map(({ line, where }) => where ?? String(line)))]
    const shown = places.slice(0, mostUnread).join(', ') + (places.length > mostUnread ? ' …' : '')
    if (all.some(({ where }) => where !== undefined)) return shown
    return places.length === 1 ? say('line', this.#locale, { line: shown }) : say('lines', this.#locale, { lines: shown })
  }

  /** Says what was not read or did not count; false when there is nothing to say. */
  #unread(file: FileReport): boolean {
    const { unread } = file.coverage
    if (file.leftAside > 0) {
      for (const row of wrap(leftAsideWords(file.leftAside, this.#locale), this.ui.width - 4)) {
        this.#line(`  ${this.#style.yellow(row)}`)
      }
    }
    if (unread.length === 0) return file.leftAside > 0
    const byWhat = new Map<string, typeof unread>()
    for (const each of unread) byWhat.set(each.what, [...(byWhat.get(each.what) ?? []), each])
    const list = [...byWhat].map(([what, all]) => `${unreadWord(what, this.#locale)} (${this.#places(all)})`)
    this.#line(`  ${this.#style.yellow(say('unread', this.#locale, { list: list.join('; ') }))}`)
    return true
  }

  #files(n: number): string {
    return n === 1 ? say('file', this.#locale) : say('files', this.#locale, { count: String(n) })
  }

  #paint(severity: Severity, text: string): string {
    return { error: this.#style.red, warning: this.#style.yellow, info: this.#style.blue }[severity](text)
  }

  #line(text = ''): void {
    this.#text += `${text}\n`
  }
}

/** Places in source order, first the finding's own; several in one sentence are one. */
function onePerSentence(places: readonly Placed[]): Placed[] {
  const [own, ...rest] = places
  const sorted = [own!, ...rest.sort((a, b) => a.line - b.line || a.column - b.column)]
  const seen = new Set<string>()
  return sorted.filter(({ excerpt }) => {
    const key = `${excerpt.line}\0${excerpt.text}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

type Placed = Pick<Message, 'line' | 'column' | 'excerpt'>

const worst = (group: readonly Message[]): Severity =>
  severities.find((severity) => group.some((message) => message.severity === severity)) ?? 'info'

/** Findings with many places, and findings repeated many times, become headlines; the rest is shown where it stands. */
function split(messages: readonly Message[]): { readonly headlines: readonly Message[][]; readonly rest: readonly Message[] } {
  const same = new Map<string, Message[]>()
  for (const message of messages) {
    const key = `${message.article}\0${message.ruleId}\0${message.message}`
    const group = same.get(key)
    if (group) group.push(message)
    else same.set(key, [message])
  }
  const isHeadline = (group: readonly Message[]): boolean => group.length >= sameMessages || group[0]!.related.length > 1
  const groups = [...same.values()]
  return {
    headlines: groups
      .filter(isHeadline)
      .flatMap((group) => (group.length >= sameMessages ? [group] : group.map((message) => [message])))
      .sort(([a], [b]) => severities.indexOf(a!.severity) - severities.indexOf(b!.severity) || a!.range[0] - b!.range[0]),
    rest: groups
      .filter((group) => !isHeadline(group))
      .flat()
      .sort((a, b) => a.range[0] - b.range[0] || a.range[1] - b.range[1]),
  }
}

function bySentence(messages: readonly Message[]): Message[][] {
  const groups = new Map<string, Message[]>()
  for (const message of messages) {
    const key = `${message.excerpt.line}\0${message.excerpt.text}`
    const group = groups.get(key)
    if (group) group.push(message)
    else groups.set(key, [message])
  }
  return [...groups.values()]
}
