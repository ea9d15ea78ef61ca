import type { Claim } from '../../src/core/claim.js'
import type { Article, Marker, Notice, ReadBlock } from '../../src/core/document.js'
import type { CheckContext } from '../../src/core/rule.js'
import { isProductName } from './product-name.js'
import { type DisclaimerGroup, firstIndex, groupsReached } from './reach.js'

/** An article as 21 CFR 101.93(d) looks at it: its statements, its disclaimers, and what leads from one to the other. */
export interface LinkedArticle {
  readonly index: number
  readonly article: Article
  /** Structure/function, well-being and deficiency claims that a reader sees, one for each sentence, in order. */
  readonly statements: readonly Claim[]
  /**
   * Unmarked sentences that only name the product beside a part or function of the body, or after it: the words alone do not decide whether they
   * claim anything.
   */
  readonly suggested: readonly Claim[]
  /** Such claims in alt text, titles, metadata. */
  readonly elsewhere: readonly Claim[]
  /** Disclaimers a reader sees, however worded; fused ones left out. */
  readonly groups: readonly DisclaimerGroup[]
  readonly hidden: readonly Notice[]
  /** Disclaimers that a reader has to unfold first, where all are such. */
  readonly folded: readonly Notice[]
  /** One of the two sentences, said of a whole shop or site: nobody means the disclaimer. */
  readonly general: ReadonlySet<Notice>
  /** The disclaimers that a symbol on the statement leads to; empty where none does. */
  readonly reached: ReadonlyMap<Claim, ReadonlySet<DisclaimerGroup>>
}

const DISCLAIMED: ReadonlySet<Claim['kind']> = new Set(['structure-function', 'general-wellbeing', 'deficiency'])
const UNSEEN: ReadonlySet<ReadBlock['role']> = new Set(['metadata', 'alt-text', 'title-attribute', 'aria-label'])
const DISEASE_RULE =
  /^us-fda\/(?:disease-|abnormal-natural-state|drug-|augments-therapy|adverse-event|missing-qualifier|health-claim-unauthorized)/

/** The disclaimer is owed in the labeling of a supplement, 21 CFR 101.93(b); not for food, not on pages that sell nothing. */
export const owesDisclaimer = ({ config, document }: CheckContext): boolean =>
  config.product.kind !== 'food' &&
  config.product.kind !== 'editorial' &&
  (config.product.kind === 'supplement' || config.product.names.length > 0 || !isLabelledAsFood(document))

/** The footnote of the Nutrition Facts label, 21 CFR 101.9(d)(9), stands on food alone; that of a supplement, 21 CFR 101.36(b)(2)(iii)(D), has other words. */
const FOOTNOTE_OF_FOOD = /nutrient\s+in\s+a\s+serving\s+of\s+food\s+contributes\s+to\s+a\s+daily\s+diet/i
/** The title of a supplement's label, 21 CFR 101.36(e)(1): a page that shows both labels sells both. */
const LABEL_OF_SUPPLEMENT = /supplement\s+facts/i
const isLabelledAsFood = ({ source, articles }: CheckContext['document']): boolean =>
  !articles.some(({ notices }) => notices.some(({ kind }) => kind === 'fda-disclaimer')) &&
  FOOTNOTE_OF_FOOD.test(source) &&
  !LABEL_OF_SUPPLEMENT.test(source)

export const isUnseen = (block: ReadBlock): boolean => UNSEEN.has(block.role) || block.hidden === true

/** Inside a `<details>` that the reader has to open first. */
function isFoldedAway(source: string, offset: number): boolean {
  const open = source.lastIndexOf('<details', offset)
  if (open < 0 || source.lastIndexOf('</details', offset) > open) return false
  return !/^<details[^>]{0,400}\bopen\b/i.test(source.slice(open, open + 420))
}

/** True when the claim is one that the law lets stand with the disclaimer: no disease rule has reported it. */
function needsDisclaimer(claim: Claim, { reported }: CheckContext): boolean {
  return DISCLAIMED.has(claim.kind) && !(reported.get(claim.id) ?? []).some((id) => DISEASE_RULE.test(id))
}

const cache = new WeakMap<CheckContext['document'], { readonly claims: readonly Claim[]; readonly articles: readonly LinkedArticle[] }>()

