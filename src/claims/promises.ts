import type { ReadBlock } from '../core/document.js'
import type { Effect, Sentence } from '../core/sentence.js'
import { conceptFits } from '../match/phrase.js'
import type { ConceptRow } from '../match/schema.js'

/** Words of a name: `低分子コラーゲン 10,000mg`. */
const LONGEST_NAME = 8
const LONGEST_OFFER = 40
const LONGEST_PROMISE = 30
const SHORTEST_PROMISE = 3

/** A header above other things than what a nutrient does: foods that hold it, amounts, prices, cautions. */
const OTHER_HEADER =
  /食品|食材|含む|多い|量|摂取|価格|値段|産地|内容|注意|不足|欠乏|過剰|相互作用|禁忌|副作用|避け|味|香り|場所|部位|名前|種類|%|％/u

/**
 * The blocks that promise something good of what the block beside them names, in words that name no act: the cell beside a nutrient
 * (亜鉛 | 味覚と髪の元気), the short heading over what is sold (肌のうるおいを逃がさない / 低分子コラーゲン10,000mg).
 */
export function promises(blocks: readonly ReadBlock[]): ReadonlySet<number> {
  return new Set([...cellsBesideNutrient(blocks), ...headingsOverOffer(blocks)])
}

function cellsBesideNutrient(blocks: readonly ReadBlock[]): number[] {
  const headed = new Set(blocks.flatMap(({ cell, text }) => (cell?.header && OTHER_HEADER.test(text) ? [cell.table] : [])))
  const named = new Set(
    blocks.flatMap(({ cell, sentences }) => (cell?.column === 0 && !cell.header && isName(sentences) ? [`${cell.table}:${cell.row}`] : [])),
  )
  return blocks.flatMap(({ cell, role, index, text }, at) => {
    if (role !== 'table-cell' || text.length > LONGEST_PROMISE) return []
    // a row cut out of its table
    const before = blocks[at - 1]
    if (!cell) return before?.role === 'table-cell' && !before.cell && isName(before.sentences) ? [index] : []
    return cell.column > 0 && !cell.header && !headed.has(cell.table) && named.has(`${cell.table}:${cell.row}`) ? [index] : []
  })
}

function headingsOverOffer(blocks: readonly ReadBlock[]): number[] {
  return blocks.flatMap((block, at) => {
    const next = blocks[at + 1]
    return block.role === 'heading' &&
      block.text.length <= LONGEST_PROMISE &&
      endsInPromise.test(block.text.trim()) &&
      next !== undefined &&
      next.role !== 'heading' &&
      next.text.length <= LONGEST_OFFER &&
      isName(next.sentences)
      ? [block.index]
      : []
  })
}

/** A verb or an adjective, or a particle that leaves one out. */
const endsInPromise = /(?:[うくぐすつぬぶむる]|ない|しい|よく|に|へ|を)[!！♪。]?$/u

/** One short phrase that names what is sold. */
const isName = (sentences: readonly Sentence[]): boolean =>
  sentences.length === 1 &&
  sentences[0]!.language === 'ja' &&
  sentences[0]!.kind === 'fragment' &&
  sentences[0]!.tokens.length <= LONGEST_NAME &&
  sentences[0]!.concepts.some(({ concept }) => concept.startsWith('ingredient.'))

const excusing: ReadonlySet<string> = new Set([
  'negated',
  'referral',
  'warning',
  'quoted',
  'counterfactual',
  'conditional',
  'instruction',
  'question',
])

/** 逃がさない, 切らさない: what is good is not lost. */
const kept = /(?:逃|失|切らさ|切れ|途切|乱さ|崩さ|くずさ|落とさ|衰え|錆|さび|鈍)[^。]{0,5}(?:ない|ず)/u

/** What is promised: something good that the block names, where nothing in it is bad or lacking. */
export function promiseOf(sentence: Sentence, concepts: ReadonlyMap<string, ConceptRow>): Effect | undefined {
  const text = sentence.tokens.map((t) => t.surface).join('')
  const isExcused = sentence.cues.some(({ setting, cue }) => excusing.has(setting) && !(cue === 'negated.auxiliary' && kept.test(text)))
  if (sentence.language !== 'ja' || sentence.kind === 'question' || isExcused) return undefined
  const rows = sentence.concepts.flatMap(({ concept, at }) => {
    const row = concepts.get(concept)
    return row ? [{ row, at }] : []
  })
  if (rows.some(({ row }) => conceptFits(row, ['bad']) || row.type === 'other-agent')) return undefined
  const good = rows.find(({ row }) => row.type === 'function' || row.type === 'wellbeing' || row.type === 'body-part')
  const target = good?.row
  // 亜鉛 | 骨, ガセリ菌 | 小腸: a word alone promises nothing
  if (sentence.tokens.length < SHORTEST_PROMISE) return undefined
  if (!good || !target || (target.type === 'body-part' && !endsInPromise.test(text))) return undefined
  return {
    agent: { kind: 'product' },
    act: { concept: 'act.open', family: 'preserve', at: good.at },
    target: { concept: target.id, type: target.type as NonNullable<Effect['target']>['type'], at: good.at },
    qualifiers: [],
    settings: [],
    outcome: 'benefit',
    parts: [good.at],
    by: 'composed.promise',
  }
}
