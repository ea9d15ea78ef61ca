/** The user's setup is wrong (config, rule file, option): caught once in `cli`, exit 2. `line` is 1-based. */
export class SetupError extends Error {
  readonly file?: string
  readonly line?: number

  constructor(what: {
    readonly file?: string
    readonly line?: number
    readonly found: string
    readonly expected: string
    readonly nearest?: string
  }) {
    const place = what.file ? `${what.file}${what.line ? `:${what.line}` : ''}: ` : ''
    const nearest = what.nearest ? ` Did you mean "${what.nearest}"?` : ''
    super(`${place}found ${what.found}, expected ${what.expected}.${nearest}`)
    this.name = 'SetupError'
    if (what.file !== undefined) this.file = what.file
    if (what.line !== undefined) this.line = what.line
  }
}

/** The known name nearest to a misspelt one, or undefined when none is near (edit distance at most a third of its length, at least 2). */
export function nearestName(name: string, known: Iterable<string>): string | undefined {
  let best: string | undefined
  let bestDistance = Math.max(2, Math.floor(name.length / 3)) + 1
  for (const candidate of known) {
    const distance = editDistance(name, candidate, bestDistance)
    if (distance < bestDistance) {
      best = candidate
      bestDistance = distance
    }
  }
  return best
}

function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)))
    }
    row = next
  }
  return row[b.length]!
}
