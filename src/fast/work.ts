import { parentPort, workerData } from 'node:worker_threads'
import { Engines, loadEngine } from '../cli/engines.js'
import { shareDictionary } from '../languages/ja/tokenizer/index.js'
import { runJob } from './job.js'
import type { FromWorker, ToWorker, WorkerSetup } from './pool.js'

/** The work of a thread of the pool: runs the jobs it is given, one after the other. */
export function work(): void {
  const port = parentPort!
  const { tokenizer } = workerData as WorkerSetup
  const engines = new Engines(loadEngine, tokenizer)
  const post = (message: FromWorker): void => port.postMessage(message)

  let gotDictionary: (bytes: SharedArrayBuffer) => void
  const dictionary = new Promise<SharedArrayBuffer>((resolve) => {
    gotDictionary = resolve
  })
  shareDictionary(() => {
    post({ wants: 'dictionary' })
    return dictionary
  })

  const run = async (id: number, job: Parameters<typeof runJob>[0]): Promise<void> => {
    try {
      const engine = await engines.of(job.packs)
      post({ id, result: await runJob(job, engine, engines.known(engine)) })
    } catch (error) {
      post({ id, error: error instanceof Error ? String(error.stack) : String(error) })
    }
  }
  let last: Promise<void> = Promise.resolve()
  port.on('message', (message: ToWorker) => {
    if ('dictionary' in message) gotDictionary(message.dictionary)
    else last = last.then(() => run(message.id, message.job))
  })
}
