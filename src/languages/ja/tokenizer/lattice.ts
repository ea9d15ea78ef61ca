import { type Dictionary, GROUPS, INVOKES } from './dictionary.js'

/** No node: the end of a list, or no way to this place. */
const NONE = -1

/**
 * Finds the cheapest way of cutting a run into words of the dictionary, as kuromoji does (Viterbi), and as it does word for word.
 *
 * Each node is one token at one place; it is joined to its cheapest predecessor when it is made, since by then every word that ends
 * where it begins is known. Ties fall as in kuromoji because the nodes that end at a place are kept in kuromoji's order (by start,
 * known words before unknown, shortest first) and only a strictly lower cost replaces an earlier choice.
 * The columns are kept between runs; a run takes time and memory linear in its length.
 */
export class Lattice {
  readonly #dictionary: Dictionary

  // By node. Costs are doubles: those of a very long run outgrow 32 bits.
  #capacity = 0
  #token = new Int32Array()
  #start = new Int32Array()
  #total = new Float64Array()
  #previous = new Int32Array()
  /** Where the node's row of the connection matrix begins. */
  #row = new Int32Array()
  #nextAtEnd = new Int32Array()
  #size = 0

  // By place in the run: the list of nodes that end there.
  #firstAtEnd = new Int32Array()
  #lastAtEnd = new Int32Array()

  // By connection class: the cheapest predecessor at the place `#joinedAt`.
  readonly #joinedAt: Int32Array
  readonly #joinedTotal: Float64Array
  readonly #joinedNode: Int32Array

  constructor(dictionary: Dictionary) {
    this.#dictionary = dictionary
    const width = dictionary.connectionWidth[0]!
    this.#joinedAt = new Int32Array(width)
    this.#joinedTotal = new Float64Array(width)
    this.#joinedNode = new Int32Array(width)
  }

  /**
   * Calls `emit` with the token and the end, an offset into `text`, of each word from `start` to `end`, in order.
   * The text must hold no surrogates and no NUL.
   */
  cut(text: string, start: number, end: number, emit: (token: number, end: number) => void): void {
    const length = end - start
    this.#reset(length)
    let groupEnd = 0
    for (let at = 0; at < length; at++) {
      if (this.#firstAtEnd[at] === NONE && at > 0) continue
      if (groupEnd <= at) groupEnd = this.#groupEnd(text, start, at, length)
      this.#addWords(text, start, at, length, groupEnd)
    }
    this.#emitBest(start, length, emit)
  }

  #reset(length: number): void {
    if (this.#firstAtEnd.length <= length) {
      this.#firstAtEnd = new Int32Array(2 * length + 1)
      this.#lastAtEnd = new Int32Array(2 * length + 1)
    }
    this.#firstAtEnd.fill(NONE, 0, length + 1)
    this.#joinedAt.fill(NONE)
    this.#size = 0
  }

