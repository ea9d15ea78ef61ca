import type { Agent, AnalysisContext } from '../../core/sentence.js'
import { agentOf } from './agents.js'
import { spanOf } from './cues.js'
import type { Draft } from './effects.js'
import { headOf, isTargetUnit, unitAt } from './grammar.js'
import { valenceOf } from './outcome.js'
import type { Parse } from './parse.js'

/**
 * Verbs that are a target and its coming about in one: 眠れる, やせる, and 疲れる, whose denial is the benefit (疲れない体).
 * A verb that an act already takes as its target is not said twice.
 */
export function stateVerbsOf(parse: Parse, context: AnalysisContext, topic: Agent | undefined, taken: ReadonlySet<number>): Draft[] {
  const row = parse.lexicon.row('act.happen')
  if (!row) return []
  return parse.chunks.flatMap((chunk): Draft[] => {
    const place = headOf(chunk)
    const unit = unitAt(place)
    const target = unit.hit?.row
    if (!target || !isTargetUnit(unit) || unit.word.kind !== '動詞' || !isStated(chunk.tail.map((w) => w.base)) || taken.has(unit.first))
      return []
    // 疲れにくい靴: worn or used
    if (!chunk.hasComma && utensils.test(parse.words[chunk.last + 1]?.surface ?? '')) return []
    // めぐりの湯: a place
    if (chunk.link === 'の' && places.test(parse.words[chunk.last + 1]?.surface ?? '')) return []
    // 機械のめぐり: of a thing
    if (parse.targets.named(place).length === 0) return []
    const at = spanOf(parse, unit.first, unit.last)
    const family = valenceOf(target) === 'bad' ? 'cause' : 'restore'
    return [
      {
        act: { concept: row.id, family, at },
        row,
        target: { row: target, first: unit.first, last: unit.last },
        pieces: [[unit.first, unit.last]],
        place,
        agent: agentOf(parse, place, new Set([chunk.index]), context, topic),
        isLicensed: true,
        by: 'state-verb',
      },
    ]
  })
}

/** やせたい, 眠りたい wish for it. */
const isStated = (tail: readonly string[]): boolean => !tail.includes('たい') && !tail.includes('う')

/** What a verb of the body names. */
const places = /^(?:湯|お湯|温泉|宿|里|丘|森|館|道|街|町|園|島|店|会)$/

/** What people wear, sit on, write with or keep things in, when a verb of the body describes it. */
const utensils =
  /^(?:靴|シューズ|スニーカー|パンプス|ヒール|サンダル|インソール|中敷き|イス|いす|椅子|チェア|ソファ|座席|シート|クッション|マットレス|ベッド|枕|まくら|布団|カバン|かばん|鞄|バッグ|リュック|ペン|キーボード|マウス|マウスパッド|メガネ|眼鏡|レンズ|画面|モニター|照明|ライト|机|デスク|自転車|車|服|下着|ブラ|ブラジャー|タオル|カプセル|容器|袋|包丁|フライパン|カート|杖|手袋|イヤホン|ヘッドホン|フォーム|姿勢|座り方|歩き方|走り方|持ち方|レイアウト|配色)$/
