import type { FileReport, Reports } from '../reporters/report.js'
import { isMany } from './memory.js'
import type { Packing } from './packing.js'

/** A shelf for the reports of so many files; of few, as at a desk or in a hook, nothing is packed. */
export async function shelfFor(files: number): Promise<ReportShelf> {
  return new ReportShelf(isMany(files) ? await import('./packing.js') : undefined)
}

/**
 * The reports of a run. All are held until its end, since they are written as one; packed, those of thousands of files take a fifteenth of
 * their room. The slow way is to hold them as they are.
 */
export class ReportShelf implements Reports {
  readonly #held: (FileReport | Uint8Array)[] = []

  constructor(private readonly packing: Packing | undefined) {}

  get length(): number {
    return this.#held.length
  }

  /** Puts a report behind the others and says where it is. */
  add(report: FileReport): number {
    return this.#held.push(this.#packed(report)) - 1
  }

  replace(place: number, report: FileReport): void {
    this.#held[place] = this.#packed(report)
  }

  *[Symbol.iterator](): Generator<FileReport> {
    for (const held of this.#held) yield held instanceof Uint8Array ? this.packing!.unpack(held) : held
  }

  #packed(report: FileReport): FileReport | Uint8Array {
    return this.packing ? this.packing.pack(report) : report
  }
}
