const bucketLength = 256

/** Finds what overlaps a stretch without comparing with everything: a page of one long line has thousands of matches. */
export class OverlapIndex<Value> {
  readonly #buckets = new Map<number, { readonly from: number; readonly to: number; readonly order: number; readonly value: Value }[]>()
  #count = 0

  /** End exclusive. */
  add(from: number, to: number, value: Value): void {
    const entry = { from, to, order: this.#count++, value }
    for (let bucket = Math.floor(from / bucketLength); bucket * bucketLength < to; bucket++) {
      const list = this.#buckets.get(bucket)
      if (list) list.push(entry)
      else this.#buckets.set(bucket, [entry])
    }
  }

  /** Values that share at least one unit with the stretch, in the order they were added. */
  overlapping(from: number, to: number): Value[] {
    const found = new Map<number, Value>()
    for (let bucket = Math.floor(from / bucketLength); bucket * bucketLength < to; bucket++) {
      for (const entry of this.#buckets.get(bucket) ?? []) if (entry.from < to && from < entry.to) found.set(entry.order, entry.value)
    }
    return [...found].sort(([a], [b]) => a - b).map(([, value]) => value)
  }
}
