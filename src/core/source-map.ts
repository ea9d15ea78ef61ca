import type { Span, TextSpan } from './span.js'

/**
 * Where each piece of a block's visible text stands in the source. Recorded by the format while it reads, never inferred.
 *
 * A run is *identical* when source and visible text are the same letters (then every offset inside it converts),
 * and *replaced* when they differ (an entity, an escape, a joined line): a visible offset inside a replaced run
 * converts to the run's edges, so that a span never begins in the middle of `&amp;`.
 */
export interface SourceMap {
  /** The smallest source span that covers the visible one. An empty visible span converts to an empty source span. */
  toSource(visible: TextSpan): Span
  /** True when no markup, escape or entity lies inside: the source slice is the visible text, safe to edit. */
  isOneRun(visible: TextSpan): boolean
  /** The visible offset nearest at or after the source offset (clamped to the text). */
  toText(offset: number): number
  /** True when a format could not align text and source: the block is reported as a whole and never fixed. */
  readonly approximate: boolean
}

interface Run {
  readonly from: number
  readonly to: number
  readonly start: number
  readonly end: number
  readonly identical: boolean
}

/** Collects a block's visible text and its map while a format walks its tree in order. */
export class TextBuilder {
  text = ''
  #runs: Run[] = []
  #approximate = false

  /** Adds text that stands in the source letter by letter from `start` on. */
  identical(text: string, start: number): void {
    if (text) this.#add(text, start, start + text.length, true)
  }

  /** Adds text that stands for a source stretch of other letters: an entity, an escape, a joined line. */
  replaced(text: string, start: number, end: number): void {
    if (text) this.#add(text, start, end, false)
  }

  /** Says that the rest could not be aligned: offsets of this block name the block as a whole. */
  markApproximate(): void {
    this.#approximate = true
  }

  map(): SourceMap {
    return new RunMap(this.#runs, this.#approximate)
  }

  #add(text: string, start: number, end: number, identical: boolean): void {
    const from = this.text.length
    const last = this.#runs.at(-1)
    this.text += text
    if (last?.identical && identical && last.end === start) {
      this.#runs[this.#runs.length - 1] = { ...last, to: from + text.length, end }
      return
    }
    this.#runs.push({ from, to: from + text.length, start, end, identical })
  }
}

class RunMap implements SourceMap {
  constructor(
    private readonly runs: readonly Run[],
    readonly approximate: boolean,
  ) {}

  toSource(visible: TextSpan): Span {
    const first = this.runs[0]
    const last = this.runs.at(-1)
    if (!first || !last) return { start: 0, end: 0 }
    if (this.approximate) return { start: first.start, end: last.end }
    if (visible.from >= visible.to) {
      const at = this.#point(visible.from)
      return { start: at, end: at }
    }
    const a = this.#runAt(visible.from)
    const b = this.#runAt(visible.to - 1)
    const start = a.identical ? a.start + (visible.from - a.from) : a.start
    const end = b.identical ? b.start + (visible.to - b.from) : b.end
    return { start, end: Math.max(start, end) }
  }

  isOneRun(visible: TextSpan): boolean {
    if (this.approximate || this.runs.length === 0) return false
    const run = this.#runAt(visible.from)
    return run.identical && run.from <= visible.from && visible.to <= run.to
  }

  toText(offset: number): number {
    for (const run of this.runs) {
      if (offset < run.end) return offset <= run.start ? run.from : run.identical ? run.from + (offset - run.start) : run.to
    }
    return this.runs.at(-1)?.to ?? 0
  }

  /** The source place of a caret between two visible letters: right after the letter before it. */
  #point(at: number): number {
    if (at <= 0) return this.runs[0]!.start
    const run = this.#runAt(at - 1)
    return run.identical ? run.start + (at - run.from) : run.end
  }

  #runAt(at: number): Run {
    let low = 0
    let high = this.runs.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (this.runs[middle]!.from <= at) low = middle
      else high = middle - 1
    }
    return this.runs[low]!
  }
}

/** The map of text that is its own source, shifted by `start`. */
export function identityMap(text: string, start = 0): SourceMap {
  const builder = new TextBuilder()
  builder.identical(text, start)
  return builder.map()
}
