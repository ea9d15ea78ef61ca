import type { LintConfig } from '../core/config.js'
import type { PageDocument, ReadBlock } from '../core/document.js'
import type { LanguageId, Sentence } from '../core/sentence.js'
import { type TextSpan, textContains, textOverlaps } from '../core/span.js'
import type { ActiveRule, Catalogue } from '../match/catalogue.js'
import { evidenceFits } from '../match/effect-pattern.js'
import { type PhraseMatch, PhraseSentence } from '../match/phrase.js'
import type { PhrasePattern } from '../match/schema.js'
import { governingSetting, leadsOf } from './leads.js'
import type { Links } from './link.js'
import { type LocatedEffect, type LocatedSentence, wordsOf } from './located.js'
import { isInScope, type Match } from './match.js'
import { OverlapIndex } from './overlap-index.js'

type Within = 'sentence' | 'block' | 'article'

/** Runs a rule's work; where somebody measures, books its time under the rule. */
export type RunRule = <Result>(rule: string, work: () => Result) => Result

/** Matches the rules that judge by wording: evidence frames and phrases, with the look-alikes and the settling words of each rule. */
export class Wording {
  readonly #prepared = new WeakMap<Sentence, PhraseSentence>()
  readonly #asserting: ReadonlySet<Sentence>
  readonly #leads: ReadonlyMap<number, ReadBlock>

  constructor(
    private readonly document: PageDocument,
    effects: readonly LocatedEffect[],
    private readonly catalogue: Catalogue,
    private readonly links: Links,
    private readonly config: LintConfig,
    private readonly run: RunRule,
  ) {
    this.#leads = leadsOf(document.blocks)
    this.#asserting = new Set(effects.filter((e) => !e.silent).map((e) => e.sentence))
  }

  /** All matches in these sentences. Of those of one rule that overlap, the one over an evidence frame with a verb stays, else the longest. */
  matches(sentences: readonly LocatedSentence[]): Match[] {
    const matches: Match[] = []
    const rules = this.catalogue.rules.filter(({ file }) => file.match?.evidence || file.match?.phrase)
    for (const located of sentences) {
      const phrases = this.#candidates(located.sentence)
      const hasEvidence = located.sentence.evidence.length > 0
      if (phrases.size === 0 && !hasEvidence) continue
      const lead = this.#leads.get(located.block.index)
      const governed = lead && governingSetting(lead)
      for (const rule of rules) {
        if (governed && rule.file.unless?.some((setting) => setting === governed)) continue
        const patterns = phrases.get(rule) ?? []
        if (patterns.length === 0 && !(hasEvidence && rule.file.match!.evidence)) continue
        if (!isInScope(rule.file.scope, located.block)) continue
        const found = this.run(rule.file.id, () => [...this.#evidence(rule, located), ...this.#phrases(rule, patterns, located)])
        matches.push(...longest(found))
      }
    }
    return matches
  }

  /** True when words in the sentence or its surroundings settle the matter that the rule is about: a typical result, a prevalence, a limit. */
  isSettled(rule: ActiveRule, located: LocatedSentence): boolean {
    const { settledBy } = rule.file.match ?? {}
    return settledBy !== undefined && this.#stands(rule.settling, settledBy.within ?? 'block', located)
  }

  /** True when no settling words and, where the rule asks for some, words of the right kind stand around the sentence. */
  #isSurrounded(rule: ActiveRule, located: LocatedSentence): boolean {
    if (this.isSettled(rule, located)) return false
    const { near } = rule.file.match ?? {}
    return !near || this.#stands(rule.near, near.within ?? 'block', located)
  }

  #stands(phrases: Readonly<Record<LanguageId, readonly PhrasePattern[]>>, within: Within, { block, sentence }: LocatedSentence): boolean {
    return this.#surroundings(within, block.index, sentence).some((s) =>
      phrases[s.language].some((p) => this.#prepare(s).matches(p).length > 0),
    )
  }