  /** Adds all words that begin at `at`: those of the dictionary, shortest first, then unknown ones where there are none or the class asks. */
  #addWords(text: string, start: number, at: number, length: number, groupEnd: number): void {
    const { trie, firstCell, spellingStart, unknownStart, characterClass, classTraits } = this.#dictionary
    const head = text.charCodeAt(start + at)
    let isKnown = false
    let cell = firstCell[head]!
    for (let wordEnd = at + 1; cell > 0; wordEnd++) {
      const leaf = trie[2 * cell]!
      if (trie[2 * leaf + 1] === cell) {
        const spelling = -trie[2 * leaf]! - 1
        this.#addTokens(spellingStart[spelling]!, spellingStart[spelling + 1]!, at, wordEnd)
        isKnown = true
      }
      if (wordEnd === length) break
      cell = step(trie, cell, text.charCodeAt(start + wordEnd))
    }
    const id = characterClass[head]!
    const traits = classTraits[id]!
    if (isKnown && !(traits & INVOKES)) return
    this.#addTokens(unknownStart[id]!, unknownStart[id + 1]!, at, traits & GROUPS ? groupEnd : at + 1)
  }

  /** Where the characters of the class of the one at `at` end. */
  #groupEnd(text: string, start: number, at: number, length: number): number {
    const { characterClass } = this.#dictionary
    const id = characterClass[text.charCodeAt(start + at)]
    let end = at + 1
    while (end < length && characterClass[text.charCodeAt(start + end)] === id) end++
    return end
  }

  #addTokens(first: number, end: number, at: number, wordEnd: number): void {
    const { connectionClass, connectionWidth, cost } = this.#dictionary
    const width = connectionWidth[0]!
    const joinedAt = this.#joinedAt
    for (let token = first; token < end; token++) {
      const classId = connectionClass[token]!
      if (joinedAt[classId] !== at) this.#join(classId, at)
      if (this.#size === this.#capacity) this.#grow()
      const node = this.#size++
      this.#token[node] = token
      this.#start[node] = at
      this.#total[node] = this.#joinedTotal[classId]! + cost[token]!
      this.#previous[node] = this.#joinedNode[classId]!
      this.#row[node] = classId * width
      this.#nextAtEnd[node] = NONE
      if (this.#firstAtEnd[wordEnd] === NONE) this.#firstAtEnd[wordEnd] = node
      else this.#nextAtEnd[this.#lastAtEnd[wordEnd]!] = node
      this.#lastAtEnd[wordEnd] = node
    }
  }

  /** Finds the cheapest node that ends at `at` for a successor of a class; the begin of the run has class 0 and costs nothing. */
  #join(classId: number, at: number): void {
    const { connection } = this.#dictionary
    let best = NONE
    let bestTotal = connection[classId]!
    if (at > 0) {
      const [totals, rows, next] = [this.#total, this.#row, this.#nextAtEnd]
      bestTotal = Number.MAX_VALUE
      for (let node = this.#firstAtEnd[at]!; node !== NONE; node = next[node]!) {
        const total = totals[node]! + connection[rows[node]! + classId]!
        if (total < bestTotal) {
          best = node
          bestTotal = total
        }
      }
    }
    this.#joinedAt[classId] = at
    this.#joinedTotal[classId] = bestTotal
    this.#joinedNode[classId] = best
  }

  /** The end of the run has class 0; from its cheapest predecessor the way is walked back, then told forwards. */
  #emitBest(start: number, length: number, emit: (token: number, end: number) => void): void {
    if (length === 0) return
    this.#join(0, length)
    const way: number[] = []
    for (let node = this.#joinedNode[0]!; node !== NONE; node = this.#previous[node]!) way.push(node)
    for (let i = way.length - 1; i >= 0; i--) {
      const end = i > 0 ? this.#start[way[i - 1]!]! : length
      emit(this.#token[way[i]!]!, start + end)
    }
  }

  #grow(): void {
    this.#capacity = Math.max(4096, 2 * this.#capacity)
    this.#token = grown(this.#token, new Int32Array(this.#capacity))
    this.#start = grown(this.#start, new Int32Array(this.#capacity))
    this.#total = grown(this.#total, new Float64Array(this.#capacity))
    this.#previous = grown(this.#previous, new Int32Array(this.#capacity))
    this.#row = grown(this.#row, new Int32Array(this.#capacity))
    this.#nextAtEnd = grown(this.#nextAtEnd, new Int32Array(this.#capacity))
  }
}

function grown<T extends Int32Array | Float64Array>(old: T, larger: T): T {
  larger.set(old)
  return larger
}

/** The cell below `cell` by the UTF-8 bytes of a code unit that is no surrogate; 0 when there is none. */
function step(trie: Int32Array, cell: number, unit: number): number {
  if (unit < 0x80) return child(trie, cell, unit)
  if (unit < 0x800) {
    const lead = child(trie, cell, 0xc0 | (unit >> 6))
    return lead && child(trie, lead, 0x80 | (unit & 0x3f))
  }
  const lead = child(trie, cell, 0xe0 | (unit >> 12))
  const middle = lead && child(trie, lead, 0x80 | ((unit >> 6) & 0x3f))
  return middle && child(trie, middle, 0x80 | (unit & 0x3f))
}

function child(trie: Int32Array, cell: number, byte: number): number {
  const below = trie[2 * cell]! + byte
  return trie[2 * below + 1] === cell ? below : 0
}