/** All articles of the page, with their statements and disclaimers. */
export function linkedArticles(context: CheckContext): readonly LinkedArticle[] {
  const { document, claims } = context
  const known = cache.get(document)
  if (known?.claims === claims) return known.articles
  const hasDetails = document.source.includes('<details')
  const articles = document.articles.map((article, index): LinkedArticle => {
    const own = claims.filter((claim) => claim.article === index && needsDisclaimer(claim, context))
    const isOnPage = ({ block }: Pick<Claim, 'block'>): boolean => !UNSEEN.has(document.blocks[block]!.role)
    const disclaimers = article.notices.filter((notice) => notice.kind === 'fda-disclaimer')
    // what is hidden at first is there to be shown: the panel of a tab, a result, a window. A disclaimer there is shown with the statements there, and with no others
    const seen = own.filter(isOnPage)
    const isShown =
      seen.length > 0 && seen.every(({ block }) => document.blocks[block]!.hidden)
        ? isOnPage
        : ({ block }: Notice) => !isUnseen(document.blocks[block]!)
    const visible = disclaimers.filter(isShown)
    const isSure = (claim: Claim): boolean =>
      claim.marker !== undefined || (!suggesting.has(claim.effect?.by) && !isProductName(claim, document.blocks[claim.block]!))
    const statements = withoutLeadQuestions(oncePerSentence(seen.filter(isSure)), document.blocks)
    const general = generalNotices(visible, statements.length > 0, document)
    const groups = groupsOf(
      visible.filter((notice) => !general.has(notice)),
      document.blocks,
    )
    const shown = new Set(visible)
    return {
      index,
      article,
      statements,
      suggested: oncePerSentence(seen.filter((claim) => !isSure(claim))),
      elsewhere: oncePerSentence(own.filter((claim) => !isOnPage(claim))),
      groups,
      general,
      hidden: disclaimers.filter((notice) => !shown.has(notice)),
      folded: hasDetails && visible.every(({ span }) => isFoldedAway(document.source, span.start)) ? visible : [],
      reached: groupsReached(statements, article, groups, context),
    }
  })
  cache.set(document, { claims, articles })
  return articles
}

/**
 * "Nothing on this site is intended to diagnose, treat or prevent disease", 当店の商品は医薬品ではなく、病気の診断、治療、予防に使うものではありません, an answer that says so: nobody's
 * disclaimer where the page owes none, or has it in full besides. A sentence with a symbol is always meant as the disclaimer.
 */
function generalNotices(notices: readonly Notice[], isOwed: boolean, { source }: CheckContext['document']): ReadonlySet<Notice> {
  const isHalf = ({ differences, symbols }: Notice): boolean =>
    symbols.length === 0 && differences.some(({ kind }) => kind === 'missing-sentence')
  const isMet = notices.some((notice) => notice.fidelity !== 'fused' && !notice.differences.some(({ kind }) => kind === 'missing-sentence'))
  return new Set(notices.filter((notice) => isHalf(notice) && (!isOwed || OTHER_SYSTEM.test(source) || isMet)))
}

/** A word beside a name, a scene of a day beside it: that it claims anything is our reading. */
const suggesting: ReadonlySet<string | undefined> = new Set(['residual', 'act.scene'])

/** Words of the Japanese systems of foods with function claims, whose own formula has three of the verbs. */
const OTHER_SYSTEM = /機能性表示食品|特定保健用食品|栄養機能食品|届出(?:番号|表示)|消費者庁長官/

function oncePerSentence(claims: readonly Claim[]): Claim[] {
  const seen = new Set<string>()
  return [...claims]
    .sort((a, b) => a.span.start - b.span.start)
    .filter((claim) => {
      const key = `${claim.block}:${claim.sentence.at.from}`
      return !seen.has(key) && seen.add(key)
    })
}

/** "Busy week? Two gummies help you unwind.*": the question leads the statement in that answers it, and the symbol behind that serves both. */
function withoutLeadQuestions(statements: readonly Claim[], blocks: readonly ReadBlock[]): Claim[] {
  return statements.filter((claim, i) => {
    const next = statements[i + 1]
    if (next?.block !== claim.block || !claim.effect?.settings.some(({ setting }) => setting === 'question')) return true
    const { sentences } = blocks[claim.block]!
    const following = sentences[firstIndex(sentences, ({ at }) => at.from > claim.sentence.at.from)]
    return following?.at.from !== next.sentence.at.from
  })
}

