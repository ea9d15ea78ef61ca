import type { Claim, ClaimKind } from '../core/claim.js'
import type { LintConfig } from '../core/config.js'
import type { PageDocument, ReadBlock } from '../core/document.js'
import type { Finding } from '../core/finding.js'
import type { Sentence, SilentReason } from '../core/sentence.js'
import { type Span, type TextSpan, textCover } from '../core/span.js'
import type { Catalogue } from '../match/catalogue.js'
import { effectFits } from '../match/effect-pattern.js'
import type { EffectPattern } from '../match/schema.js'
import { allowedSentences } from './authorised.js'
import { takenBack } from './denials.js'
import { withoutLawfulShare } from './lawful-share.js'
import { Links } from './link.js'
import { type HealthClaim, type LocatedEffect, sentencesOf, sourceOf, wordsOf } from './located.js'
import { isInScope, type Match } from './match.js'
import { OverlapIndex } from './overlap-index.js'
import { suggestionsFor } from './rewrites.js'
import { type RunRule, Wording } from './wording.js'

/** What the pattern rules make of a page. */
export interface Judgement {
  readonly claims: readonly Claim[]
  readonly findings: readonly Finding[]
  readonly silent: readonly { readonly reason: SilentReason; readonly block: ReadBlock; readonly parts: readonly TextSpan[] }[]
}

/** What the words of a page say, before rules judge them. */
export interface Understanding {
  readonly document: PageDocument
  readonly effects: readonly LocatedEffect[]
  readonly healthClaims: ReadonlyMap<Sentence, HealthClaim>
  /** Whether a block speaks for a product that is sold; elsewhere appeals to research and promises are nobody's advertising. */
  readonly sellsBy: (block: ReadBlock) => boolean
}

/** Runs the pattern rules over the effects, evidence frames and sentences of a page: which are claims, and which of them a rule reports. */
export function judge(
  { document, effects, healthClaims, sellsBy }: Understanding,
  catalogue: Catalogue,
  config: LintConfig,
  run: RunRule = (_, work) => work(),
): Judgement {
  const links = new Links(document.articles)
  const allowed = allowedSentences(healthClaims)
  // the qualifying words of an allowed health claim ("limited scientific evidence suggests …") are no claims of their own
  const withdrawn = takenBack(document.blocks)
  const open = [...sentencesOf(document)].filter(
    ({ block, sentence }) => sellsBy(block) && !allowed.has(sentence) && !withdrawn.has(sentence),
  )
  const wording = new Wording(document, effects, catalogue, links, config, run)
  const matches = [
    ...mergeByAct(matchEffects(effects, catalogue, wording, run)),
    ...matchHealthClaims(healthClaims, catalogue),
    ...wording.matches(open),
  ]
  const kept = withoutLawfulShare(mostSpecific(matches, catalogue))
  const claims: Claim[] = []
  const places = new OverlapIndex<Claim>()
  const findings: DraftFinding[] = []
  for (const match of kept) {
    const span = sourceOf(match.at.block, match.parts)
    const around = places.overlapping(span.start, span.end)
    const claim = claimOf(match, span, links, around)
    if (claim) {
      claims.push(claim)
      places.add(span.start, span.end, claim)
    }
    if (match.rule.file.reports !== false) findings.push(findingOf(match, claim ?? around.find((c) => isAbout(c, match))))
  }
  const silent = effects.flatMap(({ silent: reason, block, effect }) => (reason ? [{ reason, block, parts: effect.parts }] : []))
  return { claims: sortClaims(claims), findings: joinRuns(findings), silent }
}

/** The first (most specific) effect rule that fits each asserted effect. */
function matchEffects(effects: readonly LocatedEffect[], catalogue: Catalogue, wording: Wording, run: RunRule): Match[] {
  const rules = catalogue.rules.filter((rule) => rule.file.match?.effect)
  return effects.flatMap((located) => {
    if (located.silent) return []
    const { effect, block, healthClaim } = located
    const fits = (pattern: EffectPattern) =>
      effectFits(effect, pattern, catalogue.concepts) &&
      (pattern.knownHealthClaim === undefined || pattern.knownHealthClaim === !!healthClaim)
    const rule = rules.find((candidate) =>
      run(
        candidate.file.id,
        () => isInScope(candidate.file.scope, block) && candidate.file.match!.effect!.some(fits) && !wording.isSettled(candidate, located),
      ),
    )
    if (!rule) return []
    const data = {
      act: wordsOf(block, effect.act.at),
      target: effect.target ? wordsOf(block, effect.target.at) : wordsOf(block, effect.act.at),
      text: wordsOf(block, textCover(effect.parts)),
      ...(healthClaim && { model: healthClaim.row.model, cite: healthClaim.row.cite, missing: healthClaim.missing.join('; ') }),
    }
    return [{ rule, at: located, parts: effect.parts, elsewhere: located.elsewhere, data, effects: [located], cited: false }]
  })
}

