import { setFlagsFromString } from 'node:v8'

/** From so many files on a run spares memory; fewer are over before it would matter. */
const manyFiles = 100

export const isMany = (files: number): boolean => files > manyFiles

/**
 * V8 lets a small heap grow to four times what is alive before it looks for garbage. Less is enough over many files, where what is alive
 * stays the same: some percent of the time for nearly half of the memory. No result depends on it.
 */
export function collectSooner(): void {
  setFlagsFromString('--heap-growing-percent=60')
}
