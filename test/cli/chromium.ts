import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable, Writable } from 'node:stream'

/** Chromium as Debian and others install it; undefined where there is none. */
export const chromiumPath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => existsSync(path))

/** A headless browser spoken to over its debugging pipe. */
export class Chromium {
  readonly #process: ChildProcess
  readonly #profile = mkdtempSync(join(tmpdir(), 'claimlint-chromium-'))
  readonly #waiting = new Map<number, { done: (result: unknown) => void; failed: (error: Error) => void }>()
  #session = ''
  #next = 1

  constructor(path: string) {
    const flags = [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-dev-shm-usage',
      `--user-data-dir=${this.#profile}`,
      '--remote-debugging-pipe',
    ]
    this.#process = spawn(path, flags, { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'], detached: true })
    let buffered = ''
    const answers = this.#process.stdio[4] as Readable
    answers.setEncoding('utf8')
    answers.on('data', (chunk: string) => {
      const parts = (buffered + chunk).split('\0')
      buffered = parts.pop()!
      for (const part of parts) this.#answer(JSON.parse(part))
    })
  }

  /** Opens a page and waits until it is loaded: the empty page before it is complete too, so the address counts. */
  async open(url: string): Promise<void> {
    const { targetId } = (await this.#send('Target.createTarget', { url })) as { targetId: string }
    const { sessionId } = (await this.#send('Target.attachToTarget', { targetId, flatten: true })) as { sessionId: string }
    this.#session = sessionId
    while (!(await this.evaluate("location.href !== 'about:blank' && document.readyState === 'complete'")))
      await new Promise((done) => setTimeout(done, 50))
  }

  async evaluate(expression: string): Promise<unknown> {
    const answer = (await this.#send('Runtime.evaluate', { expression, returnByValue: true })) as {
      result: { value: unknown }
      exceptionDetails?: { text: string }
    }
    if (answer.exceptionDetails) throw new Error(answer.exceptionDetails.text)
    return answer.result.value
  }

  /** Lays the page out as on a screen this wide. */
  async width(width: number): Promise<void> {
    await this.#send('Emulation.setDeviceMetricsOverride', { width, height: 800, deviceScaleFactor: 1, mobile: width < 600 })
  }

  async pdf(): Promise<Buffer> {
    return Buffer.from(((await this.#send('Page.printToPDF', {})) as { data: string }).data, 'base64')
  }

  async close(): Promise<void> {
    const ended = new Promise((done) => this.#process.once('exit', done))
    // with the processes it has started, which would go on writing into the profile
    process.kill(-this.#process.pid!, 'SIGKILL')
    await ended
    rmSync(this.#profile, { recursive: true, force: true, maxRetries: 20 })
  }

  #send(method: string, params: object): Promise<unknown> {
    const id = this.#next++
    const session = this.#session ? { sessionId: this.#session } : {}
    const requests = this.#process.stdio[3] as Writable
    requests.write(`${JSON.stringify({ id, method, params, ...session })}\0`)
    return new Promise((done, failed) => this.#waiting.set(id, { done, failed }))
  }

  #answer(message: { id?: number; result?: unknown; error?: { message: string } }): void {
    const waiting = message.id === undefined ? undefined : this.#waiting.get(message.id)
    if (!waiting) return
    this.#waiting.delete(message.id!)
    if (message.error) waiting.failed(new Error(message.error.message))
    else waiting.done(message.result)
  }
}