function groupsOf(notices: readonly Notice[], blocks: readonly ReadBlock[]): DisclaimerGroup[] {
  const groups: Notice[][] = []
  for (const notice of notices.filter((candidate) => candidate.fidelity !== 'fused')) {
    const last = groups.at(-1)?.at(-1)
    const isBeside = last !== undefined && last.language !== notice.language && nothingBetween(last, notice, blocks)
    if (isBeside) groups.at(-1)!.push(notice)
    else groups.push([notice])
  }
  return groups.map((members) => ({
    notices: members,
    symbols: new Set(members.flatMap(({ symbols }) => symbols)),
    first: members[0]!,
    last: members.at(-1)!,
  }))
}

interface Stretch {
  readonly block: number
  readonly at: { readonly from: number; readonly to: number }
}

/** No visible letter stands between the two: "adjacent … with no intervening material". Symbols, spaces and a slash between translations are no material. */
function nothingBetween(before: Stretch, after: Stretch, blocks: readonly ReadBlock[]): boolean {
  if (before.block === after.block)
    return before.at.to <= after.at.from && isEmpty(blocks[before.block]!.text.slice(before.at.to, after.at.from))
  if (before.block > after.block || !isEmpty(blocks[before.block]!.text.slice(before.at.to))) return false
  if (!isEmpty(blocks[after.block]!.text.slice(0, after.at.from))) return false
  // an image between the two is material for the eye, so its alt text counts; metadata does not
  for (let i = before.block + 1; i < after.block; i++) {
    const { hidden, role, text } = blocks[i]!
    if (!hidden && role !== 'metadata' && !isEmpty(text)) return false
  }
  return true
}

const isEmpty = (text: string): boolean =>
  !/[\p{L}\p{N}]/u.test(text.replace(/\[\d{1,3}\]|※\d*|[¹²³⁰⁴-⁹]+|[（(]?注\d*[)）]?|(?<=\W)\d{1,2}\)/g, ''))

/** Does a symbol lead from the statement to a disclaimer? */
const isLinked = (claim: Claim, { reached }: LinkedArticle): boolean => (reached.get(claim)?.size ?? 0) > 0

/** 21 CFR 101.93(d): a statement that the disclaimer follows directly needs no symbol. */
export function isAdjacent(claim: Claim, group: DisclaimerGroup, { document, config }: CheckContext): boolean {
  const stretch = { block: claim.block, at: claim.sentence.at }
  if (nothingBetween(stretch, group.first, document.blocks)) return true
  if (config.linkGranularity !== 'paragraph') return false
  const block = document.blocks[claim.block]!
  const end = group.first.block === claim.block ? group.first.at.from : block.text.length
  return claim.sentence.at.to <= end && nothingBetween({ block: claim.block, at: { from: 0, to: end } }, group.first, document.blocks)
}

/** The first disclaimer that begins at or below the statement. */
function groupBelow({ span }: Pick<Claim, 'span'>, groups: readonly DisclaimerGroup[]): DisclaimerGroup | undefined {
  return groups[firstIndex(groups, ({ first }) => first.span.start >= span.start)]
}

/** The disclaimer a statement belongs to: the next one below it, else the last above. */
const groupFor = (claim: Pick<Claim, 'span'>, groups: readonly DisclaimerGroup[]): DisclaimerGroup | undefined =>
  groupBelow(claim, groups) ?? groups.at(-1)

/** Statements or markers by the disclaimer they belong to. */
export function byGroup<Item extends Pick<Claim, 'span'>>(
  items: readonly Item[],
  groups: readonly DisclaimerGroup[],
): ReadonlyMap<DisclaimerGroup, readonly Item[]> {
  const map = new Map<DisclaimerGroup, Item[]>()
  for (const item of items) {
    const group = groupFor(item, groups)
    const own = group && map.get(group)
    if (own) own.push(item)
    else if (group) map.set(group, [item])
  }
  return map
}

/** The disclaimer that follows the statement directly. */
export function adjacentGroup(claim: Claim, { groups }: LinkedArticle, context: CheckContext): DisclaimerGroup | undefined {
  const next = groupBelow(claim, groups)
  return next && isAdjacent(claim, next, context) ? next : undefined
}

/**
 * Statements with neither a symbol that leads to a disclaimer nor one right behind them. Where the disclaimer's symbol is in use on other
 * statements, one without it is left out by mistake, wherever it stands.
 */
export function unlinkedStatements(linked: LinkedArticle, context: CheckContext): readonly Claim[] {
  const { article, groups, statements } = linked
  const called = new Set(article.markers.flatMap(({ notice }) => (notice === undefined ? [] : [article.notices[notice]!])))
  const mayFollow = new Set(groups.filter((group) => group.symbols.size === 0 || !group.notices.some((notice) => called.has(notice))))
  return statements.filter((claim) => {
    if (isLinked(claim, linked)) return false
    const next = adjacentGroup(claim, linked, context)
    return next === undefined || !mayFollow.has(next)
  })
}

