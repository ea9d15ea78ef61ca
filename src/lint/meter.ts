/** Where time and work go in a run (`--timing`): by stage, by rule, and counts that are the same on every machine. */
export class Meter {
  readonly stages = new Map<string, Spent>()
  readonly rules = new Map<string, Spent>()
  readonly counts = new Map<string, number>()

  /** Runs the work, which may be asynchronous, and books its time (ms) under a stage. Stages do not nest. */
  stage<Result>(name: string, work: () => Result): Result {
    return timed(this.stages, name, work)
  }

  /** The same for a rule. */
  rule<Result>(id: string, work: () => Result): Result {
    return timed(this.rules, id, work)
  }

  count(what: string, howMany: number): void {
    this.counts.set(what, (this.counts.get(what) ?? 0) + howMany)
  }
}

export interface Spent {
  readonly milliseconds: number
  readonly calls: number
}

function timed<Result>(book: Map<string, Spent>, name: string, work: () => Result): Result {
  const begun = performance.now()
  const end = (): void => {
    const { milliseconds, calls } = book.get(name) ?? { milliseconds: 0, calls: 0 }
    book.set(name, { milliseconds: milliseconds + performance.now() - begun, calls: calls + 1 })
  }
  const result = work()
  if (!(result instanceof Promise)) {
    end()
    return result
  }
  return result.finally(end) as Result
}