/** One act with several targets ("fights colds, flu and allergies") is one match: of one rule in one sentence, with one act or words in common. */
function mergeByAct(matches: readonly Match[]): Match[] {
  const merged: Match[] = []
  const known = new Map<Sentence, Map<string, { readonly acts: Map<string, number>; readonly words: OverlapIndex<number> }>>()
  for (const match of matches) {
    const ofSentence = getOr(known, match.at.sentence, () => new Map())
    const { acts, words } = getOr(ofSentence, match.rule.file.id, () => ({ acts: new Map(), words: new OverlapIndex<number>() }))
    const act = match.effects.map(({ effect }) => `${effect.act.at.from}-${effect.act.at.to}`)[0]!
    const cover = textCover(match.parts)
    const twin = acts.get(act) ?? words.overlapping(cover.from, cover.to)[0]
    const index = twin ?? merged.length
    if (twin === undefined) merged.push(match)
    else merged[twin] = join(merged[twin]!, match)
    const whole = textCover(merged[index]!.parts)
    if (!acts.has(act)) acts.set(act, index)
    words.add(whole.from, whole.to, index)
  }
  return merged
}

function join(known: Match, match: Match): Match {
  return {
    ...known,
    parts: uniqueParts([...known.parts, ...match.parts]),
    elsewhere: [...known.elsewhere, ...match.elsewhere],
    data: { ...known.data, text: wordsOf(known.at.block, textCover([...known.parts, ...match.parts])) },
    effects: [...known.effects, ...match.effects],
  }
}

function getOr<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key)
  if (known !== undefined) return known
  const fresh = make()
  map.set(key, fresh)
  return fresh
}

function uniqueParts(parts: readonly TextSpan[]): TextSpan[] {
  const seen = new Map(parts.map((part) => [`${part.from}-${part.to}`, part]))
  return [...seen.values()].sort((a, b) => a.from - b.from || a.to - b.to)
}

function matchHealthClaims(healthClaims: ReadonlyMap<Sentence, HealthClaim>, catalogue: Catalogue): Match[] {
  const rules = catalogue.rules.filter((rule) => rule.file.match?.authorised)
  const matches: Match[] = []
  for (const { at, row, missing } of healthClaims.values()) {
    if (missing.length > 0) continue
    for (const rule of rules) {
      const { supplements } = rule.file.match!.authorised!
      if ((supplements !== undefined && supplements !== row.supplements) || !isInScope(rule.file.scope, at.block)) continue
      const text = wordsOf(at.block, at.sentence.at)
      const data = { text, act: text, target: text, cite: row.cite, model: row.model }
      matches.push({ rule, at, parts: [at.sentence.at], elsewhere: [], data, effects: [], cited: false })
    }
  }
  return matches
}

/**
 * Of matches in one sentence, one that a rule `replaces` goes; of two of the same claim kind that overlap, the more specific stays. What one sentence says alone
 * goes where a match across sentences holds the same words: "My hemoglobin was low. Six weeks of this syrup and …".
 */
function mostSpecific(matches: readonly Match[], catalogue: Catalogue): Match[] {
  const replaced = new Map<Sentence, Set<string>>()
  const claiming = new Map<ReadBlock, OverlapIndex<Match>>()
  for (const match of matches) {
    const { sentence } = match.at
    for (const id of match.rule.file.replaces ?? []) getOr(replaced, sentence, () => new Set()).add(id)
    const cover = textCover(match.parts)
    if (match.rule.file.yields) getOr(claiming, match.at.block, () => new OverlapIndex()).add(cover.from, cover.to, match)
  }
  const beats = (winner: Match, loser: Match) =>
    winner.rule !== loser.rule &&
    winner.rule.file.yields === loser.rule.file.yields &&
    !(winner.evidence && loser.evidence) &&
    (winner.at.sentence === loser.at.sentence
      ? catalogue.rankOf(winner.rule.file.id) < catalogue.rankOf(loser.rule.file.id)
      : loser.parts.every((part) => winner.parts.some(({ from, to }) => from <= part.from && part.to <= to)))
  return matches.filter((match) => {
    const { sentence } = match.at
    if (replaced.get(sentence)?.has(match.rule.file.id)) return false
    const cover = textCover(match.parts)
    const rivals = match.rule.file.yields ? (claiming.get(match.at.block)?.overlapping(cover.from, cover.to) ?? []) : []
    return !rivals.some((rival) => beats(rival, match))
  })
}

