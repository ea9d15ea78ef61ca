import type { Article, Citation, Marker, Notice, Place, Reference, WordingDifference } from '../core/document.js'
import type { TextSpan } from '../core/span.js'
import type { ArticleRange } from './articles.js'
import type { BlockFindings } from './assemble.js'
import type { CitationHit } from './citations.js'
import { contradictionsOf } from './contradictions.js'
import { fold } from './english-disclaimer.js'
import type { MarkHit } from './marks.js'
import type { NoticeTexts } from './notice-texts.js'
import type { FoundNotice } from './notices.js'
import { readReference } from './reference-fields.js'
import type { FoundList } from './reference-lists.js'
import { isOrnament, normalSymbol } from './symbols.js'

export interface AssembledArticle {
  readonly article: Article
  /** What analysers must not see, by block index. */
  readonly masks: ReadonlyMap<number, readonly TextSpan[]>
}

/** Joins what was found in the blocks of one article. */
export function assembleArticle(
  range: ArticleRange,
  blocks: readonly BlockFindings[],
  lists: readonly FoundList[],
  texts: NoticeTexts,
): AssembledArticle {
  const references = referencesIn(blocks, lists, range.first, texts)
  const referenceBlocks = new Set(references.map((reference) => reference.block))
  const read = blocks.map((found) =>
    referenceBlocks.has(found.index)
      ? { ...found, citations: [], marks: [], notices: found.notices.filter((n) => n.kind === 'fda-disclaimer') }
      : found,
  )
  const links = new Links(read, references, lists)
  const heads = listHeads(lists, references)
  const contradictions = read.flatMap((found, i) => {
    if (found.block.role === 'code') return []
    const nextTo = { before: endsInDisclaimer(read[i - 1]), after: startsWithDisclaimer(read[i + 1]) }
    return contradictionsOf(found.block, found.notices, nextTo, texts).map((at) => placeIn(found, at))
  })
  const article: Article = {
    blocks: { first: range.first, end: range.end },
    span: coverOf(read),
    ...(range.title !== undefined && { title: range.title }),
    markers: links.markers,
    citations: links.citations,
    references,
    referenceLists: heads,
    notices: links.notices,
    ...(contradictions.length > 0 && { contradictions }),
  }
  return { article, masks: links.masks }
}

/** From the first letter of the article's blocks to the last; an empty page has the empty span. */
function coverOf(blocks: readonly BlockFindings[]): Article['span'] {
  let [start, end] = [blocks[0]?.block.span.start ?? 0, 0]
  for (const { block } of blocks) {
    start = Math.min(start, block.span.start)
    end = Math.max(end, block.span.end)
  }
  return { start, end }
}

const isDisclaimer = (notice: FoundNotice): boolean => notice.kind === 'fda-disclaimer'
const startsWithDisclaimer = (found: BlockFindings | undefined): boolean =>
  found !== undefined &&
  found.notices[0] !== undefined &&
  isDisclaimer(found.notices[0]) &&
  found.block.text.slice(0, found.notices[0].at.from).trim() === ''
const endsInDisclaimer = (found: BlockFindings | undefined): boolean => {
  const last = found?.notices.at(-1)
  return found !== undefined && last !== undefined && isDisclaimer(last) && found.block.text.slice(last.at.to).trim() === ''
}

function placeIn({ block, index }: BlockFindings, at: TextSpan): Place {
  return { block: index, at, span: block.map.toSource(at) }
}

function referencesIn(blocks: readonly BlockFindings[], lists: readonly FoundList[], first: number, texts: NoticeTexts): Reference[] {
  return lists.flatMap((list, listIndex) =>
    list.entries.map((entry): Reference => {
      const found = blocks[entry.block - first]!
      const text = found.block.text.slice(entry.at.from, entry.at.to)
      const { title, authors, source, year, identifiers, missing } = readReference(text, texts)
      const titleAt = title && { from: title.at.from + entry.at.from, to: title.at.to + entry.at.from }
      const link = found.block.marks.find(
        (mark) => mark.kind === 'link' && mark.at.from >= entry.at.from && mark.at.to <= entry.at.to && /^https?:/i.test(mark.href),
      )
      const identified = (kind: string): string | undefined => identifiers.find((identifier) => identifier.kind === kind)?.value
      const url = identified('url') ?? (link?.kind === 'link' ? link.href : undefined)
      const [doi, pmid] = [identified('doi'), identified('pmid')]
      return {
        ...placeIn(found, entry.at),
        ...(entry.label !== undefined && { label: entry.label }),
        text,
        ...(title && titleAt && { title: { ...placeIn(found, titleAt), text: title.text } }),
        ...(authors !== undefined && { authors }),
        ...(source !== undefined && { source }),
        ...(year !== undefined && { year }),
        ...(doi !== undefined && { doi }),
        ...(pmid !== undefined && { pmid }),
        ...(url !== undefined && { url }),
        list: listIndex,
        missing: url !== undefined && link && (title || authors) ? [] : missing,
      }
    }),
  )
}

