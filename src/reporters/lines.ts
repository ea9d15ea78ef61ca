/** A place for people and editors: both 1-based, the column in UTF-16 units. */
export interface Position {
  readonly line: number
  readonly column: number
}

/** Line starts of one source, computed once. Lines end at CRLF, LF or a lone CR. */
export class Lines {
  readonly #starts: number[] = [0]
  #checkpoints: number[] | undefined

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

  /** Column of an offset in its line counted in UTF-8 bytes, 1-based: what reviewdog wants. */
  utf8Column(offset: number): number {
    const { line } = this.at(offset)
    return this.#bytesBefore(Math.min(offset, this.source.length)) - this.#bytesBefore(this.#starts[line - 1]!) + 1
  }

  #bytesBefore(offset: number): number {
    this.#checkpoints ??= checkpointsOf(this.source)
    const index = Math.floor(offset / stride)
    return this.#checkpoints[index]! + bytesOf(this.source, index * stride, offset)
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

/** UTF-16 units between two known byte counts: a column in a line of a megabyte costs no more than one in a short line. */
const stride = 1024

function checkpointsOf(source: string): number[] {
  const counts = [0]
  for (let start = 0; start + stride <= source.length; start += stride) {
    counts.push(counts.at(-1)! + bytesOf(source, start, start + stride))
  }
  return counts
}

/** UTF-8 bytes of a stretch; each half of a surrogate pair counts two of the pair's four. */
function bytesOf(source: string, start: number, end: number): number {
  let bytes = 0
  for (let i = start; i < end; i++) {
    const unit = source.charCodeAt(i)
    bytes += unit < 0x80 ? 1 : unit < 0x800 || (unit >= 0xd800 && unit <= 0xdfff) ? 2 : 3
  }
  return bytes
}
