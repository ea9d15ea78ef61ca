/** Where a command writes: a terminal, a pipe, or a string in a test. */
export interface Sink {
  /** False where the reader is behind. */
  write(text: string): unknown
  /** Whether nobody reads any more. */
  readonly destroyed?: boolean | undefined
  on?(event: 'drain' | 'close', listener: () => void): unknown
  off?(event: 'drain' | 'close', listener: () => void): unknown
  readonly isTTY?: boolean | undefined
  readonly columns?: number | undefined
}

/** Everything a command takes from outside: with it a run is a function of its arguments. */
export interface Streams {
  readonly stdin: AsyncIterable<Uint8Array>
  readonly stdout: Sink
  readonly stderr: Sink
  /** Working directory, absolute: every path is shown relative to it. */
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  /** Today, `YYYY-MM-DD`: decides which waivers are past their date. */
  readonly today: string
  /** Fires when the user interrupts; asked for only by what runs until then. */
  interrupted(): AbortSignal
}

/** The streams of this process, each opened by who uses it: Node takes a while for that. */
export function processStreams(): Streams {
  const opened = new Map<'stdout' | 'stderr', Sink>()
  const output = (name: 'stdout' | 'stderr'): Sink => {
    const known = opened.get(name)
    if (known) return known
    // a reader that stops reading (`| head`) is no error
    process[name].on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error
    })
    opened.set(name, process[name])
    return process[name]
  }
  return {
    get stdin() {
      return process.stdin
    },
    get stdout() {
      return output('stdout')
    },
    get stderr() {
      return output('stderr')
    },
    cwd: process.cwd(),
    env: process.env,
    today: new Date().toISOString().slice(0, 10),
    interrupted: () => {
      const controller = new AbortController()
      for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => controller.abort())
      return controller.signal
    },
  }
}

/** Writes piece after piece, no faster than the reader reads: what a pipe has not taken waits in memory. Ends early when nobody reads any more. */
export async function writeAll(sink: Sink, pieces: Iterable<string>): Promise<void> {
  for (const piece of pieces) {
    if (sink.destroyed) return
    if (sink.write(piece) === false && !sink.destroyed) await drained(sink)
  }
}

const drained = (sink: Sink): Promise<void> =>
  new Promise((resolve) => {
    const done = (): void => {
      sink.off?.('drain', done)
      sink.off?.('close', done)
      resolve()
    }
    sink.on?.('drain', done)
    sink.on?.('close', done)
    if (!sink.on) resolve()
  })

/** All bytes of standard input. */
export async function readStdin(streams: Streams): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  for await (const chunk of streams.stdin) chunks.push(chunk)
  return Buffer.concat(chunks)
}