function listHeads(lists: readonly FoundList[], references: readonly Reference[]): Article['referenceLists'] {
  return lists.map((list, i) => {
    const first = references.findIndex((reference) => reference.list === i)
    const end = references.findLastIndex((reference) => reference.list === i) + 1
    return {
      ...(list.heading !== undefined && { heading: list.heading }),
      label: list.label,
      first,
      end,
      ...(list.isFurtherReading && { isFurtherReading: true }),
    }
  })
}

/** Resolves calls to notes and citations to entries within one article. */
class Links {
  markers: Marker[] = []
  readonly notices: Notice[] = []
  readonly citations: Citation[] = []
  readonly masks = new Map<number, TextSpan[]>()
  /** Calls with their index among the markers, to be joined to notices once all are known. */
  readonly #calls: { readonly marker: Omit<Marker, 'notice'>; readonly weak: boolean }[] = []
  /** Note markers by place: two notices of one line share theirs. */
  readonly #noteMarkers = new Map<string, number>()
  readonly #labels: ReadonlyMap<string, number>
  readonly #footnotes: ReadonlyMap<string, number>
  readonly #folded: readonly string[]
  #anchors: ReadonlyMap<string, { readonly reference?: number }> | undefined

  constructor(
    private readonly blocks: readonly BlockFindings[],
    private readonly references: readonly Reference[],
    lists: readonly FoundList[],
  ) {
    const labels = new Map<string, number>()
    const footnotes = new Map<string, number>()
    for (const [i, { label, list }] of references.entries()) {
      if (label === undefined || lists[list]?.isFurtherReading) continue
      const map = lists[list]?.label === 'footnotes' ? footnotes : labels
      if (!map.has(label)) map.set(label, i)
    }
    this.#labels = labels
    this.#folded = references.map((reference) => fold(reference.text))
    this.#footnotes = footnotes
    this.#readNotices()
    this.#readCitations()
    this.#joinCalls()
    this.citations.sort((a, b) => a.block - b.block || a.at.from - b.at.from)
  }