const isAbout = (claim: Claim, match: Match): boolean =>
  claim.sentence === match.at.sentence && (claim.evidence === undefined || claim.evidence === match.evidence?.evidence)

function claimOf(match: Match, span: Span, links: Links, around: readonly Claim[]): Claim | undefined {
  const kind: ClaimKind | undefined = match.rule.file.yields
  const { block, sentence } = match.at
  const isKnown = (c: Claim) => c.kind === kind && c.sentence === sentence && c.span.start === span.start && c.span.end === span.end
  if (!kind || around.some(isKnown)) return undefined
  const settings = (match.evidence?.evidence ?? match.effects[0]?.effect)?.settings ?? []
  const marker = links.markerOf(match.at)
  const effect = match.effects[0]?.effect
  return {
    id: '',
    kind,
    article: block.article,
    block: block.index,
    sentence,
    parts: [...match.parts.map((part) => block.map.toSource(part)), ...match.elsewhere],
    span,
    language: sentence.language,
    ...(effect && { effect }),
    ...(match.evidence && { evidence: match.evidence.evidence }),
    hedged: settings.some((cue) => cue.setting === 'hedged'),
    attributed: settings.some((cue) => cue.setting === 'attributed'),
    ...(marker !== undefined && { marker }),
    citations: links.citationsOf(match.at),
    by: match.rule.file.id,
  }
}

/** Claims in page order, numbered `c1`, `c2` … over the file. The objects stay the same: findings refer to them. */
function sortClaims(claims: Claim[]): Claim[] {
  claims.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end || (a.kind < b.kind ? -1 : 1))
  for (const [index, claim] of claims.entries()) (claim as { id: string }).id = `c${index + 1}`
  return claims
}

interface DraftFinding extends Finding {
  /** The claim object; its id is given once all are known. */
  readonly about?: Claim
  readonly block: ReadBlock
}

function findingOf(match: Match, claim: Claim | undefined): DraftFinding {
  const { rule, at } = match
  const { whenCited } = rule.file
  return {
    rule: rule.file.id,
    severity: match.cited ? rule.severityWhenCited : rule.severity,
    span: sourceOf(at.block, match.parts),
    message: match.cited && whenCited ? whenCited.message : 'default',
    data: match.data,
    related: match.elsewhere.map((span) => ({ span, message: 'elsewhere' })),
    suggestions: suggestionsFor(match),
    article: at.block.article,
    block: at.block,
    ...(claim && { about: claim }),
  }
}

/**
 * Several uncited study sentences in a row, in one block or from block to block, are one finding with related places, not a wall; so are several uses
 * named in one cited title.
 */
function joinRuns(findings: readonly DraftFinding[]): Finding[] {
  const joined: DraftFinding[] = []
  const open = new Map<string, { readonly first: number; readonly last: DraftFinding }>()
  for (const finding of [...findings].sort((a, b) => a.span.start - b.span.start)) {
    const run = open.get(finding.rule)
    const goesOn = run !== undefined && isOneRun(run.last, finding)
    const first = goesOn ? run.first : joined.length
    if (goesOn) joined[first] = { ...joined[first]!, related: [...joined[first]!.related, { span: finding.span, message: 'alsoHere' }] }
    else joined.push(finding)
    if (isStudy(finding) || isOfTitle(finding)) open.set(finding.rule, { first, last: finding })
  }
  return joined.map(({ about, block: _, ...finding }) => (about ? { ...finding, claim: about.id } : finding))
}

const isStudy = ({ about }: DraftFinding): boolean => about?.evidence !== undefined
const isOfTitle = ({ block }: DraftFinding): boolean => block.is === 'reference'

const isOneRun = (before: DraftFinding, next: DraftFinding): boolean =>
  isOfTitle(next)
    ? before.about !== undefined && before.about.sentence === next.about?.sentence
    : isStudy(next) && before.block.article === next.block.article && next.block.index - before.block.index <= 1
