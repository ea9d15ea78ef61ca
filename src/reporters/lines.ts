/** A place for people and editors: both 1-based, the column in UTF-16 units. */
export interface Position {
  readonly line: number
  readonly column: number
}

/** Line starts of one source, computed once. Lines end at CRLF, LF or a lone CR. */
export class Lines {
  readonly #starts: number[] = [0]

  constructor(readonly source: string) {
    for (let i = 0; i < source.length; i++) {
      const code = source.charCodeAt(i)
      if (code === 10 || (code === 13 && source.charCodeAt(i + 1) !== 10)) this.#starts.push(i + 1)
    }
  }

  get count(): number {
    return this.#starts.length
  }

  /** The place of a UTF-16 offset; an offset past the end is the end of the last line. */
  at(offset: number): Position {
    let low = 0
    let high = this.#starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (this.#starts[middle]! <= offset) low = middle
      else high = middle - 1
    }
    return { line: low + 1, column: Math.min(offset, this.source.length) - this.#starts[low]! + 1 }
  }

  /** Offsets of a line without its line end; undefined when there is no such line. */
  range(line: number): { readonly start: number; readonly end: number } | undefined {
    const start = this.#starts[line - 1]
    if (start === undefined) return undefined
    let end = this.#starts[line] ?? this.source.length
    if (line < this.#starts.length) {
      end--
      if (this.source[end] === '\n' && this.source[end - 1] === '\r') end--
    }
    return { start, end: Math.max(start, end) }
  }
}