  #readNotices(): void {
    const callSymbols = new Set(this.blocks.flatMap(({ marks }) => marks.flatMap((hit) => (hit.role === 'call' ? [hit.symbol] : []))))
    const raisedLabels = new Set(
      this.blocks.flatMap(({ citations }) => citations.flatMap((hit) => (hit.kind === 'number' ? hit.labels : []))),
    )
    /** Footnotes whose first paragraph has been read. */
    const noted = new Set<string | undefined>()
    for (const [i, found] of this.blocks.entries()) {
      const marked = new Set<number>()
      for (const notice of found.notices) {
        if (notice.continues || (notice.mark === 'footnote' && noted.has(found.block.label))) continue
        if (notice.mark === 'footnote') noted.add(found.block.label)
        const hit = typeof notice.mark === 'number' ? found.marks[notice.mark] : undefined
        const isCalled = hit && (callSymbols.has(hit.symbol) || (raisedLabels.has(hit.symbol) && !this.#labels.has(hit.symbol)))
        if (hit?.weak && !isCalled && notice.kind !== 'fda-disclaimer') continue
        if (typeof notice.mark === 'number') marked.add(notice.mark)
        const isAdorned = hit !== undefined && !isCalled && isOrnament(hit.symbol)
        this.#addNotice(found, notice, isAdorned ? undefined : this.#markOf(found, notice, this.blocks[i - 1], raisedLabels))
      }
      for (const [k, hit] of found.marks.entries()) {
        if (hit.role !== 'call' || marked.has(k)) continue
        this.#calls.push({ marker: this.#marker(found, hit, 'call'), weak: hit.weak })
      }
    }
  }

  /** The symbol that marks a notice: its own, its bullet, a number before its words, a symbol alone in the block or cell before it, its footnote label. */
  #markOf(
    found: BlockFindings,
    notice: FoundNotice,
    previous: BlockFindings | undefined,
    asked: ReadonlySet<string>,
  ): Omit<Marker, 'notice'> | undefined {
    const { block, index } = found
    if (typeof notice.mark === 'number') return this.#marker(found, found.marks[notice.mark]!, 'note')
    if (notice.mark === 'bullet' && block.bullet) {
      const isSwallowed = block.marks.some((mark) => mark.kind === 'delimiter' && mark.as === 'bullet')
      const at = { from: 0, to: 0 }
      return {
        block: index,
        at,
        span: block.bullet.span,
        role: 'note',
        symbol: normalSymbol(block.bullet.text),
        written: block.bullet.text,
        ...(isSwallowed && { swallowed: 'bullet' as const }),
      }
    }
    if (notice.fidelity === 'fused') return undefined
    if (block.role === 'footnote' && block.label !== undefined) {
      return {
        ...placeIn(found, { from: notice.at.from, to: notice.at.from }),
        role: 'note',
        symbol: `[^${block.label}]`,
        written: `[^${block.label}]`,
      }
    }
    if (notice.kind !== 'fda-disclaimer') return undefined
    const number = /^\s*[[(（［]?(\d{1,2}|(?<=[[［])[a-z](?=[\]］]))[\])）］.．]?\s*(?=\D)/.exec(
      block.text.slice(notice.at.from, notice.words.from),
    )
    if (number) {
      const from = notice.at.from + number[0].indexOf(number[1]!)
      const at = { from, to: from + number[1]!.length }
      return { ...placeIn(found, at), role: 'note', symbol: number[1]!, written: number[1]! }
    }
    const { bullet } = block
    const ordinal = bullet?.ordinal === undefined ? undefined : String(bullet.ordinal)
    // an item of a numbered list of notes
    if (bullet && ordinal !== undefined && asked.has(ordinal) && !this.#labels.has(ordinal)) {
      return { block: index, at: { from: 0, to: 0 }, span: bullet.span, role: 'note', symbol: ordinal, written: bullet.text }
    }
    const figure = previous && this.#figureAlone(previous, asked)
    if (figure) return figure
    const alone = previous?.marks.find((hit) => hit.role === 'alone')
    return alone && previous ? this.#marker(previous, alone, 'note') : undefined
  }

  /** A number that is all of a block, beside the note (`<td>1</td><td>This statement …`). */
  #figureAlone(found: BlockFindings, asked: ReadonlySet<string>): Omit<Marker, 'notice'> | undefined {
    const { text } = found.block
    const written = /^\s*[[(（［]?(\d{1,2}|[¹²³⁴-⁹]{1,2})[\])）］.．]?\s*$/.exec(text)?.[1]
    const symbol = written?.normalize('NFKC')
    if (written === undefined || symbol === undefined || !asked.has(symbol) || this.#labels.has(symbol)) return undefined
    const from = text.indexOf(written)
    return { ...placeIn(found, { from, to: from + written.length }), role: 'note', symbol, written }
  }

