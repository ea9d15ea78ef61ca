import type { Block } from '../core/block.js'
import type { Citation, Marker, Notice, Place, Reference, WordingDifference } from '../core/document.js'
import { lazy } from '../core/lazy.js'
import { MONEY } from '../core/money.js'
import type { TextSpan } from '../core/span.js'
import type { BlockFindings } from './block-findings.js'
import type { CitationHit } from './citations.js'
import { sortOf, sorts, stemOf, unworded } from './labels.js'
import { languageOf } from './language.js'
import type { MarkHit } from './marks.js'
import { titlesNamedIn } from './named-titles.js'
import { markerOf, noteMarkersOf, type RawMarker } from './note-marks.js'
import type { FoundNotice } from './notices.js'
import { appendTo, placeIn } from './place.js'
import { referenceSignals } from './reference-fields.js'
import type { ReferenceIndex } from './reference-index.js'
import { areJoined, isOrnament } from './symbols.js'

/** `LEGAL SCREEN` over the disclaimer in one block: the notice is found where its words begin, unless the line before them holds its symbol. */
function behindTitle(text: string, { at, words, kind }: FoundNotice): TextSpan {
  const lead = text.slice(at.from, words.from)
  const end = kind === 'fda-disclaimer' && words.from >= at.from ? lead.lastIndexOf('\n') : -1
  return end > 0 && /^[\s[(（［【〈《■●◆]*[\p{L}\s\d・()（）]{2,40}[\])）］】〉》:：]?\s*$/u.test(lead.slice(0, end))
    ? { from: at.from + end + 1, to: at.to }
    : at
}

const mayCall = ({ role }: MarkHit, block: Block): boolean => role === 'call' || (role === 'alone' && block.role === 'table-cell')

/** The end of what stands before a symbol: a sum, with or without tax. */
const PRICED = new RegExp(`${MONEY}\\s?(?:[(（]税[込抜別][)）])?\\s?$`)

interface Call {
  readonly marker: RawMarker
  readonly weak: boolean
}