  *#evidence(rule: ActiveRule, located: LocatedSentence): Iterable<Match> {
    const patterns = rule.file.match?.evidence
    if (!patterns || located.block.is === 'reference') return
    for (const evidence of located.sentence.evidence) {
      if (evidence.silent) continue
      const cited = evidence.source !== undefined || this.#isCited(located)
      if (!patterns.some((pattern) => evidenceFits(evidence, pattern, cited))) continue
      if (isSilenced(rule, evidence.at, [], { ...located.sentence, cues: evidence.settings })) continue
      if (this.#isLookAlike(rule, evidence.at, located.sentence) || !this.#isSurrounded(rule, located)) continue
      yield { ...matchOf(rule, located, evidence.at, cited), evidence: { ...located, evidence } }
    }
  }

  /** The phrases that the sentence may hold, by rule. */
  #candidates(sentence: Sentence): ReadonlyMap<ActiveRule, readonly PhrasePattern[]> {
    const found = new Map<ActiveRule, PhrasePattern[]>()
    for (const { rule, pattern } of this.catalogue.phrases(sentence.language).candidates(this.#prepare(sentence))) {
      const list = found.get(rule)
      if (list) list.push(pattern)
      else found.set(rule, [pattern])
    }
    return found
  }

  *#phrases(rule: ActiveRule, patterns: readonly PhrasePattern[], located: LocatedSentence): Iterable<Match> {
    const { block, sentence } = located
    for (const pattern of patterns) {
      for (const match of this.#prepare(sentence).matches(pattern)) {
        const at = spanOf(sentence, match.first, match.last)
        if (!this.#applies(rule, at, match, located)) continue
        const cited = sentence.evidence.some((e) => e.source) || this.#isCited(located)
        if (rule.file.match!.cited !== undefined && rule.file.match!.cited !== cited) continue
        const captured = Object.fromEntries(Object.entries(match.slots).map(([name, hit]) => [name, wordsOf(block, hit.at)]))
        yield matchOf(rule, located, at, cited, captured)
      }
    }
  }

  #applies(rule: ActiveRule, at: TextSpan, match: PhraseMatch, located: LocatedSentence): boolean {
    const { sentence } = located
    const passed = match.passed.map((index) => sentence.tokens[index]!.at)
    if (isSilenced(rule, at, passed, sentence)) return false
    return this.#hasWhatItNeeds(rule, sentence) && !this.#isLookAlike(rule, at, sentence) && this.#isSurrounded(rule, located)
  }

  #hasWhatItNeeds({ file }: ActiveRule, sentence: Sentence): boolean {
    switch (file.match?.needs) {
      case 'effect':
        return this.#asserting.has(sentence)
      case 'disease':
        return sentence.concepts.some((hit) => hit.concept.startsWith('disease.'))
      case 'product':
        return (
          this.#asserting.has(sentence) ||
          sentence.concepts.some((hit) => hit.concept.startsWith('product.') || hit.concept.startsWith('ingredient.'))
        )
      default:
        return true
    }
  }

  #isLookAlike({ exceptions }: ActiveRule, at: TextSpan, sentence: Sentence): boolean {
    const overlapping = (pattern: PhrasePattern) =>
      this.#prepare(sentence)
        .matches(pattern)
        .some(({ first, last }) => textOverlaps(at, spanOf(sentence, first, last)))
    return exceptions[sentence.language].some(overlapping)
  }

  /**
   * In the sentence; with `citationScope: paragraph` also later in its block, or in one of the two sentences before it ("the trial", "these findings"),
   * unless each sentence has a line of its own and this one does not go back to another.
   */
  #isCited(located: LocatedSentence): boolean {
    const { links } = this
    if (links.citationsOf(located).length > 0) return true
    if (this.config.citationScope === 'sentence') return false
    const citations = links.citationsOfBlock(located)
    if (citations.length === 0) return false
    const { block, sentence } = located
    if (isWrittenByLine(block) && !GOES_BACK.test(wordsOf(block, sentence.at))) return false
    const isAnew = OPENS_ANEW.test(wordsOf(block, sentence.at))
    const before = isAnew ? sentence.at.from : block.sentences[Math.max(0, block.sentences.indexOf(sentence) - 2)]!.at.from
    return citations.some((c) => links.citation(block.article, c).at.from >= before)
  }

  #surroundings(within: Within, block: number, sentence: Sentence): readonly Sentence[] {
    const { blocks, articles } = this.document
    if (within === 'sentence') return [sentence]
    if (within === 'block') return blocks[block]!.sentences
    const { first, end } = articles[blocks[block]!.article]!.blocks
    return blocks.slice(first, end).flatMap((b) => b.sentences)
  }

  #prepare(sentence: Sentence): PhraseSentence {
    const known = this.#prepared.get(sentence)
    if (known) return known
    const fresh = new PhraseSentence(sentence, { concepts: this.catalogue.concepts })
    this.#prepared.set(sentence, fresh)
    return fresh
  }
}

