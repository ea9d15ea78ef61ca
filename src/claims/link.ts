import type { Article, Citation, Marker } from '../core/document.js'
import type { LocatedSentence } from './located.js'

/** Finds, for a sentence, the marker and the citations that belong to it: those inside it or between it and the next sentence. */
export class Links {
  readonly #markers = new Map<string, number[]>()
  readonly #citations = new Map<string, number[]>()

  constructor(private readonly articles: readonly Article[]) {
    for (const [a, article] of articles.entries()) {
      index(this.#markers, a, article.markers)
      index(this.#citations, a, article.citations)
    }
  }

  /** Index of the call marker that belongs to the stretch; the last one where there are several, since the law asks for the end of the statement. */
  markerOf({ block, reach }: LocatedSentence): number | undefined {
    return this.#within(this.#markers, block.article, block.index, reach).findLast(
      (m) => this.articles[block.article]!.markers[m]!.role === 'call',
    )
  }

  /** Indexes of the citations that belong to the stretch. */
  citationsOf({ block, reach }: LocatedSentence): number[] {
    return this.#within(this.#citations, block.article, block.index, reach)
  }

  /** Indexes of all citations of a block, in order. */
  citationsOfBlock({ block }: LocatedSentence): readonly number[] {
    return this.#citations.get(`${block.article}:${block.index}`) ?? []
  }

  citation(article: number, citation: number): Citation {
    return this.articles[article]!.citations[citation]!
  }

  #within(of: ReadonlyMap<string, readonly number[]>, article: number, block: number, reach: { from: number; to: number }): number[] {
    const places: readonly { at: { from: number; to: number } }[] =
      of === this.#markers ? this.articles[article]!.markers : this.articles[article]!.citations
    const own = of.get(`${article}:${block}`) ?? []
    const within: number[] = []
    for (let k = firstFrom(own, places, reach.from); k < own.length; k++) {
      const { at } = places[own[k]!]!
      if (at.from > reach.to) break
      // a call without visible text (a footnote, an eaten asterisk) between two sentences belongs to the one before it
      if (at.from === at.to ? at.from > reach.from || reach.from === 0 : at.to <= reach.to) within.push(own[k]!)
    }
    return within
  }
}

/** Position of the first of these places that begins at the offset or behind it. */
function firstFrom(own: readonly number[], places: readonly { at: { from: number } }[], from: number): number {
  let [low, high] = [0, own.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (places[own[middle]!]!.at.from >= from) high = middle
    else low = middle + 1
  }
  return low
}

function index(map: Map<string, number[]>, article: number, places: readonly (Marker | Citation)[]): void {
  const own = new Set<number[]>()
  for (const [i, place] of places.entries()) {
    const key = `${article}:${place.block}`
    const list = map.get(key) ?? []
    list.push(i)
    map.set(key, list)
    own.add(list)
  }
  for (const list of own) list.sort((a, b) => places[a]!.at.from - places[b]!.at.from || a - b)
}
