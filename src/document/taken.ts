import type { TextSpan } from '../core/span.js'

/** Which letters of a text are spoken for: asking and adding take time in the length of the stretch, not of all stretches so far. */
export class Taken {
  readonly #letters: Uint8Array

  constructor(length: number) {
    this.#letters = new Uint8Array(length)
  }

  has({ from, to }: TextSpan): boolean {
    return this.#letters.subarray(from, to).includes(1)
  }

  add({ from, to }: TextSpan): void {
    this.#letters.fill(1, from, to)
  }
}
