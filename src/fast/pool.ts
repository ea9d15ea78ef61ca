import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { builtFile } from '../lint/package-file.js'
import type { Job, JobResult } from './job.js'

/** What a worker is told when it starts. */
export interface WorkerSetup {
  readonly tokenizer: 'packed' | 'kuromoji'
}

export type ToWorker = { readonly id: number; readonly job: Job } | { readonly dictionary: SharedArrayBuffer }

export type FromWorker =
  | { readonly id: number; readonly result: JobResult }
  | { readonly id: number; readonly error: string }
  | { readonly wants: 'dictionary' }

/** A young generation this large (MB) keeps the many short-lived objects of one article from being copied into the old one. */
const youngGeneration = 64

interface Hand {
  readonly worker: Worker
  readonly open: Map<number, { resolve(result: JobResult): void; reject(error: Error): void }>
}

/** Threads that run jobs. The Japanese dictionary is read once, by the first that needs it, and shared. */
export class Pool {
  readonly #hands: readonly Hand[]
  #next = 0
  #dictionary: Promise<SharedArrayBuffer> | undefined

  constructor(
    size: number,
    setup: WorkerSetup,
    private readonly readDictionary: () => Promise<SharedArrayBuffer>,
  ) {
    this.#hands = Array.from({ length: size }, () => this.#hire(setup))
  }

  /** Gives the job to the worker that has least to do. Rejects when a worker dies: a file without a result must not pass for clean. */
  run(job: Job): Promise<JobResult> {
    const id = this.#next++
    const hand = this.#hands.reduce((least, each) => (each.open.size < least.open.size ? each : least))
    return new Promise((resolve, reject) => {
      hand.open.set(id, { resolve, reject })
      hand.worker.postMessage({ id, job } satisfies ToWorker)
    })
  }

  async close(): Promise<void> {
    await Promise.all(this.#hands.map(({ worker }) => worker.terminate()))
  }

  #hire(setup: WorkerSetup): Hand {
    const worker = new Worker(builtFile('worker.cjs'), { workerData: setup, resourceLimits: { maxYoungGenerationSizeMb: youngGeneration } })
    const open: Hand['open'] = new Map()
    worker.on('message', async (message: FromWorker) => {
      if ('wants' in message) {
        this.#dictionary ??= this.readDictionary()
        worker.postMessage({ dictionary: await this.#dictionary } satisfies ToWorker)
        return
      }
      const asked = open.get(message.id)!
      open.delete(message.id)
      if ('error' in message) asked.reject(new Error(message.error))
      else asked.resolve(message.result)
    })
    worker.on('error', (error) => {
      for (const { reject } of open.values()) reject(error as Error)
    })
    return { worker, open }
  }
}

/** Fewer files than this are done before a second thread is warm. */
const worthwhile = 150

/** How many workers a run of so many files gets when nobody says: none where they would not pay. */
export function workersFor(files: number, cores: number = availableParallelism()): number {
  return cores < 2 || files < worthwhile ? 0 : Math.min(cores, 8, Math.floor(files / (worthwhile / 2)))
}