/** `The trial …`, `この研究では…`: the one that was named before. */
const GOES_BACK =
  /^(?:(?:in|of|from)\s)?(?:the|this|that|these|those|both|its|their|same)\s(?:[\w-]+\s){0,2}?(?:stud(?:y|ies)|trials?|research(?:ers)?|authors|scientists|findings|results?|team|participants|volunteers|data|papers?|reviews?|analys[ie]s)\b|^(?:また|さらに|そして|なお)?[、,]?(?:こ|そ|これら|それら|上記|前述|両)?(?:の|同|両)[^、。]{0,8}(?:研究|試験|調査|論文|結果|報告|解析|知見|実験)/i

/** `Another trial …`, 一方、最新の研究では…: none of those that were named before. */
const OPENS_ANEW =
  /^(?:(?:but|and|yet|meanwhile|in addition),?\s)?(?:another|other|newer|more recent|independent|separate|unrelated)\s(?:[\w-]+\s){0,2}?(?:stud(?:y|ies)|trials?|research|review|tests?|papers?)\b|^(?:(?:また|一方|さらに|ほかに|他に)(?:で|は)?[、,])?(?:最新|最近|別|他|ほか|近年)の[^、。]{0,8}(?:研究|試験|調査|論文|実験)/i

/** Two lines and more, and no sentence that goes on in the next. */
function isWrittenByLine(block: ReadBlock): boolean {
  let known = writtenByLine.get(block)
  if (known === undefined) {
    const { text, sentences } = block
    known = text.includes('\n') && sentences.every(({ at }) => !text.slice(at.from, at.to).replace(TITLE, '').includes('\n'))
    writtenByLine.set(block, known)
  }
  return known
}
/** `【3通目】走る人へ` over the lines. */
const TITLE = /^[【［〔■◆●▼▶][^\n]{1,40}\n/
const writtenByLine = new WeakMap<ReadBlock, boolean>()

function matchOf(
  rule: ActiveRule,
  located: LocatedSentence,
  at: TextSpan,
  cited: boolean,
  captured: Readonly<Record<string, string>> = {},
): Match {
  const text = wordsOf(located.block, at)
  return { rule, at: located, parts: [at], elsewhere: [], data: { text, act: text, target: text, ...captured }, effects: [], cited }
}

function longest(matches: readonly Match[]): readonly Match[] {
  if (matches.length < 2) return matches
  const weight = ({ parts: [at], evidence }: Match) => (evidence && !evidence.evidence.beside ? Number.MAX_SAFE_INTEGER : at!.to - at!.from)
  const kept: Match[] = []
  const taken = new OverlapIndex<Match>()
  for (const match of [...matches].sort((a, b) => weight(b) - weight(a))) {
    const { from, to } = match.parts[0]!
    if (taken.overlapping(from, to).length > 0) continue
    taken.add(from, to, match)
    kept.push(match)
  }
  return kept.sort((a, b) => a.parts[0]!.from - b.parts[0]!.from)
}

const spanOf = ({ tokens }: Sentence, first: number, last: number): TextSpan => ({ from: tokens[first]!.at.from, to: tokens[last]!.at.to })

/** A cue that shares the pattern's own words ("no side effects") silences nothing; one in a gap of the pattern does, when it reaches the end. */
function isSilenced({ file }: ActiveRule, at: TextSpan, passed: readonly TextSpan[], { cues, kind }: Sentence): boolean {
  const { unless } = file
  if (!unless) return false
  if (kind === 'question' && unless.includes('question')) return true
  const end = { from: at.to - 1, to: at.to }
  return cues.some((cue) => {
    if (!unless.includes(cue.setting)) return false
    if (!textOverlaps(at, cue.at)) return textContains(cue.reach, at)
    return passed.some((gap) => textOverlaps(gap, cue.at)) && textContains(cue.reach, end)
  })
}
