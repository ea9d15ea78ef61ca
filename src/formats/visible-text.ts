import type { InlineMark } from '../core/block.js'
import { type SourceMap, TextBuilder } from '../core/source-map.js'
import type { TextSpan } from '../core/span.js'
import { PLACEHOLDER, type Prepared } from './prepared.js'

/**
 * Letters no reader sees, which would tear a word apart: soft hyphen, zero-width space and joiners, direction marks.
 * A zero-width joiner stays where it builds an emoji.
 */
const INVISIBLE =
  /[\u00AD\u061C\u180E\u200B\u200C\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]|(?<![\uDC00-\uDFFF\u2600-\u27BF]|\uFE0F)\u200D/y
const SPECIAL = /[\u00A0\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF\uE000]/

/** Letters and signs of scripts that put no space between words, and full-width ones. */
const WIDE = /[\u2E80-\uA4CF\uF900-\uFAFF\uFF00-\uFFEF]/

/** Expressions that print something: `{{ price }}`, `<?= $price ?>`, `<?php echo …`, `<%= price %>`, MDX's `{price}`. */
const OUTPUT = /^(?:\{(?![%#/])|<\?=|<\?(?:php)?\s+(?:echo|print)\b|<%[=-])/

type MarkFor<Mark> = Mark extends { at: TextSpan } ? Omit<Mark, 'at'> : never
/** An inline mark whose place in the visible text is still to be found. */
export type PlacedMark = MarkFor<InlineMark>

interface Pending {
  readonly value: string
  readonly start: number
  readonly end: number
}

export interface ReadText {
  readonly text: string
  readonly map: SourceMap
  readonly marks: readonly InlineMark[]
}

/**
 * Collects the visible text of one block from a prepared source. Space at the edges of the block and around line ends is dropped;
 * with `collapse`, as HTML does, any other space is one space. Offsets are those of the prepared text; the result is in source offsets.
 */
export class VisibleText {
  readonly #builder = new TextBuilder()
  readonly #marks: InlineMark[] = []
  #pending: Pending[] = []
  #pendingLength = 0

  constructor(
    private readonly prepared: Prepared,
    private readonly space: 'keep' | 'collapse' | 'verbatim',
    private readonly onPlaceholder: (start: number, end: number) => void = () => {},
  ) {}

  /** True while nothing visible was added. */
  get empty(): boolean {
    return this.#builder.text === ''
  }

  /** Where the next letter will stand. */
  get here(): number {
    return this.#builder.text.length + this.#pendingLength
  }

  /** Adds visible text that stands at `start` to `end`, letter by letter where the two agree. Breaks inside it are found. */
  add(value: string, start: number, end: number): void {
    const aligned = value.length === end - start && this.prepared.text.slice(start, end) === value
    if (!aligned) {
      this.#addReplaced(value, start, end)
      return
    }
    let from = 0
    for (let line = value.indexOf('\n'); line >= 0; line = value.indexOf('\n', from)) {
      this.#addLine(start + from, start + line)
      if (this.space !== 'collapse') this.break(start + line, start + line + 1)
      else if (!this.#isBetweenWideLetters(start + line)) this.#hold(start + line, start + line + 1)
      from = line + 1
    }
    this.#addLine(start + from, end)
  }

  /** Adds a line end: a soft or hard break. */
  break(start: number, end: number): void {
    if (this.space === 'verbatim') {
      this.#builder.replaced('\n', this.prepared.at(start), this.prepared.at(end))
      return
    }
    if (this.empty) {
      this.#drop()
      return
    }
    // Several line ends without text between them read as one.
    const earlier = this.#pending.find((piece) => piece.value === '\n')
    this.#pending = [earlier ?? { value: '\n', start, end }]
    this.#pendingLength = 1
  }

  /** Marks the visible text from `from` (an earlier `here`) up to the last letter added. */
  mark(mark: PlacedMark, from: number): void {
    const to = this.#builder.text.length
    this.#marks.push({ ...mark, at: { from: Math.min(from, to), to } } as InlineMark)
  }

  /** Marks the place where the next letter will stand. */
  point(mark: PlacedMark, at = this.here): void {
    this.#marks.push({ ...mark, at: { from: at, to: at } } as InlineMark)
  }

  /** Says that text and source could not be aligned. */
  markApproximate(): void {
    this.#builder.markApproximate()
  }

  /** The text, its map and its marks, ordered by where they begin; `undefined` when there is nothing to read. */
  finish(): ReadText | undefined {
    this.#drop()
    const { text } = this.#builder
    if (text.trim() === '') return undefined
    const clamp = (at: number) => Math.min(at, text.length)
    const marks = this.#marks.map((mark) => ({ ...mark, at: { from: clamp(mark.at.from), to: clamp(mark.at.to) } }))
    marks.sort((a, b) => a.at.from - b.at.from || a.span.start - b.span.start)
    return { text, map: this.#builder.map(), marks }
  }

  /** Whether the line ends amid text that is written without spaces: there it stands for nothing. */
  #isBetweenWideLetters(at: number): boolean {
    const { text } = this.prepared
    let after = at
    while (after < text.length && /\s/.test(text[after]!)) after++
    return WIDE.test(text[after] ?? '') && WIDE.test(this.#builder.text.at(-1) ?? '')
  }

  #addLine(start: number, end: number): void {
    if (this.space === 'verbatim') {
      this.#emit(start, end)
      return
    }
    const { text } = this.prepared
    const skip = (at: number) => {
      while (at < end && isSpace(text.charCodeAt(at))) at++
      return at
    }
    // Space inside a line is text; it is held back only at the edges, where a line end may follow.
    let first = skip(start)
    if (first > start) this.#hold(start, first)
    if (this.space === 'keep') {
      let last = end
      while (last > first && isSpace(text.charCodeAt(last - 1))) last--
      if (first < last) this.#emit(first, last)
      if (first < end && last < end) this.#hold(last, end)
      return
    }
    while (first < end) {
      let last = first
      while (last < end && !isSpace(text.charCodeAt(last))) last++
      this.#emit(first, last)
      first = skip(last)
      if (first > last) this.#hold(last, first)
    }
  }

  #hold(start: number, end: number): void {
    if (this.empty || (this.#pending.length > 0 && (this.space === 'collapse' || this.#pending[0]!.value === '\n'))) return
    if (this.space === 'collapse') this.#pending.push({ value: ' ', start, end })
    else this.#pending.push({ value: this.prepared.text.slice(start, end), start, end })
    this.#pendingLength += this.#pending.at(-1)!.value.length
  }

  #drop(): void {
    this.#pending = []
    this.#pendingLength = 0
  }

  #flush(): void {
    for (const { value, start, end } of this.#pending) {
      const at = this.prepared.at(start)
      if (value === '\n' || value.length !== end - start || this.prepared.plain.slice(start, end) !== value)
        this.#builder.replaced(value, at, this.prepared.at(end))
      else this.#asWritten(start, end)
    }
    this.#drop()
  }

  /** Adds a stretch without line ends that stands letter by letter in the source, leaving out what no reader sees. */
  #emit(start: number, end: number): void {
    const { plain, text, at } = this.prepared
    const value = plain.slice(start, end)
    if (!SPECIAL.test(value) && !text.slice(start, end).includes(PLACEHOLDER)) {
      this.#flush()
      this.#asWritten(start, end)
      return
    }
    let from = start
    const settle = (to: number) => {
      if (to <= from) return
      this.#flush()
      this.#asWritten(from, to)
    }
    for (let i = start; i < end; i++) {
      const hidden = text[i] === PLACEHOLDER && plain[i] !== PLACEHOLDER
      INVISIBLE.lastIndex = i
      if (hidden) {
        settle(i)
        const first = i
        while (i + 1 < end && text[i + 1] === PLACEHOLDER) i++
        if (OUTPUT.test(plain.slice(first, i + 1))) this.point({ kind: 'output', span: { start: at(first), end: at(i + 1) } })
        this.onPlaceholder(at(first), at(i + 1))
      } else if (INVISIBLE.test(plain)) settle(i)
      else if (plain[i] === '\u00A0') {
        settle(i)
        this.#flush()
        this.#builder.replaced(' ', at(i), at(i + 1))
      } else continue
      from = i + 1
    }
    settle(end)
  }

  /** Adds a stretch of the plain text, letter for letter or in the pieces it is written in. */
  #asWritten(start: number, end: number): void {
    const { plain, at, piecesIn } = this.prepared
    if (!piecesIn) {
      this.#builder.identical(plain.slice(start, end), at(start))
      return
    }
    for (const piece of piecesIn(start, end)) {
      if (piece.value.length === piece.end - piece.start) this.#builder.identical(piece.value, piece.start)
      else this.#builder.replaced(piece.value, piece.start, piece.end)
    }
  }

  #addReplaced(value: string, start: number, end: number): void {
    const { at } = this.prepared
    if (value === '\n') {
      this.break(start, end)
      return
    }
    const seen = [...value]
      .filter((letter) => !isInvisible(letter))
      .join('')
      .replaceAll('\u00A0', ' ')
    if (seen === '') return
    if (this.space === 'collapse' && seen.trim() === '' && value !== '\u00A0') {
      this.#hold(start, end)
      return
    }
    this.#flush()
    this.#builder.replaced(seen, at(start), at(end))
  }
}

function isInvisible(letter: string): boolean {
  INVISIBLE.lastIndex = 0
  return INVISIBLE.test(letter)
}

/** Space as Markdown and HTML count it; an ideographic space is a letter of the text. */
function isSpace(code: number): boolean {
  return code === 32 || code === 9 || code === 12
}