  #marker(found: BlockFindings, hit: MarkHit, role: Marker['role']): Omit<Marker, 'notice'> {
    const span = hit.source ?? found.block.map.toSource(hit.at)
    return {
      block: found.index,
      at: hit.at,
      span,
      role,
      symbol: hit.symbol,
      written: hit.written,
      ...(hit.swallowed && { swallowed: hit.swallowed }),
    }
  }

  #addNotice(found: BlockFindings, notice: FoundNotice, marker: Omit<Marker, 'notice'> | undefined): void {
    const key = marker && `${marker.block}:${marker.span.start}`
    let index = key === undefined ? undefined : this.#noteMarkers.get(key)
    if (marker && key !== undefined && index === undefined) {
      index = this.markers.push(marker) - 1
      this.#noteMarkers.set(key, index)
      this.#mask(marker.block, marker.at)
    }
    this.notices.push({
      ...placeIn(found, notice.at),
      kind: notice.kind,
      language: notice.language,
      fidelity: notice.fidelity,
      differences: notice.differences.map(
        ({ at, ...difference }): WordingDifference => (at ? { ...difference, place: placeIn(found, at) } : difference),
      ),
      ...(!notice.isSplit && { words: placeIn(found, notice.words) }),
      ...(notice.number && { number: notice.number }),
      ...(marker && { symbol: marker.symbol }),
      ...(index !== undefined && { marker: index }),
    })
  }

  #readCitations(): void {
    const listed = this.#labels
    const isLetter = (label: string | undefined): boolean => /^[a-z]$/.test(label ?? '')
    const hasNumbers = [...listed.keys()].some((label) => /^\d+$/.test(label))
    const hasLetters = [...listed.keys()].some(isLetter)
    const noteSymbols = new Set(this.notices.flatMap((notice) => (notice.symbol === undefined ? [] : [notice.symbol])))
    const trustsLoose = this.blocks.some(({ citations }) =>
      citations.some((hit) => hit.needsList && hit.labels.some((label) => listed.has(label))),
    )
    for (const found of this.blocks) {
      for (const hit of found.citations) {
        const asNote = hit.kind === 'footnote' ? `[^${hit.labels[0]}]` : hit.labels[0]
        const isNumber = hit.kind === 'number' || hit.kind === 'footnote'
        if (isNumber && asNote !== undefined && noteSymbols.has(asNote) && !hit.labels.some((label) => listed.has(label))) {
          this.#calls.push({
            marker: {
              ...placeIn(found, hit.at),
              role: 'call',
              symbol: asNote,
              written: found.block.text.slice(hit.at.from, hit.at.to) || asNote,
            },
            weak: false,
          })
          continue
        }
        const hasList = isLetter(hit.labels[0]) ? hasLetters : hasNumbers
        if (hit.needsList && !(hasList && (trustsLoose || hit.labels.every((label) => listed.has(label))))) continue
        this.#addCitation(found, hit)
      }
    }
  }

  #addCitation(found: BlockFindings, hit: CitationHit): void {
    if (hit.isMark) this.#mask(found.index, hit.at)
    const place =
      hit.kind === 'footnote' && hit.at.from === hit.at.to
        ? { ...placeIn(found, hit.at), span: footnoteSpan(found, hit) }
        : placeIn(found, hit.at)
    const text = found.block.text.slice(hit.at.from, hit.at.to) || `[^${hit.labels[0]}]`
    const anchor = hit.href?.startsWith('#') ? this.#anchored(hit.href.slice(1)) : undefined
    const make = (label: string | undefined, reference: number | undefined): void => {
      this.citations.push({
        ...place,
        kind: hit.kind,
        text,
        ...(label !== undefined && { label }),
        ...(reference !== undefined && { reference }),
      })
    }
    if (hit.kind === 'number')
      for (const label of hit.labels) {
        const reference = this.#labels.get(label) ?? this.#footnotes.get(label) ?? anchor?.reference
        // a figure that leads to a place on the page which is no entry (a note) asks for none
        make(anchor && reference === undefined ? undefined : label, reference)
      }
    else if (hit.kind === 'footnote') make(hit.labels[0], this.#footnotes.get(hit.labels[0]!) ?? this.#labels.get(hit.labels[0]!))
    else if (hit.kind === 'link' && hit.href?.startsWith('#')) make(anchor ? undefined : hit.href, anchor?.reference)
    else if (hit.kind === 'link' || hit.kind === 'identifier') make(undefined, this.#byAddress(hit.href ?? hit.labels[0] ?? ''))
    else make(undefined, this.#byNames(hit.labels))
  }

  #anchored(id: string): { readonly reference?: number } | undefined {
    this.#anchors ??= anchorsOf(this.blocks, this.references)
    return this.#anchors.get(id)
  }

  #byAddress(address: string): number | undefined {
    const folded = address.toLowerCase().replace(/[/#?]+$/, '')
    const at = this.references.findIndex(
      ({ doi, pmid, url }) =>
        (doi !== undefined && folded.includes(doi)) ||
        (pmid !== undefined && (folded === pmid || folded.endsWith(`/${pmid}`))) ||
        (url !== undefined && url.toLowerCase().replace(/[/#?]+$/, '') === folded),
    )
    return at >= 0 ? at : undefined
  }

  #byNames(names: readonly string[]): number | undefined {
    if (names.length < 2) return undefined
    const at = this.#folded.findIndex((text) => names.every((name) => text.includes(name)))
    return at >= 0 ? at : undefined
  }

  /** 21 CFR 101.93(d): the symbol at the claim has to be the one placed beside the disclaimer. Of several notes with one symbol the next one is meant, a disclaimer before others. */
  #joinCalls(): void {
    const bySymbol = new Map<string, number[]>()
    for (const [i, { symbol }] of this.notices.entries()) if (symbol !== undefined) appendTo(bySymbol, symbol, i)
    const isDisclaimer = (i: number): boolean => this.notices[i]!.kind === 'fda-disclaimer'
    for (const [symbol, all] of bySymbol) if (all.some(isDisclaimer)) bySymbol.set(symbol, all.filter(isDisclaimer))
    for (const { marker, weak } of this.#calls) {
      const notice = this.#nextNotice(bySymbol.get(marker.symbol) ?? [], marker.block)
      if (notice === undefined && weak) continue
      if (notice === undefined && this.#becomesCitation(marker)) continue
      this.markers.push({ ...marker, ...(notice !== undefined && { notice }) })
      this.#mask(marker.block, marker.at)
    }
    const order = this.markers.map((marker, i) => ({ marker, i })).sort((a, b) => a.marker.span.start - b.marker.span.start || a.i - b.i)
    const position = new Map(order.map(({ i }, index) => [i, index]))
    this.markers = order.map(({ marker }) => marker)
    for (const [i, notice] of this.notices.entries())
      if (notice.marker !== undefined) this.notices[i] = { ...notice, marker: position.get(notice.marker)! }
  }

  /** The first of these notices at or below the block, else the last of them. */
  #nextNotice(notices: readonly number[], block: number): number | undefined {
    let [low, high] = [0, notices.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.notices[notices[middle]!]!.block >= block) high = middle
      else low = middle + 1
    }
    return notices[low] ?? notices.at(-1)
  }

  /** ※3 points to an entry where the list is numbered so, or to nothing in it. */
  #becomesCitation(marker: Omit<Marker, 'notice'>): boolean {
    const number = /^※(\d+)$/.exec(marker.symbol)?.[1]
    if (number === undefined) return false
    const isListed = [...this.#labels.keys()].some((label) => label.startsWith('※'))
    const reference = this.#labels.get(marker.symbol) ?? this.#labels.get(number)
    if (!isListed && reference === undefined) return false
    this.citations.push({
      block: marker.block,
      at: marker.at,
      span: marker.span,
      kind: 'number',
      text: marker.written,
      label: marker.symbol,
      ...(reference !== undefined && { reference }),
    })
    this.#mask(marker.block, marker.at)
    return true
  }

  #mask(block: number, at: TextSpan): void {
    if (at.from >= at.to) return
    const spans = this.masks.get(block)
    if (spans) spans.push(at)
    else this.masks.set(block, [at])
  }
}

function anchorsOf(
  blocks: readonly BlockFindings[],
  references: readonly Reference[],
): ReadonlyMap<string, { readonly reference?: number }> {
  const byBlock = new Map<number, number[]>()
  for (const [i, { block }] of references.entries()) appendTo(byBlock, block, i)
  const anchors = new Map<string, { readonly reference?: number }>()
  for (const { block, index } of blocks) {
    for (const mark of block.marks) {
      if (mark.kind !== 'anchor' || anchors.has(mark.id)) continue
      const reference = byBlock.get(index)?.find((i) => references[i]!.at.to >= mark.at.from)
      anchors.set(mark.id, reference === undefined ? {} : { reference })
    }
  }
  return anchors
}

function appendTo<Key>(map: Map<Key, number[]>, key: Key, value: number): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}

function footnoteSpan(found: BlockFindings, hit: CitationHit): Place['span'] {
  const mark = found.block.marks.find(
    (candidate) => candidate.kind === 'footnote-call' && candidate.at.from === hit.at.from && candidate.label === hit.labels[0],
  )
  return mark?.span ?? found.block.map.toSource(hit.at)
}