/** Calls resolved to notes and citations to entries, within one article: read once, when made. */
export class Links {
  markers: Marker[] = []
  readonly notices: Notice[] = []
  readonly citations: Citation[] = []
  readonly masks = new Map<number, TextSpan[]>()
  /** Calls, to be joined to notices once all are known. */
  readonly #calls: Call[] = []
  /** ※ or 注 where it numbers entries of a list, or notes that read like sources. */
  readonly #sourceSigns = lazy(() => {
    const texts = new Map(this.blocks.map(({ block, index }) => [index, block.text]))
    const notes = this.notices
      .filter(({ block, at }) => referenceSignals(texts.get(block)?.slice(at.from, at.to) ?? '') >= 2)
      .flatMap(({ symbols }) => symbols)
    return new Set([...this.index.labels.keys(), ...notes.filter((symbol) => symbol.length > 1)].map((label) => label[0]!))
  })
  /** ※ or 注 where it numbers entries of a list. */
  readonly #listSigns = lazy(() => new Set([...this.index.labels.keys()].flatMap((label) => /^[注※](?=\d)/.exec(label) ?? [])))
  /** Note markers by place: two notices of one line share theirs. */
  readonly #noteMarkers = new Map<string, number>()

  constructor(
    private readonly blocks: readonly BlockFindings[],
    references: readonly Reference[],
    private readonly index: ReferenceIndex,
  ) {
    this.#readNotices()
    this.#readCitations()
    this.#readTitles(references)
    this.#joinCalls()
    this.#maskRows()
    this.citations.sort((a, b) => a.block - b.block || a.at.from - b.at.from)
  }

  #readNotices(): void {
    const callSymbols = new Set(
      this.blocks.flatMap(({ block, marks }) => marks.flatMap((hit) => (mayCall(hit, block) ? [hit.symbol] : []))),
    )
    const cited = new Set(this.blocks.flatMap(({ citations }) => citations.flatMap((hit) => (hit.kind === 'number' ? hit.labels : []))))
    const asked = (label: string): boolean =>
      (cited.has(label) || (/^[a-z]$/.test(label) && callSymbols.has(label))) && !this.index.labels.has(label)
    /** Footnotes whose first paragraph has been read. */
    const noted = new Set<string | undefined>()
    for (const [i, found] of this.blocks.entries()) {
      const marked = new Set<number>()
      for (const notice of found.notices) {
        const isFootnote = notice.marks.includes('footnote')
        if (notice.continues || (isFootnote && noted.has(found.block.label))) continue
        if (isFootnote) noted.add(found.block.label)
        const hits = notice.marks.flatMap((mark) => (typeof mark === 'number' ? [found.marks[mark]!] : []))
        const isCalled = hits.some(({ symbol }) => callSymbols.has(symbol) || asked(symbol))
        if (hits[0]?.weak && !isCalled && notice.kind !== 'fda-disclaimer') continue
        for (const mark of notice.marks) if (typeof mark === 'number') marked.add(mark)
        const isAdorned =
          hits[0] !== undefined &&
          !isCalled &&
          isOrnament(hits[0].symbol) &&
          (notice.kind !== 'fda-disclaimer' || this.#adorns(hits[0].symbol))
        this.#addNotice(found, notice, isAdorned ? [] : noteMarkersOf(found, notice, this.blocks[i - 1], asked))
      }
      for (const [k, hit] of found.marks.entries()) {
        if (hit.role !== 'call' || marked.has(k)) continue
        this.#calls.push({ marker: markerOf(found, hit, 'call'), weak: hit.weak })
      }
    }
    this.#readTerms(callSymbols)
    this.#readCells()
  }

  /** `<dt>*2</dt><dd>Patent 123</dd>`: a symbol alone, and below it what it stands for. */
  #readTerms(callSymbols: ReadonlySet<string>): void {
    const opening = new Set(this.markers.map(({ block }) => block))
    for (const [i, found] of this.blocks.entries()) {
      const next = this.blocks[i + 1]
      const alone = found.marks.find(({ role }) => role === 'alone')
      if (!alone || !next || found.block.role === 'table-cell' || opening.has(found.index) || !callSymbols.has(alone.symbol)) continue
      if (next.block.role === 'heading' || next.notices.length > 0 || !/\p{L}/u.test(next.block.text)) continue
      const at = { from: 0, to: next.block.text.length }
      const language = languageOf(next.block.text)
      const notice: FoundNotice = { at, words: at, kind: 'other', silent: false, language, fidelity: 'none', differences: [], marks: [] }
      this.#addNotice(next, notice, [markerOf(found, alone, 'note')])
    }
  }

  /** Does the sign open other lines as well, or is it one of those that open lists anywhere? Alone before the disclaimer a `◇` is its symbol. */
  #adorns(symbol: string): boolean {
    const opens = new RegExp(`(?:^|\\n)\\s*${symbol[0]}`, 'g')
    return (
      /^[■●▲▼○□]/.test(symbol) ||
      this.blocks.reduce(
        (count, { block }) => count + (block.text.match(opens)?.length ?? 0) + (block.bullet?.text === symbol ? 1 : 0),
        0,
      ) > 1
    )
  }

  /** A symbol that is all of a cell and opens no note calls one: `†` in the column of Daily Values. An asterisk may tick or rate instead, one that opens a row is explained there. */
  #readCells(): void {
    const opening = new Set(this.markers.map(({ block }) => block))
    for (const found of this.blocks) {
      if (found.block.role !== 'table-cell' || opening.has(found.index)) continue
      for (const hit of found.marks)
        if (hit.role === 'alone')
          this.#calls.push({ marker: markerOf(found, hit, 'call'), weak: !/^[†‡§¶]/.test(hit.symbol) || found.block.cell?.column === 0 })
    }
  }

  #addNotice(found: BlockFindings, notice: FoundNotice, own: readonly RawMarker[]): void {
    const markers = own.map((marker) => {
      const key = `${marker.block}:${marker.span.start}`
      const known = this.#noteMarkers.get(key)
      if (known !== undefined) return known
      const index = this.markers.push(marker) - 1
      this.#noteMarkers.set(key, index)
      this.#mask(marker.block, marker.at)
      return index
    })
    this.notices.push({
      ...placeIn(found, behindTitle(found.block.text, notice)),
      kind: notice.kind,
      language: notice.language,
      fidelity: notice.fidelity,
      differences: notice.differences.map(
        ({ at, ...difference }): WordingDifference => (at ? { ...difference, place: placeIn(found, at) } : difference),
      ),
      ...(!notice.isSplit && { words: placeIn(found, notice.words) }),
      ...(notice.number && { number: notice.number }),
      symbols: own.map(({ symbol }) => symbol),
      markers,
    })
  }

  #readCitations(): void {
    const listed = this.index.labels
    const listedSorts = new Set(sorts.filter((sort) => [...listed.keys()].some((label) => sort.test(label))))
    const noteSymbols = new Set(this.notices.flatMap(({ symbols }) => symbols))
    const trustsLoose = this.blocks.some(({ citations }) =>
      citations.some((hit) => hit.needsList && hit.labels.some((label) => listed.has(label))),
    )
    for (const found of this.blocks) {
      for (const hit of found.citations) {
        const asked = this.#callNotes(found, hit, noteSymbols)
        if (asked.labels.length === 0 && hit.labels.length > 0) continue
        if (hit.needsList && hit.kind === 'author-year') {
          if (this.index.asked(hit).some(({ reference }) => reference !== undefined)) this.#addCitation(found, hit)
          continue
        }
        const labels = asked.labels.map((label) => (listed.has(label) ? label : unworded(label, listed)))
        const stem = stemOf(labels[0] ?? '')
        const hasList =
          stem === undefined ? listedSorts.has(sortOf(labels[0] ?? '')) : [...listed.keys()].some((label) => stemOf(label) === stem)
        if (hit.isLoose && !labels.every((label) => listed.has(label))) continue
        if (hit.needsList && !(hasList && (trustsLoose || labels.every((label) => listed.has(label))))) continue
        this.#addCitation(found, { ...asked, labels })
      }
    }
  }

  /** Works that nothing else points to, but the text names. */
  #readTitles(references: readonly Reference[]): void {
    const cited = new Set(this.citations.map(({ reference }) => reference))
    for (const { found, at, reference } of titlesNamedIn(this.blocks, references)) {
      if (cited.has(reference)) continue
      this.citations.push({ ...placeIn(found, at), kind: 'named-source', text: found.block.text.slice(at.from, at.to), reference })
    }
  }

  /** Figures and footnotes that no entry answers but a note of the page does are calls to it; what is left of the citation. */
  #callNotes(found: BlockFindings, hit: CitationHit, noteSymbols: ReadonlySet<string>): CitationHit {
    if (hit.kind !== 'number' && hit.kind !== 'footnote') return hit
    const symbolOf = (label: string): string => (hit.kind === 'footnote' ? `[^${label}]` : label)
    const isCall = (label: string): boolean => noteSymbols.has(symbolOf(label)) && !this.index.labels.has(label)
    const place = placeIn(found, hit.at)
    const written = found.block.text.slice(hit.at.from, hit.at.to)
    for (const label of hit.labels.filter(isCall)) {
      const symbol = symbolOf(label)
      this.#calls.push({ marker: { ...place, role: 'call', symbol, written: written || symbol }, weak: false })
    }
    return { ...hit, labels: hit.labels.filter((label) => !isCall(label)) }
  }

  /** Labels in brackets that open a line which is no entry: `[1] New address: https://…` under the links of a letter, a lone `[1]` in a cell. */
  readonly #answered = lazy(() => {
    const listed = new Set(this.blocks.flatMap(({ index, citations }) => (citations.length > 0 ? [index] : [])))
    return new Set(
      this.blocks.flatMap(({ block, index }) => [
        ...[...block.text.matchAll(/(?:^|\n)[ \t>]*\[(\d{1,3})\][:.]?[ \t]+(?=\S)/g)].map(([, label]) => label!),
        ...(listed.has(index) ? [] : (/^\s*\[(\d{1,3})\]\s*$/.exec(block.text)?.slice(1) ?? [])),
      ]),
    )
  })

  #addCitation(found: BlockFindings, written: CitationHit): void {
    // where no list answers a number in brackets a line that opens with it does
    const labels = written.labels.filter((label) => this.index.labels.has(label) || !this.#answered().has(label))
    const isAnswered = written.kind === 'number' && labels.length < written.labels.length
    const hit = isAnswered ? { ...written, labels } : written
    if (hit.isMark) this.#mask(found.index, hit.at)
    const place =
      hit.kind === 'footnote' && hit.at.from === hit.at.to
        ? { ...placeIn(found, hit.at), span: footnoteSpan(found, hit) }
        : placeIn(found, hit.at)
    const text = found.block.text.slice(hit.at.from, hit.at.to) || `[^${hit.labels[0]}]`
    for (const { label, reference } of this.index.asked(hit))
      this.citations.push({
        ...place,
        kind: hit.kind,
        text,
        ...(label !== undefined && { label }),
        ...(reference !== undefined && { reference }),
      })
  }

  /** 21 CFR 101.93(d): the symbol at the claim has to be the one placed beside the disclaimer. Of several notes with one symbol the next one is meant, a disclaimer before others. */
  #joinCalls(): void {
    const bySymbol = new Map<string, number[]>()
    for (const [i, { symbols }] of this.notices.entries()) for (const symbol of symbols) appendTo(bySymbol, symbol, i)
    /** 注4 beside notes 注1 to 注3 is one of theirs. */
    const signOf = (symbol: string): string => /^[注※*](?=\d)/.exec(symbol)?.[0] ?? ''
    const signs = new Set([...bySymbol.keys()].map(signOf).filter((sign) => sign !== ''))
    const isDisclaimer = (i: number): boolean => this.notices[i]!.kind === 'fda-disclaimer'
    const ofPrices = new Map([...bySymbol].map(([symbol, all]) => [symbol, all.filter((i) => this.notices[i]!.kind === 'price')]))
    for (const [symbol, all] of bySymbol) if (all.some(isDisclaimer)) bySymbol.set(symbol, all.filter(isDisclaimer))
    for (const { marker, weak } of this.#calls.flatMap((call) => this.#withoutFigure(call, bySymbol))) {
      // `2,160円※` asks for the note on prices where both notes have the symbol
      const priced = this.#isPriced(marker) ? ofPrices.get(marker.symbol) : undefined
      const notice = this.#nextNotice(priced?.length ? priced : (bySymbol.get(marker.symbol) ?? []), marker.block)
      const isOfList = this.#listSigns().has(signOf(marker.symbol))
      if (notice === undefined && weak && !isOfList && !signs.has(signOf(marker.symbol))) continue
      if (notice === undefined && this.#becomesCitation(marker)) continue
      this.markers.push({ ...marker, ...(notice !== undefined && { notice }) })
      this.#mask(marker.block, marker.at)
    }
    const order = this.markers.map((marker, i) => ({ marker, i })).sort((a, b) => a.marker.span.start - b.marker.span.start || a.i - b.i)
    const position = new Map(order.map(({ i }, index) => [i, index]))
    this.markers = order.map(({ marker }) => marker)
    for (const [i, notice] of this.notices.entries())
      this.notices[i] = { ...notice, markers: notice.markers.map((marker) => position.get(marker)!) }
  }

  #isPriced({ block, at }: RawMarker): boolean {
    const text = this.blocks[block - this.blocks[0]!.index]!.block.text
    return PRICED.test(text.slice(Math.max(0, at.from - 24), at.from))
  }

  /** `memory.*1`: where no note is marked `*1`, but one `*` and an entry 1, these are two. */
  #withoutFigure(call: Call, notices: ReadonlyMap<string, unknown>): Call[] {
    const { marker } = call
    const [, symbol, label] = /^(\D+)(\d+)$/.exec(marker.symbol) ?? []
    const reference = label === undefined ? undefined : this.index.labels.get(label)
    // beside others that are two, `※(5)` asks for an entry that is not there
    const isOneOfList = reference !== undefined || (this.index.labels.has('1') && this.#hasFigureOf(symbol))
    if (symbol === undefined || label === undefined || !isOneOfList || notices.has(marker.symbol) || !notices.has(symbol)) return [call]
    const cut = (from: number, to: number): Place => ({
      block: marker.block,
      at: { from: marker.at.from + from, to: marker.at.from + to },
      span: { start: marker.span.start + from, end: marker.span.start + to },
    })
    const at = marker.written.search(/[(（]?(?:[0-9０-９]+|[①-⑳])[)）]?$/)
    if (marker.span.end - marker.span.start !== marker.written.length || at < 0) return [call]
    const figure = cut(at, marker.written.length)
    const isKnown = this.citations.some(({ block, at }) => block === figure.block && at.from < figure.at.to && at.to > figure.at.from)
    if (!isKnown)
      this.citations.push({
        ...figure,
        kind: 'number',
        text: marker.written.slice(at),
        label,
        ...(reference !== undefined && { reference }),
      })
    this.#mask(figure.block, figure.at)
    return [{ ...call, marker: { ...marker, ...cut(0, at), symbol, written: marker.written.slice(0, at) } }]
  }

  /** Does another call with this symbol carry the figure of an entry? */
  #hasFigureOf(symbol: string | undefined): boolean {
    return this.#calls.some(({ marker }) => {
      const [, own, figure = ''] = /^(\D+)(\d+)$/.exec(marker.symbol) ?? []
      return own !== undefined && own === symbol && this.index.labels.has(figure)
    })
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

  /** ※3 and 注3 point to an entry where the list is numbered so, or to nothing in it. */
  #becomesCitation(marker: RawMarker): boolean {
    const [, sign, number] = /^([※注])(\d+)$/.exec(marker.symbol) ?? []
    if (sign === undefined || number === undefined) return false
    // beside 注1, which asks for entry 1, so does 注4, unless notes are marked so
    const isAmong =
      sign === '注' && this.#hasFigureOf(sign) && !this.notices.some(({ symbols }) => symbols.some((symbol) => /^注\d/.test(symbol)))
    const isListed = this.#sourceSigns().has(sign) || isAmong
    const reference = this.index.labels.get(marker.symbol) ?? this.index.labels.get(number)
    if (!isListed && reference === undefined) return false
    const isKnown = this.citations.some(({ block, at }) => block === marker.block && at.from < marker.at.to && at.to > marker.at.from)
    if (isKnown) {
      this.#mask(marker.block, marker.at)
      return true
    }
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

  /** The commas between marks are no words either: `memory.¹,* It …`. */
  #maskRows(): void {
    const texts = new Map(this.blocks.map(({ block, index }) => [index, block.text]))
    for (const [block, spans] of this.masks) {
      const inOrder = [...spans].sort((a, b) => a.from - b.from)
      for (const [i, { from }] of inOrder.entries()) {
        const before = inOrder[i - 1]
        if (before && areJoined(texts.get(block) ?? '', before, { from, to: from }, true)) spans.push({ from: before.to, to: from })
      }
    }
  }

  #mask(block: number, at: TextSpan): void {
    if (at.from >= at.to) return
    appendTo(this.masks, block, at)
  }
}

function footnoteSpan(found: BlockFindings, hit: CitationHit): Place['span'] {
  const mark = found.block.marks.find(
    (candidate) => candidate.kind === 'footnote-call' && candidate.at.from === hit.at.from && candidate.label === hit.labels[0],
  )
  return mark?.span ?? found.block.map.toSource(hit.at)
}
