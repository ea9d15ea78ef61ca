import type { Sink } from './streams.js'

const afterMilliseconds = 1000
const everyMilliseconds = 100

/** A line on a terminal that says how far a long run is; nothing for short runs and pipes. */
export class Progress {
  readonly #started = performance.now()
  #shown = 0

  constructor(
    private readonly stderr: Sink,
    private readonly total: number,
  ) {}

  /** Says that `done` files are read and which comes now. */
  at(done: number, path: string): void {
    const now = performance.now()
    if (!this.stderr.isTTY || now - this.#started < afterMilliseconds || now - this.#shown < everyMilliseconds) return
    this.#shown = now
    const line = `${done}/${this.total} ${path}`
    this.stderr.write(`\r\u001b[K${line.slice(0, (this.stderr.columns ?? 80) - 1)}`)
  }

  end(): void {
    if (this.#shown > 0) this.stderr.write('\r\u001b[K')
  }
}