/** For each disclaimer its statements: those whose symbol leads to it, the one it follows, and those that another rule asks to be marked with its symbol. */
export function statementsServed(linked: LinkedArticle, context: CheckContext): ReadonlyMap<DisclaimerGroup, readonly Claim[]> {
  const served = new Map<DisclaimerGroup, Claim[]>()
  const serve = (group: DisclaimerGroup, claim: Claim): void => {
    const claims = served.get(group)
    if (claims) claims.push(claim)
    else served.set(group, [claim])
  }
  for (const claim of linked.statements) {
    if (isLinked(claim, linked)) for (const group of linked.reached.get(claim) ?? []) serve(group, claim)
    else {
      const group = adjacentGroup(claim, linked, context) ?? groupFor(claim, linked.groups)
      if (group) serve(group, claim)
    }
  }
  return served
}

/** How many symbols lead to each notice, on statements or elsewhere. */
export function callsByNotice({ article }: LinkedArticle): ReadonlyMap<Notice, number> {
  const counts = new Map<Notice, number>()
  for (const { notice } of article.markers) {
    const note = notice === undefined ? undefined : article.notices[notice]
    if (note) counts.set(note, (counts.get(note) ?? 0) + 1)
  }
  return counts
}

/** Calls of note symbols that reach no note. Figures that ask for a reference are not among them. */
export const danglingCalls = ({ article }: LinkedArticle): readonly Marker[] =>
  article.markers.filter((marker) => marker.role === 'call' && marker.notice === undefined && marker.reference === undefined)

/** The symbols on statements that lead nowhere, commonest first. */
export function commonestSymbol(markers: readonly Marker[]): Marker | undefined {
  const counts = new Map<string, number>()
  for (const { symbol } of markers) counts.set(symbol, (counts.get(symbol) ?? 0) + 1)
  return [...markers].sort((a, b) => (counts.get(b.symbol) ?? 0) - (counts.get(a.symbol) ?? 0) || a.span.start - b.span.start)[0]
}

/** What is wrong with an article that has statements but no disclaimer in sight. */
export function absenceOf(linked: LinkedArticle, context: CheckContext): 'none' | 'hidden' | 'other-article' | undefined {
  if (linked.statements.length === 0 || linked.groups.length > 0) return undefined
  // words of the disclaimer inside a marketing sentence are a disclaimer worded wrongly, not a missing one
  if (linked.article.notices.some((notice) => notice.fidelity === 'fused')) return undefined
  if (linked.hidden.length > 0 || linkToDisclaimer(linked, context)) return 'hidden'
  return linkedArticles(context).some((other) => other !== linked && other.groups.length > 0) ? 'other-article' : 'none'
}

const SOUNDS_LIKE_IT =
  /not been evaluated by|intended to diagnose|評価されたものではありません|評価を受けたものではありません|評価を受けて(?:いません|おりません)|評価されて(?:いません|おりません)/i

/** Comments of the source that hold the disclaimer: a reader never sees them. */
export function commentsWithDisclaimer({ article }: LinkedArticle, { document }: CheckContext): CheckContext['document']['comments'] {
  return document.comments.filter(
    ({ text, span }) =>
      (document.articles.length === 1 || (span.start >= article.span.start && span.start <= article.span.end)) && SOUNDS_LIKE_IT.test(text),
  )
}

/** A link such as "*See disclaimer" in the place of the disclaimer itself. */
export function linkToDisclaimer(
  { article }: LinkedArticle,
  { document }: CheckContext,
): { readonly start: number; readonly end: number } | undefined {
  for (const block of document.blocks.slice(article.blocks.first, article.blocks.end)) {
    for (const mark of block.marks) {
      if (mark.kind === 'link' && !mark.href.startsWith('#') && IS_DISCLAIMER_LINK.test(block.text.slice(mark.at.from, mark.at.to).trim()))
        return block.map.toSource(mark.at)
    }
  }
  return undefined
}

const IS_DISCLAIMER_LINK =
  /^[*＊†‡※]?\s*(?:(?:see|view|read)\s+)?(?:the\s+|our\s+|full\s+|fda\s+|legal\s+)*disclaimer\s*[*†‡]?$|^[*＊†‡※]?\s*免責(?:事項|文)?(?:は?こちら)?$/i
