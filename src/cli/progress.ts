import type { Streams } from './streams.js'

const afterMilliseconds = 1000
const everyMilliseconds = 100

/** Milliseconds since the process began; `performance` takes longer to load than most runs take. */
const now = (): number => process.uptime() * 1000

/** A line on a terminal that says how far a long run is; nothing for short runs and pipes. */
export class Progress {
  readonly #started = now()
  #shown = 0

  constructor(
    private readonly streams: Pick<Streams, 'stderr'>,
    private readonly total: number,
  ) {}

  /** Says that `done` files are read and which comes now. */
  at(done: number, path: string): void {
    const time = now()
    if (time - this.#started < afterMilliseconds || time - this.#shown < everyMilliseconds) return
    const { stderr } = this.streams
    if (!stderr.isTTY) return
    this.#shown = time
    const line = `${done}/${this.total} ${path}`
    stderr.write(`\r\u001b[K${line.slice(0, (stderr.columns ?? 80) - 1)}`)
  }

  end(): void {
    if (this.#shown > 0) this.streams.stderr.write('\r\u001b[K')
  }
}
